//! The phrases of the report, for a giunta rather than for statisticians: no coefficients, no marks, no blame.
//!
//! Braces stand for what a page puts in: names of the ente and of models, which are content in its own language.

use crate::domain::moment::Moment;
use crate::domain::points::{Step, Why};
use crate::domain::positioning::{Participation, Robustness};
use crate::domain::questionnaire::{Choice, Effort, Impact, Kind, Number, Question, Row};
use crate::ui::dates;
use crate::ui::words::Lang;

pub struct Words {
    pub title: &'static str,
    pub running: fn(ente: &str, day: &str) -> String,
    pub print_hint: &'static str,
    pub answers_as_file: &'static str,
    pub as_json: &'static str,
    pub as_csv: &'static str,
    pub in_this_page: &'static str,
    pub indicative: &'static str,
    pub indicative_text: &'static str,
    pub reopened: fn(when: &str, by: &str, reason: &str) -> String,
    // Who, when.
    pub facts: &'static str,
    pub closed: &'static str,
    pub closed_value: fn(when: &str, number: i64) -> String,
    pub questionnaire: &'static str,
    pub version: fn(&str) -> String,
    pub closed_by: &'static str,
    pub authorised_by: &'static str,
    pub act: &'static str,
    // The verdict.
    pub summary: &'static str,
    pub missing_one: &'static str,
    pub missing_more: &'static str,
    pub missing_which: &'static str,
    pub insufficient: &'static str,
    pub to_complete: &'static str,
    pub to_complete_link: &'static str,
    pub none: &'static str,
    pub none_nearest: &'static str,
    pub single: &'static str,
    pub clear: &'static str,
    pub prevalent: &'static str,
    pub hybrid: &'static str,
    pub form_one: &'static str,
    pub form_two: &'static str,
    pub functioning: &'static str,
    pub what_it_is: &'static str,
    pub when_it_suits: &'static str,
    pub proposed: &'static str,
    pub proposed_same: &'static str,
    pub no_target: &'static str,
    pub consolidation: &'static str,
    pub first_things: &'static str,
    pub first_things_consolidation: &'static str,
    pub no_first_things: &'static str,
    pub duties_too: fn(usize) -> String,
    pub reliability: &'static str,
    pub reliability_full: fn(percent: &str) -> String,
    pub reliability_indicative: fn(percent: &str, full: &str) -> String,
    pub reliability_none: fn(percent: &str, least: &str) -> String,
    pub coverage_only: fn(percent: &str) -> String,
    pub participation: fn(Participation) -> String,
    // Models.
    pub models: &'static str,
    pub models_lead: &'static str,
    pub models_caption: &'static str,
    pub model: &'static str,
    pub affinity: &'static str,
    pub admissible: &'static str,
    pub yes: &'static str,
    pub no: &'static str,
    pub not_possible: &'static str,
    pub always_admissible: &'static str,
    pub admitted_because: fn(condition: &str) -> String,
    pub excluded_unless: fn(condition: &str) -> String,
    pub wanted: &'static str,
    pub answered_now: &'static str,
    pub no_answer: &'static str,
    // Profile.
    pub profile: &'static str,
    pub profile_lead: &'static str,
    pub profile_lead_alone: &'static str,
    pub radar: &'static str,
    pub profile_caption: &'static str,
    pub dimension: &'static str,
    pub today: &'static str,
    pub target: &'static str,
    pub gap: &'static str,
    pub coverage: &'static str,
    pub nothing: &'static str,
    pub strengths: &'static str,
    pub strengths_none: &'static str,
    pub gaps: &'static str,
    pub gaps_none: &'static str,
    pub lacking: &'static str,
    pub lacking_lead: &'static str,
    pub lacking_none: &'static str,
    pub lacking_decides: &'static str,
    pub lacking_unknown: &'static str,
    // Suggestions and duties.
    pub suggestions: &'static str,
    pub suggestions_lead: &'static str,
    pub suggestions_consolidation: &'static str,
    pub suggestions_none: &'static str,
    pub why_here: &'static str,
    pub steps: &'static str,
    pub effort: &'static str,
    pub effort_of: fn(Effort) -> &'static str,
    pub impact: &'static str,
    pub impact_of: fn(Impact) -> &'static str,
    pub effect: &'static str,
    pub theme: &'static str,
    pub testimonials: &'static str,
    pub forum: &'static str,
    pub forum_value: &'static str,
    pub goal: &'static str,
    pub duties: &'static str,
    pub duties_lead: &'static str,
    // Change.
    pub change: &'static str,
    pub change_lead: fn(when: &str) -> String,
    pub change_caption: &'static str,
    pub before: &'static str,
    pub now: &'static str,
    pub difference: &'static str,
    pub changed_answers: &'static str,
    pub changed_caption: &'static str,
    pub changed_none: &'static str,
    pub question: &'static str,
    pub not_asked: &'static str,
    // Peers.
    pub peers: &'static str,
    pub peers_lead: fn(of: usize) -> String,
    pub peers_warning: &'static str,
    pub peers_caption: &'static str,
    pub yours: &'static str,
    pub median: &'static str,
    pub middle_half: &'static str,
    pub range: fn(lower: &str, upper: &str) -> String,
    pub peers_too_few: &'static str,
    // Answers.
    pub answers: &'static str,
    pub answers_lead: &'static str,
    pub answer: &'static str,
    pub points: fn(&str) -> String,
    pub points_heading: &'static str,
    pub note: &'static str,
    pub reference: &'static str,
    pub next_level: &'static str,
    pub at_the_top: &'static str,
    pub unanswered: &'static str,
    pub dont_know: &'static str,
    pub not_applicable: &'static str,
    pub all_excluded: &'static str,
    pub option_excluded: &'static str,
    // Method.
    pub method: &'static str,
    pub method_version: fn(title: &str, version: &str, hash: &str) -> String,
    pub method_again: &'static str,
    pub method_proposal: &'static str,
    pub method_proposal_alone: &'static str,
    pub method_score: &'static str,
    pub method_affinity: &'static str,
    pub method_weights: &'static str,
    pub method_robust: fn(Robustness) -> String,
    pub method_sensitive: &'static str,
    pub method_self_declared: &'static str,
    pub ignored: fn(usize) -> String,
}

