//! Suggesting a channel, drafting the message and looking at it: how long they take, and whether following the
//! suggestion pays in simulated worlds.

use chrono::{NaiveTime, TimeDelta};
use justmet_app::draft;
use justmet_app::words::Words;
use justmet_domain::channel::ChannelKind;
use justmet_domain::country::Custom;
use justmet_domain::id::{ContactId, IdSource, MessageId};
use justmet_domain::locale::Language;
use justmet_domain::message::draft::Facts;
use justmet_domain::message::guard::{Situation, check};
use justmet_domain::message::trace::Trace;
use justmet_domain::message::{MessageRecord, MessageState};
use justmet_domain::suggest::{Cell, Counted, Known, Place, Rates, suggest};
use justmet_domain::time::Timestamp;
use justmet_store::{Profile, Store};

use crate::generate::{FollowUps, Generator, NOW};
use crate::measure::{Figure, Result, Samples, alternate};
use crate::simulation::live;
use crate::world::{SMALL, World, open, zone};

const GROUP: &str = "suggest";

/// Messages that one person sends in a year or two.
const MESSAGES: u32 = 300;

/// Worlds for the printed table; the test lives through fewer.
const WORLDS: u64 = 200;

pub(crate) fn figures(world: &mut World) -> Result<Vec<Figure>> {
    let database = world.people_of(SMALL)?;
    let profiles = people(&database, 200)?;
    let rates = learned();
    let (mut suggested, mut folded) = (Samples::default(), Samples::default());
    for profile in profiles.iter().cycle().take(4_000) {
        suggested.time(|| Ok(suggest(&known(profile, &rates))))?;
        folded.time(|| Ok(justmet_domain::fold::fold(&profile.contact.name)))?;
    }
    let mut figures = vec![
        Figure::time(GROUP, format!("suggest, {MESSAGES} messages learned from"), &suggested)
            .floor("folding the name once", &folded)
            .bound("p99 < 20 µs", |it| it.p99() < 20.0),
    ];
    figures.extend(messages(&profiles)?);
    figures.push(page(world)?);
    Ok(figures)
}

/// Drafts in five languages, and looking at one beside 500 others.
fn messages(profiles: &[Profile]) -> Result<Vec<Figure>> {
    let words = Language::ALL.map(Words::new);
    let (mut drafted, mut said, mut checked) = (Samples::default(), Samples::default(), Samples::default());
    let text = "Hi Ana, we met at the fair. As promised: slides. Would ten minutes next week suit you?";
    let others: Vec<(ContactId, Trace)> =
        profiles.iter().cycle().take(500).map(|profile| (profile.contact.id, Trace::of(text, ""))).collect();
    let noon = NaiveTime::from_hms_opt(12, 0, 0).unwrap_or_default();
    for (profile, words) in profiles.iter().cycle().zip(words.iter().cycle()).take(4_000) {
        let Some(address) = profile.addresses.first() else { continue };
        let facts = facts(profile, address.handle.kind);
        let draft = drafted.time(|| Ok(draft(words, &facts)))?;
        said.time(|| Ok(words.say("ask-them")))?;
        let situation = Situation {
            address,
            preferences: &profile.preferences,
            messages: &profile.messages,
            let_go: None,
            their_time: Some(noon),
            my_time: noon,
            others: &others,
        };
        checked.time(|| Ok(check(&draft.text, &Trace::of(&draft.text, &profile.contact.name), &situation)))?;
    }
    Ok(vec![
        Figure::time(GROUP, "a draft, in five languages", &drafted)
            .floor("one message of Fluent", &said)
            .bound("p50 < 50 µs", |it| it.middle() < 50.0),
        Figure::time(GROUP, "the etiquette guard, 500 messages to others", &checked),
    ])
}

