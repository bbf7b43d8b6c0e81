//! The event that today's people are met at.

use crate::error::Result;
use crate::just_met::JustMet;

#[uniffi::export]
impl JustMet {
    /// The event at which somebody was last saved today; none where there was none. The next line is taken to be of the same
    /// one: give it to `preview` and `save` as an edit of the event at 0 to 0, which fills what the line leaves open.
    ///
    /// # Errors
    /// Those of reading.
    pub async fn event_today(&self) -> Result<Option<String>> {
        self.run(|inner| {
            let now = inner.now()?;
            let latest = inner.read(|reader| reader.latest_event())?;
            let today = |at| now.zone.civil_at(at).date() == now.civil().date();
            Ok(latest.filter(|event| today(event.last_used)).map(|event| event.name))
        })
        .await
    }
}
