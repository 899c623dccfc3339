//! Cases as a worksheet: each case with the possible answers, then the solutions of all of
//! them. A script shows one case at a time, and its solution after the answer.

use super::{MarkedText, Practice, PracticeCase, PracticeMark, resolve::DEFAULT_ANSWERS};
use crate::{
    diagram::{
        Tone,
        decision::FollowedLink,
        outline::{pattern, say, tone_name},
        structure_stamp::StructureStamp,
    },
    i18n::Strings,
    markup::Markup,
};

use serde::Serialize;

/// The data that the cases need beside the practice.
pub struct CasesInput<'a> {
    pub practice: &'a Practice,
    /// The diagram's own id, which addresses of answers contain.
    pub name: &'a str,
    /// The beginning of every element's id.
    pub id: &'a str,
    pub title: &'a str,
    pub strings: &'a Strings,
    /// The links to the pages of rules, in their order.
    pub links: &'a [FollowedLink],
}

/// The texts that the script uses, and the attribute for each.
const SCRIPT_WORDS: [(&str, &str); 20] = [
    ("data-say-begin", "practice-begin"),
    ("data-say-place", "practice-place"),
    ("data-say-judge", "practice-judge"),
    ("data-say-right", "practice-right"),
    ("data-say-wrong", "practice-wrong"),
    ("data-say-next", "practice-next"),
    ("data-say-finish", "practice-finish"),
    ("data-say-again", "practice-again"),
    ("data-say-score", "practice-score"),
    ("data-say-received", "practice-received"),
    ("data-say-pattern", "practice-pattern"),
    ("data-say-faultless", "practice-faultless"),
    ("data-say-instead", "practice-instead"),
    ("data-say-missed", "practice-missed"),
    ("data-say-missed-once", "practice-missed-once"),
    ("data-say-cases", "practice-cases"),
    ("data-say-link", "practice-link"),
    ("data-say-copied", "practice-copied"),
    ("data-say-outdated", "practice-outdated"),
    ("data-say-unreadable", "practice-unreadable"),
];

/// The structure of a practice, for the script.
#[derive(Serialize)]
struct CasesFile<'a> {
    id: &'a str,
    stamp: String,
    answers: Vec<FileChoice<'a>>,
    rules: Vec<&'a str>,
    cases: Vec<FileCase<'a>>,
}

#[derive(Serialize)]
struct FileChoice<'a> {
    label: String,
    tone: &'a str,
}

#[derive(Serialize)]
struct FileCase<'a> {
    lesson: &'a str,
    /// The position of the right answer.
    answer: usize,
    /// The positions of the broken rules.
    rules: Vec<usize>,
}

/// Writes the cases, then their solutions.
pub fn write_cases(markup: &mut Markup, input: &CasesInput) {
    let writer = CasesWriter { input, choices: choices(input) };
    let structure = serde_json::to_string(&writer.file()).unwrap_or_default();
    markup.start("div").attr("class", "practice").attr("data-practice", &structure);
    markup.attr("id", format_args!("{}--practice", input.id));
    markup.attr("role", "group").attr("aria-label", input.title);
    const GAPS: [&str; 7] = ["number", "total", "answer", "right", "count", "rule", "cases"];
    for (attribute, key) in SCRIPT_WORDS {
        markup.attr(attribute, &pattern(input.strings, key, GAPS));
    }
    let how = input.strings.get("practice-how");
    markup.start("p").attr("class", "practice-how").text(&how).end();
    // A script puts a button in the place of the summary.
    let total = input.practice.cases.len().to_string();
    markup.start("details").attr("class", "practice-fold");
    markup.element("summary", &input.strings.format_one("practice-begin", "total", &total));
    markup.start("ol").attr("class", "practice-cases");
    for (at, case) in input.practice.cases.iter().enumerate() {
        writer.case(markup, at, case);
    }
    markup.end().end();
    markup.start("details").attr("class", "practice-solutions");
    markup.element("summary", &input.strings.get("practice-answers"));
    markup.start("ol").attr("class", "practice-answers");
    for (at, case) in input.practice.cases.iter().enumerate() {
        writer.solution(markup, at, case);
    }
    markup.end().end().end();
}

/// Returns a short name of the structure. It is the same in both languages, and changes with
/// every case and right answer.
fn stamp(practice: &Practice) -> String {
    let mut stamp = StructureStamp::new();
    practice.answers.iter().for_each(|answer| stamp.add(&answer.id.value));
    for case in &practice.cases {
        stamp.add(&case.id);
        stamp.add(&case.answer.to_string());
    }
    stamp.letters()
}

/// Returns the possible answers and their tones.
fn choices(input: &CasesInput) -> Vec<(String, Tone)> {
    let answers = &input.practice.answers;
    if !answers.is_empty() {
        return answers.iter().map(|answer| (answer.label.clone(), answer.tone)).collect();
    }
    let key = |id: &str| match id {
        "send" => "practice-answer-send",
        "mend" => "practice-answer-mend",
        _ => "practice-answer-hand-over",
    };
    DEFAULT_ANSWERS.map(|(id, tone)| (input.strings.get(key(id)), tone)).to_vec()
}

struct CasesWriter<'a> {
    input: &'a CasesInput<'a>,
    choices: Vec<(String, Tone)>,
}

