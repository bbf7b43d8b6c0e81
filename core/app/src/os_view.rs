//! What the system says it holds, as a shell says it.

use justmet_domain::follow_up::{self, Permission, WakeReason};
use justmet_domain::id::FollowUpId;
use justmet_domain::time::Timestamp;

/// What the system that the shell runs on says it holds of ours. What it names that is none of ours is taken down.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Enum)]
pub enum OsView {
    /// A terminal: it holds no alarms, and what a command prints has been seen.
    Terminal,
    /// A program that keeps running on a desktop and may show a notification.
    Desktop,
    /// Android, where alarms cannot be listed.
    Android {
        /// The notifications on show (`NotificationManager.getActiveNotifications`) but for the digest.
        showing: Vec<Slot>,
        /// Whom the digest on show names, as its `slots` said; empty where none is on show.
        digest: Vec<Slot>,
        /// Whether a notification would be seen: `areNotificationsEnabled` and the channel's importance.
        permission: Permission,
        /// `ActivityManager.isBackgroundRestricted`.
        background_restricted: bool,
        /// Why it is asked; all that came together.
        reasons: Vec<WakeReason>,
        /// The installation and the time since boot.
        device: Device,
    },
    /// iOS, where no code runs when a reminder fires.
    Ios {
        /// `getPendingNotificationRequests`.
        pending: Vec<PendingSlot>,
        /// `getDeliveredNotifications`.
        delivered: Vec<Slot>,
        /// Whether a notification would be seen (`UNAuthorizationStatus`).
        permission: Permission,
        /// The installation and the time since boot.
        device: Device,
    },
}

/// What tells one installation and one run of the device from another.
#[derive(Debug, Clone, Default, PartialEq, Eq, uniffi::Record)]
pub struct Device {
    /// An id made at the first start and kept where no backup reaches: `noBackupFilesDir`, or the Keychain with
    /// `ThisDeviceOnly`. Where the file names another one, it was restored.
    pub install: String,
    /// Milliseconds since the device was started, sleep included (`SystemClock.elapsedRealtime`,
    /// `CLOCK_MONOTONIC_RAW`); with it a clock that was set is noticed. None where it is not known.
    pub uptime_ms: Option<i64>,
    /// Counts the starts of the device (`Settings.Global.BOOT_COUNT`), or anything else that changes with each.
    pub boot: Option<String>,
}

/// A notification, by what it is about.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Slot {
    /// Its identifier, as the `Reminder` gave it: Android's tag, iOS' request identifier.
    pub identifier: String,
    /// The generation it was posted for.
    pub generation: u32,
}

/// A notification that waits for its moment.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct PendingSlot {
    /// Its identifier, as the `Reminder` gave it.
    pub identifier: String,
    /// The generation it was handed over for.
    pub generation: u32,
    /// When it fires, in milliseconds since the Unix epoch.
    pub fire_ms: i64,
    /// With sound, as the `Reminder` said; or quietly.
    #[uniffi(default = true)]
    pub alert: bool,
}

/// The identifier of the request that stands for all beyond iOS' budget.
pub(crate) const SENTINEL: &str = "fu/more";

/// A view with its identifiers read.
pub(crate) struct Read {
    pub(crate) view: follow_up::OsView,
    pub(crate) device: Option<Device>,
    /// What is on show and none of ours.
    pub(crate) foreign_shown: Vec<String>,
    /// What is pending and none of ours.
    pub(crate) foreign_pending: Vec<String>,
}

pub(crate) fn read(os: OsView) -> Read {
    let (mut foreign_shown, mut foreign_pending) = (Vec::new(), Vec::new());
    let (view, device) = match os {
        OsView::Terminal => (follow_up::OsView::Terminal, None),
        OsView::Desktop => (follow_up::OsView::Desktop, None),
        OsView::Android { showing, digest, permission, background_restricted, reasons, device } => {
            let view = follow_up::OsView::Android {
                showing: slots(showing, &mut foreign_shown),
                // Whoever is unknown in it is left out when it is drawn again.
                digest: slots(digest, &mut Vec::new()),
                permission,
                background_restricted,
                reasons,
            };
            (view, Some(device))
        }
        OsView::Ios { pending, delivered, permission, device } => {
            let mut sentinel = None;
            let mut held = Vec::new();
            for it in pending {
                let fire_at = Timestamp::from_ms(it.fire_ms);
                match id_of(&it.identifier) {
                    Some(follow_up) => held.push(follow_up::PendingSlot {
                        slot: follow_up::Slot { follow_up, generation: it.generation },
                        fire_at,
                        alert: it.alert,
                    }),
                    None if it.identifier == SENTINEL => sentinel = Some(fire_at),
                    None => foreign_pending.push(it.identifier),
                }
            }
            let delivered = slots(delivered, &mut foreign_shown);
            (follow_up::OsView::Ios { pending: held, delivered, sentinel, permission }, Some(device))
        }
    };
    Read { view, device, foreign_shown, foreign_pending }
}

fn slots(slots: Vec<Slot>, foreign: &mut Vec<String>) -> Vec<follow_up::Slot> {
    let mut known = Vec::with_capacity(slots.len());
    for slot in slots {
        match id_of(&slot.identifier) {
            Some(follow_up) => known.push(follow_up::Slot { follow_up, generation: slot.generation }),
            None => foreign.push(slot.identifier),
        }
    }
    known
}

/// The follow-up that an identifier names.
pub(crate) fn id_of(identifier: &str) -> Option<FollowUpId> {
    identifier.strip_prefix("fu/").unwrap_or(identifier).parse().ok()
}
