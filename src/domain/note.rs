//! What a person writes to a session, in a few words.

/// Letters of a note, at the most.
pub const LONGEST_NOTE: usize = 300;

/// 1 to 300 letters: lines without spaces around them, and none empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note(String);

/// So many letters are more than 300.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a note of {0} letters is longer than 300")]
pub struct NoteTooLong(pub usize);

impl Note {
    /// Nothing where nothing is written.
    ///
    /// # Errors
    /// Where it is too long.
    pub fn parse(text: &str) -> Result<Option<Self>, NoteTooLong> {
        let lines: Vec<_> = text.lines().map(str::trim).filter(|it| !it.is_empty()).collect();
        let note = lines.join("\n");
        match note.chars().count() {
            0 => Ok(None),
            count if count > LONGEST_NOTE => Err(NoteTooLong(count)),
            _ => Ok(Some(Self(note))),
        }
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
