//! Profile links and chat links become handles.
//!
//! Links are read by the `url` crate (WHATWG URL Standard), so that a host here is the host that a browser would go to:
//! lower case, A-labels, percent-decoded. Hosts are then compared whole: a look-alike is another host.

use url::{Host, Url};

use super::clean::{MAX_BYTES, clean};
use super::email;
use super::handle::{Handle, settled};
use super::kind::ChannelKind;
use super::names;
use super::sites::{self, Link};

/// The handle that a profile or chat link leads to (`https://www.linkedin.com/in/…`, `wa.me/…`, `tg://resolve?…`), with
/// or without its scheme, if it is one of a known channel and names one person. Codes that only the platform can read
/// (`wa.me/qr/…`, `u.wechat.com/…`) name nobody here and give `None`, as do companies, groups, invitations and posts.
pub fn recognise_url(url: &str) -> Option<Handle> {
    if url.len() > MAX_BYTES {
        return None;
    }
    let text = clean(url);
    if text.chars().any(char::is_control) {
        return None;
    }
    let handle = settled(recognise(&text)?).ok()?;
    // Entered as an address such a link is read by the rule of numbers; where that reads somebody else, it names nobody.
    let of_number = scheme_of(&text).is_some_and(|scheme| matches!(scheme.as_str(), "tel" | "sms" | "smsto"));
    let same = || super::normalize(handle.kind, &text, None).is_ok_and(|again| again.key == handle.key);
    (!of_number || same()).then_some(handle)
}

/// What became of a value when it was looked at as a link.
pub(super) enum Followed {
    /// It is none: the channel's own rule decides.
    NoLink,
    /// It names this handle of the channel that was asked for.
    Handle(Handle),
    /// It leads to another site, another channel, or to nobody.
    Elsewhere,
}

/// Follows a cleaned value that was entered for `kind`.
pub(super) fn followed(kind: ChannelKind, text: &str) -> Followed {
    use ChannelKind::{Mastodon, Phone, Signal, Slack, Sms, Teams, Telegram, WhatsApp};

    if !looks_like_link(kind, text) {
        return Followed::NoLink;
    }
    let scheme = scheme_of(text).unwrap_or_default();
    let reaches_numbers = matches!(kind, Phone | Sms | WhatsApp | Signal | Telegram | Teams);
    if matches!(scheme.as_str(), "tel" | "sms" | "smsto") && reaches_numbers {
        // The number may be a national one: only the rule knows the region.
        return Followed::NoLink;
    }
    if scheme == "mailto" && matches!(kind, Teams | Slack) {
        return match recognise(text).map(|handle| names::normalize(kind, &handle.key, None)) {
            Some(Ok(handle)) => Followed::Handle(handle),
            _ => Followed::Elsewhere,
        };
    }
    if kind == Mastodon {
        return match parse(text).and_then(|url| sites::fediverse(&Link::of(&url)?)) {
            Some(name) => names::normalize(kind, &name, None).map_or(Followed::Elsewhere, Followed::Handle),
            None => recognised_as(kind, text),
        };
    }
    if kind == Slack
        && let Some(host) = parse(text).and_then(|url| sites::workspace(&Link::of(&url)?))
    {
        // The workspace alone names nobody, but it can be opened, and the person is found there.
        return names::normalize(kind, &host, None).map_or(Followed::Elsewhere, Followed::Handle);
    }
    recognised_as(kind, text)
}

fn recognised_as(kind: ChannelKind, text: &str) -> Followed {
    match recognise(text) {
        Some(handle) if handle.kind == kind => Followed::Handle(handle),
        _ => Followed::Elsewhere,
    }
}

/// The text without the query that a copied name drags along (`ana.souza?igsh=…`).
pub(super) fn without_query(kind: ChannelKind, text: &str) -> &str {
    use ChannelKind::{Email, Phone, Slack, Sms, Teams};
    match kind {
        Email | Phone | Sms | Slack | Teams => text,
        _ => text.split('?').next().unwrap_or(text),
    }
}

