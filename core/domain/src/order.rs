//! Putting a few things in order with one sort for all of them: the one of the standard library is compiled anew for every
//! type and key, 4 KB each. It is for lists that a person made; what grows with the database sorts itself.

use std::cmp::Ordering;

/// Sorts by a key, as `sort_by_key` does: things with equal keys stay in their order.
pub fn order_by_key<T, K: Ord>(things: &mut [T], key: impl Fn(&T) -> K) {
    order_by(things, |one, other| key(one).cmp(&key(other)));
}

/// Sorts by a comparison, as `sort_by` does: equal things stay in their order.
pub fn order_by<T>(things: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    if things.len() < 2 {
        return;
    }
    let mut goes_to = places(things.len(), &|one, other| match (things.get(one), things.get(other)) {
        (Some(one), Some(other)) => compare(one, other),
        _ => Ordering::Equal,
    });
    for at in 0..things.len() {
        while let Some(to) = goes_to.get(at).copied().filter(|to| *to != at) {
            things.swap(at, to);
            goes_to.swap(at, to);
        }
    }
}

/// For each of so many things the place that it has in order.
fn places(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut in_order: Vec<usize> = (0..count).collect();
    in_order.sort_by(|one, other| compare(*one, *other));
    let mut places = vec![0; count];
    for (place, thing) in in_order.into_iter().enumerate() {
        if let Some(slot) = places.get_mut(thing) {
            *slot = place;
        }
    }
    places
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn the_order_is_that_of_a_stable_sort(numbers in prop::collection::vec(0_u8..8, 0..60)) {
            let numbered: Vec<(u8, usize)> = numbers.into_iter().zip(0..).collect();
            let mut sorted = numbered.clone();
            sorted.sort_by_key(|(number, _)| *number);
            let mut ordered = numbered.clone();
            order_by_key(&mut ordered, |(number, _)| *number);
            prop_assert_eq!(ordered, sorted);
            let mut backwards = numbered.clone();
            order_by(&mut backwards, |(one, _), (other, _)| other.cmp(one));
            let mut sorted = numbered;
            sorted.sort_by_key(|(number, _)| std::cmp::Reverse(*number));
            prop_assert_eq!(backwards, sorted);
        }
    }
}
