//! What a request knows of its own body: the fields that were written, and which of them
//! the documents require. Holds no values, so that it stays true when a body is edited.

/// The fields of an object.
#[derive(Clone, Debug, Default)]
pub(crate) struct Shape {
    pub(crate) fields: Vec<Known>,
    /// Two lists of which the documents require one.
    pub(crate) one_of: Option<[&'static str; 2]>,
}

/// A field that was written.
#[derive(Clone, Debug)]
pub(crate) struct Known {
    pub(crate) name: String,
    pub(crate) required: bool,
    pub(crate) form: Form,
}

/// What a value looks like.
#[derive(Clone, Debug)]
pub(crate) enum Form {
    /// A text, a number or a Boolean: the documents disagree too often to tell them apart.
    Plain,
    /// A fixed word, which decides what else its object needs: `actionType`.
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
    /// Its fixed word: the field's name, and the word.
    pub(crate) fn word(&self) -> Option<(&str, &'static str)> {
        self.fields.iter().find_map(|known| match known.form {
            Form::Word(word) => Some((known.name.as_str(), word)),
            _ => None,
        })
    }

    /// Only its fixed word: what is left to say of an item with another word.
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
