//! What is known about each channel, as data: a new channel is one entry here, its rule in `names.rs`, its links in
//! `sites.rs` and `launch.rs`, and its vectors in `tests/corpora/channels`.
//!
//! Platforms change their rules without notice. [`Facts::checked`] says when an entry was last compared with its sources.

use chrono::NaiveDate;

use super::kind::ChannelKind;
use super::limit::{Limit, Unit};

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
    /// The day it was shut down, if it was: recognised and kept, never offered.
    pub retired: Option<NaiveDate>,
    /// What its operator put in its place.
    pub successor: Option<ChannelKind>,
    /// Whether it reaches a phone number, which must have been given for that. [`super::Handle::needs_consent`] answers
    /// it for one handle: a username needs none.
    pub needs_consent: bool,
    /// Where it stands in the order of what to write on when nothing is known of their wish; 0 comes first.
    pub rank: u8,
    /// How near a link leads to the person, with the handle that leads nearest (Slack: team and member id).
    pub opens: Opens,
    /// Whether a link carries the text, with the handle that people usually give; [`super::launch()`] answers it for one
    /// handle.
    pub prefill: Prefill,
    /// The longest first message, if there is a bound that a person can reach.
    pub limit: Option<Limit>,
    /// What writing there tells them or others about the writer.
    pub leaks: &'static [Leak],
    /// What is expected of a first message there.
    pub norm: Norm,
    /// The year in which this entry was last compared with its sources.
    pub checked: u16,
}

/// How near a link leads to the person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Opens {
    /// The conversation or composer itself.
    Chat,
    /// Their profile, from which a message can be begun.
    Profile,
    /// Nowhere: their name is copied and searched for.
    Nothing,
}

/// Where the text of a message goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Prefill {
    /// Into the link or composer.
    Inline,
    /// Onto the clipboard, to be pasted.
    Clipboard,
}

/// What writing on a channel tells about the writer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Leak {
    /// They see the writer's phone number.
    MyNumber,
    /// They see the writer's mail address.
    MyMailAddress,
    /// They see the writer's public profile and whom they know.
    MyProfile,
    /// They are told that their profile was looked at.
    ProfileVisit,
    /// They may see when the writer was last online.
    LastSeen,
    /// They may see that their answer was read.
    ReadReceipt,
    /// The employer or administrator of the workspace may read along.
    Administrator,
    /// A slip publishes it: the link opens where public posts are written.
    MayBePublic,
}

/// What is expected of a first message. No controlled study stands behind these: they are customs (2026).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Norm {
    /// A subject that names the event, and at most 125 words.
    SubjectNamesEvent,
    /// Short enough for the note of a connection request on a free account.
    ConnectionNote,
    /// Only if the number was given for it; by day; who I am in the first line; no voice notes.
    IntroduceYourselfByDay,
    /// By day, and better agreed on before.
    AgreeOnACall,
    /// Only inside a workspace, server or organisation that both belong to; no bare greeting.
    SharedSpaceOnly,
    /// It lands among the message requests: short, no attachment, and nothing private in public.
    MessageRequest,
    /// Add each other on the spot by code, then write.
    AddFirst,
    /// Nobody reads there any more.
    Retired,
}

impl Norm {
    /// The custom in one English sentence, for tables and documentation.
    pub const fn sentence(self) -> &'static str {
        match self {
            Self::SubjectNamesEvent => "name the event in the subject, at most 125 words",
            Self::ConnectionNote => "fit the note of a connection request, 200 characters",
            Self::IntroduceYourselfByDay => "only if the number was given for it, by day, say who you are first",
            Self::AgreeOnACall => "by day, better agreed on before",
            Self::SharedSpaceOnly => "only inside a space you share, no bare greeting",
            Self::MessageRequest => "short: it lands among the message requests",
            Self::AddFirst => "add each other on the spot, then write",
            Self::Retired => "nobody reads there any more",
        }
    }
}

/// The day Microsoft shut Skype down for people (Microsoft 365 blog, 28 February 2025).
const SKYPE_RETIRED: Option<NaiveDate> = NaiveDate::from_ymd_opt(2025, 5, 5);

const fn utf16(max: u32) -> Option<Limit> {
    Some(Limit { max, unit: Unit::Utf16 })
}

const fn graphemes(max: u32) -> Option<Limit> {
    Some(Limit { max, unit: Unit::Graphemes })
}

