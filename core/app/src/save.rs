//! Saving a line: one transaction, on disk before the shell hears of it.

use chrono::NaiveDateTime;
use justmet_domain::capture::{Capture, CaptureField, CaptureMode, CapturedChannel, Certainty, FollowUpWish, Found};
use justmet_domain::contact::{Address, Consent, Contact, Encounter, Preference, Promise, Provenance, Sphere, Stance};
use justmet_domain::follow_up::FollowUp;
use justmet_domain::id::{AddressId, ContactId, EncounterId, EventId, IdSource, PreferenceId, PromiseId};
use justmet_store::{NewEncounter, Profile, Undo, UndoWhat};

use crate::contact::ContactScreen;
use crate::draw::{FollowUpCard, HintLine, hint_lines};
use crate::error::{JustMetError, Result};
use crate::just_met::{Inner, JustMet, Now};
use crate::listener::ChangeKind;
use crate::preview::ChipEdit;
use crate::session::Session;
use crate::suggestion::SuggestionCard;

/// What became of a saved line.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Saved {
    /// The person as they are now kept.
    pub contact: ContactScreen,
    /// Where to write, and why.
    pub suggestion: SuggestionCard,
    /// The one reminder; none where the line asked for none.
    pub follow_up: Option<FollowUpCard>,
    /// The fields that were read without certainty, each once.
    pub unsure: Vec<CaptureField>,
    /// What the person should know about how the line was read.
    pub hints: Vec<HintLine>,
    /// Takes it back.
    pub undo: UndoTicket,
}

/// Takes back what was just done.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct UndoTicket {
    /// To be given to `undo`.
    pub token: String,
    /// Until when, in milliseconds since the Unix epoch.
    pub expires_ms: i64,
}

#[uniffi::export]
impl JustMet {
    /// Saves the person that a line describes, with the encounter, the addresses, what they prefer, the promises and the
    /// one follow-up. `edits` are the changes that were tapped on the chips. The line itself is kept as it was entered, whatever
    /// was understood.
    ///
    /// # Errors
    /// `Invalid` for an empty or too long line; `Shell` where the clock fails; `Busy`, `Storage` and `Internal` where it
    /// was not written: then nothing is kept, and the same call may be made again.
    pub async fn save(&self, line: String, mode: CaptureMode, edits: Vec<ChipEdit>) -> Result<Saved> {
        self.run(move |inner| inner.save(&line, mode, &edits)).await
    }
}

impl Inner {
    fn save(&self, line: &str, mode: CaptureMode, edits: &[ChipEdit]) -> Result<Saved> {
        if !line.chars().any(is_visible) {
            return Err(JustMetError::invalid(self.words.say("error-empty-line")));
        }
        let now = self.now()?;
        let capture = self.capture(line, mode, edits, &now)?;
        let id = ContactId::from_uuid(self.ids(&now).next_uuid());
        let undo = Undo { token: self.ids(&now).next_uuid(), what: UndoWhat::Saved(id), expires: now.undo_expires() };
        let event = capture.event.as_ref().and_then(Found::sure);
        let fresh_event = EventId::from_uuid(self.ids(&now).next_uuid());
        let is_usual = !matches!(&capture.follow_up, FollowUpWish::On(day) if day.sure().is_some());
        let profile = self.write(&now, |writer| {
            let due = self.reminder_day(writer, &capture, &now)?;
            let mut met = self.new_encounter(id, &capture, mode, due, &now);
            met.encounter.event = event.map(|name| writer.event_named(name, now.at, fresh_event)).transpose()?;
            writer.insert(&met)?;
            if let Some(due) = due.filter(|_| is_usual) {
                Session::after(due, &now).write(writer)?;
            }
            writer.put_undo(&undo)?;
            writer.set_last_listing(&[id])?;
            writer.profile(id)
        })?;
        let profile = profile.ok_or_else(|| JustMetError::internal(&self.words))?;
        self.listeners.tell(ChangeKind::ContactSaved, id);
        Ok(self.saved(&profile, &capture, &undo, &now))
    }

    fn saved(&self, profile: &Profile, capture: &Capture, undo: &Undo, now: &Now) -> Saved {
        let contact = ContactScreen::draw(&self.words, self.platform, profile, now);
        Saved {
            suggestion: contact.suggestion.clone(),
            follow_up: contact.follow_up.clone(),
            contact,
            unsure: unsure_fields(capture),
            hints: hint_lines(&self.words, capture),
            undo: UndoTicket { token: undo.token.to_string(), expires_ms: undo.expires.ms() },
        }
    }

