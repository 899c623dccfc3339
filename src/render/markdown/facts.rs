//! The fields of front matter that a page shows above or below its text.

use std::fmt::Write;

use crate::{
    diagram::{plain, write_table},
    i18n::Strings,
    model::{Collection, KindFields, Page, PageId},
    render::{context::Context, ranking_table::table},
};

/// Writes the title, the summary and the fields above the text.
pub fn head(context: &Context, page: &Page, out: &mut String) {
    let strings = context.strings(page.lang());
    // Writing into a string cannot fail.
    let _ = writeln!(out, "# {}\n", plain(page.title()));
    let _ = writeln!(out, "{}\n", plain(&page.front().description.value));
    if let Some(conclusion) = page.conclusion() {
        let _ = writeln!(out, "**{}** {}\n", plain(&strings.get("conclusion")), plain(conclusion));
    }
    let mut fact = |key: &str, value: &str| {
        let _ = writeln!(out, "- {}: {}", plain(strings.get(key).trim_end_matches(':')), value);
    };
    fact("address", &context.absolute(&page.url));
    if let Some(version) = page.version() {
        fact("current-version", &version.tag);
    }
    let dates = [
        ("published", page.published()),
        ("updated", page.updated()),
        ("review-by", page.review_by().map(|day| day.value)),
    ];
    for (key, date) in dates {
        if let Some(date) = date {
            fact(key, &date.to_string());
        }
    }
    if let Some(reviewer) = page.front().fields.reviewer() {
        fact("reviewer", &plain(reviewer));
    }
    let audience = titles(context, &page.references.audience);
    if !audience.is_empty() {
        fact("audience", &audience.join(", "));
    }
    if let Some(other) = page.translation {
        let other = context.site.page(other);
        let _ = writeln!(out, "- {}: {}", other.lang().own_name(), context.absolute(&other.url));
    }
    out.push('\n');
    above_text(context, page, strings, out);
}

/// Writes the title, the introduction and the pages of a collection.
pub fn collection(context: &Context, collection: &Collection, out: &mut String) {
    let Collection { kind, lang, url, pages } = collection;
    let (settings, strings) = (&context.site.settings, context.strings(*lang));
    let title = strings.label(settings.title_of(*kind, *lang));
    let introduction = strings.label(settings.introduction_of(*kind, *lang));
    // Writing into a string cannot fail.
    let _ = writeln!(out, "# {}\n\n{}\n", plain(&title), plain(&introduction));
    let _ = writeln!(out, "- {}: {}", plain(&strings.get("address")), context.absolute(url));
    if let Some(other) = context.site.collection(*kind, lang.other()) {
        let _ = writeln!(out, "- {}: {}", other.lang.own_name(), context.absolute(&other.url));
    }
    out.push('\n');
    pages.iter().for_each(|id| entry(context, *id, out));
}

/// Writes the fields above the text that only this kind of page has.
fn above_text(context: &Context, page: &Page, strings: &Strings, out: &mut String) {
    if let KindFields::Ranking(_) = &page.front().fields {
        ranking(context, page, strings, out);
    }
    let highlights = page.highlights();
    highlights.iter().for_each(|highlight| _ = writeln!(out, "- {}", plain(highlight)));
    if !highlights.is_empty() {
        out.push('\n');
    }
    if let KindFields::Profile(_) = &page.front().fields {
        list(context, &strings.get("reading-path"), &page.references.path, out);
    }
}

fn titles(context: &Context, pages: &[PageId]) -> Vec<String> {
    pages.iter().map(|id| plain(context.site.page(*id).title())).collect()
}

/// Writes the items of a ranking in order, with the reasons for their scores, and the criteria.
fn ranking(context: &Context, page: &Page, strings: &Strings, out: &mut String) {
    let KindFields::Ranking(fields) = &page.front().fields else { return };
    let ranking = table(context, page, fields);
    let mut head = vec![String::new(), strings.get("comparison-item"), strings.get("ranking-sum")];
    head.extend(ranking.criteria.iter().map(|criterion| criterion.label.to_owned()));
    let rows: Vec<Vec<String>> = ranking
        .items
        .iter()
        .map(|item| {
            let mut row = vec![item.place.to_string(), item.label.to_owned(), item.total.clone()];
            row.extend(item.scores.iter().map(ToString::to_string));
            row
        })
        .collect();
    write_table(&head, &rows, out);
    out.push('\n');
    for item in &ranking.items {
        let label = match &item.guide {
            Some(href) => format!("[{}]({href})", plain(item.label)),
            None => plain(item.label),
        };
        let reason = item.reason.map(|reason| [": ", &plain(reason)].concat());
        let _ = writeln!(out, "{}. {label}{}", item.place, reason.unwrap_or_default());
    }
    let _ = writeln!(out, "\n{}:\n", plain(&strings.get("ranking-criteria")));
    for criterion in &ranking.criteria {
        let weight = criterion.weight.to_string();
        let weight = strings.format_one("ranking-weight", "weight", &weight);
        let note = criterion.note.map(|note| [": ", &plain(note)].concat());
        let label = plain(criterion.label);
        let _ = writeln!(out, "- **{label}** ({weight}){}", note.unwrap_or_default());
    }
    out.push('\n');
}

/// Writes the fields below the text: limits, evidence, further pages.
pub fn tail(context: &Context, page: &Page, out: &mut String) {
    let strings = context.strings(page.lang());
    if let KindFields::Decision(decision) = &page.front().fields
        && let Some(limits) = &decision.limits
    {
        part(&strings.get("decision-limits"), out);
        let _ = writeln!(out, "{}", plain(limits));
    }
    let evidence = page.front().fields.evidence();
    if !evidence.is_empty() {
        part(&strings.get("evidence"), out);
        evidence.iter().for_each(|basis| _ = writeln!(out, "- {}", plain(basis)));
    }
    let next: Vec<PageId> = page.references.next.into_iter().collect();
    list(context, &strings.get("next-step"), &next, out);
    list(context, &strings.get("related"), &page.references.related, out);
}

/// Begins a part with a heading.
fn part(heading: &str, out: &mut String) {
    out.truncate(out.trim_end().len());
    let _ = writeln!(out, "\n\n## {}\n", plain(heading));
}

/// Writes a part that lists pages, unless there are none.
fn list(context: &Context, heading: &str, pages: &[PageId], out: &mut String) {
    if pages.is_empty() {
        return;
    }
    part(heading, out);
    pages.iter().for_each(|id| entry(context, *id, out));
    out.push('\n');
}

/// Writes an item of a list: a page, with a link to it and its description.
fn entry(context: &Context, id: PageId, out: &mut String) {
    let page = context.site.page(id);
    let (title, href) = (plain(page.title()), context.absolute(&page.url));
    let _ = writeln!(out, "- [{title}]({href}): {}", plain(&page.front().description.value));
}
