//! Compare: items scored signal by signal, as bars or as a radar.

mod bars;
mod draw;
mod radar;

use crate::{
    diag::{Code, Diagnostic},
    diagram::{
        Arrangement, CompareStyle, DiagramKind, Signal,
        layout::Scene,
        outline::{Outline, OutlinePart, say},
        structure::{SharedList, SharedPart, Texts},
        values::{
            choice, counted, find, id, optional_choice, optional_number, unique, within, words,
        },
    },
    fields::Fields,
    i18n::Strings,
    span::At,
};

/// Items scored signal by signal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compare {
    pub style: CompareStyle,
    pub max: u8,
    pub signals: Vec<ComparedSignal>,
    pub items: Vec<ComparedItem>,
}

/// What items are compared by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComparedSignal {
    pub id: At<String>,
    pub signal: Option<Signal>,
    pub label: String,
}

/// An item with a score for each signal, in the signals' order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComparedItem {
    pub id: At<String>,
    pub label: String,
    pub scores: Vec<u8>,
}

impl DiagramKind for Compare {
    fn read(fields: &mut Fields) -> Self {
        let style = choice(fields, "style", CompareStyle::Bars);
        // A wrong maximum would make every score wrong as well.
        let max = optional_number(fields, "max", 1..=100).unwrap_or(100);
        let least = match style {
            CompareStyle::Bars => 2,
            CompareStyle::Radar => 3,
        };
        let signals = counted(fields, "signals", least..=6, |signal| ComparedSignal {
            id: id(signal),
            signal: optional_choice(signal, "signal"),
            label: words(signal, "label"),
        });
        let items = counted(fields, "items", 2..=3, |item| compared_item(item, &signals, max));
        unique(signals.iter().map(|s| &s.id).chain(items.iter().map(|i| &i.id)), fields.block);
        Compare { style, max, signals, items }
    }

    fn draw(&self, arrangement: Arrangement, _: &Strings) -> Scene {
        match self.style {
            CompareStyle::Bars => bars::draw(self, arrangement),
            CompareStyle::Radar => radar::draw(self, arrangement),
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
            intro: say(
                strings,
                "diagram-intro-compare",
                [("count", self.items.len().into()), ("max", self.max.into())],
            ),
            parts: vec![OutlinePart::Table { head, rows }],
        }
    }

    fn own_values(&self, part: SharedPart) -> SharedPart {
        part.choice("style", Some(self.style)).is("max", self.max)
    }

    fn lists(&self) -> Vec<SharedList> {
        let signals =
            self.signals.iter().map(|s| SharedPart::new(&s.id).choice("signal", s.signal));
        let items = self.items.iter().map(|item| {
            let scores: Vec<String> = item.scores.iter().map(u8::to_string).collect();
            SharedPart::new(&item.id).is("scores", format!("[{}]", scores.join(", ")))
        });
        vec![("signals", signals.collect()), ("items", items.collect())]
    }

    fn collect_texts<'a>(&'a self, texts: &mut Texts<'a>) {
        self.signals.iter().for_each(|signal| texts.add(&signal.label));
        self.items.iter().for_each(|item| texts.add(&item.label));
    }
}

fn compared_item(item: &mut Fields, signals: &[ComparedSignal], max: u8) -> ComparedItem {
    let id = id(item);
    let label = words(item, "label");
    if !item.has("scores") {
        item.report_missing("scores", "scores = { … = 1 }".to_owned());
    }
    let written = item.map::<At<i64>>("scores");
    let scores = written.map(|scores| in_order(item, &id, signals, &scores, max));
    ComparedItem { id, label, scores: scores.unwrap_or_default() }
}

/// The scores in the signals' order. A score for no signal and a signal without
/// a score are reported.
fn in_order(
    item: &mut Fields,
    id: &At<String>,
    signals: &[ComparedSignal],
    scores: &[(At<String>, At<i64>)],
    max: u8,
) -> Vec<u8> {
    let ids: Vec<&At<String>> = signals.iter().map(|signal| &signal.id).collect();
    for (name, _) in scores {
        find("scores", name, &ids, item.block);
    }
    let mut all = Vec::with_capacity(ids.len());
    for signal in ids {
        let Some((_, score)) = scores.iter().find(|(name, _)| name.value == signal.value) else {
            if !item.has_in("scores", &signal.value) {
                report_missing_score(item, id, signal);
            }
            continue;
        };
        all.push(within(item, &signal.value, score, 0..=max).unwrap_or_default());
    }
    all
}

fn report_missing_score(item: &mut Fields, id: &At<String>, signal: &At<String>) {
    let span = item.span_of("scores");
    item.block.report(
        Diagnostic::new(Code::MissingScore, span)
            .arg("id", &*id.value)
            .arg("signal", &*signal.value),
    );
}
