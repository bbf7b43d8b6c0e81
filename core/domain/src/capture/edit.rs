//! What the person changes about how a line was read: a tap makes an unsure field sure, drops it, or replaces it.

use std::ops::Range;

use super::{
    Capture, CaptureContext, CapturedChannel, Certainty, FollowUpWish, Found, Hint, HintKind, read_day, read_hours,
};
use crate::channel::normalize;

/// The fields of a captured line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
pub enum CaptureField {
    /// The person's name.
    Name,
    /// Organisation.
    Org,
    /// Role or title.
    Role,
    /// Where they met.
    Event,
    /// A way to reach them, or a wish about one.
    Channel,
    /// The hours they named for a channel.
    Hours,
    /// A promise.
    Promise,
    /// What was talked about.
    Notes,
    /// When to follow up.
    FollowUp,
}

/// What to do with a field.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
pub enum ChipChange {
    /// It is right: an unsure field becomes sure.
    Confirm,
    /// It is wrong, or unwanted. Dropping the follow-up means that there is none.
    Drop,
    /// It is this instead: certain, as the person wrote it.
    Replace {
        /// A name, an address on the same channel, hours, a day; as the field has it. Empty drops the field.
        text: String,
    },
}

/// One change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// Of which field.
    pub field: CaptureField,
    /// Where it was read, in bytes of the line: tells two channels, promises or notes apart. An empty span stands for
    /// nothing in the line, such as the event of the person before: it never takes the place of what the line says.
    pub span: Range<usize>,
    /// What to do.
    pub change: ChipChange,
}

impl Capture {
    /// The capture with the person's changes, in their order. A change of something that the line does not hold (any
    /// more) does nothing; an address or a day that cannot be one leaves what was there, and a hint.
    #[must_use]
    pub fn edited(mut self, edits: &[Edit], context: &CaptureContext) -> Self {
        for edit in edits {
            self.apply(edit, context);
        }
        self
    }

    fn apply(&mut self, edit: &Edit, context: &CaptureContext) {
        let change = match &edit.change {
            ChipChange::Replace { text } if text.trim().is_empty() => &ChipChange::Drop,
            change => change,
        };
        match edit.field {
            CaptureField::Name => scalar(&mut self.name, edit, change),
            CaptureField::Org => scalar(&mut self.org, edit, change),
            CaptureField::Role => scalar(&mut self.role, edit, change),
            CaptureField::Event => scalar(&mut self.event, edit, change),
            CaptureField::Notes => {
                among(
                    &mut self.notes,
                    |note| note.span == edit.span,
                    change,
                    |note| {
                        confirm(note, change, |value, text| *value = text);
                    },
                );
            }
            CaptureField::Promise => {
                among(
                    &mut self.promises,
                    |promise| promise.span == edit.span,
                    change,
                    |promise| {
                        confirm(promise, change, |value, text| value.what = text);
                    },
                );
            }
            CaptureField::Channel => {
                let mut hints = Vec::new();
                among(
                    &mut self.channels,
                    |channel| channel.span == edit.span,
                    change,
                    |channel| {
                        hints.extend(readdress(channel, change, context));
                    },
                );
                self.hints.extend(hints);
            }
            CaptureField::Hours => self.retime(edit, change, context),
            CaptureField::FollowUp => self.reschedule(edit, change, context),
        }
    }

    fn retime(&mut self, edit: &Edit, change: &ChipChange, context: &CaptureContext) {
        for hours in self.channels.iter_mut().map(|channel| &mut channel.hours) {
            let Some(found) = hours.as_mut().filter(|found| found.span == edit.span) else { continue };
            match change {
                ChipChange::Drop => *hours = None,
                ChipChange::Confirm => found.certainty = Certainty::Sure,
                ChipChange::Replace { text } => match read_hours(text, context) {
                    Some(value) => *found = Found { value, span: edit.span.clone(), certainty: Certainty::Sure },
                    None => self.hints.push(Hint { kind: HintKind::NoSuchHours, span: edit.span.clone() }),
                },
            }
        }
    }

