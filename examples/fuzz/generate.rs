//! Generates documents of all kinds: valid ones, randomly modified ones, and fragments that
//! have caused errors before.

use giljabi::cli::reference::EXAMPLES;

/// A pseudo-random sequence that depends on its seed only (SplitMix64).
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Random {
        Random(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0x5851_f42d_4c95_7f2d)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        (self.next() % end.max(1) as u64) as usize
    }

    fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())]
    }

    /// Returns true one time in `times`.
    fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }
}

/// The kinds of file that are generated at random.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Markdown,
    /// Active HTML, hidden.
    Attack,
    FrontMatter,
    Diagram,
    Translation,
    Ledger,
    Settings,
    Catalog,
    Template,
    Style,
    Script,
    Icon,
}

impl Kind {
    /// Returns whether all pages depend on the file.
    pub fn is_shared(self) -> bool {
        use Kind::{Catalog, Icon, Script, Settings, Style, Template};
        matches!(self, Settings | Catalog | Template | Style | Script | Icon)
    }
}

/// A site with one random document.
pub struct Case {
    pub kind: Kind,
    /// Paths and texts, beside the settings.
    pub files: Vec<(String, String)>,
}

pub const SETTINGS: &str = "base_url = \"https://fuzz.example\"\nminify = false\n\n[title]\nen = \
                            \"Guide of a fuzzer\"\nko = \"무작위 가이드\"\n";

const DIAGRAMS: [&str; 13] = [
    include_str!("../../tests/fixtures/diagrams/branches.ko.toml"),
    include_str!("../../tests/fixtures/diagrams/compare.en.toml"),
    include_str!("../../tests/fixtures/diagrams/conversation.ko.toml"),
    include_str!("../../tests/fixtures/diagrams/decision.ko.toml"),
    include_str!("../../tests/fixtures/diagrams/decision.en.toml"),
    include_str!("../../tests/fixtures/diagrams/evidence.ko.toml"),
    include_str!("../../tests/fixtures/diagrams/matrix.ko.toml"),
    include_str!("../../tests/fixtures/diagrams/practice.en.toml"),
    include_str!("../../tests/fixtures/diagrams/practice.ko.toml"),
    include_str!("../../tests/fixtures/diagrams/radar.en.toml"),
    include_str!("../../tests/fixtures/diagrams/rollout.en.toml"),
    include_str!("../../tests/fixtures/diagrams/signals.ko.toml"),
    include_str!("../../tests/fixtures/diagrams/workflow.en.toml"),
];

/// Returns the document with this number.
pub fn case(seed: u64, number: u64, shared: bool) -> Case {
    let mut random = Random::new(seed ^ number.wrapping_mul(0x2545_f491_4f6c_dd1d));
    let of_pages = [Kind::Markdown, Kind::Markdown, Kind::Attack, Kind::FrontMatter];
    let others = [Kind::Diagram, Kind::Translation, Kind::Ledger];
    use Kind::{Catalog, Icon, Script, Settings, Style, Template};
    let kind = match random.below(100) {
        0..7 if shared => random.pick(&[Settings, Catalog, Template, Style, Script, Icon]),
        0..60 => random.pick(&of_pages),
        _ => random.pick(&others),
    };
    Case { kind, files: files(kind, &mut random) }
}

