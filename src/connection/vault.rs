//! Connections that are remembered on this device, if somebody asked for it: encrypted with a
//! passphrase, in the browser's storage. [`seal`](self::Wish::seal) and [`Record::open`] do
//! what vault.js says; nothing here removes a record that can't be opened.

use databoxframe::SecretKey;
use serde_json::{Value, json};
use wasm_bindgen::prelude::*;
use zeroize::Zeroizing;

use crate::storage::{self, Key};

/// What this console writes and reads. Another way of encrypting gets another number.
const VERSION: u64 = 1;
/// A shorter passphrase is found too soon by who has a copy of the record.
pub const SHORTEST_PASSPHRASE: usize = 12;

#[wasm_bindgen(module = "/src/connection/vault.js")]
extern "C" {
    #[wasm_bindgen(catch, js_name = seal)]
    async fn js_seal(passphrase: &str, content: &str, about: &str) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, js_name = open)]
    async fn js_open(passphrase: &str, record: &str, about: &str) -> Result<JsValue, JsValue>;
}

/// Why a record can't be opened, or none be made. The record is still there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VaultError {
    /// Another passphrase opens it.
    Passphrase,
    /// It was changed, or is no record.
    Damaged,
    /// A newer console wrote it.
    Newer,
    /// The browser refuses to encrypt.
    Unavailable,
}

/// What shall be remembered. Its secrets are overwritten when it is dropped.
pub struct Wish {
    /// What the person calls it.
    pub name: String,
    /// Encrypts it.
    pub passphrase: Zeroizing<String>,
    /// The keys and where they are for.
    pub content: Content,
}

/// What is encrypted.
pub struct Content {
    /// The access key.
    pub access_key: String,
    /// The secret key.
    pub secret_key: Zeroizing<String>,
    /// The gateway and the relay; empty if they are those of a configured connection.
    pub gateway: String,
    /// See `gateway`.
    pub relay: String,
    /// The name of the configured connection.
    pub connection: String,
}

/// A remembered connection, as it was opened.
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

/// A remembered connection, as it is stored: whatever it is, it is kept as it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Record(Value);

/// Whether this browser can encrypt here: only in a secure context (https, or this computer).
pub fn available() -> bool {
    web_sys::window().is_some_and(|window| window.is_secure_context())
}

/// All that is remembered, oldest first. What is no list of records counts as one that can't
/// be opened, so that it is neither lost nor in the way.
pub fn list() -> Vec<Record> {
    let Some(text) = storage::read(Key::Vault) else { return Vec::new() };
    match databoxframe::parse_json(text.as_bytes()) {
        Ok(Value::Array(records)) => records.into_iter().map(Record).collect(),
        _ => vec![Record(Value::String(text))],
    }
}

/// Remembers one more; whether the browser took it.
pub fn add(record: Record) -> bool {
    let mut records = list();
    records.push(record);
    keep(records)
}

/// Forgets one.
pub fn forget(record: &Record) {
    let mut records = list();
    records.retain(|other| other != record);
    keep(records);
}

fn keep(records: Vec<Record>) -> bool {
    let records: Vec<Value> = records.into_iter().map(|Record(value)| value).collect();
    // Without records there is no trace either.
    let text = if records.is_empty() { None } else { serde_json::to_string(&records).ok() };
    storage::put(Key::Vault, text.as_deref())
}

/// What is readable in a record and protected from changes.
fn about(name: &str) -> String {
    format!("databoxframe-console {VERSION} {name}")
}

impl Wish {
    /// Encrypts it, with a new salt and a new nonce.
    ///
    /// # Errors
    /// If the browser refuses.
    pub async fn seal(self) -> Result<Record, VaultError> {
        let Content { access_key, secret_key, gateway, relay, connection } = self.content;
        // None of these has line breaks but a name, which is last.
        let content = [&access_key, secret_key.as_str(), &gateway, &relay, &connection].join("\n");
        let content = Zeroizing::new(content);
        let sealed = js_seal(&self.passphrase, &content, &about(&self.name)).await;
        let sealed = sealed.ok().and_then(|sealed| sealed.as_string()).ok_or(VaultError::Unavailable)?;
        Ok(Record(json!({ "version": VERSION, "name": self.name, "sealed": sealed })))
    }
}

impl Record {
    /// What the person called it, if it can be read.
    pub fn name(&self) -> Option<&str> {
        self.0.get("name")?.as_str()
    }

    /// Decrypts it.
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