/// The schemes that a link to a person may have; every other one (`javascript:`, `data:`, `file:`, `intent:`) leads
/// nowhere.
const SCHEMES: [&str; 22] = [
    "http",
    "https",
    "mailto",
    "tel",
    "sms",
    "smsto",
    "acct",
    "whatsapp",
    "tg",
    "sgnl",
    "slack",
    "msteams",
    "skype",
    "discord",
    "fb-messenger",
    "fb",
    "twitter",
    "instagram",
    "barcelona",
    "linkedin",
    "line",
    "weixin",
];

/// The scheme of a text, in lower case, if it is one of [`SCHEMES`].
fn scheme_of(text: &str) -> Option<String> {
    let (scheme, _) = text.split_once(':')?;
    let scheme = scheme.trim_end().to_ascii_lowercase();
    SCHEMES.contains(&scheme.as_str()).then_some(scheme)
}

fn looks_like_link(kind: ChannelKind, text: &str) -> bool {
    if text.starts_with('"') {
        // A quoted local part may hold anything (RFC 5321, section 4.1.2).
        return false;
    }
    let starts_www = text.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("www."));
    if scheme_of(text).is_some() || text.contains("://") || text.starts_with("//") || starts_www {
        return true;
    }
    let is_account = matches!(kind, ChannelKind::Email | ChannelKind::Teams) && text.contains('@');
    // `a.b/c@example.com` is a mail address, `teams.microsoft.com/l/chat/0/0?users=ana@example.com` a link.
    has_host(text) && (!is_account || recognise(text).is_some())
}

/// Whether the text begins with what may be a host name, and a path follows: `ana.souza/` is a name with a slash that a
/// browser left behind.
fn has_host(text: &str) -> bool {
    text.split_once('/').is_some_and(|(host, path)| {
        !path.is_empty()
            && host.contains('.')
            && host.chars().any(char::is_alphabetic)
            && !host.chars().any(|letter| letter == '@' || letter.is_whitespace())
    })
}

fn parse(text: &str) -> Option<Url> {
    if scheme_of(text).is_some() {
        return Url::parse(text).ok();
    }
    let rest = text.strip_prefix("//").unwrap_or(text);
    if rest.contains("://") || !has_host(rest) {
        return None;
    }
    Url::parse(&format!("https://{rest}")).ok()
}

/// The handle of a cleaned link.
fn recognise(text: &str) -> Option<Handle> {
    let url = parse(text)?;
    let (kind, name) = match url.scheme() {
        "http" | "https" => sites::web(&Link::of(&url)?)?,
        "mailto" => (ChannelKind::Email, one_of(&sites::decoded(url.path())?, ',')?),
        "tel" => (ChannelKind::Phone, sites::decoded(url.path())?),
        "sms" | "smsto" => {
            let path = sites::decoded(url.path())?;
            // `SMSTO:number:text` of QR codes, and `sms:number&body=` of iPhones.
            (ChannelKind::Sms, path.split([':', '&', '?']).next()?.trim_start_matches('/').to_owned())
        }
        _ => sites::app(&Link::of(&url)?)?,
    };
    names::normalize(kind, name.trim(), None).ok()
}

/// The only item of a list: a link to several people names no one of them.
fn one_of(list: &str, separator: char) -> Option<String> {
    (!list.contains(separator)).then(|| list.to_owned())
}

