//! Which channel to write on, and why.
//!
//! Order of decision: hard rules (an address on hand, a living platform, not refused, consent where a private number is
//! reached), then **their stated wish**, then the channel they themselves used last, then where answers are likeliest
//! ([`rates`]), which without anything learned is what is usual: e-mail first. The answer carries its reasons with their
//! numbers as data; the words come from the message files.

pub mod rates;

pub use rates::{Answers, Cell, Count, Counted, Place, Rates};

use crate::channel::ChannelKind;
use crate::contact::{Address, Consent, Hours, Preference, Provenance, Stance};
use crate::country::Custom;
use crate::id::AddressId;
use crate::message::{self, MessageRecord};
use crate::order::{order_by, order_by_key};
use crate::time::Timestamp;

/// What is known of a contact, and of how messages are answered.
#[derive(Debug, Clone, Copy)]
pub struct Known<'a> {
    /// Ways to reach them.
    pub addresses: &'a [Address],
    /// Their wishes in force, at most one a channel.
    pub preferences: &'a [Preference],
    /// What is kept of messages with them.
    pub messages: &'a [MessageRecord],
    /// How messages to everybody were answered.
    pub rates: &'a Rates,
    /// On what people write in their country.
    pub custom: Custom,
    /// In what part of life they were met.
    pub place: Place,
    /// Now.
    pub now: Timestamp,
}

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
    /// How messages there are answered, where any were counted.
    pub answers: Option<Answers>,
    /// The hours they named for it.
    pub hours: Option<Hours>,
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
    /// They themselves wrote there last.
    TheyUsedItLast,
    /// Messages there are answered; [`Choice::answers`] has the numbers.
    AnsweredThere,
    /// It is what people in their country write on.
    UsualInTheirCountry,
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
    /// How messages there are answered, where that is why.
    pub answers: Option<Answers>,
}

/// Why a channel is not chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
pub enum WhyNot {
    /// They asked not to be written to at all.
    TheyAskedForPeace,
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
    /// They themselves write on another.
    TheyUseAnother,
    /// Messages there are answered less often; [`Declined::answers`] has the numbers.
    AnsweredLess,
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
            Self::TheyUsedItLast => "they_used_it_last",
            Self::AnsweredThere => "answered_there",
            Self::UsualInTheirCountry => "usual_in_their_country",
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
            Self::TheyAskedForPeace => "they_asked_for_peace",
            Self::TheySaidNo => "they_said_no",
            Self::NoAddress => "no_address",
            Self::ShutDown => "shut_down",
            Self::NotGivenForThat => "not_given_for_that",
            Self::NotConfirmed => "not_confirmed",
            Self::InvitationsAreFew => "invitations_are_few",
            Self::TheyPreferAnother => "they_prefer_another",
            Self::TheyUseAnother => "they_use_another",
            Self::AnsweredLess => "answered_less",
            Self::LessUsual => "less_usual",
        }
    }
}

