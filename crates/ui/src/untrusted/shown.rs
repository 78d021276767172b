//! The display of a text, piece by piece.

use databoxframe_characters::{is_hidden, is_mark};

use super::imitate::{Origin, imitations};
use super::{clusters, normal};

/// Longest shown text, in characters: beyond every limit of the API reference.
const MAX_CHARACTERS: usize = 2_000;
/// Most combining marks on one letter. More would draw over the lines around it.
const MAX_MARKS: usize = 4;
/// Most joined letters. More can't be broken into lines.
const MAX_JOINED: usize = 8;
/// Most line breaks in a row. More would only push the rest away.
const MAX_BREAKS: usize = 2;

/// Layout of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// A name, a file, a number, a status, a message: without line breaks.
    Line,
    /// A memo, a purpose, a description, a reason.
    Lines,
    /// Program text: blanks and tabs are layout, look-alikes are not marked.
    Raw,
}

/// A part of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Text without marks.
    Text(String),
    /// An unusual line break.
    Break(&'static str),
    /// Invisible blanks, with their number.
    Blank(usize),
    /// An invisible character, with its number of repetitions.
    Named(char, usize),
    /// Combining marks that are not shown, because there are too many on one letter.
    Joined(String),
    /// The last letters, this many, are look-alikes.
    Imitates(usize, Origin),
    /// The whole text is decomposed.
    Decomposed,
    /// The text is neither composed nor decomposed.
    Unnormalized(String),
    /// The cut part of a long text, and the length of the whole text.
    Cut(String, usize),
    /// A mark in a sentence.
    Note(String),
}

/// Splits a text into pieces.
pub fn pieces(text: &str, layout: Layout) -> Vec<Piece> {
    if is_plain(text) {
        return vec![Piece::Text(text.to_owned())];
    }
    let end = text.char_indices().nth(MAX_CHARACTERS).filter(|_| layout != Layout::Raw);
    let (beginning, rest) = end.map_or((text, ""), |(end, _)| text.split_at(end));
    let mut walk = Walk::new(layout, !rest.is_empty());
    let marks = if layout == Layout::Raw { Vec::new() } else { imitations(beginning) };
    let mut marks = marks.into_iter().peekable();
    let mut characters = beginning.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        walk.character(character, characters.peek().map(|(_, next)| *next));
        if let Some((_, count, origin)) = marks.next_if(|(end, ..)| *end == at + character.len_utf8()) {
            walk.imitates = Some((count, origin));
        }
    }
    walk.end();
    let mut pieces = walk.pieces;
    if !rest.is_empty() {
        pieces.push(Piece::Cut(rest.to_owned(), MAX_CHARACTERS + rest.chars().count()));
    }
    if layout != Layout::Raw && !text.is_ascii() {
        pieces.extend(normal_form(text));
    }
    pieces
}

/// Whether a character is seen as what it is wherever it stands, and reorders nothing: of ASCII and
/// of the composed syllables of Hangul.
pub fn is_simple(character: char) -> bool {
    matches!(character, ' '..='~' | '가'..='힣')
}

/// Whether a text needs no marks, which is the most frequent case.
fn is_plain(text: &str) -> bool {
    text.len() <= MAX_CHARACTERS
        && text.chars().all(is_simple)
        && !text.contains("  ")
        && text.trim_ascii() == text
}

/// The note for a text that looks the same in another normalization form.
fn normal_form(text: &str) -> Option<Piece> {
    if normal::nfc(text) == text {
        None
    } else if normal::nfd(text) == text {
        Some(Piece::Decomposed)
    } else {
        Some(Piece::Unnormalized(text.to_owned()))
    }
}

/// State of the walk through a text.
struct Walk {
    layout: Layout,
    /// Whether the text continues after the shown part.
    goes_on: bool,
    pieces: Vec<Piece>,
    text: String,
    joined: String,
    imitates: Option<(usize, Origin)>,
    before: Option<char>,
    /// The letter that combining marks belong to.
    base: Option<char>,
    marks: Vec<char>,
    cluster: usize,
    breaks: usize,
}

impl Walk {
    fn new(layout: Layout, goes_on: bool) -> Self {
        Self {
            layout,
            goes_on,
            pieces: Vec::new(),
            text: String::new(),
            joined: String::new(),
            imitates: None,
            before: None,
            base: None,
            marks: Vec::new(),
            cluster: 0,
            breaks: 0,
        }
    }

    fn character(&mut self, character: char, next: Option<char>) {
        match character {
            '\n' | '\r' if self.layout != Layout::Line => self.line_break(character, next),
            '\t' if self.layout == Layout::Raw => self.plain(character),
            ' ' if self.layout == Layout::Raw || self.is_seen_blank(next) => self.plain(character),
            ' ' => self.blank(),
            _ if character.is_whitespace() || is_hidden(character) => self.named(character),
            // Characters that stand for others have to be distinguishable from them.
            '⟨' | '⟩' | '␣' if self.layout != Layout::Raw => self.named(character),
            _ if is_mark(character) => self.mark(character),
            _ if is_stray_jamo(self.before, character) => self.named(character),
            _ if self.joins(character) && self.cluster >= MAX_JOINED => self.joined.push(character),
            _ => {
                self.plain(character);
                // A conjoining consonant without a vowel looks like the stand-alone letter.
                let goes_on = next.is_some_and(|next| is_lead(next) || is_vowel(next) || is_syllable(next));
                if is_lead(character) && !goes_on {
                    self.imitates = Some((1, Origin::Other(character)));
                }
            }
        }
        self.breaks = if matches!(character, '\n' | '\r') { self.breaks } else { 0 };
        self.before = Some(character);
    }

