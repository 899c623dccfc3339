//! The Markdown of a body, prepared for the parser.
//!
//! pulldown-cmark has no options for some of our rules (see [`emphasis`](super::emphasis) and
//! [`stray_signs`](super::stray_signs)). Therefore marks are inserted into the text before it is
//! parsed, and removed from every event afterwards. The parser itself pairs runs of `*`, so nesting,
//! links and code spans work as always. Text that needs no mark is parsed unchanged.

use std::{
    borrow::Cow,
    ops::{Range, RangeInclusive},
};

use pulldown_cmark::{CowStr, Event, Parser, Tag};

use super::{
    DIALECT,
    autolink::Autolinks,
    emphasis::emphasis_marks,
    events::Events,
    stray_signs::{escaped_braces, stray_colons},
};

/// Punctuation that hardly any text contains (paragraph signs of old scripts and
/// the like). The first that the text does not contain is used.
const MARKS: [char; 4] = ['⸎', '⹁', '⸙', '⁘'];

/// Further marks, for texts about such signs. All of them are punctuation to the parser.
const MORE_MARKS: RangeInclusive<char> = '\u{2e00}'..='\u{2e2e}';

/// The text of a body, with marks where emphasis beside Hangul needs them.
#[derive(Debug)]
pub struct MarkdownText<'a> {
    /// The text as it was written.
    body: &'a str,
    text: Cow<'a, str>,
    /// The offsets of the marks in `text`, ascending.
    marks: Vec<usize>,
    mark: char,
}

impl<'a> MarkdownText<'a> {
    pub fn new(body: &'a str) -> Self {
        let mut places = emphasis_marks(body);
        places.extend(stray_colons(body));
        places.extend(escaped_braces(body));
        places.sort_unstable();
        let mut marks = MARKS.into_iter().chain(MORE_MARKS);
        let mark = match places.is_empty() {
            true => None,
            false => marks.find(|mark| !contains_mark(body, *mark)),
        };
        match mark {
            Some(mark) => insert(body, &places, mark),
            None => MarkdownText { body, text: body.into(), marks: Vec::new(), mark: MARKS[0] },
        }
    }

    /// Returns the events of the body with their places in it. Neighbouring texts are joined,
    /// as are the lines of a block of HTML; bare addresses are links.
    pub fn events(&self) -> impl Iterator<Item = (Event<'_>, Range<usize>)> {
        Autolinks::new(self.events_as_parsed(), self.body)
    }

    /// Returns the events as [`events`](Self::events) does, with bare addresses as text.
    pub fn events_as_parsed(&self) -> impl Iterator<Item = (Event<'_>, Range<usize>)> {
        let parser = Parser::new_ext(&self.text, DIALECT).into_offset_iter();
        Events::new(&self.text, parser).map(|(event, range)| match self.marks.is_empty() {
            true => (event, range),
            false => (self.unmarked(event), self.offset(range.start)..self.offset(range.end)),
        })
    }

    /// Returns the places in the body of the definitions that links refer to.
    pub fn definitions(&self) -> Vec<Range<usize>> {
        if !self.text.contains("]:") {
            return Vec::new();
        }
        let parser = Parser::new_ext(&self.text, DIALECT);
        let spans = parser.reference_definitions().iter().map(|(_, one)| one.span.clone());
        let mut all: Vec<Range<usize>> =
            spans.map(|span| self.offset(span.start)..self.offset(span.end)).collect();
        all.sort_by_key(|one| one.start);
        all
    }

    /// Returns the offset in the body of an offset in the marked text.
    fn offset(&self, at: usize) -> usize {
        at - self.marks.partition_point(|mark| *mark < at) * self.mark.len_utf8()
    }