    fn new_encounter(
        &self,
        contact: ContactId,
        capture: &Capture,
        mode: CaptureMode,
        due: Option<NaiveDateTime>,
        now: &Now,
    ) -> NewEncounter {
        let mut ids = self.ids(now);
        let encounter = EncounterId::from_uuid(ids.next_uuid());
        NewEncounter {
            contact: Contact {
                id: contact,
                name: capture.name.as_ref().map(|name| name.value.clone()).unwrap_or_default(),
                name_sure: capture.name.as_ref().is_some_and(|name| name.certainty == Certainty::Sure),
                org: sure(&capture.org),
                role: sure(&capture.role),
                met_at: now.at,
            },
            addresses: addresses(capture, mode, contact, &mut ids),
            preferences: preferences(capture, mode, contact, &mut ids, now),
            encounter: Encounter {
                id: encounter,
                contact,
                met_at: now.at,
                event: None,
                notes: capture.notes.iter().map(|note| note.value.as_str()).collect::<Vec<_>>().join("\n"),
                raw_line: capture.raw.clone(),
                mode,
            },
            promises: capture
                .promises
                .iter()
                .map(|found| Promise {
                    id: PromiseId::from_uuid(ids.next_uuid()),
                    encounter,
                    by: found.value.by,
                    what: found.value.what.clone(),
                    kept: false,
                })
                .collect(),
            follow_up: due.map(|due| FollowUp::plan(contact, encounter, due, now.at)),
        }
    }
}

/// What can be seen on a screen: neither white space nor a control or direction character.
fn is_visible(character: char) -> bool {
    let invisible =
        matches!(character, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}');
    !character.is_whitespace() && !character.is_control() && !invisible
}

fn sure(found: &Option<Found<String>>) -> Option<String> {
    found.as_ref().and_then(Found::sure).cloned()
}

/// One address for each handle of the line; the first of two equal ones.
fn addresses(capture: &Capture, mode: CaptureMode, contact: ContactId, ids: &mut impl IdSource) -> Vec<Address> {
    let mut addresses: Vec<Address> = Vec::new();
    for channel in &capture.channels {
        let Some(handle) = channel.handle.clone() else { continue };
        if addresses.iter().any(|known| known.handle.kind == handle.kind && known.handle.key == handle.key) {
            continue;
        }
        let provenance = match channel.certainty {
            Certainty::Sure => Provenance::from(mode),
            Certainty::Unsure => Provenance::Guessed,
        };
        addresses.push(Address {
            id: AddressId::from_uuid(ids.next_uuid()),
            contact,
            handle,
            provenance,
            consent: consent(channel, provenance),
            sphere: Sphere::Unknown,
        });
    }
    addresses
}

/// Saying "here is my WhatsApp" is leave to use it; a number printed on a card is not.
fn consent(channel: &CapturedChannel, provenance: Provenance) -> Consent {
    match (channel.stance, provenance) {
        (Some(Stance::Refused), _) => Consent::Refused,
        (Some(Stance::Preferred), _) | (None, Provenance::Told) => Consent::Given,
        (None, _) => Consent::Unknown,
    }
}

/// One wish a channel: the last thing the line says about it.
fn preferences(
    capture: &Capture,
    mode: CaptureMode,
    contact: ContactId,
    ids: &mut impl IdSource,
    now: &Now,
) -> Vec<Preference> {
    let mut preferences: Vec<Preference> = Vec::new();
    let favoured = capture.channels.iter().any(|channel| channel.stance == Some(Stance::Preferred));
    for channel in &capture.channels {
        // Hours are a wish as well: whoever says "after 18h" wants to be reached there. Where another channel is wished, they
        // are kept for when I call or write there all the same.
        let timed = (channel.hours.is_some() && !favoured).then_some(Stance::Preferred);
        if channel.stance.is_none() && channel.hours.is_none() {
            continue;
        }
        let before = preferences.iter().find(|known| known.channel == channel.kind).and_then(|known| known.stance);
        let stance = channel.stance.or(timed).or(before);
        preferences.retain(|known| known.channel != channel.kind);
        preferences.push(Preference {
            id: PreferenceId::from_uuid(ids.next_uuid()),
            contact,
            channel: channel.kind,
            stance,
            hours: channel.hours.as_ref().map(|hours| hours.value),
            learned_at: now.at,
            provenance: Provenance::from(mode),
        });
    }
    preferences
}

fn unsure_fields(capture: &Capture) -> Vec<CaptureField> {
    let unsure = |certainty: Certainty| certainty == Certainty::Unsure;
    let scalar = |found: &Option<Found<String>>| found.as_ref().is_some_and(|found| unsure(found.certainty));
    let follow_up = match &capture.follow_up {
        FollowUpWish::On(day) => unsure(day.certainty),
        FollowUpWish::Unspecified | FollowUpWish::Never(_) => false,
    };
    [
        (CaptureField::Name, scalar(&capture.name)),
        (CaptureField::Org, scalar(&capture.org)),
        (CaptureField::Role, scalar(&capture.role)),
        (CaptureField::Event, scalar(&capture.event)),
        (CaptureField::Channel, capture.channels.iter().any(|channel| unsure(channel.certainty))),
        (CaptureField::Promise, capture.promises.iter().any(|promise| unsure(promise.certainty))),
        (CaptureField::Notes, capture.notes.iter().any(|note| unsure(note.certainty))),
        (CaptureField::FollowUp, follow_up),
    ]
    .into_iter()
    .filter_map(|(field, is_unsure)| is_unsure.then_some(field))
    .collect()
}
