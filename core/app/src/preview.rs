//! Reading a line as it is typed.

use chrono::NaiveDateTime;
use justmet_domain::capture::{
    Capture, CaptureContext, CaptureField, CaptureMode, Certainty, ChipChange, Edit, FollowUpWish, MAX_LINE_BYTES,
    parse,
};
use justmet_domain::channel::ChannelKind;
use justmet_domain::contact::{PromiseBy, Stance};
use justmet_domain::follow_up::choose_moment;
use justmet_domain::order::order_by_key;
use justmet_store::{Reader, StoreError};

use crate::draw::{HintLine, hint_lines};
use crate::error::{JustMetError, Result};
use crate::just_met::{Inner, JustMet, Now};
use crate::session::Session;
use crate::words::Words;

/// How a line is understood, ready to be drawn under the field.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct CapturePreview {
    /// The chips, in reading order of the line.
    pub chips: Vec<Chip>,
    /// When the one reminder will come; none where the line asks for none.
    pub follow_up: Option<FollowUpChip>,
    /// What the person should know about this reading.
    pub hints: Vec<HintLine>,
}

/// One understood piece of the line.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Chip {
    /// Which field.
    pub field: CaptureField,
    /// What to write on it.
    pub text: String,
    /// Where it stands in the line: first UTF-16 code unit.
    pub start: u32,
    /// First UTF-16 code unit after it.
    pub end: u32,
    /// Filled when sure, hollow when not.
    pub certainty: Certainty,
    /// The channel, on its chip and on that of the hours they named for it.
    pub channel: Option<ChannelKind>,
    /// What they said about that channel; hours have only a refusal, which is struck through with its channel.
    pub stance: Option<Stance>,
    /// Who made the promise, on a promise's chip.
    pub promise_by: Option<PromiseBy>,
}

/// The one reminder as a chip: always there, also where it is the usual moment.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct FollowUpChip {
    /// "Tue 24 Nov 2026, 10:00".
    pub text: String,
    /// Whether the line names the day; else it is the usual moment.
    pub stated: bool,
    /// Hollow where the line names a day that is not certain: then the usual moment is kept until it is confirmed.
    pub certainty: Certainty,
}

/// A tap on a chip.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct ChipEdit {
    /// The chip's field.
    pub field: CaptureField,
    /// The chip's first UTF-16 code unit; 0 for a chip that stands for nothing in the line.
    pub start: u32,
    /// The chip's first UTF-16 code unit after it.
    pub end: u32,
    /// What to do with it.
    pub change: ChipChange,
}

#[uniffi::export]
impl JustMet {
    /// Reads a line without keeping anything: call it at each keystroke, with the changes that were tapped so far.
    ///
    /// # Errors
    /// `Invalid` for a line that is too long; `Shell` where the clock fails. An empty line gives an empty preview.
    pub fn preview(&self, line: String, mode: CaptureMode, edits: Vec<ChipEdit>) -> Result<CapturePreview> {
        let now = self.inner.now()?;
        let capture = self.inner.capture(&line, mode, &edits, &now)?;
        let hints = hint_lines(&self.inner.words, &capture);
        // A file that cannot be read says so when the line is saved; the line itself is read all the same.
        let due = self.inner.read(|reader| self.inner.reminder_day(reader, &capture, &now)).unwrap_or(None);
        let follow_up = due.map(|due| self.inner.follow_up_chip(&capture, due));
        Ok(CapturePreview { chips: chips(&self.inner.words, &capture), follow_up, hints })
    }
}

impl Inner {
    pub(crate) fn capture(&self, line: &str, mode: CaptureMode, edits: &[ChipEdit], now: &Now) -> Result<Capture> {
        if line.len() > MAX_LINE_BYTES {
            let limit = ("limit", (MAX_LINE_BYTES / 1024).to_string().into());
            return Err(JustMetError::invalid(self.words.say_with("error-line-too-long", &[limit])));
        }
        let context = CaptureContext { now: now.civil(), region: self.region, language: self.words.language(), mode };
        let units = Utf16Offsets::of(line);
        let edits: Vec<Edit> = edits
            .iter()
            .map(|edit| Edit {
                field: edit.field,
                span: units.byte(edit.start)..units.byte(edit.end),
                change: edit.change.clone(),
            })
            .collect();
        Ok(parse(line, &context).edited(&edits, &context))
    }

    fn follow_up_chip(&self, capture: &Capture, due: NaiveDateTime) -> FollowUpChip {
        let stated = match &capture.follow_up {
            FollowUpWish::On(day) => Some(day.certainty),
            FollowUpWish::Unspecified | FollowUpWish::Never(_) => None,
        };
        FollowUpChip {
            text: self.words.date_time(due),
            stated: stated.is_some(),
            certainty: stated.unwrap_or(Certainty::Sure),
        }
    }

