//! A browser: cookies of its own, and the headers that browsers send.

use std::collections::BTreeMap;
use std::net::IpAddr;
use std::sync::Mutex;

use affianca::domain::ids::PersonId;
use affianca::domain::one_time_code::{self, Shared};
use affianca::ui::paths;
use rocket::http::{Accept, ContentType, Cookie, Header, Method};

use super::{Answer, House};

/// The password of everybody in a house.
pub const PASSWORD: &str = "quattro gatti in piazza";

/// Somebody at a browser of their own.
pub struct Browser<'h> {
    house: &'h House,
    cookies: Mutex<BTreeMap<String, String>>,
    /// Who is meant to sit there; a visitor is nobody.
    pub(super) inhabitant: Option<Inhabitant>,
    /// Where its requests come from; nowhere, unless the test says.
    address: Option<IpAddr>,
}

#[derive(Debug, Clone)]
pub struct Inhabitant {
    pub id: PersonId,
    pub username: String,
    pub name: String,
    /// What their telephone knows, if they have a second factor.
    pub telephone: Option<Shared>,
}

impl<'h> Browser<'h> {
    pub(super) fn new(house: &'h House) -> Browser<'h> {
        Browser { house, cookies: Mutex::default(), inhabitant: None, address: None }
    }

    /// The same browser behind this address, as in `"203.0.113.9"`.
    pub fn at(mut self, address: &str) -> Self {
        self.address = Some(address.parse().unwrap());
        self
    }

    /// Who sits at this browser.
    #[track_caller]
    pub fn who(&self) -> &Inhabitant {
        self.inhabitant.as_ref().expect("a visitor is nobody")
    }

    /// Asks for a page.
    pub async fn get(&self, path: &str) -> Answer {
        self.ask(Method::Get, path).send().await
    }

    /// Sends a form from one of our own pages.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.ask(Method::Post, path).same_origin().form(fields).send().await
    }

    /// Sends the same form as the page's script does: it wants JSON back.
    pub async fn post_by_script(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.ask(Method::Post, path).same_origin().form(fields).header("Accept", "application/json").send().await
    }

    /// Sends a form with a file in it.
    pub async fn upload(&self, path: &str, fields: &[(&str, &str)], name: &str, bytes: &[u8]) -> Answer {
        let mut body = Vec::new();
        for (field, value) in fields {
            body.extend(format!("--limite\r\nContent-Disposition: form-data; name=\"{field}\"\r\n\r\n{value}\r\n").bytes());
        }
        body.extend(format!("--limite\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n").bytes());
        body.extend(b"Content-Type: text/csv\r\n\r\n".iter().chain(bytes).chain(b"\r\n--limite--\r\n"));
        let mut ask = self.ask(Method::Post, path).same_origin().header("Content-Type", "multipart/form-data; boundary=limite");
        ask.body = body;
        ask.send().await
    }

    /// A request to be composed: other methods, headers, bodies.
    pub fn ask(&self, method: Method, path: &str) -> Ask<'_, 'h> {
        Ask { browser: self, method, path: path.to_owned(), headers: Vec::new(), body: Vec::new(), form: false }
    }

    /// Signs in with the password that everybody has, and with the code of their telephone if it is asked for.
    pub async fn sign_in(&self) -> Answer {
        let answer = self.post(paths::SIGN_IN, &[("utente", &self.who().username), ("password", PASSWORD)]).await;
        match &self.who().telephone {
            Some(telephone) if answer.location.as_deref() == Some(paths::SIGN_IN_CODE) => {
                self.house.forget_codes(&self.who().id).await;
                let code = telephone.code(one_time_code::step(self.house.clock.now()));
                self.post(paths::SIGN_IN_CODE, &[("codice", &code)]).await
            }
            _ => answer,
        }
    }

    /// The same person at another browser, signed in there too.
    pub async fn elsewhere(&self) -> Browser<'h> {
        let other = Browser { inhabitant: self.inhabitant.clone(), address: self.address, ..Browser::new(self.house) };
        other.sign_in().await.is(303);
        other
    }

    /// Acts for another of the person's enti from now on.
    pub async fn switch_to(&self, ente: &str) -> Answer {
        let ente = self.house.ente(ente).await;
        let appointment = affianca::people::appointment_of(&self.house.housekeeper(), &self.who().id, &ente).await.unwrap();
        self.post(paths::SWITCH, &[("incarico", &appointment.to_string())]).await
    }

    /// A cookie as it stands now.
    pub fn cookie(&self, name: &str) -> Option<String> {
        self.cookies.lock().unwrap().get(name).cloned()
    }

    /// Puts a cookie by hand, as only an attacker or a test does.
    pub fn set_cookie(&self, name: &str, value: &str) {
        self.cookies.lock().unwrap().insert(name.to_owned(), value.to_owned());
    }

    fn keep(&self, answer: &Answer) {
        let mut cookies = self.cookies.lock().unwrap();
        for (_, value) in answer.headers.iter().filter(|(name, _)| name.eq_ignore_ascii_case("Set-Cookie")) {
            let Ok(cookie) = Cookie::parse_encoded(value.clone()) else { continue };
            match cookie.max_age() {
                Some(age) if age.is_zero() => cookies.remove(cookie.name()),
                _ => cookies.insert(cookie.name().to_owned(), cookie.value().to_owned()),
            };
        }
    }
}

/// A request in the making.
pub struct Ask<'b, 'h> {
    browser: &'b Browser<'h>,
    method: Method,
    path: String,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
    form: bool,
}

impl Ask<'_, '_> {
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// With the header by which browsers vouch for our own pages.
    pub fn same_origin(self) -> Self {
        self.header("Sec-Fetch-Site", "same-origin")
    }

    pub fn form(mut self, fields: &[(&str, &str)]) -> Self {
        let pairs: Vec<_> = fields.iter().map(|(name, value)| format!("{}={}", paths::encoded(name), paths::encoded(value))).collect();
        self.body = pairs.join("&").into_bytes();
        self.form = true;
        self
    }

    /// A body that is no form.
    pub fn bytes(mut self, body: &[u8]) -> Self {
        self.body = body.to_vec();
        self
    }

    pub async fn send(self) -> Answer {
        let asked = format!("{} {}", self.method, self.path);
        let mut request = self.browser.house.client.req(self.method, self.path);
        // The local client reads cookies by this method alone, not from a header.
        let cookies: Vec<_> = self.browser.cookies.lock().unwrap().iter().map(|(n, v)| Cookie::new(n.clone(), v.clone())).collect();
        request = request.cookies(cookies);
        // What every browser says; a header given by the test comes instead.
        if self.form {
            request.add_header(ContentType::Form);
        }
        if !self.headers.iter().any(|(name, _)| name.eq_ignore_ascii_case("Accept")) {
            request.add_header(Accept::HTML);
        }
        for (name, value) in self.headers {
            request.add_header(Header::new(name, value));
        }
        request.set_body(self.body);
        if let Some(address) = self.browser.address {
            request.set_remote((address, 40_000).into());
        }
        let answer = Answer::read(asked, request.dispatch().await).await;
        self.browser.keep(&answer);
        answer
    }
}
