//! Files that change while the preview runs, in all the ways in which editors, version control
//! and people change them.

use std::{fs, io::Write, thread, time::Duration};

use super::preview::{Preview, wait};
use crate::support::{SETTINGS, TestSite, guide, translation};

const A: &str = "content/guides/a.en.md";
const PAGE: &str = "/en/guides/a/";

fn text(word: &str) -> String {
    guide("Alpha", "", &format!("## First {{#first}}\n\n{word}."))
}

#[test]
fn editors_save_in_many_ways() {
    let site = TestSite::new();
    let preview = Preview::start(site.root(), &[]);
    preview.wait_for(PAGE, "Text");
    // Truncated, then written in small pieces.
    let mut file = fs::File::create(site.path(A)).expect("a file");
    for line in text("Truncated").split_inclusive('\n') {
        file.write_all(line.as_bytes()).expect("written");
        thread::sleep(Duration::from_millis(25));
    }
    drop(file);
    preview.wait_for(PAGE, "Truncated");
    // Written to another file that is renamed afterwards.
    site.write("content/guides/.a.en.md.tmp", text("Renamed"));
    fs::rename(site.path("content/guides/.a.en.md.tmp"), site.path(A)).expect("renamed");
    preview.wait_for(PAGE, "Renamed");
    // The old file moved away, then a new one created.
    fs::rename(site.path(A), site.path("content/guides/a.en.md~")).expect("renamed");
    site.write(A, text("Backed up"));
    preview.wait_for(PAGE, "Backed up");
    // Deleted and created again.
    site.remove(A);
    site.write(A, text("Written again"));
    preview.wait_for(PAGE, "Written again");
    assert!(!preview.printed().contains("error"), "{}", preview.printed());
}

/// Renaming a page writes many files. The preview sees all of them at once.
#[test]
fn a_page_is_renamed_without_false_errors() {
    let site = TestSite::new();
    for at in 0..30 {
        let page = guide(&format!("Page number {at}"), "related = [\"a\"]\n", "[A](a.md#first)");
        site.write(&format!("content/guides/p{at:02}.en.md"), page);
    }
    site.write("content/guides/a/note.txt", "A note.");
    site.write(A, text("See [the note](a/note.txt)"));
    let preview = Preview::start(site.root(), &[]);
    preview.wait_for(PAGE, "See");
    let mut page = "a".to_owned();
    for at in 0..4 {
        let next = format!("renamed-{at}");
        let names = [["guides/", &page].concat(), ["guides/", &next].concat()];
        let ran = site.run_in("C", &["mv", &names[0], &names[1]]);
        assert_eq!(ran.code, 0, "{}", ran.stderr);
        preview.wait_for(&format!("/en/guides/{next}/"), "See");
        preview.wait_for("/en/guides/p00/", &next);
        page = next;
    }
    let printed = preview.printed();
    assert!(!printed.contains("error"), "{printed}");
}

#[test]
fn folders_come_and_go() {
    let site = TestSite::new();
    let preview = Preview::start(site.root(), &[]);
    preview.wait_for(PAGE, "Text");
    fs::rename(site.path("content"), site.path("aside")).expect("renamed");
    wait("the page to go", || preview.get(PAGE).status == 404);
    fs::rename(site.path("aside"), site.path("content")).expect("renamed");
    preview.wait_for(PAGE, "Text");
    fs::remove_dir_all(site.path("content")).expect("removed");
    site.write(A, text("Made again"));
    preview.wait_for(PAGE, "Made again");
    site.write(A, text("And edited"));
    preview.wait_for(PAGE, "And edited");
    // A folder that did not exist before.
    site.write("static/robots.txt", "User-agent: *\n");
    preview.wait_for("/robots.txt", "User-agent");
    fs::remove_dir_all(site.path("static")).expect("removed");
    wait("the file to go", || preview.text("/robots.txt") != "User-agent: *\n");
}

