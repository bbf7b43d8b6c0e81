//! The commands that work on lines without a database: how a line is read, what an address becomes.

use std::io::{self, BufRead};

use chrono::{DateTime, NaiveDateTime};
use justmet_domain::capture::{
    Capture, CaptureContext, CaptureMode, Certainty, FollowUpWish, Found, MAX_LINE_BYTES, parse,
};
use justmet_domain::channel::{ChannelKind, normalize};
use justmet_domain::contact::{PromiseBy, Stance};
use justmet_domain::locale::{Language, Region};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::environment::{Environment, is_zone};
use crate::failure::Failure;
use crate::json;

/// One line as it is understood.
pub(crate) fn understood(line: &str, environment: &Environment) -> Result<Value, Failure> {
    let context = CaptureContext {
        now: environment.civil_now(),
        region: environment.region,
        language: environment.language,
        mode: CaptureMode::Typed,
    };
    read(line, &context).map_err(Failure::new)
}

/// `parse --jsonl`: one answer for each line of input, in the same order. A line that cannot be read is answered with
/// its fault, and the others are read all the same.
pub(crate) fn parse_all(environment: &Environment) -> Result<(), Failure> {
    answer_each(|text| {
        let asked: ParseLine = serde_json::from_str(text).map_err(|fault| (Value::Null, fault.to_string()))?;
        let id = asked.id.clone();
        asked.answer(environment).map_err(|fault| (id, fault))
    })
}

/// `normalize --jsonl`: likewise.
pub(crate) fn normalize_all(environment: &Environment) -> Result<(), Failure> {
    let mut faulty = false;
    for line in io::stdin().lock().lines() {
        let line = line?;
        if line.trim().is_empty() {
            continue;
        }
        let answer = serde_json::from_str::<NormalizeLine>(&line).map_err(|fault| fault.to_string());
        faulty |= answer.is_err();
        json::print(&match answer.and_then(|asked| asked.answer(environment)) {
            Ok((key, display)) => json!({ "key": key, "display": display, "error": null }),
            Err(error) => json!({ "key": null, "display": null, "error": error }),
        });
    }
    if faulty { Err(Failure::already_told()) } else { Ok(()) }
}

fn answer_each(answer: impl Fn(&str) -> Result<Value, (Value, String)>) -> Result<(), Failure> {
    let mut faulty = false;
    for line in io::stdin().lock().lines() {
        let line = line?;
        if line.trim().is_empty() {
            continue;
        }
        json::print(&answer(&line).unwrap_or_else(|(id, error)| {
            faulty = true;
            json!({ "id": id, "error": error })
        }));
    }
    if faulty {
        Err(Failure::new("could not read every line: each faulty one is answered with its error"))
    } else {
        Ok(())
    }
}

#[derive(Deserialize)]
struct ParseLine {
    #[serde(default)]
    id: Value,
    text: String,
    now: Option<String>,
    tz: Option<String>,
    region: Option<String>,
    lang: Option<String>,
    #[serde(default)]
    mode: CaptureMode,
}

impl ParseLine {
    fn answer(self, environment: &Environment) -> Result<Value, String> {
        if let Some(zone) = self.tz.as_deref().filter(|zone| !is_zone(zone)) {
            return Err(format!("there is no time zone {zone}"));
        }
        let context = CaptureContext {
            now: self.now.as_deref().map_or_else(|| Ok(environment.civil_now()), wall_clock)?,
            region: region(self.region.as_deref())?.or(environment.region),
            language: self.lang.as_deref().and_then(Language::from_tag).unwrap_or(environment.language),
            mode: self.mode,
        };
        let mut answer = read(&self.text, &context)?;
        if let Some(fields) = answer.as_object_mut() {
            fields.insert("id".into(), self.id);
        }
        Ok(answer)
    }
}

#[derive(Deserialize)]
struct NormalizeLine {
    kind: String,
    value: String,
    region: Option<String>,
}

impl NormalizeLine {
    fn answer(self, environment: &Environment) -> Result<(String, String), String> {
        let kind = ChannelKind::from_word(&self.kind).ok_or("there is no such channel")?;
        let region = region(self.region.as_deref())?.or(environment.region);
        let handle = normalize(kind, &self.value, region).map_err(|error| error.to_string())?;
        Ok((handle.key, handle.display))
    }
}

