//! JustMet's use cases and their face towards the shells.
//!
//! One object, [`JustMet`], one file a use case; no rule of its own: what to do is decided in `justmet-domain`, kept in
//! `justmet-store`, put into words by [`words`]. Everything that crosses the UniFFI border is fallible, so that a
//! defect arrives in Kotlin, Swift and Python as an error and never ends the app.

mod act;
mod ask;
mod backup;
mod check;
mod check_message;
mod contact;
mod correspondence;
mod deletion_offer;
mod draw;
mod encryption;
mod error;
mod event_today;
mod find;
mod forget;
mod home;
mod just_met;
mod later;
mod learned;
mod ledger;
mod listener;
mod message;
mod os_view;
mod outcome;
mod outcome_choice;
mod page;
mod plan;
mod portable;
mod prefer;
mod preview;
mod promise;
mod reading;
mod reconcile;
mod salvage;
mod save;
mod search;
mod session;
mod settings;
mod shell;
mod suggestion;
mod undo;
mod waiting;
pub mod words;

#[cfg(feature = "test-hooks")]
pub mod test_hooks;

pub use act::{ActResult, Verb};
pub use ask::{AskCard, AskChannel, LanguageChoice};
pub use backup::{BackupMade, Restored};
pub use check::Checkup;
pub use check_message::{CheckedMessage, EtiquetteNote, NoteKind};
pub use contact::ContactScreen;
pub use correspondence::{LetGoProposal, MessageLine, SentQuestion, WishLine};
pub use deletion_offer::{DeletionOffer, OfferChoice, OfferedPerson};
pub use draw::{AddressLine, ChannelChoice, ContactRow, FollowUpCard, FollowUpPhase, HintLine, PromiseLine};
pub use encryption::{KeyChanged, can_encrypt, change_key};
pub use error::{JustMetError, Result};
pub use forget::Forgotten;
pub use home::{HomeScreen, InboxRow};
pub use just_met::{Config, JustMet};
pub use later::LaterChoice;
pub use learned::{Learned, RateLine};
pub use ledger::LedgerLine;
pub use listener::{Change, ChangeKind, ChangeListener};
pub use message::{Drafted, LengthCounter, MessageCard, draft};
pub use os_view::{Device, OsView, PendingSlot, Slot};
pub use outcome::{MessageOutcome, OutcomeResult};
pub use outcome_choice::OutcomeChoice;
pub use page::{ContactPage, PeopleOrder, PeopleSection};
pub use plan::{DigestCard, Plan, ProblemLine, Reminder, Scheduled, SentinelCard, Step};
pub use portable::Imported;
pub use preview::{CapturePreview, Chip, ChipEdit, FollowUpChip};
pub use salvage::{Salvaged, salvage};
pub use save::{Saved, UndoTicket};
pub use search::{AddOffer, FoundIn, RowMark, RowText, SearchHit, SearchResult, TextMark};
pub use settings::Settings;
pub use shell::{Clock, KeyStore, ShellError};
pub use suggestion::{AnswerNumbers, ReasonLine, RunnerUp, SuggestionCard, WhyNotLine};
pub use undo::Undone;

uniffi::setup_scaffolding!();
