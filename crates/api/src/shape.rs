//! What a request knows of its own body: the fields that were written, and which of them
//! the API reference requires. Holds no values, so that it stays true when a body is edited.

/// The fields of an object.
#[derive(Clone, Debug, Default)]
pub(crate) struct Shape {
    pub(crate) fields: Vec<Known>,
    /// Two lists of which the API reference requires one.
    pub(crate) one_of: Option<[&'static str; 2]>,
}

/// A field that was written.
#[derive(Clone, Debug)]
pub(crate) struct Known {
    pub(crate) name: String,
    pub(crate) required: bool,
    pub(crate) form: Form,
}

/// Kind of a value.
#[derive(Clone, Debug)]
pub(crate) enum Form {
    /// A text, a number or a Boolean: the API reference contradicts itself too often to tell them apart.
    Plain,
    /// A constant that decides the other required fields of its object: `actionType`.
    Word(&'static str),
    /// An object.
    Object(Shape),
    /// A list of objects, with one shape for each word that its items hold.
    List {
        /// Whether at least one item is needed.
        needed: bool,
        /// The shapes.
        items: Vec<Shape>,
    },
}

impl Shape {
    /// Fixed word: the field's name, and the word.
    pub(crate) fn word(&self) -> Option<(&str, &'static str)> {
        self.fields.iter().find_map(|known| match known.form {
            Form::Word(word) => Some((known.name.as_str(), word)),
            _ => None,
        })
    }

    /// Only the constant, for an item with another one.
    pub(crate) fn words_only(&self) -> Self {
        let is_word = |known: &&Known| matches!(known.form, Form::Word(_));
        Self { fields: self.fields.iter().filter(is_word).cloned().collect(), one_of: None }
    }

    /// Adds the shape of one more item to those of its list.
    pub(crate) fn join(self, items: &mut Vec<Self>) {
        let Some(alike) = items.iter_mut().find(|item| item.word() == self.word()) else {
            items.push(self);
            return;
        };
        for known in self.fields {
            // Another item may have more of the optional fields.
            if !alike.fields.iter().any(|other| other.name == known.name) {
                alike.fields.push(known);
            }
        }
    }
}
