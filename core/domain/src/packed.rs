//! What is part of the program and packed by a build script (DEFLATE, RFC 1951).

/// The bytes as they were before they were packed. What was not packed so is empty: each is part of the program, and a test
/// reads it.
pub fn bytes(packed: &[u8]) -> Vec<u8> {
    miniz_oxide::inflate::decompress_to_vec(packed).unwrap_or_default()
}

/// The same, of a text.
pub fn text(packed: &[u8]) -> String {
    String::from_utf8(bytes(packed)).unwrap_or_default()
}
