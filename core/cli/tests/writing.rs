//! Writing to people with the built program: the draft, what speaks against it, and what comes of it.
#![allow(clippy::unwrap_used, reason = "a failed expectation of a test is its message")]

use std::fs;

use assert_cmd::Command;
use serde_json::{Value, json};
use tempfile::TempDir;

const PRIYA: &str = "Priya Rao, Acme, priya@acme.example, prefers WhatsApp +1 514 555 0142, linkedin.com/in/priyarao, \
                     wants slides, met at RustConf, follow up Tuesday";
/// A Monday evening, the Tuesday after it at noon, and two weeks and a day later.
const EVENING: &str = "2026-11-23T18:30:00-05:00";
const TUESDAY: &str = "2026-11-24T12:00:00-05:00";
const LATER: &str = "2026-12-09T12:00:00-05:00";

struct Terminal {
    folder: TempDir,
}

impl Terminal {
    fn new() -> Self {
        Self { folder: TempDir::new().unwrap() }
    }

    fn with(lines: &[&str]) -> Self {
        let terminal = Self::new();
        for line in lines {
            terminal.json(EVENING, &["add", line]);
        }
        terminal
    }

    fn command(&self, now: &str, arguments: &[&str]) -> Command {
        let mut command = Command::cargo_bin("justmet").unwrap();
        command.env_clear().env("HOME", self.folder.path()).current_dir(self.folder.path());
        command.args(["--db", "people.db", "--now", now, "--tz", "America/Toronto", "--region", "CA", "--lang", "en"]);
        command.args(arguments);
        command
    }

