//! iOS, where no code runs when a reminder fires: each is handed to the system beforehand.
//!
//! Add, then acknowledge. What was handed over and is nowhere to be found has fired and was swiped away, as far as anyone
//! can tell: it is never added again, whatever the clock says.

use std::collections::{HashMap, HashSet};

use chrono::TimeDelta;

use super::plan::{
    ALERT_WITHIN, Book, Delivery, Due, HandedOver, Moment, Note, Plan, Problem, Schedule, SentinelStep, Show, Sorted,
    permission_problem,
};
use super::{PendingSlot, Permission, Slot, mutant, night};
use crate::id::FollowUpId;
use crate::time::Timestamp;

/// Of the 64 requests that iOS keeps, how many are ours to fill: the rest is room for what is added while we do not run.
const BUDGET: usize = 50;

/// So long a request whose moment has passed is still the system's to fire. Asked sooner, it may be firing just now.
const OVERDUE: TimeDelta = TimeDelta::minutes(15);

/// What the system holds.
pub(super) struct Held<'a> {
    pub(super) pending: &'a [PendingSlot],
    pub(super) delivered: &'a [Slot],
    pub(super) sentinel: Option<Timestamp>,
    pub(super) permission: Permission,
}

pub(super) fn plan(
    plan: &mut Plan,
    sorted: &Sorted,
    book: &Book<'_>,
    held: &Held<'_>,
    moment: &Moment<'_>,
    can_show: bool,
) {
    // Nothing here is waited for: the system fires by itself.
    plan.wake_at = None;
    plan.dismiss = held.delivered.iter().filter(|slot| !sorted.is_current(slot)).map(|slot| slot.follow_up).collect();
    let decide = Decide::new(book, held, moment);
    let mut wanted: HashSet<FollowUpId> = HashSet::new();
    if can_show {
        for due in &sorted.due {
            if decide.overdue(plan, due) {
                wanted.insert(due.slot.follow_up);
            }
        }
        let ahead: Vec<&Due> = sorted.waiting.iter().filter(|due| decide.is_ahead(plan, due)).collect();
        wanted.extend(decide.hand_over(plan, &ahead));
    } else {
        wanted.extend(sorted.due.iter().chain(&sorted.waiting).map(|due| due.slot.follow_up));
    }
    if mutant::is("ended_is_not_cancelled") {
        return;
    }
    for it in held.pending {
        let id = it.slot.follow_up;
        if !wanted.contains(&id) || (!can_show && !sorted.is_current(&it.slot)) {
            plan.cancel.push(id);
        }
    }
    // Noted before it is done: were it the other way round, what was only taken back would be taken for delivered.
    let known = plan.cancel.iter().filter(|id| decide.handed_over.contains_key(id));
    plan.notes.extend(known.map(|id| Note::TakenBack(*id)));
}

struct Decide<'a> {
    moment: &'a Moment<'a>,
    permission: Permission,
    sentinel: Option<Timestamp>,
    pending: HashMap<FollowUpId, PendingSlot>,
    delivered: HashSet<Slot>,
    handed_over: HashMap<FollowUpId, HandedOver>,
}

impl<'a> Decide<'a> {
    fn new(book: &Book<'_>, held: &Held<'_>, moment: &'a Moment<'a>) -> Self {
        let ours = !book.restored || mutant::is("restore_is_a_start");
        Self {
            moment,
            permission: held.permission,
            sentinel: held.sentinel,
            pending: held.pending.iter().map(|it| (it.slot.follow_up, *it)).collect(),
            delivered: held.delivered.iter().copied().collect(),
            handed_over: book.handed_over.iter().filter(|_| ours).map(|it| (it.slot.follow_up, *it)).collect(),
        }
    }

    /// Whether this generation was handed over and is in neither list.
    fn has_gone(&self, slot: &Slot) -> bool {
        let handed_over = self.handed_over.get(&slot.follow_up).is_some_and(|it| it.slot == *slot);
        handed_over && self.pending.get(&slot.follow_up).is_none_or(|it| it.slot != *slot)
    }

