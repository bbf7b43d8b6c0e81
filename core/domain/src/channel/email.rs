//! Mail addresses, and the Teams accounts that are shaped like one.

use std::borrow::Cow;

use email_address::{EmailAddress, Options};
use idna::AsciiDenyList;
use idna::uts46::{DnsLength, Hyphens, Uts46};
use unicode_normalization::{UnicodeNormalization, is_nfc};

use super::handle::HandleError;

/// The most octets of a path without its angle brackets (RFC 5321, section 4.5.3.1.3, and erratum 1690).
const MAX_OCTETS: usize = 254;

/// The address as key and as shown: `local@host`, the host as lower-case A-labels in the key (RFC 5890) and as U-labels
/// in what is shown; the local part as it was typed, in NFC (RFC 5321, section 2.4: only its own host may read it;
/// RFC 6532, section 3.1).
pub(super) fn normalize(value: &str) -> Result<(String, String), HandleError> {
    let (local, domain) = value.rsplit_once('@').ok_or(HandleError::Malformed)?;
    let local = if is_nfc(local) { Cow::Borrowed(local) } else { Cow::Owned(local.nfc().collect()) };
    let host = host_key(domain)?;
    let key = [&*local, "@", &*host].concat();
    if local.len() > 64 || key.len() > MAX_OCTETS {
        return Err(HandleError::TooLong);
    }
    let strict = Options::default().without_display_text().with_required_tld().without_domain_literal();
    EmailAddress::parse_with_options(&key, strict).map_err(|_| HandleError::Malformed)?;
    if local.chars().any(|letter| letter.is_control() || (letter.is_whitespace() && !local.starts_with('"'))) {
        return Err(HandleError::Malformed);
    }
    let display = [&*local, "@", &*host_shown(&host)].concat();
    Ok((key, display))
}

/// A host name of at least two labels as lower-case A-labels, by UTS 46 (non-transitional) and the letters, digits and
/// hyphens of RFC 1123.
pub(super) fn host_key(domain: &str) -> Result<String, HandleError> {
    // RFC 1035, section 2.3.4: 255 octets with the length bytes, 253 as written.
    if domain.is_ascii() && domain.len() > 253 {
        return Err(HandleError::TooLong);
    }
    let host = Uts46::new()
        .to_ascii(domain.as_bytes(), AsciiDenyList::STD3, Hyphens::CheckFirstLast, DnsLength::Verify)
        .map_err(|_| HandleError::Malformed)?;
    let top = host.rsplit_once('.').map(|(_, top)| top).ok_or(HandleError::Malformed)?;
    // A name that ends in digits is an IPv4 address or nothing (RFC 3696, section 2).
    if top.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(HandleError::Malformed);
    }
    Ok(host.into_owned())
}

/// The host as people read it, where reading it again leads to the same one; else as A-labels.
pub(super) fn host_shown(key: &str) -> String {
    // Without an A-label it is as people read it.
    if !key.contains("xn--") {
        return key.to_owned();
    }
    let (shown, valid) = Uts46::new().to_unicode(key.as_bytes(), AsciiDenyList::STD3, Hyphens::CheckFirstLast);
    let same = valid.is_ok() && !mixes_scripts(&shown) && host_key(&super::clean::clean(&shown)).as_deref() == Ok(key);
    if same { shown.into_owned() } else { key.to_owned() }
}

/// Whether one label sets Latin letters beside Cyrillic or Greek ones: the usual disguise of a look-alike (Unicode
/// Technical Standard 39, section 5). Such a host is shown as A-labels, which disguise nothing.
fn mixes_scripts(host: &str) -> bool {
    host.split('.').any(|label| {
        label.chars().any(|letter| letter.is_ascii_alphabetic() || matches!(letter, '\u{00C0}'..='\u{024F}'))
            && label.chars().any(|letter| matches!(letter, '\u{0370}'..='\u{03FF}' | '\u{0400}'..='\u{052F}'))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_have_one_key_and_a_readable_form() {
        for (value, key, display) in [
            ("Ana.Souza@Example.COM", "Ana.Souza@example.com", "Ana.Souza@example.com"),
            ("ana+fair@example.org", "ana+fair@example.org", "ana+fair@example.org"),
            ("jo@bücher.example", "jo@xn--bcher-kva.example", "jo@bücher.example"),
            ("jo@XN--BCHER-KVA.example", "jo@xn--bcher-kva.example", "jo@bücher.example"),
            ("jose\u{301}@example.com", "josé@example.com", "josé@example.com"),
            ("\"ana b\"@example.com", "\"ana b\"@example.com", "\"ana b\"@example.com"),
            // A Cyrillic а among Latin letters is shown for what it is.
            ("jo@ex\u{430}mple.example", "jo@xn--exmple-4nf.example", "jo@xn--exmple-4nf.example"),
        ] {
            assert_eq!(normalize(value), Ok((key.to_owned(), display.to_owned())), "{value}");
            assert_eq!(normalize(key).map(|pair| pair.0).as_deref(), Ok(key));
            assert_eq!(normalize(display).map(|pair| pair.0).as_deref(), Ok(key));
        }
    }

    #[test]
    fn what_no_host_delivers_is_refused() {
        for value in [
            "ana",
            "@example.com",
            "ana@",
            "ana@localhost",
            "a b@example.com",
            "ana@[192.0.2.1]",
            "ana@192.0.2.1",
            "ana..b@example.com",
            ".ana@example.com",
            "ana@b_c.com",
            "ana@-b.com",
            "ana@exa mple.com",
            "ana@b..com",
        ] {
            assert_eq!(normalize(value), Err(HandleError::Malformed), "{value}");
        }
        let long = format!("{}@example.com", "a".repeat(65));
        assert_eq!(normalize(&long), Err(HandleError::TooLong));
    }
}
