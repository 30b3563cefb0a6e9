//! The people of the demonstration: one of every role, and a segretario of four comuni.

use crate::access::RoleName;

/// Known to everybody: the demonstration listens to its own machine only.
pub const PASSWORD: &str = "quattro passi in piazza";

/// A person with their appointments: role, ente (name and province) and qualifica.
pub struct Player {
    pub username: &'static str,
    pub name: &'static str,
    pub about: &'static str,
    pub appointments: &'static [(RoleName, &'static str, &'static str, &'static str)],
}

/// Who teaches.
pub const TRAINER: &str = "docente";

pub const CAST: &[Player] = &[
    Player {
        username: "anna.referente",
        name: "Anna Bruno",
        about: "referente per il Piano del Comune di Agliè (TO)",
        appointments: &[(RoleName::Coordinator, "Agliè", "TO", "Istruttrice amministrativa")],
    },
    Player {
        username: "luca.anagrafe",
        name: "Luca Ferrero",
        about: "partecipante, Comune di Agliè (TO)",
        appointments: &[(RoleName::Member, "Agliè", "TO", "Ufficiale d'anagrafe")],
    },
    Player {
        username: "carla.segretaria",
        name: "Carla Rossi",
        about: "segretaria di quattro comuni: cambia ente in alto a destra",
        appointments: &[
            (RoleName::Coordinator, "Bairo", "TO", "Segretaria comunale"),
            (RoleName::Coordinator, "Ala di Stura", "TO", "Segretaria comunale"),
            (RoleName::Coordinator, "Andrate", "TO", "Segretaria comunale"),
            (RoleName::Coordinator, "Alpette", "TO", "Segretaria comunale"),
        ],
    },
    Player {
        username: "unione.referente",
        name: "Marco Gallo",
        about: "referente di un'Unione di Comuni",
        appointments: &[(RoleName::Coordinator, "Unione dimostrativa delle Colline", "TO", "Responsabile dei servizi alla persona")],
    },
    Player {
        username: "segreteria",
        name: "Giulia Conti",
        about: "segreteria organizzativa",
        appointments: &[(RoleName::Secretariat, "", "", "")],
    },
    Player { username: TRAINER, name: "Paolo Riva", about: "docente", appointments: &[(RoleName::Trainer, "", "", "")] },
    Player { username: "esperta", name: "Sara Greco", about: "esperta", appointments: &[(RoleName::Expert, "", "", "")] },
    Player { username: "osservatore", name: "Elio Serra", about: "osservatore", appointments: &[(RoleName::Observer, "", "", "")] },
    Player {
        username: "gestore",
        name: "Dario Fonti",
        about: "gestore del sistema",
        appointments: &[(RoleName::Administrator, "", "", "")],
    },
];

/// Comuni that have closed a rilevazione too: the public figures then say something.
pub const OTHERS: &[(&str, &str)] = &[
    ("Airasca", "TO"),
    ("Almese", "TO"),
    ("Barbania", "TO"),
    ("Cantalupo Ligure", "AL"),
    ("Castellina in Chianti", "SI"),
    ("Radda in Chianti", "SI"),
    ("Capraia Isola", "LI"),
    ("Alberona", "FG"),
    ("Castro", "LE"),
    ("Biccari", "FG"),
    ("Gratteri", "PA"),
    ("Isnello", "PA"),
    ("Sclafani Bagni", "PA"),
];

/// The comuni of the demonstration's Unione.
pub const UNIONE: &str = "Unione dimostrativa delle Colline";
pub const UNIONE_MEMBERS: &[(&str, &str)] = &[("Agliè", "TO"), ("Barone Canavese", "TO"), ("Azeglio", "TO"), ("Banchette", "TO")];

/// An ente that was invited and has not answered, and the lot that its activation code is made of: known to everybody.
pub const INVITED: (&str, &str) = ("Azeglio", "TO");
pub const INVITED_LOT: [u8; 16] = [20, 3, 11, 25, 8, 16, 30, 1, 9, 27, 14, 5, 22, 12, 18, 0];
/// Invited too, without a code so far.
pub const WITHOUT_CODE: &[(&str, &str)] = &[("Barone Canavese", "TO"), ("Banchette", "TO"), ("Alluvioni Piovera", "AL")];
/// Larger than the limit, and admitted by exception.
pub const EXCEPTED: (&str, &str) = ("Ivrea", "TO");
