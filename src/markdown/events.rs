//! The events of a body: those of the parser, with adjacent texts joined, with code between
//! dollar signs as a formula, and with signs that mean no emphasis as text.

use std::{collections::VecDeque, iter::Peekable, ops::Range};

use pulldown_cmark::{CowStr, Event, OffsetIter, Tag, TagEnd};

use super::text_signs::{is_hidden_part, is_product};

/// An event and its range in the parsed text.
pub type PlacedEvent<'t> = (Event<'t>, Range<usize>);

/// An iterator over events that joins adjacent texts, and the lines of a block of HTML: a tag
/// may span several lines.
pub struct Events<'t> {
    parser: Peekable<TextSigns<'t>>,
    /// The text that was parsed.
    text: &'t str,
    /// Events that were read ahead.
    ahead: VecDeque<PlacedEvent<'t>>,
}

/// An iterator over the parser's events, with signs that mean no emphasis as text: the single `~`
/// of ranges, the `*` of products and of names that are hidden in part.
struct TextSigns<'t> {
    parser: OffsetIter<'t>,
    text: &'t str,
}

impl<'t> Iterator for TextSigns<'t> {
    type Item = PlacedEvent<'t>;

    fn next(&mut self) -> Option<PlacedEvent<'t>> {
        let (event, range) = self.parser.next()?;
        let Some(length) = sign_length(&event, self.text, &range) else {
            return Some((event, range));
        };
        let sign = match event {
            Event::Start(_) => range.start..range.start + length,
            _ => range.end - length..range.end,
        };
        Some((Event::Text(self.text[sign.clone()].into()), sign))
    }
}

/// Returns the length of the sign by which the parser begins or ends emphasis at `range`, if it
/// means none.
fn sign_length(event: &Event, text: &str, range: &Range<usize>) -> Option<usize> {
    match event {
        Event::Start(Tag::Strikethrough) | Event::End(TagEnd::Strikethrough) => {
            (!text[range.clone()].starts_with("~~")).then_some(1)
        }
        Event::Start(Tag::Emphasis) | Event::End(TagEnd::Emphasis) => {
            is_product(text, range).then_some(1)
        }
        Event::Start(Tag::Strong) | Event::End(TagEnd::Strong) => {
            is_hidden_part(text, range).then_some(2)
        }
        _ => None,
    }
}

impl<'t> Events<'t> {
    pub fn new(text: &'t str, parser: OffsetIter<'t>) -> Self {
        Events { parser: TextSigns { parser, text }.peekable(), text, ahead: VecDeque::new() }
    }

    /// Returns `first` joined with the pieces after it. `piece` returns the text of an event
    /// that is a piece.
    fn join(
        &mut self,
        first: CowStr<'t>,
        range: &mut Range<usize>,
        piece: for<'e> fn(&'e Event<'t>) -> Option<&'e str>,
    ) -> CowStr<'t> {
        let mut joined: Option<String> = None;
        while let Some((event, place)) = self.parser.next_if(|(event, _)| piece(event).is_some()) {
            let text = joined.get_or_insert_with(|| first.to_string());
            text.push_str(piece(&event).unwrap_or_default());
            range.end = place.end;
        }
        joined.map_or(first, CowStr::from)
    }

    /// Reads the formula that begins at the dollar sign at the end of a text, if there is one.
    /// Returns the text before it.
    fn text(&mut self, text: CowStr<'t>, mut range: Range<usize>) -> PlacedEvent<'t> {
        if !self.is_dollar(range.end) || !text.ends_with('$') {
            return (Event::Text(text), range);
        }
        let follows = |event: &Event, place: &Range<usize>| {
            matches!(event, Event::Code(_)) && place.start == range.end
        };
        let Some((code, place)) = self.parser.next_if(|(event, at)| follows(event, at)) else {
            return (Event::Text(text), range);
        };
        let closes = |event: &Event, at: &Range<usize>| {
            matches!(event, Event::Text(text) if text.starts_with('$')) && at.start == place.end
        };
        let closing = self.parser.next_if(|(event, at)| closes(event, at));
        match (code, closing) {
            (Event::Code(formula), Some((Event::Text(after), mut at))) => {
                let after = self.join(after, &mut at, text_of);
                self.ahead.push_back((Event::InlineMath(formula), place));
                self.ahead.push_back((Event::Text(tail(&after)), at.start + 1..at.end));
                range.end -= 1;
                (Event::Text(CowStr::from(text[..text.len() - 1].to_owned())), range)
            }
            (code, _) => {
                self.ahead.push_back((code, place));
                (Event::Text(text), range)
            }
        }
    }

    /// Returns whether an unescaped dollar sign stands before `end`.
    fn is_dollar(&self, end: usize) -> bool {
        let before = self.text.as_bytes().get(..end).and_then(|text| text.strip_suffix(b"$"));
        before.is_some_and(|text| {
            text.iter().rev().take_while(|byte| **byte == b'\\').count() % 2 == 0
        })
    }
}

