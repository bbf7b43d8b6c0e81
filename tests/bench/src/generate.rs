//! Invented people: the same ones for the same seed, in several scripts, with addresses that belong to nobody.

use chrono::{DateTime, NaiveDateTime, TimeDelta};
use fastrand::Rng;
use justmet_domain::capture::CaptureMode;
use justmet_domain::channel::{ChannelKind, Handle};
use justmet_domain::contact::{
    Address, Consent, Contact, Encounter, Preference, Promise, PromiseBy, Provenance, Sphere, Stance,
};
use justmet_domain::follow_up::{ClosedBecause, FollowUp, State};
use justmet_domain::id::{AddressId, ContactId, EncounterId, EventId, IdSource, PreferenceId, PromiseId};
use justmet_domain::time::Timestamp;
use justmet_store::{NewEncounter, Store};
use uuid::{Builder, Uuid};

use crate::measure::Result;
use crate::vocabulary::{AREAS, CHANNELS, CITIES, EVENTS, NAMES, ORGS, PROMISES, ROLES, SYLLABLES, TOPICS, TRADES};

/// 24 November 2026, 10:00 UTC: the moment of every measurement.
pub(crate) const NOW: Timestamp = Timestamp::from_ms(1_795_514_400_000);

/// Everybody was met in the ten years before.
const YEARS_MS: i64 = 10 * 365 * 24 * 3_600_000;

/// How many people one transaction inserts.
const BATCH: usize = 5_000;

/// Of whom something is still wanted: only the latest, however many people there are.
const DUE: u32 = 30;
const WAITING: u32 = 40;

/// How the follow-ups of the invented people stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FollowUps {
    /// Those of the latest few are open, the others ended long ago.
    MostlyEnded,
    /// All wait for their day, but for the first `due`, whose moment has come.
    AllOpen {
        /// How many are due.
        due: u32,
    },
}

/// Invents people.
pub(crate) struct Generator {
    rng: Rng,
    events: Vec<EventId>,
}

impl IdSource for Generator {
    fn next_uuid(&mut self) -> Uuid {
        self.id(NOW)
    }
}

impl Generator {
    pub(crate) fn new(seed: u64) -> Self {
        Self { rng: Rng::with_seed(seed), events: Vec::new() }
    }

    /// Stores the events at which people are met.
    pub(crate) fn store_events(&mut self, store: &Store) -> Result {
        let names: Vec<String> = (0..200).map(|_| self.event()).collect();
        let fresh: Vec<EventId> = names.iter().map(|_| EventId::from_uuid(self.next_uuid())).collect();
        self.events = store.write(NOW, |writer| {
            names.iter().zip(fresh).map(|(name, fresh)| writer.event_named(name, NOW, fresh)).collect()
        })?;
        Ok(())
    }

    /// Fills a new store with events and people.
    pub(crate) fn fill(&mut self, store: &Store, people: u32, follow_ups: FollowUps) -> Result {
        self.store_events(store)?;
        let mut batch = Vec::with_capacity(BATCH);
        for number in 0..people {
            batch.push(self.person(number, people, follow_ups));
            if batch.len() == BATCH || number + 1 == people {
                store.write(NOW, |writer| batch.iter().try_for_each(|met| writer.insert(met)))?;
                batch.clear();
            }
        }
        Ok(())
    }

    /// Number `number` of `people`, in the order in which they were met.
    pub(crate) fn person(&mut self, number: u32, people: u32, follow_ups: FollowUps) -> NewEncounter {
        let before_now = YEARS_MS / i64::from(people.max(1)) * i64::from(people - number);
        let met_at = Timestamp::from_ms(NOW.ms() - before_now - self.rng.i64(0..60_000));
        let contact = ContactId::from_uuid(self.id(met_at));
        let encounter = EncounterId::from_uuid(self.id(met_at));
        let (name, plain) = self.name();
        let org = (self.rng.u8(0..10) < 8).then(|| self.org());
        let role = (self.rng.u8(0..10) < 5).then(|| self.pick(ROLES).to_owned());
        let notes = self.notes();
        let addresses = self.addresses(contact, met_at, &plain, org.as_deref());
        let preferences = self.preferences(&addresses, contact, met_at);
        let promises = self.promises(encounter, met_at);
        let raw_line = raw_line(&name, org.as_deref(), &addresses, &notes, &promises);
        let event = (self.rng.u8(0..10) < 7).then(|| self.rng.choice(&self.events).copied()).flatten();
        let mode = self.rng.choice([CaptureMode::Typed, CaptureMode::Dictated, CaptureMode::Pasted]);
        NewEncounter {
            contact: Contact { id: contact, name, name_sure: self.rng.u8(0..10) < 9, org, role, met_at },
            addresses,
            preferences,
            encounter: Encounter {
                id: encounter,
                contact,
                met_at,
                event,
                notes,
                raw_line,
                mode: mode.unwrap_or_default(),
            },
            promises,
            follow_up: Some(follow_up(number, people, follow_ups, contact, encounter, met_at)),
        }
    }

