//! Packs the words that a line is read by, and the world's telephone numbers: they were half of the data of what is shipped.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs, io};

const PHONE_LIBRARY: &str = "rlibphonenumber";

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=build.rs");
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or(io::ErrorKind::NotFound)?);
    for language in ["en", "fr", "es", "de", "pt"] {
        let name = format!("{language}.txt");
        let file = Path::new("src/capture/lexicon").join(&name);
        println!("cargo::rerun-if-changed={}", file.display());
        // Comments are for those who write the file. Their lines stay, so that a fault is named with its number.
        let text: String = fs::read_to_string(&file)?
            .lines()
            .flat_map(|line| [if line.starts_with('#') { "" } else { line }, "\n"])
            .collect();
        pack(text.as_bytes(), &out.join(name))?;
    }
    println!("cargo::rerun-if-changed=src/capture/model/weights.bin");
    pack(&fs::read("src/capture/model/weights.bin")?, &out.join("weights.bin"))?;
    println!("cargo::rustc-check-cfg=cfg(numbering_is_packed)");
    match phone_data().and_then(fs::read) {
        Ok(data) => {
            pack(&data, &out.join("numbering"))?;
            println!("cargo::rustc-cfg=numbering_is_packed");
        }
        Err(error) => println!("cargo::warning=the data of {PHONE_LIBRARY} stay at full size: {error}"),
    }
    Ok(())
}

fn pack(bytes: &[u8], into: &Path) -> io::Result<()> {
    fs::write(into, miniz_oxide::deflate::compress_to_vec(bytes, 10))
}

/// Where the library for phone numbers has its data. It offers them to nobody, but cargo knows where it put the library.
fn phone_data() -> io::Result<PathBuf> {
    println!("cargo::rerun-if-changed=../../Cargo.lock");
    let cargo = env::var_os("CARGO").ok_or(io::ErrorKind::NotFound)?;
    let target = env::var("TARGET").unwrap_or_default();
    let asked = Command::new(cargo).args(["metadata", "--format-version=1", "--filter-platform", &target]).output()?;
    let packages = String::from_utf8_lossy(&asked.stdout);
    let package = packages.split(&format!(r#"{{"name":"{PHONE_LIBRARY}","version":"#)).nth(1);
    let manifest = package.and_then(|rest| rest.split(r#""manifest_path":""#).nth(1)?.split('"').next());
    let manifest = manifest.ok_or_else(|| io::Error::other(format!("cargo metadata ended with {}", asked.status)))?;
    Ok(Path::new(&manifest.replace(r"\\", r"\")).with_file_name("src/generated/metadata/metadata.bin"))
}
