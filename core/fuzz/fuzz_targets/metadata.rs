#![no_main]

use hallmark_fuzz::metadata::FAMILY;

libfuzzer_sys::fuzz_target!(init: FAMILY.plant(), |bytes: &[u8]| (FAMILY.holds)(bytes));
