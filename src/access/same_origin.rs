//! Unsafe requests must come from our own pages: no token to forget in a form.

use rocket::Request;

/// `Sec-Fetch-Site`, which browsers set and pages cannot; where it is missing, `Origin` against the public address.
/// With neither the request is refused.
pub fn holds(request: &Request<'_>, public_url: &str) -> bool {
    let headers = request.headers();
    match headers.get_one("Sec-Fetch-Site") {
        Some(site) => matches!(site, "same-origin" | "none"),
        None => headers.get_one("Origin") == Some(public_url),
    }
}
