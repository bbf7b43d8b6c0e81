//! What a shell must open so that the person can write: a typed value, never a text to be parsed again.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::handle::{Handle, normalize};
use super::kind::ChannelKind;
use super::{names, phone};

/// One action of the shell.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
pub enum Launch {
    /// Open this link in the app that owns it, or in a browser.
    OpenLink {
        /// An absolute `https` or app link, already percent-encoded.
        url: String,
    },
    /// Open the mail composer.
    ComposeMail {
        /// The recipient.
        to: String,
        /// Subject, if there is one.
        subject: Option<String>,
        /// The text.
        body: String,
    },
    /// Open the SMS composer.
    ComposeSms {
        /// E.164.
        number: String,
        /// The text.
        body: String,
    },
    /// Open the dialler.
    Dial {
        /// E.164.
        number: String,
    },
    /// Put this on the clipboard: no link leads to the person there.
    CopyText {
        /// What to copy.
        text: String,
    },
}

/// Where the draft of an [`Action`] goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
pub enum DraftGoes {
    /// The link or composer carries it.
    Inline,
    /// The shell puts it on the clipboard before it opens a link. Where the action itself copies the person's name, the
    /// draft is offered next, after they were found by it.
    Clipboard,
}

/// On what the shell runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
pub enum Platform {
    /// An Android phone.
    Android,
    /// An iPhone or iPad.
    Ios,
    /// A terminal or desktop, where a link is what can be opened or printed.
    Desktop,
}

/// The text of a first message.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Draft {
    /// Subject, for mail.
    pub subject: Option<String>,
    /// The text; lines end in `\n`. Empty opens the chat without one.
    pub body: String,
}

/// What the shell does so that the person can write.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Action {
    /// What to try first.
    pub primary: Launch,
    /// What to do where that is impossible: no app takes the link.
    pub fallback: Option<Launch>,
    /// Where the text goes.
    pub draft: DraftGoes,
}

/// What opens a chat with that handle, and where the draft goes.
///
/// Only canonical keys are built into links: a key that its channel's rule would not give is copied, never opened.
/// Skype is gone; its names can only be copied.
pub fn launch(handle: &Handle, draft: &Draft, platform: Platform) -> Action {
    if !is_canonical(handle) {
        return copy(&handle.display);
    }
    let key = handle.key.as_str();
    let text = draft.body.as_str();
    match handle.kind {
        ChannelKind::Email => email(key, draft, platform),
        ChannelKind::Sms => sms(key, text, platform),
        ChannelKind::Phone => call(key, platform),
        ChannelKind::WhatsApp => whatsapp(handle, text, platform),
        ChannelKind::Telegram => telegram(key, text),
        ChannelKind::Teams => teams(handle, text),
        ChannelKind::X => x(key, text),
        ChannelKind::Facebook => facebook(key, text),
        ChannelKind::Line => line(handle, text),
        ChannelKind::Slack => slack(handle),
        ChannelKind::Signal => signal(handle),
        ChannelKind::Discord => discord(handle),
        // linkedin.com/in/ is a universal link of the app. There is no documented link to a message.
        ChannelKind::LinkedIn => pasted(format!("https://www.linkedin.com/in/{}", encoded(key)), None),
        // Meta for Developers, "ig.me links" (2026); the profile where the app is missing.
        ChannelKind::Instagram => pasted(
            format!("https://ig.me/m/{}", encoded(key)),
            Some(open(format!("https://www.instagram.com/{}", encoded(key)))),
        ),
        ChannelKind::Threads => pasted(format!("https://www.threads.com/@{}", encoded(key)), None),
        ChannelKind::Bluesky => pasted(format!("https://bsky.app/profile/{}", encoded_path(key)), None),
        ChannelKind::Mastodon => mastodon(handle),
        // weixin:// opens the app and nobody's chat, and Skype is gone.
        ChannelKind::WeChat | ChannelKind::Skype => copy(&handle.display),
    }
}

