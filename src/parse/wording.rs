//! Words that the glossary avoids, in the text of a page. They are also found before Korean
//! particles and with English plural endings, but not inside longer words, code, HTML or links.

use std::{cell::LazyCell, cmp::Reverse, collections::BTreeMap, mem, ops::Range};

use memchr::memmem::{self, Finder};
use pulldown_cmark::{CodeBlockKind, Event, Tag, TagEnd};

use crate::{
    diag::{Code, Diagnostic},
    markdown::{DIAGRAM, MarkdownText},
    model::{Document, Glossary, Lang, PerLang, SectionKind, Span},
    vocabulary::{continues, english_ending, hangul_start, is_hangul, particles, with_particles},
};

/// A longer expression is known by so many words.
const MOST_WORDS: usize = 20;

/// The words to avoid in each language, ready to be searched for: those that begin alike together, so that
/// each place of a text is looked at once.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AvoidedWords(PerLang<Vec<WordGroup>>);

/// The words to avoid that begin with the same word.
#[derive(Clone, Debug)]
struct WordGroup {
    /// That word in lower case; of a Korean verb, the beginning of all its forms.
    first: Finder<'static>,
    /// The longest first.
    words: Vec<AvoidedWord>,
}

impl PartialEq for WordGroup {
    fn eq(&self, other: &Self) -> bool {
        self.first.needle() == other.first.needle() && self.words == other.words
    }
}

/// A word to avoid.
#[derive(Clone, Debug, PartialEq)]
struct AvoidedWord {
    /// What follows the first space, in lower case, word by word: a line may end at each.
    rest: Vec<String>,
    is_verb: bool,
    /// The word to use.
    replacement: String,
    /// The place in the glossary.
    span: Span,
}

impl AvoidedWords {
    /// Returns the words that the terms of `glossary` avoid.
    pub fn new(glossary: &Glossary) -> AvoidedWords {
        AvoidedWords(PerLang::from_fn(|lang| {
            let entries = glossary.terms.iter().filter_map(|term| term.entries.get(lang).as_ref());
            let words = entries.flat_map(|entry| {
                let avoid = entry.fields.avoid.iter();
                avoid.map(|at| AvoidedWord::new(&at.value, &entry.fields.word, at.span))
            });
            grouped(words)
        }))
    }

    /// Returns whether there is none in `lang`.
    pub fn is_empty(&self, lang: Lang) -> bool {
        self.0.get(lang).is_empty()
    }

    /// Returns the avoided words in `document`, whose file has the text `file`.
    pub fn check(&self, document: &Document, file: &str) -> Vec<Diagnostic> {
        let lower = file.to_ascii_lowercase();
        let texts = LazyCell::new(|| TextRanges::new(document, file));
        let is_glossary = !document.front.fields.terms().is_empty();
        let is_meant = |occurrence: &Use| {
            texts.contain(&occurrence.bare) && !(is_glossary && occurrence.is_quoted(file))
        };
        let groups = self.0.get(document.place.lang).iter();
        let mut uses: Vec<Use> = groups.flat_map(|group| group.uses(&lower, &is_meant)).collect();
        uses.sort_by_key(|occurrence| (occurrence.range.start, Reverse(occurrence.range.end)));
        uses.dedup_by(|second, first| second.range.start < first.range.end);
        let problem = |occurrence: &Use| {
            let span = Span::new(document.source, occurrence.range.clone());
            let written = in_one_line(&file[occurrence.range.clone()]);
            Diagnostic::new(Code::AvoidedWord, span)
                .arg("found", &*written)
                .arg("suggestion", in_case_of(&written, &occurrence.replacement))
                .also(occurrence.word.span)
        };
        uses.iter().map(problem).collect()
    }
}

/// An occurrence of a word to avoid.
struct Use<'w> {
    word: &'w AvoidedWord,
    /// The word without an ending.
    bare: Range<usize>,
    /// The word with its particle; between them there may be marks that close emphasis or a quotation.
    range: Range<usize>,
    /// The word to use, with the particle that it needs.
    replacement: String,
}

