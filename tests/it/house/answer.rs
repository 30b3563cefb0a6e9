//! What the server answered, with the questions a test asks of it.

use rocket::local::asynchronous::LocalResponse;

/// An answer, read to its end.
#[derive(Debug, Clone)]
pub struct Answer {
    pub status: u16,
    /// The body as text; what is no UTF-8 shows as U+FFFD.
    pub body: String,
    pub bytes: Vec<u8>,
    pub headers: Vec<(String, String)>,
    /// Where a redirect leads.
    pub location: Option<String>,
    asked: String,
}

impl Answer {
    pub(super) async fn read(asked: String, response: LocalResponse<'_>) -> Answer {
        let status = response.status().code;
        let headers: Vec<_> = response.headers().iter().map(|h| (h.name().to_string(), h.value().to_owned())).collect();
        let bytes = response.into_bytes().await.unwrap_or_default();
        let body = String::from_utf8_lossy(&bytes).into_owned();
        let mut answer = Answer { status, body, bytes, headers, location: None, asked };
        answer.location = answer.header("Location").map(str::to_owned);
        answer
    }

    /// The first header of that name.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(n, _)| n.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }

    /// The same answer, if it has this status.
    #[track_caller]
    pub fn is(self, status: u16) -> Answer {
        assert_eq!(self.status, status, "{}\n{}", self.asked, self.excerpt());
        self
    }

    /// The same answer, if it is a 303 to this address.
    #[track_caller]
    pub fn leads_to(self, address: &str) -> Answer {
        assert_eq!((self.status, self.location.as_deref()), (303, Some(address)), "{}\n{}", self.asked, self.excerpt());
        self
    }

    /// The same answer, if its body holds this text as it stands in the source of the page.
    #[track_caller]
    pub fn shows(self, text: &str) -> Answer {
        assert!(self.body.contains(text), "{} does not show «{text}»\n{}", self.asked, self.excerpt());
        self
    }

    /// The same answer, if this text is nowhere in its body.
    #[track_caller]
    pub fn hides(self, text: &str) -> Answer {
        assert!(!self.body.contains(text), "{} shows «{text}»\n{}", self.asked, self.excerpt());
        self
    }

    #[track_caller]
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.body).unwrap_or_else(|e| panic!("{}: {e}\n{}", self.asked, self.excerpt()))
    }

    /// The value of the first field of that name in the page.
    pub fn field(&self, name: &str) -> Option<String> {
        let tag = self.body.split('<').find(|tag| tag.contains(&format!("name=\"{name}\"")))?;
        let value = tag.split_once("value=\"")?.1.split('"').next()?;
        Some(value.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"))
    }

    /// The part of a page that a reader of a failed test wants to see.
    fn excerpt(&self) -> String {
        let main = self.body.find("<main").map_or(self.body.as_str(), |at| &self.body[at..]);
        main.chars().take(1500).collect()
    }
}
