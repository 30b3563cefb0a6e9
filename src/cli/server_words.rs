//! What the commands of an installation say.

use super::check::Part;
use super::installation::{Obstacle, SETTINGS_FILE};
use super::terminal::Terminal;
use super::user::NotCreated;
use super::user::roles::{Done, NotDone};
use super::{Outcome, course_words, words};
use crate::access::password::Weakness;
use crate::assessments::{LoadFault, Missing};
use crate::courses;
use crate::people::{FactorRemoved, FiscalNumberGiven, NotGranted, Refusal};
use crate::platform::config::Config;
use crate::platform::media::{Lost, State};
use crate::ui::words::Lang;

/// Every setting in a line; docs/operations.md says more. English, as all of `--help`.
pub(super) const SETTINGS_HELP: &str = "\
Settings: Affianca.toml in the working folder, then the environment (AFFIANCA_ and the name in capitals), read once.
  listen              address and port of the server (127.0.0.1:8000)
  public_url          where people reach it: links, origin check, Secure cookies
  trusted_proxies     proxies whose X-Forwarded-For may be believed
  database            sqlite://PATH or postgres://user:password@host/name (sqlite://data/affianca.db)
  migrate             whether serve brings the schema up to date (true)
  mail                where letters go: folder://PATH or smtp://user:password@host:port, smtps://… (folder://data/mail)
  mail_from           address they come from, as in \"Name <address>\" (contact_email, or affianca@ the host of public_url)
  mail_ca             file with the certificate of a private authority that signs the mail server's; then all is encrypted
  media               where files are kept: file://FOLDER or s3://BUCKET/PREFIX with the usual AWS_ variables (file://data/media)
  uploads             folder of this machine for files that are still arriving (data/uploads)
  upload_largest      largest file, in MiB (4096; up to 5120)
  upload_waiting      what one person may have begun and not used, in MiB (8192)
  upload_total        what all uploads may take together, in MiB (0: no limit)
  upload_hours        hours after which what did not go on, or was not used, is forgotten (72)
  antivirus           command that gets the path of each upload and says yes with status 0, as in [\"clamdscan\", \"--fdpass\"] (none)
  antivirus_seconds   how long it may take (300)
  link_check          whether links of documents, FAQ and testimonials are looked after (true)
  link_private        whether machines that are not on the net are asked for them too (false)
  link_seconds        how long one answer may take (10)
  link_agent          as whom we ask (Affianca, its version, public_url)
  questionnaires      folder of questionnaires (those in the program)
  questionnaire       the one on which rilevazioni are opened (piccoli-comuni)
  courses             folder of courses (those in the program)
  survey_group        people whose answers to a survey are shown at the least (5; never below 3)
  log                 filter of the log on standard error (warn,affianca=info)
  name                the name on every page (Affianca)
  owner, owner_url    the titolare and its site
  funding             a sentence on who pays, at the foot of every page
  contact_email, contact_phone, contact_pec
                      whom to ask
  accessibility_url, transparency_url, privacy_url, dpo, processors,
  legal_basis
                      declarations kept elsewhere
  forum_footer        below every answer of an expert in the forum (Parere dell’esperto: …)
  notice_version      the privacy notice in force; changed, everybody is shown it again (2026-11)
  logo                picture file of the owner, beside the name
  emblems             of whoever pays; in the file alone: [[emblems]] with file and text
  require_second_factor
                      roles that need one-time codes (secretariat, administrator: always)
  oidc_issuer, oidc_client_id, oidc_client_secret
                      an OpenID Connect provider to sign in through, as a SPID/CIE gateway
  oidc_button         what its button says
  oidc_scopes         what is asked of it (openid, profile, email)
  oidc_fiscal_claim   where it writes the fiscal number (fiscal_number)
  oidc_link_by_address
                      whether a verified address links an account that alone has it (false)
  oidc_trusted_acr    levels that count as a second factor (none)";

/// Chooses between the two languages of the command line.
fn say(lang: Lang, it: String, en: String) -> String {
    match lang {
        Lang::It => it,
        Lang::En => en,
    }
}

/// Tells what kept a command from its work, if anything did.
pub(super) fn outcome(done: Result<(), Obstacle>, terminal: &mut Terminal<'_>) -> Outcome {
    match done {
        Ok(()) => Outcome::Done,
        Err(obstacle) => {
            terminal.complain(&self::obstacle(&obstacle, terminal.lang));
            Outcome::Failed
        }
    }
}

pub(super) fn listening(config: &Config, lang: Lang) -> String {
    let (at, url) = (config.server.listen, &config.server.public_url);
    say(lang, format!("Affianca ascolta su {at}; indirizzo pubblico {url}"), format!("Affianca listens on {at}; public address {url}"))
}

pub(super) fn migrated(added: u64, lang: Lang) -> String {
    say(
        lang,
        format!("La base di dati è aggiornata; comuni aggiunti: {added}."),
        format!("The database is up to date; comuni added: {added}."),
    )
}

pub(super) fn obstacle(obstacle: &Obstacle, lang: Lang) -> String {
    match obstacle {
        Obstacle::Settings(why) => say(
            lang,
            format!("Impostazioni non leggibili ({SETTINGS_FILE} e variabili AFFIANCA_…): {why}"),
            format!("Settings cannot be read ({SETTINGS_FILE} and variables AFFIANCA_…): {why}"),
        ),
        Obstacle::Questionnaires(fault) => questionnaires(fault, lang),
        Obstacle::Courses(fault) => courses(fault, lang),
        Obstacle::Database(error) => say(
            lang,
            format!("La base di dati non risponde: {error}. Controllate l'impostazione «database»."),
            format!("The database does not answer: {error}. Check the setting “database”."),
        ),
        Obstacle::NoVersion(Missing { edition, named }) => say(
            lang,
            format!(
                "L'edizione «{edition}» indica il questionario {} versione {}, che non c'è: non si possono aprire rilevazioni. Rimettete la cartella {}/{} o scegliete un altro questionario nella pagina dell'edizione.",
                named.id, named.version, named.id, named.version
            ),
            format!(
                "Edition “{edition}” names questionnaire {} version {}, which is missing: no assessment can be opened. Put back the folder {}/{} or choose another questionnaire on the page of the edition.",
                named.id, named.version, named.id, named.version
            ),
        ),
        Obstacle::NoEmblem(edition, text) => say(
            lang,
            format!(
                "L'edizione «{edition}» mostra l'emblema «{text}», che non è più fra le impostazioni («emblems»): rimettetelo o toglietelo dalla pagina dell'edizione."
            ),
            format!(
                "Edition “{edition}” shows the emblem “{text}”, which is no more in the settings (“emblems”): put it back or take it off on the page of the edition."
            ),
        ),
        Obstacle::Picture(file, why) => say(
            lang,
            format!(
                "{file}: l'immagine non si può disegnare, e le lettere che la portano non riuscirebbero ({why}). Salvatela di nuovo, o sostituitela."
            ),
            format!("{file}: the picture cannot be drawn, and letters that carry it would fail ({why}). Save it again, or replace it."),
        ),
        Obstacle::Mail(why) => say(
            lang,
            format!("I messaggi non possono partire: {why}. Controllate l'impostazione «mail»."),
            format!("Letters cannot leave: {why}. Check the setting “mail”."),
        ),
        Obstacle::Media(error) => say(
            lang,
            format!("I file allegati non si possono conservare: {error}. Controllate l'impostazione «media»."),
            format!("Attached files cannot be kept: {error}. Check the setting “media”."),
        ),
        Obstacle::Lost(all) => lost(all, lang),
        Obstacle::Provider(why) => say(
            lang,
            format!("Il servizio di identità non va: {why:?}. Controllate l'impostazione «oidc_issuer» e che il servizio risponda."),
            format!("The identity provider does not do: {why:?}. Check the setting “oidc_issuer” and that it answers."),
        ),
        Obstacle::Server(why) => {
            say(lang, format!("Il server non è partito o è finito male: {why}"), format!("The server did not start or ended badly: {why}"))
        }
        Obstacle::Exposed(at) => say(
            lang,
            format!("La dimostrazione ascolta solo su questa macchina; {at} è visibile da fuori. Se è voluto: --expose."),
            format!("The demonstration listens to this machine only; {at} is visible from outside. If you mean it: --expose."),
        ),
    }
}

fn questionnaires(fault: &LoadFault, lang: Lang) -> String {
    match fault {
        LoadFault::Unreadable(why) => words::unreadable(why, lang),
        LoadFault::NoCurrent(id) => say(
            lang,
            format!("Nessuna versione pubblicata del questionario «{id}»: controllate l'impostazione «questionnaire»."),
            format!("No published version of questionnaire “{id}”: check the setting “questionnaire”."),
        ),
        LoadFault::Faulty(folder, faults) => match faults.first() {
            Some(f) => format!("{}/{}:{}:{}: {}", folder.shown, f.file, f.line, f.column, words::fault(&f.kind, lang)),
            None => folder.shown.clone(),
        },
    }
}

fn courses(fault: &courses::LoadFault, lang: Lang) -> String {
    match fault {
        courses::LoadFault::Unreadable(why) => course_words::unreadable(why, lang),
        courses::LoadFault::Faulty(folder, faults) => match faults.first() {
            Some(f) => format!("{folder}/{}:{}:{}: {}", f.file, f.line, f.column, course_words::mistake(&f.kind, lang)),
            None => folder.clone(),
        },
    }
}

fn part(part: Part, lang: Lang) -> &'static str {
    match (part, lang) {
        (Part::Settings, Lang::It) => "impostazioni",
        (Part::Settings, Lang::En) => "settings",
        (Part::Pictures, Lang::It) => "immagini",
        (Part::Pictures, Lang::En) => "pictures",
        (Part::Questionnaires, Lang::It) => "questionari",
        (Part::Questionnaires, Lang::En) => "questionnaires",
        (Part::Courses, Lang::It) => "corsi",
        (Part::Courses, Lang::En) => "courses",
        (Part::Database, Lang::It) => "base di dati",
        (Part::Database, Lang::En) => "database",
        (Part::Editions, Lang::It) => "edizioni",
        (Part::Editions, Lang::En) => "editions",
        (Part::Mail, Lang::It) => "posta",
        (Part::Mail, Lang::En) => "mail",
        (Part::Media, Lang::It) => "file allegati",
        (Part::Media, Lang::En) => "attached files",
        (Part::Links(_), Lang::It) => "collegamenti ad altri siti",
        (Part::Links(_), Lang::En) => "links to other sites",
        (Part::Provider, Lang::It) => "servizio di identità",
        (Part::Provider, Lang::En) => "identity provider",
    }
}

