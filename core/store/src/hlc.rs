//! The hybrid logical clock: which of two writes came later, even when a device's clock was set back.

use justmet_domain::time::Timestamp;

/// How many bits count the writes within one millisecond.
const COUNTER_BITS: u32 = 16;

/// The latest wall-clock reading that is believed, in the year 4199. A clock that claims more would use up the range, and
/// what follows could no longer be told apart.
const LATEST_MS: i64 = 1 << 46;

/// A reading: 48 bits of milliseconds since 1970, then 16 bits of counter. Readings compare as numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Hlc(i64);

impl Hlc {
    /// Before every other reading.
    pub(crate) const ZERO: Self = Self(0);

    /// From what was stored; anything negative is nothing this clock ever gave.
    pub(crate) fn from_stored(value: i64) -> Self {
        Self(value.max(0))
    }

    /// What is stored.
    pub(crate) const fn value(self) -> i64 {
        self.0
    }

    /// The reading of the next write: the wall clock where it has moved on, else one more than the last. A counter that
    /// runs over carries into the milliseconds, which keeps the order.
    pub(crate) fn next(self, now: Timestamp) -> Self {
        Self((now.ms().clamp(0, LATEST_MS) << COUNTER_BITS).max(self.0.saturating_add(1)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const fn at(ms: i64) -> Timestamp {
        Timestamp::from_ms(ms)
    }

    #[test]
    fn it_follows_the_wall_clock_and_counts_where_that_stands_still() {
        let first = Hlc::ZERO.next(at(1_000));
        assert_eq!(first.value(), 1_000 << 16);
        let second = first.next(at(1_000));
        assert_eq!(second.value(), (1_000 << 16) + 1);
        assert_eq!(second.next(at(1_001)).value(), 1_001 << 16);
    }

    #[test]
    fn a_clock_set_back_does_not_set_it_back() {
        let before = Hlc::ZERO.next(at(5_000_000));
        assert_eq!(before.next(at(1)).value(), before.value() + 1);
    }

    #[test]
    fn a_wild_clock_leaves_room_to_go_on() {
        let wild = Hlc::ZERO.next(at(i64::MAX));
        assert!(wild.next(at(0)) > wild);
        assert!(wild.value() <= i64::MAX / 2 + 1);
    }

    proptest! {
        #[test]
        fn every_reading_is_later_than_the_last_and_never_behind_the_clock(
            clock in prop::collection::vec(any::<i64>(), 1..200)
        ) {
            let mut last = Hlc::ZERO;
            for ms in clock {
                let next = last.next(at(ms));
                prop_assert!(next > last);
                prop_assert!(next.value() >> COUNTER_BITS >= ms.clamp(0, LATEST_MS));
                prop_assert_eq!(Hlc::from_stored(next.value()), next);
                last = next;
            }
        }
    }
}
