//! The one cryptographic library of the program, for every client that speaks https.

/// Makes ring the provider of whoever asks rustls for one without naming it (`reqwest`, in `media` and wherever pages of others are
/// asked for). Called before such a client is made; a second time it does nothing.
pub fn ready() {
    // Whoever was first has installed the same.
    let _there_already = rustls::crypto::ring::default_provider().install_default();
}

/// Whether this is, or carries, a complaint about who the other side is or how it speaks.
pub fn is_distrust(error: &(dyn std::error::Error + 'static)) -> bool {
    let carried = error.downcast_ref::<std::io::Error>().and_then(std::io::Error::get_ref);
    error.is::<rustls::Error>() || carried.is_some_and(|inner| inner.is::<rustls::Error>())
}