/// Files that are not as they should be: how many, and the first of them by name.
fn lost(all: &[Lost], lang: Lang) -> String {
    const MOST: usize = 50;
    let line = |one: &Lost| {
        let what = match one.state {
            State::Missing => say(lang, "manca".into(), "missing".into()),
            State::Changed | State::Sound => say(lang, "è cambiato".into(), "changed".into()),
        };
        format!("\n  {}/{}: {what}", one.named.folder, one.named.sha256)
    };
    let listed: String = all.iter().take(MOST).map(line).collect();
    let n = all.len();
    say(
        lang,
        format!("file mancanti o cambiati: {n}. Recuperateli da una copia, sotto lo stesso nome.{listed}"),
        format!("files missing or changed: {n}. Recover them from a backup, under the same names.{listed}"),
    )
}

pub(super) fn sound(checked: Part, lang: Lang) -> String {
    if let Part::Links(broken) = checked {
        let where_to = crate::ui::paths::LINKS;
        return say(
            lang,
            format!("{}: {broken} non rispondono; chi li cura li vede in {where_to}", part(checked, lang)),
            format!("{}: {broken} do not answer; those who look after them see them at {where_to}", part(checked, lang)),
        );
    }
    say(lang, format!("{}: a posto", part(checked, lang)), format!("{}: fine", part(checked, lang)))
}

