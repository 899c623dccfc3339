//! The geometry of a question tree: the places of questions, their exits, and verdicts.

use super::{AnswerRow, AnswerTo, Decision, Exit, SUM, Verdict, number};
use crate::{
    diagram::{
        Arrangement, Tone,
        layout::{
            CardText, GLYPH, Glyph, Lanes, PAD, ROUND, Rect, Scene, TextAnchor, TextLines,
            TextStyle, at, badge, tone_class, wrap,
        },
    },
    i18n::Strings,
};

/// The distance from a question's top to the point where ways arrive.
pub const ENTRY: i32 = 24;
/// The distance from a box to the first lane.
pub const OUT: i32 = 18;
/// The distance between two lanes.
pub const LANE: i32 = 12;
/// The most lanes that fit on a phone at their full distance.
const MOST_LANES: usize = 3;
/// The distance between two boxes of a column.
const GAP: i32 = 22;
/// The distance between the columns: space for the ways to verdicts.
pub const GUTTER: i32 = 76;

/// Returns the space for ways to verdicts right of the boxes of a single column.
fn right_margin(decision: &Decision) -> i32 {
    let targets: Vec<Vec<AnswerTo>> =
        decision.questions.iter().map(|question| question.answers.targets()).collect();
    let verdicts = |targets: &Vec<AnswerTo>| {
        targets.iter().filter(|to| matches!(to, AnswerTo::Verdict(_))).count()
    };
    let most = targets.iter().map(verdicts).max().unwrap_or(0);
    // Ways from several answers to one verdict run beside everything between them.
    let shared = (0..decision.verdicts.len())
        .any(|at| targets.iter().flatten().filter(|to| **to == AnswerTo::Verdict(at)).count() > 1);
    let lanes = if shared { MOST_LANES } else { most.min(MOST_LANES) };
    OUT + 4 + (lanes as i32 - 1).max(0) * LANE
}

/// A question tree with its geometry.
pub struct QuestionTree<'d> {
    pub decision: &'d Decision,
    pub order: &'d [usize],
    /// The ways out, by question.
    pub exits: Vec<Vec<Exit>>,
    /// The lines of its card, by question.
    rows: Vec<Vec<AnswerRow>>,
    pub arrangement: Arrangement,
    pub left: Lanes,
    /// The x and width of questions and of verdicts.
    pub questions: (i32, i32),
    pub verdicts: (i32, i32),
}

/// The positions of all boxes.
pub struct PlacedTree {
    /// The box of each question with the positions of its answers, in the order of the drawing.
    pub questions: Vec<(Rect, Vec<i32>)>,
    /// The box of each verdict.
    pub verdicts: Vec<Rect>,
}

impl PlacedTree {
    pub fn bottom(&self) -> i32 {
        let questions = self.questions.iter().map(|(area, _)| area.bottom());
        questions.chain(self.verdicts.iter().map(|area| area.bottom())).max().unwrap_or(0)
    }
}

