//! A letter as it travels: what its reader sees, and what no name or subject can do to it.

use affianca::domain::ids::{Id, LetterId};
use affianca::domain::lang::Lang;
use affianca::domain::letter::{Enclosure, Letter};
use affianca::platform::config::Config;
use affianca::platform::mail::{Addressed, FaultKind, Parts, Reader, Sealed, seal};
use affianca::ui::mail::{PEN, write};

use crate::house::opening;

const SETTINGS: &str = "\
    public_url = \"https://piano.ente.example\"\nname = \"Affianca\"\nowner = \"Ente capofila di prova\"\n\
    contact_email = \"segreteria@ente.example\"\ncontact_phone = \"06 1234567\"\nmail_from = \"posta@ente.example\"";

fn config() -> Config {
    Config::from_text(SETTINGS).unwrap()
}

/// Every block there is.
fn sample(lang: Lang) -> Letter {
    let (subject, told, fact, item, label) = match lang {
        Lang::It => (
            "La vostra iscrizione è confermata",
            "Il posto c’è: «Accoglienza & servizi», a Ivrea.",
            "Giorno",
            "portate un documento, perché all’ingresso della sede della Città metropolitana viene chiesto a tutti",
            "Vedi la giornata",
        ),
        Lang::En => (
            "Your enrolment is confirmed",
            "There is a seat: “Reception & services”, in Ivrea.",
            "Day",
            "bring a document, because at the entrance of the building of the metropolitan city everybody is asked",
            "See the day",
        ),
    };
    Letter::new("sample", lang, subject)
        .say(told)
        .facts([(fact.to_owned(), "2.3.2026 <10.00>".to_owned())])
        .list([item.to_owned(), "…".to_owned()])
        .code("AB12-CD34")
        .heading(subject)
        .action(label, "/seminari/1?da=posta&x=1")
}

fn parts(lang: Lang) -> Parts {
    write(&sample(lang), &Reader { name: "Niccolò D’Angelo", has_account: lang == Lang::It }, &config())
}

#[test]
fn a_letter_reads_well_in_both_languages() {
    for lang in Lang::ALL {
        let Parts { text, html } = parts(lang);
        insta::assert_snapshot!(format!("letter-{}-text", lang.as_str()), text);
        insta::assert_snapshot!(format!("letter-{}-html", lang.as_str()), html.replace("><", ">\n<"));
    }
}

#[test]
fn both_parts_say_the_same_and_nothing_is_fetched() {
    for lang in Lang::ALL {
        let Parts { text, html } = parts(lang);
        for words in ["Niccolò D’Angelo", "2.3.2026", "AB12-CD34", "Ente capofila di prova", "06 1234567", "segreteria@ente.example"] {
            assert!(text.replace('\n', " ").contains(words) && html.contains(words), "{words}");
        }
        assert!(text.contains("\nhttps://piano.ente.example/seminari/1?da=posta&x=1\n"), "{text}");
        assert!(html.contains("href=\"https://piano.ente.example/seminari/1?da=posta&amp;x=1\""), "{html}");
        assert!(html.contains("&lt;10.00&gt;"), "{html}");
        for fetched in ["src=", "url(", "<link", "<style", "<script", "<img"] {
            assert!(!html.contains(fetched), "{fetched}");
        }
        assert!(text.lines().all(|line| line.chars().count() <= 78), "{text}");
    }
}

fn sealed(name: &str, address: &str, letter: &Letter) -> Result<Sealed, FaultKind> {
    let id = LetterId::parse("0192f0c1-2345-7abc-8def-0123456789ab").unwrap();
    let parts = write(letter, &Reader { name, has_account: true }, &config());
    seal(&Addressed { id: &id, posted: opening(), name, address, letter }, parts, &config()).map_err(|fault| fault.kind)
}

/// Header lines of the message itself, unfolded.
fn headers(sealed: &Sealed) -> Vec<String> {
    let text = String::from_utf8(sealed.message.clone()).unwrap();
    let head = text.split("\r\n\r\n").next().unwrap().replace("\r\n ", " ").replace("\r\n\t", " ");
    head.split("\r\n").map(str::to_owned).collect()
}

