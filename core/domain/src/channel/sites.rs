//! Which hosts and paths lead to a person on which channel.
//!
//! Each arm names the shape that the platform documents or hands out (checked 2026). What an arm gives back is the raw
//! name; the channel's own rule decides whether it is one.

use super::kind::ChannelKind;
use super::names;

/// A link, taken apart: host in lower case as A-labels, path and fragment percent-decoded.
pub(super) struct Link {
    pub(super) scheme: String,
    pub(super) host: String,
    pub(super) segments: Vec<String>,
    pub(super) query: String,
    pub(super) fragment: String,
}

type Found = Option<(ChannelKind, String)>;

/// Percent-decoded text; `None` when it is no UTF-8. A plus stays a plus: it belongs to numbers and mail addresses.
pub(super) fn decoded(text: &str) -> Option<String> {
    percent_encoding::percent_decode_str(text).decode_utf8().ok().map(std::borrow::Cow::into_owned)
}

impl Link {
    fn parameter(&self, name: &str) -> Option<String> {
        self.query
            .split('&')
            .filter_map(|pair| pair.split_once('='))
            .find(|(key, _)| key.eq_ignore_ascii_case(name))
            .and_then(|(_, value)| decoded(value))
    }

    fn path(&self) -> Vec<&str> {
        self.segments.iter().map(String::as_str).collect()
    }

    /// The name before a site's own domain: `Some("")` for the bare domain, `Some("www")`, …
    fn sub_host(&self, domain: &str) -> Option<&str> {
        let rest = self.host.strip_suffix(domain)?;
        if rest.is_empty() { Some("") } else { rest.strip_suffix('.') }
    }

    fn is_at(&self, domain: &str, sub_hosts: &[&str]) -> bool {
        self.sub_host(domain).is_some_and(|sub| sub.is_empty() || sub == "www" || sub_hosts.contains(&sub))
    }
}

fn found(kind: ChannelKind, name: impl Into<String>) -> Found {
    Some((kind, name.into()))
}

fn eq(text: &str, word: &str) -> bool {
    text.eq_ignore_ascii_case(word)
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn listed(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| eq(text, word))
}

/// Whether the site keeps this word for itself: at its place in a link stands a page of the site, never a person.
pub(super) fn is_reserved(kind: ChannelKind, name: &str) -> bool {
    match kind {
        ChannelKind::Telegram => listed(name, &TELEGRAM_WORDS),
        ChannelKind::Facebook => listed(name, &FACEBOOK_WORDS),
        ChannelKind::Instagram => listed(name, &INSTAGRAM_WORDS),
        ChannelKind::X => listed(name, &X_WORDS),
        _ => false,
    }
}

/// A link of the web.
pub(super) fn web(link: &Link) -> Found {
    linkedin(link)
        .or_else(|| whatsapp(link))
        .or_else(|| telegram(link))
        .or_else(|| meta(link))
        .or_else(|| microblogs(link))
        .or_else(|| work(link))
        .or_else(|| signal(link))
        .or_else(|| communities(link))
        .or_else(|| mastodon(link))
}

/// `/in/<slug>`, and the older `/pub/<name>/<a>/<b>/<c>`; never `/company/`, `/school/`, `/posts/`.
fn linkedin(link: &Link) -> Found {
    let sub = link.sub_host("linkedin.com")?;
    // Country hosts: br.linkedin.com, uk.linkedin.com.
    let country = sub.len() == 2 && sub.bytes().all(|byte| byte.is_ascii_lowercase());
    if !(country || matches!(sub, "" | "www" | "m" | "touch" | "mobile")) {
        return None;
    }
    match link.path().as_slice() {
        [first, "in", slug, ..] if eq(first, "mwlite") => found(ChannelKind::LinkedIn, *slug),
        [first, slug, ..] if eq(first, "in") => found(ChannelKind::LinkedIn, *slug),
        [first, name] if eq(first, "pub") => found(ChannelKind::LinkedIn, *name),
        [first, name, a, b, c, ..] if eq(first, "pub") => {
            // The public id is one hexadecimal number, written backwards in parts of two, three and three digits:
            // /pub/ana-souza/a7/576/b50 leads to /in/ana-souza-b50576a7.
            let number = u64::from_str_radix(&format!("{c:0>3}{b:0>3}{a:0>2}"), 16).ok()?;
            found(ChannelKind::LinkedIn, format!("{name}-{number:x}"))
        }
        _ => None,
    }
}

