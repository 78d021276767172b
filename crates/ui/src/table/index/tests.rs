use super::*;
use crate::Tone;
use crate::cell::SortKey;
use crate::table::column::Column;
use crate::table::row::{Source, numbered};

/// Rows of these cells.
fn rows_of(cells: Vec<Vec<Cell>>) -> Arc<Vec<Row>> {
    let width = cells.first().map_or(0, Vec::len);
    let column = |index: usize| Column::new("", "", move |cells: &Vec<Cell>, &()| cells[index].clone());
    let columns: Arc<[Column<Vec<Cell>>]> = (0..width).map(column).collect();
    Arc::new(numbered(Row::all(Arc::new(cells), &columns, &Arc::new(()), Source::none()), None))
}

fn cells() -> Vec<Vec<Cell>> {
    [("10", "Alpha", 5.0), ("9", "베타 file", 50.0), ("100", "Gamma file", 1.0)]
        .map(|(id, name, size)| {
            let amount =
                Cell::Amount { text: format!("{size} MB"), written: size.to_string(), value: Some(size) };
            vec![Cell::Text(id.into()), Cell::Text(name.into()), amount]
        })
        .to_vec()
}

fn index(cells: &[Vec<Cell>]) -> Index {
    Index::new(rows_of(cells.to_vec()), None)
}

fn distinct(index: &mut Index, column: usize) -> Vec<(String, String)> {
    assert!(index.prepare_values(column, &mut || true));
    index.distinct(column)
}

fn ids(index: &mut Index, search: &str, chosen: &[(usize, String)], sort: Option<Sort>) -> Vec<String> {
    let wanted = Wanted { search: search.into(), chosen: chosen.to_vec(), sort };
    assert!(index.prepare(&wanted, &mut || true));
    let arranged = index.arrange(&wanted);
    arranged.into_iter().map(|place| index.rows()[place as usize].cell(0).as_str().to_owned()).collect()
}

#[test]
fn filters_by_every_word_in_any_cell() {
    assert_eq!(ids(&mut index(&cells()), "FILE 베타", &[], None), ["9"]);
    assert_eq!(ids(&mut index(&cells()), "file", &[(0, "100".into())], None), ["100"]);
    assert!(ids(&mut index(&cells()), "nothing", &[], None).is_empty());
}

#[test]
fn sorts_numbers_as_numbers_and_keeps_the_order_given_otherwise() {
    assert_eq!(ids(&mut index(&cells()), "", &[], None), ["10", "9", "100"]);
    assert_eq!(
        ids(&mut index(&cells()), "", &[], Some(Sort { column: 0, descending: false })),
        ["9", "10", "100"]
    );
    assert_eq!(
        ids(&mut index(&cells()), "", &[], Some(Sort { column: 2, descending: true })),
        ["9", "10", "100"]
    );
}

#[test]
fn a_filter_offers_each_value_once_and_chooses_states_by_code() {
    let mut rows = cells();
    rows.extend(rows.clone());
    let texts: Vec<String> = distinct(&mut index(&rows), 1).into_iter().map(|(_, text)| text).collect();
    assert_eq!(texts, ["Alpha", "Gamma file", "베타 file"]);

    rows[0][1] = Cell::badge(Tone::Good, "In use", "USE");
    let mut index = index(&rows);
    assert!(distinct(&mut index, 1).contains(&("USE".into(), "In use".into())));
    assert_eq!(ids(&mut index, "", &[(1, "USE".into())], None), ["10"]);
}

/// Names with their places in the list.
fn named(names: &[&str]) -> Index {
    let row = |(place, name): (usize, &&str)| vec![Cell::Text(place.to_string()), Cell::Text((*name).into())];
    index(&names.iter().enumerate().map(row).collect::<Vec<_>>())
}

#[test]
fn letter_case_is_overlooked_in_searches_and_in_chosen_values() {
    let mut index = named(&["ΟΔΟΣ.csv", "Straße", "ЛАБ", "лаб"]);
    assert_eq!(ids(&mut index, "οδος", &[], None), ["0"]);
    assert_eq!(ids(&mut index, "STRASSE", &[], None), ["1"]);
    assert_eq!(ids(&mut index, "Лаб", &[], None), ["2", "3"]);
    // One name is one choice, and the choice is all of its rows.
    assert_eq!(distinct(&mut index, 1).len(), 3);
    assert_eq!(ids(&mut index, "", &[(1, "лаб".into())], None), ["2", "3"]);
}

