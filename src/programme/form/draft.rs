//! What a form of an edition comes to: a draft, or all that stands in the way of it.

use super::{
    AskedForm, CERTIFICATE_HOURS_MAX, EVERY_THEME, FORUM_DAYS_MAX, Fault, Form, ITEMS_MAX, LINE_MAX, NAME_MAX, Offer, RESIDENTS_MAX,
    TEXT_MAX,
};
use crate::domain::certificate::{CertificateRule, CourseAsked};
use crate::domain::edition::{Asked, Funding, QuestionnaireVersion, Terms, is_cup};
use crate::domain::mail_address;
use crate::domain::moment::Day;
use crate::programme::Draft;

impl Form {
    /// The draft, or everything that is wrong, in the order of the form.
    pub fn draft(&self, offer: &Offer<'_>) -> Result<Draft, Vec<Fault>> {
        let mut faults = Vec::new();
        let (starts_on, ends_on) = self.dates(&mut faults);
        let regions = self.chosen_regions(offer, &mut faults);
        let residents_at_most = self.limit(&mut faults);
        let themes = lines(&self.themes);
        if themes.len() > ITEMS_MAX {
            faults.push(Fault::TooManyThemes);
        }
        if self.themes.chars().count() > TEXT_MAX {
            faults.push(Fault::TooLong("temi"));
        }
        let forum_days = number(&self.forum_days).unwrap_or(0);
        if (!self.forum_days.is_empty() && number(&self.forum_days).is_none()) || forum_days > FORUM_DAYS_MAX {
            faults.push(Fault::ForumDays);
        }
        let certificate = self.certificate(&themes, &mut faults);
        let questionnaire = self.version(offer, &mut faults);
        self.check_contacts(&mut faults);
        let funding = self.funding(offer, &mut faults);
        let (Some(starts_on), Some(ends_on), true) = (starts_on, ends_on, faults.is_empty()) else { return Err(faults) };
        let terms = Terms {
            regions,
            residents_at_most,
            associations: self.associations.clone(),
            measure: self.measure,
            others: self.others.clone(),
            themes,
            forum_days,
            questionnaire,
            contacts: self.contacts.clone(),
            funding,
            certificate,
        };
        Ok(Draft { name: self.name.clone(), starts_on, ends_on, terms })
    }

    fn dates(&self, faults: &mut Vec<Fault>) -> (Option<Day>, Option<Day>) {
        match self.name.chars().count() {
            0 => faults.push(Fault::NoName),
            length if length > NAME_MAX => faults.push(Fault::NameTooLong),
            _ => {}
        }
        let (starts_on, ends_on) = (Day::parse(&self.starts_on), Day::parse(&self.ends_on));
        if starts_on.is_none() {
            faults.push(Fault::NoStart);
        }
        match (starts_on, ends_on) {
            (_, None) => faults.push(Fault::NoEnd),
            (Some(start), Some(end)) if end < start => faults.push(Fault::EndBeforeStart),
            _ => {}
        }
        (starts_on, ends_on)
    }

    fn chosen_regions(&self, offer: &Offer<'_>, faults: &mut Vec<Fault>) -> Vec<String> {
        let chosen: Vec<String> = offer.regions.iter().filter(|region| self.regions.contains(region)).cloned().collect();
        match (self.everywhere, chosen.is_empty()) {
            (false, true) => faults.push(Fault::NoRegion),
            (true, false) => faults.push(Fault::BothRegions),
            _ => {}
        }
        chosen
    }

    fn limit(&self, faults: &mut Vec<Fault>) -> Option<i64> {
        if self.residents.is_empty() {
            return None;
        }
        // "5.000" is how it is written.
        let limit = number(&self.residents.replace(['.', ' ', '\u{a0}'], "")).filter(|limit| (1..=RESIDENTS_MAX).contains(limit));
        if limit.is_none() {
            faults.push(Fault::Residents);
        }
        limit
    }

    /// One of them alone leaves the others at nothing asked.
    fn certificate(&self, themes: &[String], faults: &mut Vec<Fault>) -> Option<CertificateRule> {
        let mut read = |text: &str, most: i64, fault: Fault| {
            let value = if text.is_empty() { Some(0) } else { number(text).filter(|value| *value <= most) };
            if value.is_none() {
                faults.push(fault);
            }
            value
        };
        let hours = read(&self.certificate_hours, CERTIFICATE_HOURS_MAX, Fault::CertificateHours);
        let share = read(&self.certificate_share, 100, Fault::CertificateShare);
        let courses = self.courses_asked(themes, faults);
        let asked = !self.certificate_hours.is_empty() || !self.certificate_share.is_empty() || !courses.is_empty();
        hours.zip(share).filter(|_| asked).map(|(hours, share)| CertificateRule { hours, share, courses })
    }

