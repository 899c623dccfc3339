//! The links in the data of a decision, by answer and verdict.

use schemars::JsonSchema;
use serde::Serialize;

use super::Decision;

/// A page or section that an answer or a verdict leads on to.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(extend("x-name" = "decision-file-link"))]
pub struct FollowedLink {
    /// The address.
    pub href: String,
    /// What it is called.
    pub title: String,
    /// What kind of page it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
}

/// The links of a decision, by what has them.
pub struct SplitLinks<'l> {
    /// By question and answer.
    pub answers: Vec<Vec<&'l [FollowedLink]>>,
    pub verdicts: Vec<&'l [FollowedLink]>,
}

impl Decision {
    /// Splits the links of the whole decision, in the order of its data: those of each
    /// answer by question, then those of each verdict.
    pub fn split_links<'l>(&self, links: &'l [FollowedLink]) -> SplitLinks<'l> {
        let mut rest = links;
        let mut take = |count: usize| {
            let (own, later) = rest.split_at(count.min(rest.len()));
            rest = later;
            own
        };
        let questions = self.questions.iter().map(|question| question.answers.follows());
        let answers = questions.map(|follows| follows.iter().map(|f| take(f.len())).collect());
        let answers = answers.collect();
        let verdicts = self.verdicts.iter().map(|verdict| take(verdict.follows.len())).collect();
        SplitLinks { answers, verdicts }
    }
}
