//! Files that people bring, piece by piece or with a form: what arrives, what goes on, what is refused, what is forgotten.

mod brought;
mod protocol;
mod ranges;

use affianca::access::{Actor, Housekeeper, Trainer};
use affianca::domain::ids::{Id, UploadId};
use affianca::domain::upload::Purpose;
use affianca::platform::media::{State, fingerprint, lost};
use affianca::web::uploads::{Choice, Kept, NotKept, claim, take};
use rocket::http::Method;

use crate::house::{Answer, Browser, House, on_each_engine, on_each_engine_with};

/// The beginning of a video; what follows may be anything.
pub const MP4: &[u8] = b"\0\0\0\x20ftypisom\0\0\x02\0isomiso2avc1mp41";

/// Something that is taken for a video.
pub fn video(bytes: usize) -> Vec<u8> {
    let rest = (0u32..).flat_map(|n| n.wrapping_mul(2_654_435_761).to_le_bytes());
    MP4.iter().copied().chain(rest).take(bytes).collect()
}

/// A request of the protocol, from our own page.
pub async fn tus(browser: &Browser<'_>, method: Method, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Answer {
    let mut ask = browser.ask(method, path).same_origin().header("Tus-Resumable", "1.0.0");
    for (name, value) in headers {
        ask = ask.header(name, value);
    }
    ask.bytes(body).send().await
}

/// Begins one: `a.mp4`, for a video.
pub async fn begin(browser: &Browser<'_>, bytes: usize) -> Answer {
    let length = bytes.to_string();
    tus(
        browser,
        Method::Post,
        "/caricamenti",
        &[("Upload-Length", &length), ("Upload-Metadata", "filename YS5tcDQ=,purpose dmlkZW8=")],
        &[],
    )
    .await
}

pub async fn begun(browser: &Browser<'_>, bytes: usize) -> String {
    begin(browser, bytes).await.is(201).location.unwrap()
}

pub async fn send(browser: &Browser<'_>, to: &str, offset: usize, piece: &[u8]) -> Answer {
    let offset = offset.to_string();
    tus(browser, Method::Patch, to, &[("Upload-Offset", &offset), ("Content-Type", "application/offset+octet-stream")], piece).await
}

pub async fn offset(browser: &Browser<'_>, of: &str) -> usize {
    let answer = tus(browser, Method::Head, of, &[], &[]).await.is(200);
    answer.header("Upload-Offset").unwrap().parse().unwrap()
}

/// The person of a browser as the stores know them.
pub fn docente(house: &House, browser: &Browser<'_>) -> Actor<Trainer> {
    house.housekeeper().stand_in(Housekeeper::trainer(browser.who().id.clone()), house.clock.now())
}

pub fn chosen(address: &str) -> Choice {
    Choice::Upload(UploadId::parse(address.rsplit('/').next().unwrap()).unwrap())
}

pub async fn claimed(house: &House, browser: &Browser<'_>, address: &str) -> Result<Kept, NotKept> {
    claim(&docente(house, browser), house.uploads(), chosen(address), Purpose::Video).await.unwrap()
}

