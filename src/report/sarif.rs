//! Problems in the Static Analysis Results Interchange Format, version 2.1.0 (OASIS).

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use rustc_hash::FxHashMap;
use serde_json::{Value as Json, json};

use super::{ProblemSet, locate::Location, rule_address};
use crate::{
    diag::{Code, Diagnostic, Level, text},
    unicode::escaped_json,
};

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// The characters that are percent-encoded in the path of a URI (RFC 3986).
const PATH: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// Returns the log, which ends with a line break.
pub fn render(set: &ProblemSet) -> anyhow::Result<String> {
    let mut rules = Rules::default();
    let (mut places, mut others) = (set.locator(), set.locator());
    let mut result = |diagnostic: &Diagnostic| {
        let words = text(diagnostic, set.lang);
        let message = [Some(words.message), words.hint].into_iter().flatten();
        let mut result = json!({
            "ruleId": diagnostic.code.id(),
            "ruleIndex": rules.index(diagnostic.code),
            "level": level(diagnostic.level),
            "message": { "text": message.collect::<Vec<_>>().join("\n") },
            "locations": [{ "physicalLocation": physical(places.locate(diagnostic.span)) }],
        });
        if let Some(other) = diagnostic.other {
            let mut related = json!({ "physicalLocation": physical(others.locate(other)) });
            if let Some(label) = words.other {
                related["message"] = json!({ "text": label });
            }
            result["relatedLocations"] = json!([related]);
        }
        result
    };
    let mut results: Vec<Json> = set.diagnostics.iter().map(&mut result).collect();
    results.extend(set.diagnostics.silenced().iter().map(|silenced| {
        let mut result = result(&silenced.problem);
        result["suppressions"] =
            json!([{ "kind": "inSource", "justification": silenced.allowance.reason }]);
        result
    }));
    let log = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "giljabi",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": rules.describe(set),
            } },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    Ok(escaped_json(&serde_json::to_string_pretty(&log)?) + "\n")
}

/// The rules that results refer to, in the order of their first use.
#[derive(Default)]
struct Rules {
    all: Vec<Code>,
    indexes: FxHashMap<Code, usize>,
}

impl Rules {
    fn index(&mut self, code: Code) -> usize {
        *self.indexes.entry(code).or_insert_with(|| {
            self.all.push(code);
            self.all.len() - 1
        })
    }

    fn describe(&self, set: &ProblemSet) -> Vec<Json> {
        let describe = |code: &Code| {
            json!({
                "id": code.id(),
                "helpUri": rule_address(*code, set.lang),
                "defaultConfiguration": { "level": level(code.default_level()) },
            })
        };
        self.all.iter().map(describe).collect()
    }
}

const fn level(level: Level) -> &'static str {
    match level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Off => "none",
    }
}

fn physical(place: Location) -> Json {
    let path = place.path.replace('\\', "/");
    json!({
        "artifactLocation": { "uri": utf8_percent_encode(&path, PATH).to_string() },
        "region": {
            "startLine": place.line,
            "startColumn": place.column,
            "endLine": place.line,
            "endColumn": place.end_column,
        },
    })
}