/// Click to chat: `wa.me/<digits>` and `api.whatsapp.com/send?phone=<digits>` (WhatsApp FAQ). `/qr/`, `/message/` and
/// `/c/` hold codes.
fn whatsapp(link: &Link) -> Found {
    let path = link.path();
    if link.is_at("wa.me", &[]) {
        let [digits] = path.as_slice() else { return None };
        return number(ChannelKind::WhatsApp, digits);
    }
    let sends = path.first().is_some_and(|first| eq(first, "send"));
    if link.is_at("whatsapp.com", &["api", "web"]) && sends {
        return number(ChannelKind::WhatsApp, &link.parameter("phone")?);
    }
    None
}

/// Digits of an international number, with or without their plus.
fn number(kind: ChannelKind, text: &str) -> Found {
    let digits: String =
        text.trim().trim_start_matches('+').chars().filter(|letter| !" -()".contains(*letter)).collect();
    if is_digits(&digits) { found(kind, format!("+{digits}")) } else { None }
}

/// Telegram's own words in the first place of a path or before the host (Telegram API, "Deep links", 2026).
const TELEGRAM_WORDS: [&str; 27] = [
    "addemoji",
    "addlist",
    "addstickers",
    "addstyle",
    "addtheme",
    "auction",
    "auth",
    "bg",
    "boost",
    "call",
    "confirmphone",
    "contact",
    "giftcode",
    "invoice",
    "iv",
    "joinchat",
    "login",
    "msg",
    "nft",
    "proxy",
    "setlanguage",
    "share",
    "socks",
    "web",
    "www",
    "faq",
    "telegram",
];

fn telegram(link: &Link) -> Found {
    let path = link.path();
    let name = |text: &str| {
        let reserved = text.len() < 4 || listed(text, &TELEGRAM_WORDS);
        if reserved { None } else { found(ChannelKind::Telegram, text) }
    };
    if ["t.me", "telegram.me", "telegram.dog"].iter().any(|domain| link.is_at(domain, &[])) {
        // One part only: what follows a name is a post of a channel.
        let [only] = path.as_slice() else { return None };
        return match only.strip_prefix('+') {
            Some(digits) if is_digits(digits) => number(ChannelKind::Telegram, digits),
            Some(_) => None,
            None => name(only),
        };
    }
    if let Some(sub) = link.sub_host("t.me") {
        return if path.is_empty() && !sub.contains('.') { name(sub) } else { None };
    }
    if link.host == "web.telegram.org" {
        return name(link.fragment.strip_prefix('@')?);
    }
    None
}

/// Facebook, Messenger, Instagram and Threads.
fn meta(link: &Link) -> Found {
    facebook(link).or_else(|| instagram(link))
}

const FACEBOOK_WORDS: [&str; 36] = [
    "share",
    "story.php",
    "messages",
    "ads",
    "business",
    "dialog",
    "events",
    "friends",
    "gaming",
    "groups",
    "hashtag",
    "help",
    "home.php",
    "legal",
    "login",
    "login.php",
    "marketplace",
    "media",
    "notes",
    "pages",
    "permalink.php",
    "photo",
    "photo.php",
    "photos",
    "plugins",
    "policies",
    "privacy",
    "public",
    "reel",
    "reels",
    "search",
    "settings",
    "sharer.php",
    "sharer",
    "stories",
    "watch",
];

