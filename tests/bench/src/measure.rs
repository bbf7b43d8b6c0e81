//! Samples, percentiles, and figures as a table or as JSON.

use std::hint::black_box;
use std::thread::available_parallelism;
use std::time::{Duration, Instant};

use comfy_table::presets::NOTHING;
use comfy_table::{CellAlignment, Table};
use cpu_time::ThreadTime;
use serde_json::{Value, json};

/// What may go wrong in a measurement ends the program: `main` prints it.
pub(crate) type Result<T = ()> = std::result::Result<T, Box<dyn std::error::Error>>;

/// How long each of many runs took.
#[derive(Debug, Clone, Default)]
pub(crate) struct Samples(Vec<Duration>);

impl Samples {
    /// Runs `work` and keeps how long this thread's processor was at it: on a machine that does other things too, what the
    /// work itself takes.
    pub(crate) fn time_of_processor<T>(&mut self, work: impl FnOnce() -> Result<T>) -> Result<T> {
        let started = ThreadTime::now();
        let answer = black_box(work()?);
        self.0.push(started.elapsed());
        Ok(answer)
    }

    /// Runs `work` and keeps how long it took.
    pub(crate) fn time<T>(&mut self, work: impl FnOnce() -> Result<T>) -> Result<T> {
        let started = Instant::now();
        let answer = black_box(work()?);
        self.0.push(started.elapsed());
        Ok(answer)
    }

    pub(crate) fn count(&self) -> usize {
        self.0.len()
    }

    /// These and those of the others.
    pub(crate) fn of_all(all: &[Self]) -> Self {
        Self(all.iter().flat_map(|samples| samples.0.iter().copied()).collect())
    }

    pub(crate) fn p50(&self) -> Duration {
        self.percentile(50)
    }

    pub(crate) fn p99(&self) -> Duration {
        self.percentile(99)
    }

    /// Of runs that took `works` in turn, again and again, the shortest run of each: what the work itself takes, whatever
    /// else the machine was busy with. Its p99 is then that of the slowest work, not of the worst moment.
    pub(crate) fn shortest_of_each(&self, works: usize) -> Self {
        Self((0..works).filter_map(|work| self.0.iter().skip(work).step_by(works).min().copied()).collect())
    }

    /// The nearest rank: the smallest sample that at least `percent` of a hundred do not exceed; zero of none.
    fn percentile(&self, percent: usize) -> Duration {
        let mut sorted = self.0.clone();
        sorted.sort_unstable();
        let rank = (percent * sorted.len()).div_ceil(100).max(1);
        sorted.get(rank - 1).copied().unwrap_or_default()
    }
}

/// Runs two works in turn, `rounds` times each, and swaps which one goes first, so that neither always finds the caches
/// or the disk as the other left them.
pub(crate) fn alternate<A, B>(
    rounds: usize,
    mut first: impl FnMut(usize) -> Result<A>,
    mut second: impl FnMut(usize) -> Result<B>,
) -> Result<(Samples, Samples)> {
    let (mut firsts, mut seconds) = (Samples::default(), Samples::default());
    for round in 0..rounds {
        if round % 2 == 0 {
            firsts.time(|| first(round))?;
            seconds.time(|| second(round))?;
        } else {
            seconds.time(|| second(round))?;
            firsts.time(|| first(round))?;
        }
    }
    Ok((firsts, seconds))
}

/// One measured figure, beside its floor.
#[derive(Debug, Clone)]
pub(crate) struct Figure {
    group: &'static str,
    what: String,
    amount: Amount,
    count: usize,
    samples: Samples,
    floor: Option<Floor>,
    bound: Option<(&'static str, bool)>,
}

/// What a figure is compared with.
#[derive(Debug, Clone)]
struct Floor {
    what: String,
    middle: f64,
    ratio: f64,
}

#[derive(Debug, Clone, Copy)]
enum Amount {
    /// Microseconds.
    Time {
        p50: f64,
        p99: f64,
    },
    /// Kibibytes.
    Memory(f64),
    /// Bytes.
    Size(f64),
    NotMeasured,
}

impl Figure {
    pub(crate) fn time(group: &'static str, what: impl Into<String>, samples: &Samples) -> Self {
        let amount = Amount::Time { p50: micros(samples.p50()), p99: micros(samples.p99()) };
        let (what, samples) = (what.into(), samples.clone());
        Self { group, what, amount, count: samples.count(), samples, floor: None, bound: None }
    }

    /// `None` where the system does not tell.
    pub(crate) fn memory(group: &'static str, what: impl Into<String>, kibibytes: Option<u64>) -> Self {
        let amount = kibibytes.map_or(Amount::NotMeasured, |kibibytes| Amount::Memory(kibibytes as f64));
        Self { group, what: what.into(), amount, count: 1, samples: Samples::default(), floor: None, bound: None }
    }