fn files(kind: Kind, random: &mut Random) -> Vec<(String, String)> {
    let file = |path: &str, text: String| vec![(path.to_owned(), text)];
    match kind {
        Kind::Markdown => file("content/guides/a.en.md", guide("en", &markdown(random))),
        Kind::Attack => file("content/guides/a.en.md", guide("en", &attack(random))),
        Kind::FrontMatter => front_matter(random),
        Kind::Diagram => {
            let toml = mutated(random.pick(&DIAGRAMS), TOML, random);
            let block = format!("Text.\n\n```diagram\n{toml}\n```\n");
            file("content/guides/a.en.md", guide("en", &block))
        }
        Kind::Translation => {
            let english = markdown(random);
            let korean = mutated(&english, MARKDOWN, random);
            let mut files = file("content/guides/a.en.md", guide("en", &english));
            files.extend(file("content/guides/a.ko.md", guide("ko", &korean)));
            files
        }
        Kind::Ledger => {
            let mut files = file("content/guides/a.en.md", guide("en", PAGE));
            files.extend(file("content/guides/a.ko.md", guide("ko", PAGE)));
            files.extend(file("content/guides/a.ko.ledger", mutated(LEDGER, TOML, random)));
            files
        }
        Kind::Settings => {
            let settings = EXAMPLE_SETTINGS.to_owned() + SETTINGS;
            file("guide.toml", mutated(&settings, TOML, random))
        }
        Kind::Catalog => file("templates/i18n/ko.ftl", mutated(CATALOG, FLUENT, random)),
        Kind::Template => {
            let template = random.pick(&["guide", "collection", "components/card"]);
            let text = match template {
                "guide" => include_str!("../../templates/guide.html"),
                "collection" => include_str!("../../templates/collection.html"),
                _ => include_str!("../../templates/components/card.html"),
            };
            file(&format!("templates/{template}.html"), mutated(text, TERA, random))
        }
        Kind::Style => file("static/assets/own.css", mutated(STYLE, CODE, random)),
        Kind::Script => file("static/assets/own.js", mutated(SCRIPT, CODE, random)),
        Kind::Icon => file("static/assets/icon.svg", mutated(ICON, SVG, random)),
    }
}

fn front_matter(random: &mut Random) -> Vec<(String, String)> {
    let (path, bytes) = random.pick(EXAMPLES);
    vec![(format!("content/{path}"), mutated(&String::from_utf8_lossy(bytes), TOML, random))]
}

fn guide(lang: &str, body: &str) -> String {
    let published = if lang == "en" { "published = 2026-01-02\n" } else { "" };
    format!(
        "+++\ntitle = \"A guide of random words\"\ndescription = \"What random words are about, and \
         what they ask of those who decide.\"\n{published}+++\n\n{body}"
    )
}

/// Returns random Markdown: fragments, or a modified page.
fn markdown(random: &mut Random) -> String {
    if random.once_in(3) {
        return mutated(PAGE, MARKDOWN, random);
    }
    if random.once_in(3) {
        return ["[^1] 글\n\n## 절 {#pin}\n\n", &elements(random, "", 0), "\n\n[^1]: 주\n"]
            .concat();
    }
    let mut text = String::new();
    for _ in 0..1 + random.below(40) {
        text.push_str(&repeated(random.pick(MARKDOWN), random));
        text.push_str(random.pick(&["", "", " ", "\n", "\n\n"]));
    }
    text
}

/// Returns active HTML with pieces inserted that may hide it from a reader and not from a browser.
fn attack(random: &mut Random) -> String {
    let mut html = random.pick(ACTIVE).to_owned();
    for _ in 0..1 + random.below(3) {
        let signs: Vec<usize> =
            html.match_indices(['<', '/', '=', ':', '(']).map(|m| m.0 + 1).collect();
        let after_sign = (!random.once_in(4)).then(|| random.pick(&signs));
        html.insert_str(after_sign.unwrap_or_else(|| place(&html, random)), random.pick(HIDING));
    }
    random.pick(AROUND).replace('@', &html)
}

/// Returns a fragment, occasionally many times.
fn repeated(fragment: &str, random: &mut Random) -> String {
    match random.below(60) {
        0 => fragment.repeat(2 + random.below(400)),
        1..6 => fragment.repeat(2 + random.below(4)),
        _ => fragment.to_owned(),
    }
}

