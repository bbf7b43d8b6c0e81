//! The etiquette guard: what speaks against sending this message now. It stands in the core, so that no shell can pass it
//! by: what opens the chat is given out only where nothing speaks against it, or where the person said why all the same.

use chrono::{NaiveTime, TimeDelta};

use super::trace::Trace;
use super::{MessageRecord, asked_not_to, unanswered};
use crate::channel::{ChannelKind, Leak};
use crate::contact::{Address, Consent, Hours, Preference, Sphere, Stance};
use crate::id::ContactId;
use crate::order::order_by_key;
use crate::time::Timestamp;

/// How far back alike messages to others count, in days.
pub const ALIKE_DAYS: i64 = 30;

/// From how many others on the next one is a circular: the third person to get it.
const ALIKE_OTHERS: usize = 2;

/// From when on people are left in peace, and until when: 21:00 to 08:00 of their day.
const NIGHT: (u32, u32) = (21, 8);

/// Something that speaks against sending.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Warning {
    /// They asked not to be written to at all, at that time.
    AskedNotTo(Timestamp),
    /// They asked not to be written to on this channel.
    NotThere,
    /// The person let it go, at that time.
    LetGo(Timestamp),
    /// The last message has no answer; when it was sent, and where.
    NoAnswerYet(Timestamp, ChannelKind),
    /// Nearly the same went to these others within [`ALIKE_DAYS`].
    NearlyTheSame(Vec<ContactId>),
    /// Outside the hours they named.
    OutsideTheirHours(Hours),
    /// At night where they are; what the clock shows there.
    Night(NaiveTime),
    /// It reaches a private number, and nothing says that it was given for that.
    NotGivenForThat,
    /// It holds a number or a mail address, and a slip on this channel publishes it.
    PrivateInPublic,
}

/// What became known of a contact and of the moment.
#[derive(Debug, Clone, Copy)]
pub struct Situation<'a> {
    /// The address to be written to.
    pub address: &'a Address,
    /// Their wishes in force.
    pub preferences: &'a [Preference],
    /// What is kept of messages with them.
    pub messages: &'a [MessageRecord],
    /// When the person let this contact go, if that is where it stands.
    pub let_go: Option<Timestamp>,
    /// What the clock shows where they are, if that is known.
    pub their_time: Option<NaiveTime>,
    /// What the clock shows where the person is: for their hours, where their own clock is not known.
    pub my_time: NaiveTime,
    /// Others and what the last messages to them are known by.
    pub others: &'a [(ContactId, Trace)],
}

/// What speaks against sending that text, the gravest first. An empty list is leave to send.
pub fn check(text: &str, trace: &Trace, situation: &Situation<'_>) -> Vec<Warning> {
    let Situation { address, preferences, messages, .. } = *situation;
    let channel = address.handle.kind;
    let wish = preferences.iter().find(|wish| wish.channel == channel);
    let stance = wish.and_then(|wish| wish.stance);
    let mut warnings = Vec::new();
    if let Some(at) = asked_not_to(messages) {
        warnings.push(Warning::AskedNotTo(at));
    }
    if stance == Some(Stance::Refused) || address.consent == Consent::Refused {
        warnings.push(Warning::NotThere);
    } else if address.handle.needs_consent() && address.consent != Consent::Given && stance != Some(Stance::Preferred) {
        warnings.push(Warning::NotGivenForThat);
    }
    warnings.extend(situation.let_go.map(Warning::LetGo));
    warnings.extend(unanswered(messages).map(|message| Warning::NoAnswerYet(message.at, message.channel)));
    let mut alike: Vec<ContactId> = situation
        .others
        .iter()
        .filter(|(contact, other)| *contact != address.contact && trace.is_nearly(other))
        .map(|(contact, _)| *contact)
        .collect();
    order_by_key(&mut alike, |contact| *contact);
    alike.dedup();
    if alike.len() >= ALIKE_OTHERS {
        warnings.push(Warning::NearlyTheSame(alike));
    }
    // Hours in which a channel is not wanted are none to write in.
    let hours = wish.filter(|_| stance != Some(Stance::Refused)).and_then(|wish| wish.hours);
    warnings.extend(moment(hours, situation));
    if channel.facts().leaks.contains(&Leak::MayBePublic) && holds_private_detail(text) {
        warnings.push(Warning::PrivateInPublic);
    }
    warnings
}

/// Their own hours decide where they named some; else the night where they are.
fn moment(hours: Option<Hours>, situation: &Situation<'_>) -> Option<Warning> {
    match hours {
        Some(hours) => {
            let time = situation.their_time.unwrap_or(situation.my_time);
            (!hours.contains(time)).then_some(Warning::OutsideTheirHours(hours))
        }
        None => {
            let time = situation.their_time?;
            let day = Hours { from: clock(NIGHT.1), until: clock(NIGHT.0) };
            (!day.contains(time)).then_some(Warning::Night(time))
        }
    }
}

fn clock(hour: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default()
}

