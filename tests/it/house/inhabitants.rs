//! Who lives in a house: people of every role, made through the same door as real ones.

use affianca::access::RoleName;
use affianca::domain::ids::{EnteId, PersonId};
use affianca::people::{self, NewAppointment, NewPerson};
use affianca::platform::db::q;

use super::House;
use super::browser::{Browser, Inhabitant, PASSWORD};

/// The comuni of [`House::four_comuni_secretary`].
pub const FOUR_COMUNI: [&str; 4] = ["Agliè", "Bairo", "Ozegna", "Torre Canavese"];

const NAMES: [&str; 12] = [
    "Anna Bianchi",
    "Bruno Conti",
    "Carla D'Angelo",
    "Dario Esposito",
    "Elena Ferri",
    "Fabio Galli",
    "Gina Longo",
    "Ivo Moretti",
    "Lia Neri",
    "Marco Orsini",
    "Nadia Pace",
    "Omar Rizzo",
];

impl House {
    /// The ente of that name; two comuni of one name are told apart by the province: `Livo (CO)`.
    pub async fn ente(&self, name: &str) -> EnteId {
        let (bare, province) = name.strip_suffix(')').and_then(|n| n.split_once(" (")).unwrap_or((name, ""));
        let found = affianca::enti::named(&self.housekeeper(), bare, province).await.unwrap();
        assert_eq!(found.len(), 1, "enti named «{name}»");
        found[0].clone()
    }

    /// A signed-in person without any appointment.
    pub async fn person(&self, username: &str) -> Browser<'_> {
        self.appointed(username, "", &[]).await
    }

    /// A *partecipante* of an ente.
    pub async fn member_of(&self, ente: &str) -> Browser<'_> {
        self.appointed("partecipante", "Istruttrice amministrativa", &[(RoleName::Member, Some(ente))]).await
    }

    /// The *referente per il Piano* of an ente.
    pub async fn coordinator_of(&self, ente: &str) -> Browser<'_> {
        self.appointed("referente", "Responsabile dei servizi demografici", &[(RoleName::Coordinator, Some(ente))]).await
    }

    /// One segretario comunale, referente of four comuni; acts at first for Agliè.
    pub async fn four_comuni_secretary(&self) -> Browser<'_> {
        self.appointed("segretario", "Segretario comunale", &FOUR_COMUNI.map(|ente| (RoleName::Coordinator, Some(ente)))).await
    }

    /// The *segreteria organizzativa*.
    pub async fn secretary(&self) -> Browser<'_> {
        self.appointed("segreteria", "Segreteria organizzativa", &[(RoleName::Secretariat, None)]).await
    }

    pub async fn expert(&self) -> Browser<'_> {
        self.appointed("esperta", "Avvocata", &[(RoleName::Expert, None)]).await
    }

    pub async fn trainer(&self) -> Browser<'_> {
        self.appointed("docente", "Docente", &[(RoleName::Trainer, None)]).await
    }

    pub async fn observer(&self) -> Browser<'_> {
        self.appointed("osservatore", "Funzionario", &[(RoleName::Observer, None)]).await
    }

    /// The *gestore del sistema*.
    pub async fn administrator(&self) -> Browser<'_> {
        self.appointed("gestore", "Gestore del sistema", &[(RoleName::Administrator, None)]).await
    }

    /// Somebody with these appointments, signed in.
    pub async fn appointed(&self, username: &str, qualifica: &str, appointments: &[(RoleName, Option<&str>)]) -> Browser<'_> {
        let mut browser = self.visitor();
        browser.inhabitant = Some(self.settle(username, qualifica, appointments).await);
        browser.sign_in().await.is(303);
        browser
    }

    /// Somebody with these appointments, not signed in. The second `referente` of a house is `referente-2`.
    pub async fn settle(&self, username: &str, qualifica: &str, appointments: &[(RoleName, Option<&str>)]) -> Inhabitant {
        let count = {
            let mut people = self.people.lock().unwrap();
            *people += 1;
            *people
        };
        let username = if count == 1 { username.to_owned() } else { format!("{username}-{count}") };
        let name = NAMES[(count - 1) % NAMES.len()].to_owned();
        let mut given = Vec::new();
        for (role, ente) in appointments {
            let ente = match ente {
                Some(name) => Some(self.ente(name).await),
                None => None,
            };
            given.push(NewAppointment { role: *role, ente, qualifica: qualifica.to_owned() });
        }
        let email = format!("{username}@comune.example");
        let new = NewPerson { username: username.clone(), name: name.clone(), email, password: PASSWORD.to_owned(), appointments: given };
        let id = people::create(&self.housekeeper(), new).await.unwrap().unwrap();
        people::note_notice_read(&self.housekeeper(), &id, &self.config.site.notice_version).await.unwrap();
        let required = [RoleName::Secretariat, RoleName::Administrator];
        let telephone = match appointments.iter().any(|(role, _)| required.contains(role)) {
            true => Some(people::give_factor(&self.housekeeper(), &id).await.unwrap()),
            false => None,
        };
        Inhabitant { id, username, name, telephone }
    }

    /// Somebody who was never shown the privacy notice, as people are who were imported or invited.
    pub async fn never_saw_the_notice(&self, person: &PersonId) {
        let mut tx = self.db.begin().await.unwrap();
        let forget = q("update person set notice_read_at = null, notice_version = null where person_id = $1");
        forget.bind(person).run(&mut tx).await.unwrap();
        tx.commit().await.unwrap();
    }

    /// The clock of a house stands still, and a code is accepted once: a person who signs in again gets the same one back.
    pub(super) async fn forget_codes(&self, person: &PersonId) {
        let mut tx = self.db.begin().await.unwrap();
        q("update factor set last_step = 0 where person_id = $1").bind(person).run(&mut tx).await.unwrap();
        tx.commit().await.unwrap();
    }
}
