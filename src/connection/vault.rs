//! The vault: connections remembered on this device, encrypted with a passphrase, in the browser's
//! storage. [`seal`](self::SaveRequest::seal) and [`StoredConnection::open`] do what vault.js describes.
//! Nothing here removes a record that can't be opened.

use databoxframe::SecretKey;
use serde_json::{Value, json};
use wasm_bindgen::prelude::*;
use zeroize::Zeroizing;

use crate::storage::{self, Key};

/// Version of the format. Another encryption gets another number.
const VERSION: u64 = 1;
/// Shortest passphrase, in characters. A shorter one can be found by brute force by whoever holds a
/// copy of the record.
pub const SHORTEST_PASSPHRASE: usize = 12;

#[wasm_bindgen(module = "/src/connection/vault.js")]
extern "C" {
    #[wasm_bindgen(catch, js_name = seal)]
    async fn js_seal(passphrase: &str, content: &str, about: &str) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, js_name = open)]
    async fn js_open(passphrase: &str, record: &str, about: &str) -> Result<JsValue, JsValue>;
}

/// Why a record can't be opened or made. The stored record is unchanged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VaultError {
    /// The passphrase is wrong.
    Passphrase,
    /// The record was changed, or is not a record.
    Damaged,
    /// A newer version of the console wrote the record.
    Newer,
    /// The browser does not offer encryption.
    Unavailable,
}

/// A connection to be remembered. Its secrets are overwritten on drop.
pub struct SaveRequest {
    /// Name that the user gave.
    pub name: String,
    /// Passphrase that encrypts the record.
    pub passphrase: Zeroizing<String>,
    /// Keys and connection.
    pub content: Content,
}

/// Content of a record, encrypted.
pub struct Content {
    /// The access key.
    pub access_key: String,
    /// The secret key.
    pub secret_key: Zeroizing<String>,
    /// Gateway and relay; empty if they are those of a configured connection.
    pub gateway: String,
    /// See `gateway`.
    pub relay: String,
    /// Name of the configured connection.
    pub connection: String,
}

/// A remembered connection, decrypted.
pub struct Opened {
    /// The access key.
    pub access_key: String,
    /// The secret key.
    pub secret_key: SecretKey,
    /// See [`Content`].
    pub gateway: String,
    /// See [`Content`].
    pub relay: String,
    /// See [`Content`].
    pub connection: String,
}

/// A remembered connection as stored. Records that can't be read are kept unchanged.
#[derive(Clone, Debug, PartialEq)]
pub struct StoredConnection(Value);

/// Whether this browser can encrypt here: only in a secure context (https or localhost).
pub fn available() -> bool {
    web_sys::window().is_some_and(|window| window.is_secure_context())
}

/// All records, oldest first. Stored data that is not a list of records counts as one record that
/// can't be opened, so that it is neither lost nor in the way.
pub fn list() -> Vec<StoredConnection> {
    let Some(text) = storage::read(Key::Vault) else { return Vec::new() };
    match databoxframe::parse_json(text.as_bytes()) {
        Ok(Value::Array(records)) => records.into_iter().map(StoredConnection).collect(),
        _ => vec![StoredConnection(Value::String(text))],
    }
}

/// Stores a record. Returns whether the browser accepted it.
pub fn add(record: StoredConnection) -> bool {
    let mut records = list();
    records.push(record);
    keep(records)
}

/// Removes a record. Returns whether the browser did.
#[must_use]
pub fn forget(record: &StoredConnection) -> bool {
    let mut records = list();
    records.retain(|other| other != record);
    keep(records)
}

fn keep(records: Vec<StoredConnection>) -> bool {
    let records: Vec<Value> = records.into_iter().map(|StoredConnection(value)| value).collect();
    // Without records the key is removed too.
    let text = if records.is_empty() { None } else { serde_json::to_string(&records).ok() };
    storage::put(Key::Vault, text.as_deref())
}

/// The readable part of a record, protected against changes.
fn about(name: &str) -> String {
    format!("databoxframe-console {VERSION} {name}")
}

impl SaveRequest {
    /// Encrypts the connection with a new salt and a new nonce.
    ///
    /// # Errors
    /// If the browser refuses.
    pub async fn seal(self) -> Result<StoredConnection, VaultError> {
        let Content { access_key, secret_key, gateway, relay, connection } = self.content;
        // Only the name, which is last, can have line breaks.
        let content = [&access_key, secret_key.as_str(), &gateway, &relay, &connection].join("\n");
        let content = Zeroizing::new(content);
        let sealed = js_seal(&self.passphrase, &content, &about(&self.name)).await;
        let sealed = sealed.ok().and_then(|sealed| sealed.as_string()).ok_or(VaultError::Unavailable)?;
        Ok(StoredConnection(json!({ "version": VERSION, "name": self.name, "sealed": sealed })))
    }
}

impl StoredConnection {
    /// Name of the record, if it can be read.
    pub fn name(&self) -> Option<&str> {
        self.0.get("name")?.as_str()
    }

    /// Decrypts the record.
    ///
    /// # Errors
    /// See [`VaultError`].
    pub async fn open(&self, passphrase: Zeroizing<String>) -> Result<Opened, VaultError> {
        match self.0.get("version").and_then(Value::as_u64) {
            Some(VERSION) => {}
            Some(version) if version > VERSION => return Err(VaultError::Newer),
            _ => return Err(VaultError::Damaged),
        }
        let sealed = self.0.get("sealed").and_then(Value::as_str).ok_or(VaultError::Damaged)?;
        let name = self.name().ok_or(VaultError::Damaged)?;
        let opened = js_open(&passphrase, sealed, &about(name)).await;
        let opened = opened.map_err(|_| VaultError::Unavailable)?;
        if opened.is_null() {
            return Err(VaultError::Damaged);
        }
        let content = Zeroizing::new(opened.as_string().ok_or(VaultError::Passphrase)?);
        let mut parts = content.splitn(5, '\n').map(str::to_owned);
        let mut part = || parts.next().ok_or(VaultError::Damaged);
        Ok(Opened {
            access_key: part()?,
            secret_key: SecretKey::new(part()?),
            gateway: part()?,
            relay: part()?,
            connection: part()?,
        })
    }
}
