//! What the parsers of other libraries say, in Korean: the commonest cases, from a table
//! beside this file.

use super::Code;

static KOREAN: &str = include_str!("parsers.ko.txt");

/// Returns in Korean what a parser said of a breach of `code`, where the table has it.
pub(super) fn korean(code: Code, said: &str) -> Option<String> {
    rows().filter(|row| row.code == code.id()).find_map(|row| {
        let parts = holes(row.pattern, said)?;
        let filled = parts.iter().enumerate().fold(row.korean.to_owned(), |text, (at, part)| {
            text.replace(&format!("{{{}}}", at + 1), part)
        });
        Some(filled)
    })
}

struct ParserRow {
    code: &'static str,
    pattern: &'static str,
    korean: &'static str,
}

fn rows() -> impl Iterator<Item = ParserRow> {
    KOREAN.lines().filter_map(|line| {
        let mut cells = line.splitn(3, " | ");
        Some(ParserRow { code: cells.next()?, pattern: cells.next()?, korean: cells.next()? })
    })
}

/// Returns the texts that stand in the place of each `*` of `pattern`, if `said` fits.
fn holes<'t>(pattern: &str, said: &'t str) -> Option<Vec<&'t str>> {
    let mut literals = pattern.split('*');
    let mut rest = said.strip_prefix(literals.next()?)?;
    let mut parts = Vec::new();
    let mut literals = literals.peekable();
    while let Some(literal) = literals.next() {
        let is_last = literals.peek().is_none();
        let at = match (is_last, literal) {
            (true, literal) => rest.strip_suffix(literal)?.len(),
            (false, literal) => rest.find(literal)?,
        };
        parts.push(&rest[..at]);
        rest = &rest[at + literal.len()..];
    }
    rest.is_empty().then_some(parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_fits_from_end_to_end() {
        assert_eq!(holes("duplicate key*", "duplicate key"), Some(vec![""]));
        assert_eq!(holes("Unknown filter `*`", "Unknown filter `uper`"), Some(vec!["uper"]));
        assert_eq!(holes("a * b * c", "a x b y z c"), Some(vec!["x", "y z"]));
        assert_eq!(holes("a", "ab"), None);
        assert_eq!(holes("a*c", "ab"), None);
    }

    #[test]
    fn the_commonest_cases_of_each_parser_are_there_and_fill_what_they_name() {
        for code in [Code::InvalidToml, Code::TemplateError, Code::BadScript, Code::BadIcon] {
            assert!(rows().filter(|row| row.code == code.id()).count() >= 20, "{}", code.id());
        }
        for row in rows() {
            assert!(Code::from_id(row.code).is_some(), "{}", row.code);
            let holes = row.pattern.matches('*').count();
            let named = (1..=9).filter(|at| row.korean.contains(&format!("{{{at}}}"))).max();
            assert!(named.unwrap_or(0) <= holes, "{}", row.pattern);
        }
        let said = |code, text| korean(code, text).unwrap_or_default();
        assert_eq!(said(Code::InvalidToml, "duplicate key"), "같은 키를 두 번 썼습니다");
        assert_eq!(
            said(Code::TemplateError, "Variable `a` is not defined. Available variables: b, c"),
            "“a” 변수가 없습니다"
        );
        assert_eq!(
            said(Code::BadScript, "Expected `}` but found `EOF`"),
            "여기에 EOF 대신 } 기호가 와야 합니다"
        );
        assert_eq!(korean(Code::BadIcon, "something new"), None);
    }
}
