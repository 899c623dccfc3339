//! A decision as linked sections: the questions, with each answer as a link to its target, then
//! the verdicts. Readers can walk through it by these links alone; choices, numbers and points
//! can be filled in by hand, as on a worksheet. A script shows one question at a time.

use super::{
    AnswerForm, AnswerTo, Choice, Decision, NumberRange, Question, SUM, Verdict,
    file::DecisionFile, links::FollowedLink, number, order, otherwise_key, target_words,
};
use crate::{
    diagram::{
        layout::Glyph,
        outline::{pattern, say, tone_key, tone_name},
    },
    i18n::Strings,
    markup::Markup,
};

/// The data that the sections need beside the decision.
pub struct SectionsInput<'a> {
    pub decision: &'a Decision,
    /// The diagram's own id, which addresses of answers contain.
    pub name: &'a str,
    /// The beginning of every element's id.
    pub id: &'a str,
    /// The name of the questions for screen readers.
    pub title: &'a str,
    pub strings: &'a Strings,
    /// The links of all answers and verdicts, in the order of the decision's data.
    pub links: &'a [FollowedLink],
    /// The element of a question's title.
    pub heading: &'static str,
}

/// The texts that the script uses, and the attribute for each.
const SCRIPT_WORDS: [(&str, &str); 38] = [
    ("data-say-amount", "decision-amount"),
    ("data-say-ticked", "decision-ticked"),
    ("data-say-ticked-all", "decision-ticked-all"),
    ("data-say-continue", "decision-continue"),
    ("data-say-back", "decision-back"),
    ("data-say-way", "decision-way"),
    ("data-say-change", "decision-change"),
    ("data-say-reasons", "decision-reasons"),
    ("data-say-reason", "decision-reason"),
    ("data-say-changes", "decision-changes"),
    ("data-say-pages", "decision-pages"),
    ("data-say-change-answer", "decision-change-answer"),
    ("data-say-change-more", "decision-change-more"),
    ("data-say-change-less", "decision-change-less"),
    ("data-say-change-any-more", "decision-change-any-more"),
    ("data-say-change-any-less", "decision-change-any-less"),
    ("data-say-change-only", "decision-change-only"),
    ("data-say-change-all", "decision-change-all"),
    ("data-say-change-none", "decision-change-none"),
    ("data-say-quoted", "decision-quoted"),
    ("data-say-instead", "decision-instead"),
    ("data-say-instead-open", "decision-instead-open"),
    ("data-say-none", "decision-none"),
    ("data-say-points", "decision-sum"),
    ("data-say-outdated", "decision-outdated"),
    ("data-say-unreadable", "decision-unreadable"),
    ("data-say-link", "decision-link"),
    ("data-say-copied", "decision-copied"),
    ("data-say-review", "decision-review-on"),
    ("data-say-keep", "decision-keep"),
    ("data-say-kept", "decision-kept"),
    ("data-say-unkept", "decision-unkept"),
    ("data-say-record", "decision-record"),
    ("data-say-copy", "link-copy"),
    ("data-say-before", "decision-before"),
    ("data-say-show", "decision-show"),
    ("data-say-other", "decision-other"),
    ("data-say-replace", "decision-replace"),
];

/// Writes the sections.
pub fn write_sections(markup: &mut Markup, input: &SectionsInput) {
    let structure = DecisionFile::structure(input.name, input.decision);
    // A struct of strings and numbers can always be written as JSON.
    let structure = serde_json::to_string(&structure).unwrap_or_default();
    markup.start("div").attr("class", "walk").attr("data-decision", &structure);
    markup.attr("id", format_args!("{}--walk", input.id));
    markup.attr("role", "group").attr("aria-label", input.title);
    const GAPS: [&str; 10] = [
        "number", "total", "question", "answer", "verdict", "date", "amount", "unit", "missing",
        "change",
    ];
    for (attribute, key) in SCRIPT_WORDS.into_iter().filter(|(_, key)| needs(input.decision, key)) {
        markup.attr(attribute, &pattern(input.strings, key, GAPS));
    }
    if !input.decision.is_single_choice() {
        let how = input.strings.get("decision-worksheet");
        markup.start("p").attr("class", "walk-how walk-worksheet").text(&how).end();
    }
    let order = order(input.decision);
    let sections = Sections { input, order: &order };
    let links = input.decision.split_links(input.links);
    for question in &order {
        sections.question(markup, *question, &links.answers[*question]);
    }
    for (verdict, links) in input.decision.verdicts.iter().zip(links.verdicts) {
        sections.verdict(markup, verdict, links);
    }
    markup.end();
}