    fn says(&self, now: &str, arguments: &[&str]) -> String {
        let output = self.command(now, arguments).output().unwrap();
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    fn json(&self, now: &str, arguments: &[&str]) -> Value {
        let mut all = vec!["--json"];
        all.extend(arguments);
        serde_json::from_str(&self.says(now, &all)).unwrap()
    }

    fn refuses(&self, now: &str, arguments: &[&str]) -> String {
        let output = self.command(now, arguments).output().unwrap();
        assert_eq!(output.status.code(), Some(1), "{arguments:?}");
        let sentence = String::from_utf8(output.stderr).unwrap();
        assert_eq!(sentence.trim_end().lines().count(), 1, "{sentence}");
        sentence
    }
}

fn kinds(notes: &Value) -> Vec<&str> {
    notes.as_array().unwrap().iter().map(|note| note["kind"].as_str().unwrap()).collect()
}

fn url(draft: &Value) -> &str {
    draft.pointer("/launch/primary/url").and_then(Value::as_str).unwrap()
}

#[test]
fn the_draft_leads_with_the_promise_and_goes_into_the_link() {
    let terminal = Terminal::with(&[PRIYA]);
    let draft = terminal.json(EVENING, &["draft", "priya", "--as", "Ana Roy"]);
    let text = "Hi Priya, Ana Roy here, we met at RustConf. As promised: slides. Would ten minutes next week suit you?";
    assert_eq!(
        (&draft["channel"], &draft["text"], &draft["subject"]),
        (&json!("whatsapp"), &json!(text), &Value::Null)
    );
    let (link, query) = url(&draft).split_once("?text=").unwrap();
    assert_eq!(link, "https://wa.me/15145550142");
    assert!(!query.contains([' ', '&', '?', '#', '+']), "{query}");
    assert_eq!((&draft["notes"], &draft["asks_for"]), (&json!([]), &Value::Null));
    assert!(terminal.says(EVENING, &["draft", "priya"]).contains(text), "the name is remembered");
}

#[test]
fn every_channel_gets_its_own_shape() {
    let terminal = Terminal::with(&[PRIYA]);
    let mail = terminal.json(EVENING, &["draft", "priya", "--channel", "email"]);
    assert_eq!(mail["subject"], "RustConf: Slides");
    assert!(mail["text"].as_str().unwrap().contains("\n\n"));
    assert_eq!((&mail["length"]["limit"], &mail["length"]["fits"]), (&json!(125), &json!(true)));
    let note = terminal.json(EVENING, &["draft", "priya", "--channel", "linkedin"]);
    assert_eq!((&note["length"]["limit"], &note["launch"]["draft"]), (&json!(200), &json!("clipboard")));
    assert!(terminal.refuses(EVENING, &["draft", "priya", "--channel", "signal"]).contains("no address on Signal"));
    assert!(terminal.refuses(EVENING, &["draft", "priya", "--channel", "skype"]).contains("Teams took its place"));
}

#[test]
fn a_name_and_an_event_of_any_length_still_fit() {
    let event = "Very".repeat(40);
    let line = format!("Maximiliane-Friederike {}, +1 514 555 0142 text, met at {event}Conf", "von ".repeat(20));
    let terminal = Terminal::with(&[&line]);
    let id = terminal.json(EVENING, &["list"])[0]["id"].as_str().unwrap().to_owned();
    for language in ["en", "fr", "es", "de", "pt"] {
        let draft = terminal.json(EVENING, &["draft", &id, "--channel", "sms", "--in", language]);
        assert_eq!((&draft["length"]["segments"], &draft["length"]["fits"]), (&json!(1), &json!(true)), "{draft}");
    }
}

#[test]
fn without_a_detail_it_asks_for_one_and_for_their_preference() {
    let terminal = Terminal::with(&["Tom Ode, tom@ode.example, met at DevConf, her launch is 12 December"]);
    let draft = terminal.json(EVENING, &["draft", "tom"]);
    assert_eq!(draft["asks_for"], "Add one true detail of your conversation");
    assert_eq!(draft["noted"], "her launch is 12 December");
    let text = draft["text"].as_str().unwrap();
    assert!(text.ends_with("How would you like to stay in touch?") && !text.contains("launch"), "{text}");
}

#[test]
fn it_is_written_in_their_language_and_said_in_mine() {
    let terminal =
        Terminal::with(&["Anna Berg, Siemens, anna@berg.example, will die Folien, kennengelernt auf der Messe"]);
    let draft = terminal.json(EVENING, &["draft", "anna"]);
    assert_eq!(
        (&draft["language"], &draft["length"]["text"].as_str().unwrap().contains("of 125 words")),
        (&json!("de"), &true)
    );
    assert!(draft["text"].as_str().unwrap().starts_with("Hallo Anna,"), "{draft}");
    assert_eq!(terminal.json(EVENING, &["draft", "anna", "--in", "fr"])["language"], "fr");
    assert_eq!(terminal.json(EVENING, &["draft", "anna"])["language"], "fr", "it is kept");
    assert!(terminal.refuses(EVENING, &["draft", "anna", "--in", "tlh"]).contains("en, fr, es, de, pt"));
}

#[test]
fn having_written_ends_the_reminder_and_can_be_taken_back() {
    let terminal = Terminal::with(&[PRIYA]);
    let sent = terminal.json(TUESDAY, &["sent", "priya"]);
    assert_eq!((&sent["channel"], &sent["follow_up"]["state"]), (&json!("whatsapp"), &json!("acted")));
    assert_eq!(terminal.json(TUESDAY, &["sent", "priya"])["applied"], false, "a second tap");
    assert_eq!(terminal.json(TUESDAY, &["due"]), json!([]));
    terminal.says(TUESDAY, &["undo"]);
    let again = terminal.json(TUESDAY, &["show", "priya"]);
    // Its moment had come: it waits in the inbox again and does not alert.
    assert_eq!((&again["contact"]["messages"], &again["follow_up"]["state"]), (&json!([]), &json!("delivered")));
}

#[test]
fn a_second_message_needs_an_answer_or_a_reason_that_is_kept() {
    let terminal = Terminal::with(&[PRIYA]);
    terminal.says(TUESDAY, &["sent", "priya"]);
    let draft = terminal.json(TUESDAY, &["draft", "priya"]);
    assert_eq!((kinds(&draft["notes"]), &draft["launch"]), (vec!["no_answer_yet"], &Value::Null));
    assert!(terminal.refuses(TUESDAY, &["draft", "priya", "--because", " "]).contains("the reason is empty"));
    let anyway = terminal.json(TUESDAY, &["draft", "priya", "--because", "she asked for the link"]);
    assert!(url(&anyway).starts_with("https://wa.me/"));
    terminal.says(TUESDAY, &["sent", "priya"]);
    assert!(terminal.says(TUESDAY, &["show", "priya"]).contains("she asked for the link"));
    assert_eq!(kinds(&terminal.json(TUESDAY, &["draft", "priya"])["notes"]), ["no_answer_yet"], "once is once");
    terminal.says(TUESDAY, &["replied", "priya"]);
    assert_eq!(terminal.json(TUESDAY, &["draft", "priya"])["notes"], json!([]));
}

#[test]
fn nearly_the_same_to_a_third_person_names_the_two_before() {
    let terminal =
        Terminal::with(&["Ana Silva, ana@silva.example", "Ben Ode, ben@ode.example", "Cleo Fox, cleo@fox.example"]);
    let text = |name: &str| format!("Hi {name}, we met at the fair on the 23rd, here is the deck that I promised you.");
    for name in ["ana", "ben"] {
        let draft = terminal.json(TUESDAY, &["draft", name, "--text", &text(name)]);
        assert_eq!(draft["notes"], json!([]), "{name}");
        terminal.says(TUESDAY, &["sent", name, "--text", &text(name)]);
    }
    let third = terminal.json(TUESDAY, &["draft", "cleo", "--text", &text("Cleo")]);
    assert_eq!((kinds(&third["notes"]), &third["launch"]), (vec!["nearly_the_same"], &Value::Null));
    let said = third["notes"][0]["text"].as_str().unwrap();
    assert!(said.contains("Ana Silva") && said.contains("Ben Ode"), "{said}");
    let own = "Hi Cleo, your story of the lighthouse made me read about Fresnel lenses. Which museum was it?";
    assert_eq!(terminal.json(TUESDAY, &["draft", "cleo", "--text", own])["notes"], json!([]));
    let month = "2026-12-26T12:00:00-05:00";
    assert_eq!(terminal.json(month, &["draft", "cleo", "--text", &text("Cleo")])["notes"], json!([]), "30 days on");
}

#[test]
fn hours_and_nights_are_kept() {
    let terminal = Terminal::with(&["Ana Silva, ana@silva.example"]);
    assert_eq!(kinds(&terminal.json("2026-11-23T23:30:00-05:00", &["draft", "ana"])["notes"]), ["night"]);
    for hours in ["18-21", "18:00-21:00", "between 18 and 21h"] {
        let shown = terminal.json(TUESDAY, &["prefer", "ana", "email", "--hours", hours]);
        assert_eq!(shown["suggestion"]["hours"], "Hours they named: 18:00–21:00", "{hours}");
    }
    assert_eq!(kinds(&terminal.json(TUESDAY, &["draft", "ana"])["notes"]), ["outside_their_hours"]);
    assert_eq!(terminal.json(EVENING, &["draft", "ana"])["notes"], json!([]));
    assert!(terminal.refuses(TUESDAY, &["prefer", "ana", "email", "--hours", "soonish"]).contains("names no hours"));
}

#[test]
fn what_can_be_noted_is_offered_where_it_makes_sense() {
    let terminal = Terminal::with(&["Ana Silva, prefers WhatsApp +1 514 555 0142, ana@silva.example", "Ben Ode"]);
    let offered = |who: &str| {
        let shown = terminal.json(TUESDAY, &["show", who]);
        let choices = shown["contact"]["outcomes"].as_array().unwrap().clone();
        choices.iter().map(|choice| format!("{} {}", choice["outcome"], choice["text"])).collect::<Vec<_>>().join("; ")
    };
    assert_eq!(offered("ben"), "", "there is no way to them");
    let all = r#""sent" "I already got in touch (WhatsApp)"; "replied" "They answered (WhatsApp)"; "asked_not_to" "They asked not to be written to""#;
    assert_eq!(offered("ana"), all);
    terminal.says(TUESDAY, &["sent", "ana", "--channel", "email"]);
    let waiting = r#""replied" "They answered (email)"; "asked_not_to" "They asked not to be written to""#;
    assert_eq!(offered("ana"), waiting, "where they were written to last");
    terminal.says(TUESDAY, &["please-dont", "ana"]);
    assert_eq!(offered("ana"), r#""replied" "They answered (email)""#);
}

#[test]
fn hours_of_the_line_are_kept_and_shown() {
    let terminal = Terminal::with(&[
        "Ana Silva, prefers WhatsApp +1 514 555 0142 after 18h",
        "Ben Ode, best on email mornings, ben@ode.example, no calls in the evening, +1 514 555 0143",
    ]);
    let ana = terminal.says(TUESDAY, &["show", "ana"]);
    assert!(ana.contains("WhatsApp  +1 514-555-0142 (preferred, after 18:00)"), "{ana}");
    assert!(ana.contains("Hours they named: after 18:00"), "{ana}");
    assert_eq!(terminal.json(TUESDAY, &["show", "ana"])["contact"]["addresses"][0]["hours"], "after 18:00");
    assert_eq!(kinds(&terminal.json(TUESDAY, &["draft", "ana"])["notes"]), ["outside_their_hours"]);
    let ben = terminal.says(TUESDAY, &["show", "ben"]);
    assert!(ben.contains("email  ben@ode.example (preferred, 08:00–12:00)"), "{ben}");
    assert!(ben.contains("phone  +1 514-555-0143 (not this one, 18:00–22:00)"), "{ben}");
    // Another channel is preferred: the hours are kept for when I call all the same.
    terminal.says(TUESDAY, &["add", "Cleo Hart, prefers email cleo@hart.example, calls after 18h on +1 514 555 0144"]);
    let cleo = terminal.says(TUESDAY, &["show", "cleo"]);
    assert!(cleo.contains("phone  +1 514-555-0144 (after 18:00)") && cleo.contains("Write an email"), "{cleo}");
    assert!(cleo.contains("Next best: phone, after 18:00 (they gave it to you)"), "{cleo}");
    assert_eq!(
        kinds(&terminal.json(TUESDAY, &["draft", "cleo", "--channel", "phone"])["notes"]),
        ["outside_their_hours"]
    );
    let wishes = terminal.json(TUESDAY, &["show", "cleo"])["contact"]["wishes"].to_string();
    assert!(wishes.contains("phone: after 18:00 (told you"), "{wishes}");
    let cleo = terminal.json(TUESDAY, &["prefer", "cleo", "phone", "--only-hours", "before 11h"]);
    let phone = cleo["contact"]["addresses"].as_array().unwrap().iter().find(|it| it["kind"] == "phone").unwrap();
    assert_eq!((&phone["stance"], &phone["hours"]), (&Value::Null, &json!("before 11:00")));
    assert_eq!(cleo["suggestion"]["channel"], "email");
    // They come back from an export like everything else.
    terminal.says(TUESDAY, &["export", "people.json"]);
    fs::remove_file(terminal.folder.path().join("people.db")).unwrap();
    terminal.says(TUESDAY, &["import", "people.json"]);
    assert!(terminal.says(TUESDAY, &["show", "cleo"]).contains("phone  +1 514-555-0144 (before 11:00)"));
    terminal.says(TUESDAY, &["prefer", "cleo", "phone", "--forget"]);
    assert!(!terminal.says(TUESDAY, &["show", "cleo"]).contains("(before 11:00)"));
    let wishes = terminal.json(TUESDAY, &["show", "ben"])["contact"]["wishes"].to_string();
    assert!(wishes.contains("Not phone, 18:00–22:00 (told you"), "{wishes}");
    let read =
        terminal.says(TUESDAY, &["parse", "Ben Ode, best on email mornings, ben@ode.example, no calls in the evening"]);
    assert!(read.contains("email  ben@ode.example (preferred, 08:00–12:00)"), "{read}");
    assert!(read.contains("phone  not this one, 18:00–22:00"), "{read}");
}

#[test]
fn letting_go_and_please_dont_hold() {
    let terminal = Terminal::with(&["Ana Silva, ana@silva.example", "Ben Ode, ben@ode.example"]);
    terminal.says(TUESDAY, &["let-go", "ana"]);
    assert_eq!(kinds(&terminal.json(TUESDAY, &["draft", "ana"])["notes"]), ["let_go"]);

    terminal.says(TUESDAY, &["please-dont", "ben"]);
    let shown = terminal.json(TUESDAY, &["show", "ben"]);
    assert_eq!((&shown["suggestion"]["channel"], &shown["follow_up"]["state"]), (&Value::Null, &json!("closed")));
    assert_eq!(shown["suggestion"]["why_not"][0]["kind"], "they_asked_for_peace");
    assert_eq!(kinds(&terminal.json(TUESDAY, &["draft", "ben", "--channel", "email"])["notes"])[0], "asked_not_to");
    assert_eq!(terminal.json(LATER, &["due"]), json!([]));
}

#[test]
fn after_two_weeks_without_an_answer_it_is_proposed_to_let_it_rest_where_one_looks() {
    let terminal = Terminal::with(&[PRIYA]);
    terminal.says(TUESDAY, &["sent", "priya"]);
    assert_eq!(terminal.json(TUESDAY, &["show", "priya"])["contact"]["let_go_proposal"], Value::Null);
    let proposal = terminal.json(LATER, &["show", "priya"])["contact"]["let_go_proposal"].clone();
    assert!(proposal.as_str().unwrap().starts_with("No answer from Priya Rao since Tue 24 Nov 2026."), "{proposal}");
    assert_eq!(
        terminal.says(LATER, &["due"]).lines().next(),
        Some("Nothing to do. Enjoy the talk."),
        "never by itself"
    );
    terminal.says(LATER, &["no-answer", "priya"]);
    assert_eq!(terminal.json(LATER, &["show", "priya"])["contact"]["let_go_proposal"], Value::Null);
    assert!(terminal.refuses(LATER, &["no-answer", "priya"]).contains("no message to them waits"));
}

#[test]
fn answers_move_the_suggestion_and_can_be_forgotten() {
    let names = ["Ana", "Ben", "Cleo", "Dora", "Emil", "Fay", "Gus", "Hana", "Ivo", "Jana", "Kai", "Lea"];
    let people = names.map(|name| {
        let handle = name.to_lowercase();
        format!("{name} Fox, {handle}@fair.example, linkedin.com/in/{handle}-fox, met at DevConf")
    });
    let terminal = Terminal::with(&people.iter().map(String::as_str).collect::<Vec<_>>());
    assert_eq!(terminal.json(TUESDAY, &["suggest", "lea"])["channel"], "email");
    for (number, who) in names.iter().take(10).enumerate() {
        let (channel, outcome) = if number < 5 { ("email", "no-answer") } else { ("linkedin", "replied") };
        terminal.says(TUESDAY, &["sent", who, "--channel", channel]);
        terminal.says(TUESDAY, &[outcome, who, "--channel", channel]);
    }
    let learned = terminal.json(TUESDAY, &["suggest", "lea"]);
    assert_eq!((&learned["channel"], &learned["reasons"][0]["kind"]), (&json!("linkedin"), &json!("answered_there")));
    assert_eq!(learned["reasons"][0]["numbers"]["answered"], 5);
    assert!(
        learned["reasons"][0]["text"].as_str().unwrap().starts_with("5 of 5 people you met at events"),
        "{learned}"
    );
    assert_eq!(terminal.json(TUESDAY, &["learned"])["rates"].as_array().unwrap().len(), 2);
    // Who wrote there themselves is written to there.
    assert_eq!(terminal.json(TUESDAY, &["suggest", "hana"])["reasons"][0]["kind"], "they_used_it_last");

    terminal.says(TUESDAY, &["learned", "--reset"]);
    assert_eq!(terminal.json(TUESDAY, &["learned"])["rates"], json!([]));
    assert_eq!(terminal.json(TUESDAY, &["suggest", "lea"])["channel"], "email");
    assert!(!terminal.json(TUESDAY, &["show", "hana"])["contact"]["messages"].as_array().unwrap().is_empty());
}

#[test]
fn promises_are_kept_both_ways_and_what_is_open_leads() {
    let terminal = Terminal::with(&["Tom Ode, tom@ode.example, wants the slides, he sends me the paper"]);
    let title = |now: &str| terminal.json(now, &["due"])[0]["title"].clone();
    let due = "2026-11-25T12:00:00-05:00";
    assert_eq!(title(due), "Slides for Tom Ode");
    assert!(terminal.refuses(due, &["kept", "tom"]).contains("slides, paper"), "which one is asked");
    let kept = terminal.json(due, &["kept", "tom", "slides"]);
    assert_eq!(kept["contact"]["promises"][0]["kept"], true);
    assert_eq!(title(due), "Tom Ode offered: paper");
    terminal.says(due, &["kept", "tom"]);
    assert_eq!(title(due), "Say hello to Tom Ode");
    terminal.says(due, &["kept", "tom", "slides", "--not"]);
    assert_eq!(title(due), "Slides for Tom Ode");
}

#[test]
fn a_wish_has_a_history() {
    let terminal = Terminal::with(&[PRIYA]);
    terminal.says(TUESDAY, &["prefer", "priya", "whatsapp", "--not"]);
    let wishes = terminal.json(TUESDAY, &["show", "priya"])["contact"]["wishes"].clone();
    let held: Vec<(&str, bool)> = wishes
        .as_array()
        .unwrap()
        .iter()
        .map(|wish| (wish["stance"].as_str().unwrap(), wish["holds"].as_bool().unwrap()))
        .collect();
    assert_eq!(held, [("refused", true), ("preferred", false)]);
    assert!(terminal.says(TUESDAY, &["show", "priya"]).contains("Prefers WhatsApp (told you, Mon 23 Nov 2026)"));
}

#[test]
fn skype_is_kept_and_teams_is_proposed() {
    let terminal = Terminal::with(&["Ana Silva, skype: ana.silva, ana@silva.example"]);
    let suggested = terminal.json(EVENING, &["suggest", "ana"]);
    assert_eq!((&suggested["channel"], &suggested["why_not"][0]["kind"]), (&json!("email"), &json!("shut_down")));
    assert_eq!(suggested["why_not"][0]["text"], "Not Skype: the service was shut down; ask about Teams instead");
}

#[test]
fn forgetting_someone_takes_what_was_written_along() {
    let terminal = Terminal::with(&[PRIYA]);
    terminal.says(TUESDAY, &["sent", "priya", "--text", "Hi Priya, here are the slides from the fair."]);
    terminal.says(TUESDAY, &["forget", "priya", "--yes"]);
    let file = rusqlite::Connection::open(terminal.folder.path().join("people.db")).unwrap();
    let left: i64 = file.query_row("SELECT count(*) FROM message", [], |row| row.get(0)).unwrap();
    assert_eq!(left, 0);
}

#[test]
fn no_text_of_a_message_is_kept() {
    let terminal = Terminal::with(&[PRIYA]);
    terminal.says(TUESDAY, &["sent", "priya", "--text", "Hi Priya, the zeppelin leaves at dawn."]);
    for file in std::fs::read_dir(terminal.folder.path()).unwrap() {
        let bytes = std::fs::read(file.unwrap().path()).unwrap_or_default();
        assert!(!bytes.windows(8).any(|window| window == b"zeppelin"));
    }
}
