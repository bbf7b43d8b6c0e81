//! The names that people carry on each channel: which characters, how long, and what is compared.
//!
//! Sources are named at each rule; where a platform publishes none, the rule is the widest that was seen in use (2026).

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::locale::Region;

use super::email;
use super::handle::{Handle, HandleError};
use super::kind::ChannelKind;
use super::phone;
use super::sites;

type Pair = Result<(String, String), HandleError>;

/// The handle that a cleaned text, which is no link, names on a channel.
pub(super) fn normalize(kind: ChannelKind, text: &str, region: Option<Region>) -> Result<Handle, HandleError> {
    if bare(text).is_empty() {
        return Err(HandleError::Empty);
    }
    let pair = match kind {
        ChannelKind::Phone | ChannelKind::Sms => return phone::normalize(kind, without_scheme(text), region),
        ChannelKind::WhatsApp => return whatsapp(text, region),
        ChannelKind::Telegram | ChannelKind::Signal if is_number(text) => {
            return phone::normalize(kind, without_scheme(text), region);
        }
        ChannelKind::Teams if is_number(text) && !text.contains('@') => {
            return phone::normalize(kind, without_scheme(text), region);
        }
        ChannelKind::Email => email::normalize(bare(text)),
        ChannelKind::Teams => account(bare(text)),
        ChannelKind::LinkedIn => linkedin(bare(text)),
        ChannelKind::X => x(bare(text)),
        ChannelKind::Facebook => facebook(bare(text)),
        ChannelKind::Slack => slack(text),
        ChannelKind::Skype => skype(bare(text)),
        ChannelKind::Telegram => telegram(bare(text)),
        ChannelKind::Signal => signal(bare(text)),
        ChannelKind::Instagram | ChannelKind::Threads => instagram(bare(text)),
        ChannelKind::Discord => discord(bare(text)),
        ChannelKind::WeChat => wechat(bare(text)),
        ChannelKind::Line => line(text),
        ChannelKind::Bluesky => bluesky(bare(text)),
        ChannelKind::Mastodon => mastodon(bare(text)),
    };
    let (key, display) = pair?;
    require(!sites::is_reserved(kind, &key))?;
    Ok(Handle { kind, key, display, mark: None })
}

/// Without the `@` that people set before a name, and the slash that a browser leaves behind one.
fn bare(text: &str) -> &str {
    text.trim_start_matches(['@', ' ']).trim_end_matches('/')
}

fn without_scheme(text: &str) -> &str {
    match text.split_once(':') {
        Some((scheme, rest))
            if ["tel", "sms", "smsto"].iter().any(|known| scheme.trim().eq_ignore_ascii_case(known)) =>
        {
            // "SMSTO:+1…:hello", as codes have it: the text stands behind a second colon.
            rest.split([':', '?', '&']).next().unwrap_or(rest).trim_start_matches('/')
        }
        _ => text,
    }
}

/// Whether the text is written as a phone number: no name on these channels begins with a digit, a plus or a bracket.
fn is_number(text: &str) -> bool {
    let text = without_scheme(text).trim_start();
    text.starts_with(|first: char| first == '+' || first == '(' || first.is_numeric())
}

/// Length and alphabet of a name of ASCII characters.
fn check(text: &str, length: std::ops::RangeInclusive<usize>, others: &str) -> Result<(), HandleError> {
    require(text.chars().all(|letter| letter.is_ascii_alphanumeric() || others.contains(letter)))?;
    if text.len() > *length.end() {
        return Err(HandleError::TooLong);
    }
    require(text.len() >= *length.start())
}

fn require(holds: bool) -> Result<(), HandleError> {
    if holds { Ok(()) } else { Err(HandleError::Malformed) }
}

fn starts_with_letter(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_alphabetic())
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// A numeric id, written `#` and digits in the key so that it is never taken for a name.
fn id(digits: &str) -> Pair {
    require(is_digits(digits) && digits.len() <= 20)?;
    Ok((format!("#{digits}"), format!("#{digits}")))
}

/// Lower-cased key, shown as typed behind an `@`.
fn at_name(text: &str) -> (String, String) {
    (text.to_ascii_lowercase(), format!("@{text}"))
}

