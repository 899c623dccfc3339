//! The pages, addresses and files that are made of the content.

use std::{fs, path::Path};

use super::built;
use crate::support::{SETTINGS, TestSite, guide, translation};

#[test]
fn settings_and_content_alone_make_a_site() {
    let site = TestSite::new();
    let ran = built(&site);
    assert!(ran.stdout.contains("Built 2 pages (English 1, Korean 1)"), "{}", ran.stdout);
    let files = site.tree("site");
    for page in [
        "index.html",
        "404.html",
        "en/index.html",
        "ko/index.html",
        "en/guides/index.html",
        "ko/guides/index.html",
        "en/guides/a/index.html",
        "ko/guides/a/index.html",
    ] {
        assert!(files.contains_key(page), "{page} is missing: {:?}", files.keys());
    }
    let korean = site.read("site/ko/guides/a/index.html");
    assert!(korean.contains("알파") && korean.contains("2026년 11월 22일"), "{korean}");
}

#[test]
fn a_site_without_content_is_built_too() {
    let site = TestSite::empty();
    site.write("guide.toml", SETTINGS);
    built(&site);
    assert!(site.read("site/ko/index.html").contains("결정 가이드"));
}

#[test]
fn unusual_but_valid_input_works() {
    let plain = TestSite::new();
    built(&plain);

    let crlf = TestSite::new();
    for path in ["content/guides/a.en.md", "content/guides/a.ko.md", "guide.toml"] {
        let text = crlf.read(path).replace('\n', "\r\n");
        crlf.write(path, format!("\u{feff}{text}"));
    }
    built(&crlf);
    assert!(crlf.tree("site") == plain.tree("site"), "a BOM and CRLF change nothing");

    let tabs = TestSite::new();
    tabs.write("content/guides/a.en.md", "+++\t\ntitle\t=\t\"Alpha\"\ndescription = \"What Alpha is about, and what it asks of those who decide.\"\npublished = 2026-11-22\n+++\n\n## First {#first}\n\nText.\n");
    built(&tabs);
    assert!(tabs.tree("site") == plain.tree("site"), "tabs change nothing");
}

/// macOS stores Hangul names decomposed.
#[test]
fn decomposed_file_names_are_the_same_page() {
    let decomposed = "\u{1112}\u{1161}\u{11ab}\u{1100}\u{1173}\u{11af}";
    let site = TestSite::new();
    site.write(&format!("content/guides/{decomposed}.en.md"), guide("Hangul", "", "Text."));
    site.write(&format!("content/guides/{decomposed}.ko.md"), translation("한글", "", "글."));
    site.write("content/guides/b.en.md", guide("Beta", "", "[Hangul](한글.md)"));
    built(&site);
    let page = site.read("site/en/guides/b/index.html");
    assert!(page.contains("/en/guides/%ED%95%9C%EA%B8%80/"), "{page}");
    assert!(site.path("site/ko/guides/한글/index.html").exists());
}

#[test]
fn a_page_in_one_language_is_never_listed_in_the_other() {
    let site = TestSite::new();
    site.write("content/guides/b.en.md", guide("Beta", "", "Text."));
    site.write(
        "content/guides/c.en.md",
        guide("Gamma", "related = [\"b\"]\n", "See [Beta](b.md)."),
    );
    site.write("content/guides/c.ko.md", translation("감마", "", "[베타](b.md)를 보세요."));
    site.write(
        "content/guides/d.ko.md",
        translation("델타", "source_language = \"ko\"\npublished = 2026-11-22\n", "글."),
    );
    built(&site);
    assert!(!site.path("site/ko/guides/b").exists() && !site.path("site/en/guides/d").exists());
    assert!(!site.read("site/ko/guides/index.html").contains("Beta"));
    assert!(!site.read("site/en/guides/index.html").contains("델타"));
    assert!(site.read("site/ko/guides/index.html").contains("델타"));
    for single in ["site/en/guides/b/index.html", "site/ko/guides/d/index.html"] {
        assert!(!site.read(single).contains("hreflang=\"x-default\""), "{single}");
    }
    let korean = site.read("site/ko/guides/c/index.html");
    assert!(korean.contains("<a href=\"/en/guides/b/\" hreflang=\"en\">베타 <small"), "{korean}");
    assert_eq!(korean.matches("/en/guides/b/").count(), 1, "related pages leave it out");
}

#[test]
fn drafts_are_built_only_when_asked_for() {
    let site = TestSite::new();
    site.write("content/guides/b.en.md", guide("Beta", "draft = true\n", "Text."));
    site.write("content/guides/b.ko.md", translation("베타", "", "글."));
    built(&site);
    assert!(!site.path("site/en/guides/b").exists() && !site.path("site/ko/guides/b").exists());
    assert_eq!(site.build(&["--drafts"]).code, 0);
    assert!(site.path("site/en/guides/b/index.html").exists());
    assert!(site.path("site/ko/guides/b/index.html").exists());
}