#[test]
fn a_search_stays_within_a_row() {
    // The sign that ends the text of a row may stand in a name.
    let mut index = named(&["a\u{1e}b", "c", "d"]);
    assert_eq!(ids(&mut index, "d", &[], None), ["2"]);
    assert_eq!(ids(&mut index, "ab", &[], None), ["0"]);
    assert!(ids(&mut index, "a c", &[], None).is_empty());
}

#[test]
fn two_codes_of_one_text_are_one_choice() {
    let badge = |code| Cell::badge(Tone::Good, "Requested", code);
    let request = |id: &str, cell| vec![Cell::Text(id.into()), cell];
    // Sorted by their text they stay in this order: a code came again after the other.
    let mut index =
        index(&[request("1", badge("INIT")), request("2", badge("REQ")), request("3", badge("INIT"))]);
    assert_eq!(distinct(&mut index, 1), [("INIT".to_owned(), "Requested".to_owned())]);
    assert_eq!(ids(&mut index, "", &[(1, "REQ".into())], None), ["1", "2", "3"]);
}

#[test]
fn names_are_sorted_by_the_alphabet_whatever_their_case() {
    let mut names =
        ["나", "Zeta", "alpha", "Beta", "가", "ALPHA", "10", "beta-2"].map(|name| Cell::Text(name.into()));
    names.sort_by(|a, b| a.clone().sort_key().compare(&b.clone().sort_key()));
    let sorted: Vec<&str> = names.iter().map(Cell::as_str).collect();
    assert_eq!(sorted, ["10", "ALPHA", "alpha", "Beta", "beta-2", "Zeta", "가", "나"]);
}

#[test]
fn any_names_have_an_order() {
    // As text, "1a" is before "9" and after "10".
    let names = (0..40).map(|number| match number % 4 {
        0 => format!("{number}"),
        1 => format!("{number}a"),
        2 => format!("+{number}"),
        _ => format!("{}{number}", if number % 8 == 3 { "A" } else { "a" }),
    });
    let amount = |value| Cell::Amount { text: "an amount".into(), written: String::new(), value };
    let others = [Cell::None, amount(None), amount(Some(3.0))];
    let keys: Vec<SortKey> = names.map(Cell::Text).chain(others).map(Cell::sort_key).collect();
    for (a, b) in keys.iter().flat_map(|a| keys.iter().map(move |b| (a, b))) {
        assert_eq!(a.compare(b), b.compare(a).reverse(), "{a:?} {b:?}");
        for c in &keys {
            let transitive = a.compare(b).is_le() && b.compare(c).is_le();
            assert!(!transitive || a.compare(c).is_le(), "{a:?} {b:?} {c:?}");
        }
    }
}

#[test]
fn work_that_has_no_time_goes_on_where_it_was() {
    let many: Vec<Vec<Cell>> = (0..1_000).map(|number| vec![Cell::Text(format!("row {number}"))]).collect();
    let mut index = index(&many);
    let mut steps = 0;
    loop {
        let mut is_first = true;
        steps += 1;
        if index.prepare_search(&mut || std::mem::take(&mut is_first)) {
            break;
        }
    }
    assert_eq!(steps, 1_000_usize.div_ceil(PIECE));
    let wanted = Wanted { search: "row 99".into(), ..Wanted::default() };
    assert_eq!(index.arrange(&wanted).len(), 19);
}

#[test]
fn what_is_known_of_unchanged_rows_is_kept() {
    let rows = rows_of(cells());
    let mut before = Index::new(rows.clone(), None);
    assert!(before.prepare_search(&mut || true) && before.prepare_values(1, &mut || true));
    // The same rows, read again.
    let mut after = Index::new(Arc::new(rows.to_vec()), Some(&mut before));
    assert!(after.prepare_search(&mut || false) && after.prepare_values(1, &mut || false));
    // Others behind them.
    let more: Vec<Row> = rows.iter().cloned().chain(rows_of(cells()).iter().cloned()).collect();
    let mut longer = Index::new(Arc::new(more), Some(&mut after));
    assert_eq!(longer.texts.len(), 3);
    assert!(!longer.prepare_search(&mut || false) && !longer.prepare_values(1, &mut || false));
    assert_eq!(ids(&mut longer, "alpha", &[], None), ["10", "10"]);
    // Fewer.
    let mut fewer = Index::new(Arc::new(rows.iter().take(2).cloned().collect()), Some(&mut longer));
    assert_eq!(ids(&mut fewer, "file", &[], None), ["9"]);
    assert_eq!(distinct(&mut fewer, 1).len(), 2);
}
