//! Scores the parser on the labelled lines of `tests/corpora/capture`, and fails when the half that nobody tuned to gets
//! worse. `cargo test -p justmet-domain --test capture_corpus -- --nocapture` prints the table; `CAPTURE_MISSES=1` adds
//! the lines of the tuned half that are not exact.

// A test from end to end: a line that cannot be read is a failure, and says where.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use chrono::DateTime;
use justmet_domain::capture::{Capture, CaptureContext, CaptureMode, Certainty, FollowUpWish, Found, parse};
use justmet_domain::contact::Stance;
use justmet_domain::locale::Language;
use serde_json::Value;

const FIELDS: [&str; 6] = ["channels", "follow_up", "name", "org", "role", "event"];

/// What the scored half reached: fewest exact and most wrong, a field in the order of [`FIELDS`].
const FLOORS: [(&str, [(u32, u32); 6]); 5] = [
    ("en", [(34, 0), (15, 0), (38, 0), (16, 0), (8, 1), (1, 0)]),
    ("fr", [(36, 0), (17, 0), (37, 1), (20, 1), (8, 1), (2, 0)]),
    ("es", [(36, 1), (19, 0), (36, 1), (17, 1), (9, 2), (2, 0)]),
    ("de", [(37, 0), (19, 0), (37, 1), (18, 0), (10, 1), (2, 0)]),
    ("pt", [(36, 1), (19, 0), (36, 1), (17, 1), (9, 2), (2, 0)]),
];

/// Counts for one field. A line that expects nothing counts only where something was read all the same.
#[derive(Default, Clone, Copy)]
struct Score {
    lines: u32,
    expected: u32,
    exact: u32,
    wrong: u32,
    empty: u32,
    unsure: u32,
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

type Table = BTreeMap<(bool, String, &'static str), Score>;

fn score() -> (Table, String) {
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

fn print(table: &Table) {
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

#[test]
fn the_scored_half_does_not_get_worse() {
    let (table, misses) = score();
    print(&table);
    if std::env::var_os("CAPTURE_MISSES").is_some() {
        println!("\n{misses}");
    }
    for (group, floors) in FLOORS {
        for (field, (fewest_exact, most_wrong)) in FIELDS.into_iter().zip(floors) {
            let score = table[&(true, group.to_owned(), field)];
            assert!(score.exact >= fewest_exact, "{group} {field}: {} exact, were {fewest_exact}", score.exact);
            assert!(score.wrong <= most_wrong, "{group} {field}: {} wrong, were {most_wrong}", score.wrong);
        }
    }
}

/// `cargo test --release -p justmet-domain --test capture_corpus -- --ignored --nocapture` prints how long a line takes.
#[test]
#[ignore = "a measurement: says something in an optimised build only"]
fn time_of_a_line() {
    let lines = lines();
    let first = std::time::Instant::now();
    parse("Priya Rao, +1 514 555 0142", &lines[0].context);
    println!("first call {:?}", first.elapsed());
    let mut times: Vec<(u128, usize, String)> = Vec::new();
    for _ in 0..20 {
        for line in lines.iter().filter(|line| line.text.len() <= 200) {
            let started = std::time::Instant::now();
            std::hint::black_box(parse(&line.text, &line.context));
            times.push((started.elapsed().as_nanos(), line.text.len(), line.id.clone()));
        }
    }
    times.sort_unstable();
    let at = |part: f64| times[((times.len() - 1) as f64 * part) as usize].0 as f64 / 1000.0;
    println!("corpus lines up to 200 bytes: p50 {:.1} µs, p90 {:.1} µs, p99 {:.1} µs", at(0.5), at(0.9), at(0.99));
    let long = "Priya Rao, CTO at Acme, met at RustConf, priya@acme.example, prefers WhatsApp +1 514 555 0142, no LinkedIn, wants slides and the recording, \
                talked about batteries and grid storage, follow up Tuesday";
    let mut times: Vec<u128> = (0..5000)
        .map(|_| {
            let started = std::time::Instant::now();
            std::hint::black_box(parse(long, &lines[0].context));
            started.elapsed().as_nanos()
        })
        .collect();
    times.sort_unstable();
    println!("one line of {} bytes: p50 {} ns, p99 {} ns", long.len(), times[2500], times[4950]);
    let number = |round: u32| {
        let started = std::time::Instant::now();
        for _ in 0..round {
            let handle = justmet_domain::channel::normalize(
                justmet_domain::channel::ChannelKind::Phone,
                std::hint::black_box("+1 514 555 0142"),
                lines[0].context.region,
            );
            let _ = std::hint::black_box(handle);
        }
        started.elapsed() / round
    };
    println!("of which libphonenumber, for its one number: {:?}", number(5000));
    let paste = "Priya Rao, Acme, priya@acme.example, +1 514 555 0142\n".repeat(2000);
    let started = std::time::Instant::now();
    std::hint::black_box(parse(&paste, &lines[0].context));
    println!("a paste of {} bytes: {:?}", paste.len(), started.elapsed());
}
