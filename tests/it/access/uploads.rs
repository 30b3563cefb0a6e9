//! Requests of the protocol of uploads, which are no forms: without the version that they have to name.

use rocket::http::Method::{self, Delete, Get, Head, Options, Patch, Post};

use super::samples::Sample;
use super::scene::Scene;

const fn tus(method: Method, route: &'static str, address: fn(&Scene) -> String) -> Sample {
    Sample { method, route, address, form: |_| Vec::new() }
}

/// Nobody has brought this one.
fn one(scene: &Scene) -> String {
    format!("/caricamenti/{}", scene.ente)
}

pub const SAMPLES: &[Sample] = &[
    tus(Options, "/caricamenti", |_| "/caricamenti".into()),
    tus(Options, "/caricamenti/<_id>", one),
    tus(Post, "/caricamenti", |_| "/caricamenti".into()),
    tus(Head, "/caricamenti/<id>", one),
    tus(Patch, "/caricamenti/<id>", one),
    tus(Delete, "/caricamenti/<id>", one),
    tus(Get, "/caricamenti/<id>/file", |s| format!("{}/file", one(s))),
];
