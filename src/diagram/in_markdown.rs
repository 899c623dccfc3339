//! A diagram in words as Markdown, for readers without its drawing: its title, its caption, and
//! the outline. A decision has all the texts of its questions.

use super::{
    Diagram,
    kinds::decision::{
        AnswerForm, AnswerTo, Decision, FollowedLink, NumberRange, Question, Verdict, order,
        otherwise_key, target_words,
    },
    outline::{Outline, OutlineItem, OutlinePart, say, tone_key},
};
use crate::{i18n::Strings, literal::block_sign};

/// Returns the diagram in words. `links` are those of its data, in their order.
pub fn in_markdown(diagram: &Diagram, strings: &Strings, links: &[FollowedLink]) -> String {
    let mut out = format!("**{}**\n\n{}\n", plain(&diagram.title), plain(&diagram.caption));
    match diagram.data.as_decision() {
        Some(decision) => {
            DecisionText { decision, strings, order: order(decision), out: &mut out }.write(links)
        }
        None => outline(&diagram.data.outline(strings), &mut out),
    }
    out.truncate(out.trim_end().len());
    out
}

/// Returns `words`, which are plain text, as Markdown that shows them unchanged. A `<` becomes a
/// reference: some readers take a backslash as part of the address before it.
pub fn plain(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    let begins_block = block_sign(words);
    for (at, c) in words.char_indices() {
        if begins_block == Some(at) || matches!(c, '\\' | '*' | '`' | '[' | ']') {
            out.push('\\');
        }
        match c {
            '<' => out.push_str("&lt;"),
            '\n' | '\r' => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// Returns `address` as a link of Markdown takes it: signs that would end it are encoded.
pub fn link_address(address: &str) -> String {
    let mut out = String::with_capacity(address.len());
    for c in address.chars() {
        match c {
            ' ' | '(' | ')' | '<' | '>' | '\\' | '\n' => {
                out.push_str(&format!("%{:02X}", c as u32))
            }
            c => out.push(c),
        }
    }
    out
}

/// Writes a row of a table.
pub fn write_row<'c>(cells: impl IntoIterator<Item = &'c str>, out: &mut String) {
    for cell in cells {
        out.push_str("| ");
        out.push_str(&plain(cell).replace('|', "\\|"));
        out.push(' ');
    }
    out.push_str("|\n");
}

/// Writes a table with `head` above its rows.
pub fn write_table(head: &[String], rows: &[Vec<String>], out: &mut String) {
    write_row(head.iter().map(String::as_str), out);
    out.push_str(&"|---".repeat(head.len()));
    out.push_str("|\n");
    rows.iter().for_each(|row| write_row(row.iter().map(String::as_str), out));
}

fn outline(outline: &Outline, out: &mut String) {
    for part in &outline.parts {
        out.push('\n');
        match part {
            OutlinePart::List { heading, items } => {
                if let Some(heading) = heading {
                    out.push_str(&[&plain(heading), ":\n\n"].concat());
                }
                items.iter().enumerate().for_each(|(at, item)| write_item(at + 1, item, out));
            }
            OutlinePart::Table { head, rows } => write_table(head, rows, out),
        }
    }
}

fn write_item(number: usize, item: &OutlineItem, out: &mut String) {
    out.push_str(&format!("{number}. {}\n", plain(&item.words)));
    for more in &item.more {
        out.push_str(&format!("   - {}\n", plain(&more.words)));
        for entry in &more.list {
            out.push_str(&format!("     - {}\n", plain(entry)));
        }
    }
}

/// Writes a decision: the questions with their answers, then the verdicts.
struct DecisionText<'a> {
    decision: &'a Decision,
    strings: &'a Strings,
    /// The questions in the order in which they are numbered.
    order: Vec<usize>,
    out: &'a mut String,
}

/// Returns the keys of the sentences that say how a question is answered.
fn rules(answers: &AnswerForm) -> &'static [&'static str] {
    match answers {
        AnswerForm::One(_) | AnswerForm::Number { .. } => &[],
        AnswerForm::Several { choices, .. } => {
            match choices.iter().any(|choice| choice.to.is_some()) {
                true => &["decision-several", "decision-first-decides"],
                false => &["decision-several"],
            }
        }
        AnswerForm::Points(_) => &["decision-add-up"],
    }
}

