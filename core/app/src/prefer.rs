//! What a person says about a channel, learned after the line was saved.

use justmet_domain::channel::ChannelKind;
use justmet_domain::contact::{Preference, Provenance, Stance};
use justmet_domain::id::{IdSource, PreferenceId};

use crate::contact::ContactScreen;
use crate::error::{JustMetError, Result};
use crate::just_met::{Inner, JustMet};
use crate::listener::ChangeKind;

#[uniffi::export(async_runtime = "tokio")]
impl JustMet {
    /// Notes what they said about a channel: for it, against it, or `None` where what they said no longer holds. A later
    /// wish takes the place of an earlier one about the same channel, which stays as history.
    ///
    /// # Errors
    /// As for `contact`, and those of writing.
    pub async fn prefer(&self, id: String, channel: ChannelKind, stance: Option<Stance>) -> Result<ContactScreen> {
        self.run(move |inner| inner.prefer(&id, channel, stance)).await
    }
}

impl Inner {
    fn prefer(&self, id: &str, channel: ChannelKind, stance: Option<Stance>) -> Result<ContactScreen> {
        let now = self.now()?;
        let contact = self.profile(id)?.contact.id;
        let fresh = PreferenceId::from_uuid(self.ids(&now).next_uuid());
        let profile = self.write(&now, |writer| {
            match stance {
                None => writer.supersede_preference(contact, channel, now.at)?,
                Some(stance) => writer.put_preference(&Preference {
                    id: fresh,
                    contact,
                    channel,
                    stance,
                    hours: None,
                    learned_at: now.at,
                    provenance: Provenance::Told,
                })?,
            }
            writer.profile(contact)
        })?;
        let profile = profile.ok_or_else(|| JustMetError::not_found(self.words.say("error-no-contact")))?;
        self.listeners.tell(ChangeKind::PreferenceChanged, contact);
        Ok(ContactScreen::draw(&self.words, self.platform, &profile, &now))
    }
}
