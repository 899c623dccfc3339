//! Creating translations and updating them: `translate`, `sync`. Parts that are marked as not
//! translated are not published.

use std::{collections::BTreeMap, fs, path::Path};

use giljabi::{
    ledger, load,
    markdown::UNTRANSLATED,
    model::{Document, SectionKind, SourceId, Translation},
    parse, pipeline,
    scaffold::{self, PairTexts},
    source::{Source, Sources},
};

use crate::support::{TestSite, guide, translation};

const LOCALE: &str = "en_US.UTF-8";

const BODY: &str = "Lead.\n\n## First {#first}\n\nText with [a link](a.md) and `code`.\n\n- [ ] One {#one}\n- [ ] Two {#two}\n\n## Second {#second}\n\nMore.";

fn with_new_translation() -> TestSite {
    let site = TestSite::new();
    site.write("content/guides/b.en.md", guide("Beta", "evidence = [\"Ours\"]\n", BODY));
    let ran = site.run_in(LOCALE, &["translate", "guides/b"]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    site
}

const B: &str = "content/guides/b.ko.md";

#[test]
fn a_new_translation_keeps_structure_and_marks_every_section() {
    let text = with_new_translation().read(B);
    for line in [
        "title = \"[미번역] Beta\"",
        "evidence = [\"[미번역] Ours\"]",
        "[미번역]\n\nLead.",
        "## [미번역] First {#first}",
        "- [ ] [미번역] One {#one}",
        "[a link](a.md) and `code`",
    ] {
        assert!(text.contains(line), "{line}:\n{text}");
    }
    assert!(!text.contains("published"), "what is shared stays in the source:\n{text}");
}

/// They explain keys, in the language of the original, and many of these keys stay there.
#[test]
fn comments_of_the_front_matter_stay_in_the_original() {
    let site = TestSite::new();
    let keys = "# When it appeared.\n# draft = true\nevidence = [\n  # Ours.\n  \"Ours\",\n]\n\
                conclusion = \"\"\"\nOne.\n# Two.\n\"\"\"\n";
    site.write("content/guides/b.en.md", guide("Beta", keys, "Text."));
    assert_eq!(site.run_in(LOCALE, &["translate", "guides/b"]).code, 0);
    let text = site.read(B);
    let comments: Vec<&str> = text.lines().filter(|line| line.trim().starts_with('#')).collect();
    assert_eq!(comments, ["# Two."], "{text}");
}

#[test]
fn a_completely_marked_page_is_begun_and_not_published() {
    let site = with_new_translation();
    let status = site.run_in(LOCALE, &["status", "guides/b", "--json"]).stdout;
    assert!(status.contains("\"begun\""), "{status}");
    let status = |locale| site.run_in(locale, &["status"]).stdout;
    assert!(status(LOCALE).contains("1 begun"), "{}", status(LOCALE));
    assert!(status("ko_KR.UTF-8").contains("번역 시작함 1"), "{}", status("ko_KR.UTF-8"));
    assert_eq!(site.run_in(LOCALE, &["status", "--fail-on", "missing"]).code, 1);
    assert_eq!(site.build(&["--strict"]).code, 0);
    assert!(!site.path("site/ko/guides/b").exists());
    let again = site.run_in(LOCALE, &["translate", "guides/b"]);
    assert!(
        again.code == 2 && again.stderr.contains("b.ko.md is there already"),
        "{}",
        again.stderr
    );
    let nothing = site.run_in(LOCALE, &["translate", "--all"]);
    assert!(nothing.stdout.contains("No page is left to begin"), "{}", nothing.stdout);
}

/// Returns a page whose title, description, lead and one item are translated.
fn half_translated() -> TestSite {
    let site = with_new_translation();
    let text = site.read(B);
    let text = text
        .replace("title = \"[미번역] Beta\"", "title = \"베타에 관한 결정 가이드\"")
        .replace("description = \"[미번역] What Beta is about, and what it asks of those who decide.\"", "description = \"베타가 무엇이고 결정하는 사람에게 무엇을 묻는지 설명합니다. 두 번째 문장입니다.\"")
        .replace("[미번역]\n\nLead.", "머리글입니다.")
        .replace("## [미번역] First {#first}\n\nText with [a link](a.md) and `code`.", "## 처음 {#first}\n\n[링크](a.md)와 `code`가 있는 글입니다.")
        .replace("[미번역] One", "하나");
    site.write(B, text);
    site
}

#[test]
fn marked_sections_are_left_out_with_a_notice() {
    let site = half_translated();
    assert_eq!(site.run_in(LOCALE, &["accept", "guides/b", "first"]).code, 0);
    let refused = site.run_in(LOCALE, &["accept", "guides/b", "second"]);
    assert!(refused.code == 1 && refused.stdout.contains("second"), "{}", refused.stdout);
    let built = site.build(&["--strict"]);
    assert_eq!(built.code, 0, "{}", built.stderr);
    let page = site.read("site/ko/guides/b/index.html");
    assert!(page.contains("머리글입니다.") && page.contains("하나"));
    for hidden in ["미번역", "Two", "More.", "Ours"] {
        assert!(!page.contains(hidden), "{hidden} is published");
    }
    let notice = page.split("class=\"translation-notice").nth(1).unwrap_or_default();
    assert!(notice.contains("Second"), "the notice names it: {notice:.400}");
}

#[test]
fn a_translated_section_below_a_marked_one_skips_no_level() {
    let site = TestSite::new();
    let body = "## One {#one}\n\nText.\n\n### Deep {#deep}\n\nMore text.";
    site.write("content/guides/b.en.md", guide("Beta", "", body));
    let body = "## [미번역] One {#one}\n\nText.\n\n### 깊은 곳 {#deep}\n\n더 깊은 글입니다.";
    site.write(B, translation("베타에 관한 결정 가이드", "", body));
    let ran = site.run_in(LOCALE, &["check"]);
    assert!(!ran.stderr.contains("heading-order"), "{}", ran.stderr);
}

/// Nothing has been recorded yet, and the lead, which comes before the first heading, is still marked.
#[test]
fn marked_parts_are_left_out_before_the_first_record_too() {
    let site = half_translated();
    let diagram = "\n\n```diagram\nkind = \"workflow\"\nid = \"way\"\ntitle = \"The way\"\ncaption = \"One step, and the end.\"\n\
                   [[steps]]\nid = \"a\"\nlabel = \"A\"\n[[steps]]\nid = \"z\"\nlabel = \"Z\"\ntype = \"end\"\n```";
    let source = site.read("content/guides/b.en.md");
    site.write("content/guides/b.en.md", [&source, diagram].concat());
    site.write(B, site.read(B).replace("머리글입니다.", "[미번역]\n\nLead."));
    let built = site.build(&["--strict"]);
    assert_eq!(built.code, 0, "{}", built.stderr);
    let page = site.read("site/ko/guides/b/index.html");
    assert!(page.contains("<h2 id=\"first\">") && page.contains("하나"), "{page}");
    for hidden in ["미번역", "Lead", "{#first}", "More."] {
        assert!(!page.contains(hidden), "{hidden} is published");
    }
    let notice = page.split("class=\"translation-notice").nth(1).unwrap_or_default();
    assert!(notice.contains("Second"), "the notice names it: {notice:.400}");
}

/// Links to sections that are still marked lead to the original.
#[test]
fn links_to_marked_sections_lead_to_the_original() {
    let site = TestSite::new();
    let body = "## First {#first}\n\nSee [more](#second).\n\n## Second {#second}\n\nMore.";
    site.write("content/guides/b.en.md", guide("Beta", "", body));
    let own = "## 처음 {#first}\n\n[더](#second) 봅니다.\n\n## [미번역] Second {#second}\n\nMore.";
    site.write(B, translation("베타", "", own));
    site.write("content/guides/c.en.md", guide("Gamma", "", "[Beta](b.md#second)"));
    site.write("content/guides/c.ko.md", translation("감마", "", "[베타](b.md#second)"));
    let built = site.build(&["--strict"]);
    assert_eq!(built.code, 0, "{}", built.stderr);
    for page in ["b", "c"] {
        let page = site.read(&format!("site/ko/guides/{page}/index.html"));
        assert!(page.contains("en/guides/b/#second\""), "{page}");
    }
}

/// Words of a part that cannot be read could not be marked.
#[test]
fn a_source_with_errors_is_not_translated() {
    let site = TestSite::new();
    let diagram =
        "```diagram\nkind = \"evidence\"\nid = \"proof\"\n[[items]]\nlabel = \"One\"\n```";
    site.write("content/guides/b.en.md", guide("Beta", "", diagram));
    let ran = site.run_in(LOCALE, &["translate", "guides/b"]);
    assert!(ran.code == 1 && ran.stderr.contains("caption"), "{}", ran.stderr);
    assert!(!site.path(B).exists());
}

#[test]
fn a_mark_in_the_source_language_is_an_error() {
    let site = TestSite::new();
    site.write(
        "content/guides/b.en.md",
        guide("Beta", "", "## [untranslated] First {#first}\n\nText."),
    );
    let ran = site.build(&[]);
    assert!(ran.code == 1 && ran.stderr.contains("[untranslated-original]"), "{}", ran.stderr);
}

#[test]
fn new_sections_items_keys_and_diagrams_are_inserted() {
    let site = TestSite::new();
    site.write(
        "content/guides/b.en.md",
        guide("Beta", "reviewer = \"Desk\"\n", &[BODY, "\n\n## Third {#third}\n\nEnd."].concat()),
    );
    site.write(
        B,
        translation(
            "베타",
            "",
            "머리글.\n\n## 처음 {#first}\n\n글.\n\n- [ ] 둘 {#two}\n\n## 셋 {#third}\n\n끝.",
        ),
    );
    let ran = site.run_in(LOCALE, &["sync", "guides/b"]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    let text = site.read(B);
    for part in [
        "reviewer = \"[미번역] Desk\"\n+++",
        "- [ ] [미번역] One {#one}\n- [ ] 둘 {#two}\n\n## [미번역] Second {#second}\n\nMore.\n\n## 셋 {#third}",
    ] {
        assert!(text.contains(part), "{part}:\n{text}");
    }
    let again = site.run_in(LOCALE, &["sync", "guides/b"]);
    assert!(again.stdout.contains("has every section"), "{}", again.stdout);
    assert_eq!(site.read(B), text);
}

#[test]
fn a_section_that_moved_in_the_source_moves_in_the_translation() {
    let site = TestSite::new();
    site.write(
        "content/guides/b.en.md",
        guide("Beta", "", "## B {#b}\n\nB.\n\n## C {#c}\n\nC.\n\n## A {#a}\n\nA."),
    );
    site.write(
        B,
        translation("베타", "", "## 가 {#a}\n\n가.\n\n## 나 {#b}\n\n나.\n\n## 다 {#c}\n\n다."),
    );
    assert_eq!(site.run_in(LOCALE, &["sync", "guides/b"]).code, 0);
    let text = site.read(B);
    assert!(text.contains("## 나 {#b}\n\n나.\n\n## 다 {#c}\n\n다.\n\n## 가 {#a}\n\n가."), "{text}");
}

#[test]
fn items_that_moved_in_the_source_move_in_the_translation() {
    let site = TestSite::new();
    let item = |id: &str, word: &str| format!("- [ ] {word} {{#{id}}}\n");
    let list = |ids: &str, word: fn(char) -> String| -> String {
        ids.chars().map(|id| item(&format!("item-{id}"), &word(id))).collect()
    };
    let english = |ids: &str| list(ids, |id| format!("Item {id}"));
    let korean = |ids: &str| list(ids, |id| format!("항목 {id}\n  둘째 줄"));
    // The lists of two sections before and after, in the source's order.
    let cases = [
        (["abc", "de"], ["cab", "de"]),
        (["abc", "de"], ["bca", "de"]),
        (["abc", "de"], ["ac", "dbe"]),
        (["abc", "de"], ["ab", "dec"]),
        (["abc", "de"], ["ab", "cde"]),
        (["abc", "de"], ["", "ebcad"]),
        (["", "abc"], ["ba", "c"]),
        (["abc", "de"], ["abcd", "e"]),
        (["abc", "de"], ["nbca", "de"]),
    ];
    for (before, after) in cases {
        let page = |[first, second]: [String; 2], [one, two, end]: [&str; 3]| {
            let first = [&*first, if first.is_empty() { "" } else { "\n" }].concat();
            format!("## {one} {{#one}}\n\n{first}## {two} {{#two}}\n\n{second}\n{end}")
        };
        let source = page(after.map(english), ["One", "Two", "End."]);
        site.write("content/guides/b.en.md", guide("Beta", "", &source));
        let words = ["하나", "둘", "끝."];
        site.write(B, translation("베타", "", &page(before.map(korean), words)));
        let ran = site.run_in(LOCALE, &["sync", "guides/b"]);
        assert_eq!(ran.code, 0, "{after:?}: {}", ran.stderr);
        let new = item("item-n", "항목 n\n  둘째 줄");
        let expected =
            page(after.map(korean), words).replace(&new, "- [ ] [미번역] Item n {#item-n}\n");
        assert!(site.read(B).contains(&expected), "{after:?}:\n{}", site.read(B));
    }
}

#[test]
fn a_diagram_moves_to_another_section_only() {
    let site = TestSite::new();
    let page = |[one, two]: [&str; 2], words: &str| {
        format!("## A {{#a}}\n\n{words}{one}\n\n{words}\n\n## B {{#b}}\n\n{words}{two}\n\n{words}")
    };
    let diagram = |label: &str| {
        format!(
            "\n\n```diagram\nkind = \"workflow\"\nid = \"way\"\ntitle = \"{label}\"\ncaption = \"{label}\"\n\
             [[steps]]\nid = \"a\"\nlabel = \"{label}\"\n[[steps]]\nid = \"z\"\nlabel = \"{label}\"\ntype = \"end\"\n```"
        )
    };
    let (english, korean) = (diagram("One"), diagram("하나"));
    site.write("content/guides/b.en.md", guide("Beta", "", &page([&english, ""], "Text.")));
    site.write(B, translation("베타", "", &page([&korean, ""], "글.\n\n글.")));
    let ran = site.run_in(LOCALE, &["sync", "guides/b"]);
    assert!(ran.stdout.contains("has every section"), "{}{}", ran.stdout, ran.stderr);
    site.write("content/guides/b.en.md", guide("Beta", "", &page(["", &english], "Text.")));
    assert_eq!(site.run_in(LOCALE, &["sync", "guides/b"]).code, 0);
    let text = site.read(B);
    let (first, second) = text.split_once("## B").expect("two sections");
    assert!(!first.contains("diagram") && second.contains(&korean), "{text}");
}

/// A new item at the end of a section stands before a new section behind it, and moves with its section.
#[test]
fn new_items_stand_in_their_sections() {
    let site = TestSite::new();
    let list = "## List {#list}\n\n- [ ] One {#one}\n- [ ] Two {#two}";
    let cases = [
        (
            [list, "\n\n## End {#end}\n\nEnd."].concat(),
            "## 목록 {#list}\n\n- [ ] 하나 {#one}\n- [ ] [미번역] Two {#two}\n\n## [미번역] End",
        ),
        (
            [list, "\n\n## A {#a}\n\nA.\n\n## B {#b}\n\nB."].concat(),
            "## 목록 {#list}\n\n- [ ] 하나 {#one}\n- [ ] [미번역] Two {#two}\n\n## 가 {#a}",
        ),
    ];
    for (source, part) in cases {
        site.write("content/guides/b.en.md", guide("Beta", "", &source));
        let a_and_b = "## 가 {#a}\n\n가.\n\n## 나 {#b}\n\n나.\n\n";
        let before = if source.contains("{#a}") { a_and_b } else { "" };
        let list = "## 목록 {#list}\n\n- [ ] 하나 {#one}\n";
        site.write(B, translation("베타", "", &[before, list].concat()));
        let ran = site.run_in(LOCALE, &["sync", "guides/b"]);
        assert_eq!(ran.code, 0, "{}", ran.stderr);
        let text = site.read(B);
        assert!(text.contains(part), "{part}:\n{text}");
        assert_eq!(site.run_in(LOCALE, &["sync", "guides/b"]).code, 0);
        assert_eq!(site.read(B), text, "a second time changes nothing");
    }
}

/// A pseudo-random sequence, the same in every run.
struct Random(u64);

impl Random {
    fn below(&mut self, most: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % most.max(1)
    }
}

fn texts(document: &Document, sources: &Sources) -> BTreeMap<String, String> {
    let file = sources.get(document.source).text().into_owned();
    let texts = ledger::section_texts(document, &file);
    let named = document.sections.iter().zip(texts);
    named
        .map(|(section, text)| {
            (section.id.to_string(), text.split_whitespace().collect::<Vec<_>>().join(" "))
        })
        .collect()
}

/// Makes one change to the source: a new section, a new item, an item that moves behind another, or two
/// sections that are swapped.
fn edit(document: &Document, file: &str, number: usize, random: &mut Random) -> String {
    let places_of = |wanted: fn(&SectionKind) -> bool| -> Vec<std::ops::Range<usize>> {
        let chosen = document.sections.iter().filter(|section| wanted(&section.kind));
        chosen.map(|section| section.span.range()).collect()
    };
    let headings = places_of(|kind| matches!(kind, SectionKind::Heading(2)));
    let tasks = places_of(|kind| *kind == SectionKind::Task);
    let mut text = file.to_owned();
    match random.below(4) {
        0 if !headings.is_empty() => {
            let at = headings[random.below(headings.len())].start;
            text.insert_str(
                at,
                &format!("## New {number} {{#new-{number}}}\n\nWords of {number}.\n\n"),
            );
        }
        1 if !tasks.is_empty() => {
            let at = tasks[random.below(tasks.len())].start;
            text.insert_str(at, &format!("- [ ] Item {number} {{#item-{number}}}\n"));
        }
        2 if !tasks.is_empty() => {
            let [from, to] = [(); 2].map(|()| tasks[random.below(tasks.len())].clone());
            let item = ["\n", file[from.clone()].trim_end()].concat();
            if from.end <= to.start {
                text.insert_str(to.end, &item);
                text.replace_range(from.start..from.end + 1, "");
            } else if to.end < from.start {
                text.replace_range(from.start - 1..from.end, "");
                text.insert_str(to.end, &item);
            }
        }
        _ if headings.len() > 1 => {
            let at = random.below(headings.len() - 1);
            let (first, second) = (&headings[at], &headings[at + 1]);
            let parts = [
                &file[..first.start],
                &file[second.clone()],
                "\n\n",
                file[first.start..second.start].trim_end(),
                &file[second.end..],
            ];
            text = parts.concat();
        }
        _ => text.push_str("\nOne more line.\n"),
    }
    text
}

fn longest(all: &[Translation]) -> Vec<&Translation> {
    let mut pages: Vec<&Translation> =
        all.iter().filter(|page| page.source.is_some() && page.document.is_some()).collect();
    pages.sort_by_key(|page| {
        std::cmp::Reverse(page.source.as_ref().map_or(0, |source| source.word_count))
    });
    pages.truncate(12);
    pages
}

#[test]
fn translated_text_survives_twenty_edits_of_each_long_page() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let original = load::load(root).expect("the guide");
    let (all, _) = pipeline::translations(&original);
    for page in longest(&all) {
        let (Some(source), Some(document)) = (&page.source, &page.document) else { continue };
        let before = texts(document, &original);
        let mut random = Random(page.place.name().len() as u64 * 7919 + 17);
        let mut sources = only(&original, &[source.source, document.source]);
        let source = sources.find(original.get(source.source).path.as_str()).expect("the source");
        for number in 0..20 {
            let (all, _) = pipeline::translations(&sources);
            let now = all.iter().find(|other| other.place == page.place).expect("the page");
            let file = sources.get(source).text().into_owned();
            let edited = edit(now.source.as_ref().expect("a source"), &file, number, &mut random);
            sources.replace(source, edited.into());
            sync(page, &mut sources);
        }
        let (all, _) = pipeline::translations(&unmarked(&sources));
        let last = all.iter().find(|other| other.place == page.place).expect("the page");
        let after = texts(last.document.as_ref().expect("a translation"), &sources);
        for (id, text) in &before {
            assert_eq!(after.get(id), Some(text), "{} {id}", page.place.name());
        }
        let missing = last.pairs.iter().filter(|pair| pair.translation.is_none()).count();
        assert_eq!(missing, 0, "{} lacks sections", page.place.name());
        let displaced: Vec<&str> =
            last.pairs.iter().filter(|pair| pair.displaced).map(|pair| last.id_of(pair)).collect();
        assert_eq!(displaced, Vec::<&str>::new(), "{}", page.place.name());
        let translated = last.document.as_ref().expect("a translation").source;
        let before = sources.get(translated).text().into_owned();
        sync(page, &mut sources);
        assert_eq!(
            sources.get(translated).text(),
            before,
            "{}: a second time changes nothing",
            page.place.name()
        );
    }
}

/// Returns the settings and those files of `all` that are in `files`.
fn only(all: &Sources, files: &[SourceId]) -> Sources {
    let mut sources = Sources::default();
    for id in files.iter().copied().chain(all.find("guide.toml")) {
        let source = all.get(id);
        sources.add(Source {
            path: source.path.clone(),
            bytes: source.bytes.clone(),
            built_in: false,
        });
    }
    sources
}

/// Adds the new sections to the page, as the command does.
fn sync(page: &Translation, sources: &mut Sources) {
    let (all, _) = pipeline::translations(&unmarked(sources));
    let now = all.iter().find(|other| other.place == page.place).expect("the page");
    let (Some(source), Some(document)) = (&now.source, &now.document) else { return };
    let [source, file] =
        [source, document].map(|document| sources.get(document.source).text().into_owned());
    let files = PairTexts { source: &source, translation: &file };
    if let Some(synced) = scaffold::sync(now, files, parse::front_matter(page.place.kind)) {
        sources.replace(document.source, synced.text.into());
    }
}

fn unmarked(sources: &Sources) -> Sources {
    let mut all = sources.clone();
    for (id, source) in sources.below("content/") {
        let text = source.text();
        let plain = UNTRANSLATED
            .iter()
            .fold(text.to_string(), |text, mark| text.replace(mark, &"x".repeat(mark.len())));
        if *plain != *text {
            all.replace(id, plain.into());
        }
    }
    all
}

#[test]
fn the_longest_pages_can_be_translated_again() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let sources = load::load(root).expect("the guide");
    let (all, _) = pipeline::translations(&sources);
    let site = TestSite::empty();
    for entry in walkdir::WalkDir::new(root.join("content")) {
        let entry = entry.expect("a readable folder");
        if entry.file_type().is_file() {
            let path = entry.path().strip_prefix(root).expect("below").display().to_string();
            site.write(&path, fs::read(entry.path()).expect("a file"));
        }
    }
    site.write("guide.toml", fs::read(root.join("guide.toml")).expect("settings"));
    for page in longest(&all) {
        site.remove(&page.place.file());
        site.remove(&page.place.file().replace(".md", ".ledger"));
    }
    let ran = site.run_in(LOCALE, &["translate", "--all"]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    assert_eq!(ran.stdout.matches("content/").count(), 12);
    let status = site.run_in(LOCALE, &["status", "--json"]).stdout;
    assert_eq!(
        status.matches("\"language\":\"ko\",\"state\":\"begun\"").count(),
        12,
        "{status:.2000}"
    );
    let built = site.build(&[]);
    assert_eq!(built.code, 0, "{}", built.stderr);
    assert!(!built.stderr.contains("미번역"), "{}", built.stderr);
}
