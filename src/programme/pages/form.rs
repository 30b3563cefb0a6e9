//! The form of an edition, in five parts: what and when, for whom, what is done, whom to ask, who pays.

use maud::{Markup, html};

use crate::domain::edition::{Measure, OtherBody};
use crate::domain::ente::Kind;
use crate::platform::pictures::Picture;
use crate::programme::form::{
    AskedForm, EVERY_THEME, Fault, Form, LINE_MAX, NAME_MAX, Offer, TEXT_MAX, control, course_control, place_control,
};
use crate::programme::words::{Words, associated, fault, words};
use crate::programme::{Candidate, Kept};
use crate::ui::edition::{field, measure, other_body};
use crate::ui::fields::{self, Choice, Field, Group, Wrong};
use crate::ui::page::{Frame, Notice, Shell, heading, page};
use crate::ui::paths;

/// The form as it is to be shown: empty, as kept, or as it came back.
#[derive(Clone, Copy)]
pub struct EditionForm<'a> {
    pub frame: &'a Frame<'a>,
    pub form: &'a Form,
    pub offer: Offer<'a>,
    /// What is being changed; none for a new one.
    pub of: Option<&'a Kept>,
    pub faults: &'a [Fault],
    /// Enti that adhere and would be outside.
    pub fallen: &'a [Candidate],
}

/// The control that a fault belongs to.
fn field_of(fault: Fault) -> String {
    match fault {
        Fault::NoName | Fault::NameTooLong => "nome".into(),
        Fault::NoStart => "dal".into(),
        Fault::NoEnd | Fault::EndBeforeStart => "al".into(),
        Fault::NoRegion => "regione".into(),
        Fault::BothRegions => "italia".into(),
        Fault::Residents => "residenti".into(),
        Fault::TooManyThemes | Fault::CourseTheme => "temi".into(),
        Fault::ForumDays => "forum".into(),
        Fault::CertificateHours => "attestato-ore".into(),
        Fault::CertificateShare => "attestato-quota".into(),
        Fault::UnknownQuestionnaire => "questionario".into(),
        Fault::Email => "email".into(),
        Fault::NoContact => "telefono".into(),
        Fault::Pec => "pec".into(),
        Fault::Cup => "cup".into(),
        Fault::TooLong(name) => name.into(),
        Fault::NoReason(field) => control("perche", field),
        Fault::FewChoices(field) => control("scelte", field),
        Fault::WouldFallOutside(_) => "confermo".into(),
    }
}

/// Enti named in the warning; of the others their number is told.
const NAMED: usize = 20;

impl EditionForm<'_> {
    fn words(&self) -> &'static Words {
        words(self.frame.lang)
    }

    fn told(&self, name: &str) -> Option<String> {
        self.faults.iter().find(|f| field_of(**f) == name).map(|f| fault(self.frame.lang, *f))
    }

    fn text(&self, name: &str, label: &str, (value, hint): (&str, &str)) -> Markup {
        let told = self.told(name);
        let plain = Field::new(name, label).value(value).longest(LINE_MAX).autocomplete("off").optional().error(told.as_deref());
        fields::text(&if hint.is_empty() { plain } else { plain.hint(hint) }, self.frame.words())
    }

    fn checks(&self, name: &str, legend: &str, (choices, hint): (Vec<Choice>, &str)) -> Markup {
        let told = self.told(name);
        let plain = Group::checks(name, html! { (legend) }).choices(choices).error(told.as_deref());
        fields::group(&if hint.is_empty() { plain } else { plain.hint(html! { (hint) }) }, self.frame.words())
    }
}

pub fn form(view: &EditionForm<'_>) -> Markup {
    shown(view, None)
}

/// The same, when somebody was first.
pub fn changed_meanwhile(view: &EditionForm<'_>) -> Markup {
    shown(view, Some(Notice::care(view.words().changed_meanwhile)))
}

