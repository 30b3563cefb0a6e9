//! What holds for the page of any text whatever, judged by a reader of HTML that is not ours (ammonia, on html5ever).

use std::collections::{HashMap, HashSet};

use affianca::domain::prose::{LONGEST, Prose};
use affianca::ui::prose::prose;

const TAGS: [&str; 8] = ["p", "ul", "ol", "li", "a", "strong", "em", "br"];

/// The page of a text; or what is wrong with it.
pub fn judged(typed: &str) -> Result<String, String> {
    let read = Prose::kept(typed);
    let page = prose(&read).into_string();
    // A browser's parser takes nothing away, adds nothing and moves nothing: there is no tag or attribute but ours, none in a
    // wrong place, no address but of the web or of mail.
    let seen = ours().clean(&page).to_string();
    if seen != page.replace("&quot;", "\"") {
        return Err(format!("a browser would read it as {seen:?}\ninstead of {page:?}"));
    }
    for address in page.split(" href=\"").skip(1) {
        if !["https://", "http://", "mailto:"].iter().any(|scheme| address.starts_with(scheme)) {
            return Err(format!("address: {address:?}"));
        }
    }
    if let Some(hidden) = read
        .plain()
        .chars()
        .find(|c| matches!(c, '\0'..='\u{8}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200b}' | '\u{feff}'))
    {
        return Err(format!("{hidden:?} is still there"));
    }
    // Hosts that are shown after a link may make a page longer than a text may be.
    let again = prose(&Prose::kept(&page)).into_string();
    if page.len() <= LONGEST && again != page {
        return Err(format!("read again it is {again:?}\ninstead of {page:?}"));
    }
    Ok(page)
}

fn ours() -> ammonia::Builder<'static> {
    let mut builder = ammonia::Builder::empty();
    builder
        .tags(HashSet::from(TAGS))
        .generic_attributes(HashSet::from(["dir"]))
        .tag_attributes(HashMap::from([("a", HashSet::from(["href", "rel"])), ("ol", HashSet::from(["start"]))]))
        .url_schemes(HashSet::from(["http", "https", "mailto"]))
        .link_rel(None);
    builder
}
