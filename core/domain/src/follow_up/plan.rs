//! What a shell must do now, so that each follow-up reminds once.

use super::{FollowUp, State};
use crate::id::FollowUpId;
use crate::time::{Timestamp, TzSnapshot};

/// What the shell says of the system it runs on.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
pub enum OsView {
    /// A terminal: it holds no alarms, and what it shows has been seen.
    Terminal,
}

/// What the shell must do, in this order: show each entry and acknowledge it, then wake up again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// What to show now, earliest first.
    pub show: Vec<Show>,
    /// When to reconcile again at the latest, if anything is waiting.
    pub wake_at: Option<Timestamp>,
}

/// One reminder to show now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Show {
    /// Which.
    pub follow_up: FollowUpId,
    /// Its generation, to be given back when it is acknowledged.
    pub generation: u32,
}

/// Decides what to do about the open follow-ups. Pure and idempotent: what was acknowledged is not shown again.
pub fn reconcile(open: &[FollowUp], os: &OsView, now: Timestamp, zone: &TzSnapshot) -> Plan {
    match os {
        OsView::Terminal => {}
    }
    let mut planned: Vec<(Timestamp, &FollowUp)> = open
        .iter()
        .filter(|follow_up| follow_up.state == State::Planned)
        .map(|follow_up| (zone.instant_of(follow_up.due), follow_up))
        .collect();
    planned.sort_by_key(|(due, follow_up)| (*due, follow_up.id));
    let (due, waiting): (Vec<_>, Vec<_>) = planned.into_iter().partition(|(due, _)| *due <= now);
    Plan {
        show: due.iter().map(|(_, it)| Show { follow_up: it.id, generation: it.generation }).collect(),
        wake_at: waiting.first().map(|(due, _)| *due),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::follow_up::Outcome;
    use crate::id::{ContactId, EncounterId};
    use chrono::NaiveDateTime;
    use uuid::Uuid;

    fn planned(number: u128, due: &str) -> FollowUp {
        let due = NaiveDateTime::parse_from_str(due, "%Y-%m-%d %H:%M").unwrap();
        let contact = ContactId::from_uuid(Uuid::from_u128(number));
        FollowUp::plan(contact, EncounterId::from_uuid(Uuid::from_u128(number + 1000)), due, Timestamp::from_ms(0))
    }

    #[test]
    fn what_is_due_is_shown_once_and_the_next_one_is_waited_for() {
        let utc = TzSnapshot::fixed("UTC", 0);
        let now = utc.instant_of(NaiveDateTime::parse_from_str("2026-11-24 10:00", "%Y-%m-%d %H:%M").unwrap());
        let mut open =
            vec![planned(3, "2026-11-26 10:00"), planned(1, "2026-11-24 10:00"), planned(2, "2026-11-25 10:00")];
        let plan = reconcile(&open, &OsView::Terminal, now, &utc);
        assert_eq!(plan.show.iter().map(|show| show.follow_up).collect::<Vec<_>>(), vec![open[1].id]);
        assert_eq!(plan.wake_at, Some(utc.instant_of(open[2].due)));

        let Outcome::Applied(shown) = open[1].delivered(0, now) else { panic!() };
        open[1] = shown;
        assert_eq!(reconcile(&open, &OsView::Terminal, now, &utc).show, vec![]);
    }

    #[test]
    fn due_follows_the_clock_on_the_wall_of_the_zone_the_person_is_in() {
        let open = vec![planned(1, "2026-11-24 10:00")];
        let ten_in_tokyo = Timestamp::from_ms(1_795_482_000_000);
        assert_eq!(
            reconcile(&open, &OsView::Terminal, ten_in_tokyo, &TzSnapshot::fixed("Asia/Tokyo", 9 * 3600)).show.len(),
            1
        );
        assert_eq!(
            reconcile(&open, &OsView::Terminal, ten_in_tokyo, &TzSnapshot::fixed("Europe/Berlin", 3600)).show.len(),
            0
        );
    }

    #[test]
    fn nothing_open_needs_no_wake() {
        let utc = TzSnapshot::fixed("UTC", 0);
        let plan = reconcile(&[], &OsView::Terminal, Timestamp::from_ms(0), &utc);
        assert_eq!(plan, Plan { show: vec![], wake_at: None });
    }
}
