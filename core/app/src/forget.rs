//! Forgetting a person.

use justmet_domain::id::IdSource;
use justmet_store::{Undo, UndoWhat};

use crate::error::Result;
use crate::just_met::{Inner, JustMet};
use crate::listener::ChangeKind;
use crate::save::UndoTicket;

/// What became of a wish to forget.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Forgotten {
    /// In words.
    pub text: String,
    /// Brings them back within ten seconds; none where nothing is left to bring back.
    pub undo: Option<UndoTicket>,
}

#[uniffi::export]
impl JustMet {
    /// Forgets a person. For ten seconds `undo` brings them back as they were; after that nothing is left of them in any
    /// file but ids and instants of writing, free pages included.
    ///
    /// # Errors
    /// As for `contact`, and those of writing.
    pub async fn forget(&self, id: String) -> Result<Forgotten> {
        self.run(move |inner| inner.forget(&id, false)).await
    }

    /// The same at once, with no way back.
    ///
    /// # Errors
    /// As for `contact`, and those of writing.
    pub async fn forget_now(&self, id: String) -> Result<Forgotten> {
        self.run(move |inner| inner.forget(&id, true)).await
    }
}

impl Inner {
    fn forget(&self, id: &str, at_once: bool) -> Result<Forgotten> {
        let now = self.now()?;
        let contact = self.profile(id)?.contact.id;
        let token = self.ids(&now).next_uuid();
        self.write(&now, |writer| {
            if !at_once {
                let what = UndoWhat::Forgotten(writer.content_of(contact)?);
                writer.erase_contact(contact, now.at)?;
                return writer.put_undo(&Undo { token, what, expires: now.undo_expires() });
            }
            writer.erase_contact(contact, now.at)
        })?;
        self.listeners.tell(ChangeKind::ContactGone, contact);
        let undo = UndoTicket { token: token.to_string(), expires_ms: now.undo_expires().ms() };
        let key = if at_once { "forgotten-for-good" } else { "forgotten" };
        Ok(Forgotten { text: self.words.say(key), undo: (!at_once).then_some(undo) })
    }
}
