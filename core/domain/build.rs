//! Packs the words that a line is read by: of what is shipped, they would else be the largest part but one.

use std::path::Path;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let folder = Path::new("src/capture/lexicon");
    let out = env::var_os("OUT_DIR").ok_or(io::ErrorKind::NotFound)?;
    for language in ["en", "fr", "es", "de", "pt"] {
        let name = format!("{language}.txt");
        let file = folder.join(&name);
        println!("cargo::rerun-if-changed={}", file.display());
        // Comments are for those who write the file. Their lines stay, so that a fault is named with its number.
        let text: String = fs::read_to_string(&file)?
            .lines()
            .flat_map(|line| [if line.starts_with('#') { "" } else { line }, "\n"])
            .collect();
        fs::write(Path::new(&out).join(name), miniz_oxide::deflate::compress_to_vec(text.as_bytes(), 10))?;
    }
    Ok(())
}
