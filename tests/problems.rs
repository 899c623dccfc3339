//! All kinds of bad content as an editor sees them: the real program, its exact messages in
//! both languages, and no changes on the disk.

use std::path::Path;

use crate::support::{SETTINGS, TestSite, assert_golden, assert_no_orphans, guide, translation};

struct Case {
    name: &'static str,
    make: fn(&TestSite),
}

macro_rules! cases {
    ($($name:literal: $make:expr;)*) => { &[$(Case { name: $name, make: $make }),*] };
}

const B: &str = "content/guides/b.en.md";
const LEDGER: &str = "content/guides/a.ko.ledger";
/// An entry of a ledger.
const BLOCK: &str = "[first]\nsource = 0123456789abcdef\ntranslation = 0123456789abcdef\n";

/// A collection with a feed, two whose names cannot be folders, and unknown keys.
const COLLECTIONS: &str = r#"
[collections.cases]
title = { en = "Cases", ko = "사례" }
introduction = { en = "x" }
order = "newest"
feed = true

[collections.guides]
title = { en = "Guides", ko = "가이드" }
introduction = { en = "x", ko = "y" }

[collections."a b"]
title = { en = "A", ko = "가" }
introduction = { en = "x", ko = "y" }
dates = true
"#;

/// A conversation whose marks do not occur in its messages.
const CONVERSATION: &str = r#"kind = "conversation"
id = "soup"
title = "Soup"
caption = "One question."

[[messages]]
id = "question"
role = "asks"
speaker = "A parent"
text = "Is the soup free of nuts?"

[[messages]]
id = "reply"
role = "draft"
speaker = "The draft"
text = "Yes, it always is, and it will be."

[[messages.marks]]
words = "will be"
tag = "Promise"

[[messages.marks]]
words = "always is"
tag = "Claim"

[[messages.marks]]
words = "never"
tag = "Claim"
"#;

/// Returns the file of a single page: its front matter, with `more` keys, and its body.
fn page(title: &str, more: &str, body: &str) -> String {
    guide(title, more, body).replace("published = 2026-11-22\n", "")
}

