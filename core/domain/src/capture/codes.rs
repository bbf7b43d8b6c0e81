//! Payloads of codes (vCard, MECARD, BIZCARD, `mailto:`, `tel:`) in the shape of a captured line.
//!
//! A first reading for the person who scans: who, where, how to reach them. Whole address books are read by the importer.

use std::ops::Range;

use super::{Capture, CaptureContext, CaptureMode, CapturedChannel, Certainty, Found};
use crate::channel::{ChannelKind, Handle, normalize, recognise_url};

use super::names;
use super::read::empty;

/// No card has more fields; a longer payload is not read to its end.
const MOST_FIELDS: usize = 200;

/// What a code begins with.
const HEADS: [&str; 7] = ["BEGIN:VCARD", "MECARD:", "BIZCARD:", "MAILTO:", "TEL:", "SMSTO:", "SMS:"];

/// What the line says if it is the payload of a code.
pub(super) fn read(raw: &str, context: &CaptureContext) -> Option<Capture> {
    let trimmed = raw.trim_start_matches(['\u{FEFF}', ' ', '\n', '\r', '\t']);
    let start = raw.len() - trimmed.len();
    let begins = |head: &str| trimmed.get(..head.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(head));
    if !HEADS.into_iter().any(begins) {
        return None;
    }
    let mut card = Card { capture: empty(raw), context, raw, wishes: Vec::new() };
    if begins("BEGIN:VCARD") {
        card.vcard(start);
    } else if begins("MECARD:") {
        card.pairs(start + "MECARD:".len());
    } else if begins("BIZCARD:") {
        card.pairs(start + "BIZCARD:".len());
    } else if begins("MAILTO:") {
        let end = trimmed.find(['?', '\n', ' ']).map_or(raw.len(), |end| start + end);
        card.channel(ChannelKind::Email, start + "MAILTO:".len()..end);
    } else if begins("TEL:") {
        let end = trimmed.find(['?', ';', '\n']).map_or(raw.len(), |end| start + end);
        card.channel(ChannelKind::Phone, start + "TEL:".len()..end);
    } else {
        let from = start + trimmed.find(':').map_or(0, |colon| colon + 1);
        let rest = raw.get(from..).unwrap_or_default();
        let end = rest.find([':', '?', ';', '\n']).map_or(raw.len(), |end| from + end);
        card.channel(ChannelKind::Sms, from..end);
    }
    card.settle();
    Some(card.capture)
}

struct Card<'a> {
    capture: Capture,
    context: &'a CaptureContext,
    raw: &'a str,
    /// Wishes of a note about channels that no field before it held.
    wishes: Vec<CapturedChannel>,
}

