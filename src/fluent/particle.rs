//! Korean particles (조사) that depend on how the word before them ends.
//!
//! 은/는, 이/가, 을/를 and 과/와 depend on whether the last syllable has a final consonant; (으)로 also
//! on whether that consonant is ㄹ. The final is computed from the code of a Hangul syllable
//! (Unicode chapter 3.12): `(code − 0xAC00) mod 28` is its index, 0 for none and 8 for ㄹ.
//! Digits and Latin letters end as they are read aloud in Korean. If the ending is not known,
//! both forms are written: 은(는).

/// A pair of particles, one of which fits a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Particle {
    /// 은/는
    Topic,
    /// 이/가
    Subject,
    /// 을/를
    Object,
    /// 과/와
    And,
    /// 으로/로
    Direction,
    /// 이라고/라고
    Quote,
}

/// The ending of a word, as far as it decides about particles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ending {
    Vowel,
    Consonant,
    /// A final ㄹ, which (으)로 treats like a vowel.
    Rieul,
}

impl Particle {
    /// Reads a pair as catalogs write it: `은/는`, or either half alone.
    pub fn from_pair(pair: &str) -> Option<Particle> {
        Some(match pair {
            "은/는" | "은" | "는" => Particle::Topic,
            "이/가" | "이" | "가" => Particle::Subject,
            "을/를" | "을" | "를" => Particle::Object,
            "과/와" | "와/과" | "과" | "와" => Particle::And,
            "이라고/라고" | "이라고" | "라고" => Particle::Quote,
            "(으)로" | "으로/로" | "으로" | "로" => Particle::Direction,
            _ => return None,
        })
    }

    /// Returns the particle that follows `word`.
    pub fn after(self, word: &str) -> &'static str {
        let [with_final, without, unknown] = self.forms();
        match (ending(word), self) {
            (None, _) => unknown,
            (Some(Ending::Vowel), _) | (Some(Ending::Rieul), Particle::Direction) => without,
            (Some(Ending::Consonant | Ending::Rieul), _) => with_final,
        }
    }

    const fn forms(self) -> [&'static str; 3] {
        match self {
            Particle::Topic => ["은", "는", "은(는)"],
            Particle::Subject => ["이", "가", "이(가)"],
            Particle::Object => ["을", "를", "을(를)"],
            Particle::And => ["과", "와", "과(와)"],
            Particle::Direction => ["으로", "로", "(으)로"],
            Particle::Quote => ["이라고", "라고", "(이)라고"],
        }
    }
}

fn ending(word: &str) -> Option<Ending> {
    let word = crate::unicode::nfc(word);
    let word = without_trailing_marks(&word);
    match word.chars().next_back()? {
        // 퍼센트, 도
        '%' | '℃' | '°' => Some(Ending::Vowel),
        last @ '가'..='힣' => Some(hangul_ending(last)),
        last @ '0'..='9' => Some(digit_ending(last)),
        last if last.is_ascii_alphabetic() => Some(latin_ending(word)),
        _ => None,
    }
}

/// Returns `word` without closing quotes, punctuation and an addition in brackets: in
/// `마크다운(Markdown)을` the particle depends on the word before the bracket.
fn without_trailing_marks(word: &str) -> &str {
    const SPOKEN: &str = ")]）］%℃°";
    let word = word.trim_end_matches(|c: char| !c.is_alphanumeric() && !SPOKEN.contains(c));
    let Some(close) = word.chars().next_back() else { return word };
    let open = match close {
        ')' => '(',
        ']' => '[',
        '）' => '（',
        '］' => '［',
        _ => return word,
    };
    let inner = &word[..word.len() - close.len_utf8()];
    match inner.rfind(open) {
        Some(at) if inner[..at].chars().any(char::is_alphanumeric) => {
            without_trailing_marks(&inner[..at])
        }
        Some(at) => without_trailing_marks(&inner[at + open.len_utf8()..]),
        None => without_trailing_marks(inner),
    }
}

fn hangul_ending(syllable: char) -> Ending {
    match (syllable as u32 - 0xAC00) % 28 {
        0 => Ending::Vowel,
        8 => Ending::Rieul,
        _ => Ending::Consonant,
    }
}

/// Returns how the Korean reading of a digit ends: 영 일 이 삼 사 오 육 칠 팔 구. Tens, hundreds and
/// thousands (십 백 천 만) end in a consonant, as 영 does.
fn digit_ending(digit: char) -> Ending {
    match digit {
        '1' | '7' | '8' => Ending::Rieul,
        '0' | '3' | '6' => Ending::Consonant,
        _ => Ending::Vowel,
    }
}

