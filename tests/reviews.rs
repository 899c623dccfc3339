//! Overdue reviews: the messages on certain dates; the site itself is the same on every date.

use serde_json::Value;

use crate::support::{SETTINGS, TestSite, guide, program, translation};

fn site() -> TestSite {
    let site = TestSite::empty();
    site.write("guide.toml", format!("preview_images = \"none\"\n{SETTINGS}"));
    let dates = "updated = 2026-11-23\nreview_by = 2027-03-01\n";
    site.write("content/guides/a.en.md", guide("Alpha, beta; gamma", dates, "Text."));
    site.write("content/guides/a.ko.md", translation("고객 응대 자동화", "", "글."));
    let later = "review_by = 2027-12-24\n";
    site.write("content/checklists/b.en.md", guide("Before", later, "- [ ] Ask. {#ask}"));
    site
}

#[test]
fn a_review_is_overdue_once_its_day_has_passed() {
    let site = site();
    let on = |day: &str| site.build(&["--today", day]);
    for day in ["2026-01-01", "2027-03-01"] {
        assert!(!on(day).stderr.contains("review-due"), "{day}");
    }
    let overdue = on("2027-03-02").stderr;
    assert!(overdue.contains("warning[review-due]"), "{overdue}");
    assert!(overdue.contains("content/guides/a.en.md:6:13"), "the place of the day: {overdue}");
    assert_eq!(overdue.matches("review-due").count(), 1, "{overdue}");
    assert_eq!(site.build(&["--strict", "--today", "2027-03-02"]).code, 1);
    let allowed = ["--strict", "--today", "2027-03-02", "--allow", "review-due"];
    let allowed = site.build(&allowed);
    assert_eq!(allowed.code, 0, "{}", allowed.stderr);
    let remark = "# giljabi: allow review-due: it waits for the new law\nreview_by";
    let text = site.read("content/guides/a.en.md").replace("review_by", remark);
    site.write("content/guides/a.en.md", text);
    for day in ["2026-01-01", "2027-03-02"] {
        let ran = site.run_in("C", &["check", "--strict", "--today", day]);
        assert_eq!(ran.code, 0, "{day}: {}", ran.stderr);
    }
}

#[test]
fn the_site_does_not_depend_on_the_date() {
    let site = site();
    assert_eq!(site.build(&["--today", "2026-01-01", "--out", "early"]).code, 0);
    assert_eq!(site.build(&["--today", "2031-01-01", "--out", "late"]).code, 0);
    assert_eq!(site.tree("early"), site.tree("late"));
}

#[test]
fn the_date_comes_from_source_date_epoch_unless_an_argument_gives_it() {
    let site = site();
    let run = |epoch: &str| {
        let mut program = program();
        program.current_dir(site.root()).args(["check"]).env("LC_ALL", "C");
        crate::support::Ran::from(program.env("SOURCE_DATE_EPOCH", epoch).output().expect("a run"))
    };
    // 2026-11-30 and 2027-06-13.
    assert!(!run("1796083199").stderr.contains("review-due"));
    assert!(run("1812888000").stderr.contains("review-due"));
    let wrong = run("soon");
    assert_eq!(wrong.code, 2);
    assert!(wrong.stderr.contains("SOURCE_DATE_EPOCH is “soon”"), "{}", wrong.stderr);
    assert_eq!(site.run_in("C", &["check", "--today", "29.11.2026"]).code, 2);
}

#[test]
fn status_lists_reviews_by_date() {
    let site = site();
    let table = site.run_in("C", &["status", "--due", "--today", "2027-03-02"]);
    assert_eq!(table.code, 0, "{}", table.stderr);
    let lines: Vec<&str> = table.stdout.lines().collect();
    assert!(lines[0].starts_with("!  guides/a"), "{}", table.stdout);
    assert!(lines[0].contains("2027-03-01  overdue for 1 day"), "{}", table.stdout);
    assert!(lines[1].contains("checklists/b  2027-12-24  in 297 days"), "{}", table.stdout);
    assert_eq!(lines[3], "2 reviews, 1 overdue");
    let json = site.run_in("C", &["status", "--due", "--json", "--today", "2027-03-01"]);
    let json: Value = serde_json::from_str(&json.stdout).expect("JSON");
    assert_eq!(json["reviews"][0]["page"], "guides/a");
    assert_eq!(json["reviews"][0]["overdue"], false);
    assert_eq!(json["reviews"][0]["place"], "content/guides/a.en.md:6");
    let korean = site.run_in("ko_KR.UTF-8", &["status", "--due", "--today", "2027-03-01"]);
    assert!(korean.stdout.contains("검토 2건"), "{}", korean.stdout);
}

#[test]
fn the_page_shows_the_date_and_links_to_a_calendar_file() {
    let site = site();
    assert_eq!(site.build(&["--today", "2026-12-01"]).code, 0);
    let page = site.read("site/ko/guides/a/index.html");
    assert!(page.contains("datetime=\"2027-03-01\""), "{page}");
    assert!(page.contains("href=\"/ko/guides/a/review.ics\""), "{page}");
    let calendar = site.read("site/en/guides/a/review.ics");
    let expected = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//giljabi//giljabi//EN\r\n\
         BEGIN:VEVENT\r\nUID:review/guides/a@guide.example\r\nDTSTAMP:20261123T000000Z\r\n\
         DTSTART;VALUE=DATE:20270301\r\nDTEND;VALUE=DATE:20270302\r\n\
         SUMMARY:Review due: Alpha\\, beta\\; gamma\r\n\
         DESCRIPTION:What Alpha\\, beta\\; gamma is about\\, and what it asks of those \r\n who decide.\r\nURL:https://guide.example/en/guides/a/\r\nTRANSP:TRANSPARENT\r\n\
         END:VEVENT\r\nEND:VCALENDAR\r\n";
    assert_eq!(calendar, expected);
    let korean = site.read("site/ko/guides/a/review.ics");
    assert!(korean.contains("UID:review/guides/a@guide.example\r\n"), "one event for the page");
    assert!(korean.contains("SUMMARY:검토할 날: 고객 응대 자동화\r\n"), "{korean}");
    let without = site.tree("site").into_keys().filter(|path| path.ends_with(".ics"));
    assert_eq!(without.count(), 3, "two of the guide, one of the checklist");
}
