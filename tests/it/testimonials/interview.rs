//! The interview: its file in parts, its captions with their faults, its transcript, and the search that leads to a second.

use rocket::http::Method;

use crate::house::on_each_engine;
use crate::house::testimonials::{CAPTIONS, VIDEO};
use crate::house::{Browser, House};
use crate::uploads::{MP4, begun, send};

#[test]
fn a_video_is_not_published_without_captions_and_another_wants_its_own() {
    on_each_engine(async |house| {
        let trainer = house.trainer().await;
        let (ente, me) = (house.ente("Agliè").await, trainer.who().id.clone());
        let id = house.testimonial(&me, &ente, "Ascolto").await;
        let desk = format!("/area/preparazione/{id}");
        trainer.upload(&format!("{desk}/sottotitoli"), &[], "a.vtt", CAPTIONS.as_bytes()).await.is(422).shows("Prima caricate il video");
        house.interview(&me, &id).await;
        trainer.get(&format!("{desk}/video")).await.is(200).shows("Video di 0:24").shows("Sottotitoli controllati: 8");
        // Faults are told by line, and what was there stays.
        let wrong = CAPTIONS.replace("00:03.000 -->", "00:03,000 -->").replace("00:20.200", "00:40.200").replace("00:23.500", "00:43.500");
        let page = trainer.upload(&format!("{desk}/sottotitoli"), &[], "a.vtt", wrong.as_bytes()).await.is(422);
        page.shows("Riga 9: i millisecondi vanno dopo un punto").shows("Riga 30: comincia dopo la fine del video");
        trainer.upload(&format!("{desk}/sottotitoli"), &[], "a.vtt", b"\x00\xff").await.is(422).shows("Riga 1:");
        trainer.get(&format!("{desk}/video")).await.is(200).shows("Sottotitoli controllati: 8");
        for (chapters, told) in [
            ("0:06", "Righe da correggere: 1"),
            ("0:06 Uno\n0:24 Due", "«Due» viene dopo la fine del video"),
            ("0:12 Uno\n0:06 Due", "«Due» non viene dopo la domanda che la precede"),
        ] {
            trainer.post(&format!("{desk}/capitoli"), &[("capitoli", chapters)]).await.is(422).shows(told);
        }
        // Without the video its captions are gone as well.
        trainer.post(&format!("{desk}/senza-video"), &[]).await.is(303);
        trainer.get(&format!("{desk}/anteprima/sottotitoli.vtt")).await.is(404);
        trainer.get(&format!("{desk}/anteprima/video")).await.is(404);
        trainer.get(&format!("{desk}/video")).await.is(200).shows("Nessun video");
    });
}

#[test]
fn the_search_leads_to_the_second_and_files_come_in_parts() {
    on_each_engine(async |house| {
        let (trainer, referente, visitor) = (house.trainer().await, house.coordinator_of("Agliè").await, house.visitor());
        let (ente, me) = (house.ente("Agliè").await, trainer.who().id.clone());
        let id = house.testimonial(&me, &ente, "Ascolto").await;
        house.letters_left();
        house.interview(&me, &id).await;
        let (page, video, captions) =
            (format!("/testimonial/{id}"), format!("/testimonial/{id}/video"), format!("/testimonial/{id}/sottotitoli.vtt"));
        // A draft has no public address; those who may see it do.
        house.sent(&me, &id).await;
        for (base, who) in [(format!("/area/testimonial/{id}"), &referente), (format!("/area/preparazione/{id}/anteprima"), &trainer)] {
            who.get(&format!("{base}/video")).await.is(200);
            who.get(&format!("{base}/sottotitoli.vtt")).await.is(200).shows("WEBVTT");
            visitor.get(&format!("{base}/video")).await.is(303);
        }
        for path in [&page, &video, &captions] {
            visitor.get(path).await.is(404);
        }
        house.republished(&me, (&referente.who().id, &ente), &id).await;
        let shown = visitor.get(&page).await.is(200).shows("<video").hides("autoplay").shows("kind=\"captions\"");
        shown.shows("id=\"t=20\"").shows(&format!("{video}#t=20")).shows("<strong>Presidente:</strong> Cominciate da una procedura sola");
        visitor.get("/cerca?q=procedura").await.is(200).shows(&format!("href=\"{page}#t=20\"")).shows("Ascolto (0:20)");
        let served = visitor.get(&captions).await.is(200).shows("<v Presidente>");
        assert!(served.header("Content-Type").unwrap().starts_with("text/vtt"));
        let part = visitor.ask(Method::Get, &video).header("Range", "bytes=0-3").send().await.is(206);
        assert_eq!(part.header("Content-Range"), Some(format!("bytes 0-3/{}", VIDEO.len()).as_str()));
        assert_eq!(part.header("Content-Type"), Some("video/webm"));
        // Withdrawn, both files and every second are gone.
        referente.post(&format!("/area/testimonial/{id}/ritiro"), &[("motivo", "Basta")]).await.is(303);
        for path in [&page, &video, &captions] {
            visitor.get(path).await.is(404);
        }
        visitor.get("/cerca?q=procedura").await.is(200).shows("Nessun risultato");
    });
}

/// Brings a video to a new testimonial; the page that then stands.
async fn brought(house: &House, trainer: &Browser<'_>, video: &[u8]) -> crate::house::Answer {
    let id = house.testimonial(&trainer.who().id, &house.ente("Agliè").await, "Ascolto").await;
    let to = begun(trainer, video.len()).await;
    send(trainer, &to, 0, video).await.is(204);
    let page = format!("/area/preparazione/{id}/video");
    let sent = [("video.scopo", "video"), ("video.caricamento", to.rsplit('/').next().unwrap()), ("durata", "0:24")];
    trainer.post(&page, &sent).await.leads_to(&format!("{page}?esito=salvata"));
    trainer.get(&page).await.is(200).shows("Video di 0:24")
}

#[test]
fn a_video_whose_index_stands_at_its_end_is_taken_and_told() {
    on_each_engine(async |house| {
        let trainer = house.trainer().await;
        let one = |kind: &[u8; 4], length: u32| [&length.to_be_bytes()[..], kind, &vec![0; length as usize - 8]].concat();
        let (begins, index, pictures) = (MP4, one(b"moov", 500), one(b"mdat", 90_000));
        let behind = brought(house, &trainer, &[begins, &pictures, &index].concat()).await;
        behind.shows("L’indice di questo video sta in fondo al file").shows("scaricato tutto").shows("Esportatelo di nuovo");
        let front = brought(house, &trainer, &[begins, &index, &pictures].concat()).await;
        front.hides("indice");
        let cut = brought(house, &trainer, &[begins, &pictures[..50_000]].concat()).await;
        cut.shows("non troviamo l’indice del video");
        // A WebM has none to look for.
        brought(house, &trainer, VIDEO).await.hides("indice");
    });
}
