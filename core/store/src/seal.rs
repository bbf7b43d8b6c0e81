//! A backup sealed with a passphrase: Argon2id makes the key (RFC 9106), XChaCha20-Poly1305 seals the content in pieces
//! (draft-irtf-cfrg-xchacha), each bound to its place and to the header, the last one marked as the last.
//!
//! The file: [`MAGIC`], the three costs of Argon2id as 32-bit numbers (memory in KiB, passes, lanes), 16 bytes of salt, then
//! the pieces of [`PIECE_BYTES`] each, the last one shorter or empty, each with 16 bytes of tag after it. Numbers are
//! little-endian. The key is used for this file alone, as the salt is its own, so the nonce counts the pieces: 15 bytes
//! of zero, 8 of the number, 1 that is 1 for the last one.

use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use zeroize::{Zeroize, Zeroizing};

use crate::StoreError;

/// How many random bytes a seal needs.
pub const SALT_BYTES: usize = 16;

/// What a sealed backup begins with.
const MAGIC: &[u8; 16] = b"JustMet sealed 1";
const HEADER_BYTES: usize = MAGIC.len() + 12 + SALT_BYTES;
const PIECE_BYTES: usize = 64 * 1024;
const TAG_BYTES: usize = 16;

/// The second recommendation of RFC 9106 (section 4), for where memory is dear, with one lane as phones throttle two:
/// 64 MiB, three passes.
const COSTS: Costs = Costs { memory_kib: 64 * 1024, passes: 3, lanes: 1 };

/// A file that asks for more than this was not written by this program.
const LIMITS: Costs = Costs { memory_kib: 1024 * 1024, passes: 16, lanes: 16 };

/// What a person types to seal or open a backup; wiped from memory when it is no longer needed.
#[derive(Clone)]
pub struct Passphrase(Zeroizing<String>);

impl Passphrase {
    /// Takes it over.
    ///
    /// # Errors
    /// [`StoreError::WrongPassphrase`] for an empty one, which would seal nothing.
    pub fn new(text: String) -> Result<Self, StoreError> {
        let text = Zeroizing::new(text);
        if text.is_empty() { Err(StoreError::WrongPassphrase) } else { Ok(Self(text)) }
    }
}

impl std::fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Passphrase")
    }
}

/// What Argon2id is asked to spend.
#[derive(Debug, Clone, Copy)]
struct Costs {
    memory_kib: u32,
    passes: u32,
    lanes: u32,
}

/// Whether these bytes begin as a sealed backup does.
pub(crate) fn is_sealed(content: &[u8]) -> bool {
    content.starts_with(MAGIC)
}

/// Seals the content.
pub(crate) fn seal(content: &[u8], passphrase: &Passphrase, salt: [u8; SALT_BYTES]) -> Result<Vec<u8>, StoreError> {
    let mut sealed = Vec::with_capacity(HEADER_BYTES + content.len() + (content.len() / PIECE_BYTES + 1) * TAG_BYTES);
    sealed.extend_from_slice(MAGIC);
    for cost in [COSTS.memory_kib, COSTS.passes, COSTS.lanes] {
        sealed.extend_from_slice(&cost.to_le_bytes());
    }
    sealed.extend_from_slice(&salt);
    let header = sealed.clone();
    let cipher = cipher(passphrase, COSTS, &salt)?;
    let mut pieces = content.chunks(PIECE_BYTES).peekable();
    let mut number = 0_u64;
    loop {
        let piece = pieces.next().unwrap_or_default();
        let last = pieces.peek().is_none();
        let payload = Payload { msg: piece, aad: &header };
        let tagged = cipher.encrypt(&nonce(number, last), payload);
        sealed.extend_from_slice(&tagged.map_err(|_| StoreError::Internal("a piece was not sealed".to_owned()))?);
        if last {
            return Ok(sealed);
        }
        number += 1;
    }
}

