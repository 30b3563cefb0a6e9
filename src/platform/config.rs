//! Settings: `Affianca.toml`, then the environment (`AFFIANCA_…`), read once in `main` and passed down.

use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;

use rocket::figment::providers::{Env, Format, Serialized, Toml};
use rocket::figment::{self, Figment};
use serde::{Deserialize, Serialize};

use super::asking::Manners;
use super::mail::{Destination, Mail, Sender, host_of};
use super::media;
use super::pictures::{self, Picture};
use super::sign_in::{self, SignIn};
use crate::domain::registration::NOTICE_VERSION;
use crate::domain::survey::LEAST_GROUP;

/// Everything that can be set. One struct per concern; the names of the fields are the names of the settings.
#[derive(Debug, Clone)]
pub struct Config {
    pub server: Server,
    pub database: Secret,
    pub mail: Mail,
    /// Where attached files are kept.
    pub media: media::Place,
    pub uploads: media::Limits,
    /// How pages of others are asked whether they are still there.
    pub links: Manners,
    pub site: Site,
    pub sign_in: SignIn,
    /// Folder of questionnaires; none: those shipped with the program.
    pub questionnaires: Option<PathBuf>,
    /// Folder of courses; none: those shipped with the program.
    pub courses: Option<PathBuf>,
    /// Id of the questionnaire that rilevazioni are opened on.
    pub questionnaire: String,
    /// From how many answers on a survey shows its figures.
    pub survey_group: i64,
    /// Filter of the log, as in `info` or `affianca=debug`.
    pub log: String,
}

#[derive(Debug, Clone)]
pub struct Server {
    pub listen: SocketAddr,
    /// Where people reach it: links, origin check, Secure cookies. No slash at the end.
    pub public_url: String,
    /// Proxies whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<IpAddr>,
    /// Whether `serve` brings the schema up to date by itself.
    pub migrate: bool,
}

/// What the installation says of itself. The product never speaks in anybody's name by itself.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Site {
    pub name: String,
    /// *Titolare*: the body that runs the installation.
    pub owner: String,
    pub owner_url: String,
    pub funding: String,
    pub contact_email: String,
    pub contact_phone: String,
    pub contact_pec: String,
    /// The declaration on AGID's form service.
    pub accessibility_url: String,
    pub transparency_url: String,
    pub privacy_url: String,
    /// Which privacy notice is in force: who has declared having read another is shown it and asked again.
    pub notice_version: String,
    /// *Responsabile della protezione dei dati*: name and how to reach them.
    pub dpo: String,
    /// *Responsabili del trattamento*, one each.
    pub processors: Vec<String>,
    /// In place of the usual one (art. 6.1.e of Regulation (EU) 2016/679).
    pub legal_basis: String,
    /// Below every answer of an expert in the forum.
    pub forum_footer: String,
    /// In place of the product's own mark.
    #[serde(skip)]
    pub logo: Option<Picture>,
    /// Of whoever pays, in the order in which they want to stand.
    #[serde(skip)]
    pub emblems: Vec<Picture>,
}

/// An emblem as it is written in the settings: the file of its picture, and what it says.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Emblem {
    file: String,
    text: String,
}

/// Text that does not print: an address may carry a password.
#[derive(Clone, Deserialize, Serialize)]
#[serde(transparent)]
pub struct Secret(String);

impl Secret {
    pub fn new(text: impl Into<String>) -> Self {
        Secret(text.into())
    }

    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("(secret)")
    }
}

/// The flat form in which settings are written.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Settings {
    listen: SocketAddr,
    public_url: String,
    trusted_proxies: Vec<IpAddr>,
    migrate: bool,
    database: Secret,
    mail: Secret,
    mail_from: String,
    mail_ca: String,
    media: String,
    uploads: PathBuf,
    upload_largest: u64,
    upload_waiting: u64,
    upload_total: u64,
    upload_hours: i64,
    antivirus: Vec<String>,
    antivirus_seconds: u64,
    link_check: bool,
    link_private: bool,
    link_seconds: u64,
    link_agent: String,
    courses: Option<PathBuf>,
    questionnaires: Option<PathBuf>,
    questionnaire: String,
    survey_group: i64,
    log: String,
    name: String,
    owner: String,
    owner_url: String,
    funding: String,
    contact_email: String,
    contact_phone: String,
    contact_pec: String,
    accessibility_url: String,
    transparency_url: String,
    privacy_url: String,
    notice_version: String,
    dpo: String,
    processors: Vec<String>,
    legal_basis: String,
    forum_footer: String,
    logo: String,
    emblems: Vec<Emblem>,
    require_second_factor: Vec<String>,
    oidc_issuer: String,
    oidc_client_id: String,
    oidc_client_secret: Secret,
    oidc_button: String,
    oidc_scopes: Vec<String>,
    oidc_fiscal_claim: String,
    oidc_link_by_address: bool,
    oidc_trusted_acr: Vec<String>,
}

