//! The JSON that programs read: stable names, nothing of the printed words.

use justmet_app::{
    ActResult, AnswerNumbers, ContactPage, ContactRow, ContactScreen, FollowUpCard, HintLine, InboxRow, ReasonLine,
    Saved, SearchHit, SearchResult, SuggestionCard, Undone,
};
use justmet_domain::capture::CaptureField;
use justmet_domain::channel::{Action, DraftGoes, Launch};
use serde_json::{Value, json};

pub(crate) fn print(value: &Value) {
    anstream::println!("{value}");
}

pub(crate) fn saved(saved: &Saved) -> Value {
    json!({
        "contact": contact(&saved.contact),
        "suggestion": suggestion(&saved.contact.id, &saved.suggestion),
        "follow_up": saved.follow_up.as_ref().map(follow_up),
        "unsure": unsure(&saved.unsure),
        "hints": hints(&saved.hints),
        "undo": saved.undo.token,
    })
}

pub(crate) fn contact(contact: &ContactScreen) -> Value {
    let addresses: Vec<Value> = contact
        .addresses
        .iter()
        .map(|address| {
            json!({
                "kind": address.channel.slug(),
                "handle": address.key,
                "display": address.display,
                "stance": address.stance,
                "hours": address.hours,
                "provenance": address.provenance,
            })
        })
        .collect();
    let promises: Vec<Value> = contact
        .promises
        .iter()
        .map(|promise| json!({ "id": promise.id, "by": promise.by, "what": promise.what, "kept": promise.kept }))
        .collect();
    json!({
        "id": contact.id,
        "name": contact.name,
        "name_sure": contact.name_sure,
        "org": contact.org,
        "role": contact.role,
        "event": contact.event,
        "addresses": addresses,
        "promises": promises,
        "wishes": contact
            .wishes
            .iter()
            .map(|wish| json!({
                "channel": wish.channel.slug(), "stance": wish.stance, "hours": wish.hours, "holds": wish.holds,
                "text": wish.text,
            }))
            .collect::<Vec<_>>(),
        "outcomes": contact
            .outcomes
            .iter()
            .map(|choice| json!({
                "outcome": choice.outcome.slug(), "channel": choice.channel.slug(), "text": choice.label,
            }))
            .collect::<Vec<_>>(),
        "messages": contact
            .messages
            .iter()
            .map(|message| json!({
                "channel": message.channel.slug(), "text": message.text, "reason": message.reason,
            }))
            .collect::<Vec<_>>(),
        "sent_question": contact.sent_question.as_ref().map(|question| &question.text),
        "let_go_proposal": contact.let_go_proposal.as_ref().map(|proposal| &proposal.text),
        "notes": contact.notes,
        "lines": contact.raw_lines,
    })
}

/// A person with the suggestion and the follow-up: what `show` prints.
pub(crate) fn shown(screen: &ContactScreen) -> Value {
    json!({
        "contact": contact(screen),
        "suggestion": suggestion(&screen.id, &screen.suggestion),
        "follow_up": screen.follow_up.as_ref().map(follow_up),
    })
}

pub(crate) fn suggestion(contact: &str, card: &SuggestionCard) -> Value {
    let why_not: Vec<Value> = card
        .why_not
        .iter()
        .map(|line| json!({
            "channel": line.channel.slug(), "kind": line.kind.slug(), "text": line.text, "numbers": numbers(line.numbers),
        }))
        .collect();
    let runner_up = card.runner_up.as_ref().map(|runner_up| {
        json!({ "channel": runner_up.channel.slug(), "reasons": reasons(&runner_up.reasons), "text": runner_up.text })
    });
    json!({
        "contact": contact,
        "channel": card.channel.map(|channel| channel.slug()),
        "address": card.address_key,
        "text": card.headline,
        "reasons": reasons(&card.reasons),
        "hours": card.hours,
        "runner_up": runner_up,
        "why_not": why_not,
        "ask": card.ask,
        "launch": card.launch.as_ref().map(action),
    })
}

fn reasons(lines: &[ReasonLine]) -> Vec<Value> {
    let line =
        |line: &ReasonLine| json!({ "kind": line.kind.slug(), "text": line.text, "numbers": numbers(line.numbers) });
    lines.iter().map(line).collect()
}

fn numbers(numbers: Option<AnswerNumbers>) -> Value {
    numbers.map_or(Value::Null, |numbers| {
        json!({
            "answered": numbers.answered,
            "written": numbers.written,
            "usual_percent": numbers.usual_percent,
            "expected_percent": numbers.expected_percent,
        })
    })
}