/// A practice whose marked words are missing, repeated or overlapping, with marks that
/// contradict the answer, and with unused answers and rules.
const PRACTICE: &str = r#"```diagram
kind = "practice"
id = "replies"
title = "Replies"
caption = "Cases."
[[rules]]
id = "promise"
label = "Promise"
[[rules]]
id = "unused"
label = "Unused"
[[cases]]
id = "first"
lesson = "L"
message = "Where is it? Where is it now?"
draft = "You will get it, and you will get more."
answer = "send"
marks = [{ words = "you will get more", rule = "promise" }]
why = "W"
[[cases]]
id = "second"
lesson = "L"
message = "Where is it? Where is it now?"
draft = "You will get it, and you will get more."
answer = "mend"
marks = [
  { words = "Where is it", rule = "promise" },
  { words = "you will have", rule = "promise" },
  { words = "you will get", rule = "promise" },
  { words = "get more", rule = "promise" },
]
why = "W"
[[cases]]
id = "third"
lesson = "L"
draft = "D"
answer = "hand-over"
why = "W"
[[cases]]
id = "fourth"
lesson = "L"
draft = "D"
answer = "hand-on"
why = "W"
```
"#;

/// One row for each kind of bad input; the golden file holds the output.
const CASES: &[Case] = cases! {
    "invalid-toml": |s| { s.write(B, "+++\ntitle = \"B\ndescription = \"x\"\n+++\n"); };
    "invalid-toml-unquoted": |s| { s.write(B, "+++\ntitle = Beta guide\ndescription = \"x\"\npublished = 2026-01-01\n+++\n"); };
    "duplicate-key": |s| { s.write(B, guide("Beta", "title = \"again\"\n", "x")); };
    "unknown-key": |s| { s.write(B, guide("Beta", "audence = []\n", "x")); };
    "unknown-key-stranger": |s| { s.write(B, guide("Beta", "colour = \"red\"\n", "x")); };
    "unknown-key-in-table": |s| { s.write(B, guide("Beta", "[seo]\ntitel = \"x\"\n", "x")); };
    "missing-key": |s| { s.write(B, "+++\ntitle = \"Beta\"\n+++\n"); };
    "wrong-type": |s| { s.write(B, "+++\ntitle = 7\ndescription = \"x\"\npublished = \"2026-01-01\"\naudience = \"product\"\ndraft = \"no\"\n+++\n"); };
    "blank-text": |s| { s.write(B, "+++\ntitle = \"  \"\ndescription = \"x\"\npublished = 2026-01-01\n+++\n"); };
    "impossible-date": |s| { s.write(B, "+++\ntitle = \"Beta\"\ndescription = \"x\"\npublished = 2026-02-30\n+++\n"); };
    "date-with-time": |s| { s.write(B, "+++\ntitle = \"Beta\"\ndescription = \"x\"\npublished = 2026-02-03T10:00:00Z\n+++\n"); };
    "unknown-value": |s| { s.write("guide.toml", [SETTINGS, "[collections.cases]\ntitle = { en = \"C\", ko = \"ㄷ\" }\nintroduction = { en = \"C\", ko = \"ㄷ\" }\norder = \"dates\"\n"].concat()); };
    "avoided-word": |s| { s.write("content/pages/words.en.md", page("Words", "words_section = \"list\"\n[terms.e-mail]\nword = \"E-mail\"\navoid = [\"email\", \"mail\"]\n", "## List {#list}\n\nNot “mail”, and no mail.")).write("content/pages/words.ko.md", translation("용어", "[terms.e-mail]\nword = \"이메일\"\navoid = [\"메일\"]\n", "## 목록 {#list}\n\n‘메일’이 아닙니다.")).write(B, guide("Beta", "evidence = [\"Ten emails\"]\n", "An e-mail, an email, a mailbox and `mail`.")).write("content/guides/b.ko.md", translation("베타", "evidence = [\"메일 열 통\"]\n", "이메일과 메일함, 메일로는 안 됩니다.\n\n<!-- giljabi: allow avoided-word: a quotation -->\n\n그는 메일이라고 썼습니다.")); };
    "unknown-topic": |s| { s.write("guide.toml", [SETTINGS, "[topics.use-case]\nen = \"Uses\"\nko = \"쓰임\"\n[topics.\"Big risk\"]\nen = \"R\"\nko = \"ㅇ\"\n[topics.main]\nen = \"M\"\nko = \"ㅁ\"\n"].concat()).write(B, guide("Beta", "topic = \"use-cases\"\n", "x")).write("content/guides/c.en.md", guide("Gamma", "topic = \"cost\"\n", "x")); };
    "built-in-collection": |s| { s.write("guide.toml", [SETTINGS, "[collections.guides]\ntitle = { en = \"Stories\", ko = \"이야기\" }\nfeed = true\n[collections.cases]\ndated = true\n"].concat()); };
    "theme": |s| { s.write("static/assets/sign.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>").write("guide.toml", [SETTINGS, "[theme]\naccent = \"#d98a5f\"\ncool = \"teal\"\nlogo = \"sing.svg\"\n[[theme.links]]\nurl = \"shop.example\"\nen = \"Shop\"\nko = \"가게\"\n"].concat()); };
    "logo-not-svg": |s| { s.write("guide.toml", ["theme.logo = \"logo.png\"\n", SETTINGS].concat()); };
    "terms": |s| { s.write("content/pages/words.en.md", page("Words", "words_section = \"list\"\n[terms.draft-mode]\nsection = \"frist\"\nword = \"Draft mode\"\ndefinition = \"D.\"\n[terms.Gate]\nword = \"Gate\"\n[terms.rule]\nword = \"Rule\"\n", "## First {#first}\n")).write("content/pages/words.ko.md", translation("용어", "[terms.draft-mode]\nsection = \"first\"\nword = \"초안\"\n[terms.role]\nword = \"규칙\"\n[terms.Gate]\nword = \"문\"\n", "## 처음 {#first}\n")).write("content/pages/more.en.md", page("More", "[terms.draft-mode]\nword = \"Draft mode\"\ndefinition = \"D.\"\n", "[One](term:draft-mode), [two](term:draft), [three](term:rule).")); };
    "yaml-front-matter": |s| { s.write(B, "---\ntitle: Beta\n---\n\nText.\n"); };
    "no-front-matter": |s| { s.write(B, "# Beta\n\nText.\n"); };
    "empty-file": |s| { s.write(B, ""); };
    "unclosed-front-matter": |s| { s.write(B, "+++\ntitle = \"Beta\"\n\nText.\n"); };
    "not-utf8": |s| { s.write(B, b"+++\ntitle = \"\xb0\xa1\xb3\xaa\"\n+++\n"); };
    "unknown-language": |s| { s.write("content/guides/b.fr.md", guide("Beta", "", "x")); };
    "missing-language": |s| { s.write("content/guides/b.md", guide("Beta", "", "x")); };
    "misplaced-page": |s| { s.write("content/news/b.en.md", guide("Beta", "", "x")); };
    "bad-slug": |s| { s.write("content/guides/b c.en.md", guide("Beta", "", "x")); };
    "other-language-body": |s| { s.write(B, guide("Beta", "", "## First {#first}\n\n급식을 누가 어디에서 조리할지 정하는 방법을 차례대로 설명합니다. 먼저 조리실이 있는지 살펴보고, 다음으로 사람과 돈이 얼마나 드는지 셉니다. 마지막으로 한 달 동안 시험해 봅니다.")); };
    "same-names": |s| {
        let decomposed = "content/guides/\u{1100}\u{1161}.png";
        s.write("content/guides/가.png", png()).write(decomposed, png()).write(B, guide("Beta", "", "![가](가.png)"));
        s.write("static/가.txt", "1").write("static/\u{1100}\u{1161}.txt", "2");
        s.write("content/guides/가.en.md", guide("One", "", "x")).write("content/guides/\u{1100}\u{1161}.en.md", guide("Two", "", "x"));
    };
    "duplicate-address": |s| { s.write("content/guides/A.en.md", guide("Beta", "", "x")); };
    "neutral-key-in-translation": |s| { s.write(B, guide("Beta", "", "x")).write("content/guides/b.ko.md", translation("베타", "published = 2026-11-22\ntopic = \"risk\"\nupdated = 2026-11-22\n", "글")); };
    "missing-source": |s| { s.write("content/guides/b.ko.md", translation("베타", "", "글")); };
    "source-language-conflict": |s| { s.write(B, guide("Beta", "source_language = \"en\"\n", "x")).write("content/guides/b.ko.md", translation("베타", "source_language = \"ko\"\npublished = 2026-11-22\n", "글")); };
    "broken-link": |s| { s.write(B, guide("Beta", "", "See [alpha](aa.md) and [this](../checklists/none.md)\nand [that](missing.pdf), [up](../../../x.md), [root](/en/guides/zzz/),\n[folder](content/guides/a.md), [list](../guides/#x), [drive](C:/a.md).")); };
    "broken-anchor": |s| { s.write(B, guide("Beta", "", "## Own {#own}\n\nSee [alpha](a.md#frist), [own](#onw), [root](/en/guides/a/#nope).")); };
    "broken-image": |s| { s.write("content/guides/flow.png", png()).write(B, guide("Beta", "", "![A flow](flwo.png)")); };
    "foreign-image": |s| { s.write(B, guide("Beta", "", "![A flow](https://other.example/flow.png)")); };
    "unsafe-link": |s| { s.write(B, guide("Beta", "", "[x](javascript:alert(1)) [y](data:text/html,x)")); };
    "draft-link": |s| { s.write("content/guides/c.en.md", guide("Gamma", "draft = true\n", "x")).write(B, guide("Beta", "", "[Gamma](c.md)")); };
    "duplicate-anchor": |s| { s.write(B, guide("Beta", "", "## One {#x}\n\n## Two {#x}\n\n- [ ] Task {#x}")); };
    "unknown-footnote": |s| { s.write(B, guide("Beta", "", "A claim.[^1] An escaped one: \\[^2].")); };
    "toml-mistakes": |s| { s.write(B, "+++\ntitle = “Beta”\ndescription: \"x\"\npublished = 2026.01.05\ndraft = Yes\n+++\n"); };
    "open-table": |s| { s.write("guide.toml", [SETTINGS, "\n[security\nmeta = true\ntitle = \"x\"\n\n[[theme.links]\nurl = \"https://a.example\"\n"].concat()).write(B, "+++\ntitle = \"Beta\"\ndescription = \"x\"\npublished = 2026-01-05\n[seo\ntitle = \"B\"\n+++\n"); };
    "semicolons": |s| { s.write(B, "+++\ntitle = \"Beta\"；\ndescription = \"x\"\npublished = 2026-01-05；\nrelated = [\"a\"；\"b\"]\n+++\n").write("guide.toml", [SETTINGS, "\n[security]\nmeta = true;\n"].concat()); };
    "date-in-words": |s| { s.write(B, "+++\ntitle = \"Beta\"\ndescription = \"x\"\npublished = 2026년 1월 5일\n+++\n"); };
    "below-a-table": |s| { s.write(B, "+++\ntitle = \"Beta\"\ndescription = \"x\"\n[seo]\npublished = 2026-01-05\n+++\n"); };
    "before-front-matter": |s| { s.write(B, "\n+++\ntitle = \"Beta\"\n+++\n"); };
    "wrong-extension": |s| { s.write("content/guides/b.en.MD", "x").write("content/guides/c.en.md.txt", "x"); };
    "settings-not-utf8": |s| { s.write("guide.toml", b"base_url = \"https://a.example\"\n[title]\nen = \"A\"\nko = \"\xb0\xa1\"\n"); };
    "catalog-not-utf8": |s| { s.write("templates/i18n/ko.ftl", b"contents = \xb0\xa1\n"); };
    "template-parent": |s| { s.write("templates/guide.html", "{% extends \"nobase.html\" %}"); };
    "template-component": |s| { s.write("templates/components/callout.html", "{% component callout(kind) %}{{ kin }}{% endcomponent callout %}").write(B, guide("Beta", "", "> [!NOTE]\n> x")); };
    "reserved-id": |s| { s.write(B, guide("Beta", "", "## One {#main}\n\n<a id=\"dup\"></a>\n\n## Two {#dup}\n\nText.")); };
    "unclosed-html": |s| { s.write(B, guide("Beta", "", "<details>\n<summary>More</summary>\n\n- <b>a list\n\n> <div class=\"x\n> y\n\nText.</span>")); };
    "missing-alt-text": |s| { s.write("content/guides/i.png", png()).write(B, guide("Beta", "", "![ ](i.png)\n\n<p><img src=\"i.png\"> <img src=\"i.png\" alt=\"\"></p>")); };
    "html-link": |s| { s.write(B, guide("Beta", "", "<p><a href=\"alfa.md\">x</a>\n<img src='gone.png' alt=''>\n<a href=\"#nope\">y</a></p>\n\n> <div>\n> <img src=\"//t.example/p.gif\" alt=\"\"></div>")); };
    "unlisted-html": |s| { s.write(B, guide("Beta", "", "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></p></noscript>\n\n<detials>a</detials> Vec<T> <p onfocus=x bgcolor=red>b</p>\n\n<!DOCTYPE html>\n\n<?php echo 1 ?>\n\n<svg><use href=\"x.svg#a\"/><rect fill=\"url(https://t.example/#a)\"/></svg>")); };
    "hidden-character": |s| { s.write(B, guide("Beta \\u0001", "reviewer = \"a\\u0000b\"\nevidence = [\"c\\u202Ed\"]\n", "x")); };
    "unsafe-html": |s| { s.write(B, guide("Beta", "", "<script>alert(1)</script>\n\n<a href=\"JavaScript:x\">x</a> <img src=\"https://t.example/p.gif\">")); };
    "self-closing-html": |s| { s.write(B, guide("Beta", "", "before <b/> after\n\n<details/>\n\n- <i class=\"x\"/> item\n\n<svg><path/><g/><b/></svg> <br/> <div />")); };
    "misplaced-html": |s| { s.write(B, guide("Beta", "", "글 <div>x</div> 글\n\n<p align=\"center\">\n\n![그림](a.png)\n\n</p>\n\n- [ ] a <li>b</li>\n\n[x <a href=\"#y\">z</a>](#y)\n\n[각주[^1]](#y) [a <https://b.example>](#y)\n\n[^1]: 글\n\n<table>\n글\n<tr><td>a</td></tr></table>\n\n| a |\n|---|\n| <ul>*b*</ul> |\n\n<svg><p>a</p></svg>\n\n## <h3>a</h3> {#y}\n\n<a>\n\n### b\n\n</a>\n\n<svg><text>c[^1]</text></svg>")); };
    "active-file": |s| { for name in ["evil.html", "evil.js", "a.php.png", "b.xhtml", "c.css", "d.html.gz"] { s.write(&format!("content/guides/{name}"), "x"); } };
    "unsafe-svg": |s| {
        s.write("content/guides/a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\" onload=\"alert(1)\">\n<script>alert(1)</script>\n<style>@import url(x.css);</style>\n<a href=\"javascript:1\"/></svg>");
        s.write("content/guides/b.svg", "<svg viewBox=\"0 0 9 9\"><g></svg>").write("content/guides/c.svg", "<?xml version=\"1.0\" encoding=\"EUC-KR\"?><svg viewBox=\"0 0 9 9\"/>");
        s.write("content/guides/img/d.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\">\n  <foreignObject><p xmlns=\"http://www.w3.org/1999/xhtml\">글</p></foreignObject>\n  <use href=\"other.svg#a\"/>\n</svg>");
    };
    "policy-injection": |s| { s.write("guide.toml", [SETTINGS, "[subscription]\nendpoint = \"https://m.example; script-src-elem * 'unsafe-inline'\"\n[security]\nscript_src = [\"'unsafe-inline'\", \"*\", \"https://a.example; img-src *\", \"cdn.example\"]\nimg_src = [\"data:\", \"https://a.example/x?y\"]\nframe_src = [\"http://f.example\"]\n"].concat()); };
    "endpoint-lines": |s| { s.write("guide.toml", [SETTINGS, "[subscription]\nendpoint = \"https://m.example/a\\nX-Header: 1\"\n"].concat()); };
    "host-files": |s| {
        s.write("static/_headers", "/*\n  Content-Security-Policy: default-src *\n  ! X-Frame-Options\n\n/en/*\n  Cache-Control: no-store\nnot a path\n");
        s.write("static/_redirects", "/a /b\n/c javascript:alert(1) 301\n/d\n");
    };
    "host-limit": |s| { s.write("static/_redirects", format!("/a /b\n/{} /en/ 301\n", "가".repeat(400))); };
    "escape-in-path": |s| { s.write("content/guides/b\u{1b}[2J.en.md", "x").write("content/guides/\u{202e}c.en.md", "y"); };
    "policy-refuses": |s| {
        s.write("templates/components/own.html", "{% component own(x) %}\n<iframe src=\"https://player.example/1\"></iframe>\n<p style=\"color: red\" onclick=\"go()\">{{ x }}</p>\n{% endcomponent own %}");
        s.write("templates/page.html", "{% extends \"base.html\" %}\n{% block scripts %}{% set host = \"set.example\" %}<script src=\"https://{{ host }}/a.js\"></script><script>start()</script>\n<script src=\"https://cdn.example/a.js\"></script>{% endblock %}");
        s.write("static/assets/own.css", "@import \"https://fonts.example/f.css\";\n@font-face { font-family: X; src: url(https://fonts.example/x.woff2) }\n");
        s.write("static/assets/own.js", "import \"https://cdn.example/b.js\";\n");
    };
    "duplicate-footnote": |s| { s.write(B, guide("Beta", "", "A[^n].\n\n[^n]: one\n\n[^N]: two")); };
    "unknown-footnotes": |s| { s.write(B, guide("Beta", "", "A[^x] and B[^x].")); };
    "untranslated-original": |s| { s.write(B, guide("Beta", "", "Text.\n\n## [untranslated] First {#first}\n\nText.")); };
    "usual-mistakes": |s| {
        s.write(B, "+++\ntitle = \"The book \"Land\" again\"\ndescription = \"x\"\npublished = November 29, 2026\n+++\n");
        s.write("content/guides/c.en.md", guide("Gamma", "", "[x](www.example.com) [y](http://localhost:4400/en/) [z](term:portion)\n\n```practice\nid = 1\n```"));
        s.write("content/guides/d-ko.md", "x").write("content/guides/e.ko.txt", "x");
    };
    "other-language": |s| { s.write(B, "+++\ntitle = \"두 번째 안내서\"\ndescription = \"급식을 누가 어디에서 조리할지 정하는 방법을 차례대로 설명합니다.\"\npublished = 2026-11-22\n+++\n\n한국어로 쓴 글이 영어 파일에 들어 있습니다.\n"); };
    "to-be-written": |s| { s.write(B, guide("TODO: beta", "evidence = [\"TODO: what it rests on\"]\n", "## TODO: heading {#h}\n\nTODO: *words* and `TODO: code`.\n\n- [ ] TODO: check {#c}\n\nA TODO list is fine.\n\n```text\nTODO: code\n```")); };
    "code-too-long": |s| { s.write(B, guide("Beta", "", &format!("```scss\n{}\n```\n\n```text\n{}\n```", ".a{b:c}".repeat(420), "x".repeat(9_000)))); };
    "diagram-indented": |s| { s.write(B, guide("Beta", "", "- 목록:\n\n  ```diagram\n  kind = \"evidence\"\n  idd = \"가\"\n  ```\n\n> ```diagram\n> kind = \"evidence\"\n> levle = 9\n> ```")); };
    "unknown-profile": |s| { s.write("content/profiles/product.en.md", "+++\ntitle = \"Product\"\ndescription = \"x\"\n+++\n").write(B, guide("Beta", "audience = [\"prodct\", \"sales\"]\n", "x")); };
    "unknown-related": |s| { s.write(B, guide("Beta", "related = [\"alpha\", \"checklists/a\"]\n", "x")); };
    "bad-reference": |s| { s.write(B, guide("Beta", "related = [\"guides/a.md\", \"notes/a\"]\n", "x")); };
    "bad-alias": |s| { s.write(B, guide("Beta", "aliases = [\"../old\", \"/old\", \"https://x.example/old\", \"guides/a\"]\n", "x")); };
    "bad-retired": |s| {
        s.write(B, guide("Beta", "aliases = [\"guides/old\", \"ko/guides/x\"]\n", "x"));
        s.write("guide.toml", [r#"retired = ["/x", "en/ko/x", "guides/a", "guides/b", "guides/old/"]"#, "\n", SETTINGS].concat());
    };
    "bad-collection": |s| { s.write("guide.toml", [SETTINGS, COLLECTIONS].concat()).write("content/cases/a.en.md", translation("Case", "", "x")); };
    "duplicate-feed-id": |s| { s.write(B, guide("Beta", "feed_id = \"a\"\n", "x")).write("content/guides/b.ko.md", translation("베타", "feed_id = \"c\"\n", "글")); };
    "bad-version": |s| { s.write("content/changelog/v2.en.md", "+++\ntitle = \"Two\"\ndescription = \"x\"\nversion = \"2.0\"\nreleased = 2026-11-22\n+++\n"); };
    "ranking": |s| { ranking(s); };
    "settings": |s| { s.write("guide.toml", "base_url = \"guide.example\"\nsource_language = \"fr\"\ncolor = 1\nnavigation = [\"guids\", \"guides\"]\n\n[title]\nen = \"Guide\"\n\n[subscription]\nendpoint = \"mail.example\"\n\n[code]\nlight = \"InspiredGithub\"\n\n[publisher]\nname = \"Example\"\nurl = \"example.com\"\n"); };
    "very-long-title": |s| { s.write(B, guide(&"긴제목".repeat(100), "", "x")); };
    "long-texts": |s| { s.write(B, guide("A title that goes on for so long that no page of results will show it", "[seo]\ndescription = \"검색 결과에는 여든 글자까지만 보이므로 이렇게 길게 쓴 설명은 끝까지 보이지 않고 중간에서 잘리며, 정작 하려던 말이 뒤에 있으면 아무도 읽지 못합니다. 그러니 설명은 한두 문장으로 짧게 쓰고, 자세한 이야기는 본문에서 하는 편이 좋습니다.\"\n", "x")); };
    "duplicate-texts": |s| { s.write(B, guide("Alpha", "", "x")).write("content/guides/c.en.md", guide("ALPHA · Decision guide", "", "x")).write("content/guides/d.en.md", guide("Guides", "", "x")).write("content/guides/e.en.md", guide("Decision guide", "", "x")); };
    "short-texts": |s| { s.write("guide.toml", SETTINGS.replace("Decision guide", "Go")).write(B, "+++\ntitle = \"Be\"\ndescription = \"What to do.\"\npublished = 2026-11-22\n+++\n"); };
    "missing-glyph-site": |s| { s.write("guide.toml", SETTINGS.replace("결정 가이드", "计算 🎉 가이드")); };
    "missing-glyph": |s| { s.write(B, guide("The 计 in the loop 🎉", "", "x")); };
    "missing-glyph-diagram": |s| { s.write(B, guide("Beta", "", &small_diagram("x").replace("\"A\"", "\"판단(计)\""))); };
    "merge-conflict": |s| { s.write(B, guide("Beta", "", "- one\n<<<<<<< HEAD\n- two\n=======\n- three\n>>>>>>> other")).write("templates/page.html", "<p>\n<<<<<<< HEAD\n=======\n>>>>>>> other\n"); };
    "literal-markdown-text": |s| { s.write(B, guide("Beta", "", "## {#a}\n\nSee [the terms][terms], table[0][1] and [alpha][].\n\n[alpha]: a.md\n\n```json\n{}\n``\n\n## Lost")); };
    "empty-checklist": |s| { s.write("content/checklists/c.en.md", "+++\ntitle = \"Checklist\"\ndescription = \"x\"\n+++\nText.\n"); };
    "checklist-ids": |s| {
        s.write("content/checklists/c.en.md", "+++\ntitle = \"Checklist\"\ndescription = \"x\"\n+++\n- [ ] One {#one}\n- [ ] Two {#two}\n- [ ] Three\n");
        s.write("content/checklists/c.ko.md", "+++\ntitle = \"점검표\"\ndescription = \"x\"\n+++\n- [ ] 하나 {#won}\n- [ ] 둘\n- [ ] 셋 {#three}\n");
    };
    "template-unknown-component": |s| { s.write("templates/page.html", "<p>\n {{ <iccon name=\"menu\" /> }}{{ x | uper }}").write("templates/404.html", "{{ tt(key=\"x\") }}"); };
    "heading-order": |s| { s.write(B, guide("Beta", "", "### Three {#three}\n\n## Two\n\n#### Four\n\nText.")); };
    "alias-needs-a-folder": |s| { s.write("content/home.en.md", translation("Home", "", "x")).write(B, guide("Beta", "aliases = [\"feed.xml\", \"index.html\", \"guides/a/index.html/old\"]\n", "x")); };
    "page-needs-a-folder": |s| { s.write("content/guides/index.html.en.md", guide("Beta", "", "x")).write("static/en", "x").write("static/index.html/x", "x"); };
    "no-pages": |s| { s.remove("content/guides/a.en.md"); s.remove("content/guides/a.ko.md"); };
    "site-emptied": |s| { assert_eq!(s.build(&[]).code, 0); s.remove("content/guides/a.en.md"); s.remove("content/guides/a.ko.md"); };
    "review-due": |s| { s.write(B, guide("Beta", "review_by = 2020-02-29\n", "x")); };
    "page-gone": |s| { renamed_page(s); };
    "bad-icon-nested-masks": |s| {
        let rect = |i| format!("<rect width=\"9\" height=\"9\" mask=\"url(#m{i})\"/>");
        let mask = |i| format!("<mask id=\"m{i}\">{}{}</mask>\n", rect(i + 1), rect(i + 1));
        let masks: String = (0..40).map(mask).collect();
        let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\">\n";
        s.write("static/assets/icon.svg", [svg, &masks, "<mask id=\"m40\"/>", &rect(0), "</svg>"].concat());
    };
    "bad-icon-filter": |s| { s.write("static/assets/icon.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><filter id=\"f\"><feTurbulence numOctaves=\"9999\" baseFrequency=\"0.1\"/></filter><rect width=\"9\" height=\"9\" filter=\"url(#f)\"/></svg>"); };
    "bad-icon-repeated": |s| { s.write("static/assets/icon.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><pattern id=\"p\" width=\"9\" height=\"9\"><rect width=\"1\" height=\"1\"/></pattern><rect width=\"9\" height=\"9\" fill=\"url(#p)\"/></svg>"); };
    "bad-icon-styles": |s| { s.write("static/assets/icon.svg", format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><rect style=\"{}\"/></svg>", "fill:red;".repeat(999))); };
    "bad-icon-text": |s| { s.write("static/assets/icon.svg", format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><text>{}</text></svg>", "글".repeat(9_000))); };
    "bad-icon-elements": |s| { s.write("static/assets/icon.svg", format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\">{}</svg>", "<path d=\"M0 0H1\" stroke=\"red\"/>".repeat(5_001))); };
    "nested-marks": |s| { s.write(B, guide("Beta", "", &format!("> 인용\n\n{}a", "- ".repeat(101)))); };
    "nested-scripts": |s| { s.write("static/assets/a.js", format!("let a = {}1;\n", "!".repeat(20_000))).write("static/assets/b.js", "[".repeat(100_000)).write("static/assets/c.js", format!("let c = {}1;\n", "new ".repeat(50_000))); };
    "nested-styles": |s| { s.write("static/assets/a.css", format!("@import \"../../templates/b.css\";\n{}{}", "a{".repeat(20_000), "}".repeat(20_000))).write("templates/b.css", "a:is(".repeat(300)); };
    "nested-catalog": |s| { s.write("templates/i18n/ko.ftl", format!("home = {}\"x\"{}\n", "{".repeat(20_000), "}".repeat(20_000))); };
    "template-filters": |s| { s.write("templates/guide.html", ["<p>\n{{ \"글자\"", &" | replace(from=\"글\", to=\"글글글글글글글글글글\")".repeat(9), " }}"].concat()); };
    "template-joined": |s| { s.write("templates/guide.html", ["<p>\n{{ a", &" ~ a".repeat(60), " }}"].concat()); };
    "template-branches": |s| { s.write("templates/guide.html", ["{% if a %}\n", &"{% elif b %}\n".repeat(600), "{% endif %}"].concat()); };
    "template-lists": |s| { s.write("templates/guide.html", "{% set a = [\"글\"] %}\n{% for i in range(end=60) %}{% set_global a = [a, a] %}{% endfor %}{{ a }}"); };
    "many-attributes": |s| { let many: String = (0..300).map(|i| format!(" a{i}=b")).collect(); s.write(B, guide("Beta", "", &format!("글 <b{many}>a</b>"))).write("content/guides/d.svg", format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\">\n  <g{}/></svg>", many.replace("=b", "=\"b\""))); };
    "many-open-elements": |s| { s.write(B, guide("Beta", "", &["글\n\n", &"<div>\n".repeat(500), &"</div>\n".repeat(500)].concat())); };
    "template-list-joined": |s| { s.write("templates/guide.html", "{% set_global a = [\"글자\"] %}\n{% for i in range(end=60) %}{% set t = a | join(sep=\", \") %}{% set_global a = [t, t] %}{% endfor %}{{ a }}"); };
    "template-includes": |s| {
        s.write("templates/guide.html", "<p>\n{% include \"i0.html\" %}");
        for at in 0..40 { s.write(&format!("templates/i{at}.html"), format!("{{% include \"i{0}.html\" %}}{{% include \"i{0}.html\" %}}", at + 1)); }
        s.write("templates/i40.html", "");
    };
    "template-blocks": |s| {
        let twice = "{% block a %}\n{{ super() }}{{ super() }}{{ super() }}{{ super() }}{% endblock %}";
        s.write("templates/guide.html", format!("{{% extends \"e0.html\" %}}{twice}"));
        for at in 0..18 { s.write(&format!("templates/e{at}.html"), format!("{{% extends \"e{}.html\" %}}{twice}", at + 1)); }
        s.write("templates/e18.html", "{% block a %}{% endblock %}");
    };
    "template-steps": |s| { s.write("templates/guide.html", "<p>\n{% for a in range(end=9999) %}{% for b in range(end=9999) %}{% endfor %}{% endfor %}"); };
    "template-value": |s| { s.write("templates/guide.html", "{% set a = \"낱말\" %}\n{% for i in range(end=99) %}{% set_global a = a ~ a %}{% endfor %}{{ a }}"); };
    "template-page": |s| { s.write("templates/guide.html", "{% set a %}{% for i in range(end=99999) %}낱말낱말{% endfor %}{% endset %}\n{% for i in range(end=99) %}{{ a }}{% endfor %}"); };
    "bad-icon": |s| { s.write("static/assets/icon.svg", "<svg>"); };
    "settings-toml": |s| { s.write("guide.toml", "base_url = https://guide.example\n[title]\nen = \"a\"\nko = \"b\"\n"); };
    "template-syntax": |s| { s.write("templates/page.html", "<p>\n{% if x %}\n").write("templates/404.html", "{{ }}"); };
    "scripts": |s| { s.write("static/assets/a.js", "import { b } from \"./b.js\";\nb();\n").write("static/assets/b.js", "import \"./kti.js\";\n").write("static/assets/c.js", "const = 1;\n"); };
    "style-imports": |s| {
        for at in 0..40 { s.write(&format!("static/assets/c{at}.css"), format!("@import \"c{0}.css\";\n@import \"c{0}.css\";\n", at + 1)); }
        s.write("static/assets/c40.css", "a { color: red }\n");
    };
    "styles": |s| { s.write("static/assets/own.css", "@import \"../../templates/components/crad.css\" layer(parts);\na { background: url(icon.svgg); mask: url(icon.svg#a) }\n"); };
    "template-error": |s| { s.write("templates/guide.html", "{% extends \"base.html\" %}\n{% block main %}\n<h1>제목 {{ titel }}</h1>\n{% endblock %}\n"); };
    "template-korean-page": |s| { s.write("templates/guide.html", "{% if frame.lang == \"ko\" %}{{ nope.x }}{% endif %}").write("templates/collection.html", "{{ nope.x }}"); };
    "template-string": |s| { s.write("templates/guide.html", "<p>{{ t(key=\"no-such-string\") }}</p>\n"); };
    "catalog-key": |s| { s.write("templates/i18n/ko.ftl", "contents = 차례\nfarewell = 안녕히\n"); };
    "catalog-twice": |s| { s.write("templates/i18n/ko.ftl", "contents = 차례\nhome = 처음\ncontents = 목차\n"); };
    "bad-feed-id": |s| { s.write("content/guides/a.en.md", guide("Alpha", "feed_id = \"guides/old\"\n", "x")).write(B, guide("Beta", "feed_id = \"../x y<\"\n", "x")); };
    "catalog-references": |s| { s.write("templates/i18n/ko.ftl", "contents = 목차 { $nope } { JOSA(\"x\") } { NOPE(1) } { contnets } { -term }\nhome = { home }\nlatest-updates = { JOSA($x, \"은/을\") }\n"); };
    "catalog-too-long": |s| {
        let terms = (1..4).map(|nth| format!("-t{nth} = {}\n", format!("{{ -t{} }}", nth - 1).repeat(10)));
        s.write("templates/i18n/en.ftl", format!("-t0 = xxxxxxxxxx\n{}contents = {{ -t3 }}\nhome = {{ -t1 }}\n", terms.collect::<String>()));
    };
    "unknown-callout": |s| { s.write(B, guide("Beta", "", "> [!WARNIGN]\n> a\n\n> [!주의]\n> b\n\n> [!note] Own title\n> c\n\n> [!tldr]\n> d\n\n- > [!TIPP]\n  > e\n\n```diagrm\nkind = 1\n```")); };
    "heading-attributes": |s| { s.write(B, guide("Beta", "", "## One {#한 글}\n\n## Two {#}\n\n## Three {onclick=x data-y=1}\n\n## Four {#four .class}\n\n## Five {#five}\n\n<p id=\"a b\">x</p>")); };
    "empty-link": |s| { s.write(B, guide("Beta", "", "[x]() and [y](#) and ![z]()")); };
    "links-without-words": |s| { s.write(B, guide("Beta", "", "Text: [](a.md), [ ](https://example.com).")); };
    "wrong-names-of-copies": |s| {
        for name in ["a.en (1).md", "a - 복사본.en.md", "Copy of a.en.md", "a.en copy.md.txt", "a.en.md.old"] {
            s.write(&format!("content/guides/{name}"), guide("Alpha", "", "x"));
        }
    };
    "untranslated-passage": |s| {
        s.write("content/guides/a.ko.md", translation("알파", "", "## 처음 {#first}\n\n글.\n\nAsk who decides before anything is bought. It takes a day at most."));
        s.write(B, guide("Beta", "", "## One {#one}\n\nx\n\n## Two {#two}\n\nx"));
        s.write("content/guides/b.ko.md", translation("베타", "", "## 하나 {#one}\n\n글.\n\n- Is it worth the money? Ask those who will use it!\n\n## 둘 {#two}\n\n글.\n\nAsk who decides before anything is bought. It takes a day at most."));
    };
    "toml-remarks": |s| {
        s.write("guide.toml", SETTINGS.replace("Decision guide", "G"));
        s.write(B, "+++\ntitle = \"B\" # giljabi: allow short-title: a name\ndescription = \"short\" # giljabi: allow short-description\npublished = 2026-11-22 # giljabi: allow far-date: x\n+++\n\nx\n");
    };
    "invisible-in-lines": |s| { s.write(B, "+++\ntitle = \"\"\"Beta guide\nof all\u{200b}guides\"\"\"\ndescription = \"\"\"What it is about, in so many words\nthat it is long\u{ad}enough.\"\"\"\npublished = 2026-11-22\n+++\n\nx\n"); };
    "list-not-nested": |s| { s.write(B, guide("Beta", "", "1. 하나\n  - 안쪽\n2. 둘")); };
    "literal-markdown": |s| { s.write("content/guides/한글 파일.txt", "x").write(B, guide("Beta", "reviewer = \"**a** <b>b</b>\"\n", "<details>\n<summary>요약 **b** [x](b.md)</summary>\n\n**c**\n\n</details>\n\n앞 [한](한글 파일.txt), [good](<한글 파일.txt>).")); };
    "damaged-images": |s| { s.write("content/guides/x.png", "text").write("content/guides/cut.png", &png()[..png().len() - 14]).write("content/guides/e.PNG", "").write("content/guides/g.gif", "GIF8").write("content/guides/p.svg", "<svg width=\"50%\"/>").write("content/guides/t.SVG", "text").write(B, guide("Beta", "", "![x](x.png) ![cut](cut.png) ![e](e.PNG) ![g](g.gif)\n\n![p](p.svg) ![t](t.SVG) <img src=\"x.png\" alt=\"\">")); };
    "date-order": |s| { s.write(B, guide("Beta", "updated = 2026-11-01\n", "x")); };
    "alias-with-language": |s| { s.write(B, guide("Beta", "aliases = [\"en/guides/x\", \"ko/y\"]\n", "x")); };
    "settings-pasted": |s| { s.write("guide.toml", "base_url = \"https://한글.kr\"\n\n[title]\nen = \"A\"\nko = \"나\"\n\n[verification]\ngoogle = '<meta name=\"google-site-verification\" />'\nnaver = '<b>'\n"); };
    "broken-link-of-a-pair": |s| { s.write(B, guide("Beta", "", "## One {#one}\n\n[x](no.md)")).write("content/guides/b.ko.md", translation("베타", "", "## 하나 {#one}\n\n[없음](no.md) 그리고 글")); };
    "catalog-syntax": |s| { s.write("templates/i18n/ko.ftl", "contents 차례\n"); };
    "formulas": |s| { s.write(B, guide("Beta", "", "Prices $5, $`1 + cost`$, $`2 * 3`$ and $`\\frac{1}`$.\n\n> ```math\n> 1 + {2\n> \\fracs{1}{2}\n> x^10\n> ```\n")); };
    "formula-differs": |s| { s.write(B, guide("Beta", "", "## A {#a}\n\n$`2 \\times 30\\text{ min}`$\n\n## B {#b}\n\n$`1`$ and $`2`$")).write("content/guides/b.ko.md", translation("베타", "", "## 가 {#a}\n\n$`2 \\times 3분`$\n\n## 나 {#b}\n\n$`1`$")); };
    "long-conclusion": |s| { s.write(B, guide("Beta", "conclusion = \"One. Two, e.g. so. Three? Four.\"\n", "x")).write("content/guides/b.ko.md", translation("베타", "conclusion = \"하나입니다. 둘입니다. 셋입니다. 넷입니다.\"\n", "글")); };
    "mark-elsewhere": |s| { s.write(B, guide("Beta", "", &["```diagram\n", CONVERSATION, "```\n"].concat())); };
    "warnings": |s| { s.write("content/guides/i.png", png()).write(B, guide("Beta", "", "# One\n\n![](i.png)\n\n```rustt\nfn main() {}\n```\n\n[^n]: Never used.")); };
    "diagram": |s| { s.write(B, guide("Beta", "", DIAGRAMS)); };
    "diagram-ids": |s| { s.write(B, guide("Beta", "", &[small_diagram("x"), small_diagram("x-wide-title"), "## A {#diagram-y}".to_owned()].concat())); };
    "diagram-link": |s| { s.write(B, guide("Beta", "", &small_diagram("x").replacen("label = \"B\"", "label = \"B\"\n[[links]]\nfrom = \"bb\"\nto = \"a\"\nlabel = \"again\"", 1))); };
    "diagram-twice": |s| { s.write(B, guide("Beta", "", &[small_diagram("x"), small_diagram("x")].concat())); };
    "diagram-hidden": |s| { s.write(B, guide("Beta", "", &small_diagram("x").replace("\"T\"", "\"\\u200B\"").replace("\"C\"", "\"a\\u202Eb\"").replace("\"A\"", "\"검\u{200b}토\""))); };
    "diagram-fence": |s| { s.write(B, guide("Beta", "", &[small_diagram("x").replacen("diagram", "diagram sourc", 1), small_diagram("y").replacen("diagram", "diagram Source wide", 1)].concat())); };
    "diagram-toml": |s| { s.write(B, guide("Beta", "", "```diagram\nkind = \"matrix\nid = 3\n```\n\n- In a list:\n\n  ```diagram\n  kind = \"matrx\"\n  ```")); };
    "decision-page": |s| { s.write("content/decisions/c.en.md", "+++\ntitle = \"Which way to go\"\ndescription = \"x\"\n+++\nText.\n"); };
    "decision-ranges": |s| { s.write(B, guide("Beta", "", DECISION_RANGES)); };
    "decision-keys": |s| { s.write(B, guide("Beta", "", DECISION_KEYS)); };
    "decision-levels": |s| { s.write(B, guide("Beta", "", DECISION_LEVELS)); };
    "decision-scenarios": |s| { s.write(B, guide("Beta", "", DECISION_SCENARIOS)); };
    "decision-untested": |s| { s.write(B, guide("Beta", "", &sound_decision().replace("tone = \"go\"\n", "tone = \"go\"\n[[scenarios]]\nid = \"low\"\nanswers = { one = \"1\" }\nverdict = \"stop\"\n"))); };
    "decision-link": |s| { s.write(B, guide("Beta", "", &sound_decision().replace("tone = \"go\"", "tone = \"go\"\nfollows = [\"gone.md\", \"a.md#nowhere\"]"))); };
    "decision-translation": |s| {
        let source = sound_decision();
        let other = source.replace("points = 2", "points = 1").replace("Low", "낮음");
        s.write(B, guide("Beta", "", &source)).write("content/guides/b.ko.md", translation("베타", "", &other));
    };
    "practice": |s| { s.write(B, guide("Beta", "", PRACTICE)); };
    "diagram-translation": |s| { diagram_pair(s); };
    "ledger-line": |s| { s.write(LEDGER, [BLOCK, "\n[words]\nsource = none\n\n[x]\nfingerprint = 12\n"].concat()); };
    "ledger-conflict": |s| { s.write(LEDGER, ["# giljabi ledger 1\n\n<<<<<<< HEAD\n", BLOCK, "=======\n", BLOCK, ">>>>>>> 한글-branch\n"].concat()); };
    "ledger-twice": |s| { s.write(LEDGER, [BLOCK, "\n", &BLOCK.replace("cdef", "ffff")].concat()); };
    "ledger-alone": |s| { s.write("content/guides/old.ko.ledger", BLOCK).write("content/guides/a.en.ledger", BLOCK); };
    "rules": |s| { s.write("guide.toml", [SETTINGS, "\n[rules]\nlink-difers = \"off\"\nunsafe-html = \"warning\"\nlong-title = \"ignore\"\nshort-title = \"error\"\n"].concat()).write(B, "+++\ntitle = \"Be\"\ndescription = \"What Beta is about, and what it asks of those who decide.\"\npublished = 2026-11-22\n+++\n"); };
    "unpinned-heading": |s| { s.write("guide.toml", [SETTINGS, "\n[rules]\nunpinned-heading = \"warning\"\n"].concat()).write("content/guides/a.ko.md", translation("알파", "", "## 처음\n\n글.\n\n## 고정함 {#pinned}\n\n## Latin")); };
    "remarks": |s| { s.write(B, guide("Beta", "# giljabi: allow long-titel: a name\n# giljabi: allow long-title\n", "<!-- giljabi: allow broken-link: not yet there -->\n[x](no.md)\n\n<!-- giljabi: ignore all -->\n\n> <!-- giljabi: allow empty-heading: none is -->\n> Text.")); };
    "untranslated": |s| {
        s.write(B, guide("Beta", "", "## One {#one}\n\nThe same words in both.\n\n## Two {#two}\n\nMore words of the source."));
        s.write("content/guides/b.ko.md", translation("베타", "", "## 하나 {#one}\n\n글입니다.\n\n## Two {#two}\n\nMore words of the source."));
    };
    "sections": |s| {
        s.write(B, guide("Beta", "", "See [Alpha](a.md).\n\n## Problem\n\n`code`\n\n## Help\n\n`other`"));
        s.write("content/guides/b.ko.md", translation("베타", "", "## 개념\n\n[알파](a.md)를 보세요.\n\n## 문제\n\n`code`\n\n## 도움\n\n`other`"));
    };
    "without-effect": |s| {
        s.write("guide.toml", [SETTINGS, "\n[subscription]\nendpoint = \"https://mail.example/\"\n"].concat());
        s.write("templates/guides.html", "x").write("templates/i18n/ko.ftl", "farewell = 안녕히\n").write("templates/i18n/en.ftl", "farewell = Farewell\n");
        s.write(B, guide("Beta", "", "")).write("content/guides/c.en.md", guide("Gamma", "", "x").replace("2026-11", "2206-11"));
    };
    "misread-blocks": |s| { s.write(B, guide("Beta", "", MISREAD_BLOCKS)); };
    "misread-tables": |s| { s.write(B, guide("Beta", "", MISREAD_TABLES)); };
    "misread-words": |s| { s.write(B, guide("Beta", "", MISREAD_WORDS)); };
    "full-width": |s| {
        s.write(B, "+++\ntitle ＝ “Beta guide”\ndescription\u{a0}: \"x\"\npublished = 2026–01–05\n+++\n");
        s.write("content/guides/c.en.md", "＋＋＋\ntitle = \"C\"\n＋＋＋\n").write("content/guides/d.en.md", "+++\ntitle = \"D\"\n＋＋＋\nx\n");
    };
    "full-width-words": |s| {
        s.write(B, "+++\ntitle = \"Beta guide\"\ndescription = \"x\"\npublished = 2026-01-０5\ndraft = ｆalse\n한글 = 1\n+++\n");
    };
    "address-without-host": |s| {
        s.write(B, guide("Beta", "", "[a](https:/example.com/b) [b](desk@example.com) [c](example.com/d)"));
    };
    "invisible": |s| {
        s.write(B, guide("Beta\u{ad}", "", "a\u{0}b c\u{202e}d\n\ne\u{a0}f g\u{a0}h i\u{200b}j")).write(LEDGER, BLOCK.replace("source", "\u{a0}source"));
        s.write("templates/i18n/ko.ftl", "contents =\u{a0}차\u{a0}례\n");
    };
    "files": |s| {
        s.write("content/guides/초안.hwp", b"\x00\x01\xff").write("content/guides/a.en.md.orig", "x").write("content/guides/d.png", "x");
        s.write("content/guides/wide.png", wide_png()).write("content/guides/large.png", [png(), &vec![0; 2_200_000]].concat());
        s.write("content/guides/e.en.md", guide("Draft", "draft = true\n", "![d](d.png)")).write(B, guide("Beta", "", "![w](wide.png) ![l](large.png)"));
    };
    "link-forms": |s| { s.write(B, guide("Beta", "", "[a](a) [b](a.html) [c](a/) [d](../guides/a/) [e](/guides/a.md)\n[f](https://guide.example/en/guides/aa/) [g](https://guide.example/en/guides/a/#nope)")); };
    "ranking-forms": |s| { s.write("content/rankings/r.en.md", "+++\ntitle = \"Ranking\"\ndescription = \"x\"\n[criteria]\ntaste = \"Taste\"\n[items]\nlocal = \"Local\"\n[weights]\ntaste = 3\n+++\n").write("content/rankings/s.en.md", "+++\ntitle = \"Ranking\"\ndescription = \"x\"\n[criteria.a]\nlabel = \"A\"\n[criteria.b]\nlabel = \"B\"\n[items.c]\nlabel = \"C\"\nscores = { a = 1, b = 2 }\n[weights]\na = 3\nb = 2\n+++\n").write("content/rankings/t.en.md", "+++\ntitle = \"Ranking\"\ndescription = \"x\"\n[criteria.a]\nlabel = \"A\"\n[criteria.b]\nlabel = \"B\"\n[items.c]\nlabel = \"C\"\nscores = { a = 1, b = 2 }\n[weights]\ndefault = { a = 0, b = 0 }\n+++\n"); };
    "html-block": |s| { s.write(B, guide("Beta", "", "<details>\n<summary>a</summary>\n- one\n- two\n</details>\n\n<p>\nThe `code` of `Promise<Result>`.\n</p>")); };
    "structure": |s| { structure(s); };
    "together": |s| {
        s.write(B, guide("Beta", "colour = 1\n", "[x](no.md) 한글 뒤의 [링크](없음.md) 그리고 ![그림](no.png)"))
            .write("content/guides/c.en.md", "---\ntitle: C\n---\n")
            .write("content/checklists/d.en.md", "+++\ntitle = \"D\"\n+++\n");
    };
};

