//! Addresses of our own that come from outside, as the way back after signing in does.

use rocket::http::uri::Origin;

/// Longest address taken back, in bytes.
const LONGEST: usize = 2000;

/// The text, if it is a path on this server and nothing else to any browser: one leading slash, visible ASCII, no
/// backslash (browsers read `/\` as `//`, another host), no step upward.
pub fn local_path(text: &str) -> Option<&str> {
    let is_plain = text.len() <= LONGEST && text.bytes().all(|b| b.is_ascii_graphic() && b != b'\\');
    let path = text.split(['?', '#']).next().unwrap_or_default();
    let is_ours = path.starts_with('/') && !path.starts_with("//") && !path.split('/').any(climbs);
    // Whatever Rocket would not take for an address must not reach a redirect.
    let parsed = text.split('#').next().is_some_and(|address| Origin::parse(address).is_ok());
    (is_plain && is_ours && parsed).then_some(text)
}

/// `.` and `..`, also with the dot percent-encoded, as browsers resolve them.
fn climbs(segment: &str) -> bool {
    matches!(segment.to_ascii_lowercase().replace("%2e", ".").as_str(), "." | "..")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn our_own_addresses_are_taken() {
        for path in ["/", "/area", "/area?esito=salvata", "/area/autodiagnosi/x/sezioni/y?a=%C3%A8&b=//x#Q07", "/a/b.c", "/a//b"] {
            assert_eq!(local_path(path), Some(path));
        }
    }

    #[test]
    fn nothing_that_a_browser_could_take_for_another_place() {
        for attack in [
            "",
            "area",
            "//evil.example",
            "///evil.example",
            "/\\evil.example",
            "\\\\evil.example",
            "/\t/evil.example",
            "/\n/evil.example",
            "/\r\nSet-Cookie: x",
            "/ /evil.example",
            " /area",
            "/area\u{0}",
            "/è",
            "https://evil.example",
            "https:evil.example",
            "javascript:alert(1)",
            "/%2e%2e//evil.example",
            "/area/../esci",
            "/./area",
            "/area/%2E./x",
            "/.",
            "http:/area",
            "@evil.example",
            "?x",
            "#x",
            "/a\u{202e}",
        ] {
            assert_eq!(local_path(attack), None, "{attack:?}");
        }
        assert_eq!(local_path(&format!("/{}", "a".repeat(3000))), None);
    }
}
