//! The list of people, a page at a time.

use justmet_domain::id::ContactId;
use justmet_store::{Interrupt, Reader, RecentCursor, StoreError};

use crate::draw::ContactRow;
use crate::error::{JustMetError, Result};
use crate::just_met::{Inner, JustMet, Now};
use crate::reading::Kind;

/// Rows on a page.
pub(crate) const PAGE_ROWS: u32 = 50;

/// One page of people, most recently met first.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct ContactPage {
    /// At most 50 rows.
    pub rows: Vec<ContactRow>,
    /// To be given back for the next page; none on the last.
    pub next: Option<String>,
}

#[uniffi::export(async_runtime = "tokio")]
impl JustMet {
    /// A page of people, most recently met first. Who is saved meanwhile neither repeats nor hides a row of later pages:
    /// the place is remembered by the last row, not by its number.
    ///
    /// # Errors
    /// `Invalid` for a cursor that was not given by this call.
    pub async fn page(&self, cursor: Option<String>) -> Result<ContactPage> {
        self.run_reading(Kind::Page, move |inner, interrupt| {
            let now = inner.now()?;
            inner.page(cursor.as_deref(), &now, interrupt)
        })
        .await
    }
}

impl Inner {
    pub(crate) fn page(&self, cursor: Option<&str>, now: &Now, interrupt: &Interrupt) -> Result<ContactPage> {
        let after = match cursor {
            None => None,
            Some(text) => Some(
                text.parse::<RecentCursor>().map_err(|_| JustMetError::invalid(self.words.say("error-bad-cursor")))?,
            ),
        };
        let (rows, next) = self.read_until(interrupt, |reader| {
            // One more than is shown tells whether there is a next page.
            let mut ids = reader.recent(after, PAGE_ROWS + 1)?;
            let has_more = ids.len() > PAGE_ROWS as usize;
            ids.truncate(PAGE_ROWS as usize);
            let next = match ids.last().filter(|_| has_more) {
                Some(last) => reader.recent_cursor(*last)?,
                None => None,
            };
            Ok((self.rows(reader, &ids, now)?, next))
        })?;
        Ok(ContactPage { rows, next: next.map(|cursor| cursor.to_string()) })
    }

    /// The rows of these contacts, in this order.
    pub(crate) fn rows(
        &self,
        reader: &Reader<'_>,
        ids: &[ContactId],
        now: &Now,
    ) -> Result<Vec<ContactRow>, StoreError> {
        let profiles = reader.profiles(ids)?;
        Ok(profiles.iter().map(|profile| ContactRow::draw(&self.words, profile, now)).collect())
    }
}
