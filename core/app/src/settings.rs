//! What the person has set.

use chrono::NaiveDate;
use justmet_domain::deletion_offer::MOST_MONTHS;
use justmet_domain::follow_up::WorkCalendar;
use justmet_domain::locale::WeekendMask;
use justmet_domain::order::order_by_key;
use justmet_store::{Reader, StoreError};

use crate::error::{JustMetError, Result};
use crate::just_met::{Inner, JustMet};

const HOLIDAYS: &str = "calendar.holidays";
const WEEKEND: &str = "calendar.weekend";
const OFFER_AFTER: &str = "deletion_offer.months";

/// So many days off are kept; more are refused.
const MOST_HOLIDAYS: usize = 1000;

/// What the person has set.
#[derive(Debug, Clone, Default, PartialEq, Eq, uniffi::Record)]
pub struct Settings {
    /// The days of the week on which people do not work, 0 for Monday to 6 for Sunday; none for those of the region.
    pub weekend: Option<Vec<u8>>,
    /// Further days off, as dates (`2026-12-25`), in order. No reminder without a stated day is put on one.
    pub holidays: Vec<String>,
    /// After how many months, 1 to 120, people who were never followed up are offered for deletion, each once; none, as it
    /// is at first, for never.
    #[uniffi(default = None)]
    pub offer_deletion_after_months: Option<u16>,
}

#[uniffi::export]
impl JustMet {
    /// What is set.
    ///
    /// # Errors
    /// Those of reading.
    pub async fn settings(&self) -> Result<Settings> {
        self.run(|inner| inner.read(read)).await
    }

    /// Sets it, in place of what was set. What is planned already stays where it is.
    ///
    /// # Errors
    /// `Invalid` for a day of the week above 6, for all seven, for a text that is no date, for more than a thousand dates
    /// and for months below 1 or above 120; those of writing.
    pub async fn set_settings(&self, settings: Settings) -> Result<Settings> {
        self.run(move |inner| {
            let now = inner.now()?;
            let settings = inner.checked(settings)?;
            let weekend = settings.weekend.as_ref().map(|days| join(days.iter().map(u8::to_string)));
            inner.write(&now, |writer| {
                writer.set_setting(WEEKEND, weekend.as_deref().unwrap_or_default())?;
                writer.set_setting(HOLIDAYS, &settings.holidays.join(" "))?;
                let months = settings.offer_deletion_after_months.as_ref().map(u16::to_string);
                writer.set_setting(OFFER_AFTER, months.as_deref().unwrap_or_default())
            })?;
            Ok(settings)
        })
        .await
    }
}

impl Inner {
    /// The days on which people work, as they are set. Read each time: another process may set them, and a restore brings
    /// its own.
    pub(crate) fn calendar(&self, reader: &Reader<'_>) -> std::result::Result<WorkCalendar, StoreError> {
        let settings = read(reader)?;
        let weekend = settings.weekend.map_or_else(|| self.weekend(), |days| WeekendMask::from_days(&days));
        Ok(WorkCalendar { weekend, holidays: settings.holidays.iter().filter_map(|day| day.parse().ok()).collect() })
    }

    fn checked(&self, settings: Settings) -> Result<Settings> {
        let invalid = |key: &str, text: &str| {
            JustMetError::invalid(self.words.say_with(key, &[("text", text.to_owned().into())]))
        };
        let mut weekend = settings.weekend;
        if let Some(days) = &mut weekend {
            order_by_key(days, |day| *day);
            days.dedup();
            if days.len() > 6 || days.iter().any(|day| *day > 6) {
                return Err(invalid("error-not-a-weekend", &join(days.iter().map(u8::to_string))));
            }
        }
        let mut holidays: Vec<NaiveDate> = Vec::with_capacity(settings.holidays.len());
        for text in &settings.holidays {
            holidays.push(text.trim().parse().map_err(|_| invalid("error-not-a-date", text))?);
        }
        order_by_key(&mut holidays, |day| *day);
        holidays.dedup();
        if holidays.len() > MOST_HOLIDAYS {
            return Err(JustMetError::invalid(self.words.say("error-too-many-holidays")));
        }
        let months = settings.offer_deletion_after_months;
        if let Some(wrong) = months.filter(|months| !(1..=MOST_MONTHS).contains(months)) {
            return Err(invalid("error-not-so-many-months", &wrong.to_string()));
        }
        Ok(Settings {
            weekend,
            holidays: holidays.iter().map(NaiveDate::to_string).collect(),
            offer_deletion_after_months: months,
        })
    }
}

pub(crate) fn read(reader: &Reader<'_>) -> std::result::Result<Settings, StoreError> {
    let words = |text: Option<String>| -> Vec<String> {
        text.unwrap_or_default().split_whitespace().map(str::to_owned).collect()
    };
    let weekend: Vec<u8> = words(reader.setting(WEEKEND)?).iter().filter_map(|day| day.parse().ok()).collect();
    Ok(Settings {
        weekend: (!weekend.is_empty()).then_some(weekend),
        holidays: words(reader.setting(HOLIDAYS)?),
        offer_deletion_after_months: reader.setting(OFFER_AFTER)?.and_then(|months| months.parse().ok()),
    })
}

fn join(words: impl Iterator<Item = String>) -> String {
    words.collect::<Vec<_>>().join(" ")
}