    /// When the follow-up of a capture comes, if it wants one. An unsure day decides nothing: the usual moment is taken.
    pub(crate) fn reminder_day(
        &self,
        reader: &Reader<'_>,
        capture: &Capture,
        now: &Now,
    ) -> std::result::Result<Option<NaiveDateTime>, StoreError> {
        let stated = match &capture.follow_up {
            FollowUpWish::Never(_) => return Ok(None),
            FollowUpWish::Unspecified => None,
            FollowUpWish::On(day) => day.sure().copied(),
        };
        let own = choose_moment(now.at, stated, &now.zone, &self.calendar(reader)?);
        let session = if stated.is_none() { Session::of(reader)? } else { None };
        Ok(Some(Session::moment(session, own, now)))
    }
}

fn chips(words: &Words, capture: &Capture) -> Vec<Chip> {
    let units = Utf16Offsets::of(&capture.raw);
    let chip = |field, text: &str, span: &std::ops::Range<usize>, certainty| Chip {
        field,
        text: text.to_owned(),
        start: units.at(span.start),
        end: units.at(span.end),
        certainty,
        channel: None,
        stance: None,
        promise_by: None,
    };
    let mut chips = Vec::new();
    let scalars = [
        (CaptureField::Name, &capture.name),
        (CaptureField::Org, &capture.org),
        (CaptureField::Role, &capture.role),
        (CaptureField::Event, &capture.event),
    ];
    for (field, found) in scalars {
        chips.extend(found.iter().map(|found| chip(field, &found.value, &found.span, found.certainty)));
    }
    chips.extend(capture.channels.iter().map(|channel| {
        let text = channel.handle.as_ref().map_or_else(|| channel.kind.name(), |handle| handle.display.as_str());
        Chip {
            channel: Some(channel.kind),
            stance: channel.stance,
            ..chip(CaptureField::Channel, text, &channel.span, channel.certainty)
        }
    }));
    chips.extend(capture.channels.iter().filter_map(|channel| {
        let hours = channel.hours.as_ref()?;
        Some(Chip {
            channel: Some(channel.kind),
            stance: channel.stance.filter(|stance| *stance == Stance::Refused),
            ..chip(CaptureField::Hours, &words.hours(hours.value), &hours.span, hours.certainty)
        })
    }));
    chips.extend(capture.promises.iter().map(|found| Chip {
        promise_by: Some(found.value.by),
        ..chip(CaptureField::Promise, &found.value.what, &found.span, found.certainty)
    }));
    chips.extend(capture.notes.iter().map(|note| chip(CaptureField::Notes, &note.value, &note.span, note.certainty)));
    if let FollowUpWish::On(day) = &capture.follow_up {
        chips.push(chip(CaptureField::FollowUp, &day.value.to_string(), &day.span, day.certainty));
    }
    order_by_key(&mut chips, |chip| chip.start);
    chips
}

/// Turns byte offsets into UTF-16 offsets, which is how Kotlin and Swift (`NSRange`) count.
pub(crate) struct Utf16Offsets {
    /// Byte offset and UTF-16 offset of each character.
    steps: Vec<(usize, u32)>,
}

impl Utf16Offsets {
    pub(crate) fn of(text: &str) -> Self {
        let mut units = 0;
        let mut steps = Vec::with_capacity(text.len() + 1);
        for (byte, character) in text.char_indices() {
            steps.push((byte, units));
            units += u32::try_from(character.len_utf16()).unwrap_or(1);
        }
        steps.push((text.len(), units));
        Self { steps }
    }

    /// The byte at which that code unit stands; the end for one beyond the line.
    fn byte(&self, unit: u32) -> usize {
        let index = self.steps.partition_point(|(_, start)| *start < unit);
        self.steps.get(index).or(self.steps.last()).map_or(0, |(byte, _)| *byte)
    }

    pub(crate) fn at(&self, byte: usize) -> u32 {
        let index = self.steps.partition_point(|(start, _)| *start < byte);
        self.steps.get(index).or(self.steps.last()).map_or(0, |(_, units)| *units)
    }
}

#[cfg(test)]
mod tests {
    use super::Utf16Offsets;

    #[test]
    fn offsets_count_as_kotlin_and_swift_do() {
        let units = Utf16Offsets::of("é😀a");
        assert_eq!([0, 2, 6, 7].map(|byte| units.at(byte)), [0, 1, 3, 4]);
        assert_eq!(units.at(99), 4);
        assert_eq!([0, 1, 3, 4, 99].map(|unit| units.byte(unit)), [0, 2, 6, 7, 7]);
    }
}
