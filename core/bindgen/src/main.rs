//! `uniffi-bindgen`, built with the very UniFFI the core is built with: Kotlin and Python bindings.

fn main() {
    uniffi::uniffi_bindgen_main();
}