/// Whether the channel's rule gives this very key.
fn is_canonical(handle: &Handle) -> bool {
    if handle.key.starts_with('+') {
        // A number was read by libphonenumber when the handle was made; its shape is enough here, and cheap.
        return phone::is_key(&handle.key);
    }
    normalize(handle.kind, &handle.key, None).is_ok_and(|again| again.key == handle.key)
}

/// Everything but the unreserved characters of RFC 3986, section 2.3, is escaped.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// In a path, `:` and `@` stand for themselves (RFC 3986, section 3.3), and a DID is known by its colons.
const RESERVED_IN_PATH: &AsciiSet = &RESERVED.remove(b':').remove(b'@');

fn encoded(text: &str) -> String {
    utf8_percent_encode(text, RESERVED).to_string()
}

fn encoded_path(text: &str) -> String {
    utf8_percent_encode(text, RESERVED_IN_PATH).to_string()
}

/// `?text=…` and the like; nothing for an empty text.
fn parameter(before: &str, text: &str) -> String {
    if text.is_empty() { String::new() } else { format!("{before}{}", encoded(text)) }
}

fn open(url: String) -> Launch {
    Launch::OpenLink { url }
}

fn copied(text: &str) -> Launch {
    Launch::CopyText { text: text.to_owned() }
}

fn copy(text: &str) -> Action {
    Action { primary: copied(text), fallback: None, draft: DraftGoes::Clipboard }
}

fn carried(url: String, fallback: Option<Launch>) -> Action {
    Action { primary: open(url), fallback, draft: DraftGoes::Inline }
}

/// Without a fallback of its own, the link itself is copied: it can be opened elsewhere.
fn pasted(url: String, fallback: Option<Launch>) -> Action {
    let fallback = fallback.or_else(|| Some(copied(&url)));
    Action { primary: open(url), fallback, draft: DraftGoes::Clipboard }
}

/// RFC 6068: the address with its `@` and all else escaped, lines end in `%0D%0A` (section 5).
fn mailto(to: &str, draft: &Draft) -> String {
    let address = match to.rsplit_once('@') {
        Some((local, host)) => format!("{}@{}", encoded(local), encoded(host)),
        None => encoded(to),
    };
    let lines = draft.body.replace("\r\n", "\n").replace('\n', "\r\n");
    let subject = draft.subject.as_deref().map(one_line).unwrap_or_default();
    let fields: Vec<String> = [parameter("subject=", &subject), parameter("body=", &lines)]
        .into_iter()
        .filter(|field| !field.is_empty())
        .collect();
    if fields.is_empty() { format!("mailto:{address}") } else { format!("mailto:{address}?{}", fields.join("&")) }
}