#[test]
fn aliases_lead_to_both_languages() {
    let site = TestSite::new();
    site.write(
        "content/guides/a.en.md",
        guide("Alpha", "aliases = [\"guides/old\", \"older/one\"]\n", "Text."),
    );
    built(&site);
    for (old, new) in [("en/guides/old", "/en/guides/a/"), ("ko/older/one", "/ko/guides/a/")] {
        let page = site.read(&format!("site/{old}/index.html"));
        assert!(page.contains(&format!("url={new}")), "{page}");
        assert!(page.contains(&format!("https://guide.example{new}")), "{page}");
        assert!(!page.contains("noindex"), "{page}");
    }
}

#[test]
fn a_site_below_a_path_links_below_it() {
    let site = TestSite::new();
    site.write("content/guides/b.en.md", guide("Beta", "", "[Alpha](a.md) [root](/en/guides/)"));
    assert_eq!(site.build(&["--base-url", "https://host.example/ai/guide/"]).code, 0);
    for (path, bytes) in site.tree("site") {
        if !path.ends_with(".html") {
            continue;
        }
        let text = String::from_utf8(bytes).expect("text");
        for link in text.split(" href=").skip(1) {
            let link = link.trim_start_matches('"');
            let fits = link.starts_with("/ai/guide/")
                || link.starts_with('#')
                || link.starts_with("https://host.example/ai/guide/");
            assert!(fits, "{path}: {}", &link[..40.min(link.len())]);
        }
    }
}

#[test]
fn assets_are_published_under_their_hash() {
    let site = TestSite::new();
    site.write("content/guides/img/pixel.png", include_bytes!("../fixtures/pixel.png"));
    site.write("content/guides/data.csv", "a,b\n1,2\n");
    site.write("static/robots.txt", "User-agent: *\n").write("static/.well-known/x.txt", "x");
    site.write(
        "content/guides/b.en.md",
        guide("Beta", "", "![A pixel](img/pixel.png \"A caption\")\n\n[Data](data.csv)"),
    );
    built(&site);
    let page = site.read("site/en/guides/b/index.html");
    let image = "<figure class=\"picture\"><img src=\"/assets/guides/img/pixel.";
    assert!(page.contains(image) && page.contains("width=\"1\" height=\"1\""), "{page}");
    assert!(page.contains("<figcaption>A caption</figcaption>"), "{page}");
    assert!(page.contains("href=\"/assets/guides/data."), "{page}");
    assert_eq!(site.read("site/robots.txt"), "User-agent: *\n");
    assert_eq!(site.read("site/.well-known/x.txt"), "x");
}

/// Returns the published folders of assets, and their names in the manifest.
fn asset_folders(site: &TestSite) -> Vec<String> {
    let is_listed =
        |path: &String| site.read("site/.giljabi/manifest.json").contains(path.as_str());
    let styles = site.tree("site").into_keys().filter(|path| path.ends_with("/site.css"));
    styles.inspect(|path| assert!(is_listed(path), "{path}")).collect()
}

#[test]
fn the_assets_of_the_build_before_stay_for_one_more() {
    let site = TestSite::new();
    let build = |color: &str| {
        site.write("static/assets/site.css", format!("a {{ color: {color} }}"));
        assert_eq!(site.build(&["--precompress"]).code, 0);
        asset_folders(&site)
    };
    let first = build("red");
    assert_eq!(first.len(), 1);
    assert_eq!(build("red"), first, "an unchanged theme has the same folder");
    let both = build("blue");
    assert_eq!(both.len(), 2);
    assert!(both.contains(&first[0]));
    let page = site.read("site/en/guides/a/index.html");
    assert!(page.contains(both.iter().find(|path| **path != first[0]).expect("the new one")));
    let last = build("green");
    assert_eq!(last.len(), 2);
    assert!(!last.contains(&first[0]), "the first is gone");
    assert_eq!(build("green").len(), 1);
    let folders = std::fs::read_dir(site.path("site/assets")).expect("a folder");
    assert_eq!(folders.count(), 1, "nothing is left of the others");
}

#[test]
fn styles_and_scripts_are_published_as_written_where_minifying_is_switched_off() {
    let site = TestSite::new();
    let (style, script) = ("a { color: red; }\n", "// What.\nexport const a = 1;\n");
    site.write("guide.toml", format!("minify = false\n{SETTINGS}"));
    site.write("static/assets/site.css", style).write("static/assets/a.js", script);
    built(&site);
    let published = |name: &str| {
        let mut files = site.tree("site").into_iter();
        let file = files.find(|(path, _)| path.ends_with(name)).expect("an asset");
        String::from_utf8(file.1).expect("text")
    };
    assert_eq!((published("/site.css"), published("/a.js")), (style.into(), script.into()));
}

#[test]
fn long_korean_titles_and_empty_bodies_are_complete() {
    let site = TestSite::new();
    let title = "가나다라마바사아자차".repeat(30);
    site.write("content/guides/b.en.md", guide("Beta", "", ""));
    site.write("content/guides/b.ko.md", translation(&title, "", ""));
    built(&site);
    assert!(site.read("site/ko/guides/b/index.html").matches(&title).count() >= 2);
}

