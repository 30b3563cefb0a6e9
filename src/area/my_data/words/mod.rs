//! The phrases of my data, of the erasure and of the register of processing.

mod english;
mod forum;
mod italian;
mod library;
mod said_english;
mod said_italian;
mod testimonials;

use crate::platform::holdings::{After, Holding, Purpose, Stays};
use crate::ui::words::Lang;

use english::EN;
use italian::IT;

/// What one table holds, as its owner understands it.
pub struct Said {
    pub key: &'static str,
    pub title: &'static str,
    pub what: &'static str,
    /// Whose data they are.
    pub whose: &'static str,
    /// Who sees them.
    pub seen_by: &'static str,
}

/// Why data are held, and by which law.
pub struct Ground {
    pub title: &'static str,
    pub basis: &'static str,
    /// Whether the basis is the same whatever the installation says of its own.
    pub own_basis: bool,
}

pub struct Words {
    pub area: &'static str,
    pub my_data: &'static str,
    pub my_data_lead: &'static str,
    pub my_data_caption: &'static str,
    pub column_what: &'static str,
    pub column_rows: &'static str,
    pub column_why: &'static str,
    pub column_until: &'static str,
    pub copy: &'static str,
    pub copy_text: &'static str,
    pub copy_csv: &'static str,
    pub copy_json: &'static str,
    /// Heads of the file: which data, row, field, what it says.
    pub csv_heads: [&'static str; 4],
    pub correct: &'static str,
    pub correct_text: &'static str,
    pub correct_link: &'static str,
    pub erase: &'static str,
    pub erase_text: &'static str,
    pub erase_link: &'static str,
    pub rights: &'static str,
    pub rights_text: &'static str,
    pub notice: &'static str,
    pub dpo: fn(&str) -> String,
    // Erasure.
    pub erasure: &'static str,
    pub erasure_lead: &'static str,
    pub goes: &'static str,
    pub stays: &'static str,
    pub stays_text: &'static str,
    pub sure: &'static str,
    pub need_sure: &'static str,
    pub password: &'static str,
    pub password_hint: &'static str,
    pub not_your_password: &'static str,
    pub last_administrator: &'static str,
    pub erase_button: &'static str,
    pub leave_it: &'static str,
    /// The name that stands where an erased person's stood.
    pub nobody: &'static str,
    pub stay_act: &'static str,
    pub stay_trail: &'static str,
    pub stay_funded: &'static str,
    // The register.
    pub processing: &'static str,
    pub processing_lead: &'static str,
    pub processing_caption: &'static str,
    pub processing_csv: &'static str,
    pub processing_heads: [&'static str; 8],
    pub controller: &'static str,
    pub dpo_name: &'static str,
    pub processors: &'static str,
    pub no_processors: &'static str,
    pub not_said: &'static str,
    pub transfers: &'static str,
    pub transfers_none: &'static str,
    pub measures: &'static str,
    pub measures_text: &'static str,
    pub goes_short: &'static str,
    // Until when.
    pub with_the_account: &'static str,
    pub kept: fn(i64, After) -> String,
    grounds: [Ground; 6],
    said: &'static [Said],
    said_of_forum: &'static [Said],
    said_of_library: &'static [Said],
    said_of_testimonials: &'static [Said],
}

pub fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::It => &IT,
        Lang::En => &EN,
    }
}

impl Words {
    /// Nothing said of a key is a defect that a test finds; the page then shows an empty line.
    pub fn of(&self, key: &str) -> &Said {
        let others = [self.said_of_forum, self.said_of_library, self.said_of_testimonials];
        self.said.iter().chain(others.into_iter().flatten()).find(|said| said.key == key).unwrap_or(&UNSAID)
    }

    pub fn purpose(&self, purpose: Purpose) -> &Ground {
        &self.grounds[Purpose::ALL.iter().position(|&one| one == purpose).unwrap_or_default()]
    }

    pub fn stay(&self, why: Stays) -> &'static str {
        match why {
            Stays::ActOfTheEnte => self.stay_act,
            Stays::Trail => self.stay_trail,
            Stays::Funded => self.stay_funded,
        }
    }

    pub fn until(&self, holding: &Holding) -> String {
        match holding.expiry {
            Some(expiry) => (self.kept)(expiry.days, expiry.after),
            None => self.with_the_account.to_owned(),
        }
    }
}

const UNSAID: Said = Said { key: "", title: "", what: "", whose: "", seen_by: "" };

/// Months where they are meant, days where they are few.
fn length(days: i64) -> (i64, bool) {
    if days >= 60 { (days / 30, true) } else { (days, false) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_are_told_in_days_or_in_months() {
        assert_eq!((IT.kept)(1, After::LastUse), "1 giorno dall’ultimo uso");
        assert_eq!((IT.kept)(365, After::Sent), "12 mesi dall’invio");
        assert_eq!((EN.kept)(7, After::LastUse), "7 days from the last use");
    }
}