/// Suggests a channel.
pub fn suggest(known: &Known<'_>) -> Suggestion {
    let Known { addresses, preferences, messages, .. } = *known;
    let peace = asked_for_peace(known);
    let (mut usable, mut why_not) = (Vec::new(), Vec::new());
    for address in addresses {
        let because = if peace { Some(WhyNot::TheyAskedForPeace) } else { hard_rule(address, preferences) };
        match because {
            None => usable.push(address),
            Some(because) => decline(&mut why_not, address.handle.kind, because, None),
        }
    }
    let preferred = preferred_channels(preferences);
    for channel in &preferred {
        if !addresses.iter().any(|address| address.handle.kind == *channel) {
            decline(&mut why_not, *channel, unreachable_wish(*channel), None);
        }
    }
    for channel in refused_channels(preferences) {
        decline(&mut why_not, channel, WhyNot::TheySaidNo, None);
    }

    // Their latest wish first, then what they used last, then where answers are likeliest, then what is usual; among two
    // addresses of a channel the earlier one.
    let used_last = message::used_last(messages);
    let mut ranked: Vec<Ranked<'_>> = usable
        .iter()
        .map(|address| {
            let channel = address.handle.kind;
            Ranked {
                address,
                wish: preferred.iter().position(|wish| *wish == channel),
                used_last: used_last == Some(channel),
                mean: known.rates.mean(cell(known, channel), known.now),
            }
        })
        .collect();
    order_by(&mut ranked, Ranked::before);
    let is_only = ranked.len() == 1;
    let mut ranked = ranked.into_iter();
    let mut choice = ranked.next().map(|first| choose(&first, is_only, known));
    let is_their_wish = choice.as_ref().is_some_and(|choice| preferred.contains(&choice.channel));
    if let Some(choice) = choice.as_mut().filter(|_| !is_their_wish && !preferred.is_empty()) {
        choice.reasons.insert(0, Reason::TheirChoiceIsOutOfReach);
    }
    let is_chosen = |choice: &Option<Choice>, channel| choice.as_ref().is_some_and(|choice| choice.channel == channel);
    let mut rest = ranked.filter(|other| !is_chosen(&choice, other.address.handle.kind));
    let runner_up = rest.next().map(|second| choose(&second, is_only, known));
    // A channel that was chosen by another of its addresses is not also declined.
    why_not.retain(|declined| !is_chosen(&choice, declined.channel) && !is_chosen(&runner_up, declined.channel));
    for other in rest.filter(|other| !is_chosen(&runner_up, other.address.handle.kind)) {
        let channel = other.address.handle.kind;
        let answers = known.rates.answers(cell(known, channel), known.now);
        let because = if is_their_wish {
            WhyNot::TheyPreferAnother
        } else if choice.as_ref().is_some_and(|choice| used_last == Some(choice.channel)) {
            WhyNot::TheyUseAnother
        } else if answers.is_some() {
            WhyNot::AnsweredLess
        } else {
            WhyNot::LessUsual
        };
        let because = match (channel, because) {
            (ChannelKind::LinkedIn, WhyNot::TheyPreferAnother | WhyNot::LessUsual) => WhyNot::InvitationsAreFew,
            (_, because) => because,
        };
        decline(&mut why_not, channel, because, answers.filter(|_| because == WhyNot::AnsweredLess));
    }
    Suggestion { ask: preferred.is_empty(), choice, runner_up, why_not }
}

/// An address that may be written to, with what decides between it and the others.
struct Ranked<'a> {
    address: &'a Address,
    /// The place of its channel among their wishes, the latest first.
    wish: Option<usize>,
    used_last: bool,
    mean: f64,
}

impl Ranked<'_> {
    fn before(&self, other: &Self) -> std::cmp::Ordering {
        let wish = |ranked: &Self| ranked.wish.unwrap_or(usize::MAX);
        let rank = |ranked: &Self| ranked.address.handle.kind.facts().rank;
        wish(self)
            .cmp(&wish(other))
            .then(other.used_last.cmp(&self.used_last))
            .then(other.mean.total_cmp(&self.mean))
            .then(rank(self).cmp(&rank(other)))
    }
}

/// Where a message to this contact on that channel counts.
pub fn cell(known: &Known<'_>, channel: ChannelKind) -> Cell {
    Cell { channel, custom: known.custom, place: known.place }
}

/// One reason a channel: the first that is found is the gravest.
fn decline(why_not: &mut Vec<Declined>, channel: ChannelKind, because: WhyNot, answers: Option<Answers>) {
    if !why_not.iter().any(|declined| declined.channel == channel) {
        why_not.push(Declined { channel, because, answers });
    }
}

/// Whether they asked not to be written to, and named no channel since.
fn asked_for_peace(known: &Known<'_>) -> bool {
    message::asked_not_to(known.messages).is_some_and(|at| {
        !known.preferences.iter().any(|wish| wish.stance == Some(Stance::Preferred) && wish.learned_at > at)
    })
}

