//! The app's own files, which Trunk has each page fetch as soon as it is read, are held back until the page
//! is painted: its loader, in `Trunk.toml`, brings them in then.

/// As the loader calls the element that holds them.
const HOLDER: &str = "<template id=app-files>";

/// The page `html` with what it would fetch ahead in a template, where it does nothing by itself.
pub fn held_back(html: &str) -> String {
    let (mut page, mut held) = (String::new(), String::new());
    for piece in html.split_inclusive('>') {
        let start = piece.rfind('<').unwrap_or(0);
        let (before, tag) = piece.split_at(start);
        page.push_str(before);
        if is_fetched_ahead(tag) { held.push_str(tag) } else { page.push_str(tag) }
    }
    if held.is_empty() { page } else { format!("{page}{HOLDER}{held}</template>") }
}

fn is_fetched_ahead(tag: &str) -> bool {
    let tag = tag.replace('"', "");
    tag.starts_with("<link ") && (tag.contains("rel=modulepreload") || tag.contains("rel=preload"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_fetched_ahead_waits_in_a_template() {
        let page = "<title>a</title><link href=a.css rel=stylesheet><link href=a.js rel=modulepreload>\
            <link href=\"a.wasm\" rel=\"preload\"><p>b<script>1 < 2 > 1</script>";
        let held = "<title>a</title><link href=a.css rel=stylesheet><p>b<script>1 < 2 > 1</script>\
            <template id=app-files><link href=a.js rel=modulepreload>\
            <link href=\"a.wasm\" rel=\"preload\"></template>";
        assert_eq!(held_back(page), held);
    }

    #[test]
    fn a_page_that_fetches_nothing_ahead_stays_as_it_is() {
        let page = "<p>a > b<link href=a.css rel=stylesheet>";
        assert_eq!(held_back(page), page);
    }
}
