#![no_main]

use hallmark_fuzz::containers::FAMILY;

libfuzzer_sys::fuzz_target!(init: FAMILY.plant(), |bytes: &[u8]| (FAMILY.holds)(bytes));
