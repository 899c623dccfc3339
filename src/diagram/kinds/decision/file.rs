//! A decision as JSON. The file beside the page has all its words; the page itself contains the
//! structure only, for the script, which takes the words from the page.

use schemars::JsonSchema;
use serde::Serialize;

use super::{
    AnswerForm, AnswerTo, Decision, NumberRange, Question, QuestionType, address::stamp,
    links::FollowedLink,
};
use crate::{
    diagram::{Diagram, outline::tone_name},
    i18n::Strings,
};

/// The version of the format of decision files.
const FORMAT: u8 = 1;

/// A decision as JSON.
#[derive(Serialize, JsonSchema)]
#[schemars(extend("x-name" = "decision-file"))]
pub struct DecisionFile {
    /// The version of this format.
    pub format: u8,
    /// The name of the decision, unique on its page.
    pub id: String,
    /// A short name of the structure, which addresses of answers carry: another one once a
    /// question, an answer or a bound has changed.
    pub stamp: String,
    /// The language of the words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// The address of the page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page: Option<String>,
    /// The title of the page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page_title: Option<String>,
    /// The title.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// One sentence about the decision.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub caption: Option<String>,
    /// The questions; a walk begins with the first.
    pub questions: Vec<FileQuestion>,
    /// What walks end in.
    pub verdicts: Vec<FileVerdict>,
}

/// A question.
#[derive(Serialize, JsonSchema)]
#[schemars(extend("x-name" = "decision-file-question"))]
pub struct FileQuestion {
    /// The name of the question.
    pub id: String,
    /// How the question is answered.
    #[serde(rename = "type")]
    pub asks: QuestionType,
    /// The question.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// What helps to answer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
    /// Why the question is asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
    /// What a number counts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// What can be answered or ticked.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub answers: Vec<FileAnswer>,
    /// Where the question leads when none of the choices that lead somewhere is ticked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub otherwise: Option<String>,
    /// Where a number or a sum of points leads.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub ranges: Vec<FileRange>,
}

/// An answer.
#[derive(Serialize, JsonSchema)]
#[schemars(extend("x-name" = "decision-file-answer"))]
pub struct FileAnswer {
    /// The answer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// What follows from the answer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub because: Option<String>,
    /// The question or verdict that the answer leads to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// What the answer adds to a sum of points.
    #[serde(skip_serializing_if = "is_nothing")]
    pub points: u8,
    /// The pages that the answer leads to, whatever the verdict.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub follows: Vec<FollowedLink>,
}

/// A range of whole numbers.
#[derive(Serialize, JsonSchema)]
#[schemars(extend("x-name" = "decision-file-range"))]
pub struct FileRange {
    /// The least number.
    pub from: i64,
    /// The greatest number, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<i64>,
    /// What the range is called.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// What follows from the number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub because: Option<String>,
    /// The question or verdict that the range leads to.
    pub to: String,
}

/// An end of the questions.
#[derive(Serialize, JsonSchema)]
#[schemars(extend("x-name" = "decision-file-verdict"))]
pub struct FileVerdict {
    /// The name of the verdict.
    pub id: String,
    /// How far the verdict lets go: `go`, `caution` or `stop`.
    pub tone: String,
    /// What the verdict is called.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// A sentence about the verdict.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// What is to be done.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub duties: Vec<String>,
    /// The pages that help to do it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub follows: Vec<FollowedLink>,
    /// Who answers for the verdict.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owner: Option<String>,
    /// After how many days the verdict is looked at again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub review_days: Option<u16>,
}

fn is_nothing(points: &u8) -> bool {
    *points == 0
}

/// The words in a decision file that do not come from the diagram.
pub struct FileWords<'a> {
    pub diagram: &'a Diagram,
    pub strings: &'a Strings,
    /// The links of all answers and verdicts, in the order of the decision's data.
    pub links: &'a [FollowedLink],
    pub page: String,
    pub page_title: &'a str,
}

impl DecisionFile {
    /// Returns the structure of `decision`, without words.
    pub fn structure(id: &str, decision: &Decision) -> DecisionFile {
        Writer { decision, with_words: false }.file(id)
    }

