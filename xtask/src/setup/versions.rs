//! Finds version numbers in text: in the files that pin them, and in what tools say of themselves.

/// The version of `package` in the text of a `Cargo.lock`.
pub fn locked<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    quoted(lines.nth(1)?.strip_prefix("version = ")?)
}

/// The value of `key` among the simple `key = "value"` lines of a TOML file.
pub fn setting<'a>(toml: &'a str, key: &str) -> Option<&'a str> {
    toml.lines()
        .filter_map(|line| line.split_once('='))
        .find(|(name, _)| name.trim() == key)
        .and_then(|(_, value)| quoted(value.trim()))
}

/// Whether a tool that answers `--version` with `answer` is of exactly this version.
pub fn states(answer: &str, version: &str) -> bool {
    answer.split_whitespace().any(|word| word == version)
}

fn quoted(text: &str) -> Option<&str> {
    text.strip_prefix('"')?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = r#"
[[package]]
name = "wasm-bindgen"
version = "0.2.130"
source = "registry"

[[package]]
name = "wasm-bindgen-macro"
version = "0.2.7"
"#;

    #[test]
    fn a_locked_version_is_found_by_the_whole_name() {
        assert_eq!(locked(LOCK, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(locked(LOCK, "wasm-bindgen-macro"), Some("0.2.7"));
        assert_eq!(locked(LOCK, "wasm"), None);
        assert_eq!(locked("", "wasm"), None);
    }

    #[test]
    fn a_setting_is_found_by_its_key() {
        let toml = "[tools]\nwasm_opt = \"version_132\"\nother=\"x\"\nflag = true";
        assert_eq!(setting(toml, "wasm_opt"), Some("version_132"));
        assert_eq!(setting(toml, "other"), Some("x"));
        assert_eq!(setting(toml, "flag"), None);
        assert_eq!(setting(toml, "opt"), None);
    }

    #[test]
    fn a_tool_states_its_version_as_a_word() {
        assert!(states("trunk 0.21.14\n", "0.21.14"));
        assert!(states("wasm-opt version 132 (version_132)", "132"));
        assert!(!states("trunk 0.21.14", "0.21.1"));
    }
}