/// Returns `text` with parts removed, repeated, moved or cut off, and fragments inserted.
fn mutated(text: &str, fragments: &[&str], random: &mut Random) -> String {
    let mut text = text.to_owned();
    for _ in 0..random.below(8) {
        let (start, end) = (place(&text, random), place(&text, random));
        let part = start.min(end)..start.max(end).min(place_after(&text, start.min(end) + 60));
        match random.below(8) {
            0 => text.replace_range(part, ""),
            1 => {
                let again = text[part].to_owned();
                text.insert_str(place(&text, random), &again);
            }
            2 => text.truncate(part.end.max(1).min(text.len())),
            3 => {
                let moved = text[part.clone()].to_owned();
                text.replace_range(part, "");
                text.insert_str(place(&text, random), &moved);
            }
            4 => text.replace_range(part, random.pick(fragments)),
            _ => {
                let fragment = repeated(random.pick(fragments), random);
                text.insert_str(start, &fragment);
            }
        }
        while !text.is_char_boundary(text.len()) {
            text.pop();
        }
    }
    text
}

/// Returns a random offset between two characters.
fn place(text: &str, random: &mut Random) -> usize {
    place_after(text, random.below(text.len() + 1))
}

fn place_after(text: &str, at: usize) -> usize {
    (at..=text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len())
}

/// Returns nested elements, most of them in valid places, so that a refused document usually
/// has only one reason.
fn elements(random: &mut Random, parent: &str, depth: usize) -> String {
    let children = FITTING.iter().find(|(name, _)| *name == parent).map(|(_, children)| children);
    let mut html = String::new();
    for _ in 0..random.below(4) {
        let name = match children {
            Some(children) if !random.once_in(9) => random.pick(children),
            _ if random.once_in(2) || depth > 5 => {
                let text = random.pick(INSIDE);
                html.push_str(&if children.is_some() {
                    String::new()
                } else {
                    spaced(text, random)
                });
                continue;
            }
            _ => random.pick(ELEMENTS),
        };
        let inner = elements(random, name, depth + 1);
        let end = if random.once_in(40) { String::new() } else { format!("</{name}>") };
        html.push_str(&spaced(&format!("<{name}>{inner}{end}"), random));
    }
    html
}

/// Returns a text between blanks, line breaks or empty lines.
fn spaced(text: &str, random: &mut Random) -> String {
    const BETWEEN: [&str; 6] = ["", "", " ", "\n", "\n\n", "\n\n"];
    [random.pick(&BETWEEN), text, random.pick(&BETWEEN)].concat()
}

const ELEMENTS: &[&str] = &[
    "div",
    "p",
    "ul",
    "ol",
    "table",
    "details",
    "figure",
    "dl",
    "section",
    "blockquote",
    "pre",
    "span",
    "b",
    "em",
    "kbd",
    "sub",
    "a",
    "h3",
    "ruby",
    "svg",
    "aside",
    "address",
    "del",
    "ins",
    "q",
];

/// The children of certain elements.
const FITTING: &[(&str, &[&str])] = &[
    ("ul", &["li"]),
    ("ol", &["li"]),
    ("table", &["tr", "tbody", "thead", "caption", "colgroup"]),
    ("tbody", &["tr"]),
    ("thead", &["tr"]),
    ("colgroup", &["col"]),
    ("tr", &["td", "th"]),
    ("dl", &["dt", "dd"]),
    ("details", &["summary", "div", "p", "ul"]),
    ("figure", &["figcaption", "table", "span"]),
    ("svg", &["g", "path", "rect", "text"]),
    ("g", &["path", "a"]),
    ("ruby", &["rt", "rp"]),
];

