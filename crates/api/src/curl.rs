//! A request as a script for a plain shell, with curl and openssl.

use crate::body::{Passwords, Writer};
use crate::operation::Method;
use crate::request::{Language, UnsignedRequest};

/// Notes are arguments of `:`, because an interactive zsh (macOS) takes `#` for a command; for
/// its sake also no variable is called `path`, and none is split into words. All is in one
/// subshell: it is read as a whole before anything asks or stops, and leaves nothing behind.
const START: &str = r#"(
set -eu
: 'The secret key is asked for, unless the variable NCP_SECRET_KEY holds it.'
ask() {
  trap 'stty echo 2>/dev/null || :' EXIT
  trap 'exit 1' INT TERM
  stty -echo 2>/dev/null || :
  printf '%s: ' "$1" >&2
  IFS= read -r answer || :
  echo >&2
  if [ -z "$answer" ]; then echo 'Nothing was typed, nothing is sent.' >&2; exit 1; fi
  printf '%s' "$answer"
}
"#;

const JSON: &str = r#"json() { printf '%s' "$1" | LC_ALL=C sed 's/[\\"]/\\&/g'; }
"#;

/// HMAC by its definition: of two hashes, over the key with one of two bytes (RFC 2104).
const SIGN: &str = r#"if [ "${#NCP_SECRET_KEY}" -gt 64 ]; then echo 'The secret key is too long.' >&2; exit 1; fi
: 'The same as openssl dgst -sha256 -hmac KEY -binary, but no list of processes shows the key.'
key_xor() {
  { printf '%s' "$NCP_SECRET_KEY"; head -c 64 /dev/zero; } | head -c 64 | od -An -v -tu1 | tr -s ' ' '\n' |
    while read -r byte; do
      if [ -n "$byte" ]; then printf '%b' "\\0$(printf '%o' "$((byte ^ $1))")"; fi
    done
}
hmac() {
  { key_xor 92; { key_xor 54; cat; } | openssl dgst -sha256 -binary; } | openssl dgst -sha256 -binary
}
timestamp=$(date +%s)000
"#;

impl UnsignedRequest {
    /// A script for any POSIX shell, also to be pasted into an interactive one, that signs
    /// and sends this request with the language of the answer. It holds no secret: it asks
    /// for the secret key (or takes `NCP_SECRET_KEY`) and for each password in the body, and
    /// sends nothing without them. No secret is an argument of a command.
    ///
    /// `url`: of the gateway or of a relay, with path and query.
    pub fn curl(&self, url: &str, access_key: &str, language: Language) -> String {
        let method = self.spec.method;
        let writer = Writer::of(self, Passwords::Variable);
        let mut script = START.to_owned();
        let mut line = |parts: &[&str]| {
            for part in parts {
                script.push_str(part);
            }
            script.push('\n');
        };
        line(&["access_key=", &quoted(access_key)]);
        line(&[
            r#"if [ -z "${NCP_SECRET_KEY-}" ]; then NCP_SECRET_KEY=$(ask "Secret key of $access_key"); fi"#,
        ]);
        for (index, (path, _)) in writer.passwords.iter().enumerate() {
            line(&[&format!("password_{}=$(ask {})", index + 1, quoted(path))]);
        }
        if self.body.is_some() {
            if !writer.passwords.is_empty() {
                line(&[JSON.trim_end()]);
            }
            line(&["body='", &writer.text, "'"]);
        }
        line(&[SIGN.trim_end()]);
        let signed = quoted(&format!("{} {}", method.as_str(), self.path_and_query));
        line(&[
            r"signature=$(printf '%s\n%s\n%s' ",
            &signed,
            r#" "$timestamp" "$access_key" | hmac | openssl base64)"#,
        ]);
        // By standard input, where it is no argument either.
        let body = if self.body.is_some() { "printf '%s' \"$body\" | " } else { "" };
        line(&[
            body,
            "curl --silent --show-error --globoff --write-out '\\n' --request ",
            method.as_str(),
            " \\",
        ]);
        line(&[r#"  --header "x-ncp-apigw-timestamp: $timestamp" \"#]);
        line(&[r#"  --header "x-ncp-iam-access-key: $access_key" \"#]);
        line(&[r#"  --header "x-ncp-apigw-signature-v2: $signature" \"#]);
        line(&["  --header 'x-ncp-lang: ", language.code(), "' \\"]);
        line(&["  --header 'accept: application/json' \\"]);
        if method == Method::Post {
            line(&["  --header 'content-type: application/json' \\"]);
            line(&["  --data-binary @- \\"]);
        }
        line(&["  ", &quoted(url)]);
        line(&[")"]);
        script
    }
}

/// A word of a shell that means exactly this text; a shell knows no text with a NUL.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\0', "").replace('\'', r"'\''"))
}

#[cfg(test)]
mod tests {
    use std::process::Command;

    use proptest::prelude::*;

    use super::quoted;

    /// A word as a shell reads it.
    fn read_by(shell: &str, word: &str) -> Option<Vec<u8>> {
        let output = Command::new(shell).args(["-c", &format!("printf '%s' {word}")]).output().ok()?;
        assert!(output.status.success(), "{shell}: {word}");
        Some(output.stdout)
    }

    #[test]
    fn a_quoted_text_is_one_word_with_nothing_left_to_interpret() {
        for text in [
            "",
            "'",
            "''",
            "it's",
            r"\",
            r"\'",
            "$HOME `id` $(id)",
            "a\nb",
            "*?[a]~!!",
            "파일 '1'",
            "\0",
            "-n",
        ] {
            let read = read_by("sh", &quoted(text)).expect("there is a shell");
            assert_eq!(String::from_utf8_lossy(&read), text.replace('\0', ""), "{text:?}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn any_text_survives_every_shell(
            text in prop_oneof![any::<String>(), "['\"\\\\$`!#&;|<>(){}*?~ \\n\\r\\t한a-c-]{0,40}"],
        ) {
            let text = text.replace('\0', "");
            for shell in ["sh", "bash", "dash", "zsh"] {
                // Without a shell of that name there is nothing to compare; `sh` is everywhere.
                let read = read_by(shell, &quoted(&text));
                prop_assert!(read.is_some() || shell != "sh");
                if let Some(read) = read {
                    prop_assert_eq!(String::from_utf8_lossy(&read), text.as_str(), "{}", shell);
                }
            }
        }
    }
}
