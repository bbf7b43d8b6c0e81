//! `uniffi-bindgen-swift`: Swift sources, C headers and the module map.

fn main() {
    uniffi::uniffi_bindgen_swift();
}
