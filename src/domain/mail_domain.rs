//! Which mail domain may stand for an ente: people with an address of it need no approval, so it must be the ente's own.

/// Where anybody gets a mailbox.
const PUBLIC: [&str; 34] = [
    "alice.it",
    "aol.com",
    "aruba.it",
    "email.it",
    "fastwebnet.it",
    "gmail.com",
    "gmx.com",
    "gmx.de",
    "googlemail.com",
    "hotmail.com",
    "hotmail.it",
    "icloud.com",
    "inwind.it",
    "iol.it",
    "libero.it",
    "live.com",
    "live.it",
    "mac.com",
    "mail.com",
    "me.com",
    "msn.com",
    "outlook.com",
    "outlook.it",
    "proton.me",
    "protonmail.com",
    "teletu.it",
    "tim.it",
    "tin.it",
    "tiscali.it",
    "virgilio.it",
    "vodafone.it",
    "yahoo.com",
    "yahoo.it",
    "ymail.com",
];
/// Certified mail is for letters between offices, and several of its domains are shared by thousands of them.
const CERTIFIED: [&str; 12] = [
    "arubapec.it",
    "cert.legalmail.it",
    "legalmail.it",
    "pec.it",
    "pec.libero.it",
    "pecaruba.it",
    "postacert.it",
    "postecert.it",
    "registerpec.it",
    "sicurezzapostale.it",
    "actaliscertymail.it",
    "legpec.it",
];

/// Why a domain cannot stand for an ente.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unfit {
    /// Not a domain: `comune.aglie.to.it` is one.
    Shape,
    /// Anybody can have an address of it.
    Public,
    /// Of certified mail.
    Certified,
}

/// The domain as it is kept: lower case, without what was typed before it (`@`, or a whole address).
pub fn tidy(typed: &str) -> String {
    let lower = typed.trim().to_lowercase();
    lower.rsplit('@').next().unwrap_or_default().trim_end_matches('.').to_owned()
}

/// Whether a tidy domain may stand for an ente.
pub fn fits(domain: &str) -> Result<(), Unfit> {
    let labels: Vec<&str> = domain.split('.').collect();
    let sound = |label: &&str| {
        !label.is_empty()
            && label.len() <= 63
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
    };
    let top = labels.last().is_some_and(|top| top.len() >= 2 && top.chars().all(|c| c.is_ascii_lowercase()));
    if labels.len() < 2 || domain.len() > 253 || !labels.iter().all(sound) || !top {
        return Err(Unfit::Shape);
    }
    let is_or_is_under = |one: &&str| domain == *one || domain.ends_with(&format!(".{one}"));
    if CERTIFIED.iter().any(&is_or_is_under) || labels.iter().any(|label| matches!(*label, "pec" | "cert" | "postacert" | "legalmail")) {
        return Err(Unfit::Certified);
    }
    if PUBLIC.iter().any(is_or_is_under) { Err(Unfit::Public) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_domain_of_its_own_stands_for_an_ente() {
        for (typed, fit) in [
            ("comune.aglie.to.it", Ok(())),
            ("@Comune.Aglie.TO.it.", Ok(())),
            ("anna.bruno@ruparpiemonte.it", Ok(())),
            ("unione-colline.it", Ok(())),
            ("gmail.com", Err(Unfit::Public)),
            ("Libero.IT", Err(Unfit::Public)),
            ("mail.tiscali.it", Err(Unfit::Public)),
            ("legalmail.it", Err(Unfit::Certified)),
            ("pec.comune.aglie.to.it", Err(Unfit::Certified)),
            ("cert.ruparpiemonte.it", Err(Unfit::Certified)),
            ("aglie", Err(Unfit::Shape)),
            ("comune..it", Err(Unfit::Shape)),
            ("comune aglie.it", Err(Unfit::Shape)),
            ("-aglie.it", Err(Unfit::Shape)),
            ("10.0.0.1", Err(Unfit::Shape)),
            ("", Err(Unfit::Shape)),
        ] {
            assert_eq!(fits(&tidy(typed)), fit, "{typed}");
        }
    }
}