/// The children of all other elements.
const INSIDE: &[&str] = &[
    "낱말과 글",
    "words",
    "**강조(strong)**는",
    "*a*",
    "`코드`",
    "[가](#pin)",
    "[a[^1]](#pin)",
    "[a <https://b.example>](#pin)",
    "[^1]",
    "![그림](https://a.example/b.png)",
    "<br>",
    "<hr>",
    "<img src=\"none.png\" alt=\"\">",
    "<a href=\"#pin\">가</a>",
    "<!-- 설명 -->",
    "- a\n- b\n",
    "- [ ] 할 일 {#t9}\n",
    "1. 하나\n\n   둘\n",
    "> 인용\n",
    "> [!NOTE]\n> 참고\n",
    "| 가 | b |\n|---|---|\n| c | 라 |\n",
    "```\ncode\n```\n",
    "    indented\n",
    "용어\n: 뜻\n",
    "### 절\n",
    "---\n",
    "[^1]: 각주\n",
];

/// HTML that runs, or Markdown that becomes such HTML.
const ACTIVE: &[&str] = &[
    "<img src=x alt=y onerror=y>",
    "<b onclick='y'>a</b>",
    "<script>y</script>",
    "<iframe src=x></iframe>",
    "<svg onload=y></svg>",
    "<svg><a xlink:href='javascript:y'><text>a</text></a></svg>",
    "<a href=\"javascript:y\">a</a>",
    "<a href='data:text/html,y'>a</a>",
    "<style>a</style>",
    "<math><mtext><style>a</style></mtext></math>",
    "[a](javascript:y)",
    "[a](<javascript:y>)",
    "<javascript:y>",
    "![a](javascript:y)",
    "[a]\n\n[a]: javascript:y",
    "[^1]\n\n[^1]: <b onclick=y>a</b>",
];

/// What may hide a part of active HTML.
const HIDING: &[&str] = &[
    "<!-- a -->",
    "<!-->",
    "<!--!>",
    "<!--",
    "--!>",
    "<",
    "<!",
    ">",
    "\"",
    "'",
    "\n",
    "\n\n",
    "\t",
    "&lt;",
    "&colon;",
    "\\",
    "`",
    "*",
    "\0",
    "\u{200b}",
    "<b>",
    "</b>",
    "<p title=\"",
    "<svg>",
    "<noscript>",
    "<![CDATA[",
    "]]>",
    "[^1]",
    "> ",
];

/// Texts with a place, `@`, for active HTML.
const AROUND: &[&str] = &[
    "@",
    "<div>\n@\n</div>",
    "<div>a@</div>",
    "<p>@</p>",
    "words @ words",
    "> @",
    "- @",
    "| a |\n|---|\n| @ |",
    "## @",
    "[@](https://a.example/@)",
    "![@](none.png \"@\")",
    "**@**는",
    "<p title=\"@\">a</p>",
    "<details><summary>@</summary>a</details>",
    "```html\n@\n```",
    "```diagram\nkind = \"workflow\"\ntitle = '''@'''\ncaption = '''@'''\n[[steps]]\nid = \"a\"\n\
     label = '''@'''\nnote = '''@'''\nactor = \"person\"\n[[steps]]\nid = \"b\"\nlabel = \"b\"\n\
     actor = \"system\"\n```",
    "[^1]\n\n[^1]: @",
    "$`@`$",
];