    fn reschedule(&mut self, edit: &Edit, change: &ChipChange, context: &CaptureContext) {
        match change {
            ChipChange::Drop => self.follow_up = FollowUpWish::Never(edit.span.clone()),
            ChipChange::Confirm => {
                if let FollowUpWish::On(day) = &mut self.follow_up {
                    day.certainty = Certainty::Sure;
                }
            }
            ChipChange::Replace { text } => match read_day(text, context) {
                Some(day) if day >= context.now.date() => {
                    let span = edit.span.clone();
                    self.follow_up = FollowUpWish::On(Found { value: day, span, certainty: Certainty::Sure });
                }
                Some(_) => self.hints.push(Hint { kind: HintKind::DateInThePast, span: edit.span.clone() }),
                None => self.hints.push(Hint { kind: HintKind::NoSuchDate, span: edit.span.clone() }),
            },
        }
    }
}

fn scalar(field: &mut Option<Found<String>>, edit: &Edit, change: &ChipChange) {
    let from_the_line = field.as_ref().is_some_and(|found| !found.span.is_empty());
    if edit.span.is_empty() && from_the_line {
        return;
    }
    match (change, field.as_mut()) {
        (ChipChange::Drop, _) => *field = None,
        (ChipChange::Confirm, Some(found)) => found.certainty = Certainty::Sure,
        (ChipChange::Confirm, None) => {}
        (ChipChange::Replace { text }, _) => {
            let value = text.trim().to_owned();
            *field = Some(Found { value, span: edit.span.clone(), certainty: Certainty::Sure });
        }
    }
}

/// Changes or drops the one of a list that the edit means.
fn among<T>(list: &mut Vec<T>, is_meant: impl Fn(&T) -> bool, change: &ChipChange, alter: impl FnOnce(&mut T)) {
    if *change == ChipChange::Drop {
        list.retain(|item| !is_meant(item));
    } else if let Some(item) = list.iter_mut().find(|item| is_meant(item)) {
        alter(item);
    }
}

fn confirm<T>(found: &mut Found<T>, change: &ChipChange, replace: impl FnOnce(&mut T, String)) {
    found.certainty = Certainty::Sure;
    if let ChipChange::Replace { text } = change {
        replace(&mut found.value, text.trim().to_owned());
    }
}

