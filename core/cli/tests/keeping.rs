//! Keeping the data safe, as a person and as a script do it with the built program.
#![allow(clippy::unwrap_used, reason = "a failed expectation of a test is its message")]

use std::fs;
use std::path::PathBuf;
use std::process::Output;

use assert_cmd::Command;
use serde_json::Value;
use tempfile::TempDir;

const PRIYA: &str =
    "Priya Rao, Acme, priya@acme.example, prefers WhatsApp +1 514 555 0142, wants slides, follow up Tuesday";
/// A Monday evening, and the Friday after it.
const EVENING: &str = "2026-11-23T18:30:00-05:00";
const FRIDAY: &str = "2026-11-27T18:30:00-05:00";

struct Terminal {
    folder: TempDir,
}

impl Terminal {
    fn new() -> Self {
        Self { folder: TempDir::new().unwrap() }
    }

    fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn command(&self, now: &str, arguments: &[&str]) -> Command {
        let mut command = Command::cargo_bin("justmet").unwrap();
        command.env_clear().env("HOME", self.folder.path()).current_dir(self.folder.path());
        command.args(["--db", "people.db", "--now", now, "--tz", "America/Toronto", "--region", "CA", "--lang", "en"]);
        command.args(arguments);
        command
    }

    fn says(&self, arguments: &[&str]) -> String {
        said(&self.command(EVENING, arguments).output().unwrap())
    }

    fn json(&self, now: &str, arguments: &[&str]) -> Value {
        serde_json::from_str(&said(&self.command(now, arguments).arg("--json").output().unwrap())).unwrap()
    }

    fn refuses(&self, arguments: &[&str]) -> String {
        let output = self.command(EVENING, arguments).output().unwrap();
        assert_eq!(output.status.code(), Some(1), "{arguments:?}");
        let sentence = String::from_utf8(output.stderr).unwrap();
        assert_eq!(sentence.trim_end().lines().count(), 1, "{sentence}");
        sentence
    }

    fn names(&self) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(self.folder.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }
}

fn said(output: &Output) -> String {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout.clone()).unwrap()
}

#[test]
fn check_counts_what_is_there_and_finds_what_is_wrong() {
    let terminal = Terminal::new();
    terminal.says(&["add", PRIYA]);
    assert!(terminal.says(&["check"]).starts_with("Everything is in order."));
    let found = terminal.json(EVENING, &["check"]);
    assert_eq!((&found["whole"], &found["contacts"], &found["open_follow_ups"]), (&true.into(), &1.into(), &1.into()));

    // A reference to nobody, made behind the program's back.
    let raw = rusqlite::Connection::open(terminal.file("people.db")).unwrap();
    raw.execute_batch("PRAGMA foreign_keys = OFF; UPDATE address SET contact_id = randomblob(16);").unwrap();
    drop(raw);
    let output = terminal.command(EVENING, &["check"]).output().unwrap();
    let told = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(told.contains("Something is wrong") && told.contains("a row of address refers to a contact"), "{told}");
}

#[test]
fn a_backup_is_restored_and_reminds_of_nothing_again() {
    let terminal = Terminal::new();
    terminal.says(&["add", PRIYA]);
    assert_eq!(terminal.says(&["backup", "people.backup"]), "Backed up one person.\n");
    terminal.says(&["forget", "priya"]);
    terminal.says(&["add", "Tom Ode, tom.ode@mail.example"]);

    // On the Friday what was due on Tuesday waits; nothing is shown at the top, neither then nor later.
    let restored = said(&terminal.command(FRIDAY, &["restore", "people.backup"]).output().unwrap());
    assert!(restored.ends_with("Restored one person. What is due waits in the inbox, without another reminder.\n"));
    assert_eq!(terminal.json(FRIDAY, &["list"])[0]["name"], "Priya Rao");
    let due = said(&terminal.command(FRIDAY, &["due"]).output().unwrap());
    assert!(!due.contains("Due now\n\n") && due.contains("Slides for Priya Rao"), "{due}");
    let listed = said(&terminal.command(FRIDAY, &["list"]).output().unwrap());
    assert!(!listed.contains("Slides for Priya Rao"), "it does not remind: {listed}");
    assert_eq!(terminal.names(), ["people.backup", "people.db"]);
}

#[test]
fn a_sealed_backup_needs_its_passphrase() {
    let terminal = Terminal::new();
    terminal.says(&["add", PRIYA]);
    let sealed = terminal
        .command(EVENING, &["backup", "--seal", "people.backup"])
        .env("JUSTMET_PASSPHRASE", "blue kayak")
        .output();
    said(&sealed.unwrap());
    let bytes = fs::read(terminal.file("people.backup")).unwrap();
    assert!(!bytes.windows(5).any(|window| window == b"Priya"));

    terminal.says(&["forget", "priya"]);
    assert!(terminal.refuses(&["restore", "people.backup"]).contains("--passphrase-file"));
    fs::write(terminal.file("secret"), "red kayak\n").unwrap();
    let restore = ["restore", "people.backup", "--passphrase-file", "secret"];
    assert!(terminal.refuses(&restore).contains("the passphrase does not open this backup"));
    fs::write(terminal.file("secret"), "blue kayak\n").unwrap();
    terminal.says(&restore);
    assert_eq!(terminal.json(EVENING, &["list"])[0]["name"], "Priya Rao");
}

