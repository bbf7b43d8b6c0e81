//! Records ready to be drawn: the rows and cards that several screens share.

use justmet_domain::capture::{Capture, HintKind};
use justmet_domain::channel::ChannelKind;
use justmet_domain::civil_text::moment_text;
use justmet_domain::contact::{Address, Preference, PromiseBy, Sphere, Stance};
use justmet_domain::follow_up::{FollowUp, State};
use justmet_domain::suggest::suggest;
use justmet_store::Outline;

use crate::just_met::Now;
use crate::suggestion::known;
use crate::words::Words;

/// A person as one row of a list.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct ContactRow {
    /// The contact.
    pub id: String,
    /// What to call them: the name, or words that say there is none yet.
    pub title: String,
    /// The name; none where the line gave none.
    pub name: Option<String>,
    /// Whether the name is certain; an unsure one is drawn with a question mark.
    pub name_sure: bool,
    /// Organisation.
    pub org: Option<String>,
    /// Where they met last.
    pub event: Option<String>,
    /// The promise that leads, if one is open: "I owe: slides".
    pub promise: Option<String>,
    /// The channel to write on.
    pub channel: Option<ChannelKind>,
    /// That channel's name.
    pub channel_name: Option<String>,
    /// The open follow-up.
    pub follow_up: Option<FollowUpCard>,
    /// When they met: "Mon 23 Nov 2026".
    pub met: String,
}

/// A follow-up with its moment in words.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct FollowUpCard {
    /// The follow-up.
    pub id: String,
    /// Whose.
    pub contact_id: String,
    /// The moment as the clock on the wall shows it, without a zone: `2026-11-24T10:00`.
    pub due: String,
    /// The same in words: "Tue 24 Nov 2026, 10:00".
    pub due_text: String,
    /// Whether that moment has come.
    pub is_due: bool,
    /// To be given back with an action.
    pub generation: u32,
    /// Where it stands.
    pub phase: FollowUpPhase,
}

/// Where a follow-up stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, uniffi::Enum)]
pub enum FollowUpPhase {
    /// Waiting for its moment.
    Planned,
    /// The person was reminded.
    Delivered,
    /// The person followed up.
    Acted,
    /// Let go, or the contact is gone.
    Closed,
}

impl FollowUpPhase {
    /// Its stable name in `--json`.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Delivered => "delivered",
            Self::Acted => "acted",
            Self::Closed => "closed",
        }
    }
}

/// One way to reach a person.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct AddressLine {
    /// The address.
    pub id: String,
    /// The channel.
    pub channel: ChannelKind,
    /// Its name.
    pub channel_name: String,
    /// What is compared and linked to.
    pub key: String,
    /// What is shown.
    pub display: String,
    /// What they said about the channel.
    pub stance: Option<Stance>,
    /// The hours they named for it: "after 18:00".
    pub hours: Option<String>,
    /// How the address was learned, in a word: "told you".
    pub provenance: String,
    /// Work or private.
    pub sphere: Sphere,
}

/// One channel in a picker of their preference.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct ChannelChoice {
    /// The channel.
    pub channel: ChannelKind,
    /// Its name.
    pub name: String,
    /// Whether an address on it is kept.
    pub has_address: bool,
    /// What they said about it.
    pub stance: Option<Stance>,
    /// The hours they named for it, as they can be typed again: "after 18:00".
    pub hours: Option<String>,
}

/// A promise in words.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct PromiseLine {
    /// The promise.
    pub id: String,
    /// Who made it.
    pub by: PromiseBy,
    /// What: "slides".
    pub what: String,
    /// "I owe: slides".
    pub text: String,
    /// Whether it was kept.
    pub kept: bool,
}

/// What the person should know about how a line was read.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct HintLine {
    /// As data.
    pub kind: HintKind,
    /// In words.
    pub text: String,
}

impl ContactRow {
    pub(crate) fn draw(words: &Words, outline: &Outline, now: &Now) -> Self {
        let suggestion = suggest(&known(outline, now));
        let channel = suggestion.choice.map(|choice| choice.channel);
        let open = outline.open_follow_up.as_ref();
        Self {
            id: outline.contact.id.to_string(),
            title: title(words, outline),
            name: name(outline),
            name_sure: outline.contact.name_sure,
            org: outline.contact.org.clone(),
            event: outline.event.as_ref().map(|event| event.name.clone()),
            promise: PromiseLine::leading(words, outline).map(|promise| promise.text),
            channel,
            channel_name: channel.map(|channel| words.channel(channel)),
            follow_up: open.map(|follow_up| FollowUpCard::draw(words, follow_up, now)),
            met: words.date(now.zone.civil_at(outline.contact.met_at).date()),
        }
    }
}

