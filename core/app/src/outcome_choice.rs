//! What can be noted of a person on their screen, without having written from here: ready for a menu.

use justmet_domain::channel::ChannelKind;
use justmet_domain::message::{MessageState, asked_not_to, unanswered};
use justmet_domain::suggest::suggest;
use justmet_store::Profile;

use crate::just_met::Now;
use crate::outcome::MessageOutcome;
use crate::suggestion::known;
use crate::words::Words;

/// One thing that can be noted; taken by `record_outcome`.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct OutcomeChoice {
    /// What came of it.
    pub outcome: MessageOutcome,
    /// The channel that it is noted on.
    pub channel: ChannelKind,
    /// "I already got in touch (WhatsApp)".
    pub label: String,
}

impl OutcomeChoice {
    /// What makes sense now: having written, unless a message waits for its answer or for the question whether it was sent;
    /// an answer; the wish for peace, unless they have it. Nothing where no way to them is known.
    pub(crate) fn all(words: &Words, profile: &Profile, now: &Now) -> Vec<Self> {
        let suggested = suggest(&known(profile, now)).choice.map(|choice| choice.channel);
        let last = profile.messages.last().map(|message| message.channel);
        let first = profile.addresses.first().map(|address| address.handle.kind);
        let in_peace = asked_not_to(&profile.messages).is_some();
        let is_written = unanswered(&profile.messages).is_some()
            || profile.messages.iter().any(|message| message.state == MessageState::Opened);
        let wrote = suggested.or(first).filter(|_| !is_written && !in_peace);
        let heard = last.or(suggested).or(first);
        let choice = |outcome, channel: Option<ChannelKind>, key| {
            let channel = channel?;
            let label = words.say_with(key, &[("channel", words.channel(channel).into())]);
            Some(Self { outcome, channel, label })
        };
        [
            choice(MessageOutcome::Sent, wrote, "outcome-wrote"),
            choice(MessageOutcome::Replied, heard, "outcome-answered"),
            choice(MessageOutcome::AskedNotTo, heard.filter(|_| !in_peace), "outcome-asked-not-to"),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}