impl Use<'_> {
    /// Returns whether the word stands in quotation marks, with its particle or without.
    fn is_quoted(&self, file: &str) -> bool {
        let is_mark =
            |c: char| matches!(c, '"' | '\'' | '“' | '”' | '‘' | '’' | '「' | '」' | '『' | '』');
        let closes = |at: usize| file[at..].starts_with(is_mark);
        file[..self.range.start].ends_with(is_mark)
            && (closes(self.bare.end) || closes(self.range.end))
    }
}

/// Returns words in groups of those that begin with the same word, which each comes with.
fn grouped(words: impl Iterator<Item = (String, AvoidedWord)>) -> Vec<WordGroup> {
    let mut groups: BTreeMap<String, Vec<AvoidedWord>> = BTreeMap::new();
    for (first, word) in words {
        groups.entry(first).or_default().push(word);
    }
    let group = |(first, mut words): (String, Vec<AvoidedWord>)| {
        words.sort_by_key(|word| Reverse(word.rest.iter().map(String::len).sum::<usize>()));
        words
            .dedup_by(|second, first| second.rest == first.rest && second.is_verb == first.is_verb);
        WordGroup { first: Finder::new(&first).into_owned(), words }
    };
    groups.into_iter().map(group).collect()
}

impl WordGroup {
    /// Returns the occurrences in `lower`, a text in lower case, that are meant: at each place the longest,
    /// and none inside another.
    fn uses<'w>(&'w self, lower: &str, is_meant: &impl Fn(&Use) -> bool) -> Vec<Use<'w>> {
        let length = self.first.needle().len();
        let mut uses: Vec<Use> = Vec::new();
        for at in self.first.find_iter(lower.as_bytes()) {
            if uses.last().is_some_and(|before| at < before.range.end) {
                continue;
            }
            let all = self
                .words
                .iter()
                .filter_map(|word| word.use_at(lower, at..word.end(lower, at + length)?));
            uses.extend(all.into_iter().find(is_meant));
        }
        uses
    }
}

impl AvoidedWord {
    /// Returns the first part of the word in lower case, and the rest.
    fn new(word: &str, replacement: &str, span: Span) -> (String, AvoidedWord) {
        /// A shorter stem could begin many other words.
        const SHORTEST_STEM: usize = 3;
        let lower = word.to_ascii_lowercase();
        let stem = lower
            .strip_suffix('다')
            .filter(|stem| stem.chars().filter(|c| is_hangul(*c)).count() >= SHORTEST_STEM);
        let mut parts = stem.unwrap_or(&lower).split_whitespace();
        let first = parts.next().unwrap_or_default().to_owned();
        let rest = parts.take(MOST_WORDS - 1).map(str::to_owned).collect();
        let replacement = replacement.to_owned();
        (first, AvoidedWord { rest, is_verb: stem.is_some(), replacement, span })
    }

    /// Returns the end of the word in `text`, whose first part ends at `at`; `None` if another word is
    /// there. A line of a quotation begins with `>`.
    fn end(&self, text: &str, at: usize) -> Option<usize> {
        self.rest.iter().try_fold(at, |at, part| {
            let gap = text.get(at..)?;
            let next = gap.trim_start_matches([' ', '\t', '\r', '\n', '>']);
            let is_next = next.len() < gap.len() && next.starts_with(&**part);
            is_next.then(|| text.len() - next.len() + part.len())
        })
    }

    fn use_at<'w>(&'w self, text: &str, place: Range<usize>) -> Option<Use<'w>> {
        let (before, after) = (text.get(..place.start)?, text.get(place.end..)?);
        let first = text[place.clone()].chars().next()?;
        if before.chars().next_back().is_some_and(|last| continues(last, first)) {
            return None;
        }
        let next = after.chars().next();
        let (tail, replacement) = if self.is_verb {
            (hangul_start(after).len(), self.replacement.clone())
        } else if next.is_some_and(is_hangul) {
            let particles = particles(&text[..place.end], after)?;
            (particles.len(), with_particles(&self.replacement, particles))
        } else if let Some((marks, particles)) = marks_and_particles(&text[..place.end], after) {
            let mut replacement = with_particles(&self.replacement, particles);
            replacement.insert_str(self.replacement.len(), marks);
            (marks.len() + particles.len(), replacement)
        } else {
            let ending = english_ending(after)?;
            (ending, [&self.replacement, &after[..ending]].concat())
        };
        let range = place.start..place.end + tail;
        Some(Use { word: self, bare: place, range, replacement })
    }
}

