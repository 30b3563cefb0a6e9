//! Form fields of the kit that work without scripts, each with its label, its hint and its error tied to it for screen readers.
//!
//! ```ignore
//! (fields::summary(words, &faults))                                   // above the form, once
//! (fields::text(&Field::new("utente", "Nome utente").value(typed).error(fault), words))
//! (fields::group(&Group::radios("a[Q07]", html! { "…" }).choices(choices).hint(help), words))
//! ```
//! The id of a field follows from its name ([`id_of`]), so that a fault can point to it.

use maud::{Markup, html};

use crate::ui::words::Words;

/// One line, one number, one text, one list: whatever has a single value.
#[derive(Debug, Clone, Default)]
pub struct Field<'a> {
    name: &'a str,
    label: &'a str,
    value: &'a str,
    hint: Option<&'a str>,
    error: Option<&'a str>,
    optional: bool,
    unmarked: bool,
    autocomplete: Option<&'a str>,
    longest: Option<usize>,
}

impl<'a> Field<'a> {
    pub fn new(name: &'a str, label: &'a str) -> Self {
        Field { name, label, ..Field::default() }
    }

    /// What was typed before, shown again.
    #[must_use]
    pub fn value(mut self, value: &'a str) -> Self {
        self.value = value;
        self
    }

    #[must_use]
    pub fn hint(mut self, hint: &'a str) -> Self {
        self.hint = Some(hint);
        self
    }

    /// One sentence on what to correct; `None` when nothing.
    #[must_use]
    pub fn error(mut self, error: Option<&'a str>) -> Self {
        self.error = error;
        self
    }

    /// Fields are required unless they say so.
    #[must_use]
    pub fn optional(mut self) -> Self {
        self.optional = true;
        self
    }

    /// Optional without saying so: a search that may stay empty.
    #[must_use]
    pub fn optional_unmarked(mut self) -> Self {
        self.optional = true;
        self.unmarked = true;
        self
    }

    /// The token of the HTML standard: `username`, `current-password`, `name`, `organization`…
    #[must_use]
    pub fn autocomplete(mut self, token: &'a str) -> Self {
        self.autocomplete = Some(token);
        self
    }

    /// Longest value, in characters.
    #[must_use]
    pub fn longest(mut self, characters: usize) -> Self {
        self.longest = Some(characters);
        self
    }
}

/// The id of the field of this name: brackets of `a[Q07]` become hyphens, `a-Q07`. In a group, it is the first choice's.
pub fn id_of(name: &str) -> String {
    let text: String = name.chars().map(|c| if c.is_ascii_alphanumeric() || c == '-' || c == '_' { c } else { '-' }).collect();
    text.trim_end_matches('-').to_owned()
}

pub fn hidden(name: &str, value: &str) -> Markup {
    html! { input type="hidden" name=(name) value=(value); }
}

pub fn text(field: &Field<'_>, words: &Words) -> Markup {
    framed(field, words, &input(field, "text", None))
}

pub fn email(field: &Field<'_>, words: &Words) -> Markup {
    framed(field, words, &input(field, "email", None))
}

pub fn search(field: &Field<'_>, words: &Words) -> Markup {
    framed(field, words, &input(field, "search", None))
}

/// A civil day, `YYYY-MM-DD`.
pub fn date(field: &Field<'_>, words: &Words) -> Markup {
    framed(field, words, &input(field, "date", None))
}

/// An hour of the day, `HH:MM`; browsers without a control for it take what is typed.
pub fn time(field: &Field<'_>, words: &Words) -> Markup {
    framed(field, words, &input(field, "time", None))
}

/// What was typed is never shown again.
pub fn password(field: &Field<'_>, words: &Words) -> Markup {
    framed(&Field { value: "", ..field.clone() }, words, &input(&Field { value: "", ..field.clone() }, "password", None))
}

/// A number typed as people write it, comma included: bounds are the server's to check, `unit` stands beside.
pub fn number(field: &Field<'_>, unit: Option<&str>, decimals: bool, words: &Words) -> Markup {
    let control = html! {
        div .aff-number {
            (input(field, "text", Some(if decimals { "decimal" } else { "numeric" })))
            @if let Some(unit) = unit { span .aff-unit id={ (id_of(field.name)) "-unit" } { (unit) } }
        }
    };
    framed(field, words, &control)
}

