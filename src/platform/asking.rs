//! Pages of others, asked whether they are there: gently, within a time, and never a machine that is not on the net.
//!
//! Names are looked up by ourselves, and what is connected to is what was looked at: a name that answers one thing first and
//! another later opens nothing. No proxy of the environment is used, which would look names up for us.

use std::collections::BTreeMap;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use reqwest::redirect::Policy;
use reqwest::{Client, Method, Response, Url};
use tokio::sync::Semaphore;
use tokio::task::JoinSet;

use super::{Error, Result, tls};
use crate::domain::web_link::{Finding, Heard, host_of, is_public};

/// Redirects that are followed.
const HOPS: usize = 5;
/// Hosts asked at once; each of them one page at a time, with a pause between.
const AT_ONCE: usize = 4;
const PAUSE: Duration = Duration::from_millis(500);
/// A page may take so many times the patience of one answer: HEAD, GET, and what it sends us on to.
const WHOLE: u32 = 3;

/// Of the settings.
#[derive(Debug, Clone)]
pub struct Manners {
    /// Whether links are looked after by themselves.
    pub check: bool,
    /// Whether machines that are not on the net are asked too.
    pub private: bool,
    /// How long one answer may take.
    pub patience: Duration,
    /// As whom we ask.
    pub agent: String,
}

impl Manners {
    /// What is wrong is told by the name of the setting. Without an agent of its own, the program says who it is and who runs it.
    pub fn read((check, private): (bool, bool), seconds: u64, agent: &str, public_url: &str) -> std::result::Result<Manners, String> {
        if !(1..=60).contains(&seconds) {
            return Err("link_seconds: between 1 and 60".to_owned());
        }
        if !agent.chars().all(|c| c == ' ' || c.is_ascii_graphic()) {
            return Err("link_agent: letters, digits and signs without accents".to_owned());
        }
        let own = || format!("Affianca/{} (link check; +{})", env!("CARGO_PKG_VERSION"), public_url.trim_end_matches('/'));
        let agent = if agent.trim().is_empty() { own() } else { agent.trim().to_owned() };
        Ok(Manners { check, private, patience: Duration::from_secs(seconds), agent })
    }
}

/// Asks for pages.
#[derive(Clone)]
pub struct Asker {
    client: Client,
    private: bool,
    patience: Duration,
}

impl Asker {
    pub fn new(manners: &Manners) -> Result<Asker> {
        tls::ready();
        let client = Client::builder()
            .user_agent(&manners.agent)
            .redirect(Policy::none())
            .referer(false)
            .no_proxy()
            .pool_max_idle_per_host(0)
            .connect_timeout(manners.patience)
            .timeout(manners.patience)
            .dns_resolver(Arc::new(Lookup { private: manners.private }))
            .build()
            .map_err(|error| Error::Unavailable(format!("asking for pages of others: {error}")))?;
        Ok(Asker { client, private: manners.private, patience: manners.patience })
    }

    /// What comes back from an address.
    pub async fn ask(&self, address: &str) -> Heard {
        tokio::time::timeout(self.patience * WHOLE, self.follow(address)).await.unwrap_or(Heard::only(Finding::Slow))
    }

    /// All of them, host beside host, until so long from now; what was not asked by then is left out.
    pub async fn ask_all(&self, addresses: Vec<String>, within: Duration) -> Vec<(String, Heard)> {
        let mut hosts: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for address in addresses {
            hosts.entry(host_of(&address).to_owned()).or_default().push(address);
        }
        let (until, gate) = (tokio::time::Instant::now() + within, Arc::new(Semaphore::new(AT_ONCE)));
        let mut lanes = JoinSet::new();
        for (_, addresses) in hosts {
            let (asker, gate) = (self.clone(), gate.clone());
            lanes.spawn(async move {
                let Ok(_passed) = gate.acquire_owned().await else { return Vec::new() };
                asker.ask_one_by_one(addresses, until).await
            });
        }
        lanes.join_all().await.concat()
    }

    async fn ask_one_by_one(&self, addresses: Vec<String>, until: tokio::time::Instant) -> Vec<(String, Heard)> {
        let mut heard = Vec::new();
        for address in addresses {
            if !heard.is_empty() {
                tokio::time::sleep(PAUSE).await;
            }
            if tokio::time::Instant::now() >= until {
                break;
            }
            let answer = self.ask(&address).await;
            heard.push((address, answer));
        }
        heard
    }