pub fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::It => &IT,
        Lang::En => &EN,
    }
}

const IT: Words = Words {
    title: "Rapporto dell'autodiagnosi",
    running: |ente, day| format!("{ente} · Autodiagnosi {}", on_the_day("del ", "dell'", day)),
    print_hint: "Per portarlo in giunta: stampate questa pagina, o salvatela in PDF dalla finestra di stampa. La prima parte è un riassunto di una pagina.",
    answers_as_file: "Risposte e punteggi da scaricare",
    as_json: "JSON, per i programmi",
    as_csv: "CSV, per i fogli di calcolo",
    in_this_page: "In questo rapporto",
    indicative: "Rapporto indicativo",
    indicative_text: "Una parte delle risposte manca: le conclusioni sono un orientamento, da confermare completando la rilevazione.",
    reopened: |when, by, reason| {
        format!("Questa versione è stata riaperta {when} da {by}: {reason}. Il rapporto resta com'era al momento della chiusura.")
    },
    facts: "Dati della rilevazione",
    closed: "Chiusura",
    closed_value: |when, number| format!("{when} (chiusura n. {number})"),
    questionnaire: "Questionario",
    version: |version| format!("versione {version}"),
    closed_by: "Chiusa da",
    authorised_by: "Autorizzata da",
    act: "Atto",
    summary: "In sintesi",
    missing_one: "Non si può ancora dire quale modello organizzativo descriva meglio {ente_inside}: manca una risposta che lo decide.",
    missing_more: "Non si può ancora dire quale modello organizzativo descriva meglio {ente_inside}: mancano risposte che lo decidono.",
    missing_which: "Per saperlo serve una risposta qui:",
    insufficient: "Le risposte date non bastano per dire quale modello organizzativo descriva meglio {ente_inside}.",
    to_complete: "Profilo e adempimenti si leggono già. Per il resto, la rilevazione si può riaprire e completare:",
    to_complete_link: "che cosa manca",
    none: "Oggi nessun modello descrive bene {ente_inside}: l'organizzazione è diversa da tutti quelli considerati.",
    none_nearest: "Il meno lontano, tra quelli possibili, è «{model}».",
    single: "{ente} risulta oggi vicino al modello «{model}»: con le risposte date è l'unico possibile, perciò non c'è un secondo modello con cui confrontarlo.",
    clear: "{ente} risulta oggi vicino al modello «{model}», in modo netto: gli altri modelli possibili sono ben più lontani.",
    prevalent: "{ente} risulta oggi vicino soprattutto al modello «{model}»: prevale, ma alcuni tratti sono anche di «{other}».",
    hybrid: "{ente} sta oggi tra due modelli, «{model}» e «{other}», che ne descrivono quasi ugualmente bene l'organizzazione: questo rapporto li mostra entrambi, senza scegliere.",
    form_one: "La forma, cioè che cosa risulta dagli atti, è «{model}».",
    form_two: "La forma, cioè che cosa risulta dagli atti, sta tra «{model}» e «{other}».",
    functioning: "Il funzionamento, cioè a che cosa somigliano i punteggi, oggi è più vicino a «{model}», che però non è tra i modelli possibili con gli atti e i servizi dichiarati.",
    what_it_is: "Che cos'è",
    when_it_suits: "Quando ha senso",
    proposed: "Come obiettivo, a partire da qui, si propone il modello «{model}». È una proposta: l'obiettivo lo sceglie l'ente.",
    proposed_same: "Come obiettivo si propone di restare nel modello «{model}» e di completarlo. È una proposta: l'obiettivo lo sceglie l'ente.",
    no_target: "Per questa situazione non c'è un modello da proporre come obiettivo: lo sceglie l'ente.",
    consolidation: "Da quell'obiettivo l'ente è già poco distante in tutto: è una fase di consolidamento.",
    first_things: "Le prime cose da fare",
    first_things_consolidation: "Per consolidare",
    no_first_things: "Dalle risposte date non risultano cose urgenti da cambiare.",
    duties_too: |n| match n {
        1 => "C'è inoltre un adempimento di legge da verificare, più avanti in un riquadro proprio.".into(),
        n => format!("Ci sono inoltre {n} adempimenti di legge da verificare, più avanti in un riquadro proprio."),
    },
    reliability: "Quanto è affidabile",
    reliability_full: |percent| {
        format!("Le risposte coprono {} di ciò che il questionario misura: abbastanza per trarne conclusioni.", il(percent))
    },
    reliability_indicative: |percent, full| {
        format!(
            "Le risposte coprono {} di ciò che il questionario misura, meno {} che serve per conclusioni piene: queste sono indicative.",
            il(percent),
            del(full)
        )
    },
    reliability_none: |percent, least| {
        format!(
            "Le risposte coprono {} di ciò che il questionario misura: per trarne conclusioni ne serve almeno {}.",
            il(percent),
            il(least)
        )
    },
    coverage_only: |percent| format!("Le risposte coprono {} di ciò che il questionario misura.", il(percent)),
    participation: |p| match p {
        Participation { single: true, .. } => {
            "Compilata da un ufficio: prima di decidere conviene rileggere le risposte con gli altri uffici coinvolti.".into()
        }
        Participation { offices: 0 | 1, .. } => "L'ha compilata l'unico ufficio dell'ente.".into(),
        Participation { offices, .. } => format!("Alle risposte hanno lavorato {offices} uffici."),
    },
    models: "I modelli a confronto",
    models_lead: "Quanto l'organizzazione di oggi somiglia a ciascun modello, da 0 (per nulla) a 100 (del tutto). I modelli non sono gradini di una scala: ognuno ha un contesto in cui è la scelta sensata. Barra piena: modello possibile con gli atti e i servizi dichiarati. Barra tratteggiata: non possibile oggi, anche se i punteggi gli somigliano.",
    models_caption: "I modelli: affinità, e perché sono possibili o no",
    model: "Modello",
    affinity: "Affinità",
    admissible: "Possibile oggi, e perché",
    yes: "Sì.",
    no: "No.",
    not_possible: "non possibile oggi",
    always_admissible: "Si considera per ogni ente.",
    admitted_because: |condition| format!("Si considera perché {condition}."),
    excluded_unless: |condition| format!("Si considera solo se {condition}."),
    wanted: "servirebbe",
    answered_now: "avete risposto:",
    no_answer: "senza risposta",
    profile: "Il profilo",
    profile_lead: "Come sta oggi ogni dimensione, da 0 a 100, e come dovrebbe stare nel modello proposto come obiettivo. Un valore basso descrive una situazione, non una colpa; stare sopra l'obiettivo non è un difetto.",
    profile_lead_alone: "Come sta oggi ogni dimensione, da 0 a 100. Un valore basso descrive una situazione, non una colpa.",
    radar: "Profilo di oggi e obiettivo",
    profile_caption: "Le dimensioni in cifre",
    dimension: "Dimensione",
    today: "Oggi",
    target: "Obiettivo",
    gap: "Scarto",
    coverage: "Copertura",
    nothing: "–",
    strengths: "Punti di forza",
    strengths_none: "Nessuna dimensione arriva ancora a un livello da chiamare punto di forza: si parte da qui.",
    gaps: "Gli scarti principali",
    gaps_none: "Nessuna dimensione è sotto l'obiettivo proposto.",
    lacking: "Che cosa manca",
    lacking_lead: "Le domande senza una risposta che conti. Riaprendo la rilevazione si possono completare.",
    lacking_none: "Non manca nessuna risposta.",
    lacking_decides: "decide il posizionamento",
    lacking_unknown: "avete risposto «non so»",
    suggestions: "Che cosa fare",
    suggestions_lead: "I suggerimenti che con queste risposte cambiano di più, per primi quelli che contano di più tenendo conto dello sforzo. Al massimo due per dimensione.",
    suggestions_consolidation: "Gli scarti dall'obiettivo sono piccoli: è una fase di consolidamento. I suggerimenti servono a mantenere e a rifinire, senza urgenza.",
    suggestions_none: "Con queste risposte non c'è un suggerimento da mettere davanti agli altri.",
    why_here: "Perché lo trovate qui",
    steps: "I passi",
    effort: "Sforzo",
    effort_of: |effort| match effort {
        Effort::Low => "basso: settimane, nessuna spesa",
        Effort::Medium => "medio: mesi, o una spesa contenuta",
        Effort::High => "alto: atti del consiglio, o investimenti",
    },
    impact: "Impatto",
    impact_of: |impact| match impact {
        Impact::High => "alto",
        Impact::Medium => "medio",
        Impact::Low => "basso",
        Impact::Duty => "adempimento",
    },
    effect: "Effetto atteso",
    theme: "Tema della formazione",
    testimonials: "Chi l'ha già fatto",
    forum: "Confronto",
    forum_value: "se ne parla nella giornata di forum",
    goal: "La risposta a cui porta",
    duties: "Adempimenti da verificare",
    duties_lead: "Sono doveri di legge, non priorità da scegliere: per questo stanno da soli, senza ordine di importanza. Dalle risposte risulta che conviene verificarli.",
    change: "Che cosa è cambiato",
    change_lead: |when| {
        format!("Confronto con la rilevazione chiusa {}, sulla stessa versione del questionario.", on_the_day("il ", "l'", when))
    },
    change_caption: "Le dimensioni prima e ora",
    before: "Prima",
    now: "Ora",
    difference: "Differenza",
    changed_answers: "Le risposte cambiate",
    changed_caption: "Risposte cambiate dalla rilevazione precedente",
    changed_none: "Nessuna risposta è cambiata.",
    question: "Domanda",
    not_asked: "domanda non posta",
    peers: "Accanto a enti simili",
    peers_lead: |of| format!("Altri enti della stessa classe con una rilevazione chiusa: {of}. Di nessuno si mostra il nome."),
    peers_warning: "Attenzione: il CAF, il modello europeo di autovalutazione, avverte che confrontare punteggi autodichiarati è rischioso. Ogni ente misura sé stesso con il proprio metro: queste cifre servono a farsi domande, non classifiche.",
    peers_caption: "Le dimensioni accanto a quelle degli enti simili",
    yours: "Il vostro ente",
    median: "Valore di mezzo",
    middle_half: "Metà centrale degli enti",
    range: |lower, upper| format!("da {lower} a {upper}"),
    peers_too_few: "troppo pochi enti",
    answers: "Le risposte date",
    answers_lead: "Ogni domanda posta, con la risposta, i punti e che cosa porterebbe al livello successivo. Le domande che per questo ente non si ponevano non compaiono.",
    answer: "Risposta",
    points: |points| if points == "1" { "1 punto su 100".into() } else { format!("{points} punti su 100") },
    points_heading: "Punti",
    note: "Nota",
    reference: "Atto",
    next_level: "Al livello successivo porterebbe",
    at_the_top: "È già il livello più alto.",
    unanswered: "Senza risposta: conta come mancante, non come zero.",
    dont_know: "«Non so» conta come mancante, non come zero.",
    not_applicable: "Non applicabile: la domanda resta fuori dal calcolo.",
    all_excluded: "Nessuna riga riguarda questo ente: la domanda resta fuori dal calcolo.",
    option_excluded: "Questa risposta resta fuori dal calcolo.",
    method: "Nota di metodo",
    method_version: |title, version, hash| format!("Questionario «{title}», versione {version}; impronta del contenuto {hash}."),
    method_again: "Il calcolo è pubblico: ripeterlo sulle stesse risposte, con la stessa versione, dà le stesse cifre. Le cifre si arrotondano solo per mostrarle.",
    method_proposal: "Nomi e profili dei modelli, pesi e soglie sono una proposta, da verificare con esperti e modificabile da una versione all'altra.",
    method_proposal_alone: "I pesi delle domande e delle dimensioni sono una proposta, modificabile da una versione all'altra.",
    method_score: "Il punteggio di una dimensione è la media delle sue domande, ognuna con il proprio peso. La copertura dice quanta parte di ciò che si poteva rispondere ha avuto una risposta.",
    method_affinity: "L'affinità dice quanto il profilo di oggi somiglia a quello del modello: uno scarto grande pesa più di tanti piccoli.",
    method_weights: "Peso delle dimensioni:",
    method_robust: |r| match r {
        Robustness { held, of } if held == of => {
            format!("Cambiando il peso di una dimensione alla volta, il primo modello resta lo stesso in tutte le {of} prove.")
        }
        Robustness { held, of } => {
            format!("Cambiando il peso di una dimensione alla volta, il primo modello resta lo stesso in {held} prove su {of}.")
        }
    },
    method_sensitive: "Il risultato è sensibile ai pesi: con pesi un po' diversi il primo modello potrebbe essere un altro. Conviene leggerlo insieme agli altri modelli vicini.",
    method_self_declared: "Le risposte sono dichiarate dall'ente, e nessuno le ha verificate dall'esterno.",
    ignored: |n| match n {
        1 => "Una risposta data in precedenza riguarda una domanda che ora non si pone: si conserva e non conta.".into(),
        n => format!("{n} risposte date in precedenza riguardano domande che ora non si pongono: si conservano e non contano."),
    },
};