    /// UUID version 7: ordered by time, the rest drawn.
    fn id(&mut self, at: Timestamp) -> Uuid {
        let mut drawn = [0; 10];
        self.rng.fill(&mut drawn);
        Builder::from_unix_timestamp_millis(at.ms().unsigned_abs(), &drawn).into_uuid()
    }

    fn pick(&mut self, words: &'static [&'static str]) -> &'static str {
        self.rng.choice(words).copied().unwrap_or_default()
    }

    /// As it is written, and in plain letters.
    fn name(&mut self) -> (String, String) {
        // Half of the people write in Latin letters, which are the first group.
        let is_latin = self.rng.bool();
        let group = if is_latin { NAMES.first() } else { self.rng.choice(NAMES) };
        let Some(group) = group else { return Default::default() };
        let given = self.rng.choice(group.given).copied().unwrap_or_default();
        let family = self.rng.choice(group.family).copied().unwrap_or_default();
        let (mut family, mut plain) = (family.0.to_owned(), family.1.to_owned());
        if is_latin {
            // Most family names are rare ones, and some people have two.
            match self.rng.u8(0..10) {
                0..5 => {
                    let rare = self.rare_name();
                    (family, plain) = (rare.clone(), rare.to_lowercase());
                }
                5 => {
                    let rare = self.rare_name();
                    (family, plain) = (format!("{family}-{rare}"), format!("{plain}{}", rare.to_lowercase()));
                }
                _ => {}
            }
        }
        let name = if group.family_first {
            format!("{family}{}{}", group.between, given.0)
        } else {
            format!("{}{}{family}", given.0, group.between)
        };
        (name, format!("{}.{plain}", given.1))
    }

    /// One of some thousands of family names that nobody need have.
    fn rare_name(&mut self) -> String {
        let mut name = String::new();
        for _ in 0..self.rng.usize(2..4) {
            name.push_str(self.pick(SYLLABLES));
        }
        let mut letters = name.chars();
        letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
    }

    fn org(&mut self) -> String {
        format!("{} {}", self.pick(ORGS), self.pick(TRADES))
    }

    fn event(&mut self) -> String {
        format!("{} {} {}", self.pick(EVENTS), self.pick(CITIES), 2017 + self.rng.u16(0..10))
    }

    fn notes(&mut self) -> String {
        let count = self.rng.usize(0..4);
        (0..count).map(|_| self.pick(TOPICS)).collect::<Vec<_>>().join("\n")
    }

    fn addresses(&mut self, contact: ContactId, at: Timestamp, plain: &str, org: Option<&str>) -> Vec<Address> {
        let mut kinds = Vec::new();
        for _ in 0..self.rng.usize(1..4) {
            let kind = self.rng.choice(CHANNELS).copied().unwrap_or(ChannelKind::Email);
            if !kinds.contains(&kind) {
                kinds.push(kind);
            }
        }
        let address = |kind| Address {
            id: AddressId::from_uuid(self.id(at)),
            contact,
            handle: self.handle(kind, plain, org),
            provenance: Provenance::Told,
            consent: Consent::Given,
            sphere: Sphere::Unknown,
        };
        kinds.into_iter().map(address).collect()
    }

    /// Domains that are reserved for examples, numbers that are reserved for fiction.
    fn handle(&mut self, kind: ChannelKind, plain: &str, org: Option<&str>) -> Handle {
        let tag = self.rng.u16(1..1000);
        let (key, display) = match kind {
            ChannelKind::Phone | ChannelKind::Sms | ChannelKind::WhatsApp | ChannelKind::Signal => self.number(),
            ChannelKind::Email => {
                let host = org.and_then(|org| org.split(' ').next()).unwrap_or("post").to_lowercase();
                let email = format!("{plain}@{host}.example");
                (email.clone(), email)
            }
            _ => {
                let handle = format!("{}{tag}", plain.replace('.', "_"));
                (handle.clone(), format!("@{handle}"))
            }
        };
        Handle { kind, key, display, mark: None }
    }

    /// As a key and as it is shown. No subscriber has one: 555-01xx in North America (NANPA), and what Ofcom (07700 900xxx)
    /// and Arcep (06 39 98 xx xx) set aside for fiction.
    fn number(&mut self) -> (String, String) {
        match self.rng.u8(0..4) {
            0 => {
                let last = self.rng.u16(0..1_000);
                (format!("+447700900{last:03}"), format!("+44 7700 900{last:03}"))
            }
            1 => {
                let (one, two) = (self.rng.u8(0..100), self.rng.u8(0..100));
                (format!("+33639 98{one:02}{two:02}").replace(' ', ""), format!("+33 6 39 98 {one:02} {two:02}"))
            }
            _ => {
                let (area, last) = (self.pick(AREAS), self.rng.u8(0..100));
                (format!("+1{area}55501{last:02}"), format!("+1 {area}-555-01{last:02}"))
            }
        }
    }

    fn preferences(&mut self, addresses: &[Address], contact: ContactId, at: Timestamp) -> Vec<Preference> {
        let wished = self.rng.bool().then(|| addresses.first()).flatten();
        let preference = |address: &Address| Preference {
            id: PreferenceId::from_uuid(self.id(at)),
            contact,
            channel: address.handle.kind,
            stance: Some(Stance::Preferred),
            hours: None,
            learned_at: at,
            provenance: Provenance::Told,
        };
        wished.into_iter().map(preference).collect()
    }

    fn promises(&mut self, encounter: EncounterId, at: Timestamp) -> Vec<Promise> {
        if self.rng.u8(0..10) >= 4 {
            return Vec::new();
        }
        let by = if self.rng.bool() { PromiseBy::Me } else { PromiseBy::Them };
        let id = PromiseId::from_uuid(self.id(at));
        vec![Promise { id, encounter, by, what: self.pick(PROMISES).to_owned(), kept: false }]
    }
}

