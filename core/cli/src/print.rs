//! What a person reads: aligned, in colour on a terminal, plain when piped.

use anstyle::{AnsiColor, Style};
use comfy_table::{Table, presets};
use justmet_app::words::Words;
use justmet_app::{
    ActResult, ContactPage, ContactRow, ContactScreen, FollowUpPhase, HintLine, HomeScreen, InboxRow, OfferedPerson,
    Reminder, RowText, Saved, SearchHit, SearchResult, SuggestionCard, Undone,
};
use justmet_domain::channel::{ChannelKind, Launch};
use justmet_domain::contact::{Hours, PromiseBy, Stance};
use serde_json::Value;

const STRONG: Style = Style::new().bold();
const QUIET: Style = Style::new().dimmed();
const FOUND: Style = Style::new().bold().underline();
const ACTION: Style = AnsiColor::Green.on_default().bold();

/// Text that came from outside, safe to print: what would steer the terminal or turn the reading direction is replaced.
pub(crate) fn printable(text: &str) -> String {
    let steers = |c: char| {
        (c.is_control() && c != '\n')
            || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    text.chars().map(|c| if steers(c) { '\u{fffd}' } else { c }).collect()
}

fn styled(style: Style, text: &str) -> String {
    format!("{style}{}{style:#}", printable(text))
}

fn line(text: &str) {
    anstream::println!("{text}");
}

pub(crate) fn saved(words: &Words, saved: &Saved) {
    line(&format!("{}  {}", styled(QUIET, &words.say("terminal-saved")), heading(words, &saved.contact)));
    details(words, &saved.contact);
    line("");
    suggestion(&saved.suggestion);
    line("");
    let when = saved.follow_up.as_ref().map_or_else(|| words.say("terminal-no-reminder"), |it| it.due_text.clone());
    line(&format!("{}  {}", styled(QUIET, &words.say("terminal-reminder")), styled(STRONG, &when)));
    hints(words, &saved.hints);
    let seconds = ("seconds", "10".into());
    line(&styled(QUIET, &words.say_with("terminal-undo", &[seconds])));
}

pub(crate) fn contact(words: &Words, contact: &ContactScreen) {
    line(&heading(words, contact));
    details(words, contact);
    line("");
    suggestion(&contact.suggestion);
    for why_not in &contact.suggestion.why_not {
        line(&styled(QUIET, &why_not.text));
    }
    if let Some(follow_up) = &contact.follow_up {
        line("");
        let over = matches!(follow_up.phase, FollowUpPhase::Acted | FollowUpPhase::Closed);
        let when = if over { words.say("terminal-ended") } else { follow_up.due_text.clone() };
        line(&format!("{}  {}", styled(QUIET, &words.say("terminal-reminder")), styled(STRONG, &when)));
    }
    if let Some(question) = &contact.sent_question {
        line(&printable(&question.text));
    }
    if let Some(proposal) = &contact.let_go_proposal {
        line(&printable(&proposal.text));
    }
    if !contact.messages.is_empty() || contact.wishes.iter().any(|wish| !wish.holds) {
        line("");
    }
    for message in &contact.messages {
        line(&printable(&message.text));
        if let Some(reason) = &message.reason {
            labelled(&format!("  {}", words.say("terminal-reason")), reason);
        }
    }
    for wish in contact.wishes.iter().filter(|wish| !wish.holds) {
        quiet(&wish.text);
    }
    line("");
    for raw_line in &contact.raw_lines {
        line(&format!("{}  {}", styled(QUIET, &words.say("terminal-line")), printable(raw_line)));
    }
}

fn heading(words: &Words, contact: &ContactScreen) -> String {
    let doubt = if contact.name.is_some() && !contact.name_sure {
        format!(" ({})", words.say("terminal-unsure"))
    } else {
        String::new()
    };
    format!("{}{doubt}", styled(STRONG, &contact.title))
}

/// Label and value, a pair a line.
fn details(words: &Words, contact: &ContactScreen) {
    let mut pairs: Vec<(String, String)> = Vec::new();
    let mut pair = |label: String, value: &str| pairs.push((label, printable(value)));
    contact.org.iter().for_each(|org| pair(words.say("terminal-org"), org));
    contact.role.iter().for_each(|role| pair(words.say("terminal-role"), role));
    for address in &contact.addresses {
        let said = said(words, address.stance, address.hours.clone());
        pair(address.channel_name.clone(), &format!("{}{said}", address.display));
    }
    for promise in &contact.promises {
        let key = match promise.by {
            PromiseBy::Me => "terminal-i-owe",
            PromiseBy::Them => "terminal-they-owe",
        };
        let kept = if promise.kept { format!(" ({})", words.say("terminal-kept")) } else { String::new() };
        pair(words.say(key), &format!("{}{kept}", promise.what));
    }
    if !contact.notes.is_empty() {
        pair(words.say("terminal-notes"), &contact.notes.replace('\n', "; "));
    }
    let mut table = plain_table();
    for (label, value) in pairs {
        table.add_row(vec![format!(" {label}"), value]);
    }
    lines(&table);
    line(&format!("  {}", styled(QUIET, &contact.met)));
}

/// What they said about a channel: " (preferred, after 18:00)"; nothing where nothing was said.
fn said(words: &Words, stance: Option<Stance>, hours: Option<String>) -> String {
    let stance = stance.map(|stance| match stance {
        Stance::Preferred => words.say("terminal-preferred"),
        Stance::Refused => words.say("terminal-refused"),
    });
    let said: Vec<String> = stance.into_iter().chain(hours).collect();
    if said.is_empty() { String::new() } else { format!(" ({})", said.join(", ")) }
}

pub(crate) fn suggestion(card: &SuggestionCard) {
    let address = card.address.as_ref().map(|address| format!("  {}", printable(address))).unwrap_or_default();
    line(&format!("{}{address}", styled(ACTION, &card.headline)));
    for reason in card.reasons.iter().skip(1) {
        line(&format!("  {}", printable(&reason.text)));
    }
    if let Some(hours) = &card.hours {
        line(&printable(hours));
    }
    if let Some(runner_up) = &card.runner_up {
        line(&printable(&runner_up.text));
    }
    if let Some(ask) = &card.ask {
        line(&styled(QUIET, &format!("“{ask}”")));
    }
}

pub(crate) fn suggestion_in_full(card: &SuggestionCard) {
    suggestion(card);
    for why_not in &card.why_not {
        line(&printable(&why_not.text));
    }
}

/// What opens the chat: a link, ready to be passed on to what opens links; else what to type or paste there.
pub(crate) fn launch(launch: &Launch) {
    let text = match launch {
        Launch::OpenLink { url } => url,
        Launch::ComposeMail { to, .. } => to,
        Launch::ComposeSms { number, .. } | Launch::Dial { number } => number,
        Launch::CopyText { text } => text,
    };
    line(&printable(text));
}

pub(crate) fn hints(words: &Words, hints: &[HintLine]) {
    for hint in hints {
        line(&format!("{}  {}", styled(QUIET, &words.say("terminal-hint")), printable(&hint.text)));
    }
}

/// What fell due since the last command, shown once.
pub(crate) fn reminder(reminder: &Reminder) {
    line(&format!("{}  {}", styled(STRONG, &reminder.title), printable(&reminder.body)));
}

pub(crate) fn due(words: &Words, home: &HomeScreen) {
    if home.inbox.is_empty() {
        line(&home.nothing_due);
    } else {
        line(&styled(STRONG, &words.say("terminal-due-now")));
        inbox_table(words, &home.inbox, 1);
    }
    if let Some(next) = &home.next {
        line("");
        line(&styled(QUIET, &words.say("terminal-next")));
        inbox_table(words, std::slice::from_ref(next), home.inbox.len() + 1);
    }
}

fn inbox_table(words: &Words, rows: &[InboxRow], first_number: usize) {
    let mut table = table(words, &["number", "what", "org", "channel", "when"]);
    for (number, row) in rows.iter().enumerate() {
        table.add_row(vec![
            (first_number + number).to_string(),
            printable(&row.title),
            cell(row.contact.org.as_ref()),
            cell(row.contact.channel_name.as_ref()),
            row.follow_up.due_text.clone(),
        ]);
    }
    lines(&table);
}

pub(crate) fn people(words: &Words, rows: &[ContactRow]) {
    numbered(words, rows, 1);
}

/// People under the headings of their events, where they have some; the numbers go on.
pub(crate) fn listed(words: &Words, page: &ContactPage) {
    if page.sections.is_empty() {
        return people(words, &page.rows);
    }
    let ends = page.sections.iter().skip(1).map(|section| section.first_row as usize).chain([page.rows.len()]);
    for (section, end) in page.sections.iter().zip(ends) {
        let first = section.first_row as usize;
        if first > 0 {
            line("");
        }
        line(&styled(STRONG, &section.heading));
        numbered(words, page.rows.get(first..end).unwrap_or_default(), first + 1);
    }
}

fn numbered(words: &Words, rows: &[ContactRow], first: usize) {
    let mut table = table(words, &["number", "name", "org", "what", "channel", "when"]);
    for (number, row) in rows.iter().enumerate() {
        let doubt = if row.name.is_some() && !row.name_sure { "?" } else { "" };
        table.add_row(vec![
            (first + number).to_string(),
            format!("{}{doubt}", printable(&row.title)),
            cell(row.org.as_ref()),
            cell(row.promise.as_ref()),
            cell(row.channel_name.as_ref()),
            cell(row.follow_up.as_ref().map(|follow_up| &follow_up.due_text)),
        ]);
    }
    lines(&table);
}

/// Who is offered for deletion.
pub(crate) fn offered(words: &Words, people: &[OfferedPerson]) {
    let mut table = table(words, &["number", "name", "org", "what", "met"]);
    for (number, person) in people.iter().enumerate() {
        let row = &person.contact;
        let cells = [printable(&row.title), cell(row.org.as_ref()), cell(row.promise.as_ref()), printable(&person.met)];
        table.add_row([(number + 1).to_string()].into_iter().chain(cells));
    }
    lines(&table);
}

/// Who was found, with what was found of them; or how to add them.
pub(crate) fn found(words: &Words, text: &str, result: &SearchResult) {
    result.notes.iter().for_each(|note| line(&styled(QUIET, note)));
    if result.hits.is_empty() {
        // Of filters alone nobody can be made.
        let (key, text) = match &result.add {
            Some(add) => ("terminal-no-hit", add.line.as_str()),
            None => ("terminal-nobody-matches", text),
        };
        line(&printable(&words.say_with(key, &[("text", text.to_owned().into())])));
        return;
    }
    let elsewhere = result.hits.iter().any(|hit| hit.found_in.is_some());
    let mut columns = vec!["number", "name", "org", "what", "channel", "when"];
    if elsewhere {
        columns.push("found");
    }
    let mut table = table(words, &columns);
    for (number, hit) in result.hits.iter().enumerate() {
        let row = &hit.row;
        let doubt = if row.name.is_some() && !row.name_sure { "?" } else { "" };
        let mut cells = vec![
            (number + 1).to_string(),
            format!("{}{doubt}", highlighted(&row.title, of_row(hit, RowText::Title))),
            row.org.as_ref().map(|org| highlighted(org, of_row(hit, RowText::Org))).unwrap_or_default(),
            row.promise.as_ref().map(|what| highlighted(what, of_row(hit, RowText::Promise))).unwrap_or_default(),
            cell(row.channel_name.as_ref()),
            cell(row.follow_up.as_ref().map(|follow_up| &follow_up.due_text)),
        ];
        if elsewhere {
            cells.push(hit.found_in.as_ref().map_or_else(String::new, |found| {
                let marks = found.marks.iter().map(|mark| (mark.start, mark.end));
                format!("{}: {}", printable(&found.label), highlighted(&found.text, marks))
            }));
        }
        table.add_row(cells);
    }
    lines(&table);
    if result.has_more {
        line(&styled(QUIET, &words.say("terminal-more-found")));
    }
}

fn of_row(hit: &SearchHit, text: RowText) -> impl Iterator<Item = (u32, u32)> {
    hit.marks.iter().filter(move |mark| mark.text == text).map(|mark| (mark.start, mark.end))
}

/// The text with its parts, given in UTF-16 code units, made to stand out.
fn highlighted(text: &str, marks: impl Iterator<Item = (u32, u32)>) -> String {
    let units: Vec<u16> = text.encode_utf16().collect();
    let part = |from: usize, to: usize| printable(&String::from_utf16_lossy(units.get(from..to).unwrap_or_default()));
    let mut out = String::new();
    let mut at = 0;
    for (start, end) in marks {
        let (start, end) = (start as usize, end as usize);
        out.push_str(&part(at, start));
        out.push_str(&format!("{FOUND}{}{FOUND:#}", part(start, end)));
        at = end;
    }
    out.push_str(&part(at, units.len()));
    out
}

pub(crate) fn acted(name: &str, result: &ActResult) {
    named_sentence(name, &result.text);
}

pub(crate) fn undone(undone: &Undone) {
    line(&printable(&undone.text));
}

/// A line as it is understood, field by field; what is not certain is marked.
pub(crate) fn understood(words: &Words, understood: &Value) {
    let mut table = plain_table();
    let fields = [
        ("name", "terminal-name"),
        ("org", "terminal-org"),
        ("role", "terminal-role"),
        ("event", "terminal-event"),
        ("notes", "terminal-notes"),
        ("follow_up", "terminal-reminder"),
    ];
    for (field, label) in fields {
        let doubt = format!(" ({})", words.say("terminal-unsure"));
        let sure = understood[field].as_str().map(printable);
        let unsure = understood
            .pointer(&format!("/proposals/{field}"))
            .and_then(Value::as_str)
            .map(|text| format!("{}{doubt}", printable(text)));
        if let Some(value) = sure.or(unsure) {
            table.add_row(vec![words.say(label), value]);
        }
    }
    let hours = |kind: &Value| {
        let named = understood["hours"].as_array().into_iter().flatten().find(|hours| hours["kind"] == *kind)?;
        let time = |end: &str| named[end].as_str()?.parse().ok();
        Some(words.hours(Hours { from: time("from")?, until: time("until")? }))
    };
    for channel in understood["channels"].as_array().into_iter().flatten() {
        let kind = channel["kind"].as_str().and_then(ChannelKind::from_word);
        let name = kind.map(|kind| words.channel(kind)).unwrap_or_default();
        let refused = understood["refused"].as_array().is_some_and(|refused| refused.contains(&channel["kind"]));
        let stance = (channel["preferred"] == true).then_some(Stance::Preferred);
        let hours = hours(&channel["kind"]).filter(|_| !refused);
        let said = said(words, stance, hours);
        table.add_row(vec![name, format!("{}{said}", printable(channel["handle"].as_str().unwrap_or("–")))]);
    }
    for promise in understood["promises"].as_array().into_iter().flatten() {
        let mine = promise["by"] == "me";
        let label = words.say(if mine { "terminal-i-owe" } else { "terminal-they-owe" });
        table.add_row(vec![label, printable(promise["what"].as_str().unwrap_or_default())]);
    }
    if understood["no_follow_up"] == true {
        table.add_row(vec![words.say("terminal-reminder"), words.say("terminal-no-reminder")]);
    }
    for kind in understood["refused"].as_array().into_iter().flatten() {
        let name = kind.as_str().and_then(ChannelKind::from_word).map(|kind| words.channel(kind)).unwrap_or_default();
        let refused = [words.say("terminal-refused")].into_iter().chain(hours(kind)).collect::<Vec<_>>();
        table.add_row(vec![name, refused.join(", ")]);
    }
    lines(&table);
}

/// What happened to somebody.
pub(crate) fn named_sentence(name: &str, text: &str) {
    line(&format!("{}  {}", styled(STRONG, name), printable(text)));
}

/// What is what, a line each, aligned.
pub(crate) fn pairs(rows: &[(String, String)]) {
    let width = rows.iter().map(|(name, _)| name.chars().count()).max().unwrap_or(0);
    for (name, value) in rows {
        let space = " ".repeat(width - name.chars().count());
        line(&format!("  {}{space}  {}", styled(QUIET, name), printable(value)));
    }
}

/// A quiet label and what it is about.
pub(crate) fn labelled(label: &str, text: &str) {
    line(&format!("{}  {}", styled(QUIET, label), printable(text)));
}

/// Something that need not be read.
pub(crate) fn quiet(text: &str) {
    line(&styled(QUIET, text));
}

pub(crate) fn sentence(text: &str) {
    line(&printable(text));
}

fn cell(text: Option<&String>) -> String {
    text.map(|text| printable(text)).unwrap_or_default()
}

fn table(words: &Words, columns: &[&str]) -> Table {
    let mut table = plain_table();
    let title = |column: &&str| styled(QUIET, &words.say(&format!("terminal-column-{column}")));
    table.set_header(columns.iter().map(title).collect::<Vec<_>>());
    table
}

/// A table without the blanks that fill its last column.
fn lines(table: &Table) {
    table.trim_fmt().lines().for_each(line);
}

/// Columns without rules, two spaces apart; a line is never wrapped, so that it can be searched and cut.
fn plain_table() -> Table {
    let mut table = Table::new();
    table.load_style(presets::NOTHING);
    table
}
