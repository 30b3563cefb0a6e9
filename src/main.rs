//! The binary: arguments in, exit status out.

use std::process::ExitCode;

// A page is many small texts, made and thrown away: the allocator of glibc takes a fifth of the time it takes to answer.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    affianca::cli::run(std::env::args_os())
}
