//! Finding people again by what is remembered of them: how texts are spelled for it, what a typed query asks for, which
//! typing errors are forgiven, and which part of a text was meant.
//!
//! Everything is compared in one plain spelling ([`spell`]); a text that people also spell otherwise (`Müller` as
//! "Mueller", `Дмитрий` as "Dmitry") is kept in each of its [`spellings`]. Romanising is a table for Greek and Cyrillic
//! alone: a table for every script would be a tenth of the library, and reads Japanese names as Chinese.

mod marks;
mod name_order;
mod near;
mod query;
mod romanise;
mod spelling;

pub use marks::marks;
pub use name_order::{name_order, name_order_in_spanish};
pub use near::{FORGIVEN_FROM, near};
pub use query::{Days, Fault, MAX_WORDS, Query, Word};
pub use spelling::{Spelling, spell, spelled, spellings, spellings_of_handle};