pub(super) fn unsound(checked: Part, why: &Obstacle, lang: Lang) -> String {
    format!("{}: {}", part(checked, lang), obstacle(why, lang))
}

pub(super) fn jobs_ran(jobs: &[(&str, Result<&u64, String>)], lang: Lang) -> String {
    if jobs.is_empty() {
        return say(lang, "Nessun lavoro in scadenza.".into(), "No job is due.".into());
    }
    let line = |(name, outcome): &(&str, Result<&u64, String>)| match outcome {
        Ok(rows) => say(lang, format!("{name}: fatto, righe {rows}"), format!("{name}: done, rows {rows}")),
        Err(why) => say(lang, format!("{name}: non riuscito, {why}"), format!("{name}: failed, {why}")),
    };
    jobs.iter().map(line).collect::<Vec<_>>().join("\n")
}

pub(super) const fn password_prompt(lang: Lang) -> &'static str {
    match lang {
        Lang::It => "Password (una riga, poi fine dell'ingresso):",
        Lang::En => "Password (one line, then end of input):",
    }
}

pub(super) fn created(username: &str, lang: Lang) -> String {
    say(lang, format!("Creato l'account «{username}»."), format!("Account “{username}” created."))
}

/// One of two sentences.
pub(super) fn choose((it, en): (String, String), lang: Lang) -> String {
    say(lang, it, en)
}

pub(super) fn factor_reset(done: FactorRemoved, username: &str) -> (String, String) {
    match done {
        FactorRemoved::Done => (format!("Codici di «{username}» tolti."), format!("Codes of “{username}” removed.")),
        FactorRemoved::None => (format!("«{username}» non ha codici attivi."), format!("“{username}” has no codes switched on.")),
        FactorRemoved::Nobody => nobody(username),
    }
}

