//! Text that Markdown reads differently from what its editor meant is reported at its place,
//! and correct text is not. One site has a page for each text, so that a single build reports
//! everything.

use std::collections::BTreeMap;

use crate::support::{TestSite, guide};

/// Returns the codes of the problems of each body, in the order of their places.
fn codes(bodies: &[&str]) -> Vec<Vec<String>> {
    let site = TestSite::new();
    for (at, body) in bodies.iter().enumerate() {
        let title = format!("Page number {at}");
        site.write(&format!("content/guides/p{at:03}.en.md"), guide(&title, "", body));
    }
    let told = site.build(&[]).stderr;
    let mut found: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    let mut code = String::new();
    for line in told.lines() {
        if let Some(rest) = line.split_once('[').filter(|_| line.contains("]: ")) {
            code = rest.1.split(']').next().unwrap_or_default().to_owned();
        }
        let place = line.trim_start().strip_prefix("--> content/guides/p");
        if let Some(number) = place.and_then(|place| place.get(..3)?.parse().ok()) {
            found.entry(number).or_default().push(std::mem::take(&mut code));
        }
    }
    (0..bodies.len()).map(|at| found.remove(&at).unwrap_or_default()).collect()
}

/// Checks that each body has the problem `code` once, and no other.
fn assert_each(code: &str, bodies: &[&str]) {
    for (body, found) in bodies.iter().zip(codes(bodies)) {
        assert_eq!(found, [code], "{body}");
    }
}

#[test]
fn languages_of_code_may_be_written_with_references() {
    assert_each(
        "unknown-code-language",
        &[
            "```&amp;하\n글\n```",
            "> ```&#x26;언어이름\n> 글\n> ```",
            "- ~~~가&amp;나 title\n  글\n  ~~~",
        ],
    );
}

#[test]
fn unread_marks_of_blocks_are_reported() {
    assert_each(
        "container-not-read",
        &[
            "::: tip\nUse it.\n:::",
            "글\n\n:::\n상자\n\n:::",
            "::: note\n글\n\n둘째\n\n:::",
            "- 항목\n  ::: info\n  글\n  :::",
            "Text.\n\n:::주의 제목\n글\n:::",
            "> !!! note\n> x",
            "/// note\n글\n///",
            ":::tip[제목]\n글\n:::",
        ],
    );
    assert_each(
        "heading-not-read",
        &[
            "##제목",
            "글\n\n###둘째 제목\n글",
            "＃＃ 제목",
            "####### Seven",
            "##\u{3000}제목",
            "글\n\n\u{3000}## 제목",
        ],
    );
    assert_each(
        "task-not-read",
        &[
            "- [X]다섯째",
            "- [x]Done",
            "* [X]Done as well",
            "-[x]여섯째",
            "- ［ ］ 열째",
            "- [ x ] 하나",
            "- [] Name",
            "-[ ] Name",
            "- [ ]Name",
            "글\n-[x] 담당자",
            "* [v] 확인",
            "- [○] 참여",
            "- [\u{3000}] 빈칸",
            "- [-] Cancelled",
            "* [-] 취소한 일",
            "1. [~] 하다 만 일",
            "[] 할 일",
        ],
    );
    assert_each(
        "list-not-read",
        &[
            "• one\n• two",
            "- 첫째\n  • 안쪽",
            "ㅇ 첫째\nㅇ 둘째",
            "※ 첫째\n※ 둘째",
            "→ 첫째\n→ 둘째",
            "－ 첫째\n－ 둘째",
            "· 하나",
            "① 하나\n② 둘",
            "가. 하나\n나. 둘",
            "-첫째\n-둘째",
            "1.첫째\n2.둘째",
            "(1) one\n(2) two",
            "■ 하나\n■ 둘",
            "> • quoted",
            "•\t첫째\n•\t둘째",
            "-\u{3000}하나\n-\u{3000}둘",
            "1.\u{3000}하나\n2.\u{3000}둘",
            "ⓐ 하나\nⓑ 둘",
            "⑴ 하나\n⑵ 둘",
        ],
    );
    // At most 20 problems of a code are shown.
    assert_each(
        "list-not-read",
        &[
            "✔️ 하나\n✔️ 둘",
            "✅ 하나\n✅ 둘\n✅ 셋",
            "글입니다.\n1️⃣ 하나\n2️⃣ 둘",
            "👉 하나\n👉 둘",
            "📅 언제\n📍 어디서",
            "➤ 하나\n➤ 둘",
            "◆하나\n◆둘",
            "I. 개요\nII. 본론\nIII. 결론",
            "i) one\nii) two",
            "IV. 넷\nV. 다섯",
            "⓵ 하나\n⓶ 둘",
            "1.1 개요\n1.2 본론",
            "1-1. 하나\n1-2. 둘",
            "제1조 목적\n제2조 정의",
            "1단계: 신청\n2단계: 심사",
            "Step 1. Ask\nStep 2. Write",
            "[1] 김철수, 『글』\n[2] 이영희, 『말』",
            "*세금 별도\n*배송비 별도",
            "+하나\n+둘",
        ],
    );
    assert_each(
        "list-not-read",
        &[
            "- 하나\n□ 둘\n\n글",
            "가. 하나\n- 안쪽\n나. 둘",
            "일시: 3월 1일\n장소: 서울시청\n대상: 누구나",
            "담당 부서：교육과\n전화：02-123-4567",
            "> Q: Why?\n> A: Because.",
        ],
    );
    assert_each(
        "list-not-nested",
        &[
            "1. One\n  - two\n2. Three",
            "1. 하나\n  1) 안쪽",
            "1. 하나\n- 안쪽\n2. 둘",
            "- 하나\n  - 둘\n- 셋\n   - 넷\n1. 다섯",
            "1. 하나\n\n  - 안쪽",
        ],
    );
    assert_each(
        "list-not-read",
        &[
            "1）하나\n2）둘",
            "가．하나\n나．둘",
            "（1）하나\n（2）둘",
            "＊ 하나\n＊ 둘",
            "-\u{3000}하나",
        ],
    );
    assert_each(
        "date-as-list",
        &["2026. 2. 5. 개정했습니다.", "- 항목\n\n10. 3. 개천절", "> 5. 18. 기념일"],
    );
    assert_each(
        "sentence-as-heading",
        &[
            "글이 끝났어요\n---\n다음",
            "여기까지 정리했습니다.\n---\n다음",
            "One\ntwo lines\n---\n다음",
            "> Ends here.\n> ---\n\n다음",
        ],
    );
    assert_each(
        "text-as-code",
        &[
            "글.\n\n    들여 쓴 글이 코드가 됩니다.",
            "글.\n\n    한국어 안내",
            "    - one item of a list\n    - two",
            "    See the **bold** words.",
        ],
    );
}

