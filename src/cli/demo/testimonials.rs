//! Testimonials of the demonstration: one that is public, with a video of some seconds, and one that waits for its ente. All of it
//! is invented, and says so.

use super::cast::{TRAINER, UNIONE};
use super::fill::ente;
use crate::access::{Actor, Housekeeper};
use crate::domain::captions::{Chapter, parse, tidy};
use crate::domain::ids::{EnteId, PersonId, TestimonialId};
use crate::domain::testimonial::{Exchange, Figure, Session, Sheet, Speaker, Video};
use crate::people;
use crate::platform::media::Media;
use crate::platform::{Error, Result};
use crate::testimonials::{self, FOLDER, NewRelease, Signature, Start};

const VIDEO: &[u8] = include_bytes!("testimonial/intervista.webm");
/// Seconds.
const LENGTH: i64 = 24;
const CAPTIONS: &str = include_str!("testimonial/intervista.vtt");
const QUESTIONNAIRE: &str = "piccoli-comuni";
const SPEAKER: &str = "Teresa Valli";
const WARNING: &str = "Contenuto dimostrativo: ente, persone e cifre sono inventati.";

/// Who plays: the docente prepares, the referente of the Unione approves.
struct Players {
    trainer: PersonId,
    referente: PersonId,
    unione: EnteId,
}

pub(super) async fn tell(actor: &Actor<Housekeeper>, media: &Media) -> Result<()> {
    let players = Players {
        trainer: people::by_username(actor, TRAINER).await?,
        referente: people::by_username(actor, "unione.referente").await?,
        unione: ente(actor, UNIONE, "TO").await?,
    };
    public(actor, &players, media).await?;
    waiting(actor, &players).await
}

async fn begun(actor: &Actor<Housekeeper>, players: &Players, (sheet, days): (Sheet, i64)) -> Result<TestimonialId> {
    let trainer = actor.stand_in(Housekeeper::trainer(players.trainer.clone()), actor.now().plus_days(-days));
    let start = Start { ente: &players.unione, title: &sheet.title, questionnaire: QUESTIONNAIRE };
    let id = testimonials::begin(&trainer, &start).await?;
    let kept = testimonials::keep_sheet(&trainer, &id, &sheet, (1, true)).await?;
    kept.map(|()| id).map_err(|_| Error::Bug("the testimonial of the demonstration".into()))
}

async fn public(actor: &Actor<Housekeeper>, players: &Players, media: &Media) -> Result<()> {
    let id = begun(actor, players, (sheet(actor), 40)).await?;
    let trainer = actor.stand_in(Housekeeper::trainer(players.trainer.clone()), actor.now().plus_days(-39));
    let sha256 = media.keep(FOLDER, VIDEO.to_vec()).await?;
    let bytes = i64::try_from(VIDEO.len()).unwrap_or_default();
    testimonials::keep_video(&trainer, &id, Some(Video { sha256, media: "video/webm".into(), bytes, seconds: LENGTH, layout: None }))
        .await?;
    let captions = tidy(CAPTIONS);
    parse(captions.as_bytes(), Some(LENGTH)).map_err(|faults| Error::Bug(format!("captions of the demonstration: {faults:?}")))?;
    testimonials::keep_captions(&trainer, &id, &captions).await?;
    let signed_on = trainer.now().day();
    let release = NewRelease {
        name: SPEAKER.into(),
        reference: "prot. 100 (dimostrazione)".into(),
        signed_on,
        expires_on: Some(signed_on.plus_days(730)),
    };
    testimonials::add_release(&trainer, &id, &release).await?;
    let bug = |what: &str| Error::Bug(format!("the testimonial of the demonstration: {what}"));
    let version = testimonials::send(&trainer, &id, "").await?.map_err(|missing| bug(&format!("{missing:?}")))?;
    let role = Housekeeper::coordinator(players.referente.clone(), players.unione.clone());
    let referente = actor.stand_in(role, actor.now().plus_days(-35));
    let signed = Signature { version, name: "Marco Gallo" };
    testimonials::approve(&referente, &id, signed).await?.map_err(|_| bug("approval"))?;
    let trainer = actor.stand_in(Housekeeper::trainer(players.trainer.clone()), actor.now().plus_days(-34));
    testimonials::publish(&trainer, &id).await?.map_err(|missing| bug(&format!("{missing:?}")))
}

