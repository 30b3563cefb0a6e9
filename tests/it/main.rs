//! All integration tests in one binary: it links once, and a House is shared by all slices.

mod content;
