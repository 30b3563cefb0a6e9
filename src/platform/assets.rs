//! The files of `static/`: embedded in release binaries, read from the disk in development, each with the hash of its content.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

use rust_embed::RustEmbed;

/// Only what browsers ask for: the build script and the licences stay beside the files in the source tree and in the binary.
#[derive(RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/static"]
struct Static;

/// One file as it goes to a browser.
pub struct Asset {
    pub body: Cow<'static, [u8]>,
    /// First twelve hexadecimal digits of the SHA-256 of the uncompressed content.
    pub hash: String,
    pub encoding: Encoding,
}

/// How a body is compressed, best last: the order is the preference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Encoding {
    Plain,
    Gzip,
    Brotli,
}

impl Encoding {
    /// The token of `Content-Encoding`; none for a plain body.
    pub const fn token(self) -> Option<&'static str> {
        match self {
            Encoding::Plain => None,
            Encoding::Gzip => Some("gzip"),
            Encoding::Brotli => Some("br"),
        }
    }

    const fn suffix(self) -> &'static str {
        match self {
            Encoding::Plain => "",
            Encoding::Gzip => ".gz",
            Encoding::Brotli => ".br",
        }
    }
}

/// What a file is asked for by: every page names some twenty of them.
struct Known {
    hash: String,
    address: String,
}

/// Name → what may be asked for. Made once: after a change to a file in development, start the server again.
static KNOWN: LazyLock<HashMap<String, Known>> = LazyLock::new(|| {
    let known = |name: &str| {
        let hash = short(Static::get(name)?.metadata.sha256_hash());
        let address = format!("/static/{name}?v={hash}");
        Some(Known { hash, address })
    };
    Static::iter().filter(|name| is_public(name)).filter_map(|name| Some((name.to_string(), known(&name)?))).collect()
});

/// The build script is no page's business, and compressed twins are reached through the file they stand for.
fn is_public(name: &str) -> bool {
    !name.ends_with(".mjs") && !name.starts_with("vendor/compressed/") && !name.starts_with("vendor.new/")
}

fn short(hash: [u8; 32]) -> String {
    super::random::hex(&hash[..6])
}

/// The hash under which a file is addressed; `None` when there is no such file.
pub fn hash(name: &str) -> Option<&'static str> {
    KNOWN.get(name).map(|file| file.hash.as_str())
}

/// Its address, with the hash: whoever keeps it need never ask again. `None` when there is no such file.
pub fn address(name: &str) -> Option<&'static str> {
    KNOWN.get(name).map(|file| file.address.as_str())
}

/// The file in the best encoding among those the browser takes.
pub fn read(name: &str, accepted: &[Encoding]) -> Option<Asset> {
    let hash = hash(name)?.to_owned();
    let best = [Encoding::Brotli, Encoding::Gzip]
        .into_iter()
        .filter(|encoding| accepted.contains(encoding))
        .find_map(|encoding| Some((encoding, Static::get(&format!("vendor/compressed/{hash}{}", encoding.suffix()))?)));
    let (encoding, file) = match best {
        Some(found) => found,
        None => (Encoding::Plain, Static::get(name)?),
    };
    Some(Asset { body: file.data, hash, encoding })
}

/// Whether the client-side packages were built into `static/vendor` (`npm ci && npm run build`).
pub fn are_built() -> bool {
    hash("vendor/bootstrap-italia.min.css").is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn our_own_style_is_there_and_has_a_hash() {
        let hash = hash("affianca.css").expect("static/affianca.css");
        assert!(hash.len() == 12 && hash.bytes().all(|b| b.is_ascii_hexdigit()), "{hash}");
        let plain = read("affianca.css", &[]).expect("readable");
        assert_eq!((plain.encoding, plain.hash.as_str()), (Encoding::Plain, hash));
    }

    #[test]
    fn nothing_outside_the_public_files_can_be_named() {
        for name in ["", "build.mjs", "../Cargo.toml", "/etc/passwd", "vendor/compressed/", "affianca.css/..", "none.css"] {
            assert!(read(name, &[Encoding::Brotli]).is_none(), "{name}");
        }
    }
}
