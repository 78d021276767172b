//! The texts of keys that are remembered on this device, of addresses, and of the idle lock.

use databoxframe::KeyError;

use super::Texts;
use crate::connection::vault::{SHORTEST_PASSPHRASE, VaultError};
use crate::connection::{ConnectionWarning, UrlError};
use crate::untrusted::{has_visible, line};

/// One language's.
pub struct KeyTexts {
    /// "Remember on this device"
    pub remember: &'static str,
    /// What that protects against, and what not.
    pub remember_hint: &'static str,
    /// "Name on this device"
    pub record_name: &'static str,
    /// "Passphrase"
    pub passphrase: &'static str,
    /// "Repeat the passphrase"
    pub passphrase_again: &'static str,
    /// It is too short.
    pub passphrase_short: fn() -> String,
    /// The two differ.
    pub passphrase_differs: &'static str,
    /// There is no name, or another has it.
    pub name_taken: &'static str,
    /// "Remembered on this device"
    pub remembered: &'static str,
    /// "Remembered connection"
    pub record: &'static str,
    /// "Unlock"
    pub unlock: &'static str,
    /// "Unlocking…"
    pub unlocking: &'static str,
    /// "Forget …"
    pub forget: fn(&str) -> String,
    /// For a record whose name can't be read.
    pub unreadable: &'static str,
    /// Why a record can't be opened.
    pub failed: fn(VaultError) -> &'static str,
    /// Its connection is not allowed any more.
    pub not_offered: &'static str,
    /// It is remembered under this name.
    pub kept: fn(&str) -> String,
    /// The browser did not take it.
    pub not_kept: &'static str,
    /// "Enter the passphrase."
    pub needs_passphrase: &'static str,
    /// "Keys"
    pub keys: &'static str,
    /// Why a key can't be used.
    pub key_error: fn(KeyError) -> String,
    /// Why a relay can't be used.
    pub relay_error: fn(UrlError) -> &'static str,
    /// Why a gateway can't be used.
    pub gateway_error: fn(UrlError) -> &'static str,
    /// It was forgotten in another tab.
    pub forgotten_elsewhere: &'static str,
    /// Keys were forgotten or locked in another tab meanwhile.
    pub dropped_elsewhere: &'static str,
    elsewhere: fn(&str) -> String,
    proxy: fn(&str) -> String,
    unencrypted: fn(&str) -> String,
    /// The page locked itself after so many minutes.
    pub idle: fn(u32) -> String,
    /// The page was locked.
    pub locked: &'static str,
    /// "Idle lock"
    pub idle_lock: &'static str,
    /// "Never"
    pub never: &'static str,
    /// "… minutes"
    pub minutes: fn(u32) -> String,
    /// "Lock now"
    pub lock_now: &'static str,
    /// "Are you still there?"
    pub warning: &'static str,
    /// What happens in a minute.
    pub warning_lead: &'static str,
    /// "Stay"
    pub stay: &'static str,
}

/// What to think about, for a [`crate::untrusted::sentence`].
pub fn caution(caution: &ConnectionWarning, t: &Texts) -> String {
    let shown = |text: &str| line(text).words(t);
    match caution {
        ConnectionWarning::Elsewhere(origin) => (t.keys.elsewhere)(&shown(origin.as_str())),
        ConnectionWarning::Proxy(origin) => (t.keys.proxy)(&shown(origin.as_str())),
        ConnectionWarning::Unencrypted(origin) => (t.keys.unencrypted)(&shown(origin.host())),
    }
}

/// Who a relay has to be trusted with what; about one that may be anybody's.
const STRANGER: &str = "Whoever runs it sees every request and answer, and could alter them. Never send real data through a public proxy such as cors-anywhere: use your company's own relay (see deploy/). It must repeat no request, answer no 408, and not close a connection before it has answered: browsers then send a change again.";
const STRANGER_KOREAN: &str = "릴레이를 운영하는 사람은 모든 요청과 응답을 보고 바꿀 수 있습니다. cors-anywhere 같은 공개 프록시로 실제 데이터를 보내지 말고 회사가 직접 운영하는 릴레이를 사용하세요(deploy/ 참고). 릴레이가 요청을 되풀이하거나, 408로 응답하거나, 응답하기 전에 연결을 끊으면 브라우저가 변경을 다시 보냅니다.";

