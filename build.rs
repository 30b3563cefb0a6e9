//! Has release builds embed `static/` and `questionnaires/` anew when a file comes or goes; development reads them from the disk.

#[expect(clippy::disallowed_methods, reason = "cargo tells a build script what it builds by variables alone")]
fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed=migrations");
    if std::env::var("PROFILE").as_deref() == Ok("release") {
        println!("cargo:rerun-if-changed=static");
        println!("cargo:rerun-if-changed=questionnaires");
        if !std::path::Path::new("static/vendor/fonts.css").exists() {
            println!("cargo:warning=static/vendor is missing: pages will have no style (npm ci && npm run build)");
        }
    }
}