impl<'d> QuestionTree<'d> {
    pub fn new(
        decision: &'d Decision,
        order: &'d [usize],
        arrangement: Arrangement,
        strings: &Strings,
    ) -> QuestionTree<'d> {
        let exits: Vec<Vec<Exit>> =
            decision.questions.iter().map(|question| question.exits(strings)).collect();
        let rows = decision.questions.iter().map(|question| question.rows(strings)).collect();
        let place = |question: usize| order.iter().position(|q| *q == question).unwrap_or(0);
        let left = Lanes::new(order.iter().enumerate().flat_map(|(nth, question)| {
            exits[*question].iter().filter_map(move |exit| match exit.to {
                AnswerTo::Question(to) => Some((nth, place(to))),
                AnswerTo::Verdict(_) => None,
            })
        }));
        let margin = OUT + 4 + (left.count as i32 - 1).max(0) * LANE;
        let (questions, verdicts) = match arrangement {
            Arrangement::Wide => {
                let width = (arrangement.width() - margin - GUTTER) * 53 / 100;
                let x = margin + width + GUTTER;
                ((margin, width), (x, arrangement.width() - x))
            }
            Arrangement::Middle | Arrangement::Narrow => {
                let right = right_margin(decision);
                let width = arrangement.width() - margin - right;
                ((margin, width), (margin + 18, width - 18))
            }
        };
        QuestionTree { decision, order, exits, rows, arrangement, left, questions, verdicts }
    }

    pub fn place_of(&self, question: usize) -> usize {
        self.order.iter().position(|q| *q == question).unwrap_or(0)
    }

    pub fn place(&self, scene: &mut Scene) -> PlacedTree {
        let none = Rect::new(0, 0, 0, 0);
        let mut verdicts: Vec<Option<Rect>> = vec![None; self.decision.verdicts.len()];
        let mut questions = Vec::with_capacity(self.order.len());
        let (mut y, mut free) = (2, 2);
        for index in self.order {
            let (area, exits) = self.question(scene, *index, y);
            y = area.bottom() + GAP;
            for (answer, exit) in self.exits[*index].iter().zip(&exits) {
                let AnswerTo::Verdict(to) = answer.to else { continue };
                if verdicts[to].is_some() {
                    continue;
                }
                let top = match self.arrangement {
                    Arrangement::Wide => free.max(exit - ENTRY),
                    Arrangement::Middle | Arrangement::Narrow => y - GAP + 12,
                };
                let placed = self.verdict(scene, &self.decision.verdicts[to], top);
                free = placed.bottom() + 12;
                if self.arrangement != Arrangement::Wide {
                    y = placed.bottom() + GAP;
                }
                verdicts[to] = Some(placed);
            }
            questions.push((area, exits));
        }
        let verdicts = verdicts.into_iter().map(|area| area.unwrap_or(none)).collect();
        PlacedTree { questions, verdicts }
    }

    /// Draws a question's card: its number, its words, and a row for each answer. A sum, which
    /// nobody is asked for, is quieter and has no number. Returns the box and the y of each way
    /// out.
    fn question(&self, scene: &mut Scene, index: usize, y: i32) -> (Rect, Vec<i32>) {
        let (x, width) = self.questions;
        let (question, answers) = (&self.decision.questions[index], &self.rows[index]);
        let inner = width - 2 * PAD;
        let number = number(self.decision, self.order, index);
        let (class, style) = match number {
            Some(_) => ("dg-card", TextStyle::Label),
            None => ("dg-card dg-card-sum", TextStyle::Strong),
        };
        let label = wrap(&question.label, inner - 30, style);
        let texts: Vec<TextLines> = answers.iter().map(|row| row.set(inner)).collect();
        let rows: i32 = texts.iter().map(row).sum();
        let head = label.height().max(GLYPH) + 2 * PAD;
        let area = Rect::new(x, y, width, head + rows);
        scene.node(area, ROUND, class);
        scene.name(question.id.clone());
        let sign = number.map_or(SUM.to_owned(), |number| number.to_string());
        badge(scene, at(x + PAD + 10, y + ENTRY + 1), &sign);
        scene.text(label, at(x + PAD + 30, y + PAD), "", area);
        let mut top = y + head;
        let mut exits = Vec::with_capacity(answers.len());
        for (lines, answer) in texts.into_iter().zip(answers) {
            let height = row(&lines);
            exits.extend(answer.to.map(|_| top + height / 2));
            answer_row(scene, lines, answer.to, Rect::new(x, top, width, height));
            top += height;
        }
        (area, exits)
    }

    fn verdict(&self, scene: &mut Scene, verdict: &Verdict, y: i32) -> Rect {
        let (x, width) = self.verdicts;
        let class = tone_class(verdict.tone);
        let glyph = Some((Glyph::Tone(verdict.tone), class));
        let entry =
            CardText::new(glyph, &verdict.label, verdict.note.as_deref(), width - 2 * PAD - 6);
        let area = Rect::new(x, y, width, entry.height() + 2 * PAD - 4);
        scene.node(area, ROUND, verdict_class(verdict.tone));
        scene.name(verdict.id.value.clone());
        entry.draw(scene, at(x + PAD + 4, y + PAD - 2), area);
        area
    }
}

const fn verdict_class(tone: Tone) -> &'static str {
    match tone {
        Tone::Go => "dg-card dg-card-go",
        Tone::Caution => "dg-card dg-card-caution",
        Tone::Stop => "dg-card dg-card-stop",
    }
}

impl AnswerRow {
    /// Breaks the words into lines; rows that lead nowhere are not bold.
    fn set(&self, inner: i32) -> TextLines {
        let style = if self.to.is_some() { TextStyle::Strong } else { TextStyle::Note };
        wrap(&self.label, inner - 14, style)
    }
}

/// Returns the height of an answer's row.
fn row(lines: &TextLines) -> i32 {
    (lines.height() + 14).max(32) / 2 * 2
}

/// Draws an answer below a thin line, on the side where its way begins.
fn answer_row(scene: &mut Scene, lines: TextLines, to: Option<AnswerTo>, area: Rect) {
    scene.rule(at(area.x + PAD, area.y), at(area.right() - PAD, area.y), "dg-hair");
    let top = area.y + (area.h - lines.height()) / 2;
    match to {
        Some(AnswerTo::Question(_)) | None => {
            scene.text(lines, at(area.x + PAD, top), "", area);
        }
        Some(AnswerTo::Verdict(_)) => {
            let place = at(area.right() - PAD, top);
            scene.anchored(lines, place, (TextAnchor::End, ""), Some(area));
        }
    }
}
