//! The channels, and the facts about each, as data in one place.

use serde::{Deserialize, Serialize};

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

/// What is known about a channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Facts {
    /// The channel.
    pub kind: ChannelKind,
    /// Its stable name in files and in `--json`, lower case.
    pub slug: &'static str,
    /// Its name as people write it.
    pub name: &'static str,
    /// Other words by which it is named, folded.
    pub words: &'static [&'static str],
    /// When it was shut down, if it was: recognised and kept, never offered.
    pub retired: Option<&'static str>,
    /// Whether it reaches a phone number, which must have been given for that.
    pub needs_consent: bool,
    /// Where it stands in the order of what to write on when nothing is known of their wish; 0 comes first.
    pub rank: u8,
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

const fn facts(
    kind: ChannelKind,
    slug: &'static str,
    name: &'static str,
    words: &'static [&'static str],
    rank: u8,
) -> Facts {
    Facts { kind, slug, name, words, retired: None, needs_consent: false, rank }
}

/// One entry a channel.
static FACTS: [Facts; 19] = [
    facts(ChannelKind::Email, "email", "email", &["mail", "e-mail"], 0),
    Facts { needs_consent: true, ..facts(ChannelKind::WhatsApp, "whatsapp", "WhatsApp", &["wa", "whats app"], 1) },
    facts(ChannelKind::LinkedIn, "linkedin", "LinkedIn", &["li", "linked in"], 2),
    facts(ChannelKind::Teams, "teams", "Teams", &["ms teams", "microsoft teams"], 3),
    facts(ChannelKind::Slack, "slack", "Slack", &[], 4),
    Facts { needs_consent: true, ..facts(ChannelKind::Signal, "signal", "Signal", &[], 5) },
    facts(ChannelKind::Telegram, "telegram", "Telegram", &["tg"], 6),
    Facts { needs_consent: true, ..facts(ChannelKind::Sms, "sms", "SMS", &["text", "text message"], 7) },
    facts(ChannelKind::WeChat, "wechat", "WeChat", &["weixin"], 8),
    facts(ChannelKind::Line, "line", "LINE", &[], 9),
    facts(ChannelKind::Facebook, "facebook", "Messenger", &["fb", "messenger"], 10),
    facts(ChannelKind::X, "x", "X", &["twitter"], 11),
    facts(ChannelKind::Bluesky, "bluesky", "Bluesky", &["bsky"], 12),
    facts(ChannelKind::Mastodon, "mastodon", "Mastodon", &["fediverse"], 13),
    facts(ChannelKind::Instagram, "instagram", "Instagram", &["insta", "ig"], 14),
    facts(ChannelKind::Threads, "threads", "Threads", &[], 15),
    facts(ChannelKind::Discord, "discord", "Discord", &[], 16),
    Facts { needs_consent: true, ..facts(ChannelKind::Phone, "phone", "phone", &["call", "phone call", "tel"], 17) },
    Facts { retired: Some("2025-05-05"), ..facts(ChannelKind::Skype, "skype", "Skype", &[], 18) },
];
