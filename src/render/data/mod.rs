//! Files for programs that work with the guide's data: JSON whose schema `giljabi schema`
//! prints, and calendars.

mod calendar;
mod checklist;
mod ranking;
mod versions;

pub use calendar::reminder;
pub use versions::{own_versions, page_versions, versions};

use schemars::JsonSchema;
use serde::Serialize;

use super::context::Context;
use crate::{
    diagram::decision::DecisionFile,
    model::{KindFields, Page},
    schema::Declaration,
};
use checklist::ChecklistFile;
use ranking::RankingFile;
use versions::VersionsFile;

/// The version of the format of rankings and checklists.
const FORMAT: u8 = 1;

/// What every file about a page begins with.
#[derive(Serialize, JsonSchema)]
struct DataHead<'a> {
    /// The version of this format.
    format: u8,
    /// The name of the page with its folder, the same in both languages.
    id: String,
    /// The language of the words.
    language: &'static str,
    /// The address of the page.
    page: String,
    /// The title.
    title: &'a str,
    /// One or two sentences about the page.
    description: &'a str,
    /// The day on which the page first appeared.
    #[serde(skip_serializing_if = "Option::is_none")]
    published: Option<String>,
    /// The day of the last change that matters to readers.
    #[serde(skip_serializing_if = "Option::is_none")]
    updated: Option<String>,
    /// The day until which somebody looks at the page again.
    #[serde(skip_serializing_if = "Option::is_none")]
    review_by: Option<String>,
}

impl<'a> DataHead<'a> {
    fn new(context: &Context, page: &'a Page) -> DataHead<'a> {
        DataHead {
            format: FORMAT,
            id: page.document.place.name(),
            language: page.lang().code(),
            page: context.absolute(&page.url),
            title: page.title(),
            description: &page.front().description.value,
            published: page.published().map(|day| day.to_string()),
            updated: page.updated().map(|day| day.to_string()),
            review_by: page.review_by().map(|day| day.value.to_string()),
        }
    }
}

/// Returns a ranking or a checklist as JSON; an empty file for other pages.
pub fn of_page(context: &Context, page: &Page) -> Vec<u8> {
    if let KindFields::Ranking(fields) = &page.front().fields {
        return json(&ranking::ranking(context, page, fields));
    }
    if let KindFields::Checklist(_) = &page.front().fields {
        return json(&checklist::checklist(context, page));
    }
    Vec::new()
}

/// Returns the declarations of these files by their names.
pub fn declarations() -> Vec<(&'static str, Declaration)> {
    vec![
        ("decision", Declaration::of_output("decision-file", DecisionFile::json_schema)),
        ("ranking", Declaration::of_output("ranking-file", RankingFile::json_schema)),
        ("checklist", Declaration::of_output("checklist-file", ChecklistFile::json_schema)),
        ("versions", Declaration::of_output("versions-file", VersionsFile::json_schema)),
    ]
}

/// Returns `file` as the bytes of a JSON file.
fn json(file: &impl Serialize) -> Vec<u8> {
    // A struct of strings and numbers can always be written as JSON.
    let mut bytes = serde_json::to_vec(file).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}
