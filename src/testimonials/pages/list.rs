//! All testimonials that everybody may read, with filters; and the latest, to follow.

use maud::{Markup, html};

use super::told::teller;
use crate::domain::testimonial::SizeClass;
use crate::testimonials::Told;
use crate::testimonials::words::{size, words};
use crate::ui::feed::{self, Entry, Feed};
use crate::ui::fields::{self, Field};
use crate::ui::page::{self, Frame, Shell, heading, page};
use crate::ui::{dates, paths};

/// What is shown, and by which filters; empty: any.
pub struct List<'a> {
    pub frame: &'a Frame<'a>,
    /// All that are public: the filters offer what there is.
    pub all: &'a [Told],
    pub model: &'a str,
    pub region: &'a str,
    pub size: Option<SizeClass>,
    pub theme: &'a str,
    /// Ids and names of models.
    pub models: &'a [(String, String)],
    /// Whether the reader prepares some.
    pub prepares: bool,
}

impl List<'_> {
    fn shows(&self, told: &Told) -> bool {
        let is = |wanted: &str, value: &str| wanted.is_empty() || wanted == value;
        is(self.model, &told.sheet.model)
            && is(self.region, &told.region)
            && is(self.theme, &told.sheet.theme)
            && self.size.is_none_or(|size| told.sheet.size() == Some(size))
    }

    fn is_filtered(&self) -> bool {
        self.size.is_some() || [self.model, self.region, self.theme].iter().any(|wanted| !wanted.is_empty())
    }
}

pub fn list(view: &List<'_>) -> Markup {
    let (frame, words) = (view.frame, words(view.frame.lang));
    let shown: Vec<&Told> = view.all.iter().filter(|told| view.shows(told)).collect();
    page(
        &Shell::new(frame, words.testimonials).description(words.description),
        html! {
            (heading(words.testimonials, Some(words.lead)))
            @if view.prepares { p { a href=(paths::PREPARATION) { (words.desk) } } }
            @if view.all.is_empty() { div .aff-box { p { (words.none) } } } @else {
                (filters(view))
                p role="status" { ((words.count)(shown.len())) @if view.is_filtered() { " · " a href=(paths::TESTIMONIALS) { (words.all) } } }
                @if shown.is_empty() { div .aff-box { p { (words.none_such) } } }
                ul .aff-told { @for told in shown { li { (card(view, told)) } } }
                p { a href=(paths::TESTIMONIAL_FEED) type="application/atom+xml" { (words.follow) } }
            }
        },
    )
}

fn card(view: &List<'_>, told: &Told) -> Markup {
    let (frame, words, sheet) = (view.frame, words(view.frame.lang), &told.sheet);
    let mut facts = vec![teller(frame.lang, told), told.region.clone(), sheet.years.clone()];
    facts.extend(sheet.residents().map(|n| format!("{}: {}", words.residents, dates::count(frame.lang, n))));
    facts.extend(sheet.video.as_ref().map(|_| words.has_video.to_owned()));
    facts.retain(|fact| !fact.is_empty());
    html! {
        article .aff-card {
            h2 .h4 lang="it" { a href=(paths::testimonial(&told.id)) { (sheet.title) } }
            p lang="it" { (sheet.summary) }
            p .form-text { (facts.join(" · ")) }
        }
    }
}

/// The values that there are, in alphabetical order.
fn there<'a>(all: &'a [Told], of: impl Fn(&'a Told) -> &'a str) -> Vec<(String, String)> {
    let mut values: Vec<&str> = all.iter().map(of).filter(|value| !value.is_empty()).collect();
    values.sort_unstable();
    values.dedup();
    values.into_iter().map(|value| (value.to_owned(), value.to_owned())).collect()
}

fn filters(view: &List<'_>) -> Markup {
    let (frame, words) = (view.frame, words(view.frame.lang));
    let used = |id: &str| view.all.iter().any(|told| told.sheet.model == id);
    let models: Vec<_> = view.models.iter().filter(|(id, _)| used(id)).cloned().collect();
    let sizes: Vec<_> = SizeClass::ALL.map(|class| (class.as_str().to_owned(), size(frame.lang, class).to_owned())).into();
    let choice = |name, label, value, options: &[(String, String)]| {
        fields::select(&Field::new(name, label).value(value).optional_unmarked(), options, frame.words())
    };
    html! {
        form .aff-form.aff-told-filters method="get" action=(paths::TESTIMONIALS) role="search" aria-label=(words.filters) {
            @if !models.is_empty() { (choice("modello", words.model, view.model, &models)) }
            (choice("regione", words.region, view.region, &there(view.all, |told| &told.region)))
            (choice("abitanti", words.size, view.size.map_or("", SizeClass::as_str), &sizes))
            (choice("tema", words.theme, view.theme, &there(view.all, |told| &told.sheet.theme)))
            p .aff-buttons { button .btn.btn-outline-primary type="submit" { (words.filter) } }
        }
    }
}

/// Atom (RFC 4287).
pub fn feed(frame: &Frame<'_>, latest: &[Told], public_url: &str) -> String {
    let authors: Vec<String> = latest.iter().map(|told| page::ente(&told.ente)).collect();
    let entry = |(told, author)| {
        let Told { id, sheet, published_at, first_published_at, .. }: &Told = told;
        // What is not public is in no list.
        let published = published_at.as_ref()?;
        Some(Entry {
            title: &sheet.title,
            name: paths::testimonial_name(id),
            page: paths::testimonial(id),
            published: first_published_at.unwrap_or(*published),
            updated: *published,
            author,
            category: &sheet.theme,
            lang: "it",
            content: html! { p { (sheet.summary) } },
        })
    };
    let entries = latest.iter().zip(authors.iter().map(String::as_str)).filter_map(entry).collect();
    let of = Feed { title: words(frame.lang).testimonials, own: paths::TESTIMONIAL_FEED, page: paths::TESTIMONIALS, entries };
    feed::feed(frame, public_url, &of)
}