/// What an expert's answer is and is not; an installation may say it in its own words, or not at all.
const FORUM_FOOTER: &str = "Parere dell’esperto: non sostituisce le indicazioni di Ministero e Prefettura.";

impl Default for Settings {
    fn default() -> Self {
        Settings {
            listen: SocketAddr::from(([127, 0, 0, 1], 8000)),
            public_url: String::new(),
            trusted_proxies: Vec::new(),
            migrate: true,
            database: Secret::new("sqlite://data/affianca.db"),
            mail: Secret::new("folder://data/mail"),
            mail_from: String::new(),
            mail_ca: String::new(),
            media: "file://data/media".into(),
            uploads: "data/uploads".into(),
            upload_largest: 4096,
            upload_waiting: 8192,
            upload_total: 0,
            upload_hours: 72,
            antivirus: Vec::new(),
            antivirus_seconds: 300,
            link_check: true,
            link_private: false,
            link_seconds: 10,
            link_agent: String::new(),
            questionnaires: None,
            courses: None,
            questionnaire: "piccoli-comuni".into(),
            survey_group: 5,
            log: "warn,affianca=info".into(),
            name: "Affianca".into(),
            owner: String::new(),
            owner_url: String::new(),
            funding: String::new(),
            contact_email: String::new(),
            contact_phone: String::new(),
            contact_pec: String::new(),
            accessibility_url: String::new(),
            transparency_url: String::new(),
            privacy_url: String::new(),
            notice_version: NOTICE_VERSION.into(),
            dpo: String::new(),
            processors: Vec::new(),
            legal_basis: String::new(),
            forum_footer: FORUM_FOOTER.into(),
            logo: String::new(),
            emblems: Vec::new(),
            require_second_factor: sign_in::ALWAYS.map(str::to_owned).to_vec(),
            oidc_issuer: String::new(),
            oidc_client_id: String::new(),
            oidc_client_secret: Secret::new(""),
            oidc_button: String::new(),
            oidc_scopes: ["openid", "profile", "email"].map(str::to_owned).to_vec(),
            oidc_fiscal_claim: "fiscal_number".into(),
            oidc_link_by_address: false,
            oidc_trusted_acr: Vec::new(),
        }
    }
}

/// Every setting in the order of the documentation; in the environment `AFFIANCA_` and capitals.
pub const SETTINGS: &[&str] = &[
    "listen",
    "public_url",
    "trusted_proxies",
    "database",
    "migrate",
    "mail",
    "mail_from",
    "mail_ca",
    "media",
    "uploads",
    "upload_largest",
    "upload_waiting",
    "upload_total",
    "upload_hours",
    "antivirus",
    "antivirus_seconds",
    "link_check",
    "link_private",
    "link_seconds",
    "link_agent",
    "questionnaires",
    "courses",
    "questionnaire",
    "survey_group",
    "log",
    "name",
    "owner",
    "owner_url",
    "funding",
    "contact_email",
    "contact_phone",
    "contact_pec",
    "accessibility_url",
    "transparency_url",
    "privacy_url",
    "notice_version",
    "dpo",
    "processors",
    "legal_basis",
    "forum_footer",
    "logo",
    "emblems",
    "require_second_factor",
    "oidc_issuer",
    "oidc_client_id",
    "oidc_client_secret",
    "oidc_button",
    "oidc_scopes",
    "oidc_fiscal_claim",
    "oidc_link_by_address",
    "oidc_trusted_acr",
];