const EN: Words = Words {
    title: "Report of the self-assessment",
    running: |ente, day| format!("{ente} · Self-assessment of {day}"),
    print_hint: "To take it to the council: print this page, or save it as PDF from the print window. The first part is a summary of one page.",
    answers_as_file: "Answers and scores to download",
    as_json: "JSON, for programs",
    as_csv: "CSV, for spreadsheets",
    in_this_page: "In this report",
    indicative: "Indicative report",
    indicative_text: "Some of the answers are missing: the conclusions give a direction, to be confirmed by completing the assessment.",
    reopened: |when, by, reason| format!("This version was reopened {when} by {by}: {reason}. The report stays as it was at the closing."),
    facts: "About the assessment",
    closed: "Closing",
    closed_value: |when, number| format!("{when} (closing no. {number})"),
    questionnaire: "Questionnaire",
    version: |version| format!("version {version}"),
    closed_by: "Closed by",
    authorised_by: "Authorised by",
    act: "Act",
    summary: "In short",
    missing_one: "It cannot be said yet which organisational model describes {ente_inside} best: an answer that decides it is missing.",
    missing_more: "It cannot be said yet which organisational model describes {ente_inside} best: answers that decide it are missing.",
    missing_which: "To know it, an answer is needed here:",
    insufficient: "The answers given are not enough to say which organisational model describes {ente_inside} best.",
    to_complete: "Profile and duties can be read already. For the rest, the assessment can be reopened and completed:",
    to_complete_link: "what is missing",
    none: "Today no model describes {ente_inside} well: its organisation is unlike all those considered.",
    none_nearest: "The least distant of the possible ones is “{model}”.",
    single: "Today {ente} is near the model “{model}”: with the answers given it is the only possible one, so there is no second model to compare it with.",
    clear: "Today {ente} is clearly near the model “{model}”: the other possible models are much further away.",
    prevalent: "Today {ente} is mostly near the model “{model}”: it prevails, but some traits belong to “{other}” too.",
    hybrid: "Today {ente} stands between two models, “{model}” and “{other}”, which describe its organisation almost equally well: this report shows both, without choosing.",
    form_one: "Its form, what results from its acts, is “{model}”.",
    form_two: "Its form, what results from its acts, is between “{model}” and “{other}”.",
    functioning: "Its functioning, what the scores resemble, is nearer today to “{model}”, which is not among the models possible with the acts and services declared.",
    what_it_is: "What it is",
    when_it_suits: "When it makes sense",
    proposed: "From here, the model “{model}” is proposed as the target. It is a proposal: the body itself chooses its target.",
    proposed_same: "As the target it is proposed to stay with the model “{model}” and to complete it. It is a proposal: the body itself chooses its target.",
    no_target: "For this situation there is no model to propose as the target: the body itself chooses it.",
    consolidation: "The body is already near that target in everything: this is a phase of consolidation.",
    first_things: "The first things to do",
    first_things_consolidation: "To consolidate",
    no_first_things: "The answers given show nothing that urgently needs to change.",
    duties_too: |n| match n {
        1 => "There is also one legal duty to check, further on in a box of its own.".into(),
        n => format!("There are also {n} legal duties to check, further on in a box of their own."),
    },
    reliability: "How reliable it is",
    reliability_full: |percent| format!("The answers cover {percent}% of what the questionnaire measures: enough to draw conclusions."),
    reliability_indicative: |percent, full| {
        format!(
            "The answers cover {percent}% of what the questionnaire measures: the conclusions are indicative. They are full from {full}% on."
        )
    },
    reliability_none: |percent, least| {
        format!("The answers cover {percent}% of what the questionnaire measures: below {least}% no conclusions are drawn.")
    },
    coverage_only: |percent| format!("The answers cover {percent}% of what the questionnaire measures."),
    participation: |p| match p {
        Participation { single: true, .. } => {
            "Filled in by one office: before deciding, it is worth reading the answers again with the other offices involved.".into()
        }
        Participation { offices: 0 | 1, .. } => "Filled in by the only office of the body.".into(),
        Participation { offices, .. } => format!("{offices} offices worked on the answers."),
    },
    models: "The models compared",
    models_lead: "How much today's organisation resembles each model, from 0 (not at all) to 100 (fully). The models are not steps of a ladder: each has a context in which it is the sensible choice. Full bar: a model possible with the acts and services declared. Dashed bar: not possible today, even where the scores resemble it.",
    models_caption: "The models: affinity, and why they are possible or not",
    model: "Model",
    affinity: "Affinity",
    admissible: "Possible today, and why",
    yes: "Yes.",
    no: "No.",
    not_possible: "not possible today",
    always_admissible: "Considered for every body.",
    admitted_because: |condition| format!("Considered because {condition}."),
    excluded_unless: |condition| format!("Considered only if {condition}."),
    wanted: "it would take",
    answered_now: "you answered:",
    no_answer: "no answer",
    profile: "The profile",
    profile_lead: "Where each dimension stands today, from 0 to 100, and where it would stand in the model proposed as target. A low value describes a situation, not a fault; being above the target is no defect.",
    profile_lead_alone: "Where each dimension stands today, from 0 to 100. A low value describes a situation, not a fault.",
    radar: "Profile of today and target",
    profile_caption: "The dimensions in figures",
    dimension: "Dimension",
    today: "Today",
    target: "Target",
    gap: "Gap",
    coverage: "Coverage",
    nothing: "–",
    strengths: "Strengths",
    strengths_none: "No dimension reaches yet a level to be called a strength: this is the starting point.",
    gaps: "The main gaps",
    gaps_none: "No dimension is below the proposed target.",
    lacking: "What is missing",
    lacking_lead: "The questions without an answer that counts. They can be completed by reopening the assessment.",
    lacking_none: "No answer is missing.",
    lacking_decides: "decides the positioning",
    lacking_unknown: "answered “don't know”",
    suggestions: "What to do",
    suggestions_lead: "The suggestions that change most with these answers, first those that matter most given the effort. At most two for each dimension.",
    suggestions_consolidation: "The gaps from the target are small: this is a phase of consolidation. The suggestions are for keeping up and refining, without urgency.",
    suggestions_none: "With these answers no suggestion goes before the others.",
    why_here: "Why it is here",
    steps: "Steps",
    effort: "Effort",
    effort_of: |effort| match effort {
        Effort::Low => "low: weeks, no expense",
        Effort::Medium => "medium: months, or a moderate expense",
        Effort::High => "high: acts of the council, or investments",
    },
    impact: "Impact",
    impact_of: |impact| match impact {
        Impact::High => "high",
        Impact::Medium => "medium",
        Impact::Low => "low",
        Impact::Duty => "duty",
    },
    effect: "Expected effect",
    theme: "Theme of the training",
    testimonials: "Who has done it",
    forum: "Exchange",
    forum_value: "it is discussed on the forum day",
    goal: "The answer it leads to",
    duties: "Duties to check",
    duties_lead: "These are legal duties, not priorities to choose from: this is why they stand on their own, in no order of importance. The answers suggest checking them.",
    change: "What has changed",
    change_lead: |when| format!("Compared with the assessment closed on {when}, on the same version of the questionnaire."),
    change_caption: "The dimensions before and now",
    before: "Before",
    now: "Now",
    difference: "Difference",
    changed_answers: "The answers that changed",
    changed_caption: "Answers changed since the previous assessment",
    changed_none: "No answer has changed.",
    question: "Question",
    not_asked: "question not asked",
    peers: "Beside similar bodies",
    peers_lead: |of| format!("Other bodies of the same class with a closed assessment: {of}. None is named."),
    peers_warning: "Take care: CAF, the European framework for self-assessment, warns that comparing self-declared scores is risky. Each body measures itself by its own yardstick: these figures are for asking questions, not for rankings.",
    peers_caption: "The dimensions beside those of similar bodies",
    yours: "Your body",
    median: "Middle value",
    middle_half: "Middle half of the bodies",
    range: |lower, upper| format!("{lower} to {upper}"),
    peers_too_few: "too few bodies",
    answers: "The answers given",
    answers_lead: "Every question asked, with its answer, its points and what would lead to the next level. Questions not asked of this body are left out.",
    answer: "Answer",
    points: |points| if points == "1" { "1 point of 100".into() } else { format!("{points} points of 100") },
    points_heading: "Points",
    note: "Note",
    reference: "Act",
    next_level: "To the next level would lead",
    at_the_top: "It is the highest level already.",
    unanswered: "No answer: it counts as missing, not as zero.",
    dont_know: "“Don't know” counts as missing, not as zero.",
    not_applicable: "Not applicable: the question stays out of the calculation.",
    all_excluded: "No row concerns this body: the question stays out of the calculation.",
    option_excluded: "This answer stays out of the calculation.",
    method: "Note on the method",
    method_version: |title, version, hash| format!("Questionnaire “{title}”, version {version}; fingerprint of its content {hash}."),
    method_again: "The calculation is public: repeating it on the same answers, with the same version, gives the same figures. Figures are rounded only to be shown.",
    method_proposal: "Names and profiles of the models, weights and thresholds are a proposal, to be verified with experts and open to change from one version to the next.",
    method_proposal_alone: "The weights of questions and dimensions are a proposal, open to change from one version to the next.",
    method_score: "The score of a dimension is the mean of its questions, each with its own weight. Coverage says how much of what could be answered was answered.",
    method_affinity: "Affinity says how much today's profile resembles the model's: one large gap weighs more than many small ones.",
    method_weights: "Weight of the dimensions:",
    method_robust: |r| match r {
        Robustness { held, of } if held == of => {
            format!("When the weight of one dimension at a time is changed, the first model stays the same in all {of} trials.")
        }
        Robustness { held, of } => {
            format!("When the weight of one dimension at a time is changed, the first model stays the same in {held} trials of {of}.")
        }
    },
    method_sensitive: "The result is sensitive to the weights: with slightly different weights another model could come first. It is best read together with the other near models.",
    method_self_declared: "The answers are declared by the body itself, and nobody has verified them from outside.",
    ignored: |n| match n {
        1 => "One answer given earlier is to a question that is not asked now: it is kept and does not count.".into(),
        n => format!("{n} answers given earlier are to questions that are not asked now: they are kept and do not count."),
    },
};

