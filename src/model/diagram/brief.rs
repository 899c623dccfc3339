//! A diagram with its labels alone: what can still be read where it is shown small.

use super::{Diagram, DiagramKind};

impl Diagram {
    /// The same diagram without notes and criteria.
    pub fn without_notes(&self) -> Diagram {
        let mut brief = self.clone();
        match &mut brief.kind {
            DiagramKind::Signals(signals) => {
                signals.flow.iter_mut().for_each(|stage| stage.note = None);
                signals.signals.iter_mut().for_each(|signal| signal.note = None);
            }
            DiagramKind::Workflow(workflow) => {
                workflow.steps.iter_mut().for_each(|step| step.note = None);
            }
            DiagramKind::Evidence(evidence) => {
                evidence.signals.iter_mut().for_each(|signal| signal.note = None);
                evidence.chain.iter_mut().for_each(|link| link.note = None);
            }
            DiagramKind::Decision(decision) => {
                decision.verdicts.iter_mut().for_each(|verdict| verdict.note = None);
            }
            DiagramKind::Rollout(rollout) => rollout.stages.iter_mut().for_each(|stage| {
                stage.note = None;
                stage.entry.clear();
                stage.exit.clear();
            }),
            DiagramKind::Matrix(_) | DiagramKind::Compare(_) => {}
        }
        brief
    }
}
