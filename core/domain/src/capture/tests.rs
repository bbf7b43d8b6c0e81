//! Lines and what becomes of them, as tables.

use chrono::NaiveDateTime;

use super::*;

fn context(mode: CaptureMode, region: &str, language: Language) -> CaptureContext {
    CaptureContext {
        // A Wednesday.
        now: NaiveDateTime::parse_from_str("2026-11-25 18:30", "%Y-%m-%d %H:%M").unwrap(),
        region: region.parse().ok(),
        language,
        mode,
    }
}

fn typed(line: &str) -> Capture {
    parse(line, &context(CaptureMode::Typed, "CA", Language::En))
}

/// What a test compares, in one line: `?` stands before what is unsure, `*` after a wish, `!` after a refusal.
fn told(capture: &Capture) -> String {
    let mut parts = Vec::new();
    for (label, field) in
        [("name", &capture.name), ("org", &capture.org), ("role", &capture.role), ("event", &capture.event)]
    {
        if let Some(found) = field {
            let unsure = if found.certainty == Certainty::Unsure { "?" } else { "" };
            parts.push(format!("{label}={unsure}{}", found.value));
        }
    }
    for channel in &capture.channels {
        let unsure = if channel.certainty == Certainty::Unsure { "?" } else { "" };
        let stance = match channel.stance {
            Some(Stance::Preferred) => "*",
            Some(Stance::Refused) => "!",
            None => "",
        };
        let key = channel.handle.as_ref().map_or("", |handle| handle.key.as_str());
        parts.push(format!("{unsure}{}:{key}{stance}", channel.kind.slug()));
        if let Some(hours) = channel.hours {
            parts.push(format!("{}-{}", hours.from.format("%H:%M"), hours.until.format("%H:%M")));
        }
    }
    for promise in &capture.promises {
        let by = if promise.value.by == PromiseBy::Me { "me" } else { "them" };
        parts.push(format!("{by}:{}", promise.value.what));
    }
    match &capture.follow_up {
        FollowUpWish::Unspecified => {}
        FollowUpWish::Never(_) => parts.push("never".into()),
        FollowUpWish::On(day) if day.certainty == Certainty::Unsure => parts.push(format!("?{}", day.value)),
        FollowUpWish::On(day) => parts.push(day.value.to_string()),
    }
    parts.extend(capture.hints.iter().map(|hint| format!("{:?}", hint.kind)));
    parts.join(" | ")
}

#[track_caller]
fn check(table: &[(&str, &str)], read: impl Fn(&str) -> Capture) {
    let wrong: Vec<String> = table
        .iter()
        .map(|(line, expected)| (line, expected, told(&read(line))))
        .filter(|(_, expected, got)| *expected != got)
        .map(|(line, expected, got)| format!("\n  {line}\n    expected {expected}\n    got      {got}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join(""));
}

#[test]
fn plain_english_lines() {
    check(
        &[
            (
                "Priya Rao, Acme, priya@acme.example, prefers WhatsApp +1 514 555 0142, wants slides, follow up Tuesday",
                "name=Priya Rao | org=Acme | email:priya@acme.example | whatsapp:+15145550142* | me:slides | 2026-12-01",
            ),
            ("Ana", "name=Ana"),
            ("", ""),
            (
                "Priya Rao Acme wa 5145550142 slides tue",
                "name=Priya Rao | org=?Acme | whatsapp:+15145550142 | me:slides | 2026-12-01",
            ),
            ("Priya Rao wa 5145550142", "name=Priya Rao | whatsapp:+15145550142"),
            (
                "Tom Ellis @ Acme, tom@acme.example, best on email, follow up tomorrow",
                "name=Tom Ellis | org=Acme | email:tom@acme.example* | 2026-11-26",
            ),
            (
                "Sara Kim, CTO at Northwind, 514 555 0111, call in 3 days",
                "name=Sara Kim | org=Northwind | role=CTO | phone:+15145550111 | 2026-11-28",
            ),
            (
                "Omar Haddad, met at RustConf, no LinkedIn, send deck in two weeks",
                "name=Omar Haddad | event=RustConf | linkedin:! | me:deck | 2026-12-09",
            ),
            ("Lena Fox, prefers Slack, ping on 12 December", "name=Lena Fox | slack:* | 2026-12-12"),
            ("Lena Fox, I owe intro to Ben, follow up 2027-01-15", "name=Lena Fox | me:intro to Ben | 2027-01-15"),
            ("Lena Fox, he sends me the deck, no follow up", "name=Lena Fox | them:deck | never"),
            ("Dr. Ana María López-García, Acme", "name=Ana María López-García | org=Acme"),
            ("Rao, Priya, Acme", "name=Priya Rao | org=Acme"),
            ("王小明, Acme", "name=王小明 | org=Acme"),
            ("Liam O'Neil, Acme", "name=Liam O'Neil | org=Acme"),
            ("Joost van der Berg, Acme", "name=Joost van der Berg | org=Acme"),
            ("Lena Fox, follow up 31 February", "name=Lena Fox | NoSuchDate"),
            ("Lena Fox, follow up 2026-01-05", "name=Lena Fox | DateInThePast"),
            ("Lena Fox, ping every month", "name=Lena Fox | DoesNotRecur"),
            ("Lena Fox, call Friday, her launch is 12 December", "name=Lena Fox | 2026-11-27"),
        ],
        typed,
    );
}

#[test]
fn numeric_dates_follow_the_region() {
    for (region, line, expected) in [
        ("CA", "Lena Fox, follow up 3/12", "name=Lena Fox | 2026-12-03"),
        ("US", "Lena Fox, follow up 12/3", "name=Lena Fox | 2026-12-03"),
        ("US", "Lena Fox, follow up 25/12", "name=Lena Fox | 2026-12-25"),
        ("GB", "Lena Fox, follow up 12/25", "name=Lena Fox | 2026-12-25"),
        ("", "Lena Fox, follow up 3/4", "name=Lena Fox | ?2027-04-03 | AmbiguousDate"),
    ] {
        let capture = parse(line, &context(CaptureMode::Typed, region, Language::En));
        assert_eq!(told(&capture), expected, "{region} {line}");
    }
}
