//! Android, as far as its alarms and notifications go; and a desktop, which has only the first.

use justmet_domain::follow_up::{Permission, Slot};
use justmet_domain::id::FollowUpId;

/// Android keeps so many notifications of an app (`MAX_PACKAGE_NOTIFICATIONS`, 2024).
const TRAY: usize = 50;

/// The one alarm, and the daily check beside it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Alarms {
    /// What the clock will show when it fires.
    pub(crate) alarm: Option<i64>,
    /// So much later it really fires, once.
    pub(crate) delay: i64,
    /// The next one does not fire at all.
    pub(crate) lose_next: bool,
    /// When the daily check runs, in real time.
    pub(crate) daily_at: Option<i64>,
}

/// What the system would say and do.
#[derive(Debug, Clone)]
pub(crate) struct Settings {
    pub(crate) allowed: bool,
    pub(crate) channel_on: bool,
    pub(crate) restricted: bool,
    /// Not started since it was installed, stopped or hibernated: nothing wakes it but the person.
    pub(crate) stopped: bool,
}

impl Settings {
    pub(crate) fn permission(&self) -> Permission {
        match (self.allowed, self.channel_on) {
            (false, _) => Permission::Denied,
            (true, false) => Permission::ChannelOff,
            (true, true) => Permission::Granted,
        }
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self { allowed: true, channel_on: true, restricted: false, stopped: false }
    }
}

/// The notifications on show. The system tells them apart by their names alone.
#[derive(Debug, Clone, Default)]
pub(crate) struct Tray {
    pub(crate) posted: Vec<(String, Slot)>,
    pub(crate) digest: Vec<Slot>,
}

impl Tray {
    /// Puts one up, in the place of one of the same name. Whether a sound that it asks for is heard: the shell asks to be
    /// heard once only, so not where it is on show already.
    pub(crate) fn post(&mut self, slot: Slot) -> bool {
        let name = slot.identifier();
        if let Some(place) = self.posted.iter_mut().find(|it| it.0 == name) {
            place.1 = slot;
            return false;
        }
        if self.posted.len() >= TRAY {
            return false;
        }
        self.posted.push((name, slot));
        true
    }

    /// Takes one down. The shell names it by its follow-up: the name needs no generation.
    pub(crate) fn take_down(&mut self, id: FollowUpId, generation: u32) {
        let name = Slot { follow_up: id, generation }.identifier();
        self.posted.retain(|it| it.0 != name);
    }

    pub(crate) fn has(&self, slot: Slot) -> bool {
        self.posted.iter().any(|it| it.1 == slot) || self.digest.contains(&slot)
    }

    pub(crate) fn clear(&mut self) {
        self.posted.clear();
        self.digest.clear();
    }
}
