//! Text that people paste: paragraphs, lists, bold, italic and links are kept, everything else is dropped.
//!
//! What was typed is stored as it was typed and read again whenever it is shown. Nothing of it ever becomes a page by itself:
//! it is read into the few shapes below, which cannot say anything harmful, and `ui/prose.rs` writes those. Runs are flat, so
//! there is no depth to fall into; every step is linear in the length of the text.

mod block;
mod glyphs;
mod html;
mod link;
mod marks;
mod tokens;

pub use link::Link;

use self::block::Builder;

/// Longest text, in bytes: some twenty pages.
pub const LONGEST: usize = 60_000;

/// A text as it may be shown.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Prose {
    pub blocks: Vec<Block>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    Paragraph(Vec<Run>),
    List {
        /// The number of the first item; none: bullets.
        first: Option<u32>,
        items: Vec<Vec<Run>>,
    },
}

/// Letters in one style. A line break is `\n`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    pub text: String,
    pub bold: bool,
    pub italic: bool,
    pub link: Option<Link>,
}

/// Longer than [`LONGEST`]: how many bytes it has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooLong(pub usize);

impl Prose {
    /// Reads what was typed or pasted, as plain text with marks (`**bold**`, `*italic*`, `- item`, `1. item`) or as HTML of a
    /// word processor or a page.
    pub fn read(typed: &str) -> Result<Prose, TooLong> {
        if typed.len() > LONGEST {
            return Err(TooLong(typed.len()));
        }
        Ok(Prose::kept(typed))
    }

    /// Reads what was once taken. Whatever should have become longer since is cut.
    pub fn kept(stored: &str) -> Prose {
        let text = stored.get(..stored.floor_char_boundary(LONGEST)).unwrap_or_default();
        let mut builder = Builder::default();
        if html::is_html(text) {
            html::read(text, &mut builder);
        } else {
            marks::read(text, &mut builder);
        }
        Prose { blocks: builder.done() }
    }

    pub fn is_empty(&self) -> bool {
        self.blocks.is_empty()
    }