fn region(text: Option<&str>) -> Result<Option<Region>, String> {
    text.filter(|text| !text.is_empty())
        .map(str::parse)
        .transpose()
        .map_err(|error: justmet_domain::locale::UnknownRegion| error.to_string())
}

/// Local time with its offset: what the clock on the wall shows.
fn wall_clock(text: &str) -> Result<NaiveDateTime, String> {
    DateTime::parse_from_rfc3339(text)
        .map(|moment| moment.naive_local())
        .or_else(|_| text.parse())
        .map_err(|_| format!("{text} is no moment"))
}

fn read(text: &str, context: &CaptureContext) -> Result<Value, String> {
    if text.len() > MAX_LINE_BYTES {
        return Err(format!("the line is longer than {} KB", MAX_LINE_BYTES / 1024));
    }
    Ok(capture(&parse(text, context)))
}

/// Unsure fields carry no value in the main keys: they are named under `unsure`, and their values stand in `proposals`.
fn capture(capture: &Capture) -> Value {
    let mut unsure: Vec<&str> = Vec::new();
    let mut proposals = serde_json::Map::new();
    let mut scalar = |key: &'static str, found: Option<(String, Certainty)>| -> Option<String> {
        let (value, certainty) = found?;
        if certainty == Certainty::Sure {
            return Some(value);
        }
        unsure.push(key);
        proposals.insert(key.to_owned(), json!(value));
        None
    };
    let text = |found: &Option<Found<String>>| found.as_ref().map(|found| (found.value.clone(), found.certainty));
    let name = scalar("name", text(&capture.name));
    let org = scalar("org", text(&capture.org));
    let role = scalar("role", text(&capture.role));
    let event = scalar("event", text(&capture.event));
    let day = match &capture.follow_up {
        FollowUpWish::On(day) => Some((day.value.to_string(), day.certainty)),
        _ => None,
    };
    let follow_up = scalar("follow_up", day);

    let refused: Vec<&str> = capture
        .channels
        .iter()
        .filter(|channel| channel.stance == Some(Stance::Refused))
        .map(|channel| channel.kind.slug())
        .collect();
    let hours = capture.channels.iter().filter_map(|channel| {
        let hours = channel.hours.as_ref()?.value;
        let time = |time: chrono::NaiveTime| time.format("%H:%M").to_string();
        Some(json!({ "kind": channel.kind.slug(), "from": time(hours.from), "until": time(hours.until) }))
    });
    let hours: Vec<Value> = hours.collect();
    let mut channels = Vec::new();
    for channel in &capture.channels {
        if channel.certainty == Certainty::Unsure {
            if !unsure.contains(&"channels") {
                unsure.push("channels");
            }
            continue;
        }
        if channel.handle.is_some() || channel.stance == Some(Stance::Preferred) {
            channels.push(json!({
                "kind": channel.kind.slug(),
                "handle": channel.handle.as_ref().map(|handle| &handle.key),
                "preferred": channel.stance == Some(Stance::Preferred),
            }));
        }
    }
    json!({
        "id": null,
        "name": name,
        "org": org,
        "role": role,
        "event": event,
        "channels": channels,
        "refused": refused,
        "hours": hours,
        "notes": notes(capture),
        "promises": promises(capture),
        "follow_up": follow_up,
        "no_follow_up": matches!(capture.follow_up, FollowUpWish::Never(_)),
        "unsure": unsure,
        "proposals": proposals,
        "hints": capture.hints.iter().map(|hint| json!(hint.kind)).collect::<Vec<_>>(),
    })
}

/// What was talked about and promised, as it stands in the line.
fn notes(capture: &Capture) -> Option<String> {
    let mut parts: Vec<(usize, &str)> =
        capture.notes.iter().map(|note| (note.span.start, note.value.as_str())).collect();
    parts.extend(
        capture
            .promises
            .iter()
            .filter_map(|promise| Some((promise.span.start, capture.raw.get(promise.span.clone())?.trim()))),
    );
    parts.sort_unstable();
    let joined = parts.into_iter().map(|(_, part)| part).collect::<Vec<_>>().join("; ");
    Some(joined).filter(|notes| !notes.is_empty())
}

fn promises(capture: &Capture) -> Vec<Value> {
    let promise = |by: PromiseBy, what: &str| json!({ "by": by, "what": what });
    capture.promises.iter().map(|found| promise(found.value.by, &found.value.what)).collect()
}
