//! Explains the most frequent messages of other libraries' parsers in plain words, from tables
//! beside this file.

use super::Code;
use crate::lang::Lang;

static KOREAN: &str = include_str!("parsers.ko.txt");
static ENGLISH: &str = include_str!("parsers.en.txt");

/// Returns the explanation of a parser's message about a breach of `code`, if the table of the
/// language has one.
pub(super) fn explained(code: Code, message: &str, lang: Lang) -> Option<String> {
    rows(lang).filter(|row| row.code == code.id()).find_map(|row| {
        let parts = captures(row.pattern, message)?;
        let filled = parts.iter().enumerate().fold(row.words.to_owned(), |text, (at, part)| {
            text.replace(&format!("{{{}}}", at + 1), part)
        });
        Some(filled)
    })
}

struct ParserRow {
    code: &'static str,
    pattern: &'static str,
    words: &'static str,
}

fn rows(lang: Lang) -> impl Iterator<Item = ParserRow> {
    let table = match lang {
        Lang::En => ENGLISH,
        Lang::Ko => KOREAN,
    };
    table.lines().filter_map(|line| {
        let mut cells = line.splitn(3, " | ");
        Some(ParserRow { code: cells.next()?, pattern: cells.next()?, words: cells.next()? })
    })
}

/// Returns the texts that `*` stands for in `pattern`, if `message` matches it.
fn captures<'t>(pattern: &str, message: &'t str) -> Option<Vec<&'t str>> {
    let mut literals = pattern.split('*');
    let mut rest = message.strip_prefix(literals.next()?)?;
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
    fn a_pattern_matches_the_whole_message() {
        assert_eq!(captures("duplicate key*", "duplicate key"), Some(vec![""]));
        assert_eq!(captures("Unknown filter `*`", "Unknown filter `uper`"), Some(vec!["uper"]));
        assert_eq!(captures("a * b * c", "a x b y z c"), Some(vec!["x", "y z"]));
        assert_eq!(captures("a", "ab"), None);
        assert_eq!(captures("a*c", "ab"), None);
    }

    #[test]
    fn frequent_messages_of_each_parser_are_explained_with_their_arguments() {
        for code in [Code::InvalidToml, Code::TemplateError, Code::BadScript, Code::BadIcon] {
            assert!(
                rows(Lang::Ko).filter(|row| row.code == code.id()).count() >= 20,
                "{}",
                code.id()
            );
        }
        for row in rows(Lang::Ko).chain(rows(Lang::En)) {
            assert!(Code::from_id(row.code).is_some(), "{}", row.code);
            let holes = row.pattern.matches('*').count();
            let named = (1..=9).filter(|at| row.words.contains(&format!("{{{at}}}"))).max();
            assert!(named.unwrap_or(0) <= holes, "{}", row.pattern);
        }
        let translate = |code, text| explained(code, text, Lang::Ko).unwrap_or_default();
        assert_eq!(translate(Code::InvalidToml, "duplicate key"), "같은 키를 두 번 썼습니다");
        assert_eq!(
            translate(
                Code::TemplateError,
                "Variable `a` is not defined. Available variables: b, c"
            ),
            "“a” 변수가 없습니다"
        );
        assert_eq!(
            translate(Code::BadScript, "Expected `}` but found `EOF`"),
            "여기에 EOF 대신 } 기호가 와야 합니다"
        );
        assert_eq!(explained(Code::BadIcon, "something new", Lang::Ko), None);
    }
}
