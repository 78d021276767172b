//! Keys and passwords: zeroed when dropped, never printed.

use std::fmt;

use zeroize::Zeroizing;

/// A secret key. It has no `Display` and no `Serialize`, its `Debug` shows nothing,
/// and its bytes are overwritten when it is dropped.
#[derive(Clone)]
pub struct SecretKey(Zeroizing<String>);

impl SecretKey {
    /// Takes the string over; the caller keeps no copy.
    pub fn new(secret: String) -> Self {
        Self(Zeroizing::new(secret))
    }

    /// Whether nothing was entered.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The bytes for signing. Crate-private, so that nothing else can read them.
    pub(crate) fn as_bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

impl fmt::Debug for SecretKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SecretKey(..)")
    }
}

/// An access key with its secret key.
#[derive(Clone, Debug)]
pub struct Credentials {
    access_key: String,
    secret_key: SecretKey,
}

impl Credentials {
    /// The pair as NAVER Cloud issues it, of a main account or of a sub account.
    pub fn new(access_key: impl Into<String>, secret_key: SecretKey) -> Self {
        Self { access_key: access_key.into(), secret_key }
    }

    /// The access key: public, sent with each request.
    pub fn access_key(&self) -> &str {
        &self.access_key
    }

    /// The secret key, for signing.
    pub fn secret_key(&self) -> &SecretKey {
        &self.secret_key
    }
}

/// A server account's password, on its way into a request body.
#[derive(Clone, PartialEq, Eq)]
pub struct Password(Zeroizing<String>);

impl Password {
    /// Takes the string over; [`crate::rule::PASSWORD`] says what it must look like.
    pub fn new(password: String) -> Self {
        Self(Zeroizing::new(password))
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Password(..)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debug_output_shows_no_secret() {
        let credentials = Credentials::new("access", SecretKey::new("s3cr3t-key".into()));
        let shown = format!("{credentials:?} {:?}", Password::new("Passw0rd!".into()));
        assert!(shown.contains("access"));
        assert!(!shown.contains("s3cr3t") && !shown.contains("Passw0rd"), "{shown}");
    }
}
