//! Which channel to write on, and why.
//!
//! Order of decision: hard rules (an address on hand, a living platform, not refused, consent where a private number is
//! reached), then **their stated wish**, then what is on hand in a sensible order. The answer carries its reasons as
//! data; the words come from the message files.

use crate::channel::ChannelKind;
use crate::contact::{Address, Consent, Preference, Provenance, Stance};
use crate::id::AddressId;

/// Where to write, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// The channel to write on; none where there is no way to reach them that they would welcome.
    pub choice: Option<Choice>,
    /// The next best.
    pub runner_up: Option<Choice>,
    /// Why the others are not chosen.
    pub why_not: Vec<Declined>,
    /// Whether nothing is known of their wish, so that it is worth asking.
    pub ask: bool,
}

/// One address, with the reasons that speak for it, strongest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// The channel.
    pub channel: ChannelKind,
    /// The address on it.
    pub address: AddressId,
    /// Never empty.
    pub reasons: Vec<Reason>,
}

/// What speaks for a channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
pub enum Reason {
    /// They said they prefer it.
    TheyAskedForIt,
    /// The channel they prefer cannot be used: no address, or the platform is gone.
    TheirChoiceIsOutOfReach,
    /// It is the only one on hand.
    OnlyOneOnHand,
    /// E-mail is welcome almost everywhere, and nothing better is known.
    WelcomeAlmostEverywhere,
    /// They gave this address themselves.
    TheyGaveIt,
    /// It is the most usual of what is on hand.
    MostUsualOnHand,
}

/// A channel that is not chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Declined {
    /// The channel.
    pub channel: ChannelKind,
    /// Why.
    pub because: WhyNot,
}

/// Why a channel is not chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
pub enum WhyNot {
    /// They asked not to be written to there.
    TheySaidNo,
    /// They prefer it, but no address on it is known.
    NoAddress,
    /// The platform was shut down.
    ShutDown,
    /// It reaches a private number, and nothing says that it was given for that.
    NotGivenForThat,
    /// The address was concluded, not confirmed.
    NotConfirmed,
    /// Personal invitations are few on a free account (LinkedIn: about five a month, 2026).
    InvitationsAreFew,
    /// They prefer another.
    TheyPreferAnother,
    /// Others on hand are more usual for a first message.
    LessUsual,
}

impl Reason {
    /// Its stable name in `--json`.
    pub fn slug(self) -> &'static str {
        match self {
            Self::TheyAskedForIt => "they_asked_for_it",
            Self::TheirChoiceIsOutOfReach => "their_choice_is_out_of_reach",
            Self::OnlyOneOnHand => "only_one_on_hand",
            Self::WelcomeAlmostEverywhere => "welcome_almost_everywhere",
            Self::TheyGaveIt => "they_gave_it",
            Self::MostUsualOnHand => "most_usual_on_hand",
        }
    }
}

impl WhyNot {
    /// Its stable name in `--json`.
    pub fn slug(self) -> &'static str {
        match self {
            Self::TheySaidNo => "they_said_no",
            Self::NoAddress => "no_address",
            Self::ShutDown => "shut_down",
            Self::NotGivenForThat => "not_given_for_that",
            Self::NotConfirmed => "not_confirmed",
            Self::InvitationsAreFew => "invitations_are_few",
            Self::TheyPreferAnother => "they_prefer_another",
            Self::LessUsual => "less_usual",
        }
    }
}

/// Suggests from a contact's addresses and their current preferences (at most one a channel).
pub fn suggest(addresses: &[Address], preferences: &[Preference]) -> Suggestion {
    let (mut usable, mut why_not) = (Vec::new(), Vec::new());
    for address in addresses {
        match hard_rule(address, preferences) {
            None => usable.push(address),
            Some(because) => why_not.push(Declined { channel: address.handle.kind, because }),
        }
    }
    let preferred = preferred_channels(preferences);
    for channel in &preferred {
        if !addresses.iter().any(|address| address.handle.kind == *channel) {
            why_not.push(Declined { channel: *channel, because: unreachable_wish(*channel) });
        }
    }
    for channel in refused_channels(preferences) {
        if !why_not.iter().any(|declined| declined.channel == channel) {
            why_not.push(Declined { channel, because: WhyNot::TheySaidNo });
        }
    }

    // The latest wish comes first, then the order of what is usual; among two addresses of a channel the earlier one.
    usable.sort_by_key(|address| {
        let kind = address.handle.kind;
        let wish = preferred.iter().position(|channel| *channel == kind).unwrap_or(usize::MAX);
        (wish, kind.facts().rank)
    });
    let mut ranked = usable.iter();
    let mut choice = ranked.next().map(|address| choose(address, &preferred, usable.len()));
    let chosen_wish = choice.as_ref().is_some_and(|choice| preferred.contains(&choice.channel));
    if let Some(choice) = choice.as_mut().filter(|_| !chosen_wish && !preferred.is_empty()) {
        choice.reasons.insert(0, Reason::TheirChoiceIsOutOfReach);
    }
    let mut rest = ranked.filter(|address| choice.as_ref().is_none_or(|choice| choice.channel != address.handle.kind));
    let runner_up = rest.next().map(|address| choose(address, &preferred, usable.len()));
    for address in rest {
        let channel = address.handle.kind;
        if runner_up.as_ref().is_some_and(|runner_up| runner_up.channel == channel) {
            continue;
        }
        let because = match channel {
            ChannelKind::LinkedIn => WhyNot::InvitationsAreFew,
            _ if chosen_wish => WhyNot::TheyPreferAnother,
            _ => WhyNot::LessUsual,
        };
        why_not.push(Declined { channel, because });
    }
    Suggestion { ask: preferred.is_empty(), choice, runner_up, why_not }
}

