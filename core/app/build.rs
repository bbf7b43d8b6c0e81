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

/// Has the addresses that the loader fills in written in short: 106 KB.
fn link_small() {
    // Only what is optimised for size is shipped; whatever else is built here runs on older systems too.
    if !matches!(variable("OPT_LEVEL").as_str(), "s" | "z") {
        return;
    }
    let short = match (variable("CARGO_CFG_TARGET_OS").as_str(), variable("CARGO_CFG_TARGET_ENV").as_str()) {
        // Android knows this form from API 23 on, and the one below from 28.
        ("android", _) => "--pack-dyn-relocs=android",
        // glibc knows it from 2.36 (2022) on.
        ("linux", "gnu") => "-z,pack-relative-relocs",
        // The app that Apple's static library goes into is linked so without being asked.
        _ => return,
    };
    println!("cargo::rustc-link-arg-cdylib=-Wl,{short}");
}

fn variable(name: &str) -> String {
    env::var(name).unwrap_or_default()
}
