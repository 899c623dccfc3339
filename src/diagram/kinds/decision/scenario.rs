//! Scenarios: answers and the verdict that they must lead to.

use super::{
    Decision,
    address::read,
    evaluate::{GivenAnswer, Walk, WalkEnd, walk},
    written::WrittenScenario,
};
use crate::{
    diag::{Code, Diagnostic},
    diagram::rules::{position, report_repeated_ids},
    schema::TomlBlock,
    span::At,
};

/// Walks every scenario and reports those that end elsewhere.
pub fn report_scenarios(decision: &Decision, scenarios: &[WrittenScenario], block: &mut TomlBlock) {
    if decision.questions.is_empty() {
        // That is a problem itself, and nothing can be walked.
        return;
    }
    let ids: Vec<At<String>> = scenarios.iter().map(|scenario| scenario.id.clone()).collect();
    report_repeated_ids(&ids, block);
    let verdicts: Vec<&At<String>> = decision.verdicts.iter().map(|v| &v.id).collect();
    let mut expected = vec![false; verdicts.len()];
    for scenario in scenarios {
        let Some(verdict) = position("verdict", &scenario.verdict, &verdicts, block) else {
            continue;
        };
        expected[verdict] = true;
        report_scenario(decision, scenario, verdict, block);
    }
    if scenarios.is_empty() {
        return;
    }
    for (id, _) in verdicts.iter().zip(&expected).filter(|(_, expected)| !**expected) {
        block.report(Diagnostic::new(Code::VerdictUntested, id.span).arg("id", &*id.value));
    }
}

fn report_scenario(
    decision: &Decision,
    scenario: &WrittenScenario,
    verdict: usize,
    block: &mut TomlBlock,
) {
    let walked = walk(decision, |at| {
        let question = &decision.questions[at];
        read(&question.answers, scenario.answers.get(&question.id)?)
    });
    let problem = |code| {
        let problem = Diagnostic::new(code, scenario.id.span).arg("id", &*scenario.id.value);
        problem.arg("path", path(decision, &walked))
    };
    let is_question = |id: &str| decision.questions.iter().any(|question| question.id == id);
    let mut report_surplus = |is_needed: &dyn Fn(&str) -> bool| {
        for surplus in scenario.answers.keys().filter(|id| !is_needed(id)) {
            block.report(problem(Code::ScenarioSurplus).arg("question", &**surplus));
        }
    };
    match walked.end {
        WalkEnd::Unanswered(at) => {
            // A mistyped name leaves its question without an answer.
            report_surplus(&is_question);
            let question = &decision.questions[at].id;
            block.report(problem(Code::ScenarioStops).arg("question", &**question));
        }
        WalkEnd::Verdict(end) if end != verdict => {
            let actual = &*decision.verdicts[end].id.value;
            let expected = &*scenario.verdict.value;
            let fails = problem(Code::ScenarioFails).arg("found", actual);
            block.report(fails.arg("expected", expected));
        }
        WalkEnd::Verdict(_) => {
            report_surplus(&|id| {
                walked.steps.iter().any(|step| decision.questions[step.question].id == id)
            });
        }
    }
}

/// Returns the answers of a walk in words: `commits = 2 → reversible = 1`.
pub fn path(decision: &Decision, walk: &Walk) -> String {
    let steps = walk.steps.iter().map(|step| {
        let id = &decision.questions[step.question].id;
        let given = match &step.given {
            Some(GivenAnswer::One(at)) => (at + 1).to_string(),
            Some(GivenAnswer::Several(ticked)) if ticked.is_empty() => "0".to_owned(),
            Some(GivenAnswer::Several(ticked)) => {
                ticked.iter().map(|at| (at + 1).to_string()).collect::<Vec<_>>().join(",")
            }
            Some(GivenAnswer::Number(number)) => number.to_string(),
            None => format!("Σ {}", walk.points),
        };
        format!("{id} = {given}")
    });
    let steps: Vec<String> = steps.collect();
    if steps.is_empty() { "–".to_owned() } else { steps.join(" → ") }
}

#[cfg(test)]
mod tests {
    use crate::{diag::Diagnostics, diagram::read, span::SourceId};

    #[test]
    fn a_scenario_without_questions_is_not_walked() {
        let toml = "kind = \"decision\"\nid = \"d\"\ntitle = \"T\"\ncaption = \"C\"\n\
            [[verdicts]]\nid = \"v\"\nlabel = \"V\"\ntone = \"go\"\n\
            [[scenarios]]\nid = \"s\"\nanswers = { q = \"1\" }\nverdict = \"v\"\n";
        let mut diagnostics = Diagnostics::default();
        assert!(read(SourceId(0), toml, 0, &mut diagnostics).is_none());
        assert!(diagnostics.counts().0 > 0, "{diagnostics:?}");
    }
}