/// A number whose ranges have a gap, overlap and are reversed.
const DECISION_RANGES: &str = r#"```diagram
kind = "decision"
id = "tree"
title = "T"
caption = "C"
[[questions]]
id = "count"
label = "How many?"
type = "number"
ranges = [
  { from = 0, until = 9, to = "stop" },
  { from = 11, until = 20, to = "go" },
  { from = 20, until = 18, to = "stop" },
  { from = 30, until = 40, to = "go" },
]
[[verdicts]]
id = "stop"
label = "Stop"
tone = "stop"
[[verdicts]]
id = "go"
label = "Go"
tone = "go"
```
"#;

/// Questions with keys of other types, and without those of their own type.
const DECISION_KEYS: &str = r#"```diagram
kind = "decision"
id = "tree"
title = "T"
caption = "C"
[[questions]]
id = "one"
label = "One?"
unit = "times"
answers = [ { label = "Yes", to = "several" }, { label = "No" } ]
[[questions]]
id = "several"
label = "Which?"
type = "several"
answers = [ { label = "A", to = "stop", points = 21 }, { label = "B" } ]
[[verdicts]]
id = "stop"
label = "Stop"
tone = "stop"
```
"#;

/// Points without a range, and a level that no points reach.
const DECISION_LEVELS: &str = r#"```diagram
kind = "decision"
id = "tree"
title = "T"
caption = "C"
[[questions]]
id = "one"
label = "One?"
answers = [ { label = "Yes", to = "sum", points = 2 }, { label = "No", to = "sum", points = 5 } ]
[[questions]]
id = "sum"
label = "The points"
type = "points"
ranges = [ { from = 3, until = 9, label = "Low", to = "stop" }, { from = 10, label = "High", to = "go" } ]
[[verdicts]]
id = "stop"
label = "Stop"
tone = "stop"
[[verdicts]]
id = "go"
label = "Go"
tone = "go"
```
"#;

/// Points that reach every range.
fn sound_decision() -> String {
    DECISION_LEVELS
        .replace("from = 3, until = 9", "from = 0, until = 3")
        .replace("from = 10", "from = 4")
}

/// Scenarios that stop early, end with another verdict, or answer a question that is not asked.
const DECISION_SCENARIOS: &str = r#"```diagram
kind = "decision"
id = "tree"
title = "T"
caption = "C"
[[questions]]
id = "one"
label = "One?"
answers = [ { label = "Yes", to = "two" }, { label = "No", to = "stop" } ]
[[questions]]
id = "two"
label = "Two?"
type = "several"
answers = [ { label = "A", to = "stop" }, { label = "B" } ]
otherwise = "go"
[[verdicts]]
id = "stop"
label = "Stop"
tone = "stop"
[[verdicts]]
id = "go"
label = "Go"
tone = "go"
[[scenarios]]
id = "stops"
answers = { one = "1", two = "3" }
verdict = "go"
[[scenarios]]
id = "elsewhere"
answers = { one = "1", two = "1,2" }
verdict = "go"
[[scenarios]]
id = "surplus"
answers = { one = "2", two = "0" }
verdict = "stop"
[[scenarios]]
id = "unknown"
answers = { one = "2" }
verdict = "stopp"
[[scenarios]]
id = "mistyped"
answers = { noe = "2" }
verdict = "stop"
```
"#;

/// Several blocks, each with different mistakes.
const DIAGRAMS: &str = r#"```diagram
kind = "workflow"
id = "Flow 1"
title = "T"
caption = "C"
colour = "red"
[[steps]]
id = "draft"
label = ""
actor = "robot"
[[steps]]
id = "draft"
label = "Again"
next = ["reveiw"]
[[links]]
from = "draft"
to = "draft"
[[links]]
from = "nobody"
to = "draft"
```

```diagram
kind = "decision"
id = "tree"
title = "T"
caption = "C"
[[questions]]
id = "one"
label = "One?"
answers = [ { label = "Yes", to = "two" }, { label = "No", to = "stop" } ]
[[questions]]
id = "two"
label = "Two?"
answers = [ { label = "Yes", to = "one" } ]
[[verdicts]]
id = "stop"
label = "Stop"
tone = "stop"
[[verdicts]]
id = "lost"
label = "Lost"
tone = "go"
```

```diagram
kind = "compare"
id = "bars"
title = "T"
caption = "C"
style = "bars"
max = 5
[[signals]]
id = "quality"
label = "Quality"
[[signals]]
id = "cost"
label = "Cost"
[[items]]
id = "a"
label = "A"
scores = { quality = 9 }
```

```diagram
kind = "workflow"
id = "again"
title = "T"
caption = "C"
[[steps]]
id = "one"
label = "One"
[[steps]]
id = "two"
label = "Two"
[[links]]
from = "two"
to = "one"
label = "fails"
[[links]]
from = "two"
to = "one"
label = "fails too"
```
"#;

/// Blocks that Markdown reads differently from what was meant.
const MISREAD_BLOCKS: &str = "::: tip\nUse it.\n:::\n\n!!! danger\n\n##제목\n\n- [ ] One\n- [] Two\n-[ ] Three\n\n• one\n• two\n\n가. 하나\n나. 둘\n\n2026. 2. 5. 개정\n\nText that ends here.\n---\n\n    들여 쓴 글이 코드로 보입니다.\n";

/// Text that becomes no table, and tables that lose cells.
const MISREAD_TABLES: &str = "| A | B | C |\n|---|---|\n| 1 | 2 | 3 |\n\n| A | B |\n| 1 | 2 |\n\n|---|---|\n| 1 | 2 |\n\n| A | `|` |\n|---|---|\n\n｜ A ｜ B ｜\n｜ 1 ｜ 2 ｜\n\n| A | B |\n|---|---|\n| 1 | 2 | lost |\nswallowed\n";

/// Marks within lines that stay text.
const MISREAD_WORDS: &str = "_경로 처리_에서 __이름__을 ** 굵은 글 ** 씁니다.\n\n[글자] (https://example.com) [글자]（a.md） (words)[a.md]\n\n[[Alpha]] ==marked== https://ko.wikipedia.org/wiki/한국어";

/// Returns a PNG that is too wide.
fn wide_png() -> Vec<u8> {
    let mut bytes = png().to_vec();
    bytes[16..20].copy_from_slice(&5_000_u32.to_be_bytes());
    bytes
}

fn small_diagram(id: &str) -> String {
    format!(
        "```diagram\nkind = \"workflow\"\nid = \"{id}\"\ntitle = \"T\"\ncaption = \"C\"\n[[steps]]\nid = \
         \"a\"\nlabel = \"A\"\n[[steps]]\nid = \"b\"\nlabel = \"B\"\n```\n\n"
    )
}

