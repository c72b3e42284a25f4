//! A routine as a link: all of it is in the link's own text, so that nothing is asked of any server.
//!
//! `1/name/steps`: a version, the name as addresses write it, and the steps with `_` between them. A step is
//! its movement's number, a letter, and numbers: `3h30.2.1.5` is held for 30 s, twice, in one set, with 5 s of
//! rest; with an `l` or an `r` at its end on that side alone; `14r8.4.1.2.5` is 8 repetitions of 4 s with 1 s
//! still, in 2 sets; `6t60` goes on for 60 s.
//!
//! Where movements of one's own are in it, it is `2/name/steps`, and each of them follows as
//! `/step/looks/name/how`: how much of it is usual, `s` for sided or `b` for both sides at once with the number of
//! the movement that it looks like or 0, what it is called, and how it is done.

use std::fmt::Write;
use std::time::Duration;

use super::{
    FIRST_OWN, How, LONGEST_NAME, Linked, MOST_STEPS, Name, NameError, OwnMovement, OwnStep,
    TooLong, untold,
};
use crate::domain::catalogue::{Dose, MovementNumber, Work};
use crate::domain::plan::Side;

/// The versions that this build writes: of routines of our movements alone, and with own ones.
const VERSION: &str = "1";
const WITH_MOVEMENTS: &str = "2";
/// No link of ours is longer, in bytes: how 40 movements are done, each letter as six.
const LONGEST: usize = 160_000;

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
    #[error("{0}")]
    How(#[from] TooLong),
    #[error("there is no such movement in it: \"{0}\"")]
    Step(String),
    #[error("{0} movements are more than 40")]
    TooMany(usize),
}

/// What a link holds.
///
/// # Errors
/// Where it is none of ours, or not whole.
pub fn read_link(text: &str) -> Result<Linked, LinkError> {
    if text.len() > LONGEST {
        return Err(LinkError::TooLong(text.len()));
    }
    let mut parts = text.split('/');
    let (version, name, steps) = (parts.next(), parts.next(), parts.next());
    let is_newer = |version: &str| version.parse::<u32>().is_ok_and(|version| version > 2);
    let more: Vec<_> = parts.collect();
    match version {
        Some(VERSION) if more.is_empty() => {}
        Some(WITH_MOVEMENTS) if !more.is_empty() => {}
        Some(version) if is_newer(version) => return Err(LinkError::Newer),
        _ => return Err(LinkError::NoRoutine),
    }
    let (Some(name), Some(steps)) = (name, steps) else { return Err(LinkError::NoRoutine) };
    let name = Name::parse(&decoded(name).ok_or(LinkError::NoRoutine)?)?;
    let count = steps.split('_').count().max(more.len() / 4);
    if count > MOST_STEPS {
        return Err(LinkError::TooMany(count));
    }
    let steps: Vec<_> = steps.split('_').map(known_step).collect::<Result<_, _>>()?;
    let movements: Vec<_> = more.chunks(4).map(read_movement).collect::<Result<_, _>>()?;
    if let Some(step) = untold(&steps, &movements) {
        return Err(LinkError::Step(write_step(step)));
    }
    Ok(Linked { name, steps, movements })
}

/// The text of a link. Of `movements`, those go along that are among the steps.
#[must_use]
pub fn write_link(name: &Name, steps: &[OwnStep], movements: &[OwnMovement]) -> String {
    let is_used = |it: &&OwnMovement| steps.iter().any(|step| step.movement == it.number);
    let movements: String = movements.iter().filter(is_used).map(write_movement).collect();
    let version = if movements.is_empty() { VERSION } else { WITH_MOVEMENTS };
    let steps: Vec<_> = steps.iter().map(write_step).collect();
    format!("{version}/{}/{}{movements}", encoded(name.as_str()), steps.join("_"))
}

fn known_step(text: &str) -> Result<OwnStep, LinkError> {
    read_step(text).ok_or_else(|| LinkError::Step(shortened(text)))
}

fn write_movement(movement: &OwnMovement) -> String {
    let sides = if movement.sided { 's' } else { 'b' };
    let pose = movement.pose.map_or(0, MovementNumber::get);
    let (name, how) = (encoded(movement.name.as_str()), encoded(movement.how.as_str()));
    format!("/{}/{sides}{pose}/{name}/{how}", write_step(&movement.step()))
}

fn read_movement(parts: &[&str]) -> Result<OwnMovement, LinkError> {
    let &[usual, looks, name, how] = parts else { return Err(LinkError::NoRoutine) };
    let OwnStep { movement: number, dose, only } = known_step(usual)?;
    let (sided, pose) = match looks.split_at_checked(1) {
        Some(("s", pose)) => (true, pose),
        Some(("b", pose)) => (false, pose),
        _ => return Err(LinkError::NoRoutine),
    };
    let pose = digits(pose).filter(|it| *it < FIRST_OWN).ok_or(LinkError::NoRoutine)?;
    if number.get() < FIRST_OWN || only.is_some() {
        return Err(LinkError::Step(shortened(usual)));
    }
    let text = |part: &str| decoded(part).ok_or(LinkError::NoRoutine);
    let (name, how) = (Name::parse(&text(name)?)?, How::parse(&text(how)?)?);
    let pose = (pose > 0).then(|| MovementNumber::new(pose));
    Ok(OwnMovement { number, name, how, sided, dose, pose })
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
