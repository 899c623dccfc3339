//! Following hints: each proposal is applied to the text that it is about. Then the problem is
//! gone, and no other has appeared.

use crate::support::{SETTINGS, TestSite, guide, translation};

const B: &str = "content/guides/b.en.md";

/// A printed problem: its code, its subject, and its hint.
struct PrintedProblem {
    code: String,
    message: String,
    hint: String,
}

fn problems(site: &TestSite) -> Vec<PrintedProblem> {
    let stderr = site.build(&[]).stderr;
    let mut all: Vec<PrintedProblem> = Vec::new();
    for line in stderr.lines() {
        let code = ["error[", "warning["].iter().find_map(|level| line.strip_prefix(level));
        let code = code.and_then(|rest| rest.split_once("]: "));
        match (code, line.split_once("= help: ")) {
            (_, Some((_, hint))) => {
                if let Some(last) = all.last_mut() {
                    last.hint = hint.to_owned();
                }
            }
            (Some((code, message)), None) if !line.starts_with(' ') => all.push(PrintedProblem {
                code: code.to_owned(),
                message: message.to_owned(),
                hint: String::new(),
            }),
            _ => {}
        }
    }
    all
}

fn codes(site: &TestSite) -> Vec<String> {
    problems(site).into_iter().map(|problem| problem.code).collect()
}

/// Returns the text between the first `“` and the last `”`.
fn quoted(text: &str) -> Option<&str> {
    let start = text.find('“')? + '“'.len_utf8();
    text.get(start..text.rfind('”')?)
}

/// The text that a message quotes is replaced with the text that its hint proposes.
#[test]
fn replacing_the_text_as_proposed_solves_the_problem() {
    for body in [
        "##제목입니다",
        "- [] Name an owner",
        "글\n-[ ] 담당자",
        "[ ]확인",
        "_경로 처리_에서 봅니다.",
        "글 __이름__을 씁니다.",
        "** 굵은 글 ** 입니다.",
        "**글은 [링크](a.md) 안에. **글",
        "＊＊굵은 글＊＊ 입니다.",
        "- ［ ］ 하나",
        "[글자]\n(a.md)",
        "~~ 지운 글 ~~ 입니다.",
        "[글자] (https://example.com)",
        "[글자]（a.md）를 봅니다.",
        "(words)[https://example.com/a]",
        "![그림] (i.png)",
        "2026. 2. 5. 개정했습니다.",
        "- 10. 3. 개천절",
    ] {
        let site = TestSite::new();
        site.write("content/guides/i.png", include_bytes!("fixtures/pixel.png"));
        let body = [body, "\n\n![a](i.png)"].concat();
        site.write(B, guide("Beta guide", "", &body));
        let printed = problems(&site);
        assert_eq!(printed.len(), 1, "{body}");
        let (_, about) = printed[0].message.split_once(": ").expect("what it is about");
        let mended = body.replacen(about, quoted(&printed[0].hint).expect("a proposal"), 1);
        assert_ne!(mended, body);
        site.write(B, guide("Beta guide", "", &mended));
        assert_eq!(codes(&site), [""; 0], "{mended}");
    }
}

/// The text is replaced with the suggestion.
#[test]
fn suggested_links_solve_the_problem() {
    for link in
        ["a", "a.html", "a/", "../guides/a/", "/guides/a.md", "/en/guides/a", "aa.md", "a.md#frist"]
    {
        let site = TestSite::new();
        site.write(B, guide("Beta guide", "", &format!("[x]({link})")));
        let printed = problems(&site);
        let near = quoted(&printed[0].hint).unwrap_or_else(|| panic!("{link}"));
        let mended = if near.starts_with('#') { format!("a.md{near}") } else { near.to_owned() };
        site.write(B, guide("Beta guide", "", &format!("[x]({mended})")));
        assert_eq!(codes(&site), [""; 0], "{link} → {mended}");
    }
}

/// A link whose address has spaces is written as proposed.
#[test]
fn proposed_addresses_lead_somewhere() {
    for link in [
        "[글](한글 파일.txt)",
        "[글](한글 파일.txt \"제목\")",
        "[글](환불 정책.en.md)",
        "[글](환불 정책.en.md#첫 절)",
        "[글](#첫 번째)",
        "[글](https://example.com/환불 정책)",
        "[글](tel:02 123 4567)",
    ] {
        let site = TestSite::new();
        site.write("content/guides/한글 파일.txt", "x");
        site.write("content/guides/환불-정책.en.md", guide("환불 Terms", "", "## 첫 절\n\nText."));
        let write = |link: &str| {
            let body = format!("{link} [x](<한글 파일.txt>)\n\n## 첫 번째\n\nText.");
            site.write(B, guide("Beta guide", "", &body));
        };
        write(link);
        let printed = problems(&site);
        assert_eq!(printed.len(), 1, "{link}");
        let (_, proposal) = printed[0].hint.split_once("write ").expect("a proposal");
        write(proposal);
        assert_eq!(codes(&site), [""; 0], "{link} → {proposal}");
    }
}

