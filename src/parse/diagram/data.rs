//! The kinds that are lists: signals, evidence, matrix, rollout, compare.

use crate::{
    diag::{Code, Diagnostic},
    model::{
        At, Axis, ChainLink, Compare, CompareStyle, ComparedItem, ComparedSignal, Evidence,
        FlowStage, LevelSignal, Matrix, MatrixItem, Rollout, RolloutStage, Signal, SignalNote,
        Signals, Tone, ToneWords,
    },
    parse::{
        diagram::{
            find, unique,
            values::{
                choice, counted, id, lines, number, optional_choice, optional_number,
                optional_words, within, words,
            },
        },
        fields::Fields,
    },
};

/// A use case, 2 to 6 stages, 1 to 5 signals.
pub fn signals(fields: &mut Fields) -> Signals {
    let use_case = words(fields, "use_case");
    let flow = counted(fields, "flow", 2..=6, |stage| FlowStage {
        id: id(stage),
        label: words(stage, "label"),
        note: optional_words(stage, "note"),
        icon: optional_choice(stage, "icon"),
    });
    let signals = counted(fields, "signals", 1..=5, |signal| SignalNote {
        id: id(signal),
        signal: choice(signal, "signal", Signal::Quality),
        label: words(signal, "label"),
        note: optional_words(signal, "note"),
    });
    unique(flow.iter().map(|s| &s.id).chain(signals.iter().map(|s| &s.id)), fields.block);
    Signals { use_case, flow, signals }
}

/// 1 to 5 signals with levels, and a chain of 2 to 6 links.
pub fn evidence(fields: &mut Fields) -> Evidence {
    let signals = counted(fields, "signals", 1..=5, |signal| LevelSignal {
        id: id(signal),
        signal: choice(signal, "signal", Signal::Quality),
        label: words(signal, "label"),
        level: number(signal, "level", 1..=5),
        note: optional_words(signal, "note"),
    });
    let chain = counted(fields, "chain", 2..=6, |link| ChainLink {
        id: id(link),
        label: words(link, "label"),
        note: optional_words(link, "note"),
    });
    unique(signals.iter().map(|s| &s.id).chain(chain.iter().map(|l| &l.id)), fields.block);
    Evidence { signals, chain }
}

/// Two axes and up to 12 items.
pub fn matrix(fields: &mut Fields) -> Matrix {
    let (x, y) = (axis(fields, "x"), axis(fields, "y"));
    let tones = fields.table("tones", |tones| ToneWords {
        go: optional_words(tones, "go"),
        caution: optional_words(tones, "caution"),
        stop: optional_words(tones, "stop"),
    });
    let items = counted(fields, "items", 1..=12, |item| MatrixItem {
        id: id(item),
        label: words(item, "label"),
        x: number(item, "x", 0..=100),
        y: number(item, "y", 0..=100),
        tone: choice(item, "tone", Tone::Go),
    });
    unique(items.iter().map(|item| &item.id), fields.block);
    Matrix { x, y, tones: tones.unwrap_or_default(), items }
}

fn axis(fields: &mut Fields, key: &'static str) -> Axis {
    if !fields.has(key) {
        fields
            .report_missing(key, format!("{key} = {{ label = \"…\", low = \"…\", high = \"…\" }}"));
    }
    let axis = fields.table(key, |axis| Axis {
        label: words(axis, "label"),
        low: words(axis, "low"),
        high: words(axis, "high"),
    });
    let nothing = String::new;
    axis.unwrap_or_else(|| Axis { label: nothing(), low: nothing(), high: nothing() })
}

/// 2 to 5 stages, each with 1 to 3 criteria on either side.
pub fn rollout(fields: &mut Fields) -> Rollout {
    let stages = counted(fields, "stages", 2..=5, |stage| RolloutStage {
        id: id(stage),
        label: words(stage, "label"),
        when: words(stage, "when"),
        note: optional_words(stage, "note"),
        entry: lines(stage, "entry", 1..=3),
        exit: lines(stage, "exit", 1..=3),
    });
    unique(stages.iter().map(|stage| &stage.id), fields.block);
    Rollout { stages }
}

/// 2 or 3 items by 2 to 6 signals; a radar needs three corners.
pub fn compare(fields: &mut Fields) -> Compare {
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
