//! Properties of all decisions: every walk ends, addresses can be read back, the check agrees
//! with all walks on what is reachable, and links and worksheet lead to the same verdict.

use proptest::prelude::*;

use super::{
    AddressProblem, AnswerForm, Decision, GivenAnswer, Walk, WalkEnd, decode, encode, number,
    order, reach::reached, sections::SectionsInput, stamp, summary, walk, write_sections,
};
use crate::{
    diagram::tests::{catalogs, random::questions},
    i18n::Strings,
    lang::Lang,
    markup::Markup,
};

/// Returns every possible answer to a question, with one number for each range.
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

/// Returns every possible walk, by brute force.
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

/// Returns the decision with numbers in place of words, as a stand-in for its translation.
fn translated(decision: &Decision) -> Decision {
    let mut other = decision.clone();
    other.questions.iter_mut().for_each(|question| question.label = "물음".to_owned());
    other.verdicts.iter_mut().for_each(|verdict| verdict.label = "판정".to_owned());
    other
}

/// An answer as it is printed on the page.
struct PrintedAnswer {
    /// The question or verdict that its link leads to.
    to: Option<String>,
    points: i64,
    /// The numbers of a range: from, and until where there is one.
    numbers: Option<(i64, Option<i64>)>,
}

/// The questions as readers without scripts see them, by their ids.
struct Worksheet(Vec<(String, Vec<PrintedAnswer>)>);

impl Worksheet {
    fn new(decision: &Decision, strings: &Strings) -> Worksheet {
        let mut markup = Markup::with_capacity(0);
        let input = SectionsInput {
            decision,
            name: "any",
            id: "any",
            title: "",
            strings,
            links: &[],
            heading: "h3",
        };
        write_sections(&mut markup, &input);
        let html = markup.finish();
        let sections = html.split("class=\"walk-question\" data-node=\"").skip(1);
        let question = |section: &str| {
            let (id, section) = section.split_once('"').expect("an id");
            let section = section.split("</ul>").next().expect("answers");
            let answers = section.split("<li").skip(1).map(PrintedAnswer::new);
            (id.to_owned(), answers.collect())
        };
        Worksheet(sections.map(question).collect())
    }

    /// Fills in the answers of `walked`, using only what is printed, and returns the verdict.
    fn fill_in(&self, decision: &Decision, walked: &Walk) -> String {
        let (mut at, mut sum) = (decision.questions[0].id.clone(), 0);
        while let Some((_, answers)) = self.0.iter().find(|(id, _)| *id == at) {
            let step = walked.steps.iter().find(|step| decision.questions[step.question].id == at);
            let given = step.expect("the walk came here too").given.clone();
            let holds = |number: i64| {
                let is_in = |answer: &&PrintedAnswer| {
                    let (from, until) = answer.numbers.expect("a range");
                    from <= number && until.is_none_or(|until| number <= until)
                };
                answers.iter().find(is_in).expect("a range that holds it")
            };
            let taken = match given {
                Some(GivenAnswer::One(nth)) => {
                    sum += answers[nth].points;
                    &answers[nth]
                }
                Some(GivenAnswer::Several(ticked)) => {
                    sum += ticked.iter().map(|nth| answers[*nth].points).sum::<i64>();
                    let leading = ticked.iter().map(|nth| &answers[*nth]);
                    let mut leading = leading.filter(|answer| answer.to.is_some());
                    leading.next().unwrap_or(answers.last().expect("what holds otherwise"))
                }
                Some(GivenAnswer::Number(number)) => holds(number),
                None => holds(sum),
            };
            at = taken.to.clone().expect("a link");
        }
        at
    }
}

impl PrintedAnswer {
    fn new(item: &str) -> PrintedAnswer {
        let between = |from: &str, to: &str| Some(item.split_once(from)?.1.split_once(to)?.0);
        let points = between("class=\"walk-points\">", "</span>");
        let label = between("data-exit=", "</a>").and_then(|label| label.rsplit_once('('));
        let numbers = label.map(|(_, numbers)| numbers.split(')').next().unwrap_or_default());
        let number = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
        let numbers = numbers.and_then(|numbers| match numbers.split_once('–') {
            Some((from, until)) => {
                Some((number(from).parse().ok()?, Some(number(until).parse().ok()?)))
            }
            None => {
                let from = number(numbers).parse().ok()?;
                let is_open = numbers.chars().any(char::is_alphabetic);
                Some((from, (!is_open).then_some(from)))
            }
        });
        PrintedAnswer {
            to: between("href=\"#any--", "\"").map(str::to_owned),
            points: points.map_or(0, |points| number(points).parse().expect("a number")),
            numbers,
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(200) })]

    #[test]
    fn walks_end_and_can_be_read_from_their_addresses(decision in questions(4)) {
        let other = translated(&decision);
        for walked in all_walks(&decision) {
            prop_assert!(walked.steps.len() <= decision.questions.len());
            let address = encode(&decision, &walked);
            prop_assert_eq!(decode(&decision, &address), Ok(walked.clone()));
            prop_assert_eq!(decode(&other, &address), Ok(walked), "both languages agree");
        }
    }

    #[test]
    fn reachable_nodes_are_those_of_all_walks(decision in questions(4)) {
        let mut verdicts = vec![false; decision.verdicts.len()];
        let mut exits: Vec<Vec<bool>> =
            decision.questions.iter().map(|q| vec![false; q.answers.targets().len()]).collect();
        for walked in all_walks(&decision) {
            let WalkEnd::Verdict(at) = walked.end else { unreachable!("it ended") };
            verdicts[at] = true;
            walked.steps.iter().for_each(|step| exits[step.question][step.exit] = true);
        }
        let reached = reached(&decision);
        let reachable: Vec<bool> = reached.verdicts.iter().map(|sums| !sums.is_empty()).collect();
        prop_assert_eq!(reachable, verdicts);
        for (reachable, walked) in reached.exits.iter().zip(exits) {
            let reachable: Vec<bool> = reachable.iter().map(|sums| !sums.is_empty()).collect();
            prop_assert!(reachable.is_empty() && !walked.contains(&true) || reachable == walked);
        }
    }

    #[test]
    fn links_and_worksheet_lead_where_walks_lead(decision in questions(4)) {
        let catalogs = catalogs();
        for lang in Lang::ALL {
            let worksheet = Worksheet::new(&decision, catalogs.get(lang));
            for walked in all_walks(&decision) {
                let WalkEnd::Verdict(at) = walked.end else { unreachable!("it ended") };
                let by_hand = worksheet.fill_in(&decision, &walked);
                prop_assert_eq!(&by_hand, &decision.verdicts[at].id.value);
            }
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
    fn a_sum_is_no_numbered_question(decision in questions(6)) {
        let order = order(&decision);
        for (place, at) in order.iter().enumerate() {
            let asked = decision.questions[*at].is_asked();
            prop_assert_eq!(number(&decision, &order, *at), asked.then_some(place + 1));
        }
    }

    #[test]
    fn the_longest_way_is_no_longer_than_there_are_questions(decision in questions(10)) {
        let summary = summary(&decision);
        prop_assert!(summary.paths >= 1);
        prop_assert!((0..=decision.questions.len()).contains(&summary.longest));
    }
}

#[test]
fn an_address_of_other_questions_is_refused() {
    let decision = |points| Decision {
        questions: vec![super::Question {
            id: "a".to_owned(),
            label: String::new(),
            short: None,
            help: None,
            why: None,
            answers: AnswerForm::One(vec![super::Answer {
                follows: Vec::new(),
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