/// Hints without a proposed text, followed by hand: the code, the wrong text, and the text that
/// follows the hint.
#[test]
fn following_a_hint_mends_the_body() {
    for (code, wrong, mended) in [
        ("container-not-read", "::: tip\nUse it.\n:::", "> [!TIP]\n> Use it."),
        ("list-not-read", "• one\n• two", "- one\n- two"),
        ("emphasis-not-read", "글 **굵게 씁니다.", "글 **굵게** 씁니다."),
        ("emphasis-not-read", "글 **굵게 씁니다.", "글 \\*\\*굵게 씁니다."),
        ("task-not-read", "- [-] one", "- [ ] one"),
        ("literal-markdown", "++word++", "word"),
        ("list-not-read", "Text:\n가. 하나\n나. 둘", "Text:\n\n1. 하나\n1. 둘"),
        (
            "table-not-read",
            "| A | B | C |\n|---|---|\n| 1 | 2 | 3 |",
            "| A | B | C |\n|---|---|---|\n| 1 | 2 | 3 |",
        ),
        ("table-not-read", "| A | B |\n| 1 | 2 |", "| A | B |\n|---|---|\n| 1 | 2 |"),
        (
            "table-not-read",
            "| A | `|` |\n|---|---|\n| 1 | 2 |",
            "| A | `\\|` |\n|---|---|\n| 1 | 2 |",
        ),
        (
            "table-cell-lost",
            "| A | B |\n|---|---|\n| 1 | 2 | 3 |",
            "| A | B | C |\n|---|---|---|\n| 1 | 2 | 3 |",
        ),
        (
            "table-cell-lost",
            "| A | B |\n|---|---|\n| a|b | 2 |",
            "| A | B |\n|---|---|\n| a\\|b | 2 |",
        ),
        (
            "table-swallows-line",
            "| A | B |\n|---|---|\n| 1 | 2 |\ntext",
            "| A | B |\n|---|---|\n| 1 | 2 |\n\ntext",
        ),
        ("sentence-as-heading", "It ends here.\n---\n\nx", "It ends here.\n\n---\n\nx"),
        ("text-as-code", "    이 글은 코드가 아닙니다.", "이 글은 코드가 아닙니다."),
        ("text-as-code", "    이 글은 코드가 아닙니다.", "```\n이 글은 코드가 아닙니다.\n```"),
        (
            "bare-address",
            "https://ko.wikipedia.org/wiki/한국어",
            "<https://ko.wikipedia.org/wiki/한국어>",
        ),
        ("list-not-read", "✔️ one\n✔️ two", "- one\n- two"),
        ("list-not-read", "II. one\nIII. two", "1. one\n1. two"),
        ("list-not-read", "1-1. one\n1-2. two", "- 1-1. one\n- 1-2. two"),
        ("list-not-read", "제1조 글\n제2조 글", "- 제1조 글\n- 제2조 글"),
        ("empty-link", "See [](a.md).", "See [Alpha](a.md)."),
        ("list-not-read", "□ 개요\n ○ 세부", "- 개요\n  - 세부"),
        ("list-not-read", "ㆍ 하나\nㆍ 둘", "- 하나\n- 둘"),
        ("list-not-read", "\u{f0b7} one", "- one"),
        ("task-not-read", "- ☐ one", "- [ ] one"),
        ("task-not-read", "☑ one", "- [x] one"),
        ("task-not-read", "글\n☒ 하나", "글\n\n- [x] 하나"),
        ("table-not-read", "구분 | 단가\n초등 | 3,000", "구분 | 단가\n|---|---|\n초등 | 3,000"),
        ("table-not-read", "A\tB\n1\t2", "|A|B|\n|---|---|\n|1|2|"),
        ("table-not-read", "글\n가\t나\t다\n1\t2\t3", "글\n\n|가|나|다|\n|---|---|---|\n|1|2|3|"),
        ("table-not-read", "\tA\n가\t1\n나\t2", "||A|\n|---|---|\n|가|1|\n|나|2|"),
        ("literal-markdown", "Text.\n{: .note}", "Text."),
        ("literal-markdown", "글<o:p></o:p>", "글"),
        ("literal-markdown", "So \\(x = 1\\) holds.", "So $`x = 1`$ holds."),
        ("literal-markdown", "글\n\\[\nx^2\n\\]", "글 $`x^2`$"),
        ("literal-markdown", "변수 \\( x \\)를", "변수 $`x`$를"),
        ("link-not-read", "글\n\n[참고]: 내용", "글\n\n\\[참고]: 내용"),
        ("link-not-read", "a\n\n[Note]: words.", "a\n\n\\[Note]: words."),
        ("link-not-read", "글\n\n[주의]:\n필독", "글\n\n\\[주의]:\n필독"),
        ("text-as-code", "<div>\n\n    <p>a</p>\n\n</div>", "<div>\n\n<p>a</p>\n\n</div>"),
        ("text-as-code", "<div>\n\n    <p>a</p>\n</div>", "<div>\n    <p>a</p>\n</div>"),
        ("hidden-character", "a&#x202e;b", "ab"),
        ("hidden-character", "a &#8238;b", "a b"),
        ("hidden-character", "<p>a&#x2066;b</p>", "<p>ab</p>"),
        ("invisible-character", "a\u{a0}b", "a b"),
        ("invisible-character", "a\u{a0}b", "a&nbsp;b"),
        ("hidden-character", "a\u{0}b", "ab"),
        ("literal-markdown", "<div>\n**b**\n</div>", "<div>\n\n**b**\n\n</div>"),
        ("literal-markdown", "<p>\n`a`\n</p>", "<p>\n<code>a</code>\n</p>"),
        ("literal-markdown", "==a word==", "<mark>a word</mark>"),
        (
            "misplaced-html",
            "<div>\n<p>\none\n\n<b>two</b>\n</p>\n</div>",
            "<div>\n<p>\none\n<b>two</b>\n</p>\n</div>",
        ),
        ("list-not-read", "※ one\n※ two", "- one\n- two"),
        ("table-not-read", "| A | B |\n|---|---|\n\n| 1 | 2 |", "| A | B |\n|---|---|\n| 1 | 2 |"),
        ("unsafe-html", "<p>\nVec<T>\n</p>", "<p>\nVec&lt;T>\n</p>"),
        ("unsafe-html", "Vec<T>", "`Vec<T>`"),
        ("heading-attributes", "## Costs {cost4}\n\nx", "## Costs \\{cost4}\n\nx"),
        ("heading-attributes", "## Costs {cost4}\n\nx", "## Costs {#cost4}\n\nx"),
        ("unknown-code-language", "```rustt\nx\n```", "```rust\nx\n```"),
        ("unknown-code-language", "```nolanguage\nx\n```", "```text\nx\n```"),
        ("broken-link", "[a](desk@example.com)", "[a](mailto:desk@example.com)"),
        ("broken-link", "[a](https:/example.com)", "[a](https://example.com)"),
        ("broken-link", "[a](example.com/b)", "[a](https://example.com/b)"),
        ("unclosed-fence", "```text\nx", "```text\nx\n```"),
        ("undefined-link", "See [the terms][terms].", "See [the terms][terms].\n\n[terms]: a.md"),
        ("empty-heading", "## {#a}\n\nx", "## Words {#a}\n\nx"),
        ("heading-order", "#### Deep\n\nx", "## Deep\n\nx"),
        ("top-level-heading", "# One\n\nx", "## One\n\nx"),
        ("unknown-callout", "> [!WARNIGN]\n> x", "> [!WARNING]\n> x"),
        ("unused-footnote", "x\n\n[^n]: y", "x[^n]\n\n[^n]: y"),
        ("unknown-footnote", "x[^n]", "x[^n]\n\n[^n]: y"),
        ("empty-page", "", "Words."),
    ] {
        let site = TestSite::new();
        site.write(B, guide("Beta guide", "", wrong));
        assert_eq!(codes(&site), [code], "{wrong}");
        site.write(B, guide("Beta guide", "", mended));
        assert_eq!(codes(&site), [""; 0], "{code}: {mended}");
    }
}