#[test]
fn failed_tables_and_lost_cells_are_reported() {
    assert_each(
        "table-not-read",
        &[
            "| A | B | C |\n|---|---|\n| 1 | 2 | 3 |",
            "| A | B |\n| 1 | 2 |",
            "A | B\n--- | --- | ---\n1 | 2",
            "> | A | B |\n> |---|",
            "이름 | 값 | 비고\n가 | 1 | 없음\n나 | 2 | 있음",
            "- Name | Price\n  Bread | 3",
            "| A | `|` |\n|---|---|",
            "｜ A ｜ B ｜\n｜ 1 ｜ 2 ｜",
            "| A | B |\n|—|—|\n| 1 | 2 |",
            "| A | B |\n|---|---|\n\n| 1 | 2 |",
            "구분\t단가\t비고\n초등\t3,000\t\n중등\t3,500\t신설",
            "+---+---+\n| A | B |\n+---+---+\n| 1 | 2 |\n+---+---+",
        ],
    );
    assert_each(
        "table-cell-lost",
        &[
            "| A | B |\n|---|---|\n| 1 | 2 | 3 |",
            "A | B\n--|--\n1 | 2 | 세 번째",
            "> | A |\n> |---|\n> | a | b |",
            "| A | B |\n|---|---|\n| `a|b` | c |",
        ],
    );
    assert_each(
        "table-swallows-line",
        &[
            "| A | B |\n|---|---|\n| 1 | 2 |\n이어지는 글입니다.",
            "A | B\n--|--\n1 | 2\ntext",
            "> | A | B |\n> |---|---|\n> text",
            "| A |\n|---|\n| 1 |\n뒤의 글",
        ],
    );
}

