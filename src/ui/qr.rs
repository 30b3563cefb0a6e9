//! A text as a QR code: one SVG of ours, without styles of its own, so that the content policy stays strict.

use std::fmt::Write;

use maud::{Markup, html};
use qrcode::{Color, EcLevel, QrCode};

/// White modules around the code, as the standard asks for.
const QUIET: usize = 4;

/// The picture, with the words that stand for it; nothing if the text is too long for any code.
pub fn picture(text: &str, alternative: &str) -> Markup {
    let Ok(code) = QrCode::with_error_correction_level(text, EcLevel::M) else { return html! {} };
    let side = code.width() + 2 * QUIET;
    html! {
        svg .aff-qr role="img" aria-label=(alternative) viewBox={ "0 0 " (side) " " (side) } width="240" height="240" {
            rect width=(side) height=(side) fill="#fff" {}
            path fill="#000" d=(dark(&code)) {}
        }
    }
}

/// The dark modules, row by row, each run of them a rectangle.
fn dark(code: &QrCode) -> String {
    let width = code.width();
    let mut path = String::new();
    for (row, line) in code.to_colors().chunks(width).enumerate() {
        let mut column = 0;
        while column < width {
            let run = line[column..].iter().take_while(|color| **color == Color::Dark).count();
            if run > 0 {
                // Into a string nothing fails.
                let _ = write!(path, "M{} {}h{run}v1h-{run}z", column + QUIET, row + QUIET);
            }
            column += run.max(1);
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_dark_modules_are_drawn_and_no_others() {
        let code = QrCode::with_error_correction_level("otpauth://totp/Affianca:anna?secret=GEZDGNBV", EcLevel::M).unwrap();
        let drawn: usize = dark(&code).split('h').skip(1).filter_map(|run| run.split('v').next()?.parse::<usize>().ok()).sum();
        assert_eq!(drawn, code.to_colors().iter().filter(|color| **color == Color::Dark).count());
    }

    #[test]
    fn the_words_stand_for_the_picture() {
        let shown = picture("otpauth://totp/x", "Codice QR").into_string();
        assert!(shown.contains("role=\"img\" aria-label=\"Codice QR\""), "{shown}");
        assert!(!shown.contains("style"), "{shown}");
        assert_eq!(picture(&"x".repeat(5000), "").into_string(), "");
    }
}