fn diagram_pair(site: &TestSite) {
    let chain = |id: &str, steps: &str| {
        format!(
            "```diagram\nkind = \"workflow\"\nid = \"{id}\"\ntitle = \"T\"\ncaption = \"C\"\n{steps}```\n\n"
        )
    };
    let step = |id: &str, more: &str| format!("[[steps]]\nid = \"{id}\"\nlabel = \"L\"\n{more}");
    let source = [
        chain(
            "flow",
            &[step("a", "note = \"N\"\n"), step("b", "actor = \"system\"\n"), step("c", "")]
                .concat(),
        ),
        chain("left-out", &[step("a", ""), step("b", "")].concat()),
    ];
    let changed = [chain(
        "flow",
        &[step("b", "actor = \"person\"\n"), step("a", ""), step("c", ""), step("d", "")].concat(),
    )];
    site.write(B, guide("Beta", "", &source.concat()));
    site.write("content/guides/b.ko.md", translation("베타", "", &changed.concat()));
    site.write("content/guides/c.en.md", guide("Gamma", "", ""));
    site.write("content/guides/c.ko.md", translation("감마", "", &changed.concat()));
}

/// Makes a pair of versions with equally many words and a different structure.
fn structure(site: &TestSite) {
    let link = "[Alpha](a.md)";
    let source = format!(
        "## Costs {{#costs}}\n\nA call takes 30 minutes.[^1] See {link}.\n\n- one\n- two\n\n\
         ```text\nx\n```\n\n[^1]: Measured over two weeks.\n\n## Checks {{#checks}}\n\n\
         It is 90 minutes at most, and 40% less later.\n\n- [ ] One. {{#one}}\n- [ ] Two. {{#two}}\n"
    );
    let changed = "## 비용 {#costs}\n\n통화에 40분이 걸립니다.\n\n- 하나\n\n## 점검 {#checks}\n\n\
         길어야 1시간 30분이고 나중에는 40퍼센트 줄어듭니다.\n\n- [ ] 하나. {#one}\n- [ ] 셋. {#three}\n";
    site.write(B, guide("Beta", "", &source));
    site.write("content/guides/b.ko.md", translation("베타", "", changed));
}

