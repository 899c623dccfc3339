//! Measures 10,000 diagrams of ten nodes on all cores: at most 2 s on two.

use std::time::Instant;

use giljabi::{
    diag::Diagnostics,
    diagram::{self, Diagram},
    i18n::{Catalogs, SourceText},
    model::{Lang, PerLang, SourceId},
};
use rayon::prelude::*;

const COUNT: usize = 10_000;

fn main() {
    let text = |id, text| vec![SourceText { id: SourceId(id), text }];
    let files = PerLang {
        en: text(0, include_str!("../templates/i18n/en.ftl")),
        ko: text(1, include_str!("../templates/i18n/ko.ftl")),
    };
    let catalogs = Catalogs::read(&files, &[], &mut Diagnostics::default());
    let blocks = [workflow(), decision()];
    for (name, block) in ["workflow", "decision"].into_iter().zip(&blocks) {
        let started = Instant::now();
        let bytes: usize = (0..COUNT)
            .into_par_iter()
            .map(|nth| {
                let strings = catalogs.get(Lang::ALL[nth % 2]);
                diagram::figure(&read(block), &figure_input(strings)).len()
            })
            .sum();
        let took = started.elapsed();
        println!("{COUNT} × {name}: {took:.2?}, {} MB", bytes / 1_000_000);
    }
}

fn read(block: &str) -> Diagram {
    let mut diagnostics = Diagnostics::default();
    let diagram = diagram::read(SourceId(2), block, 0, &mut diagnostics);
    diagram.unwrap_or_else(|| panic!("{diagnostics:?}"))
}

const HEAD: &str = "id = \"bench\"\ntitle = \"A title\"\ncaption = \"A caption.\"\n";

/// Returns a workflow of ten steps with a branch and two ways back.
fn workflow() -> String {
    let mut toml = format!("kind = \"workflow\"\n{HEAD}");
    for nth in 0..10 {
        let actor = if nth % 2 == 0 { "system" } else { "person" };
        toml += &format!(
            "[[steps]]\nid = \"s{nth}\"\nlabel = \"검토 단계 Step {nth}\"\n\
             note = \"A person reads every reply 사람이 모든 답변을 읽는다\"\nactor = \"{actor}\"\n"
        );
    }
    for (from, to) in [(2, 6), (5, 1), (9, 3)] {
        toml += &format!(
            "[[links]]\nfrom = \"s{from}\"\nto = \"s{to}\"\nlabel = \"fails, back to draft\"\n"
        );
    }
    toml
}

/// Returns a decision of four questions and six verdicts.
fn decision() -> String {
    let mut toml = format!("kind = \"decision\"\n{HEAD}");
    for nth in 0..4 {
        let no = if nth == 3 { "v4".to_owned() } else { format!("q{}", nth + 1) };
        let more = if nth == 3 { ", { label = \"Unsure\", to = \"v5\" }" } else { "" };
        toml += &format!(
            "[[questions]]\nid = \"q{nth}\"\nlabel = \"되돌릴 수 있습니까? Can it be undone?\"\n\
             answers = [ {{ label = \"Yes\", to = \"v{nth}\" }}, \
             {{ label = \"No\", to = \"{no}\" }}{more} ]\n"
        );
    }
    for nth in 0..6 {
        toml += &format!(
            "[[verdicts]]\nid = \"v{nth}\"\nlabel = \"Keep with people\"\n\
             note = \"사람이 맡고 이유를 적는다\"\ntone = \"stop\"\n"
        );
    }
    toml
}

/// Returns a figure on a page without links.
fn figure_input(strings: &giljabi::i18n::Strings) -> diagram::FigureInput<'_> {
    diagram::FigureInput { strings, prefix: "d-", file: "file.svg", links: &[], walk_first: false }
}