impl Config {
    /// Reads the file, if it is there, and the environment.
    pub fn read(file: &str) -> Result<Config, String> {
        let mut figment = Figment::from(Serialized::defaults(Settings::default()));
        if std::path::Path::new(file).exists() {
            figment = figment.merge(Toml::file_exact(file));
        }
        Config::from(figment.merge(environment()))
    }

    /// Settings from text alone, as a test gives them.
    pub fn from_text(toml: &str) -> Result<Config, String> {
        Config::from(Figment::from(Serialized::defaults(Settings::default())).merge(Toml::string(toml)))
    }

    fn from(figment: Figment) -> Result<Config, String> {
        let s: Settings = figment.extract().map_err(|e: figment::Error| e.to_string())?;
        let public_url = if s.public_url.is_empty() { format!("http://{}", s.listen) } else { s.public_url.clone() };
        if !(public_url.starts_with("http://") || public_url.starts_with("https://")) {
            return Err(format!("public_url: «{public_url}» is not an http(s) address"));
        }
        let mail = mail(&s, &public_url)?;
        let media = media::Place::parse(&s.media).map_err(|shapes| format!("media: {shapes}"))?;
        let uploads = media::Limits::read(media::Written {
            folder: s.uploads.clone(),
            largest: s.upload_largest,
            waiting: s.upload_waiting,
            total: s.upload_total,
            hours: s.upload_hours,
            antivirus: s.antivirus.clone(),
            seconds: s.antivirus_seconds,
        })?;
        let links = Manners::read((s.link_check, s.link_private), s.link_seconds, &s.link_agent, &public_url)?;
        let site = site(&s)?;
        let provider = sign_in::Written {
            issuer: s.oidc_issuer,
            client_id: s.oidc_client_id,
            client_secret: s.oidc_client_secret,
            button: s.oidc_button,
            scopes: s.oidc_scopes,
            fiscal_claim: s.oidc_fiscal_claim,
            link_by_address: s.oidc_link_by_address,
            trusted_acr: s.oidc_trusted_acr,
        };
        Ok(Config {
            sign_in: SignIn::read(s.require_second_factor, provider)?,
            server: Server {
                listen: s.listen,
                public_url: public_url.trim_end_matches('/').to_owned(),
                trusted_proxies: s.trusted_proxies,
                migrate: s.migrate,
            },
            database: s.database,
            mail,
            media,
            uploads,
            links,
            questionnaires: s.questionnaires,
            courses: s.courses,
            questionnaire: s.questionnaire,
            survey_group: survey_group(s.survey_group)?,
            log: s.log,
            site,
        })
    }
}

/// With fewer, figures would say who answered what.
fn survey_group(least: i64) -> Result<i64, String> {
    match least {
        least if least < LEAST_GROUP => Err(format!("survey_group: at least {LEAST_GROUP}")),
        least => Ok(least),
    }
}

/// Never empty: nobody would be asked.
fn notice_version(text: &str) -> Result<String, String> {
    match text.trim() {
        "" => Err("notice_version: it names the notice in force, and cannot be empty".to_owned()),
        version => Ok(version.to_owned()),
    }
}

/// Whose installation it is, as pages show it; the pictures are read now.
fn site(s: &Settings) -> Result<Site, String> {
    let logo = (!s.logo.is_empty()).then(|| Picture::read(&s.logo, &s.owner)).transpose().map_err(|why| format!("logo: {why}"))?;
    let emblems = emblems(&s.emblems).map_err(|why| format!("emblems: {why}"))?;
    Ok(Site {
        name: s.name.clone(),
        owner: s.owner.clone(),
        owner_url: s.owner_url.clone(),
        funding: s.funding.clone(),
        contact_email: s.contact_email.clone(),
        contact_phone: s.contact_phone.clone(),
        contact_pec: s.contact_pec.clone(),
        accessibility_url: s.accessibility_url.clone(),
        transparency_url: s.transparency_url.clone(),
        privacy_url: s.privacy_url.clone(),
        notice_version: notice_version(&s.notice_version)?,
        dpo: s.dpo.clone(),
        processors: s.processors.clone(),
        legal_basis: s.legal_basis.clone(),
        forum_footer: s.forum_footer.trim().to_owned(),
        logo,
        emblems,
    })
}