/// What forbids writing to an address, whatever speaks for it.
fn hard_rule(address: &Address, preferences: &[Preference]) -> Option<WhyNot> {
    let kind = address.handle.kind;
    let stance = preferences.iter().find(|wish| wish.channel == kind).and_then(|wish| wish.stance);
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
    let mut wishes: Vec<&Preference> =
        preferences.iter().filter(|wish| wish.stance == Some(Stance::Preferred)).collect();
    order_by_key(&mut wishes, |wish| std::cmp::Reverse(wish.learned_at));
    wishes.into_iter().map(|wish| wish.channel).collect()
}

fn refused_channels(preferences: &[Preference]) -> impl Iterator<Item = ChannelKind> {
    preferences.iter().filter(|wish| wish.stance == Some(Stance::Refused)).map(|wish| wish.channel)
}

fn choose(ranked: &Ranked<'_>, is_only: bool, known: &Known<'_>) -> Choice {
    let address = ranked.address;
    let channel = address.handle.kind;
    let cell = cell(known, channel);
    let answers = known.rates.answers(cell, known.now);
    let is_of_country = rates::usual(cell) > rates::usual(Cell { custom: Custom::Mail, ..cell });
    let reason = match channel {
        _ if ranked.wish.is_some() => Reason::TheyAskedForIt,
        _ if ranked.used_last => Reason::TheyUsedItLast,
        _ if is_only => Reason::OnlyOneOnHand,
        _ if answers.is_some_and(|answers| answers.count.answered > 0) => Reason::AnsweredThere,
        _ if is_of_country => Reason::UsualInTheirCountry,
        ChannelKind::Email => Reason::WelcomeAlmostEverywhere,
        _ if address.consent == Consent::Given => Reason::TheyGaveIt,
        _ => Reason::MostUsualOnHand,
    };
    let wish = known.preferences.iter().find(|wish| wish.channel == channel);
    Choice { channel, address: address.id, reasons: vec![reason], answers, hours: wish.and_then(|wish| wish.hours) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::channel::Handle;
    use crate::contact::Sphere;
    use crate::id::{ContactId, MessageId, PreferenceId};
    use crate::message::MessageState;
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
            stance: Some(stance),
            hours: None,
            learned_at: Timestamp::from_ms(learned_ms),
            provenance: Provenance::Told,
        }
    }

    const NOW: Timestamp = Timestamp::from_ms(1_795_514_400_000);

    /// With nothing learned and no message yet.
    fn suggest(addresses: &[Address], preferences: &[Preference]) -> Suggestion {
        of(addresses, preferences, &[], &Rates::default(), Custom::Mail)
    }

    fn of(
        addresses: &[Address],
        preferences: &[Preference],
        messages: &[MessageRecord],
        rates: &Rates,
        custom: Custom,
    ) -> Suggestion {
        super::suggest(&Known { addresses, preferences, messages, rates, custom, place: Place::Event, now: NOW })
    }

    fn message(channel: ChannelKind, state: MessageState, at_ms: i64) -> MessageRecord {
        MessageRecord {
            id: MessageId::from_uuid(Uuid::from_u128(9)),
            contact: ContactId::from_uuid(Uuid::from_u128(1)),
            channel,
            state,
            at: Timestamp::from_ms(at_ms),
            answered_at: None,
            answered_on: None,
            own_choice: false,
            place: Place::Event,
            trace: Default::default(),
            reason: None,
        }
    }

    fn learned(channel: ChannelKind, answered: usize, silent: usize) -> Vec<Counted> {
        let cell = Cell { channel, custom: Custom::Mail, place: Place::Event };
        let counted = |state| Counted { cell, state, at: NOW, own_choice: false };
        let mut all = vec![counted(MessageState::Replied); answered];
        all.extend(vec![counted(MessageState::NoAnswer); silent]);
        all
    }

    fn channel_of(choice: &Option<Choice>) -> Option<ChannelKind> {
        choice.as_ref().map(|choice| choice.channel)
    }

    fn declined(suggestion: &Suggestion) -> Vec<(ChannelKind, WhyNot)> {
        suggestion.why_not.iter().map(|declined| (declined.channel, declined.because)).collect()
    }

    #[test]
    fn hours_alone_speak_neither_for_a_channel_nor_against_it() {
        let time = |hour| chrono::NaiveTime::from_hms_opt(hour, 0, 0).unwrap();
        let hours = Hours { from: time(18), until: time(0) };
        let calls = Preference { stance: None, hours: Some(hours), ..wish(Phone, Stance::Preferred, 9) };
        let preferred = [wish(Email, Stance::Preferred, 0), calls.clone()];
        let suggestion = suggest(&[Phone, Email].map(address), &preferred);
        assert_eq!((channel_of(&suggestion.choice), suggestion.choice.as_ref().unwrap().hours), (Some(Email), None));
        // Alone, they are as much as nothing said; but whoever calls hears of them.
        let alone = suggest(&[Phone].map(address), std::slice::from_ref(&calls));
        assert_eq!((channel_of(&alone.choice), alone.choice.as_ref().unwrap().hours), (Some(Phone), Some(hours)));
        assert_eq!(alone.choice.as_ref().unwrap().reasons, suggest(&[Phone].map(address), &[]).choice.unwrap().reasons);
        assert!(alone.ask);
        // After asking for peace they are no leave to write.
        let declined = [message(Email, MessageState::Declined, 5)];
        let peace = of(&[Phone].map(address), &[calls], &declined, &Rates::default(), Custom::Mail);
        assert_eq!(channel_of(&peace.choice), None);
    }

    #[test]
    fn what_they_used_last_comes_before_what_is_usual_and_behind_their_wish() {
        let addresses = [Email, LinkedIn, Signal].map(address);
        let heard = [message(LinkedIn, MessageState::Received, 5), message(Signal, MessageState::Replied, 7)];
        let suggestion = of(&addresses, &[], &heard, &Rates::default(), Custom::Mail);
        assert_eq!(channel_of(&suggestion.choice), Some(Signal));
        assert_eq!(suggestion.choice.as_ref().unwrap().reasons, vec![Reason::TheyUsedItLast]);
        assert_eq!(declined(&suggestion), vec![(LinkedIn, WhyNot::TheyUseAnother)]);
        let wish = [wish(LinkedIn, Stance::Preferred, 0)];
        assert_eq!(channel_of(&of(&addresses, &wish, &heard, &Rates::default(), Custom::Mail).choice), Some(LinkedIn));
    }

    #[test]
    fn what_is_answered_more_often_comes_first_with_its_numbers() {
        let rates = Rates::of([learned(Email, 0, 6), learned(Signal, 4, 1)].concat());
        let suggestion = of(&[Email, LinkedIn, Signal].map(address), &[], &[], &rates, Custom::Mail);
        let choice = suggestion.choice.as_ref().unwrap();
        assert_eq!((choice.channel, &choice.reasons), (Signal, &vec![Reason::AnsweredThere]));
        let answers = choice.answers.unwrap();
        assert_eq!((answers.count.answered, answers.count.written, answers.of_place), (4, 5, Some(Place::Event)));
        assert!(answers.expected_percent > answers.usual_percent);
        let email = suggestion.why_not.iter().find(|declined| declined.channel == Email).unwrap();
        assert_eq!(email.because, WhyNot::AnsweredLess);
        assert_eq!(email.answers.unwrap().count, Count { answered: 0, written: 6 });
    }

    #[test]
    fn where_a_country_writes_on_a_messenger_that_comes_first() {
        let there = |custom| of(&[Email, WhatsApp].map(address), &[], &[], &Rates::default(), custom);
        assert_eq!(channel_of(&there(Custom::Mail).choice), Some(Email));
        let choice = there(Custom::WhatsApp).choice.unwrap();
        assert_eq!((choice.channel, choice.reasons), (WhatsApp, vec![Reason::UsualInTheirCountry]));
    }

    #[test]
    fn whoever_asked_for_peace_is_left_in_peace_until_they_name_a_channel() {
        let peace = [message(Email, MessageState::Declined, 100)];
        let quiet = of(&[Email, Signal].map(address), &[], &peace, &Rates::default(), Custom::Mail);
        assert_eq!((&quiet.choice, &quiet.runner_up), (&None, &None));
        assert_eq!(declined(&quiet), vec![(Email, WhyNot::TheyAskedForPeace), (Signal, WhyNot::TheyAskedForPeace)]);
        let since = [wish(Signal, Stance::Preferred, 200)];
        let open = of(&[Email, Signal].map(address), &since, &peace, &Rates::default(), Custom::Mail);
        assert_eq!(channel_of(&open.choice), Some(Signal));
    }

    #[test]
    fn two_addresses_of_a_channel_are_one_channel() {
        let guessed = Address { provenance: Provenance::Guessed, ..address(Email) };
        let suggestion = suggest(&[guessed, address(Email)], &[]);
        assert_eq!(channel_of(&suggestion.choice), Some(Email));
        assert_eq!(suggestion.why_not, Vec::new());
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
        let runner_up = suggestion.runner_up.clone().unwrap();
        assert_eq!((runner_up.channel, runner_up.reasons), (Email, vec![Reason::WelcomeAlmostEverywhere]));
        assert_eq!(declined(&suggestion), vec![(LinkedIn, WhyNot::InvitationsAreFew)]);
    }

    #[test]
    fn a_later_wish_comes_before_an_earlier_one() {
        let wishes = [wish(Email, Stance::Preferred, 1), wish(Slack, Stance::Preferred, 2)];
        assert_eq!(channel_of(&suggest(&[Email, Slack].map(address), &wishes).choice), Some(Slack));
    }

    #[test]
    fn a_refused_channel_is_never_suggested_not_even_as_the_only_one() {
        let suggestion = suggest(&[address(LinkedIn)], &[wish(LinkedIn, Stance::Refused, 0)]);
        assert_eq!((&suggestion.choice, &suggestion.runner_up), (&None, &None));
        assert_eq!(declined(&suggestion), vec![(LinkedIn, WhyNot::TheySaidNo)]);
        assert!(suggestion.ask);
    }

    #[test]
    fn a_wish_without_an_address_is_explained() {
        let suggestion = suggest(&[address(Email)], &[wish(WhatsApp, Stance::Preferred, 0)]);
        let choice = suggestion.choice.clone().unwrap();
        assert_eq!(choice.channel, Email);
        assert_eq!(choice.reasons, vec![Reason::TheirChoiceIsOutOfReach, Reason::OnlyOneOnHand]);
        assert_eq!(declined(&suggestion), vec![(WhatsApp, WhyNot::NoAddress)]);
    }

    #[test]
    fn a_platform_that_was_shut_down_is_kept_but_never_offered() {
        let suggestion = suggest(&[Skype, Email].map(address), &[wish(Skype, Stance::Preferred, 0)]);
        assert_eq!(channel_of(&suggestion.choice), Some(Email));
        assert_eq!(declined(&suggestion), vec![(Skype, WhyNot::ShutDown)]);
    }

    #[test]
    fn a_private_number_needs_to_have_been_given_for_that() {
        let number = Handle { key: "+15145550142".into(), ..address(WhatsApp).handle };
        let unasked = Address { consent: Consent::Unknown, handle: number, ..address(WhatsApp) };
        let suggestion = suggest(&[unasked.clone(), address(LinkedIn)], &[]);
        assert_eq!(channel_of(&suggestion.choice), Some(LinkedIn));
        assert_eq!(declined(&suggestion), vec![(WhatsApp, WhyNot::NotGivenForThat)]);
        assert_eq!(channel_of(&suggest(&[unasked], &[wish(WhatsApp, Stance::Preferred, 0)]).choice), Some(WhatsApp));
    }

    #[test]
    fn a_guessed_address_is_a_proposal_not_a_choice() {
        let guessed = Address { provenance: Provenance::Guessed, ..address(Email) };
        let suggestion = suggest(&[guessed], &[]);
        assert!(suggestion.choice.is_none());
        assert_eq!(declined(&suggestion), vec![(Email, WhyNot::NotConfirmed)]);
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
