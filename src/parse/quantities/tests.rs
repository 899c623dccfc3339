//! Numbers that are found, and wordings that mean them or do not.

use super::{mention::means, unit::DAY, *};

fn found(text: &str) -> Vec<(f64, Unit, &str)> {
    let shown = |found: Found| (found.amount, found.unit, &text[found.range]);
    quantities(text).into_iter().map(shown).collect()
}

#[test]
fn numbers_with_units_are_found_in_both_languages() {
    use Unit::{Byte, Count, Dollar, Duration, Percent, Won};
    assert_eq!(found("It takes 30 minutes."), [(1800.0, Duration, "30 minutes")]);
    assert_eq!(found("30분이 걸립니다"), [(1800.0, Duration, "30분")]);
    assert_eq!(found("a 30-minute call"), [(1800.0, Duration, "30-minute")]);
    assert_eq!(found("1시간 30분"), [(5400.0, Duration, "1시간 30분")]);
    assert_eq!(
        found("40% and 7.5 percent"),
        [(40.0, Percent, "40%"), (7.5, Percent, "7.5 percent")]
    );
    assert_eq!(found("1만 원, 10,000원"), [(1e4, Won, "1만 원"), (1e4, Won, "10,000원")]);
    assert_eq!(found("$1.2 million"), [(1.2e6, Dollar, "$1.2 million")]);
    assert_eq!(found("40 KB"), [(4e4, Byte, "40 KB")]);
    assert_eq!(found("샘플 10개"), [(10.0, Count, "10개")]);
    assert_eq!(found("3개월"), [(90.0 * DAY, Duration, "3개월")]);
}

#[test]
fn dates_names_and_bare_numbers_are_none() {
    for text in [
        "2026-11-16",
        "11월 16일",
        "2026년",
        "v2.7.0",
        "step 3",
        "GPT4 days",
        "1, 2",
        "3번째",
        "2개국",
    ] {
        assert_eq!(found(text), [], "{text}");
    }
}

/// Whether every number of `one` is meant in `other`.
fn agrees(one: &str, other: &str) -> bool {
    let wanted = quantities(one);
    wanted.iter().all(|wanted| means(other, wanted.amount, wanted.number, wanted.unit))
}

/// Texts of which each has all numbers of the other.
const SAME: &[(&str, &str)] = &[
    ("30 minutes", "30분"),
    ("half an hour", "30분"),
    ("thirty minutes", "30분"),
    ("90 minutes", "1시간 30분"),
    ("1 hour and 30 minutes", "90분"),
    ("2.5 hours", "2시간 30분"),
    ("18 months", "1년 6개월"),
    ("1.5 hours", "1시간 반"),
    ("1.5 hours", "한 시간 반"),
    ("two and a half hours", "2.5시간"),
    ("2 and a half hours", "2시간 30분"),
    ("2 and a half hours", "2시간 반"),
    ("2 hours and a half", "2시간 30분"),
    ("an hour and a half", "90분"),
    ("36 hours", "하루 반"),
    ("two weeks", "14일"),
    ("2 weeks", "14일"),
    ("10 days", "열흘"),
    ("7 days", "일주일"),
    ("7 days", "이레"),
    ("24 hours", "하루"),
    ("2 days", "이틀"),
    ("3 days", "사흘"),
    ("48시간", "two days"),
    ("35,000 won", "3만 5천 원"),
    ("120 million won", "1억 2천만 원"),
    ("12,000 won", "1만 2,000원"),
    ("12,000 won", "1만2천 원"),
    ("12,000 won", "만 이천 원"),
    ("35,000 won", "삼만 오천 원"),
    ("2,500 won", "2천5백 원"),
    ("a million won", "100만 원"),
    ("10,000원", "1만 원"),
    ("15,000 people", "1만 5천 명"),
    ("3 trillion won", "3조 원"),
    ("$1.5k", "1,500달러"),
    ("$1.2M", "120만 달러"),
    ("10개", "ten samples"),
    ("10개의 샘플", "ten samples"),
    ("20명", "스무 사람"),
    ("25명", "twenty-five people"),
    ("300건", "three hundred cases"),
    ("3배", "three times"),
    ("3번", "three times"),
    ("2회", "twice"),
    ("25%", "a quarter of them"),
    ("25%", "4분의 1"),
    ("50%", "절반은"),
    ("two-thirds", "3분의 2"),
    ("a tenth", "10분의 1"),
    ("3분의 1", "1/3 of it"),
    ("4분의 3", "¾ of it"),
    ("10분의 5", "5 of 10"),
    ("one third", "33%"),
    ("100%", "모두"),
    ("30%", "3할"),
    ("30 days", "한 달"),
    ("1 year", "12개월"),
    ("1 year", "365일"),
    ("1 year", "한 해"),
    ("6 months", "반년"),
    ("1 month", "4주"),
    ("daily", "1일 1회"),
    ("monthly", "1개월마다"),
    ("annual", "1년에 한 번"),
    ("quarterly", "3개월마다"),
    ("a fortnight", "2주"),
    ("every 2 days", "격일로"),
    ("100 ms", "0.1초"),
    ("one hundred and twenty days", "120일"),
    ("120 days", "백이십 일"),
    ("30분", "삼십 분"),
    ("25 minutes", "스물다섯 분"),
    ("5 to 10 minutes", "5~10분"),
    ("1,200 px", "1200픽셀"),
    ("24/7", "24시간"),
    ("Q3", "3분기"),
];

#[test]
fn a_number_is_recognised_in_any_wording() {
    let wrong = |(one, other): &&(&str, &str)| !agrees(one, other) || !agrees(other, one);
    let wrong: Vec<_> = SAME.iter().filter(wrong).collect();
    assert!(wrong.is_empty(), "{wrong:?}");
}

/// Texts of which the second does not have what the first says.
const OTHER: &[(&str, &str)] = &[
    ("30 minutes", "40분"),
    ("30 minutes", "3시간"),
    ("3 days", "3시간"),
    ("5 GB", "5 MB"),
    ("$500", "500원"),
    ("40%", "14%"),
    ("10일", "10,000"),
    ("10개의 샘플", "nine samples"),
    ("5명의 사람", "four people"),
    ("7건의 문의", "six cases"),
    ("4 days", "사용자가 봅니다"),
    ("1 hour", "한국어로 씁니다"),
    ("2 days", "이 문서는"),
    ("3배", "twice"),
    ("3회", "two times"),
    ("3가지", "two kinds"),
    ("3 months", "3주"),
    ("30%", "a third"),
];

#[test]
fn another_number_is_not_taken_for_it() {
    let wrong: Vec<_> = OTHER.iter().filter(|(one, other)| agrees(one, other)).collect();
    assert!(wrong.is_empty(), "{wrong:?}");
}

#[test]
fn words_that_begin_like_a_unit_are_none() {
    for text in ["3분기", "개의치 않고 3", "5 개발자", "2 번역", "3 회사", "1만이 넘는", "3년차"]
    {
        assert_eq!(found(text), [], "{text}");
    }
    assert_eq!(found("3만 이상의 2명")[0].2, "2명");
}
