//! The offer to forget people who were never followed up, on a real database file.
#![allow(clippy::unwrap_used, reason = "a failed expectation of a test is its message")]

use assert_cmd::Command;
use serde_json::{Value, json};
use tempfile::TempDir;

const EVENING: &str = "2026-11-23T18:30:00-05:00";
const MORNING: &str = "2026-11-24T10:00:00-05:00";
const A_YEAR_LATER: &str = "2027-11-23T18:30:00-05:00";
const A_DAY_AFTER_THAT: &str = "2027-11-24T18:30:00-05:00";

struct Terminal(TempDir);

impl Terminal {
    fn run(&self, now: &str, arguments: &[&str]) -> (Option<i32>, String, String) {
        let mut command = Command::cargo_bin("justmet").unwrap();
        command.env_clear().env("HOME", self.0.path()).arg("--db").arg(self.0.path().join("people.db"));
        command.args(["--now", now, "--tz", "America/Toronto", "--region", "CA", "--lang", "en"]).args(arguments);
        let output = command.output().unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        (output.status.code(), text(output.stdout), text(output.stderr))
    }

    fn says(&self, now: &str, arguments: &[&str]) -> String {
        let (code, out, complaint) = self.run(now, arguments);
        assert_eq!(code, Some(0), "{arguments:?}: {complaint}");
        out
    }

    fn json(&self, now: &str, arguments: &[&str]) -> Value {
        let arguments: Vec<&str> = arguments.iter().copied().chain(["--json"]).collect();
        serde_json::from_str(&self.says(now, &arguments)).unwrap()
    }

    fn offered(&self, now: &str) -> Vec<String> {
        let offer = self.json(now, &["offer"]);
        let people = offer.get("people").and_then(Value::as_array).unwrap();
        let name = |person: &Value| person.get("name").and_then(Value::as_str).unwrap().to_owned();
        people.iter().map(name).collect()
    }
}

/// Met in one evening: two of whom nothing came, one whose reminder was left alone, and three who were thought of.
fn an_evening() -> Terminal {
    let terminal = Terminal(TempDir::new().unwrap());
    for line in [
        "Ann Lee, Acme, ann@acme.example, met at RustConf, no follow-up",
        "Bob Ray, bob@acme.example, no follow-up",
        "Cem Ode, cem@acme.example, follow up tomorrow",
        "Dan Fox, dan@acme.example, follow up friday",
        "Eve Oak, eve@acme.example, no follow-up",
        "Pia Roth, pia@acme.example, follow up friday",
    ] {
        terminal.says(EVENING, &["add", line]);
    }
    terminal.says(EVENING, &["done", "dan"]);
    terminal.says(EVENING, &["sent", "eve", "--channel", "email"]);
    terminal.says(EVENING, &["let-go", "pia"]);
    assert!(terminal.says(MORNING, &["list"]).starts_with("Say hello to Cem Ode"));
    terminal
}

#[test]
fn it_is_off_until_it_is_asked_for() {
    let terminal = an_evening();
    assert!(terminal.says(A_YEAR_LATER, &["offer"]).starts_with("The offer is off."));
    let nobody = json!({ "after_months": null, "people": [], "more": 0 });
    assert_eq!(terminal.json(A_YEAR_LATER, &["offer"]), nobody);
    assert!(!terminal.says(A_YEAR_LATER, &["due"]).contains("justmet offer"));
    assert!(terminal.says(EVENING, &["settings"]).contains("Offer to forget  Never"));

    let set = terminal.json(EVENING, &["settings", "--offer-deletion", "12"]);
    assert_eq!(set, json!({ "weekend": null, "holidays": [], "offer_deletion_after_months": 12 }));
    assert!(terminal.says(EVENING, &["settings"]).contains("Offer to forget  After 12 months"));
    assert_eq!(terminal.says(EVENING, &["offer"]), "Nobody to offer.\n");
    assert_eq!(terminal.offered(A_YEAR_LATER), ["Ann Lee", "Bob Ray"]);
    let set = terminal.json(EVENING, &["settings", "--offer-deletion", "never"]);
    assert_eq!(set["offer_deletion_after_months"], Value::Null);
    assert_eq!(terminal.json(A_YEAR_LATER, &["offer"]), nobody);

    for wrong in ["0", "121", "soon", "-1", "99999"] {
        let (code, _, complaint) = terminal.run(EVENING, &["settings", &format!("--offer-deletion={wrong}")]);
        assert_eq!(code, Some(1), "{wrong}");
        assert!(complaint.contains(&format!("“{wrong}” is no number of months")), "{complaint}");
    }
}