    fn unmarked<'t>(&self, event: Event<'t>) -> Event<'t> {
        match event {
            Event::Text(text) => Event::Text(self.clean(text)),
            Event::Code(text) => Event::Code(self.clean(text)),
            Event::InlineMath(text) => Event::InlineMath(self.clean(text)),
            Event::Html(text) => Event::Html(self.clean(text)),
            Event::InlineHtml(text) => Event::InlineHtml(self.clean(text)),
            Event::FootnoteReference(label) => Event::FootnoteReference(self.clean(label)),
            Event::Start(tag) => Event::Start(self.unmarked_tag(tag)),
            other => other,
        }
    }

    fn unmarked_tag<'t>(&self, tag: Tag<'t>) -> Tag<'t> {
        use pulldown_cmark::CodeBlockKind::Fenced;
        match tag {
            Tag::Link { link_type, dest_url, title, id } => Tag::Link {
                link_type,
                dest_url: self.clean(dest_url),
                title: self.clean(title),
                id: self.clean(id),
            },
            Tag::Image { link_type, dest_url, title, id } => Tag::Image {
                link_type,
                dest_url: self.clean(dest_url),
                title: self.clean(title),
                id: self.clean(id),
            },
            Tag::CodeBlock(Fenced(info)) => Tag::CodeBlock(Fenced(self.clean(info))),
            Tag::FootnoteDefinition(label) => Tag::FootnoteDefinition(self.clean(label)),
            Tag::Heading { level, id, classes, attrs } => Tag::Heading {
                level,
                id: id.map(|id| self.clean(id)),
                classes: classes.into_iter().map(|class| self.clean(class)).collect(),
                attrs,
            },
            other => other,
        }
    }

    fn clean<'t>(&self, text: CowStr<'t>) -> CowStr<'t> {
        if text.contains(self.mark) { text.replace(self.mark, "").into() } else { text }
    }
}

/// Returns whether `body` has the mark, as itself or as a character reference.
fn contains_mark(body: &str, mark: char) -> bool {
    let number = mark as u32;
    body.contains(mark)
        || body.contains("&#") && {
            let lower = body.to_lowercase();
            lower.contains(&format!("{number:x};")) || lower.contains(&format!("{number};"))
        }
}