fn follow_up(
    number: u32,
    people: u32,
    follow_ups: FollowUps,
    contact: ContactId,
    encounter: EncounterId,
    met_at: Timestamp,
) -> FollowUp {
    let now = civil(NOW);
    let ahead = |days: u32| now + TimeDelta::days(i64::from(days));
    let plan = |due| FollowUp::plan(contact, encounter, due, met_at);
    match follow_ups {
        FollowUps::AllOpen { due } if number < due => plan(now - TimeDelta::minutes(i64::from(number % 600) + 1)),
        FollowUps::AllOpen { .. } => plan(ahead(2 + number % 365)),
        FollowUps::MostlyEnded => match people - number {
            left @ 1..=WAITING => plan(ahead(1 + left)),
            left if left <= WAITING + DUE => {
                FollowUp { state: State::Delivered(NOW), ..plan(now - TimeDelta::hours(i64::from(left))) }
            }
            _ => {
                let ended = met_at.saturating_add(TimeDelta::days(2));
                let state = match number % 5 {
                    0 => State::Closed(ended, ClosedBecause::LetGo),
                    _ => State::Acted(ended),
                };
                FollowUp { state, ..plan(civil(met_at) + TimeDelta::days(1)) }
            }
        },
    }
}

/// The clock on a wall in UTC.
fn civil(at: Timestamp) -> NaiveDateTime {
    DateTime::from_timestamp_millis(at.ms()).map(|at| at.naive_utc()).unwrap_or_default()
}

fn raw_line(name: &str, org: Option<&str>, addresses: &[Address], notes: &str, promises: &[Promise]) -> String {
    let mut parts = vec![name];
    parts.extend(org);
    parts.extend(addresses.iter().map(|address| address.handle.display.as_str()));
    parts.extend(notes.lines());
    parts.extend(promises.iter().map(|promise| promise.what.as_str()));
    parts.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn people(seed: u64) -> Vec<NewEncounter> {
        let mut generator = Generator::new(seed);
        generator.events = vec![EventId::from_uuid(Uuid::from_u128(1))];
        (0..500).map(|number| generator.person(number, 500, FollowUps::MostlyEnded)).collect()
    }

    #[test]
    fn one_seed_gives_the_same_people_and_another_gives_others() {
        assert_eq!(people(7), people(7));
        assert_ne!(people(7), people(8));
    }

    #[test]
    fn people_write_in_several_scripts_and_reach_nobody() {
        let people = people(1);
        for script in ['А'..='я', 'Α'..='ω', '一'..='鿿', '가'..='힣', 'ا'..='ي', 'अ'..='ह'] {
            assert!(people.iter().any(|met| met.contact.name.chars().any(|letter| script.contains(&letter))));
        }
        for address in people.iter().flat_map(|met| &met.addresses) {
            let key = &address.handle.key;
            assert!(!key.contains('@') || key.ends_with(".example"), "{key}");
            let is_fiction = key.starts_with("+447700900") || key.starts_with("+3363998") || key.contains("55501");
            assert!(!key.starts_with('+') || is_fiction, "{key}");
            assert!(key.is_ascii(), "{key}");
        }
    }

    #[test]
    fn as_many_follow_ups_are_open_however_many_people_there_are() {
        let open = |met: &&NewEncounter| met.follow_up.as_ref().is_some_and(FollowUp::is_open);
        assert_eq!(people(1).iter().filter(open).count(), 70);
    }

    #[test]
    fn people_come_in_the_order_in_which_they_were_met() {
        assert!(people(1).is_sorted_by_key(|met| met.contact.met_at));
    }

    #[test]
    fn what_is_invented_can_be_stored() {
        let folder = tempfile::TempDir::new().unwrap();
        let mut generator = Generator::new(3);
        let store = Store::open(&folder.path().join("people.db"), NOW, &mut generator).unwrap();
        generator.fill(&store, 300, FollowUps::AllOpen { due: 5 }).unwrap();
        let (count, open) = store.read(|reader| Ok((reader.contact_count()?, reader.open_follow_ups(None)?))).unwrap();
        assert_eq!((count, open.len()), (300, 300));
        assert_eq!(open.iter().filter(|follow_up| follow_up.due <= civil(NOW)).count(), 5);
    }
}