/// A browser refuses to send to such a URL.
const CREDENTIALS: &str =
    "Leave out the user name and the password: a browser sends nothing to a URL that has them.";
const CREDENTIALS_KOREAN: &str =
    "사용자 이름과 비밀번호를 빼세요. 브라우저는 이들이 포함된 URL로 요청을 보내지 않습니다.";

/// A character with its code, as far as it can be seen: `"‐" (U+2010)`.
fn named(character: char, blank: &str, invisible: &str) -> String {
    let code = u32::from(character);
    let shown = character.to_string();
    if character.is_whitespace() {
        format!("{blank} (U+{code:04X})")
    } else if has_visible(&shown) {
        format!("\"{shown}\" (U+{code:04X})")
    } else {
        format!("{invisible} (U+{code:04X})")
    }
}

/// English.
pub const ENGLISH: KeyTexts = KeyTexts {
    remember: "Remember on this device",
    remember_hint: "The keys are kept in this browser, encrypted with your passphrase. A long passphrase that you use nowhere else protects them if somebody else gets this computer or a copy of its disk. It does not protect them from malicious software or browser extensions here, nor from a tampered page, once you type it. It can't be recovered.",
    record_name: "Name on this device",
    passphrase: "Passphrase",
    passphrase_again: "Repeat the passphrase",
    passphrase_short: || format!("The passphrase needs at least {SHORTEST_PASSPHRASE} characters."),
    passphrase_differs: "The two passphrases differ.",
    name_taken: "Give it a name that nothing remembered on this device has yet.",
    remembered: "Remembered on this device",
    record: "Remembered connection",
    unlock: "Unlock",
    unlocking: "Unlocking…",
    forget: |name| format!("Forget {name}"),
    unreadable: "(unreadable)",
    failed: |error| match error {
        VaultError::Passphrase => "The passphrase is wrong. Nothing was removed: try again.",
        VaultError::Damaged => {
            "What is remembered is damaged and can't be opened with any passphrase. It was left as it is: connect with your keys, and forget it when you like."
        }
        VaultError::Newer => {
            "A newer version of this console has remembered this. It was left as it is: reload the page, or connect with your keys."
        }
        VaultError::Unavailable => "This browser refuses to encrypt here. Nothing was changed.",
    },
    not_offered: "The remembered relay and gateway are not offered any more. Connect with your keys.",
    kept: |name| format!("Remembered on this device as {name}."),
    not_kept: "Connected, but not remembered: this browser's storage is full or forbidden.",
    needs_passphrase: "Enter the passphrase.",
    keys: "Keys",
    key_error: |error| match error {
        KeyError::Missing => "Enter both keys.".to_owned(),
        KeyError::AccessKey { position, character } => format!(
            "Character {position} is {}. An access key has only unaccented letters, digits and signs such as +, / and =: copy it again.",
            named(character, "a blank", "invisible")
        ),
        KeyError::SecretKey { position } => format!(
            "Character {position} can't be part of a secret key, which has only unaccented letters, digits and signs such as +, / and =: copy it again."
        ),
    },
    relay_error: |error| match error {
        UrlError::Credentials => CREDENTIALS,
        UrlError::Scheme => "A relay begins with / (on this site), https:// or http://.",
        UrlError::Host => "There can't be such a host.",
        UrlError::Port => "There is no such port: it is a number up to 65535.",
        UrlError::Character | UrlError::Path => "A relay has no spaces, no backslash and no #.",
        UrlError::Placeholder => {
            "A relay has at most one of {path}, {url} and {url_encoded}, and no other braces."
        }
        UrlError::BehindQuery => {
            "Behind a ? only {url_encoded} can be used: with anything else the relay loses the query of each request."
        }
        UrlError::NotLast => "Nothing may follow {path} or {url}: each request's query comes there.",
    },
    gateway_error: |error| match error {
        UrlError::Credentials => CREDENTIALS,
        UrlError::Port => "There is no such port: it is a number up to 65535.",
        UrlError::Host => "There can't be such a host.",
        _ => {
            "The gateway has to be https:// and a host, without a path: a path would not match the signature."
        }
    },
    forgotten_elsewhere: "This was forgotten in another tab. Connect with your keys.",
    dropped_elsewhere: "Not connected: meanwhile the keys were forgotten or locked in another tab.",
    elsewhere: |origin| format!("The relay {origin} is on another origin than this page. {STRANGER}"),
    proxy: |origin| format!("The relay {origin} takes whole addresses, as public proxies do. {STRANGER}"),
    unencrypted: |host| {
        format!(
            "Requests to {host} are not encrypted (http). Whoever is on the way can read and change them. Use https."
        )
    },
    idle: |minutes| {
        let unit = if minutes == 1 { "minute" } else { "minutes" };
        format!(
            "Locked: there was no input for {minutes} {unit}. Enter the keys or the passphrase again. What you had begun is kept for the same access key."
        )
    },
    locked: "Locked. Enter the keys or the passphrase again. What you had begun is kept for the same access key.",
    idle_lock: "Idle lock",
    never: "Never",
    minutes: |minutes| format!("{minutes} min"),
    lock_now: "Lock now",
    warning: "Are you still there?",
    warning_lead: "There was no input for a while. In less than a minute the keys are dropped and this page is locked. What you have begun is kept.",
    stay: "Stay",
};

