//! A source that a claim rests on.

use crate::domain::reading::Reader;

#[derive(Clone, Debug)]
pub struct Reference {
    pub id: &'static str,
    pub text: &'static str,
    /// A DOI, an ISBN or another name by which it is found.
    pub identifier: Option<&'static str>,
    pub status: Status,
    /// What more there is to say about how it was read.
    pub status_note: Option<&'static str>,
    /// Where it is found on the web.
    pub link: Option<&'static str>,
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

impl Reference {
    pub(crate) fn read(reader: &Reader<'static, '_>) -> Self {
        let names = ["id", "text", "identifier", "status", "status_note", "link"];
        let reader = reader.named_by("id").only(&names);
        let degrees = [
            ("checked", Status::Checked),
            ("secondary", Status::Secondary),
            ("recalled", Status::Recalled),
        ];
        let optional = |name| reader.optional(name).there().map(|it| it.text());
        Self {
            id: reader.text_of("id"),
            text: reader.text_of("text"),
            identifier: optional("identifier"),
            status: reader.field("status").one_of(&degrees),
            status_note: optional("status_note"),
            link: optional("link"),
        }
    }
}
