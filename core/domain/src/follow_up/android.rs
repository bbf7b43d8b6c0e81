//! Where the app's own code runs when a reminder comes: Android's alarm, and a program that keeps running on a desktop.
//!
//! Show, then acknowledge: a crash between the two shows it again in the same place, silently. That something is missing
//! from what is on show means nothing.

use std::collections::HashSet;

use super::plan::{ALERT_WITHIN, Book, Delivery, Digest, Due, Moment, Note, Plan, SETTLE, SHOW_WITHIN, Show, Sorted};
use super::{Permission, Slot, WakeReason, mutant, night, plan::permission_problem};
use crate::time::Timestamp;

/// Up to so many due at once stand beside their digest; more are named in it alone. Android keeps 50 notifications of an
/// app and takes five a second.
const HANDFUL: usize = 5;

/// What is on show, and what may be.
pub(super) struct Tray<'a> {
    pub(super) showing: &'a [Slot],
    pub(super) digest: &'a [Slot],
    pub(super) permission: Permission,
    /// The system has emptied the tray: what was in it is put back, quietly.
    pub(super) refill: bool,
    /// What is on show is in another language.
    pub(super) redraw: bool,
}

impl<'a> Tray<'a> {
    pub(super) fn new(showing: &'a [Slot], digest: &'a [Slot], permission: Permission, reasons: &[WakeReason]) -> Self {
        let has = |wanted| reasons.contains(&wanted);
        let retry = has(WakeReason::Start) && mutant::is("retry_skips_quiet_hours");
        Self {
            showing,
            digest,
            permission,
            refill: has(WakeReason::Boot) || has(WakeReason::Updated) || retry,
            redraw: has(WakeReason::LocaleChanged),
        }
    }
}

pub(super) fn plan(
    plan: &mut Plan,
    sorted: &Sorted,
    book: &Book<'_>,
    tray: &Tray<'_>,
    moment: &Moment<'_>,
    can_show: bool,
) {
    let is_stale = |slot: &&Slot| !sorted.is_current(slot);
    plan.dismiss = tray.showing.iter().filter(is_stale).map(|slot| slot.follow_up).collect();
    let on_show: HashSet<Slot> = tray.showing.iter().chain(tray.digest).copied().collect();
    if !can_show {
        return keep_digest(plan, sorted, tray);
    }

    // Also where the clock was set back since: what is on show has reminded.
    let reminded = |due: &&Due| on_show.contains(&due.slot);
    let planned = sorted.due.iter().chain(sorted.waiting.iter().filter(|_| !on_show.is_empty()));
    plan.notes.extend(planned.filter(reminded).map(|due| Note::Delivered(due.slot, Delivery::Shown)));

    let mut fresh: Vec<&Due> = Vec::new();
    for due in sorted.due.iter().filter(|due| !reminded(due)) {
        if moment.now > due.at.saturating_add(SHOW_WITHIN) {
            plan.notes.push(Note::Delivered(due.slot, Delivery::InboxOnly));
        } else {
            fresh.push(due);
        }
    }
    let morning = night::until_morning(moment.now, moment.zone);
    let is_retry = mutant::is("retry_skips_quiet_hours") && tray.refill;
    if fresh.is_empty() {
    } else if let Some(problem) = permission_problem(tray.permission) {
        plan.problems.push(problem);
        fresh.clear();
    } else if let Some(later) = morning.filter(|_| !is_retry).or_else(|| settled(moment)) {
        plan.wake_at = Some(plan.wake_at.map_or(later, |wake| wake.min(later)));
        fresh.clear();
    }
    show(plan, &fresh, moment);
    if mutant::is("delivered_before_shown") {
        plan.notes.extend(fresh.iter().map(|due| Note::Delivered(due.slot, Delivery::Shown)));
    }
    if tray.permission == Permission::Granted && (morning.is_none() || mutant::is("refill_alerts")) {
        put_back(plan, sorted, book, tray, &on_show);
    }
    keep_digest(plan, sorted, tray);
}

/// After the clock has jumped nothing is shown for a while.
fn settled(moment: &Moment<'_>) -> Option<Timestamp> {
    moment.clock_jumped.then(|| moment.now.saturating_add(SETTLE))
}

/// One alone alerts by itself; of several the digest alerts, once for all of them.
fn show(plan: &mut Plan, fresh: &[&Due], moment: &Moment<'_>) {
    let in_time = |due: &&&Due| moment.now <= due.at.saturating_add(ALERT_WITHIN) || mutant::is("late_is_loud");
    let alert = fresh.iter().any(|due| in_time(&due));
    match fresh {
        [] => {}
        [due] => plan.show.push(Show { slot: due.slot, alert }),
        _ => {
            plan.digest = Some(Digest { slots: fresh.iter().map(|due| due.slot).collect(), alert });
            if fresh.len() <= HANDFUL || mutant::is("each_of_a_digest_alerts") {
                let alert = mutant::is("each_of_a_digest_alerts");
                plan.show.extend(fresh.iter().map(|due| Show { slot: due.slot, alert }));
            }
        }
    }
}

/// What was on show before the system emptied the tray, or is in another language.
fn put_back(plan: &mut Plan, sorted: &Sorted, book: &Book<'_>, tray: &Tray<'_>, on_show: &HashSet<Slot>) {
    let again = mutant::is("show_again_when_missing");
    let alert = mutant::is("refill_alerts") || again;
    let mut back: Vec<Slot> = Vec::new();
    if tray.refill || again || mutant::is("refill_alerts") {
        back.extend(book.shown.iter().filter(|slot| !on_show.contains(slot)));
    }
    if tray.redraw {
        back.extend(tray.showing);
    }
    back.retain(|slot| sorted.is_current(slot) && !plan.show.iter().any(|show| show.slot == *slot));
    back.truncate(HANDFUL);
    plan.show.extend(back.into_iter().map(|slot| Show { slot, alert }));
}

/// A digest names nobody whose follow-up has ended: it is drawn again without them, quietly, or taken down.
fn keep_digest(plan: &mut Plan, sorted: &Sorted, tray: &Tray<'_>) {
    let (left, gone): (Vec<Slot>, Vec<Slot>) = tray.digest.iter().partition(|slot| sorted.is_current(slot));
    if let Some(digest) = &mut plan.digest {
        digest.slots.extend(left);
    } else if !left.is_empty() && (!gone.is_empty() || tray.redraw) {
        plan.digest = Some(Digest { slots: left, alert: false });
    } else {
        plan.dismiss_digest = left.is_empty() && !gone.is_empty();
    }
}