pub(super) fn fiscal_number(done: Option<FiscalNumberGiven>, username: &str) -> (String, String) {
    match done {
        Some(FiscalNumberGiven::Done) => {
            (format!("Codice fiscale di «{username}» annotato."), format!("Fiscal number of “{username}” noted."))
        }
        Some(FiscalNumberGiven::Taken) => {
            ("Un altro account ha già questo codice fiscale.".into(), "Another account has this fiscal number already.".into())
        }
        None => nobody(username),
    }
}

fn nobody(username: &str) -> (String, String) {
    (format!("Nessuno ha il nome utente «{username}»."), format!("Nobody has the username “{username}”."))
}

pub(super) fn not_created(why: &NotCreated, lang: Lang) -> String {
    let (it, en) = match why {
        NotCreated::Ente(0) => ("Nessun ente con questo nome.", "No ente of that name."),
        NotCreated::Ente(_) => (
            "Più enti hanno questo nome: aggiungete la provincia, per esempio «Samone (TO)».",
            "Several enti have this name: add the province, as in “Samone (TO)”.",
        ),
        NotCreated::Refused(refusal) => refused(*refusal),
    };
    say(lang, it.into(), en.into())
}

fn refused(refusal: Refusal) -> (&'static str, &'static str) {
    match refusal {
        Refusal::UsernameTaken => ("Il nome utente è già usato.", "The username is taken."),
        Refusal::UsernameShape => (
            "Il nome utente ha da 3 a 60 lettere minuscole, cifre, punti, trattini.",
            "A username has 3 to 60 lower-case letters, digits, dots, hyphens.",
        ),
        Refusal::EnteMismatch => (
            "Partecipante e referente richiedono --ente; gli altri ruoli non lo ammettono.",
            "Member and coordinator need --ente; the other roles do not take it.",
        ),
        Refusal::Password(Weakness::TooShort) => ("La password ha almeno 12 caratteri.", "A password has at least 12 characters."),
        Refusal::Password(Weakness::TooLong) => ("La password ha al massimo 128 caratteri.", "A password has at most 128 characters."),
        Refusal::Password(Weakness::Common) => ("Questa password è troppo comune.", "This password is too common."),
        Refusal::Password(Weakness::AboutTheOwner) => ("La password non può essere il nome utente.", "A password cannot be the username."),
    }
}

/// What was changed in an account.
pub(super) fn done(done: Done, username: &str, lang: Lang) -> String {
    let (it, en) = match done {
        Done::Granted => ("ruolo dato", "role granted"),
        Done::Withdrawn => ("ruolo tolto", "role withdrawn"),
        Done::Disabled => ("accesso disabilitato", "account disabled"),
        Done::Enabled => ("accesso riabilitato", "account enabled"),
    };
    say(lang, format!("{username}: {it}"), format!("{username}: {en}"))
}

/// Why nothing was changed in an account.
pub(super) fn not_done(why: &NotDone, lang: Lang) -> String {
    match why {
        NotDone::Ente(why) => not_created(why, lang),
        NotDone::NotGranted(why) => people_words(*why, lang),
        NotDone::NoSuchPerson => say(lang, "Nessuno ha questo nome utente.".into(), "Nobody has this username.".into()),
        NotDone::Already => say(lang, "È già così: non è cambiato nulla.".into(), "It is so already: nothing has changed.".into()),
        NotDone::NoReason => say(lang, "Serve un motivo.".into(), "A reason is needed.".into()),
    }
}

fn people_words(why: NotGranted, lang: Lang) -> String {
    let (it, en) = match why {
        NotGranted::NoEnte => ("Per questo ruolo serve --ente.", "This role needs --ente."),
        NotGranted::NeedlessEnte => {
            ("Questo ruolo vale per l'intero programma: senza --ente.", "This role is for the whole programme: without --ente.")
        }
        NotGranted::Days => ("L'ultimo giorno viene prima del primo.", "The last day comes before the first."),
        NotGranted::Held => ("La persona ha già questo ruolo in quei giorni.", "The person holds this role already on those days."),
        NotGranted::Disabled => ("L'accesso è disabilitato.", "The account is disabled."),
    };
    say(lang, it.into(), en.into())
}

#[cfg(test)]
mod tests {
    use super::SETTINGS_HELP;
    use crate::platform::config::SETTINGS;

    #[test]
    fn help_names_every_setting() {
        let named = |setting: &&&str| !SETTINGS_HELP.split([' ', ',', '\n']).any(|word| word == **setting);
        assert_eq!(SETTINGS.iter().filter(named).collect::<Vec<_>>(), Vec::<&&str>::new());
    }
}