/// What forbids writing to an address, whatever speaks for it.
fn hard_rule(address: &Address, preferences: &[Preference]) -> Option<WhyNot> {
    let kind = address.handle.kind;
    let stance = preferences.iter().find(|preference| preference.channel == kind).map(|preference| preference.stance);
    let facts = kind.facts();
    if facts.retired.is_some() {
        Some(WhyNot::ShutDown)
    } else if stance == Some(Stance::Refused) || address.consent == Consent::Refused {
        Some(WhyNot::TheySaidNo)
    } else if address.provenance == Provenance::Guessed {
        Some(WhyNot::NotConfirmed)
    } else if address.handle.needs_consent() && address.consent != Consent::Given && stance != Some(Stance::Preferred) {
        Some(WhyNot::NotGivenForThat)
    } else {
        None
    }
}

fn unreachable_wish(channel: ChannelKind) -> WhyNot {
    if channel.facts().retired.is_some() { WhyNot::ShutDown } else { WhyNot::NoAddress }
}

/// The channels they prefer, the latest wish first.
fn preferred_channels(preferences: &[Preference]) -> Vec<ChannelKind> {
    let mut wishes: Vec<&Preference> = preferences.iter().filter(|wish| wish.stance == Stance::Preferred).collect();
    wishes.sort_by_key(|wish| std::cmp::Reverse(wish.learned_at));
    wishes.into_iter().map(|wish| wish.channel).collect()
}

fn refused_channels(preferences: &[Preference]) -> impl Iterator<Item = ChannelKind> {
    preferences.iter().filter(|wish| wish.stance == Stance::Refused).map(|wish| wish.channel)
}

