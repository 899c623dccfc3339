//! The files for search engines, messengers, feed readers and servers: the exact outputs of the
//! real program for a small site that has all features.

use std::{fs, io::Cursor, path::Path};

use crate::support::{SETTINGS, TestSite, assert_golden, assert_no_orphans, guide, translation};
use giljabi::diag::sentence;
use giljabi::model::Lang;

/// Returns a site with each kind of page, a diagram, a redirect, and a publisher.
fn site() -> TestSite {
    let site = TestSite::empty();
    site.write("guide.toml", WHOLE);
    site.write(
        "content/guides/support.en.md",
        guide("Support", "updated = 2026-12-01\ntopic = \"evaluation\"\naudience = [\"buyer\"]\nfeed_id = \"help\"\naliases = [\"guides/help\"]\n", BODY),
    );
    let korean = BODY.replace("\"A\"", "\"가\"").replace("\"B\"", "\"나\"");
    site.write("content/guides/support.ko.md", translation("고객 <지원>", "", &korean));
    site.write("content/guides/only.en.md", guide("Only here", "", "Text & more."));
    site.write("content/guides/hidden.en.md", guide("Hidden", "[seo]\nnoindex = true\n", "Text."));
    site.write(
        "content/profiles/buyer.en.md",
        translation("Buyer", "path = [\"guides/support\"]\n", ""),
    );
    site.write("content/profiles/buyer.ko.md", translation("구매자", "", ""));
    site.write(
        "content/checklists/before.en.md",
        translation(
            "Before",
            "published = 2026-11-20\n",
            "- [ ] Ask **twice**. {#ask}\n- [ ] Write it `down`.",
        ),
    );
    site.write("content/rankings/first.en.md", RANKING);
    for (version, day) in [("v1.9.0", "2026-11-01"), ("v1.10.0-gates", "2026-11-21")] {
        site.write(
            &format!("content/changelog/{version}.en.md"),
            translation(
                version,
                &format!("version = \"{version}\"\nreleased = {day}\nhighlights = [\"Gates\"]\n"),
                "More.",
            ),
        );
    }
    site
}

const WHOLE: &str = r#"base_url = "https://guide.example:8443/ai"
retired = ["guides/gone"]

[title]
en = "Decision guide"
ko = "결정 가이드"

[description]
en = "Short guides & lists."
ko = "짧은 가이드입니다."

[topics]
evaluation = { en = "Evaluation", ko = "평가", label = { en = "Evaluation guide", ko = "평가 가이드" } }

[publisher]
name = { en = "Example Ltd", ko = "예시 주식회사" }
url = "https://example.com"

[subscription]
endpoint = "https://mail.example/subscribe?list=1"

[verification]
google = "google-token"
naver = "naver-token"
"#;

const BODY: &str = r#"## Start {#start}

See [only](only.md), [this](#start) and [the list](../checklists/before.md).

> [!NOTE]
> Mind the `gate`.

- [x] Done

```diagram
kind = "workflow"
id = "flow"
title = "Flow"
caption = "How it goes"
[[steps]]
id = "a"
label = "A"
[[steps]]
id = "b"
label = "B"
```
"#;

const RANKING: &str = r#"+++
title = "First"
description = "What to automate first, in order."
published = 2026-11-19

[criteria.risk]
label = "Risk"

[items.one]
label = "One"
scores = { risk = 2 }

[items.two]
label = "Two"
guide = "support"
scores = { risk = 4 }
+++
"#;

fn golden(name: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/generated_files").join(name)
}

const FILES: [&str; 10] = [
    "_headers",
    "_redirects",
    "robots.txt",
    "llms.txt",
    "sitemap.xml",
    "releases.json",
    "ko/versions/0.json",
    "en/feed.xml",
    "ko/feed.json",
    "ko/site.webmanifest",
];

/// Pages whose structured data and metadata are compared.
const PAGES: [&str; 9] = [
    "",
    "en/",
    "ko/guides/",
    "en/guides/support/",
    "ko/guides/support/",
    "en/checklists/before/",
    "en/rankings/first/",
    "en/profiles/buyer/",
    "en/changelog/v1.10.0-gates/",
];

fn name_of(path: &str) -> String {
    path.trim_end_matches('/').replace('/', "-")
}

fn page_golden(page: &str) -> String {
    format!("head-{}.txt", if page.is_empty() { "entry".to_owned() } else { name_of(page) })
}

/// Returns the text without hashes of styles and keys of images, which depend on other files.
fn without_hashes(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) =
        ["'sha256-", ".png?v="].iter().filter_map(|m| Some(rest.find(m)? + m.len())).min()
    {
        out.push_str(&rest[..at]);
        let end = rest[at..].find(|c: char| !c.is_ascii_alphanumeric() && !"+/=".contains(c));
        rest = &rest[at + end.unwrap_or(rest.len() - at)..];
        out.push('…');
    }
    out + rest
}