const MARKDOWN: &[&str] = &[
    "Words",
    "낱말",
    "한글(漢字)은",
    "é",
    "🤔",
    "\u{301}",
    "\u{200d}",
    "\u{a0}",
    "\u{feff}",
    "\u{202e}",
    "*",
    "**",
    "***",
    "_",
    "~~",
    "**가(a)**는",
    "*가격(원)*은",
    "`",
    "``",
    "`code`",
    "\\",
    "\\*",
    "&amp;",
    "&#x2E0E;",
    "&#0;",
    "⸎",
    "# ",
    "## Head",
    "### 절 {#pin}",
    "## a {.b}",
    "#### ",
    "Head\n===\n",
    "Head\n---\n",
    "---\n",
    "## diagram",
    "## fn",
    "- a\n",
    "- [ ] task {#t1}\n",
    "- [x] 할 일\n",
    "  - b\n",
    "1. c\n",
    "9999999999. d\n",
    "* ",
    "+ e\n",
    "    indented\n",
    "\t",
    "> quote\n",
    "> [!NOTE]\n> 참고\n",
    "> [!WARNIGN]\n",
    "> > - ",
    "term\n: meaning\n",
    "| a | b |\n|---|:-:|\n| c | 라 |\n",
    "|---|",
    "|",
    "| e | f | g |\n",
    "[a](b.md)",
    "[가](#pin)",
    "[a](https://a.example \"t\")",
    "<https://a.example>",
    "<a@b.example>",
    "[a][b]",
    "[a[^1]](#pin)",
    "![a <b>](x.png)",
    "[[",
    "]]",
    "[가](term:x)",
    "<!-- giljabi: allow list-differs: 까닭 -->\n",
    "[b]: https://b.example",
    "[a]: <x y>",
    "](",
    "![a](none.png)",
    "![",
    "[x]()",
    "[a](javascript:x)",
    "[a](b c.md)",
    "[^1]",
    "[^1]: note\n",
    "[^주]: 각주\n\n    more\n",
    "[^&amp;]",
    "[^1]: [^1]\n",
    "```rust\nfn a() {}\n```\n",
    "```\n",
    "~~~bash\n# 주석\nls 'a'\n~~~\n",
    "```json\n{\"a\": [",
    "```diagram source\nkind = \"workflow\"\n```\n",
    "```nope\nx\n```\n",
    "```math\n\\frac{a}{b} \\le 가\n```\n",
    "```math\n",
    "$`x^2_i`$",
    "$`\\sqrt{",
    "`$",
    "```ini\na  b\n",
    "<b>bold</b>",
    "<kbd>",
    "</kbd>",
    "<br>",
    "<img src=\"x.png\" alt=\"\">",
    "<a href=\"b.md\" id=\"h1\">x</a>",
    "<!-- comment -->",
    "<!--",
    "-->",
    "<script>",
    "<?php",
    "<!A>",
    "<![CDATA[x]]>",
    "<svg viewBox=\"0 0 1 1\"><path d=\"M0 0\"/></svg>",
    "<sub>",
    "<div>",
    "</div>",
    "<div/>",
    "\n\n<div class=\"a\">\n\n",
    "\n\n</div>\n\n",
    "<p>",
    "</p>",
    "<details>\n<summary>요약</summary>\n\n",
    "</details>\n",
    "<ul><li>가</li></ul>",
    "<li>",
    "<table><tr><td>가</td></tr></table>",
    "<table>",
    "<tr>",
    "<td>",
    "<dl><dt>a</dt><dd>b</dd></dl>",
    "<h3>",
    "</h3>",
    "<a href=\"#pin\">",
    "</a>",
    "<svg><g>",
    "</g></svg>",
    "<path d=\"M0 0\"/>",
    "<b a b c d e f g h i j>",
    "<span class=\"a\">",
    "<b title='**가(a)**는'>",
    "30 minutes",
    "30분",
    "1억 2천만 원",
    "$5",
    "1,2,3.4.5%",
    "2026-01-02",
    "<<<<<<< a\nb\n=======\nc\n>>>>>>> d\n",
    "+++\n",
    "\r\n",
    "\r",
    "\0",
    "\u{1b}[31m",
    "\u{85}",
    "\u{2028}",
    "{{ x }}",
    "{% if %}",
    "{#",
    "word word word word word word word word word word word word word word ",
];

