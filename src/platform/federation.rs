//! OpenID Connect, and the only place that knows the library: discovery, authorization code with PKCE, validation of tokens.
//!
//! Nothing is asked of the provider before somebody leaves for it, so no page waits for it; what it says of itself is kept
//! for an hour, and its keys are read again when a token is signed by a key that is not among them.

use std::time::Duration;

use openidconnect::core::{
    CoreAuthDisplay, CoreAuthPrompt, CoreAuthenticationFlow, CoreClientAuthMethod, CoreErrorResponseType, CoreGenderClaim, CoreJsonWebKey,
    CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm, CoreProviderMetadata, CoreRevocableToken, CoreRevocationErrorResponse,
    CoreTokenIntrospectionResponse, CoreTokenType,
};
use openidconnect::{
    AccessToken, AdditionalClaims, AuthType, AuthenticationContextClass, AuthorizationCode, ClaimsVerificationError, Client, ClientId,
    ClientSecret, CsrfToken, DiscoveryError, EmptyExtraTokenFields, EndUserFamilyName, EndUserGivenName, EndUserName, EndpointMaybeSet,
    EndpointNotSet, EndpointSet, IdTokenClaims, IdTokenFields, IssuerUrl, LocalizedClaim, Nonce, OAuth2TokenResponse, PkceCodeChallenge,
    PkceCodeVerifier, RedirectUrl, RequestTokenError, Scope, SignatureVerificationError, StandardErrorResponse, StandardTokenResponse,
    SubjectIdentifier, TokenResponse, UserInfoClaims, reqwest,
};
use serde::{Deserialize, Serialize};
use tokio::sync::RwLock;

use super::sign_in::Provider;
use super::{Clock, random};
use crate::domain::fiscal_number::FiscalNumber;
use crate::domain::moment::Moment;

/// Minutes for which the provider's description of itself is believed.
const KEPT: i64 = 60;
/// The provider answers within this, or counts as down.
const PATIENCE: Duration = Duration::from_secs(5);
const CONNECT: Duration = Duration::from_secs(3);

/// Signatures that are taken: asymmetric ones alone. Whoever knows the client's secret could make the others.
const ALGORITHMS: [CoreJwsSigningAlgorithm; 9] = [
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha384,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha512,
    CoreJwsSigningAlgorithm::RsaSsaPssSha256,
    CoreJwsSigningAlgorithm::RsaSsaPssSha384,
    CoreJwsSigningAlgorithm::RsaSsaPssSha512,
    CoreJwsSigningAlgorithm::EcdsaP256Sha256,
    CoreJwsSigningAlgorithm::EcdsaP384Sha384,
    CoreJwsSigningAlgorithm::EdDsa,
];

/// Claims beyond those of the standard: the fiscal number is among them, under a name that is a setting.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(transparent)]
struct Others(serde_json::Map<String, serde_json::Value>);
impl AdditionalClaims for Others {}

type Fields = IdTokenFields<Others, EmptyExtraTokenFields, CoreGenderClaim, CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm>;
type Tokens = StandardTokenResponse<Fields, CoreTokenType>;
type Claims = IdTokenClaims<Others, CoreGenderClaim>;
type Ours = Client<
    Others,
    CoreAuthDisplay,
    CoreGenderClaim,
    CoreJweContentEncryptionAlgorithm,
    CoreJsonWebKey,
    CoreAuthPrompt,
    StandardErrorResponse<CoreErrorResponseType>,
    Tokens,
    CoreTokenIntrospectionResponse,
    CoreRevocableToken,
    CoreRevocationErrorResponse,
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointMaybeSet,
    EndpointMaybeSet,
>;

/// Why an identity is not taken from the provider. The text is for the log, never for a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// It does not answer, or not in time.
    Unreachable(String),
    /// What came says it is from somebody else.
    Issuer(String),
    /// The token had expired when it came.
    Expired(String),
    /// Made for another sign-in.
    Nonce(String),
    /// Not signed by the provider's keys, or in a way that is not taken.
    Signature(String),
    /// Made for somebody else than us.
    Audience(String),
    /// The provider itself said no.
    Denied(String),
    /// It does not say what the standard asks for.
    Malformed(String),
}

/// Where somebody is sent, and what is kept of it until they come back.
pub struct Departure {
    pub address: String,
    pub state: String,
    pub nonce: String,
    /// Of PKCE: known to us alone until the code is exchanged.
    pub verifier: String,
}

/// Who the provider says somebody is.
#[derive(Debug, Clone)]
pub struct Identity {
    pub issuer: String,
    /// Theirs at this provider, for good.
    pub subject: String,
    pub fiscal_number: Option<FiscalNumber>,
    /// Only if the provider says that it has verified it.
    pub address: Option<String>,
    /// First and last name, where the provider tells them.
    pub name: Option<String>,
    /// The level is one that counts as a second factor.
    pub is_strong: bool,
}

/// The provider of the settings, as the server manages it.
pub struct Federation {
    provider: Provider,
    redirect: String,
    known: RwLock<Option<(Moment, CoreProviderMetadata)>>,
}

