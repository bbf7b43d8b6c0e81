//! Reading a line, as it is typed.
//!
//! Each line is read hundreds of times. "Quiet" figures take the shortest run of each line, so that their p50 is that of
//! the usual line and their p99 that of the slowest one, on a busy machine too; "every run" takes all runs as they came,
//! with whatever else the machine did in them. The counting of allocations is part of every time: about 1 µs a line.

use std::hint::black_box;

use chrono::NaiveDate;
use justmet_domain::capture::{CaptureContext, CaptureMode, parse};
use justmet_domain::locale::Language;
use stats_alloc::Region;
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

use crate::ALLOCATOR;
use crate::lines::LINES;
use crate::measure::{Figure, Result, Samples, alternate};
use crate::world::{World, open};

const GROUP: &str = "capture";
const ROUNDS: usize = 500;
const PASTES: usize = 20;

pub(crate) fn figures(world: &World) -> Result<Vec<Figure>> {
    let now =
        NaiveDate::from_ymd_opt(2026, 11, 24).and_then(|day| day.and_hms_opt(10, 0, 0)).ok_or("no such moment")?;
    let context = CaptureContext { now, region: "CA".parse().ok(), language: Language::En, mode: CaptureMode::Typed };
    let core = open(&world.empty("capture.db"), 0)?;
    // The first call reads the word lists and the rules of phone numbers.
    LINES.iter().for_each(|line| drop(parse(line, &context)));

    let (mut words, mut domain, mut face) = (Samples::default(), Samples::default(), Samples::default());
    for _ in 0..ROUNDS {
        // One kind of work after the other: none finds the caches as another left them with the same line.
        LINES.iter().try_for_each(|line| words.time(|| Ok(words_of(line))).map(drop))?;
        LINES.iter().try_for_each(|line| domain.time(|| Ok(parse(line, &context))).map(drop))?;
        LINES.iter().try_for_each(|line| {
            face.time(|| Ok(core.preview((*line).to_owned(), CaptureMode::Typed, Vec::new())?)).map(drop)
        })?;
    }
    let pasted = CaptureContext { mode: CaptureMode::Pasted, ..context };
    let (long, short) = (paste(100 * 1024), paste(10 * 1024));
    let (long, short) = alternate(
        PASTES,
        |_| Ok(parse(&long, &pasted)),
        |_| {
            (0..10).for_each(|_| drop(black_box(parse(&short, &pasted))));
            Ok(())
        },
    )?;
    let (bytes, allocations) = allocated(&context)?;
    let quiet = |samples: &Samples| samples.shortest_of_each(LINES.len());
    Ok(vec![
        Figure::time(GROUP, "parse, lines of about 200 characters, quiet", &quiet(&domain))
            .floor("NFC and its words", &quiet(&words))
            .bound("p99 < 50 µs", |figure| figure.p99() < 50.0),
        Figure::time(GROUP, "the same, every run", &domain).floor("NFC and its words", &words),
        Figure::time(GROUP, "preview through the face, quiet", &quiet(&face)).floor("parse alone", &quiet(&domain)),
        Figure::memory(GROUP, format!("allocated a line, {allocations} times"), Some(bytes / 1024)),
        Figure::time(GROUP, "parse, a paste of 100 KB", &long)
            .floor("ten of 10 KB", &short)
            .bound("p50 < 50 ms, linear", |figure| figure.middle() < 50_000.0 && figure.ratio() <= 1.2),
    ])
}

/// What no reader of a line can do without: one form of its letters, and its words.
fn words_of(line: &str) -> usize {
    let composed: String = line.nfc().collect();
    composed.unicode_words().count()
}

/// Lines one below the other, of that many bytes at most.
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

/// Bytes, and how often they were asked for, while one line is read: the average of all.
fn allocated(context: &CaptureContext) -> Result<(u64, u64)> {
    let region = Region::new(ALLOCATOR);
    LINES.iter().for_each(|line| drop(black_box(parse(line, context))));
    let change = region.change();
    let a_line = |total: usize| u64::try_from(total / LINES.len());
    Ok((a_line(change.bytes_allocated)?, a_line(change.allocations)?))
}