fn emblems(written: &[Emblem]) -> Result<Vec<Picture>, String> {
    let emblems = written.iter().map(|emblem| Picture::read(&emblem.file, &emblem.text)).collect::<Result<Vec<_>, _>>()?;
    pictures::distinct(&emblems).map(|()| emblems)
}

/// Without an address of its own, mail comes from whom one asks, else from the host that people know.
fn mail(s: &Settings, public_url: &str) -> Result<Mail, String> {
    let host = host_of(public_url);
    let destination = Destination::parse(s.mail.reveal()).map_err(|why| format!("mail: {why}"))?;
    let destination = destination.trusting(&s.mail_ca).map_err(|why| format!("mail_ca: {why}"))?;
    let from = match (s.mail_from.as_str(), s.contact_email.as_str()) {
        ("", "") => format!("affianca@{host}"),
        ("", contact) => contact.to_owned(),
        (from, _) => from.to_owned(),
    };
    let setting = if s.mail_from.is_empty() { "contact_email" } else { "mail_from" };
    Ok(Mail { destination, from: Sender::parse(&from, &s.name).map_err(|why| format!("{setting}: {why}"))?, host })
}

/// Only known names: the environment of a shell holds other things that begin alike.
fn environment() -> Env {
    Env::prefixed("AFFIANCA_").only(SETTINGS)
}

impl Server {
    pub fn is_https(&self) -> bool {
        self.public_url.starts_with("https://")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn defaults_serve_on_loopback() {
        let config = Config::from_text("").unwrap();
        assert_eq!(config.server.public_url, "http://127.0.0.1:8000");
        assert!(!config.server.is_https());
    }

    #[test]
    fn an_unknown_setting_is_named() {
        let fault = Config::from_text("lissten = \"127.0.0.1:1\"").unwrap_err();
        assert!(fault.contains("lissten"), "{fault}");
    }

    #[test]
    fn an_address_with_a_password_does_not_print() {
        let config = Config::from_text("database = \"postgres://u:segreta@h/d\"").unwrap();
        assert!(!format!("{config:?}").contains("segreta"));
    }

    #[test]
    fn letters_come_from_an_address_that_people_can_place() {
        let from = |toml: &str| Config::from_text(toml).map(|config| (config.mail.from.name, config.mail.from.address));
        let is = |name: &str, address: &str| Ok((name.to_owned(), address.to_owned()));
        assert_eq!(from(""), is("Affianca", "affianca@localhost"));
        assert_eq!(from("public_url = \"https://piano.ente.example\"\nname = \"Il Piano\""), is("Il Piano", "affianca@piano.ente.example"));
        assert_eq!(from("contact_email = \"segreteria@ente.example\""), is("Affianca", "segreteria@ente.example"));
        assert_eq!(from("mail_from = \"Il Piano <posta@ente.example>\""), is("Il Piano", "posta@ente.example"));
        assert!(from("mail_from = \"nobody\"").unwrap_err().starts_with("mail_from"));
        let fault = Config::from_text("mail = \"smtp://u:segreta@\"").unwrap_err();
        assert!(fault.starts_with("mail: ") && !fault.contains("segreta"), "{fault}");
    }

    #[test]
    fn there_is_always_a_notice_in_force() {
        let version = |toml: &str| Config::from_text(toml).map(|config| config.site.notice_version);
        assert_eq!(version(""), Ok(NOTICE_VERSION.to_owned()));
        assert_eq!(version("notice_version = \" 2027-01 \""), Ok("2027-01".to_owned()));
        assert!(version("notice_version = \" \"").unwrap_err().starts_with("notice_version"));
    }

    #[test]
    fn no_survey_is_shown_of_two_people() {
        assert_eq!(Config::from_text("").unwrap().survey_group, 5);
        assert_eq!(Config::from_text("survey_group = 3").unwrap().survey_group, 3);
        assert!(Config::from_text("survey_group = 2").unwrap_err().starts_with("survey_group"));
    }

    #[test]
    fn every_setting_is_listed() {
        let written = serde_json::to_value(Settings::default()).unwrap();
        let mut names: Vec<&str> = written.as_object().unwrap().keys().map(String::as_str).collect();
        let mut listed = SETTINGS.to_vec();
        names.sort_unstable();
        listed.sort_unstable();
        assert_eq!(names, listed);
    }
}
