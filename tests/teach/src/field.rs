//! Learning a linear-chain conditional random field: stochastic gradient descent with AdaGrad (Duchi, Hazan and Singer, 2011)
//! on the likelihood of the labels, with a pull of every weight towards nothing.

use std::collections::HashMap;

use justmet_domain::capture::teach::{LABELS, file, may_follow};

use crate::lines::Line;

/// Weights are kept in parts of one.
pub(crate) const PARTS: f64 = 32.0;
/// A feature that fewer lines have says nothing about others.
const FEWEST: usize = 8;
/// Lines between two steps.
const BATCH: usize = 8;
const RATE: f64 = 0.05;
/// How strongly weights are pulled towards nothing: in proportion to them, and all alike.
const PULL: f64 = 0.002;
const CUT: f64 = 0.001;

type Row = [f64; LABELS];

/// What was learned, in whole parts.
pub(crate) struct Learned {
    pub(crate) steps: [[i8; LABELS]; LABELS],
    pub(crate) rows: HashMap<u32, [i8; LABELS]>,
}

impl Learned {
    pub(crate) fn file(&self) -> Vec<u8> {
        let mut rows: Vec<_> = self.rows.iter().map(|(feature, row)| (*feature, *row)).collect();
        rows.sort_unstable();
        file(&self.steps, &rows)
    }

    pub(crate) fn scores(&self, features: &[u32]) -> [i32; LABELS] {
        let mut sum = [0; LABELS];
        for row in features.iter().filter_map(|feature| self.rows.get(feature)) {
            sum.iter_mut().zip(row).for_each(|(sum, weight)| *sum += i32::from(*weight));
        }
        sum
    }
}

/// A weight and how far it has moved.
#[derive(Clone, Copy, Default)]
struct Weight {
    value: f64,
    moved: f64,
}

impl Weight {
    fn step(&mut self, slope: f64, share: f64) {
        let slope = slope + PULL * share * self.value;
        self.moved += slope * slope;
        let rate = RATE / (self.moved.sqrt() + 1e-6);
        let value = self.value - rate * slope;
        self.value = value.signum() * (value.abs() - rate * CUT * share).max(0.0);
    }
}

/// The weights, the same on every machine for the same lines.
pub(crate) fn learn(lines: &[&Line], rounds: u32) -> Learned {
    let index = features(lines);
    let told: Vec<Vec<Vec<usize>>> = lines
        .iter()
        .map(|line| {
            let known =
                |features: &Vec<u32>| features.iter().filter_map(|feature| index.get(feature).copied()).collect();
            line.lesson.features.iter().map(known).collect()
        })
        .collect();
    let mut rows = vec![[Weight::default(); LABELS]; index.len()];
    let mut steps = [[Weight::default(); LABELS]; LABELS];
    let mut order: Vec<usize> = (0..lines.len()).collect();
    let mut random = fastrand::Rng::with_seed(1);
    let mut slopes = vec![[0.0; LABELS]; index.len()];
    let mut touched = Vec::new();
    for _ in 0..rounds {
        random.shuffle(&mut order);
        for batch in order.chunks(BATCH) {
            let mut step_slopes = [[0.0; LABELS]; LABELS];
            for line in batch {
                let chances = Chances::new(&told[*line], &rows, &steps);
                for (at, features) in told[*line].iter().enumerate() {
                    let mut slope = chances.labels[at];
                    slope[lines[*line].labels[at]] -= 1.0;
                    for feature in features {
                        if slopes[*feature] == [0.0; LABELS] {
                            touched.push(*feature);
                        }
                        slopes[*feature].iter_mut().zip(slope).for_each(|(sum, slope)| *sum += slope);
                    }
                }
                let mut before = 0;
                for (at, label) in lines[*line].labels.iter().enumerate() {
                    step_slopes[before][*label] -= 1.0;
                    before = *label;
                    for (from, row) in chances.steps[at].iter().enumerate() {
                        step_slopes[from].iter_mut().zip(row).for_each(|(sum, chance)| *sum += chance);
                    }
                }
            }
            let share = batch.len() as f64 / 8.0;
            for feature in touched.drain(..) {
                let slope = std::mem::take(&mut slopes[feature]);
                rows[feature].iter_mut().zip(slope).for_each(|(weight, slope)| weight.step(slope, share));
            }
            for (row, slopes) in steps.iter_mut().zip(step_slopes) {
                row.iter_mut().zip(slopes).for_each(|(weight, slope)| weight.step(slope, share));
            }
        }
    }
    let part = |weight: &Weight| (weight.value * PARTS).round().clamp(-127.0, 127.0) as i8;
    let rows = index.iter().map(|(feature, place)| (*feature, std::array::from_fn(|label| part(&rows[*place][label]))));
    Learned {
        steps: steps.map(|row| std::array::from_fn(|label| part(&row[label]))),
        rows: rows.filter(|(_, row)| *row != [0; LABELS]).collect(),
    }
}

