//! What the figures weigh: their poses, and the code that draws them.

use std::fmt::{self, Display, Formatter};
use std::{env, fs};

use limber_browser_tests::site::{self, compressed};
use limber_browser_tests::{Context, Result};
use wasmparser::{CustomSectionReader, KnownCustom, Name, Parser, Payload, TypeRef};

use crate::report::target;

/// What the names of the renderer's functions hold, as `rustc` writes modules: the body and its drawing, the
/// parts of the page that show it, the pen, and what loads the poses.
const MODULES: [&str; 5] =
    ["6domain6figure", "2ui5parts6figure", "2ui5parts5stage", "7browser6canvas", "3app7figures"];
/// What is loaded beside the app for them alone.
const FILES: [&str; 2] = ["figures.json", "figure.js"];
const MOST: f64 = 35_000.0;

/// In bytes, compressed by brotli.
pub struct Renderer {
    files: usize,
    /// As the linker leaves it: what makes it smaller afterwards takes its names away.
    code: usize,
}

impl Renderer {
    pub fn weigh() -> Result<Self> {
        let mut files = 0;
        for file in FILES {
            let content = fs::read(site::built()?.join(file));
            files += compressed(&content.with_context(|| format!("there is no {file}"))?)?.len();
        }
        let linked = env::var_os("LIMBER_LINKED")
            .context("LIMBER_LINKED does not say what the linker made: cargo xtask bench does")?;
        let linked = fs::read(linked).context("what the linker made is gone")?;
        Ok(Self { files, code: compressed(&code(&linked)?)?.len() })
    }
}

/// The bodies of the functions of [`MODULES`], one after the other.
fn code(linked: &[u8]) -> Result<Vec<u8>> {
    let (mut imports, mut bodies, mut code) = (0, vec![], vec![]);
    for part in Parser::new(0).parse_all(linked) {
        match part? {
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    imports += usize::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => bodies.push(body.as_bytes()),
            // The names come last. Imported functions have no bodies, and the first numbers.
            Payload::CustomSection(section) => {
                for number in renderers(&section)? {
                    let body = number.checked_sub(imports).and_then(|it| bodies.get(it));
                    code.extend_from_slice(body.context("a function of the renderer has no body")?);
                }
            }
            _ => {}
        }
    }
    Ok(code)
}

/// The numbers of the functions that `section` names as of [`MODULES`], if it names any.
fn renderers(section: &CustomSectionReader) -> Result<Vec<usize>> {
    let KnownCustom::Name(names) = section.as_known() else { return Ok(vec![]) };
    let mut numbers = vec![];
    for names in names {
        let Name::Function(names) = names? else { continue };
        for function in names {
            let function = function?;
            if MODULES.iter().any(|module| function.name.contains(module)) {
                numbers.push(usize::try_from(function.index)?);
            }
        }
    }
    Ok(numbers)
}

impl Display for Renderer {
    fn fmt(&self, out: &mut Formatter) -> fmt::Result {
        let Self { files, code } = self;
        writeln!(out, "\nposes and what draws them, bytes after brotli")?;
        writeln!(out, "  {:<22}{files:>13}", FILES.join(", "))?;
        writeln!(out, "  {:<22}{code:>13}\n", "code, as linked")?;
        #[expect(clippy::cast_precision_loss, reason = "they are far fewer than 2^52")]
        let all = (files + code) as f64;
        target(out, "poses and what draws them", "bytes", all, MOST)
    }
}
