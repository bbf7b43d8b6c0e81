//! Reading a line, as it is typed.

use chrono::NaiveDate;
use justmet_domain::capture::{CaptureContext, CaptureMode, parse};
use justmet_domain::locale::Language;

use crate::lines::LINES;
use crate::measure::{Figure, Result, Samples};
use crate::world::{World, open};

const GROUP: &str = "capture";
const ROUNDS: usize = 500;

pub(crate) fn figures(world: &World) -> Result<Vec<Figure>> {
    let now =
        NaiveDate::from_ymd_opt(2026, 11, 24).and_then(|day| day.and_hms_opt(10, 0, 0)).ok_or("no such moment")?;
    let context = CaptureContext { now, region: "CA".parse().ok(), language: Language::En, mode: CaptureMode::Typed };
    let core = open(&world.empty("capture.db"), 0)?;
    // The first call reads the word lists and the rules of phone numbers.
    LINES.iter().for_each(|line| drop(parse(line, &context)));

    let (mut domain, mut face) = (Samples::default(), Samples::default());
    for _ in 0..ROUNDS {
        for line in LINES {
            domain.time(|| Ok(parse(line, &context)))?;
            face.time(|| Ok(core.preview((*line).to_owned(), CaptureMode::Typed, Vec::new())?))?;
        }
    }
    let paste = LINES.join("\n").repeat(100 * 1024 / LINES.join("\n").len() + 1);
    let mut pasted = Samples::default();
    for _ in 0..20 {
        pasted.time(|| Ok(parse(&paste, &context)))?;
    }
    Ok(vec![
        Figure::time(GROUP, "parse, lines of about 200 characters", &domain)
            .bound("p99 < 50 µs", |figure| figure.p99() < 50.0),
        Figure::time(GROUP, "preview through the face", &face).floor("parse alone", &domain),
        Figure::time(GROUP, format!("parse, a paste of {} KB", paste.len() / 1024), &pasted)
            .bound("p50 < 50 ms", |figure| figure.middle() < 50_000.0),
    ])
}
