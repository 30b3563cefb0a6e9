//! The rilevazione over HTTP: opened, answered by several people, closed, reopened; and what another ente sees of it.

mod bad_input;
mod closing;
mod edition;
pub mod form;
mod numbers;
mod peers;
mod report;
mod saving;
mod second_questionnaire;
pub mod walk;

use crate::house::Browser;

/// The address of a section of the ente's open rilevazione.
pub async fn section(browser: &Browser<'_>, section: &str) -> String {
    let overview = browser.get("/area/autodiagnosi").await.is(200);
    let at = overview.body.find("/area/autodiagnosi/0").expect("an open rilevazione");
    let id = &overview.body[at + "/area/autodiagnosi/".len()..][..36];
    format!("/area/autodiagnosi/{id}/sezioni/{section}")
}

/// Opens the rilevazione of the ente acted for; its address without a slash at the end.
pub async fn opened(browser: &Browser<'_>) -> String {
    let answer = browser.post("/area/autodiagnosi", &[]).await.is(303);
    answer.location.unwrap().trim_end_matches("/ripresa").to_owned()
}