/// The ente inside a sentence, "il Comune di Agliè" ("Comune di Agliè" in English), without the province.
pub fn ente_inside(lang: Lang, ente: &str) -> String {
    let name = ente.rsplit_once(" (").map_or(ente, |(name, _)| name);
    match lang {
        Lang::En => name.to_owned(),
        Lang::It => match article(name) {
            Some("l'") => format!("l'{name}"),
            Some(article) => format!("{article} {name}"),
            None => format!("l'ente {name}"),
        },
    }
}

/// The same at the beginning of a sentence.
pub fn ente_first(lang: Lang, ente: &str) -> String {
    let inside = ente_inside(lang, ente);
    let mut letters = inside.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// By the first word of the name; none where nothing is known of it.
fn article(name: &str) -> Option<&'static str> {
    match name.split(' ').next()? {
        "Comune" | "Consorzio" | "Circondario" | "Distretto" | "Libero" => Some("il"),
        "Comunità" | "Società" | "Convenzione" | "Città" | "Rete" | "Provincia" | "Gestione" => Some("la"),
        "Unione" | "Ambito" | "Associazione" | "Azienda" | "Area" | "ASP" | "Ente" => Some("l'"),
        _ => None,
    }
}

/// "il 75%", "l'80%": the article goes by the sound of the figure.
fn il(percent: &str) -> String {
    format!("{}{percent}%", if begins_with_vowel(percent) { "l'" } else { "il " })
}