impl Federation {
    /// `redirect`: the address that the provider sends people back to, as it is registered there.
    pub fn new(provider: Provider, redirect: String) -> Federation {
        Federation { provider, redirect, known: RwLock::default() }
    }

    pub fn provider(&self) -> &Provider {
        &self.provider
    }

    /// Where to send somebody who wants to sign in.
    pub async fn depart(&self, now: Moment) -> Result<Departure, Refusal> {
        let client = self.client(now, false).await?;
        let (challenge, verifier) = PkceCodeChallenge::new_random_sha256();
        let (state, nonce) = (CsrfToken::new(random::token()), Nonce::new(random::token()));
        let mut request = client.authorize_url(CoreAuthenticationFlow::AuthorizationCode, || state, || nonce).set_pkce_challenge(challenge);
        // The library asks for `openid` by itself.
        for scope in self.provider.scopes.iter().filter(|scope| *scope != "openid") {
            request = request.add_scope(Scope::new(scope.clone()));
        }
        for level in &self.provider.trusted_acr {
            request = request.add_auth_context_value(AuthenticationContextClass::new(level.clone()));
        }
        let (address, state, nonce) = request.url();
        let verifier = verifier.secret().clone();
        Ok(Departure { address: address.into(), state: state.secret().clone(), nonce: nonce.secret().clone(), verifier })
    }

    /// Exchanges the code that somebody came back with, and believes what is signed, for us, now and for this sign-in. Now is
    /// when the token has come: a provider that is slow may send what has expired on the way.
    pub async fn arrive(&self, clock: &Clock, code: &str, nonce: &str, verifier: &str) -> Result<Identity, Refusal> {
        let mut client = self.client(clock.now(), false).await?;
        let http = http()?;
        let exchange = client.exchange_code(AuthorizationCode::new(code.to_owned())).map_err(|e| Refusal::Malformed(e.to_string()))?;
        let exchange = exchange.set_pkce_verifier(PkceCodeVerifier::new(verifier.to_owned()));
        let tokens = exchange.request_async(&http).await.map_err(exchange_fault)?;
        let (nonce, now) = (Nonce::new(nonce.to_owned()), clock.now());
        let claims = match claims(&client, &tokens, &nonce, now) {
            Err(ClaimsVerificationError::SignatureVerification(SignatureVerificationError::NoMatchingKey)) => {
                client = self.client(now, true).await?;
                claims(&client, &tokens, &nonce, now)
            }
            other => other,
        };
        let claims = claims.map_err(claims_fault)?;
        let more = match self.lacks(&claims) {
            true => more(&client, tokens.access_token(), claims.subject(), &http).await?,
            false => None,
        };
        Ok(self.identity(&claims, more.as_ref()))
    }

    /// Whether the provider answers and is who it should be.
    pub async fn answers(&self, now: Moment) -> Result<(), Refusal> {
        self.client(now, true).await.map(drop)
    }

    async fn client(&self, now: Moment, afresh: bool) -> Result<Ours, Refusal> {
        let metadata = match self.known.read().await.as_ref() {
            Some((at, metadata)) if !afresh && now.minutes_since(*at) < KEPT => Some(metadata.clone()),
            _ => None,
        };
        let metadata = match metadata {
            Some(metadata) => metadata,
            None => {
                let issuer = IssuerUrl::new(self.provider.issuer.clone()).map_err(|e| Refusal::Malformed(e.to_string()))?;
                let metadata = CoreProviderMetadata::discover_async(issuer, &http()?).await.map_err(discovery_fault)?;
                *self.known.write().await = Some((now, metadata.clone()));
                metadata
            }
        };
        let redirect = RedirectUrl::new(self.redirect.clone()).map_err(|e| Refusal::Malformed(e.to_string()))?;
        let secret = self.provider.client_secret.as_ref().map(|secret| ClientSecret::new(secret.reveal().to_owned()));
        let authentication = authentication(&metadata);
        let client = Ours::from_provider_metadata(metadata, ClientId::new(self.provider.client_id.clone()), secret);
        Ok(client.set_redirect_uri(redirect).set_auth_type(authentication))
    }

    /// The ID token often says who, and the rest is to be asked for.
    fn lacks(&self, claims: &Claims) -> bool {
        !claims.additional_claims().0.contains_key(&self.provider.fiscal_claim) || claims.email().is_none()
    }

    fn identity(&self, claims: &Claims, more: Option<&UserInfoClaims<Others, CoreGenderClaim>>) -> Identity {
        let own = claims.additional_claims().0.get(&self.provider.fiscal_claim);
        let number = own.or_else(|| more?.additional_claims().0.get(&self.provider.fiscal_claim));
        // Of each source its own mark: an address of one is not verified by the other.
        let of_token = claims.email().filter(|_| claims.email_verified() == Some(true));
        let address = of_token.or_else(|| more.and_then(|more| more.email().filter(|_| more.email_verified() == Some(true))));
        let level = claims.auth_context_ref().map(|level| level.as_str());
        Identity {
            issuer: claims.issuer().to_string(),
            subject: claims.subject().to_string(),
            fiscal_number: number.and_then(|value| FiscalNumber::parse(value.as_str()?)),
            address: address.map(|address| address.trim().to_lowercase()),
            name: full_name(claims.name(), (claims.given_name(), claims.family_name()))
                .or_else(|| more.and_then(|more| full_name(more.name(), (more.given_name(), more.family_name())))),
            is_strong: level.is_some_and(|level| self.provider.trusted_acr.iter().any(|trusted| trusted == level)),
        }
    }
}

