//! What a person's screen says of messages and wishes, past and present.

use justmet_domain::channel::ChannelKind;
use justmet_domain::contact::{Preference, Stance};
use justmet_domain::message::{MessageRecord, MessageState, guard};
use justmet_domain::order::order_by_key;
use justmet_domain::time::Timestamp;
use justmet_store::Profile;

use crate::draw::title;
use crate::just_met::Now;
use crate::words::Words;

/// The one question after writing: whether it was sent. Answered by `record_outcome` with `Sent` or `NotSent`.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct SentQuestion {
    /// The channel it was written on.
    pub channel: ChannelKind,
    /// "Sent on WhatsApp?"
    pub text: String,
}

/// The proposal to let it rest. Taken by `record_outcome` with `NoAnswer`.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct LetGoProposal {
    /// The channel of the message that has no answer.
    pub channel: ChannelKind,
    /// "No answer since Tue 24 Nov 2026. You did your part: let it rest?"
    pub text: String,
}

/// A message in one line; its text is not kept.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct MessageLine {
    /// The channel.
    pub channel: ChannelKind,
    /// "WhatsApp, Tue 24 Nov 2026: answered".
    pub text: String,
    /// Why it was sent against a warning, in the person's own words.
    pub reason: Option<String>,
}

/// Something they said about a channel, in one line.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct WishLine {
    /// The channel.
    pub channel: ChannelKind,
    /// For or against; none where only hours were named.
    pub stance: Option<Stance>,
    /// The hours they named: "18:00–21:00", "after 18:00".
    pub hours: Option<String>,
    /// "Prefers WhatsApp, 18:00–21:00 (told you, Mon 23 Nov 2026)".
    pub text: String,
    /// Whether it still holds; a later wish about the same channel took its place otherwise.
    pub holds: bool,
}

pub(crate) fn sent_question(words: &Words, profile: &Profile) -> Option<SentQuestion> {
    let opened = profile.messages.iter().rfind(|message| message.state == MessageState::Opened)?;
    let channel = ("channel", words.channel(opened.channel).into());
    Some(SentQuestion { channel: opened.channel, text: words.say_with("sent-question", &[channel]) })
}

pub(crate) fn let_go_proposal(words: &Words, profile: &Profile, now: &Now) -> Option<LetGoProposal> {
    let message = guard::may_rest(&profile.messages, now.at)?;
    let arguments = [("name", title(words, profile).into()), ("date", day(words, message.at, now).into())];
    Some(LetGoProposal { channel: message.channel, text: words.say_with("let-go-proposal", &arguments) })
}

pub(crate) fn messages(words: &Words, profile: &Profile, now: &Now) -> Vec<MessageLine> {
    let line = |message: &MessageRecord| MessageLine {
        channel: message.channel,
        text: words.say_with(
            match message.state {
                MessageState::Opened => "message-opened",
                MessageState::Sent => "message-sent",
                MessageState::Replied => "message-replied",
                MessageState::NoAnswer => "message-no-answer",
                MessageState::Received => "message-received",
                MessageState::Declined => "message-declined",
            },
            &[("channel", words.channel(message.channel).into()), ("date", day(words, message.at, now).into())],
        ),
        reason: message.reason.clone(),
    };
    profile.messages.iter().rev().map(line).collect()
}

pub(crate) fn wishes(words: &Words, profile: &Profile, now: &Now) -> Vec<WishLine> {
    let holding = profile.preferences.iter().map(|wish| (wish, true));
    let mut all: Vec<(&Preference, bool)> = profile.earlier_preferences.iter().map(|(wish, _)| (wish, false)).collect();
    all.extend(holding);
    order_by_key(&mut all, |(wish, _)| wish.learned_at);
    all.into_iter().rev().map(|(wish, holds)| wish_line(words, wish, holds, now)).collect()
}

fn wish_line(words: &Words, wish: &Preference, holds: bool, now: &Now) -> WishLine {
    let hours = wish.hours.map(|hours| words.hours(hours));
    let key = match (wish.stance, hours.is_some()) {
        (Some(Stance::Preferred), false) => "wish-preferred",
        (Some(Stance::Preferred), true) => "wish-preferred-hours",
        (Some(Stance::Refused), false) => "wish-refused",
        (Some(Stance::Refused), true) => "wish-refused-hours",
        (None, _) => "wish-hours",
    };
    let arguments = [
        ("channel", words.channel(wish.channel).into()),
        ("hours", hours.clone().unwrap_or_default().into()),
        ("how", words.provenance(wish.provenance).into()),
        ("date", day(words, wish.learned_at, now).into()),
    ];
    WishLine { channel: wish.channel, stance: wish.stance, hours, text: words.say_with(key, &arguments), holds }
}

pub(crate) fn day(words: &Words, at: Timestamp, now: &Now) -> String {
    words.date(now.zone.civil_at(at).date())
}