pub fn area(field: &Field<'_>, rows: u8, words: &Words) -> Markup {
    let control = html! {
        textarea .form-control.is-invalid[field.error.is_some()] id=(id_of(field.name)) name=(field.name) rows=(rows)
            maxlength=[field.longest] required[!field.optional] aria-invalid=[field.error.map(|_| "true")]
            aria-describedby=[described_by(field)] { (field.value) }
    };
    framed(field, words, &control)
}

/// A list to choose one from; `options` are value and label, an empty first choice is added.
pub fn select(field: &Field<'_>, options: &[(String, String)], words: &Words) -> Markup {
    let control = html! {
        select .form-select.is-invalid[field.error.is_some()] id=(id_of(field.name)) name=(field.name) required[!field.optional]
            aria-invalid=[field.error.map(|_| "true")] aria-describedby=[described_by(field)] {
            option value="" { (words.form.choose) }
            @for (value, label) in options { option value=(value) selected[value == field.value] { (label) } }
        }
    };
    framed(field, words, &control)
}

fn input(field: &Field<'_>, kind: &str, mode: Option<&str>) -> Markup {
    html! {
        input .form-control.is-invalid[field.error.is_some()] type=(kind) id=(id_of(field.name)) name=(field.name) value=(field.value)
            inputmode=[mode] autocomplete=[field.autocomplete] maxlength=[field.longest] required[!field.optional]
            aria-invalid=[field.error.map(|_| "true")] aria-describedby=[described_by(field)];
    }
}

/// Label above, hint and error between it and the control: where a person reads before typing.
fn framed(field: &Field<'_>, words: &Words, control: &Markup) -> Markup {
    let id = id_of(field.name);
    html! {
        div .aff-field.aff-wrong[field.error.is_some()] {
            label .active for=(id) { (field.label) @if field.optional && !field.unmarked { " " span .aff-optional { (words.form.optional) } } }
            @if let Some(hint) = field.hint { p .form-text id={ (id) "-hint" } { (hint) } }
            @if let Some(text) = field.error { (wrong(&id, text, words)) }
            (control)
        }
    }
}

fn wrong(id: &str, text: &str, words: &Words) -> Markup {
    html! { p .aff-error id={ (id) "-error" } { span .visually-hidden { (words.form.error) " " } (text) } }
}

fn described_by(field: &Field<'_>) -> Option<String> {
    described(&id_of(field.name), field.hint.is_some(), field.error.is_some())
}

fn described(id: &str, hint: bool, error: bool) -> Option<String> {
    let parts: Vec<String> = [hint.then(|| format!("{id}-hint")), error.then(|| format!("{id}-error"))].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}

/// One option of a [`Group`].
#[derive(Debug, Clone)]
pub struct Choice {
    pub value: String,
    pub label: Markup,
    pub checked: bool,
    /// Set apart and lighter: "non so", "non applicabile".
    pub aside: bool,
}

impl Choice {
    pub fn new(value: impl Into<String>, label: &str, checked: bool) -> Self {
        Choice { value: value.into(), label: html! { (label) }, checked, aside: false }
    }

    #[must_use]
    pub fn aside(mut self) -> Self {
        self.aside = true;
        self
    }
}

/// Options under one legend, of which one (radios) or several (checks) may be chosen: large rows, 44 px at least.
#[derive(Debug, Clone)]
pub struct Group<'a> {
    name: &'a str,
    legend: Markup,
    kind: &'static str,
    choices: Vec<Choice>,
    hint: Option<Markup>,
    error: Option<&'a str>,
    /// After the choices, inside the fieldset: folded help, note, act.
    more: Option<Markup>,
}

impl<'a> Group<'a> {
    pub fn radios(name: &'a str, legend: Markup) -> Self {
        Group { name, legend, kind: "radio", choices: Vec::new(), hint: None, error: None, more: None }
    }

    pub fn checks(name: &'a str, legend: Markup) -> Self {
        Group { kind: "checkbox", ..Group::radios(name, legend) }
    }

    #[must_use]
    pub fn choices(mut self, choices: Vec<Choice>) -> Self {
        self.choices = choices;
        self
    }

    #[must_use]
    pub fn hint(mut self, hint: Markup) -> Self {
        self.hint = Some(hint);
        self
    }

    #[must_use]
    pub fn error(mut self, error: Option<&'a str>) -> Self {
        self.error = error;
        self
    }

