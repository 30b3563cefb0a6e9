//! The protocol (tus 1.0.0), request by request; what is refused, and what is forgotten.

use rocket::http::Method;
use sha2::{Digest, Sha256};

use affianca::domain::upload::Refusal;
use affianca::web::uploads::NotKept;

use super::{begin, begun, claimed, docente, offset, send, tus, video};
use crate::house::{on_each_engine, on_each_engine_with};

const PIECE: (&str, &str) = ("Content-Type", "application/offset+octet-stream");

/// RFC 4648, 4.
fn base64(bytes: &[u8]) -> String {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for group in bytes.chunks(3) {
        let bits = group.iter().enumerate().fold(0u32, |bits, (n, byte)| bits | u32::from(*byte) << (16 - 8 * n));
        let signs = (0..=group.len()).map(|n| char::from(SIGNS[(bits >> (18 - 6 * n) & 63) as usize]));
        text.extend(signs.chain(std::iter::repeat('=')).take(4));
    }
    text
}

#[test]
fn the_server_says_what_it_can_do_and_refuses_what_it_does_not_understand() {
    on_each_engine(async |house| {
        let docente = house.trainer().await;
        let able = docente.ask(Method::Options, "/caricamenti").send().await.is(204);
        assert_eq!(
            (able.header("Tus-Version"), able.header("Tus-Extension")),
            (Some("1.0.0"), Some("creation,expiration,checksum,termination"))
        );
        assert_eq!(able.header("Tus-Checksum-Algorithm"), Some("sha1,sha256"));
        let to = begun(&docente, 100).await;
        let other = docente.ask(Method::Head, &to).header("Tus-Resumable", "0.2.2").send().await.is(412);
        assert_eq!(other.header("Tus-Version"), Some("1.0.0"));
        for headers in [
            &[("Upload-Metadata", "purpose dmlkZW8=")][..],
            &[("Upload-Length", "-1"), ("Upload-Metadata", "purpose dmlkZW8=")],
            &[("Upload-Length", "10")],
            &[("Upload-Length", "10"), ("Upload-Metadata", "purpose bm9uZQ==")],
            &[("Upload-Defer-Length", "1"), ("Upload-Metadata", "purpose dmlkZW8=")],
        ] {
            tus(&docente, Method::Post, "/caricamenti", headers, &[]).await.is(400);
        }
        tus(&docente, Method::Patch, &to, &[("Upload-Offset", "0"), ("Content-Type", "text/plain")], b"x").await.is(415);
        tus(&docente, Method::Patch, &to, &[PIECE], b"x").await.is(400);
        tus(&docente, Method::Patch, &to, &[PIECE, ("Upload-Offset", "0"), ("Upload-Checksum", "md5 Zg==")], b"x").await.is(400);
        assert_eq!(send(&docente, &to, 7, b"x").await.is(409).header("Upload-Offset"), Some("0"));
        send(&docente, &to, 0, &video(101)).await.is(413);
        assert_eq!(offset(&docente, &to).await, 0, "nothing of what was too long is kept");
        // By a client that can send nothing but POST.
        let meant = [PIECE, ("Upload-Offset", "0"), ("X-HTTP-Method-Override", "PATCH")];
        tus(&docente, Method::Post, &to, &meant, &video(100)[..40]).await.is(204);
        assert_eq!(offset(&docente, &to).await, 40);
        tus(&docente, Method::Delete, &to, &[], &[]).await.is(204);
        tus(&docente, Method::Head, &to, &[], &[]).await.is(404);
        send(&docente, &to, 40, &video(100)[40..]).await.is(404);
    });
}

#[test]
fn a_piece_that_its_checksum_does_not_confirm_is_not_kept() {
    on_each_engine(async |house| {
        let (docente, whole) = (house.trainer().await, video(200));
        let to = begun(&docente, 200).await;
        let right = format!("sha256 {}", base64(&Sha256::digest(&whole[..150])));
        let wrong = tus(&docente, Method::Patch, &to, &[PIECE, ("Upload-Offset", "0"), ("Upload-Checksum", &right)], &whole[..149]).await;
        assert_eq!((wrong.status, offset(&docente, &to).await), (460, 0));
        tus(&docente, Method::Patch, &to, &[PIECE, ("Upload-Offset", "0"), ("Upload-Checksum", &right)], &whole[..150]).await.is(204);
        // SHA-1 of nothing, for a piece of something.
        let of_nothing = [PIECE, ("Upload-Offset", "150"), ("Upload-Checksum", "sha1 2jmj7l5rSw0yVb/vlWAYkK/YBwk=")];
        tus(&docente, Method::Patch, &to, &of_nothing, &whole[150..]).await.is(460);
        send(&docente, &to, 150, &whole[150..]).await.is(204);
        assert_eq!(claimed(house, &docente, &to).await.unwrap().bytes, 200);
    });
}

