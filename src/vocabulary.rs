//! Finds words in a text: also before Korean particles and English plural endings, but not
//! inside longer words.

use memchr::memmem;

use crate::fluent::Particle;

/// Returns the offset at which `text` first has one of `forms` as a word of its own; text and
/// forms are in lower case.
pub fn first_use<'f>(text: &str, forms: impl IntoIterator<Item = &'f str>) -> Option<usize> {
    forms.into_iter().filter_map(|form| first_use_of(text, form)).min()
}

fn first_use_of(text: &str, form: &str) -> Option<usize> {
    let first = form.chars().next()?;
    let mut places = memmem::find_iter(text.as_bytes(), form.as_bytes());
    places.find(|at| {
        let before = text[..*at].chars().next_back();
        let (word, after) = text.split_at(at + form.len());
        !before.is_some_and(|last| continues(last, first)) && is_end(word, after)
    })
}

/// Returns whether the word at the end of `before` ends there, or before a particle or plural ending
/// in `after`.
fn is_end(before: &str, after: &str) -> bool {
    match after.chars().next() {
        Some(next) if is_hangul(next) => particles(before, after).is_some(),
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

/// Particles and endings that may follow a Korean noun (표준국어대사전: 조사, and the forms of 이다), apart
/// from [`FORMS_OF_IDA`].
#[rustfmt::skip]
const PARTICLES: &[&str] = &[
    "은", "는", "이", "가", "을", "를", "과", "와", "으로", "로", "으로써", "로써", "으로서", "로서", "의", "에", "에서",
    "에게", "에게서", "한테", "한테서", "께", "께서", "까지", "부터", "처럼", "보다", "마다", "마저", "조차", "밖에", "하고", "대로",
    "만큼", "커녕", "도", "만", "뿐", "들", "별", "별로", "씩", "끼리", "인", "일", "인가", "일까", "인데", "인지", "입니다",
    "입니까", "인가요", "일까요",
];

/// Forms of 이다, and particles that change as they do: after a final consonant, after a vowel, and
/// whether the first is usual after a vowel too (한글 맞춤법: 표이다, 표다; but only 표라고).
#[rustfmt::skip]
const FORMS_OF_IDA: &[(&str, &str, bool)] = &[
    ("이라고", "라고", false), ("이라는", "라는", false), ("이라면", "라면", false), ("이라도", "라도", false),
    ("이라서", "라서", false), ("이랑", "랑", false), ("이나마", "나마", false), ("이나", "나", false),
    ("이든지", "든지", false), ("이든", "든", false), ("이란", "란", false), ("이에요", "예요", false),
    ("이었다", "였다", false), ("이었던", "였던", false), ("이었습니다", "였습니다", false), ("이지만", "지만", true),
    ("이면", "면", true), ("이므로", "므로", true), ("이거나", "거나", true), ("이며", "며", true),
    ("이고", "고", true), ("이다", "다", true), ("이니까", "니까", true), ("이어서", "여서", false),
    ("이죠", "죠", true), ("이야말로", "야말로", false),
];

/// Returns the Hangul at the start of `text`, as far as it can belong to an ending.
pub fn hangul_start(text: &str) -> &str {
    const LONGEST: usize = 16;
    let syllables = text.chars().take(LONGEST).take_while(|c| is_hangul(*c));
    &text[..syllables.map(char::len_utf8).sum()]
}

/// Returns the particles at the start of `after` for a word at the end of `before`; `None` if the
/// word goes on instead.
pub fn particles<'a>(before: &str, after: &'a str) -> Option<&'a str> {
    let all = hangul_start(after);
    are_particles(before, all, 4, true).then_some(all)
}

