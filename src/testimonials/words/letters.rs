//! The phrases of the letters about testimonials.

use crate::domain::lang::Lang;

type Text = &'static str;
type Of = fn(&str) -> String;
type OfTwo = fn(&str, &str) -> String;

super::phrases! {
    sent_subject: Of = |t| format!("Da approvare: la testimonianza «{t}»"), |t| format!("To be approved: the testimonial “{t}”");
    sent: OfTwo = |t, e| format!("La testimonianza «{t}» di {e} è pronta perché la guardiate."), |t, e| format!("The testimonial “{t}” of {e} is ready for you to look at.");
    sent_what: Text = "Nulla sarà pubblicato senza il vostro «visto, si pubblichi». Potete chiedere correzioni, e ritirarla anche dopo.", "Nothing is published without your approval. You can ask for corrections, and withdraw it later too.";
    note: Text = "Nota di chi prepara", "Note of those who prepare it";
    look: Text = "Guarda la testimonianza", "Look at the testimonial";
    open: Text = "Apri la scheda", "Open the sheet";
    read: Text = "Leggi la pagina", "Read the page";
    corrections_subject: Of = |t| format!("Correzioni chieste: «{t}»"), |t| format!("Corrections asked for: “{t}”");
    corrections: OfTwo = |t, e| format!("{e} ha guardato la testimonianza «{t}» e chiede correzioni."), |t, e| format!("{e} has looked at the testimonial “{t}” and asks for corrections.");
    asked: Text = "Che cosa chiede", "What it asks";
    approved_subject: Of = |t| format!("Visto, si pubblichi: «{t}»"), |t| format!("Approved: “{t}”");
    approved: fn(&str, &str, &str) -> String = |t, e, n| format!("{n} ha approvato per {e} la testimonianza «{t}»."), |t, e, n| format!("{n} has approved the testimonial “{t}” for {e}.");
    approved_what: Text = "Se non manca altro, potete pubblicarla. Se la cambiate, va approvata di nuovo.", "If nothing else is missing, you can publish it. If you change it, it has to be approved again.";
    published_subject: Of = |t| format!("Pubblicata: «{t}»"), |t| format!("Published: “{t}”");
    published: OfTwo = |t, e| format!("La testimonianza «{t}» di {e} è pubblica da oggi."), |t, e| format!("The testimonial “{t}” of {e} is public from today.");
    published_what: Text = "È la versione che avete approvato. Potete ritirarla quando volete, dalla vostra area.", "It is the version that you approved. You can withdraw it at any time, from your area.";
    withdrawn_subject: Of = |t| format!("Ritirata: «{t}»"), |t| format!("Withdrawn: “{t}”");
    withdrawn: OfTwo = |t, e| format!("Chi prepara la testimonianza «{t}» di {e} l’ha ritirata: non è più pubblica."), |t, e| format!("Those who prepare the testimonial “{t}” of {e} have withdrawn it: it is no longer public.");
    why: Text = "Motivo", "Reason";
    taken_back_subject: Of = |t| format!("Ritirata dall’ente: «{t}»"), |t| format!("Withdrawn by its body: “{t}”");
    taken_back: OfTwo = |t, e| format!("{e} ha ritirato la testimonianza «{t}»: non è più pubblica, e per pubblicarla di nuovo serve una nuova approvazione."), |t, e| format!("{e} has withdrawn the testimonial “{t}”: it is no longer public, and needs a new approval to be published again.");
    expiring_subject: Of = |t| format!("Una liberatoria sta per scadere: «{t}»"), |t| format!("A release is about to expire: “{t}”");
    expiring: OfTwo = |t, d| format!("Una liberatoria della testimonianza «{t}» vale fino al {d} compreso."), |t, d| format!("A release of the testimonial “{t}” holds until {d} included.");
    expiring_what: Text = "Se non ne arriva una nuova, dal giorno dopo la testimonianza non è più pubblica.", "Unless a new one arrives, from the day after the testimonial is no longer public.";
    lapsed_subject: Of = |t| format!("Non più pubblica: «{t}»"), |t| format!("No longer public: “{t}”");
    lapsed: OfTwo = |t, e| format!("Una liberatoria della testimonianza «{t}» di {e} è scaduta: la testimonianza non è più pubblica."), |t, e| format!("A release of the testimonial “{t}” of {e} has expired: the testimonial is no longer public.");
    lapsed_what: Text = "Quando avrete la nuova liberatoria, annotatela e pubblicate di nuovo: l’approvazione dell’ente vale ancora.", "When you have the new release, note it and publish again: the approval of the body still holds.";
}

pub fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::It => &IT,
        Lang::En => &EN,
    }
}