/// A number (`+` and E.164 in the key), or a username (`@` and the name in the key).
///
/// Usernames, as announced for the roll-out of 2026: 3 to 35 of `a-z 0-9 . _`, at least one letter, not beginning
/// `www.`, not ending in a domain.
fn whatsapp(text: &str, region: Option<Region>) -> Result<Handle, HandleError> {
    let kind = ChannelKind::WhatsApp;
    // The address of a chat inside WhatsApp's own exports: digits of the number before the server's name.
    if let Some(digits) = text.strip_suffix("@s.whatsapp.net").or_else(|| text.strip_suffix("@c.us")) {
        require(is_digits(digits))?;
        return phone::normalize(kind, &format!("+{digits}"), None);
    }
    let name = bare(text);
    let as_name = || -> Pair {
        check(name, 3..=35, "._")?;
        let lower = name.to_ascii_lowercase();
        let ends_in_domain = [".com", ".net", ".org", ".io", ".co", ".info"].iter().any(|end| lower.ends_with(end));
        require(lower.bytes().any(|byte| byte.is_ascii_lowercase()) && !lower.starts_with("www.") && !ends_in_domain)?;
        Ok((format!("@{lower}"), format!("@{name}")))
    };
    let is_name = text.starts_with('@') || (!is_number(text) && check(name, 3..=35, "._").is_ok());
    if is_name {
        let (key, display) = as_name()?;
        return Ok(Handle { kind, key, display, mark: None });
    }
    phone::normalize(kind, without_scheme(text), region)
}

/// A Microsoft Entra user principal name: shaped like a mail address, compared without case (Microsoft Learn, "Deep link
/// to a Teams chat", 2026).
fn account(text: &str) -> Pair {
    let (key, display) = email::normalize(text)?;
    require(!key.starts_with('"'))?;
    Ok((lower(&key), display))
}

/// 3 to 100 letters, digits and hyphens, any script, compared without case (LinkedIn Help a87 and a2015, 2026).
fn linkedin(text: &str) -> Pair {
    let text = text.trim_start_matches('/');
    let text = text.strip_prefix("in/").unwrap_or(text);
    let decoded = percent_encoding::percent_decode_str(text).decode_utf8().map_err(|_| HandleError::Malformed)?;
    let slug: String = decoded.nfc().collect();
    if is_member_id(&slug) {
        return Ok((slug.clone(), slug));
    }
    let length = slug.chars().count();
    if length > 100 {
        return Err(HandleError::TooLong);
    }
    require(length >= 3 && slug.chars().all(|letter| is_letter(letter) || letter == '-'))?;
    // Upper and lower case of one slug may differ in length by a letter or two (ß, İ).
    let key = lower(&slug);
    require((3..=100).contains(&key.chars().count()))?;
    Ok((key, slug))
}

/// The id that LinkedIn puts in place of a slug in links from search results: 39 characters of base64url that begin
/// `ACoA`, and the one address there whose case counts.
fn is_member_id(slug: &str) -> bool {
    slug.len() == 39
        && slug.starts_with("ACoA")
        && slug.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte))
}

fn is_letter(letter: char) -> bool {
    letter.is_alphanumeric() || is_combining_mark(letter)
}

/// Lower case in NFC; doing it twice changes nothing more.
fn lower(text: &str) -> String {
    text.nfc().collect::<String>().to_lowercase().nfc().collect()
}

/// 1 to 15 letters, digits and underscores (X Help Center, "Username rules"; accounts below 4 letters are old ones), or
/// `#` and the numeric id, which alone opens a direct message.
fn x(text: &str) -> Pair {
    if let Some(digits) = text.strip_prefix('#') {
        return id(digits);
    }
    check(text, 1..=15, "_")?;
    Ok(at_name(text))
}

/// 5 to 50 letters, digits and full stops, of which neither the stops nor the case count; or the numeric id of an account
/// without a name.
fn facebook(text: &str) -> Pair {
    let digits = text.strip_prefix('#').unwrap_or(text);
    if is_digits(digits) {
        return id(digits);
    }
    check(text, 5..=60, ".")?;
    let key = text.to_ascii_lowercase().replace('.', "");
    require(key.len() >= 5 && !text.starts_with('.') && !text.ends_with('.') && !is_digits(&key))?;
    if key.len() > 50 {
        return Err(HandleError::TooLong);
    }
    Ok((key, text.to_owned()))
}