#[test]
fn unread_marks_of_words_are_reported() {
    assert_each(
        "emphasis-not-read",
        &[
            "_경로 처리_에서",
            "글 __이름__을 씁니다.",
            "** 굵은 글 **",
            "**굵은 글 **입니다.",
            "~~ 지운 글 ~~",
            "__ 굵은 글 __",
            "＊＊굵은 글＊＊",
            "**글은 [링크](a.md) 안에. **글",
            "| A |\n|---|\n| _글_은 |",
            "This is **bold text without an end.",
            "글 **중요한 내용은 끝이 없습니다.",
            "**주의: 끝이 없는 강조",
            "- **Owner: nobody",
            "> (**“인용”으로 시작합니다.",
            "**3년 동안 보관합니다.\n다음 줄",
            "**끝난 강조**와 **끝나지 않은 강조",
            "| A |\n|---|\n| **합계 |",
            "## **제목\n\n글",
        ],
    );
    assert_each(
        "emphasis-not-read",
        &[
            "**`code`**s and more",
            "**(abc)**def here",
            "Of all, **100%**of it",
            "**end.**Next",
            "A `code without an end.",
            "글 `끝나지 않은 코드",
        ],
    );
    assert_each(
        "link-not-read",
        &[
            "[글자] (https://example.com)",
            "[글자]\n(https://example.com/x)",
            "<a.md>를 봅니다.",
            "[글자]（a.md）",
            "［글자］(a.md)",
            "(words)[https://example.com/a]",
            "[[Alpha]]",
            "![그림] (a.png)",
            "【글자】(a.md)",
            "[글자][https://example.com/a]",
            "글 [글자](a.md 입니다",
            "[글자](https://example.com/a",
            "글\n\n[글]:(a.md)",
            "[글](a.md \"제목)",
            "[글](a.md 제목)",
            "[글](a.md \"a\"b\")",
        ],
    );
    assert_each(
        "bare-address",
        &[
            "https://ko.wikipedia.org/wiki/한국어",
            "글 https://example.com/경로에서",
            "- (https://example.com/a문서)",
            "https://한국.example/를 보라",
            "HTTPS://A.example/x",
        ],
    );
    assert_each(
        "literal-markdown",
        &[
            "==표시==",
            "A word ++x++ here",
            "++추가한 글++은 남습니다.",
            "- (++new words here++)",
            ":warning: 조심합니다.",
            "끝냈습니다 :white_check_mark:",
            "<div>\n<!-- `code` -->\n**굵게**\n</div>",
            "{{< figure >}}",
            "[TOC]",
            "$$ x = 1 $$",
            "값은 $E=mc^2$입니다",
            "\\[ x = 1 \\]",
            "<details>\n<summary>a</summary>\n- one\n</details>",
            "<div>\n### Three\n</div>",
            "<p>\n`code`\n</p>",
        ],
    );
}

#[test]
fn invisible_characters_are_reported_once() {
    assert_each(
        "invisible-character",
        &[
            "글\u{200d}자",
            "a\u{200c} b",
            "- \u{a0}[ ] 항목",
            "a\u{a0}b\u{a0}c",
            "글\u{200b}자",
            "co\u{ad}de",
            "```\na\u{a0}= 1\n```",
            "##\u{a0}제목\n\n글",
            "글\u{fffc}자",
            "```js\u{200b}\nx\n```",
            "**가**\u{200b}나",
        ],
    );
    assert_each("hidden-character", &["a\u{0}b", "a\u{202e}b", "a\u{7}b"]);
}