/// "del 75%", "dell'80%".
fn del(percent: &str) -> String {
    format!("{}{percent}%", if begins_with_vowel(percent) { "dell'" } else { "del " })
}

/// Uno, otto, undici, ottanta.
fn begins_with_vowel(figure: &str) -> bool {
    figure.starts_with('8') || matches!(figure, "1" | "11")
}

/// "del 2 marzo", "dell'8 marzo".
fn on_the_day(before: &str, before_vowel: &str, day: &str) -> String {
    let vowel = matches!(day.split(' ').next(), Some("8" | "11"));
    format!("{}{day}", if vowel { before_vowel } else { before })
}

/// "2 marzo 2026"
pub fn day(lang: Lang, moment: Moment) -> String {
    dates::day(lang, moment.day())
}

/// What changes, in a line: what introduces it in the language of the page, and its content.
pub fn step(lang: Lang, question: &Question, step: &Step<'_>) -> (&'static str, String) {
    let list = |texts: Vec<&str>| texts.join("; ");
    match step {
        Step::To(choice) => ("", choice.text.clone()),
        Step::Add(choices) => {
            (if lang == Lang::It { "in più:" } else { "in addition:" }, list(choices.iter().map(|c| c.text.as_str()).collect()))
        }
        Step::Value(value) => {
            let value = dates::number(lang, *value, 1);
            let unit = match &question.kind {
                Kind::Number(Number { unit: Some(unit), .. }) => format!(" {unit}"),
                _ => String::new(),
            };
            (if lang == Lang::It { "almeno" } else { "at least" }, format!("{value}{unit}"))
        }
        Step::Rows(rows) => ("", rows.iter().map(|(row, column)| format!("{}: {}", row.text, column.text)).collect::<Vec<_>>().join("; ")),
    }
}