/// Writes one tag per line, so that differences are readable.
fn by_tag(text: &str) -> String {
    text.replace("><", ">\n<") + "\n"
}

#[test]
fn generated_files_match_their_golden_files() {
    let site = site();
    let ran = site.build(&[]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    for file in FILES {
        let text = without_hashes(&site.read(&format!("site/{file}")));
        let text = if file.ends_with(".xml") { by_tag(&text) } else { text };
        assert_golden(&golden(&name_of(file)), &text);
    }
    for page in PAGES {
        let text = site.read(&format!("site/{page}index.html"));
        assert_golden(&golden(&page_golden(page)), &without_hashes(&head(&text)));
    }
    let nginx = site.run_in("C", &["nginx"]);
    assert_eq!(nginx.code, 0, "{}", nginx.stderr);
    assert_golden(&golden("nginx.conf"), &without_hashes(&nginx.stdout));
}

/// Returns the metadata of a page and its structured data, indented.
fn head(page: &str) -> String {
    let head = page.split("</head>").next().unwrap_or_default();
    let (before, rest) = head.split_once("<script type=\"application/ld+json\">").expect("data");
    let (data, after) = rest.split_once("</script>").expect("its end");
    let data: serde_json::Value = serde_json::from_str(data).expect("JSON");
    let tags = [before, after].concat();
    let tags = tags.split('<').map(str::trim).filter(|tag| {
        ["title>", "link rel=\"canonical", "link rel=\"alternate", "meta property", "meta name=\""]
            .iter()
            .any(|wanted| tag.starts_with(wanted))
            || tag.contains("verification")
            || tag.contains("twitter")
    });
    let tags: Vec<&str> = tags.collect();
    format!("{}\n{}\n", tags.join("\n"), serde_json::to_string_pretty(&data).expect("JSON"))
}

#[test]
fn every_golden_file_is_used() {
    let files = FILES.iter().map(|file| name_of(file));
    let pages = PAGES.iter().map(|page| page_golden(page));
    let names: Vec<String> = files.chain(pages).chain(["nginx.conf".to_owned()]).collect();
    assert_no_orphans(&golden(""), &names);
}

#[test]
fn missing_features_have_no_files() {
    let site = TestSite::empty();
    site.write("guide.toml", SETTINGS);
    site.write("content/pages/p.en.md", translation("Page", "", "Text."));
    assert_eq!(site.build(&[]).code, 0);
    let files = site.tree("site");
    for absent in ["_redirects", "releases.json", "en/feed.xml", "en/changelog/feed.json"] {
        assert!(!files.contains_key(absent), "{absent}");
    }
    assert!(!site.read("site/en/index.html").contains("application/atom+xml"));
    // A page without a date has none in the sitemap.
    assert!(!site.read("site/sitemap.xml").contains("lastmod"));
}

#[test]
fn a_sites_own_file_replaces_the_generated_one() {
    let site = TestSite::new();
    site.write("static/robots.txt", "User-agent: *\nDisallow: /\n");
    site.write("static/favicon.ico", "mine");
    assert_eq!(site.build(&[]).code, 0);
    assert_eq!(site.read("site/favicon.ico"), "mine");
    assert!(site.read("site/robots.txt").contains("Disallow"));
}

#[test]
fn own_rules_for_hosts_are_added_to_the_generated_ones() {
    let site = TestSite::new();
    site.write("static/files/a.pdf", "x");
    site.write(
        "static/_headers",
        "# mine\n/*\n\tX-Mine:  yes\n\n/files/*\n  Cache-Control: max-age=60\n",
    );
    site.write("static/_redirects", "/old/*   /en/:splat  301\n/away https://other.example/ 302\n");
    let ran = site.build(&["--strict"]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    let headers = site.read("site/_headers");
    assert!(headers.starts_with("/*\n  Content-Security-Policy: default-src 'none';"), "{headers}");
    assert!(
        headers.ends_with("/*\n  X-Mine: yes\n/files/*\n  Cache-Control: max-age=60\n"),
        "{headers}"
    );
    let redirects = "/old/* /en/:splat 301\n/away https://other.example/ 302\n";
    assert_eq!(site.read("site/_redirects"), redirects);
    // Rules for pages come first: hosts apply the first match.
    site.write("content/guides/b.en.md", guide("Beta", "aliases = [\"guides/old\"]\n", "x"));
    assert_eq!(site.build(&[]).code, 0);
    let own = "/en/guides/old/ /en/guides/b/ 301\n";
    assert_eq!(site.read("site/_redirects"), [own, redirects].concat());
}

#[test]
fn redirects_beyond_the_limits_of_hosts_are_reported() {
    let site = TestSite::new();
    let rules = |count: usize, rule: &str| -> String {
        (0..count).map(|at| rule.replace("N", &at.to_string())).collect()
    };
    let warnings = |text: String| {
        site.write("static/_redirects", text);
        let ran = site.build(&[]);
        assert_eq!(ran.code, 0, "{}", ran.stderr);
        let lines = ran.stderr.lines().filter(|line| line.starts_with("warning[host-limit]"));
        lines.map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(
        warnings(rules(2_000, "/a/N /en/ 301\n") + &rules(100, "/b/N/* /en/ 301\n")),
        Vec::<String>::new()
    );
    let passed = warnings(rules(2_001, "/a/N /en/ 301\n") + &rules(101, "/b/N/* /en/ 301\n"));
    assert_eq!(
        passed,
        [
            "warning[host-limit]: Cloudflare Pages takes 2000 redirects, and here are 2001",
            "warning[host-limit]: Cloudflare Pages takes 100 redirects with “*” or “:”, and here are 101",
        ]
    );
    let long = format!("/{} /en/ 301\n", "a".repeat(1_000));
    assert_eq!(
        warnings(long),
        [
            "warning[host-limit]: Cloudflare Pages takes 1000 characters in a redirect, and here are 1010"
        ]
    );
    let many = warnings(rules(10_000, "/a/N /en/ 301\n"));
    assert!(many.iter().any(|line| line.contains("Netlify takes 9999")), "{many:?}");
    // Aliases count once for every language.
    let aliases: String = (0..1_001).map(|at| format!("\"guides/o{at}\", ")).collect();
    let more = format!("aliases = [{aliases}]\n");
    site.write("content/guides/b.en.md", guide("Beta", &more, "x"));
    site.write("content/guides/b.ko.md", crate::support::translation("베타", "", "글"));
    assert!(warnings(String::new())[0].ends_with("here are 2002"));
}

#[test]
fn icons_cannot_contain_files_of_the_machine() {
    let site = TestSite::new();
    let other = site.path("other.svg").display().to_string();
    let icon = |inside: &str| {
        format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 24 24\">{inside}</svg>")
    };
    let image = format!("<image href=\"{other}\" width=\"24\" height=\"24\"/>");
    site.write("static/assets/icon.svg", icon(&image));
    site.write("other.svg", icon("<rect width=\"24\" height=\"24\" fill=\"red\"/>"));
    let ran = site.build(&[]);
    assert_eq!(ran.code, 1, "{}", ran.stderr);
    assert!(ran.stderr.contains("it has a picture that is not drawn"), "{}", ran.stderr);
}

/// A drawing program may save a logo as a picture inside a drawing.
#[test]
fn pictures_inside_an_icon_are_drawn() {
    let site = TestSite::new();
    // A red pixel, as PNG, and a green one, as GIF.
    let pixel = [
        "png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC",
        "gif;base64,R0lGODdhAQABAIEAAACAAAAAAAAAAAAAACwAAAAAAQABAAAIBAABBAQAOw==",
    ];
    let drawn = pixel.map(|data| {
        let image = format!("<image href=\"data:image/{data}\" width=\"24\" height=\"24\"/>");
        let icon = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 24 24\">{image}</svg>"
        );
        site.write("static/assets/icon.svg", icon);
        let ran = site.build(&[]);
        assert_eq!(ran.code, 0, "{}", ran.stderr);
        let file = site.tree("site").remove("icon-512.png").expect("an icon");
        middle(&file)
    });
    assert_eq!(drawn, [[255, 0, 0], [0, 128, 0]]);
}

/// What draws a picture says nothing if it cannot: here half of a pixel, and a frame of a GIF that is far
/// larger than its screen.
#[test]
fn pictures_that_cannot_be_drawn_are_told() {
    let site = TestSite::new();
    for data in [
        "png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4",
        "gif;base64,R0lGODdhAQABAIEAAACAAAAAAAAAAAAAACwAAAAAECcQJwAIBAABBAQAOw==",
    ] {
        let image = format!("<image href=\"data:image/{data}\" width=\"24\" height=\"24\"/>");
        let icon =
            ["<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 24 24\">", &image, "</svg>"];
        site.write("static/assets/icon.svg", icon.concat());
        let ran = site.build(&[]);
        assert_eq!(ran.code, 1, "{data}");
        assert!(ran.stderr.contains("it has a picture that is not drawn"), "{}", ran.stderr);
    }
}

/// Returns the colour in the middle of a PNG without an alpha channel.
fn middle(file: &[u8]) -> [u8; 3] {
    let mut reader = png::Decoder::new(Cursor::new(file)).read_info().expect("a PNG");
    let mut pixels = vec![0; reader.output_buffer_size().expect("a size")];
    let info = reader.next_frame(&mut pixels).expect("pixels");
    let at = info.line_size * (info.height as usize / 2) + info.width as usize / 2 * 3;
    [pixels[at], pixels[at + 1], pixels[at + 2]]
}

/// The id of an entry consists of the first addresses of site and page.
#[test]
fn a_page_that_moves_keeps_its_id_in_feeds() {
    let site = TestSite::new();
    assert_eq!(site.build(&[]).code, 0);
    let id = "<id>tag:guide.example,2026:/en/guides/a/</id>";
    assert!(site.read("site/en/feed.xml").contains(id));
    let text = site.read("content/guides/a.en.md");
    site.remove("content/guides/a.en.md");
    let korean = site.read("content/guides/a.ko.md");
    site.remove("content/guides/a.ko.md");
    site.write("content/guides/b.ko.md", korean);
    site.write("content/guides/b.en.md", &text);
    // The key that the build suggests preserves the id.
    let ran = site.build(&["--published"]);
    assert!(ran.stderr.contains("feed_id = \"a\""), "{}", ran.stderr);
    let keys = "aliases = [\"older/one\", \"guides/a\"]\nfeed_id = \"a\"\npublished";
    site.write("content/guides/b.en.md", text.replacen("published", keys, 1));
    let moved = SETTINGS.replace("https://guide.example", "https://new.example/ai");
    site.write("guide.toml", format!("first_base_url = \"https://guide.example\"\n{moved}"));
    let ran = site.build(&["--strict", "--published"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    assert!(site.read("site/en/feed.xml").contains(id));
    assert!(site.read("site/ko/feed.xml").contains("tag:guide.example,2026:/ko/guides/a/"));
    assert!(site.read("site/_redirects").contains("/ko/guides/a/ /ai/ko/guides/b/ 301"));
}

#[test]
fn missing_pages_are_reported_until_they_are_retired_or_redirected() {
    let site = TestSite::new();
    site.write("content/guides/b.en.md", guide("Beta", "", "Text."));
    site.write("content/checklists/c.en.md", translation("Gamma", "", "- [ ] Task."));
    assert_eq!(site.build(&[]).code, 0);
    site.remove("content/guides/b.en.md");
    site.remove("content/checklists/c.en.md");
    // A second build still reports the page, and also the missing list.
    for _ in 0..2 {
        let ran = site.build(&["--published"]);
        assert_eq!((ran.code, ran.stderr.matches("page-gone").count()), (0, 3), "{}", ran.stderr);
        assert!(ran.stderr.contains("/en/checklists/,"), "{}", ran.stderr);
    }
    site.write("guide.toml", format!("retired = [\"guides/b\"]\n{SETTINGS}"));
    let aliases = "aliases = [\"checklists\", \"checklists/c\"]\n";
    site.write("content/guides/a.en.md", guide("Alpha", aliases, "## First {#first}\n\nText."));
    let ran = site.build(&["--strict", "--published"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    let snippet = site.run_in("C", &["nginx"]).stdout;
    assert!(snippet.contains("location = \"/en/guides/b/\" { return 410; }"), "{snippet}");
    assert!(snippet.contains("location = \"/en/guides/b\" { return 410; }"), "{snippet}");
}

/// Following the hint must not remove the page in the other language.
#[test]
fn a_page_removed_in_one_language_is_retired_in_that_one() {
    let site = TestSite::new();
    assert_eq!(site.build(&[]).code, 0);
    site.remove("content/guides/a.ko.md");
    let ran = site.build(&["--published"]);
    assert!(ran.stderr.contains("\"ko/guides/a\" to “retired”"), "{}", ran.stderr);
    let retire = |names: &str| site.write("guide.toml", format!("retired = [{names}]\n{SETTINGS}"));
    retire("\"guides/a\"");
    let ran = site.build(&["--published"]);
    assert!(ran.code == 1 && ran.stderr.contains("bad-retired"), "{}", ran.stderr);
    retire("\"ko/guides/a\", \"ko/guides\"");
    assert_eq!(site.build(&["--strict", "--published"]).code, 0);
    let snippet = site.run_in("C", &["nginx"]).stdout;
    assert!(snippet.contains("\"/ko/guides/a/\" { return 410; }"), "{snippet}");
    assert!(!snippet.contains("\"/en/guides/a/\""), "{snippet}");
}

/// A language without pages has a home page, but search engines are not sent there.
#[test]
fn an_empty_language_is_not_advertised() {
    let site = TestSite::empty();
    site.write("guide.toml", format!("source_language = \"ko\"\n{SETTINGS}"));
    let korean = translation("알파", "published = 2026-11-22\n", "## 처음 {#first}\n\n글.");
    site.write("content/guides/a.ko.md", korean);
    assert_eq!(site.build(&["--strict"]).code, 0);
    assert!(!site.read("site/sitemap.xml").contains("guide.example/en/"));
    assert!(!site.read("site/ko/index.html").contains("hreflang=\"en\" href=\"https:"));
    let empty = site.read("site/en/index.html");
    assert!(empty.contains("noindex") && !empty.contains("영어로만"), "{empty}");
    assert!(
        empty.contains("Nothing is written in English here yet.") && !empty.contains("home-path")
    );
}

fn size(png: &[u8]) -> (usize, usize) {
    let size = imagesize::blob_size(png).expect("a picture");
    (size.width, size.height)
}

#[test]
fn every_page_has_a_preview_image_of_the_right_size_and_weight() {
    let site = site();
    assert_eq!(site.build(&[]).code, 0);
    let mut seen = 0;
    for (path, bytes) in site.tree("site") {
        let Some(name) = path.strip_prefix("previews/") else { continue };
        assert_eq!(size(&bytes), (1200, 630), "{name}");
        assert!(bytes.len() < 120_000, "{name}: {} bytes", bytes.len());
        seen += 1;
    }
    // Two homes, five lists in English, two in Korean, and nine pages that search engines may
    // list.
    assert_eq!(seen, 2 + 5 + 2 + 9);
    let page = site.read("site/ko/guides/support/index.html");
    assert!(
        page.contains("https://guide.example:8443/ai/previews/ko/guides/support.png?v="),
        "{page}"
    );
}

#[test]
fn preview_images_can_be_shared_or_left_out() {
    let site = TestSite::new();
    for (word, files) in [("site", 2), ("none", 0), ("pages", 6)] {
        site.write("guide.toml", format!("preview_images = \"{word}\"\n{SETTINGS}"));
        assert_eq!(site.build(&[]).code, 0);
        let tree = site.tree("site");
        assert_eq!(
            tree.keys().filter(|path| path.starts_with("previews/")).count(),
            files,
            "{word}"
        );
        let page = site.read("site/en/guides/a/index.html");
        assert_eq!(page.contains("og:image"), files > 0, "{word}");
    }
}

/// Unchanged images are neither drawn nor written again; a damaged one is.
#[test]
fn images_are_drawn_once() {
    let site = TestSite::new();
    assert_eq!(site.build(&[]).code, 0);
    let path = site.path("site/previews/en/guides/a.png");
    let drawn = fs::read(&path).expect("an image");
    let stamp = || fs::metadata(&path).and_then(|data| data.modified()).expect("a time");
    let before = stamp();
    let text = site.read("content/guides/a.en.md").replace("Text.", "Other text.");
    site.write("content/guides/a.en.md", text);
    assert_eq!(site.build(&[]).code, 0);
    assert_eq!(stamp(), before);
    fs::write(&path, "damaged").expect("written");
    assert_eq!(site.build(&[]).code, 0);
    assert!(fs::read(&path).expect("an image") == drawn);
    let text =
        site.read("content/guides/a.en.md").replace("title = \"Alpha\"", "title = \"Other\"");
    site.write("content/guides/a.en.md", text);
    let old = site.read("site/en/guides/a/index.html");
    assert_eq!(site.build(&[]).code, 0);
    assert!(fs::read(&path).expect("an image") != drawn);
    let address = |page: &str| {
        page.split("og:image\" content=\"")
            .nth(1)
            .map(|rest| rest.split('"').next().unwrap_or_default().to_owned())
    };
    assert_ne!(address(&old), address(&site.read("site/en/guides/a/index.html")));
}

#[test]
fn large_sites_share_an_image_and_a_message_says_so() {
    let site = TestSite::empty();
    site.write("guide.toml", SETTINGS);
    for number in 0..501 {
        site.write(
            &format!("content/guides/g{number}.en.md"),
            guide(&format!("Guide {number}"), "", "x"),
        );
    }
    let ran = site.build(&[]);
    let mut args = Default::default();
    let _: &mut fluent_bundle::FluentArgs = &mut args;
    args.set("most", 500);
    assert!(ran.stderr.contains(&sentence(Lang::En, "cli-site-previews", &args)), "{}", ran.stderr);
    let page = site.read("site/en/guides/g7/index.html");
    assert!(page.contains("https://guide.example/previews/en.png?v="), "{page}");
}

#[test]
fn compressed_forms_depend_on_the_option() {
    let site = TestSite::new();
    let plain = site.build(&[]);
    assert_eq!(plain.code, 0);
    let before = site.tree("site");
    assert_eq!(site.build(&["--precompress"]).code, 0);
    let packed = site.tree("site");
    for (path, bytes) in &packed {
        let Some(original) = path.strip_suffix(".gz") else { continue };
        let mut text = Vec::new();
        let mut decoder = flate2::read::GzDecoder::new(&bytes[..]);
        std::io::Read::read_to_end(&mut decoder, &mut text).expect("gzip");
        assert!(text == packed[original], "{path}");
        assert!(packed.contains_key(&format!("{original}.br")), "{path}");
    }
    assert!(
        packed.contains_key("en/guides/a/index.html.br") && packed.contains_key("sitemap.xml.gz")
    );
    assert!(!packed.keys().any(|path| path.ends_with(".png.gz") || path.starts_with("_headers.")));
    let again = site.build(&["--precompress"]);
    assert!(again.stdout.contains("0 written"), "{}", again.stdout);
    let other = TestSite::new();
    assert_eq!(other.build(&["--precompress"]).code, 0);
    assert!(other.tree("site") == packed);
    assert_eq!(site.build(&[]).code, 0);
    assert!(site.tree("site") == before);
}
