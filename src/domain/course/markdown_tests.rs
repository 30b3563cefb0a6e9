//! What authors write, what a lesson makes of it, and what it says about it.

use super::*;

fn remarks(text: &str) -> Vec<Mistake> {
    read(text).remarks.into_iter().map(|(_, mistake)| mistake).collect()
}

fn text(words: &str) -> Vec<Inline> {
    vec![Inline::Text(words.to_owned())]
}

#[test]
fn headings_go_down_by_one_and_have_names_of_their_own() {
    let reading = read("# Perché\n\n## Chi può\n\n# Perché\n");
    assert_eq!(reading.remarks, []);
    assert_eq!(reading.headings, ["perche", "chi-puo", "perche-2"]);
    let levels: Vec<_> =
        reading.blocks.iter().filter_map(|b| if let Block::Heading { level, .. } = b { Some(*level) } else { None }).collect();
    assert_eq!(levels, [2, 3, 2]);
}

#[test]
fn hostile_html_is_letters_and_a_remark() {
    let hostile =
        "Prima\n\n<script>alert(1)</script>\n\nUn <img src=x onerror=alert(1)> dopo\n\n[x](javascript:alert(1)) ![y](data:text/html,z)\n";
    let reading = read(hostile);
    let shown = format!("{:?}", reading.blocks);
    assert!(shown.contains("Text(\"<script>alert(1)</script>"), "{shown}");
    assert!(shown.contains("to: Nowhere") && !shown.contains("Web("), "{shown}");
    let said = remarks(hostile);
    assert!(said.iter().filter(|m| **m == Mistake::RawHtml).count() >= 2, "{said:?}");
    assert!(said.contains(&Mistake::UnsafeLink { address: "javascript:alert(1)".to_owned() }));
}

#[test]
fn no_address_but_ours_the_webs_and_a_mailbox() {
    let cases = [
        ("#chi-puo", Target::Here("chi-puo".to_owned())),
        ("02-primo.md", Target::Lesson { lesson: "primo".to_owned(), heading: None }),
        ("02-primo.md#a", Target::Lesson { lesson: "primo".to_owned(), heading: Some("a".to_owned()) }),
        ("files/scheda.svg", Target::File("scheda.svg".to_owned())),
        ("https://www.normattiva.it/", Target::Web("https://www.normattiva.it/".to_owned())),
        ("mailto:a@b.it", Target::Mail("a@b.it".to_owned())),
        ("files/../course.toml", Target::Nowhere),
        ("//altrove.it", Target::Nowhere),
        ("JavaScript:alert(1)", Target::Nowhere),
        ("data:text/html,x", Target::Nowhere),
        ("/area", Target::Nowhere),
        ("https://", Target::Nowhere),
    ];
    for (address, expected) in cases {
        assert_eq!(target(address), expected, "{address}");
    }
}

#[test]
fn a_picture_alone_is_a_figure_and_a_film_a_video() {
    let reading = read("![Due porte](files/porte.svg \"Le due porte\")\n\n![Intervista](files/sindaca.mp4)\n");
    assert_eq!(reading.remarks, []);
    let caption = Some("Le due porte".to_owned());
    assert_eq!(reading.blocks[0], Block::Figure { file: "porte.svg".to_owned(), alt: "Due porte".to_owned(), caption });
    let (file, captions, title) = ("sindaca.mp4".to_owned(), "sindaca.vtt".to_owned(), "Intervista".to_owned());
    assert_eq!(reading.blocks[1], Block::Video { file, captions, title });
    assert_eq!(remarks("![](files/porte.svg)"), [Mistake::MissingAlt { file: "porte.svg".to_owned() }]);
    assert_eq!(remarks("Guardate ![Due porte](files/porte.svg)."), [Mistake::PictureInText]);
}

#[test]
fn lists_tables_and_boxes_keep_their_shape() {
    let reading = read("- [ ] uno\n- [ ] due **forte**\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\n> [!WARNING]\n> Piano.\n");
    assert_eq!(reading.remarks, []);
    let Block::List { start: None, items } = &reading.blocks[0] else { panic!("a list") };
    assert!(items.iter().all(|item| item.box_) && items[0].blocks == [Block::Paragraph(text("uno"))]);
    assert_eq!(reading.blocks[1], Block::Table { head: vec![text("A"), text("B")], rows: vec![vec![text("1"), text("2")]] });
    assert_eq!(reading.blocks[2], Block::Quote { callout: Some(Callout::Warning), blocks: vec![Block::Paragraph(text("Piano."))] });
}

#[test]
fn what_hampers_a_reader_is_said() {
    assert_eq!(remarks("# A\n\n### C\n"), [Mistake::HeadingSkipped { level: 3, after: 1 }]);
    assert_eq!(remarks("## B\n"), [Mistake::HeadingSkipped { level: 2, after: 0 }]);
    assert_eq!(remarks("[](https://a.it)"), [Mistake::LinkWithoutText]);
    assert_eq!(remarks("[qui](https://a.it)"), [Mistake::VagueLink { text: "qui".to_owned() }]);
    assert_eq!(remarks("| A | |\n|---|---|\n| 1 | 2 |\n"), [Mistake::TableWithoutHeader]);
    assert_eq!(
        remarks("![Casa](https://altrove.it/a.png)"),
        [Mistake::PictureElsewhere { address: "https://altrove.it/a.png".to_owned() }]
    );
}

proptest::proptest! {
    #[test]
    fn whatever_is_written_is_read(text in ".{0,400}") {
        let _ = read(&text);
    }

    #[test]
    fn marks_in_any_order_are_read(parts in proptest::collection::vec("[#>*_`|!\\[\\]()<>\n -]{0,6}|a|<b>|\\[!NOTE\\]|files/a.svg", 0..60)) {
        let _ = read(&parts.concat());
    }
}
