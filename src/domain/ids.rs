//! Ids as types of their own: a person is never mistaken for an ente.