/// Returns whether the script can use the words with this key for the answers of `decision`.
fn needs(decision: &Decision, key: &str) -> bool {
    let has = |is: fn(&AnswerForm) -> bool| decision.questions.iter().any(|it| is(&it.answers));
    match key.strip_prefix("decision-").unwrap_or_default() {
        "amount" => has(|form| matches!(form, AnswerForm::Number { .. })),
        "pages" => decision.verdicts.iter().any(|verdict| verdict.duties.is_empty()),
        "review-on" => decision.verdicts.iter().any(|verdict| verdict.review_days.is_some()),
        "sum" => has(|form| matches!(form, AnswerForm::Points(_))),
        "ticked" | "ticked-all" | "none" | "change-more" | "change-less" | "change-any-more"
        | "change-any-less" | "change-only" | "change-all" | "change-none" => {
            has(|form| matches!(form, AnswerForm::Several { .. }))
        }
        _ => true,
    }
}

struct Sections<'a> {
    input: &'a SectionsInput<'a>,
    /// The questions in the order in which they are numbered.
    order: &'a [usize],
}

impl Sections<'_> {
    fn strings(&self) -> &Strings {
        self.input.strings
    }

    fn element_id(&self, node: &str) -> String {
        format!("{}--{node}", self.input.id)
    }

    fn question(&self, markup: &mut Markup, at: usize, links: &[&[FollowedLink]]) {
        let question = &self.input.decision.questions[at];
        let number = number(self.input.decision, self.order, at);
        let number = number.map_or(SUM.to_owned(), |number| number.to_string());
        markup.start("section").attr("class", "walk-question").attr("data-node", &question.id);
        markup.attr("id", &self.element_id(&question.id));
        markup.start(self.input.heading).attr("tabindex", "-1");
        markup.start("span").attr("class", "walk-number").text(&number).end();
        markup.text(" ").start("span").text(&question.label).end().end();
        if let Some(help) = &question.help {
            markup.start("p").attr("class", "walk-help").text(help).end();
        }
        self.answers(markup, question, links);
        if let Some(why) = &question.why {
            markup.start("details").attr("class", "walk-why");
            markup.element("summary", &self.strings().get("decision-why"));
            markup.element("p", why).end();
        }
        markup.end();
    }

    fn answers(&self, markup: &mut Markup, question: &Question, links: &[&[FollowedLink]]) {
        match &question.answers {
            AnswerForm::One(answers) => {
                markup.start("ul").attr("class", "walk-answers");
                for (exit, answer) in answers.iter().enumerate() {
                    markup.start("li");
                    self.way(markup, &answer.label, answer.to, exit);
                    self.points(markup, answer.points);
                    self.because(markup, answer.because.as_ref());
                    followed(markup, links.get(exit).copied().unwrap_or_default());
                    markup.end();
                }
            }
            AnswerForm::Several { choices, otherwise } => {
                let leading = choices.iter().filter(|choice| choice.to.is_some()).count();
                markup.start("p").attr("class", "walk-how");
                markup.text(&self.strings().get("decision-several"));
                if leading > 0 {
                    let decides = self.strings().get("decision-first-decides");
                    markup.text(" ").start("span").attr("class", "walk-worksheet").text(&decides);
                    markup.end();
                }
                markup.end();
                markup.start("ul").attr("class", "walk-answers walk-choices");
                self.choices(markup, choices, links);
                markup.start("li").attr("class", "walk-otherwise");
                let none = self.strings().get(otherwise_key(choices));
                self.way(markup, &none, *otherwise, leading);
                markup.end();
            }
            AnswerForm::Number { unit, ranges } => {
                self.ranges(markup, unit.as_deref(), ranges);
            }
            AnswerForm::Points(ranges) => {
                let how = self.strings().get("decision-add-up");
                markup.start("p").attr("class", "walk-how").text(&how).end();
                self.ranges(markup, None, ranges);
            }
        }
        markup.end();
    }

    fn choices(&self, markup: &mut Markup, choices: &[Choice], links: &[&[FollowedLink]]) {
        let mut exit = 0;
        for (at, choice) in choices.iter().enumerate() {
            markup.start("li").attr("class", "walk-choice");
            match choice.to {
                Some(to) => {
                    self.way(markup, &choice.label, to, exit);
                    exit += 1;
                }
                None => {
                    markup.start("span").attr("class", "walk-answer").text(&choice.label).end();
                }
            }
            self.points(markup, choice.points);
            self.because(markup, choice.because.as_ref());
            followed(markup, links.get(at).copied().unwrap_or_default());
            markup.end();
        }
    }

    fn ranges(&self, markup: &mut Markup, unit: Option<&str>, ranges: &[NumberRange]) {
        markup.start("ul").attr("class", "walk-answers walk-ranges");
        if let Some(unit) = unit {
            markup.attr("data-unit", unit);
        }
        for (exit, range) in ranges.iter().enumerate() {
            markup.start("li");
            self.way(markup, &range.words(unit, self.strings()), range.to, exit);
            self.because(markup, range.because.as_ref());
            markup.end();
        }
    }

    /// Writes an answer as a link to its target, with the target's name.
    fn way(&self, markup: &mut Markup, label: &str, to: AnswerTo, exit: usize) {
        let decision = self.input.decision;
        let place = match to {
            AnswerTo::Question(at) => target_words(decision, self.order, at, self.strings()),
            AnswerTo::Verdict(at) => decision.verdicts[at].label.clone(),
        };
        let target = ["#", &self.element_id(decision.id_of(to))].concat();
        markup.start("a").attr("class", "walk-answer").attr("href", &target);
        markup.attr("data-exit", exit as i32).text(label).end();
        markup.text(" ").start("span").attr("class", "walk-to").text(&place).end();
    }

    fn points(&self, markup: &mut Markup, points: u8) {
        if points > 0 {
            let words = say(self.strings(), "decision-points", [("count", points.into())]);
            markup.text(" ").start("span").attr("class", "walk-points").text(&words).end();
        }
    }

    fn because(&self, markup: &mut Markup, because: Option<&String>) {
        if let Some(because) = because {
            markup.text(" ").start("span").attr("class", "walk-because").text(because).end();
        }
    }

    fn verdict(&self, markup: &mut Markup, verdict: &Verdict, links: &[FollowedLink]) {
        let class = format_args!("walk-verdict walk-{}", tone_name(verdict.tone)).to_string();
        markup.start("section").attr("class", &class).attr("data-node", &verdict.id.value);
        markup.attr("id", &self.element_id(&verdict.id.value));
        let tone = self.strings().get(tone_key(verdict.tone));
        // The heading takes the focus; its description is read with it.
        let tone_id = self.element_id(&format!("{}-tone", verdict.id.value));
        markup.start("p").attr("class", "walk-tone").attr("id", &tone_id);
        markup.start("svg").attr("viewBox", "0 0 24 24").attr("aria-hidden", "true");
        markup.start("path").attr("d", Glyph::Tone(verdict.tone).path()).end().end();
        markup.text(&tone).end();
        markup.start(self.input.heading).attr("tabindex", "-1");
        markup.attr("aria-describedby", &tone_id).text(&verdict.label).end();
        if let Some(note) = &verdict.note {
            markup.start("p").attr("class", "walk-note").text(note).end();
        }
        self.next_steps(markup, verdict, links);
        let first = &self.input.decision.questions[0].id;
        let start = ["#", &self.element_id(first)].concat();
        markup.start("p").attr("class", "walk-again").start("a").attr("href", &start);
        markup.text(&self.strings().get("decision-restart")).end().end();
        markup.end();
    }

    fn next_steps(&self, markup: &mut Markup, verdict: &Verdict, links: &[FollowedLink]) {
        let follows = self.strings().get("decision-follows");
        if !verdict.duties.is_empty() || !links.is_empty() {
            markup.start("p").attr("class", "walk-part").text(&follows).end();
        }
        if verdict.duties.is_empty() {
            write_links(markup, links);
        } else {
            markup.start("ul").attr("class", "walk-duties").attr("aria-label", &follows);
            for duty in &verdict.duties {
                markup.element("li", duty);
            }
            markup.end();
        }
        let owner = verdict.owner.as_ref().map(|owner| {
            let owner = ("owner", owner.as_str().into());
            say(self.strings(), "decision-owner", [owner])
        });
        let review = verdict
            .review_days
            .map(|days| say(self.strings(), "decision-review", [("days", days.into())]));
        for (class, words) in [("walk-owner", owner), ("walk-review", review)] {
            if let Some(words) = words {
                markup.start("p").attr("class", class);
                if let Some(days) = verdict.review_days.filter(|_| class == "walk-review") {
                    markup.attr("data-days", i32::from(days));
                }
                markup.text(&words).end();
            }
        }
        // What there is to do stands alone; what to read for it is folded below.
        if !verdict.duties.is_empty() && !links.is_empty() {
            markup.start("details").attr("class", "fold");
            markup.element("summary", &self.strings().get("decision-pages"));
            write_links(markup, links);
            markup.end();
        }
    }
}

/// Writes the links of a verdict as a list.
fn write_links(markup: &mut Markup, links: &[FollowedLink]) {
    if links.is_empty() {
        return;
    }
    markup.start("ul").attr("class", "walk-links");
    for link in links {
        markup.start("li");
        write_link(markup, link);
        markup.end();
    }
    markup.end();
}

/// Writes the links that follow from an answer.
fn followed(markup: &mut Markup, links: &[FollowedLink]) {
    if links.is_empty() {
        return;
    }
    markup.text(" ").start("span").attr("class", "walk-follows");
    for link in links {
        markup.start("span");
        write_link(markup, link);
        markup.end();
    }
    markup.end();
}

/// Writes a link, after the kind of page that it leads to.
fn write_link(markup: &mut Markup, link: &FollowedLink) {
    if let Some(label) = &link.label {
        markup.start("span").attr("class", "walk-kind").text(label).end().text(" ");
    }
    markup.start("a").attr("href", &link.href).text(&link.title).end();
}