    /// What to do about one that is due. Whether a request that waits for it is to be left alone.
    fn overdue(&self, plan: &mut Plan, due: &Due) -> bool {
        let waits = self.pending.get(&due.slot.follow_up).filter(|it| it.slot == due.slot);
        if self.delivered.contains(&due.slot) {
            plan.notes.push(Note::Delivered(due.slot, Delivery::Shown));
            return false;
        }
        if let Some(waits) = waits
            && waits.fire_at.saturating_add(OVERDUE) > self.moment.now
            && waits.fire_at <= self.moment.now
        {
            return true;
        }
        let again = mutant::is("show_again_when_missing") || mutant::is("past_again_while_denied");
        if self.has_gone(&due.slot) && !again {
            plan.notes.push(Note::Delivered(due.slot, Delivery::Presumed));
            return false;
        }
        let in_time = self.moment.now <= due.at.saturating_add(ALERT_WITHIN) || mutant::is("late_is_loud");
        let is_night = night::until_morning(self.moment.now, self.moment.zone).is_some();
        let denied = permission_problem(self.permission).filter(|_| !mutant::is("past_again_while_denied"));
        plan.problems.extend(denied.filter(|problem| !plan.problems.contains(problem)));
        if in_time && !is_night && denied.is_none() && !self.moment.clock_jumped {
            // Of several at once one makes the sound.
            plan.show
                .push(Show { slot: due.slot, alert: plan.show.is_empty() || mutant::is("each_of_a_digest_alerts") });
        } else {
            plan.notes.push(Note::Delivered(due.slot, Delivery::InboxOnly));
        }
        false
    }

    /// Whether one that is not due is still to come: one that was delivered, or is gone, is not.
    fn is_ahead(&self, plan: &mut Plan, due: &Due) -> bool {
        if self.delivered.contains(&due.slot) && !mutant::is("lost_by_the_clock") {
            plan.notes.push(Note::Delivered(due.slot, Delivery::Shown));
            return false;
        }
        let again = mutant::is("show_again_when_missing") || mutant::is("lost_by_the_clock");
        if self.has_gone(&due.slot) && !again {
            plan.notes.push(Note::Delivered(due.slot, Delivery::Presumed));
            return false;
        }
        true
    }

    /// Hands over the nearest, the latest first, and says which those are.
    fn hand_over(&self, plan: &mut Plan, ahead: &[&Due]) -> Vec<FollowUpId> {
        let budget = if mutant::is("no_budget") { usize::MAX } else { BUDGET };
        let near = ahead.get(..budget.min(ahead.len())).unwrap_or_default();
        let beyond = ahead.get(near.len()..).unwrap_or_default();
        let mut sounded = None;
        for due in near {
            // Ten from one evening are due in one minute: one sound, and ten on show. Whoever was quiet and is now the first
            // of its minute is handed over again.
            let minute = Some(due.at.ms().div_euclid(60_000));
            let alert = sounded != minute || mutant::is("each_of_a_minute_alerts");
            sounded = minute;
            let wanted = Schedule { slot: due.slot, fire_at: due.at, alert };
            let waits = self.pending.get(&due.slot.follow_up);
            let as_wanted = |it: &PendingSlot| {
                let same_time = it.fire_at == due.at || mutant::is("zone_is_not_planned_again");
                same_time && (it.alert == alert || mutant::is("quiet_stays_quiet"))
            };
            if !waits.is_some_and(|it| it.slot == due.slot && as_wanted(it)) {
                plan.schedule.push(wanted);
            } else if self.handed_over.get(&due.slot.follow_up).is_none_or(|it| it.slot != due.slot) {
                plan.notes.push(Note::HandedOver(wanted.handed_over()));
            }
        }
        if !mutant::is("no_budget") {
            plan.schedule.reverse();
        }
        if mutant::is("handed_over_before_added") {
            plan.notes.extend(plan.schedule.iter().map(|it| Note::HandedOver(it.handed_over())));
        }
        if !near.is_empty() {
            // Kept in step even while notifications are not permitted: they may be permitted before the moment comes.
            let denied = permission_problem(self.permission);
            plan.problems.extend(denied.filter(|problem| !plan.problems.contains(problem)));
        }
        plan.sentinel = match (beyond.first(), self.sentinel) {
            (None, None) => SentinelStep::Keep,
            (None, Some(_)) => SentinelStep::Remove,
            (Some(first), held) => {
                plan.problems.push(Problem::OverCapacity);
                if held == Some(first.at) {
                    SentinelStep::Keep
                } else {
                    SentinelStep::Put { fire_at: first.at, more: u32::try_from(beyond.len()).unwrap_or(u32::MAX) }
                }
            }
        };
        near.iter().map(|due| due.slot.follow_up).collect()
    }
}
