//! Short names for what WebAssembly and its JavaScript call each other by.
//!
//! wasm-bindgen's own, such as `__wbg_now_463ac581d2fc7ea3`, are there twice and hardly compress:
//! they are some 4 kB of the first visit.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use wasm_encoder::reencode::{self, Reencode};
use wasm_encoder::{ExportSection, Import, ImportSection, Module};
use wasmparser::Parser;

use crate::problem::Problem;

/// What takes the place of the glue's file name, by which all imports are known.
const GLUE: &str = ".";

/// Shortens the names in what wasm-bindgen has made: `NAME.js` and `NAME_bg.wasm` in `folder`.
pub fn shorten(folder: &Path, name: &str) -> Result<(), Problem> {
    let (script, module) = (
        folder.join(name).with_extension("js"),
        folder.join(format!("{name}_bg")).with_extension("wasm"),
    );
    let glue = fs::read_to_string(&script).map_err(Problem::file(&script))?;
    let wasm = fs::read(&module).map_err(Problem::file(&module))?;
    let (glue, wasm) = shortened(&glue, &wasm)?;
    fs::write(&script, glue).map_err(Problem::file(&script))?;
    fs::write(&module, wasm).map_err(Problem::file(&module))
}

fn shortened(glue: &str, wasm: &[u8]) -> Result<(String, Vec<u8>), Problem> {
    let mut names = Names::default();
    let mut module = Module::new();
    names
        .parse_core_module(&mut module, Parser::new(0), wasm)
        .map_err(|err| Problem::Wasm(err.to_string()))?;
    Ok((names.renamed(glue)?, module.finish()))
}

/// The short name of each long one, and what the imports are imported from.
#[derive(Default)]
struct Names {
    short: HashMap<String, String>,
    modules: Vec<String>,
}

impl Names {
    /// A name that others may use too, such as `memory`, stays.
    fn shorten(&mut self, name: &str) -> String {
        if !(name.starts_with("__") || name.starts_with("wasm_bindgen_")) {
            return name.to_owned();
        }
        let number = self.short.len();
        self.short.entry(name.to_owned()).or_insert_with(|| format!("${number}")).clone()
    }

    fn renamed(&self, glue: &str) -> Result<String, Problem> {
        if self.short.values().any(|name| glue.contains(name.as_str())) {
            return Err(Problem::Wasm("its JavaScript has such short names of its own".into()));
        }
        let mut renamed = String::with_capacity(glue.len());
        let mut rest = glue;
        while let Some(start) = rest.find(is_of_name) {
            let (between, name) = rest.split_at(start);
            let (name, after) =
                name.split_at(name.find(|it| !is_of_name(it)).unwrap_or(name.len()));
            renamed += between;
            renamed += self.short.get(name).map_or(name, String::as_str);
            rest = after;
        }
        renamed += rest;
        for module in &self.modules {
            renamed = renamed.replace(&format!("\"{module}\""), &format!("\"{GLUE}\""));
        }
        Ok(renamed)
    }
}

fn is_of_name(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || letter == '_'
}

impl Reencode for Names {
    type Error = std::convert::Infallible;

    fn parse_imports(
        &mut self,
        section: &mut ImportSection,
        imports: wasmparser::Imports<'_>,
    ) -> Result<(), reencode::Error<Self::Error>> {
        // Those that share a module's name in a newer format would be left as they are.
        let wasmparser::Imports::Single(_, import) = imports else {
            return reencode::utils::parse_imports(self, section, imports);
        };
        if !self.modules.iter().any(|known| known == import.module) {
            self.modules.push(import.module.to_owned());
        }
        let (name, ty) = (self.shorten(import.name), self.entity_type(import.ty)?);
        section.imports(wasm_encoder::Imports::Single(Import { module: GLUE, name: &name, ty }));
        Ok(())
    }

    fn parse_export(
        &mut self,
        section: &mut ExportSection,
        export: wasmparser::Export<'_>,
    ) -> Result<(), reencode::Error<Self::Error>> {
        let name = self.shorten(export.name);
        section.export(
            &name,
            self.export_kind(export.kind)?,
            self.external_index(export.kind, export.index)?,
        );
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{EntityType, ExportKind, FunctionSection, TypeSection};

    use super::*;

    const GLUE_BEFORE: &str = r#"
        import0 = { __wbg_now_01: () => Date.now(), __wbg_now_0: (a) => a.now() };
        return { "./app_bg.js": import0 };
        memory = wasm.memory; wasm.__wbindgen_start(); let __wbg_init;"#;

    /// A module that imports two functions and exports two.
    fn module(from: &str, imports: [&str; 2], exports: [&str; 2]) -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([], []);
        let mut imported = ImportSection::new();
        for name in imports {
            imported.import(from, name, EntityType::Function(0));
        }
        let mut exported = ExportSection::new();
        for (name, index) in exports.into_iter().zip(0..) {
            exported.export(name, ExportKind::Func, index);
        }
        let mut module = Module::new();
        module.section(&types).section(&imported).section(&FunctionSection::new());
        module.section(&exported);
        module.finish()
    }

    #[test]
    fn both_sides_get_the_same_names() {
        let wasm =
            module("./app_bg.js", ["__wbg_now_01", "__wbg_now_0"], ["memory", "__wbindgen_start"]);
        let (glue, wasm) = shortened(GLUE_BEFORE, &wasm).expect("it is a good module");
        assert_eq!(
            glue,
            r#"
        import0 = { $0: () => Date.now(), $1: (a) => a.now() };
        return { ".": import0 };
        memory = wasm.memory; wasm.$2(); let __wbg_init;"#
        );
        assert_eq!(wasm, module(".", ["$0", "$1"], ["memory", "$2"]));
    }

    #[test]
    fn a_name_that_is_taken_is_refused() {
        let wasm = module("./app_bg.js", ["__wbg_now_01", "__wbg_now_0"], ["memory", "main"]);
        assert!(shortened("const $1 = 1;", &wasm).is_err());
    }

    #[test]
    fn what_is_no_module_is_refused() {
        assert!(shortened("", b"{}").is_err());
    }
}