#[test]
fn whoever_was_never_followed_up_is_pointed_at_once_and_waits_for_an_answer() {
    let terminal = an_evening();
    terminal.says(EVENING, &["settings", "--offer-deletion", "12"]);
    assert!(!terminal.says(MORNING, &["due"]).contains("never followed up"));
    // A program that asks uses the pointer up no more than a reminder.
    terminal.json(A_YEAR_LATER, &["due"]);
    terminal.json(A_YEAR_LATER, &["offer"]);
    let due = terminal.says(A_YEAR_LATER, &["due"]);
    let pointer = "2 people were never followed up. Keep them, or forget them? You are asked once. justmet offer\n";
    assert!(due.ends_with(pointer), "{due}");
    assert!(!terminal.says(A_YEAR_LATER, &["due"]).contains("justmet offer"));

    let offer = terminal.says(A_YEAR_LATER, &["offer"]);
    let expected = "\
2 people were never followed up. Keep them, or forget them? You are asked once.
 #  Name     Organisation  What  Met
 1  Ann Lee  Acme                Met at RustConf on Mon 23 Nov 2026
 2  Bob Ray                      Met on Mon 23 Nov 2026
To keep one: justmet offer --keep 1; everybody: justmet offer --keep-all; to forget one: justmet forget 1
";
    assert_eq!(offer, expected);
    assert_eq!(
        terminal.says(A_YEAR_LATER, &["offer", "--keep", "1"]),
        "Ann Lee  Kept. You will not be asked about them again.\n"
    );
    assert_eq!(terminal.offered(A_YEAR_LATER), ["Bob Ray"]);
    terminal.says(A_YEAR_LATER, &["forget", "bob"]);
    assert_eq!(terminal.says(A_YEAR_LATER, &["offer"]), "Nobody to offer.\n");

    // A reminder that was left alone for as long is one more; and it is pointed at, as it is somebody else.
    let due = terminal.says(A_DAY_AFTER_THAT, &["due"]);
    assert!(
        due.ends_with(
            "One person was never followed up. Keep them, or forget them? You are asked once. justmet offer\n"
        )
    );
    let offer = terminal.json(A_DAY_AFTER_THAT, &["offer"]);
    assert_eq!(offer["people"][0]["name"], "Cem Ode");
    assert_eq!(offer["people"][0]["met_on"], "2026-11-23");
    assert_eq!(terminal.json(A_DAY_AFTER_THAT, &["offer", "--keep-all"]), json!({ "kept": 1 }));
    assert_eq!(terminal.offered("2036-11-24T18:30:00-05:00"), Vec::<String>::new());
    assert!(terminal.says(A_DAY_AFTER_THAT, &["show", "ann"]).contains("Ann Lee"), "kept is kept");
}

#[test]
fn what_was_answered_goes_along_with_an_export() {
    let terminal = an_evening();
    terminal.says(EVENING, &["settings", "--offer-deletion", "12"]);
    terminal.says(A_YEAR_LATER, &["offer", "--keep", "ann"]);
    let exported = terminal.0.path().join("people.json");
    terminal.says(A_YEAR_LATER, &["export", exported.to_str().unwrap()]);
    let other = Terminal(TempDir::new().unwrap());
    other.says(A_YEAR_LATER, &["import", exported.to_str().unwrap()]);
    assert_eq!(other.offered(A_YEAR_LATER), ["Bob Ray"]);
}

#[test]
fn fifty_are_shown_and_the_others_counted() {
    let terminal = Terminal(TempDir::new().unwrap());
    for number in 0..53 {
        terminal.says(EVENING, &["add", &format!("Guest Number{number:02}, g{number}@fair.example, no follow-up")]);
    }
    terminal.says(EVENING, &["settings", "--offer-deletion", "12"]);
    let offer = terminal.json(A_YEAR_LATER, &["offer"]);
    assert_eq!((offer["people"].as_array().map(Vec::len), &offer["more"]), (Some(50), &3.into()));
    assert!(terminal.says(A_YEAR_LATER, &["offer"]).contains("3 more follow once these are answered."));
    assert_eq!(terminal.json(A_YEAR_LATER, &["offer", "--keep-all"]), json!({ "kept": 53 }));
    assert_eq!(terminal.says(A_YEAR_LATER, &["offer"]), "Nobody to offer.\n");
}
