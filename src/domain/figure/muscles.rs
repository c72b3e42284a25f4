//! Where muscles lie on the figure: skins around balls that belong to segments, so that each goes along when
//! a joint is turned.
//!
//! Places are where one would point to, after Gray's *Anatomy*, 42nd edition; this is a picture and no
//! atlas.

use glam::Vec3;

use super::body::{Body, Joint, Side};
use super::shapes::Ball;

/// A ball of a segment: its joint, its centre in the frame of that one's segment, and its radius.
type Knot = (Joint, [f32; 3], f32);

const R: Side = Side::Right;
const PELVIS: Joint = Joint::Pelvis;
const LUMBAR: Joint = Joint::Lumbar;
const THORAX: Joint = Joint::Thorax;
const NECK: Joint = Joint::Neck;
const SHOULDER: Joint = Joint::Shoulder(R);
const HIP: Joint = Joint::Hip(R);
const KNEE: Joint = Joint::Knee(R);

const RECTUS_FEMORIS: &[Knot] = &[
    (HIP, [0.045, -0.02, 0.012], 0.008),
    (HIP, [0.05, -0.12, 0.006], 0.019),
    (KNEE, [0.036, 0.022, 0.0], 0.009),
];

/// The groups of balls of the right side, each with a skin around it.
#[expect(clippy::too_many_lines, reason = "it is a table")]
fn knots(name: &str) -> Option<&'static [&'static [Knot]]> {
    Some(match name {
        "trapezius" | "levator-scapulae" | "scalenes" | "neck" => &[
            &[(NECK, [-0.03, 0.055, 0.01], 0.011), (THORAX, [-0.035, 0.15, 0.02], 0.016)],
            &[
                (THORAX, [-0.04, 0.15, 0.016], 0.012),
                (THORAX, [-0.02, 0.14, 0.085], 0.012),
                (THORAX, [-0.05, 0.005, 0.008], 0.006),
            ],
        ],
        "rhomboids" | "shoulder-girdle" | "upper-back" => &[&[
            (THORAX, [-0.045, 0.135, 0.014], 0.008),
            (THORAX, [-0.05, 0.075, 0.014], 0.008),
            (THORAX, [-0.045, 0.115, 0.052], 0.01),
            (THORAX, [-0.05, 0.055, 0.055], 0.01),
        ]],
        "latissimus-dorsi" => &[&[
            (LUMBAR, [-0.04, -0.005, 0.014], 0.008),
            (THORAX, [-0.05, 0.05, 0.014], 0.008),
            (LUMBAR, [-0.025, 0.03, 0.056], 0.014),
            (THORAX, [-0.02, 0.06, 0.082], 0.014),
            (SHOULDER, [-0.01, -0.05, -0.012], 0.01),
        ]],
        "erector-spinae"
        | "lumbar-rotators"
        | "thoracic-rotators"
        | "lumbar-joints"
        | "hip-and-low-back-movers" => &[
            &[
                (PELVIS, [-0.05, 0.03, 0.02], 0.014),
                (LUMBAR, [-0.045, 0.04, 0.024], 0.019),
                (THORAX, [-0.045, 0.05, 0.024], 0.015),
            ],
            &[(THORAX, [-0.045, 0.05, 0.024], 0.015), (THORAX, [-0.04, 0.15, 0.016], 0.009)],
        ],
        "quadratus-lumborum" => &[&[
            (PELVIS, [-0.03, 0.058, 0.058], 0.013),
            (PELVIS, [-0.03, 0.062, 0.045], 0.01),
            (THORAX, [-0.03, -0.005, 0.052], 0.011),
        ]],
        "abdominals" | "deep-abdominals" | "diaphragm" => &[&[
            (PELVIS, [0.05, -0.012, 0.008], 0.008),
            (LUMBAR, [0.055, 0.02, 0.023], 0.02),
            (THORAX, [0.06, 0.06, 0.026], 0.018),
        ]],
        "obliques" | "intercostals" | "trunk" => &[&[
            (PELVIS, [0.04, 0.022, 0.06], 0.008),
            (PELVIS, [0.03, 0.05, 0.076], 0.011),
            (LUMBAR, [0.02, 0.04, 0.06], 0.016),
            (THORAX, [0.03, 0.06, 0.074], 0.015),
        ]],
        "pectorals" => &[&[
            (THORAX, [0.06, 0.12, 0.02], 0.014),
            (THORAX, [0.06, 0.085, 0.03], 0.016),
            (SHOULDER, [0.02, -0.03, -0.015], 0.012),
        ]],
        "hip-flexors" | "iliopsoas" => &[
            &[
                (LUMBAR, [0.03, 0.055, 0.016], 0.009),
                (PELVIS, [0.04, 0.0, 0.046], 0.013),
                (HIP, [0.03, -0.045, -0.008], 0.009),
            ],
            &[(PELVIS, [0.03, 0.042, 0.062], 0.014), (PELVIS, [0.04, 0.0, 0.048], 0.013)],
            RECTUS_FEMORIS,
        ],
        "gluteus-maximus" | "glutes" | "hip-muscles" => &[&[
            (PELVIS, [-0.055, 0.03, 0.024], 0.016),
            (PELVIS, [-0.055, -0.024, 0.034], 0.028),
            (PELVIS, [-0.042, 0.004, 0.064], 0.026),
            (HIP, [-0.03, -0.055, 0.024], 0.02),
        ]],
        "gluteus-medius" | "outer-hip" => &[&[
            (PELVIS, [-0.03, 0.06, 0.05], 0.01),
            (PELVIS, [-0.01, 0.05, 0.082], 0.012),
            (HIP, [0.0, -0.015, 0.048], 0.012),
        ]],
        "gluteus-minimus" => &[&[
            (PELVIS, [-0.015, 0.045, 0.062], 0.012),
            (PELVIS, [-0.01, 0.03, 0.08], 0.01),
            (HIP, [0.0, -0.005, 0.046], 0.009),
        ]],
        "deep-hip-rotators" => &[
            &[(PELVIS, [-0.06, 0.0, 0.014], 0.014), (HIP, [-0.02, -0.012, 0.05], 0.009)],
            &[(PELVIS, [-0.05, -0.03, 0.03], 0.009), (HIP, [-0.02, -0.03, 0.046], 0.008)],
        ],
        "piriformis" => {
            &[&[(PELVIS, [-0.06, 0.0, 0.014], 0.016), (HIP, [-0.02, -0.012, 0.05], 0.01)]]
        }
        "tensor-fasciae-latae" => {
            &[&[(PELVIS, [0.03, 0.03, 0.08], 0.011), (HIP, [0.02, -0.1, 0.046], 0.009)]]
        }
        "rectus-femoris" => &[RECTUS_FEMORIS],
        "quadriceps" => &[&[
            (HIP, [0.045, -0.045, 0.014], 0.022),
            (HIP, [0.042, -0.13, 0.008], 0.034),
            (KNEE, [0.034, 0.03, -0.01], 0.015),
            (KNEE, [0.034, 0.024, 0.012], 0.012),
        ]],
        "hamstrings" => &[&[
            (HIP, [-0.04, -0.085, -0.004], 0.02),
            (HIP, [-0.038, -0.14, 0.0], 0.031),
            (KNEE, [-0.025, 0.0, -0.008], 0.013),
            (KNEE, [-0.025, 0.0, 0.01], 0.012),
        ]],
        "adductors" => &[&[
            (HIP, [0.01, -0.025, -0.036], 0.01),
            (HIP, [0.01, -0.09, -0.032], 0.014),
            (HIP, [0.0, -0.18, -0.028], 0.007),
        ]],
        "calves" | "gastrocnemius" | "soleus" => &[&[
            (KNEE, [-0.03, -0.015, 0.0], 0.018),
            (KNEE, [-0.034, -0.075, 0.0], 0.028),
            (KNEE, [-0.02, -0.17, 0.0], 0.009),
        ]],
        "sciatic-nerve" => &[
            &[(PELVIS, [-0.055, 0.03, 0.02], 0.006), (PELVIS, [-0.05, -0.03, 0.038], 0.006)],
            &[(PELVIS, [-0.05, -0.03, 0.038], 0.006), (HIP, [-0.045, -0.12, 0.0], 0.006)],
            &[(HIP, [-0.045, -0.12, 0.0], 0.006), (KNEE, [-0.036, 0.0, 0.0], 0.006)],
            &[(KNEE, [-0.036, 0.0, 0.0], 0.006), (KNEE, [-0.03, -0.16, 0.008], 0.005)],
        ],
        "shoulders" | "deltoids" | "rotator-cuff" => {
            &[&[(SHOULDER, [0.0, 0.008, 0.016], 0.02), (SHOULDER, [0.0, -0.07, 0.02], 0.011)]]
        }
        "triceps" => &[&[
            (SHOULDER, [-0.018, -0.035, 0.0], 0.008),
            (SHOULDER, [-0.02, -0.09, 0.0], 0.014),
            (SHOULDER, [-0.016, -0.155, 0.0], 0.007),
        ]],
        "biceps" => &[&[
            (SHOULDER, [0.018, -0.035, 0.0], 0.008),
            (SHOULDER, [0.02, -0.09, 0.0], 0.014),
            (SHOULDER, [0.016, -0.155, 0.0], 0.007),
        ]],
        _ => return None,
    })
}

/// The groups of balls of a muscle of one side, by its key in the catalogue or the anatomy; none for what
/// has no place of its own.
#[must_use]
pub(super) fn hulls(body: &Body, name: &str, side: Side) -> Vec<Vec<Ball>> {
    let ball = |&(joint, [x, y, z], radius): &Knot| {
        let at = match side {
            Side::Right => body.point(joint, Vec3::new(x, y, z)),
            Side::Left => body.point(joint.mirrored(), Vec3::new(x, y, -z)),
        };
        Ball { at, radius }
    };
    let groups = knots(name).unwrap_or_default();
    groups.iter().map(|group| group.iter().map(ball).collect()).collect()
}