/// A page of 50 with its suggestions, in a file with a thousand messages and in one with none.
fn page(world: &mut World) -> Result<Figure> {
    let without = world.people_of(SMALL)?;
    let with = world.empty("messages.db");
    let mut generator = Generator::new(u64::from(SMALL));
    let store = Store::open(&with, NOW, &mut Generator::new(0))?;
    generator.fill(&store, SMALL, FollowUps::MostlyEnded)?;
    let ids = store.read(|reader| reader.recent(None, SMALL))?;
    let long_ago = Timestamp::from_ms(0);
    store.write(NOW, |writer| {
        ids.iter().zip(0..).try_for_each(|(contact, number)| {
            let id = MessageId::from_uuid(generator.next_uuid());
            writer.put_message(&message(id, *contact, number), Custom::Mail, long_ago)
        })
    })?;
    drop(store);
    let (with, without) = (open(&with, 0)?, open(&without, 0)?);
    let wait = &world.runtime;
    let (with, without) = alternate(
        200,
        |_| Ok(wait.block_on(with.page(None, None, None))?),
        |_| Ok(wait.block_on(without.page(None, None, None))?),
    )?;
    Ok(Figure::time(GROUP, format!("a page of 50 with suggestions, {SMALL} messages"), &with)
        .floor("with none", &without))
}

fn people(database: &std::path::Path, count: u32) -> Result<Vec<Profile>> {
    let store = Store::open(database, NOW, &mut Generator::new(0))?;
    Ok(store.read(|reader| reader.profiles(&reader.recent(None, count)?))?)
}

fn known<'a>(profile: &'a Profile, rates: &'a Rates) -> Known<'a> {
    Known {
        addresses: &profile.addresses,
        preferences: &profile.preferences,
        messages: &profile.messages,
        rates,
        custom: Custom::Mail,
        place: Place::Event,
        now: NOW,
    }
}

fn facts(profile: &Profile, channel: ChannelKind) -> Facts<'_> {
    let encounter = profile.encounters.first();
    Facts {
        channel,
        name: Some(profile.contact.name.as_str()),
        me: Some("Ana Roy"),
        event: profile.event.as_ref().map(|event| event.name.as_str()),
        met_on: zone().civil_at(profile.contact.met_at).date(),
        promises: &profile.promises,
        notes: encounter.map_or("", |encounter| encounter.notes.as_str()),
        preference_known: !profile.preferences.is_empty(),
        is_first: true,
    }
}

/// The messages of two years, over all cells, a third of them without a word since.
fn learned() -> Rates {
    let kinds: Vec<ChannelKind> = ChannelKind::all().collect();
    Rates::of((0..MESSAGES).zip(kinds.iter().cycle()).map(|(number, channel)| Counted {
        cell: Cell {
            channel: *channel,
            custom: match number % 3 {
                0 => Custom::Mail,
                1 => Custom::WhatsApp,
                _ => Custom::LocalMessenger,
            },
            place: match number / 3 % 3 {
                0 => Place::Event,
                1 => Place::Work,
                _ => Place::Private,
            },
        },
        state: state(number),
        at: at(number),
        own_choice: number % 11 == 0,
    }))
}

fn state(number: u32) -> MessageState {
    match number % 3 {
        0 => MessageState::Replied,
        1 => MessageState::NoAnswer,
        _ => MessageState::Sent,
    }
}

fn at(number: u32) -> Timestamp {
    NOW.saturating_add(TimeDelta::days(-i64::from(number % 700)))
}

fn message(id: MessageId, contact: ContactId, number: u32) -> MessageRecord {
    MessageRecord {
        id,
        contact,
        channel: ChannelKind::Email,
        state: state(number),
        at: at(number),
        answered_at: None,
        answered_on: None,
        own_choice: false,
        place: Place::Event,
        trace: Trace::of("Hi Ana, we met at the fair.", "Ana"),
        reason: None,
    }
}

/// How following the suggestion fares where what is held to be usual is right, and where it is off.
pub(crate) fn print_worlds() {
    println!("{WORLDS} worlds of 300 people; answers in percent of what one would get who knew the true rates\n");
    println!("usual rates off by   usual only   suggestion   squared error (Brier)   off when predicting");
    for sd in [0.0, 0.5, 1.0] {
        let outcome = live(WORLDS, sd);
        println!(
            "{sd:.1} log-odds         {:>8.1} %   {:>8.1} %   {:.3} instead of {:.3}   {:>8.1} points",
            outcome.percent_of_oracle(&outcome.fixed),
            outcome.percent_of_oracle(&outcome.learning),
            outcome.learning.brier(),
            outcome.fixed.brier(),
            outcome.learning.calibration_error(),
        );
    }
    println!();
}
