//! What only tests of the border need.

use crate::error::Result;

/// Panics, to show that a panic arrives in the other language as an error.
///
/// # Errors
/// Never: it panics.
#[uniffi::export]
#[expect(clippy::panic, reason = "this is what it is for")]
pub fn panic_on_purpose() -> Result<()> {
    panic!("on purpose")
}
