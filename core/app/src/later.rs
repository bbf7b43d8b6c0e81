//! What a person who puts a reminder off is offered.

use justmet_domain::follow_up::later_choices;

use crate::error::Result;
use crate::just_met::JustMet;

/// One offer; a date of their own is the other way.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct LaterChoice {
    /// "Tomorrow".
    pub label: String,
    /// When that would be: "Wed 25 Nov 2026, 10:00".
    pub due_text: String,
    /// To be given to `Verb::Snooze`.
    pub until: String,
}

#[uniffi::export]
impl JustMet {
    /// Tomorrow, in three days, next week.
    ///
    /// # Errors
    /// `Shell` where the clock fails; those of reading.
    pub fn later_choices(&self) -> Result<Vec<LaterChoice>> {
        let inner = &self.inner;
        let now = inner.now()?;
        let labels = ["later-tomorrow", "later-three-days", "later-next-week"];
        let calendar = inner.read(|reader| inner.calendar(reader))?;
        let choices = later_choices(now.at, &now.zone, &calendar);
        Ok(labels
            .into_iter()
            .zip(choices)
            .map(|(label, due)| LaterChoice {
                label: inner.words.say(label),
                due_text: inner.words.date_time(due),
                until: due.date().to_string(),
            })
            .collect())
    }
}
