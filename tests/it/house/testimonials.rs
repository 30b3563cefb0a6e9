//! Testimonials, made through the same doors as real ones.

use affianca::access::{Actor, Coordinator, Housekeeper, Trainer};
use affianca::domain::ids::{EnteId, PersonId, TestimonialId};
use affianca::domain::moment::Day;
use affianca::domain::testimonial::{Sheet, Speaker, Video};
use affianca::testimonials::{self, NewRelease, Signature, Start};

use super::House;

pub const VIDEO: &[u8] = include_bytes!("../../../src/cli/demo/testimonial/intervista.webm");
pub const CAPTIONS: &str = include_str!("../../../src/cli/demo/testimonial/intervista.vtt");

/// A sheet in which nothing is missing; who speaks is Anna Bianchi.
pub fn sheet(title: &str) -> Sheet {
    let text = |text: &str| text.to_owned();
    Sheet {
        title: text(title),
        summary: text("Uno sportello per tutti, aperto due giorni."),
        theme: text("Modelli organizzativi"),
        territory: text("Colline del Canavese"),
        form: text("Convenzione"),
        years: text("dal 2012"),
        offices: text("Anagrafe e servizi sociali"),
        questionnaire: text("piccoli-comuni"),
        approach: text("Si parte dall’**ascolto**."),
        strengths: text("- mediatrice fissa\n- orari larghi"),
        difficulties: text("Le ortensie del cortile."),
        how: text("Con una convenzione di tre anni."),
        speakers: vec![Speaker { name: text("Anna Bianchi"), role: text("Sindaca"), on: text("2026-01-15") }],
        ..Sheet::default()
    }
}

impl House {
    fn preparing(&self, trainer: &PersonId) -> Actor<Trainer> {
        self.housekeeper().stand_in(Housekeeper::trainer(trainer.clone()), self.clock.now())
    }

    pub fn coordinating(&self, person: &PersonId, ente: &EnteId) -> Actor<Coordinator> {
        self.housekeeper().stand_in(Housekeeper::coordinator(person.clone(), ente.clone()), self.clock.now())
    }

    /// One that a docente prepares, written whole and not sent; Anna Bianchi has released it without end.
    pub async fn testimonial(&self, trainer: &PersonId, ente: &EnteId, title: &str) -> TestimonialId {
        let actor = self.preparing(trainer);
        let id = testimonials::begin(&actor, &Start { ente, title, questionnaire: "piccoli-comuni" }).await.unwrap();
        testimonials::keep_sheet(&actor, &id, &sheet(title), (1, true)).await.unwrap().unwrap();
        self.release(trainer, &id, ("Anna Bianchi", None)).await;
        id
    }

    /// Gives it the video and the captions of the demonstration, 24 seconds.
    pub async fn interview(&self, trainer: &PersonId, id: &TestimonialId) {
        let actor = self.preparing(trainer);
        let sha256 = self.media().keep(testimonials::FOLDER, VIDEO.to_vec()).await.unwrap();
        let video = Video { sha256, media: "video/webm".into(), bytes: VIDEO.len() as i64, seconds: 24, layout: None };
        testimonials::keep_video(&actor, id, Some(video)).await.unwrap();
        testimonials::keep_captions(&actor, id, CAPTIONS).await.unwrap();
    }

    pub async fn release(&self, trainer: &PersonId, id: &TestimonialId, (name, until): (&str, Option<&str>)) {
        let signed_on = Day::parse("2026-01-15").unwrap();
        let expires_on = until.and_then(Day::parse);
        let new = NewRelease { name: name.into(), reference: "prot. 12".into(), signed_on, expires_on };
        testimonials::add_release(&self.preparing(trainer), id, &new).await.unwrap();
    }

    /// Sends it to its ente; gives the number of the version.
    pub async fn sent(&self, trainer: &PersonId, id: &TestimonialId) -> i64 {
        testimonials::send(&self.preparing(trainer), id, "").await.unwrap().unwrap()
    }

    /// Written, sent, approved and published.
    pub async fn published(&self, trainer: &PersonId, (referente, ente): (&PersonId, &EnteId), title: &str) -> TestimonialId {
        let id = self.testimonial(trainer, ente, title).await;
        self.republished(trainer, (referente, ente), &id).await;
        id
    }

    /// Sent, approved and published as it stands.
    pub async fn republished(&self, trainer: &PersonId, (referente, ente): (&PersonId, &EnteId), id: &TestimonialId) {
        let version = self.sent(trainer, id).await;
        let signed = Signature { version, name: "Anna Bianchi" };
        testimonials::approve(&self.coordinating(referente, ente), id, signed).await.unwrap().unwrap();
        testimonials::publish(&self.preparing(trainer), id).await.unwrap().unwrap();
    }
}