fn shown(view: &EditionForm<'_>, notice: Option<Notice>) -> Markup {
    let (frame, words) = (view.frame, view.words());
    let title = view.of.map_or_else(|| words.new_title.to_owned(), |kept| (words.change_title)(&kept.edition.name));
    let action = view.of.map_or_else(|| paths::NEW_EDITION.to_owned(), |kept| paths::edition_change(&kept.edition.id));
    let shell = Shell::new(frame, &title).crumb(frame.words().desk, paths::DESK).crumb(words.editions, paths::EDITIONS).notices(notice);
    let faults: Vec<Wrong> = view.faults.iter().map(|f| Wrong { name: field_of(*f), text: fault(frame.lang, *f) }).collect();
    page(
        &shell,
        html! {
            (heading(&title, Some(words.form_lead)))
            (fields::summary(frame.words(), &faults))
            form .aff-form method="post" action=(action) {
                (what(view))
                (whom(view))
                (done(view))
                (ask(view))
                (pays(view))
                @if !view.fallen.is_empty() { (fallen(view)) }
                (fields::hidden("visto", &view.form.seen.to_string()))
                p .aff-buttons {
                    button .btn.btn-primary type="submit" { (if view.of.is_some() { words.save_change } else { words.save_new }) }
                    a .btn.btn-outline-primary href=(paths::EDITIONS) { (words.give_up) }
                }
            }
        },
    )
}

fn what(view: &EditionForm<'_>) -> Markup {
    let (words, shared, form) = (view.words(), view.frame.words(), view.form);
    let (name, from, to) = (view.told("nome"), view.told("dal"), view.told("al"));
    let field = Field::new("nome", words.name).value(&form.name).hint(words.name_hint).longest(NAME_MAX).autocomplete("off");
    html! {
        h2 { (words.part_what) }
        (fields::text(&field.error(name.as_deref()), shared))
        div .aff-pair {
            (fields::date(&Field::new("dal", words.from).value(&form.starts_on).error(from.as_deref()), shared))
            (fields::date(&Field::new("al", words.to).value(&form.ends_on).error(to.as_deref()), shared))
        }
    }
}

fn whom(view: &EditionForm<'_>) -> Markup {
    let (lang, words, form) = (view.frame.lang, view.words(), view.form);
    let regions = view.offer.regions.iter().map(|r| Choice::new(r.as_str(), r, form.regions.contains(r))).collect();
    let forms = Kind::ASSOCIATIONS.map(|k| Choice::new(k.as_str(), associated(lang, k), form.associations.contains(&k)));
    let measures = Measure::ALL.map(|m| Choice::new(m.as_str(), measure(lang, m), form.measure == m));
    let others = OtherBody::ALL.map(|b| Choice::new(b.as_str(), other_body(lang, b), form.others.contains(&b)));
    let residents = view.told("residenti");
    let limit = Field::new("residenti", words.residents).value(&form.residents).hint(words.residents_hint).optional();
    html! {
        h2 { (words.part_whom) }
        (fields::check("italia", &html! { (words.everywhere) }, form.everywhere, view.told("italia").as_deref(), view.frame.words()))
        div .aff-columned { (view.checks("regione", words.regions, (regions, words.regions_hint))) }
        (fields::number(&limit.error(residents.as_deref()), Some(words.residents_unit), false, view.frame.words()))
        (view.checks("forma", words.associations, (forms.into(), words.associations_hint)))
        (fields::group(
            &Group::radios("misura", html! { (words.measure) }).choices(measures.into()).hint(html! { (words.measure_hint) }),
            view.frame.words(),
        ))
        (view.checks("altro", words.others, (others.into(), words.others_hint)))
    }
}