/// Team and member id (`T…/U…`), which alone open a chat (Slack, "Deep linking into Slack", 2026); the workspace's host,
/// alone or with the member's id or name; or what the member is called, which a person can search for.
fn slack(text: &str) -> Pair {
    let text = text.trim_end_matches('/');
    if let Some((first, second)) = text.split_once('/') {
        if slack_id(first, "TE") && slack_id(second, "UW") {
            let key = format!("{}/{}", first.to_ascii_uppercase(), second.to_ascii_uppercase());
            return Ok((key.clone(), key));
        }
        let host = first.to_ascii_lowercase();
        require(is_workspace(&host))?;
        let member = second.trim();
        let (key, display) = match slack_name(member.trim_start_matches(['@', ' ']))? {
            (key, _) if slack_member(&key) => (key.clone(), key),
            (key, display) => (format!("@{key}"), format!("@{display}")),
        };
        return Ok((format!("{host}/{key}"), format!("{host}/{display}")));
    }
    let host = text.to_ascii_lowercase();
    if is_workspace(&host) { Ok((host.clone(), host)) } else { slack_name(bare(text)) }
}

/// The host of a workspace: `name.slack.com`, or `name.enterprise.slack.com` for Enterprise Grid.
pub(super) fn is_workspace(host: &str) -> bool {
    const NO_WORKSPACE: [&str; 12] =
        ["app", "api", "www", "docs", "status", "files", "hooks", "my", "edgeapi", "join", "get", "enterprise"];
    let Some(name) = host.strip_suffix(".slack.com") else { return false };
    let name = name.strip_suffix(".enterprise").unwrap_or(name);
    (1..=63).contains(&name.len())
        && !NO_WORKSPACE.contains(&name)
        && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
        && !name.starts_with('-')
        && !name.ends_with('-')
        // Slack gives out plain names only; this would be an international one in A-labels.
        && !name.starts_with("xn--")
}

/// Whether it has the shape of a Slack id with one of these first letters, in any case.
pub(super) fn slack_id(text: &str, first: &str) -> bool {
    (7..=21).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric())
        && text.bytes().any(|byte| byte.is_ascii_digit())
        && text.starts_with(|letter: char| first.contains(letter.to_ascii_uppercase()))
}

/// A member id as Slack writes it. In lower case it is taken for a name.
pub(super) fn slack_member(text: &str) -> bool {
    slack_id(text, "UW") && !text.bytes().any(|byte| byte.is_ascii_lowercase())
}

/// What a member is called: at most 80 characters (Slack Help, "Edit your profile"), or the address they joined with.
fn slack_name(text: &str) -> Pair {
    if slack_member(text) {
        return Ok((text.to_owned(), text.to_owned()));
    }
    if text.contains('@') {
        return account(text);
    }
    let shown = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let shown: String = shown.nfc().collect();
    if shown.is_empty() {
        return Err(HandleError::Empty);
    }
    if shown.chars().count() > 80 {
        return Err(HandleError::TooLong);
    }
    require(
        shown.chars().all(|letter| is_letter(letter) || " ._-'’".contains(letter)) && shown.chars().any(is_letter),
    )?;
    Ok((lower(&shown), shown))
}

/// 6 to 32 of letters, digits and `. , _ -`, beginning with a letter; accounts made with a Microsoft account begin
/// `live:`. Shut down on 5 May 2025: kept as history.
fn skype(text: &str) -> Pair {
    let folded = text.to_ascii_lowercase();
    match folded.strip_prefix("live:") {
        Some(rest) => check(rest, 1..=64, ".,_-")?,
        None => {
            check(text, 6..=32, ".,_-")?;
            require(starts_with_letter(text))?;
        }
    }
    Ok((folded, text.to_owned()))
}

/// 4 to 32 letters, digits and underscores, beginning with a letter, no underscore at the end or doubled (Telegram API,
/// `account.updateUsername`; 5 to 32 there, names of 4 are sold on Fragment).
fn telegram(text: &str) -> Pair {
    check(text, 4..=32, "_")?;
    require(starts_with_letter(text) && !text.ends_with('_') && !text.contains("__"))?;
    Ok(at_name(text))
}

/// `nickname.NN`: 3 to 32 letters, digits and underscores not beginning with a digit, and two digits or more (Signal
/// Support, "Phone Number Privacy and Usernames", 2024); or `#eu/` and the secret of a username link, byte by byte.
fn signal(text: &str) -> Pair {
    if let Some(secret) = text.strip_prefix("#eu/") {
        require(
            (16..=128).contains(&secret.len())
                && secret.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_=".contains(&byte)),
        )?;
        return Ok((text.to_owned(), text.to_owned()));
    }
    let (nickname, digits) = text.split_once('.').ok_or(HandleError::Malformed)?;
    check(nickname, 3..=32, "_")?;
    require(!nickname.starts_with(|first: char| first.is_ascii_digit()))?;
    require(is_digits(digits) && (2..=9).contains(&digits.len()))?;
    Ok((text.to_ascii_lowercase(), text.to_owned()))
}

