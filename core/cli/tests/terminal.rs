//! The built program, on a real database file, as a person and as a script use it.
#![allow(clippy::unwrap_used, reason = "a failed expectation of a test is its message")]

use std::path::{Path, PathBuf};
use std::process::Output;

use assert_cmd::Command;
use serde_json::Value;
use tempfile::TempDir;

const PRIYA: &str =
    "Priya Rao, Acme, priya@acme.example, prefers WhatsApp +1 514 555 0142, wants slides, follow up Tuesday";
/// A Monday evening.
const EVENING: &str = "2026-11-23T18:30:00-05:00";

/// A folder with a database of its own.
struct Terminal {
    folder: TempDir,
}

impl Terminal {
    fn new() -> Self {
        Self { folder: TempDir::new().unwrap() }
    }

    fn db(&self) -> PathBuf {
        self.folder.path().join("people.db")
    }

    fn command(&self, now: &str, arguments: &[&str]) -> Command {
        let mut command = Command::cargo_bin("justmet").unwrap();
        command.env_clear().env("HOME", self.folder.path()).arg("--db").arg(self.db());
        command.args(["--now", now, "--tz", "America/Toronto", "--region", "CA"]);
        if !arguments.contains(&"--lang") {
            command.args(["--lang", "en"]);
        }
        command.args(arguments);
        command
    }

    fn at(&self, now: &str, arguments: &[&str]) -> Output {
        self.command(now, arguments).output().unwrap()
    }

    fn says(&self, now: &str, arguments: &[&str]) -> String {
        let output = self.at(now, arguments);
        assert!(output.status.success(), "{arguments:?}: {}", text(&output.stderr));
        text(&output.stdout)
    }

    fn json(&self, now: &str, arguments: &[&str]) -> Value {
        let mut all = vec!["--json"];
        all.extend(arguments);
        serde_json::from_str(&self.says(now, &all)).unwrap()
    }

    fn refuses(&self, arguments: &[&str]) -> String {
        refusal(&self.at(EVENING, arguments))
    }
}

