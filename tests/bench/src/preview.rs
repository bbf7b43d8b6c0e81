//! Reading a line as it is typed.

use std::hint::black_box;

use chrono::NaiveDateTime;
use justmet_domain::capture::{CaptureContext, CaptureMode, parse};
use justmet_domain::fold::fold;
use justmet_domain::locale::Language;

use crate::generate::NOW;
use crate::lines::LINES;
use crate::measure::{Figure, Result, Samples, alternate};
use crate::world::{self, SMALL, World};

const GROUP: &str = "preview";
const WARM_UP: usize = 50;
const ROUNDS: usize = 1_000;
const PASTES: usize = 40;

pub(crate) fn measure(world: &mut World) -> Result<Vec<Figure>> {
    let context = CaptureContext {
        now: civil_now(),
        region: "CA".parse().ok(),
        language: Language::En,
        mode: CaptureMode::Typed,
    };
    let core = world::open(&world.people_of(SMALL)?, 0)?;
    let face = |line: &str| Ok(core.preview(line.to_owned(), CaptureMode::Typed)?);
    for line in LINES.iter().cycle().take(WARM_UP * LINES.len()) {
        black_box(parse(line, &context));
        black_box(face(line)?);
    }
    let (mut parsed, mut folded, mut faced) = (Samples::default(), Samples::default(), Samples::default());
    let mut slowest: Option<(Samples, &str)> = None;
    for line in LINES {
        let (of_line, floor) = alternate(ROUNDS, |_| Ok(parse(line, &context)), |_| Ok(fold(line)))?;
        let (of_face, _) = alternate(ROUNDS, |_| face(line), |_| Ok(()))?;
        parsed.extend(&of_line);
        folded.extend(&floor);
        faced.extend(&of_face);
        if slowest.as_ref().is_none_or(|(known, _)| known.p50() < of_line.p50()) {
            slowest = Some((of_line, line));
        }
    }
    let mut figures = vec![
        Figure::time(GROUP, "capture::parse, 200 characters", &parsed)
            .floor("folding the line once", &folded)
            .bound("p99 < 50 µs", |it| it.p99() < 50.0),
        Figure::time(GROUP, "JustMet::preview, 200 characters", &faced).floor("capture::parse", &parsed),
    ];
    if let Some((samples, line)) = slowest {
        let start: String = line.chars().take(16).collect();
        figures.push(Figure::time(GROUP, format!("slowest line (“{start}…”)"), &samples).floor("all lines", &parsed));
    }
    let (long, short) = (paste(100 * 1024), paste(10 * 1024));
    let pasted = CaptureContext { mode: CaptureMode::Pasted, ..context };
    let (long, short) = alternate(
        PASTES,
        |_| Ok(parse(&long, &pasted)),
        |_| {
            (0..10).for_each(|_| drop(black_box(parse(&short, &pasted))));
            Ok(())
        },
    )?;
    figures.push(Figure::time(GROUP, "capture::parse, a paste of 100 KB", &long).floor("ten times 10 KB", &short));
    Ok(figures)
}

/// Lines one after the other, of that many bytes at most.
fn paste(bytes: usize) -> String {
    let mut text = String::with_capacity(bytes);
    for line in LINES.iter().cycle() {
        if text.len() + line.len() >= bytes {
            break;
        }
        text.push_str(line);
        text.push('\n');
    }
    text
}

pub(crate) fn civil_now() -> NaiveDateTime {
    world::zone().civil_at(NOW)
}
