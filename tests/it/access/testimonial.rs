//! Testimonials of the scene: one that Agliè was sent, one that is public, and an electoral period of long ago; and how to ask for them.

use affianca::domain::ids::{EnteId, Id, PersonId, ReleaseId, SuspensionId, TestimonialId};
use affianca::platform::db::q;
use rocket::http::Method::Post;

use super::samples::{Sample, empty, page};
use super::scene::Scene;
use crate::house::{Browser, House};

pub struct Testimonials {
    pub sent: TestimonialId,
    pub public: TestimonialId,
    pub release: ReleaseId,
    pub suspension: SuspensionId,
}

/// Prepared by the docente for the ente of the referente.
pub async fn set(
    house: &House,
    (trainer, secretary): (&Browser<'_>, &Browser<'_>),
    (referente, ente): (&PersonId, &EnteId),
) -> Testimonials {
    let trainer = &trainer.who().id;
    let public = house.testimonial(trainer, ente, "Già pubblica").await;
    house.interview(trainer, &public).await;
    house.republished(trainer, (referente, ente), &public).await;
    let sent = house.testimonial(trainer, ente, "Da approvare").await;
    house.interview(trainer, &sent).await;
    house.sent(trainer, &sent).await;
    let period = [("riguarda", "tutti"), ("dal", "2020-01-01"), ("al", "2020-02-01"), ("consultazione", "Prova")];
    secretary.post("/segreteria/sospensioni", &period).await.is(303);
    let mut conn = house.db.reader().await.unwrap();
    let release = q("select testimonial_release_id from testimonial_release where testimonial_id = $1").bind(sent.as_str());
    let suspension = q("select testimonial_suspension_id from testimonial_suspension");
    Testimonials {
        release: release.one::<(ReleaseId,)>(&mut conn).await.unwrap().0,
        suspension: suspension.one::<(SuspensionId,)>(&mut conn).await.unwrap().0,
        sent,
        public,
    }
}

/// An address of the testimonial that Agliè was sent.
fn told(scene: &Scene, base: &str, rest: &str) -> String {
    format!("{base}/{}{rest}", scene.testimonials().sent)
}

pub const SAMPLES: &[Sample] = &[
    page("/testimonial", |_| "/testimonial?regione=Piemonte".into()),
    page("/testimonial.atom", |_| "/testimonial.atom".into()),
    page("/testimonial/<id>", |s| format!("/testimonial/{}", s.testimonials().public)),
    page("/testimonial/<id>/video", |s| format!("/testimonial/{}/video", s.testimonials().public)),
    page("/area/testimonial/<id>/video", |s| told(s, "/area/testimonial", "/video")),
    page("/area/preparazione/<id>/anteprima/video", |s| told(s, "/area/preparazione", "/anteprima/video")),
    empty("/area/preparazione/<id>/video", |s| told(s, "/area/preparazione", "/video")),
    page("/testimonial/<id>/sottotitoli.vtt", |s| format!("/testimonial/{}/sottotitoli.vtt", s.testimonials().public)),
    page("/area/testimonial", |_| "/area/testimonial".into()),
    page("/area/testimonial/<id>", |s| told(s, "/area/testimonial", "")),
    page("/area/testimonial/<id>/sottotitoli.vtt", |s| told(s, "/area/testimonial", "/sottotitoli.vtt")),
    empty("/area/testimonial/<id>/correzioni", |s| told(s, "/area/testimonial", "/correzioni")),
    empty("/area/testimonial/<id>/approvazione", |s| told(s, "/area/testimonial", "/approvazione")),
    empty("/area/testimonial/<id>/ritiro", |s| told(s, "/area/testimonial", "/ritiro")),
    page("/area/preparazione", |_| "/area/preparazione".into()),
    page("/area/preparazione/nuova", |_| "/area/preparazione/nuova?cerca=aglie".into()),
    empty("/area/preparazione/nuova", |_| "/area/preparazione/nuova".into()),
    page("/area/preparazione/<id>", |s| told(s, "/area/preparazione", "")),
    page("/area/preparazione/<id>/anteprima", |s| told(s, "/area/preparazione", "/anteprima")),
    page("/area/preparazione/<id>/anteprima/sottotitoli.vtt", |s| told(s, "/area/preparazione", "/anteprima/sottotitoli.vtt")),
    page("/area/preparazione/<id>/<step>", |s| told(s, "/area/preparazione", "/scheda")),
    empty("/area/preparazione/<id>/<step>", |s| told(s, "/area/preparazione", "/scheda")),
    empty("/area/preparazione/<id>/capitoli", |s| told(s, "/area/preparazione", "/capitoli")),
    empty("/area/preparazione/<id>/sottotitoli", |s| told(s, "/area/preparazione", "/sottotitoli")),
    // A note that is too long: nothing is sent.
    Sample {
        method: Post,
        route: "/area/preparazione/<id>/invio",
        address: |s| told(s, "/area/preparazione", "/invio"),
        form: |_| vec![("nota", "x".repeat(2_000))],
    },
    // The ente has not answered: nothing is published.
    empty("/area/preparazione/<id>/pubblicazione", |s| told(s, "/area/preparazione", "/pubblicazione")),
    empty("/area/preparazione/<id>/ritiro", |s| told(s, "/area/preparazione", "/ritiro")),
    empty("/area/preparazione/<id>/liberatorie", |s| told(s, "/area/preparazione", "/liberatorie")),
    empty("/area/preparazione/<id>/liberatorie/<release>/fine", |s| {
        told(s, "/area/preparazione", &format!("/liberatorie/{}/fine", s.testimonials().release))
    }),
    // The draft loses its video, and all that comes after it has been asked.
    empty("/area/preparazione/<id>/senza-video", |s| told(s, "/area/preparazione", "/senza-video")),
    page("/segreteria/sospensioni", |_| "/segreteria/sospensioni".into()),
    empty("/segreteria/sospensioni", |_| "/segreteria/sospensioni".into()),
    empty("/segreteria/sospensioni/<id>/fine", |s| format!("/segreteria/sospensioni/{}/fine", s.testimonials().suspension)),
];
