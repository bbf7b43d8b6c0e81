//! The order in which a line is read: what is certain by its form first, what is left last.

use super::dates::Date;
use super::fields;
use super::line::Line;
use super::mail::Mail;
use super::text::Text;
use super::{
    Capture, CaptureContext, CapturedChannel, FollowUpWish, Found, MAX_LINE_BYTES, codes, dates, due, entities, model,
    names, promises, wishes,
};
use crate::locale::Language;

pub(super) fn read(raw: &str, context: &CaptureContext) -> Capture {
    if raw.len() > MAX_LINE_BYTES {
        return empty(raw);
    }
    if let Some(card) = codes::read(raw, context) {
        return card;
    }
    line(raw, context)
}

/// Reads a line that is no code.
pub(super) fn line(raw: &str, context: &CaptureContext) -> Capture {
    let text = Text::new(raw);
    let (mut line, channels, days, mail) = prepare(&text, context);
    let model::Reading { name, org, role, event, due } = model::read(&line, &days, &mail);
    if let Some((range, _)) = &name {
        line.take(&names::with_titles(&line, range));
    }
    let follow_up = due::choose(&mut line, &days, due);
    for (range, _) in [&org, &role, &event].into_iter().flatten() {
        line.take(&fields::with_lead(&line, range));
    }
    let mut promises = promises::read(&mut line);
    promises::lone_things(&mut line, &mut promises);
    Capture {
        raw: raw.to_owned(),
        name: name
            .map(|(range, sure)| Found { value: names::value(&line, &range), ..fields::found(&line, &range, sure) }),
        org: org.map(|(range, sure)| fields::found(&line, &range, sure)),
        role: role.map(|(range, sure)| fields::found(&line, &range, sure)),
        event: event.map(|(range, sure)| fields::found(&line, &range, sure)),
        channels,
        promises,
        notes: fields::notes(&line),
        follow_up,
        hints: line.hints,
    }
}

/// A line in which all is known that is certain by its form: addresses and wishes, which are taken, and every date.
pub(super) fn prepare<'a>(
    text: &'a Text<'a>,
    context: &'a CaptureContext,
) -> (Line<'a>, Vec<CapturedChannel>, Vec<Date>, Mail) {
    let mut line = Line::new(text, context);
    let entities = entities::find(&mut line);
    let channels = wishes::read(&mut line, entities);
    fields::badge(&mut line);
    let days = dates::find(&line);
    let mail = Mail::of(&channels);
    (line, channels, days, mail)
}

/// How much of a line tells its language, in bytes.
const TELLING: usize = 400;

pub(super) fn language(raw: &str, context: &CaptureContext) -> Language {
    let end = raw.char_indices().map(|(at, _)| at).take_while(|at| *at <= TELLING).last().unwrap_or(0);
    let beginning = if raw.len() <= TELLING { raw } else { raw.get(..end).unwrap_or_default() };
    Line::new(&Text::new(beginning), context).language
}

/// Nothing but the line itself.
pub(super) fn empty(raw: &str) -> Capture {
    Capture {
        raw: raw.to_owned(),
        name: None,
        org: None,
        role: None,
        event: None,
        channels: Vec::new(),
        promises: Vec::new(),
        notes: Vec::new(),
        follow_up: FollowUpWish::Unspecified,
        hints: Vec::new(),
    }
}