#[test]
fn two_who_send_at_once_do_not_mix() {
    on_each_engine(async |house| {
        let (docente, whole) = (house.trainer().await, video(60_000));
        let to = begun(&docente, 60_000).await;
        let (one, two) = tokio::join!(send(&docente, &to, 0, &whole), send(&docente, &to, 0, &whole));
        let mut statuses = [one.status, two.status];
        statuses.sort_unstable();
        assert!(matches!(statuses, [204, 409 | 423]), "{statuses:?}");
        assert_eq!(claimed(house, &docente, &to).await.unwrap().sha256, affianca::platform::media::fingerprint(&whole));
    });
}

#[test]
fn nobody_fills_the_house() {
    on_each_engine_with("upload_largest = 1\nupload_waiting = 2\nupload_total = 3", async |house| {
        const MEBI: usize = 1024 * 1024;
        let (docente, other) = (house.trainer().await, house.trainer().await);
        begin(&docente, MEBI + 1).await.is(413).shows("1 MB");
        let first = begun(&docente, MEBI).await;
        begun(&docente, MEBI).await;
        begin(&docente, 1).await.is(413).shows("non hai ancora usato");
        begun(&other, MEBI).await;
        begin(&other, 1).await.is(413).shows("Non c’è più spazio");
        tus(&docente, Method::Delete, &first, &[], &[]).await.is(204);
        begun(&other, 1).await;
    });
}

#[test]
fn what_is_not_what_it_should_be_is_refused_with_its_reason() {
    on_each_engine_with(
        "antivirus = [\"sh\", \"-c\", \"! grep -q EICAR \\\"$1\\\" || { echo found EICAR; exit 1; }\", \"antivirus\"]",
        async |house| {
            let docente_at = house.trainer().await;
            let page = b"<html><script>alert(1)</script></html>";
            let to = begun(&docente_at, page.len()).await;
            send(&docente_at, &to, 0, page).await.is(422).shows("non è di un tipo ammesso");
            assert_eq!(claimed(house, &docente_at, &to).await, Err(NotKept::Refused(Refusal::NotAdmitted)));
            docente_at.get(&format!("{to}/file")).await.is(404);
            let mut infected = video(500);
            infected.extend(b"EICAR");
            let to = begun(&docente_at, infected.len()).await;
            send(&docente_at, &to, 0, &infected).await.is(422).shows("antivirus");
            assert_eq!(claimed(house, &docente_at, &to).await, Err(NotKept::Refused(Refusal::Unsafe)));
            let to = begun(&docente_at, 500).await;
            send(&docente_at, &to, 0, &video(500)).await.is(204);
            assert!(claimed(house, &docente_at, &to).await.is_ok());
            let empty = begun(&docente_at, 0).await;
            assert_eq!(claimed(house, &docente_at, &empty).await, Err(NotKept::Refused(Refusal::Empty)));
        },
    );
}

#[test]
fn what_nobody_goes_on_with_or_uses_is_forgotten() {
    on_each_engine(async |house| {
        let docente_at = house.trainer().await;
        let (half, ready, used) = (begun(&docente_at, 900).await, begun(&docente_at, 300).await, begun(&docente_at, 400).await);
        send(&docente_at, &half, 0, &video(900)[..500]).await.is(204);
        send(&docente_at, &ready, 0, &video(300)).await.is(204);
        send(&docente_at, &used, 0, &video(400)).await.is(204);
        let kept = claimed(house, &docente_at, &used).await.unwrap();
        let actor = docente(house, &docente_at);
        let mut tx = actor.begin().await.unwrap();
        assert!(affianca::web::uploads::take(&mut tx, &actor, &kept).await.unwrap());
        tx.commit().await.unwrap();
        house.tick().await;
        assert_eq!(std::fs::read_dir(&house.config.uploads.folder).unwrap().count(), 1, "the half one");
        house.clock.set(house.clock.now().plus_days(4));
        docente_at.sign_in().await;
        for _ in 0..2 {
            house.tick().await;
            house.clock.set(house.clock.now().plus_minutes(61));
        }
        assert_eq!(std::fs::read_dir(&house.config.uploads.folder).unwrap().count(), 0);
        tus(&docente_at, Method::Head, &half, &[], &[]).await.is(404);
        assert_eq!(claimed(house, &docente_at, &ready).await, Err(NotKept::Gone));
        assert_eq!(house.media().read("video", &kept.sha256).await.unwrap(), video(400), "what was used stays");
        house.letters_left();
    });
}