/// Returns how the Korean reading of a Latin word ends. Abbreviations are read letter by letter
/// (`URL` 유아르엘, `png` 피엔지); for other words, the last letters show roughly how the word is
/// pronounced in Korean (`model` 모델).
fn latin_ending(word: &str) -> Ending {
    let start = word
        .rfind(|c: char| !c.is_ascii_alphabetic())
        .map_or(0, |at| at + word[at..].chars().next().map_or(1, char::len_utf8));
    let latin = &word[start..];
    let last = latin.bytes().next_back().unwrap_or(b'a');
    let vowelless = !latin.bytes().any(|b| b"aeiouyAEIOUY".contains(&b));
    if vowelless || latin.bytes().all(|b| b.is_ascii_uppercase()) {
        return match last.to_ascii_uppercase() {
            b'L' | b'R' => Ending::Rieul,
            b'M' | b'N' => Ending::Consonant,
            _ => Ending::Vowel,
        };
    }
    let before = latin.bytes().rev().nth(1).unwrap_or(b' ').to_ascii_lowercase();
    let short_vowel = b"aeiou".contains(&before);
    match last.to_ascii_lowercase() {
        b'l' => Ending::Rieul,
        // After a silent e, the consonant before it counts: title 타이틀, name 네임, type 타입.
        b'e' if before == b'l' => Ending::Rieul,
        b'e' if b"mnp".contains(&before) => Ending::Consonant,
        b'm' | b'n' => Ending::Consonant,
        b'g' if before == b'n' => Ending::Consonant,
        b'k' if before == b'c' => Ending::Consonant,
        b'p' if before == b'p' => Ending::Consonant,
        b'p' | b'b' | b'k' | b'c' if short_vowel => Ending::Consonant,
        b't' if short_vowel && latin.len() <= 4 => Ending::Consonant,
        _ => Ending::Vowel,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(pair: &str, words: &[&str]) -> Vec<String> {
        let particle = Particle::from_pair(pair).expect("a known pair");
        words.iter().map(|word| format!("{word}{}", particle.after(word))).collect()
    }

    #[test]
    fn hangul_finals_decide() {
        assert_eq!(with("은/는", &["가이드", "길잡이", "책"]), ["가이드는", "길잡이는", "책은"]);
        assert_eq!(with("이/가", &["검토", "샘플"]), ["검토가", "샘플이"]);
        assert_eq!(
            with("을/를", &["체크리스트", "신호", "근거", "위험"]),
            ["체크리스트를", "신호를", "근거를", "위험을"]
        );
        assert_eq!(with("과/와", &["사람", "에이전트"]), ["사람과", "에이전트와"]);
    }

    #[test]
    fn quotations_end_in_the_last_letter_that_is_spoken() {
        let words =
            ["‘해당 없음’", "‘예’", "‘0–99건’", "‘300건 이상’", "‘안전’", "‘고침(GPT)’", "‘2’"];
        let expected = [
            "‘해당 없음’이라고",
            "‘예’라고",
            "‘0–99건’이라고",
            "‘300건 이상’이라고",
            "‘안전’이라고",
            "‘고침(GPT)’이라고",
            "‘2’라고",
        ];
        assert_eq!(with("이라고/라고", &words), expected);
    }

    #[test]
    fn rieul_takes_ro() {
        assert_eq!(
            with("(으)로", &["서울", "부산", "제주", "파일"]),
            ["서울로", "부산으로", "제주로", "파일로"]
        );
    }

    #[test]
    fn digits_are_read_aloud() {
        assert_eq!(
            with("은/는", &["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10"]),
            ["0은", "1은", "2는", "3은", "4는", "5는", "6은", "7은", "8은", "9는", "10은"]
        );
        assert_eq!(
            with("(으)로", &["1", "3", "7", "8", "2"]),
            ["1로", "3으로", "7로", "8로", "2로"]
        );
    }

    #[test]
    fn latin_letters_are_spelt_or_borrowed() {
        assert_eq!(
            with("을/를", &["AI", "API", "CRM", "URL", "FAQ", "DNS", "PIN", "png", "html"]),
            ["AI를", "API를", "CRM을", "URL을", "FAQ를", "DNS를", "PIN을", "png를", "html을"]
        );
        assert_eq!(
            with("(으)로", &["URL", "model", "HTML", "token"]),
            ["URL로", "model로", "HTML로", "token으로"]
        );
        assert_eq!(
            with(
                "이/가",
                &["100%", "type", "title", "published", "Slack", "app", "bot", "agent", "Markdown"]
            ),
            [
                "100%가",
                "type이",
                "title이",
                "published가",
                "Slack이",
                "app이",
                "bot이",
                "agent가",
                "Markdown이"
            ]
        );
    }

    #[test]
    fn brackets_and_marks_are_passed_over() {
        assert_eq!(
            with("을/를", &["마크다운(Markdown)", "‘제목’", "가이드.", "(주)", "근거[1]"]),
            ["마크다운(Markdown)을", "‘제목’을", "가이드.를", "(주)를", "근거[1]를"]
        );
    }

    #[test]
    fn both_forms_are_written_if_the_ending_is_unknown() {
        assert_eq!(with("은/는", &["✓", ""]), ["✓은(는)", "은(는)"]);
        assert_eq!(with("(으)로", &["★"]), ["★(으)로"]);
    }

    #[test]
    fn decomposed_hangul_counts_too() {
        assert_eq!(Particle::Topic.after("\u{1112}\u{1161}\u{11ab}"), "은");
    }
}