/// Returns the marks that close emphasis or a quotation behind a word at the end of `before`, and the
/// particles behind them.
fn marks_and_particles<'t>(before: &str, after: &'t str) -> Option<(&'t str, &'t str)> {
    let rest =
        after.trim_start_matches(['*', '~', '"', '\'', '”', '’', '」', '』', '》', '〉', ')']);
    let particles = particles(before, rest).filter(|particles| !particles.is_empty())?;
    Some((&after[..after.len() - rest.len()], particles))
}

/// Returns words that may stand in several lines, or lines of a quotation, in one.
fn in_one_line(words: &str) -> String {
    words.split_whitespace().filter(|word| *word != ">").collect::<Vec<_>>().join(" ")
}

/// Returns `word` with a small first letter if `written` has one; an abbreviation stays as it
/// is.
fn in_case_of(written: &str, word: &str) -> String {
    let mut letters = word.chars();
    let Some(first) = letters.next() else { return String::new() };
    let is_abbreviation = letters.clone().next().is_some_and(char::is_uppercase);
    match written.starts_with(char::is_lowercase) && !is_abbreviation {
        true => first.to_lowercase().chain(letters).collect(),
        false => word.to_owned(),
    }
}

/// The ranges of a file that are words for readers, in order.
struct TextRanges(Vec<Range<usize>>);

impl TextRanges {
    fn new(document: &Document, file: &str) -> TextRanges {
        let mut ranges = front_matter(document, file);
        let start = document.body.start as usize;
        let body = file.get(start..document.body.end as usize).unwrap_or_default();
        let prepared = MarkdownText::new(body);
        let (mut links, mut code) = (0_usize, None);
        // True behind the end of a line inside a paragraph.
        let mut goes_on = false;
        for (event, range) in prepared.events() {
            let range = start + range.start..start + range.end;
            let is_joined = mem::replace(&mut goes_on, event == Event::SoftBreak);
            match event {
                Event::Start(Tag::Link { .. }) => links += 1,
                Event::End(TagEnd::Link) => links = links.saturating_sub(1),
                Event::Start(Tag::CodeBlock(kind)) => code = Some(is_diagram(&kind)),
                Event::End(TagEnd::CodeBlock) => code = None,
                Event::Text(_) => match code {
                    Some(true) => ranges.extend(toml_words(file, range)),
                    None if links == 0 => match ranges.last_mut() {
                        Some(line) if is_joined => line.end = range.end,
                        _ => ranges.push(range),
                    },
                    Some(false) | None => {}
                },
                _ => {}
            }
        }
        TextRanges(ranges)
    }

    fn contain(&self, range: &Range<usize>) -> bool {
        let at = self.0.partition_point(|part| part.start <= range.start);
        at > 0 && range.end <= self.0[at - 1].end
    }
}

fn is_diagram(kind: &CodeBlockKind) -> bool {
    let CodeBlockKind::Fenced(info) = kind else { return false };
    info.split_whitespace().next() == Some(DIAGRAM)
}

/// Returns the texts of the keys whose words are translated.
fn front_matter(document: &Document, file: &str) -> Vec<Range<usize>> {
    let end = document.front.span.range().end;
    let mut starts: Vec<usize> = document
        .sections
        .iter()
        .filter(|section| section.kind == SectionKind::FrontMatter)
        .map(|section| section.span.range().start)
        .collect();
    starts.sort_unstable();
    let ends = starts.iter().skip(1).copied().chain([end]);
    let keys = starts.iter().copied().zip(ends);
    keys.flat_map(|(start, end)| toml_words(file, start..end)).collect()
}