/// A claim that may be told in several languages.
type Told<'a, T> = Option<&'a LocalizedClaim<T>>;

/// The name in one piece, or its two halves.
fn full_name(whole: Told<'_, EndUserName>, (first, last): (Told<'_, EndUserGivenName>, Told<'_, EndUserFamilyName>)) -> Option<String> {
    let whole = whole.and_then(|name| name.get(None)).map(|name| name.to_string());
    let first = first.and_then(|name| name.get(None)).map(|name| name.to_string());
    let last = last.and_then(|name| name.get(None)).map(|name| name.to_string());
    let told = whole.or_else(|| Some(format!("{} {}", first?, last?)))?;
    let told = told.split_whitespace().collect::<Vec<_>>().join(" ");
    (!told.is_empty()).then_some(told)
}

/// Without redirects: a provider does not send servers elsewhere.
fn http() -> Result<reqwest::Client, Refusal> {
    let client = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).connect_timeout(CONNECT).timeout(PATIENCE);
    client.build().map_err(|e| Refusal::Malformed(e.to_string()))
}

/// As the provider wants the client's secret; in the header where it does not say.
fn authentication(metadata: &CoreProviderMetadata) -> AuthType {
    let methods = metadata.token_endpoint_auth_methods_supported();
    let only_in_body = methods.is_some_and(|methods| {
        methods.contains(&CoreClientAuthMethod::ClientSecretPost) && !methods.contains(&CoreClientAuthMethod::ClientSecretBasic)
    });
    if only_in_body { AuthType::RequestBody } else { AuthType::BasicAuth }
}

fn claims(client: &Ours, tokens: &Tokens, nonce: &Nonce, now: Moment) -> Result<Claims, ClaimsVerificationError> {
    let Some(token) = tokens.id_token() else { return Err(ClaimsVerificationError::Other("no ID token".into())) };
    let millis = u64::try_from(now.millis()).unwrap_or(0);
    let instant = std::time::UNIX_EPOCH + Duration::from_millis(millis);
    let verifier = client.id_token_verifier().set_allowed_algs(ALGORITHMS).set_time_fn(move || instant.into());
    token.claims(&verifier, nonce).cloned()
}

/// What the token did not say; its subject must be the same.
async fn more(
    client: &Ours,
    token: &AccessToken,
    subject: &SubjectIdentifier,
    http: &reqwest::Client,
) -> Result<Option<UserInfoClaims<Others, CoreGenderClaim>>, Refusal> {
    let Ok(request) = client.user_info(token.clone(), Some(subject.clone())) else { return Ok(None) };
    request.request_async(http).await.map(Some).map_err(|e| Refusal::Unreachable(format!("user info: {}", told(&e))))
}

fn discovery_fault<E: std::error::Error + 'static>(error: DiscoveryError<E>) -> Refusal {
    match &error {
        DiscoveryError::Validation(why) => Refusal::Issuer(why.clone()),
        DiscoveryError::Parse(_) => Refusal::Malformed(told(&error)),
        _ => Refusal::Unreachable(told(&error)),
    }
}

fn exchange_fault<E: std::error::Error + 'static>(error: RequestTokenError<E, StandardErrorResponse<CoreErrorResponseType>>) -> Refusal {
    match &error {
        RequestTokenError::ServerResponse(said) => Refusal::Denied(said.to_string()),
        RequestTokenError::Request(_) => Refusal::Unreachable(told(&error)),
        // Not the body: it may hold tokens.
        RequestTokenError::Parse(why, _) => Refusal::Malformed(why.to_string()),
        RequestTokenError::Other(why) => Refusal::Malformed(why.clone()),
    }
}

fn claims_fault(error: ClaimsVerificationError) -> Refusal {
    let why = told(&error);
    match error {
        ClaimsVerificationError::Expired(_) => Refusal::Expired(why),
        ClaimsVerificationError::InvalidIssuer(_) => Refusal::Issuer(why),
        ClaimsVerificationError::InvalidNonce(_) => Refusal::Nonce(why),
        ClaimsVerificationError::InvalidAudience(_) => Refusal::Audience(why),
        ClaimsVerificationError::SignatureVerification(_) => Refusal::Signature(why),
        _ => Refusal::Malformed(why),
    }
}

/// An error with its causes, outermost first.
fn told(error: &dyn std::error::Error) -> String {
    let causes = std::iter::successors(Some(error), |error| error.source());
    causes.map(ToString::to_string).collect::<Vec<_>>().join(": ")
}