/// The one sentence that a refused command prints.
fn refusal(output: &Output) -> String {
    let sentence = text(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{}{sentence}", text(&output.stdout));
    assert_eq!(sentence.trim_end().lines().count(), 1, "{sentence}");
    assert!(!sentence.contains("panicked") && !sentence.contains("stack backtrace"), "{sentence}");
    sentence
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[test]
fn add_says_who_where_why_and_when() {
    let terminal = Terminal::new();
    let said = terminal.says(EVENING, &["add", PRIYA]);
    for expected in [
        "Priya Rao",
        "Acme",
        "priya@acme.example",
        "+1 514-555-0142",
        "slides",
        "Write on WhatsApp: they asked for it",
        "Next best: email",
        "Tue 24 Nov 2026, 10:00",
    ] {
        assert!(said.contains(expected), "{expected} is not in\n{said}");
    }
    assert!(!said.contains('\u{1b}'), "colour in a pipe");
}

#[test]
fn add_as_json_is_one_value_with_the_contract_s_names() {
    let terminal = Terminal::new();
    let saved = terminal.json(EVENING, &["add", PRIYA]);
    assert_eq!(saved["contact"]["name"], "Priya Rao");
    assert_eq!(saved["contact"]["org"], "Acme");
    assert_eq!(saved["suggestion"]["channel"], "whatsapp");
    assert_eq!(saved["suggestion"]["address"], "+15145550142");
    assert_eq!(saved["suggestion"]["reasons"][0]["kind"], "they_asked_for_it");
    assert_eq!(saved["suggestion"]["reasons"][0]["text"], "they asked for it");
    assert_eq!(saved["suggestion"]["runner_up"]["channel"], "email");
    assert_eq!(saved["follow_up"]["due"], "2026-11-24T10:00");
    assert_eq!(saved["follow_up"]["generation"], 0);
    assert_eq!(saved["follow_up"]["state"], "planned");
    assert_eq!(saved["unsure"], serde_json::json!([]));
    assert!(saved["undo"].is_string() && saved["follow_up"]["id"].is_string());
}

#[test]
fn a_follow_up_that_fell_due_is_shown_once_at_the_top() {
    let terminal = Terminal::new();
    terminal.says(EVENING, &["add", PRIYA]);
    assert!(!terminal.says("2026-11-24T09:59:00-05:00", &["list"]).contains("Slides for Priya Rao"));
    let due = "2026-11-24T10:00:00-05:00";
    assert_eq!(terminal.json(due, &["due"])[0]["name"], "Priya Rao", "a program that reads JSON uses nothing up");
    assert!(terminal.says(due, &["list"]).starts_with("Slides for Priya Rao  Write on WhatsApp: they asked for it\n"));
    assert!(!terminal.says(due, &["list"]).contains("Slides for Priya Rao"));
    assert!(terminal.says(due, &["due"]).contains("Slides for Priya Rao"), "it waits in the inbox");
}

#[test]
fn done_snooze_and_let_go_end_or_move_the_one_reminder() {
    let terminal = Terminal::new();
    terminal.says(EVENING, &["add", PRIYA]);
    assert!(terminal.says(EVENING, &["snooze", "priya", "friday"]).contains("Put off until Fri 27 Nov 2026, 10:00."));
    let snoozed = terminal.json(EVENING, &["show", "1"]);
    assert_eq!(snoozed["follow_up"]["generation"], 1);
    assert!(terminal.says(EVENING, &["done", "priya"]).contains("Done."));
    assert!(terminal.refuses(&["done", "priya"]).contains("no open follow-up with Priya Rao"));

    terminal.says(EVENING, &["add", "Tom Ode, tom@ode.example"]);
    assert!(terminal.says(EVENING, &["let-go", "tom"]).contains("Let go."));
    assert_eq!(terminal.json("2026-12-24T10:00:00-05:00", &["due"]), serde_json::json!([]));
}

#[test]
fn what_they_say_later_about_a_channel_counts_and_the_link_follows() {
    let terminal = Terminal::new();
    terminal.says(EVENING, &["add", PRIYA]);
    assert_eq!(terminal.says(EVENING, &["open", "priya"]), "https://wa.me/15145550142\n");
    let refused = terminal.json(EVENING, &["prefer", "priya", "whatsapp", "--not"]);
    assert_eq!(refused["suggestion"]["channel"], "email");
    assert_eq!(refused["suggestion"]["why_not"][0]["kind"], "they_said_no");
    assert!(terminal.says(EVENING, &["open", "priya"]).contains("priya@acme.example"));
    assert_eq!(terminal.json(EVENING, &["prefer", "priya", "wa"])["suggestion"]["channel"], "whatsapp");
    // What was said at the same moment counts in the order in which it was said; this comes a minute later.
    let minute_later = "2026-11-23T18:31:00-05:00";
    let given = terminal.json(minute_later, &["prefer", "priya", "telegram", "--address", "https://t.me/priya_rao"]);
    assert_eq!(given["suggestion"]["channel"], "telegram");
    assert!(
        terminal.refuses(&["prefer", "priya", "sms", "--address", "next door"]).contains("cannot be an address on")
    );
    assert!(terminal.refuses(&["prefer", "priya", "pigeon"]).contains("“pigeon” is no channel"));
}

#[test]
fn a_snooze_needs_a_day_ahead() {
    let terminal = Terminal::new();
    terminal.says(EVENING, &["add", PRIYA]);
    assert!(terminal.refuses(&["snooze", "priya", "2026-11-23"]).contains("not ahead"));
    assert!(terminal.refuses(&["snooze", "priya", "2026-02-31"]).contains("not a day"));
    assert!(terminal.refuses(&["snooze", "priya", "whenever"]).contains("not a day"));
    assert!(terminal.says(EVENING, &["snooze", "priya"]).contains("Wed 25 Nov 2026, 10:00"));
}

#[test]
fn who_is_a_number_an_id_or_one_name() {
    let terminal = Terminal::new();
    terminal.says(EVENING, &["add", "Ana Silva, ana@silva.example"]);
    terminal.says(EVENING, &["add", "Ana Souza, ana@souza.example"]);
    let id = terminal.json(EVENING, &["search", "souza"])[0]["id"].as_str().unwrap().to_owned();
    for who in ["1", "souza", "Ana Souza", "ANA SOUZA", id.as_str()] {
        assert_eq!(terminal.json(EVENING, &["show", who])["contact"]["name"], "Ana Souza", "{who}");
    }
    let output = terminal.at(EVENING, &["done", "ana"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stdout).contains("Ana Silva") && text(&output.stdout).contains("Ana Souza"));
    assert!(terminal.json(EVENING, &["show", "Ana Souza"])["follow_up"]["state"] == "planned", "nothing was done");
    assert!(terminal.refuses(&["show", "nobody"]).contains("nobody matches"));
    assert!(terminal.refuses(&["show", "99"]).contains("no number 99"));
}

#[test]
fn search_finds_by_any_word_and_offers_to_add() {
    let terminal = Terminal::new();
    terminal.says(EVENING, &["add", PRIYA]);
    for words in [&["priya"][..], &["RAO"], &["acme"], &["514555"], &["slides"], &["rao", "slid"]] {
        let mut arguments = vec!["search"];
        arguments.extend(words);
        assert_eq!(terminal.json(EVENING, &arguments).as_array().unwrap().len(), 1, "{words:?}");
    }
    assert!(terminal.says(EVENING, &["search", "dana"]).contains("justmet add \"dana\""));
}

#[test]
fn undo_takes_back_a_save_within_ten_seconds() {
    let terminal = Terminal::new();
    terminal.says(EVENING, &["add", PRIYA]);
    assert!(terminal.says("2026-11-23T18:30:09-05:00", &["undo"]).contains("Taken back"));
    assert_eq!(terminal.json(EVENING, &["list"]), serde_json::json!([]));
    let files = std::fs::read_dir(terminal.folder.path()).unwrap();
    let bytes: Vec<u8> = files.flat_map(|file| std::fs::read(file.unwrap().path()).unwrap_or_default()).collect();
    assert!(!bytes.is_empty() && !bytes.windows(9).any(|window| window == b"Priya Rao"), "content stayed behind");

    terminal.says(EVENING, &["add", PRIYA]);
    assert_eq!(terminal.at("2026-11-23T18:30:11-05:00", &["undo"]).status.code(), Some(1));
    assert_eq!(terminal.json(EVENING, &["list"]).as_array().unwrap().len(), 1);
}

#[test]
fn every_language_answers_in_its_own_words() {
    for (language, words) in [
        ("en", "they asked for it"),
        ("fr", "mar. 24 nov. 2026"),
        ("es", "24 nov 2026"),
        ("de", "Di., 24. Nov. 2026"),
        ("pt", "24 nov. 2026"),
    ] {
        let terminal = Terminal::new();
        let mut command = terminal.command(EVENING, &["add", PRIYA]);
        let said = text(&command.args(["--lang", language]).output().unwrap().stdout);
        assert!(said.contains(words), "{language}: {said}");
    }
}

#[test]
fn odd_lines_are_kept_or_refused_but_never_lost_halfway() {
    let terminal = Terminal::new();
    assert!(terminal.refuses(&["add", ""]).contains("empty"));
    assert!(terminal.refuses(&["add", " \t "]).contains("empty"));
    assert!(terminal.refuses(&["add", "\u{202e}\u{200b}"]).contains("empty"));
    assert_eq!(terminal.json(EVENING, &["list"]), serde_json::json!([]));

    for line in ["🎉🎉", "Ana\u{7}\u{1b}[31m Silva\u{202e}, ana@silva.example", "Ana \u{1f468}\u{200d}\u{1f469}, x"]
    {
        let saved = terminal.json(EVENING, &["add", line]);
        assert_eq!(saved["contact"]["lines"][0], line, "the line is kept as it was entered");
        let shown = terminal.says(EVENING, &["show", "1"]);
        assert!(!shown.contains('\u{1b}') && !shown.contains('\u{202e}') && !shown.contains('\u{7}'), "{shown:?}");
    }
}

#[test]
fn a_line_from_standard_input_may_hold_nul_but_not_a_megabyte() {
    let terminal = Terminal::new();
    let add = |input: Vec<u8>| terminal.command(EVENING, &["--json", "add", "-"]).write_stdin(input).output().unwrap();
    let with_nul = add(b"Ana\0 Silva, ana@silva.example\n".to_vec());
    assert!(with_nul.status.success());
    let saved: Value = serde_json::from_slice(&with_nul.stdout).unwrap();
    assert_eq!(saved["contact"]["lines"][0], "Ana\0 Silva, ana@silva.example");

    assert!(refusal(&add(vec![b'a'; 1 << 20])).contains("longer than"));
    assert!(refusal(&add(vec![0xff, 0xfe])).contains("UTF-8"));
    assert_eq!(terminal.json(EVENING, &["list"]).as_array().unwrap().len(), 1);
}

#[test]
fn impossible_dates_are_said_and_the_usual_moment_is_taken() {
    let terminal = Terminal::new();
    for line in ["Ana, ana@silva.example, follow up 2020-01-01", "Ana, ana@silva.example, follow up 31 February"] {
        let saved = terminal.json(EVENING, &["add", line]);
        assert_eq!(saved["follow_up"]["due"], "2026-11-25T10:00", "{line}");
        assert_eq!(saved["hints"].as_array().unwrap().len(), 1, "{line}");
    }
}

#[test]
fn unknown_settings_are_refused_with_what_to_use() {
    let terminal = Terminal::new();
    for (option, value, advice) in [
        ("--tz", "Mars/Olympus", "IANA"),
        ("--region", "ZZ", "two letters"),
        ("--lang", "tlh", "en, fr, es, de, pt"),
        ("--now", "yesterday", "RFC 3339"),
    ] {
        let mut command = Command::cargo_bin("justmet").unwrap();
        let output = command.arg("--db").arg(terminal.db()).args([option, value, "list"]).output().unwrap();
        let sentence = refusal(&output);
        assert!(sentence.contains(advice), "{sentence}");
    }
    let output = terminal.at(EVENING, &["no-such-command"]);
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn databases_that_cannot_be_used_are_left_as_they_are() {
    let terminal = Terminal::new();
    terminal.says(EVENING, &["add", PRIYA]);
    let refuses = |path: &Path| {
        let mut command = Command::cargo_bin("justmet").unwrap();
        refusal(&command.arg("--db").arg(path).arg("list").output().unwrap())
    };
    assert!(refuses(terminal.folder.path()).contains("is a folder"));
    assert!(refuses(&terminal.folder.path().join("nowhere/people.db")).contains("folder"));

    let text_file = terminal.folder.path().join("notes.txt");
    std::fs::write(&text_file, "these are my notes, not a database".repeat(100)).unwrap();
    assert!(refuses(&text_file).contains("not a JustMet database"));
    assert_eq!(std::fs::read_to_string(&text_file).unwrap(), "these are my notes, not a database".repeat(100));

    let damaged = terminal.folder.path().join("damaged.db");
    let mut bytes = std::fs::read(terminal.db()).unwrap();
    let half = bytes.len() / 2;
    bytes.truncate(half);
    for byte in bytes.iter_mut().skip(100) {
        *byte = 0xa5;
    }
    std::fs::write(&damaged, &bytes).unwrap();
    assert!(refuses(&damaged).contains("damaged"));
    assert_eq!(std::fs::read(&damaged).unwrap(), bytes);
}

#[test]
fn a_newer_database_is_refused_and_not_touched() {
    let terminal = Terminal::new();
    terminal.says(EVENING, &["add", PRIYA]);
    rusqlite::Connection::open(terminal.db()).unwrap().execute_batch("PRAGMA user_version = 999").unwrap();
    let before = std::fs::read(terminal.db()).unwrap();
    assert!(terminal.refuses(&["add", "Tom"]).contains("newer version"));
    assert_eq!(std::fs::read(terminal.db()).unwrap(), before);
}

#[test]
fn a_locked_database_is_waited_for_and_then_said() {
    let terminal = Terminal::new();
    terminal.says(EVENING, &["add", PRIYA]);
    let other = rusqlite::Connection::open(terminal.db()).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    assert_eq!(terminal.json(EVENING, &["list"])[0]["name"], "Priya Rao", "readers do not wait for a writer");
    assert!(terminal.refuses(&["add", "Tom Ode"]).contains("another program is holding the database"));
    other.execute_batch("COMMIT").unwrap();
    assert_eq!(terminal.json(EVENING, &["add", "Tom Ode"])["contact"]["name"], "Tom Ode");
}

#[test]
fn parse_answers_line_by_line_in_order() {
    let terminal = Terminal::new();
    let ask = |text: &str, id: u32| serde_json::json!({ "id": id, "text": text, "now": EVENING, "tz": "America/Toronto", "region": "CA", "lang": "en", "mode": "typed" });
    let input = format!("{}\n{}\n", ask(PRIYA, 7), ask("🎉", 8));
    let output = terminal.command(EVENING, &["parse", "--jsonl"]).write_stdin(input).output().unwrap();
    let answers: Vec<Value> = text(&output.stdout).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(answers.len(), 2);
    assert_eq!(answers[0]["id"], 7);
    assert_eq!(answers[0]["name"], "Priya Rao");
    assert_eq!(answers[0]["follow_up"], "2026-11-24");
    assert_eq!(
        answers[0]["channels"],
        serde_json::json!([
            { "kind": "email", "handle": "priya@acme.example", "preferred": false },
            { "kind": "whatsapp", "handle": "+15145550142", "preferred": true },
        ])
    );
    assert_eq!((&answers[1]["id"], &answers[1]["name"]), (&Value::from(8), &Value::Null));
}

#[test]
fn help_has_examples_and_completions_complete() {
    let terminal = Terminal::new();
    assert!(terminal.says(EVENING, &["--help"]).contains("Examples:"));
    assert!(terminal.says(EVENING, &["add", "--help"]).contains("Examples:"));
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        assert!(terminal.says(EVENING, &["completions", shell]).contains("justmet"), "{shell}");
    }
}

#[test]
fn a_search_marks_what_it_found_and_says_where() {
    let terminal = Terminal::new();
    terminal.says(EVENING, &["add", PRIYA]);
    terminal.says(EVENING, &["add", "Дмитрий Щербаков, Globex, dmitry@globex.example, met at RustConf"]);
    let found = terminal.json(EVENING, &["search", "pri", "acm"]);
    assert_eq!(found[0]["name"], "Priya Rao");
    let marks = serde_json::json!([
        { "field": "name", "start": 0, "end": 3 }, { "field": "org", "start": 0, "end": 3 }
    ]);
    assert_eq!((&found[0]["matches"], &found[0]["found_in"]), (&marks, &Value::Null));
    let found = terminal.json(EVENING, &["search", "5550142"]);
    let in_number = serde_json::json!({
        "label": "WhatsApp", "text": "+1 514-555-0142", "matches": [{ "start": 7, "end": 15 }]
    });
    assert_eq!(found[0]["found_in"], in_number);
    assert_eq!(terminal.json(EVENING, &["search", "dmitrij"])[0]["name"], "Дмитрий Щербаков");
    assert_eq!(terminal.json(EVENING, &["search", "pryia"])[0]["forgiven"], true);
    assert_eq!(terminal.json(EVENING, &["search", "event:rustconf", "met:2026-11"]).as_array().map(Vec::len), Some(1));
    assert_eq!(terminal.json(EVENING, &["search", "nobody"]), serde_json::json!([]));

    let plain = terminal.says(EVENING, &["search", "rao 555"]);
    assert!(plain.contains("Priya Rao") && plain.contains("WhatsApp: +1 514-555-0142"), "{plain}");
    let colour = terminal.command(EVENING, &["search", "pri"]).env("CLICOLOR_FORCE", "1").output().unwrap();
    let colour = text(&colour.stdout);
    assert!(colour.contains("\u{1b}[1m\u{1b}[4mPri\u{1b}[0mya Rao"), "{colour:?}");
}

#[test]
fn a_search_speaks_five_languages() {
    let terminal = Terminal::new();
    terminal.says(EVENING, &["add", PRIYA]);
    for (language, filter, forgiven, add) in [
        ("en", "promise:slides", "Nobody matches exactly", "To add them"),
        ("fr", "promesse:slides", "Personne ne correspond", "justmet add"),
        ("es", "promesa:slides", "Nadie coincide", "justmet add"),
        ("de", "versprechen:slides", "Niemand passt genau", "justmet add"),
        ("pt", "promessa:slides", "Ninguém corresponde", "justmet add"),
    ] {
        let says = |text: &str| terminal.says(EVENING, &["--lang", language, "search", text]);
        assert!(says(filter).contains("Priya Rao"), "{language}");
        assert!(says("pryia").contains(forgiven), "{language}: {}", says("pryia"));
        assert!(says("nobody here").contains(add), "{language}");
        let arguments = ["--lang", language, "search", "met:monday", "priya"];
        assert!(terminal.refuses(&arguments).contains("monday"), "{language}");
    }
}

#[test]
fn a_list_is_by_name_by_event_by_day_or_of_one_event() {
    let terminal = Terminal::new();
    // A minute apart: within one millisecond the order would be anybody's.
    for (minute, line) in [
        "Zoë Tremblay, zoe@acme.example, met at RustConf, follow up friday",
        "Ángel Núñez, angel@globex.example, met at Café Web, follow up tuesday",
        "Bob Ode, bob@mail.example, met at RustConf, no follow-up",
        "Ann Lee, ann@mail.example, follow up thursday",
    ]
    .into_iter()
    .enumerate()
    {
        terminal.says(&format!("2026-11-23T18:2{minute}:00-05:00"), &["add", line]);
    }
    let names = |arguments: &[&str]| {
        let mut all = vec!["list"];
        all.extend(arguments);
        let people = terminal.json(EVENING, &all);
        let name = |person: &Value| person["name"].as_str().unwrap().split(' ').next().unwrap().to_owned();
        people.as_array().unwrap().iter().map(name).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(names(&[]), "Ann Bob Ángel Zoë");
    assert_eq!(names(&["--by", "recent"]), "Ann Bob Ángel Zoë");
    assert_eq!(names(&["--by", "name"]), "Ángel Ann Bob Zoë");
    assert_eq!(names(&["--by", "event"]), "Ángel Bob Zoë Ann");
    assert_eq!(names(&["--by", "due"]), "Ángel Ann Zoë");
    assert_eq!(names(&["--event", "rustconf"]), "Bob Zoë");
    assert_eq!(names(&["--event", "café", "--by", "due"]), "Ángel");
    let by_event = terminal.json(EVENING, &["list", "--by", "event"]);
    assert_eq!(by_event[1]["section"], serde_json::json!({ "event": "RustConf", "people": 2 }));
    assert_eq!(by_event[3]["section"], serde_json::json!({ "event": null, "people": 1 }));
    for (language, headings) in [
        ("en", ["RustConf · 2 people", "Café Web · 1 person", "Without an event · 1 person"]),
        ("fr", ["RustConf · 2 personnes", "Café Web · 1 personne", "Hors événement · 1 personne"]),
        ("es", ["RustConf · 2 personas", "Café Web · 1 persona", "Sin evento · 1 persona"]),
        ("de", ["RustConf · 2 Personen", "Café Web · 1 Person", "Ohne Veranstaltung · 1 Person"]),
        ("pt", ["RustConf · 2 pessoas", "Café Web · 1 pessoa", "Sem evento · 1 pessoa"]),
    ] {
        let says = terminal.says(EVENING, &["--lang", language, "list", "--by", "event"]);
        for heading in headings {
            assert!(says.contains(heading), "{language}: {says}");
        }
    }
    // The numbers of the headings' lists go on, and mean what they say.
    assert!(terminal.says(EVENING, &["list", "--by", "event"]).contains(" 4  Ann Lee"));
    assert_eq!(terminal.json(EVENING, &["show", "4"])["contact"]["name"], "Ann Lee");
    assert!(terminal.refuses(&["list", "--event", "MeetUp"]).contains("no event was called “MeetUp”"));
}