/// Makes a published site in which one page was then renamed and one removed.
fn renamed_page(site: &TestSite) {
    let text = guide("Beta", "", "x");
    site.write("content/guides/old-name.en.md", &text);
    site.write("content/guides/old-name.ko.md", translation("베타", "", "글"));
    site.write("content/checklists/short.en.md", translation("Short", "", "x"));
    assert_eq!(site.build(&[]).code, 0);
    site.remove("content/guides/old-name.en.md");
    site.remove("content/guides/old-name.ko.md");
    site.remove("content/checklists/short.en.md");
    site.write(B, text);
}

fn ranking(site: &TestSite) {
    site.write(
        "content/rankings/r.en.md",
        "+++\ntitle = \"R\"\ndescription = \"x\"\n\n[criteria.risk]\nlabel = \"Risk\"\n\n\
         [criteria.cost]\nlabel = \"Cost\"\n\n[items.one]\nlabel = \"One\"\nscores = { risk = 7, \
         cots = 2 }\n\n[items.two]\nlabel = \"Two\"\nscores = { risk = 1, cost = 2 }\n\n\
         [weights]\ndefault = { risk = 1 }\nnobody = { risk = 1 }\n+++\n",
    );
    site.write(
        "content/rankings/r.ko.md",
        "+++\ntitle = \"알\"\ndescription = \"글\"\n\n[criteria.risk]\nlabel = \"위험\"\n\n\
         [criteria.cost]\nlabel = \"비용\"\n\n[items.one]\nlabel = \"하나\"\nscores = { risk = 1 \
         }\n\n[items.tow]\nlabel = \"둘\"\n+++\n",
    );
}

