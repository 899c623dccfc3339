//! Problems as one JSON document.

use serde::Serialize;

use super::{ProblemSet, locate::Location, rule_address};
use crate::{
    diag::{Diagnostic, text},
    unicode::escaped_json,
};

/// The version of the document's format.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct ReportJson {
    version: u32,
    problems: Vec<ProblemJson>,
    /// The problems that remarks in the files allow.
    silenced: Vec<SilencedJson>,
    counts: CountsJson,
}

#[derive(Serialize)]
struct CountsJson {
    errors: usize,
    warnings: usize,
    silenced: usize,
}

#[derive(Serialize)]
struct ProblemJson {
    code: &'static str,
    level: &'static str,
    message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    hint: Option<String>,
    #[serde(flatten)]
    place: LocationJson,
    /// The second place of a problem that has two.
    #[serde(skip_serializing_if = "Option::is_none")]
    other: Option<OtherJson>,
    /// The page that explains the rule.
    help: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct LocationJson {
    path: String,
    line: usize,
    column: usize,
    end_column: usize,
}

#[derive(Serialize)]
struct OtherJson {
    #[serde(flatten)]
    place: LocationJson,
    #[serde(skip_serializing_if = "Option::is_none")]
    label: Option<String>,
}

#[derive(Serialize)]
struct SilencedJson {
    #[serde(flatten)]
    problem: ProblemJson,
    reason: String,
}

impl From<Location> for LocationJson {
    fn from(place: Location) -> LocationJson {
        let Location { path, line, column, end_column } = place;
        LocationJson { path, line, column, end_column }
    }
}

/// Returns the document, which ends with a line break.
pub fn render(set: &ProblemSet) -> anyhow::Result<String> {
    let (mut places, mut others) = (set.locator(), set.locator());
    let mut problem = |diagnostic: &Diagnostic| {
        let words = text(diagnostic, set.lang);
        let label = words.other;
        let other = diagnostic.other.map(|span| others.locate(span).into());
        ProblemJson {
            code: diagnostic.code.id(),
            level: diagnostic.level.name(),
            message: words.message,
            hint: words.hint,
            place: places.locate(diagnostic.span).into(),
            other: other.map(|place| OtherJson { place, label }),
            help: rule_address(diagnostic.code, set.lang),
        }
    };
    let problems: Vec<ProblemJson> = set.diagnostics.iter().map(&mut problem).collect();
    let silenced = set.diagnostics.silenced().iter().map(|silenced| SilencedJson {
        reason: silenced.allowance.reason.to_string(),
        problem: problem(&silenced.problem),
    });
    let silenced: Vec<SilencedJson> = silenced.collect();
    let (errors, warnings) = set.diagnostics.counts();
    let counts = CountsJson { errors, warnings, silenced: silenced.len() };
    let report = ReportJson { version: VERSION, problems, silenced, counts };
    Ok(escaped_json(&serde_json::to_string_pretty(&report)?) + "\n")
}
