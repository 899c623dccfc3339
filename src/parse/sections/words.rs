//! The words of front matter.

use crate::model::{FrontMatter, KindWords, Span};

/// The words of one key.
pub struct Key {
    /// `title`, `items.drafting`.
    pub name: String,
    pub span: Span,
    pub text: String,
}

/// Every key of the front matter that is translated, in a fixed order. Overrides
/// for search engines are not: each language has its own, or none.
pub fn of_front_matter(front: &FrontMatter) -> Vec<Key> {
    let key =
        |name: &str, span, text: &str| Key { name: name.to_owned(), span, text: text.to_owned() };
    let mut keys = vec![
        key("title", front.title.span, &front.title.value),
        key("description", front.description.span, &front.description.value),
    ];
    let mut of_kind = |name: &str, text: Option<String>| {
        let text = text.filter(|text| !text.is_empty());
        keys.extend(text.map(|text| key(name, front.span, &text)));
    };
    match &front.words {
        KindWords::Home | KindWords::Page => {}
        KindWords::Profile { team } => of_kind("team", team.clone()),
        KindWords::Guide { reviewer, evidence } => {
            of_kind("reviewer", reviewer.clone());
            of_kind("evidence", Some(lines(evidence)));
        }
        KindWords::Checklist { reviewer } => of_kind("reviewer", reviewer.clone()),
        KindWords::Changelog { highlights } => of_kind("highlights", Some(lines(highlights))),
        KindWords::Ranking { criteria, items } => {
            let named = |table: &str, id: &str| [table, ".", id].concat();
            keys.extend(criteria.iter().map(|words| {
                let text = with_note(&words.label, words.note.as_deref());
                key(&named("criteria", &words.id.value), words.id.span, &text)
            }));
            keys.extend(items.iter().map(|words| {
                let text = with_note(&words.label, words.reason.as_deref());
                key(&named("items", &words.id.value), words.id.span, &text)
            }));
        }
    }
    keys
}

fn lines(words: &[String]) -> String {
    words.join("\n")
}

fn with_note(label: &str, note: Option<&str>) -> String {
    note.map_or_else(|| label.to_owned(), |note| [label, "\n", note].concat())
}
