//! Packs the JSON that the app carries: the white space in it is for people only, and half a
//! kilobyte on the wire. All else stays as it is, so that what reads it sees every fault.

use std::path::Path;
use std::{env, fs};

const DOCUMENTS: [&str; 10] = [
    "domain/catalogue/anatomy.json",
    "domain/catalogue/movements.json",
    "domain/catalogue/references.json",
    "domain/catalogue/routines.json",
    "domain/screening/questions.json",
    "words/en/anatomy.json",
    "words/en/movements.json",
    "words/en/routines.json",
    "words/en/screening.json",
    "words/en/terms.json",
];

fn main() {
    let output = env::var_os("OUT_DIR").expect("Cargo says where to put what is made");
    for document in DOCUMENTS {
        let source = Path::new("src").join(document);
        println!("cargo::rerun-if-changed={}", source.display());
        let text = fs::read_to_string(&source)
            .unwrap_or_else(|error| panic!("{} cannot be read: {error}", source.display()));
        let target = Path::new(&output).join(document);
        let folder = target.parent().expect("a document is in a folder");
        fs::create_dir_all(folder).expect("Cargo's folder can be written to");
        fs::write(target, packed(&text)).expect("Cargo's folder can be written to");
    }
}

/// `json` without the white space between its parts.
fn packed(json: &str) -> String {
    let (mut is_text, mut is_escaped) = (false, false);
    let is_kept = |&letter: &char| {
        let is_quote = letter == '"' && !is_escaped;
        is_escaped = is_text && letter == '\\' && !is_escaped;
        is_text ^= is_quote;
        is_text || !letter.is_ascii_whitespace()
    };
    json.chars().filter(is_kept).collect()
}