    #[must_use]
    pub fn more(mut self, more: Markup) -> Self {
        self.more = Some(more);
        self
    }
}

pub fn group(group: &Group<'_>, words: &Words) -> Markup {
    let id = id_of(group.name);
    html! {
        fieldset .aff-group.aff-wrong[group.error.is_some()] aria-describedby=[described(&id, group.hint.is_some(), group.error.is_some())] {
            legend { (group.legend) }
            @if let Some(hint) = &group.hint { div .form-text id={ (id) "-hint" } { (hint) } }
            @if let Some(text) = group.error { (wrong(&id, text, words)) }
            (rows(group.name, group.kind, &group.choices))
            @if let Some(more) = &group.more { (more) }
        }
    }
}

/// The rows alone, for a fieldset that the caller draws (a row of a matrix).
pub fn rows(name: &str, kind: &str, choices: &[Choice]) -> Markup {
    let id = id_of(name);
    html! {
        div .aff-rows {
            @for (n, choice) in choices.iter().enumerate() {
                @let own = if n == 0 { id.clone() } else { format!("{id}-{}", id_of(&choice.value)) };
                div .aff-row.aff-aside[choice.aside] {
                    input type=(kind) name=(name) value=(choice.value) id=(own) checked[choice.checked];
                    label for=(own) { (choice.label) }
                }
            }
        }
    }
}

/// One box to tick, as for a consent: value "1" when ticked.
pub fn check(name: &str, label: &Markup, checked: bool, error: Option<&str>, words: &Words) -> Markup {
    let id = id_of(name);
    html! {
        div .aff-row.aff-alone.aff-wrong[error.is_some()] {
            @if let Some(text) = error { (wrong(&id, text, words)) }
            input type="checkbox" name=(name) value="1" id=(id) checked[checked]
                aria-describedby=[described(&id, false, error.is_some())];
            label for=(id) { (label) }
        }
    }
}

/// Something to correct, in the field of this name.
#[derive(Debug, Clone)]
pub struct Wrong {
    pub name: String,
    pub text: String,
}

/// The box above a form that came back: each fault leads to its field. Nothing when there is nothing to correct.
pub fn summary(words: &Words, faults: &[Wrong]) -> Markup {
    html! {
        @if !faults.is_empty() {
            div .alert.alert-danger.aff-summary role="alert" id="errori" tabindex="-1" {
                h2 { @if let [_] = faults { (words.form.one_error) } @else { ((words.form.errors)(faults.len())) } }
                ul { @for fault in faults { li { a href={ "#" (id_of(&fault.name)) } { (fault.text) } } } }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::words::IT;

    #[test]
    fn ids_follow_from_names() {
        assert_eq!(id_of("a[Q07]"), "a-Q07");
        assert_eq!(id_of("utente"), "utente");
        assert_eq!(id_of("a[Q08][sportello]"), "a-Q08--sportello");
    }

    #[test]
    fn hint_and_error_are_read_with_the_field() {
        let shown =
            text(&Field::new("utente", "Nome utente").hint("come da lettera").error(Some("Scrivi il nome utente.")), &IT).into_string();
        assert!(shown.contains(r#"aria-describedby="utente-hint utente-error""#), "{shown}");
        assert!(shown.contains(r#"<label class="active" for="utente">"#) && shown.contains(r#"aria-invalid="true""#), "{shown}");
    }

    #[test]
    fn what_was_typed_is_escaped_and_a_password_never_comes_back() {
        let shown = text(&Field::new("n", "N").value("\"><script>"), &IT).into_string();
        assert!(shown.contains("value=\"&quot;&gt;&lt;script&gt;\""), "{shown}");
        assert!(!password(&Field::new("p", "P").value("segreto"), &IT).into_string().contains("segreto"));
    }

    #[test]
    fn the_summary_leads_to_the_first_choice_of_a_group() {
        let faults = [Wrong { name: "a[Q07]".into(), text: "Scegli una risposta".into() }];
        let radios =
            group(&Group::radios("a[Q07]", html! { "?" }).choices(vec![Choice::new("a", "A", false), Choice::new("b", "B", true)]), &IT);
        assert!(summary(&IT, &faults).into_string().contains("href=\"#a-Q07\""));
        let shown = radios.into_string();
        assert!(shown.contains(r#"id="a-Q07""#) && shown.contains(r#"id="a-Q07-b" checked"#), "{shown}");
    }
}