    fn courses_asked(&self, themes: &[String], faults: &mut Vec<Fault>) -> Vec<CourseAsked> {
        let asked = self.courses.iter().map(|(course, theme)| {
            let theme = if theme == EVERY_THEME { String::new() } else { theme.clone() };
            CourseAsked { course: course.clone(), theme }
        });
        let asked: Vec<CourseAsked> = asked.collect();
        if asked.iter().any(|asked| !asked.theme.is_empty() && !themes.contains(&asked.theme)) {
            faults.push(Fault::CourseTheme);
        }
        asked
    }

    fn version(&self, offer: &Offer<'_>, faults: &mut Vec<Fault>) -> Option<QuestionnaireVersion> {
        if self.questionnaire.is_empty() {
            return None;
        }
        let found = offer.questionnaires.iter().find(|offered| offered.key() == self.questionnaire);
        if found.is_none() {
            faults.push(Fault::UnknownQuestionnaire);
        }
        found.map(|offered| QuestionnaireVersion { id: offered.id.clone(), version: offered.version.clone() })
    }

    fn check_contacts(&self, faults: &mut Vec<Fault>) {
        let c = &self.contacts;
        for (name, value) in [("ufficio", &c.office), ("telefono", &c.phone), ("orari", &c.hours), ("progetto", &self.project)] {
            if value.chars().count() > LINE_MAX {
                faults.push(Fault::TooLong(name));
            }
        }
        if !c.email.is_empty() && mail_address::parse(&c.email).is_none() {
            faults.push(Fault::Email);
        }
        if !c.pec.is_empty() && mail_address::parse(&c.pec).is_none() {
            faults.push(Fault::Pec);
        }
        if c.phone.is_empty() && c.email.is_empty() && c.pec.is_empty() {
            faults.push(Fault::NoContact);
        }
    }

    fn funding(&self, offer: &Offer<'_>, faults: &mut Vec<Fault>) -> Funding {
        if !self.cup.is_empty() && !is_cup(&self.cup) {
            faults.push(Fault::Cup);
        }
        if self.statement.chars().count() > TEXT_MAX {
            faults.push(Fault::TooLong("dicitura"));
        }
        let asked = self.asked.iter().filter(|asked| asked.ticked).map(|asked| asked.sound(faults)).collect();
        Funding {
            cup: self.cup.clone(),
            project: self.project.clone(),
            statement: self.statement.clone(),
            emblems: self.shown(offer.emblems).into_iter().map(|(_, emblem)| emblem.text.clone()).collect(),
            asked,
        }
    }
}

impl AskedForm {
    fn sound(&self, faults: &mut Vec<Fault>) -> Asked {
        let choices = lines(&self.choices);
        if self.reason.is_empty() || self.reason.chars().count() > LINE_MAX {
            faults.push(Fault::NoReason(self.field));
        }
        let closed = self.field.is_closed() || !choices.is_empty();
        if (closed && choices.len() < 2) || choices.len() > ITEMS_MAX || choices.iter().any(|choice| choice.chars().count() > LINE_MAX) {
            faults.push(Fault::FewChoices(self.field));
        }
        Asked { field: self.field, reason: self.reason.clone(), choices }
    }
}

/// One item a line, without empty and repeated ones.
fn lines(text: &str) -> Vec<String> {
    let mut items: Vec<String> = Vec::new();
    for line in text.lines() {
        let item = line.split_whitespace().collect::<Vec<_>>().join(" ");
        if !item.is_empty() && !items.contains(&item) {
            items.push(item);
        }
    }
    items
}