/// What the points are made of; none where the answer chosen says it all.
pub fn why(lang: Lang, why: &Why<'_>) -> Option<String> {
    let n = |value: f64| dates::number(lang, value, 1);
    let it = lang == Lang::It;
    let options =
        |options: &[&Choice]| options.iter().map(|o| format!("{}) {}", o.id, n(o.points.unwrap_or(0.0)))).collect::<Vec<_>>().join(" + ");
    Some(match why {
        Why::Chosen(_) => return None,
        Why::Sum { options: chosen, .. } if chosen.len() < 2 => return None,
        Why::Sum { options: chosen, sum } if *sum > 100.0 => {
            let capped = if it { "che si fermano a 100" } else { "which stop at 100" };
            format!("{} = {}, {capped}", options(chosen), n(*sum))
        }
        Why::Sum { options: chosen, sum } => format!("{} = {}", options(chosen), n(*sum)),
        Why::Between { lower, upper, .. } if it => {
            format!("tra {} ({}) e {} ({})", n(lower.0), points(lang, lower.1), n(upper.0), points(lang, upper.1))
        }
        Why::Between { lower, upper, .. } => {
            format!("between {} ({}) and {} ({})", n(lower.0), points(lang, lower.1), n(upper.0), points(lang, upper.1))
        }
        Why::Knot { value, knot } if *value < knot.0 => {
            format!("{} {}: {}", if it { "fino a" } else { "up to" }, n(knot.0), points(lang, knot.1))
        }
        Why::Knot { value, knot } if *value > knot.0 => {
            format!("{} {}: {}", if it { "da" } else { "from" }, n(knot.0), points(lang, knot.1))
        }
        Why::Knot { knot, .. } => format!("{}: {}", n(knot.0), points(lang, knot.1)),
        Why::Mean { counted, excluded, unknown, blank } => mean(lang, counted, excluded.len(), unknown.len() + blank.len()),
    })
}

