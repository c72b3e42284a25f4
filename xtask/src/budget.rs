//! The size budget: what a first visit may weigh on the wire.

use std::fs;
use std::io::Write;
use std::path::Path;

use brotli::CompressorWriter;

use crate::problem::Problem;
use crate::seal::files;

/// In bytes, compressed as a good web server does it.
const FIRST_VISIT: usize = 372_000;

/// What the page does not wait for: pictures, sounds, and what a browser reads to install the app.
const LATER: [&str; 9] = ["png", "svg", "ico", "webp", "mp3", "ogg", "wav", "webmanifest", "txt"];

/// The page starts or fetches some once it has shown itself, and goes to another when it has stopped.
const ELSEWHERE: [&str; 6] =
    ["sw.js", "alarm.js", "figure.js", "figures.json", "learn.json", "rescue.html"];

struct Weight {
    name: String,
    bytes: usize,
}

/// Prints what each file of the built site weighs, and refuses too heavy a first visit.
pub fn check(dist: &Path) -> Result<(), Problem> {
    let weights = weigh(dist)?;
    for Weight { name, bytes } in &weights {
        let note = if is_first(name) { "" } else { "  later" };
        println!("{bytes:>8}  {name}{note}");
    }
    let total = first_visit(&weights);
    println!("{total:>8}  in all for the first visit, after brotli; at most {FIRST_VISIT}");
    within(total, FIRST_VISIT)
}

fn within(bytes: usize, budget: usize) -> Result<(), Problem> {
    if bytes > budget {
        return Err(Problem::TooHeavy { bytes, budget });
    }
    Ok(())
}

fn first_visit(weights: &[Weight]) -> usize {
    let first = weights.iter().filter(|weight| is_first(&weight.name));
    first.map(|weight| weight.bytes).sum()
}

/// Whether the page needs the file before it can show itself. What is not known counts.
fn is_first(name: &str) -> bool {
    let extension = Path::new(name).extension().unwrap_or_default();
    !ELSEWHERE.contains(&name) && !LATER.iter().any(|later| extension == *later)
}

fn weigh(dist: &Path) -> Result<Vec<Weight>, Problem> {
    let mut weights = Vec::new();
    for file in files(dist)? {
        let content = fs::read(&file).map_err(Problem::file(&file))?;
        let name = file.strip_prefix(dist).unwrap_or(&file);
        weights.push(Weight {
            name: name.display().to_string(),
            bytes: compressed(&content).map_err(Problem::file(&file))?,
        });
    }
    Ok(weights)
}

/// The length of `content` after brotli at its best.
fn compressed(content: &[u8]) -> std::io::Result<usize> {
    const BUFFER: usize = 1 << 16;
    const QUALITY: u32 = 11;
    const WINDOW: u32 = 22;
    let mut writer = CompressorWriter::new(Vec::new(), BUFFER, QUALITY, WINDOW);
    writer.write_all(content)?;
    Ok(writer.into_inner().len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn weight(name: &str, bytes: usize) -> Weight {
        Weight { name: name.into(), bytes }
    }

    #[test]
    fn the_first_visit_is_what_the_page_waits_for() {
        let weights = [
            weight("index.html", 1),
            weight("limber-1a2b.js", 20),
            weight("limber-1a2b_bg.wasm", 300),
            weight("limber-3c4d.css", 4000),
            weight("unheard-of", 50_000),
            weight("sw.js", 7),
            weight("rescue.html", 7),
            weight("icons/512.png", 7),
            weight("manifest.webmanifest", 7),
        ];
        assert_eq!(first_visit(&weights), 54_321);
    }

    #[test]
    fn a_budget_may_be_spent_to_the_last_byte() {
        assert!(within(130, 130).is_ok());
        let sentence = within(131, 130).map_err(|problem| problem.to_string());
        let expected = "the first visit weighs 131 bytes, 1 more than its budget of 130";
        assert_eq!(sentence, Err(expected.into()));
    }

    #[test]
    fn repetition_weighs_little() {
        assert!(compressed(&[b'a'; 10_000]).is_ok_and(|bytes| (1..100).contains(&bytes)));
    }
}