/// A place for every feature that several lines have.
fn features(lines: &[&Line]) -> HashMap<u32, usize> {
    let mut counts: HashMap<u32, usize> = HashMap::new();
    for line in lines {
        let mut own: Vec<u32> = line.lesson.features.iter().flatten().copied().collect();
        own.sort_unstable();
        own.dedup();
        for feature in own {
            *counts.entry(feature).or_default() += 1;
        }
    }
    let mut kept: Vec<u32> =
        counts.into_iter().filter(|(_, count)| *count >= FEWEST).map(|(feature, _)| feature).collect();
    kept.sort_unstable();
    kept.into_iter().zip(0..).collect()
}

/// How likely each label is at each token, and each step to it from the one before.
struct Chances {
    labels: Vec<Row>,
    steps: Vec<[Row; LABELS]>,
}

impl Chances {
    fn new(told: &[Vec<usize>], rows: &[[Weight; LABELS]], steps: &[[Weight; LABELS]; LABELS]) -> Self {
        let factors: Vec<Row> = told
            .iter()
            .map(|features| {
                let mut sum = [0.0; LABELS];
                for feature in features {
                    sum.iter_mut().zip(&rows[*feature]).for_each(|(sum, weight)| *sum += weight.value);
                }
                let most = sum.iter().copied().fold(f64::MIN, f64::max);
                sum.map(|value| (value - most).exp())
            })
            .collect();
        let step: [Row; LABELS] = std::array::from_fn(|from| {
            std::array::from_fn(|to| if may_follow(to, from) { steps[from][to].value.exp() } else { 0.0 })
        });
        // Forward and backward, each token scaled to one.
        let scaled = |row: Row| {
            let sum: f64 = row.iter().sum();
            row.map(|value| value / sum)
        };
        let mut forward: Vec<Row> = Vec::with_capacity(told.len());
        for factor in &factors {
            let before = forward.last().copied().unwrap_or_else(start);
            forward.push(scaled(std::array::from_fn(|to| {
                factor[to] * (0..LABELS).map(|from| before[from] * step[from][to]).sum::<f64>()
            })));
        }
        let mut backward = vec![[1.0; LABELS]; told.len()];
        for at in (1..told.len()).rev() {
            let (factor, later) = (factors[at], backward[at]);
            backward[at - 1] =
                scaled(std::array::from_fn(|from| (0..LABELS).map(|to| step[from][to] * factor[to] * later[to]).sum()));
        }
        let labels = forward
            .iter()
            .zip(&backward)
            .map(|(before, later)| scaled(std::array::from_fn(|label| before[label] * later[label])));
        let pairs = (0..told.len()).map(|at| {
            let before = at.checked_sub(1).map_or_else(start, |before| forward[before]);
            let pair: [Row; LABELS] = std::array::from_fn(|from| {
                std::array::from_fn(|to| before[from] * step[from][to] * factors[at][to] * backward[at][to])
            });
            let sum: f64 = pair.iter().flatten().sum();
            pair.map(|row| row.map(|chance| chance / sum))
        });
        Self { labels: labels.collect(), steps: pairs.collect() }
    }
}

/// A line begins outside of all fields.
fn start() -> Row {
    std::array::from_fn(|label| if label == 0 { 1.0 } else { 0.0 })
}
