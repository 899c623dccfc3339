//! Pages as Markdown files beside them: their contents, and what is left out.

use pulldown_cmark::{Options, Parser};

use crate::support::{SETTINGS, TestSite, guide, translation};

const BODY: &str = r#"Opening with [a page](b.md#part), [a list][list] and ![a picture](p.png "Its title").

<!-- A note among editors. -->

## First part {#first}

Words of **weight**, `[code](b.md)`, <kbd>Enter</kbd> and <span hidden>nothing</span>more.[^n]

[^n]: A note with [a link](https://example.com).

> [!NOTE]
> Mind the [gate](#first).

- [ ] Ask **twice**. {#ask}
- [x] Write it down.

<details>
<summary>An example</summary>

Two cooks, <a href="b.md">as there</a>.

</details>

<div class="conversation">

Parent
: Is it free of nuts?

</div>

<!-- giljabi: allow literal-markdown: an example -->

```text
## No heading {#x}

<!-- kept -->
```

```diagram
kind = "workflow"
id = "flow"
title = "The *flow*"
caption = "How it goes"
[[steps]]
id = "a"
label = "Draft"
[[steps]]
id = "b"
label = "Review"
```

[list]: ../checklists/c.md

## Last
"#;

fn site() -> TestSite {
    let site = TestSite::empty();
    site.write("guide.toml", format!("preview_images = \"none\"\n{SETTINGS}"));
    let facts = "updated = 2026-11-23\nconclusion = \"Begin small.\"\nreviewer = \"The cooks\"\nevidence = [\"Two visits\"]\nrelated = [\"b\"]\nnext = \"checklists/c\"\n";
    site.write("content/guides/a.en.md", guide("Alpha", facts, BODY));
    site.write("content/guides/b.en.md", guide("Beta", "", "## Part {#part}\n\nText."));
    site.write("content/guides/p.png", include_bytes!("fixtures/pixel.png"));
    let korean = "## 처음 {#first}\n\n**글(글)**을 [목록](../checklists/c.md)에서 봅니다.\n\n## [미번역] Last\n\nText.\n";
    site.write("content/guides/b.ko.md", translation("베타", "", korean));
    site.write("content/checklists/c.en.md", translation("Before", "", "- [ ] Ask. {#c}"));
    site
}

fn built(site: &TestSite) {
    let ran = site.build(&[]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
}

#[test]
fn the_markdown_has_everything_that_readers_see() {
    let site = site();
    built(&site);
    let text = site.read("site/en/guides/a/index.md");
    let picture = text.split("![a picture](").nth(1).and_then(|rest| rest.split(' ').next());
    let picture = picture.expect("the picture's address");
    assert!(picture.starts_with("https://guide.example/assets/"), "{picture}");
    let expected = r#"# Alpha

What Alpha is about, and what it asks of those who decide.

**In short** Begin small.

- Address: https://guide.example/en/guides/a/
- Published: 2026-11-22
- Updated: 2026-11-23
- Reviewed by: The cooks

Opening with [a page](https://guide.example/en/guides/b/#part), [a list](https://guide.example/en/checklists/c/) and ![a picture](PICTURE "Its title").

## First part

Words of **weight**, `[code](b.md)`, Enter and more.[^n]

[^n]: A note with [a link](https://example.com).

> [!NOTE]
> Mind the [gate](https://guide.example/en/guides/a/#first).

- [ ] Ask **twice**.
- [x] Write it down.

**An example**

Two cooks, [as there](https://guide.example/en/guides/b/).

**Parent**
: Is it free of nuts?

```text
## No heading {#x}

<!-- kept -->
```

**The \*flow\***

How it goes

1. Draft
2. Review
   - The path ends here

## Last

## Evidence

- Two visits

## Read on

- [Before](https://guide.example/en/checklists/c/): Before에 관한 글이며, 결정하는 사람이 알아야 할 것을 설명합니다.

## Related

- [Beta](https://guide.example/en/guides/b/): What Beta is about, and what it asks of those who decide.
"#;
    assert_eq!(text.replace(picture, "PICTURE"), expected);
}

#[test]
fn untranslated_parts_are_left_out() {
    let site = site();
    built(&site);
    let text = site.read("site/ko/guides/b/index.md");
    assert!(text.contains("# 베타\n"), "{text}");
    assert!(
        text.contains("**글(글)**을 [목록](https://guide.example/en/checklists/c/)에서"),
        "{text}"
    );
    assert!(text.contains("- English: https://guide.example/en/guides/b/\n"), "{text}");
    assert!(!text.contains("미번역") && !text.contains("Last"), "{text}");
}

#[test]
fn tags_that_are_left_out_begin_no_block() {
    let site = site();
    let body = "<span># No heading</span>\n\n<span>- no item</span>\n\n- a\n- <span>2. no item</span>\n\n\
                > <span>> no quotation</span>\n\nText <span>- of a line</span>\n\n<span></span>\n- b\n";
    site.write(
        "content/guides/b.en.md",
        guide("Beta", "", &format!("## Part {{#part}}\n\n{body}")),
    );
    built(&site);
    let text = site.read("site/en/guides/b/index.md");
    let expected = "\\# No heading\n\n\\- no item\n\n- a\n- 2\\. no item\n\n> \\> no quotation\n\n\
                    Text - of a line\n\n- b\n";
    assert!(text.contains(expected), "{text}");
}

#[test]
fn links_behind_films_and_hidden_images_keep_their_targets() {
    let site = site();
    site.write("content/guides/film.webm", "film");
    let body = "<video src=\"film.webm\" controls></video>\n\n<p>A <img src=\"p.png\" alt=\"Secret\" hidden> b <img alt=\"None\"> c</p>\n\n[x](a.md)\n";
    site.write(
        "content/guides/b.en.md",
        guide("Beta", "", &format!("## Part {{#part}}\n\n{body}")),
    );
    built(&site);
    let text = site.read("site/en/guides/b/index.md");
    assert!(text.contains("[x](https://guide.example/en/guides/a/)"), "{text}");
    assert!(!text.contains("Secret") && !text.contains("film"), "{text}");
}

#[test]
fn no_reader_finds_in_it_what_runs() {
    let image = "<img src=x onerror=alert(1)>";
    let bodies = [
        format!("[a](https://a.example \"{image}\\\\\") z"),
        format!("[a](https://a.example \"a&#10;&#10;{image}\") z"),
        format!("    {image}"),
        format!("- a\n\n<!-- -->\n\n    {image}"),
        format!("<div>\n~~~\n</div>\n\n```\n~~~\n{image}\n```"),
        "<div>\n[x]: javascript:alert(1)\n</div>\n\nsee [x] z".to_owned(),
        "[x]<!-- -->: javascript:alert(1)\n\nsee [x] z".to_owned(),
        "[x]<wbr>: javascript:alert(1)\n\nsee [x] z".to_owned(),
        format!("\\\\{} <!-- -->> b", &image[..image.len() - 1]),
        format!("term\n: ```\n  {image}\n  ```"),
        format!("a `\n: b `{image}`"),
        "a[^a]\n\n[^a]: javascript:alert(1)".to_owned(),
        format!("| ` | b |\n|---|---|\n| c | `{image}` |"),
    ];
    let site = TestSite::empty();
    site.write("guide.toml", format!("preview_images = \"none\"\n{SETTINGS}"));
    for (at, body) in bodies.iter().enumerate() {
        let text = guide(&format!("Alpha {at}"), "", body);
        site.write(
            &format!("content/guides/a{at}.en.md"),
            text.replace("What Alpha", "~~~ What Alpha"),
        );
    }
    built(&site);
    let github = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
    for (at, body) in bodies.iter().enumerate() {
        let text = site.read(&format!("site/en/guides/a{at}/index.md"));
        for options in [Options::empty(), github] {
            let mut html = String::new();
            pulldown_cmark::html::push_html(&mut html, Parser::new_ext(&text, options));
            let runs = html.contains("<img") || html.contains("\"javascript:");
            assert!(!runs, "{body}\n{text}\n{html}");
        }
    }
    let code = site.read("site/en/guides/a2/index.md");
    assert!(code.ends_with(&format!("\n```\n{image}\n```\n")), "{code}");
}

#[test]
fn pages_and_lists_link_to_it_unless_the_settings_turn_it_off() {
    let site = site();
    let hidden = guide("Hidden", "[seo]\nnoindex = true\n", "Text.");
    site.write("content/guides/hidden.en.md", hidden);
    built(&site);
    let list = "# Guides\n\n";
    let text = site.read("site/en/guides/index.md");
    assert!(text.starts_with(list) && text.contains("- Address: https://guide.example/en/guides/\n- 한국어: https://guide.example/ko/guides/\n\n- ["), "{text}");
    assert!(text.contains("- [Beta](https://guide.example/en/guides/b/): What Beta"), "{text}");
    assert!(site.read("site/en/guides/index.html").contains("href=\"/en/guides/index.md\""));
    let link = "type=\"text/markdown\" href=\"/en/guides/a/index.md\"";
    assert!(site.read("site/en/guides/a/index.html").contains(link));
    assert!(site.read("site/llms.txt").contains("(https://guide.example/en/guides/a/index.md)"));
    assert!(!site.tree("site").contains_key("en/guides/hidden/index.md"));
    site.write("guide.toml", format!("markdown = false\npreview_images = \"none\"\n{SETTINGS}"));
    built(&site);
    assert!(!site.tree("site").keys().any(|path| path.ends_with(".md")));
    assert!(!site.read("site/en/guides/a/index.html").contains("text/markdown"));
    assert!(site.read("site/llms.txt").contains("(https://guide.example/en/guides/a/)"));
}