/// A header holds one line: a line break in it would begin another header (RFC 6068, section 7).
fn one_line(text: &str) -> String {
    text.split(['\r', '\n']).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

fn email(key: &str, draft: &Draft, platform: Platform) -> Action {
    let link = mailto(key, draft);
    match platform {
        Platform::Desktop => carried(link, Some(copied(key))),
        Platform::Android | Platform::Ios => Action {
            primary: Launch::ComposeMail {
                to: key.to_owned(),
                subject: draft.subject.as_deref().map(one_line),
                body: draft.body.clone(),
            },
            fallback: Some(open(link)),
            draft: DraftGoes::Inline,
        },
    }
}

/// RFC 5724 has `?body=`; iOS reads the text behind `&body=` only (since iOS 8).
fn sms(number: &str, text: &str, platform: Platform) -> Action {
    let compose = Launch::ComposeSms { number: number.to_owned(), body: text.to_owned() };
    match platform {
        Platform::Desktop => carried(format!("sms:{number}{}", parameter("?body=", text)), Some(copied(number))),
        Platform::Android => {
            let link = format!("sms:{number}{}", parameter("?body=", text));
            Action { primary: compose, fallback: Some(open(link)), draft: DraftGoes::Inline }
        }
        Platform::Ios => {
            let link = format!("sms:{number}{}", parameter("&body=", text));
            Action { primary: compose, fallback: Some(open(link)), draft: DraftGoes::Inline }
        }
    }
}

/// RFC 3966. A call carries no text: the draft serves as a note of what to say.
fn call(number: &str, platform: Platform) -> Action {
    let primary = match platform {
        Platform::Desktop => open(format!("tel:{number}")),
        Platform::Android | Platform::Ios => Launch::Dial { number: number.to_owned() },
    };
    Action { primary, fallback: Some(copied(number)), draft: DraftGoes::Clipboard }
}

/// WhatsApp FAQ, "How to use click to chat" (2026): digits without the plus. No link to a username is documented.
fn whatsapp(handle: &Handle, text: &str, platform: Platform) -> Action {
    let Some(digits) = handle.key.strip_prefix('+') else { return copy(&handle.display) };
    let fallback = match platform {
        Platform::Desktop => format!("https://web.whatsapp.com/send?phone={digits}{}", parameter("&text=", text)),
        Platform::Android | Platform::Ios => format!("whatsapp://send?phone={digits}{}", parameter("&text=", text)),
    };
    carried(format!("https://wa.me/{digits}{}", parameter("?text=", text)), Some(open(fallback)))
}

/// Telegram API, "Deep links" (2026): username links and phone number links both take `text`.
fn telegram(key: &str, text: &str) -> Action {
    let (path, command) = match key.strip_prefix('+') {
        Some(digits) => (format!("+{digits}"), format!("phone={digits}")),
        None => (encoded(key), format!("domain={}", encoded(key))),
    };
    carried(
        format!("https://t.me/{path}{}", parameter("?text=", text)),
        Some(open(format!("tg://resolve?{command}{}", parameter("&text=", text)))),
    )
}

/// Microsoft Learn, "Deep link to a Teams chat" (2026): user principal names only, so a number is copied.
fn teams(handle: &Handle, text: &str) -> Action {
    if handle.reaches_number() {
        return copy(&handle.key);
    }
    let chat = format!("l/chat/0/0?users={}{}", encoded(&handle.key), parameter("&message=", text));
    carried(format!("https://teams.microsoft.com/{chat}"), Some(open(format!("msteams:/{chat}"))))
}

/// X for Websites, "Direct message button" (2026): the composer opens by numeric id only.
fn x(key: &str, text: &str) -> Action {
    match key.strip_prefix('#') {
        Some(id) => carried(
            format!("https://x.com/messages/compose?recipient_id={id}{}", parameter("&text=", text)),
            Some(open(format!("https://x.com/i/user/{id}"))),
        ),
        None => pasted(format!("https://x.com/{}", encoded(key)), None),
    }
}

/// Meta for Developers, "m.me links" (2026): the text is promised for pages only, so it goes to the clipboard as well.
fn facebook(key: &str, text: &str) -> Action {
    let name = key.trim_start_matches('#');
    let profile = match key.strip_prefix('#') {
        Some(id) => format!("https://www.facebook.com/profile.php?id={id}"),
        None => format!("https://www.facebook.com/{}", encoded(key)),
    };
    pasted(format!("https://m.me/{}{}", encoded(name), parameter("?text=", text)), Some(open(profile)))
}

/// LINE Developers, "LINE URL scheme" (2026): official accounts take a text, a person can only be added.
fn line(handle: &Handle, text: &str) -> Action {
    if handle.key.starts_with('@') {
        let url = format!("https://line.me/R/oaMessage/{}/{}", encoded(&handle.key), parameter("?", text));
        return carried(url, Some(copied(&handle.display)));
    }
    pasted(format!("https://line.me/ti/p/~{}", encoded(&handle.key)), Some(copied(&handle.display)))
}

/// Slack, "Deep linking into Slack" (2026): a chat opens by team and member id. Otherwise the nearest place opens: the
/// member's page, the workspace, the app.
fn slack(handle: &Handle) -> Action {
    let app = "slack://open".to_owned();
    match handle.key.split_once('/') {
        Some((team, member)) if names::slack_id(team, "TE") => pasted(
            format!("slack://user?team={}&id={}", encoded(team), encoded(member)),
            Some(open(format!("https://app.slack.com/client/{}", encoded(team)))),
        ),
        Some((host, member)) if names::slack_member(member) => {
            pasted(format!("https://{host}/team/{}", encoded(member)), Some(open(app)))
        }
        Some((host, _)) => pasted(format!("https://{host}/"), Some(open(app))),
        None if names::is_workspace(&handle.key) => pasted(format!("https://{}/", handle.key), Some(open(app))),
        None => pasted(app, Some(copied(&handle.display))),
    }
}

/// `signal.me` links open a chat by number or by the secret of a username link; a bare username can only be typed in.
fn signal(handle: &Handle) -> Action {
    let fragment = match handle.key.as_str() {
        number if handle.reaches_number() => format!("#p/{number}"),
        secret if secret.starts_with("#eu/") => secret.to_owned(),
        _ => return copy(&handle.display),
    };
    pasted(format!("https://signal.me/{fragment}"), Some(open(format!("sgnl://signal.me/{fragment}"))))
}

/// A profile opens by its numeric id only.
fn discord(handle: &Handle) -> Action {
    match handle.key.strip_prefix('#') {
        Some(id) => pasted(format!("https://discord.com/users/{id}"), Some(open(format!("discord://-/users/{id}")))),
        None => copy(&handle.display),
    }
}

/// The profile at its own server. Never the share link: it opens where public posts are written.
fn mastodon(handle: &Handle) -> Action {
    match handle.key.split_once('@') {
        Some((user, host)) => pasted(format!("https://{host}/@{}", encoded(user)), Some(copied(&handle.display))),
        None => copy(&handle.display),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn act(kind: ChannelKind, value: &str, platform: Platform) -> Action {
        let draft = Draft { subject: Some("Re: fair & more".into()), body: "Olá Ana,\n1 + 1 = 100 %?".into() };
        launch(&normalize(kind, value, None).unwrap(), &draft, platform)
    }

    fn primary(kind: ChannelKind, value: &str) -> (String, DraftGoes) {
        let action = act(kind, value, Platform::Desktop);
        let text = match action.primary {
            Launch::OpenLink { url } => url,
            Launch::CopyText { text } => text,
            other => panic!("{other:?}"),
        };
        (text, action.draft)
    }

    #[test]
    fn links_are_built_as_the_platforms_write_them() {
        use ChannelKind::*;
        use DraftGoes::{Clipboard, Inline};
        let text = "Ol%C3%A1%20Ana%2C%0A1%20%2B%201%20%3D%20100%20%25%3F";
        let mail = text.replace("%0A", "%0D%0A");
        for (kind, value, expected, draft) in [
            (
                Email,
                "a+b@Example.org",
                format!("mailto:a%2Bb@example.org?subject=Re%3A%20fair%20%26%20more&body={mail}"),
                Inline,
            ),
            (Sms, "+16135550123", format!("sms:+16135550123?body={text}"), Inline),
            (Phone, "+16135550123", "tel:+16135550123".into(), Clipboard),
            (WhatsApp, "+16135550123", format!("https://wa.me/16135550123?text={text}"), Inline),
            (WhatsApp, "@ana.souza", "@ana.souza".into(), Clipboard),
            (LinkedIn, "josé-silva", "https://www.linkedin.com/in/jos%C3%A9-silva".into(), Clipboard),
            (X, "AnaSouza", "https://x.com/anasouza".into(), Clipboard),
            (X, "#123", format!("https://x.com/messages/compose?recipient_id=123&text={text}"), Inline),
            (Facebook, "Ana.Souza", format!("https://m.me/anasouza?text={text}"), Clipboard),
            (Slack, "T024BE7LD/U024BE7LH", "slack://user?team=T024BE7LD&id=U024BE7LH".into(), Clipboard),
            (Slack, "acme.slack.com/@Ana", "https://acme.slack.com/".into(), Clipboard),
            (Slack, "acme.slack.com/team/U024BE7LH", "https://acme.slack.com/team/U024BE7LH".into(), Clipboard),
            (Slack, "Ana Souza", "slack://open".into(), Clipboard),
            (Slack, "https://acme.slack.com", "https://acme.slack.com/".into(), Clipboard),
            (
                Teams,
                "Ana+x@example.com",
                format!("https://teams.microsoft.com/l/chat/0/0?users=ana%2Bx%40example.com&message={text}"),
                Inline,
            ),
            (Skype, "ana.souza", "ana.souza".into(), Clipboard),
            (Telegram, "Ana_Souza", format!("https://t.me/ana_souza?text={text}"), Inline),
            (Telegram, "+16135550123", format!("https://t.me/+16135550123?text={text}"), Inline),
            (Signal, "+16135550123", "https://signal.me/#p/+16135550123".into(), Clipboard),
            (Signal, "#eu/AbCdEfGhIjKlMnOp_-12", "https://signal.me/#eu/AbCdEfGhIjKlMnOp_-12".into(), Clipboard),
            (Signal, "Ana.01", "Ana.01".into(), Clipboard),
            (Instagram, "ana.souza", "https://ig.me/m/ana.souza".into(), Clipboard),
            (Threads, "ana.souza", "https://www.threads.com/@ana.souza".into(), Clipboard),
            (Discord, "123456789012345678", "https://discord.com/users/123456789012345678".into(), Clipboard),
            (Discord, "ana.souza", "ana.souza".into(), Clipboard),
            (WeChat, "ana_souza", "ana_souza".into(), Clipboard),
            (Line, "ana.souza", "https://line.me/ti/p/~ana.souza".into(), Clipboard),
            (Line, "@acme123", format!("https://line.me/R/oaMessage/%40acme123/?{text}"), Inline),
            (Bluesky, "ana.bsky.social", "https://bsky.app/profile/ana.bsky.social".into(), Clipboard),
            (Mastodon, "@Ana@bücher.example", "https://xn--bcher-kva.example/@ana".into(), Clipboard),
        ] {
            assert_eq!(primary(kind, value), (expected, draft), "{kind:?} {value}");
        }
    }

    #[test]
    fn phones_open_their_own_composers() {
        let mail = act(ChannelKind::Email, "ana@example.org", Platform::Ios);
        assert!(matches!(mail.primary, Launch::ComposeMail { ref to, .. } if to == "ana@example.org"));
        for (platform, separator) in [(Platform::Android, "?body=Ol"), (Platform::Ios, "&body=Ol")] {
            let sms = act(ChannelKind::Sms, "+16135550123", platform);
            assert!(matches!(sms.primary, Launch::ComposeSms { .. }));
            assert!(matches!(sms.fallback, Some(Launch::OpenLink { ref url }) if url.contains(separator)));
            assert!(matches!(act(ChannelKind::Phone, "+16135550123", platform).primary, Launch::Dial { .. }));
        }
    }

    #[test]
    fn what_was_not_canonicalised_is_never_opened() {
        for (kind, key) in [
            (ChannelKind::WhatsApp, "+1613&text=owned"),
            (ChannelKind::LinkedIn, "../company/acme"),
            (ChannelKind::Slack, "evil.example/@ana"),
            (ChannelKind::X, "Ana"),
            (ChannelKind::Mastodon, "ana@EXAMPLE.org"),
            (ChannelKind::Email, "ana@example.org?bcc=x@example.net"),
        ] {
            let handle = Handle { kind, key: key.into(), display: key.into(), mark: None };
            let action = launch(&handle, &Draft::default(), Platform::Desktop);
            assert_eq!(action, copy(key), "{key}");
        }
    }

    #[test]
    fn a_subject_cannot_begin_another_header() {
        let handle = normalize(ChannelKind::Email, "ana@example.org", None).unwrap();
        let draft = Draft { subject: Some("Fair\r\nBcc: x@example.net".into()), body: String::new() };
        let action = launch(&handle, &draft, Platform::Desktop);
        let url = "mailto:ana@example.org?subject=Fair%20Bcc%3A%20x%40example.net".to_owned();
        assert_eq!(action.primary, Launch::OpenLink { url });
    }
}
