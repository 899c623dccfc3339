//! The words of a diagram: text that is drawn, so that all of it must be seen.

use serde_spanned::Spanned;
use toml::de::DeValue;

use crate::{
    diag::{Code, Diagnostic},
    fields::{Block, FromToml, blank},
};

/// One line of text with something to see in it, and nothing that would change how
/// the rest of it reads.
#[derive(Default)]
pub struct Words(pub String);

impl FromToml for Words {
    fn from_toml(key: &str, value: &Spanned<DeValue>, block: &mut Block) -> Option<Self> {
        let text = String::from_toml(key, value, block)?;
        let span = block.span(value.span());
        if text.chars().all(|c| c == ' ' || is_invisible(c)) {
            return blank(key, value, block);
        }
        if let Some(hidden) = text.chars().find(|c| is_hidden(*c)) {
            let found = format!("U+{:04X}", u32::from(hidden));
            let problem = Diagnostic::new(Code::HiddenCharacter, span);
            block.report(problem.arg("key", key).arg("found", found));
            return None;
        }
        Some(Words(text))
    }

    fn example(key: &str) -> String {
        String::example(key)
    }
}

/// What nobody sees, though it would part words, turn them or be drawn as a box; the
/// joiners of emoji and of some scripts excepted.
fn is_hidden(c: char) -> bool {
    is_control(c) || is_invisible(c) && !is_joiner(c)
}

/// Joiners and variation selectors, which change how their neighbours look.
fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}')
}

/// Control characters, which XML cannot hold, and the marks that turn the direction
/// of what follows (Unicode's `Bidi_Control`).
fn is_control(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2066}'..='\u{2069}' | '\u{fffe}' | '\u{ffff}')
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
