//! Workflow: numbered steps with links between them. If both systems and people act, it is
//! drawn down the page with the system on the left of the path and people on the right. A short
//! workflow is drawn across the page, and on a phone everything is beside the path.
//!
//! Steps are in one row, numbered in the order of writing. The path joins neighbours; every
//! other way leaves its card by an exit with a label, and runs in a lane outside the row.

mod across;
mod card;
mod down;
mod exits;
mod plan;
mod resolve;

use schemars::JsonSchema;
use serde::Deserialize;

use crate::{
    diagram::{
        Actor, Arrangement, DiagramKind, StepType,
        layout::Scene,
        outline::{Outline, OutlineItem, OutlineLine, actor_key, list, noted, say, with_count},
        structure::{SharedValue, quoted},
    },
    i18n::Strings,
    schema::TomlBlock,
    span::{At, Span},
};

/// Numbered steps with links between them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Workflow {
    pub steps: Vec<Step>,
    /// By source. The ways out of one step are in the order of writing.
    pub links: Vec<StepLink>,
}

/// A step of a workflow.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
pub struct Step {
    /// The name of the step, the same in both languages.
    #[schemars(extend("format" = "id"))]
    pub id: At<String>,
    /// What the step is called.
    #[schemars(extend("x-translated" = true))]
    pub label: String,
    /// A sentence about the step.
    #[schemars(extend("x-translated" = true))]
    pub note: Option<String>,
    /// Who acts in the step.
    pub actor: Option<Actor>,
    /// What the step is on the path.
    #[serde(default, rename = "type")]
    pub kind: StepType,
    /// The ids of the steps that follow. Without this key: the step written next, unless
    /// this one is an end; with an empty list: none.
    #[schemars(example = ["review"])]
    pub next: Option<Vec<At<String>>>,
}

/// A way from one step to another, by their positions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepLink {
    pub from: usize,
    pub to: usize,
    pub label: Option<String>,
    /// The span of the target's name, if the link is written as one.
    pub place: Option<Span>,
}

impl StepLink {
    /// Returns whether the link leads to an earlier step.
    pub const fn is_back(&self) -> bool {
        self.to < self.from
    }

    /// Returns whether the link is the path itself: on to the step written next.
    pub const fn is_next(&self) -> bool {
        self.to == self.from + 1
    }
}

/// Numbered steps with links between them.
#[derive(Default, Deserialize, JsonSchema)]
#[schemars(extend("x-drawn" = true))]
pub struct WrittenWorkflow {
    /// The steps in their order, which is their number.
    #[schemars(length(min = 1, max = 12))]
    steps: Vec<Step>,
    /// Ways that have words, and ways that no step's `next` has.
    #[serde(default)]
    links: Vec<At<WrittenLink>>,
}

/// A way from one step to another, by their ids.
#[derive(Deserialize, JsonSchema)]
struct WrittenLink {
    /// The id of the step that the way leads from.
    from: At<String>,
    /// The id of the step that the way leads to.
    to: At<String>,
    /// What is written on the way: when it is taken.
    #[schemars(extend("x-translated" = true))]
    label: String,
}

impl DiagramKind for Workflow {
    type Written = WrittenWorkflow;

    fn resolve(written: WrittenWorkflow, block: &mut TomlBlock) -> Self {
        resolve::workflow(written, block)
    }

    fn draw(&self, arrangement: Arrangement, strings: &Strings) -> Scene {
        match arrangement {
            Arrangement::Wide if self.steps.len() <= MOST_ACROSS => across::draw(self, strings),
            Arrangement::Wide | Arrangement::Middle | Arrangement::Narrow => {
                down::draw(self, arrangement, strings)
            }
        }
    }

    fn outline(&self, strings: &Strings) -> Outline {
        let steps = self.steps.iter().enumerate().map(|(nth, step)| {
            let links = self.links.iter().filter(|link| link.from == nth);
            let ends = links.clone().next().is_none();
            let reported = links.filter(|link| link.label.is_some() || !link.is_next());
            let ways = reported.map(|link| way(self, link, strings));
            let end = ends.then(|| strings.get("diagram-way-none"));
            OutlineItem {
                words: noted(&step_words(step, strings), step.note.as_ref()),
                more: ways.chain(end).map(OutlineLine::plain).collect(),
            }
        });
        Outline {
            intro: with_count(strings, "diagram-intro-workflow", self.steps.len()),
            parts: vec![list(None, steps)],
        }
    }

    fn links(&self, _: &str, at: usize) -> Vec<SharedValue> {
        let place = self.links.iter().filter(|link| link.from == at).find_map(|link| link.place);
        let links = names(self, at, |link| link.label.is_some());
        let next = names(self, at, |_| true);
        vec![
            SharedValue { place, ..SharedValue::new("links", links) },
            SharedValue { follows: Some("links"), ..SharedValue::new("next", next) },
        ]
    }

    fn remove_notes(&mut self) {
        self.steps.iter_mut().for_each(|step| step.note = None);
    }
}

/// The most steps that fit side by side.
const MOST_ACROSS: usize = 4;

/// Returns the ids of the targets of a step's links for which `wanted` holds, in the order of
/// the steps.
fn names(workflow: &Workflow, from: usize, wanted: fn(&StepLink) -> bool) -> String {
    let links = workflow.links.iter().filter(|link| link.from == from && wanted(link));
    let mut ends: Vec<usize> = links.map(|link| link.to).collect();
    ends.sort_unstable();
    quoted(ends.into_iter().map(|to| &*workflow.steps[to].id.value))
}

fn step_words(step: &Step, strings: &Strings) -> String {
    let kind = match step.kind {
        StepType::Step => None,
        StepType::Gate => Some("diagram-type-gate"),
        StepType::Fallback => Some("diagram-type-fallback"),
        StepType::End => Some("diagram-type-end"),
    };
    let keys = step.actor.map(actor_key).into_iter().chain(kind);
    let role = keys.map(|key| strings.get(key)).collect::<Vec<_>>().join(", ");
    if role.is_empty() {
        return step.label.clone();
    }
    let arguments = [("label", step.label.as_str().into()), ("role", role.into())];
    say(strings, "diagram-step", arguments)
}

fn way(workflow: &Workflow, link: &StepLink, strings: &Strings) -> String {
    let label = link.label.as_deref().unwrap_or_default();
    let to = workflow.steps[link.to].label.as_str();
    let key = match (label.is_empty(), link.is_back()) {
        (true, false) => "diagram-way",
        (true, true) => "diagram-way-back",
        (false, false) => "diagram-way-labelled",
        (false, true) => "diagram-way-back-labelled",
    };
    let number = link.to + 1;
    say(strings, key, [("number", number.into()), ("label", label.into()), ("to", to.into())])
}
