//! Whom to call: the contacts that the installation has set, as a list.

use maud::{Markup, html};

use crate::platform::config::Site;
use crate::ui::words::Words;

/// Whether there is anybody to call or to write to.
pub fn any(site: &Site) -> bool {
    [&site.contact_phone, &site.contact_email, &site.contact_pec].iter().any(|contact| !contact.is_empty())
}

/// Telephone, e-mail and PEC, each as a link.
pub fn list(site: &Site, words: &Words) -> Markup {
    html! {
        ul .aff-contacts {
            @if !site.contact_phone.is_empty() {
                li { (words.telephone) " " a href={ "tel:" (digits(&site.contact_phone)) } { (site.contact_phone) } }
            }
            @if !site.contact_email.is_empty() { li { (words.mail) " " (mail(&site.contact_email)) } }
            @if !site.contact_pec.is_empty() { li { (words.pec) " " (mail(&site.contact_pec)) } }
        }
    }
}

fn mail(address: &str) -> Markup {
    html! { a href={ "mailto:" (address) } { (address) } }
}

/// A number as telephones want it (RFC 3966): digits and the leading plus.
fn digits(phone: &str) -> String {
    phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::words::IT;

    #[test]
    fn only_what_is_set_is_listed() {
        assert!(!any(&Site::default()));
        let site = Site { contact_phone: "+39 06 12.34".into(), ..Site::default() };
        let shown = list(&site, &IT).into_string();
        assert!(any(&site) && shown.contains("href=\"tel:+39061234\"") && !shown.contains("mailto:"), "{shown}");
    }
}
