//! What the demonstration says of itself.

use super::demo::cast::{CAST, PASSWORD};
use crate::platform::config::Config;
use crate::ui::words::Lang;

pub(super) const OWNER: &str = "Ente dimostrativo";
pub(super) const CONTACT: &str = "assistenza@example.org";
pub(super) const PHONE: &str = "000 000000";
pub(super) const FUNDING: &str = "Installazione dimostrativa: nessun dato è vero.";

/// Address and accounts, as they are printed when the demonstration starts.
pub(super) fn welcome(config: &Config, lang: Lang) -> String {
    let (open, accounts) = match lang {
        Lang::It => ("La dimostrazione è pronta. Apri", "Account dimostrativi (la password è la stessa per tutti)"),
        Lang::En => ("The demonstration is ready. Open", "Demonstration accounts (the password is the same for all)"),
    };
    let mut text = format!("{open}  {}\n\n{accounts}\n\n  password: {PASSWORD}\n\n", config.server.public_url);
    for player in CAST {
        text.push_str(&format!("  {:<22} {}\n", player.username, player.about));
    }
    text.push('\n');
    text.push_str(match lang {
        Lang::It => {
            "Qui la password basta per tutti; in un'installazione vera segreteria organizzativa e gestore entrano anche con un codice.\n"
        }
        Lang::En => "Here the password is enough for all; in a real installation secretariat and administrator need a code too.\n",
    });
    text
}
