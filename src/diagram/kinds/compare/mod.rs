//! Compare: items scored signal by signal, as bars or as a radar.

mod bars;
mod draw;
mod radar;

use schemars::JsonSchema;
use serde::Deserialize;

use crate::{
    diag::{Code, Diagnostic},
    diagram::{
        Arrangement, CompareStyle, DiagramKind, Signal,
        layout::Scene,
        outline::{Outline, OutlinePart, say},
        rules::{position, report_count, report_range},
    },
    i18n::Strings,
    schema::{NamedEntries, TomlBlock},
    span::{At, Span},
};

/// Items scored signal by signal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compare {
    pub style: CompareStyle,
    pub max: u8,
    /// What more means, where that is not “better”.
    pub more: Option<String>,
    pub signals: Vec<ComparedSignal>,
    pub items: Vec<ComparedItem>,
}

/// What items are compared by.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
pub struct ComparedSignal {
    /// The name of the signal, the same in both languages.
    #[schemars(extend("format" = "id"))]
    pub id: At<String>,
    /// What kind of signal it is: that gives its colour and its pictogram.
    pub signal: Option<Signal>,
    /// What the signal is called.
    #[schemars(extend("x-translated" = true))]
    pub label: String,
}

/// An item with a score for each signal, in the signals' order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComparedItem {
    pub label: String,
    pub scores: Vec<u8>,
}

/// Items scored signal by signal, as bars or as a radar.
#[derive(Default, Deserialize, JsonSchema)]
#[schemars(extend("x-drawn" = true))]
pub struct WrittenCompare {
    /// How the scores are drawn. A radar takes at least three signals.
    style: CompareStyle,
    /// The highest score.
    #[schemars(range(min = 1, max = 100))]
    max: At<u8>,
    /// What a higher score means, where that is not “better”: in the drawing, for all signals.
    #[schemars(extend("x-translated" = true))]
    more: Option<String>,
    /// What the items are compared by.
    #[schemars(length(min = 2, max = 6))]
    signals: Vec<At<ComparedSignal>>,
    /// What is compared.
    #[schemars(length(min = 2, max = 3))]
    items: Vec<WrittenItem>,
}

/// An item with its scores.
#[derive(Deserialize, JsonSchema)]
struct WrittenItem {
    /// The name of the item, the same in both languages.
    #[schemars(extend("format" = "id"))]
    id: At<String>,
    /// What the item is called.
    #[schemars(extend("x-translated" = true))]
    label: String,
    /// The item's score for each signal, by the signal's id: at most `max`.
    scores: At<NamedEntries<At<i64>>>,
}

impl DiagramKind for Compare {
    type Written = WrittenCompare;

    fn resolve(written: WrittenCompare, block: &mut TomlBlock) -> Self {
        let WrittenCompare { style, max, more, signals, items } = written;
        if style == CompareStyle::Radar
            && let [_, last] = &signals[..]
        {
            report_count("signals", last.span, signals.len(), 3..=6, block);
        }
        // With a wrong maximum, every score would seem wrong as well.
        let max = if is_sound(&max, block) { max.value } else { 100 };
        let signals: Vec<_> = signals.into_iter().map(|signal| signal.value).collect();
        let items = items.into_iter().map(|item| {
            let scores = by_signal(&item, &signals, max, block);
            ComparedItem { label: item.label, scores }
        });
        let items = items.collect();
        Compare { style, max, more, signals, items }
    }

    fn draw(&self, arrangement: Arrangement, strings: &Strings) -> Scene {
        let more = self.more_words(strings);
        match self.style {
            CompareStyle::Bars => bars::draw(self, arrangement, &more),
            CompareStyle::Radar => radar::draw(self, arrangement, &more),
        }
    }

    fn outline(&self, strings: &Strings) -> Outline {
        let mut head = vec![strings.get("diagram-column-signal")];
        head.extend(self.items.iter().map(|item| item.label.clone()));
        let score = |value: u8| {
            say(strings, "diagram-score", [("value", value.into()), ("max", self.max.into())])
        };
        let rows = self.signals.iter().enumerate().map(|(nth, signal)| {
            let mut row = vec![signal.label.clone()];
            row.extend(self.items.iter().map(|item| score(item.scores[nth])));
            row
        });
        let rows = rows.collect();
        Outline {
            intro: [
                say(
                    strings,
                    "diagram-intro-compare",
                    [("count", self.items.len().into()), ("max", self.max.into())],
                ),
                self.more_words(strings),
            ]
            .join(" "),
            parts: vec![OutlinePart::Table { head, rows }],
        }
    }
}

impl Compare {
    /// Returns the sentence on what a higher score means.
    fn more_words(&self, strings: &Strings) -> String {
        let key = match self.style {
            CompareStyle::Bars => "diagram-more-bars",
            CompareStyle::Radar => "diagram-more-radar",
        };
        self.more.clone().unwrap_or_else(|| strings.get(key))
    }
}

/// Returns whether a number is written and valid: a stand-in has the place of the block's
/// start.
fn is_sound(number: &At<u8>, block: &TomlBlock) -> bool {
    number.span.start as usize != block.offset
        && !block.diagnostics.iter().any(|problem| problem.span == number.span)
}

/// Returns the scores in the order of the signals. A score without a signal is reported, and a
/// signal without a score too, unless a score is wrong already.
fn by_signal(
    item: &WrittenItem,
    signals: &[ComparedSignal],
    max: u8,
    block: &mut TomlBlock,
) -> Vec<u8> {
    let ids: Vec<&At<String>> = signals.iter().map(|signal| &signal.id).collect();
    let all = item.scores.span.range();
    let is_within = |span: Span| all.start <= span.start as usize && span.end as usize <= all.end;
    let is_damaged = block.diagnostics.iter().any(|problem| is_within(problem.span));
    for score in item.scores.value.iter() {
        position("scores", &score.id, &ids, block);
    }
    let score = |id: &&At<String>| match item.scores.value.named(&id.value) {
        Some(score) => {
            report_range(&id.value, score, 0..=max, block);
            score.value.clamp(0, max.into()) as u8
        }
        None if is_damaged => 0,
        None => {
            let missing = Diagnostic::new(Code::MissingScore, item.scores.span);
            block.report(missing.arg("id", &*item.id.value).arg("signal", &*id.value));
            0
        }
    };
    ids.iter().map(score).collect()
}