fn done(view: &EditionForm<'_>) -> Markup {
    let (words, shared, form) = (view.words(), view.frame.words(), view.form);
    let (themes, forum, chosen) = (view.told("temi"), view.told("forum"), view.told("questionario"));
    let mut versions: Vec<(String, String)> =
        view.offer.questionnaires.iter().map(|q| (q.key(), (words.version)(&q.title, &q.version))).collect();
    // One that is not at hand stays chosen: saving something else must not change it in silence.
    if !form.questionnaire.is_empty() && !versions.iter().any(|(key, _)| *key == form.questionnaire) {
        versions.push((form.questionnaire.clone(), (words.version_missing)(&form.questionnaire)));
    }
    let area = Field::new("temi", words.themes).value(&form.themes).hint(words.themes_hint).longest(TEXT_MAX).optional();
    let select = Field::new("questionario", words.questionnaire).value(&form.questionnaire).hint(words.questionnaire_hint).optional();
    html! {
        h2 { (words.part_done) }
        (fields::area(&area.error(themes.as_deref()), 3, shared))
        (fields::number(&Field::new("forum", words.forum_days).value(&form.forum_days).optional().error(forum.as_deref()), None, false, shared))
        (fields::select(&select.error(chosen.as_deref()), &versions, shared))
        (certificate(view))
    }
}

/// What an attestato on a theme asks for; both empty: none are issued.
fn certificate(view: &EditionForm<'_>) -> Markup {
    let (words, shared, form) = (view.words(), view.frame.words(), view.form);
    let (hours, share) = (view.told("attestato-ore"), view.told("attestato-quota"));
    let hours_field = Field::new("attestato-ore", words.certificate_hours).value(&form.certificate_hours).optional();
    let share_field = Field::new("attestato-quota", words.certificate_share).value(&form.certificate_share).optional();
    html! {
        h3 { (words.certificate) }
        p .form-text { (words.certificate_hint) }
        (fields::number(&hours_field.error(hours.as_deref()), Some(words.certificate_hours_unit), false, shared))
        (fields::number(&share_field.error(share.as_deref()), Some("%"), false, shared))
        (courses(view))
    }
}

/// A list for each course: not asked for, on every theme, on one of them.
fn courses(view: &EditionForm<'_>) -> Markup {
    let (words, shared, form) = (view.words(), view.frame.words(), view.form);
    let offered = view.offer.courses.iter().map(|course| (course.id.as_str(), course.title.clone()));
    // One that is not at hand stays asked for: saving something else must not change it in silence.
    let missing = form.courses.keys().filter(|id| !view.offer.courses.iter().any(|course| course.id == **id));
    let all: Vec<(&str, String)> = offered.chain(missing.map(|id| (id.as_str(), (words.course_missing)(id)))).collect();
    let themes = form.themes.lines().map(str::trim).filter(|theme| !theme.is_empty()).map(str::to_owned);
    let mut choices = vec![(EVERY_THEME.to_owned(), words.course_everywhere.to_owned())];
    choices.extend(themes.map(|theme| (theme.clone(), (words.course_on)(&theme))));
    html! {
        @if !all.is_empty() { p .form-text { (words.courses_hint) } }
        @for (id, title) in &all {
            @let chosen = form.courses.get(*id).map_or("", String::as_str);
            (fields::select(&Field::new(&course_control(id), &(words.course)(title)).value(chosen).optional(), &choices, shared))
        }
    }
}

fn ask(view: &EditionForm<'_>) -> Markup {
    let (words, contacts) = (view.words(), &view.form.contacts);
    html! {
        h2 { (words.part_ask) }
        p .form-text { (words.part_ask_hint) }
        (view.text("ufficio", words.office, (&contacts.office, "")))
        (view.text("telefono", words.phone, (&contacts.phone, "")))
        (view.text("email", words.email, (&contacts.email, "")))
        (view.text("pec", words.pec, (&contacts.pec, "")))
        (view.text("orari", words.hours, (&contacts.hours, words.hours_hint)))
    }
}

fn pays(view: &EditionForm<'_>) -> Markup {
    let (words, form) = (view.words(), view.form);
    let said = view.told("dicitura");
    let statement = Field::new("dicitura", words.statement).value(&form.statement).hint(words.statement_hint).longest(TEXT_MAX).optional();
    html! {
        h2 { (words.part_pays) }
        (view.text("cup", words.cup, (&form.cup, words.cup_hint)))
        (view.text("progetto", words.project, (&form.project, "")))
        (fields::area(&statement.error(said.as_deref()), 3, view.frame.words()))
        (emblems(view))
        h3 { (words.asked) }
        p .form-text { (words.asked_hint) }
        @for asked in &form.asked { (one_asked(view, asked)) }
    }
}