/// Returns the texts in the lines of TOML at `range` that are words for readers.
fn toml_words(file: &str, range: Range<usize>) -> Vec<Range<usize>> {
    const NAMES: [&str; 12] = [
        "id", "to", "kind", "icon", "role", "avoid", "variants", "section", "guide", "path",
        "related", "keywords",
    ];
    let Some(text) = file.get(range.clone()) else { return Vec::new() };
    let mut words = Vec::new();
    let mut at = range.start;
    // True inside a list of names that has several lines.
    let mut in_names = false;
    for line in text.split_inclusive('\n') {
        let key = line.split_once('=').map(|(key, _)| key.trim());
        let is_name = in_names || key.is_some_and(|key| NAMES.contains(&key));
        in_names = is_name && (in_names || line.contains('[')) && !line.contains(']');
        if !is_table_head(line) && !is_name {
            let quotes: Vec<usize> = memmem::find_iter(line.as_bytes(), b"\"").collect();
            let texts = quotes.chunks(2).filter(|pair| pair.len() == 2);
            words.extend(texts.map(|pair| at + pair[0] + 1..at + pair[1]));
        }
        at += line.len();
    }
    words
}

/// Returns whether a line of TOML is the head of a table, rather than the beginning of a list.
fn is_table_head(line: &str) -> bool {
    let name = line.trim_start().strip_prefix('[').map(|rest| rest.trim_start_matches('['));
    name.is_some_and(|name| name.starts_with(|c: char| c.is_alphanumeric()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        model::SourcePath,
        model::{Folder, Kind, SourceId},
        source::Source,
    };

    /// Returns the words that `check` finds in `text`, and the words that it suggests.
    fn words_found(lang: Lang, avoid: &[(&str, &str)], text: &str) -> Vec<(String, String)> {
        let words = avoid.iter().map(|(word, use_instead)| {
            AvoidedWord::new(word, use_instead, Span::new(SourceId(0), 0..0))
        });
        let words = grouped(words);
        let all = match lang {
            Lang::En => AvoidedWords(PerLang { en: words, ko: Vec::new() }),
            Lang::Ko => AvoidedWords(PerLang { en: Vec::new(), ko: words }),
        };
        let file = format!("+++\ntitle = \"T\"\ndescription = \"D\"\n+++\n{text}");
        let path = SourcePath::new(&format!("content/pages/a.{}.md", lang.code()));
        let source = Source { path, bytes: file.clone().into(), built_in: false };
        let kinds = [Kind::Page, Kind::Article(Folder::ANY)];
        let (parsed, _) = super::super::content_file(SourceId(0), &source, lang, &kinds);
        let super::super::Parsed::Page(document) = parsed else { panic!("a page") };
        all.check(&document, &file)
            .into_iter()
            .map(|problem| {
                let crate::diag::Arg::Text(suggestion) = &problem.args[1].1 else {
                    panic!("a text")
                };
                (file[problem.span.range()].to_owned(), suggestion.to_string())
            })
            .collect()
    }

    fn korean(text: &str) -> Vec<(String, String)> {
        let avoid = [
            ("메일", "이메일"),
            ("휴대폰", "휴대전화"),
            ("라벨을 붙이다", "태그를 붙이다"),
            ("법무팀", "법무 담당자"),
            ("퍼센트", "%"),
        ];
        words_found(Lang::Ko, &avoid, text)
    }

    fn pairs(all: &[(&str, &str)]) -> Vec<(String, String)> {
        all.iter().map(|(a, b)| (a.to_string(), b.to_string())).collect()
    }

    #[test]
    fn a_word_is_found_before_its_particle_and_the_hint_has_the_right_one() {
        assert_eq!(
            korean("휴대폰은 두고, 휴대폰으로 말하며, 메일을 씁니다. 법무팀이 봅니다."),
            pairs(&[
                ("휴대폰은", "휴대전화는"),
                ("휴대폰으로", "휴대전화로"),
                ("메일을", "이메일을"),
                ("법무팀이", "법무 담당자가"),
            ])
        );
        assert_eq!(korean("메일로는"), pairs(&[("메일로는", "이메일로는")]));
        assert_eq!(korean("메일이나"), pairs(&[("메일이나", "이메일이나")]));
        assert_eq!(korean("15퍼센트입니다"), pairs(&[("퍼센트입니다", "%입니다")]));
        assert_eq!(korean("라벨을 붙이면"), pairs(&[("라벨을 붙이면", "태그를 붙이다")]));
    }

    #[test]
    fn marks_may_stand_between_a_word_and_its_particle() {
        assert_eq!(
            korean("**휴대폰**은 ‘메일’로, *법무팀*이 ‘휴대폰’ **메일**함"),
            pairs(&[
                ("휴대폰**은", "휴대전화**는"),
                ("메일’로", "이메일’로"),
                ("법무팀*이", "법무 담당자*가"),
                ("휴대폰", "휴대전화"),
                ("메일", "이메일"),
            ])
        );
        assert_eq!(
            korean("휴대폰에서만까지도"),
            pairs(&[("휴대폰에서만까지도", "휴대전화에서만까지도")])
        );
    }

    #[test]
    fn a_word_may_go_on_in_the_next_line() {
        let found = ["라벨을\n붙이면", "- 라벨을\n  붙이면", "> 라벨을\n> 붙이면"].map(korean);
        for (found, line) in found.iter().zip(["\n", "\n  ", "\n> "]) {
            let written = ["라벨을", line, "붙이면"].concat();
            assert_eq!(*found, pairs(&[(&written, "태그를 붙이다")]));
        }
        assert_eq!(korean("라벨을\n\n붙이면"), []);
        assert_eq!(korean("- 라벨을\n- 붙이면"), []);
    }

    #[test]
    fn keywords_are_in_the_words_of_readers() {
        let text = "keywords = [\n  \"메일\",\n]\ntitle = \"이름\"\nkeywords = [\"메일\"]\nlist = [\n  \"글\",\n]\n";
        let words: Vec<&str> =
            toml_words(text, 0..text.len()).into_iter().map(|at| &text[at]).collect();
        assert_eq!(words, ["이름", "글"]);
    }

    #[test]
    fn a_part_of_a_longer_word_is_another_word() {
        for text in ["이메일을 씁니다", "메일함", "웹메일", "개인휴대폰", "e메일"]
        {
            assert_eq!(korean(text), [], "{text}");
        }
        let mail = [("mail", "e-mail"), ("cut-off", "threshold")];
        for text in ["e-mail", "mailbox", "mail-order", "voicemail", "a@mail.example", "cut-offs-x"]
        {
            assert_eq!(words_found(Lang::En, &mail, text), [], "{text}");
        }
        let seen = words_found(Lang::En, &mail, "Mail, mails. The cut-off!");
        let expected = [("Mail", "e-mail"), ("mails", "e-mails"), ("cut-off", "threshold")];
        assert_eq!(seen, pairs(&expected));
        let seen = words_found(Lang::En, &[("email", "E-mail")], "An email. Email.");
        assert_eq!(seen, pairs(&[("email", "e-mail"), ("Email", "E-mail")]));
    }

    #[test]
    fn code_links_html_and_names_are_left_alone() {
        for text in [
            "`mail`",
            "```\nmail\n```",
            "[mail](https://mail.example)",
            "<p class=\"mail\">x</p>",
            "```diagram\nkind = \"evidence\"\nid = \"mail\"\n```",
        ] {
            assert_eq!(words_found(Lang::En, &[("mail", "e-mail")], text), [], "{text}");
        }
        let diagram = "```diagram\nkind = \"evidence\"\ntitle = \"The mail\"\n```";
        assert_eq!(words_found(Lang::En, &[("mail", "e-mail")], diagram).len(), 1);
        assert_eq!(words_found(Lang::En, &[("mail", "e-mail")], "**mail** and *mail*").len(), 2);
    }
}
