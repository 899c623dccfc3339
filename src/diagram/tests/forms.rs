//! The elements that are drawn, or left out, in particular cases.

use super::{catalogs, diagram, id};
use crate::{
    diagram::{
        Actor, Arrangement, CompareStyle, DiagramData, Icon, StepType,
        kinds::{
            compare::{Compare, ComparedItem, ComparedSignal},
            workflow::{Step, StepLink, Workflow},
        },
        layout::{Glyph, Mark, Scene},
    },
    lang::Lang,
};

/// Returns a workflow whose steps are done by `actors`, the second of them a gate.
fn steps(actors: &[Option<Actor>]) -> DiagramData {
    let step = |(nth, actor): (usize, &Option<Actor>)| Step {
        next: None,
        id: id(),
        label: format!("Step {nth}"),
        note: None,
        actor: *actor,
        kind: if nth == 1 { StepType::Gate } else { StepType::Step },
    };
    let steps: Vec<Step> = actors.iter().enumerate().map(step).collect();
    let next = |from: usize| StepLink { from, to: from + 1, label: None, place: None };
    let links = (1..steps.len()).map(|to| next(to - 1)).collect();
    DiagramData::Workflow(Workflow { steps, links })
}

fn drawn(kind: DiagramData, arrangement: Arrangement) -> Scene {
    diagram(kind).data.draw(arrangement, catalogs().get(Lang::En))
}

fn count_texts(scene: &Scene, words: &str) -> usize {
    let lines = scene.marks.iter().filter_map(|mark| match mark {
        Mark::Text(text) => Some(text.lines.lines.join(" ")),
        _ => None,
    });
    lines.filter(|line| line == words).count()
}

#[test]
fn a_workflow_has_two_sides_only_where_both_act() {
    let (system, person) = (Some(Actor::System), Some(Actor::Person));
    let sides = |actors: &[Option<Actor>]| {
        let scene = drawn(steps(actors), Arrangement::Wide);
        (count_texts(&scene, "System"), count_texts(&scene, "Person"))
    };
    assert_eq!(sides(&[None; 6]), (0, 0));
    // On every card except that of the gate.
    assert_eq!(sides(&[system; 6]), (5, 0));
    assert_eq!(sides(&[system, person, person, person, person, person]), (1, 4));
    // Above the two sides.
    assert_eq!(sides(&[system, person, system, person, system, person]), (1, 1));
}

#[test]
fn a_gate_without_an_actor_is_drawn_once() {
    for (count, arrangement) in
        [(3, Arrangement::Wide), (6, Arrangement::Wide), (6, Arrangement::Narrow)]
    {
        let scene = drawn(steps(&vec![None; count]), arrangement);
        let signs = scene
            .marks
            .iter()
            .filter(|mark| matches!(mark, Mark::Glyph { glyph: Glyph::Icon(Icon::Gate), .. }));
        assert_eq!(signs.count(), 0, "the sign stands on the path");
        assert_eq!(count_texts(&scene, "Gate"), 1);
    }
}

#[test]
fn a_score_of_nothing_has_no_bar() {
    let signal = || ComparedSignal { id: id(), signal: None, label: "Quality".to_owned() };
    let item = |scores: [u8; 2]| ComparedItem { label: "A".to_owned(), scores: scores.into() };
    let compare = Compare {
        style: CompareStyle::Bars,
        max: 5,
        more: None,
        signals: vec![signal(), signal()],
        items: vec![item([0, 5]), item([1, 0])],
    };
    let scene = drawn(DiagramData::Compare(compare), Arrangement::Wide);
    let bars = scene
        .marks
        .iter()
        .filter(|mark| matches!(mark, Mark::Box { class, .. } if class.starts_with("dg-bar")));
    assert_eq!(bars.count(), 2 + 2, "two of four scores, and the legend");
}