#[test]
fn a_root_that_is_moved_away_is_found_again() {
    let site = TestSite::new();
    let root = site.path("guide");
    fs::create_dir(&root).expect("a folder");
    for name in ["guide.toml", "content"] {
        fs::rename(site.path(name), root.join(name)).expect("moved");
    }
    let preview = Preview::start(&root, &[]);
    preview.wait_for(PAGE, "Text");
    fs::rename(&root, site.path("elsewhere")).expect("renamed");
    preview.wait_for_line("cannot read");
    assert!(preview.text(PAGE).contains("Text"), "the last good page stays");
    fs::rename(site.path("elsewhere"), &root).expect("renamed");
    fs::write(root.join("content/guides/a.en.md"), text("Back")).expect("a file");
    preview.wait_for(PAGE, "Back");
}

#[test]
#[cfg(target_os = "linux")]
fn an_old_lock_delays_nothing() {
    let site = TestSite::new();
    fs::create_dir(site.path(".git")).expect("a folder");
    let lock = fs::File::create(site.path(".git/index.lock")).expect("a lock");
    let old = std::time::SystemTime::now() - Duration::from_secs(3600);
    lock.set_modified(old).expect("its time");
    let preview = Preview::start(site.root(), &[]);
    preview.wait_for(PAGE, "Text");
    let started = std::time::Instant::now();
    site.write(A, text("At once"));
    preview.wait_for(PAGE, "At once");
    assert!(started.elapsed() < Duration::from_secs(5), "{:?}", started.elapsed());
    preview.wait_for_line("index.lock has been there for a while");
}

#[test]
#[cfg(target_os = "linux")]
fn a_file_that_is_written_slowly_is_shown_when_it_is_complete() {
    let site = TestSite::new();
    let preview = Preview::start(site.root(), &[]);
    preview.wait_for(PAGE, "Text");
    let whole = text("Written slowly");
    let half = whole.len() * 6 / 10;
    let mut file = fs::File::create(site.path(A)).expect("a file");
    file.write_all(&whole.as_bytes()[..half]).expect("written");
    preview.wait_for_line("a.en.md is still being written");
    thread::sleep(Duration::from_millis(500));
    assert!(preview.text(PAGE).contains("Text"), "half a file is never shown");
    file.write_all(&whole.as_bytes()[half..]).expect("written");
    drop(file);
    preview.wait_for(PAGE, "Written slowly");
    assert!(!preview.printed().contains("error"), "{}", preview.printed());
}

#[test]
fn names_change_their_case() {
    let site = TestSite::new();
    let preview = Preview::start(site.root(), &[]);
    preview.wait_for(PAGE, "Text");
    site.remove("content/guides/a.ko.md");
    fs::rename(site.path(A), site.path("content/guides/A.en.md")).expect("renamed");
    preview.wait_for("/en/guides/A/", "Text");
    wait("the old name to go", || preview.get(PAGE).status == 404);
}

#[test]
#[cfg(unix)]
fn links_lead_to_files_that_change_too() {
    let site = TestSite::new();
    site.write("shared/text.md", text("Shared"));
    let preview = Preview::start(site.root(), &[]);
    preview.wait_for(PAGE, "Text");
    site.remove(A);
    std::os::unix::fs::symlink(site.path("shared/text.md"), site.path(A)).expect("a link");
    preview.wait_for(PAGE, "Shared");
    site.write("shared/text.md", text("Edited behind the link"));
    preview.wait_for(PAGE, "Edited behind the link");
    // A link out of the root is refused without affecting anything else.
    let secret = tempfile::NamedTempFile::new().expect("a file");
    let link = site.path("content/guides/out.txt");
    std::os::unix::fs::symlink(secret.path(), &link).expect("a link");
    preview.wait_for_line("is a symbolic link out of the guide");
    assert!(preview.text(PAGE).contains("Edited behind the link"));
    fs::remove_file(link).expect("removed");
    site.write("shared/text.md", text("Mended"));
    preview.wait_for(PAGE, "Mended");
}