#[test]
fn the_envelope_is_as_the_standards_want_it() {
    let found = headers(&sealed("Niccolò D’Angelo", "n.dangelo@comune.example", &sample(Lang::It)).unwrap());
    let of = |name: &str| {
        let lines: Vec<_> = found.iter().filter_map(|line| line.strip_prefix(&format!("{name}: "))).collect();
        assert_eq!(lines.len(), 1, "{name}: {found:?}");
        lines[0].to_owned()
    };
    assert_eq!(of("Date"), "Mon, 02 Mar 2026 08:00:00 +0000");
    assert_eq!(of("From"), "Affianca <posta@ente.example>");
    assert_eq!(of("Reply-To"), "Affianca <segreteria@ente.example>");
    assert!(of("To").contains("=?utf-8?b?") && of("To").ends_with("<n.dangelo@comune.example>"), "{}", of("To"));
    assert!(of("Subject").contains("=?utf-8?b?"), "{}", of("Subject"));
    assert_eq!(of("Message-ID"), "<0192f0c1-2345-7abc-8def-0123456789ab@piano.ente.example>");
    assert_eq!(of("Auto-Submitted"), "auto-generated");
    assert_eq!(of("Content-Language"), "it");
    assert_eq!(of("MIME-Version"), "1.0");
    assert!(of("Content-Type").starts_with("multipart/alternative"), "{}", of("Content-Type"));
}

#[test]
fn sealed_twice_it_is_the_same_to_the_byte() {
    let seal = || sealed("Anna", "anna@comune.example", &sample(Lang::It)).unwrap().message;
    assert_eq!(seal(), seal());
    assert!(seal().is_ascii() && seal().split(|b| *b == b'\n').all(|line| line.len() <= 998));
}

#[test]
fn nobody_writes_a_header_of_their_own() {
    for evil in [
        "Anna\r\nBcc: tutti@x.example",
        "Anna\nBcc: tutti@x.example\n\nEcco",
        "Anna\rBcc: tutti@x.example",
        "\u{2028}Bcc: x",
        "\u{0}\u{1b}[2J",
    ] {
        let mut letter = sample(Lang::It);
        letter.subject = evil.to_owned();
        letter.enclosures = vec![Enclosure { name: evil.to_owned(), media: "text/plain".into(), text: "…".into() }];
        let sealed = sealed(evil, "anna@comune.example", &letter).unwrap();
        let found = headers(&sealed);
        assert!(!found.iter().any(|line| line.to_lowercase().starts_with("bcc")), "{found:?}");
        assert_eq!(found.iter().filter(|line| line.starts_with("Subject: ")).count(), 1, "{found:?}");
    }
    for address in ["anna@comune.example\r\nBcc: x@y.example", "anna", "", "a b@c.example", "anna@comune.example, b@c.example"] {
        assert_eq!(sealed("Anna", address, &sample(Lang::It)).map(drop), Err(FaultKind::Address), "{address}");
    }
}

#[test]
fn an_enclosure_keeps_its_media_type_with_the_parameters() {
    let calendar = Enclosure {
        name: "giornata è qui.ics".into(),
        media: "text/calendar; method=REQUEST; charset=utf-8".into(),
        text: "BEGIN:VCALENDAR\r\nSUMMARY:Perché è così\r\nEND:VCALENDAR\r\n".into(),
    };
    let sealed = sealed("Anna", "anna@comune.example", &sample(Lang::It).enclose(calendar)).unwrap();
    let text = String::from_utf8(sealed.message.clone()).unwrap();
    assert!(headers(&sealed).iter().any(|line| line.starts_with("Content-Type: multipart/mixed")), "{text}");
    assert!(text.contains("multipart/alternative"), "{text}");
    assert!(text.contains("Content-Type: text/calendar; method=REQUEST; charset=utf-8\r\n"), "{text}");
    assert!(text.contains("Content-Disposition: attachment;") && text.contains("filename*0*=utf-8''giornata%20%C3%A8%20qui.ics"), "{text}");
    let broken = Enclosure { name: "x".into(), media: "no media type".into(), text: String::new() };
    assert_eq!(self::sealed("Anna", "a@b.example", &sample(Lang::It).enclose(broken)).map(drop), Err(FaultKind::Refused));
}

#[test]
fn several_letters_become_one_with_all_they_enclose() {
    let ics = Enclosure { name: "a.ics".into(), media: "text/calendar".into(), text: "x".into() };
    let digest = (PEN.gather)(vec![sample(Lang::En), sample(Lang::En).enclose(ics.clone())]);
    assert_eq!((digest.lang, digest.subject.as_str(), digest.secret), (Lang::En, "Your 2 messages of today", false));
    assert_eq!(digest.enclosures, [ics]);
    let text = write(&digest, &Reader { name: "Anna", has_account: true }, &config()).text;
    assert_eq!(text.matches("Your enrolment is confirmed\n---------------------------\n").count(), 4, "{text}");
}