/// Correct text that resembles mistakes.
#[test]
fn correct_text_is_not_reported() {
    let bodies = [
        "A smile :) and\n:) another\n\n:-P",
        "Term\n: What it means.\n: What else.",
        "행사는 10. 3. 열립니다. 2026. 2. 5. 기준입니다.",
        "1. one\n2. two\n   1. three\n\n   - four",
        "2024. 좋은 해\n2025. 더 좋은 해",
        "`_a_에서` 쓰는 `**b **` 와 `[x] (y.md)`",
        "\\_글\\_에서 \\*\\* a \\*\\* \\[[b]]",
        "snake_case_를 쓰고 __init__을 부릅니다. 2 ** 3 ** 4, src/**/*.rs, a == b == c",
        "```\n##제목\n-[ ] x\n• a\n• b\n| a | b |\n_글_에서\n::: tip\nhttps://example.com/한글\n```",
        "    let a = \"문장입니다.\";\n    println!(\"{a}\");",
        "    $ giljabi build\n    Built 3 pages.",
        "#태그 하나와 #42 번",
        "값은 · 로 나눕니다: 가·나·다",
        "See [1] (Kim 2020) and [note] (see above).",
        "배열은 arr[0] (첫 값)입니다. table[[1]] [[1, 2], [3]]",
        "가. 하나뿐인 줄",
        "① 하나 ② 둘 ③ 셋",
        "a | b 는 또는을 뜻합니다.\n|x| 는 절댓값입니다.",
        "| A | B |\n|---|---|\n| 1 | 2 |\n| a \\| b | |\n| 3 |",
        "Title\n---\n\nText.\n\n---\n\nMore.",
        "Heading of a few words\n----\n\nText.",
        "-1 도와\n-2 도",
        "👩‍💻 ☕️ emoji",
        "<https://example.com/> https://example.com/docs에서 (https://example.com/a).",
        "http://localhost:3000/ 과 example.com",
        "> [!NOTE]\n> 글",
        "- [x] Done\n- [ ] Open {#open}",
        "<kbd>Ctrl</kbd> + <kbd>C</kbd> **굵게**",
        "<pre>\n- a\n# b\n</pre>",
        "**굵게**와 __굵게__ 그리고 *기울임*은 _기울임_ 됩니다.",
        "It costs 3 * 4 * 5 and **more**.",
        "[ 대괄호 ]와 [] 빈 배열, [ ] 빈칸",
        "&nbsp;a&nbsp;b",
        "[//]: # (a comment)\n\n[home]: <a.md>\n\n[ref]: a.md 'Alpha'\n\nSee [ref].",
        "함수 f\\(x\\)와 \\[글\\]은 그대로입니다.",
        "홍길동\t과장",
        "□ 하나뿐인 표시",
        "가운데ㆍ점으로 나눕니다",
        "&#8212; &#x2013; &amp;",
        "객체는 {: 으로 시작",
        "<div>\n<p>a</p>\n</div>\n\n    ls -a",
        "글\n\n<!-- 메모:\n## 제목\n\n`code`와 **굵게**, [글](a.md)\n- 하나\n-->",
        "[x]를 누르면 닫힙니다.",
        "sqlite의 :memory: 모드, 12:30:45, a:b:c",
        "/// 한 줄 설명입니다.",
        "【주의】(필독) 글",
        "배열[0][1]과 [글][ref]\n\n[ref]: a.md",
        "C++와 D++, C++11 and C++, g++ -o a++, Notepad++",
        "i++와 ++i는 다릅니다. ++i and j++, ++count와 count++, ++ LGTM ++",
        "한우 1++ 등급과 A++, ++++",
        "src/**, **/*.rs, a**b, 2**10, 2 **3, x **2",
        "가격** 참고\n\n**부가세는 따로 냅니다.",
        "| 값** |\n|---|\n| 1 |\n\n**추정한 값입니다.",
        "*세금 별도\n\n**배송비 별도",
        "* p<0.05\n\n**p<0.01",
        "Pass **kwargs on, or f(**options).",
        "**my_options as a dictionary",
        "홍**님께 드립니다.",
        "**님께",
        "집은 **동입니다.",
        "비밀번호는 ab**cd, 카드 1234-****-5678",
        "\\*\\*글자 그대로",
        "별점 ** 두 개",
        "[-]를 누르면 작아집니다. [~]",
        "- [-]를 누르면 작아집니다.",
        "- [-1, 1] 사이",
        "가격은 $5 = 6,500원, $6 = 7,800원이고 US$5=1",
        "안녕하세요~~ 반갑습니다~~!",
        "신청은 ~2월 5일, 발표는 10일~ 예정입니다. 50원*20명*2회",
        " 9. 아홉\n10. 열",
        "- 하나\n - 둘",
        "+ 더함\n- 뺌\n+ 더함",
        "> 2019. 시작\n> 2020. 이사",
        "- 하나\n→ 이어지는 말",
        "- 하나\n\n1. 따로",
    ];
    for (body, found) in bodies.iter().zip(codes(&bodies)) {
        assert_eq!(found, [""; 0], "{body}");
    }
}

/// A single line with a sign, and lines that are kept apart, are written so on purpose.
#[test]
fn signs_before_single_lines_are_no_lists() {
    let bodies = [
        "※ 참고로 적어 둡니다.",
        "✅ 끝냈습니다.",
        "글입니다.\n※ 주의합니다.",
        "👉 [글](a.md)",
        "✅ 하나  \n✅ 둘",
        "📅 3월 5일\\\n📍 서울",
        "I. 개요",
        "i) 하나\n글",
        "제1조에서 정한 것은\n제2조에 따릅니다.",
        "1단계에서 합니다.\n2단계에서 합니다.",
        "3.5 점과\n4.1 점입니다.",
        "글이 길어서\n→ 줄을 바꿉니다",
        "✅ 하나\n\n✅ 둘",
        "일시: 3월 1일",
        "일시: 3월 1일  \n장소: 서울",
        "일시: 3월 1일\n그리고 더 있습니다.",
        "이 글이 말하는 것은 이렇습니다: 하나\n다음도 마찬가지로 그렇습니다: 둘",
        "- 절차\n1단계에서 합니다",
        "*하나*와\n*둘*",
        "Step 1 is here.",
        "[1]과 [2]를 봅니다.",
    ];
    for (body, found) in bodies.iter().zip(codes(&bodies)) {
        assert_eq!(found, [""; 0], "{body}");
    }
}