/// A mail address, or seven digits or more in a row of digits and what is set between them.
fn holds_private_detail(text: &str) -> bool {
    let is_mail = |word: &str| {
        let inside = word.trim_matches(|letter: char| !letter.is_alphanumeric());
        inside.split_once('@').is_some_and(|(local, host)| !local.is_empty() && host.contains('.'))
    };
    let mut digits = 0;
    let mut is_number = false;
    for letter in text.chars() {
        if letter.is_numeric() {
            digits += 1;
            is_number |= digits >= 7;
        } else if !matches!(letter, ' ' | '-' | '.' | '(' | ')' | '/' | '+' | '\u{00A0}') {
            digits = 0;
        }
    }
    is_number || text.split_whitespace().any(is_mail)
}

/// For whom a card is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Audience {
    /// Anybody: a code on a screen, a page.
    Public,
    /// People met at work.
    Work,
    /// People one knows.
    Private,
}

/// The addresses that a card for that audience must not show: private ones on any but a private card, and on a public
/// one also numbers of which nobody said that they are for work.
pub fn private_on_card(audience: Audience, addresses: &[Address]) -> impl Iterator<Item = &Address> {
    addresses.iter().filter(move |address| match audience {
        Audience::Private => false,
        Audience::Work => address.sphere == Sphere::Private,
        Audience::Public => {
            address.sphere == Sphere::Private || (address.handle.reaches_number() && address.sphere != Sphere::Work)
        }
    })
}

/// How long after a message without an answer it is kindly proposed to let it rest, in days.
pub const REST_AFTER_DAYS: i64 = 14;