impl Link {
    /// Takes a link apart. A link with a user name before the host, or with a port, is not one that a platform hands out:
    /// it is how a look-alike hides its host.
    fn of(url: &Url) -> Option<Self> {
        if !url.username().is_empty() || url.password().is_some() || url.port().is_some() {
            return None;
        }
        let host = match url.host() {
            Some(Host::Domain(host)) => host.strip_suffix('.').unwrap_or(host).to_ascii_lowercase(),
            Some(_) => return None,
            None => String::new(),
        };
        if matches!(url.scheme(), "http" | "https") && email::host_key(&host).is_err() {
            return None;
        }
        let segments =
            url.path().split('/').filter(|part| !part.is_empty()).map(sites::decoded).collect::<Option<Vec<_>>>()?;
        Some(Self {
            scheme: url.scheme().to_owned(),
            host,
            segments,
            query: url.query().unwrap_or_default().to_owned(),
            fragment: sites::decoded(url.fragment().unwrap_or_default())?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::{HandleError, normalize};
    use super::*;

    fn key(url: &str) -> Option<(&'static str, String)> {
        recognise_url(url).map(|handle| (handle.kind.slug(), handle.key))
    }

    #[test]
    fn links_to_a_person_name_them() {
        for (url, slug, expected) in [
            ("https://www.linkedin.com/in/Ana-Souza/?utm_source=share&trk=x", "linkedin", "ana-souza"),
            ("br.linkedin.com/in/jos%C3%A9-silva", "linkedin", "josé-silva"),
            ("http://sy.linkedin.com/pub/ana-souza/a7/576/b50?trk=x", "linkedin", "ana-souza-b50576a7"),
            ("https://wa.me/16135550123?text=hi", "whatsapp", "+16135550123"),
            ("whatsapp://send?phone=+16135550123&text=hi", "whatsapp", "+16135550123"),
            ("https://api.whatsapp.com/send/?phone=16135550123", "whatsapp", "+16135550123"),
            ("t.me/ana_souza", "telegram", "ana_souza"),
            ("https://t.me/+16135550123", "telegram", "+16135550123"),
            ("tg://resolve?domain=Ana_Souza", "telegram", "ana_souza"),
            ("tg:resolve?phone=16135550123", "telegram", "+16135550123"),
            ("https://anasouza.t.me", "telegram", "anasouza"),
            ("https://web.telegram.org/k/#@ana_souza", "telegram", "ana_souza"),
            ("https://signal.me/#p/+16135550123", "signal", "+16135550123"),
            ("sgnl://signal.me/#p/%2B16135550123", "signal", "+16135550123"),
            ("https://signal.me/#eu/AbCdEfGhIjKlMnOp_-12", "signal", "#eu/AbCdEfGhIjKlMnOp_-12"),
            ("slack://user?team=T024BE7LD&id=U024BE7LH", "slack", "T024BE7LD/U024BE7LH"),
            ("https://acme.slack.com/team/U024BE7LH", "slack", "acme.slack.com/U024BE7LH"),
            ("https://app.slack.com/client/T024BE7LD/C1/user_profile/U024BE7LH", "slack", "T024BE7LD/U024BE7LH"),
            (
                "https://teams.microsoft.com/l/chat/0/0?users=Ana%2Bx@Example.com&message=hi",
                "teams",
                "ana+x@example.com",
            ),
            ("msteams:/l/chat/0/0?users=ana@example.com", "teams", "ana@example.com"),
            ("skype:Ana.Souza?chat", "skype", "ana.souza"),
            ("skype:live:.cid.0123456789abcdef?chat", "skype", "live:.cid.0123456789abcdef"),
            ("https://m.me/Ana.Souza", "facebook", "anasouza"),
            ("https://de-de.facebook.com/profile.php?id=100001234567890", "facebook", "#100001234567890"),
            ("fb-messenger://user-thread/100001234567890", "facebook", "#100001234567890"),
            ("https://instagram.com/_u/ana.souza/?igsh=abc", "instagram", "ana.souza"),
            ("https://ig.me/m/ana.souza", "instagram", "ana.souza"),
            ("https://www.threads.com/@ana.souza", "threads", "ana.souza"),
            ("https://x.com/AnaSouza?s=21", "x", "anasouza"),
            ("https://mobile.twitter.com/AnaSouza/with_replies", "x", "anasouza"),
            ("https://x.com/messages/compose?recipient_id=12345", "x", "#12345"),
            ("https://discord.com/users/123456789012345678", "discord", "#123456789012345678"),
            ("discord://-/users/123456789012345678", "discord", "#123456789012345678"),
            ("https://line.me/ti/p/~ana.souza", "line", "ana.souza"),
            ("https://line.me/R/ti/p/%40acme123", "line", "@acme123"),
            ("weixin://dl/chat?ana_souza", "wechat", "ana_souza"),
            ("https://bsky.app/profile/Ana.bsky.social", "bluesky", "ana.bsky.social"),
            (
                "https://bsky.app/profile/did:plc:anaexampleanaexampleabcd",
                "bluesky",
                "did:plc:anaexampleanaexampleabcd",
            ),
            ("https://ana.bsky.social", "bluesky", "ana.bsky.social"),
            ("https://mastodon.social/@Ana", "mastodon", "ana@mastodon.social"),
            ("https://fosstodon.org/@ana@example.social", "mastodon", "ana@example.social"),
            ("acct:ana@example.social", "mastodon", "ana@example.social"),
            ("mailto:Ana%2Bfair@Example.com?subject=Hello%20you", "email", "Ana+fair@example.com"),
            ("TEL:+1-613-555-0123", "phone", "+16135550123"),
            ("sms:+16135550123&body=hi", "sms", "+16135550123"),
            ("SMSTO:+16135550123:hello", "sms", "+16135550123"),
            ("<https://LinkedIn.com/in/ana-souza>.", "linkedin", "ana-souza"),
        ] {
            assert_eq!(key(url), Some((slug, expected.to_owned())), "{url}");
        }
    }

    #[test]
    fn links_to_nobody_and_look_alikes_name_nobody() {
        for url in [
            "",
            "ana",
            "ana@example.com",
            "https://example.com/in/ana-souza",
            "https://www.linkedin.com/company/acme",
            "https://www.linkedin.com/in/",
            "https://linkedin.com.example.com/in/ana-souza",
            "https://evillinkedin.com/in/ana-souza",
            "https://l\u{456}nkedin.com/in/ana-souza",
            "https://linkedin.com@example.com/in/ana-souza",
            "https://ana@linkedin.com/in/ana-souza",
            "https://linkedin.com:8443/in/ana-souza",
            "https://example.com\\@linkedin.com/in/ana",
            "javascript:alert(1)",
            "javascript://linkedin.com/in/ana-souza",
            "data:text/html,<script>",
            "file:///etc/passwd",
            "ftp://linkedin.com/in/ana-souza",
            "https://wa.me/qr/ABCDEF",
            "https://wa.me/message/ABCDEF",
            "https://wa.me/",
            "https://chat.whatsapp.com/ABCDEF",
            "https://u.wechat.com/ABCDEF",
            "https://line.me/ti/p/ABCDEF",
            "https://t.me/+AbCdEfGh",
            "https://t.me/joinchat/AbCdEfGh",
            "https://t.me/ana_souza/12",
            "https://discord.gg/abc",
            "https://x.com/intent/post?text=hi",
            "https://x.com/ana/status/1",
            "https://www.instagram.com/p/ABC/",
            "https://bsky.app/profile/ana.bsky.social/post/1",
            "https://teams.microsoft.com/l/chat/0/0?users=a@example.com,b@example.com",
            "https://medium.com/@ana",
            "mailto:a@example.com,b@example.com",
            "tel:555-0123",
        ] {
            assert_eq!(key(url), None, "{url}");
        }
    }

    #[test]
    fn a_link_entered_for_a_channel_must_be_of_that_channel() {
        use ChannelKind::{Instagram, LinkedIn, Mastodon, Phone, Sms, Teams, WhatsApp};
        let read = |kind, value: &str| normalize(kind, value, None).map(|handle| handle.key);
        assert_eq!(read(LinkedIn, "www.linkedin.com/in/ana-souza/"), Ok("ana-souza".into()));
        assert_eq!(read(Mastodon, "https://social.example.org/@ana"), Ok("ana@social.example.org".into()));
        assert_eq!(read(Teams, "mailto:Ana@example.com"), Ok("ana@example.com".into()));
        assert_eq!(read(Phone, "sms:+16135550123?body=hi"), Ok("+16135550123".into()));
        assert_eq!(read(Sms, "SMSTO:+16135550123:hello"), Ok("+16135550123".into()));
        for (kind, value) in [
            (LinkedIn, "https://x.com/ana"),
            (Instagram, "https://www.threads.net/@ana"),
            (Mastodon, "ana@acme.slack.com"),
            (Mastodon, "https://medium.com/@ana"),
            (WhatsApp, "https://example.com/16135550123"),
            (LinkedIn, "l\u{456}nkedin.com/in/ana-souza"),
        ] {
            assert_eq!(read(kind, value), Err(HandleError::WrongHost), "{value}");
        }
        for kind in ChannelKind::all() {
            assert!(read(kind, "javascript:alert(1)").is_err(), "{kind:?}");
            assert!(read(kind, "data:text/html,hi").is_err(), "{kind:?}");
            assert_eq!(read(kind, &"a".repeat(10_240)), Err(HandleError::TooLong), "{kind:?}");
            assert_eq!(read(kind, " \u{200B}\u{202E} "), Err(HandleError::Empty), "{kind:?}");
        }
    }
}
