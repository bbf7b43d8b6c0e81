//! The one reminder.
