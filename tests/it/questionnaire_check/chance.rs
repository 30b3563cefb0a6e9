//! Files spoilt at random: whatever a slip of the hand does, the check answers, and points into the file.

use proptest::prelude::*;

use super::base::*;

/// What a slip leaves behind: signs of TOML and of conditions, words of the format, letters of more than one byte.
fn snippet() -> impl Strategy<Value = String> {
    let words =
        ["", "\"", "[", "]]", "{", "}", "=", "\n", "è", "\"\"\"", "\\", "not ", "1e999", "id = \"Q2\"\n", "[[question]]\n", "..", "▸"];
    prop_oneof![prop::sample::select(words.to_vec()).prop_map(str::to_owned), "[ -~]{0,4}"]
}

proptest! {
    #[test]
    fn no_slip_makes_the_check_panic_or_point_outside(
        slips in prop::collection::vec((0usize..6, any::<prop::sample::Index>(), 0usize..30, snippet()), 1..4),
    ) {
        let mut files = files();
        for (file, place, length, snippet) in slips {
            let text = &mut files[file].text;
            let from = text.floor_char_boundary(place.index(text.len() + 1));
            let to = text.ceil_char_boundary((from + length).min(text.len()));
            text.replace_range(from..to, &snippet);
        }
        for fault in parsed(&files).err().unwrap_or_default() {
            let file = files.iter().find(|f| f.path == fault.file).expect("a file that was given");
            let line = file.text.split('\n').nth(fault.line - 1).expect("a line of the file");
            prop_assert!(fault.column <= line.chars().count() + 1, "{fault:?} in {line:?}");
        }
    }
}
