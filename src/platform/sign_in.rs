//! Settings of signing in: who needs a second factor, and the OpenID Connect provider, if there is one.

use std::net::IpAddr;

use super::config::Secret;

/// How people get in.
#[derive(Debug, Clone)]
pub struct SignIn {
    /// Roles that nobody takes up without a second factor, as the database spells them.
    pub second_factor: Vec<String>,
    /// The demonstration asks nobody for one, and says so.
    pub demonstration: bool,
    pub provider: Option<Provider>,
}

/// An OpenID Connect provider: a gateway to SPID and CIE, or the directory of a public body.
#[derive(Debug, Clone)]
pub struct Provider {
    /// As the provider writes it of itself; a slash at its end counts.
    pub issuer: String,
    pub client_id: String,
    /// None: a public client, held by PKCE alone.
    pub client_secret: Option<Secret>,
    /// On the button, in place of the product's words.
    pub button: String,
    pub scopes: Vec<String>,
    /// The claim that has the fiscal number.
    pub fiscal_claim: String,
    /// Whether a verified address is enough to link an account that alone has it.
    pub link_by_address: bool,
    /// Levels (`acr`) that count as a second factor.
    pub trusted_acr: Vec<String>,
}

/// As it stands in the flat settings.
pub(super) struct Written {
    pub issuer: String,
    pub client_id: String,
    pub client_secret: Secret,
    pub button: String,
    pub scopes: Vec<String>,
    pub fiscal_claim: String,
    pub link_by_address: bool,
    pub trusted_acr: Vec<String>,
}

/// All roles, as the database spells them.
pub const ROLES: [&str; 7] = ["member", "coordinator", "expert", "trainer", "secretariat", "observer", "administrator"];
/// Those that require a second factor whatever the installation sets: they see everybody's data, or decide who does.
pub const ALWAYS: [&str; 2] = ["secretariat", "administrator"];

impl SignIn {
    pub(super) fn read(second_factor: Vec<String>, provider: Written) -> Result<SignIn, String> {
        if let Some(unknown) = second_factor.iter().find(|role| !ROLES.contains(&role.as_str())) {
            return Err(format!("require_second_factor: «{unknown}» is no role; roles are {}", ROLES.join(", ")));
        }
        if let Some(missing) = ALWAYS.iter().find(|role| !second_factor.iter().any(|given| given == *role)) {
            return Err(format!("require_second_factor: {missing} cannot be left out"));
        }
        Ok(SignIn { second_factor, demonstration: false, provider: provider.read()? })
    }
}

impl Written {
    fn read(self) -> Result<Option<Provider>, String> {
        if self.issuer.is_empty() {
            return Ok(None);
        }
        if self.client_id.is_empty() {
            return Err("oidc_client_id: the provider at oidc_issuer knows us by it".into());
        }
        if !is_safe(&self.issuer) {
            return Err(format!("oidc_issuer: «{}» is not an https address", self.issuer));
        }
        if !self.scopes.iter().any(|scope| scope == "openid") {
            return Err("oidc_scopes: openid cannot be left out".into());
        }
        let client_secret = (!self.client_secret.reveal().is_empty()).then_some(self.client_secret);
        Ok(Some(Provider {
            issuer: self.issuer,
            client_id: self.client_id,
            client_secret,
            button: self.button,
            scopes: self.scopes,
            fiscal_claim: self.fiscal_claim,
            link_by_address: self.link_by_address,
            trusted_acr: self.trusted_acr,
        }))
    }
}

/// Over the network only https; plain http to this very machine, as tests and gateways beside the server have it.
fn is_safe(issuer: &str) -> bool {
    let loopback = |rest: &str| {
        let host = rest.split('/').next().unwrap_or_default();
        let name = host.rsplit_once(':').map_or(host, |(name, _)| name).trim_matches(['[', ']']);
        name == "localhost" || name.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback())
    };
    issuer.strip_prefix("https://").is_some_and(|rest| !rest.is_empty()) || issuer.strip_prefix("http://").is_some_and(loopback)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::config::Config;

    fn fault(settings: &str) -> String {
        Config::from_text(settings).unwrap_err()
    }

    #[test]
    fn there_is_no_provider_unless_one_is_set() {
        let sign_in = Config::from_text("").unwrap().sign_in;
        assert!(sign_in.provider.is_none());
        assert_eq!(sign_in.second_factor, ALWAYS);
    }

    #[test]
    fn a_list_of_roles_may_be_longer_and_never_shorter() {
        let longer = Config::from_text("require_second_factor = [\"secretariat\", \"expert\", \"administrator\"]").unwrap();
        assert_eq!(longer.sign_in.second_factor.len(), 3);
        assert!(fault("require_second_factor = [\"secretariat\"]").contains("administrator cannot be left out"));
        assert!(fault("require_second_factor = []").contains("cannot be left out"));
        assert!(fault("require_second_factor = [\"secretariat\", \"administrator\", \"sindaco\"]").contains("«sindaco»"));
    }

    #[test]
    fn a_provider_is_reached_over_https_or_on_this_machine() {
        let read = |issuer: &str| Config::from_text(&format!("oidc_issuer = \"{issuer}\"\noidc_client_id = \"affianca\""));
        for sound in ["https://login.ente.example", "http://127.0.0.1:3000", "http://localhost:3000/oidc", "http://[::1]:3000"] {
            assert_eq!(read(sound).unwrap().sign_in.provider.unwrap().issuer, sound);
        }
        for wrong in ["http://login.ente.example", "login.ente.example", "https://", "http://127.0.0.1.evil.example", "ftp://127.0.0.1"] {
            assert!(read(wrong).unwrap_err().contains("oidc_issuer"), "{wrong}");
        }
    }

    #[test]
    fn the_client_is_named_and_its_secret_does_not_print() {
        assert!(fault("oidc_issuer = \"https://a.example\"").contains("oidc_client_id"));
        assert!(fault("oidc_issuer = \"https://a.example\"\noidc_client_id = \"a\"\noidc_scopes = [\"email\"]").contains("openid"));
        let text = "oidc_issuer = \"https://a.example\"\noidc_client_id = \"a\"\noidc_client_secret = \"segretissima\"";
        let config = Config::from_text(text).unwrap();
        assert!(!format!("{config:?}").contains("segretissima"));
    }
}
