//! What search engines and messengers would make less of than the editor hopes: titles
//! and descriptions that are too long to be shown whole, that two pages share, or that
//! hold characters which cannot be drawn on a preview image.
//!
//! Lengths are display widths: a Hangul syllable takes two columns, as it does in
//! search results.

use rustc_hash::FxHashMap;
use unicode_width::UnicodeWidthStr;

use crate::{
    diag::{Code, Diagnostic, Diagnostics},
    fonts,
    model::{At, Lang, Page, PreviewImages, Site},
};

/// What results show of a description before they cut it: 80 syllables of Hangul.
const LONGEST_DESCRIPTION: usize = 160;

/// Looks at every page that is to be found.
pub fn check(site: &Site, pages: &[Page], diagnostics: &mut Diagnostics) {
    let mut titles = Seen::default();
    let mut descriptions = Seen::default();
    for page in pages.iter().filter(|page| !page.noindex() && page.document.readable) {
        let front = page.front();
        let title = front.seo.title.as_ref().unwrap_or(&front.title);
        let description = front.seo.description.as_ref().unwrap_or(&front.description);
        too_long(title, crate::model::LONGEST_TITLE, Code::LongTitle, diagnostics);
        too_long(description, LONGEST_DESCRIPTION, Code::LongDescription, diagnostics);
        titles.add(page.lang(), title, Code::DuplicateTitle, diagnostics);
        descriptions.add(page.lang(), description, Code::DuplicateDescription, diagnostics);
        if site.preview_images == PreviewImages::Pages {
            undrawable(title, diagnostics);
        }
    }
}

fn too_long(text: &At<String>, most: usize, code: Code, diagnostics: &mut Diagnostics) {
    // No character is wider than its bytes are many.
    if text.value.len() <= most {
        return;
    }
    let width = text.value.width();
    if width > most {
        let long = Diagnostic::new(code, text.span);
        let long = long.arg("width", width.to_string()).arg("most", most.to_string());
        diagnostics.push(long.arg("hangul", (most / 2).to_string()));
    }
}

fn undrawable(text: &At<String>, diagnostics: &mut Diagnostics) {
    if let Some(c) = fonts::missing(&text.value) {
        diagnostics
            .push(Diagnostic::new(Code::MissingGlyph, text.span).arg("found", c.to_string()));
    }
}

/// The texts of one kind that were met, by language.
#[derive(Default)]
struct Seen<'p>(FxHashMap<(Lang, &'p str), &'p At<String>>);

impl<'p> Seen<'p> {
    /// Reports `text` when another page of the language has the same.
    fn add(&mut self, lang: Lang, text: &'p At<String>, code: Code, diagnostics: &mut Diagnostics) {
        if text.value.is_empty() {
            return;
        }
        match self.0.get(&(lang, text.value.as_str())) {
            Some(first) => diagnostics.push(Diagnostic::new(code, text.span).also(first.span)),
            None => _ = self.0.insert((lang, &text.value), text),
        }
    }
}
