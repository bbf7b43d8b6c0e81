//! The offer to forget people who were never followed up: off at first, shown and never notified, and of each person once.

use chrono::TimeDelta;
use justmet_domain::deletion_offer::{Acquaintance, Offer};
use justmet_domain::id::ContactId;
use justmet_domain::order::order_by_key;
use justmet_store::{Profile, Reader, StoreError};

use crate::contact::met;
use crate::draw::ContactRow;
use crate::error::{JustMetError, Result};
use crate::just_met::{Inner, JustMet, Now};
use crate::settings;

/// People on one screen; the rest is counted, and follows once these were answered.
const ROWS: usize = 50;

/// What a picker proposes, in months.
const CHOICES: [u16; 3] = [6, 12, 24];

/// The people who were never followed up and may be forgotten.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct DeletionOffer {
    /// "3 people were never followed up. Keep them, or forget them?"; none where nobody is offered.
    pub text: Option<String>,
    /// Whether somebody is among them whom the person was not shown yet: only then is it worth pointing at.
    pub is_new: bool,
    /// Who, those met longest ago first, at most 50. They stay until they are answered.
    pub people: Vec<OfferedPerson>,
    /// How many more there are.
    pub more: u32,
}

/// One of them: to be kept (`keep_offered`) or forgotten (`forget`, which can be taken back).
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct OfferedPerson {
    /// The person as in every list.
    pub contact: ContactRow,
    /// "Met at RustConf on Mon 23 Nov 2026".
    pub met: String,
    /// The day they were met, where the person now is: `2026-11-23`.
    pub met_on: String,
}

/// A time after which to offer, as a picker shows it.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct OfferChoice {
    /// For `Settings::offer_deletion_after_months`.
    pub months: Option<u16>,
    /// "Never", or "After 12 months".
    pub label: String,
    /// Whether this is what is set.
    pub is_set: bool,
}

#[uniffi::export]
impl JustMet {
    /// Who was never followed up for as long as is set, and was not kept yet; nobody where the offer is off. Only reads:
    /// what was shown is noted with `deletion_offer_shown`.
    ///
    /// # Errors
    /// Those of reading.
    pub async fn deletion_offer(&self) -> Result<DeletionOffer> {
        self.run(|inner| {
            let now = inner.now()?;
            inner.read(|reader| inner.draw_deletion_offer(reader, &now))
        })
        .await
    }

    /// The person has seen the offer as it now stands: it is not new any more until somebody else comes to it.
    ///
    /// # Errors
    /// Those of writing.
    pub async fn deletion_offer_shown(&self) -> Result<()> {
        self.run(|inner| inner.answer_all(Offer::Shown)).await
    }

    /// A person who was offered is to be kept, and is never offered again.
    ///
    /// # Errors
    /// As for `contact`, and those of writing.
    pub async fn keep_offered(&self, id: String) -> Result<DeletionOffer> {
        self.run(move |inner| {
            let now = inner.now()?;
            let contact = inner.contact_id(&id)?;
            let offer = inner.write(&now, |writer| {
                if writer.recent_cursor(contact)?.is_none() {
                    return Ok(None);
                }
                writer.set_deletion_offer(contact, Offer::Kept)?;
                inner.draw_deletion_offer(writer, &now).map(Some)
            })?;
            offer.ok_or_else(|| JustMetError::not_found(inner.words.say("error-no-contact")))
        })
        .await
    }

    /// Everybody who is offered now is to be kept, also those beyond the first fifty.
    ///
    /// # Errors
    /// Those of writing.
    pub async fn keep_all_offered(&self) -> Result<()> {
        self.run(|inner| inner.answer_all(Offer::Kept)).await
    }

    /// What a picker of the setting shows: never, then some usual times, and what is set if it is another.
    ///
    /// # Errors
    /// Those of reading.
    pub async fn deletion_offer_choices(&self) -> Result<Vec<OfferChoice>> {
        self.run(|inner| {
            let set = inner.read(settings::read)?.offer_deletion_after_months;
            let mut months: Vec<Option<u16>> = CHOICES.into_iter().map(Some).chain([None, set]).collect();
            order_by_key(&mut months, |months| *months);
            months.dedup();
            let label = |months: Option<u16>| match months {
                None => inner.words.say("offer-never"),
                Some(months) => inner.words.say_with("offer-after-months", &[("months", months.into())]),
            };
            let choice = |months| OfferChoice { months, label: label(months), is_set: months == set };
            Ok(months.into_iter().map(choice).collect())
        })
        .await
    }
}

impl Inner {
    fn answer_all(&self, offer: Offer) -> Result<()> {
        let now = self.now()?;
        self.write(&now, |writer| {
            let offered = offered(writer, &now)?;
            offered
                .iter()
                .filter(|them| them.offer.is_none() || offer == Offer::Kept)
                .try_for_each(|them| writer.set_deletion_offer(them.contact, offer))
        })
    }

    fn draw_deletion_offer(&self, reader: &Reader<'_>, now: &Now) -> std::result::Result<DeletionOffer, StoreError> {
        let offered = offered(reader, now)?;
        let shown: Vec<ContactId> = offered.iter().take(ROWS).map(|them| them.contact).collect();
        let row = |profile: &Profile| OfferedPerson {
            contact: ContactRow::draw(&self.words, profile, now),
            met: met(&self.words, profile, now),
            met_on: now.zone.civil_at(profile.contact.met_at).date().to_string(),
        };
        Ok(DeletionOffer {
            text: (!offered.is_empty())
                .then(|| self.words.say_with("deletion-offer", &[("count", offered.len().into())])),
            is_new: offered.iter().any(|them| them.offer.is_none()),
            people: reader.profiles(&shown)?.iter().map(row).collect(),
            more: u32::try_from(offered.len().saturating_sub(ROWS)).unwrap_or(u32::MAX),
        })
    }
}

fn offered(reader: &Reader<'_>, now: &Now) -> std::result::Result<Vec<Acquaintance>, StoreError> {
    let Some(months) = settings::read(reader)?.offer_deletion_after_months else { return Ok(Vec::new()) };
    // No month is shorter; the day itself is the domain's to count.
    let until = now.at.saturating_add(-TimeDelta::days(28 * i64::from(months) - 2));
    let mut met = reader.perhaps_offered(until)?;
    met.retain(|them| them.is_offered(months, now.at, &now.zone));
    Ok(met)
}
