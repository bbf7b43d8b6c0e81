//! iOS, as far as its notification requests go.

use justmet_domain::follow_up::{PendingSlot, Slot};
use justmet_domain::id::FollowUpId;
use justmet_domain::time::Timestamp;

/// So many pending requests it keeps: the last that were added.
const KEPT: usize = 64;

/// What becomes of a request whose moment passes while the phone is off or the clock is set. Which it is cannot be known
/// without a phone, and may differ between versions: each life draws one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub(crate) enum Missed {
    /// It fires as soon as it can.
    #[default]
    Fires,
    /// It never fires and stays in the list.
    Stays,
    /// It never fires and is gone.
    Vanishes,
}

/// The lists that iOS keeps for the app.
#[derive(Debug, Clone, Default)]
pub(crate) struct Requests {
    /// In the order in which they were added.
    pub(crate) pending: Vec<(String, PendingSlot)>,
    pub(crate) delivered: Vec<(String, Slot)>,
    pub(crate) sentinel: Option<Timestamp>,
    pub(crate) missed: Missed,
}

impl Requests {
    /// Adds a request; one of the same name is replaced. Gives the one that iOS drops for want of room.
    pub(crate) fn add(&mut self, it: PendingSlot) -> Option<PendingSlot> {
        let name = it.slot.identifier();
        self.pending.retain(|known| known.0 != name);
        self.pending.push((name, it));
        let kept = KEPT - usize::from(self.sentinel.is_some());
        (self.pending.len() > kept).then(|| self.pending.remove(0).1)
    }

    /// Adds one that fires at once. It takes the place of one of the same name, pending or delivered.
    pub(crate) fn add_now(&mut self, slot: Slot, visible: bool) {
        let name = slot.identifier();
        self.pending.retain(|known| known.0 != name);
        self.delivered.retain(|known| known.0 != name);
        if visible {
            self.delivered.push((name, slot));
        }
    }

    pub(crate) fn remove_pending(&mut self, id: FollowUpId, generation: u32) {
        let name = Slot { follow_up: id, generation }.identifier();
        self.pending.retain(|it| it.0 != name);
    }

    pub(crate) fn remove_delivered(&mut self, id: FollowUpId, generation: u32) {
        let name = Slot { follow_up: id, generation }.identifier();
        self.delivered.retain(|it| it.0 != name);
    }

    /// The first to fire after `from` and up to `until`, by what the clock shows.
    pub(crate) fn next_between(&self, from: i64, until: i64) -> Option<i64> {
        let fires = self.pending.iter().map(|it| it.1.fire_at.ms()).chain(self.sentinel.map(Timestamp::ms));
        fires.filter(|at| *at > from && *at <= until).min()
    }

    /// Takes out what fires after `from` and up to `until`.
    pub(crate) fn take_between(&mut self, from: i64, until: i64) -> Vec<PendingSlot> {
        let is_in = |at: Timestamp| at.ms() > from && at.ms() <= until;
        self.sentinel = self.sentinel.filter(|at| !is_in(*at));
        let mut fired: Vec<PendingSlot> = self.pending.iter().map(|it| it.1).filter(|it| is_in(it.fire_at)).collect();
        fired.sort_by_key(|it| it.fire_at);
        self.pending.retain(|it| !is_in(it.1.fire_at));
        fired
    }

    pub(crate) fn has(&self, slot: Slot) -> bool {
        self.pending.iter().any(|it| it.1.slot == slot) || self.delivered.iter().any(|it| it.1 == slot)
    }

    pub(crate) fn deliver(&mut self, slot: Slot) {
        let name = slot.identifier();
        self.delivered.retain(|known| known.0 != name);
        self.delivered.push((name, slot));
    }
}
