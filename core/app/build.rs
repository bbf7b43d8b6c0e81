//! Packs the messages, and tells the linker of the shipped library how to make it small.

use std::path::Path;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=build.rs");
    for language in ["en", "fr", "es", "de", "pt"] {
        pack(Path::new("locales"), &format!("{language}.ftl"))?;
    }
    link_small();
    Ok(())
}

/// Comments are for those who write the file: whoever runs the program does without them.
fn pack(folder: &Path, name: &str) -> io::Result<()> {
    let file = folder.join(name);
    println!("cargo::rerun-if-changed={}", file.display());
    let text: String =
        fs::read_to_string(file)?.lines().filter(|line| !line.starts_with('#')).flat_map(|line| [line, "\n"]).collect();
    fs::write(Path::new(&variable("OUT_DIR")).join(name), miniz_oxide::deflate::compress_to_vec(text.as_bytes(), 10))
}

/// Has what nobody needs left out (77 KB, `shipped.ld`), the addresses that the loader fills in written in short (106 KB), and
/// functions that came out alike kept once (18 KB). Nothing of ours compares the addresses of functions; SQLite does with a
/// few, and browsers have been linking it so for years.
fn link_small() {
    // Only what is optimised for size is shipped; whatever else is built here runs on older systems too.
    if !matches!(variable("OPT_LEVEL").as_str(), "s" | "z") {
        return;
    }
    let short = match (variable("CARGO_CFG_TARGET_OS").as_str(), variable("CARGO_CFG_TARGET_ARCH").as_str()) {
        // Android knows this form from API 23 on, and the one below from 28.
        ("android", _) => "--pack-dyn-relocs=android",
        // glibc knows it from 2.36 (2022) on. Elsewhere Rust does not link with LLD by itself.
        ("linux", "x86_64") if variable("CARGO_CFG_TARGET_ENV") == "gnu" => "-z,pack-relative-relocs",
        // Apple's linker does the like for the app that the static library goes into.
        _ => return,
    };
    println!("cargo::rerun-if-changed=shipped.ld");
    let script = Path::new(&variable("CARGO_MANIFEST_DIR")).join("shipped.ld");
    println!("cargo::rustc-link-arg-cdylib=-Wl,{short},-z,defs,--icf=all,-T,{}", script.display());
}

fn variable(name: &str) -> String {
    env::var(name).unwrap_or_default()
}
