//! The player as a person sees it, and going through a session.

use anyhow::{Context, Result, bail};
use serde::Deserialize;

use crate::page::Page;

/// The first stretch of the article, one side after the other.
pub const PIRIFORMIS: &str = "Piriformis stretch (across the body)";

/// What the routines of the article begin with.
pub const WARM_UP: &str = "March or walk in place";

/// The switch for it in Settings.
pub const WAIT_FOR_ME: &str = "Wait for me After getting ready, changing sides and rests, the session goes on \
    when you say so.";

/// What the player shows at one moment.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Seen {
    /// The movement.
    pub movement: String,
    /// The side, if it has any.
    pub side: String,
    /// What to do now.
    pub doing: String,
    /// What a screen reader says of the big digits. While they run, it is up to five seconds old.
    pub timer: String,
    /// What is left of the session, as old as that.
    pub left: String,
}

const LOOK: &str = "const text = (it) => document.querySelector(it)?.innerText.trim() ?? ''; \
    const name = (it) => document.querySelector(it + ' canvas')?.ariaLabel ?? ''; \
    return { movement: text('.player h1'), side: text('.side'), doing: text('.doing'), \
             timer: name('.digits'), left: name('.time-left') }";

impl Seen {
    /// The movement and the side, whether it runs or not.
    #[must_use]
    pub fn place(&self) -> (&str, &str) {
        (&self.movement, &self.side)
    }

    /// The seconds that are left of the step.
    ///
    /// # Errors
    /// Where they say something else.
    pub fn secs(&self) -> Result<u64> {
        secs(&self.timer).with_context(|| format!("the timer says “{}”", self.timer))
    }

    /// The seconds left of the session.
    ///
    /// # Errors
    /// Where it does not say.
    pub fn secs_left(&self) -> Result<u64> {
        secs(&self.left).with_context(|| format!("what is left is “{}”", self.left))
    }
}

/// What the player shows.
///
/// # Errors
/// Where the page does not answer.
pub async fn look(page: &Page) -> Result<Seen> {
    page.ask(LOOK).await
}

/// Waits until a session with the article's stretches has started.
///
/// # Errors
/// Where it does not start.
pub async fn has_started(page: &Page) -> Result<()> {
    comes_to(page, WARM_UP, "Get ready").await.map(drop)
}

/// Answers no to the question at hand, whatever was ticked there before.
///
/// # Errors
/// Where no question is at hand.
pub async fn answers_no_once(page: &Page) -> Result<()> {
    let at = || page.ask::<String>("return location.hash");
    let before = at().await?;
    page.press("No").await?;
    page.wait("the next question is there", async || Ok((at().await? != before).then_some(())))
        .await
}

/// Answers no to every question of the safety check that is left.
///
/// # Errors
/// Where it does not come to its end.
pub async fn answers_no(page: &Page) -> Result<()> {
    page.wait("the questions are answered", async || {
        let hash: String = page.ask("return location.hash").await?;
        if hash == "#/check" {
            return Ok(Some(()));
        }
        page.press_if_there("No").await?;
        Ok(None)
    })
    .await
}

/// Waits until the player shows `doing` for `movement`.
///
/// # Errors
/// Where it does not come to that.
pub async fn comes_to(page: &Page, movement: &str, doing: &str) -> Result<Seen> {
    page.wait(&format!("it is “{doing}” for “{movement}”"), async || {
        let seen = look(page).await?;
        if seen.is(movement, doing) { Ok(Some(seen)) } else { bail!("it was {seen:?}") }
    })
    .await
}

/// Waits until the player shows `doing` for `movement` on that side.
///
/// # Errors
/// Where it does not come to that.
pub async fn comes_to_side(page: &Page, movement: &str, doing: &str, side: &str) -> Result<Seen> {
    page.wait(&format!("it is “{doing}” for “{movement}”, {side}"), async || {
        let seen = look(page).await?;
        let is_so = seen.is(movement, doing) && seen.side.eq_ignore_ascii_case(side);
        if is_so { Ok(Some(seen)) } else { bail!("it was {seen:?}") }
    })
    .await
}

/// Skips steps until the player shows `doing` for `movement`.
///
/// # Errors
/// Where it does not come to that.
pub async fn skip_to(page: &Page, movement: &str, doing: &str) -> Result<Seen> {
    page.wait(&format!("skipping leads to “{doing}” for “{movement}”"), async || {
        let seen = look(page).await?;
        if seen.is(movement, doing) {
            return Ok(Some(seen));
        }
        page.press_if_there("Skip").await?;
        Ok(None)
    })
    .await
}

/// Skips steps until the player shows `doing` for `movement` on that side.
///
/// # Errors
/// Where it does not come to that.
pub async fn skip_to_side(page: &Page, movement: &str, doing: &str, side: &str) -> Result<Seen> {
    page.wait(
        &format!("skipping leads to “{doing}” for “{movement}”, {side}"),
        async || {
            let seen = look(page).await?;
            if seen.is(movement, doing) && seen.side.eq_ignore_ascii_case(side) {
                return Ok(Some(seen));
            }
            page.press("Skip").await?;
            Ok(None)
        },
    )
    .await
}

/// Does the first movement for a few seconds: a session in which nothing is done is not kept.
///
/// # Errors
/// Where it does not come to that.
pub async fn do_a_little(page: &Page) -> Result<()> {
    page.sees("Get ready").await?;
    page.press("Skip").await?;
    does_a_little(page).await
}

/// Waits until a few seconds more are done.
///
/// # Errors
/// Where time stands still.
pub async fn does_a_little(page: &Page) -> Result<()> {
    let before = look(page).await?.secs_left()?;
    page.wait("a few seconds are done", async || {
        Ok((look(page).await?.secs_left()? + 2 < before).then_some(()))
    })
    .await
}

/// Ends the session at hand, in which something has been done.
///
/// # Errors
/// Where it does not end.
pub async fn ends(page: &Page) -> Result<()> {
    page.press("End").await?;
    page.press("End session").await?;
    page.has_heading("That counts too.").await
}

/// Skips whatever is left of a session.
///
/// # Errors
/// Where it does not end.
pub async fn skip_to_the_end(page: &Page) -> Result<()> {
    page.wait("skipping leads to the end", async || {
        if page.heading().await?.starts_with("That counts") {
            return Ok(Some(()));
        }
        page.press_if_there("Skip").await?;
        Ok(None)
    })
    .await
}

impl Seen {
    fn is(&self, movement: &str, doing: &str) -> bool {
        self.movement.eq_ignore_ascii_case(movement) && self.doing.eq_ignore_ascii_case(doing)
    }
}

/// `75` of “75 seconds left” and of “1:15 left”.
fn secs(text: &str) -> Option<u64> {
    let text = text.split_whitespace().next()?;
    match text.split_once(':') {
        Some((minutes, secs)) => {
            Some(minutes.parse::<u64>().ok()? * 60 + secs.parse::<u64>().ok()?)
        }
        None => text.parse().ok(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minutes_and_seconds_are_read() {
        assert_eq!(secs("9 seconds left"), Some(9));
        assert_eq!(secs("1:05 left"), Some(65));
        assert_eq!(secs("Ready?"), None);
        assert_eq!(secs(""), None);
    }
}