#[test]
fn files_that_are_no_backup_are_refused_in_a_sentence_and_left_alone() {
    let terminal = Terminal::new();
    terminal.says(&["add", PRIYA]);
    fs::write(terminal.file("notes.txt"), "my notes").unwrap();
    assert!(terminal.refuses(&["backup", "notes.txt"]).contains("something else lies there"));
    assert!(terminal.refuses(&["backup", "people.db"]).contains("something else lies there"));
    assert!(terminal.refuses(&["backup", "no/where"]).contains("the folder does not exist"));
    assert!(terminal.refuses(&["export", "no/where"]).contains("check the folder"));
    for other in ["notes.txt", "people.db"] {
        assert!(terminal.refuses(&["export", other]).contains("something else lies there"), "{other}");
    }
    // It cannot take the name of a folder, and leaves nobody behind under another.
    fs::create_dir(terminal.file("folder")).unwrap();
    assert!(terminal.refuses(&["export", "folder"]).contains("check the folder"));
    assert_eq!(terminal.names(), ["folder", "notes.txt", "people.db"]);
    assert!(terminal.refuses(&["restore", "people.db"]).contains("not a backup of JustMet"), "it is in use");
    assert!(terminal.refuses(&["import", "."]).contains("check its name and its permissions"));
    assert!(terminal.refuses(&["backup", "--passphrase-file", "none", "b"]).contains("check its name"));
    assert!(terminal.refuses(&["restore", "notes.txt"]).contains("not a backup of JustMet"));
    assert!(terminal.refuses(&["restore", "nothing"]).contains("no such file"));
    assert!(terminal.refuses(&["import", "notes.txt"]).contains("not a whole export"));
    assert_eq!(fs::read_to_string(terminal.file("notes.txt")).unwrap(), "my notes");
    assert_eq!(terminal.json(EVENING, &["list"]).as_array().unwrap().len(), 1);
}

#[test]
fn export_wipe_and_import_give_the_same_again() {
    let terminal = Terminal::new();
    terminal.says(&["add", PRIYA]);
    terminal.says(&["add", "Zoë Tremblay, zoe@acme.example, best on Signal +1 514 555 0199, met at RustConf"]);
    terminal.says(&["forget", "zoe"]);
    terminal.says(&["add", "Tom \"T\" Ode\u{7}, he sends me the paper"]);
    let exported = terminal.says(&["export", "--format", "json"]);
    terminal.says(&["export", "people.json"]);
    assert_eq!(fs::read_to_string(terminal.file("people.json")).unwrap(), exported);
    terminal.says(&["export", "people.json"]);

    fs::remove_file(terminal.file("people.db")).unwrap();
    let imported = terminal.says(&["import", "people.json"]);
    assert_eq!(imported, "3 people are new here, 0 were known already.\n");
    assert_eq!(terminal.says(&["export"]), exported);
    let again = terminal.command(EVENING, &["import", "-"]).write_stdin(exported.clone()).output().unwrap();
    assert_eq!(said(&again), "0 people are new here, 3 were known already.\n");
    assert_eq!(terminal.says(&["export"]), exported);
    assert!(terminal.says(&["show", "priya"]).contains("Write on WhatsApp: they asked for it"));

    fs::remove_file(terminal.file("people.db")).unwrap();
    let line = exported.lines().position(|line| line.contains("Tom")).unwrap() + 1;
    fs::write(terminal.file("people.json"), exported.replace("\"name\":\"Tom", "\"name\":7,\"n\":\"Tom")).unwrap();
    let refused = terminal.refuses(&["import", "people.json"]);
    assert!(refused.contains(&format!("line {line}")) && refused.contains("“contact”"), "{refused}");
    assert!(!refused.contains("Tom") && terminal.json(EVENING, &["list"]).as_array().unwrap().is_empty());
}

#[test]
fn several_exports_are_taken_in_at_once() {
    let (terminal, other) = (Terminal::new(), Terminal::new());
    terminal.says(&["add", PRIYA]);
    terminal.says(&["export", "priya.json"]);
    other.says(&["add", "Tom Ode, tom.ode@mail.example"]);
    fs::write(terminal.file("tom.json"), other.says(&["export"])).unwrap();
    fs::remove_file(terminal.file("people.db")).unwrap();
    // Of files that cannot all be read nothing is taken in.
    terminal.refuses(&["import", "priya.json", "nobody.json"]);
    assert_eq!(terminal.json(EVENING, &["list"]).as_array().unwrap().len(), 0);
    let imported = terminal.json(EVENING, &["import", "priya.json", "tom.json"]);
    assert_eq!(imported, serde_json::json!({ "added": 2, "already_here": 0 }));
}