    /// `None` where it could not be told.
    pub(crate) fn bytes(group: &'static str, what: impl Into<String>, bytes: Option<u64>) -> Self {
        let amount = bytes.map_or(Amount::NotMeasured, |bytes| Amount::Size(bytes as f64));
        Self { group, what: what.into(), amount, count: 1, samples: Samples::default(), floor: None, bound: None }
    }

    /// What it is compared with, measured in the same run: the ratio is that of the middle of each.
    pub(crate) fn floor(self, what: impl Into<String>, samples: &Samples) -> Self {
        let middle = micros(samples.p50());
        Self { floor: Some(Floor { what: what.into(), middle, ratio: self.middle() / middle }), ..self }
    }

    /// What it is compared with where the two were run in turn: the ratio is the middle one of the ratios of each turn, so
    /// that what else the machine did in the meantime weighs on both.
    pub(crate) fn floor_in_turn(self, what: impl Into<String>, samples: &Samples) -> Self {
        let mut ratios: Vec<f64> =
            self.samples.0.iter().zip(&samples.0).map(|(ours, floor)| micros(*ours) / micros(*floor)).collect();
        ratios.sort_unstable_by(f64::total_cmp);
        let ratio = ratios.get(ratios.len() / 2).copied().unwrap_or(f64::NAN);
        Self { floor: Some(Floor { what: what.into(), middle: micros(samples.p50()), ratio }), ..self }
    }

    /// What it has to hold, in words, and whether it does.
    pub(crate) fn bound(self, what: &'static str, held: impl FnOnce(&Self) -> bool) -> Self {
        let measured = !matches!(self.amount, Amount::NotMeasured);
        let bound = measured.then(|| (what, held(&self)));
        Self { bound, ..self }
    }

    /// How many times its floor it is; not a number without one.
    pub(crate) fn ratio(&self) -> f64 {
        self.floor.as_ref().map_or(f64::NAN, |floor| floor.ratio)
    }

    /// By how much it is over its floor.
    pub(crate) fn over_floor(&self) -> f64 {
        self.middle() - self.floor.as_ref().map_or(0.0, |floor| floor.middle)
    }

    pub(crate) fn middle(&self) -> f64 {
        match self.amount {
            Amount::Time { p50, .. } => p50,
            Amount::Memory(amount) | Amount::Size(amount) => amount,
            Amount::NotMeasured => f64::NAN,
        }
    }

    pub(crate) fn p99(&self) -> f64 {
        match self.amount {
            Amount::Time { p99, .. } => p99,
            Amount::Memory(_) | Amount::Size(_) | Amount::NotMeasured => f64::NAN,
        }
    }

    fn cells(&self) -> [String; 9] {
        let (p50, p99, floor) = match self.amount {
            Amount::Time { p50, p99 } => (duration(p50), duration(p99), duration as fn(f64) -> String),
            Amount::Memory(kibibytes) => (mebibytes(kibibytes), "–".to_owned(), mebibytes as fn(f64) -> String),
            Amount::Size(bytes) => (size(bytes), "–".to_owned(), size as fn(f64) -> String),
            Amount::NotMeasured => ("not measured".to_owned(), "–".to_owned(), mebibytes as fn(f64) -> String),
        };
        let none = || "–".to_owned();
        let ratio = self.ratio();
        [
            format!("{}: {}", self.group, self.what),
            p50,
            p99,
            self.count.to_string(),
            self.floor.as_ref().map_or_else(none, |it| it.what.clone()),
            self.floor.as_ref().map_or_else(none, |it| floor(it.middle)),
            if ratio.is_finite() { times(ratio) } else { none() },
            self.bound.map_or_else(none, |(what, _)| what.to_owned()),
            self.bound.map_or_else(none, |(_, held)| held_word(held).to_owned()),
        ]
    }

    fn json(&self) -> Value {
        let (unit, p50, p99) = match self.amount {
            Amount::Time { p50, p99 } => ("us", Some(p50), Some(p99)),
            Amount::Memory(kibibytes) => ("KiB", Some(kibibytes), None),
            Amount::Size(bytes) => ("bytes", Some(bytes), None),
            Amount::NotMeasured => ("KiB", None, None),
        };
        json!({
            "group": self.group,
            "what": self.what,
            "unit": unit,
            "p50": p50,
            "p99": p99,
            "count": self.count,
            "floor": self.floor.as_ref().map(|floor| json!({ "what": floor.what, "p50": floor.middle })),
            "ratio": Some(self.ratio()).filter(|ratio| ratio.is_finite()),
            "bound": self.bound.map(|(what, held)| json!({ "what": what, "verdict": held_word(held) })),
        })
    }
}

/// Prints the figures, as one aligned table or as one JSON object.
pub(crate) fn print(figures: &[Figure], people: u32, as_json: bool) -> Result {
    let cores = available_parallelism()?.get();
    if as_json {
        let figures: Vec<Value> = figures.iter().map(Figure::json).collect();
        println!("{}", json!({ "people": people, "cores": cores, "figures": figures }));
        return Ok(());
    }
    let mut table = Table::new();
    table.load_style(NOTHING).set_header(["figure", "p50", "p99", "count", "floor", "p50", "ratio", "bound", ""]);
    for figure in figures {
        table.add_row(figure.cells());
    }
    for (index, column) in table.column_iter_mut().enumerate() {
        column.set_padding((0, 2));
        if matches!(index, 1 | 2 | 3 | 5 | 6) {
            column.set_cell_alignment(CellAlignment::Right);
        }
    }
    println!("{table}");
    println!("{people} people, {cores} cores; both sides of each ratio were measured in turn in this run");
    Ok(())
}

const fn held_word(held: bool) -> &'static str {
    if held { "held" } else { "not held" }
}

