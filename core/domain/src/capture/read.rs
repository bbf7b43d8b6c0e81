//! The order in which a line is read: what is certain by its form first, what is left last.

use super::fields::{self, Fields};
use super::line::Line;
use super::names::Mail;
use super::text::Text;
use super::{
    Capture, CaptureContext, CapturedChannel, Certainty, FollowUpWish, Found, MAX_LINE_BYTES, codes, dates, due,
    entities, events, names, places, promises, wishes, work,
};
use crate::channel::ChannelKind;
use crate::fold::fold;
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
    let mut line = Line::new(&text, context);
    let entities = entities::find(&mut line);
    let channels = wishes::read(&mut line, entities);
    fields::badge(&mut line);
    let days = dates::find(&line);
    let mail = mail(&channels);
    let name = names::find(&mut line, &days, &mail);
    let follow_up = due::choose(&mut line, &days);
    let mut promises = promises::read(&mut line);
    let opening = events::opening(&mut line, name.as_ref()).map(|event| (event, true));
    let mut fields = Fields {
        event: opening.or_else(|| places::event(&mut line, &mail.domains)),
        person: name.as_ref().map(|name| name.range.start),
        ..Fields::default()
    };
    work::org_and_role(&mut line, name.as_ref(), &mail, &mut fields);
    events::left_over(&mut line, &mail.domains, &mut fields);
    promises::lone_things(&mut line, &mut promises);
    Capture {
        raw: raw.to_owned(),
        name: name.map(|name| Found {
            value: name.value.unwrap_or_else(|| line.slice(&name.range).to_owned()),
            span: line.span(&name.range),
            certainty: if name.sure { Certainty::Sure } else { Certainty::Unsure },
        }),
        org: fields::found(&line, &fields.org),
        role: fields::found(&line, &fields.role),
        event: fields::found(&line, &fields.event),
        channels,
        promises,
        notes: fields::notes(&line),
        follow_up,
        hints: line.hints,
    }
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

/// What the mail addresses tell about names of people and organisations.
fn mail(channels: &[CapturedChannel]) -> Mail {
    let mut mail = Mail::default();
    for handle in channels
        .iter()
        .filter(|channel| channel.kind == ChannelKind::Email)
        .filter_map(|channel| channel.handle.as_ref())
    {
        if let Some((local, domain)) = handle.key.rsplit_once('@') {
            mail.locals.push(fold(local));
            mail.domains.extend(domain.split('.').next().map(fold));
        }
    }
    mail
}