/// Returns whether `text` consists of at most `most` particles for a word at the end of `before`,
/// among them at most one form of 이다 if `with_ida`, else none.
fn are_particles(before: &str, text: &str, most: usize, with_ida: bool) -> bool {
    if text.is_empty() || most == 0 {
        return text.is_empty();
    }
    let begins = |particle: &str, with_ida: bool| {
        let rest = text.strip_prefix(particle);
        rest.is_some_and(|rest| are_particles(particle, rest, most - 1, with_ida))
    };
    PARTICLES.iter().any(|particle| begins(particle, with_ida))
        || with_ida
            && FORMS_OF_IDA.iter().any(|(full, short, _)| {
                begins(full, false) || begins(short, false) && !ends_in_consonant(before)
            })
}

/// Returns whether the last word of `text` has a final consonant.
fn ends_in_consonant(text: &str) -> bool {
    let word = text.rsplit(char::is_whitespace).next().unwrap_or_default();
    Particle::Subject.after(word) == "이"
}

/// Returns `word` with the particles of another word, the first of them in the form that `word`
/// needs.
pub fn with_particles(word: &str, particles: &str) -> String {
    for (full, short, is_usual) in FORMS_OF_IDA {
        let (is_full, rest) = match (particles.strip_prefix(full), particles.strip_prefix(short)) {
            (Some(rest), _) => (true, rest),
            (None, Some(rest)) => (false, rest),
            (None, None) => continue,
        };
        let keeps = ends_in_consonant(word) || is_full && *is_usual;
        return [word, if keeps { full } else { short }, rest].concat();
    }
    let pairs = ["으로", "은", "는", "이", "가", "을", "를", "과", "와", "로"];
    let first = pairs.iter().find(|pair| particles.starts_with(**pair));
    match first.and_then(|first| Some((first, Particle::from_pair(first)?))) {
        Some((first, particle)) => [word, particle.after(word), &particles[first.len()..]].concat(),
        None => [word, particles].concat(),
    }
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

    #[test]
    fn forms_of_ida_fit_the_word_before_them() {
        for particles_of in [
            "다",
            "지만",
            "면",
            "라고는",
            "라도",
            "였다",
            "예요",
            "였습니다",
            "이다",
            "이며",
            "에서도",
            "한테",
            "로써",
        ] {
            assert_eq!(particles("그래프", particles_of), Some(particles_of));
        }
        for particles_of in
            ["이다", "이지만", "이라고", "이었다", "이므로", "만이라도", "에게까지", "인데", "께"]
        {
            assert_eq!(particles("다이어그램", particles_of), Some(particles_of));
        }
        for (word, goes_on) in
            [("고장", "나다"), ("고장", "난"), ("검토", "하다"), ("화", "나다"), ("도면", "다")]
        {
            assert_eq!(particles(word, goes_on), None, "{word}{goes_on}");
        }
    }

    #[test]
    fn particles_take_the_form_that_another_word_needs() {
        for (written, after_vowel, after_consonant) in [
            ("라고", "도표라고", "도면이라고"),
            ("이라고는", "도표라고는", "도면이라고는"),
            ("나", "도표나", "도면이나"),
            ("이나마", "도표나마", "도면이나마"),
            ("며", "도표며", "도면이며"),
            ("이며", "도표이며", "도면이며"),
            ("였습니다", "도표였습니다", "도면이었습니다"),
            ("이다", "도표이다", "도면이다"),
            ("예요", "도표예요", "도면이에요"),
            ("로써", "도표로써", "도면으로써"),
            ("이", "도표가", "도면이"),
            ("한테는", "도표한테는", "도면한테는"),
            ("입니다", "도표입니다", "도면입니다"),
            ("이니까", "도표이니까", "도면이니까"),
            ("니까", "도표니까", "도면이니까"),
            ("여서", "도표여서", "도면이어서"),
            ("야말로", "도표야말로", "도면이야말로"),
            ("죠", "도표죠", "도면이죠"),
        ] {
            assert_eq!(with_particles("도표", written), after_vowel);
            assert_eq!(with_particles("도면", written), after_consonant);
        }
    }
}
