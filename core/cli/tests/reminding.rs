//! The commands about the reminder itself, on a real database file.
#![allow(clippy::unwrap_used, reason = "a failed expectation of a test is its message")]

use assert_cmd::Command;
use serde_json::{Value, json};
use tempfile::TempDir;

const EVENING: &str = "2026-11-23T18:30:00-05:00";
const MORNING: &str = "2026-11-24T10:00:00-05:00";

fn run(folder: &TempDir, now: &str, arguments: &[&str]) -> (bool, String, String) {
    let mut command = Command::cargo_bin("justmet").unwrap();
    // No desktop: the address of its bus is gone with the rest of the environment.
    command.env_clear().env("HOME", folder.path()).arg("--db").arg(folder.path().join("people.db"));
    command.args(["--now", now, "--tz", "America/Toronto", "--region", "CA", "--lang", "en"]).args(arguments);
    let output = command.output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.success(), text(output.stdout), text(output.stderr))
}

fn says(folder: &TempDir, now: &str, arguments: &[&str]) -> String {
    let (done, out, complaint) = run(folder, now, arguments);
    assert!(done, "{arguments:?}: {complaint}");
    out
}

fn value(folder: &TempDir, now: &str, arguments: &[&str]) -> Value {
    serde_json::from_str(&says(folder, now, arguments)).unwrap()
}

#[test]
fn the_ledger_tells_the_whole_story_in_order() {
    let folder = TempDir::new().unwrap();
    says(&folder, EVENING, &["add", "Priya Rao, priya@acme.example, follow up Tuesday"]);
    assert!(says(&folder, MORNING, &["list"]).contains("Priya Rao"), "the reminder is shown at the top");
    says(&folder, MORNING, &["snooze", "priya", "friday"]);
    says(&folder, MORNING, &["done", "priya"]);
    let told = value(&folder, MORNING, &["ledger", "priya", "--json"]);
    let events: Vec<(&str, u64, Option<&str>)> = told
        .as_array()
        .unwrap()
        .iter()
        .map(|line| (line["event"].as_str().unwrap(), line["generation"].as_u64().unwrap(), line["due"].as_str()))
        .collect();
    assert_eq!(
        events,
        [
            ("planned", 0, Some("2026-11-24T10:00")),
            ("shown", 0, None),
            ("snoozed", 1, Some("2026-11-27T10:00")),
            ("done", 1, None)
        ]
    );
    let read = says(&folder, MORNING, &["ledger", "priya"]);
    assert!(read.contains("Tue 24 Nov 2026, 10:00  Put off until Fri 27 Nov 2026, 10:00."), "{read}");
}

#[test]
fn watch_shows_what_is_due_once_and_not_at_night() {
    let folder = TempDir::new().unwrap();
    says(&folder, EVENING, &["add", "Priya Rao, priya@acme.example, follow up Tuesday"]);
    assert_eq!(says(&folder, "2026-11-24T23:30:00-05:00", &["watch", "--once"]), "");
    let (done, shown, complaint) = run(&folder, MORNING, &["watch", "--once"]);
    assert!(done && shown.contains("Say hello to Priya Rao"), "{shown}{complaint}");
    assert!(complaint.contains("no desktop shows notifications here"), "{complaint}");
    assert_eq!(says(&folder, MORNING, &["watch", "--once"]), "");
    assert_eq!(value(&folder, MORNING, &["due", "--json"]).as_array().map(Vec::len), Some(1), "it waits in the inbox");
}

#[test]
fn a_day_off_gets_no_reminder_that_was_not_asked_for() {
    let folder = TempDir::new().unwrap();
    let set = value(&folder, EVENING, &["settings", "--off", "2026-11-24", "--off", "2026-11-25", "--json"]);
    let holidays = ["2026-11-24", "2026-11-25"];
    assert_eq!(set, json!({ "weekend": null, "holidays": holidays, "offer_deletion_after_months": null }));
    let due = |line: &str, now: &str| value(&folder, now, &["add", line, "--json"])["follow_up"]["due"].clone();
    assert_eq!(due("Ann Lee, ann@acme.example", EVENING), "2026-11-26T10:00");
    assert_eq!(due("Bob Ray, bob@acme.example, follow up tomorrow", EVENING), "2026-11-24T10:00");
    assert_eq!(
        value(&folder, EVENING, &["settings", "--work", "2026-11-24", "--json"])["holidays"],
        json!(["2026-11-25"])
    );

    let set = value(&folder, EVENING, &["settings", "--weekend", "thu", "fri", "--json"]);
    assert_eq!(set["weekend"], json!(["thu", "fri"]));
    assert_eq!(due("Cem Ün, cem@acme.example", "2026-11-25T12:00:00-05:00"), "2026-11-28T10:00");
    assert_eq!(value(&folder, EVENING, &["settings", "--weekend", "region", "--json"])["weekend"], Value::Null);

    for wrong in [["--off", "25.12."], ["--weekend", "someday"]] {
        let (done, _, complaint) = run(&folder, EVENING, &["settings", wrong[0], wrong[1]]);
        assert!(!done && complaint.contains(wrong[1]), "{complaint}");
    }
}

#[test]
fn one_evening_s_people_come_together_in_one_morning() {
    let folder = TempDir::new().unwrap();
    let due = |line: &str, now: &str| value(&folder, now, &["add", line, "--json"])["follow_up"]["due"].clone();
    assert_eq!(due("Ann Lee, ann@acme.example", "2026-11-23T17:30:00-05:00"), "2026-11-24T10:00");
    // Alone they would come a day later: it is less than sixteen hours until ten.
    assert_eq!(due("Bob Ray, bob@acme.example", "2026-11-23T19:30:00-05:00"), "2026-11-24T10:00");
    assert_eq!(due("Eve Oak, eve@acme.example", "2026-11-23T22:00:00-05:00"), "2026-11-24T10:00");
    assert_eq!(due("Sam Fox, sam@acme.example", "2026-11-24T09:00:00-05:00"), "2026-11-25T10:00");
}