/// The launch to try first, the one to try where it fails, and where the draft goes.
pub(crate) fn action(action: &Action) -> Value {
    json!({
        "primary": launch(&action.primary),
        "fallback": action.fallback.as_ref().map(launch),
        "draft": match action.draft {
            DraftGoes::Inline => "inline",
            DraftGoes::Clipboard => "clipboard",
        },
    })
}

fn launch(launch: &Launch) -> Value {
    match launch {
        Launch::OpenLink { url } => json!({ "kind": "open_link", "url": url }),
        Launch::ComposeMail { to, subject, body } => {
            json!({ "kind": "compose_mail", "to": to, "subject": subject, "body": body })
        }
        Launch::ComposeSms { number, body } => json!({ "kind": "compose_sms", "number": number, "body": body }),
        Launch::Dial { number } => json!({ "kind": "dial", "number": number }),
        Launch::CopyText { text } => json!({ "kind": "copy_text", "text": text }),
    }
}

pub(crate) fn follow_up(card: &FollowUpCard) -> Value {
    json!({
        "id": card.id,
        "due": card.due,
        "generation": card.generation,
        "state": card.phase.slug(),
        "is_due": card.is_due,
    })
}

/// A list; by event each person says which event and how many were met there.
pub(crate) fn listed(page: &ContactPage) -> Value {
    let mut sections = page.sections.iter().peekable();
    let mut current = None;
    let row = |(index, row): (usize, &ContactRow)| {
        while let Some(section) = sections.next_if(|section| section.first_row as usize <= index) {
            current = Some(json!({ "event": section.event, "people": section.people }));
        }
        let mut value = person(index + 1, row);
        if let (Some(fields), Some(section)) = (value.as_object_mut(), &current) {
            fields.insert("section".into(), section.clone());
        }
        value
    };
    page.rows.iter().enumerate().map(row).collect()
}

/// Who was found. Places count UTF-16 code units, from the first to before the last.
pub(crate) fn found(result: &SearchResult) -> Value {
    let hit = |(index, hit): (usize, &SearchHit)| {
        let mut value = person(index + 1, &hit.row);
        if let Some(fields) = value.as_object_mut() {
            let marks: Vec<Value> = hit
                .marks
                .iter()
                .map(|mark| json!({ "field": mark.text.slug(), "start": mark.start, "end": mark.end }))
                .collect();
            let found_in = hit.found_in.as_ref().map(|found| {
                let marks: Vec<Value> =
                    found.marks.iter().map(|mark| json!({ "start": mark.start, "end": mark.end })).collect();
                json!({ "label": found.label, "text": found.text, "matches": marks })
            });
            fields.insert("matches".into(), json!(marks));
            fields.insert("found_in".into(), json!(found_in));
            fields.insert("forgiven".into(), json!(result.is_forgiven));
        }
        value
    };
    result.hits.iter().enumerate().map(hit).collect()
}

pub(crate) fn inbox(rows: &[InboxRow]) -> Value {
    rows.iter()
        .enumerate()
        .map(|(index, row)| {
            let mut value = person(index + 1, &row.contact);
            if let Some(fields) = value.as_object_mut() {
                fields.insert("title".into(), json!(row.title));
            }
            value
        })
        .collect()
}

pub(crate) fn person(number: usize, row: &ContactRow) -> Value {
    json!({
        "number": number,
        "id": row.id,
        "name": row.name,
        "name_sure": row.name_sure,
        "org": row.org,
        "event": row.event,
        "promise": row.promise,
        "channel": row.channel.map(|channel| channel.slug()),
        "follow_up": row.follow_up.as_ref().map(follow_up),
    })
}

pub(crate) fn acted(result: &ActResult) -> Value {
    json!({
        "applied": result.applied,
        "follow_up": follow_up(&result.follow_up),
        "text": result.text,
        "undo": result.undo.as_ref().map(|undo| &undo.token),
    })
}

pub(crate) fn undone(undone: &Undone) -> Value {
    json!({ "contact": undone.contact_id, "text": undone.text })
}

fn hints(hints: &[HintLine]) -> Vec<Value> {
    hints.iter().map(|hint| json!({ "kind": hint.kind, "text": hint.text })).collect()
}

fn unsure(fields: &[CaptureField]) -> Vec<&'static str> {
    let mut names: Vec<&str> = fields.iter().map(|field| slug(*field)).collect();
    names.dedup();
    names
}

/// A field's name in the contract; promises are part of the notes there.
fn slug(field: CaptureField) -> &'static str {
    match field {
        CaptureField::Name => "name",
        CaptureField::Org => "org",
        CaptureField::Role => "role",
        CaptureField::Event => "event",
        CaptureField::Channel => "channels",
        CaptureField::Hours => "hours",
        CaptureField::Promise | CaptureField::Notes => "notes",
        CaptureField::FollowUp => "follow_up",
    }
}
