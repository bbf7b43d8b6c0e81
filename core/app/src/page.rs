//! The lists of people, a page at a time.

use justmet_domain::id::ContactId;
use justmet_store::{Events, Group, Interrupt, ListCursor, ListOrder, Reader, StoreError};

use crate::draw::ContactRow;
use crate::error::{JustMetError, Result};
use crate::just_met::{Inner, JustMet, Now};
use crate::reading::Kind;
use crate::words::Words;

/// Rows on a page.
pub(crate) const PAGE_ROWS: u32 = 50;

/// In which order people are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, uniffi::Enum)]
pub enum PeopleOrder {
    /// Most recently met first.
    #[default]
    Recent,
    /// By name, as the alphabet of the language has it; who has none comes last.
    Name,
    /// Event by event, the latest first; then those met at none. Who was met at two events is in both.
    Event,
    /// By the day of the open follow-up, earliest first; only those who have one.
    Due,
}

/// One page of people.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct ContactPage {
    /// At most 50 rows.
    pub rows: Vec<ContactRow>,
    /// The headings among them, in order: where people are listed by event, and where the most recently met come first,
    /// of those who were met one after the other at the same event.
    pub sections: Vec<PeopleSection>,
    /// How many people the whole list has; none where that is not kept count of.
    pub people: Option<u64>,
    /// To be given back for the next page; none on the last.
    pub next: Option<String>,
}

/// People of one event in a list.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct PeopleSection {
    /// The row that it begins with, counted from 0. The first section of a page may go on from the page before.
    pub first_row: u32,
    /// "RustConf · 12 people".
    pub heading: String,
    /// The event; none for those met at none.
    pub event: Option<String>,
    /// How many people were met there, on all pages.
    pub people: u64,
}

#[uniffi::export]
impl JustMet {
    /// A page of people, most recently met first or in another order, of everybody or of those met at one event. Who is
    /// saved meanwhile neither repeats nor hides a row of later pages: the place is remembered by the last row, not by its
    /// number. `event` is its name or a part of it; where several have it, all of them, event by event.
    ///
    /// # Errors
    /// `Invalid` for a cursor that was not given by this call in this order, `NotFound` for an event that is none,
    /// `Interrupted`.
    #[uniffi::method(default(order = None, event = None))]
    pub async fn page(
        &self,
        cursor: Option<String>,
        order: Option<PeopleOrder>,
        event: Option<String>,
    ) -> Result<ContactPage> {
        self.run_reading(Kind::Page, move |inner, interrupt| {
            let now = inner.now()?;
            let list = List { order: order.unwrap_or_default(), event: event.as_deref(), cursor: cursor.as_deref() };
            inner.page(&list, &now, interrupt)
        })
        .await
    }
}

/// Which page of which list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct List<'a> {
    order: PeopleOrder,
    event: Option<&'a str>,
    cursor: Option<&'a str>,
}

impl Inner {
    pub(crate) fn page(&self, list: &List<'_>, now: &Now, interrupt: &Interrupt) -> Result<ContactPage> {
        let bad_cursor = || JustMetError::invalid(self.words.say("error-bad-cursor"));
        let after: Option<ListCursor> = list.cursor.map(str::parse).transpose().map_err(|_| bad_cursor())?;
        let order = match list.order {
            PeopleOrder::Recent => ListOrder::Recent,
            PeopleOrder::Name => ListOrder::Name(self.words.language()),
            PeopleOrder::Event => ListOrder::Event,
            PeopleOrder::Due => ListOrder::Due,
        };
        let read = self.store(|store| {
            let page = store.read_until(interrupt, |reader| {
                let events = match list.event {
                    None => Some(Events::default()),
                    Some(name) => reader.events_named(name)?,
                };
                let Some(events) = events else { return Ok(None) };
                let mut page = reader.people(order, &events, after.as_ref(), PAGE_ROWS)?;
                if order == ListOrder::Recent && list.event.is_none() {
                    page.groups = reader.neighbours(&page.rows)?;
                }
                let rows = page.rows.iter().map(|outline| ContactRow::draw(&self.words, outline, now)).collect();
                Ok(Some((page, rows)))
            });
            match page {
                // The only thing that a place can contradict is the list it is given to.
                Err(StoreError::Conflict) => Ok(Err(bad_cursor())),
                page => page.map(Ok),
            }
        });
        let (page, rows) = read??.ok_or_else(|| {
            let text = ("text", list.event.unwrap_or_default().to_owned().into());
            JustMetError::not_found(self.words.say_with("error-no-event", &[text]))
        })?;
        Ok(ContactPage {
            rows,
            sections: page.groups.iter().map(|group| section(&self.words, group)).collect(),
            people: page.people,
            next: page.next.map(|cursor| cursor.to_string()),
        })
    }

    /// The rows of these contacts, in this order.
    pub(crate) fn rows(
        &self,
        reader: &Reader<'_>,
        ids: &[ContactId],
        now: &Now,
    ) -> Result<Vec<ContactRow>, StoreError> {
        let outlines = reader.outlines(ids)?;
        Ok(outlines.iter().map(|outline| ContactRow::draw(&self.words, outline, now)).collect())
    }
}

fn section(words: &Words, group: &Group) -> PeopleSection {
    let people = words.say_with("list-people", &[("count", group.people.into())]);
    let event = group.event.clone().unwrap_or_else(|| words.say("list-no-event"));
    PeopleSection {
        first_row: u32::try_from(group.first).unwrap_or(u32::MAX),
        heading: words.say_with("list-heading", &[("event", event.into()), ("people", people.into())]),
        event: group.event.clone(),
        people: group.people,
    }
}