#[test]
fn links_without_words_or_address_are_told() {
    assert_each(
        "empty-link",
        &[
            "글 [](a.md)",
            "글 [ ](a.md) 글",
            "글 [](https://example.com)",
            "글 [글]()",
            "글 [글]( )",
            "글 [글](<>)",
        ],
    );
    let right =
        ["[글](a.md) [`a`](a.md) <https://example.com> [**글**](a.md)", "글 <a id=\"x\"></a>"];
    for (body, found) in right.iter().zip(codes(&right)) {
        assert_eq!(found, [""; 0], "{body}");
    }
}

/// A link whose address has spaces is one problem.
#[test]
fn spaces_in_addresses_are_one_problem() {
    assert_each(
        "literal-markdown",
        &[
            "[글](../guides/환불 정책.ko.md)",
            "[글](https://example.com/환불 정책.pdf)",
            "[글](https://example.com/환불 정책)",
            "[글](환불 정책.hwp \"제목\")",
            "[글](환불 정책 (최신).hwp)",
            "[글](#첫 번째 절)",
            "[전화](tel:02 123 4567)",
            "[글](mailto:desk@example.com?subject=문의 합니다)",
        ],
    );
}

/// A colon at the beginning of a line is part of the text, not of a list of definitions.
#[test]
fn colons_at_the_beginning_of_lines_are_kept() {
    let site = TestSite::new();
    let body = "Intro.\n\n::: tip\nUse it.\n:::\n\nA smile\n:) here\n\nTerm\n: Meaning.\n\nPlain words\n\n: apart";
    site.write("content/guides/b.en.md", guide("Beta guide", "", body));
    assert_eq!(site.build(&[]).code, 0);
    let html = site.read("site/en/guides/b/index.html");
    assert!(html.contains("::: tip") && html.contains(":) here"), "{html}");
    assert!(html.contains(": apart") && !html.contains(">Plain words</dt>"), "{html}");
    assert!(html.contains(">Term</dt>"), "{html}");
}

/// Comments of editors are not published in any form.
#[test]
fn comments_reach_no_output() {
    let site = TestSite::new();
    let body = "<!-- SECRET one -->\n\nText <!-- SECRET two --> goes on.\n\n<div>a<!-- SECRET three\nlines --></div>\n\n- [ ] Task <!-- SECRET four --> {#task}\n\n> <!-- SECRET five -->\n> quoted\n\n| A |\n|---|\n| b <!-- SECRET six --> |\n\nA note[^n].\n\n[^n]: x <!-- SECRET seven -->\n\n```html\n<!-- shown -->\n```";
    site.write("content/guides/b.en.md", guide("Beta guide", "", body));
    assert_eq!(site.build(&[]).code, 0);
    let holds = |bytes: &[u8], word: &str| String::from_utf8_lossy(bytes).contains(word);
    let files = site.tree("site");
    let leaks: Vec<&String> =
        files.iter().filter(|(_, bytes)| holds(bytes, "SECRET")).map(|(path, _)| path).collect();
    assert_eq!(leaks, [""; 0]);
    let page = &files["site/en/guides/b/index.html".trim_start_matches("site/")];
    assert!(holds(page, "shown"), "code is no comment");
}

/// In pages and in feeds, bare addresses are links, which end where the address ends.
#[test]
fn bare_addresses_are_links() {
    let site = TestSite::new();
    let body = "https://example.com/docs에서 봅니다.\n\n[https://example.com/a](a.md) `https://example.com/b` <a href=\"a.md\">https://example.com/c</a>\n\ndesk@example.com으로 보냅니다.";
    site.write("content/guides/b.en.md", guide("Beta guide", "", body));
    let built = site.build(&[]);
    assert_eq!((built.code, built.stderr.as_str()), (0, ""));
    let html = site.read("site/en/guides/b/index.html");
    assert!(html.contains(">https://example.com/docs</a>에서"), "{html}");
    assert!(html.contains("mailto:desk@example.com"), "{html}");
    for address in ["a", "b", "c"] {
        assert!(!html.contains(&format!("href=\"https://example.com/{address}\"")), "{address}");
        assert!(!html.contains(&format!("href=https://example.com/{address}")), "{address}");
    }
}

