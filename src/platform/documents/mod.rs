//! Documents on paper: a template and its data become a tagged PDF (PDF/UA-1), in this process, without network or files.
//!
//! ```ignore
//! const LETTER: Template = Template { name: "lettera.typ", text: include_str!("letter.typ") };
//! let pdf = documents::pdf(Document { template: &LETTER, data: json!({ .. }), pictures: vec![qr] }).await?;
//! ```
//! A template begins with `#import "/foglio.typ": *` (see `sheet.typ`), reads what it is given with `json("/dati.json")`
//! and names its pictures as they are called in [`Drawing::name`]. Sentences come with the data, never from the template.

use std::sync::{Arc, LazyLock};

use serde_json::{Value, json};
use typst::foundations::{Bytes, Smart};
use typst::text::Font;
use typst_as_lib::TypstEngine;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::platform::pictures::Picture;
use crate::platform::{Error, Result};

/// What every sheet has in common: format, margins, type, language.
const SHEET: &str = include_str!("sheet.typ");

/// The type of the pages; fonts are embedded in the program, and only the signs that are used go into a document.
static FONTS: LazyLock<Vec<Font>> = LazyLock::new(|| {
    let files: [&'static [u8]; 4] = [
        include_bytes!("fonts/titillium-web-regular.ttf"),
        include_bytes!("fonts/titillium-web-italic.ttf"),
        include_bytes!("fonts/titillium-web-700.ttf"),
        include_bytes!("fonts/roboto-mono-700.ttf"),
    ];
    files.into_iter().flat_map(|file| Font::iter(Bytes::new(file))).collect()
});

/// How a kind of document looks. `name` stands in the causes of faults.
#[derive(Debug)]
pub struct Template {
    pub name: &'static str,
    pub text: &'static str,
}

/// A picture that a template may name, `/emblema-1.svg`: SVG, PNG, JPEG or WebP.
#[derive(Debug, Clone)]
pub struct Drawing {
    pub name: String,
    pub body: Arc<[u8]>,
}

/// A document to be set.
#[derive(Debug, Clone)]
pub struct Document {
    pub template: &'static Template,
    pub data: Value,
    pub pictures: Vec<Drawing>,
}

/// The PDF, set off the threads that serve: some milliseconds a page.
pub async fn pdf(document: Document) -> Result<Vec<u8>> {
    let set = tokio::task::spawn_blocking(move || typeset(&document)).await;
    set.map_err(|e| Error::Bug(format!("typesetting: {e}")))?
}

/// The same on this thread. The same document gives the same bytes.
pub fn typeset(document: &Document) -> Result<Vec<u8>> {
    let name = document.template.name;
    let fault = |what: &str| Error::Bug(format!("{name}: {what}"));
    let data = serde_json::to_vec(&document.data).map_err(|e| fault(&e.to_string()))?;
    let files = document.pictures.iter().map(|picture| (picture.name.as_str(), picture.body.to_vec()));
    let engine = TypstEngine::builder()
        .main_file((name, document.template.text))
        .with_static_source_file_resolver([("foglio.typ", SHEET)])
        .with_static_file_resolver(files.chain([("dati.json", data)]))
        .fonts(FONTS.iter().cloned())
        // What one letter of many has in common with the next is set once.
        .comemo_evict_max_age(Some(20))
        .build();
    let set = engine.compile().output.map_err(|e| fault(&e.to_string()))?;
    let standards = PdfStandards::new(&[PdfStandard::Ua_1]).map_err(|e| fault(e.message()))?;
    let options = PdfOptions { creator: Smart::Custom(None), standards, ..PdfOptions::default() };
    typst_pdf::pdf(&set, &options).map_err(|faults| fault(&faults.iter().map(|f| f.message.as_str()).collect::<Vec<_>>().join("; ")))
}

/// Whether a picture can stand in a document.
pub fn draws(picture: &Picture) -> Result<()> {
    const ALONE: Template = Template {
        name: "immagine.typ",
        text: "#import \"/foglio.typ\": *\n#show: foglio.with(titolo: dati.file)\n= #dati.file\n#image(\"/\" + dati.file, alt: dati.file)\n",
    };
    let name = format!("immagine.{}", picture.ending());
    let pictures = vec![Drawing { name: name.clone(), body: picture.body.clone() }];
    typeset(&Document { template: &ALONE, data: json!({ "lingua": "it", "file": name }), pictures }).map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: Template = Template {
        name: "prova.typ",
        text: "#import \"/foglio.typ\": *\n#show: foglio.with(titolo: dati.titolo)\n= #dati.titolo\n#dati.testo\n#image(\"/segno.svg\", alt: \"un segno\")\n",
    };

    fn plain(text: &str) -> Document {
        let square: &[u8] = b"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 8 8\"><rect width=\"8\" height=\"8\"/></svg>";
        let pictures = vec![Drawing { name: "segno.svg".into(), body: square.into() }];
        Document { template: &PLAIN, data: json!({ "titolo": "Perché sì", "testo": text }), pictures }
    }

    fn has(pdf: &[u8], what: &str) -> bool {
        pdf.windows(what.len()).any(|window| window == what.as_bytes())
    }

    #[test]
    fn a_document_is_a_tagged_pdf_for_everybody() {
        let pdf = typeset(&plain("Così è.")).unwrap();
        assert!(pdf.starts_with(b"%PDF-1.7"));
        for mark in ["pdfuaid:part", "/MarkInfo", "/StructTreeRoot", "/Lang"] {
            assert!(has(&pdf, mark), "{mark}");
        }
    }

    #[test]
    fn the_same_document_gives_the_same_bytes() {
        assert!(typeset(&plain("uno")).unwrap() == typeset(&plain("uno")).unwrap());
        assert!(typeset(&plain("uno")).unwrap() != typeset(&plain("due")).unwrap());
    }

    #[test]
    fn text_of_people_is_text_and_no_command() {
        assert!(typeset(&plain("#import \"/etc/passwd\" $x$ *grassetto* <etichetta> \\")).is_ok());
    }

    #[test]
    fn a_template_reaches_no_file_and_no_network() {
        for reach in ["read(\"/etc/passwd\")", "read(\"/../../etc/passwd\")", "include \"@preview/cetz:0.3.0\""] {
            let text: &'static str = Box::leak(format!("#{reach}").into_boxed_str());
            let template: &'static Template = Box::leak(Box::new(Template { name: "fuori.typ", text }));
            assert!(typeset(&Document { template, data: json!({}), pictures: Vec::new() }).is_err(), "{reach}");
        }
    }
}
