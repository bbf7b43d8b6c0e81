//! The channels by name; what is known about each stands in [`super::facts`].

use serde::{Deserialize, Serialize};

use super::facts::{FACTS, Facts};

/// A kind of channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
pub enum ChannelKind {
    /// Electronic mail (RFC 5321).
    Email,
    /// A voice call.
    Phone,
    /// A text message to a phone number.
    Sms,
    /// WhatsApp.
    WhatsApp,
    /// LinkedIn.
    LinkedIn,
    /// X, formerly Twitter.
    X,
    /// Facebook, written to through Messenger.
    Facebook,
    /// Slack.
    Slack,
    /// Microsoft Teams.
    Teams,
    /// Skype: retired, kept as history.
    Skype,
    /// Telegram.
    Telegram,
    /// Signal.
    Signal,
    /// Instagram.
    Instagram,
    /// Threads.
    Threads,
    /// Discord.
    Discord,
    /// WeChat.
    WeChat,
    /// LINE.
    Line,
    /// Bluesky.
    Bluesky,
    /// Mastodon and the rest of the fediverse.
    Mastodon,
}

impl ChannelKind {
    /// Every kind, in the order of [`Facts::rank`].
    pub fn all() -> impl Iterator<Item = Self> {
        FACTS.iter().map(|facts| facts.kind)
    }

    /// The facts about it.
    pub fn facts(self) -> &'static Facts {
        FACTS.iter().find(|facts| facts.kind == self).unwrap_or(&FACTS[0])
    }

    /// Its stable name in files and in `--json`.
    pub fn slug(self) -> &'static str {
        self.facts().slug
    }

    /// Its name as people write it.
    pub fn name(self) -> &'static str {
        self.facts().name
    }

    /// The channel that a single word names (`whatsapp`, `wa`, `mail`, `twitter`), in any case.
    pub fn from_word(word: &str) -> Option<Self> {
        let folded = crate::fold::fold(word.trim());
        FACTS
            .iter()
            .find(|facts| facts.slug == folded || facts.words.contains(&folded.as_str()))
            .map(|facts| facts.kind)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_name_one_channel() {
        for (word, kind) in [
            ("WhatsApp", ChannelKind::WhatsApp),
            (" wa ", ChannelKind::WhatsApp),
            ("E-Mail", ChannelKind::Email),
            ("twitter", ChannelKind::X),
            ("Messenger", ChannelKind::Facebook),
            ("insta", ChannelKind::Instagram),
        ] {
            assert_eq!(ChannelKind::from_word(word), Some(kind), "{word}");
        }
        assert_eq!(ChannelKind::from_word("pigeon"), None);
    }
}
