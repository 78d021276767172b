//! The texts of the marks in names and other untrusted texts.

/// One language's.
pub struct MarkTexts {
    /// "Cyrillic"
    pub cyrillic: &'static str,
    /// "Greek"
    pub greek: &'static str,
    /// "Armenian"
    pub armenian: &'static str,
    /// "full-width"
    pub full_width: &'static str,
    /// "mathematical"
    pub mathematical: &'static str,
    /// So many more signs on a letter.
    pub joined: fn(usize) -> String,
    /// That a text is shown in part, and how long it is.
    pub cut: fn(usize) -> String,
    /// What `␣` means.
    pub blank: &'static str,
    /// What the number of a character means.
    pub hidden: &'static str,
    /// Why signs on a letter are not shown.
    pub too_many: &'static str,
    /// What the name of a script means.
    pub imitates: &'static str,
    /// What `NFD` means.
    pub decomposed: &'static str,
    /// Why a text is cut, and what the number is for.
    pub too_long: &'static str,
}

/// English.
pub const ENGLISH: MarkTexts = MarkTexts {
    cyrillic: "Cyrillic",
    greek: "Greek",
    armenian: "Armenian",
    full_width: "full-width",
    mathematical: "mathematical",
    joined: |count| format!("+{count} combining"),
    cut: |count| format!("… cut: {count} characters"),
    blank: "A blank that would be hard to see",
    hidden: "A character that can't be seen, or that looks like another one: its Unicode number",
    too_many: "More combining characters on one letter than can be shown, and their checksum",
    imitates: "The letters before this mark only look like Latin ones",
    decomposed: "Written with decomposed letters: a name that looks the same can be another one",
    too_long: "Too long to be shown whole; the checksum is that of the rest",
};

/// Korean.
pub const KOREAN: MarkTexts = MarkTexts {
    cyrillic: "키릴 문자",
    greek: "그리스 문자",
    armenian: "아르메니아 문자",
    full_width: "전각 문자",
    mathematical: "수학 기호",
    joined: |count| format!("결합 문자 +{count}"),
    cut: |count| format!("… 일부만 표시: {count}자"),
    blank: "눈에 잘 띄지 않는 공백",
    hidden: "보이지 않거나 다른 문자처럼 보이는 문자의 유니코드 번호",
    too_many: "한 글자에 결합 문자가 너무 많아 생략하고 체크섬을 표시합니다",
    imitates: "앞의 글자는 로마자처럼 보이지만 로마자가 아닙니다",
    decomposed: "자모가 분리된 형태(NFD)로 쓰여 있습니다. 똑같아 보여도 다른 이름일 수 있습니다",
    too_long: "너무 길어 일부만 표시합니다. 체크섬은 나머지 부분의 값입니다",
};
