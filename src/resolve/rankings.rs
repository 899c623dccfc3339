//! Checks rankings: the ids of criteria and items must agree within a ranking, in its weights,
//! and in its translation.

use super::{entry_ids::compare, index::Index};
use crate::{
    diag::{Code, Diagnostic, Diagnostics},
    model::{At, Kind, KindFields, Page, RankingFields},
};

/// Checks a page if it is a ranking: a source by itself, a translation against its source.
pub fn check(page: &Page, index: &Index, diagnostics: &mut Diagnostics) {
    let KindFields::Ranking(shared) = page.shared() else { return };
    if page.document.is_original() {
        check_numbers(shared, index, diagnostics);
    } else if let (KindFields::Ranking(ranking), true) =
        (&page.front().fields, page.original.is_original())
    {
        compare(page, "criteria", &shared.criteria, &ranking.criteria, diagnostics);
        compare(page, "levels", &shared.levels, &ranking.levels, diagnostics);
        compare(page, "items", &shared.items, &ranking.items, diagnostics);
    }
}

/// Checks that every item has a score for each criterion and no other, and that weights name
/// existing criteria and profiles.
fn check_numbers(ranking: &RankingFields, index: &Index, diagnostics: &mut Diagnostics) {
    let criteria: Vec<&str> = ranking.criteria.iter().map(|c| c.id.value.as_str()).collect();
    for item in ranking.items.iter() {
        let scored: Vec<&str> = item.value.scores.keys().map(String::as_str).collect();
        check_names(&item.id, &scored, &criteria, diagnostics);
        for criterion in criteria.iter().filter(|c| !item.value.scores.contains_key(**c)) {
            diagnostics.push(
                Diagnostic::new(Code::MissingKey, item.id.span)
                    .arg("key", *criterion)
                    .arg("where", format!(" ([items.{}] scores)", item.id.value))
                    .arg("example", format!("{criterion} = 3")),
            );
        }
    }
    let axes = ranking.map.iter().flat_map(|map| [&map.x, &map.y]);
    for criterion in axes.flat_map(|axis| &axis.criteria) {
        check_names(criterion, &[&criterion.value], &criteria, diagnostics);
    }
    for weights in ranking.weights.iter() {
        let weighed: Vec<&str> = weights.value.keys().map(String::as_str).collect();
        check_names(&weights.id, &weighed, &criteria, diagnostics);
        if weights.value.values().all(|weight| weight.0 == 0) {
            let none = Diagnostic::new(Code::SettingWithoutEffect, weights.id.span);
            diagnostics.push(none.arg("key", &*weights.id.value).hint("weights"));
        }
        let profile = weights.id.value.as_str();
        if profile != "default" && index.page(Kind::Profile, profile).is_none() {
            let slugs = index.slugs(Kind::Profile);
            diagnostics.push(
                Diagnostic::new(Code::UnknownReference, weights.id.span)
                    .arg("found", profile)
                    .arg("known", super::references::listed(slugs.iter().map(|slug| &**slug)))
                    .suggest(profile, index.slugs_near(Kind::Profile, profile).chain(["default"])),
            );
        }
    }
}

fn check_names(at: &At<String>, names: &[&str], declared: &[&str], diagnostics: &mut Diagnostics) {
    for name in names.iter().filter(|name| !declared.contains(name)) {
        diagnostics.push(
            Diagnostic::new(Code::UnknownValue, at.span)
                .arg("found", *name)
                .arg("key", &*at.value)
                .arg("known", declared.join(", "))
                .suggest(name, declared.iter().copied()),
        );
    }
}