    /// A single space between two words of a line.
    fn is_seen_blank(&self, next: Option<char>) -> bool {
        let is_word = |character: Option<char>| character.is_some_and(|character| !character.is_whitespace());
        is_word(self.before) && (is_word(next) || (next.is_none() && self.goes_on))
    }

    fn blank(&mut self) {
        if let (true, Some(Piece::Blank(count))) = (self.text.is_empty(), self.pieces.last_mut()) {
            *count += 1;
        } else {
            self.special(Piece::Blank(1));
        }
    }

    fn line_break(&mut self, character: char, next: Option<char>) {
        match (character, next) {
            // Counted together with the following blanks.
            ('\r', Some('\n')) => return,
            ('\r', _) => return self.named('\r'),
            _ => {}
        }
        let unusual = self.before == Some('\r');
        self.breaks += 1;
        if self.breaks > MAX_BREAKS && self.layout != Layout::Raw {
            if unusual {
                self.named('\r');
            }
            self.named('\n');
        } else if unusual {
            self.special(Piece::Break("\r\n"));
        } else {
            self.plain('\n');
            self.base = None;
        }
    }

    fn mark(&mut self, character: char) {
        let dotted = character == '\u{307}' && matches!(self.base, Some('i' | 'j' | 'ı' | 'ȷ' | 'і' | 'ј'));
        if self.base.is_none() || dotted || !self.joined.is_empty() && self.marks.is_empty() {
            return self.named(character);
        }
        // A repeated combining mark is drawn over itself.
        if self.marks.len() >= MAX_MARKS || self.marks.contains(&character) || !self.joined.is_empty() {
            self.joined.push(character);
        } else {
            self.marks.push(character);
            self.text.push(character);
        }
        self.cluster += 1;
    }

    /// Whether a character is drawn and broken together with the one before it: parts of Hangul
    /// syllables, and emoji modifiers.
    fn joins(&self, character: char) -> bool {
        let Some(before) = self.before else { return false };
        match character {
            '\u{1f3fb}'..='\u{1f3ff}' => true,
            _ if is_vowel(character) || is_tail(character) => true,
            _ => (is_lead(character) || is_syllable(character)) && is_lead(before),
        }
    }

    fn plain(&mut self, character: char) {
        let joins = self.joins(character);
        self.settle();
        self.cluster = if joins { self.cluster + 1 } else { 1 };
        self.text.push(character);
        self.base = (!character.is_whitespace()).then_some(character);
    }

    fn named(&mut self, character: char) {
        self.settle();
        if let (true, Some(Piece::Named(last, count))) = (self.text.is_empty(), self.pieces.last_mut())
            && *last == character
        {
            *count += 1;
        } else {
            self.special(Piece::Named(character, 1));
        }
        self.base = None;
    }

    fn special(&mut self, piece: Piece) {
        self.settle();
        self.flush();
        self.pieces.push(piece);
        self.base = None;
        self.cluster = 0;
    }

    /// Ends the previous letter, with its marks.
    fn settle(&mut self) {
        self.marks.clear();
        if !self.joined.is_empty() {
            self.flush();
            self.pieces.push(Piece::Joined(std::mem::take(&mut self.joined)));
        }
        if let Some((count, origin)) = self.imitates.take() {
            self.flush();
            self.pieces.push(Piece::Imitates(count, origin));
        }
    }

    fn flush(&mut self) {
        let text = std::mem::take(&mut self.text);
        for (text, rest) in clusters::cut(&text) {
            if !text.is_empty() {
                self.pieces.push(Piece::Text(text));
            }
            if !rest.is_empty() {
                self.pieces.push(Piece::Joined(rest));
            }
        }
    }

    fn end(&mut self) {
        self.settle();
        self.flush();
    }
}

/// A leading consonant of a Hangul syllable of several characters (choseong).
fn is_lead(character: char) -> bool {
    matches!(character, '\u{1100}'..='\u{115f}' | '\u{a960}'..='\u{a97c}')
}

/// A vowel of such a syllable (jungseong).
fn is_vowel(character: char) -> bool {
    matches!(character, '\u{1160}'..='\u{11a7}' | '\u{d7b0}'..='\u{d7c6}')
}

/// A trailing consonant of such a syllable (jongseong).
fn is_tail(character: char) -> bool {
    matches!(character, '\u{11a8}'..='\u{11ff}' | '\u{d7cb}'..='\u{d7fb}')
}

/// A precomposed Hangul syllable.
fn is_syllable(character: char) -> bool {
    matches!(character, '\u{ac00}'..='\u{d7a3}')
}

/// Whether a vowel or trailing consonant has no syllable before it.
fn is_stray_jamo(before: Option<char>, character: char) -> bool {
    let after = |belongs: fn(char) -> bool| before.is_some_and(belongs);
    if is_vowel(character) {
        !after(is_lead) && !after(is_vowel) && !after(is_syllable)
    } else {
        is_tail(character) && !after(is_vowel) && !after(is_tail) && !after(is_syllable)
    }
}
