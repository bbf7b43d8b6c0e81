//! Whether the database is whole.

use crate::error::Result;
use crate::just_met::JustMet;
use crate::reading::Kind;

/// What a look at every page and every row found.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Checkup {
    /// Whether nothing is wrong.
    pub whole: bool,
    /// What is wrong, in SQLite's words and without any content, for a report; empty where nothing is.
    pub faults: Vec<String>,
    /// In words, with what to do where something is wrong.
    pub text: String,
    /// Contacts that are kept.
    pub contacts: u64,
    /// Contacts that were forgotten: rows without content.
    pub forgotten: u64,
    /// Encounters that are kept.
    pub encounters: u64,
    /// Follow-ups that are still open.
    pub open_follow_ups: u64,
    /// The version of the schema.
    pub schema: u32,
    /// The size of the database in bytes.
    pub bytes: u64,
    /// How much of it is free for what comes next, in bytes.
    pub free_bytes: u64,
}

#[uniffi::export]
impl JustMet {
    /// Looks at every page, every index and every reference of the database.
    ///
    /// # Errors
    /// `Interrupted`, and those of reading; what is wrong with the content is in the answer.
    pub async fn check(&self) -> Result<Checkup> {
        self.run_reading(Kind::Whole, |inner, interrupt| {
            let found = inner.store(|store| store.check_until(interrupt))?;
            let whole = found.is_whole();
            Ok(Checkup {
                whole,
                text: inner.words.say(if whole { "check-whole" } else { "check-faulty" }),
                faults: found.faults,
                contacts: found.contacts,
                forgotten: found.erased,
                encounters: found.encounters,
                open_follow_ups: found.open_follow_ups,
                schema: found.schema,
                bytes: found.bytes,
                free_bytes: found.free_bytes,
            })
        })
        .await
    }
}
