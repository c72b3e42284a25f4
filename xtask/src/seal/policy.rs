//! The content security policy of a page: what it may load and run, and nothing else.
//!
//! A static host sends no headers of ours, so it stands in the page, before all that it is about.
//! <https://www.w3.org/TR/CSP3/>

use crate::problem::Problem;

/// What the policy stands after: the browser must know how to read the page first. Minified pages have
/// no tag for their head.
const AFTER: &str = "<meta charset";

/// The page `html` with its policy: its own scripts and styles run, by their hashes.
pub fn added(html: &str) -> Result<String, Problem> {
    let start = html.find(AFTER).ok_or(Problem::Page { lacks: AFTER })?;
    let length = html[start..].find('>').ok_or(Problem::Page { lacks: AFTER })? + 1;
    let (before, after) = html.split_at(start + length);
    let policy = policy(&inline(html, "script"), &inline(html, "style"));
    Ok(format!("{before}<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">{after}"))
}

fn policy(scripts: &[&str], styles: &[&str]) -> String {
    let hashes = |contents: &[&str]| {
        let hashes = contents.iter().map(|it| format!(" '{}'", super::hash(it.as_bytes())));
        hashes.collect::<Vec<_>>().concat()
    };
    [
        "default-src 'none'".to_owned(),
        format!("script-src 'self' 'wasm-unsafe-eval'{}", hashes(scripts)),
        format!("style-src{}", hashes(styles)),
        // The app and its worker fetch each other's files, and the pictures are ours.
        "connect-src 'self'".to_owned(),
        "img-src 'self'".to_owned(),
        "manifest-src 'self'".to_owned(),
        "worker-src 'self'".to_owned(),
        // The guide for a screen that is off is made on the device.
        "media-src blob:".to_owned(),
        "base-uri 'none'".to_owned(),
        "form-action 'none'".to_owned(),
        // Text becomes a script, or the address of one, through our own policy only.
        "require-trusted-types-for 'script'".to_owned(),
        "trusted-types default".to_owned(),
    ]
    .join("; ")
}

/// What stands in each element `tag` of the page itself, in order.
fn inline<'a>(html: &'a str, tag: &str) -> Vec<&'a str> {
    let (opening, closing) = (format!("<{tag}"), format!("</{tag}>"));
    let mut found = vec![];
    let mut rest = html;
    while let Some(start) = rest.find(&opening) {
        rest = &rest[start + opening.len()..];
        let Some((attributes, content)) = rest.split_once('>') else { break };
        // The tag of another element may begin alike.
        if !attributes.is_empty() && !attributes.starts_with(char::is_whitespace) {
            continue;
        }
        let Some((content, after)) = content.split_once(&closing) else { break };
        if !attributes.contains("src=") {
            found.push(content);
        }
        rest = after;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_in_the_page_is_found_and_what_is_fetched_is_not() {
        let html = "<style>a{}</style><script src=\"a.js\"></script><script type=module>go()</script>\
            <styled>b</styled><script>1 < 2</script>";
        assert_eq!(inline(html, "script"), ["go()", "1 < 2"]);
        assert_eq!(inline(html, "style"), ["a{}"]);
    }

    #[test]
    fn the_policy_comes_first_and_names_each_script_by_its_hash() {
        let page = added("<meta charset=utf-8><script></script>").expect("a page");
        let start = "<meta charset=utf-8><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; \
            script-src 'self' 'wasm-unsafe-eval' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; ";
        assert!(page.starts_with(start), "{page}");
        assert!(page.ends_with("default\"><script></script>"), "{page}");
    }

    #[test]
    fn a_page_that_does_not_say_how_to_read_it_is_refused() {
        assert!(added("<p>").is_err());
    }
}