impl<'t> Iterator for Events<'t> {
    type Item = PlacedEvent<'t>;

    fn next(&mut self) -> Option<PlacedEvent<'t>> {
        loop {
            let (event, mut range) = match self.ahead.pop_front() {
                // A text that was read ahead has been joined already.
                Some((Event::Text(text), range)) => self.text(text, range),
                Some(event) => event,
                None => match self.parser.next()? {
                    (Event::Text(first), mut range) => {
                        let text = self.join(first, &mut range, text_of);
                        self.text(text, range)
                    }
                    event => event,
                },
            };
            let event = match event {
                Event::Html(first) => Event::Html(self.join(first, &mut range, html)),
                other => other,
            };
            if !matches!(&event, Event::Text(text) if text.is_empty()) {
                return Some((event, range));
            }
        }
    }
}

/// Returns a text without the dollar sign at its beginning.
fn tail<'t>(text: &CowStr<'t>) -> CowStr<'t> {
    CowStr::from(text[1..].to_owned())
}

fn text_of<'e>(event: &'e Event) -> Option<&'e str> {
    if let Event::Text(text) = event { Some(text) } else { None }
}

fn html<'e>(event: &'e Event) -> Option<&'e str> {
    if let Event::Html(html) = event { Some(html) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::MarkdownText;

    fn formulas(text: &str) -> Vec<String> {
        let prepared = MarkdownText::new(text);
        let formulas = prepared.events().filter_map(|(event, range)| match event {
            Event::InlineMath(formula) => {
                assert_eq!(text[range.clone()].trim_matches('`'), &*formula);
                Some(formula.to_string())
            }
            _ => None,
        });
        formulas.collect()
    }

    #[test]
    fn code_between_dollar_signs_is_a_formula() {
        assert_eq!(formulas("a $`1 + 1`$ b"), ["1 + 1"]);
        assert_eq!(formulas("$`x`$"), ["x"]);
        assert_eq!(formulas("값은 $`x^2`$입니다. **$`y`$**을 $`z`$$`w`$"), ["x^2", "y", "z", "w"]);
        assert_eq!(formulas("| a |\n|---|\n| $`x`$ |"), ["x"]);
    }

    #[test]
    fn prices_and_code_are_no_formulas() {
        for text in [
            "$5 to $6, `$7`$ and $8",
            "US$`x` and `y`$",
            "\\$`x`$",
            "$ `x` $",
            "$`x`",
            "`x`$",
            "`` $`x`$ ``",
            "&#36;`x`$",
            "```text\n$`x`$\n```",
        ] {
            assert_eq!(formulas(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn the_text_around_a_formula_stays() {
        let text = "가 $`x`$ 나 $5";
        let prepared = MarkdownText::new(text);
        let texts: Vec<String> = prepared
            .events()
            .filter_map(|(event, range)| match event {
                Event::Text(words) => {
                    assert_eq!(&text[range], &*words);
                    Some(words.to_string())
                }
                _ => None,
            })
            .collect();
        assert_eq!(texts, ["가 ", " 나 $5"]);
    }

    fn html(body: &str) -> String {
        let prepared = MarkdownText::new(body);
        let mut html = String::new();
        pulldown_cmark::html::push_html(&mut html, prepared.events().map(|(event, _)| event));
        html.trim().to_owned()
    }

    #[test]
    fn signs_of_ranges_products_and_hidden_names_stay_text() {
        for text in [
            "신청은 ~2월 5일, 발표는 2월 10일~ 예정이다.",
            "일시: 2. 5.(목)~2. 7.(토), 매일 10:00~",
            "~a~ b",
            "산출: 50,000원*20명*2회",
            "3*4*5 and 2*3=6, 4*5=20",
            "면적(㎡)*2*수량",
            "담당: 홍*동, 김*수",
            "010-****-1234, 010-****-5678",
        ] {
            assert_eq!(html(text), format!("<p>{text}</p>"));
        }
        for (text, expected) in [
            ("~~취소~~함", "<del>취소</del>함"),
            ("그는*매우 중요한 일*을 했다.", "그는<em>매우 중요한 일</em>을 했다."),
            ("이것은*강조*입니다", "이것은<em>강조</em>입니다"),
            ("*10명*만 **5명**도", "<em>10명</em>만 <strong>5명</strong>도"),
            (
                "***a*** **b** **c**",
                "<em><strong>a</strong></em> <strong>b</strong> <strong>c</strong>",
            ),
        ] {
            assert_eq!(html(text), format!("<p>{expected}</p>"));
        }
    }
}