#[test]
fn many_changes_are_one_rebuild() {
    let site = TestSite::new();
    for number in 0..1_000 {
        site.write(&format!("content/guides/g{number}.en.md"), guide("Old", "", "Text."));
    }
    // In the way Git writes, with its lock.
    fs::create_dir(site.path(".git")).expect("a folder");
    let preview = Preview::start(site.root(), &[]);
    preview.wait_for_line("1002 pages");
    let lines = || preview.printed().lines().filter(|line| line.contains(" ms ")).count();
    site.write(".git/index.lock", "");
    for number in 0..1_000 {
        site.write(&format!("content/guides/g{number}.en.md"), guide("New", "", "Other."));
    }
    site.remove(".git/index.lock");
    preview.wait_for("/en/guides/g999/", "Other");
    preview.wait_for_line("and 999 more");
    assert_eq!(lines(), 1, "{}", preview.printed());
}

#[test]
fn changes_of_templates_strings_settings_and_styles_are_noticed() {
    let site = TestSite::new();
    let preview = Preview::start(site.root(), &[]);
    preview.wait_for(PAGE, "Text");
    site.write("guide.toml", SETTINGS.replace("Decision guide", "Renamed guide"));
    preview.wait_for(PAGE, "Renamed guide");
    let catalog = include_str!("../../templates/i18n/en.ftl");
    let key = "skip-to-content = ";
    let at = catalog.find(key).expect("the string") + key.len();
    site.write(
        "templates/i18n/en.ftl",
        format!("{}Straight on, ", &catalog[..at]) + &catalog[at..],
    );
    preview.wait_for(PAGE, "Straight on");
    site.write("templates/404.html", "<p>Our own 404</p>");
    preview.wait_for("/404.html", "Our own 404");
    site.remove("templates/404.html");
    wait("the built-in page", || !preview.text("/404.html").contains("Our own 404"));
    site.write("static/assets/site.css", "body { color: rebeccapurple }");
    wait("the style", || {
        let page = preview.text(PAGE);
        let start = page.find("/assets/").expect("a style sheet");
        let folder = &page[start..start + "/assets/0123456789/".len()];
        preview.text(&[folder, "site.css"].concat()).contains("#639")
    });
}

/// The mistakes in one page while it is being written.
const BROKEN: [(&str, &[u8]); 14] = [
    ("no-front-matter", b""),
    ("unclosed-front-matter", b"+++\ntitle = \"A\"\n"),
    ("yaml-front-matter", b"---\ntitle: A\n---\n"),
    ("invalid-toml", b"+++\ntitle = \"A\n+++\n"),
    ("unknown-key", b"+++\ntitle = \"A\"\ndescription = \"x\"\npublished = 2026-01-01\ncolour = 1\n+++\n"),
    ("missing-key", b"+++\ntitle = \"A\"\n+++\n"),
    ("wrong-type", b"+++\ntitle = 7\ndescription = \"x\"\npublished = 2026-01-01\n+++\n"),
    ("impossible-date", b"+++\ntitle = \"A\"\ndescription = \"x\"\npublished = 2026-02-30\n+++\n"),
    ("not-utf8", b"+++\ntitle = \"\xb0\xa1\"\n+++\n"),
    ("broken-link", b"+++\ntitle = \"A\"\ndescription = \"x\"\npublished = 2026-01-01\n+++\n[x](none.md)\n"),
    ("broken-anchor", b"+++\ntitle = \"A\"\ndescription = \"x\"\npublished = 2026-01-01\n+++\n[x](#none)\n"),
    ("broken-image", b"+++\ntitle = \"A\"\ndescription = \"x\"\npublished = 2026-01-01\n+++\n![x](none.png)\n"),
    ("bad-alias", b"+++\ntitle = \"A\"\ndescription = \"x\"\npublished = 2026-01-01\naliases = [\"../x\"]\n+++\n"),
    ("unknown-value", b"+++\ntitle = \"A\"\ndescription = \"x\"\npublished = 2026-01-01\n+++\n```diagram\nkind = \"x\"\n```\n"),
];

