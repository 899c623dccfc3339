//! What numbers count.

use crate::model::Unit;

pub const MINUTE: f64 = 60.0;
pub const HOUR: f64 = 60.0 * MINUTE;
pub const DAY: f64 = 24.0 * HOUR;
pub const WEEK: f64 = 7.0 * DAY;
/// Months and years are exact among themselves; `mention` knows how many days they may be.
pub const MONTH: f64 = 30.0 * DAY;
pub const YEAR: f64 = 12.0 * MONTH;

/// A unit where it stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct UnitWord {
    pub unit: Unit,
    /// How much one of it is, in units of `unit`'s own.
    pub factor: f64,
    /// In bytes, with the space before it.
    pub length: usize,
}

type Named = (&'static str, Unit, f64);

/// In each list the longer spelling comes before the shorter one that it begins with.
const LATIN: &[Named] = &[
    ("%", Unit::Percent, 1.0),
    ("percent", Unit::Percent, 1.0),
    ("per cent", Unit::Percent, 1.0),
    ("milliseconds", Unit::Duration, 1e-3),
    ("ms", Unit::Duration, 1e-3),
    ("seconds", Unit::Duration, 1.0),
    ("second", Unit::Duration, 1.0),
    ("minutes", Unit::Duration, MINUTE),
    ("minute", Unit::Duration, MINUTE),
    ("min", Unit::Duration, MINUTE),
    ("hours", Unit::Duration, HOUR),
    ("hour", Unit::Duration, HOUR),
    ("days", Unit::Duration, DAY),
    ("day", Unit::Duration, DAY),
    ("weeks", Unit::Duration, WEEK),
    ("week", Unit::Duration, WEEK),
    ("fortnights", Unit::Duration, 2.0 * WEEK),
    ("fortnight", Unit::Duration, 2.0 * WEEK),
    ("months", Unit::Duration, MONTH),
    ("month", Unit::Duration, MONTH),
    ("quarters", Unit::Duration, 3.0 * MONTH),
    ("years", Unit::Duration, YEAR),
    ("year", Unit::Duration, YEAR),
    ("dollars", Unit::Dollar, 1.0),
    ("dollar", Unit::Dollar, 1.0),
    ("won", Unit::Won, 1.0),
    ("KB", Unit::Byte, 1e3),
    ("kB", Unit::Byte, 1e3),
    ("MB", Unit::Byte, 1e6),
    ("GB", Unit::Byte, 1e9),
    ("TB", Unit::Byte, 1e12),
    ("pixels", Unit::Pixel, 1.0),
    ("px", Unit::Pixel, 1.0),
    ("times", Unit::Count, 1.0),
];

const HANGUL: &[Named] = &[
    ("퍼센트", Unit::Percent, 1.0),
    ("할", Unit::Percent, 10.0),
    ("밀리초", Unit::Duration, 1e-3),
    ("초", Unit::Duration, 1.0),
    ("분", Unit::Duration, MINUTE),
    ("시간", Unit::Duration, HOUR),
    ("일", Unit::Duration, DAY),
    ("주일", Unit::Duration, WEEK),
    ("주", Unit::Duration, WEEK),
    ("개월", Unit::Duration, MONTH),
    ("달러", Unit::Dollar, 1.0),
    ("달", Unit::Duration, MONTH),
    ("년", Unit::Duration, YEAR),
    ("해", Unit::Duration, YEAR),
    ("원", Unit::Won, 1.0),
    ("픽셀", Unit::Pixel, 1.0),
    ("가지", Unit::Count, 1.0),
    ("개", Unit::Count, 1.0),
    ("명", Unit::Count, 1.0),
    ("건", Unit::Count, 1.0),
    ("회", Unit::Count, 1.0),
    ("번", Unit::Count, 1.0),
    ("배", Unit::Count, 1.0),
    ("점", Unit::Count, 1.0),
    ("곳", Unit::Count, 1.0),
];

/// What may follow a Korean unit: particles and what is written together with it.
/// Anything else makes it the beginning of another word, as in 분기, 원칙 and 개발.
const CLOSE: &[&str] = &[
    "이", "가", "은", "는", "을", "를", "의", "에", "로", "으", "도", "만", "과", "와", "씩", "당",
    "간", "마다", "부터", "까지", "정도", "쯤", "미만", "초과", "짜리", "동안", "인", "입", "중",
    "나", "든", "보다", "밖", "뿐", "전", "후", "안", "내", "였", "라", "어치", "가량", "남짓",
    "반",
];
/// The same where a space is before the unit: less is certain then.
const APART: &[&str] = &[
    "이", "가", "은", "는", "을", "를", "의", "에", "로", "으로", "도", "씩", "마다", "부터",
    "까지",
];
/// Words that begin like a unit with a particle behind it.
const OTHERS: &[&str] = &["개의치", "개인", "회의", "건의"];

/// The unit at the beginning of `rest`.
pub fn unit_after(rest: &str) -> Option<UnitWord> {
    let trimmed = rest.trim_start_matches([' ', '\u{a0}', '-']);
    let space = rest.len() - trimmed.len();
    let latin = trimmed.as_bytes().first()?.is_ascii();
    // A Korean unit further off belongs to something else.
    let named = match latin {
        true => LATIN.iter().find(|named| stands(trimmed, named.0)),
        false if space > 2 => None,
        false => HANGUL.iter().find(|named| ends(trimmed, named.0, space > 0)),
    };
    let (name, unit, factor) = *named?;
    Some(UnitWord { unit, factor, length: space + name.len() })
}

fn stands(text: &str, name: &str) -> bool {
    let whole =
        |after: &str| name == "%" || !after.starts_with(|c: char| c.is_ascii_alphanumeric());
    text.strip_prefix(name).is_some_and(whole)
}

/// Whether the Korean unit `name` ends where a word may end.
fn ends(text: &str, name: &str, apart: bool) -> bool {
    let Some(after) = text.strip_prefix(name) else { return false };
    let Some(next) = after.chars().next() else { return true };
    if !('가'..='힣').contains(&next) {
        return !next.is_alphabetic();
    }
    let known = if apart { APART } else { CLOSE };
    // 건의 and 회의 stand behind a number only with a space before them.
    let others = if apart { OTHERS } else { &OTHERS[..1] };
    known.iter().any(|particle| after.starts_with(particle))
        && !others.iter().any(|other| text.starts_with(other))
}