/// Whether to propose letting it rest: the one message has had no answer for [`REST_AFTER_DAYS`]. It is proposed where
/// the person looks at this contact anyway, and nowhere else.
pub fn may_rest(messages: &[MessageRecord], now: Timestamp) -> Option<&MessageRecord> {
    unanswered(messages)
        .filter(|message| message.state == super::MessageState::Sent)
        .filter(|message| now >= message.at.saturating_add(TimeDelta::days(REST_AFTER_DAYS)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::channel::Handle;
    use crate::contact::Provenance;
    use crate::id::{AddressId, MessageId, PreferenceId};
    use crate::message::MessageState;
    use crate::suggest::Place;
    use uuid::Uuid;

    const DAY: i64 = 86_400_000;
    const NOW: Timestamp = Timestamp::from_ms(100 * DAY);

    fn contact(number: u128) -> ContactId {
        ContactId::from_uuid(Uuid::from_u128(number))
    }

    fn address(kind: ChannelKind) -> Address {
        Address {
            id: AddressId::from_uuid(Uuid::from_u128(7)),
            contact: contact(1),
            handle: Handle { kind, key: "+15145550142".into(), display: "+1 514-555-0142".into(), mark: None },
            provenance: Provenance::Told,
            consent: Consent::Given,
            sphere: Sphere::Unknown,
        }
    }

    fn message(state: MessageState, days_ago: i64) -> MessageRecord {
        let at = Timestamp::from_ms(NOW.ms() - days_ago * DAY);
        MessageRecord {
            id: MessageId::from_uuid(Uuid::from_u128(days_ago.unsigned_abs().into())),
            contact: contact(1),
            channel: ChannelKind::Email,
            state,
            at,
            answered_at: Some(at),
            answered_on: None,
            own_choice: false,
            place: Place::Work,
            trace: Trace::default(),
            reason: None,
        }
    }

    fn time(text: &str) -> NaiveTime {
        text.parse().unwrap()
    }

    fn noon<'a>(address: &'a Address) -> Situation<'a> {
        Situation {
            address,
            preferences: &[],
            messages: &[],
            let_go: None,
            their_time: Some(time("12:00:00")),
            my_time: time("12:00:00"),
            others: &[],
        }
    }

    fn warnings(situation: &Situation<'_>) -> Vec<Warning> {
        check("Hello", &Trace::of("Hello", ""), situation)
    }

    #[test]
    fn a_first_message_by_day_may_be_sent() {
        assert_eq!(warnings(&noon(&address(ChannelKind::WhatsApp))), Vec::new());
    }

    #[test]
    fn a_second_message_waits_for_an_answer() {
        let (address, sent) = (address(ChannelKind::Email), message(MessageState::Sent, 3));
        let one = [sent.clone()];
        let waiting = Situation { messages: &one, ..noon(&address) };
        assert_eq!(warnings(&waiting), vec![Warning::NoAnswerYet(sent.at, ChannelKind::Email)]);
        let answered = [sent, message(MessageState::Received, 2)];
        assert_eq!(warnings(&Situation { messages: &answered, ..noon(&address) }), Vec::new());
    }

    #[test]
    fn please_do_not_holds_until_they_write_themselves() {
        let address = address(ChannelKind::Email);
        let declined = message(MessageState::Declined, 5);
        let held = [declined.clone()];
        assert_eq!(warnings(&Situation { messages: &held, ..noon(&address) }), vec![Warning::AskedNotTo(declined.at)]);
        let heard = [declined, message(MessageState::Received, 1)];
        assert_eq!(warnings(&Situation { messages: &heard, ..noon(&address) }), Vec::new());
    }

    #[test]
    fn the_third_person_to_get_it_is_warned_of_with_the_two_before() {
        let address = address(ChannelKind::Email);
        let text = "Hello, we met at the fair, here are the slides that I promised you there";
        let trace = Trace::of(text, "");
        let others = [(contact(3), trace.clone()), (contact(2), trace.clone()), (contact(1), trace.clone())];
        let one = Situation { others: &others[..1], ..noon(&address) };
        assert_eq!(check(text, &trace, &one), Vec::new());
        let two = Situation { others: &others, ..noon(&address) };
        assert_eq!(check(text, &trace, &two), vec![Warning::NearlyTheSame(vec![contact(2), contact(3)])]);
    }

    #[test]
    fn their_hours_come_before_the_night_and_midnight_is_inside() {
        let address = address(ChannelKind::WhatsApp);
        let at = |text: &str| Situation { their_time: Some(time(text)), ..noon(&address) };
        for (text, is_night) in
            [("20:59:00", false), ("21:00:00", true), ("00:00:00", true), ("07:59:00", true), ("08:00:00", false)]
        {
            let expected = if is_night { vec![Warning::Night(time(text))] } else { Vec::new() };
            assert_eq!(warnings(&at(text)), expected, "{text}");
        }
        let unknown = Situation { their_time: None, my_time: time("23:00:00"), ..noon(&address) };
        assert_eq!(warnings(&unknown), Vec::new());

        let hours = Hours { from: time("20:00:00"), until: time("01:00:00") };
        let wish = [Preference {
            id: PreferenceId::from_uuid(Uuid::from_u128(1)),
            contact: contact(1),
            channel: ChannelKind::WhatsApp,
            stance: Some(Stance::Preferred),
            hours: Some(hours),
            learned_at: NOW,
            provenance: Provenance::Told,
        }];
        let named = |text: &str| warnings(&Situation { preferences: &wish, ..at(text) });
        assert_eq!(named("23:30:00"), Vec::new());
        assert_eq!(named("12:00:00"), vec![Warning::OutsideTheirHours(hours)]);
        let alone = [Preference { stance: None, ..wish[0].clone() }];
        let outside = vec![Warning::OutsideTheirHours(hours)];
        assert_eq!(
            warnings(&Situation { preferences: &alone, ..at("12:00:00") }),
            outside,
            "whatever else they prefer"
        );
        let refused = [Preference { stance: Some(Stance::Refused), ..wish[0].clone() }];
        assert_eq!(warnings(&Situation { preferences: &refused, ..at("12:00:00") }), vec![Warning::NotThere]);
        let mine = Situation { preferences: &wish, their_time: None, my_time: time("10:00:00"), ..noon(&address) };
        assert_eq!(warnings(&mine), vec![Warning::OutsideTheirHours(hours)]);
    }

    #[test]
    fn refused_channels_and_numbers_not_given_for_it_are_said() {
        let refused = Address { consent: Consent::Refused, ..address(ChannelKind::WhatsApp) };
        assert_eq!(warnings(&noon(&refused)), vec![Warning::NotThere]);
        let unasked = Address { consent: Consent::Unknown, ..address(ChannelKind::WhatsApp) };
        assert_eq!(warnings(&noon(&unasked)), vec![Warning::NotGivenForThat]);
    }

    #[test]
    fn numbers_and_addresses_stay_out_of_what_may_become_public() {
        for (text, is_private) in [
            ("Call me: +1 (514) 555-0142", true),
            ("mine is ana@mail.example.", true),
            ("see you in 2026, at 10:00, room 1234", false),
            ("@ana, hello", false),
        ] {
            let mastodon = address(ChannelKind::Mastodon);
            let given = Address { consent: Consent::Given, ..mastodon };
            let said = check(text, &Trace::default(), &noon(&given)).contains(&Warning::PrivateInPublic);
            assert_eq!(said, is_private, "{text}");
            assert!(
                !check(text, &Trace::default(), &noon(&address(ChannelKind::Signal)))
                    .contains(&Warning::PrivateInPublic)
            );
        }
    }

    #[test]
    fn a_card_for_work_shows_nothing_private() {
        let private = Address { sphere: Sphere::Private, ..address(ChannelKind::Email) };
        let number = address(ChannelKind::Phone);
        let work = Address { sphere: Sphere::Work, ..address(ChannelKind::Phone) };
        let all = [private.clone(), number.clone(), work];
        let on = |audience| private_on_card(audience, &all).cloned().collect::<Vec<_>>();
        assert_eq!(on(Audience::Private), Vec::new());
        assert_eq!(on(Audience::Work), vec![private.clone()]);
        assert_eq!(on(Audience::Public), vec![private, number]);
    }

    #[test]
    fn letting_rest_is_proposed_after_two_weeks_and_once_it_rests_no_more() {
        assert!(may_rest(&[message(MessageState::Sent, 14)], NOW).is_some());
        assert!(may_rest(&[message(MessageState::Sent, 13)], NOW).is_none());
        assert!(may_rest(&[message(MessageState::NoAnswer, 30)], NOW).is_none());
        assert!(may_rest(&[message(MessageState::Sent, 20), message(MessageState::Received, 2)], NOW).is_none());
    }
}
