//! The one cryptographic library of the program, for every client that speaks https.

/// Makes ring the provider of whoever asks rustls for one without naming it (`reqwest`, in `media` and wherever pages of others are
/// asked for). Called before such a client is made; a second time it does nothing.
pub fn ready() {
    // Whoever was first has installed the same.
    let _there_already = rustls::crypto::ring::default_provider().install_default();
}
