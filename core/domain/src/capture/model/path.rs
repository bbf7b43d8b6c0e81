//! The best way through a line: each token begins a field, goes on with it, or is outside of all.

use std::cmp::Reverse;
use std::ops::Range;

/// Name, organisation, role, event, and the date of the follow-up.
pub(super) const FIELDS: usize = 5;
/// Outside, and of each field its beginning (odd) and what goes on with it (even).
pub(super) const LABELS: usize = 1 + 2 * FIELDS;

/// What speaks for each label at one token.
pub(super) type Scores = [i32; LABELS];
/// What speaks for each label behind each: the first index is the label before.
pub(super) type Steps = [Scores; LABELS];

/// Less than anything that can be weighed, and far from overflowing.
const NEVER: i32 = i32::MIN / 4;

/// A field in the best reading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Stretch {
    pub(super) field: usize,
    pub(super) range: Range<usize>,
    /// By how much the best reading outweighs every one that does not have this very stretch.
    pub(super) margin: i32,
}

/// Whether a label may stand behind another: only the beginning of a field, or more of it, is gone on with.
pub(super) const fn may_follow(label: usize, before: usize) -> bool {
    label == 0 || label % 2 == 1 || before == label || before == label - 1
}

/// A line, weighed.
pub(super) struct Weighed {
    /// The stretches of the best reading, in their order.
    pub(super) best: Vec<Stretch>,
    /// What the best reading with each label at each token weighs.
    through: Vec<Scores>,
}

impl Weighed {
    /// Where a field may best begin that the best reading does not have, if that weighs no less than `most` below it.
    pub(super) fn nearly(&self, field: usize, most: i32) -> Option<usize> {
        let best = self.through.first()?.iter().copied().max()?;
        let begins = self.through.iter().zip(0..).map(|(weights, at)| (get(weights, 1 + 2 * field), Reverse(at)));
        let (weight, Reverse(at)) = begins.max()?;
        (best - weight <= most).then_some(at)
    }
}

/// Finds the best reading.
pub(super) fn weigh(scores: &[Scores], steps: &Steps) -> Weighed {
    // What the best reading up to and with a token weighs, by its label there; and of what stands behind it.
    let mut until: Vec<Scores> = Vec::with_capacity(scores.len());
    for (at, own) in scores.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|before| until.get(before));
        let weight = |label: usize| {
            let led = match before {
                // The line begins outside of all.
                None => Some(step(steps, 0, label)),
                Some(before) => before.iter().zip(0..).map(|(weight, from)| weight + step(steps, from, label)).max(),
            };
            led.unwrap_or(NEVER).max(NEVER) + own.get(label).copied().unwrap_or(NEVER)
        };
        until.push(std::array::from_fn(weight));
    }
    let mut behind: Vec<Scores> = vec![[0; LABELS]; scores.len()];
    for at in (1..scores.len()).rev() {
        let (Some(own), Some(later)) = (scores.get(at), behind.get(at)) else { continue };
        let onward: Scores = std::array::from_fn(|label| {
            own.get(label).copied().unwrap_or(NEVER) + later.get(label).copied().unwrap_or(NEVER)
        });
        let weight = |from: usize| {
            onward
                .iter()
                .zip(0..)
                .map(|(weight, label)| weight + step(steps, from, label))
                .max()
                .unwrap_or(NEVER)
                .max(NEVER)
        };
        if let Some(slot) = behind.get_mut(at - 1) {
            *slot = std::array::from_fn(weight);
        }
    }
    let through: Vec<Scores> = until
        .iter()
        .zip(&behind)
        .map(|(until, behind)| std::array::from_fn(|label| get(until, label) + get(behind, label)))
        .collect();
    Weighed { best: stretches(&labels(&until, steps), &through), through }
}

fn get(scores: &Scores, label: usize) -> i32 {
    scores.get(label).copied().unwrap_or(NEVER)
}

fn step(steps: &Steps, from: usize, label: usize) -> i32 {
    if may_follow(label, from) { steps.get(from).map_or(NEVER, |row| get(row, label)) } else { NEVER }
}

/// The label of every token in the best reading; of two that weigh the same, the first.
fn labels(until: &[Scores], steps: &Steps) -> Vec<usize> {
    let mut labels = vec![0; until.len()];
    let mut next: Option<usize> = None;
    for (at, weights) in until.iter().enumerate().rev() {
        let mut best = (i32::MIN, 0);
        for (weight, label) in weights.iter().zip(0..) {
            let onward = weight + next.map_or(0, |next| step(steps, label, next));
            if onward > best.0 {
                best = (onward, label);
            }
        }
        if let Some(slot) = labels.get_mut(at) {
            *slot = best.1;
        }
        next = Some(best.1);
    }
    labels
}

fn stretches(labels: &[usize], through: &[Scores]) -> Vec<Stretch> {
    let best = through.first().and_then(|first| first.iter().copied().max()).unwrap_or(0);
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(label) = labels.get(at).copied() {
        if label % 2 == 0 {
            at += 1;
            continue;
        }
        let more = label + 1;
        let end = (at + 1..labels.len()).find(|at| labels.get(*at) != Some(&more)).unwrap_or(labels.len());
        // Another reading differs in one of its tokens, or goes on where it ends.
        let differing = (at..end)
            .filter_map(|place| {
                let own = if place == at { label } else { more };
                let others = through.get(place)?.iter().zip(0..).filter(|(_, other)| *other != own);
                others.map(|(weight, _)| *weight).max()
            })
            .chain(through.get(end).map(|weights| get(weights, more)))
            .max()
            .unwrap_or(NEVER);
        found.push(Stretch { field: label / 2, range: at..end, margin: best - differing });
        at = end;
    }
    found
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Every reading of a line, weighed one by one.
    fn all(scores: &[Scores], steps: &Steps) -> Vec<(Vec<usize>, i32)> {
        let mut readings = vec![(Vec::new(), 0)];
        for own in scores {
            readings = readings
                .into_iter()
                .flat_map(|(labels, weight)| {
                    let before = labels.last().copied().unwrap_or(0);
                    (0..LABELS).filter(move |label| may_follow(*label, before)).map(move |label| {
                        let mut labels = labels.clone();
                        labels.push(label);
                        (labels, weight + steps[before][label] + own[label])
                    })
                })
                .collect();
        }
        readings
    }

    fn spans(labels: &[usize]) -> Vec<(usize, Range<usize>)> {
        stretches(labels, &vec![[0; LABELS]; labels.len()])
            .into_iter()
            .map(|found| (found.field, found.range))
            .collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn the_best_reading_and_its_margins_are_those_of_trying_all(
            scores in prop::collection::vec(prop::array::uniform11(-99i32..99), 0..4),
            steps in prop::array::uniform11(prop::array::uniform11(-99i32..99)),
        ) {
            let readings = all(&scores, &steps);
            let most = readings.iter().map(|(_, weight)| *weight).max().unwrap();
            let found = weigh(&scores, &steps).best;
            let read: Vec<_> = found.iter().map(|found| (found.field, found.range.clone())).collect();
            prop_assert!(readings.iter().any(|(labels, weight)| *weight == most && spans(labels) == read));
            for stretch in found {
                let own = (stretch.field, stretch.range);
                let without = readings.iter().filter(|(labels, _)| !spans(labels).contains(&own));
                let next = without.map(|(_, weight)| *weight).max().unwrap();
                prop_assert_eq!(stretch.margin, most - next);
            }
        }
    }
}
