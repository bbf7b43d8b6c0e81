//! Messages: the first draft, how it fits its channel, what is kept of one that was sent, and what is better not sent.
//!
//! - [`draft`]: what a first message says, as typed parts; the words come from the message files;
//! - [`fit`]: the rendered parts cut to what the channel takes;
//! - [`guard`]: what speaks against sending, as typed warnings;
//! - [`trace`]: what is kept of a text instead of the text, to know it again.

pub mod draft;
pub mod fit;
pub mod guard;
pub mod trace;

use serde::{Deserialize, Serialize};

use crate::channel::ChannelKind;
use crate::id::{ContactId, MessageId};
use crate::suggest::Place;
use crate::time::Timestamp;
use trace::Trace;

/// What is kept of one message: to whom, where, when, and what came of it. Never its text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MessageRecord {
    /// Stable for ever.
    pub id: MessageId,
    /// With whom.
    pub contact: ContactId,
    /// The channel it was written on.
    pub channel: ChannelKind,
    /// Where it stands.
    pub state: MessageState,
    /// When the chat was opened, or the message sent or received.
    pub at: Timestamp,
    /// When what came of it was noted.
    pub answered_at: Option<Timestamp>,
    /// The channel they answered on, which may be another one.
    pub answered_on: Option<ChannelKind>,
    /// Whether another channel was suggested: the person's own choice says something about the channel.
    pub own_choice: bool,
    /// In what part of life they were met.
    pub place: Place,
    /// What its text is known by again; empty where no text was given, or after 30 days.
    pub trace: Trace,
    /// Why it was sent against a warning, in the person's own words.
    pub reason: Option<String>,
}

/// Where a message stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MessageState {
    /// The chat was opened to write it; whether it was sent is not known yet.
    Opened,
    /// It was sent.
    Sent,
    /// They answered.
    Replied,
    /// They did not answer, and the person let it rest.
    NoAnswer,
    /// They wrote first.
    Received,
    /// They asked not to be written to.
    Declined,
}

impl MessageRecord {
    /// The channel they themselves used, if this is a message from them.
    pub fn used_by_them(&self) -> Option<ChannelKind> {
        match self.state {
            MessageState::Replied => Some(self.answered_on.unwrap_or(self.channel)),
            MessageState::Received => Some(self.channel),
            _ => None,
        }
    }

    /// When they last wrote, if this is a message from them.
    fn heard_at(&self) -> Option<Timestamp> {
        self.used_by_them().map(|_| self.answered_at.unwrap_or(self.at))
    }
}

/// The channel they used last, of all that is kept of messages with them.
pub fn used_last(messages: &[MessageRecord]) -> Option<ChannelKind> {
    messages.iter().max_by_key(|message| message.heard_at())?.used_by_them()
}

/// When they asked not to be written to, unless they wrote since.
pub fn asked_not_to(messages: &[MessageRecord]) -> Option<Timestamp> {
    let declined = messages
        .iter()
        .filter(|message| message.state == MessageState::Declined)
        .map(|message| message.answered_at.unwrap_or(message.at))
        .max()?;
    let heard = messages.iter().filter_map(MessageRecord::heard_at).max();
    heard.is_none_or(|heard| heard <= declined).then_some(declined)
}

/// The latest message that they have not answered and that came after everything they wrote.
pub fn unanswered(messages: &[MessageRecord]) -> Option<&MessageRecord> {
    let heard = messages.iter().filter_map(MessageRecord::heard_at).max();
    messages
        .iter()
        .filter(|message| matches!(message.state, MessageState::Sent | MessageState::NoAnswer))
        .filter(|message| heard.is_none_or(|heard| heard < message.at))
        .max_by_key(|message| message.at)
}
