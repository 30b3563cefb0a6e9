//! A quesito: the question, the expert's answer set apart, interventi below it, quieter.

use maud::{Markup, html};

use super::{button, progress, prose};
use crate::domain::forum_day::{Refusal, State};
use crate::domain::ids::{Id, QuestionId};
use crate::domain::moment::Moment;
use crate::domain::question::{Progress, Seat, Sight};
use crate::forum::asking::kind;
use crate::forum::words::answers::words as expert_words;
use crate::forum::words::lasting::words as lasting;
use crate::forum::words::public::{Words, words};
use crate::forum::words::{clock, suspects, writing_refused};
use crate::forum::{Answer, Attachment, Followed, Message, Named, Post, Question, Side, Text};
use crate::ui::fields::{self, Field};
use crate::ui::page::{self, Frame, Notice, Shell, heading};
use crate::ui::{dates, paths};

pub struct ThreadView<'a> {
    pub frame: &'a Frame<'a>,
    pub now: Moment,
    pub question: &'a Question,
    pub sight: Sight,
    pub seat: &'a Seat,
    pub me: &'a str,
    pub is_own: bool,
    pub files: &'a [Attachment],
    pub answers: &'a [Answer],
    pub others: &'a [(QuestionId, String)],
    pub posts: &'a [Post],
    pub messages: &'a [Message],
    pub interested: i64,
    pub is_interested: bool,
    pub follows: bool,
    /// Experts it can be handed to.
    pub experts: &'a [Named],
    /// Whether an intervento may be written now, and what was typed.
    pub may_post: Result<(), Option<Refusal>>,
    pub typed: &'a str,
    /// A line of the private thread that was not kept.
    pub message: &'a str,
    pub key: &'a str,
    /// Below every answer.
    pub footer: &'a str,
    pub tag: &'a str,
    pub notice: Option<Notice>,
}

impl ThreadView<'_> {
    /// The text that is shown as the quesito itself.
    fn text(&self) -> &Text {
        if self.sight == Sight::Whole { &self.question.original } else { self.question.public() }
    }
}

pub fn thread(view: &ThreadView<'_>) -> Markup {
    let (frame, question, words) = (view.frame, view.question, words(view.frame.lang));
    let shell = Shell::new(frame, &view.text().title).crumb(words.forum, paths::FORUM);
    let shell = match &question.day {
        Some(day) => shell.crumb(&day.title, paths::forum_day(&day.id)),
        None => shell,
    };
    page::page(
        &shell.notices(view.notice.clone()),
        html! {
            (heading(&view.text().title, Some(&question.theme)))
            (asked(view, words))
            (attachments(view, words))
            @if view.seat.sees_all() { (moderation(view, words)) }
            div data-news=(paths::question_news(&question.id)) data-tag=(view.tag) data-part="filo" { (live(view)) }
            (own_part(view, words))
            (comment_form(view, words))
            @if view.sight == Sight::Whole { (private(view, words)) }
            script src=(paths::asset("forum.js")) defer {}
        },
    )
}

fn asked(view: &ThreadView<'_>, words: &Words) -> Markup {
    let (lang, question, text) = (view.frame.lang, view.question, view.text());
    html! {
        section .aff-question aria-label=(words.question) {
            p .aff-quiet {
                (progress(lang, question.progress())) " "
                ((words.asked_on)(&dates::moment(lang, question.asked_at)))
                @if view.sight == Sight::Whole {
                    " · " ((words.asked_by)(question.asked_by.as_ref().map_or("", |one| &one.name), &page::ente(&question.ente)))
                }
            }
            @match &question.day {
                Some(day) => p .aff-quiet { (day.title) ". " (clock(lang, &day.hours, view.now)) "." },
                None => p .aff-quiet { (words.in_queue) },
            }
            (prose(&text.body))
            @if !text.law.is_empty() { p { ((words.law_shown)(&text.law)) } }
            @if let Some((_, why)) = &question.declined { p { strong { ((words.declined)(why)) } } }
            @if view.sight == Sight::Whole { (as_others_see(view, words)) }
        }
    }
}

fn as_others_see(view: &ThreadView<'_>, words: &Words) -> Markup {
    let question = view.question;
    html! {
        @match &question.released {
            None => p .aff-box { (words.original_only) @if view.is_own && question.declined.is_none() { " " (lasting(view.frame.lang).read_first) } },
            Some(text) if *text == question.original => p .aff-quiet { (words.released_badge) },
            Some(text) => details .aff-more {
                summary { (words.public_text) }
                p { strong { (text.title) } }
                (prose(&text.body))
                @if !text.law.is_empty() { p { ((words.law_shown)(&text.law)) } }
            },
        }
    }
}

