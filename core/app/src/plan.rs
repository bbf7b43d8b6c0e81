//! What the shell must do, ready to be carried out.

use justmet_domain::channel::Action;
use justmet_domain::follow_up::Problem;

use crate::draw::FollowUpCard;
use crate::os_view::Slot;

/// What the shell must do. The order of the fields is the order in which to do it; each step that says so is acknowledged
/// right after it. A shell decides nothing.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Plan {
    /// Android: arm the one alarm for this moment first of all, in milliseconds since the Unix epoch, so that a process
    /// that dies below is called again; `wake_at_ms` replaces it at the end.
    pub watchdog_ms: Option<i64>,
    /// Identifiers of waiting requests to take back.
    pub cancel: Vec<String>,
    /// Identifiers of notifications on show to take down.
    pub dismiss: Vec<String>,
    /// Take the digest down.
    pub dismiss_digest: bool,
    /// One notification for several follow-ups, in place of the digest on show; acknowledged with its slots.
    pub digest: Option<DigestCard>,
    /// What to show now, earliest first, each acknowledged with its slot.
    pub show: Vec<Reminder>,
    /// iOS: the request that stands for all beyond the budget; the same identifier replaces one that is there.
    pub sentinel: Option<SentinelCard>,
    /// What to hand to the system for later, the latest first, each acknowledged with its slot and moment.
    pub schedule: Vec<Scheduled>,
    /// When to reconcile again at the latest, in milliseconds since the Unix epoch; none where nothing is waited for.
    pub wake_at_ms: Option<i64>,
    /// What keeps reminders from being seen.
    pub problems: Vec<ProblemLine>,
}

/// One reminder, ready to be shown.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Reminder {
    /// Under which the system is told of it: Android's notification tag, iOS' request identifier. The same for every
    /// generation, so that a later one takes the place of an earlier one.
    pub identifier: String,
    /// The follow-up, with the generation to give back.
    pub follow_up: FollowUpCard,
    /// "Slides for Priya Rao".
    pub title: String,
    /// "Write on WhatsApp: they asked for it".
    pub body: String,
    /// The label of the first action: "Write on WhatsApp".
    pub write: String,
    /// What that action opens; none where there is no way to write to them.
    pub launch: Option<Action>,
    /// With sound; quietly where it is late, stands under a digest, was shown before, or fires in one minute with another that
    /// sounds. On iOS to be kept with the request and given back in `OsView`.
    pub alert: bool,
}

/// One notification for several follow-ups.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct DigestCard {
    /// "3 people to write to".
    pub title: String,
    /// Whom and what for, a line each, earliest first; at most seven.
    pub lines: Vec<String>,
    /// Whom it names: to be kept with the notification and given back in `OsView`.
    pub slots: Vec<Slot>,
    /// With sound, or quietly.
    pub alert: bool,
}

/// The request that stands for all beyond iOS' budget.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct SentinelCard {
    /// Its identifier.
    pub identifier: String,
    /// "More follow-ups wait in JustMet".
    pub title: String,
    /// What to do about it.
    pub body: String,
    /// When it fires, in milliseconds since the Unix epoch.
    pub fire_ms: i64,
}

/// One reminder to hand to the system.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Scheduled {
    /// What to show.
    pub reminder: Reminder,
    /// When, in milliseconds since the Unix epoch.
    pub fire_ms: i64,
}

/// What keeps reminders from being seen, and what the person can do.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct ProblemLine {
    /// As data.
    pub kind: Problem,
    /// In words, with what can be done about it.
    pub text: String,
}

/// What the shell has done, or seen happen.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Enum)]
pub enum Step {
    /// These are on show: a reminder, or all that a digest names.
    Shown {
        /// Which.
        slots: Vec<Slot>,
    },
    /// iOS has taken a request.
    HandedOver {
        /// Which.
        slot: Slot,
        /// When it fires, in milliseconds since the Unix epoch.
        fire_ms: i64,
    },
    /// The person swiped a notification away: it is not put back after a reboot.
    SwipedAway {
        /// Which.
        slots: Vec<Slot>,
    },
    /// The inbox was drawn on the screen, with these in it: they need no notification any more.
    SeenInInbox {
        /// Which.
        slots: Vec<Slot>,
    },
}