impl DecisionText<'_> {
    fn write(mut self, links: &[FollowedLink]) {
        let links = self.decision.split_links(links);
        self.part("diagram-questions");
        for (at, question) in self.order.clone().into_iter().enumerate() {
            let of_answers = &links.answers[question];
            self.question(at + 1, &self.decision.questions[question], of_answers);
        }
        self.part("diagram-verdicts");
        for (verdict, links) in self.decision.verdicts.iter().zip(links.verdicts) {
            self.verdict(verdict, links);
        }
    }

    fn part(&mut self, key: &str) {
        let heading = self.strings.get(key);
        self.out.push_str(&format!("\n{}:\n\n", plain(&heading)));
    }

    fn question(&mut self, number: usize, question: &Question, links: &[&[FollowedLink]]) {
        let help = question.help.as_deref().map(|help| format!(" {}", plain(help)));
        let label = plain(&question.label);
        self.out.push_str(&format!("{number}. **{label}**{}\n", help.unwrap_or_default()));
        if let Some(why) = &question.why {
            let words = self.strings.get("decision-why");
            self.out.push_str(&format!("   {}: {}\n", plain(&words), plain(why)));
        }
        for key in rules(&question.answers) {
            self.out.push_str(&format!("   {}\n", plain(&self.strings.get(key))));
        }
        for (at, line) in self.answers(question).into_iter().enumerate() {
            self.out.push_str(&format!("   - {line}\n"));
            for FollowedLink { href, title, .. } in links.get(at).copied().unwrap_or_default() {
                self.out.push_str(&format!("     - [{}]({href})\n", plain(title)));
            }
        }
    }

    fn answers(&self, question: &Question) -> Vec<String> {
        let line = |label: &str, to: Option<AnswerTo>, points: u8, because: Option<&String>| {
            self.answer(label, to, points, because)
        };
        let range = |unit: Option<&str>, range: &NumberRange| {
            let words = range.words(unit, self.strings);
            line(&words, Some(range.to), 0, range.because.as_ref())
        };
        match &question.answers {
            AnswerForm::One(answers) => answers
                .iter()
                .map(|a| line(&a.label, Some(a.to), a.points, a.because.as_ref()))
                .collect(),
            AnswerForm::Several { choices, otherwise } => choices
                .iter()
                .map(|c| line(&c.label, c.to, c.points, c.because.as_ref()))
                .chain([line(&self.strings.get(otherwise_key(choices)), Some(*otherwise), 0, None)])
                .collect(),
            AnswerForm::Number { unit, ranges } => {
                ranges.iter().map(|one| range(unit.as_deref(), one)).collect()
            }
            AnswerForm::Points(ranges) => ranges.iter().map(|one| range(None, one)).collect(),
        }
    }

    /// Returns an answer, its points, where it leads, and why.
    fn answer(
        &self,
        label: &str,
        to: Option<AnswerTo>,
        points: u8,
        because: Option<&String>,
    ) -> String {
        let mut line = plain(label);
        if points > 0 {
            let words = say(self.strings, "decision-points", [("count", points.into())]);
            line.push_str(&format!(" ({})", plain(&words)));
        }
        if let Some(to) = to {
            line.push_str(&format!(" → {}", plain(&self.place(to))));
        }
        if let Some(because) = because {
            line.push_str(&format!(". {}", plain(because)));
        }
        line
    }

    fn place(&self, to: AnswerTo) -> String {
        match to {
            AnswerTo::Question(to) => target_words(self.decision, &self.order, to, self.strings),
            AnswerTo::Verdict(to) => self.decision.verdicts[to].label.clone(),
        }
    }

    fn verdict(&mut self, verdict: &Verdict, links: &[FollowedLink]) {
        let tone = self.strings.get(tone_key(verdict.tone));
        let label = format!("**{}** ({tone})", plain(&verdict.label));
        let note = verdict.note.as_deref().map(|note| format!(": {}", plain(note)));
        self.out.push_str(&format!("- {label}{}\n", note.unwrap_or_default()));
        for duty in &verdict.duties {
            self.out.push_str(&format!("  - {}\n", plain(duty)));
        }
        for FollowedLink { href, title, .. } in links {
            self.out.push_str(&format!("  - [{}]({href})\n", plain(title)));
        }
        let owner = verdict.owner.as_deref();
        let owner =
            owner.map(|owner| say(self.strings, "decision-owner", [("owner", owner.into())]));
        let days = verdict.review_days;
        let review = days.map(|days| say(self.strings, "decision-review", [("days", days.into())]));
        for words in [owner, review].into_iter().flatten() {
            self.out.push_str(&format!("  - {}\n", plain(&words)));
        }
    }
}