#[test]
fn the_last_good_page_stays_whatever_is_written() {
    let site = TestSite::new();
    site.write("content/guides/b.en.md", guide("Beta", "", "Other."));
    let preview = Preview::start(site.root(), &[]);
    preview.wait_for(PAGE, "Text");
    let good = preview.get(PAGE).without_script();
    for (code, bytes) in BROKEN {
        site.write(A, bytes);
        preview.wait_for_line(&format!("[{code}]"));
        assert!(preview.get(PAGE).without_script() == good, "{code}");
        // Other pages still work.
        let other = format!("While {code}");
        site.write("content/guides/b.en.md", guide("Beta", "", &other));
        preview.wait_for("/en/guides/b/", &other);
        assert!(preview.get(PAGE).without_script() == good, "{code}");
    }
    site.write(A, text("Mended"));
    preview.wait_for(PAGE, "Mended");
}

#[test]
fn shared_files_keep_their_last_good_version_too() {
    let site = TestSite::new();
    let preview = Preview::start(site.root(), &[]);
    preview.wait_for(PAGE, "Text");
    let good = preview.get(PAGE).without_script();
    for (path, content, code) in [
        ("guide.toml", "base_url = https://x", "invalid-toml"),
        ("templates/guide.html", "{% if x %}", "template-error"),
        ("templates/guide.html", "{{ no_such_thing }}", "template-error"),
        ("templates/i18n/ko.ftl", "stray = 글\n", "catalog-key"),
    ] {
        let before = site.path(path).exists().then(|| site.read(path));
        let count = preview.printed().matches(&format!("[{code}]")).count();
        site.write(path, content);
        wait(code, || preview.printed().matches(&format!("[{code}]")).count() > count);
        assert!(preview.get(PAGE).without_script() == good, "{path}: {content}");
        match before {
            Some(text) => _ = site.write(path, text),
            None => site.remove(path),
        }
    }
    site.write(A, text("Mended"));
    preview.wait_for(PAGE, "Mended");
    // Without settings nothing can be read, and the preview waits.
    site.remove("guide.toml");
    preview.wait_for_line("there is no guide.toml");
    assert!(preview.text(PAGE).contains("Mended"));
    site.write("guide.toml", SETTINGS);
    site.write(A, text("Back"));
    preview.wait_for(PAGE, "Back");
}

#[test]
fn a_site_that_is_broken_from_the_start_is_served_as_far_as_it_goes() {
    let site = TestSite::new();
    site.write("content/guides/b.en.md", guide("Beta", "", "[x](none.md)"));
    site.write("templates/guide.html", "{{ no_such_thing }}");
    let preview = Preview::start(site.root(), &[]);
    let page = preview.get(PAGE);
    assert_eq!(page.status, 500);
    let text = String::from_utf8_lossy(&page.body).into_owned();
    assert!(text.contains("no_such_thing") && text.contains("/_preview/client.js"), "{text}");
    site.remove("templates/guide.html");
    preview.wait_for(PAGE, "Text");
    preview.wait_for("/en/guides/b/", "Beta");
}

#[test]
fn drafts_are_shown_when_asked_for() {
    let site = TestSite::new();
    site.write("content/guides/b.en.md", guide("Beta", "draft = true\n", "Text."));
    assert_eq!(Preview::start(site.root(), &[]).get("/en/guides/b/").status, 404);
    assert_eq!(Preview::start(site.root(), &["--drafts"]).get("/en/guides/b/").status, 200);
}

#[test]
fn files_can_be_polled() {
    let site = TestSite::new();
    let preview = Preview::start(site.root(), &["--poll"]);
    preview.wait_for(PAGE, "Text");
    site.write(A, text("Found by looking"));
    preview.wait_for(PAGE, "Found by looking");
    site.write("content/guides/a.ko.md", translation("알파", "", "새 글."));
    preview.wait_for("/ko/guides/a/", "새 글");
}

#[test]
fn a_guide_without_pages_is_reported() {
    let site = TestSite::new();
    let preview = Preview::start(site.root(), &[]);
    preview.wait_for(PAGE, "Text");
    fs::remove_dir_all(site.path("content")).expect("removed");
    preview.wait_for_line("no-pages");
}
