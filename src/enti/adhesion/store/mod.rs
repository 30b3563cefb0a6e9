//! Adhesions, their papers and codes, and how an ente is reached, in the database.

mod addressees;
mod adhesions;
mod papers;

pub use addressees::{addressees, addresses, set_addresses};
pub use adhesions::{
    Admitting, Wanted, absence, admit, admit_in, change_state, invite, invite_in, look, make_codes, of, redeem, rehearse_code,
};
pub use papers::{keep_papers, papers};
