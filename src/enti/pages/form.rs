//! The form of an association: its comuni are found by name inside the form itself, without scripts.

use maud::{Markup, html};

use crate::domain::ids::EnteId;
use crate::enti::association::NAME_MAX;
use crate::enti::words::{Words, kind, refusal, words};
use crate::enti::{Association, Ente, Kind, MATCHES, Refusal};
use crate::ui::fields::{self, Choice, Field, Group, Wrong};
use crate::ui::page::{Frame, Notice, Shell, heading, page};
use crate::ui::paths;

/// Comuni found by part of a name.
pub struct Matches {
    pub name: String,
    /// Without those chosen already.
    pub comuni: Vec<Ente>,
    /// How many there are in all.
    pub total: i64,
}

/// The form as it is to be shown: empty, as kept, or as it came back.
pub struct AssociationForm<'a> {
    pub frame: &'a Frame<'a>,
    /// What is being changed, with its name; none for a new one.
    pub of: Option<(&'a EnteId, &'a str)>,
    pub kind: Option<Kind>,
    pub name: &'a str,
    pub province: &'a str,
    /// Chosen so far, by name.
    pub members: Vec<Ente>,
    /// Fingerprint of what the form was opened on.
    pub seen: String,
    pub matches: Option<Matches>,
    /// Plate code and region.
    pub provinces: Vec<(String, String)>,
    pub refusals: Vec<Refusal>,
    /// How it stands now, with the names of its comuni, if somebody changed it meanwhile.
    pub now: Option<(Association, Vec<String>)>,
}

/// Where a refusal belongs.
const fn field_of(refusal: Refusal) -> &'static str {
    match refusal {
        Refusal::NoKind => "tipo",
        Refusal::NoName | Refusal::NameTooLong | Refusal::SameName | Refusal::ChangedMeanwhile => "nome",
        Refusal::UnknownProvince => "provincia",
        Refusal::NoMembers => "cerca",
    }
}

impl AssociationForm<'_> {
    /// The sentence beside a field.
    fn fault(&self, field: &str) -> Option<&'static str> {
        let beside = self.refusals.iter().filter(|r| **r != Refusal::ChangedMeanwhile).find(|r| field_of(**r) == field);
        beside.map(|r| refusal(self.frame.lang, *r))
    }

    fn faults(&self) -> Vec<Wrong> {
        let shown = self.refusals.iter().filter(|r| **r != Refusal::ChangedMeanwhile);
        shown.map(|r| Wrong { name: field_of(*r).into(), text: refusal(self.frame.lang, *r).into() }).collect()
    }
}

pub fn form(view: &AssociationForm<'_>) -> Markup {
    let (frame, words) = (view.frame, words(view.frame.lang));
    let title = view.of.map_or_else(|| words.new_title.to_owned(), |(_, name)| (words.change_title)(name));
    let action = view.of.map_or_else(|| paths::NEW_ENTE.to_owned(), |(id, _)| paths::ente_change(id));
    let mut shell = Shell::new(frame, &title).crumb(words.area, paths::AREA).crumb(words.enti, paths::ENTI).notices(meanwhile(view));
    if let Some((id, name)) = view.of {
        shell = shell.crumb(name, paths::ente(id));
    }
    page(
        &shell,
        html! {
            (heading(&title, view.of.is_none().then_some(words.new_lead)))
            (fields::summary(frame.words(), &view.faults()))
            form .aff-form method="post" action=(action) {
                (about(view))
                (members(view, words))
                (search(view, &action))
                (fields::hidden("visto", &view.seen))
                p .aff-buttons {
                    button .btn.btn-primary type="submit" name="azione" value="salva" {
                        (if view.of.is_some() { words.save_change } else { words.save_new })
                    }
                    a .btn.btn-outline-primary href=(view.of.map_or_else(|| paths::ENTI.to_owned(), |(id, _)| paths::ente(id))) { (words.give_up) }
                }
            }
        },
    )
}

fn meanwhile(view: &AssociationForm<'_>) -> Option<Notice> {
    let words = words(view.frame.lang);
    let (now, members) = view.now.as_ref()?;
    let told = (words.changed_meanwhile)(&now.name, kind(view.frame.lang, now.kind), &now.province, &members.join(", "));
    Some(Notice::care(&told))
}

/// Kind, name and seat.
fn about(view: &AssociationForm<'_>) -> Markup {
    let (frame, words) = (view.frame, words(view.frame.lang));
    let kinds = Kind::ASSOCIATIONS.map(|k| Choice::new(k.as_str(), kind(frame.lang, k), view.kind == Some(k)));
    let name = Field::new("nome", words.form_name).value(view.name).hint(words.form_name_hint).longest(NAME_MAX).autocomplete("off");
    let provinces: Vec<_> = view.provinces.iter().map(|(plate, region)| (plate.clone(), format!("{plate}, {region}"))).collect();
    let province = Field::new("provincia", words.form_province).value(view.province);
    html! {
        (fields::group(&Group::radios("tipo", html! { (words.form_kind) }).choices(kinds.to_vec()).error(view.fault("tipo")), frame.words()))
        (fields::text(&name.error(view.fault("nome")), frame.words()))
        (fields::select(&province.error(view.fault("provincia")), &provinces, frame.words()))
    }
}

/// Those chosen, to be unticked.
fn members(view: &AssociationForm<'_>, words: &Words) -> Markup {
    html! {
        fieldset .aff-group #comuni {
            legend { (words.form_members) }
            @if view.members.is_empty() { p .form-text { (words.form_no_members) } } @else {
                p .form-text { ((words.form_chosen)(view.members.len())) ". " (words.form_members_hint) }
                (boxes(&view.members, true))
            }
        }
    }
}

/// The search comes before the button that saves, so that the return key searches.
fn search(view: &AssociationForm<'_>, action: &str) -> Markup {
    let (frame, words) = (view.frame, words(view.frame.lang));
    let typed = view.matches.as_ref().map_or("", |m| &m.name);
    let field = Field::new("cerca", words.form_search).value(typed).hint(words.form_search_hint).optional_unmarked().autocomplete("off");
    html! {
        div .aff-finder {
            (fields::search(&field.error(view.fault("cerca")), frame.words()))
            button .btn.btn-outline-primary type="submit" name="azione" value="cerca" formnovalidate formaction={ (action) "#comuni" } {
                (words.form_find)
            }
        }
        @if let Some(matches) = &view.matches { (found(matches, words)) }
    }
}

fn found(matches: &Matches, words: &Words) -> Markup {
    let shown = matches.comuni.len();
    html! {
        @if matches.name.is_empty() {
            p role="status" { (words.form_type_first) }
        } @else if matches.total == 0 {
            p role="status" { ((words.form_found_none)(&matches.name)) }
        } @else if shown == 0 {
            p role="status" { ((words.form_found_all_chosen)(&matches.name)) }
        } @else {
            fieldset .aff-group {
                legend { ((words.form_found)(&matches.name)) }
                @if matches.total > MATCHES { p .form-text { ((words.form_more)(shown, matches.total)) } }
                (boxes(&matches.comuni, false))
            }
        }
    }
}

/// The province always: five names occur twice.
fn boxes(comuni: &[Ente], ticked: bool) -> Markup {
    html! {
        div .aff-rows.aff-columns {
            @for comune in comuni {
                div .aff-row {
                    input type="checkbox" name="comune" value=(comune.id) id={ "comune-" (comune.id) } checked[ticked];
                    label for={ "comune-" (comune.id) } { (comune.name) " (" (comune.province) ")" }
                }
            }
        }
    }
}
