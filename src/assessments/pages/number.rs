//! A number as people fill it in: its bounds, what the system proposes, and what share of another number it is.

use maud::{Markup, html};

use super::question::{QuestionView, Sheet, asides};
use crate::assessments::section_form::{field, parse_number};
use crate::domain::questionnaire::Number;
use crate::enti::Residents;
use crate::ui::dates;
use crate::ui::fields::{self, Field, id_of};

/// The number that another one is a part of.
#[derive(Debug, Clone, Copy)]
pub struct Whole<'a> {
    pub question: &'a str,
    /// As answered; none yet.
    pub value: Option<f64>,
}

pub(super) fn number(view: &QuestionView<'_>, number: &Number, sheet: &Sheet<'_>) -> Markup {
    let (words, name) = (sheet.words, field("a", &view.question.id));
    let bounds = (words.bounds)(&dates::number(sheet.lang, number.min, 0), &dates::number(sheet.lang, number.max, 0));
    let input = Field::new(&name, words.your_answer).value(view.shown.typed_text()).hint(&bounds).optional();
    let typed = parse_number(view.shown.typed_text(), number.decimals);
    html! {
        (fields::number(&input, number.unit.as_deref(), number.decimals, sheet.lang.words()))
        @if let Some(whole) = &view.whole { (share(typed, whole, sheet)) }
        @if let Some(residents) = view.proposed { (proposal(view, residents, typed, sheet)) }
        (asides(view, sheet, "checkbox"))
    }
}

/// "Pari al 5,5%…"; empty until there are two numbers. `static/section.js` rewrites it at every key.
fn share(typed: Option<f64>, whole: &Whole<'_>, sheet: &Sheet<'_>) -> Markup {
    let told = |percent: &str, total: &str| (sheet.words.share)(percent, whole.question, total);
    let now = match (typed, whole.value) {
        (Some(part), Some(total)) if total > 0.0 && (0.0..=total).contains(&part) => {
            told(&dates::number(sheet.lang, part / total * 100.0, 1), &dates::number(sheet.lang, total, 0))
        }
        _ => String::new(),
    };
    html! {
        p .aff-share role="status" data-share-of=(id_of(&field("a", whole.question))) data-total=[whole.value]
            data-text=(told("{p}", "{n}")) { (now) }
    }
}

/// The figure with its source. The button is the script's: without it, people copy the number.
fn proposal(view: &QuestionView<'_>, residents: Residents, typed: Option<f64>, sheet: &Sheet<'_>) -> Markup {
    let words = sheet.words;
    let differs = typed.is_some_and(|value| value != residents.count as f64);
    let count = dates::count(sheet.lang, residents.count);
    html! {
        div .aff-proposed data-proposed=(residents.count) {
            p { ((words.proposed)(&count, residents.year)) " " span .aff-source { (words.proposed_source) } }
            p { button .btn.btn-outline-primary.btn-sm type="button" data-use hidden { (words.use_proposed) } }
            p .aff-say-why data-differs hidden[!differs || view.shown.has_note()] { (words.say_why) }
        }
    }
}
