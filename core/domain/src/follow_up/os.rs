//! What the system that a shell runs on says it holds.

use crate::id::FollowUpId;
use crate::time::Timestamp;

/// What the system says it holds of ours, and what it lets us do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OsView {
    /// A terminal: it holds nothing, and what a command prints has been seen.
    Terminal,
    /// A program that keeps running on a desktop and may show a notification.
    Desktop,
    /// Android: alarms cannot be listed, so nothing is concluded from them; what is on show can.
    Android {
        /// The notifications on show, one a follow-up. One that is missing may have been swiped away, or lost to an
        /// update or a reboot: nothing follows from that.
        showing: Vec<Slot>,
        /// The follow-ups that the digest on show names; empty where none is.
        digest: Vec<Slot>,
        /// Whether a notification would be seen.
        permission: Permission,
        /// Whether the person has restricted the app's background work: then no alarm ever fires.
        background_restricted: bool,
        /// Why it is asked. What several causes want is done at once.
        reasons: Vec<WakeReason>,
    },
    /// iOS: what is pending and what was delivered can both be listed; no code runs when a reminder fires.
    Ios {
        /// Requests that wait.
        pending: Vec<PendingSlot>,
        /// Notifications that were delivered and not swiped away.
        delivered: Vec<Slot>,
        /// When the request that stands for all beyond the budget fires, if there is one.
        sentinel: Option<Timestamp>,
        /// Whether a notification would be seen.
        permission: Permission,
    },
}

impl OsView {
    /// All that it names.
    pub(super) fn slots(&self) -> impl Iterator<Item = Slot> + '_ {
        let (shown, digest, pending): (&[Slot], &[Slot], &[PendingSlot]) = match self {
            Self::Terminal | Self::Desktop => (&[], &[], &[]),
            Self::Android { showing, digest, .. } => (showing, digest, &[]),
            Self::Ios { pending, delivered, .. } => (delivered, &[], pending),
        };
        shown.iter().chain(digest).copied().chain(pending.iter().map(|it| it.slot))
    }
}

/// Whether a notification would be seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
pub enum Permission {
    /// It would.
    Granted,
    /// Notifications are not permitted (Android `POST_NOTIFICATIONS`, iOS `UNAuthorizationStatus.denied`).
    Denied,
    /// They are, but the channel of the reminders is switched off (Android 8 and later).
    ChannelOff,
}

/// Why reconciling was asked for. Several at once are all meant: a reboot must not be lost behind a clock that was set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
pub enum WakeReason {
    /// The process started, or the app came to the front.
    Start,
    /// The device was started: alarms and notifications are gone.
    Boot,
    /// The app was updated: the system has taken our notifications down.
    Updated,
    /// The clock was set.
    ClockSet,
    /// The zone changed.
    ZoneChanged,
    /// The language changed: what is on show is in the old one.
    LocaleChanged,
    /// A permission changed.
    PermissionChanged,
    /// The alarm fired.
    Alarm,
    /// The daily check ran.
    DailyCheck,
    /// A follow-up was planned, put off or ended.
    Changed,
}

/// A notification of ours, by what it is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Slot {
    /// The follow-up.
    pub follow_up: FollowUpId,
    /// The generation it was posted for.
    pub generation: u32,
}

/// A notification that waits for its moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PendingSlot {
    /// What it is about.
    pub slot: Slot,
    /// When it fires.
    pub fire_at: Timestamp,
    /// With sound, or quietly.
    pub alert: bool,
}

impl Slot {
    /// The name under which the system knows it: Android's notification tag, iOS' request identifier.
    ///
    /// Without the generation, so that a later generation takes the place of an earlier one instead of standing beside it.
    pub fn identifier(&self) -> String {
        if super::mutant::is("generation_in_identifier") {
            return format!("fu/{}/{}", self.follow_up, self.generation);
        }
        format!("fu/{}", self.follow_up)
    }
}