/// The same for front matter: the code, the wrong line, and the line that follows the hint.
#[test]
fn following_a_hint_mends_the_front_matter() {
    for (code, wrong, mended) in [
        ("full-width-sign", "reviewer ＝ \"Desk\"", "reviewer = \"Desk\""),
        ("full-width-sign", "reviewer = “Desk”", "reviewer = \"Desk\""),
        ("hidden-character", "reviewer\u{a0}= \"Desk\"", "reviewer = \"Desk\""),
        ("full-width-sign", "reviewer = 「Desk」", "reviewer = \"Desk\""),
        ("hidden-character", "rev\u{200b}iewer = \"Desk\"", "reviewer = \"Desk\""),
        ("impossible-date", "updated = 2026−11−23", "updated = 2026-11-23"),
        ("invalid-toml", "reviewer: \"Desk\"", "reviewer = \"Desk\""),
        ("invalid-toml", "reviewer = Desk of all", "reviewer = \"Desk of all\""),
        ("invalid-toml", "draft = False", "draft = false"),
        ("unknown-key", "reviewr = \"Desk\"", "reviewer = \"Desk\""),
        ("wrong-type", "reviewer = 7", "reviewer = \"7\""),
        ("impossible-date", "updated = 2026.11.23", "updated = 2026-11-23"),
        ("impossible-date", "updated = 2026–11–23", "updated = 2026-11-23"),
        ("bad-alias", "aliases = [\"../old\"]", "aliases = [\"/old\"]"),
        ("bad-alias", "aliases = [\"en/old\"]", "aliases = [\"old\"]"),
    ] {
        let site = TestSite::new();
        site.write(B, guide("Beta guide", &[wrong, "\n"].concat(), "x"));
        assert_eq!(codes(&site), [code], "{wrong}");
        site.write(B, guide("Beta guide", &[mended, "\n"].concat(), "x"));
        assert_eq!(codes(&site), [""; 0], "{code}: {mended}");
    }
}

