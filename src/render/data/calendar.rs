//! The next review of a page as a calendar file (RFC 5545). All dates in it come from the page,
//! so the file does not depend on the time of the build.

use jiff::{ToSpan, civil::Date};

use crate::{
    model::{Page, percent_encode},
    render::context::Context,
};

/// The most bytes of a line (RFC 5545, section 3.1).
const LONGEST_LINE: usize = 75;

/// Returns the calendar file; empty for a page without a review.
pub fn reminder(context: &Context, page: &Page) -> String {
    let Some(day) = page.review_by().map(|day| day.value) else { return String::new() };
    let strings = context.strings(page.lang());
    let title = strings.format_one("review-of", "title", page.title());
    let mut calendar = Calendar(String::with_capacity(768));
    calendar.line("BEGIN", "VCALENDAR");
    calendar.line("VERSION", "2.0");
    calendar.line("PRODID", "-//giljabi//giljabi//EN");
    calendar.line("BEGIN", "VEVENT");
    calendar.line("UID", &uid(context, page));
    calendar.line("DTSTAMP", &[&compact(stamp(page, day)), "T000000Z"].concat());
    calendar.line("DTSTART;VALUE=DATE", &compact(day));
    calendar.line("DTEND;VALUE=DATE", &compact(day.saturating_add(1.day())));
    calendar.line("SUMMARY", &escaped(&title));
    calendar.line("DESCRIPTION", &escaped(&page.front().description.value));
    calendar.line("URL", &context.absolute(&page.url));
    calendar.line("TRANSP", "TRANSPARENT");
    calendar.line("END", "VEVENT");
    calendar.line("END", "VCALENDAR");
    calendar.0
}

/// Returns the id of the event. It is the same in both languages and for every review of the
/// page, so a later file replaces the event.
fn uid(context: &Context, page: &Page) -> String {
    let address = context.site.settings.first_address();
    let host = address.origin.split_once("://").map_or("", |(_, host)| host);
    let path = percent_encode(&[&address.base_path, "/", &page.document.place.name()].concat());
    ["review", &path, "@", host].concat()
}

/// Returns the day of the last change of the event, as far as the page shows it.
fn stamp(page: &Page, review: Date) -> Date {
    page.updated().or(page.published()).unwrap_or(review)
}

/// Returns a day as calendars write it: `20261129`.
fn compact(day: Date) -> String {
    day.strftime("%Y%m%d").to_string()
}

/// Returns `text` with escaped special characters (RFC 5545, section 3.3.11).
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// The lines of a calendar file.
struct Calendar(String);

impl Calendar {
    /// Adds a line, folded if it is too long, but never inside a character.
    fn line(&mut self, name: &str, value: &str) {
        let mut length = 0;
        for c in name.chars().chain([':']).chain(value.chars()) {
            if length + c.len_utf8() > LONGEST_LINE {
                self.0.push_str("\r\n ");
                length = 1;
            }
            self.0.push(c);
            length += c.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lines_are_folded_between_characters() {
        let mut calendar = Calendar(String::new());
        let value = "검토할 날 ".repeat(20);
        calendar.line("SUMMARY", &value);
        let lines: Vec<&str> = calendar.0.split_terminator("\r\n").collect();
        assert!(lines.len() > 3);
        assert!(lines.iter().all(|line| line.len() <= LONGEST_LINE), "{lines:?}");
        assert!(lines[1..].iter().all(|line| line.starts_with(' ')));
        let unfolded: String = calendar.0.replace("\r\n ", "");
        assert_eq!(unfolded, format!("SUMMARY:{value}\r\n"));
    }

    #[test]
    fn special_characters_are_escaped() {
        assert_eq!(escaped("a, b; c\\d\ne\r"), "a\\, b\\; c\\\\d\\ne");
    }
}