fn facebook(link: &Link) -> Found {
    use ChannelKind::Facebook;
    let path = link.path();
    if link.is_at("m.me", &[]) {
        let [name] = path.as_slice() else { return None };
        return found(Facebook, *name);
    }
    let locale = |sub: &str| sub.len() == 5 && sub.as_bytes().get(2) == Some(&b'-');
    let at_facebook = link.is_at("facebook.com", &["m", "web", "mbasic", "touch", "mobile"])
        || link.sub_host("facebook.com").is_some_and(locale)
        || link.is_at("fb.com", &["m"]);
    let at_messenger = link.is_at("messenger.com", &[]);
    match path.as_slice() {
        ["messages", "t", id] if at_facebook => found(Facebook, *id),
        ["t", id] if at_messenger => found(Facebook, *id),
        [php] if at_facebook && eq(php, "profile.php") => found(Facebook, format!("#{}", link.parameter("id")?)),
        ["people", _, id, ..] if at_facebook && is_digits(id) => found(Facebook, format!("#{id}")),
        ["p", name, ..] if at_facebook => {
            // /p/Name-61550000000000/: the id stands at the end.
            let (_, id) = name.rsplit_once('-')?;
            if is_digits(id) { found(Facebook, format!("#{id}")) } else { None }
        }
        [_, "posts" | "videos" | "photos", _, ..] => None,
        [first, ..] if listed(first, &FACEBOOK_WORDS) => None,
        [name, ..] if at_facebook => found(Facebook, *name),
        _ => None,
    }
}

const INSTAGRAM_WORDS: [&str; 17] = [
    "about",
    "accounts",
    "api",
    "create",
    "developer",
    "direct",
    "directory",
    "explore",
    "legal",
    "p",
    "press",
    "privacy",
    "reel",
    "reels",
    "share",
    "stories",
    "tv",
];

fn instagram(link: &Link) -> Found {
    use ChannelKind::{Instagram, Threads};
    let path = link.path();
    if link.is_at("instagram.com", &["m"]) || link.is_at("instagr.am", &[]) {
        return match path.as_slice() {
            ["_u" | "n", name] => found(Instagram, *name),
            [_, "p" | "reel", ..] => None,
            [first, ..] if listed(first, &INSTAGRAM_WORDS) => None,
            [name, ..] => found(Instagram, *name),
            [] => None,
        };
    }
    if link.is_at("ig.me", &[]) {
        return match path.as_slice() {
            ["m", name] => found(Instagram, *name),
            _ => None,
        };
    }
    if link.is_at("threads.net", &[]) || link.is_at("threads.com", &[]) {
        return match path.as_slice() {
            [_, "post", ..] => None,
            [name, ..] => found(Threads, name.strip_prefix('@')?),
            [] => None,
        };
    }
    None
}

const X_WORDS: [&str; 21] = [
    "about",
    "compose",
    "download",
    "explore",
    "hashtag",
    "home",
    "i",
    "intent",
    "jobs",
    "login",
    "logout",
    "messages",
    "notifications",
    "personalization",
    "privacy",
    "search",
    "settings",
    "share",
    "signup",
    "tos",
    "who_to_follow",
];

/// X and Bluesky.
fn microblogs(link: &Link) -> Found {
    use ChannelKind::{Bluesky, X};
    let path = link.path();
    if link.is_at("x.com", &["m", "mobile"]) || link.is_at("twitter.com", &["m", "mobile"]) {
        return match path.as_slice() {
            ["messages", "compose"] => found(X, format!("#{}", link.parameter("recipient_id")?)),
            ["i", "user", id] => found(X, format!("#{id}")),
            ["intent", "user" | "follow"] => match link.parameter("screen_name") {
                Some(name) => found(X, name),
                None => found(X, format!("#{}", link.parameter("user_id")?)),
            },
            [_, "status" | "statuses", ..] => None,
            [first, ..] if listed(first, &X_WORDS) => None,
            [name, ..] => found(X, *name),
            [] => None,
        };
    }
    if link.is_at("bsky.app", &["staging"]) {
        return match path.as_slice() {
            [_, _, "post" | "feed" | "lists", ..] => None,
            ["profile", name, ..] => found(Bluesky, *name),
            _ => None,
        };
    }
    let name = link.sub_host("bsky.social")?;
    if name.is_empty() || name == "www" || !path.is_empty() { None } else { found(Bluesky, link.host.as_str()) }
}

