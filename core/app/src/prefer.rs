//! What a person says about a channel, learned after the line was saved.

use justmet_domain::capture::{CaptureContext, CaptureMode, read_hours};
use justmet_domain::channel::ChannelKind;
use justmet_domain::contact::{Hours, Preference, Provenance, Stance};
use justmet_domain::id::{IdSource, PreferenceId};

use crate::contact::ContactScreen;
use crate::error::{JustMetError, Result};
use crate::just_met::{Inner, JustMet, Now};
use crate::listener::ChangeKind;

#[uniffi::export(async_runtime = "tokio")]
impl JustMet {
    /// Notes what they said about a channel: for it, against it, or `None` where what they said no longer holds. A later
    /// wish takes the place of an earlier one about the same channel, which stays as history. `hours` are those of their
    /// day that they named for it, in digits or words: `18-21`, `evenings`, `after 18h`.
    ///
    /// # Errors
    /// As for `contact`, `Invalid` for hours that cannot be read, and those of writing.
    #[uniffi::method(default(hours = None))]
    pub async fn prefer(
        &self,
        id: String,
        channel: ChannelKind,
        stance: Option<Stance>,
        hours: Option<String>,
    ) -> Result<ContactScreen> {
        self.run(move |inner| inner.prefer(&id, channel, stance, hours.as_deref())).await
    }
}

impl Inner {
    fn prefer(
        &self,
        id: &str,
        channel: ChannelKind,
        stance: Option<Stance>,
        hours: Option<&str>,
    ) -> Result<ContactScreen> {
        let now = self.now()?;
        let hours = hours.map(|text| self.hours(text, &now)).transpose()?;
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
                    hours,
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

    /// The hours that a text names.
    fn hours(&self, text: &str, now: &Now) -> Result<Hours> {
        let context = CaptureContext {
            now: now.civil(),
            region: self.region,
            language: self.words.language(),
            mode: CaptureMode::Typed,
        };
        read_hours(text, &context).ok_or_else(|| {
            JustMetError::invalid(self.words.say_with("error-not-hours", &[("text", text.to_owned().into())]))
        })
    }
}
