//! Taking back what was just done.

use justmet_domain::country::Country;
use justmet_domain::follow_up::{FollowUp, Moment};
use justmet_domain::id::{ContactId, MessageId};
use justmet_domain::message::MessageRecord;
use justmet_domain::time::Timestamp;
use justmet_store::{LedgerEvent, StoreError, UndoWhat, Writer};
use uuid::Uuid;

use crate::error::{JustMetError, Result};
use crate::just_met::{Inner, JustMet, Now};
use crate::listener::ChangeKind;
use crate::suggestion::country;

/// What was taken back.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Undone {
    /// The contact it was about.
    pub contact_id: String,
    /// In words.
    pub text: String,
}

#[uniffi::export]
impl JustMet {
    /// Takes back a save, an action or a forgetting within ten seconds. A save that is taken back leaves no content behind; an action
    /// that is taken back leaves the follow-up as it was, but never makes it remind again.
    ///
    /// # Errors
    /// `NotFound` where it is too late or was taken back already, and those of writing.
    pub async fn undo(&self, token: String) -> Result<Undone> {
        self.run(move |inner| {
            let now = inner.now()?;
            let token = token.parse().map_err(|_| inner.bad_id(&token))?;
            inner.undo(token, &now)
        })
        .await
    }

    /// Takes back the latest save or action, as `undo` does.
    ///
    /// # Errors
    /// As for `undo`.
    pub async fn undo_latest(&self) -> Result<Undone> {
        self.run(|inner| {
            let now = inner.now()?;
            let latest = inner.read(|reader| reader.latest_undo())?;
            let latest = latest
                .filter(|undo| undo.expires >= now.at)
                .ok_or_else(|| JustMetError::not_found(inner.words.say("error-nothing-to-undo")))?;
            inner.undo(latest.token, &now)
        })
        .await
    }
}

impl Inner {
    fn undo(&self, token: Uuid, now: &Now) -> Result<Undone> {
        let taken = self.write(now, |writer| {
            let Some(undo) = writer.take_undo(token)?.filter(|undo| undo.expires >= now.at) else { return Ok(None) };
            match undo.what {
                UndoWhat::Saved(contact) => {
                    writer.erase_contact(contact, now.at)?;
                    Ok(Some((contact, ChangeKind::ContactGone)))
                }
                UndoWhat::Forgotten(content) => {
                    writer.bring_back(&content, now.at)?;
                    Ok(Some((content.contact, ChangeKind::ContactSaved)))
                }
                UndoWhat::Acted(before) => {
                    self.put_back(writer, &before, now)?;
                    Ok(Some((before.contact, ChangeKind::FollowUpChanged)))
                }
                UndoWhat::Noted { contact, message, before, follow_up } => {
                    unnote(writer, contact, message, before.as_ref(), now)?;
                    follow_up.iter().try_for_each(|before| self.put_back(writer, before, now))?;
                    Ok(Some((contact, ChangeKind::MessageNoted)))
                }
            }
        })?;
        let (contact, kind): (ContactId, ChangeKind) =
            taken.ok_or_else(|| JustMetError::not_found(self.words.say("error-undo-expired")))?;
        self.listeners.tell(kind, contact);
        let key = match kind {
            ChangeKind::ContactGone => "undone-saved",
            ChangeKind::ContactSaved => "undone-forgotten",
            _ => "undone-acted",
        };
        Ok(Undone { contact_id: contact.to_string(), text: self.words.say(key) })
    }

    fn put_back(&self, writer: &Writer<'_>, before: &FollowUp, now: &Now) -> std::result::Result<(), StoreError> {
        let Some(current) = writer.follow_up(before.id)? else { return Ok(()) };
        let calendar = self.calendar(writer)?;
        let moment = Moment { now: now.at, zone: &now.zone, calendar: &calendar, clock_jumped: false };
        writer.put_follow_up(&current.taken_back(before, &moment), LedgerEvent::Undone, now.at)
    }
}

/// What came of a message is as unknown as before.
fn unnote(
    writer: &Writer<'_>,
    contact: ContactId,
    message: MessageId,
    before: Option<&MessageRecord>,
    now: &Now,
) -> Result<(), StoreError> {
    match (before, writer.profile(contact)?) {
        (Some(before), Some(profile)) => {
            let custom = country(&profile, now).map(Country::custom).unwrap_or_default();
            // Nothing is forgotten for being taken back.
            writer.put_message(before, custom, Timestamp::from_ms(i64::MIN))
        }
        _ => writer.remove_message(message),
    }
}
