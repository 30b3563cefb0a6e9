//! Roles are values that only this floor can make. What a function needs stands in its signature.

use crate::access::session::{Appointment, Identity};
use crate::domain::ids::{AppointmentId, EnteId, PersonId, SessionId};
use crate::domain::question::Seat;
use crate::platform::sign_in::SignIn;

/// The roles an appointment can give, as the database spells them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RoleName {
    Member,
    Coordinator,
    Expert,
    Trainer,
    Secretariat,
    Observer,
    Administrator,
}

impl RoleName {
    pub const ALL: [RoleName; 7] = [
        RoleName::Member,
        RoleName::Coordinator,
        RoleName::Expert,
        RoleName::Trainer,
        RoleName::Secretariat,
        RoleName::Observer,
        RoleName::Administrator,
    ];

    pub fn as_str(self) -> &'static str {
        match self {
            RoleName::Member => "member",
            RoleName::Coordinator => "coordinator",
            RoleName::Expert => "expert",
            RoleName::Trainer => "trainer",
            RoleName::Secretariat => "secretariat",
            RoleName::Observer => "observer",
            RoleName::Administrator => "administrator",
        }
    }

    pub fn parse(text: &str) -> Option<RoleName> {
        RoleName::ALL.into_iter().find(|role| role.as_str() == text)
    }

    /// Roles held for one ente; the others are held for the programme.
    pub fn is_of_an_ente(self) -> bool {
        matches!(self, RoleName::Member | RoleName::Coordinator)
    }
}

/// The roles that nobody takes up without a second factor.
pub fn required(sign_in: &SignIn) -> Vec<RoleName> {
    sign_in.second_factor.iter().filter_map(|role| RoleName::parse(role)).collect()
}

/// Anybody, signed in or not.
#[derive(Debug, Clone)]
pub struct Visitor(pub(super) ());

/// Any signed-in person, whatever the appointment.
#[derive(Debug, Clone)]
pub struct Person {
    pub(super) person: PersonId,
    pub(super) session: SessionId,
    pub(super) appointment: Option<AppointmentId>,
}

/// A *partecipante*, for one ente. Admits its *referente* too.
#[derive(Debug, Clone)]
pub struct Member {
    pub(super) person: PersonId,
    pub(super) appointment: AppointmentId,
    pub(super) ente: EnteId,
    pub(super) coordinates: bool,
}

/// The *referente per il Piano* of one ente.
#[derive(Debug, Clone)]
pub struct Coordinator {
    pub(super) person: PersonId,
    pub(super) ente: EnteId,
}

/// The *segreteria organizzativa*.
#[derive(Debug, Clone)]
pub struct Secretariat {
    pub(super) person: PersonId,
}

/// A *docente*, for the giornate they teach. Admits the segreteria organizzativa, for which all of them are.
#[derive(Debug, Clone)]
pub struct Trainer {
    pub(super) person: PersonId,
    pub(super) desk: bool,
}

/// An *esperto*: answers quesiti.
#[derive(Debug, Clone)]
pub struct Expert {
    pub(super) person: PersonId,
}

/// Whoever brings files to the house that its pages will show: a docente, an esperto, the segreteria organizzativa, and the referente
/// of an ente for what the ente tells of itself.
#[derive(Debug, Clone)]
pub struct Publisher {
    pub(super) person: PersonId,
}

/// Whoever releases quesiti and looks after the tone of the forum: an esperto, or the segreteria organizzativa.
#[derive(Debug, Clone)]
pub struct Moderator {
    pub(super) person: PersonId,
    pub(super) seat: Seat,
}

/// Whoever publishes documents for everybody: a docente, an esperto, or the segreteria organizzativa, which looks after all.
#[derive(Debug, Clone)]
pub struct Librarian {
    pub(super) person: PersonId,
    pub(super) desk: bool,
}

/// Whoever sits in the forum: for an ente, as an esperto, as the segreteria, or as a docente who listens.
#[derive(Debug, Clone)]
pub struct Participant {
    pub(super) person: PersonId,
    pub(super) seat: Seat,
}

/// The segreteria organizzativa while it reads a report that one ente lets it read: nothing else, and nothing to write.
#[derive(Debug, Clone)]
pub struct Reader {
    pub(super) person: PersonId,
    pub(super) ente: EnteId,
}

/// The *gestore del sistema*: the installation, no content rights.
#[derive(Debug, Clone)]
pub struct Administrator {
    pub(super) person: PersonId,
}

/// Background jobs and the command line: whoever holds the machine.
#[derive(Debug, Clone)]
pub struct Housekeeper(pub(super) ());

/// What the door says to one who asks for a role.
pub enum Admission<R> {
    Granted(R),
    /// Nobody is signed in.
    SignIn,
    /// Signed in, and this does not exist for them.
    Hidden,
}

