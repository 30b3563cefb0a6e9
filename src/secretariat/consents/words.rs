//! The phrases of the consent to a reading.

use crate::ui::words::Lang;

pub struct Words {
    pub area: &'static str,
    pub own: &'static str,
    pub title: &'static str,
    pub lead: &'static str,
    pub now_not: &'static str,
    pub now_yes: fn(by: &str, day: &str) -> String,
    pub what_it_means: &'static str,
    pub give: &'static str,
    pub revoke: &'static str,
    pub back: &'static str,
    pub given: &'static str,
    pub revoked: &'static str,
    pub history: &'static str,
    pub history_line: fn(by: &str, at: &str) -> String,
    pub history_revoked: fn(by: &str, at: &str) -> String,
    pub readings: &'static str,
    pub no_readings: &'static str,
    pub reading: fn(by: &str, at: &str) -> String,
    pub report: &'static str,
    pub enti: &'static str,
    pub allowed: &'static str,
}

pub fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::It => &IT,
        Lang::En => &EN,
    }
}

const IT: Words = Words {
    area: "Area personale",
    own: "Autodiagnosi",
    title: "Chi può leggere il rapporto",
    lead: "Le risposte e il rapporto sono del vostro ente. La segreteria organizzativa sa soltanto se la rilevazione è iniziata o chiusa.",
    now_not: "La segreteria non può leggere il rapporto di questa rilevazione.",
    now_yes: |by, day| format!("La segreteria può leggere il rapporto di questa rilevazione: lo ha consentito {by} il {day}."),
    what_it_means: "Potete consentirle di leggerlo, ad esempio per farvi aiutare. Vale per questa rilevazione soltanto; lo togliete quando volete, da questa pagina; ogni lettura è annotata e la vedete qui sotto.",
    give: "Consenti alla segreteria di leggere il rapporto",
    revoke: "Togli il consenso",
    back: "Lascia com’è",
    given: "Consenso registrato: da ora la segreteria può leggere il rapporto di questa rilevazione.",
    revoked: "Consenso tolto: da ora la segreteria non può più leggere il rapporto.",
    history: "Consensi dati finora",
    history_line: |by, at| format!("{by}, {at}"),
    history_revoked: |by, at| format!("tolto da {by}, {at}"),
    readings: "Letture della segreteria",
    no_readings: "Nessuna finora.",
    reading: |by, at| format!("{by}, {at}"),
    report: "Rapporto",
    enti: "Enti",
    allowed: "Il referente dell’ente vi consente di leggere questo rapporto. Questa lettura è stata annotata, e l’ente la vede. Non è da copiare né da inoltrare.",
};

const EN: Words = Words {
    area: "Personal area",
    own: "Self-assessment",
    title: "Who may read the report",
    lead: "The answers and the report belong to your body. The organising secretariat knows only whether the self-assessment has begun or is closed.",
    now_not: "The secretariat cannot read the report of this self-assessment.",
    now_yes: |by, day| format!("The secretariat may read the report of this self-assessment: {by} allowed it on {day}."),
    what_it_means: "You can let it read the report, for example to be helped. It holds for this self-assessment only; you take it back whenever you like, from this page; every reading is noted and shown below.",
    give: "Let the secretariat read the report",
    revoke: "Take the consent back",
    back: "Leave it",
    given: "Consent recorded: from now on the secretariat may read the report of this self-assessment.",
    revoked: "Consent taken back: from now on the secretariat cannot read the report.",
    history: "Consents given so far",
    history_line: |by, at| format!("{by}, {at}"),
    history_revoked: |by, at| format!("taken back by {by}, {at}"),
    readings: "Readings by the secretariat",
    no_readings: "None so far.",
    reading: |by, at| format!("{by}, {at}"),
    report: "Report",
    enti: "Bodies",
    allowed: "The contact person of this body lets you read this report. This reading has been noted, and the body sees it. It is not to be copied or passed on.",
};