/// Slack and Teams.
fn work(link: &Link) -> Found {
    use ChannelKind::Slack;
    let path = link.path();
    if link.host == "app.slack.com" {
        return match path.as_slice() {
            ["client", team, .., "user_profile", member] => found(Slack, format!("{team}/{member}")),
            ["team", member] => found(Slack, *member),
            _ => None,
        };
    }
    if names::is_workspace(&link.host) {
        return match path.as_slice() {
            ["team", member] => found(Slack, format!("{}/{member}", link.host)),
            ["messages", name] | [name] if name.starts_with('@') => found(Slack, format!("{}/{name}", link.host)),
            [member] if names::slack_member(member) => found(Slack, format!("{}/{member}", link.host)),
            _ => None,
        };
    }
    let at_teams = matches!(
        link.host.as_str(),
        "teams.microsoft.com" | "teams.live.com" | "teams.cloud.microsoft" | "teams.microsoft.us"
    );
    if at_teams { teams(link) } else { None }
}

/// The workspace that a link opens without naming anyone in it.
pub(super) fn workspace(link: &Link) -> Option<String> {
    (names::is_workspace(&link.host) && link.segments.is_empty()).then(|| link.host.clone())
}

/// `/l/chat/0/0?users=<account>` (Microsoft Learn, "Deep link to a Teams chat", 2026): one account, not a group.
fn teams(link: &Link) -> Found {
    let path = link.path();
    if !matches!(path.as_slice(), ["l", "chat", ..]) {
        return None;
    }
    let users = link.parameter("users")?;
    if users.contains(',') { None } else { found(ChannelKind::Teams, users) }
}

/// `signal.me/#p/+<E.164>` and `signal.me/#eu/<secret>`.
fn signal(link: &Link) -> Found {
    if link.host != "signal.me" || !link.path().is_empty() {
        return None;
    }
    match link.fragment.split_once('/')? {
        ("p", digits) => number(ChannelKind::Signal, digits),
        ("eu", secret) => found(ChannelKind::Signal, format!("#eu/{secret}")),
        _ => None,
    }
}

/// Discord and LINE.
fn communities(link: &Link) -> Found {
    use ChannelKind::{Discord, Line};
    let path = link.path();
    if link.is_at("discord.com", &["ptb", "canary"]) || link.is_at("discordapp.com", &["ptb", "canary"]) {
        return match path.as_slice() {
            ["users", id] if is_digits(id) => found(Discord, format!("#{id}")),
            _ => None,
        };
    }
    if link.host == "page.line.me" {
        let [name] = path.as_slice() else { return None };
        return found(Line, format!("@{}", name.trim_start_matches('@')));
    }
    if !link.is_at("line.me", &[]) {
        return None;
    }
    line_path(&path)
}

/// `ti/p/~<id>` adds a friend, `ti/p/@<id>` and `oaMessage/@<id>` an official account; `ti/p/<code>` only LINE can read.
fn line_path(path: &[&str]) -> Found {
    let path = match path {
        ["R" | "r", rest @ ..] => rest,
        all => all,
    };
    match path {
        ["ti", "p", name] | ["oaMessage", name, ..] if name.starts_with(['~', '@']) => {
            found(ChannelKind::Line, name.trim_start_matches('~'))
        }
        _ => None,
    }
}

/// Large servers of the fediverse (joinmastodon.org/servers and instances.social, 2026). A path `/@name` alone does not
/// make a server one: many other sites use it.
const FEDIVERSE: [&str; 28] = [
    "aus.social",
    "c.im",
    "chaos.social",
    "climatejustice.social",
    "dice.camp",
    "fosstodon.org",
    "hachyderm.io",
    "indieweb.social",
    "infosec.exchange",
    "ioc.exchange",
    "journa.host",
    "mamot.fr",
    "mas.to",
    "masto.ai",
    "masto.es",
    "mastodon.art",
    "mastodon.online",
    "mastodon.social",
    "mastodon.world",
    "mastodonapp.uk",
    "mathstodon.xyz",
    "mstdn.jp",
    "mstdn.social",
    "piaille.fr",
    "social.vivaldi.net",
    "techhub.social",
    "troet.cafe",
    "universeodon.com",
];

