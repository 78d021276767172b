//! API Gateway signature v2: what is signed, and whether a given signature fits.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;

/// The text that is signed. Neither host, headers nor body are part of it.
#[must_use]
pub fn string_to_sign(method: &str, target: &str, timestamp: &str, access_key: &str) -> String {
    format!("{method} {target}\n{timestamp}\n{access_key}")
}

/// The signature of `text`: HMAC-SHA256 in padded Base64.
#[must_use]
pub fn sign(secret_key: &str, text: &str) -> String {
    mac(secret_key, text).map_or_else(String::new, |mac| STANDARD.encode(mac.finalize().into_bytes()))
}

/// Whether `signature` is that of `text`, compared in constant time.
#[must_use]
pub fn verify(secret_key: &str, text: &str, signature: &str) -> bool {
    let Ok(given) = STANDARD.decode(signature) else { return false };
    mac(secret_key, text).is_some_and(|mac| mac.verify_slice(&given).is_ok())
}

/// HMAC takes a key of any length, so there is always one; the type cannot say so.
fn mac(secret_key: &str, text: &str) -> Option<Hmac<Sha256>> {
    let mut mac = Hmac::<Sha256>::new_from_slice(secret_key.as_bytes()).ok()?;
    mac.update(text.as_bytes());
    Some(mac)
}
