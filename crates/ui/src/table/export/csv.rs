//! Rows as text: comma-separated values, and the text and HTML of a copied table.
//!
//! The texts come from others: none of them may become a formula in the spreadsheet that opens it.

/// The texts of a table, row by row, its headings first.
pub type Grid = Vec<Vec<String>>;

/// A byte order mark: without one, Excel takes UTF-8 for the system's old encoding.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// With which a spreadsheet lets a formula begin, in both widths.
const FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// What is not seen before a formula, and may be dropped by who reads it.
const INVISIBLE: [char; 7] =
    ['\u{200b}', '\u{200c}', '\u{200d}', '\u{200e}', '\u{200f}', '\u{2060}', BYTE_ORDER_MARK];

/// What may separate cells: which of these does depends on the computer's settings.
const SEPARATORS: [char; 4] = [';', '\t', '\r', '\n'];

/// A plain number. It stays one, except in the first cell, which names its row: with other separators
/// the cells behind it would follow its sign.
fn is_number(text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    match unsigned.split_once('.') {
        Some((whole, part)) => digits(whole) && digits(part),
        None => digits(unsigned),
    }
}

/// A text in which no formula begins, wherever a spreadsheet splits it: an apostrophe stands before.
fn guarded(text: &str, column: usize) -> String {
    if column > 0 && is_number(text) {
        return text.to_owned();
    }
    let mut safe = String::with_capacity(text.len());
    if text.starts_with(['\t', '\r', '\n']) {
        safe.push('\'');
    }
    let mut begins = true;
    for letter in text.chars() {
        if begins && FORMULA.contains(&letter) {
            safe.push('\'');
        }
        let is_skipped =
            letter == '"' || letter.is_whitespace() || letter.is_control() || INVISIBLE.contains(&letter);
        begins = SEPARATORS.contains(&letter) || (begins && is_skipped);
        safe.push(letter);
    }
    safe
}

/// A file of comma-separated values after RFC 4180, in UTF-8.
pub fn csv(grid: &Grid) -> String {
    let mut file = String::from(BYTE_ORDER_MARK);
    for row in grid {
        for (index, text) in row.iter().enumerate() {
            if index > 0 {
                file.push(',');
            }
            let text = guarded(text, index);
            // A row of one empty cell would be an empty line.
            let is_quoted = text.contains([',', '"', '\r', '\n']) || (text.is_empty() && row.len() == 1);
            if is_quoted {
                file.push('"');
                file.push_str(&text.replace('"', "\"\""));
                file.push('"');
            } else {
                file.push_str(&text);
            }
        }
        file.push_str("\r\n");
    }
    file
}

/// A table as text to paste: cells between tabs, each on one line.
pub fn lines(grid: &Grid) -> String {
    let cell = |(index, text): (usize, &String)| guarded(&text.replace(['\t', '\r', '\n'], " "), index);
    let row = |row: &Vec<String>| row.iter().enumerate().map(cell).collect::<Vec<String>>().join("\t");
    grid.iter().map(row).collect::<Vec<String>>().join("\n")
}

