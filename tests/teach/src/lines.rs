//! The labelled lines, as the model is told them, each with the reading that it should have.

use std::fs;
use std::ops::Range;
use std::path::Path;

use chrono::{DateTime, NaiveDate};
use justmet_domain::capture::teach::{FIELDS, Lesson, lesson};
use justmet_domain::capture::{CaptureContext, CaptureMode};
use justmet_domain::locale::Language;
use serde_json::Value;

/// The fields in the order of the model.
pub(crate) const NAMES: [&str; FIELDS] = ["name", "org", "role", "event", "follow_up"];

/// Where the follow-up stands in them.
const DUE: usize = FIELDS - 1;

/// A line to learn from.
pub(crate) struct Line {
    pub(crate) lesson: Lesson,
    /// Of each field, its tokens.
    pub(crate) wanted: [Option<Range<usize>>; FIELDS],
    /// The label of each token.
    pub(crate) labels: Vec<usize>,
}

/// The tuned half (even ids) of the corpus, and what more is given.
pub(crate) fn tuned(more: &[String]) -> Vec<Line> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../corpora/capture");
    let mut files: Vec<_> =
        Language::ALL.into_iter().map(|language| folder.join(format!("{}.jsonl", language.code()))).collect();
    let own = files.len();
    files.extend(more.iter().map(Into::into));
    let mut lines = Vec::new();
    let mut left_out = 0;
    for (file, place) in files.iter().zip(0..) {
        for row in fs::read_to_string(file).unwrap().lines().map(|row| serde_json::from_str::<Value>(row).unwrap()) {
            let number: u32 = row["id"].as_str().unwrap().rsplit('-').next().unwrap().parse().unwrap();
            if place < own && number % 2 == 1 {
                continue;
            }
            match line(&row) {
                Some(line) => lines.push(line),
                None => left_out += 1,
            }
        }
    }
    println!("{} lines, {left_out} left out: codes, and values that do not stand in the line as they are", lines.len());
    lines
}

fn line(row: &Value) -> Option<Line> {
    let text = row["text"].as_str()?;
    let context = CaptureContext {
        now: DateTime::parse_from_rfc3339(row["now"].as_str()?).ok()?.naive_local(),
        region: row["region"].as_str().and_then(|region| region.parse().ok()),
        language: Language::from_tag(row["lang"].as_str()?)?,
        mode: match row["mode"].as_str()? {
            "typed" => CaptureMode::Typed,
            "dictated" => CaptureMode::Dictated,
            "pasted" => CaptureMode::Pasted,
            _ => CaptureMode::Scanned,
        },
    };
    let expect = &row["expect"];
    let doubtful = |field: &&str| expect["unsure"].as_array().is_some_and(|all| all.iter().any(|name| name == *field));
    if NAMES[..DUE].iter().any(doubtful) {
        return None;
    }
    let lesson = lesson(text, &context)?;
    let mut wanted: [Option<Range<usize>>; FIELDS] = Default::default();
    let mut labels = vec![0; lesson.tokens.len()];
    for field in 0..DUE {
        let Some(value) = expect[NAMES[field]].as_str() else { continue };
        let range = find(text, &lesson, &labels, value).or_else(|| turned(text, &lesson, &labels, value))?;
        labels[range.start] = 1 + 2 * field;
        labels[range.start + 1..range.end].fill(2 + 2 * field);
        wanted[field] = Some(range);
    }
    let free = |range: &Range<usize>| range.clone().all(|at| labels[at] == 0 && !lesson.taken[at]);
    let due = if doubtful(&NAMES[DUE]) {
        // The date is told, and only its day is not certain.
        let mut unclear = lesson.dates.iter().filter(|(range, _, certain)| !certain && free(range));
        let date = unclear.next()?;
        if unclear.next().is_some() {
            return None;
        }
        Some(date.0.clone())
    } else if expect["follow_up"].is_string() {
        let told = |day: &NaiveDate| expect["follow_up"] == day.to_string();
        lesson
            .dates
            .iter()
            .find(|(range, day, _)| day.as_ref().is_some_and(told) && free(range))
            .map(|date| date.0.clone())
    } else {
        None
    };
    if let Some(range) = due {
        labels[range.start] = 1 + 2 * DUE;
        labels[range.start + 1..range.end].fill(2 + 2 * DUE);
        wanted[DUE] = Some(range);
    }
    Some(Line { lesson, wanted, labels })
}

/// Where a value stands in the line, blanks and case aside.
fn find(text: &str, lesson: &Lesson, labels: &[usize], value: &str) -> Option<Range<usize>> {
    let plain = |text: &str| text.split_whitespace().collect::<String>().to_lowercase();
    let value = plain(value);
    (0..lesson.tokens.len()).find_map(|start| {
        let mut rest = value.as_str();
        for at in start..lesson.tokens.len() {
            let token = plain(&text[lesson.tokens[at].clone()]);
            rest = rest.strip_prefix(token.as_str()).filter(|_| labels[at] == 0 && !lesson.taken[at])?;
            if rest.is_empty() {
                return Some(start..at + 1);
            }
        }
        None
    })
}

/// "Priya Rao" that stands as "Rao, Priya".
fn turned(text: &str, lesson: &Lesson, labels: &[usize], value: &str) -> Option<Range<usize>> {
    value
        .match_indices(' ')
        .find_map(|(at, _)| find(text, lesson, labels, &format!("{}, {}", &value[at + 1..], &value[..at])))
}