#[test]
fn nothing_of_a_forgotten_person_is_left_in_any_file() {
    let terminal = Terminal::new();
    terminal.says(&["add", PRIYA]);
    terminal.says(&["add", "Tom Ode, tom.ode@mail.example"]);
    terminal.says(&["snooze", "priya", "friday"]);
    let traces = || -> Vec<String> {
        let mut found = Vec::new();
        for name in terminal.names() {
            let bytes = fs::read(terminal.file(&name)).unwrap();
            for trace in ["Priya", "priya", "Acme", "acme", "5145550142", "555 0142", "slides"] {
                if bytes.windows(trace.len()).any(|window| window == trace.as_bytes()) {
                    found.push(format!("{trace} in {name}"));
                }
            }
        }
        found
    };
    assert!(traces().len() >= 7, "{:?}", traces());
    let forgotten =
        "Priya Rao  Forgotten for good: nothing is left.\nBackups and exports that were made before still hold them.\n";
    assert_eq!(terminal.says(&["forget", "priya"]), forgotten);
    assert_eq!(traces(), Vec::<String>::new());
    assert!(terminal.refuses(&["show", "priya"]).contains("nobody matches"));
}

#[test]
fn what_can_be_read_of_a_damaged_database_is_saved_and_the_rest_set_aside() {
    let terminal = Terminal::new();
    terminal.says(&["add", PRIYA]);
    terminal.says(&["add", "Tom Ode, tom.ode@mail.example"]);
    assert!(terminal.says(&["check", "--salvage"]).starts_with("Everything is in order."), "nothing to do");
    let mut bytes = fs::read(terminal.file("people.db")).unwrap();
    bytes[..4096].fill(0x5A);
    fs::write(terminal.file("people.db"), &bytes).unwrap();
    assert!(terminal.refuses(&["list"]).contains("not a JustMet database"));
    let saved = terminal.says(&["check", "--salvage"]);
    assert!(saved.starts_with("2 people were saved. The damaged file lies at "), "{saved}");
    assert_eq!(terminal.names(), ["people.db", "people.db.damaged-2026-11-23"]);
    assert_eq!(fs::read(terminal.file("people.db.damaged-2026-11-23")).unwrap(), bytes);
    assert!(terminal.says(&["show", "priya"]).contains("Write on WhatsApp: they asked for it"));
}

#[test]
fn what_nobody_can_be_read_of_is_said_to_be_so() {
    let terminal = Terminal::new();
    fs::write(terminal.file("people.db"), [0x5A; 9_000]).unwrap();
    assert!(terminal.refuses(&["list"]).contains("(justmet check --salvage)"));
    assert!(terminal.refuses(&["check", "--salvage"]).contains("nobody can be read in it"));
    assert_eq!(fs::read(terminal.file("people.db")).unwrap(), [0x5A; 9_000]);
    assert_eq!(terminal.names(), ["people.db"]);
}

#[test]
fn a_search_of_filters_alone_offers_nobody_to_add() {
    let terminal = Terminal::new();
    assert_eq!(terminal.says(&["search", "channel:signal"]), "Nobody matches “channel:signal”.\n");
    assert!(terminal.says(&["search", "priya"]).ends_with("To add them: justmet add \"priya\"\n"));
    assert_eq!(terminal.json(EVENING, &["search", "channel:signal"]), serde_json::json!([]));
}

/// A script that asks for what nobody can be must not take "nobody" for the answer.
#[test]
fn a_filter_that_is_none_is_said_to_scripts_too() {
    let terminal = Terminal::new();
    terminal.says(&["add", "Priya Rao, WhatsApp +1 514 555 0142, met at RustConf"]);
    for (filter, says) in [
        ("met:2026-99", "“2026-99” is no day; use 2026, 2026-11 or 2026-11-24"),
        ("priya met:soon channel:pigeon", "“soon” is no day; use 2026, 2026-11 or 2026-11-24; “pigeon” is no channel"),
        ("pryia channel:pigeon", "“pigeon” is no channel"),
        ("event:", "say what to look for: a part of a name, “event:rustconf”, “met:2026-11”"),
        ("met: channel:", "say what to look for"),
        ("…", "say what to look for"),
    ] {
        let sentence = terminal.refuses(&["search", filter]);
        assert!(sentence.starts_with(&format!("justmet: could not search: {says}")), "{filter}: {sentence}");
        let output = terminal.command(EVENING, &["--json", "search", filter]).output().unwrap();
        assert_eq!(output.status.code(), Some(1), "{filter}");
        let value: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        assert!(value["error"].as_str().unwrap().contains(says), "{value}");
    }
    // One that nobody fits, and one that is not needed.
    assert_eq!(terminal.json(EVENING, &["search", "met:1999"]), serde_json::json!([]));
    assert_eq!(terminal.json(EVENING, &["search", "priya", "event:"])[0]["name"], "Priya Rao");
}