/// An entry with the commonest answers; each channel names where it differs.
const fn facts(
    kind: ChannelKind,
    slug: &'static str,
    name: &'static str,
    words: &'static [&'static str],
    rank: u8,
    norm: Norm,
) -> Facts {
    Facts {
        kind,
        slug,
        name,
        words,
        retired: None,
        successor: None,
        needs_consent: false,
        rank,
        opens: Opens::Profile,
        prefill: Prefill::Clipboard,
        limit: None,
        leaks: &[Leak::MyProfile],
        norm,
        checked: 2026,
    }
}

/// One entry a channel, in the order of [`Facts::rank`].
pub(super) static FACTS: [Facts; 19] = [
    // RFC 6068. No bound on the text; the norm's 125 words are shorter than any.
    Facts {
        opens: Opens::Chat,
        prefill: Prefill::Inline,
        leaks: &[Leak::MyMailAddress],
        ..facts(ChannelKind::Email, "email", "email", &["mail", "e-mail"], 0, Norm::SubjectNamesEvent)
    },
    // WhatsApp FAQ, "How to use click to chat". 65,536: third-party tables.
    Facts {
        needs_consent: true,
        opens: Opens::Chat,
        prefill: Prefill::Inline,
        limit: utf16(65_536),
        leaks: &[Leak::MyNumber, Leak::LastSeen, Leak::ReadReceipt],
        ..facts(ChannelKind::WhatsApp, "whatsapp", "WhatsApp", &["wa", "whats app"], 1, Norm::IntroduceYourselfByDay)
    },
    // 200 on a free account, 300 with Premium; the count is taken to be in UTF-16 units. No link carries a text.
    Facts {
        limit: utf16(200),
        leaks: &[Leak::MyProfile, Leak::ProfileVisit],
        ..facts(ChannelKind::LinkedIn, "linkedin", "LinkedIn", &["li", "linked in"], 2, Norm::ConnectionNote)
    },
    // Microsoft Learn, "Deep link to a Teams chat", and "Limits and specifications": about 28 KB a message.
    Facts {
        opens: Opens::Chat,
        prefill: Prefill::Inline,
        limit: Some(Limit { max: 28_000, unit: Unit::Bytes }),
        leaks: &[Leak::MyMailAddress, Leak::LastSeen, Leak::ReadReceipt, Leak::Administrator],
        ..facts(ChannelKind::Teams, "teams", "Teams", &["ms teams", "microsoft teams"], 3, Norm::SharedSpaceOnly)
    },
    // Slack, "Deep linking into Slack": ids only, no text. 40,000 are taken, 4,000 are advised (`chat.postMessage`).
    Facts {
        opens: Opens::Chat,
        limit: utf16(4_000),
        leaks: &[Leak::MyMailAddress, Leak::LastSeen, Leak::Administrator],
        ..facts(ChannelKind::Slack, "slack", "Slack", &[], 4, Norm::SharedSpaceOnly)
    },
    // signal.me links carry no text. Longer messages than 2,000 bytes are sent as an attachment.
    Facts {
        needs_consent: true,
        opens: Opens::Chat,
        limit: Some(Limit { max: 2_000, unit: Unit::Bytes }),
        leaks: &[Leak::ReadReceipt],
        ..facts(ChannelKind::Signal, "signal", "Signal", &[], 5, Norm::IntroduceYourselfByDay)
    },
    // Telegram API, "Deep links": `text` in both username and phone number links. 4,096: Bot API.
    Facts {
        opens: Opens::Chat,
        prefill: Prefill::Inline,
        limit: utf16(4_096),
        leaks: &[Leak::LastSeen, Leak::ReadReceipt],
        ..facts(ChannelKind::Telegram, "telegram", "Telegram", &["tg"], 6, Norm::IntroduceYourselfByDay)
    },
    // RFC 5724. One segment: 3GPP TS 23.040.
    Facts {
        needs_consent: true,
        opens: Opens::Chat,
        prefill: Prefill::Inline,
        limit: Some(Limit { max: 160, unit: Unit::Gsm7OrUcs2 }),
        leaks: &[Leak::MyNumber],
        ..facts(ChannelKind::Sms, "sms", "SMS", &["text", "text message"], 7, Norm::IntroduceYourselfByDay)
    },
    // No documented link to a person.
    Facts { opens: Opens::Nothing, ..facts(ChannelKind::WeChat, "wechat", "WeChat", &["weixin"], 8, Norm::AddFirst) },
    // LINE Developers, "LINE URL scheme". 5,000: Messaging API. Official accounts alone take a text in the link.
    Facts {
        limit: utf16(5_000),
        leaks: &[Leak::MyProfile, Leak::ReadReceipt],
        ..facts(ChannelKind::Line, "line", "LINE", &[], 9, Norm::AddFirst)
    },
    // Meta for Developers, "m.me links": the text is promised for pages only. 20,000: third-party tables.
    Facts {
        opens: Opens::Chat,
        limit: utf16(20_000),
        leaks: &[Leak::MyProfile, Leak::LastSeen, Leak::ReadReceipt],
        ..facts(ChannelKind::Facebook, "facebook", "Messenger", &["fb", "messenger"], 10, Norm::MessageRequest)
    },
    // X for Websites, "Direct message button": a text only with the numeric id. 10,000: X Help Center.
    Facts { limit: utf16(10_000), ..facts(ChannelKind::X, "x", "X", &["twitter"], 11, Norm::MessageRequest) },
    // AT Protocol: a direct message holds 1,000 graphemes (`chat.bsky.convo.defs`).
    Facts {
        limit: graphemes(1_000),
        ..facts(ChannelKind::Bluesky, "bluesky", "Bluesky", &["bsky"], 12, Norm::MessageRequest)
    },
    // Mastodon documentation: 500 by default, counted in graphemes.
    Facts {
        limit: graphemes(500),
        leaks: &[Leak::MyProfile, Leak::MayBePublic],
        ..facts(ChannelKind::Mastodon, "mastodon", "Mastodon", &["fediverse"], 13, Norm::MessageRequest)
    },
    // Meta for Developers, "ig.me links": no text. 1,000: Instagram messaging API.
    Facts {
        opens: Opens::Chat,
        limit: utf16(1_000),
        leaks: &[Leak::MyProfile, Leak::LastSeen, Leak::ReadReceipt],
        ..facts(ChannelKind::Instagram, "instagram", "Instagram", &["insta", "ig"], 14, Norm::MessageRequest)
    },
    // Meta for Developers, "Threads web intents": public posts only.
    Facts {
        limit: utf16(500),
        leaks: &[Leak::MyProfile, Leak::MayBePublic],
        ..facts(ChannelKind::Threads, "threads", "Threads", &[], 15, Norm::MessageRequest)
    },
    // 2,000: Discord API, "Create message".
    Facts {
        limit: utf16(2_000),
        leaks: &[Leak::MyProfile, Leak::LastSeen],
        ..facts(ChannelKind::Discord, "discord", "Discord", &[], 16, Norm::SharedSpaceOnly)
    },
    // RFC 3966.
    Facts {
        needs_consent: true,
        opens: Opens::Chat,
        leaks: &[Leak::MyNumber],
        ..facts(ChannelKind::Phone, "phone", "phone", &["call", "phone call", "tel"], 17, Norm::AgreeOnACall)
    },
    Facts {
        retired: SKYPE_RETIRED,
        successor: Some(ChannelKind::Teams),
        opens: Opens::Nothing,
        leaks: &[],
        ..facts(ChannelKind::Skype, "skype", "Skype", &[], 18, Norm::Retired)
    },
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn the_table_is_whole_and_in_order() {
        let slugs: BTreeSet<_> = FACTS.iter().map(|facts| facts.slug).collect();
        let words: Vec<_> = FACTS.iter().flat_map(|facts| facts.words).collect();
        assert_eq!(slugs.len(), FACTS.len());
        assert_eq!(words.iter().collect::<BTreeSet<_>>().len(), words.len());
        for (place, facts) in FACTS.iter().enumerate() {
            assert_eq!(usize::from(facts.rank), place);
            assert_eq!(facts.kind.facts(), facts);
            assert_eq!(serde_json::to_string(&facts.kind).unwrap(), format!("\"{}\"", facts.slug));
            assert!(ChannelKind::from_word(facts.name).is_some(), "{}", facts.name);
            assert!(words.iter().all(|word| crate::fold::fold(word) == ***word));
            assert!((2025..2100).contains(&facts.checked));
        }
    }

    #[test]
    fn skype_is_history_and_teams_took_its_place() {
        let facts = ChannelKind::Skype.facts();
        assert_eq!(facts.retired.unwrap().to_string(), "2025-05-05");
        assert_eq!(facts.successor, Some(ChannelKind::Teams));
        assert_eq!(FACTS.iter().filter(|facts| facts.retired.is_some()).count(), 1);
    }
}