/// Korean.
pub const KOREAN: KeyTexts = KeyTexts {
    remember: "이 기기에 저장",
    remember_hint: "키를 암호문구로 암호화하여 이 브라우저에 보관합니다. 다른 곳에 쓰지 않는 긴 암호문구는 이 컴퓨터나 디스크 사본이 남의 손에 들어가도 키를 보호합니다. 그러나 암호문구를 입력하는 순간의 악성 소프트웨어, 브라우저 확장 프로그램, 변조된 페이지로부터는 보호하지 못합니다. 잊으면 복구할 수 없습니다.",
    record_name: "이 기기에서의 이름",
    passphrase: "암호문구",
    passphrase_again: "암호문구 다시 입력",
    passphrase_short: || format!("암호문구는 {SHORTEST_PASSPHRASE}자 이상이어야 합니다."),
    passphrase_differs: "두 암호문구가 다릅니다.",
    name_taken: "이 기기에 저장된 것과 겹치지 않는 이름을 입력하세요.",
    remembered: "이 기기에 저장된 연결",
    record: "저장된 연결",
    unlock: "잠금 해제",
    unlocking: "잠금 해제 중…",
    forget: |name| format!("{name} 삭제"),
    unreadable: "(읽을 수 없음)",
    failed: |error| match error {
        VaultError::Passphrase => "암호문구가 틀렸습니다. 삭제된 것은 없으니 다시 시도하세요.",
        VaultError::Damaged => {
            "저장된 내용이 손상되어 어떤 암호문구로도 열 수 없습니다. 그대로 두었으니 키로 연결하고, 원할 때 삭제하세요."
        }
        VaultError::Newer => {
            "더 새로운 버전의 콘솔이 저장한 것입니다. 그대로 두었으니 페이지를 새로 고치거나 키로 연결하세요."
        }
        VaultError::Unavailable => "이 브라우저에서는 암호화할 수 없습니다. 변경된 것은 없습니다.",
    },
    not_offered: "저장된 릴레이와 게이트웨이는 더 이상 제공되지 않습니다. 키로 연결하세요.",
    kept: |name| format!("이 기기에 {name}(으)로 저장했습니다."),
    not_kept: "연결되었지만 저장하지 못했습니다. 브라우저 저장소가 가득 찼거나 금지되어 있습니다.",
    needs_passphrase: "암호문구를 입력하세요.",
    keys: "키",
    key_error: |error| match error {
        KeyError::Missing => "두 키를 모두 입력하세요.".to_owned(),
        KeyError::AccessKey { position, character } => format!(
            "{position}번째 문자가 {}입니다. 액세스 키는 영문자, 숫자와 +, /, = 같은 기호로만 이루어집니다. 다시 복사하세요.",
            named(character, "공백", "보이지 않는 문자")
        ),
        KeyError::SecretKey { position } => format!(
            "{position}번째 문자는 시크릿 키에 쓸 수 없습니다. 시크릿 키는 영문자, 숫자와 +, /, = 같은 기호로만 이루어집니다. 다시 복사하세요."
        ),
    },
    relay_error: |error| match error {
        UrlError::Credentials => CREDENTIALS_KOREAN,
        UrlError::Scheme => "릴레이는 /(이 사이트), https:// 또는 http://로 시작해야 합니다.",
        UrlError::Host => "있을 수 없는 호스트입니다.",
        UrlError::Port => "없는 포트입니다. 포트는 65535 이하의 숫자입니다.",
        UrlError::Character | UrlError::Path => "릴레이에는 공백, 역슬래시, #을 쓸 수 없습니다.",
        UrlError::Placeholder => {
            "릴레이에는 {path}, {url}, {url_encoded} 중 하나만 쓸 수 있고 다른 중괄호는 쓸 수 없습니다."
        }
        UrlError::BehindQuery => {
            "? 뒤에는 {url_encoded}만 쓸 수 있습니다. 그 밖에는 릴레이가 요청의 쿼리를 잃어버립니다."
        }
        UrlError::NotLast => "{path}나 {url} 뒤에는 아무것도 쓸 수 없습니다. 그 자리에 요청의 쿼리가 옵니다.",
    },
    gateway_error: |error| match error {
        UrlError::Credentials => CREDENTIALS_KOREAN,
        UrlError::Port => "없는 포트입니다. 포트는 65535 이하의 숫자입니다.",
        UrlError::Host => "있을 수 없는 호스트입니다.",
        _ => "게이트웨이는 경로 없이 https://와 호스트여야 합니다. 경로가 있으면 서명이 맞지 않습니다.",
    },
    forgotten_elsewhere: "다른 탭에서 삭제한 연결입니다. 키를 입력하여 연결하세요.",
    dropped_elsewhere: "연결하지 않았습니다. 그사이 다른 탭에서 키를 지우거나 잠갔습니다.",
    elsewhere: |origin| format!("릴레이 {origin}은(는) 이 페이지와 다른 출처에 있습니다. {STRANGER_KOREAN}"),
    proxy: |origin| format!("릴레이 {origin}은(는) 공개 프록시처럼 전체 주소를 받습니다. {STRANGER_KOREAN}"),
    unencrypted: |host| {
        format!(
            "{host}에 보내는 요청은 암호화되지 않습니다(http). 중간에서 누구나 읽고 바꿀 수 있습니다. https를 사용하세요."
        )
    },
    idle: |minutes| {
        format!(
            "잠김: {minutes}분 동안 입력이 없었습니다. 키나 암호문구를 다시 입력하세요. 작성 중이던 내용은 같은 액세스 키로 연결하면 그대로 있습니다."
        )
    },
    locked: "잠겼습니다. 키나 암호문구를 다시 입력하세요. 작성 중이던 내용은 같은 액세스 키로 연결하면 그대로 있습니다.",
    idle_lock: "자동 잠금",
    never: "사용 안 함",
    minutes: |minutes| format!("{minutes}분"),
    lock_now: "지금 잠그기",
    warning: "아직 계신가요?",
    warning_lead: "한동안 입력이 없었습니다. 1분 안에 키를 지우고 이 페이지를 잠급니다. 작성 중이던 내용은 그대로 있습니다.",
    stay: "계속 사용",
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wrong_character_is_named_and_one_of_a_secret_is_not() {
        for (texts, blank, invisible) in [
            (&ENGLISH, "a blank (U+00A0)", "invisible (U+200B)"),
            (&KOREAN, "공백 (U+00A0)", "문자 (U+200B)"),
        ] {
            let said = |character| (texts.key_error)(KeyError::AccessKey { position: 7, character });
            for (character, shown) in [
                ('‐', "\"‐\" (U+2010)"),
                ('Ａ', "\"Ａ\" (U+FF21)"),
                ('\u{a0}', blank),
                ('\u{200b}', invisible),
            ] {
                assert!(
                    said(character).contains(shown) && said(character).contains('7'),
                    "{}",
                    said(character)
                );
            }
            let secret = (texts.key_error)(KeyError::SecretKey { position: 7 });
            assert!(secret.contains('7') && !secret.contains("U+"), "{secret}");
        }
    }

    #[test]
    fn each_fault_of_a_url_is_said_in_both_languages() {
        use UrlError as E;
        for error in [
            E::Scheme,
            E::Host,
            E::Port,
            E::Credentials,
            E::Character,
            E::Path,
            E::Placeholder,
            E::BehindQuery,
            E::NotLast,
        ] {
            for said in [|t: &KeyTexts| t.relay_error, |t: &KeyTexts| t.gateway_error] {
                let (english, korean) = (said(&ENGLISH)(error), said(&KOREAN)(error));
                assert!(!english.is_empty() && english.is_ascii() && !korean.is_ascii(), "{error:?}");
            }
        }
        assert!((ENGLISH.relay_error)(E::BehindQuery).contains("{url_encoded}"));
    }
}