/// The name, or words that say there is none yet.
pub(crate) fn title(words: &Words, outline: &Outline) -> String {
    name(outline).unwrap_or_else(|| words.say("no-name"))
}

/// The name, if there is one.
pub(crate) fn name(outline: &Outline) -> Option<String> {
    Some(outline.contact.name.clone()).filter(|name| !name.is_empty())
}

impl FollowUpCard {
    pub(crate) fn draw(words: &Words, follow_up: &FollowUp, now: &Now) -> Self {
        Self {
            id: follow_up.id.to_string(),
            contact_id: follow_up.contact.to_string(),
            due: moment_text(follow_up.due),
            due_text: words.date_time(follow_up.due),
            is_due: now.zone.instant_of(follow_up.due) <= now.at,
            generation: follow_up.generation,
            phase: match follow_up.state {
                State::Planned => FollowUpPhase::Planned,
                State::Delivered(_) => FollowUpPhase::Delivered,
                State::Acted(_) => FollowUpPhase::Acted,
                State::Closed(..) => FollowUpPhase::Closed,
            },
        }
    }
}

impl AddressLine {
    pub(crate) fn draw(words: &Words, address: &Address, outline: &Outline) -> Self {
        let kind = address.handle.kind;
        Self {
            id: address.id.to_string(),
            channel: kind,
            channel_name: words.channel(kind),
            key: address.handle.key.clone(),
            display: address.handle.display.clone(),
            stance: wish(outline, kind).and_then(|wish| wish.stance),
            hours: hours(words, outline, kind),
            provenance: words.provenance(address.provenance),
            sphere: address.sphere,
        }
    }
}

impl ChannelChoice {
    pub(crate) fn all(words: &Words, outline: &Outline) -> Vec<Self> {
        let choice = |channel: ChannelKind| Self {
            channel,
            name: words.channel(channel),
            has_address: outline.addresses.iter().any(|address| address.handle.kind == channel),
            stance: wish(outline, channel).and_then(|wish| wish.stance),
            hours: hours(words, outline, channel),
        };
        ChannelKind::all().filter(|channel| channel.facts().retired.is_none()).map(choice).collect()
    }
}

fn wish(outline: &Outline, channel: ChannelKind) -> Option<&Preference> {
    outline.preferences.iter().find(|wish| wish.channel == channel)
}

fn hours(words: &Words, outline: &Outline, channel: ChannelKind) -> Option<String> {
    wish(outline, channel)?.hours.map(|hours| words.hours(hours))
}

impl PromiseLine {
    pub(crate) fn all(words: &Words, outline: &Outline) -> Vec<Self> {
        let line = |promise: &justmet_domain::contact::Promise| Self {
            id: promise.id.to_string(),
            by: promise.by,
            what: promise.what.clone(),
            text: words.say_with(
                match promise.by {
                    PromiseBy::Me => "promise-by-me",
                    PromiseBy::Them => "promise-by-them",
                },
                &[("what", promise.what.clone().into())],
            ),
            kept: promise.kept,
        };
        outline.promises.iter().map(line).collect()
    }

    /// What I owe comes first, then what they offered.
    pub(crate) fn leading(words: &Words, outline: &Outline) -> Option<Self> {
        let open: Vec<Self> = Self::all(words, outline).into_iter().filter(|promise| !promise.kept).collect();
        open.iter().find(|promise| promise.by == PromiseBy::Me).or(open.first()).cloned()
    }
}

pub(crate) fn hint_lines(words: &Words, capture: &Capture) -> Vec<HintLine> {
    let line = |hint: &justmet_domain::capture::Hint| {
        let text = capture.raw.get(hint.span.clone()).unwrap_or_default().trim().to_owned();
        let key = match hint.kind {
            HintKind::DateInThePast => "hint-date-in-the-past",
            HintKind::NoSuchDate => "hint-no-such-date",
            HintKind::AmbiguousDate => "hint-ambiguous-date",
            HintKind::DoesNotRecur => "hint-does-not-recur",
            HintKind::NumberWithoutRegion => "hint-number-without-region",
            HintKind::NumberNotInUse => "hint-number-not-in-use",
            HintKind::BadHandle => "hint-bad-handle",
            HintKind::NoSuchHours => "hint-no-such-hours",
        };
        HintLine { kind: hint.kind, text: words.say_with(key, &[("text", text.into())]) }
    };
    capture.hints.iter().map(line).collect()
}
