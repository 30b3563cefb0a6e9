//! What the tables of the testimonials hold, in both languages.

use super::Said;

pub(super) const IT: &[Said] = &[
    Said {
        key: "testimonials",
        title: "Testimonianze che avete preparato",
        what: "quali testimonianze avete cominciato, cambiato, pubblicato o ritirato, e quando; il contenuto è dell’ente che racconta",
        whose: "docenti, segreteria organizzativa, referenti",
        seen_by: "chi le prepara, l’ente che racconta",
    },
    Said {
        key: "testimonial-versions",
        title: "Versioni di testimonianze inviate e risposte",
        what: "quali versioni avete inviato o approvato, con il nome scritto sotto «visto, si pubblichi» e le correzioni chieste",
        whose: "docenti, segreteria organizzativa, referenti",
        seen_by: "chi le prepara, l’ente che racconta",
    },
    Said {
        key: "testimonial-releases",
        title: "Liberatorie che avete annotato",
        what: "quali liberatorie avete annotato o tolto, e quando; di chi sono resta nella scheda",
        whose: "docenti, segreteria organizzativa",
        seen_by: "chi prepara la testimonianza",
    },
    Said {
        key: "testimonial-suspensions",
        title: "Periodi elettorali che avete inserito",
        what: "quali periodi avete inserito o tolto, e quando",
        whose: "segreteria organizzativa",
        seen_by: "segreteria organizzativa",
    },
];

pub(super) const EN: &[Said] = &[
    Said {
        key: "testimonials",
        title: "Testimonials you prepared",
        what: "which testimonials you began, changed, published or withdrew, and when; what they tell belongs to the body that tells it",
        whose: "trainers, organising office, coordinators",
        seen_by: "those who prepare them, the body that tells",
    },
    Said {
        key: "testimonial-versions",
        title: "Versions of testimonials sent, and answers",
        what: "which versions you sent or approved, with the name written under the approval and the corrections asked for",
        whose: "trainers, organising office, coordinators",
        seen_by: "those who prepare them, the body that tells",
    },
    Said {
        key: "testimonial-releases",
        title: "Releases you noted",
        what: "which releases you noted or removed, and when; whose they are stays in the sheet",
        whose: "trainers, organising office",
        seen_by: "those who prepare the testimonial",
    },
    Said {
        key: "testimonial-suspensions",
        title: "Electoral periods you entered",
        what: "which periods you entered or removed, and when",
        whose: "organising office",
        seen_by: "organising office",
    },
];