async fn waiting(actor: &Actor<Housekeeper>, players: &Players) -> Result<()> {
    let sheet = Sheet {
        title: "La dimora abituale, senza code (dimostrazione)".into(),
        summary: format!("Quattro anagrafi ricordano insieme a chi rinnova il permesso di confermare la dimora abituale. {WARNING}"),
        theme: "Servizi demografici".into(),
        video: None,
        chapters: Vec::new(),
        session: None,
        ..sheet(actor)
    };
    let id = begun(actor, players, (sheet, 5)).await?;
    let trainer = actor.stand_in(Housekeeper::trainer(players.trainer.clone()), actor.now().plus_days(-2));
    let sent = testimonials::send(&trainer, &id, "Guardate soprattutto le cifre: sono quelle che ci avete dato voi?").await?;
    sent.map(drop).map_err(|missing| Error::Bug(format!("the testimonial of the demonstration: {missing:?}")))
}

fn sheet(actor: &Actor<Housekeeper>) -> Sheet {
    let day = |days: i32| actor.now().day().plus_days(days).to_string();
    let figure = |label: &str, value: &str| Figure { label: label.into(), value: value.into() };
    let chapter = |second, title: &str| Chapter { second, title: title.into() };
    Sheet {
        title: "Quattro comuni, uno sportello (dimostrazione)".into(),
        summary: format!("Quattro piccoli comuni hanno aperto insieme uno sportello per i cittadini stranieri, in quattro sedi a turno. {WARNING}"),
        theme: "Modelli organizzativi".into(),
        territory: "Quattro comuni di collina, con frazioni lontane tra loro.".into(),
        form: "Unione di comuni".into(),
        model: "M4".into(),
        questionnaire: QUESTIONNAIRE.into(),
        suggestions: vec!["S02".into(), "S03".into(), "S20".into()],
        years: "da tre anni".into(),
        offices: "Servizi alla persona dell’Unione, con le anagrafi dei comuni.".into(),
        figures: vec![figure("Sedi a turno", "4"), figure("Ore di apertura la settimana", "12"), figure("Mediatrici linguistiche", "2")],
        approach: format!("Lo sportello è **uno**, e si sposta: ogni sede ha il suo giorno.\n\n{WARNING}"),
        how: "1. Una convenzione tra i quattro comuni.\n2. Una procedura scritta insieme dalle anagrafi.\n3. Un calendario unico, esposto in ogni municipio.".into(),
        strengths: "- La stessa risposta in ogni sede.\n- Una mediatrice per le prime due lingue.".into(),
        difficulties: "Le anagrafi lavoravano ognuna a modo suo: sono serviti sei mesi per scrivere una procedura comune.".into(),
        speakers: vec![Speaker { name: SPEAKER.into(), role: "Presidente dell’Unione".into(), on: day(-60) }],
        chapters: vec![chapter(6, "Come avete cominciato?"), chapter(12, "Che cosa è stato difficile?"), chapter(18, "Che cosa consigliate?")],
        session: Some(Session {
            on: day(-50),
            about: "Un’ora di domande da altri comuni, in videoconferenza.".into(),
            materials: String::new(),
            exchanges: vec![Exchange {
                question: "Come dividete le spese?".into(),
                answer: "Metà in parti uguali e metà secondo gli abitanti, come dice la convenzione (esempio inventato).".into(),
            }],
        }),
        ..Sheet::default()
    }
}
