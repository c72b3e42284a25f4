//! A source that a claim rests on.

use crate::domain::reading::Reader;

#[derive(Clone, Debug)]
pub struct Reference {
    pub id: String,
    pub text: String,
    /// A DOI, an ISBN or another name by which it is found.
    pub identifier: Option<String>,
    pub status: Status,
    /// What more there is to say about how it was read.
    pub status_note: Option<String>,
}

/// How much of a source has been seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// The title, the abstract, a summary or the official page.
    Checked,
    /// Its figures come from a summary by someone else.
    Secondary,
    /// General knowledge, to be verified.
    Recalled,
}

pub(super) fn read(reader: Reader) -> Option<Reference> {
    let id = reader.field("id")?.text()?.to_owned();
    let reader = reader.named_by("id");
    reader.only(&["id", "text", "identifier", "status", "status_note"]);
    let degrees = [
        ("checked", Status::Checked),
        ("secondary", Status::Secondary),
        ("recalled", Status::Recalled),
    ];
    let text = reader.field("text").and_then(|it| it.text());
    let status = reader.field("status").and_then(|it| it.one_of(&degrees));
    let optional = |name| reader.optional(name).and_then(|it| it.text().map(str::to_owned));
    Some(Reference {
        identifier: optional("identifier"),
        status_note: optional("status_note"),
        text: text?.to_owned(),
        status: status?,
        id,
    })
}