fn choose(address: &Address, preferred: &[ChannelKind], usable: usize) -> Choice {
    let channel = address.handle.kind;
    let reason = match (usable, channel) {
        _ if preferred.contains(&channel) => Reason::TheyAskedForIt,
        (1, _) => Reason::OnlyOneOnHand,
        (_, ChannelKind::Email) => Reason::WelcomeAlmostEverywhere,
        _ if address.consent == Consent::Given => Reason::TheyGaveIt,
        _ => Reason::MostUsualOnHand,
    };
    Choice { channel, address: address.id, reasons: vec![reason] }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::channel::Handle;
    use crate::contact::Sphere;
    use crate::id::{ContactId, PreferenceId};
    use crate::time::Timestamp;
    use ChannelKind::*;
    use uuid::Uuid;

    fn address(kind: ChannelKind) -> Address {
        Address {
            id: AddressId::from_uuid(Uuid::from_u128(kind as u128)),
            contact: ContactId::from_uuid(Uuid::from_u128(1)),
            handle: Handle { kind, key: "key".into(), display: "display".into(), mark: None },
            provenance: Provenance::Told,
            consent: Consent::Given,
            sphere: Sphere::Unknown,
        }
    }

    fn wish(channel: ChannelKind, stance: Stance, learned_ms: i64) -> Preference {
        Preference {
            id: PreferenceId::from_uuid(Uuid::from_u128(channel as u128)),
            contact: ContactId::from_uuid(Uuid::from_u128(1)),
            channel,
            stance,
            hours: None,
            learned_at: Timestamp::from_ms(learned_ms),
            provenance: Provenance::Told,
        }
    }

    fn channel_of(choice: &Option<Choice>) -> Option<ChannelKind> {
        choice.as_ref().map(|choice| choice.channel)
    }

    #[test]
    fn their_stated_wish_wins() {
        let addresses: Vec<Address> = [Email, LinkedIn, WhatsApp].map(address).into();
        for kind in [Email, LinkedIn, WhatsApp] {
            let suggestion = suggest(&addresses, &[wish(kind, Stance::Preferred, 0)]);
            assert_eq!(channel_of(&suggestion.choice), Some(kind));
            assert_eq!(suggestion.choice.unwrap().reasons, vec![Reason::TheyAskedForIt]);
            assert!(!suggestion.ask);
        }
    }

    #[test]
    fn the_runner_up_is_another_channel_with_its_own_reason() {
        let suggestion = suggest(&[Email, WhatsApp, LinkedIn].map(address), &[wish(WhatsApp, Stance::Preferred, 0)]);
        let runner_up = suggestion.runner_up.unwrap();
        assert_eq!((runner_up.channel, runner_up.reasons), (Email, vec![Reason::WelcomeAlmostEverywhere]));
        assert_eq!(suggestion.why_not, vec![Declined { channel: LinkedIn, because: WhyNot::InvitationsAreFew }]);
    }

    #[test]
    fn a_later_wish_comes_before_an_earlier_one() {
        let wishes = [wish(Email, Stance::Preferred, 1), wish(Slack, Stance::Preferred, 2)];
        assert_eq!(channel_of(&suggest(&[Email, Slack].map(address), &wishes).choice), Some(Slack));
    }

    #[test]
    fn a_refused_channel_is_never_suggested_not_even_as_the_only_one() {
        let suggestion = suggest(&[address(LinkedIn)], &[wish(LinkedIn, Stance::Refused, 0)]);
        assert_eq!((suggestion.choice, suggestion.runner_up), (None, None));
        assert_eq!(suggestion.why_not, vec![Declined { channel: LinkedIn, because: WhyNot::TheySaidNo }]);
        assert!(suggestion.ask);
    }

    #[test]
    fn a_wish_without_an_address_is_explained() {
        let suggestion = suggest(&[address(Email)], &[wish(WhatsApp, Stance::Preferred, 0)]);
        let choice = suggestion.choice.unwrap();
        assert_eq!(choice.channel, Email);
        assert_eq!(choice.reasons, vec![Reason::TheirChoiceIsOutOfReach, Reason::OnlyOneOnHand]);
        assert_eq!(suggestion.why_not, vec![Declined { channel: WhatsApp, because: WhyNot::NoAddress }]);
    }

    #[test]
    fn a_platform_that_was_shut_down_is_kept_but_never_offered() {
        let suggestion = suggest(&[Skype, Email].map(address), &[wish(Skype, Stance::Preferred, 0)]);
        assert_eq!(channel_of(&suggestion.choice), Some(Email));
        assert_eq!(suggestion.why_not, vec![Declined { channel: Skype, because: WhyNot::ShutDown }]);
    }

    #[test]
    fn a_private_number_needs_to_have_been_given_for_that() {
        let number = Handle { key: "+15145550142".into(), ..address(WhatsApp).handle };
        let unasked = Address { consent: Consent::Unknown, handle: number, ..address(WhatsApp) };
        let suggestion = suggest(&[unasked.clone(), address(LinkedIn)], &[]);
        assert_eq!(channel_of(&suggestion.choice), Some(LinkedIn));
        assert_eq!(suggestion.why_not, vec![Declined { channel: WhatsApp, because: WhyNot::NotGivenForThat }]);
        assert_eq!(channel_of(&suggest(&[unasked], &[wish(WhatsApp, Stance::Preferred, 0)]).choice), Some(WhatsApp));
    }

    #[test]
    fn a_guessed_address_is_a_proposal_not_a_choice() {
        let guessed = Address { provenance: Provenance::Guessed, ..address(Email) };
        let suggestion = suggest(&[guessed], &[]);
        assert_eq!(suggestion.choice, None);
        assert_eq!(suggestion.why_not, vec![Declined { channel: Email, because: WhyNot::NotConfirmed }]);
    }

    #[test]
    fn nothing_on_hand_asks() {
        let suggestion = suggest(&[], &[]);
        assert!(suggestion.ask && suggestion.choice.is_none() && suggestion.why_not.is_empty());
    }

    #[test]
    fn every_channel_on_hand_is_accounted_for_once() {
        let addresses: Vec<Address> = ChannelKind::all().map(address).collect();
        for preferences in [vec![], vec![wish(Slack, Stance::Preferred, 0), wish(Email, Stance::Refused, 0)]] {
            let suggestion = suggest(&addresses, &preferences);
            let mut named: Vec<ChannelKind> = suggestion.why_not.iter().map(|declined| declined.channel).collect();
            named.extend(channel_of(&suggestion.choice));
            named.extend(channel_of(&suggestion.runner_up));
            named.sort_unstable();
            let mut all: Vec<ChannelKind> = ChannelKind::all().collect();
            all.sort_unstable();
            assert_eq!(named, all);
        }
    }
}
