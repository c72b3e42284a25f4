//! Where muscles lie on the figure: a spindle from one segment to another, so that each goes along when a
//! joint is turned.
//!
//! Places are where one would point to, after Gray's *Anatomy*, 42nd edition; this is a picture and no
//! atlas.

use glam::Vec3;

use super::body::{Body, Joint, Side};
use super::shapes::Ball;

/// A point of a segment.
type At = (Joint, [f32; 3]);

const R: Side = Side::Right;
const PELVIS: Joint = Joint::Pelvis;
const LUMBAR: Joint = Joint::Lumbar;
const THORAX: Joint = Joint::Thorax;
const NECK: Joint = Joint::Neck;
const SHOULDER: Joint = Joint::Shoulder(R);
const HIP: Joint = Joint::Hip(R);
const KNEE: Joint = Joint::Knee(R);

/// From where to where on the right side, and how thick in the middle.
fn spindle(name: &str) -> Option<(At, At, f32)> {
    Some(match name {
        "gluteus-maximus" | "glutes" | "hip-muscles" => {
            ((PELVIS, [-0.055, 0.02, 0.03]), (HIP, [-0.03, -0.06, 0.03]), 0.034)
        }
        "gluteus-medius" | "outer-hip" => {
            ((PELVIS, [-0.02, 0.045, 0.075]), (HIP, [0.0, -0.02, 0.05]), 0.024)
        }
        "piriformis" | "deep-hip-rotators" => {
            ((PELVIS, [-0.06, 0.0, 0.015]), (HIP, [-0.02, -0.01, 0.05]), 0.018)
        }
        "tensor-fasciae-latae" => {
            ((PELVIS, [0.03, 0.03, 0.075]), (HIP, [0.02, -0.11, 0.045]), 0.016)
        }
        "hip-flexors" | "iliopsoas" => {
            ((LUMBAR, [0.03, 0.02, 0.02]), (HIP, [0.03, -0.04, 0.0]), 0.02)
        }
        "rectus-femoris" | "quadriceps" => {
            ((HIP, [0.04, -0.05, 0.0]), (KNEE, [0.03, 0.01, 0.0]), 0.024)
        }
        "hamstrings" => ((HIP, [-0.04, -0.05, 0.0]), (KNEE, [-0.02, -0.02, 0.0]), 0.022),
        "adductors" => ((HIP, [0.0, -0.03, -0.035]), (HIP, [0.0, -0.18, -0.025]), 0.018),
        "calves" | "gastrocnemius" | "soleus" => {
            ((KNEE, [-0.03, -0.04, 0.0]), (KNEE, [-0.018, -0.16, 0.0]), 0.02)
        }
        "sciatic-nerve" => ((PELVIS, [-0.05, 0.0, 0.03]), (KNEE, [-0.02, -0.1, 0.0]), 0.008),
        "quadratus-lumborum" => {
            ((PELVIS, [-0.03, 0.06, 0.045]), (THORAX, [-0.03, 0.01, 0.035]), 0.02)
        }
        "erector-spinae"
        | "lumbar-rotators"
        | "thoracic-rotators"
        | "lumbar-joints"
        | "hip-and-low-back-movers" => {
            ((PELVIS, [-0.05, 0.04, 0.02]), (THORAX, [-0.045, 0.06, 0.02]), 0.018)
        }
        "obliques" | "intercostals" | "trunk" => {
            ((PELVIS, [0.02, 0.05, 0.075]), (THORAX, [0.02, 0.03, 0.07]), 0.022)
        }
        "abdominals" | "deep-abdominals" | "diaphragm" => {
            ((PELVIS, [0.05, 0.03, 0.015]), (THORAX, [0.055, 0.05, 0.018]), 0.022)
        }
        "latissimus-dorsi" => {
            ((LUMBAR, [-0.03, 0.02, 0.05]), (SHOULDER, [-0.02, -0.05, -0.01]), 0.02)
        }
        "pectorals" => ((THORAX, [0.06, 0.09, 0.02]), (SHOULDER, [0.02, -0.03, -0.02]), 0.02),
        "shoulder-girdle" | "upper-back" => {
            ((THORAX, [-0.05, 0.07, 0.025]), (THORAX, [-0.045, 0.13, 0.06]), 0.022)
        }
        "trapezius" | "levator-scapulae" | "scalenes" | "neck" => {
            ((NECK, [-0.02, 0.05, 0.015]), (THORAX, [-0.02, 0.145, 0.06]), 0.014)
        }
        "shoulders" | "deltoids" | "rotator-cuff" => {
            ((SHOULDER, [0.0, 0.01, 0.02]), (SHOULDER, [0.0, -0.07, 0.02]), 0.02)
        }
        "triceps" => ((SHOULDER, [-0.018, -0.04, 0.0]), (SHOULDER, [-0.018, -0.15, 0.0]), 0.014),
        "biceps" => ((SHOULDER, [0.018, -0.04, 0.0]), (SHOULDER, [0.018, -0.15, 0.0]), 0.014),
        _ => return None,
    })
}

/// The balls of a muscle of one side, by its key in the catalogue; none for what has no place of its own.
#[must_use]
pub(super) fn balls(body: &Body, name: &str, side: Side) -> Option<[Ball; 3]> {
    let (from, to, radius) = spindle(name)?;
    let point = |(joint, [x, y, z]): At| match side {
        Side::Right => body.point(joint, Vec3::new(x, y, z)),
        Side::Left => body.point(joint.mirrored(), Vec3::new(x, y, -z)),
    };
    let (from, to) = (point(from), point(to));
    let end = |at| Ball { at, radius: radius * 0.45 };
    Some([end(from), Ball { at: from.midpoint(to), radius }, end(to)])
}