fn insert<'a>(body: &'a str, places: &[usize], mark: char) -> MarkdownText<'a> {
    let mut text = String::with_capacity(body.len() + places.len() * mark.len_utf8());
    let mut marks = Vec::with_capacity(places.len());
    let mut copied = 0;
    for place in places {
        text.push_str(&body[copied..*place]);
        marks.push(text.len());
        text.push(mark);
        copied = *place;
    }
    text.push_str(&body[copied..]);
    MarkdownText { body, text: text.into(), marks, mark }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn html(body: &str) -> String {
        let prepared = MarkdownText::new(body);
        let mut html = String::new();
        pulldown_cmark::html::push_html(&mut html, prepared.events().map(|(event, _)| event));
        html.trim().replace("<p>", "").replace("</p>", "")
    }

    #[test]
    fn emphasis_beside_hangul_is_recognised() {
        let cases = [
            ("**마크다운(Markdown)**을 씁니다", "<strong>마크다운(Markdown)</strong>을 씁니다"),
            ("**\"인용\"**은", "<strong>\"인용\"</strong>은"),
            ("**“인용”**은", "<strong>“인용”</strong>은"),
            ("**‘초안 모드’**부터", "<strong>‘초안 모드’</strong>부터"),
            ("이것은**\"인용\"**입니다", "이것은<strong>\"인용\"</strong>입니다"),
            ("그는**(아마)**왔다", "그는<strong>(아마)</strong>왔다"),
            ("**「引用」**は", "<strong>「引用」</strong>は"),
            ("**《책》**은", "<strong>《책》</strong>은"),
            ("**100%**를", "<strong>100%</strong>를"),
            ("**정말?**이라고", "<strong>정말?</strong>이라고"),
            ("**끝.**그리고", "<strong>끝.</strong>그리고"),
            ("**주의:**환불", "<strong>주의:</strong>환불"),
            ("**C++**는", "<strong>C++</strong>는"),
            ("**C#**을", "<strong>C#</strong>을"),
            ("**a!**가", "<strong>a!</strong>가"),
            ("*마크다운(Markdown)*을", "<em>마크다운(Markdown)</em>을"),
            ("*\"인용\"*은", "<em>\"인용\"</em>은"),
            ("이것은*(예)*입니다", "이것은<em>(예)</em>입니다"),
            ("***중요(필수)***는", "<em><strong>중요(필수)</strong></em>는"),
            ("~~취소(환불)~~는", "<del>취소(환불)</del>는"),
            ("~~\"옛말\"~~을", "<del>\"옛말\"</del>을"),
            ("**`code`**를", "<strong><code>code</code></strong>를"),
            ("**[링크](/a)**를", "<strong><a href=\"/a\">링크</a></strong>를"),
            ("값은**$5**입니다", "값은<strong>$5</strong>입니다"),
            ("태그**#환불**을", "태그<strong>#환불</strong>을"),
            ("**A(1)**와 **B(2)**를", "<strong>A(1)</strong>와 <strong>B(2)</strong>를"),
            ("**\"A\"**와**\"B\"**", "<strong>\"A\"</strong>와<strong>\"B\"</strong>"),
            ("**A(b)**을 c**", "<strong>A(b)</strong>을 c**"),
            ("- **품질(Quality)**은\n", "<ul>\n<li><strong>품질(Quality)</strong>은</li>\n</ul>"),
            ("**한국어(ko), *영어(en)*를**", "<strong>한국어(ko), <em>영어(en)</em>를</strong>"),
            ("[**가(A)**는](/x)", "<a href=\"/x\"><strong>가(A)</strong>는</a>"),
            ("**위험[1]**은", "<strong>위험[1]</strong>은"),
            ("*가 **나** \"다\"*라", "<em>가 <strong>나</strong> \"다\"</em>라"),
            ("*가 **나(A)**는 \"다\"*라", "<em>가 <strong>나(A)</strong>는 \"다\"</em>라"),
            ("*여러\n줄(A)*은", "<em>여러\n줄(A)</em>은"),
            ("***가(나)*는 라(마)**는", "<strong><em>가(나)</em>는 라(마)</strong>는"),
            ("**가 *나(다)***는", "<strong>가 <em>나(다)</em></strong>는"),
            ("*가 *나* \"다\"*라", "<em>가 <em>나</em> \"다\"</em>라"),
            ("*가 \\* 나(다)*는", "<em>가 * 나(다)</em>는"),
            ("*가(나)*는 *다(라)*는", "<em>가(나)</em>는 <em>다(라)</em>는"),
            ("## *필수\n글*(가)*는", "<h2>*필수</h2>\n글<em>(가)</em>는"),
            ("*필수\n===\n글*(가)*는", "<h1>*필수</h1>\n글<em>(가)</em>는"),
            ("`*` 글*(가)*는", "<code>*</code> 글<em>(가)</em>는"),
            ("*<b><i>가</i></b>*는", "<em><b><i>가</i></b></em>는"),
            ("*`가`<br>나(다)*는", "<em><code>가</code><br>나(다)</em>는"),
            ("*`가`<b>나</b>*는 x", "<em><code>가</code><b>나</b></em>는 x"),
            ("*가 나<b>x</b><i>(다)</i>*는", "<em>가 나<b>x</b><i>(다)</i></em>는"),
            ("> *필수\n\n글*(가)*는", "<blockquote>\n*필수\n</blockquote>\n글<em>(가)</em>는"),
            (
                "- *필수 항목\n- 글*(가)*는",
                "<ul>\n<li>*필수 항목</li>\n<li>글<em>(가)</em>는</li>\n</ul>",
            ),
            (
                "* 별표 *은\n* **굵은*(안)*은** 끝",
                "<ul>\n<li>별표 *은</li>\n<li><strong>굵은<em>(안)</em>은</strong> 끝</li>\n</ul>",
            ),
        ];
        for (body, expected) in cases {
            assert_eq!(html(body), expected, "{body}");
        }
    }

    /// A star in another cell or row is no partner.
    #[test]
    fn emphasis_ends_with_its_cell() {
        for table in [
            "| a | b |\n|---|---|\n| *필수 | 글*(가)*는 |",
            "| a | b |\n|---|---|\n| *필수 | x |\n| y | 글*(가)*는 |",
            "a | b\n--|--\n*필수 | 글*(가)*는",
            "| *필수 | 글*(가)*는 |\n|---|---|\n| x | y |",
        ] {
            assert!(html(table).contains("글<em>(가)</em>는"), "{table}: {}", html(table));
        }
    }

    #[test]
    fn other_stars_stay_text() {
        let cases = [
            "파일*.md와 문서*.txt를",
            "파일*.md",
            "가격 * 수량 * 할인(율)",
            "2 ** 3은 8",
            "** 띄어쓰기(space) **는",
            "\\*\\*이스케이프(escape)\\*\\*는",
            "별점 ***",
            "**열기만(open)을",
            "닫기만(close)**을",
            "~/설정(파일)을",
            "a*(b)를",
            "운영 시간은 (월)~금요일, 휴무는 (토)~일요일입니다.",
            "10:00(오전)~오후 3:00 그리고 11:00(오전)~오후 4:00",
            "가격(원)*은 세금 포함, 수량(개)*은 최소 기준",
            "가격(원)*은\n세금 포함, 수량(개)*은",
            "*세금 별도\n\n가격(원)*은 세금 포함, 수량(개)*은",
            "> *세금 별도\n>\n> 가격(원)*은",
            "`*` 가격(원)*은 세금 포함, 수량(개)*은",
            "| *가 | 가격(원)*은 세금 포함, 수량(개)*은 |\n|---|---|",
        ];
        for body in cases {
            let plain = html(body);
            assert!(!plain.contains("<strong>") && !plain.contains("<em>"), "{body}: {plain}");
            assert!(!plain.contains("<del>"), "{body}: {plain}");
        }
        assert_eq!(html("`**코드(code)**는`"), "<code>**코드(code)**는</code>");
        assert_eq!(html("```\n**가(a)**는\n```"), "<pre><code>**가(a)**는\n</code></pre>");
        assert_eq!(html("<b title=\"**가(a)**는\">x</b>"), "<b title=\"**가(a)**는\">x</b>");
    }

    #[test]
    fn places_are_those_of_the_original() {
        let body = "앞 **가(A)**는 [뒤](b.md)";
        let prepared = MarkdownText::new(body);
        assert!(!prepared.marks.is_empty());
        let link =
            prepared.events().find(|(event, _)| matches!(event, Event::Start(Tag::Link { .. })));
        let (_, range) = link.expect("the link is found");
        assert_eq!(&body[range], "[뒤](b.md)");
    }

    #[test]
    fn a_body_that_has_the_mark_keeps_it() {
        assert_eq!(html("⸎ **가(A)**는 ⸎"), "⸎ <strong>가(A)</strong>는 ⸎");
        assert_eq!(html("**가(A)**는 &#x2E0E;"), "<strong>가(A)</strong>는 ⸎");
        assert_eq!(html("⸎⹁⸙⁘⸀ **가(A)**는"), "⸎⹁⸙⁘⸀ <strong>가(A)</strong>는");
        let all: String = MARKS.into_iter().chain(MORE_MARKS).collect();
        for mark in MORE_MARKS {
            let others = all.replace(mark, "");
            assert!(html(&[&others, " **가(A)**는"].concat()).contains("<strong>"), "{mark}");
        }
    }
}
