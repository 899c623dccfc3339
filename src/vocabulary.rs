//! Finds words in a text: also before Korean particles and English plural endings, but not
//! inside longer words.

use memchr::memmem;

/// Returns the offset at which `text` first has one of `forms` as a word of its own; text and
/// forms are in lower case.
pub fn first_use<'f>(text: &str, forms: impl IntoIterator<Item = &'f str>) -> Option<usize> {
    forms.into_iter().filter_map(|form| first_use_of(text, form)).min()
}

fn first_use_of(text: &str, form: &str) -> Option<usize> {
    let first = form.chars().next()?;
    let mut places = memmem::find_iter(text.as_bytes(), form.as_bytes());
    places.find(|at| {
        let (before, after) = (&text[..*at], &text[at + form.len()..]);
        let begins = !before.chars().next_back().is_some_and(|last| continues(last, first));
        begins && is_end(after)
    })
}

/// Returns whether a word ends before `after`, or before a particle or plural ending there.
fn is_end(after: &str) -> bool {
    match after.chars().next() {
        Some(next) if is_hangul(next) => particles(after).is_some(),
        _ => english_ending(after).is_some(),
    }
}

/// Returns whether `c` is a syllable of Hangul.
pub fn is_hangul(c: char) -> bool {
    matches!(c, '가'..='힣')
}

/// Returns whether a word that begins with `first` continues the text that ends with `before`.
/// A Korean word behind the digits of a number is a new word.
pub fn continues(before: char, first: char) -> bool {
    let is_counted = before.is_ascii_digit() && is_hangul(first);
    !is_counted && (before.is_alphanumeric() || matches!(before, '-' | '_' | '@' | '/' | '#'))
}

/// Returns the length of the plural ending at the start of `after`; `None` if the word goes on.
pub fn english_ending(after: &str) -> Option<usize> {
    let endings = ["s", ""].iter().filter(|ending| after.starts_with(**ending));
    let ends = |ending: &&&str| {
        let next = after[ending.len()..].chars().next();
        !next.is_some_and(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '@'))
    };
    endings.into_iter().find(ends).map(|ending| ending.len())
}

/// Particles and endings that may follow a Korean noun, longer ones first (표준국어대사전: 조사, and the
/// forms of 이다).
const PARTICLES: &[&str] = &[
    "으로써",
    "으로서",
    "에게서",
    "이라고",
    "이라는",
    "이라면",
    "입니다",
    "에서",
    "에게",
    "께서",
    "까지",
    "부터",
    "으로",
    "라고",
    "라는",
    "라면",
    "처럼",
    "보다",
    "마다",
    "조차",
    "밖에",
    "이나",
    "이며",
    "이고",
    "이든",
    "이란",
    "이다",
    "인가",
    "일까",
    "하고",
    "대로",
    "만큼",
    "은",
    "는",
    "이",
    "가",
    "을",
    "를",
    "과",
    "와",
    "의",
    "에",
    "로",
    "도",
    "만",
    "뿐",
    "들",
    "나",
    "며",
    "고",
    "란",
    "인",
    "일",
];

/// Returns the Hangul at the start of `text`, as far as it can belong to an ending.
pub fn hangul_start(text: &str) -> &str {
    const LONGEST: usize = 16;
    let syllables = text.chars().take(LONGEST).take_while(|c| is_hangul(*c));
    &text[..syllables.map(char::len_utf8).sum()]
}

/// Returns the particles at the start of `after`; `None` if the word goes on instead.
pub fn particles(after: &str) -> Option<&str> {
    let all = hangul_start(after);
    are_particles(all, 3).then_some(all)
}

/// Returns whether `text` consists of at most `most` particles.
fn are_particles(text: &str, most: usize) -> bool {
    let begins = |particle: &&&str| text.starts_with(**particle);
    text.is_empty()
        || most > 0
            && PARTICLES
                .iter()
                .filter(begins)
                .any(|particle| are_particles(&text[particle.len()..], most - 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_found_before_particles_and_plural_endings_only() {
        let place_of = |text: &str, form: &str| first_use(text, [form]);
        assert_eq!(place_of("사람이 게이트를 엽니다", "게이트"), Some("사람이 ".len()));
        assert_eq!(place_of("게이트웨이와 수문게이트", "게이트"), None);
        assert_eq!(place_of("two gates, one gateway", "gate"), Some(4));
        assert_eq!(place_of("investigate the gateway", "gate"), None);
        assert_eq!(first_use("a b c", ["c", "b"]), Some(2));
    }
}