impl Card<'_> {
    /// Gives the wishes of a note to the channels that came behind it.
    fn settle(&mut self) {
        for wish in std::mem::take(&mut self.wishes) {
            match self.capture.channels.iter_mut().find(|known| known.kind == wish.kind) {
                Some(known) => (known.stance, known.hours) = (wish.stance, wish.hours),
                None => self.capture.channels.push(wish),
            }
        }
    }

    /// `NAME;PARAMETER=…:value`, a line each.
    fn vcard(&mut self, start: usize) {
        let mut at = start;
        let mut family_first: Option<(String, Range<usize>)> = None;
        for line in self.raw.get(start..).unwrap_or_default().split('\n').take(MOST_FIELDS) {
            let from = at;
            at += line.len() + 1;
            let line = line.trim_end_matches('\r');
            let Some(colon) = value_colon(line) else { continue };
            let span = from + colon + 1..from + line.len();
            let label = line.get(..colon).unwrap_or_default().to_ascii_uppercase();
            let property = label.split(';').next().unwrap_or_default();
            let property = property.rsplit('.').next().unwrap_or_default();
            // Nobody is reached by fax.
            let fax = property == "TEL" && label.split([';', '=', ',']).any(|part| part.trim_matches('"') == "FAX");
            match property {
                "TEL" if fax => {}
                "FN" => self.name(plain(self.text(&span)), span),
                "N" => family_first = Some((self.given_first(&span, ';'), span)),
                "IMPP" | "X-SOCIALPROFILE" | "URL" | "SOCIALPROFILE" => self.link(span),
                _ => self.field(property, span, ';'),
            }
        }
        if self.capture.name.is_none()
            && let Some((name, span)) = family_first
        {
            self.name(name, span);
        }
    }

    /// `N:Family,Given;TEL:…;` in one line; a backslash protects what follows.
    fn pairs(&mut self, start: usize) {
        let mut from = start;
        for _ in 0..MOST_FIELDS {
            let end = unescaped(self.raw, from, ';').unwrap_or(self.raw.len());
            let pair = self.raw.get(from..end).unwrap_or_default();
            if let Some(colon) = pair.find(':') {
                let span = from + colon + 1..end;
                match pair.get(..colon).unwrap_or_default().trim().to_ascii_uppercase().as_str() {
                    "N" => {
                        let name = self.given_first(&span, ',');
                        self.name(name, span);
                    }
                    "X" => {
                        if let Some(name) = &mut self.capture.name {
                            name.value = format!("{} {}", name.value, plain(self.raw.get(span).unwrap_or_default()));
                        }
                    }
                    "URL" => self.link(span),
                    "C" => self.field("ORG", span, '\0'),
                    "T" => self.field("TITLE", span, '\0'),
                    "B" => self.field("TEL", span, '\0'),
                    "E" => self.field("EMAIL", span, '\0'),
                    other => self.field(other, span, '\0'),
                }
            }
            if end >= self.raw.len() {
                return;
            }
            from = end + 1;
        }
    }

    fn field(&mut self, property: &str, span: Range<usize>, part: char) {
        let text = self.text(&span).to_owned();
        match property {
            "ORG" => {
                // The first part is the organisation, the rest are its departments.
                let first = text.split(part).next().unwrap_or_default();
                let value = plain(first);
                if self.capture.org.is_none() && !value.is_empty() {
                    self.capture.org = Some(sure(value, span.start..span.start + first.len()));
                }
            }
            "TITLE" | "ROLE" => {
                let value = plain(&text);
                if self.capture.role.is_none() && !value.is_empty() {
                    self.capture.role = Some(sure(value, span));
                }
            }
            "TEL" => self.channel(ChannelKind::Phone, span),
            "EMAIL" => self.channel(ChannelKind::Email, span),
            "NOTE" => {
                let value = plain(&text);
                if !value.is_empty() && !self.noted(&text, span.start) {
                    self.capture.notes.push(sure(value, span));
                }
            }
            _ => {}
        }
    }

    /// Whether a note says more than a note: where they met, a wish about a channel. What the card has in its own fields
    /// is not read from it, nor a day: whose plan it is the card does not say.
    fn noted(&mut self, text: &str, start: usize) -> bool {
        let context = CaptureContext { mode: CaptureMode::Typed, ..*self.context };
        let said = super::read::line(text, &context);
        let moved = |span: Range<usize>| span.start + start..span.end + start;
        let mut heard = false;
        let named = |event: &Found<String>| event.value.contains(char::is_uppercase);
        if let Some(event) = said.event.filter(|event| self.capture.event.is_none() && named(event)) {
            heard = true;
            self.capture.event = Some(Found { span: moved(event.span.clone()), ..event });
        }
        for channel in said.channels.into_iter().filter(|channel| channel.stance.is_some() && channel.handle.is_none())
        {
            heard = true;
            let hours = channel.hours.clone().map(|hours| Found { span: moved(hours.span), ..hours });
            // "No WhatsApp" on a card with one number says nothing against calls.
            match self.capture.channels.iter_mut().find(|known| known.kind == channel.kind) {
                Some(known) => (known.stance, known.hours) = (channel.stance, hours),
                None => self.wishes.push(CapturedChannel { span: moved(channel.span.clone()), hours, ..channel }),
            }
        }
        heard && said.notes.is_empty() && said.name.is_none()
    }

    fn name(&mut self, name: String, span: Range<usize>) {
        let name = names::without_titles(&name);
        if !name.is_empty() && self.capture.name.is_none() {
            self.capture.name = Some(sure(name, span));
        }
    }

    fn channel(&mut self, kind: ChannelKind, span: Range<usize>) {
        let text = plain(self.text(&span));
        let value = text.strip_prefix("tel:").unwrap_or(&text);
        if let Ok(handle) = normalize(kind, value, self.context.region) {
            self.add(handle, span);
        }
    }

    fn link(&mut self, span: Range<usize>) {
        if let Some(handle) = recognise_url(&plain(self.text(&span))) {
            self.add(handle, span);
        }
    }

    fn add(&mut self, handle: Handle, span: Range<usize>) {
        let known = self.capture.channels.iter().any(|channel| channel.handle.as_ref() == Some(&handle));
        if !known {
            self.capture.channels.push(CapturedChannel {
                kind: handle.kind,
                handle: Some(handle),
                stance: None,
                hours: None,
                span,
                certainty: Certainty::Sure,
            });
        }
    }

    fn text(&self, span: &Range<usize>) -> &str {
        self.raw.get(span.clone()).unwrap_or_default()
    }

    /// Given name and family name, from "Family;Given;Middle".
    fn given_first(&self, span: &Range<usize>, part: char) -> String {
        let mut parts = self.text(span).split(part).map(plain);
        let family = parts.next().unwrap_or_default();
        let given = parts.next().unwrap_or_default();
        [given, family].join(" ").trim().to_owned()
    }
}

fn sure(value: String, span: Range<usize>) -> Found<String> {
    Found { value, span, certainty: Certainty::Sure }
}

/// The colon before the value: the first that no quotation marks enclose.
fn value_colon(line: &str) -> Option<usize> {
    let mut quoted = false;
    line.char_indices().find_map(|(at, letter)| {
        quoted ^= letter == '"';
        (letter == ':' && !quoted).then_some(at)
    })
}

fn unescaped(text: &str, from: usize, wanted: char) -> Option<usize> {
    let mut escaped = false;
    for (at, letter) in text.get(from..)?.char_indices() {
        if letter == wanted && !escaped {
            return Some(from + at);
        }
        escaped = letter == '\\' && !escaped;
    }
    None
}

/// Without escapes, control and direction characters, and blanks around it.
fn plain(text: &str) -> String {
    let mut value = String::with_capacity(text.len());
    let mut escaped = false;
    for letter in text.chars() {
        if letter == '\\' && !escaped {
            escaped = true;
            continue;
        }
        value.push(if escaped && matches!(letter, 'n' | 'N') { ' ' } else { letter });
        escaped = false;
    }
    super::text::Text::new(&value).clean.trim().to_owned()
}