    /// The words alone, a block a paragraph: for letters, the index of search, and whoever looks for personal data.
    pub fn plain(&self) -> String {
        let words = |runs: &[Run]| runs.iter().map(|run| run.text.as_str()).collect::<String>();
        let block = |block: &Block| match block {
            Block::Paragraph(runs) => words(runs),
            Block::List { first, items } => {
                let mark = |at: usize| first.map_or("- ".to_owned(), |first| format!("{}. ", u64::from(first) + at as u64));
                items.iter().enumerate().map(|(at, item)| format!("{}{}", mark(at), words(item))).collect::<Vec<_>>().join("\n")
            }
        };
        self.blocks.iter().map(block).collect::<Vec<_>>().join("\n\n")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn plain(typed: &str) -> String {
        Prose::read(typed).unwrap().plain()
    }

    fn runs(typed: &str) -> Vec<Run> {
        match Prose::read(typed).unwrap().blocks.into_iter().next() {
            Some(Block::Paragraph(runs)) => runs,
            other => panic!("{other:?}"),
        }
    }

    fn links(typed: &str) -> Vec<(String, String)> {
        runs(typed).into_iter().filter_map(|run| run.link.map(|link| (run.text, link.href().to_owned()))).collect()
    }

    #[test]
    fn plain_text_keeps_its_paragraphs_lines_and_marks() {
        assert_eq!(plain("Buongiorno,\r\nun caso.\r\n\r\n\r\nGrazie"), "Buongiorno,\nun caso.\n\nGrazie");
        assert_eq!(plain("Servono:\n- la ricevuta\n• il passaporto\n\nAltro"), "Servono:\n\n- la ricevuta\n- il passaporto\n\nAltro");
        assert_eq!(plain("3. terzo\n4) quarto"), "3. terzo\n4. quarto");
        let styled: Vec<_> = runs("è **molto** *strano*, 3 * 4 * 5 e a_b_c").into_iter().map(|r| (r.text, r.bold, r.italic)).collect();
        let expected = [("è ", false, false), ("molto", true, false), (" ", false, false), ("strano", false, true)];
        let expected = expected.into_iter().chain([(", 3 * 4 * 5 e a_b_c", false, false)]);
        assert_eq!(styled, expected.map(|(text, bold, italic)| (text.to_owned(), bold, italic)).collect::<Vec<_>>());
        assert_eq!(plain("l'art. 7 < 60 giorni & oltre > 5"), "l'art. 7 < 60 giorni & oltre > 5");
        assert_eq!(plain("5.000 abitanti\n2026 è l'anno"), "5.000 abitanti\n2026 è l'anno");
    }

    #[test]
    fn what_a_word_processor_pastes_is_taken_apart() {
        let word = "<html><head><style>p {color:red}</style><title>x</title></head><body><!--StartFragment-->\
            <h2>Quesito</h2><p class=MsoNormal style='color:red'>Il <b>permesso</b>&nbsp;è <i>scaduto</i>:<o:p></o:p></p>\
            <p class=MsoListParagraphCxSpFirst><![if !supportLists]><span>·<span>&nbsp;&nbsp; </span></span><![endif]>uno</p>\
            <p class=MsoListParagraphCxSpLast><![if !supportLists]>·&nbsp;<![endif]>due</p>\
            <table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>\
            <ol start=\"2\"><li>primo<li><p>secondo</p></ol><script>alert(1)</script><!--EndFragment--></body></html>";
        assert_eq!(plain(word), "Quesito\n\nIl permesso è scaduto:\n\n- uno\n- due\n\na b\n\nc\n\n2. primo\n3. secondo");
    }

    #[test]
    fn scripts_and_broken_marks_leave_nothing_but_words() {
        for (typed, left) in [
            ("<p>a<script>alert(1)</script>b</p>", "ab"),
            ("<p>a<script>alert(1)", "aalert(1)"),
            ("<p onclick=alert(1)>a</p>", "a"),
            ("<p>a<img src=x onerror=alert(1)>b", "ab"),
            ("<p>a<svg><p><style><!--</style><img src=x onerror=alert(1)>--></svg>b", "ab"),
            ("<p>a<!-- b", "a<!-- b"),
            ("<p>a<b", "a<b"),
            ("<p title=\"x>y\">a</p>", "a"),
            ("<p title=\"x>a", "a"),
            ("<p>&lt;script&gt;</p>", "<script>"),
            ("<p>&#60;script&#x3e;&#0;&#xffffffff;&bogus;</p>", "<script>&#0;&#xffffffff;&bogus;"),
            ("</p></p></b></a><p>a", "a"),
            ("<script>solo testo</script>", "<script>solo testo</script>"),
        ] {
            assert_eq!(plain(typed), left, "{typed}");
        }
    }

    #[test]
    fn links_go_where_they_say() {
        let table = [
            ("<a href='https://www.interno.gov.it/it'>Ministero</a>", "Ministero (www.interno.gov.it)", "https://www.interno.gov.it/it"),
            ("vedi https://www.anci.it/a.", "https://www.anci.it/a", "https://www.anci.it/a"),
            ("www.anci.it", "www.anci.it", "https://www.anci.it/"),
            (
                "<a href='https://comune.it.evil.example/'>comune.it</a>",
                "comune.it (comune.it.evil.example)",
                "https://comune.it.evil.example/",
            ),
            (
                "<a href='https://comune.it@evil.example/'>https://comune.it</a>",
                "https://comune.it (evil.example)",
                "https://evil.example/",
            ),
            (
                "<a href='https://evil.example/'>evil.example o comune.it</a>",
                "evil.example o comune.it (evil.example)",
                "https://evil.example/",
            ),
            ("https://раypal.com/x", "https://раypal.com/x (xn--ypal-43d9g.com)", "https://xn--ypal-43d9g.com/x"),
            ("<a href='mailto:anna@comune.it?body=x'>scrivi</a>", "scrivi (anna@comune.it)", "mailto:anna@comune.it"),
        ];
        for (typed, label, href) in table {
            assert_eq!(links(typed), [(label.to_owned(), href.to_owned())], "{typed}");
        }
        for harmless in [
            "<a href='javascript:alert(1)'>x</a>",
            "<a href=' java\nscript:alert(1)'>x</a>",
            "<a href='&#106;avascript:alert(1)'>x</a>",
            "<a href='data:text/html,x'>x</a>",
            "<a href='vbscript:x'>x</a>",
            "<a href='/area'>x</a>",
            "<a href='//evil.example'>x</a>",
            "<a href='https://'>x</a>",
            "<a href='blob:https://a.example/x'>x</a>",
            "<a>x</a>",
        ] {
            assert_eq!(links(harmless), [], "{harmless}");
            assert_eq!(plain(harmless), "x");
        }
    }

    #[test]
    fn what_cannot_be_seen_is_taken_out() {
        assert_eq!(plain("a\u{202e}b\u{2066}c\u{2069}d\u{200b}e\u{feff}f\u{ad}g\u{7}h\u{e0041}i"), "abcdefghi");
        assert_eq!(plain("<p>a&#8238;b&#x200B;c</p>"), "abc");
        assert_eq!(plain("a\u{300}\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}"), "a\u{300}\u{301}\u{302}");
        assert_eq!(plain("می\u{200c}خواهم a\u{200d}b"), "می\u{200c}خواهم ab");
        assert_eq!(plain("a\u{2028}b\u{b}c"), "a\nb\nc");
    }

    #[test]
    fn too_long_is_refused_and_what_is_kept_is_cut() {
        let line = "à".repeat(500_000);
        assert_eq!(Prose::read(&line), Err(TooLong(1_000_000)));
        assert_eq!(Prose::kept(&line).plain().len(), LONGEST);
    }

    /// The longest text of what each step begins to read and gives up, or could nest.
    #[test]
    fn nothing_is_too_deep_or_too_tangled() {
        for piece in [
            "<b>",
            "<p><b id=1>",
            "<div>",
            "<td><div>",
            "<ul><li>",
            "<a href='x'>",
            "<!--",
            "<p \"",
            "<script>",
            "**a ",
            "*a",
            "_",
            "&#",
            "www.",
            "https://",
            "<",
            "</",
            "<a href=www.",
            "\u{202e}",
            "- a\n",
            "<![if",
        ] {
            for begun in ["<p>", "<ol><li>a", "<ul><li>"] {
                let long = format!("{begun}{}", piece.repeat(LONGEST / piece.len() - 1));
                assert!(Prose::kept(&long).plain().len() <= LONGEST);
            }
            assert!(Prose::read(&piece.repeat(LONGEST / piece.len())).is_ok());
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read(typed in "(\\PC|<[a-z/!]{1,6}|>|&[#a-z0-9]{1,5};?|['\"= \\n]|\\*\\*?|- |1\\. |www\\.a\\.it|[\u{200b}-\u{206f}]){0,120}") {
            let prose = Prose::read(&typed).unwrap();
            let hidden = prose.plain().contains(['\u{202e}', '\u{200b}', '\0']);
            prop_assert!(!hidden);
            let is_full = |block: &Block| match block {
                Block::Paragraph(runs) => !runs.is_empty(),
                Block::List { items, .. } => !items.is_empty() && items.iter().all(|item| !item.is_empty()),
            };
            prop_assert!(prose.blocks.iter().all(is_full));
        }
    }
}
