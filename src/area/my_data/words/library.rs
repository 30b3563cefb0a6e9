//! What the tables of the library hold, in both languages.

use super::Said;

pub(super) const IT: &[Said] = &[
    Said {
        key: "faq",
        title: "Domande frequenti di cui vi occupate",
        what: "quali domande frequenti avete in cura, avete aperto o ritirato",
        whose: "esperti, segreteria organizzativa",
        seen_by: "esperti, segreteria organizzativa",
    },
    Said {
        key: "faq-versions",
        title: "Testi delle domande frequenti",
        what: "quali versioni avete salvato, e quando; la firma sotto una risposta pubblicata resta come è stata pubblicata",
        whose: "esperti, segreteria organizzativa",
        seen_by: "tutti, dopo la pubblicazione",
    },
    Said {
        key: "documents",
        title: "Documenti che avete pubblicato",
        what: "quali documenti della biblioteca avete pubblicato o ritirato, e quando",
        whose: "docenti, esperti, segreteria organizzativa",
        seen_by: "docenti, esperti, segreteria organizzativa",
    },
    Said {
        key: "document-versions",
        title: "Versioni dei documenti",
        what: "quali versioni avete caricato, e quando",
        whose: "docenti, esperti, segreteria organizzativa",
        seen_by: "docenti, esperti, segreteria organizzativa",
    },
];

pub(super) const EN: &[Said] = &[
    Said {
        key: "faq",
        title: "Frequent questions you look after",
        what: "which frequent questions you look after, began or withdrew",
        whose: "experts, organising office",
        seen_by: "experts, organising office",
    },
    Said {
        key: "faq-versions",
        title: "Texts of frequent questions",
        what: "which versions you saved, and when; the signature under a published answer stays as it was published",
        whose: "experts, organising office",
        seen_by: "everybody, once published",
    },
    Said {
        key: "documents",
        title: "Documents you published",
        what: "which documents of the library you published or withdrew, and when",
        whose: "trainers, experts, organising office",
        seen_by: "trainers, experts, organising office",
    },
    Said {
        key: "document-versions",
        title: "Versions of documents",
        what: "which versions you uploaded, and when",
        whose: "trainers, experts, organising office",
        seen_by: "trainers, experts, organising office",
    },
];