/// An old address may be any address of the site, even that of a file at the root.
#[test]
fn aliases_below_the_root_redirect() {
    let site = TestSite::new();
    let aliases =
        "aliases = [\"/old\", \"/2019/05/post.html\", \"/en/blog/first/\", \"guides/before\"]\n";
    site.write("content/guides/b.en.md", guide("Beta guide", aliases, "x"));
    let built = site.build(&[]);
    assert_eq!((built.code, built.stderr.as_str()), (0, ""));
    for path in [
        "old/index.html",
        "2019/05/post.html",
        "en/blog/first/index.html",
        "en/guides/before/index.html",
    ] {
        assert!(site.read(&format!("site/{path}")).contains("/en/guides/b/"), "{path}");
    }
}

/// An absolute address of the site itself becomes a link within the site.
#[test]
fn absolute_addresses_of_the_site_become_links_within_it() {
    let site = TestSite::new();
    let own = [
        "https://guide.example/en/guides/a/#first",
        "http://GUIDE.example",
        "https://guide.example/en/feed.xml?a=b",
        "//guide.example/en/guides/a/",
        "https://guide.example:443/ko/",
        "HTTP://guide.example:80?x#y",
    ];
    let others = ["https://guide.example.org/x", "https://guide.example:8443/x", "//example.org/x"];
    let body: Vec<String> =
        own.iter().chain(&others).map(|address| format!("[x]({address})")).collect();
    site.write("content/guides/b.en.md", guide("Beta guide", "", &body.join(" ")));
    let built = site.build(&[]);
    assert_eq!((built.code, built.stderr.as_str()), (0, ""));
    let html = site.read("site/en/guides/b/index.html");
    for address in own {
        assert!(!html.contains(&format!("href=\"{address}\"")), "{address}: {html}");
    }
    for address in others {
        assert!(html.contains(&format!("href=\"{address}\"")), "{address}: {html}");
    }
    assert!(html.contains("href=\"/en/guides/a/#first\""), "{html}");
}

#[test]
fn full_addresses_of_the_own_site_that_lead_nowhere_are_told() {
    assert_each(
        "broken-link",
        &[
            "[x](https://guide.example/en/none/)",
            "[x](//guide.example/en/none/)",
            "[x](https://guide.example:443/en/none/)",
            "<a href=\"//GUIDE.example/none\">x</a>",
            "<http://guide.example:80/none>",
        ],
    );
}

/// A comment whose end stands in another block is shown to readers.
#[test]
fn comments_that_are_not_closed_are_told() {
    assert_each(
        "unclosed-html",
        &["글 <!-- 메모 -- 글", "글 <!-- 메모\n\n더 --> 글", "- 항목 <!-- 메모"],
    );
}

/// Browsers look for these on the site itself, or nowhere.
#[test]
fn addresses_without_a_host_lead_nowhere() {
    assert_each(
        "broken-link",
        &[
            "[글](https:/example.com)",
            "[글](http:example.com/a)",
            "[글](https://https://example.com)",
            "[글](desk@example.com)",
            "<a href=\"HTTPS:/example.com\">글</a>",
        ],
    );
    assert_each("empty-link", &["[글](https://)", "[글](mailto:)", "[글](tel:)"]);
    let right = ["[글](mailto:desk@example.com)", "[글](tel:02-123-4567)", "[글](//example.org)"];
    for (body, found) in right.iter().zip(codes(&right)) {
        assert_eq!(found, [""; 0], "{body}");
    }
}

#[test]
fn pages_without_text_are_told() {
    assert_each(
        "empty-page",
        &[
            "",
            "## One {#one}\n\n### Two {#two}",
            "<!-- to be written -->\n\n## One",
            "---",
            "&nbsp;",
            "<p></p>\n\n<br>",
            "## 제목\n\n- \n- ",
            "[ref]: https://example.com\n\n## `code` in a heading",
        ],
    );
    let some = ["![그림](https://guide.example/previews/x.png)", "## One\n\n1", "```\nls\n```"];
    for (body, found) in some.iter().zip(codes(&some)) {
        assert!(!found.contains(&"empty-page".to_owned()), "{body}");
    }
}
