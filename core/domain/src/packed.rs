//! Texts that are part of the program, packed by a build script (DEFLATE, RFC 1951).

/// The text as it was before it was packed. What is no packed text is empty: each is part of the program, and a test reads it.
pub fn text(packed: &[u8]) -> String {
    let unpacked = miniz_oxide::inflate::decompress_to_vec(packed);
    unpacked.ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}
