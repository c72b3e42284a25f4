//! What the service worker keeps, and how it is told.

use std::fmt::Write;

/// Shown by the browser when the app is installed, which takes a network in any case.
const SHOWN_ONCE: &str = "screenshots/";

/// A file of the site, by its address from the page and its hash.
#[derive(Debug, PartialEq, Eq)]
pub struct Kept {
    address: String,
    hash: String,
}

impl Kept {
    /// `None` for a file that is of no use without a network.
    pub fn of(path: String, content: &[u8]) -> Option<Self> {
        if path.starts_with(SHOWN_ONCE) {
            return None;
        }
        // By the address at which it is opened: some servers send one who asks for the file there.
        let address = if path == "index.html" { "./".to_owned() } else { path };
        Some(Self { address, hash: super::hash(content) })
    }
}

/// The service worker `source`, which keeps `kept`.
pub fn worker(kept: &[Kept], source: &str) -> String {
    let mut list = String::new();
    for Kept { address, hash } in kept {
        // It always succeeds.
        let _ = writeln!(list, "  [\"{address}\", \"{hash}\"],");
    }
    // Another list, or another worker, is another build.
    let build = super::hash(format!("{list}{source}").as_bytes());
    format!("const BUILD = \"{build}\";\nconst FILES = [\n{list}];\n{source}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(path: &str, content: &[u8]) -> Option<Kept> {
        Kept::of(path.to_owned(), content)
    }

    #[test]
    fn the_page_is_kept_under_the_address_of_its_folder() {
        assert_eq!(kept("index.html", b"a").expect("kept").address, "./");
        assert_eq!(kept("icons/192.png", b"a").expect("kept").address, "icons/192.png");
    }

    #[test]
    fn pictures_for_installing_are_not_kept() {
        assert_eq!(kept("screenshots/today.png", b"a"), None);
    }

    #[test]
    fn the_list_comes_before_the_worker() {
        let files = [kept("a.js", b"").expect("kept")];
        let lines = worker(&files, "go();\n");
        let empty = "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";
        let expected = format!("const FILES = [\n  [\"a.js\", \"{empty}\"],\n];\ngo();\n");
        assert!(lines.ends_with(&expected), "{lines}");
        assert!(lines.starts_with("const BUILD = \"sha256-"), "{lines}");
    }

    #[test]
    fn whatever_changes_makes_another_build() {
        let name = |content: &[u8], source| {
            let files = [kept("a.js", content).expect("kept")];
            worker(&files, source).lines().next().expect("a line").to_owned()
        };
        assert_eq!(name(b"a", "go();"), name(b"a", "go();"));
        assert_ne!(name(b"a", "go();"), name(b"b", "go();"));
        assert_ne!(name(b"a", "go();"), name(b"a", "stop();"));
    }
}