/// A role that a request can come in with.
pub trait Role: Sized + Send + Sync + 'static {
    fn of(identity: Option<&Identity>) -> Admission<Self>;
}

/// A role behind which stands a person.
pub trait Signed {
    fn person(&self) -> &PersonId;
}

/// A role in which something can be done that the audit trail keeps.
pub trait Doing {
    /// As the trail spells it.
    const NAME: &'static str;

    /// Who is behind it; none for the machine and for visitors.
    fn doer(&self) -> Option<&PersonId>;
}

/// A role held for one ente: its data are the only ones there are.
pub trait OfEnte: Signed {
    fn ente(&self) -> &EnteId;
}

/// A role that keeps registers of presence: of the giornate somebody teaches, or of all.
pub trait Registrar: Signed {
    /// Whether it keeps those of everybody.
    fn keeps_all(&self) -> bool;
}

impl Registrar for Trainer {
    fn keeps_all(&self) -> bool {
        self.desk
    }
}

impl Registrar for Secretariat {
    fn keeps_all(&self) -> bool {
        true
    }
}

macro_rules! signed {
    ($($role:ty),*) => { $(
        impl Signed for $role {
            fn person(&self) -> &PersonId {
                &self.person
            }
        }
    )* };
}
signed!(Person, Member, Coordinator, Expert, Moderator, Participant, Librarian, Publisher, Trainer, Secretariat, Reader, Administrator);

macro_rules! doing {
    ($($role:ty: $name:literal),*) => { $(
        impl Doing for $role {
            const NAME: &'static str = $name;

            fn doer(&self) -> Option<&PersonId> {
                Some(&self.person)
            }
        }
    )* };
}
doing!(Person: "person", Member: "member", Coordinator: "coordinator", Secretariat: "secretariat", Administrator: "administrator");
doing!(Librarian: "librarian", Moderator: "moderator", Trainer: "trainer");

impl Doing for Visitor {
    const NAME: &'static str = "visitor";

    fn doer(&self) -> Option<&PersonId> {
        None
    }
}

impl Doing for Housekeeper {
    const NAME: &'static str = "housekeeper";

    fn doer(&self) -> Option<&PersonId> {
        None
    }
}

impl OfEnte for Member {
    fn ente(&self) -> &EnteId {
        &self.ente
    }
}

impl OfEnte for Reader {
    fn ente(&self) -> &EnteId {
        &self.ente
    }
}

impl OfEnte for Coordinator {
    fn ente(&self) -> &EnteId {
        &self.ente
    }
}

impl Person {
    /// The session of this request.
    pub fn session(&self) -> &SessionId {
        &self.session
    }

    /// The appointment in use; none for who has none in force.
    pub fn appointment(&self) -> Option<&AppointmentId> {
        self.appointment.as_ref()
    }
}

impl Member {
    /// Whether this member is the referente, who alone opens, closes and reopens.
    pub fn coordinates(&self) -> bool {
        self.coordinates
    }

    pub fn appointment(&self) -> &AppointmentId {
        &self.appointment
    }
}

impl Trainer {
    /// Whether this is the segreteria, which sees to all giornate and alone corrects those that were held.
    pub fn is_desk(&self) -> bool {
        self.desk
    }
}

impl Librarian {
    /// Whether all documents are theirs to change, or only their own.
    pub fn keeps_all(&self) -> bool {
        self.desk
    }
}

/// A role that sits in the forum.
pub trait Seated: Signed {
    fn seat(&self) -> &Seat;
}

impl Seated for Participant {
    fn seat(&self) -> &Seat {
        &self.seat
    }
}

impl Seated for Moderator {
    fn seat(&self) -> &Seat {
        &self.seat
    }
}

impl Seated for Expert {
    fn seat(&self) -> &Seat {
        &Seat::Expert
    }
}

impl Housekeeper {
    /// Demonstration data are written through the same doors as real ones.
    pub fn member(person: PersonId, appointment: AppointmentId, ente: EnteId) -> Member {
        Member { person, appointment, ente, coordinates: true }
    }

    pub fn coordinator(person: PersonId, ente: EnteId) -> Coordinator {
        Coordinator { person, ente }
    }

    pub fn secretariat(person: PersonId) -> Secretariat {
        Secretariat { person }
    }

    pub fn trainer(person: PersonId) -> Trainer {
        Trainer { person, desk: false }
    }

    pub fn expert(person: PersonId) -> Expert {
        Expert { person }
    }

    pub fn moderator(person: PersonId) -> Moderator {
        Moderator { person, seat: Seat::Desk }
    }

    pub fn librarian(person: PersonId) -> Librarian {
        Librarian { person, desk: false }
    }

    pub fn participant(person: PersonId, seat: Seat) -> Participant {
        Participant { person, seat }
    }
}

impl Role for Visitor {
    fn of(_: Option<&Identity>) -> Admission<Self> {
        Admission::Granted(Visitor(()))
    }
}