/// 1 to 30 letters, digits, full stops and underscores; no stop first, last or doubled. Instagram and Threads share it
/// (Instagram Help Center, 2026).
fn instagram(text: &str) -> Pair {
    check(text, 1..=30, "._")?;
    require(!text.starts_with('.') && !text.ends_with('.') && !text.contains(".."))?;
    Ok(at_name(text))
}

/// 2 to 32 of `a-z 0-9 . _`, no stop doubled (Discord, "New usernames", 2023); the older `name#1234`; or `#` and the id
/// of 17 to 20 digits, which alone a link can name.
fn discord(text: &str) -> Pair {
    let text = text.trim_start_matches('!');
    let digits = text.strip_prefix('#').unwrap_or(text);
    if is_digits(digits) && (17..=20).contains(&digits.len()) {
        return id(digits);
    }
    if let Some((name, tag)) = text.rsplit_once('#') {
        let name = name.trim();
        require(tag.len() == 4 && is_digits(tag) && (2..=32).contains(&name.chars().count()))?;
        require(name.chars().all(|letter| is_letter(letter) || " ._-".contains(letter)))?;
        let shown: String = format!("{name}#{tag}").nfc().collect();
        return Ok((lower(&shown), shown));
    }
    check(text, 2..=32, "._")?;
    // `@everyone` and `@here` call a whole server.
    require(!text.contains("..") && !["everyone", "here"].iter().any(|all| text.eq_ignore_ascii_case(all)))?;
    Ok((text.to_ascii_lowercase(), text.to_owned()))
}

/// 6 to 20 letters, digits, hyphens and underscores, beginning with a letter or an underscore, without case; or the
/// account's first id, `wxid_` and up to 27 more.
fn wechat(text: &str) -> Pair {
    let key = text.to_ascii_lowercase();
    let longest = if key.starts_with("wxid_") { 32 } else { 20 };
    check(text, 6..=longest, "_-")?;
    require(starts_with_letter(text) || text.starts_with('_'))?;
    Ok((key, text.to_owned()))
}

/// 4 to 20 of `a-z 0-9 . _ -`; an official account keeps the `@` before its id (LINE Developers, "Basic ID").
fn line(text: &str) -> Pair {
    let text = text.trim_end_matches('/');
    let name = text.trim_start_matches(['@', '~', ' ']);
    check(name, 4..=20, "._-")?;
    let official = if text.starts_with('@') { "@" } else { "" };
    Ok((format!("{official}{}", name.to_ascii_lowercase()), format!("{official}{name}")))
}

/// A host name of two labels or more whose last does not begin with a digit, or a DID (AT Protocol, "Handle" and "DID").
fn bluesky(text: &str) -> Pair {
    if text.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("did:")) {
        let did = text.to_ascii_lowercase();
        let plc = did
            .strip_prefix("did:plc:")
            .is_some_and(|rest| rest.len() == 24 && rest.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'2'..=b'7')));
        let web = did.strip_prefix("did:web:").is_some_and(|host| email::host_key(host).as_deref() == Ok(host));
        require(plc || web)?;
        return Ok((did.clone(), did));
    }
    if text.len() > 253 {
        return Err(HandleError::TooLong);
    }
    require(text.is_ascii())?;
    let key = email::host_key(text)?;
    require(key.rsplit('.').next().is_some_and(|top| !top.starts_with(|first: char| first.is_ascii_digit())))?;
    Ok((key, format!("@{}", text)))
}

/// `user@host`: the name of letters, digits and underscores, with stops and hyphens inside on some servers; the host as
/// lower-case A-labels (RFC 7565; Mastodon documentation, "WebFinger").
fn mastodon(text: &str) -> Pair {
    let text = match text.get(..5) {
        Some(scheme) if scheme.eq_ignore_ascii_case("acct:") => bare(text.get(5..).unwrap_or_default()),
        _ => text,
    };
    let (user, domain) = text.split_once('@').ok_or(HandleError::Malformed)?;
    check(user, 1..=64, "_.-")?;
    let edge = |letter: char| ".-".contains(letter);
    require(!user.starts_with(edge) && !user.ends_with(edge))?;
    let host = email::host_key(domain)?;
    // "ana@acme.slack.com": its profile would be a page of that workspace.
    if is_workspace(&host) {
        return Err(HandleError::WrongHost);
    }
    let shown = email::host_shown(&host);
    Ok((format!("{}@{host}", user.to_ascii_lowercase()), format!("@{user}@{shown}")))
}
