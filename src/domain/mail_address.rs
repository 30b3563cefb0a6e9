//! E-mail addresses as people type them. Whether anybody reads there, only a letter can tell.

/// Longest address, in bytes (RFC 5321).
pub const LONGEST: usize = 254;

/// The address in lower case, if it has the shape of one: something, one `@`, a domain with a dot. What mail servers would
/// take for two addresses or for a header is refused.
pub fn parse(typed: &str) -> Option<String> {
    let address = typed.trim().to_lowercase();
    let (local, domain) = address.split_once('@')?;
    let plain = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(c);
    let sound_local = (1..=64).contains(&local.len()) && local.chars().all(plain) && !local.split('.').any(str::is_empty);
    (address.len() <= LONGEST && sound_local && is_domain(domain)).then_some(address)
}

/// Labels of letters, digits and hyphens, at least two of them (`comune.aglie.to.it`).
pub fn is_domain(text: &str) -> bool {
    let label = |l: &str| {
        (1..=63).contains(&l.len())
            && l.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
            && !l.starts_with('-')
            && !l.ends_with('-')
    };
    text.contains('.') && text.split('.').all(label)
}

/// The addresses of a text, however they were pasted: by line, comma, semicolon, with names and angle brackets. Each once;
/// what is no address comes back as it was typed.
pub fn several(typed: &str) -> (Vec<String>, Vec<String>) {
    let (mut sound, mut wrong) = (Vec::new(), Vec::new());
    for piece in typed.split(['\n', ',', ';']).map(str::trim).filter(|piece| !piece.is_empty()) {
        let bare = piece.rsplit_once('<').map_or(piece, |(_, rest)| rest.trim_end_matches('>'));
        // Addresses parted by spaces alone.
        let each: Vec<&str> = if bare.matches('@').count() > 1 { bare.split_whitespace().collect() } else { vec![bare] };
        for one in each {
            match parse(one) {
                Some(address) if sound.contains(&address) => {}
                Some(address) => sound.push(address),
                None => wrong.push(one.to_owned()),
            }
        }
    }
    (sound, wrong)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_has_its_shape() {
        assert_eq!(parse("  Anna.Bruno@Comune.Aglie.TO.it ").as_deref(), Some("anna.bruno@comune.aglie.to.it"));
        assert_eq!(parse("o'neil+piano@comune.it").as_deref(), Some("o'neil+piano@comune.it"));
        for wrong in [
            "",
            "anna",
            "anna@",
            "@comune.it",
            "anna@comune",
            "anna@@comune.it",
            "anna@comune.it@x.it",
            "anna bruno@comune.it",
            "anna@comune..it",
            "anna@-comune.it",
            ".anna@comune.it",
            "an..na@comune.it",
            "anna@comune.it\r\nBcc: x@y.it",
            "<anna@comune.it>",
            "anna@comunè.it",
            &format!("{}@comune.it", "a".repeat(65)),
        ] {
            assert_eq!(parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn many_are_taken_as_they_were_pasted() {
        let typed =
            "anna@comune.it, Bruno Conti <bruno@comune.it>;\r\nCarla <CARLA@comune.it>\nanna@comune.it\nnessuno\nd@comune.it e@comune.it";
        let (sound, wrong) = several(typed);
        assert_eq!(sound, ["anna@comune.it", "bruno@comune.it", "carla@comune.it", "d@comune.it", "e@comune.it"]);
        assert_eq!(wrong, ["nessuno"]);
    }
}
