//! One line becomes a [`Capture`].
//!
//! The rule of this room: **never a guess shown as a fact**. A field the parser is not sure of is [`Certainty::Unsure`];
//! the shells draw it hollow, and nothing is decided from it. The line itself is always kept as it was entered.

mod codes;
mod date_figures;
mod dates;
mod due;
mod edit;
mod entities;
mod fields;
mod lexicon;
mod line;
mod mail;
mod model;
mod names;
mod phones;
mod promises;
mod read;
mod spoken;
#[cfg(test)]
mod tests;
mod text;
mod tokens;
mod wishes;

pub use edit::{CaptureField, ChipChange, Edit};
#[cfg(feature = "teach")]
pub use model::teach;

use std::ops::Range;

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

use crate::channel::{ChannelKind, Handle};
use crate::contact::{Hours, PromiseBy, Stance};
use crate::locale::{Language, Region};

/// How a line came in; decides how it is read, and what an address in it is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
pub enum CaptureMode {
    /// With a keyboard.
    #[default]
    Typed,
    /// Spoken: lower case, no punctuation, digits and dots spelled out.
    Dictated,
    /// A signature or a profile, often of several lines.
    Pasted,
    /// A code or a badge.
    Scanned,
}

/// What a line cannot say itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CaptureContext {
    /// What the clock on the wall shows: "Tuesday" and "tomorrow" count from here.
    pub now: NaiveDateTime,
    /// Whose dialling rules a national number follows, and whether 3/4 is in March or in April.
    pub region: Option<Region>,
    /// The person's own language; only breaks ties, all languages are understood at once.
    pub language: Language,
    /// How the line came in.
    pub mode: CaptureMode,
}

/// Whether a field may be taken as a fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
pub enum Certainty {
    /// Read without doubt.
    Sure,
    /// A proposal: drawn hollow, confirmed with a tap.
    Unsure,
}

/// A value, where it stands in the line, and whether it is certain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found<T> {
    /// The value.
    pub value: T,
    /// Bytes of [`Capture::raw`] it was read from; always on character boundaries.
    pub span: Range<usize>,
    /// Whether it may be taken as a fact.
    pub certainty: Certainty,
}

impl<T> Found<T> {
    /// The value, if it is certain.
    pub fn sure(&self) -> Option<&T> {
        (self.certainty == Certainty::Sure).then_some(&self.value)
    }
}

/// The parsed line before it is saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Capture {
    /// The line exactly as it was entered.
    pub raw: String,
    /// The person's name, as written.
    pub name: Option<Found<String>>,
    /// Organisation, as written.
    pub org: Option<Found<String>>,
    /// Role or title, as written.
    pub role: Option<Found<String>>,
    /// Where they met, as written.
    pub event: Option<Found<String>>,
    /// Ways to reach them, and wishes about channels, in reading order.
    pub channels: Vec<CapturedChannel>,
    /// What was promised, in reading order.
    pub promises: Vec<Found<CapturedPromise>>,
    /// What was talked about: every part of the line that is none of the above, in reading order.
    pub notes: Vec<Found<String>>,
    /// When to follow up.
    pub follow_up: FollowUpWish,
    /// What the person should know about this reading.
    pub hints: Vec<Hint>,
}

/// A way to reach them, a wish about a channel, or both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CapturedChannel {
    /// The channel.
    pub kind: ChannelKind,
    /// The address, where the line gave one: "prefers Slack" alone gives none.
    pub handle: Option<Handle>,
    /// What they said about the channel, if anything.
    pub stance: Option<Stance>,
    /// The hours they named for it, if any; they stand in words of their own.
    pub hours: Option<Found<Hours>>,
    /// Bytes of [`Capture::raw`].
    pub span: Range<usize>,
    /// Whether the address may be taken as a fact.
    pub certainty: Certainty,
}

/// Something promised.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CapturedPromise {
    /// Who promised.
    pub by: PromiseBy,
    /// What, as short as it was said.
    pub what: String,
}

/// What the line says about the follow-up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FollowUpWish {
    /// Nothing: the usual moment is chosen.
    Unspecified,
    /// "No follow up": none is planned.
    Never(Range<usize>),
    /// A day.
    On(Found<NaiveDate>),
}

/// Something the person should know about how a line was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hint {
    /// What.
    pub kind: HintKind,
    /// Bytes of [`Capture::raw`] it is about.
    pub span: Range<usize>,
}

/// The kinds of [`Hint`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
pub enum HintKind {
    /// The date is before today.
    DateInThePast,
    /// There is no such day (31 February).
    NoSuchDate,
    /// The date can be read day first or month first.
    AmbiguousDate,
    /// "Every month": a follow-up does not recur, only one is planned.
    DoesNotRecur,
    /// A national phone number, and no region to read it in.
    NumberWithoutRegion,
    /// The number has a possible length, but no such number is in use.
    NumberNotInUse,
    /// It looks like an address of this channel, but cannot be one.
    BadHandle,
    /// What was to replace the hours names none.
    NoSuchHours,
}

/// Lines longer than this (in bytes) are refused before they are read: a person is described in less.
pub const MAX_LINE_BYTES: usize = 256 * 1024;

/// Reads a line.
///
/// Pure and total: no clock is read, and no input makes it panic. The time grows with the length of the line; a line
/// longer than [`MAX_LINE_BYTES`] is kept as it is, and nothing in it is read. Of a paste only the first 4096 words, numbers
/// and marks are read.
pub fn parse(line: &str, context: &CaptureContext) -> Capture {
    read::read(line, context)
}

/// The day that a text names: a date, a weekday, "in 3 days", in any of the languages; none where it is not certain.
/// It is read as it would be after "follow up", but for a written-out date, which may lie in the past.
pub fn read_day(text: &str, context: &CaptureContext) -> Option<NaiveDate> {
    if let Ok(date) = text.trim().parse() {
        return Some(date);
    }
    match parse(&format!("follow up {text}"), context).follow_up {
        FollowUpWish::On(day) => day.sure().copied(),
        FollowUpWish::Unspecified | FollowUpWish::Never(_) => None,
    }
}

/// The hours that a text names: "18-21", "evenings", "after 6 pm", in any of the languages; none where it names none. They
/// are read as they would be after a channel's name.
pub fn read_hours(text: &str, context: &CaptureContext) -> Option<Hours> {
    let clock = |hour: &str| chrono::NaiveTime::from_hms_opt(hour.trim().parse::<u32>().ok()? % 24, 0, 0);
    // Two plain numbers alone are hours here; in a line they could be anything.
    if let Some((from, until)) = text.split_once(['-', '–'])
        && let (Some(from), Some(until)) = (clock(from), clock(until))
    {
        return Some(Hours { from, until });
    }
    let capture = parse(&format!("prefers email {text}"), context);
    capture.channels.into_iter().find_map(|channel| channel.hours).map(|hours| hours.value)
}

/// The language that most words of a line are in; the person's own where none stands out. Of a paste the first
/// 400 bytes are looked at.
pub fn language_of(line: &str, context: &CaptureContext) -> Language {
    read::language(line, context)
}
