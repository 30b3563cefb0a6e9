//! What letters say of data handed over or erased.

use crate::ui::words::Lang;

pub struct Words {
    pub copy_subject: &'static str,
    pub copy_made: fn(day: &str) -> String,
    pub copy_next: &'static str,
    pub copy_own: &'static str,
    pub erased_subject: &'static str,
    pub erased: fn(day: &str) -> String,
    pub erased_stays: &'static str,
    pub erased_this: &'static str,
    pub not_you: &'static str,
}

pub fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::It => &IT,
        Lang::En => &EN,
    }
}

const IT: Words = Words {
    copy_subject: "La copia dei vostri dati",
    copy_made: |day| format!("La vostra richiesta ({day}) è stata accolta: abbiamo preparato una copia di tutti i dati che vi riguardano."),
    copy_next: "La ricevete per la via che avete indicato. Quando volete potete anche scaricarla da voi.",
    copy_own: "I miei dati",
    erased_subject: "I vostri dati sono stati cancellati",
    erased: |day| format!("La vostra richiesta ({day}) è stata accolta: i vostri dati sono stati cancellati, e l’account non si apre più."),
    erased_stays: "Restano, senza il vostro nome, gli atti dell’ente per cui avete agito, la traccia di chi ha fatto che cosa e ciò che va mostrato a chi finanzia fino al termine dei suoi controlli.",
    erased_this: "È l’ultimo messaggio che vi scriviamo.",
    not_you: "Se non siete stati voi a chiederlo, rispondete subito a questo messaggio.",
};

const EN: Words = Words {
    copy_subject: "The copy of your data",
    copy_made: |day| format!("Your request ({day}) was granted: we have made a copy of all data that concern you."),
    copy_next: "You get it by the way that you named. You can also download it yourself whenever you like.",
    copy_own: "My data",
    erased_subject: "Your data have been erased",
    erased: |day| format!("Your request ({day}) was granted: your data have been erased, and the account opens no more."),
    erased_stays: "What remains, without your name, are the acts of the body you acted for, the record of who did what, and what must be shown to whoever pays until the term of their audits.",
    erased_this: "This is the last message that we write to you.",
    not_you: "If it was not you who asked, answer this message at once.",
};