fn attachments(view: &ThreadView<'_>, words: &Words) -> Markup {
    let id = &view.question.id;
    let whole = view.sight == Sight::Whole;
    html! {
        @if !view.files.is_empty() {
            h2 { (words.files) }
            ul { @for file in view.files {
                li {
                    a href=(paths::question_file(id, &file.id)) download { (file.name) }
                    @if file.redacts.is_some() && whole { " · " (words.file_redacted) }
                    @if whole { " · " (if file.is_released { words.file_released } else { words.file_private }) }
                }
            } }
        }
        @if view.is_own && view.question.answered_at.is_none() {
            details .aff-more { summary { (words.add_file) } (file_form(view, words, &[])) }
        }
    }
}

fn file_form(view: &ThreadView<'_>, words: &Words, of: &[&Attachment]) -> Markup {
    let expert = expert_words(view.frame.lang);
    html! {
        form .aff-form method="post" action=(paths::question_files(&view.question.id)) enctype="multipart/form-data" {
            @if !of.is_empty() {
                div .aff-field {
                    label .active for="oscura" { (expert.redacted_of) }
                    select .form-select #oscura name="oscura" { @for one in of { option value=(one.id) { (one.name) } } }
                }
            }
            div .aff-field {
                label .active for="file" { (words.file) }
                p .form-text #file-hint { (words.file_hint) }
                input .form-control type="file" #file name="file" accept="application/pdf,image/jpeg,image/png" required aria-describedby="file-hint";
            }
            p .aff-buttons { button .btn.btn-outline-primary type="submit" { (words.add_file_button) } }
        }
    }
}

/// What experts and the segreteria may do with it.
fn moderation(view: &ThreadView<'_>, words: &Words) -> Markup {
    let (lang, question, expert) = (view.frame.lang, view.question, expert_words(view.frame.lang));
    let id = &question.id;
    let kinds: Vec<_> = question.flags.iter().filter_map(|flag| kind(flag)).collect();
    let files: Vec<&Attachment> = view.files.iter().filter(|file| file.redacts.is_none()).collect();
    html! {
        section .aff-box aria-labelledby="gestione" {
            h2 #gestione { (words.moderation) }
            @if !kinds.is_empty() { p { strong { ((expert.looks_like)(&suspects(lang, &kinds))) } } }
            @if let (Some(by), Some(at)) = (&question.assigned_to, question.assigned_at) {
                p { ((words.taken_by)(&by.name, &dates::lately(lang, at, view.now))) }
            }
            div .aff-buttons {
                (answering(view))
                a .btn.btn-outline-primary href=(paths::question_release(id)) {
                    (if question.released.is_some() { expert.release_again } else { expert.release })
                }
                @if question.released.is_some() { (button(&paths::question_withdrawal(id), expert.withdraw, &[])) }
            }
            @if question.released.is_some() && view.answers.iter().any(|answer| answer.superseded_at.is_none()) {
                (button(&paths::question_to_faq(id), lasting(lang).to_faq, &[]))
                p .aff-quiet { (lasting(lang).to_faq_hint) }
            }
            (handing(view))
            @if question.answered_at.is_none() { (declining(view)) }
            @if !files.is_empty() { details .aff-more { summary { (expert.redacted_copy) } (file_form(view, words, &files)) } }
        }
    }
}

/// The one next step of an expert.
fn answering(view: &ThreadView<'_>) -> Markup {
    let (question, expert) = (view.question, expert_words(view.frame.lang));
    let mine = question.assigned_to.as_ref().is_some_and(|by| by.id.as_str() == view.me);
    html! {
        @if *view.seat == Seat::Expert && question.declined.is_none() {
            @if mine {
                a .btn.btn-primary href=(paths::question_answer(&question.id)) {
                    (if question.answered_at.is_some() { expert.write_new } else { expert.write })
                }
            } @else if question.assigned_to.is_none() && question.answered_at.is_none() {
                form .aff-inline method="post" action=(paths::question_taking(&question.id)) {
                    button .btn.btn-primary type="submit" { (expert.take) }
                }
            }
        }
    }
}

