//! Labelled lines, and how far what is read of them is what was to be read. The benchmark prints the same table.

// A line of the corpus that cannot be read is a failure, and says where.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "only tests and the benchmark read the corpus"
)]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use chrono::DateTime;
use justmet_domain::capture::{Capture, CaptureContext, CaptureMode, Certainty, FollowUpWish, Found, parse};
use justmet_domain::contact::Stance;
use justmet_domain::locale::Language;
use serde_json::Value;

pub(crate) const FIELDS: [&str; 6] = ["channels", "follow_up", "name", "org", "role", "event"];

/// Counts for one field. A line that expects nothing counts only where something was read all the same.
#[derive(Default, Clone, Copy)]
pub(crate) struct Score {
    pub(crate) lines: u32,
    pub(crate) expected: u32,
    pub(crate) exact: u32,
    pub(crate) wrong: u32,
    pub(crate) empty: u32,
    pub(crate) unsure: u32,
}

impl Score {
    fn exact_rate(self) -> f64 {
        if self.expected == 0 { 100.0 } else { f64::from(self.exact) * 100.0 / f64::from(self.expected) }
    }

    fn wrong_rate(self) -> f64 {
        if self.lines == 0 { 0.0 } else { f64::from(self.wrong) * 100.0 / f64::from(self.lines) }
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Outcome {
    Exact,
    /// Nothing was to be read, and nothing was.
    Blank,
    Wrong,
    Empty,
    Unsure,
}

struct Line {
    id: String,
    text: String,
    language: String,
    mode: String,
    scored: bool,
    expect: Value,
    context: CaptureContext,
}

fn lines() -> Vec<Line> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/corpora/capture");
    let mut all = Vec::new();
    for language in Language::ALL {
        let text = fs::read_to_string(folder.join(format!("{}.jsonl", language.code()))).unwrap();
        for row in text.lines().map(|row| serde_json::from_str::<Value>(row).unwrap()) {
            let field = |key: &str| row[key].as_str().unwrap_or_default().to_owned();
            let id = field("id");
            let number: u32 = id.rsplit('-').next().unwrap().parse().unwrap();
            all.push(Line {
                scored: number % 2 == 1,
                id,
                text: field("text"),
                language: field("lang"),
                mode: field("mode"),
                expect: row["expect"].clone(),
                context: CaptureContext {
                    now: DateTime::parse_from_rfc3339(&field("now")).unwrap().naive_local(),
                    region: field("region").parse().ok(),
                    language: Language::from_tag(&field("lang")).unwrap(),
                    mode: match field("mode").as_str() {
                        "typed" => CaptureMode::Typed,
                        "dictated" => CaptureMode::Dictated,
                        "pasted" => CaptureMode::Pasted,
                        "scanned" => CaptureMode::Scanned,
                        other => panic!("no mode {other}"),
                    },
                },
            });
        }
    }
    all
}

/// Sure value, and whether there is an unsure one.
fn text(found: &Option<Found<String>>) -> (Option<String>, bool) {
    match found {
        Some(found) if found.certainty == Certainty::Sure => (Some(found.value.clone()), false),
        Some(_) => (None, true),
        None => (None, false),
    }
}

/// What the parser is sure of, and whether there is more that it is not sure of. A refused channel without an address
/// is no way to reach anyone and is not compared.
fn read(capture: &Capture, field: &str) -> (Option<String>, bool) {
    match field {
        "name" => text(&capture.name),
        "org" => text(&capture.org),
        "role" => text(&capture.role),
        "event" => text(&capture.event),
        "follow_up" => match &capture.follow_up {
            FollowUpWish::On(day) if day.certainty == Certainty::Sure => (Some(day.value.to_string()), false),
            FollowUpWish::On(_) => (None, true),
            FollowUpWish::Unspecified | FollowUpWish::Never(_) => (None, false),
        },
        _ => {
            let (sure, unsure): (Vec<_>, Vec<_>) =
                capture.channels.iter().partition(|channel| channel.certainty == Certainty::Sure);
            let mut told: Vec<String> = sure
                .iter()
                .filter(|channel| channel.handle.is_some() || channel.stance == Some(Stance::Preferred))
                .map(|channel| {
                    let key = channel.handle.as_ref().map_or("", |handle| handle.key.as_str());
                    let wish = if channel.stance == Some(Stance::Preferred) { "*" } else { "" };
                    format!("{}:{key}{wish}", channel.kind.slug())
                })
                .collect();
            told.sort();
            ((!told.is_empty()).then(|| told.join(" ")), !unsure.is_empty())
        }
    }
}

fn expected(expect: &Value, field: &str) -> Option<String> {
    if field != "channels" {
        return expect[field].as_str().map(str::to_owned);
    }
    let mut told: Vec<String> = expect["channels"]
        .as_array()
        .unwrap()
        .iter()
        .map(|channel| {
            let wish = if channel["preferred"] == true { "*" } else { "" };
            format!("{}:{}{wish}", channel["kind"].as_str().unwrap(), channel["handle"].as_str().unwrap_or_default())
        })
        .collect();
    told.sort();
    (!told.is_empty()).then(|| told.join(" "))
}

/// An entry of a channel list that was not said at all is wrong; one that is missing is only missing.
fn judge(expected: Option<&str>, got: Option<&str>, unsure: bool, may_be_unsure: bool, list: bool) -> Outcome {
    match (expected, got) {
        (None, None) if may_be_unsure => Outcome::Exact,
        (None, None) if unsure => Outcome::Unsure,
        (None, None) => Outcome::Blank,
        (Some(expected), Some(got)) if expected == got => Outcome::Exact,
        (Some(expected), Some(got)) if list => {
            let bare = |entry: &str| entry.trim_end_matches('*').to_owned();
            let known: Vec<String> = expected.split(' ').map(bare).collect();
            let wishes: Vec<&str> = expected.split(' ').filter(|entry| entry.ends_with('*')).collect();
            let fits = got
                .split(' ')
                .all(|entry| known.contains(&bare(entry)) && (!entry.ends_with('*') || wishes.contains(&entry)));
            if !fits {
                Outcome::Wrong
            } else if unsure {
                Outcome::Unsure
            } else {
                Outcome::Empty
            }
        }
        (_, Some(_)) => Outcome::Wrong,
        (Some(_), None) if unsure => Outcome::Unsure,
        (Some(_), None) => Outcome::Empty,
    }
}

pub(crate) type Table = BTreeMap<(bool, String, &'static str), Score>;

pub(crate) fn score() -> (Table, String) {
    let mut table = Table::new();
    let mut misses = String::new();
    for line in lines() {
        let capture = parse(&line.text, &line.context);
        for field in FIELDS {
            let (got, unsure) = read(&capture, field);
            let wanted = expected(&line.expect, field);
            let may = line.expect["unsure"].as_array().is_some_and(|list| list.iter().any(|name| name == field));
            let outcome = judge(wanted.as_deref(), got.as_deref(), unsure, may, field == "channels");
            for group in [line.language.clone(), format!("all {}", line.mode), "all".to_owned()] {
                let score = table.entry((line.scored, group, field)).or_default();
                score.lines += 1;
                score.expected += u32::from(wanted.is_some() || may);
                score.exact += u32::from(outcome == Outcome::Exact);
                score.wrong += u32::from(outcome == Outcome::Wrong);
                score.empty += u32::from(outcome == Outcome::Empty);
                score.unsure += u32::from(outcome == Outcome::Unsure);
            }
            if !line.scored && !matches!(outcome, Outcome::Exact | Outcome::Blank) {
                let _ = writeln!(
                    misses,
                    "{} {field}: expected {wanted:?} got {got:?}{}\n    {:?}",
                    line.id,
                    if unsure { " unsure" } else { "" },
                    line.text
                );
            }
        }
    }
    (table, misses)
}

pub(crate) fn print(table: &Table) {
    for scored in [false, true] {
        println!("\n{}", if scored { "scored half (odd ids)" } else { "tuned half (even ids)" });
        println!(
            "{:<14}{:<11}{:>6}{:>7}{:>7}{:>7}{:>7}{:>9}{:>9}",
            "", "field", "lines", "exact", "wrong", "empty", "unsure", "exact %", "wrong %"
        );
        for ((_, group, field), score) in table.iter().filter(|((half, ..), _)| *half == scored) {
            println!(
                "{group:<14}{field:<11}{:>6}{:>7}{:>7}{:>7}{:>7}{:>9.1}{:>9.1}",
                score.lines,
                score.exact,
                score.wrong,
                score.empty,
                score.unsure,
                score.exact_rate(),
                score.wrong_rate()
            );
        }
    }
}