#[test]
fn a_file_arrives_piece_by_piece_and_is_taken_once() {
    on_each_engine(async |house| {
        let (docente_at, whole) = (house.trainer().await, video(100_000));
        let to = begun(&docente_at, whole.len()).await;
        assert_eq!(offset(&docente_at, &to).await, 0);
        assert_eq!(claimed(house, &docente_at, &to).await, Err(NotKept::Arriving(0, 100_000)));
        let answer = send(&docente_at, &to, 0, &whole[..60_000]).await.is(204);
        assert_eq!(answer.header("Upload-Offset"), Some("60000"));
        assert!(answer.header("Upload-Expires").is_some_and(|at| at.ends_with(" GMT")));
        assert_eq!(offset(&docente_at, &to).await, 60_000);
        send(&docente_at, &to, 60_000, &whole[60_000..]).await.is(204);
        assert_eq!(offset(&docente_at, &to).await, 100_000);
        // A form that comes back for another fault claims it again.
        let kept = claimed(house, &docente_at, &to).await.unwrap();
        assert_eq!(claimed(house, &docente_at, &to).await.as_ref(), Ok(&kept));
        assert_eq!((kept.name.as_str(), kept.bytes, kept.kind.media()), ("a.mp4", 100_000, "video/mp4"));
        assert_eq!(kept.sha256, fingerprint(&whole));
        let docente = docente(house, &docente_at);
        for first in [true, false] {
            let mut tx = docente.begin().await.unwrap();
            assert_eq!(take(&mut tx, &docente, &kept).await.unwrap(), first);
            tx.commit().await.unwrap();
        }
        assert_eq!(claimed(house, &docente_at, &to).await, Err(NotKept::Gone));
        assert_eq!(house.media().read("video", &kept.sha256).await.unwrap(), whole);
        assert_eq!(docente_at.get(&format!("{to}/file")).await.is(200).bytes, whole);
    });
}

#[test]
fn what_somebody_brings_is_nobody_elses() {
    on_each_engine(async |house| {
        let (docente_at, other) = (house.trainer().await, house.trainer().await);
        let to = begun(&docente_at, 40).await;
        tus(&other, Method::Head, &to, &[], &[]).await.is(404);
        send(&other, &to, 0, &video(40)).await.is(404);
        tus(&other, Method::Delete, &to, &[], &[]).await.is(404);
        send(&docente_at, &to, 0, &video(40)).await.is(204);
        other.get(&format!("{to}/file")).await.is(404);
        assert_eq!(claimed(house, &other, &to).await, Err(NotKept::Gone));
        assert!(claimed(house, &docente_at, &to).await.is_ok());
        let id = chosen(&to);
        let asked = claim(&docente(house, &docente_at), house.uploads(), id, Purpose::Image).await.unwrap();
        assert_eq!(asked, Err(NotKept::Gone), "brought for something else");
        assert_eq!(
            claim(&docente(house, &docente_at), house.uploads(), Choice::Nothing, Purpose::Video).await.unwrap(),
            Err(NotKept::Missing)
        );
    });
}

#[test]
fn a_file_that_is_lost_has_a_page_that_says_so_and_is_named_by_the_check() {
    let folder = tempfile::tempdir().unwrap();
    on_each_engine_with(&format!("media = \"file://{}\"", folder.path().display()), async |house| {
        let docente_at = house.trainer().await;
        let whole = [video(900), format!("{:?}", house.engine).into_bytes()].concat();
        let to = begun(&docente_at, whole.len()).await;
        send(&docente_at, &to, 0, &whole).await.is(204);
        let kept = claimed(house, &docente_at, &to).await.unwrap();
        let actor = docente(house, &docente_at);
        let mut tx = actor.begin().await.unwrap();
        assert!(take(&mut tx, &actor, &kept).await.unwrap());
        tx.commit().await.unwrap();
        house.media().unpark(kept.id.as_str()).await.unwrap();
        docente_at.get(&format!("{to}/file")).await.is(200);
        let look = async |deep| {
            lost(&house.db, house.media(), &affianca::files(), deep).await.unwrap().into_iter().map(|one| one.state).collect::<Vec<_>>()
        };
        assert_eq!((look(false).await, look(true).await), (vec![], vec![]));
        let file = folder.path().join("video").join(&kept.sha256[..2]).join(&kept.sha256);
        let mut other = whole.clone();
        other[700] ^= 1;
        std::fs::write(&file, &other).unwrap();
        assert_eq!((look(false).await, look(true).await), (vec![], vec![State::Changed]));
        docente_at.get(&format!("{to}/file")).await.is(500).shows("Questo file non si può aprire");
        std::fs::write(&file, b"short").unwrap();
        assert_eq!(look(false).await, [State::Changed]);
        std::fs::remove_file(&file).unwrap();
        assert_eq!(look(false).await, [State::Missing]);
        docente_at.get(&format!("{to}/file")).await.is(500).shows("Questo file non si può aprire");
    });
}
