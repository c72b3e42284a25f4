//! A QR code of a text, as a picture that prints sharply.

use std::fmt::Write;

use maud::{Markup, html};
use qrcodegen::{QrCode, QrCodeEcc};

/// So many modules around it stay empty (ISO/IEC 18004, 9.1).
const QUIET: i32 = 4;

/// `name` says what it is to those who do not see it. Nothing where the text is too long for any code.
pub fn square_code(text: &str, name: &str) -> Markup {
    let Ok(code) = QrCode::encode_text(text, QrCodeEcc::Medium) else { return html! {} };
    let size = code.size() + 2 * QUIET;
    html! {
        svg class="square-code" role="img" aria-label=(name) viewBox=(format!("0 0 {size} {size}")) {
            rect width=(size) height=(size) fill="#fff" {}
            path d=(dark(&code)) fill="#000" {}
        }
    }
}

/// The dark modules, row by row, those beside each other as one.
fn dark(code: &QrCode) -> String {
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let run = (x..code.size()).take_while(|x| code.get_module(*x, y)).count();
            let run = i32::try_from(run).unwrap_or(0);
            if run > 0 {
                // Nothing fails to be written into a text.
                let _ = write!(path, "M{} {}h{run}v1h-{run}z", x + QUIET, y + QUIET);
            }
            x += run + 1;
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_dark_module_is_drawn_and_no_light_one() {
        let code = QrCode::encode_text("limber", QrCodeEcc::Medium).expect("a short text");
        let drawn: usize = dark(&code)
            .split('M')
            .filter_map(|run| run.split_once('h')?.1.split_once('v')?.0.parse::<usize>().ok())
            .sum();
        let places = (0..code.size()).flat_map(|y| (0..code.size()).map(move |x| (x, y)));
        assert_eq!(drawn, places.filter(|(x, y)| code.get_module(*x, *y)).count());
    }

    #[test]
    fn a_text_that_no_code_holds_has_none() {
        assert_eq!(square_code(&"a".repeat(4_000), "").into_string(), "");
    }
}
