//! What a person says about a channel, learned after the line was saved.

use justmet_domain::capture::{CaptureContext, CaptureMode, read_hours};
use justmet_domain::channel::{ChannelKind, Handle, normalize};
use justmet_domain::contact::{Address, Consent, Hours, Preference, Provenance, Sphere, Stance};
use justmet_domain::id::{AddressId, IdSource, PreferenceId};

use crate::contact::ContactScreen;
use crate::error::{JustMetError, Result};
use crate::just_met::{Inner, JustMet, Now};
use crate::listener::ChangeKind;

#[uniffi::export]
impl JustMet {
    /// Notes what they said about a channel: for it, against it, or `None` where what they said no longer holds. A later
    /// wish takes the place of an earlier one about the same channel, which stays as history. `hours` are those of their
    /// day that they named for it, in digits or words: `18-21`, `evenings`, `after 18h`; they stand alone, for neither, where
    /// `stance` is `None`. `address` is the one that they gave for it, as they said or typed it: kept as what they told you,
    /// and as leave to write to it unless the wish is against it; blank is none.
    ///
    /// # Errors
    /// As for `contact`, `Invalid` for hours that cannot be read and for what is no address there, and those of writing.
    #[uniffi::method(default(hours = None, address = None))]
    pub async fn prefer(
        &self,
        id: String,
        channel: ChannelKind,
        stance: Option<Stance>,
        hours: Option<String>,
        address: Option<String>,
    ) -> Result<ContactScreen> {
        self.run(move |inner| inner.prefer(&id, channel, stance, hours.as_deref(), address.as_deref())).await
    }
}

impl Inner {
    fn prefer(
        &self,
        id: &str,
        channel: ChannelKind,
        stance: Option<Stance>,
        hours: Option<&str>,
        address: Option<&str>,
    ) -> Result<ContactScreen> {
        let now = self.now()?;
        let hours = hours.map(|text| self.hours(text, &now)).transpose()?;
        let handle = address.map(str::trim).filter(|text| !text.is_empty()).map(|text| self.handle(channel, text));
        let handle = handle.transpose()?;
        let contact = self.profile(id)?.contact.id;
        let fresh = PreferenceId::from_uuid(self.ids(&now).next_uuid());
        let address = handle.map(|handle| Address {
            id: AddressId::from_uuid(self.ids(&now).next_uuid()),
            contact,
            handle,
            provenance: Provenance::Told,
            consent: if stance == Some(Stance::Refused) { Consent::Refused } else { Consent::Given },
            sphere: Sphere::Unknown,
        });
        let profile = self.write(&now, |writer| {
            if let Some(address) = &address {
                writer.put_address(address)?;
            }
            match (stance, hours) {
                (None, None) => writer.supersede_preference(contact, channel, now.at)?,
                _ => writer.put_preference(&Preference {
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

    fn handle(&self, channel: ChannelKind, text: &str) -> Result<Handle> {
        normalize(channel, text, self.region).map_err(|_| {
            let channel = ("channel", self.words.channel(channel).into());
            JustMetError::invalid(self.words.say_with("error-not-an-address", &[channel]))
        })
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
