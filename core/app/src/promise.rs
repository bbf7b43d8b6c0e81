//! Promises, both ways: open until they are kept.

use justmet_domain::id::PromiseId;

use crate::contact::ContactScreen;
use crate::error::{JustMetError, Result};
use crate::just_met::JustMet;
use crate::listener::ChangeKind;

#[uniffi::export]
impl JustMet {
    /// Notes whether a promise was kept, mine or theirs. One that is open leads the reminder and the draft.
    ///
    /// # Errors
    /// `Invalid` for an id that is none, `NotFound` for an unknown promise, and those of writing.
    #[uniffi::method(default(kept = true))]
    pub async fn keep_promise(&self, promise: String, kept: bool) -> Result<ContactScreen> {
        self.run(move |inner| {
            let now = inner.now()?;
            let id: PromiseId = promise.parse().map_err(|_| inner.bad_id(&promise))?;
            let profile = inner.write(&now, |writer| match writer.set_promise_kept(id, kept)? {
                Some(contact) => writer.profile(contact),
                None => Ok(None),
            })?;
            let profile = profile.ok_or_else(|| JustMetError::not_found(inner.words.say("error-no-promise")))?;
            inner.listeners.tell(ChangeKind::PromiseChanged, profile.contact.id);
            Ok(ContactScreen::draw(&inner.words, inner.platform, &profile, &now))
        })
        .await
    }
}