    /// Returns the whole of `decision`.
    pub fn whole(decision: &Decision, words: &FileWords) -> DecisionFile {
        let writer = Writer { decision, with_words: true };
        let mut file = writer.file(&words.diagram.id.value);
        file.language = Some(words.strings.lang().code().to_owned());
        file.page = Some(words.page.clone());
        file.page_title = Some(words.page_title.to_owned());
        file.title = Some(words.diagram.title.clone());
        file.caption = Some(words.diagram.caption.clone());
        let links = decision.split_links(words.links);
        for (question, links) in file.questions.iter_mut().zip(links.answers) {
            for (answer, links) in question.answers.iter_mut().zip(links) {
                answer.follows = links.to_vec();
            }
        }
        for (verdict, links) in file.verdicts.iter_mut().zip(links.verdicts) {
            verdict.follows = links.to_vec();
        }
        file
    }
}

struct Writer<'a> {
    decision: &'a Decision,
    with_words: bool,
}

impl Writer<'_> {
    fn words(&self, words: Option<&String>) -> Option<String> {
        words.filter(|_| self.with_words).cloned()
    }

    fn id(&self, to: AnswerTo) -> String {
        self.decision.id_of(to).to_owned()
    }

    fn file(&self, id: &str) -> DecisionFile {
        DecisionFile {
            format: FORMAT,
            id: id.to_owned(),
            stamp: stamp(self.decision),
            language: None,
            page: None,
            page_title: None,
            title: None,
            caption: None,
            questions: self.decision.questions.iter().map(|q| self.question(q)).collect(),
            verdicts: self.decision.verdicts.iter().map(|v| self.verdict(v)).collect(),
        }
    }

    fn question(&self, question: &Question) -> FileQuestion {
        let mut file = FileQuestion {
            id: question.id.clone(),
            asks: question.answers.question_type(),
            label: self.words(Some(&question.label)),
            help: self.words(question.help.as_ref()),
            why: self.words(question.why.as_ref()),
            unit: None,
            answers: Vec::new(),
            otherwise: None,
            ranges: Vec::new(),
        };
        match &question.answers {
            AnswerForm::One(answers) => {
                let answer = |a: &super::Answer| self.answer(&a.label, a.because.as_ref());
                let with = |a: &super::Answer| (Some(self.id(a.to)), a.points, answer(a));
                file.answers = answers.iter().map(|a| complete(with(a))).collect();
            }
            AnswerForm::Several { choices, otherwise } => {
                let answer = |c: &super::Choice| self.answer(&c.label, c.because.as_ref());
                let with = |c: &super::Choice| (c.to.map(|to| self.id(to)), c.points, answer(c));
                file.answers = choices.iter().map(|c| complete(with(c))).collect();
                file.otherwise = Some(self.id(*otherwise));
            }
            AnswerForm::Number { unit, ranges } => {
                file.unit = self.words(unit.as_ref());
                file.ranges = ranges.iter().map(|range| self.range(range)).collect();
            }
            AnswerForm::Points(ranges) => {
                file.ranges = ranges.iter().map(|range| self.range(range)).collect();
            }
        }
        file
    }

    fn answer(&self, label: &String, because: Option<&String>) -> FileAnswer {
        let (label, because) = (self.words(Some(label)), self.words(because));
        FileAnswer { label, because, to: None, points: 0, follows: Vec::new() }
    }

    fn range(&self, range: &NumberRange) -> FileRange {
        FileRange {
            from: range.from,
            until: range.until,
            label: self.words(range.label.as_ref()),
            because: self.words(range.because.as_ref()),
            to: self.id(range.to),
        }
    }

    fn verdict(&self, verdict: &super::Verdict) -> FileVerdict {
        FileVerdict {
            id: verdict.id.value.clone(),
            tone: tone_name(verdict.tone).to_owned(),
            label: self.words(Some(&verdict.label)),
            note: self.words(verdict.note.as_ref()),
            duties: if self.with_words { verdict.duties.clone() } else { Vec::new() },
            follows: Vec::new(),
            owner: self.words(verdict.owner.as_ref()),
            review_days: verdict.review_days,
        }
    }
}

fn complete((to, points, answer): (Option<String>, u8, FileAnswer)) -> FileAnswer {
    FileAnswer { to, points, ..answer }
}