impl CasesWriter<'_> {
    fn file(&self) -> CasesFile<'_> {
        let practice = self.input.practice;
        let rules = |case: &PracticeCase| {
            let mut rules: Vec<usize> = case.marks.iter().map(|mark| mark.rule).collect();
            rules.sort_unstable();
            rules.dedup();
            rules
        };
        let choice = |(label, tone): &(String, Tone)| FileChoice {
            label: label.clone(),
            tone: tone_name(*tone),
        };
        let cases = practice.cases.iter().map(|case| FileCase {
            lesson: &case.lesson,
            answer: case.answer,
            rules: rules(case),
        });
        CasesFile {
            id: self.input.name,
            stamp: stamp(practice),
            answers: self.choices.iter().map(choice).collect(),
            rules: practice.rules.iter().map(|rule| &*rule.label).collect(),
            cases: cases.collect(),
        }
    }

    fn number(&self, at: usize) -> String {
        say(self.input.strings, "practice-case", [("number", (at + 1).into())])
    }

    fn case(&self, markup: &mut Markup, at: usize, case: &PracticeCase) {
        markup.start("li").attr("class", "practice-case");
        markup.attr("id", format_args!("{}--case-{}", self.input.id, at + 1));
        markup.start("h3").attr("tabindex", "-1").text(&self.number(at)).end();
        self.context(markup, case);
        self.texts(markup, case, false);
        markup.start("ul").attr("class", "practice-choices");
        for (label, _) in &self.choices {
            markup.element("li", label);
        }
        markup.end().end();
    }

    fn context(&self, markup: &mut Markup, case: &PracticeCase) {
        if let Some(context) = &case.context {
            markup.start("p").attr("class", "practice-context").text(context).end();
        }
    }

    /// Writes the message and the draft; their marks are shown if `is_marked`.
    fn texts(&self, markup: &mut Markup, case: &PracticeCase, is_marked: bool) {
        let label =
            |own: &Option<String>, key| own.clone().unwrap_or_else(|| self.input.strings.get(key));
        let practice = self.input.practice;
        let message = label(&practice.message_label, "practice-message");
        let draft = label(&practice.draft_label, "practice-draft");
        let texts = [
            (MarkedText::Message, message, case.message.as_deref()),
            (MarkedText::Draft, draft, Some(&*case.draft)),
        ];
        markup.start("dl").attr("class", "practice-said");
        for (which, label, text) in texts {
            let Some(text) = text else { continue };
            let marks = case.marks.iter().filter(|mark| mark.text == which);
            let marks: Vec<&PracticeMark> = marks.filter(|_| is_marked).collect();
            markup.element("dt", &label);
            let class = match which {
                MarkedText::Message => "practice-message",
                MarkedText::Draft => "practice-draft",
            };
            markup.start("dd").attr("class", class);
            write_marked(markup, text, &marks);
            markup.end();
        }
        markup.end();
    }

    fn solution(&self, markup: &mut Markup, at: usize, case: &PracticeCase) {
        let (label, tone) = match self.choices.get(case.answer) {
            Some((label, tone)) => (&**label, *tone),
            None => ("", Tone::Go),
        };
        markup.start("li").attr("class", "practice-solution");
        markup.attr("id", format_args!("{}--answer-{}", self.input.id, at + 1));
        markup.start("p").attr("class", "practice-verdict");
        markup.start("span").attr("class", "practice-number").text(&self.number(at)).end();
        let class = format_args!("practice-{}", tone_name(tone)).to_string();
        markup.text(" ").start("strong").attr("class", &class).text(label).end().end();
        markup.start("p").attr("class", "practice-lesson").text(&case.lesson).end();
        if !case.marks.is_empty() {
            self.texts(markup, case, true);
            self.broken(markup, case);
        }
        markup.start("p").attr("class", "practice-why").text(&case.why).end().end();
    }

    /// Writes the words that break rules, with the rules.
    fn broken(&self, markup: &mut Markup, case: &PracticeCase) {
        markup.start("ul").attr("class", "practice-broken");
        for mark in &case.marks {
            let text = match mark.text {
                MarkedText::Message => case.message.as_deref().unwrap_or_default(),
                MarkedText::Draft => &case.draft,
            };
            markup.start("li").element("q", &text[mark.range.clone()]).text(" ");
            self.rule(markup, mark.rule);
            markup.end();
        }
        markup.end();
    }

    fn rule(&self, markup: &mut Markup, at: usize) {
        let rules = &self.input.practice.rules;
        let Some(rule) = rules.get(at) else { return };
        let nth = rules[..at].iter().filter(|rule| rule.page.is_some()).count();
        match self.input.links.get(nth).filter(|_| rule.page.is_some()) {
            Some(link) => {
                markup.start("a").attr("href", &link.href).text(&rule.label).end();
            }
            None => {
                markup.text(&rule.label);
            }
        }
    }
}

/// Writes `text` with its marks, which are in order and apart from each other.
fn write_marked(markup: &mut Markup, text: &str, marks: &[&PracticeMark]) {
    let mut written = 0;
    for PracticeMark { range, .. } in marks {
        markup.text(&text[written..range.start]).element("mark", &text[range.clone()]);
        written = range.end;
    }
    markup.text(&text[written..]);
}