fn micros(duration: Duration) -> f64 {
    duration.as_nanos() as f64 / 1000.0
}

fn duration(micros: f64) -> String {
    match micros {
        ..0.1 => format!("{:.0} ns", micros * 1000.0),
        ..100.0 => format!("{micros:.1} µs"),
        ..1000.0 => format!("{micros:.0} µs"),
        ..100_000.0 => format!("{:.2} ms", micros / 1000.0),
        _ => format!("{:.0} ms", micros / 1000.0),
    }
}

fn mebibytes(kibibytes: f64) -> String {
    if kibibytes < 1024.0 { format!("{kibibytes:.0} KB") } else { format!("{:.1} MB", kibibytes / 1024.0) }
}

fn size(bytes: f64) -> String {
    format!("{bytes:.0} bytes")
}

fn times(ratio: f64) -> String {
    if ratio < 0.1 { format!("1/{:.0} ×", 1.0 / ratio) } else { format!("{ratio:.2} ×") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn samples(ms: impl IntoIterator<Item = u64>) -> Samples {
        Samples(ms.into_iter().map(Duration::from_millis).collect())
    }

    #[test]
    fn percentiles_are_samples_of_the_nearest_rank() {
        let hundred = samples((1..=100).rev());
        assert_eq!((hundred.p50(), hundred.p99()), (Duration::from_millis(50), Duration::from_millis(99)));
        let three = samples([30, 10, 20]);
        assert_eq!((three.p50(), three.p99()), (Duration::from_millis(20), Duration::from_millis(30)));
        let one = samples([7]);
        assert_eq!((one.p50(), one.p99()), (Duration::from_millis(7), Duration::from_millis(7)));
        assert_eq!(samples([]).p99(), Duration::ZERO);
    }

    #[test]
    fn the_shortest_run_of_each_work_is_kept() {
        let runs = samples([9, 20, 30, 1, 22, 31, 5, 21, 33]);
        let shortest = runs.shortest_of_each(3);
        assert_eq!(shortest.count(), 3);
        assert_eq!((shortest.p50(), shortest.p99()), (Duration::from_millis(20), Duration::from_millis(30)));
    }

    #[test]
    fn works_are_run_in_turn_and_each_goes_first_as_often() {
        let order = std::cell::RefCell::new(String::new());
        let run = |name| {
            order.borrow_mut().push(name);
            Ok(())
        };
        let (firsts, seconds) = alternate(4, |_| run('a'), |_| run('b')).unwrap();
        assert_eq!(order.into_inner(), "abbaabba");
        assert_eq!((firsts.count(), seconds.count()), (4, 4));
    }

    #[test]
    fn a_figure_says_its_ratio_and_whether_it_holds() {
        let figure = Figure::time("save", "one", &samples([30])).floor("raw", &samples([20]));
        assert!((figure.ratio() - 1.5).abs() < 1e-9 && (figure.over_floor() - 10_000.0).abs() < 1e-9);
        let held = figure.clone().bound("≤ 1.5 ×", |it| it.ratio() <= 1.5).cells();
        assert_eq!(held[1..].join("|"), "30.00 ms|30.00 ms|1|raw|20.00 ms|1.50 ×|≤ 1.5 ×|held");
        let not = figure.bound("≤ 1.4 ×", |it| it.ratio() <= 1.4).json();
        assert_eq!(not["bound"]["verdict"], "not held");
    }

    #[test]
    fn where_two_were_run_in_turn_a_slow_moment_weighs_on_both() {
        // The machine was ten times slower for a while, in which each side had another share of its runs.
        let (ours, floor) = (samples([20, 200, 220, 20, 20]), samples([10, 100, 100, 10, 10]));
        assert!((Figure::time("save", "one", &ours).floor_in_turn("raw", &floor).ratio() - 2.0).abs() < 1e-9);
    }

    #[test]
    fn what_cannot_be_measured_is_said_so() {
        let figure = Figure::memory("memory", "child", None).bound("< 40 MB", |it| it.middle() < 40.0);
        assert_eq!(figure.cells()[1..3].join("|"), "not measured|–");
        assert!(figure.json()["p50"].is_null() && figure.json()["bound"].is_null());
    }
}
