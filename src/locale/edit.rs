//! Errors of an edited body as text.

use databoxframe::{EditKind, EditProblem, JsonKind};

use super::Texts;

/// The error of an edited body with its place.
pub fn edit_problem(problem: &EditProblem, t: &Texts) -> String {
    let (t, path) = (&t.forms, problem.path.as_str());
    let what = match problem.kind {
        EditKind::Syntax => t.edit_syntax.to_owned(),
        EditKind::NotAnObject => t.edit_not_an_object.to_owned(),
        EditKind::Duplicate => (t.edit_duplicate)(path),
        EditKind::Missing => (t.edit_missing)(path),
        EditKind::NeedsOneOf([first, second]) => (t.edit_needs_one_of)(path, first, second),
        EditKind::Empty => (t.edit_empty)(path),
        EditKind::WrongKind(JsonKind::Object) => (t.edit_no_object)(path),
        EditKind::WrongKind(JsonKind::List) => (t.edit_no_list)(path),
        EditKind::WrongKind(JsonKind::Plain) => (t.edit_not_plain)(path),
        EditKind::HiddenPassword => (t.edit_hidden_password)(path),
    };
    (t.edit_at)(problem.line, problem.column, &what)
}
