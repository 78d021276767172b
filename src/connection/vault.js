// Keys that are remembered on this device, encrypted by the browser itself. In JavaScript,
// because the same through bindings would be more to download and less to read.

const ROUNDS = 600_000;
const bytesOf = (text) => new TextEncoder().encode(text);
const toText = (bytes) => btoa(String.fromCharCode(...new Uint8Array(bytes)));
const fromText = (text) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));

/** The key that a passphrase makes with a salt. */
async function derive(passphrase, salt) {
  // Systems compose letters such as 한 differently.
  const bytes = bytesOf(passphrase.normalize("NFC"));
  const material = await crypto.subtle.importKey("raw", bytes, "PBKDF2", false, ["deriveKey"]);
  bytes.fill(0);
  const how = { name: "PBKDF2", hash: "SHA-256", salt, iterations: ROUNDS };
  return crypto.subtle.deriveKey(how, material, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}

/** Tells a damaged record from a wrong passphrase; says nothing about either secret. */
const checksum = async (about, sealed) => toText(await crypto.subtle.digest("SHA-256", bytesOf(`${about}\n${sealed}`)));

/** Encrypts `content`; `about` stays readable but can't be changed. "salt.nonce.data.checksum" */
export async function seal(passphrase, content, about) {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const key = await derive(passphrase, salt);
  const data = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: bytesOf(about) }, key, bytesOf(content));
  const sealed = [salt, iv, data].map(toText).join(".");
  return `${sealed}.${await checksum(about, sealed)}`;
}

/** The content; null if the record is damaged, false if the passphrase is wrong. */
export async function open(passphrase, record, about) {
  const end = record.lastIndexOf(".");
  const sealed = record.slice(0, Math.max(0, end));
  if ((await checksum(about, sealed)) !== record.slice(end + 1)) return null;
  const [salt, iv, data] = sealed.split(".").map(fromText);
  const key = await derive(passphrase, salt);
  try {
    const content = await crypto.subtle.decrypt({ name: "AES-GCM", iv, additionalData: bytesOf(about) }, key, data);
    return new TextDecoder().decode(content);
  } catch {
    return false;
  }
}