    async fn follow(&self, address: &str) -> Heard {
        let Ok(mut url) = Url::parse(address) else { return Heard::only(Finding::Unreachable) };
        let (mut moved_to, mut for_good) = (None, true);
        for _ in 0..=HOPS {
            let answer = match self.one(&url).await {
                Ok(answer) => answer,
                Err(finding) => return Heard::only(finding),
            };
            let status = answer.status();
            let Some(next) = onward(&url, &answer) else {
                let finding = Finding::of_status(status.as_u16());
                return Heard { finding, status: Some(status.as_u16()), moved_to: moved_to.filter(|_| finding == Finding::Good) };
            };
            for_good &= matches!(status.as_u16(), 301 | 308);
            if for_good {
                moved_to = Some(next.to_string());
            }
            url = next;
        }
        Heard::only(Finding::Loop)
    }

    /// HEAD, which costs a site least; GET where that does not do, since many sites answer HEAD wrongly or not at all.
    async fn one(&self, url: &Url) -> std::result::Result<Response, Finding> {
        if !self.may_be_asked(url) {
            return Err(Finding::Private);
        }
        match self.client.request(Method::HEAD, url.clone()).send().await {
            Ok(answer) if answer.status().is_success() || onward(url, &answer).is_some() => return Ok(answer),
            Err(error) if error.is_connect() => return Err(finding_of(&error)),
            Ok(_) | Err(_) => {}
        }
        // The headers are enough: the page itself is not read.
        self.client.get(url.clone()).send().await.map_err(|error| finding_of(&error))
    }

    /// Names are judged where they are looked up; numbers here.
    fn may_be_asked(&self, url: &Url) -> bool {
        let host = url.host_str().unwrap_or_default();
        let number = host.trim_start_matches('[').trim_end_matches(']').parse::<IpAddr>();
        self.private || number.map_or(true, is_public)
    }
}

/// Where an answer sends us on to, if it does.
fn onward(url: &Url, answer: &Response) -> Option<Url> {
    let is_redirect = matches!(answer.status().as_u16(), 301 | 302 | 303 | 307 | 308);
    let location = answer.headers().get("location").filter(|_| is_redirect)?;
    let next = url.join(std::str::from_utf8(location.as_bytes()).ok()?).ok()?;
    matches!(next.scheme(), "http" | "https").then_some(next)
}

fn finding_of(error: &reqwest::Error) -> Finding {
    let mut cause: Option<&(dyn std::error::Error + 'static)> = Some(error);
    while let Some(one) = cause {
        if one.is::<NotOnTheNet>() {
            return Finding::Private;
        }
        if tls::is_distrust(one) {
            return Finding::Untrusted;
        }
        cause = one.source();
    }
    if error.is_timeout() { Finding::Slow } else { Finding::Unreachable }
}

/// A name that leads to machines which are not on the net.
#[derive(Debug, thiserror::Error)]
#[error("not on the net")]
struct NotOnTheNet;

/// Looks names up, and keeps only those of their addresses that may be asked.
struct Lookup {
    private: bool,
}

impl Resolve for Lookup {
    fn resolve(&self, name: Name) -> Resolving {
        let private = self.private;
        Box::pin(async move {
            let found: Vec<SocketAddr> = tokio::net::lookup_host((name.as_str(), 0)).await?.collect();
            let kept: Vec<SocketAddr> = found.iter().copied().filter(|address| private || is_public(address.ip())).collect();
            if kept.is_empty() && !found.is_empty() {
                return Err(NotOnTheNet.into());
            }
            Ok(Box::new(kept.into_iter()) as Addrs)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn manners(private: bool) -> Manners {
        Manners::read((true, private), 2, "", "https://affianca.example/").unwrap()
    }

    #[test]
    fn who_asks_says_who_it_is() {
        assert!(manners(false).agent.ends_with("(link check; +https://affianca.example)"));
        assert_eq!(Manners::read((true, false), 2, " Prova/1 ", "").unwrap().agent, "Prova/1");
        assert!(Manners::read((true, false), 2, "Perché?", "").is_err() && Manners::read((true, false), 0, "", "").is_err());
    }

    #[tokio::test]
    async fn machines_that_are_not_on_the_net_are_not_asked_by_number_nor_by_name() {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        listener.set_nonblocking(true).unwrap();
        let asker = Asker::new(&manners(false)).unwrap();
        for host in ["127.0.0.1", "[::1]", "[::ffff:127.0.0.1]", "2130706433", "0x7f.1", "localhost"] {
            assert_eq!(asker.ask(&format!("http://{host}:{port}/")).await.finding, Finding::Private, "{host}");
        }
        assert!(listener.accept().is_err(), "somebody connected");
    }
}
