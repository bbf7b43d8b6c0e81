//! The first screen: what is due, then whom one met lately.

use chrono::TimeDelta;
use justmet_domain::contact::PromiseBy;
use justmet_domain::follow_up::FollowUp;
use justmet_store::{Outline, Reader, StoreError};

use crate::draw::{self, ContactRow, FollowUpCard, PromiseLine};
use crate::error::Result;
use crate::just_met::{Inner, JustMet, Now};
use crate::page::{List, PeopleSection};
use crate::reading::Kind;
use crate::words::Words;

/// Rows in the inbox; the rest is counted.
const INBOX_ROWS: usize = 50;

/// The first screen.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct HomeScreen {
    /// Follow-ups whose moment has come, earliest first, at most 50.
    pub inbox: Vec<InboxRow>,
    /// How many more are due.
    pub more_due: u32,
    /// The next one that is still waiting.
    pub next: Option<InboxRow>,
    /// What to say where the inbox is empty.
    pub nothing_due: String,
    /// The first page of people, most recently met first.
    pub recent: Vec<ContactRow>,
    /// The headings among them, in order.
    pub recent_sections: Vec<PeopleSection>,
    /// To be given to `page` for the rest; none where that is all.
    pub recent_next: Option<String>,
}

/// A follow-up as a row: the promise first, then the person.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct InboxRow {
    /// "Slides for Priya Rao", or "Say hello to Priya Rao".
    pub title: String,
    /// The person.
    pub contact: ContactRow,
    /// The follow-up.
    pub follow_up: FollowUpCard,
}

#[uniffi::export]
impl JustMet {
    /// The first screen, in one call.
    ///
    /// # Errors
    /// Those of reading.
    pub async fn home(&self) -> Result<HomeScreen> {
        self.run_reading(Kind::Page, |inner, interrupt| {
            let now = inner.now()?;
            let (inbox, more_due, next) = inner.read_until(interrupt, |reader| {
                let (mut due, waiting): (Vec<_>, Vec<_>) = inner
                    .due_and_next(reader, &now)?
                    .into_iter()
                    .partition(|follow_up| now.zone.instant_of(follow_up.due) <= now.at);
                let more_due = due.len().saturating_sub(INBOX_ROWS);
                due.truncate(INBOX_ROWS);
                let next = waiting.into_iter().min_by_key(|follow_up| now.zone.instant_of(follow_up.due));
                let next = inner.inbox_rows(reader, next.as_slice(), &now)?.pop();
                Ok((inner.inbox_rows(reader, &due, &now)?, more_due, next))
            })?;
            let page = inner.page(&List::default(), &now, interrupt)?;
            Ok(HomeScreen {
                inbox,
                more_due: u32::try_from(more_due).unwrap_or(u32::MAX),
                next,
                nothing_due: inner.words.say("nothing-due"),
                recent: page.rows,
                recent_sections: page.sections,
                recent_next: page.next,
            })
        })
        .await
    }
}

impl Inner {
    /// The open follow-ups that may be due, and the next one after them.
    ///
    /// Read a little wide: where the offset has just changed, a civil time can be hours away from the same reading on the
    /// wall. What is due in truth is decided by the instant.
    pub(crate) fn due_and_next(&self, reader: &Reader<'_>, now: &Now) -> Result<Vec<FollowUp>, StoreError> {
        let civil = now.civil();
        // Where a day is skipped, what was meant for it waits for the next business day, and later ones may come first.
        let wide = if now.zone.may_skip_a_day() { TimeDelta::days(15) } else { TimeDelta::hours(26) };
        let until = civil.checked_add_signed(wide).unwrap_or(civil);
        let mut follow_ups = reader.open_follow_ups(Some(until))?;
        follow_ups.extend(reader.next_planned(until)?);
        Ok(follow_ups)
    }

    fn inbox_rows(&self, reader: &Reader<'_>, follow_ups: &[FollowUp], now: &Now) -> Result<Vec<InboxRow>, StoreError> {
        let contacts: Vec<_> = follow_ups.iter().map(|follow_up| follow_up.contact).collect();
        let outlines = reader.outlines(&contacts)?;
        let row = |follow_up: &FollowUp| {
            let outline = outlines.iter().find(|outline| outline.contact.id == follow_up.contact)?;
            Some(InboxRow {
                title: title(&self.words, outline),
                contact: ContactRow::draw(&self.words, outline, now),
                follow_up: FollowUpCard::draw(&self.words, follow_up, now),
            })
        };
        Ok(follow_ups.iter().filter_map(row).collect())
    }
}

/// What the reminder is about: the promise, and only without one the person.
pub(crate) fn title(words: &Words, outline: &Outline) -> String {
    let name = ("name", draw::title(words, outline).into());
    match PromiseLine::leading(words, outline) {
        Some(promise) => {
            // What stands first is capitalised.
            let (key, what) = match promise.by {
                PromiseBy::Me => ("reminder-promise-by-me", capitalised(&promise.what)),
                PromiseBy::Them => ("reminder-promise-by-them", promise.what),
            };
            words.say_with(key, &[("what", what.into()), name])
        }
        None => words.say_with("reminder-hello", &[name]),
    }
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