const TOML: &[&str] = &[
    "=",
    "\"",
    "\"\"\"",
    "'",
    "[",
    "]",
    "[[",
    "{",
    "}",
    ",",
    ".",
    "#",
    "\n",
    "a = 1\n",
    "title = \"가\"\n",
    "[seo]\n",
    "[[steps]]\nid = \"x\"\n",
    "id = \"x\"",
    "to = \"a\"",
    "from = \"a\"",
    "-1",
    "1e9",
    "99999999999999999999",
    "inf",
    "nan",
    "2026-02-30",
    "2026-01-02T00:00:00Z",
    "true",
    "\\u0000",
    "\\",
    "\u{0}",
    "가나다",
    "🤔",
    "\u{301}",
    "\u{202e}",
    "kind = \"matrix\"\n",
    "aliases = [\"../x\"]\n",
    "related = [\"a\"]\n",
    "unchanged = x\n",
    "text = ////\n",
    "source = none\n",
    "[a]\n",
    "<<<<<<< a\n",
    "x.y.z = 1\n",
    "draft = true\n",
    "+++\n",
    "\"a\" = 1\n",
];

const FLUENT: &[&str] = &[
    "{",
    "}",
    "{ $x }",
    "{ JOSA($x, \"은/는\") }",
    "{ -t }",
    "-t = 용어 { -t }\n",
    "home = { home }\n",
    "{ $n ->\n    [one] a\n   *[other] b\n}",
    " = ",
    "\n",
    "\n    ",
    ".attr = a\n",
    "#",
    "\"",
    "{ \"\\u00\" }",
    "가",
    "[",
    "*[",
    "{{{{",
    "home = a\n",
    "\r",
    "\t",
    "{ NUMBER(1) }",
];

const TERA: &[&str] = &[
    "{{",
    "}}",
    "{%",
    "%}",
    "{#",
    "#}",
    "{{ title }}",
    "{{ none.x }}",
    "{% for x in range(end=9) %}",
    "{% endfor %}",
    "{% if a %}",
    "{% else %}",
    "{% endif %}",
    "{% set a = a ~ \"x\" %}",
    "{% set a %}",
    "{% endset %}",
    "{% block main %}",
    "{% endblock %}",
    "{% include \"guide.html\" %}",
    "{% extends \"base.html\" %}",
    "{{ <icon name=\"menu\" /> }}",
    "{{ <card/> }}",
    "{{ t(key=\"home\") }}",
    "{{ asset(path=\"x\") }}",
    "{% raw %}",
    "{% endraw %}",
    "{% component c(a) %}",
    "{% endcomponent c %}",
    "| safe",
    "| upper",
    "| replace(from=\"a\", to=\"가나다\")",
    "| join(sep=\", \")",
    "| indent",
    "{% elif b %}",
    "[a, [a]]",
    " ~ a",
    "-%}",
    "{%-",
    "((((",
    "[1, 2]",
    "가",
    "<p>",
    "</p>",
    "{% break %}",
    "~",
    "\"",
];

const CODE: &[&str] = &[
    "{",
    "}",
    "(",
    ")",
    "[",
    "]",
    ";",
    ":",
    ",",
    "\"",
    "'",
    "`",
    "${",
    "/*",
    "*/",
    "//",
    "\\",
    "@import \"x.css\";",
    "@media print {",
    "url(a.svg)",
    "url(",
    "a:is(",
    "import \"./x.js\";",
    "export const b = 1;",
    "function f(",
    "=>",
    "async",
    "await ",
    "new ",
    "/a/",
    "0x",
    "1n",
    "가",
    "🤔",
    "\u{0}",
    "</style>",
    "</script>",
    "<!--",
    "#",
    "!important",
    "calc(1px + ",
    "--x:",
    "\n",
    "\r",
];

