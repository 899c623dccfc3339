//! The fonts that come with the program: subsets of Pretendard, and one of Noto Sans CJK for
//! Hanja (see `fonts/`), for pictures that must look the same on every machine.

use std::{
    borrow::Cow,
    sync::{Arc, LazyLock},
};

use resvg::usvg::fontdb::{Database, Source};
use rustc_hash::FxHashSet;
use skrifa::{
    FontRef, MetadataProvider,
    instance::{LocationRef, Size},
};

/// The family's name.
pub const FAMILY: &str = "Giljabi Sans KR";

static REGULAR: &[u8] = include_bytes!("../fonts/GiljabiSansKR-Regular.otf");
static BOLD: &[u8] = include_bytes!("../fonts/GiljabiSansKR-Bold.otf");
/// The Hanja of KS X 1001, which the others lack.
static HANJA: &[u8] = include_bytes!("../fonts/GiljabiHanjaKR-Bold.otf");

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    Regular,
    Bold,
}

impl Weight {
    /// Returns the weight as SVG and CSS number it.
    pub const fn number(self) -> &'static str {
        match self {
            Weight::Regular => "400",
            Weight::Bold => "700",
        }
    }

    const fn bytes(self) -> &'static [u8] {
        match self {
            Weight::Regular => REGULAR,
            Weight::Bold => BOLD,
        }
    }
}

/// Returns a hash of the fonts: text set in others looks different.
pub fn fingerprint() -> &'static [u8; 32] {
    static PRINT: LazyLock<[u8; 32]> = LazyLock::new(|| {
        let mut hasher = blake3::Hasher::new();
        hasher.update(REGULAR).update(BOLD).update(HANJA);
        *hasher.finalize().as_bytes()
    });
    &PRINT
}

/// Returns a database of these fonts and no other.
pub fn database() -> Arc<Database> {
    static DATABASE: LazyLock<Arc<Database>> = LazyLock::new(|| {
        let mut database = Database::new();
        for bytes in [REGULAR, BOLD, HANJA] {
            database.load_font_source(Source::Binary(Arc::new(bytes)));
        }
        database.set_sans_serif_family(FAMILY);
        database.set_serif_family(FAMILY);
        Arc::new(database)
    });
    DATABASE.clone()
}

/// Returns the width of `text` in one line, in thousandths of an em.
pub fn width(text: &str, weight: Weight) -> u32 {
    text.chars().map(advances(weight)).sum()
}

/// Returns a function from a character to its width in thousandths of an em. Characters that
/// the fonts lack have no width.
pub fn advances(weight: Weight) -> impl Fn(char) -> u32 {
    let fonts = [weight.bytes(), HANJA].map(FontRef::new);
    let tables: Vec<_> = fonts
        .into_iter()
        .flatten()
        .map(|font| (font.charmap(), font.glyph_metrics(Size::new(1000.0), LocationRef::default())))
        .collect();
    move |c| {
        let width =
            tables.iter().find_map(|(glyphs, metrics)| metrics.advance_width(glyphs.map(c)?));
        width.map_or(0, |width| width.ceil() as u32)
    }
}

/// Nearly every text consists of these characters only, and the fonts have all of them.
const fn is_plain(c: char) -> bool {
    matches!(c, ' '..='~' | '가'..='힣')
}

/// Returns a test that tells whether the fonts lack a character.
fn lacks() -> impl Fn(char) -> bool {
    let glyphs = [BOLD, HANJA].map(|bytes| FontRef::new(bytes).map(|font| font.charmap()));
    let has = move |c: char| glyphs.iter().flatten().any(|glyphs| glyphs.map(c).is_some());
    move |c| !is_plain(c) && !c.is_whitespace() && !is_invisible(c) && !has(c)
}

/// Returns the characters of `text` that the fonts cannot draw, each once.
pub fn missing(text: &str) -> Option<String> {
    if text.chars().all(is_plain) {
        return None;
    }
    let (lacks, mut met) = (lacks(), FxHashSet::default());
    let missing: String = text.chars().filter(|c| lacks(*c) && met.insert(*c)).collect();
    (!missing.is_empty()).then_some(missing)
}

/// Returns `text` without the characters that the fonts lack.
pub fn without_missing(text: &str) -> Cow<'_, str> {
    if text.chars().all(is_plain) {
        return text.into();
    }
    let lacks = lacks();
    if text.chars().any(&lacks) { text.replace(lacks, "").into() } else { text.into() }
}

/// Returns `text` without invisible characters and without characters that the fonts lack.
pub fn drawable(text: &str) -> String {
    let text = visible(text);
    if let Cow::Owned(rest) = without_missing(&text) {
        return visible(&rest);
    }
    text
}

/// Returns `text` with folded white space and without marks that only change how other
/// characters are drawn.
pub fn visible(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").replace(is_invisible, "")
}

/// Returns whether a character is a joiner, variation selector, directional mark or
/// byte-order mark.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}')
        || matches!(c, '\u{2060}'..='\u{2069}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_syllables_and_latin_are_there() {
        for weight in [Weight::Regular, Weight::Bold] {
            let glyphs = FontRef::new(weight.bytes()).expect("a font").charmap();
            let mut all = (' '..='~').chain('가'..='힣').chain('ㄱ'..='ㅣ');
            assert_eq!(all.find(|c| glyphs.map(*c).is_none()), None);
        }
        assert_eq!(missing("㈜예시 제Ⅱ권 ⅳ ① ⑳ ❶ 25℃ 84㎡ 3㎏ 5㎾ № ™ x² ½"), None);
        assert_eq!(missing("人工知能 落葉 女性 伽 詰 樂"), None);
        assert_eq!(missing("똠얌 팟타이: ‘맛’ – 100 % · “é” → ₩"), None);
    }

    #[test]
    fn missing_characters_are_found() {
        assert_eq!(missing("판단(判斷)과 计算"), Some("计".to_owned()));
        assert_eq!(missing("Done 🎉"), Some("🎉".to_owned()));
        assert_eq!(missing("↩\u{fe0e}\u{200d} 뒤로"), Some("↩".to_owned()));
        assert_eq!(drawable("The 计 in 🎉 it"), "The in it");
        assert_eq!(visible(" a \u{200b}b\u{a0} c\n"), "a b c");
    }

    #[test]
    fn widths_are_read_from_the_fonts() {
        assert!(width("가나다", Weight::Bold) > width("abc", Weight::Bold));
        assert!(width("人", Weight::Regular) >= 900);
        assert_eq!(width("가가", Weight::Bold), 2 * width("가", Weight::Bold));
        assert!(width("weight", Weight::Bold) > width("weight", Weight::Regular));
    }
}
