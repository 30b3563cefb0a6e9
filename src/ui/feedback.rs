//! "Quanto sono chiare le informazioni su questa pagina?": one form, one post, with or without scripts.
//!
//! Fields posted to [`paths::RATING`]: `pagina` (path), `voto` 1–5, then `piace` (for 4 and 5) or `manca` (for 1 to 3), each 1–5
//! in the order of the answers shown, and `dettagli` (at most [`DETAILS_MAX`] characters). The answers that do not
//! fit the rate are hidden by the style sheet; the receiver ignores them.

use maud::{Markup, html};

use crate::ui::page::{Frame, icon};
use crate::ui::paths;
use crate::ui::words::Feedback;

/// Longest comment taken, in characters.
pub const DETAILS_MAX: usize = 200;

/// The hooks `data-element` are those that the validator of public sites looks for.
pub(super) fn feedback(frame: &Frame<'_>) -> Markup {
    let words = &frame.words().feedback;
    html! {
        section .aff-feedback aria-labelledby="valutazione-titolo" data-element="feedback" {
            div .container {
                form method="post" action=(paths::RATING) {
                    input type="hidden" name="pagina" value=(frame.path);
                    h2 #valutazione-titolo data-element="feedback-title" { (words.title) }
                    (rates(words))
                    (follow_up(words.liked, &words.liked_answers, "piace", "aff-liked", "feedback-rating-positive"))
                    (follow_up(words.disliked, &words.disliked_answers, "manca", "aff-disliked", "feedback-rating-negative"))
                    div .aff-rated {
                        label for="valutazione-dettagli" { (words.details) }
                        p .form-text #valutazione-misura { (words.details_hint) }
                        textarea .form-control #valutazione-dettagli name="dettagli" rows="2" maxlength=(DETAILS_MAX)
                            aria-describedby="valutazione-misura" data-element="feedback-input-text" {}
                        button .btn.btn-outline-primary.btn-sm type="submit" { (words.send) }
                    }
                }
            }
        }
    }
}

fn rates(words: &Feedback) -> Markup {
    html! {
        fieldset .aff-rates aria-describedby="valutazione-scala" {
            legend .visually-hidden { (words.title) }
            p #valutazione-scala .form-text { (words.hint) }
            @for (n, rate) in (1..).zip(words.rates) {
                input .visually-hidden type="radio" name="voto" value=(n) id={ "valutazione-voto-" (n) } required;
                label for={ "valutazione-voto-" (n) } data-element={ "feedback-rate-" (n) } {
                    (icon("it-star-full", "icon-sm"))
                    span aria-hidden="true" { (n) }
                    span .visually-hidden { (rate) }
                }
            }
        }
    }
}

fn follow_up(question: &str, answers: &[&str], name: &str, class: &str, hook: &str) -> Markup {
    html! {
        fieldset .(class) data-element=(hook) {
            legend data-element="feedback-rating-question" { (question) }
            @for (n, answer) in (1..).zip(answers) {
                div .aff-row {
                    input type="radio" name=(name) value=(n) id={ "valutazione-" (name) "-" (n) };
                    label for={ "valutazione-" (name) "-" (n) } data-element="feedback-rating-answer" { (answer) }
                }
            }
        }
    }
}
