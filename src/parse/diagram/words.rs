//! The words of a diagram: text that is drawn, so that all of it must be seen.

use serde_spanned::Spanned;
use toml::de::DeValue;

use crate::{
    diag::{Code, Diagnostic},
    parse::fields::{Block, FromToml},
};

/// One line of text with something to see in it.
#[derive(Default)]
pub struct Words(pub String);

impl FromToml for Words {
    fn from_toml(key: &str, value: &Spanned<DeValue>, block: &mut Block) -> Option<Self> {
        let text = String::from_toml(key, value, block)?;
        let span = block.span(value.span());
        if text.chars().all(|c| c == ' ' || is_invisible(c)) {
            block.report(Diagnostic::new(Code::BlankText, span).arg("key", key));
            return None;
        }
        Some(Words(text))
    }

    fn example(key: &str) -> String {
        String::example(key)
    }
}

/// What nobody sees when it stands alone: Unicode's `Default_Ignorable_Code_Point`
/// (Hangul fillers are among them), and the empty Braille pattern.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200d}' | '\u{2060}'..='\u{206f}'
        | '\u{2800}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}'
        | '\u{fff0}'..='\u{fff8}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{e0fff}')
}
