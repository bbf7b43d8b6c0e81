//! Whatever is entered as an address: it is refused, or it has one key that reads as itself, and what opens from it is a
//! link that holds nothing but itself.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &[u8]| justmet_domain_fuzz::normalize::hold(input));