fn handing(view: &ThreadView<'_>) -> Markup {
    let (question, expert) = (view.question, expert_words(view.frame.lang));
    let mine = question.assigned_to.as_ref().is_some_and(|by| by.id.as_str() == view.me);
    let open = question.answered_at.is_none() && question.declined.is_none();
    let others: Vec<&Named> = view.experts.iter().filter(|one| question.assigned_to.as_ref().is_none_or(|by| by.id != one.id)).collect();
    html! {
        @if open && (mine || *view.seat == Seat::Desk) {
            details .aff-more {
                summary { (expert.hand) }
                form .aff-form method="post" action=(paths::question_handing(&question.id)) {
                    div .aff-field {
                        label .active for="a" { (expert.hand_to) }
                        select .form-select #a name="a" {
                            option value="" { (expert.hand_back) }
                            @for one in others { option value=(one.id) { (one.name) } }
                        }
                    }
                    p .aff-buttons { button .btn.btn-outline-primary type="submit" { (expert.hand_button) } }
                }
            }
        }
    }
}

fn declining(view: &ThreadView<'_>) -> Markup {
    let (question, expert) = (view.question, expert_words(view.frame.lang));
    let action = paths::question_declining(&question.id);
    html! {
        @if question.declined.is_some() { (button(&action, expert.resume, &[])) }
        @else {
            details .aff-more {
                summary { (expert.decline) }
                form .aff-form method="post" action=(action) {
                    (fields::text(&Field::new("motivo", expert.decline_why).longest(400), view.frame.words()))
                    p .aff-buttons { button .btn.btn-outline-primary type="submit" { (expert.decline) } }
                }
            }
        }
    }
}

/// The part that is asked for again: answers and interventi.
pub fn live(view: &ThreadView<'_>) -> Markup {
    let words = words(view.frame.lang);
    html! {
        @if view.answers.is_empty() && view.question.progress() != Progress::Declined {
            p .aff-quiet { (if view.question.assigned_to.is_some() { words.taken } else { words.no_answer }) }
        }
        @for (n, answer) in view.answers.iter().enumerate() { (answer_block(view, answer, n, words)) }
        // Before others see it nobody writes below it.
        @if view.question.released.is_some() || !view.posts.is_empty() {
            h2 { (words.comments) }
            @if view.posts.is_empty() { p .aff-quiet { (words.comments_none) } }
            @for post in view.posts { (post_block(view, post, words)) }
        }
    }
}

fn answer_block(view: &ThreadView<'_>, answer: &Answer, n: usize, words: &Words) -> Markup {
    let (lang, today) = (view.frame.lang, view.now.day());
    let past = answer.superseded_at.is_some();
    let id = format!("risposta-{n}");
    html! {
        section .aff-answer.aff-bygone[past] aria-labelledby=(id) {
            h2 id=(id) { (if past { words.answer_past } else { words.answer }) }
            @if let Some(at) = answer.superseded_at { p { strong { ((words.superseded)(&dates::day(lang, at.day()))) } } }
            p .aff-quiet {
                strong { (answer.author) } @if !answer.author_role.is_empty() { ", " (answer.author_role) }
                @if let Some(at) = answer.published_at { " · " ((words.answered_on)(&dates::day(lang, at.day()))) }
                @if let Some(reader) = &answer.reader { " · " ((words.second_reader)(reader)) }
            }
            (prose(&answer.body))
            @if !answer.law.is_empty() { p { strong { (words.references) ": " } (answer.law) } }
            @if let Some(day) = answer.valid_until {
                p { @if day < today { strong { ((words.expired)(&dates::day(lang, day))) } } @else { ((words.holds_until)(&dates::day(lang, day))) } }
            }
            @if !past && !view.others.is_empty() {
                p { (words.also) ":" }
                ul { @for (id, title) in view.others { li { a href=(paths::quesito(id)) { (title) } } } }
            }
            @if !view.footer.is_empty() { p .aff-answer-foot { (view.footer) } }
        }
    }
}

fn post_block(view: &ThreadView<'_>, post: &Post, words: &Words) -> Markup {
    let lang = view.frame.lang;
    // Who reads the released text alone must not learn from an intervento which ente asked.
    let masked = post.by_asker && view.sight != Sight::Whole;
    let ente = post.ente.as_ref().filter(|_| !masked).map(page::ente);
    html! {
        article .aff-post.aff-bygone[post.hidden.is_some()] {
            p .aff-quiet {
                @if masked { strong { (words.asker) } }
                @else {
                    strong { (post.author) }
                    @if let Some(ente) = &ente { ", " (ente) } @else if !post.author_role.is_empty() { ", " (post.author_role) }
                }
                " · " (dates::lately(lang, post.written_at, view.now))
            }
            (prose(&post.body))
            @if let Some((_, why)) = &post.hidden { p { strong { ((words.hidden_post)(why)) } } }
            (post_tools(view, post, words))
        }
    }
}