/// The hint describes how to turn YAML into TOML, including dates.
#[test]
fn following_the_hint_turns_yaml_into_toml() {
    let site = TestSite::new();
    let description = "What the page is about, in so many words that it is long enough.";
    site.write(
        B,
        format!(
            "---\ntitle: Beta guide\ndescription: {description}\npublished: 2026-11-01\n---\nx\n"
        ),
    );
    let printed = problems(&site);
    assert_eq!(printed[0].code, "yaml-front-matter");
    assert!(printed[0].hint.contains("published = 2026-11-01"), "{}", printed[0].hint);
    site.write(B, format!("+++\ntitle = \"Beta guide\"\ndescription = \"{description}\"\npublished = 2026-11-01\n+++\nx\n"));
    assert_eq!(codes(&site), [""; 0]);
}

/// The forms in messages about rankings are valid forms.
#[test]
fn following_its_messages_mends_a_ranking() {
    let site = TestSite::new();
    let front = "title = \"Kinds of suppliers\"\ndescription = \"Kinds of suppliers, compared by criteria with open weights.\"\n";
    let mut toml =
        "[criteria]\ntaste = \"Taste\"\n[items]\nlocal = \"Local\"\n[weights]\ntaste = 3\n"
            .to_owned();
    let write = |toml: &str| {
        site.write("content/rankings/r.en.md", format!("+++\n{front}{toml}+++\nText.\n"))
    };
    write(&toml);
    let shown: Vec<String> = problems(&site)
        .iter()
        .map(|problem| problem.hint.trim_start_matches("write ").to_owned())
        .collect();
    let wrong = ["taste = \"Taste\"", "local = \"Local\"", "taste = 3"];
    // From the end, because a proposed form may contain another mistake.
    for (wrong, form) in wrong.iter().zip(&shown).rev() {
        toml = toml.replacen(wrong, &form.replace("criterion", "taste"), 1);
    }
    write(&toml);
    assert_eq!(codes(&site), [""; 0], "{toml}");
}

/// Hints about settings and files beside pages.
#[test]
fn following_a_hint_mends_the_site() {
    let site = TestSite::new();
    site.write(
        "guide.toml",
        [SETTINGS, "[subscription]\nendpoint = \"https://mail.example/\"\n"].concat(),
    );
    assert_eq!(codes(&site), ["setting-without-effect"]);
    let front = "title = \"Subscribe to the guide\"\ndescription = \"How to hear of new pages: by a feed or by an e-mail.\"\n";
    site.write(
        "content/pages/s.en.md",
        format!("+++\n{front}tool = \"subscription\"\n+++\nText.\n"),
    );
    assert_eq!(codes(&site), [""; 0]);
    site.write("content/guides/x.pdf", "%PDF");
    assert_eq!(codes(&site), ["unused-file"]);
    site.write(B, guide("Beta guide", "", "[x](x.pdf)"));
    assert_eq!(codes(&site), [""; 0]);
    site.write(
        "content/guides/b.ko.md",
        translation("베타 안내", "", "Words that are not translated at all."),
    );
    site.write(B, guide("Beta guide", "", "Other words of the source, [x](x.pdf)"));
    assert!(codes(&site).contains(&"untranslated".to_owned()));
    site.write("content/guides/b.ko.md", translation("베타 안내", "", "옮긴 글, [x](x.pdf)"));
    assert_eq!(codes(&site), [""; 0]);
}
