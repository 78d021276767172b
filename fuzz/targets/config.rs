//! `config.json`: read, or refused with a sentence, never a panic.
#![no_main]

use databoxframe_client::connection::Config;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let Ok(text) = std::str::from_utf8(data) else { return };
    if let Err(error) = Config::parse(text) {
        assert!(!error.to_string().is_empty());
    }
});
