//! Whatever the questions: every walk ends, addresses give back the walk that they were made
//! of, and what the check says can be reached is what walks reach.

use proptest::prelude::*;

use super::{
    AddressProblem, AnswerForm, Decision, GivenAnswer, Walk, WalkEnd, decode, encode,
    reach::reached, stamp, summary, walk,
};
use crate::diagram::tests::random::questions;

/// Returns every answer that can be given to a question, one number for each range.
fn possible(form: &AnswerForm) -> Vec<GivenAnswer> {
    match form {
        AnswerForm::One(answers) => (0..answers.len()).map(GivenAnswer::One).collect(),
        AnswerForm::Several { choices, .. } => (0..1_usize << choices.len())
            .map(|set| {
                let ticked = (0..choices.len()).filter(|at| set >> at & 1 == 1);
                GivenAnswer::Several(ticked.collect())
            })
            .collect(),
        AnswerForm::Number { ranges, .. } => {
            ranges.iter().map(|range| GivenAnswer::Number(range.from)).collect()
        }
        AnswerForm::Points(_) => Vec::new(),
    }
}

/// Returns every walk there is, by brute force.
fn all_walks(decision: &Decision) -> Vec<Walk> {
    let mut walks = Vec::new();
    let mut begun = vec![Vec::new()];
    while let Some(given) = begun.pop() {
        let mut left = given.iter().cloned();
        let walked = walk(decision, |_| left.next());
        match walked.end {
            WalkEnd::Verdict(_) => walks.push(walked),
            WalkEnd::Unanswered(at) => {
                for answer in possible(&decision.questions[at].answers) {
                    begun.push(given.iter().cloned().chain([answer]).collect());
                }
            }
        }
    }
    walks
}

/// Numbers in the place of words, so that a decision reads as its translation.
fn translated(decision: &Decision) -> Decision {
    let mut other = decision.clone();
    other.questions.iter_mut().for_each(|question| question.label = "물음".to_owned());
    other.verdicts.iter_mut().for_each(|verdict| verdict.label = "판정".to_owned());
    other
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(200) })]

    #[test]
    fn walks_end_and_addresses_give_them_back(decision in questions(4)) {
        let other = translated(&decision);
        for walked in all_walks(&decision) {
            prop_assert!(walked.steps.len() <= decision.questions.len());
            let address = encode(&decision, &walked);
            prop_assert_eq!(decode(&decision, &address), Ok(walked.clone()));
            prop_assert_eq!(decode(&other, &address), Ok(walked), "both languages agree");
        }
    }

    #[test]
    fn what_can_be_reached_is_what_walks_reach(decision in questions(4)) {
        let mut verdicts = vec![false; decision.verdicts.len()];
        let mut exits: Vec<Vec<bool>> =
            decision.questions.iter().map(|q| vec![false; q.answers.targets().len()]).collect();
        for walked in all_walks(&decision) {
            let WalkEnd::Verdict(at) = walked.end else { unreachable!("it ended") };
            verdicts[at] = true;
            walked.steps.iter().for_each(|step| exits[step.question][step.exit] = true);
        }
        let reached = reached(&decision);
        let found: Vec<bool> = reached.verdicts.iter().map(|sums| !sums.is_empty()).collect();
        prop_assert_eq!(found, verdicts);
        for (found, walked) in reached.exits.iter().zip(exits) {
            let found: Vec<bool> = found.iter().map(|sums| !sums.is_empty()).collect();
            prop_assert!(found.is_empty() && !walked.contains(&true) || found == walked);
        }
    }

    #[test]
    fn any_address_is_read_or_refused(decision in questions(4), text in "[0-9a-z+.-]{0,24}") {
        let made = format!("1.{}.{text}", stamp(&decision));
        if let Ok(walked) = decode(&decision, &made) {
            prop_assert_eq!(decode(&decision, &encode(&decision, &walked)), Ok(walked));
        }
        prop_assert!(decode(&decision, &text).is_err());
    }

    #[test]
    fn the_longest_way_is_no_longer_than_there_are_questions(decision in questions(10)) {
        let summary = summary(&decision);
        prop_assert!(summary.paths >= 1);
        prop_assert!((1..=decision.questions.len()).contains(&summary.longest));
    }
}

#[test]
fn an_address_of_other_questions_is_refused() {
    let decision = |points| Decision {
        questions: vec![super::Question {
            id: "a".to_owned(),
            label: String::new(),
            help: None,
            why: None,
            answers: AnswerForm::One(vec![super::Answer {
                label: String::new(),
                to: super::AnswerTo::Verdict(0),
                points,
                because: None,
            }]),
        }],
        verdicts: vec![super::Verdict::default()],
    };
    let walked = walk(&decision(0), |_| Some(GivenAnswer::One(0)));
    let address = encode(&decision(0), &walked);
    assert!(decode(&decision(0), &address).is_ok());
    assert_eq!(decode(&decision(1), &address), Err(AddressProblem::Changed));
    assert_eq!(decode(&decision(0), &address.replace("1.", "9.")), Err(AddressProblem::Form));
    assert_eq!(decode(&decision(0), &(address + "-1")), Err(AddressProblem::Unreadable));
}
