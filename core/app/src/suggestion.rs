//! Where to write to one person, and why.

use crate::draw::SuggestionCard;
use crate::error::Result;
use crate::just_met::JustMet;

#[uniffi::export(async_runtime = "tokio")]
impl JustMet {
    /// The channel to write on, with its reasons, the runner-up, and why not the others.
    ///
    /// # Errors
    /// As for `contact`.
    pub async fn suggestion(&self, id: String) -> Result<SuggestionCard> {
        self.run(move |inner| Ok(SuggestionCard::draw(&inner.words, inner.platform, &inner.profile(&id)?))).await
    }
}