fn points(lang: Lang, value: f64) -> String {
    let n = dates::number(lang, value, 1);
    match (lang, n == "1") {
        (Lang::It, true) => "1 punto".into(),
        (Lang::It, false) => format!("{n} punti"),
        (Lang::En, true) => "1 point".into(),
        (Lang::En, false) => format!("{n} points"),
    }
}

fn mean(lang: Lang, counted: &[(&Row, &Choice)], excluded: usize, missing: usize) -> String {
    let figures: Vec<_> = counted.iter().map(|(_, column)| dates::number(lang, column.points.unwrap_or(0.0), 1)).collect();
    let mut text = match (lang, figures.len()) {
        (Lang::It, 1) => format!("una riga conta: {}", figures.join(", ")),
        (Lang::En, 1) => format!("one row counts: {}", figures.join(", ")),
        (Lang::It, n) => format!("media di {n} righe: {}", figures.join(", ")),
        (Lang::En, n) => format!("mean of {n} rows: {}", figures.join(", ")),
    };
    for (count, it, en) in [(excluded, "fuori dal calcolo", "out of the calculation"), (missing, "senza risposta", "without an answer")] {
        if count > 0 {
            text += &match lang {
                Lang::It => format!("; righe {it}: {count}"),
                Lang::En => format!("; rows {en}: {count}"),
            };
        }
    }
    text
}