/// Another address on the same channel; one that cannot be there is refused with a hint.
fn readdress(channel: &mut CapturedChannel, change: &ChipChange, context: &CaptureContext) -> Option<Hint> {
    if let ChipChange::Replace { text } = change {
        match normalize(channel.kind, text, context.region) {
            Ok(handle) => channel.handle = Some(handle),
            Err(_) => return Some(Hint { kind: HintKind::BadHandle, span: channel.span.clone() }),
        }
    }
    channel.certainty = Certainty::Sure;
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::capture::{CaptureMode, parse};
    use crate::contact::Stance;
    use crate::locale::Language;

    const LINE: &str = "Priya Rao, Acme, priya@acme.example, wants slides, follow up Tuesday";

    fn context() -> CaptureContext {
        let now = chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap().and_hms_opt(18, 30, 0).unwrap();
        CaptureContext { now, region: "CA".parse().ok(), language: Language::En, mode: CaptureMode::Typed }
    }

    fn edited(field: CaptureField, part: &str, change: ChipChange) -> Capture {
        let start = LINE.find(part).unwrap();
        let edit = Edit { field, span: start..start + part.len(), change };
        parse(LINE, &context()).edited(&[edit], &context())
    }

    fn replace(text: &str) -> ChipChange {
        ChipChange::Replace { text: text.into() }
    }

    #[test]
    fn a_name_is_replaced_or_dropped() {
        let name = edited(CaptureField::Name, "Priya Rao", replace(" Priya Rau ")).name.unwrap();
        assert_eq!((name.value.as_str(), name.certainty), ("Priya Rau", Certainty::Sure));
        assert_eq!(edited(CaptureField::Name, "Priya Rao", ChipChange::Drop).name, None);
        assert_eq!(edited(CaptureField::Org, "Acme", replace("  ")).org, None);
    }

    #[test]
    fn what_stands_for_nothing_in_the_line_only_fills_what_it_leaves_open() {
        let carried = |line: &str, changes: &[ChipChange]| {
            let edits: Vec<Edit> = changes
                .iter()
                .map(|change| Edit { field: CaptureField::Event, span: 0..0, change: change.clone() })
                .collect();
            parse(line, &context()).edited(&edits, &context()).event.map(|event| event.value)
        };
        assert_eq!(carried("Tom, Acme", &[replace("RustConf")]).as_deref(), Some("RustConf"));
        assert_eq!(carried("Tom, Acme, met at KotlinConf", &[replace("RustConf")]).as_deref(), Some("KotlinConf"));
        assert_eq!(carried("Tom, Acme, met at KotlinConf", &[ChipChange::Drop]).as_deref(), Some("KotlinConf"));
        assert_eq!(carried("Tom", &[replace("RustConf"), replace("EuroRust")]).as_deref(), Some("EuroRust"));
        assert_eq!(carried("Tom", &[replace("RustConf"), ChipChange::Drop]), None);
    }

    #[test]
    fn an_address_is_replaced_by_one_that_can_be_there() {
        let part = "priya@acme.example";
        let mail = edited(CaptureField::Channel, part, replace("p.rao@acme.example"));
        assert_eq!(mail.channels[0].handle.as_ref().unwrap().key, "p.rao@acme.example");
        let wrong = edited(CaptureField::Channel, part, replace("not an address"));
        assert_eq!(wrong.channels[0].handle.as_ref().unwrap().key, part, "what was there stays");
        assert_eq!(wrong.hints.last().unwrap().kind, HintKind::BadHandle);
        assert!(edited(CaptureField::Channel, part, ChipChange::Drop).channels.is_empty());
    }

    #[test]
    fn hours_are_replaced_or_dropped_without_their_channel() {
        let line = "Ana Roy, prefers WhatsApp +1 514 555 0142 after 18h";
        let start = line.find("after").unwrap();
        let edited = |change: ChipChange| {
            let edit = Edit { field: CaptureField::Hours, span: start..line.len(), change };
            parse(line, &context()).edited(&[edit], &context())
        };
        let hours = |capture: &Capture| {
            let value = capture.channels[0].hours.as_ref()?.value;
            Some(format!("{}-{}", value.from.format("%H:%M"), value.until.format("%H:%M")))
        };
        assert_eq!(hours(&edited(ChipChange::Confirm)).as_deref(), Some("18:00-00:00"));
        assert_eq!(hours(&edited(replace("mornings"))).as_deref(), Some("08:00-12:00"));
        let dropped = edited(ChipChange::Drop);
        assert_eq!((hours(&dropped), dropped.channels[0].stance), (None, Some(Stance::Preferred)));
        let wrong = edited(replace("whenever"));
        assert_eq!(hours(&wrong).as_deref(), Some("18:00-00:00"), "what was there stays");
        assert_eq!(wrong.hints.last().unwrap().kind, HintKind::NoSuchHours);
    }

    #[test]
    fn the_follow_up_moves_or_is_not_wanted() {
        let FollowUpWish::On(day) = edited(CaptureField::FollowUp, "Tuesday", replace("friday")).follow_up else {
            panic!()
        };
        assert_eq!((day.value.to_string().as_str(), day.certainty), ("2026-11-27", Certainty::Sure));
        let none = edited(CaptureField::FollowUp, "Tuesday", ChipChange::Drop).follow_up;
        assert!(matches!(none, FollowUpWish::Never(_)));
        for (text, kind) in [("2020-01-01", HintKind::DateInThePast), ("whenever", HintKind::NoSuchDate)] {
            let capture = edited(CaptureField::FollowUp, "Tuesday", replace(text));
            assert_eq!(capture.hints.last().unwrap().kind, kind, "{text}");
            assert!(matches!(capture.follow_up, FollowUpWish::On(_)), "what was there stays");
        }
    }

    #[test]
    fn a_change_of_what_is_not_there_does_nothing() {
        let edit = Edit { field: CaptureField::Promise, span: 900..901, change: ChipChange::Drop };
        let before = parse(LINE, &context());
        assert_eq!(before.clone().edited(&[edit], &context()), before);
    }

    #[test]
    fn an_unsure_field_becomes_sure() {
        let mut capture = parse(LINE, &context());
        capture.org.as_mut().unwrap().certainty = Certainty::Unsure;
        capture.channels[0].certainty = Certainty::Unsure;
        let edit = |field, span| Edit { field, span, change: ChipChange::Confirm };
        let (org, channel) = (capture.org.as_ref().unwrap().span.clone(), capture.channels[0].span.clone());
        let edits = [edit(CaptureField::Org, org), edit(CaptureField::Channel, channel)];
        let capture = capture.edited(&edits, &context());
        assert_eq!(capture.org.unwrap().certainty, Certainty::Sure);
        assert_eq!(capture.channels[0].certainty, Certainty::Sure);
    }
}
