//! How large the library is that the phones get: built as it is shipped, which takes minutes, and stripped.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;
use tempfile::TempDir;

use crate::measure::{Figure, Result};

pub(crate) fn figures() -> Result<Vec<Figure>> {
    let stripped = stripped(&library()?)?;
    let figure = Figure::bytes("size", "the shipped library, stripped, without encryption", stripped);
    Ok(vec![figure.bound("≤ 4,000,000 bytes", |it| it.middle() <= 4_000_000.0)])
}

/// Builds it alone: beside a library for Rust, cargo would leave out what makes it small.
fn library() -> Result<PathBuf> {
    let output = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .args(["rustc", "--locked", "--profile", "shipping", "-p", "justmet-app", "--lib", "--crate-type", "cdylib"])
        .arg("--message-format=json-render-diagnostics")
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("../.."))
        .stderr(Stdio::inherit())
        .output()?;
    let built = String::from_utf8(output.stdout)?;
    let messages = built.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let mut made = messages.filter(|message| message.pointer("/target/name").is_some_and(|name| name == "justmet_app"));
    let file = made.find_map(|message| Some(PathBuf::from(message.pointer("/filenames/0")?.as_str()?)));
    file.filter(|_| output.status.success()).ok_or_else(|| "cargo did not build the library".into())
}

/// `None` where there is no `strip`.
fn stripped(library: &Path) -> Result<Option<u64>> {
    let folder = TempDir::new()?;
    let file = folder.path().join("stripped");
    let done = Command::new("strip").arg("-o").arg(&file).arg(library).status().is_ok_and(|status| status.success());
    Ok(if done { Some(fs::metadata(file)?.len()) } else { None })
}