/// The emblems of the settings as they look, those that are shown first, each with its place.
fn emblems(view: &EditionForm<'_>) -> Markup {
    let (words, all) = (view.words(), view.offer.emblems);
    let shown = view.form.shown(all);
    let hidden = all.iter().filter(|emblem| !view.form.places.contains_key(&emblem.hash)).map(|emblem| (0, emblem));
    let gone = view.of.iter().flat_map(|kept| &kept.edition.terms.funding.emblems).filter(|text| !all.iter().any(|e| e.text == **text));
    html! {
        fieldset .aff-group {
            legend { (words.emblems) }
            div .form-text { (if all.is_empty() { words.no_emblems } else { words.emblems_hint }) }
            @for text in gone { p .aff-box { ((words.emblem_gone)(text)) } }
            @if !all.is_empty() {
                ol .aff-emblems { @for (place, emblem) in shown.iter().copied().chain(hidden) { (one_emblem(view, place, emblem)) } }
            }
        }
    }
}

/// `place` is 0 where it is not shown. The picture says here what it says on every page.
fn one_emblem(view: &EditionForm<'_>, place: usize, emblem: &Picture) -> Markup {
    let (words, name) = (view.words(), place_control(emblem));
    html! {
        li {
            img src=(paths::picture(emblem)) alt=(emblem.text) height="64";
            div {
                p { strong { (emblem.text) } br; span .form-text { (emblem.file) } }
                label for=(name) { (words.emblem_place) span .visually-hidden { ": " (emblem.text) } }
                select .form-select id=(name) name=(name) {
                    option value="" selected[place == 0] { (words.emblem_hidden) }
                    @for n in 1..=view.offer.emblems.len() { option value=(n) selected[place == n] { (n) } }
                }
            }
        }
    }
}

fn one_asked(view: &EditionForm<'_>, asked: &AskedForm) -> Markup {
    let (lang, words) = (view.frame.lang, view.words());
    let name = field(lang, asked.field);
    let [tick, why, choices] = ["chiesto", "perche", "scelte"].map(|kind| control(kind, asked.field));
    let (no_reason, few) = (view.told(&why), view.told(&choices));
    let (reason, list) = ((words.reason_of)(name), (words.choices_of)(name));
    let hint = if asked.field.is_closed() { words.choices_closed } else { words.choices_open };
    html! {
        div .aff-asked {
            (fields::check(&tick, &html! { strong { (name) } }, asked.ticked, None, view.frame.words()))
            details open[asked.ticked || no_reason.is_some() || few.is_some()] {
                summary { (words.asked_details) span .visually-hidden { ": " (name) } }
                (view.text(&why, &reason, (&asked.reason, words.reason_hint)))
                (fields::area(
                    &Field::new(&choices, &list).value(&asked.choices).hint(hint).longest(TEXT_MAX).optional().error(few.as_deref()),
                    4,
                    view.frame.words(),
                ))
            }
        }
    }
}

/// Those who adhere and would be outside: told before, dropped never.
fn fallen(view: &EditionForm<'_>) -> Markup {
    let words = view.words();
    let told = view.told("confermo");
    html! {
        div .aff-box {
            p { ((words.fallen)(view.fallen.len())) }
            ul { @for one in view.fallen.iter().take(NAMED) {
                li { a href=(paths::ente(&one.ente)) { (one.name) " (" (one.province) ")" } }
            } }
            @if view.fallen.len() > NAMED { p { ((words.fallen_more)(view.fallen.len() - NAMED)) } }
            p { (words.fallen_stay) }
            (fields::check("confermo", &html! { (words.fallen_confirm) }, false, told.as_deref(), view.frame.words()))
        }
    }
}
