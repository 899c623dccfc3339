//! Workflow: numbered steps with links between them. It is drawn down the page with the
//! agent on the left of the path and people on its right, where both act; a short one
//! across the page; and on a phone the path with everything beside it.
//!
//! Steps stand in one row in the order in which they are written, which is their number.
//! The path joins neighbours; every other way leaves its card by an exit that names it,
//! and runs in a lane outside the row.

mod across;
mod card;
mod down;
mod plan;
mod read;
mod ways;

use crate::{
    diagram::{
        Actor, Arrangement, DiagramKind, StepType,
        layout::Scene,
        outline::{Outline, OutlineItem, OutlineLine, actor_key, list, noted, say, with_count},
        structure::{SharedList, SharedPart, Texts, names},
    },
    fields::Fields,
    i18n::Strings,
    span::At,
};

/// Numbered steps with links between them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Workflow {
    pub steps: Vec<Step>,
    /// By source; the ways out of one step in the order in which its editor wrote them.
    pub links: Vec<StepLink>,
}

/// A step of a workflow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    pub id: At<String>,
    pub label: String,
    pub note: Option<String>,
    pub actor: Option<Actor>,
    pub kind: StepType,
}

/// A way from one step to another, by their positions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepLink {
    pub from: usize,
    pub to: usize,
    pub label: Option<String>,
}

impl StepLink {
    /// Whether the link leads to an earlier step.
    pub const fn is_back(&self) -> bool {
        self.to < self.from
    }

    /// Whether the link is the path itself: on to the step written next.
    pub const fn is_next(&self) -> bool {
        self.to == self.from + 1
    }
}

impl DiagramKind for Workflow {
    fn read(fields: &mut Fields) -> Self {
        read::read(fields)
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
            let told = links.filter(|link| link.label.is_some() || !link.is_next());
            let ways = told.map(|link| way(self, link, strings));
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

    fn lists(&self) -> Vec<SharedList> {
        let steps = self.steps.iter().enumerate().map(|(at, step)| {
            SharedPart::new(&step.id)
                .choice("actor", step.actor)
                .choice("type", Some(step.kind))
                .words("note", step.note.as_ref())
                .is("links", ways(self, at, |link| link.label.is_some()))
                .is("next", ways(self, at, |_| true))
                .following("links")
        });
        vec![("steps", steps.collect())]
    }

    fn collect_texts<'a>(&'a self, texts: &mut Texts<'a>) {
        for step in &self.steps {
            texts.add(&step.label);
            texts.add_optional(&step.note);
        }
        self.links.iter().for_each(|link| texts.add_optional(&link.label));
    }

    fn remove_notes(&mut self) {
        self.steps.iter_mut().for_each(|step| step.note = None);
    }
}

/// The most steps that fit beside one another.
const MOST_ACROSS: usize = 4;

/// Where a step leads on the ways that `wanted` asks for, whatever their order.
fn ways(workflow: &Workflow, from: usize, wanted: fn(&StepLink) -> bool) -> String {
    let links = workflow.links.iter().filter(|link| link.from == from && wanted(link));
    let mut ends: Vec<usize> = links.map(|link| link.to).collect();
    ends.sort_unstable();
    names(ends.into_iter().map(|to| &*workflow.steps[to].id.value))
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
    let particulars = [("label", step.label.as_str().into()), ("role", role.into())];
    say(strings, "diagram-step", particulars)
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