fn mastodon(link: &Link) -> Found {
    let names_itself = link.host.starts_with("mastodon.") || link.host.starts_with("mstdn.");
    if names_itself || FEDIVERSE.contains(&link.host.as_str()) {
        return found(ChannelKind::Mastodon, profile(link)?);
    }
    None
}

/// Sites whose `/@name` is no address of the fediverse.
const NO_FEDIVERSE: [&str; 14] = [
    "medium.com",
    "tiktok.com",
    "youtube.com",
    "threads.net",
    "threads.com",
    "t.me",
    "telegram.me",
    "x.com",
    "twitter.com",
    "facebook.com",
    "instagram.com",
    "linkedin.com",
    "bsky.app",
    "slack.com",
];

/// `user@host` of a profile link that was entered as one of the fediverse, where any host may be a server.
pub(super) fn fediverse(link: &Link) -> Option<String> {
    let elsewhere = NO_FEDIVERSE.iter().any(|domain| link.sub_host(domain).is_some());
    let on_the_web = matches!(link.scheme.as_str(), "http" | "https");
    if elsewhere || !on_the_web { None } else { profile(link) }
}

/// `/@user`, `/users/user`, and `/@user@host` for a profile seen from another server.
fn profile(link: &Link) -> Option<String> {
    let name = match link.path().as_slice() {
        ["web", name] | [name] | [name, "with_replies" | "media" | "followers" | "following"] => {
            name.strip_prefix('@')?.to_owned()
        }
        ["users", name] => (*name).to_owned(),
        _ => return None,
    };
    if name.contains('@') { Some(name) } else { Some(format!("{name}@{}", link.host)) }
}

/// A link of an app's own scheme.
pub(super) fn app(link: &Link) -> Found {
    use ChannelKind::{
        Discord, Facebook, Instagram, LinkedIn, Mastodon, Signal, Skype, Slack, Teams, Telegram, Threads,
    };
    use ChannelKind::{WeChat, WhatsApp, X};

    // `tg:resolve?…` and `tg://resolve?…` are one: the first word is the command.
    let mut words: Vec<&str> = Vec::new();
    if !link.host.is_empty() {
        words.push(&link.host);
    }
    words.extend(link.path());
    match (link.scheme.as_str(), words.as_slice()) {
        ("whatsapp", ["send"]) => number(WhatsApp, &link.parameter("phone")?),
        ("tg", ["resolve"]) => match link.parameter("phone") {
            Some(digits) => number(Telegram, &digits),
            None => found(Telegram, link.parameter("domain")?),
        },
        ("sgnl", ["signal.me"]) => signal(link).filter(|(kind, _)| *kind == Signal),
        ("slack", ["user"]) => found(Slack, format!("{}/{}", link.parameter("team")?, link.parameter("id")?)),
        ("msteams", ["l", "chat", ..]) | ("msteams", ["teams.microsoft.com", "l", "chat", ..]) => {
            let users = link.parameter("users")?;
            if users.contains(',') { None } else { found(Teams, users) }
        }
        ("skype", [name]) if !name.starts_with('+') => found(Skype, *name),
        ("discord", ["-", "users", id]) if is_digits(id) => found(Discord, format!("#{id}")),
        ("fb-messenger", ["user-thread" | "user", id]) | ("fb", ["profile", id]) => found(Facebook, *id),
        ("twitter", ["user"]) => match link.parameter("screen_name") {
            Some(name) => found(X, name),
            None => found(X, format!("#{}", link.parameter("id")?)),
        },
        ("instagram", ["user"]) => found(Instagram, link.parameter("username")?),
        ("barcelona", ["user"]) => found(Threads, link.parameter("username")?),
        ("linkedin", ["in", slug]) => found(LinkedIn, *slug),
        ("line", path) => line_path(path),
        ("weixin", ["dl", "chat"]) => found(WeChat, decoded(&link.query)?),
        ("acct", [account]) => found(Mastodon, *account),
        _ => None,
    }
}