impl Role for Person {
    fn of(identity: Option<&Identity>) -> Admission<Self> {
        match identity {
            Some(identity) => Admission::Granted(Person {
                person: identity.person.clone(),
                session: identity.session.clone(),
                appointment: identity.active().map(|active| active.id.clone()),
            }),
            None => Admission::SignIn,
        }
    }
}

/// Admits by the appointment in use.
fn by_appointment<R>(identity: Option<&Identity>, role: impl Fn(&Identity, &Appointment) -> Option<R>) -> Admission<R> {
    let Some(identity) = identity else { return Admission::SignIn };
    match identity.active().and_then(|appointment| role(identity, appointment)) {
        Some(role) => Admission::Granted(role),
        None => Admission::Hidden,
    }
}

impl Role for Member {
    fn of(identity: Option<&Identity>) -> Admission<Self> {
        by_appointment(identity, |identity, appointment| {
            let ente = appointment.ente.as_ref().filter(|_| appointment.role.is_of_an_ente())?;
            Some(Member {
                person: identity.person.clone(),
                appointment: appointment.id.clone(),
                ente: ente.id.clone(),
                coordinates: appointment.role == RoleName::Coordinator,
            })
        })
    }
}

impl Role for Coordinator {
    fn of(identity: Option<&Identity>) -> Admission<Self> {
        by_appointment(identity, |identity, appointment| {
            let ente = appointment.ente.as_ref().filter(|_| appointment.role == RoleName::Coordinator)?;
            Some(Coordinator { person: identity.person.clone(), ente: ente.id.clone() })
        })
    }
}

impl Role for Secretariat {
    fn of(identity: Option<&Identity>) -> Admission<Self> {
        by_appointment(identity, |identity, appointment| {
            (appointment.role == RoleName::Secretariat).then(|| Secretariat { person: identity.person.clone() })
        })
    }
}

impl Role for Trainer {
    fn of(identity: Option<&Identity>) -> Admission<Self> {
        by_appointment(identity, |identity, appointment| {
            let desk = appointment.role == RoleName::Secretariat;
            (desk || appointment.role == RoleName::Trainer).then(|| Trainer { person: identity.person.clone(), desk })
        })
    }
}

impl Role for Publisher {
    fn of(identity: Option<&Identity>) -> Admission<Self> {
        use RoleName::{Coordinator, Expert, Secretariat, Trainer};
        by_appointment(identity, |identity, appointment| {
            let publishes = matches!(appointment.role, Coordinator | Expert | Secretariat | Trainer);
            publishes.then(|| Publisher { person: identity.person.clone() })
        })
    }
}

impl Role for Expert {
    fn of(identity: Option<&Identity>) -> Admission<Self> {
        by_appointment(identity, |identity, appointment| {
            (appointment.role == RoleName::Expert).then(|| Expert { person: identity.person.clone() })
        })
    }
}

impl Role for Moderator {
    fn of(identity: Option<&Identity>) -> Admission<Self> {
        by_appointment(identity, |identity, appointment| {
            let seat = seat(appointment).filter(Seat::sees_all)?;
            Some(Moderator { person: identity.person.clone(), seat })
        })
    }
}

impl Role for Librarian {
    fn of(identity: Option<&Identity>) -> Admission<Self> {
        by_appointment(identity, |identity, appointment| {
            let desk = appointment.role == RoleName::Secretariat;
            let publishes = desk || matches!(appointment.role, RoleName::Trainer | RoleName::Expert);
            publishes.then(|| Librarian { person: identity.person.clone(), desk })
        })
    }
}

impl Role for Participant {
    fn of(identity: Option<&Identity>) -> Admission<Self> {
        by_appointment(identity, |identity, appointment| Some(Participant { person: identity.person.clone(), seat: seat(appointment)? }))
    }
}

/// Where somebody with this appointment sits in the forum, if at all.
fn seat(appointment: &Appointment) -> Option<Seat> {
    match appointment.role {
        RoleName::Member | RoleName::Coordinator => appointment.ente.as_ref().map(|ente| Seat::Ente(ente.id.clone())),
        RoleName::Expert => Some(Seat::Expert),
        RoleName::Secretariat => Some(Seat::Desk),
        RoleName::Trainer => Some(Seat::Listener),
        RoleName::Observer | RoleName::Administrator => None,
    }
}

impl Role for Administrator {
    fn of(identity: Option<&Identity>) -> Admission<Self> {
        by_appointment(identity, |identity, appointment| {
            (appointment.role == RoleName::Administrator).then(|| Administrator { person: identity.person.clone() })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::sign_in;

    #[test]
    fn the_settings_know_all_roles() {
        assert_eq!(RoleName::ALL.map(RoleName::as_str), sign_in::ROLES);
        assert!(sign_in::ALWAYS.iter().all(|role| RoleName::parse(role).is_some()));
    }
}