const SVG: &[&str] = &[
    "<g>",
    "</g>",
    "<use href=\"#a\"/>",
    "<g id=\"a\">",
    "<text>글</text>",
    "<image href=\"/etc/hostname\"/>",
    "<image href=\"data:image/png;base64,AA\"/>",
    "<filter id=\"f\"><feGaussianBlur stdDeviation=\"9\"/></filter>",
    "filter=\"url(#f)\"",
    "<pattern id=\"p\" width=\"0\" height=\"1\">",
    "fill=\"url(#p)\"",
    "<path d=\"M0 0L1e30 1e30z\"/>",
    "d=\"M\"",
    "viewBox=\"0 0 0 0\"",
    "width=\"1e9\"",
    "width=\"-1\"",
    "transform=\"scale(0)\"",
    "transform=\"matrix(1 2 3)\"",
    "<!DOCTYPE svg [<!ENTITY a \"b\">]>",
    "&a;",
    "<style>*{fill:red}</style>",
    "stroke-dasharray=\"0 1e-9\"",
    "stroke-width=\"1e30\"",
    "<clipPath id=\"c\"><use href=\"#c\"/></clipPath>",
    "clip-path=\"url(#c)\"",
    "<mask id=\"m\" mask=\"url(#m)\"/>",
    "<",
    ">",
    "\"",
    "&",
    "<!--",
    "NaN",
    "opacity=\"2\"",
    "<marker id=\"k\"/>",
    "<linearGradient id=\"l\" href=\"#l\"/>",
    "fill=\"url(#l)\"",
];

const PAGE: &str = "Opening words with **strong(강조)**은 and a [link](#first).\n\n## First {#first}\n\n\
    Text with 30 minutes and a note.[^1]\n\n- one\n- two\n  1. three\n\n> [!TIP]\n> 조언입니다.\n\n\
    | a | b |\n|---|---|\n| c | 30분 |\n\n```rust\nfn main() { println!(\"안녕\"); }\n```\n\n## 둘째 {#second}\n\n\
    Shown *words* with <kbd>Ctrl</kbd>.\n\n- [ ] A task {#task-one}\n- [x] 다른 일\n\n\
    ### Third\n\nTerm\n: Meaning\n\n[^1]: The note, with `code`.\n";

const LEDGER: &str = "# giljabi ledger 1\n\n[first]\nsource = f3052c9fabb047e6\ntranslation = \
    355151f3e1092cf7\ntext = FcrRCYAwDEXRVd4CuooDiB8hfRihpJLWitvb_l24Z8GOA5sTKjmjWZTnNAiCWT5URr-UEE8oE5k0vFebomqQPqAkBkw6Z6sxjXkzavH1Bw\n\n\
    [front.title]\nsource = none\ntranslation = 355151f3e1092cf7\nas = 제목\nplace = own\n\n[task-one]\nsource = e263d27fc9181fe6\n\
    translation = none\nunchanged = 같은 뜻\n";

const EXAMPLE_SETTINGS: &str = "source_language = \"en\"\nretired = [\"guides/old\"]\nnavigation = [\"guides\"]\n\
    preview_images = \"none\"\n";

const CATALOG: &str = "home = 처음\ncontents = 차례 { JOSA(\"차례\", \"은/는\") }\n-term = 용어\nlatest-updates = { -term }\n\
    date = { $year }년 { $month }월\nfootnote-back = { $number }번으로\n";

const STYLE: &str = "@layer parts;\n.a { color: light-dark(#fff, #000); background: url(icon.svg) }\n@media (width > 9em) \
    { .b > :is(a, b) { --x: calc(1px + 2%); } }\n/* 설명 */\n@import \"base.css\" layer(x);\n";

const SCRIPT: &str = "// 설명\nimport { a } from \"./none.js\";\nexport const b = (x) => `${x}: ${a(x)}`;\nasync function f(y = 1) \
    { for await (const z of y) { if (z) return /a+/u; } }\nclass C { #p = 1; get q() { return this.#p ?? 0; } }\n";

const ICON: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 64 64\"><defs><linearGradient id=\"g\">\
    <stop offset=\"0\" stop-color=\"red\"/></linearGradient></defs><rect width=\"64\" height=\"64\" rx=\"9\" fill=\"url(#g)\"/>\
    <path d=\"M4 4C8 9 20 30 60 60\" stroke=\"#000\" stroke-width=\"4\" fill=\"none\"/></svg>\n";