/// Returns the smallest PNG: one transparent pixel.
fn png() -> &'static [u8] {
    include_bytes!("fixtures/pixel.png")
}

fn golden(name: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/problems").join(name)
}

/// Returns the messages in both languages, after checking that nothing was written.
fn shown(case: &Case) -> String {
    let site = TestSite::new();
    (case.make)(&site);
    let before = site.tree(".");
    let strict = ["build", "--strict", "--published"];
    let english = site.run_in("C", &strict);
    let korean = site.run_in("ko_KR.UTF-8", &strict);
    assert_eq!((english.code, korean.code), (1, 1), "{}: {}", case.name, english.stderr);
    assert_eq!(english.stdout, "", "{}", case.name);
    assert!(site.tree(".") == before, "{}: something was written", case.name);
    format!("{}\n{}", english.stderr, korean.stderr)
}

/// Returns whether a case is wanted: `GILJABI_CASES=formulas,files` selects some.
fn is_wanted(case: &Case) -> bool {
    let named = std::env::var("GILJABI_CASES").ok();
    named.is_none_or(|names| names.split(',').any(|name| name == case.name))
}

#[test]
fn every_problem_matches_its_golden_file_in_both_languages() {
    for case in CASES.iter().filter(|case| is_wanted(case)) {
        assert_golden(&golden(&format!("{}.txt", case.name)), &shown(case));
    }
}

