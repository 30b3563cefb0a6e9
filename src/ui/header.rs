//! The top of every page: shortcuts, owner, language, sign-in or the person's menu, name of the product, main menu.

use maud::{Markup, html};

use crate::ui::page::{Acting, Frame, icon};
use crate::ui::paths;
use crate::ui::words::{Lang, Words};

type Name = fn(&Words) -> &str;

/// The main menu: a slice adds its line when its pages land.
const MENU: &[(Name, &str)] = &[
    (|w| w.assessment, paths::ASSESSMENT),
    (|w| w.seminars, paths::SEMINARS),
    (|w| w.forum, paths::FORUM),
    (|w| w.courses, paths::COURSES),
    (|w| w.testimonials, paths::TESTIMONIALS),
    (|w| w.documents, paths::DOCUMENTS),
    (|w| w.assistance, paths::ASSISTANCE),
];

pub(super) fn skiplinks(words: &Words) -> Markup {
    html! {
        nav .skiplinks aria-label=(words.skip) {
            a .visually-hidden-focusable href="#contenuto" { (words.skip_content) }
            a .visually-hidden-focusable href="#piede" { (words.skip_footer) }
        }
    }
}

pub(super) fn header(frame: &Frame<'_>) -> Markup {
    html! {
        header .it-header-wrapper.aff-header {
            (slim(frame))
            div .it-nav-wrapper {
                (centre(frame))
                (menu(frame))
            }
            @if let Some(person) = &frame.person { (acting(frame, person)) }
        }
    }
}

fn slim(frame: &Frame<'_>) -> Markup {
    let site = frame.site;
    html! {
        div .it-header-slim-wrapper {
            div .container {
                div .it-header-slim-wrapper-content {
                    @if site.owner_url.is_empty() {
                        span .navbar-brand { (site.owner) }
                    } @else {
                        a .navbar-brand href=(site.owner_url) { (site.owner) }
                    }
                    div .it-header-slim-right-zone {
                        (languages(frame))
                        @match &frame.person {
                            Some(person) => { (account(frame.words(), person)) }
                            None => { (entrance(frame)) }
                        }
                    }
                }
            }
        }
    }
}

fn languages(frame: &Frame<'_>) -> Markup {
    html! {
        nav .aff-languages aria-label=(frame.words().language) {
            ul {
                @for lang in Lang::ALL {
                    @let (name, short) = lang.names();
                    li {
                        @if lang == frame.lang {
                            span aria-current="true" { (short) span .visually-hidden { " " (name) } }
                        } @else {
                            a href=(paths::in_language(&frame.path, lang)) hreflang=(lang.as_str()) lang=(lang.as_str()) {
                                (short) span .visually-hidden { " " (name) }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn entrance(frame: &Frame<'_>) -> Markup {
    let words = frame.words();
    html! {
        a .aff-register href=(paths::REGISTRATION) { (words.register) }
        div .it-access-top-wrapper {
            a .btn.btn-primary.btn-icon.btn-full href=(paths::sign_in(&frame.path)) data-element="personal-area-login" {
                span .rounded-icon aria-hidden="true" { (icon("it-user", "icon-primary")) }
                span .d-none.d-md-inline { (words.sign_in) }
                span .d-md-none { (words.sign_in_short) }
            }
        }
    }
}

fn account(words: &Words, person: &Acting) -> Markup {
    html! {
        details .aff-account data-menu {
            summary {
                (icon("it-user", "icon-white icon-sm"))
                span .visually-hidden { (words.account) ": " }
                span .aff-account-name { (person.name) }
                (icon("it-expand", "icon-white icon-sm"))
            }
            ul {
                li { a href=(paths::AREA) { (words.area) } }
                @for link in &person.menu { li { a href=(link.href) { (link.name) } } }
                li {
                    form method="post" action=(paths::SIGN_OUT) { button type="submit" { (words.sign_out) } }
                }
            }
        }
    }
}

fn centre(frame: &Frame<'_>) -> Markup {
    html! {
        div .it-header-center-wrapper {
            div .container {
                div .it-header-center-content-wrapper {
                    div .it-brand-wrapper { (brand(frame)) }
                }
            }
        }
    }
}

/// Logo and name, leading home; the same in header and footer.
pub(super) fn brand(frame: &Frame<'_>) -> Markup {
    let mark = frame.site.logo.as_ref().map_or_else(|| paths::asset("logo.svg"), |one| paths::picture(one).into());
    html! {
        a href=(paths::HOME) {
            img .aff-mark src=(mark) alt="" width="82" height="82";
            span .it-brand-text {
                span .it-brand-title { (frame.site.name) }
                span .it-brand-tagline { (frame.words().tagline) }
            }
        }
    }
}

fn menu(frame: &Frame<'_>) -> Markup {
    let words = frame.words();
    html! {
        div .it-header-navbar-wrapper.aff-navbar {
            div .container {
                nav .navbar.navbar-expand-lg aria-label=(words.main_menu) {
                    ul .navbar-nav.d-none.d-lg-flex data-element="main-navigation" { (entries(frame)) }
                    details .aff-nav.d-lg-none data-menu {
                        summary { (icon("it-burger", "icon-white icon-sm")) (words.menu) }
                        ul { (entries(frame)) }
                    }
                }
            }
        }
    }
}

fn entries(frame: &Frame<'_>) -> Markup {
    let words = frame.words();
    html! {
        @if frame.person.is_some() { (entry(frame, words.area, paths::AREA)) }
        @for (name, href) in MENU { (entry(frame, name(words), href)) }
    }
}

fn entry(frame: &Frame<'_>, name: &str, href: &str) -> Markup {
    let here = is_within(&frame.path, href);
    html! {
        li .nav-item {
            a .nav-link.active[here] href=(href) aria-current=[here.then_some(if path_of(&frame.path) == href { "page" } else { "true" })] {
                (name)
            }
        }
    }
}

fn path_of(path: &str) -> &str {
    path.split('?').next().unwrap_or(path)
}

/// Whether `path` is `href` or lies below it.
fn is_within(path: &str, href: &str) -> bool {
    path_of(path).strip_prefix(href).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// "Stai operando per: …", with the other appointments behind "cambia".
fn acting(frame: &Frame<'_>, person: &Acting) -> Markup {
    let words = frame.words();
    let Some(ente) = &person.acting_for else { return html! {} };
    html! {
        div .aff-acting {
            div .container {
                p { (words.acting_for) " " strong { (ente) } @if !person.capacity.is_empty() { span .aff-capacity { (person.capacity) } } }
                @if !person.switches.is_empty() {
                    details data-menu {
                        summary { (words.change) }
                        form method="post" action=(paths::SWITCH) {
                            p #cambia { (words.act_for) }
                            ul aria-labelledby="cambia" {
                                @for switch in &person.switches {
                                    li { button type="submit" name="incarico" value=(switch.appointment) { (switch.label) } }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_menu_entry_is_current_for_its_own_pages_only() {
        assert!(is_within("/autodiagnosi", "/autodiagnosi"));
        assert!(is_within("/autodiagnosi/stampa?x=1", "/autodiagnosi"));
        assert!(!is_within("/autodiagnosi-altro", "/autodiagnosi"));
        assert!(!is_within("/area/autodiagnosi", "/autodiagnosi"));
    }
}