fn post_tools(view: &ThreadView<'_>, post: &Post, words: &Words) -> Markup {
    let hiding = paths::post_hiding(&post.id);
    let why = |label: &str| {
        let id = format!("motivo-{}", post.id);
        html! { div .aff-field { label .active for=(id) { (label) } input .form-control type="text" id=(id) name="motivo" maxlength="400" required; } }
    };
    html! {
        @if view.seat.sees_all() {
            @if post.reports > 0 { p .aff-quiet { ((words.reports)(post.reports)) } }
            @if post.hidden.is_some() { (button(&hiding, words.restore, &[])) }
            @else {
                details .aff-more {
                    summary { (words.hide) }
                    form .aff-form method="post" action=(hiding) {
                        (why(words.hide_why))
                        p .aff-buttons { button .btn.btn-outline-primary type="submit" { (words.hide) } }
                    }
                }
            }
        } @else {
            details .aff-more {
                summary { (words.report) }
                form .aff-form method="post" action=(paths::post_report(&post.id)) {
                    (why(words.report_why))
                    p .aff-buttons { button .btn.btn-outline-primary type="submit" { (words.report) } }
                }
            }
        }
    }
}

/// Interest and follow.
fn own_part(view: &ThreadView<'_>, words: &Words) -> Markup {
    let id = &view.question.id;
    let wanted = [("cosa", Followed::Question.as_str()), ("quale", id.as_str())];
    html! {
        section .aff-follow aria-label=(words.follow_question) {
            @if view.interested > 0 { p { ((words.interested)(view.interested)) } }
            @if view.seat.ente().is_some() && !view.is_own {
                p .aff-quiet { (words.too_lead) }
                @if view.is_interested { (button(&paths::question_interest(id), words.no_more, &[("no", "1")])) }
                @else { (button(&paths::question_interest(id), words.too, &[])) }
            }
            @if view.follows { (button(paths::FOLLOW, words.unfollow_question, &[wanted[0], wanted[1], ("smetti", "1")])) }
            @else { (button(paths::FOLLOW, words.follow_question, &wanted)) }
        }
    }
}

fn comment_form(view: &ThreadView<'_>, words: &Words) -> Markup {
    let lang = view.frame.lang;
    let open = view.question.day.as_ref().is_some_and(|day| day.hours.state(view.now) == State::Open);
    let wrong = match view.may_post {
        Err(Some(refusal)) => Some(writing_refused(lang, refusal)),
        Err(None) => Some(words.not_readable.to_owned()),
        Ok(()) => None,
    };
    let refused = (!view.typed.is_empty()).then_some(wrong).flatten();
    let hint = if view.seat.ente().is_some() { words.comment_hint } else { lasting(lang).comment_hint };
    html! {
        @if (open && view.question.released.is_some()) || refused.is_some() {
            form .aff-form #intervento method="post" action=(paths::question_posts(&view.question.id)) {
                (fields::area(
                    &Field::new("testo", words.comment).value(view.typed).hint(hint).longest(4000).error(refused.as_deref()),
                    5,
                    view.frame.words(),
                ))
                (fields::hidden("chiave", view.key))
                p .aff-buttons { button .btn.btn-primary type="submit" { (words.comment_send) } }
                @if refused.is_some() { p { a href=(paths::ASK) { (words.ask_queue) } " · " a href=(paths::ASSISTANCE) { (words.contact) } } }
            }
        }
    }
}

fn private(view: &ThreadView<'_>, words: &Words) -> Markup {
    let lang = view.frame.lang;
    let may_write = view.is_own || *view.seat == Seat::Expert;
    html! {
        section aria-labelledby="chiarimenti" {
            h2 #chiarimenti { (words.private) }
            p .aff-quiet { (words.private_lead) }
            @if view.messages.is_empty() { p { (words.private_none) } }
            @for message in view.messages {
                article .aff-post {
                    p .aff-quiet {
                        strong { (message.author) } " (" (if message.side == Side::Expert { words.expert } else { words.of_ente }) ") · "
                        (dates::lately(lang, message.written_at, view.now))
                    }
                    (prose(&message.body))
                }
            }
            @if may_write {
                form .aff-form method="post" action=(paths::question_messages(&view.question.id)) {
                    (fields::area(&Field::new("messaggio", words.message).value(view.message).longest(4000), 4, view.frame.words()))
                    (fields::hidden("chiave", view.key))
                    p .aff-buttons { button .btn.btn-outline-primary type="submit" { (words.message_send) } }
                }
            }
        }
    }
}