#[test]
fn every_golden_file_is_used() {
    let names: Vec<String> = CASES.iter().map(|case| format!("{}.txt", case.name)).collect();
    assert_no_orphans(&golden(""), &names);
}

#[test]
fn every_code_has_a_golden_file() {
    // The answers of other sites have tests of their own.
    let elsewhere = ["external-link", "external-moved"];
    let all: String = CASES
        .iter()
        .filter_map(|case| std::fs::read_to_string(golden(&format!("{}.txt", case.name))).ok())
        .collect();
    for code in giljabi::diag::Code::ALL.iter().filter(|code| !elsewhere.contains(&code.id())) {
        assert!(all.contains(&format!("[{}]", code.id())), "no test shows {}", code.id());
    }
}

/// Every error has a place that editors and terminals can open.
#[test]
fn every_problem_has_path_line_and_column() {
    for case in CASES.iter().filter(|case| is_wanted(case)) {
        let site = TestSite::new();
        (case.make)(&site);
        let stderr = site.build(&["--strict", "--published"]).stderr;
        let problems = stderr.matches("error[").count() + stderr.matches("warning[").count();
        let places = stderr.lines().filter(|line| is_place(line)).count();
        assert!(problems > 0 && places >= problems, "{}: {stderr}", case.name);
    }
}

/// Returns whether a line is `  --> path:line:column`.
fn is_place(line: &str) -> bool {
    let Some(place) = line.trim_start().strip_prefix("--> ") else { return false };
    let mut parts = place.rsplitn(3, ':');
    let numbers = [parts.next(), parts.next()];
    numbers.iter().all(|n| n.is_some_and(|n| n.parse::<u32>().is_ok_and(|n| n > 0)))
        && parts.next().is_some()
}

#[test]
fn a_root_elsewhere_is_named_in_the_paths() {
    let site = TestSite::new();
    site.write("guide/guide.toml", SETTINGS).write("guide/content/guides/x.en.md", "x");
    let ran = site.build(&["--root", "guide"]);
    assert!(ran.stderr.contains("--> guide/content/guides/x.en.md:1:1"), "{}", ran.stderr);
}