#[test]
fn markup_in_words_is_text() {
    let site = TestSite::new();
    site.write(
        "content/guides/b.en.md",
        guide("Alpha <script>alert(1)</script> & 'co'", "", "## A <b>bold</b> & \\<script>\n\nx"),
    );
    built(&site);
    for (path, bytes) in site.tree("site") {
        if path.ends_with(".html") {
            let text = String::from_utf8(bytes).expect("text");
            // Structured data is data, and modules belong to the theme.
            let rest = text.replace("<script type=\"application/ld+json\">", "");
            let rest = rest.replace("<script type=\"module\" src=\"/assets/", "");
            assert!(!rest.contains("<script"), "{path}: {text}");
        }
    }
}

/// Returns the files in README: the name of each in a line of its own or above a block, then
/// the block.
fn files_of_readme() -> Vec<(String, String)> {
    let readme = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md"));
    let readme = readme.expect("README.md");
    let mut files = Vec::new();
    let mut name = String::new();
    let mut parts = readme.split("```");
    while let (Some(text), Some(block)) = (parts.next(), parts.next()) {
        if let Some(named) = text.rsplit('`').nth(1).filter(|named| !named.contains(' ')) {
            name = named.to_owned();
        }
        let (kind, content) = block.split_once('\n').unwrap_or_default();
        if matches!(kind, "toml" | "markdown") {
            files.push((name.clone(), content.to_owned()));
        }
    }
    files
}

#[test]
fn the_first_example_of_the_readme_is_a_site() {
    let site = TestSite::empty();
    let files = files_of_readme();
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["guide.toml", "content/guides/first.en.md"]);
    for (name, content) in &files {
        site.write(name, content);
    }
    let ran = site.build(&["--strict"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
}

#[test]
fn readers_are_named_by_their_teams() {
    let site = TestSite::new();
    let profile = |title: &str, team: &str| {
        format!("+++\ntitle = \"{title}\"\ndescription = \"For {title}.\"\n{team}+++\n\nText.\n")
    };
    for (slug, team) in [("buyer", "procurement"), ("maker", "product")] {
        let page = |lang: &str| format!("content/profiles/{slug}.{lang}.md");
        site.write(&page("en"), profile(slug, &format!("team = \"{team}\"\n")));
        site.write(&page("ko"), profile(slug, ""));
    }
    let audience = "audience = [\"buyer\", \"maker\"]\n";
    site.write("content/guides/a.en.md", guide("Alpha", audience, "Text."));
    site.write("content/guides/a.ko.md", translation("알파", "", "글."));
    built(&site);
    let line = |lang: &str| {
        let page = site.read(&format!("site/{lang}/guides/a/index.html"));
        let (_, from) = page.split_once("class=\"audience\">").expect("the line");
        let (line, _) = from.split_once("</p>").expect("its end");
        let tags = line.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text));
        tags.collect::<String>()
    };
    assert_eq!(line("en"), "For: procurement and product");
    // A profile without `team` is named by its title.
    assert_eq!(line("ko"), "대상: buyer, maker");
}

#[test]
fn a_release_leads_to_those_beside_it() {
    let site = TestSite::new();
    for (minor, name) in ["first", "second", "third"].into_iter().enumerate() {
        for lang in ["en", "ko"] {
            let facts = match lang {
                "en" => format!("version = \"v1.{minor}.0\"\nreleased = 2026-0{}-01\n", minor + 1),
                _ => String::new(),
            };
            let page = format!(
                "+++\ntitle = \"{name}\"\ndescription = \"About {name}.\"\n{facts}+++\n\nText.\n"
            );
            site.write(&format!("content/changelog/v1.{minor}.0.{lang}.md"), page);
        }
    }
    built(&site);
    let around = |minor: u8| {
        let page = site.read(&format!("site/en/changelog/v1.{minor}.0/index.html"));
        let around = page.split_once("class=\"around\"").map(|(_, around)| around.to_owned());
        around.and_then(|around| Some(around.split_once("</nav>")?.0.to_owned())).expect("links")
    };
    assert!(around(0).contains("second") && !around(0).contains("first"));
    assert!(around(1).contains("first") && around(1).contains("third"));
    assert!(around(2).contains("second") && !around(2).contains("third"));
}

#[test]
fn noindex_applies_to_translations_too() {
    let site = TestSite::new();
    let body = "Text.";
    site.write("content/guides/b.en.md", guide("Beta", "[seo]\nnoindex = true\n", body));
    site.write("content/guides/b.ko.md", translation("베타", "", "글."));
    built(&site);
    for lang in ["en", "ko"] {
        let page = site.read(&format!("site/{lang}/guides/b/index.html"));
        assert!(page.contains("noindex"), "{lang}: {page}");
        let feed = site.read(&format!("site/{lang}/feed.xml"));
        assert!(!feed.contains("guides/b/"), "{lang}: {feed}");
    }
    assert!(!site.read("site/ko/guides/a/index.html").contains("noindex"));
}