/// Opens what [`seal`] made.
///
/// # Errors
/// [`StoreError::WrongPassphrase`] where the first piece does not open; [`StoreError::Damaged`] where a later one does not,
/// where something is missing, or where the header asks for what this program never wrote.
pub(crate) fn open(sealed: &[u8], passphrase: &Passphrase) -> Result<Vec<u8>, StoreError> {
    let (header, mut rest) = sealed.split_at_checked(HEADER_BYTES).ok_or(StoreError::Damaged)?;
    let cost = |index: usize| {
        let at = MAGIC.len() + index * 4;
        header
            .get(at..)
            .and_then(<[u8]>::first_chunk)
            .map(|bytes| u32::from_le_bytes(*bytes))
            .ok_or(StoreError::Damaged)
    };
    let costs = Costs { memory_kib: cost(0)?, passes: cost(1)?, lanes: cost(2)? };
    if costs.memory_kib > LIMITS.memory_kib || costs.passes > LIMITS.passes || costs.lanes > LIMITS.lanes {
        return Err(StoreError::Damaged);
    }
    let salt = header.last_chunk::<SALT_BYTES>().ok_or(StoreError::Damaged)?;
    let cipher = cipher(passphrase, costs, salt)?;
    let mut content = Vec::with_capacity(rest.len());
    let mut number = 0_u64;
    loop {
        let (piece, after) = rest.split_at_checked(PIECE_BYTES + TAG_BYTES).unwrap_or((rest, &[]));
        let last = after.is_empty();
        let payload = Payload { msg: piece, aad: header };
        match cipher.decrypt(&nonce(number, last), payload) {
            Ok(mut plain) => {
                content.extend_from_slice(&plain);
                plain.zeroize();
            }
            Err(_) if number == 0 => return Err(StoreError::WrongPassphrase),
            Err(_) => return Err(StoreError::Damaged),
        }
        if last {
            return Ok(content);
        }
        rest = after;
        number += 1;
    }
}

fn cipher(passphrase: &Passphrase, costs: Costs, salt: &[u8]) -> Result<XChaCha20Poly1305, StoreError> {
    let mut key = Zeroizing::new([0_u8; 32]);
    let params =
        Params::new(costs.memory_kib, costs.passes, costs.lanes, Some(key.len())).map_err(|_| StoreError::Damaged)?;
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(passphrase.0.as_bytes(), salt, key.as_mut_slice())
        .map_err(|_| StoreError::Damaged)?;
    XChaCha20Poly1305::new_from_slice(key.as_slice())
        .map_err(|_| StoreError::Internal("a key of another length".to_owned()))
}

fn nonce(number: u64, last: bool) -> XNonce {
    let mut nonce = [0_u8; 24];
    if let Some(place) = nonce.get_mut(15..23) {
        place.copy_from_slice(&number.to_le_bytes());
    }
    if let Some(mark) = nonce.last_mut() {
        *mark = u8::from(last);
    }
    nonce.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn passphrase(text: &str) -> Passphrase {
        Passphrase::new(text.to_owned()).unwrap()
    }

    #[test]
    fn what_is_sealed_opens_with_the_same_passphrase_and_no_other() {
        for bytes in [0, 1, PIECE_BYTES - 1, PIECE_BYTES, PIECE_BYTES + 1] {
            let content = vec![7_u8; bytes];
            let sealed = seal(&content, &passphrase("kayak"), [1; SALT_BYTES]).unwrap();
            assert!(is_sealed(&sealed) && !sealed.windows(9).any(|window| window == [7; 9]));
            assert_eq!(open(&sealed, &passphrase("kayak")), Ok(content), "{bytes} bytes");
            assert_eq!(open(&sealed, &passphrase("Kayak")), Err(StoreError::WrongPassphrase));
        }
        assert!(Passphrase::new(String::new()).is_err());
    }

    #[test]
    fn nothing_can_be_cut_off_changed_or_moved() {
        let mut content = vec![1_u8; PIECE_BYTES];
        content.extend(vec![2_u8; PIECE_BYTES]);
        content.push(3);
        let sealed = seal(&content, &passphrase("kayak"), [1; SALT_BYTES]).unwrap();
        let piece = PIECE_BYTES + TAG_BYTES;
        for cut in [0, 10, HEADER_BYTES, HEADER_BYTES + piece, HEADER_BYTES + 2 * piece, sealed.len() - 1] {
            assert!(open(&sealed[..cut], &passphrase("kayak")).is_err(), "cut at {cut}");
        }
        for at in [16, 20, 24, 28, HEADER_BYTES, HEADER_BYTES + piece, sealed.len() - 1] {
            let mut changed = sealed.clone();
            changed[at] ^= 1;
            assert!(open(&changed, &passphrase("kayak")).is_err(), "changed at {at}");
        }
        let mut moved = sealed.clone();
        let (first, second) = moved[HEADER_BYTES..].split_at_mut(piece);
        first.swap_with_slice(&mut second[..piece]);
        assert_eq!(open(&moved, &passphrase("kayak")), Err(StoreError::WrongPassphrase));
        let mut longer = sealed;
        longer.push(0);
        assert_eq!(open(&longer, &passphrase("kayak")), Err(StoreError::Damaged));
    }

    #[test]
    fn a_header_that_asks_for_the_moon_is_refused_before_it_is_paid_for() {
        let mut sealed = seal(b"x", &passphrase("kayak"), [1; SALT_BYTES]).unwrap();
        sealed[16..20].copy_from_slice(&u32::MAX.to_le_bytes());
        assert_eq!(open(&sealed, &passphrase("kayak")), Err(StoreError::Damaged));
    }
}