fn number(text: &str) -> Option<i64> {
    text.parse().ok().filter(|number| *number >= 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::access::form::Fields;
    use crate::domain::edition::ParticipantField;

    fn sound() -> Vec<(String, String)> {
        let fields = [
            ("nome", "  Edizione   2026 "),
            ("dal", "2026-03-01"),
            ("al", "2026-12-31"),
            ("regione", "Piemonte"),
            ("regione", "Puglia"),
            ("residenti", "5.000"),
            ("forma", "unione"),
            ("temi", "Modelli organizzativi\n\nServizi demografici\nServizi demografici"),
            ("forum", "4"),
            ("attestato-ore", "6"),
            ("attestato-quota", "80"),
            ("corso-anagrafe", "Servizi demografici"),
            ("corso-base", "*"),
            ("corso-altro", ""),
            ("questionario", "piccoli-comuni/1"),
            ("email", "piano@example.org"),
            ("cup", "b89c 15000120001"),
            ("chiesto-gender", "1"),
            ("perche-gender", "Lo chiede il finanziatore."),
            ("scelte-gender", "Donna\nUomo\nPreferisco non dirlo"),
        ];
        fields.map(|(n, v)| (n.to_owned(), v.to_owned())).to_vec()
    }

    fn judged(fields: Vec<(String, String)>) -> Result<Draft, Vec<Fault>> {
        let regions = ["Piemonte", "Puglia", "Sicilia"].map(str::to_owned);
        let questionnaires = [crate::programme::Offered { id: "piccoli-comuni".into(), version: "1".into(), title: "T".into() }];
        let offer = Offer { regions: &regions, questionnaires: &questionnaires, courses: &[], emblems: &[] };
        Form::read(&Fields::from_pairs(fields)).draft(&offer)
    }

    fn with(name: &str, values: &[&str]) -> Vec<(String, String)> {
        let mut bent: Vec<_> = sound().into_iter().filter(|(n, _)| n != name).collect();
        bent.extend(values.iter().map(|value| (name.to_owned(), (*value).to_owned())));
        bent
    }

    #[test]
    fn a_sound_form_gives_a_draft_and_comes_back_as_it_was() {
        let draft = judged(sound()).unwrap();
        assert_eq!((draft.name.as_str(), draft.terms.residents_at_most, draft.terms.forum_days), ("Edizione 2026", Some(5000), 4));
        let asked = |course: &str, theme: &str| CourseAsked { course: course.into(), theme: theme.into() };
        let courses = vec![asked("anagrafe", "Servizi demografici"), asked("base", "")];
        assert_eq!(draft.terms.certificate, Some(CertificateRule { hours: 6, share: 80, courses }));
        assert_eq!(draft.terms.themes, ["Modelli organizzativi", "Servizi demografici"]);
        assert_eq!((draft.terms.funding.cup.as_str(), draft.terms.funding.asked.len()), ("B89C15000120001", 1));
    }

    #[test]
    fn each_fault_is_told() {
        for (name, values, fault) in [
            ("nome", &[""][..], Fault::NoName),
            ("dal", &["2026-02-30"], Fault::NoStart),
            ("al", &[""], Fault::NoEnd),
            ("al", &["2026-02-28"], Fault::EndBeforeStart),
            ("regione", &[], Fault::NoRegion),
            ("regione", &["Atlantide"], Fault::NoRegion),
            ("italia", &["1"], Fault::BothRegions),
            ("residenti", &["molti"], Fault::Residents),
            ("residenti", &["0"], Fault::Residents),
            ("forum", &["-1"], Fault::ForumDays),
            ("attestato-ore", &["sei"], Fault::CertificateHours),
            ("attestato-quota", &["101"], Fault::CertificateShare),
            ("corso-base", &["Un tema di un altro"], Fault::CourseTheme),
            ("questionario", &["altro/9"], Fault::UnknownQuestionnaire),
            ("email", &["piano"], Fault::Email),
            ("email", &[""], Fault::NoContact),
            ("pec", &["a@b"], Fault::Pec),
            ("cup", &["12"], Fault::Cup),
            ("perche-gender", &[""], Fault::NoReason(ParticipantField::Gender)),
            ("scelte-gender", &["Donna"], Fault::FewChoices(ParticipantField::Gender)),
        ] {
            assert_eq!(judged(with(name, values)).unwrap_err(), [fault], "{name} {values:?}");
        }
    }

    #[test]
    fn all_of_italy_and_no_limit_is_an_edition_too() {
        let mut fields = with("regione", &[]);
        fields.retain(|(n, _)| n != "residenti");
        fields.push(("italia".into(), "1".into()));
        let draft = judged(fields).unwrap();
        assert!(draft.terms.regions.is_empty() && draft.terms.residents_at_most.is_none());
    }
}
