//! Whatever is typed, dictated, pasted or scanned: the parser stands, and what it says keeps to its rules.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &[u8]| justmet_domain_fuzz::parse::hold(input));
