//! Whatever is typed, dictated, pasted or scanned: the parser stands, and what it says keeps to its rules.
//!
//! An input is: mode, region, language and day, and the line.

use std::ops::Range;

use chrono::{Days, NaiveDate};
use justmet_domain::capture::{Capture, CaptureContext, CaptureMode, FollowUpWish, parse};
use justmet_domain::channel::normalize;
use justmet_domain::locale::Language;

use super::{pick, region, text};

const MODES: [CaptureMode; 4] = [CaptureMode::Typed, CaptureMode::Dictated, CaptureMode::Pasted, CaptureMode::Scanned];

/// Holds an input against the parser.
///
/// # Panics
/// Where something does not hold: that is the finding.
pub fn hold(input: &[u8]) {
    let [mode, place, spoken, line @ ..] = input else { return };
    let Some(context) = context(*mode, *place, *spoken) else { return };
    let line = text(line);
    let capture = parse(&line, &context);
    check(&line, &context, &capture);
    assert_eq!(parse(&line, &context), capture, "read twice, read alike");
}

/// One byte chooses language and day: a Wednesday in November 2026 for the first five values, then a day 37 days later
/// for each five, so that every weekday, every month, the ends of months and a leap year have their turn; and in the end
/// the last day that there is.
fn context(mode: u8, place: u8, spoken: u8) -> Option<CaptureContext> {
    let languages = u8::try_from(Language::ALL.len()).ok()?;
    let step = u64::from(spoken / languages);
    let day = match step {
        0..=50 => NaiveDate::from_ymd_opt(2026, 11, 25)?.checked_add_days(Days::new(step * 37))?,
        _ => NaiveDate::MAX,
    };
    Some(CaptureContext {
        now: day.and_hms_opt(18, 30, 0)?,
        region: region(place),
        language: pick(&Language::ALL, spoken)?,
        mode: pick(&MODES, mode)?,
    })
}

fn check(line: &str, context: &CaptureContext, capture: &Capture) {
    assert_eq!(capture.raw, line);
    for span in spans(capture) {
        assert!(span.start <= span.end && line.get(span.clone()).is_some(), "{span:?} of {line:?}");
    }
    for channel in &capture.channels {
        let Some(handle) = &channel.handle else { continue };
        assert_eq!(channel.kind, handle.kind, "{line:?}");
        for region in [None, context.region] {
            let again = normalize(handle.kind, &handle.key, region).map(|again| again.key);
            assert_eq!(again.as_ref(), Ok(&handle.key), "{:?} in {line:?}", handle.kind);
        }
    }
    if let FollowUpWish::On(day) = &capture.follow_up {
        assert!(day.value >= context.now.date(), "{} in {line:?}", day.value);
    }
}

/// Every span of a capture.
fn spans(capture: &Capture) -> Vec<Range<usize>> {
    let texts = [&capture.name, &capture.org, &capture.role, &capture.event];
    let mut spans: Vec<_> = texts.into_iter().flatten().map(|found| found.span.clone()).collect();
    spans.extend(capture.channels.iter().map(|channel| channel.span.clone()));
    spans.extend(capture.promises.iter().map(|promise| promise.span.clone()));
    spans.extend(capture.notes.iter().map(|note| note.span.clone()));
    spans.extend(capture.hints.iter().map(|hint| hint.span.clone()));
    match &capture.follow_up {
        FollowUpWish::Never(span) => spans.push(span.clone()),
        FollowUpWish::On(day) => spans.push(day.span.clone()),
        FollowUpWish::Unspecified => {}
    }
    spans
}
