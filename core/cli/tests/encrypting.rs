//! Encrypting, as a person does it with the built program.
#![cfg(feature = "encryption")]
#![allow(clippy::unwrap_used, reason = "a failed expectation of a test is its message")]

use std::fs;

use assert_cmd::Command;
use serde_json::{Value, json};
use tempfile::TempDir;

const PRIYA: &str = "Priya Rao, Acme, priya@acme.example, wants slides, follow up Tuesday";

fn run(folder: &TempDir, arguments: &[&str]) -> (Option<i32>, String, String) {
    let mut command = Command::cargo_bin("justmet").unwrap();
    command.env_clear().env("HOME", folder.path()).current_dir(folder.path());
    command.args([
        "--db",
        "people.db",
        "--now",
        "2026-11-23T18:30:00-05:00",
        "--tz",
        "America/Toronto",
        "--lang",
        "en",
    ]);
    let output = command.args(arguments).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code(), text(output.stdout), text(output.stderr))
}

fn says(folder: &TempDir, arguments: &[&str]) -> String {
    let (code, out, complaint) = run(folder, arguments);
    assert_eq!(code, Some(0), "{arguments:?}: {complaint}");
    out
}

fn refuses(folder: &TempDir, arguments: &[&str]) -> String {
    let (code, _, complaint) = run(folder, arguments);
    assert_eq!(code, Some(1), "{arguments:?}");
    assert_eq!(complaint.trim_end().lines().count(), 1, "{complaint}");
    complaint
}

fn is_readable(folder: &TempDir) -> bool {
    let names = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().path());
    let mut files = names.filter(|path| path.file_name().unwrap().to_str().unwrap().starts_with("people.db"));
    files.any(|path| fs::read(path).unwrap().windows(5).any(|window| window == b"Priya"))
}

#[test]
fn a_database_is_encrypted_given_another_key_and_made_plain_again() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("my.key"), [7; 32]).unwrap();
    fs::write(folder.path().join("other.key"), format!("{}\n", "0f".repeat(32))).unwrap();
    fs::write(folder.path().join("no.key"), "too short").unwrap();
    says(&folder, &["add", PRIYA]);
    assert!(is_readable(&folder));
    let exported = says(&folder, &["export"]);

    assert!(says(&folder, &["rekey", "--to", "my.key"]).starts_with("The database is encrypted with the new key."));
    assert!(!is_readable(&folder));
    assert!(refuses(&folder, &["list"]).contains("not a JustMet database"));
    assert!(refuses(&folder, &["list", "--key-file", "other.key"]).contains("the key does not open the database"));
    assert_eq!(says(&folder, &["export", "--key-file", "my.key"]), exported);

    let changed = says(&folder, &["rekey", "--key-file", "my.key", "--to", "other.key", "--json"]);
    assert_eq!(serde_json::from_str::<Value>(&changed).unwrap(), json!({ "encrypted": true }));
    assert!(refuses(&folder, &["list", "--key-file", "my.key"]).contains("the key does not open the database"));
    assert!(
        refuses(&folder, &["rekey", "--key-file", "my.key", "--plain"]).contains("could not change the key: the key")
    );
    assert!(refuses(&folder, &["rekey", "--key-file", "other.key", "--to", "no.key"]).contains("neither 32 bytes"));
    assert!(refuses(&folder, &["rekey", "--key-file", "other.key", "--to", "nowhere"]).contains("the key file"));

    assert_eq!(
        says(&folder, &["rekey", "--key-file", "other.key", "--plain"]),
        "The database is not encrypted any more.\n"
    );
    assert!(is_readable(&folder));
    assert_eq!(says(&folder, &["export"]), exported);
    assert!(
        refuses(&folder, &["rekey", "--key-file", "other.key", "--plain"]).contains("the database is not encrypted")
    );

    for wrong in [&["rekey"] as &[&str], &["rekey", "--plain", "--to", "my.key"]] {
        assert_eq!(run(&folder, wrong).0, Some(2), "{wrong:?}");
    }
    fs::remove_file(folder.path().join("people.db")).unwrap();
    assert!(refuses(&folder, &["rekey", "--to", "my.key"]).contains("there is no such file"));
    assert!(!folder.path().join("people.db").exists());
}
