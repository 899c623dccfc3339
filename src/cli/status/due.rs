//! `giljabi status --due`: lists the reviews of pages by date, overdue ones first.

use anyhow::Result;
use jiff::{Unit, civil::Date};
use serde::Serialize;

use super::style::StatusStyle;
use crate::{
    cli::paint::{Emphasis, TableCell, TextTable},
    model::{Document, Translation},
    source::Sources,
};

/// The next review of a page.
pub struct Review<'a> {
    page: &'a Document,
    day: &'a crate::model::At<Date>,
    /// The number of days until the review; negative for an overdue one.
    left: i32,
}

#[derive(Serialize)]
struct ReviewJson<'a> {
    /// The page's name without its language: `guides/customer-service`.
    page: String,
    review_by: String,
    overdue: bool,
    /// The place of the date: `path:line`.
    place: String,
    title: &'a str,
}

/// Returns the reviews of the pages `shown`, the earliest first.
pub fn reviews<'a>(shown: &[&'a Translation], today: Date) -> Vec<Review<'a>> {
    let pages = shown.iter().filter_map(|translation| translation.source.as_deref());
    let mut reviews: Vec<Review> = pages
        .filter_map(|page| {
            let day = page.front.review_by.as_ref()?;
            let left = today.until((Unit::Day, day.value)).map_or(0, |span| span.get_days());
            Some(Review { page, day, left })
        })
        .collect();
    reviews.sort_by_key(|review| (review.day.value, review.page.place.name()));
    reviews
}

/// Returns the reviews as a table.
pub fn text(reviews: &[Review], sources: &Sources, style: StatusStyle) -> String {
    if reviews.is_empty() {
        return style.say("cli-due-none", []) + "\n";
    }
    let mut table = TextTable::default();
    for review in reviews {
        let (sign, look) = match review.left {
            ..0 => ("!", Emphasis::Attention),
            0.. => ("○", Emphasis::Quiet),
        };
        table.row([
            TableCell::new(look, sign),
            TableCell::new(Emphasis::Plain, review.page.place.name()),
            TableCell::new(Emphasis::Plain, review.day.value.to_string()),
            TableCell::new(look, left(review.left, style)),
            TableCell::new(Emphasis::Quiet, style.place(review.day.span, sources)),
        ]);
    }
    let overdue = reviews.iter().filter(|review| review.left < 0).count();
    let counts = [("overdue", overdue.into()), ("reviews", reviews.len().into())];
    [
        table.render(style.paint, ""),
        "\n".to_owned(),
        style.say("cli-due-counts", counts),
        "\n".into(),
    ]
    .concat()
}

fn left(days: i32, style: StatusStyle) -> String {
    let (key, count) = match days {
        ..0 => ("cli-due-since", -days),
        0 => ("cli-due-today", 0),
        1.. => ("cli-due-in", days),
    };
    style.say(key, [("days", count.into())])
}

/// Returns the reviews as one JSON document.
pub fn json(reviews: &[Review], sources: &Sources, style: StatusStyle) -> Result<String> {
    let reviews = reviews.iter().map(|review| ReviewJson {
        page: review.page.place.name(),
        review_by: review.day.value.to_string(),
        overdue: review.left < 0,
        place: style.place(review.day.span, sources),
        title: &review.page.front.title.value,
    });
    let reviews: Vec<ReviewJson> = reviews.collect();
    Ok(serde_json::to_string_pretty(&serde_json::json!({ "reviews": reviews }))? + "\n")
}
