//! The documented limits, each in one place: requests check them before signing, forms ask them.

use databoxframe_characters::has_visible;

/// A whole number between two bounds, counted from `min` in steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    /// Smallest value.
    pub min: u64,
    /// Largest value.
    pub max: u64,
    /// Distance between allowed values.
    pub step: u64,
}

/// A length in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Length {
    /// Fewest characters.
    pub min: usize,
    /// Most characters.
    pub max: usize,
}

/// A number of list items.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Items {
    /// Fewest items.
    pub min: usize,
    /// Most items.
    pub max: usize,
}

/// Policy for the password of a server account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PasswordRule {
    /// Length.
    pub length: Length,
    /// Characters it must not contain.
    pub forbidden: &'static [char],
}

/// NAS volume in GB (pages: change-data-box-nas-volume-size, modify-data-box-frame-admin-infra).
pub const NAS_SIZE_GB: Range = Range { min: 500, max: 10_000, step: 100 };
/// All NAS volumes together, in GB: the 10 TB that the same pages name, as the largest volume has it.
pub const NAS_TOTAL_GB: u64 = 10_000;
/// A count or size without documented bounds.
pub const ANY_COUNT: Range = Range { min: 1, max: i32::MAX as u64, step: 1 };
/// SSL VPN accounts for each Connect server (page: create-data-box).
pub const SSL_VPN_PER_CONNECT_SERVER: u64 = 3;
/// Files in one import or export request (2025 pages; the 2023 page allowed one export file).
pub const FILES: Items = Items { min: 1, max: 5 };
/// Memo of an import request (page: apply-file-import).
pub const IMPORT_MEMO: Length = Length { min: 1, max: 50 };
/// Memo of an export request (page: apply-file-export).
pub const EXPORT_MEMO: Length = Length { min: 0, max: 50 };
/// Description of an exported file (page: apply-file-export).
pub const FILE_DESCRIPTION: Length = Length { min: 0, max: 1000 };
/// Why files are exported (page: apply-file-export).
pub const EXPORT_PURPOSE: Length = Length { min: 1, max: 1000 };
/// Why an export is rejected (page: export-file-reject, older English edition).
pub const REJECT_REASON: Length = Length { min: 1, max: 1000 };
/// A name that has to be there and has no documented length.
pub const NAME: Length = Length { min: 1, max: usize::MAX };
/// A text without documented length.
pub const ANY_LENGTH: Length = Length { min: 0, max: usize::MAX };
/// Largest imported file, in MB (page: apply-file-import). The console never sees the file.
pub const IMPORT_FILE_MB: u32 = 500;
/// Largest exported file, in MB (page: apply-file-export).
pub const EXPORT_FILE_MB: u32 = 10;
/// Passwords of servers and clusters (pages: create-data-box, modify-data-box-frame-admin-infra).
pub const PASSWORD: PasswordRule = PasswordRule {
    length: Length { min: 8, max: 14 },
    forbidden: &['\'', '"', '\u{20a9}', '/', '&', '`', ' '],
};

/// A documented limit that a request breaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    /// The field, as the API names it: `sourceFileInfoList[2].fileName`.
    pub path: String,
    /// The broken limit.
    pub problem: Problem,
}

/// Kinds of broken limits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// It is needed.
    Required,
    /// One of these two lists is needed.
    NeedsOneOf([&'static str; 2]),
    /// Required, but without visible characters.
    Invisible,
    /// It has to be a whole number of digits.
    NotANumber,
    /// It is outside the bounds or between two steps.
    OutOfRange(Range),
    /// It has too few or too many characters.
    WrongLength(Length),
    /// There are too few or too many items.
    WrongCount(Items),
    /// A password with a character that is not allowed.
    ForbiddenCharacter(char),
    /// A password without upper case, lower case, a digit or a special character.
    MissingClass(CharacterClass),
    /// There is no such day or time.
    NotADate,
    /// The start of a time window is after its end.
    StartAfterEnd,
}

/// The four classes of characters a password is mixed of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CharacterClass {
    /// A-Z.
    Upper,
    /// a-z.
    Lower,
    /// 0-9.
    Digit,
    /// Any other character.
    Special,
}

impl Range {
    /// Whether a value keeps the rule.
    pub fn check(self, value: u64) -> Option<Problem> {
        let on_step = value.checked_sub(self.min).is_some_and(|above| above.is_multiple_of(self.step));
        (value > self.max || !on_step).then_some(Problem::OutOfRange(self))
    }
}

impl Length {
    /// Whether a text keeps the rule; an empty text that has to be there is missing, and one of
    /// blanks and characters without a picture says as little.
    pub fn check(self, text: &str) -> Option<Problem> {
        if self.min > 0 && text.is_empty() {
            return Some(Problem::Required);
        }
        if self.min > 0 && !has_visible(text) {
            return Some(Problem::Invisible);
        }
        self.count(text)
    }

    fn count(self, text: &str) -> Option<Problem> {
        let length = text.chars().count();
        (length < self.min || length > self.max).then_some(Problem::WrongLength(self))
    }
}

impl PasswordRule {
    /// All rules of the policy that a password breaks, to show the policy while typing.
    pub fn check(self, password: &str) -> Vec<Problem> {
        if password.is_empty() {
            return vec![Problem::Required];
        }
        let mut problems: Vec<Problem> = self.length.count(password).into_iter().collect();
        // The mix is of English letters, digits and special characters: what is not printable
        // ASCII is none of them.
        let mut forbidden: Vec<char> = Vec::new();
        for c in password.chars() {
            let allowed = c.is_ascii_graphic() && !self.forbidden.contains(&c);
            if !allowed && !forbidden.contains(&c) {
                forbidden.push(c);
            }
        }
        problems.extend(forbidden.into_iter().map(Problem::ForbiddenCharacter));
        for class in
            [CharacterClass::Upper, CharacterClass::Lower, CharacterClass::Digit, CharacterClass::Special]
        {
            if !password.chars().any(|c| class.contains(c)) {
                problems.push(Problem::MissingClass(class));
            }
        }
        problems
    }
}

impl CharacterClass {
    /// Whether a character is of this class.
    pub fn contains(self, c: char) -> bool {
        match self {
            Self::Upper => c.is_ascii_uppercase(),
            Self::Lower => c.is_ascii_lowercase(),
            Self::Digit => c.is_ascii_digit(),
            Self::Special => !c.is_ascii_alphanumeric(),
        }
    }
}