/// A table as HTML to paste.
pub fn html(grid: &Grid) -> String {
    let mut table = String::from("<table>");
    for (index, row) in grid.iter().enumerate() {
        let (open, close) = if index == 0 { ("<th>", "</th>") } else { ("<td>", "</td>") };
        table.push_str("<tr>");
        for (column, text) in row.iter().enumerate() {
            let escaped =
                guarded(text, column).replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
            table.push_str(open);
            table.push_str(&escaped.replace('\n', "<br>"));
            table.push_str(close);
        }
        table.push_str("</tr>");
    }
    table.push_str("</table>");
    table
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn grid(texts: &[&[&str]]) -> Grid {
        texts.iter().map(|row| row.iter().map(|text| (*text).to_owned()).collect()).collect()
    }

    /// What a reader finds between `delimiter`s.
    fn read(file: &str, delimiter: u8) -> Grid {
        assert!(file.starts_with(BYTE_ORDER_MARK));
        let mut reader = ::csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(delimiter)
            .from_reader(file.as_bytes());
        reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
    }

    /// Whether a spreadsheet could take it for a formula.
    fn is_formula(text: &str) -> bool {
        let is_skipped =
            |letter: char| letter.is_whitespace() || letter.is_control() || INVISIBLE.contains(&letter);
        !is_number(text) && text.trim_start_matches(is_skipped).starts_with(FORMULA)
    }

    #[test]
    fn the_format_is_that_of_rfc_4180() {
        let grid = grid(&[&["Name", "Size"], &["a, \"b\"\nc", "5"], &["", "한글"]]);
        assert_eq!(csv(&grid), "\u{feff}Name,Size\r\n\"a, \"\"b\"\"\nc\",5\r\n,한글\r\n");
        assert_eq!(csv(&vec![vec![String::new()]]), "\u{feff}\"\"\r\n");
    }

    #[test]
    fn formulas_are_texts_and_numbers_stay_numbers() {
        for formula in ["=1+1", "+7", "-1+2", "@SUM(A1)", "\t=1", "\r=1", "＝1", " =1", "-"] {
            assert!(guarded(formula, 1).starts_with(['\'', ' ']), "{formula}");
            assert!(!is_formula(&guarded(formula, 1)), "{formula}");
        }
        assert_eq!(guarded("-5", 0), "'-5");
        assert_eq!(guarded("memo;=1", 1), "memo;'=1");
        for same in ["-5", "0.25", "-12.5", "a=b", "2026-11-28 14:32:00", "a - b", "x@example.com"] {
            assert_eq!(guarded(same, 1), same);
        }
    }

    #[test]
    fn a_copied_table_has_its_cells_and_no_markup_of_others() {
        let grid = grid(&[&["Name"], &["<img src=x>&\ttwo\nlines"], &["=1"]]);
        assert_eq!(lines(&grid), "Name\n<img src=x>& two lines\n'=1");
        let table = html(&grid);
        assert!(table.starts_with("<table><tr><th>Name</th></tr>"), "{table}");
        assert!(table.contains("<td>&lt;img src=x&gt;&amp;\ttwo<br>lines</td>"), "{table}");
        assert!(table.contains("<td>'=1</td>"), "{table}");
    }

    fn hostile() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            2 => proptest::sample::select(vec![
                "=", "+", "-", "@", "＝", "－", "\t", "\r", "\n", "\r\n", "\"", "\"\"", ",", ";", " ", "'", "7",
                ".", "\u{0}", "\u{feff}", "cmd|' /C calc'!A0", "=1+1", "한글",
            ]).prop_map(str::to_owned),
            1 => any::<char>().prop_map(String::from),
        ];
        proptest::collection::vec(piece, 0..8).prop_map(|pieces| pieces.concat())
    }

    fn hostile_grid() -> impl Strategy<Value = Grid> {
        (1_usize..4).prop_flat_map(|width| {
            proptest::collection::vec(proptest::collection::vec(hostile(), width), 1..5)
        })
    }

    proptest! {
        #[test]
        fn a_reader_finds_each_text_again(grid in hostile_grid()) {
            let cell = |(index, text): (usize, &String)| guarded(text, index);
            let texts: Grid = grid.iter().map(|row| row.iter().enumerate().map(cell).collect()).collect();
            prop_assert_eq!(read(&csv(&grid), b','), texts);
        }

        #[test]
        fn no_formula_begins_however_cells_are_separated(grid in hostile_grid()) {
            let file = csv(&grid);
            for delimiter in [b',', b';', b'\t'] {
                for row in read(&file, delimiter) {
                    prop_assert!(!row.iter().any(|text| is_formula(text)), "{:?} in {:?}", row, file);
                }
            }
        }

        #[test]
        fn only_apostrophes_are_added(text in hostile()) {
            let guarded = guarded(&text, 1);
            let mut letters = guarded.chars().peekable();
            for letter in text.chars() {
                if letters.peek() == Some(&'\'') && letter != '\'' {
                    letters.next();
                }
                prop_assert_eq!(letters.next(), Some(letter));
            }
            prop_assert_eq!(letters.next(), None);
        }
    }
}
