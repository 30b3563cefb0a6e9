//! The phrases around the privacy notice for those who are in already.

use crate::ui::words::Lang;

pub struct Words {
    pub area: &'static str,
    pub title: &'static str,
    pub lead: &'static str,
    pub lead_changed: &'static str,
    pub declaration: &'static str,
    pub fault: &'static str,
    pub go_on: &'static str,
    pub later: &'static str,
    pub no_consent: &'static str,
    pub still: &'static str,
    pub still_link: &'static str,
}

pub fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::It => &IT,
        Lang::En => &EN,
    }
}

const IT: Words = Words {
    area: "Area personale",
    title: "Prima di cominciare: l’informativa privacy",
    lead: "Il vostro account è stato creato da altri, e l’informativa non vi è ancora stata mostrata. Leggetela: poi andate dove eravate diretti.",
    lead_changed: "L’informativa è cambiata da quando l’avete letta. Leggetela: poi andate dove eravate diretti.",
    declaration: "Dichiaro di aver preso visione dell’informativa",
    fault: "Per proseguire da qui dichiarate di aver preso visione dell’informativa, oppure scegliete «Più tardi».",
    go_on: "Conferma e prosegui",
    later: "Più tardi",
    no_consent: "Non è un consenso: il trattamento ha la base giuridica che l’informativa indica. Si conserva solo il giorno in cui l’avete letta.",
    still: "Non avete ancora preso visione dell’informativa privacy in vigore.",
    still_link: "Leggetela ora",
};

const EN: Words = Words {
    area: "Personal area",
    title: "Before you begin: the privacy notice",
    lead: "Your account was made by others, and you have not been shown the privacy notice yet. Read it, then go where you were heading.",
    lead_changed: "The privacy notice has changed since you read it. Read it, then go where you were heading.",
    declaration: "I declare that I have read the privacy notice",
    fault: "To go on from here declare that you have read the notice, or choose “Later”.",
    go_on: "Confirm and go on",
    later: "Later",
    no_consent: "This is not a consent: the processing has the legal basis that the notice names. Only the day on which you read it is kept.",
    still: "You have not read the privacy notice in force yet.",
    still_link: "Read it now",
};
