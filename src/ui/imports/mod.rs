//! What imports say of the files they are given: the same sentences on the page and in a terminal.

pub mod words;
