//! A routine as a link: all of it is in the link's own text, so that nothing is asked of any server.
//!
//! `1/name/steps`: a version, the name as addresses write it, and the steps with `_` between them. A step is
//! its movement's number, a letter, and numbers: `3h30.2.1.5` is held for 30 s, twice, in one set, with 5 s of
//! rest; with an `l` or an `r` at its end on that side alone; `14r8.4.1.2.5` is 8 repetitions of 4 s with 1 s still, in 2 sets; `6t60` goes on for 60 s.

use std::fmt::Write;
use std::time::Duration;

use super::{LONGEST_NAME, MOST_STEPS, Name, NameError, OwnStep};
use crate::domain::catalogue::{Dose, MovementNumber, Work};
use crate::domain::plan::Side;

/// The version that this build writes.
const VERSION: &str = "1";
/// No link of ours is longer, in bytes.
const LONGEST: usize = 2_000;

/// Why a link brings nothing.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LinkError {
    #[error("this link holds no routine")]
    NoRoutine,
    #[error("this link is from a newer Limber")]
    Newer,
    #[error("this link of {0} letters is longer than any of ours")]
    TooLong(usize),
    #[error("{0}")]
    Name(#[from] NameError),
    #[error("there is no such movement in it: \"{0}\"")]
    Step(String),
    #[error("{0} movements are more than 40")]
    TooMany(usize),
}

/// What a link holds.
///
/// # Errors
/// Where it is none of ours, or not whole.
pub fn read_link(text: &str) -> Result<(Name, Vec<OwnStep>), LinkError> {
    if text.len() > LONGEST {
        return Err(LinkError::TooLong(text.len()));
    }
    let mut parts = text.split('/');
    let (version, name, steps) = (parts.next(), parts.next(), parts.next());
    let is_newer = |version: &str| version.parse::<u32>().is_ok_and(|version| version > 1);
    match version {
        Some(VERSION) => {}
        Some(version) if is_newer(version) => return Err(LinkError::Newer),
        _ => return Err(LinkError::NoRoutine),
    }
    let (Some(name), Some(steps), None) = (name, steps, parts.next()) else {
        return Err(LinkError::NoRoutine);
    };
    let name = Name::parse(&decoded(name).ok_or(LinkError::NoRoutine)?)?;
    let count = steps.split('_').count();
    if count > MOST_STEPS {
        return Err(LinkError::TooMany(count));
    }
    let step = |text: &str| read_step(text).ok_or_else(|| LinkError::Step(shortened(text)));
    Ok((name, steps.split('_').map(step).collect::<Result<_, _>>()?))
}

/// The text of a link.
#[must_use]
pub fn write_link(name: &Name, steps: &[OwnStep]) -> String {
    let steps: Vec<_> = steps.iter().map(write_step).collect();
    format!("{VERSION}/{}/{}", encoded(name.as_str()), steps.join("_"))
}

/// Enough of what somebody else wrote to find it again.
fn shortened(text: &str) -> String {
    text.chars().take(LONGEST_NAME / 2).collect()
}

pub(in crate::domain) fn write_step(step: &OwnStep) -> String {
    let OwnStep { movement, dose: Dose { work, sets, rest }, only } = step;
    let (number, rest) = (movement.get(), rest.as_secs());
    let amount = match work {
        Work::Hold { hold, count } => {
            format!("{number}h{}.{count}.{sets}.{rest}", hold.as_secs())
        }
        Work::Repetitions { count, tempo, hold } => {
            format!("{number}r{count}.{}.{}.{sets}.{rest}", tempo.as_secs(), hold.as_secs())
        }
        Work::Timed { length } => format!("{number}t{}", length.as_secs()),
    };
    let side = only.map_or("", |side| match side {
        Side::Left => "l",
        Side::Right => "r",
    });
    amount + side
}

/// The same bounds as for the catalogue.
pub(in crate::domain) fn read_step(text: &str) -> Option<OwnStep> {
    let at = text.find(|letter: char| letter.is_ascii_lowercase())?;
    let (number, rest) = text.split_at_checked(at)?;
    let (kind, numbers) = rest.split_at_checked(1)?;
    let (numbers, only) = match (numbers.strip_suffix('l'), numbers.strip_suffix('r')) {
        (Some(numbers), _) => (numbers, Some(Side::Left)),
        (_, Some(numbers)) => (numbers, Some(Side::Right)),
        (None, None) => (numbers, None),
    };
    let numbers = numbers.split('.').map(digits).collect::<Option<Vec<_>>>()?;
    let within = |number: u16, least, most| (least..=most).contains(&number).then_some(number);
    let length = |number: u16| Duration::from_secs(number.into());
    let dose = match (kind, numbers.as_slice()) {
        ("h", &[hold, count, sets, rest]) => Dose {
            work: Work::Hold { hold: length(within(hold, 5, 300)?), count: within(count, 1, 60)? },
            sets: within(sets, 1, 10)?,
            rest: length(within(rest, 0, 120)?),
        },
        ("r", &[count, tempo, hold, sets, rest]) => Dose {
            work: Work::Repetitions {
                count: within(count, 1, 60)?,
                tempo: length(within(tempo, 1, 30)?),
                hold: length(within(hold, 0, tempo)?),
            },
            sets: within(sets, 1, 10)?,
            rest: length(within(rest, 0, 120)?),
        },
        ("t", &[whole]) => Dose {
            work: Work::Timed { length: length(within(whole, 5, 600)?) },
            sets: 1,
            rest: Duration::ZERO,
        },
        _ => return None,
    };
    let movement = digits(number).filter(|number| *number > 0)?;
    Some(OwnStep { movement: MovementNumber::new(movement), dose, only })
}

/// A number of plain digits, as we write it: `parse` alone takes a plus as well.
fn digits(text: &str) -> Option<u16> {
    let is_plain = !text.is_empty() && text.bytes().all(|it| it.is_ascii_digit());
    if is_plain { text.parse().ok() } else { None }
}

/// As addresses write text (RFC 3986, 2.1).
fn encoded(text: &str) -> String {
    let mut encoded = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-.~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            // Nothing fails to be written into a text.
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    encoded
}

fn decoded(text: &str) -> Option<String> {
    let mut bytes = vec![];
    let mut rest = text.as_bytes();
    while let [first, others @ ..] = rest {
        rest = others;
        if *first == b'%' {
            let [high, low, others @ ..] = rest else { return None };
            let digit = |it: &u8| char::from(*it).to_digit(16);
            bytes.push(u8::try_from(digit(high)? * 16 + digit(low)?).ok()?);
            rest = others;
        } else {
            bytes.push(*first);
        }
    }
    String::from_utf8(bytes).ok()
}
