//! The front matter of a ranking: criteria, items with their scores, and weights.

use std::collections::BTreeMap;

use serde_spanned::Spanned;
use toml::de::DeValue;

use crate::{
    diag::{Code, Diagnostic},
    fields::{Block, Fields, FromToml, named_values},
    model::{
        At, Criterion, CriterionWords, KindFacts, KindWords, RankedItem, RankedWords, RankingFacts,
        Weights,
    },
};

pub(super) fn read_ranking(fields: &mut Fields) -> (KindWords, KindFacts) {
    let mut facts = RankingFacts { published: fields.fact("published"), ..Default::default() };
    let criteria = fields.each("criteria", |id, fields| {
        facts.criteria.push(Criterion { id: id.clone() });
        let label = fields.required("label").unwrap_or_default();
        CriterionWords { id, label, note: fields.optional("note") }
    });
    let items = fields.each("items", |id, fields| {
        let guide = fields.fact("guide");
        let scores = read_scores(fields, "scores", 1, 5);
        facts.items.push(RankedItem { id: id.clone(), guide, scores });
        let label = fields.required("label").unwrap_or_default();
        RankedWords { id, label, reason: fields.optional("reason") }
    });
    facts.weights = read_weights(fields);
    (KindWords::Ranking { criteria, items }, KindFacts::Ranking(facts))
}

fn read_weights(fields: &mut Fields) -> Vec<Weights> {
    if fields.fact::<Present>("weights").is_none() {
        return Vec::new();
    }
    let profiles = fields.map::<Scores>("weights").unwrap_or_default();
    let weigh = |(profile, scores): (At<String>, Scores)| Weights {
        profile,
        by_criterion: within(fields, scores, 0, 5),
    };
    profiles.into_iter().map(weigh).collect()
}

fn read_scores(
    fields: &mut Fields,
    key: &'static str,
    least: i64,
    most: i64,
) -> BTreeMap<String, u8> {
    let scores = fields.required_fact::<Scores>(key);
    scores.map(|scores| within(fields, scores, least, most)).unwrap_or_default()
}

/// Numbers by criterion, not yet checked.
struct Scores(Vec<(At<String>, i64)>);

/// Any value: only that it is there matters.
struct Present;

impl FromToml for Present {
    fn from_toml(_: &str, _: &Spanned<DeValue>, _: &mut Block) -> Option<Self> {
        Some(Present)
    }

    fn example(key: &str) -> String {
        format!("[{key}]")
    }
}

impl FromToml for Scores {
    fn from_toml(key: &str, value: &Spanned<DeValue>, block: &mut Block) -> Option<Self> {
        named_values(key, value, block).map(Scores)
    }

    fn example(key: &str) -> String {
        format!("{key} = {{ criterion = 3 }}")
    }
}

/// The numbers that lie between `least` and `most`; the others are reported.
fn within(fields: &mut Fields, scores: Scores, least: i64, most: i64) -> BTreeMap<String, u8> {
    let mut fit = BTreeMap::new();
    for (id, number) in scores.0 {
        if (least..=most).contains(&number) {
            fit.insert(id.value, number as u8);
            continue;
        }
        fit.insert(id.value.clone(), number.clamp(least, most) as u8);
        fields.block.report(
            Diagnostic::new(Code::OutOfRange, id.span)
                .arg("key", id.value)
                .arg("least", least.to_string())
                .arg("most", most.to_string())
                .arg("found", number.to_string()),
        );
    }
    fit
}
