//! The constructs that are measured: everything that a file can have many of.

use giljabi::{diag::Diagnostics, diagram, model::SourceId};

pub const SETTINGS: &str = "base_url = \"https://growth.example\"\nminify = false\n\n[title]\nen = \"Growth\"\nko = \"성장\"\n";

/// A construct with any number of parts.
pub struct Construct {
    pub name: &'static str,
    /// The number of parts in the smallest measurement.
    pub parts: usize,
    written: Written,
}

/// The place in a site where a construct is written.
#[derive(Clone, Copy)]
enum Written {
    /// The body of a page in one language.
    Body(fn(usize) -> String),
    /// The bodies of a page in both languages.
    Bodies(fn(usize) -> [String; 2]),
    /// Lines of the front matter.
    Front(fn(usize) -> String),
    /// Whole files.
    Files(fn(usize) -> Vec<(String, String)>),
}

impl Construct {
    /// Returns the files of a site with `parts` of the construct.
    pub fn files(&self, parts: usize) -> Vec<(String, String)> {
        match self.written {
            Written::Body(body) => vec![page("en", "", &body(parts))],
            Written::Bodies(bodies) => {
                let [english, korean] = bodies(parts);
                vec![page("en", "", &english), page("ko", "", &korean)]
            }
            Written::Front(front) => vec![page("en", &front(parts), "Text.\n")],
            Written::Files(files) => files(parts),
        }
    }
}

fn page(lang: &str, front: &str, body: &str) -> (String, String) {
    named_page("a", lang, front, body)
}

fn named_page(slug: &str, lang: &str, front: &str, body: &str) -> (String, String) {
    let own = if lang == "en" { "published = 2026-01-02\n" } else { "" };
    let text = format!(
        "+++\ntitle = \"The guide named {slug}\"\ndescription = \"What the guide named {slug} is \
         about and for whom, in one sentence of some length.\"\n{own}{front}+++\n\n{body}"
    );
    (format!("content/guides/{slug}.{lang}.md"), text)
}

const fn body(name: &'static str, parts: usize, body: fn(usize) -> String) -> Construct {
    Construct { name, parts, written: Written::Body(body) }
}

const fn bodies(name: &'static str, parts: usize, bodies: fn(usize) -> [String; 2]) -> Construct {
    Construct { name, parts, written: Written::Bodies(bodies) }
}

const fn front(name: &'static str, parts: usize, front: fn(usize) -> String) -> Construct {
    Construct { name, parts, written: Written::Front(front) }
}

const fn files(
    name: &'static str,
    parts: usize,
    files: fn(usize) -> Vec<(String, String)>,
) -> Construct {
    Construct { name, parts, written: Written::Files(files) }
}

/// Returns `count` parts in sequence.
fn each(count: usize, part: impl Fn(usize) -> String) -> String {
    (0..count).map(part).collect()
}

fn in_both_languages(body: String) -> [String; 2] {
    [body.clone(), body]
}

fn diagram(rest: &str) -> String {
    format!("```diagram\nid = \"d\"\ntitle = \"T\"\ncaption = \"C\"\n{rest}```\n")
}

/// Returns a diagram that is drawn: one that is refused would take no time at all.
fn drawn(rest: &str) -> String {
    let block = diagram(rest);
    let toml = block.split_once('\n').and_then(|(_, rest)| rest.strip_suffix("```\n"));
    let mut diagnostics = Diagnostics::default();
    let read = diagram::read(SourceId(0), toml.unwrap_or_default(), 0, &mut diagnostics);
    assert!(read.is_some(), "{diagnostics:?}");
    block
}

fn math(formula: &str) -> String {
    format!("```math\n{formula}\n```\n")
}

fn steps(label: &str) -> String {
    drawn(&format!(
        "kind = \"workflow\"\n[[steps]]\nid = \"a\"\nlabel = \"{label}\"\nactor = \"system\"\n\
         [[steps]]\nid = \"b\"\nlabel = \"B\"\nactor = \"person\"\n"
    ))
}

/// The head of a practice, with its answers and its rule.
const PRACTICE: &str = "kind = \"practice\"\nmessage_label = \"P\"\ndraft_label = \"D\"\n\
    [[answers]]\nid = \"right\"\nlabel = \"A\"\ntone = \"go\"\n\
    [[answers]]\nid = \"wrong\"\nlabel = \"B\"\ntone = \"stop\"\n\
    [[rules]]\nid = \"rule\"\nlabel = \"R\"\n";

fn practice_case(id: &str, words: &str, answer: &str) -> String {
    format!(
        "[[cases]]\nid = \"{id}\"\nlesson = \"L\"\nmessage = \"{words}\"\ndraft = \"Reply\"\n\
         answer = \"{answer}\"\nwhy = \"{words}\"\n"
    )
}

/// A page, and a file of the theme.
fn theme(path: &str, text: String) -> Vec<(String, String)> {
    vec![page("en", "", "Text.\n"), (format!("templates/{path}"), text)]
}

fn asset(path: &str, text: String) -> Vec<(String, String)> {
    vec![page("en", "", "Text.\n"), (format!("static/assets/{path}"), text)]
}

fn drawing(attributes: &str, shapes: &str) -> String {
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\" {attributes}>{shapes}</svg>"
    )
}

pub const CONSTRUCTS: &[Construct] = &[
    // Text.
    body("a paragraph of many lines", 20_000, |n| "Words of a line.\n".repeat(n)),
    body("paragraphs", 10_000, |n| "Words of a line.\n\n".repeat(n)),
    body("a long word", 100_000, |n| "x".repeat(n)),
    body("a long word of syllables", 50_000, |n| "가".repeat(n)),
    body("combining marks", 50_000, |n| "e\u{301}".repeat(n)),
    body("backslashes", 50_000, |n| "\\".repeat(n)),
    body("character references", 20_000, |n| "&amp;".repeat(n)),
    body("ampersands", 50_000, |n| "&".repeat(n)),
    body("unfinished character references", 10_000, |n| "&#1".repeat(n)),
    body("no-break spaces", 30_000, |n| "\u{a0}".repeat(n)),
    body("tabs", 50_000, |n| "\t".repeat(n)),
    body("blanks between words", 50_000, |n| ["a", &" ".repeat(n), "b"].concat()),
    body("hard breaks", 20_000, |n| "a  \n".repeat(n)),
    body("rules", 20_000, |n| "***\n".repeat(n)),
    body("numbers with units", 10_000, |n| each(n, |i| format!("{i} minutes "))),
    body("numbers", 20_000, |n| each(n, |i| format!("{i} "))),
    body("a long number", 50_000, |n| "1".repeat(n)),
    body("numbers with commas", 20_000, |n| "1,".repeat(n)),
    body("numbers in Korean", 10_000, |n| "1억 2천만 ".repeat(n)),
    // Emphasis.
    body("emphasis", 10_000, |n| "*a* ".repeat(n)),
    body("stars that open", 20_000, |n| "*a ".repeat(n)),
    body("stars that close", 20_000, |n| "a* ".repeat(n)),
    body("runs of stars", 10_000, |n| "a**b***c*".repeat(n)),
    body("a run of stars", 100_000, |n| "*".repeat(n)),
    body("nested emphasis", 3_000, |n| ["*a **a ".repeat(n), "b** b*".repeat(n)].concat()),
    body("underscores", 20_000, |n| "_a ".repeat(n)),
    body("tildes", 20_000, |n| "~~a ".repeat(n)),
    body("emphasis beside Hangul", 10_000, |n| "**가(a)**는 ".repeat(n)),
    body("stars beside Hangul that open", 10_000, |n| "은*(가".repeat(n)),
    body("stars beside Hangul that close", 10_000, |n| "가격(원)*은 ".repeat(n)),
    body("notes in cells beside Hangul", 5_000, |n| "| 가격(원)*은 | b |\n|---|---|\n\n".repeat(n)),
    body("stars and marks of the amendment", 5_000, |n| "⸎&#1; **가(a)**는 ".repeat(n)),
    // Code.
    body("spans of code", 20_000, |n| "`a` ".repeat(n)),
    body("backticks of different lengths", 20_000, |n| {
        each(n.isqrt(), |i| ["a", &"`".repeat(i)].concat())
    }),
    body("lines of code", 10_000, |n| {
        ["```rust\n", &each(n, |i| format!("let a{i} = 1;\n")), "```\n"].concat()
    }),
    body("nested code", 5_000, |n| ["```rust\n", &"{\n".repeat(n), "```\n"].concat()),
    body("nested tags of code", 3_000, |n| ["```html\n", &"<div>\n".repeat(n), "```\n"].concat()),
    body("here-documents", 1_000, |n| {
        ["```bash\n", &each(n, |i| format!("cat <<E{i}\n")), "```\n"].concat()
    }),
    body("nested lists in YAML", 1_500, |n| {
        ["```yaml\n", &each(n, |i| [&" ".repeat(i % 150), "- a:\n"].concat()), "```\n"].concat()
    }),
    body("lines of plain code", 20_000, |n| ["```\n", &"a\n".repeat(n), "```\n"].concat()),
    body("indented code", 20_000, |n| "    a\n".repeat(n)),
    body("unknown languages", 1_000, |n| each(n, |i| format!("```lang{i}\na\n```\n\n"))),
    body("an unknown language with a long name", 20_000, |n| {
        ["```", &"rus".repeat(n), "\na\n```\n"].concat()
    }),
    body("quoted blocks of code", 2_000, |n| "> ```\n> a\n> ```\n\n".repeat(n)),
    body("open fences in quotations", 3_000, |n| "> ```\n\n".repeat(n)),
    body("code in nested quotations", 300, |n| {
        [&"> ".repeat(n), "```\n", &"> ".repeat(n), "a\n"].concat()
    }),
    body("comments in code", 5_000, |n| {
        ["```bash\n", &"a \"b\" # c\n".repeat(n), "```\n"].concat()
    }),
    body("quotes in a line of code", 5_000, |n| {
        ["```bash\n", &"'a' \"".repeat(n), "\n```\n"].concat()
    }),
    // Links.
    body("bare addresses", 5_000, |n| "https://a.example ".repeat(n)),
    body("bare addresses and mail addresses", 3_000, |n| {
        "a@b.example https://c.example ".repeat(n)
    }),
    body("words in brackets before an open one", 10_000, |n| "[a] (".repeat(n)),
    body("brackets that close before an address", 10_000, |n| ["[a", &"](b) ".repeat(n)].concat()),
    body("closed brackets behind an address", 10_000, |n| {
        ["https://a.example/", &")]".repeat(n)].concat()
    }),
    body("links", 5_000, |n| "[a](https://a.example) ".repeat(n)),
    body("links to itself", 5_000, |n| ["## A {#a}\n\n", &"[a](#a) ".repeat(n)].concat()),
    body("links with titles", 5_000, |n| "[a](https://a.example \"t\") ".repeat(n)),
    body("links in angles", 10_000, |n| "<https://a.example> ".repeat(n)),
    body("mail addresses", 10_000, |n| "<a@b.example> ".repeat(n)),
    body("links to nothing", 3_000, |n| each(n, |i| format!("[a](none{i}.md) "))),
    body("links with long paths", 10_000, |n| format!("[a]({}.md)", "a".repeat(n))),
    body("empty links", 5_000, |n| "[a]() ".repeat(n)),
    body("unsafe links", 5_000, |n| "[a](javascript:x) ".repeat(n)),
    body("images that are missing", 2_000, |n| each(n, |i| format!("![a](none{i}.png) "))),
    body("images in images", 3_000, |n| ["![a".repeat(n), "](b.png)".repeat(n)].concat()),
    body("reference links", 5_000, |n| {
        each(n, |i| format!("[a][r{i}]\n\n[r{i}]: https://a.example\n\n"))
    }),
    body("definitions that lead nowhere", 5_000, |n| each(n, |i| format!("[note{i}]: word\n\n"))),
    body("one definition and many uses", 10_000, |n| {
        ["[r]: https://a.example\n\n", &"[a][r] ".repeat(n)].concat()
    }),
    body("definitions and uses", 1_000, |n| {
        each(n, |i| format!("[a][r{i}]\n\n[r{i}]: https://b.example/{i}\n\n"))
    }),
    body("definitions that nothing uses", 10_000, |n| {
        each(n, |i| format!("[r{i}]: https://a.example\n\n"))
    }),
    body("definitions in one block", 10_000, |n| {
        each(n, |i| format!("[r{i}]: https://a.example\n"))
    }),
    body("unknown references", 5_000, |n| each(n, |i| format!("[Word a][r{i}] "))),
    body("unknown references in one word", 5_000, |n| "[a][b]".repeat(n)),
    body("open brackets", 50_000, |n| "[".repeat(n)),
    body("closing brackets", 50_000, |n| "]".repeat(n)),
    body("brackets and parentheses", 20_000, |n| "](".repeat(n)),
    body("open links", 20_000, |n| "[a](".repeat(n)),
    body("open links with a title", 10_000, |n| "[a](b \"".repeat(n)),
    body("links with spaces", 5_000, |n| "[a](b c.md) ".repeat(n)),
    body("open brackets before links with spaces", 10_000, |n| {
        ["[".repeat(n), "](b c ".repeat(n)].concat()
    }),
    body("open images", 20_000, |n| "![a](".repeat(n)),
    body("angles", 50_000, |n| "<".repeat(n)),
    body("broken anchors and headings", 2_000, |n| {
        [each(n, |i| format!("## Head {i}\n\n")), each(n, |i| format!("[a](#head-x{i})\n\n"))]
            .concat()
    }),
    body("anchors and headings", 3_000, |n| {
        [each(n, |i| format!("## Head {i}\n\n")), each(n, |i| format!("[a](#head-{i})\n\n"))]
            .concat()
    }),
    body("a long broken anchor", 20_000, |n| format!("## {0}\n\n[a](#{0}b)\n", "word".repeat(n))),
    // Headings.
    body("headings", 5_000, |n| each(n, |i| format!("## Head {i}\n\n"))),
    body("headings of one text", 5_000, |n| "## Head\n\n".repeat(n)),
    body("headings whose anchors end with numbers", 2_000, |n| {
        ["## a\n\n".repeat(n), each(n, |i| format!("## a-{i}\n\n"))].concat()
    }),
    body("headings called diagram", 5_000, |n| "## diagram\n\n".repeat(n)),
    body("empty headings", 5_000, |n| "##\n\n".repeat(n)),
    body("headings in quotations", 5_000, |n| "> ## a\n\n".repeat(n)),
    body("a long heading", 50_000, |n| ["## ", &"가 a ".repeat(n), "\n"].concat()),
    body("headings with pinned ids", 5_000, |n| each(n, |i| format!("## Head {{#h{i}}}\n\n"))),
    body("headings with one pinned id", 5_000, |n| "## Head {#h}\n\n".repeat(n)),
    body("headings with attributes", 5_000, |n| "## Head {.a}\n\n".repeat(n)),
    body("attributes of a heading", 10_000, |n| format!("## Head {{{}}}\n\n", ".a ".repeat(n))),
    body("underlined headings", 5_000, |n| "Head\n---\n\n".repeat(n)),
    body("lines before an underline", 20_000, |n| ["a\n".repeat(n), "---\n".into()].concat()),
    // Footnotes.
    body("footnotes", 3_000, |n| each(n, |i| format!("a[^n{i}]\n\n[^n{i}]: b\n\n"))),
    body("footnotes in one paragraph", 3_000, |n| {
        [each(n, |i| format!("a[^n{i}] ")), "\n\n".into(), each(n, |i| format!("[^n{i}]: b\n\n"))]
            .concat()
    }),
    body("one footnote with many references", 5_000, |n| {
        ["a[^n] ".repeat(n), "\n\n[^n]: b\n".into()].concat()
    }),
    body("footnotes that nothing uses", 3_000, |n| each(n, |i| format!("[^n{i}]: b\n\n"))),
    body("footnotes in footnotes", 3_000, |n| {
        ["a[^n0]\n\n".into(), each(n, |i| format!("[^n{i}]: b[^n{}]\n\n", i + 1))].concat()
    }),
    body("a footnote with references to all", 3_000, |n| {
        [
            "a[^m]\n\n[^m]: ".into(),
            each(n, |i| format!("a[^n{i}] ")),
            "\n\n".into(),
            each(n, |i| format!("[^n{i}]: b\n\n")),
        ]
        .concat()
    }),
    body("nested footnotes", 1_000, |n| {
        ["a[^n0]\n\n".into(), each(n, |i| format!("{}[^n{i}]: b\n\n", "    ".repeat(i % 20)))]
            .concat()
    }),
    body("footnotes of one label", 3_000, |n| {
        ["a[^n]\n\n".into(), "[^n]: b\n\n".repeat(n)].concat()
    }),
    body("footnotes with references of characters", 3_000, |n| {
        each(n, |i| format!("a[^&amp;{i}]\n\n[^&amp;{i}]: b\n\n"))
    }),
    body("unknown footnotes", 5_000, |n| each(n, |i| format!("a[^n{i}] "))),
    body("unknown footnotes with references", 5_000, |n| each(n, |i| format!("a[^&amp;{i}] "))),
    body("open footnotes", 20_000, |n| "[^".repeat(n)),
    body("footnotes with long labels", 20_000, |n| {
        format!("a[^{0}]\n\n[^{0}]: b\n", "가".repeat(n))
    }),
    // Lists.
    body("items", 10_000, |n| "- a\n".repeat(n)),
    body("items with paragraphs", 5_000, |n| "- a\n\n  b\n\n".repeat(n)),
    body("numbered items", 10_000, |n| "1. a\n".repeat(n)),
    body("items nested in a line", 2_000, |n| "1. ".repeat(n)),
    body("bullets nested in a line", 2_000, |n| "- ".repeat(n)),
    body("tasks nested in a line", 2_000, |n| "- [ ] ".repeat(n)),
    body("items of a nested list", 10_000, |n| {
        each(n.isqrt(), |i| [&"  ".repeat(i), "- a\n"].concat())
    }),
    body("empty items", 10_000, |n| "-\n".repeat(n)),
    body("lists", 5_000, |n| "- a\n\n1. b\n\n".repeat(n)),
    body("tasks", 5_000, |n| "- [ ] a\n".repeat(n)),
    body("tasks with ids", 5_000, |n| each(n, |i| format!("- [ ] a {{#t{i}}}\n"))),
    body("a task with emphasis", 10_000, |n| ["- [ ] ", &"*a* ".repeat(n)].concat()),
    body("terms", 5_000, |n| "Term\n: What it means\n\n".repeat(n)),
    body("meanings of a term", 5_000, |n| ["Term\n", &": What it means\n\n".repeat(n)].concat()),
    body("terms nested in a line", 2_000, |n| ["a\n", &": ".repeat(n)].concat()),
    // Quotations.
    body("quotations", 5_000, |n| "> a\n\n".repeat(n)),
    body("a quotation", 10_000, |n| "> a\n".repeat(n)),
    body("quotations nested in a line", 2_000, |n| ["> ".repeat(n), "a".into()].concat()),
    body("lines of nested quotations", 10_000, |n| {
        each(n.isqrt(), |i| ["> ".repeat(i + 1), "a\n".into()].concat())
    }),
    body("quotations nested and items", 1_000, |n| ["> - ".repeat(n), "a".into()].concat()),
    body("lazy lines", 10_000, |n| ["> ".repeat(50), "a\n".repeat(n)].concat()),
    body("callouts", 3_000, |n| "> [!NOTE]\n> a\n\n".repeat(n)),
    body("unknown callouts", 3_000, |n| "> [!NOTIZ]\n> a\n\n".repeat(n)),
    // Tables.
    body("rows", 5_000, |n| ["| a | b |\n|---|---|\n", &"| a | b |\n".repeat(n)].concat()),
    body("columns", 3_000, |n| {
        ["|a".repeat(n), "|\n".into(), "|-".repeat(n), "|\n".into(), "|a".repeat(n), "|\n".into()]
            .concat()
    }),
    body("short rows of a wide table", 300, |n| {
        ["|a".repeat(n), "|\n".into(), "|-".repeat(n), "|\n".into(), "|a|\n".repeat(100)].concat()
    }),
    body("tables", 3_000, |n| "| a |\n|---|\n| b |\n\n".repeat(n)),
    body("pipes", 50_000, |n| "|".repeat(n)),
    body("lines that could be tables", 10_000, |n| "|a|b\n".repeat(n)),
    body("a long cell", 20_000, |n| format!("| a |\n|---|\n| {} |\n", "b ".repeat(n))),
    body("escaped pipes", 10_000, |n| format!("| a |\n|---|\n| {} |\n", "\\|".repeat(n))),
    // Raw HTML.
    body("elements", 5_000, |n| "<b>a</b> ".repeat(n)),
    body("blocks of elements", 3_000, |n| "<div>a</div>\n\n".repeat(n)),
    body("a block of elements", 5_000, |n| "<div>a</div>\n".repeat(n)),
    body("nested elements", 5_000, |n| ["<b>".repeat(n), "a".into(), "</b>".repeat(n)].concat()),
    body("open tags", 10_000, |n| "<b>".repeat(n)),
    body("open tags on lines", 10_000, |n| "<b>\n".repeat(n)),
    body("open tags before code", 3_000, |n| "<div>\n\n    <b>a</b>\n\n".repeat(n)),
    body("end tags", 10_000, |n| "</b>".repeat(n)),
    body("stray end tags", 5_000, |n| ["<b>".repeat(n), "</i>".repeat(n)].concat()),
    body("elements closed in the wrong order", 5_000, |n| "<b><i></b></i>".repeat(n)),
    body("open tags in paragraphs", 3_000, |n| "<b>a\n\n".repeat(n)),
    body("open paragraphs in HTML", 5_000, |n| "<p>".repeat(n)),
    body("blocks of HTML that stay open", 3_000, |n| "<div>\n\n".repeat(n)),
    body("attributes", 10_000, |n| format!("<b {}>a</b>", each(n, |i| format!("a{i}=b ")))),
    body("tags with attributes", 200, |n| {
        format!("<b {}>a</b> ", each(50, |i| format!("data-a{i}=b "))).repeat(n)
    }),
    body("attributes with quotes", 10_000, |n| format!("<b {}>a</b>", "title='a' ".repeat(n))),
    body("elements out of place", 3_000, |n| "a <div>b</div> c\n\n".repeat(n)),
    body("elements out of place in a line", 3_000, |n| "a <div>b</div> c ".repeat(n)),
    body("cells outside a table", 3_000, |n| "<td>a</td>\n\n".repeat(n)),
    body("text in a table", 3_000, |n| {
        ["<table>", &"a<tr><td>b</td></tr>".repeat(n), "</table>\n"].concat()
    }),
    body("rows of HTML", 3_000, |n| {
        ["<table>", &"<tr><td>a</td><td>b</td></tr>".repeat(n), "</table>\n"].concat()
    }),
    body("items of HTML without ends", 5_000, |n| ["<ul>", &"<li>a".repeat(n), "</ul>\n"].concat()),
    body("Markdown in nested blocks of HTML", 50, |n| {
        ["<div>\n\n".repeat(n), "**a**\n\n".repeat(n), "</div>\n\n".repeat(n)].concat()
    }),
    body("links in links of HTML", 3_000, |n| "<a href=\"#x\">[a](#x)</a> ".repeat(n)),
    body("shapes", 3_000, |n| ["<svg>", &"<path d='M0 0'/>".repeat(n), "</svg>\n"].concat()),
    body("refused tags", 3_000, |n| "<script>a</script> ".repeat(n)),
    body("unknown tags", 3_000, |n| each(n, |i| format!("<tag{i}>a</tag{i}> "))),
    body("comments", 10_000, |n| "a <!-- b --> ".repeat(n)),
    body("comments that stay open", 10_000, |n| "a <!-- ".repeat(n)),
    body("blocks of comments that stay open", 3_000, |n| "<!-- a\n\n".repeat(n)),
    body("declarations", 5_000, |n| "a <!A> ".repeat(n)),
    body("a block of declarations", 5_000, |n| {
        ["<div>\n", &"<!A>\n".repeat(n), "</div>\n"].concat()
    }),
    body("instructions", 5_000, |n| "a <?b?> ".repeat(n)),
    body("a block of instructions", 5_000, |n| ["<div>", &"<?b?>".repeat(n), "</div>\n"].concat()),
    body("open instructions", 10_000, |n| "a <?b ".repeat(n)),
    body("character data", 5_000, |n| "a <![CDATA[b]]> ".repeat(n)),
    body("a block of character data", 5_000, |n| {
        ["<div>", &"<![CDATA[b]]>".repeat(n), "</div>\n"].concat()
    }),
    body("wrong references in a block of HTML", 5_000, |n| {
        ["<div>", &"&#0;&b".repeat(n), "</div>\n"].concat()
    }),
    body("tags without an end", 10_000, |n| "a <b c=\" ".repeat(n)),
    body("ids in HTML", 3_000, |n| each(n, |i| format!("<b id=\"h{i}\">a</b> "))),
    body("one id in HTML", 3_000, |n| "<b id=\"h\">a</b> ".repeat(n)),
    body("links in HTML", 3_000, |n| "<a href=\"https://a.example\">a</a> ".repeat(n)),
    body("links in a block of HTML", 3_000, |n| {
        ["<div>", &"<a href=\"https://a.example\">a</a> ".repeat(n), "</div>\n"].concat()
    }),
    body("images in HTML", 2_000, |n| "<img src=\"none.png\"> ".repeat(n)),
    body("a block of HTML in a quotation", 5_000, |n| {
        ["> <div>\n", &"> <b>a</b>\n".repeat(n), "> </div>\n"].concat()
    }),
    body("blocks of HTML in quotations", 3_000, |n| "> <div>\n> a\n> </div>\n\n".repeat(n)),
    body("HTML in items of quotations", 3_000, |n| "> - <div>\n>   a\n>   </div>\n".repeat(n)),
    body("quoted HTML", 3_000, |n| {
        ["> <div>\n", &"> <b id=\"x\">a</b>\n".repeat(n), "> </div>\n"].concat()
    }),
    body("Markdown in HTML", 3_000, |n| "<div>**a**</div>\n\n".repeat(n)),
    body("text in a block of HTML", 20_000, |n| {
        ["<div>", &"a ** [b](".repeat(n), "</div>\n"].concat()
    }),
    body("long Korean text in a block of HTML", 30_000, |n| {
        ["<div>", &"가".repeat(n), "</div>\n"].concat()
    }),
    // Images, links and brackets in each other.
    body("nested images", 5_000, |n| {
        ["![".repeat(n), "a".into(), "](https://a.example/b.png)".repeat(n)].concat()
    }),
    body("nested links", 10_000, |n| {
        ["[".repeat(n), "a".into(), "](https://a.example)".repeat(n)].concat()
    }),
    body("open brackets", 50_000, |n| "[".repeat(n)),
    body("pairs of brackets", 20_000, |n| ["[[".repeat(n), "]]".repeat(n)].concat()),
    body("marks of images", 20_000, |n| "![".repeat(n)),
    body("brackets and parentheses", 10_000, |n| "[a](".repeat(n)),
    body("links to terms", 3_000, |n| each(n, |i| format!("[a](term:t{i}) "))),
    body("automatic links", 5_000, |n| each(n, |i| format!("<https://a.example/{i}> "))),
    body("headings of one text", 3_000, |n| "## Same words\n\nText.\n\n".repeat(n)),
    body("headings of one text in Korean", 3_000, |n| "## 같은 제목\n\n글.\n\n".repeat(n)),
    body("headings whose anchors look numbered", 3_000, |n| {
        each(n, |i| format!("## Same\n\n## Same {i}\n\n"))
    }),
    // Remarks.
    body("remarks without effect", 3_000, |n| {
        "<!-- giljabi: allow list-differs: why -->\n\nText.\n\n".repeat(n)
    }),
    body("remarks with an effect", 2_000, |n| {
        "<!-- giljabi: allow literal-markdown: why -->\n\n<div>**a**</div>\n\n".repeat(n)
    }),
    body("remarks about unknown rules", 2_000, |n| {
        each(n, |i| format!("<!-- giljabi: allow rule{i}: why -->\n\nText.\n\n"))
    }),
    body("problems under one remark", 2_000, |n| {
        let item = "- <div>**a**</div>\n".repeat(n);
        ["<!-- giljabi: allow literal-markdown: why -->\n\n", &item].concat()
    }),
    // The search index.
    body("different words", 5_000, |n| each(n, |i| format!("word{}x{i} ", i * 7_919 % 1_000))),
    body("different words in Korean", 5_000, |n| {
        let syllable = |i: usize| char::from_u32(0xac00 + (i % 11_172) as u32).unwrap_or('가');
        each(n, |i| [syllable(i), syllable(i * 31), syllable(i * 577), ' '].iter().collect())
    }),
    body("one word of Korean", 20_000, |n| "가나다라마".repeat(n)),
    // Diagrams.
    body("a long label", 5_000, |n| steps(&"a".repeat(n))),
    body("a label of many words", 3_000, |n| steps(&"word ".repeat(n))),
    body("a label of syllables", 5_000, |n| steps(&"가".repeat(n))),
    body("a label of many words in Korean", 3_000, |n| steps(&"그 한 두 가나 ".repeat(n))),
    body("a label of numbers", 3_000, |n| steps(&"1 ".repeat(n))),
    body("a label of signs without width", 5_000, |n| steps(&"\u{301}".repeat(n))),
    body("a label of rare characters", 5_000, |n| {
        steps(&each(n, |i| char::from_u32(0x4e00 + (i % 20_000) as u32).into_iter().collect()))
    }),
    body("a long caption", 5_000, |n| {
        steps("A").replace("\"C\"", &format!("\"{}\"", "word ".repeat(n)))
    }),
    body("diagrams", 100, |n| {
        each(n, |i| steps("A").replace("id = \"d\"", &format!("id = \"d{i}\"")) + "\n")
    }),
    body("diagrams of one id", 100, |n| (steps("A") + "\n").repeat(n)),
    body("diagrams that are broken", 300, |n| "```diagram\nkind = 1\n```\n\n".repeat(n)),
    body("steps", 30, |n| {
        let step = |i| format!("[[steps]]\nid = \"s{i}\"\nlabel = \"S\"\nactor = \"system\"\n");
        diagram(&["kind = \"workflow\"\n".into(), each(n.max(2), step)].concat())
    }),
    body("steps and links", 30, |n| {
        let step = |i| format!("[[steps]]\nid = \"s{i}\"\nlabel = \"S\"\nactor = \"system\"\n");
        let link = |i| format!("[[links]]\nfrom = \"s{i}\"\nto = \"s0\"\nlabel = \"L\"\n");
        let n = n.max(3);
        let links = (1..n).map(link).collect();
        diagram(&["kind = \"workflow\"\n".into(), each(n, step), links].concat())
    }),
    body("questions", 20, |n| {
        let n = n.max(2);
        let question = |i| {
            let no = if i + 1 == n { "v1".into() } else { format!("q{}", i + 1) };
            format!(
                "[[questions]]\nid = \"q{i}\"\nlabel = \"Q\"\nanswers = [{{ label = \"Y\", to = \"v0\" }}, {{ label = \"N\", to = \"{no}\" }}]\n"
            )
        };
        let verdict = |i| format!("[[verdicts]]\nid = \"v{i}\"\nlabel = \"V\"\ntone = \"go\"\n");
        diagram(&["kind = \"decision\"\n".into(), each(n, question), each(2, verdict)].concat())
    }),
    body("answers of a question", 300, |n| {
        let answer = |i| format!("{{ label = \"A{i}\", to = \"v0\" }}, ");
        let question = format!(
            "kind = \"decision\"\n[[questions]]\nid = \"q\"\nlabel = \"Q\"\nanswers = [{}]\n",
            each(n.max(2), answer)
        );
        diagram(&[&question, "[[verdicts]]\nid = \"v0\"\nlabel = \"V\"\ntone = \"go\"\n"].concat())
    }),
    body("answers that add up", 100, |n| {
        let answer = |i: usize| format!("{{ label = \"A{i}\", points = {} }}, ", i % 9);
        let question = format!(
            "kind = \"decision\"\n[[questions]]\nid = \"q\"\nlabel = \"Q\"\ntype = \"several\"\nanswers = [{}]\notherwise = \"v0\"\n",
            each(n.max(2), answer)
        );
        diagram(&[&question, "[[verdicts]]\nid = \"v0\"\nlabel = \"V\"\ntone = \"go\"\n"].concat())
    }),
    body("unknown keys of a diagram", 1_000, |n| {
        diagram(&["kind = \"workflow\"\n".into(), each(n, |i| format!("key{i} = 1\n"))].concat())
    }),
    body("steps of one id", 1_000, |n| {
        let step = "[[steps]]\nid = \"s\"\nlabel = \"S\"\nactor = \"system\"\n";
        diagram(&["kind = \"workflow\"\n", &step.repeat(n)].concat())
    }),
    body("too many steps", 2_000, |n| {
        let step = |i| format!("[[steps]]\nid = \"s{i}\"\nlabel = \"S\"\nactor = \"system\"\n");
        let link = |i| format!("[[links]]\nfrom = \"s{i}\"\nto = \"s0\"\nlabel = \"L\"\n");
        diagram(&["kind = \"workflow\"\n".into(), each(n, step), each(n, link)].concat())
    }),
    body("words behind a diagram's fence", 5_000, |n| {
        steps("A").replace("```diagram", &format!("```diagram {}", "x ".repeat(n)))
    }),
    body("cases of a practice", 100, |n| {
        let case = |i| practice_case(&format!("c{i}"), "Words", "right");
        diagram(&[PRACTICE.into(), each(n.max(2), case)].concat())
    }),
    body("a long message of a practice", 5_000, |n| {
        let wrong = practice_case("d", "M", "wrong");
        let marks = "marks = [{ words = \"Reply\", rule = \"rule\" }]\n";
        drawn(
            &[PRACTICE, &practice_case("c", &"word. ".repeat(n), "right"), &wrong, marks].concat(),
        )
    }),
    // Formulas.
    body("formulas", 1_000, |n| "$`x^2`$ and ".repeat(n)),
    body("formulas that are broken", 1_000, |n| "$`\\x{`$ and ".repeat(n)),
    body("open formulas", 5_000, |n| "$`a ".repeat(n)),
    body("a long formula", 2_000, |n| math(&"x + ".repeat(n))),
    body("nested fractions", 1_000, |n| {
        math(&["\\frac{1}{".repeat(n), "x".into(), "}".repeat(n)].concat())
    }),
    body("nested scripts", 1_000, |n| math(&"x^".repeat(n))),
    body("open groups of a formula", 2_000, |n| math(&"{".repeat(n))),
    body("unknown commands of a formula", 1_000, |n| math(&each(n, |i| format!("\\a{i} ")))),
    body("a long command of a formula", 5_000, |n| math(&["\\".into(), "a".repeat(n)].concat())),
    body("lines of a formula", 1_000, |n| math(&"x = y\n".repeat(n))),
    body("a quoted diagram", 5_000, |n| {
        steps(&"a ".repeat(n)).lines().map(|l| format!("> {l}\n")).collect()
    }),
    // Front matter.
    front("aliases", 1_000, |n| {
        format!("aliases = [{}]\n", each(n, |i| format!("\"/en/old-{i}/\", ")))
    }),
    front("aliases of one address", 1_000, |n| {
        format!("aliases = [{}]\n", "\"/en/old/\", ".repeat(n))
    }),
    front("aliases in each other's folders", 1_000, |n| {
        format!("aliases = [{}]\n", each(n, |i| format!("\"/en/old{}/\", ", "/a".repeat(i % 100))))
    }),
    front("bad aliases", 1_000, |n| format!("aliases = [{}]\n", "\"old\", ".repeat(n))),
    front("an alias with many folders", 3_000, |n| {
        format!("aliases = [\"/en{}/\"]\n", "/a".repeat(n))
    }),
    front("duplicate keys", 2_000, |n| "topic = \"risk\"\n".repeat(n)),
    front("unknown keys", 1_000, |n| each(n, |i| format!("key{i} = 1\n"))),
    front("a long unknown key", 20_000, |n| format!("{} = 1\n", "k".repeat(n))),
    front("broken lines", 5_000, |n| "= = =\n".repeat(n)),
    front("keys without values", 3_000, |n| each(n, |i| format!("key{i} =\n"))),
    front("strings without an end", 3_000, |n| each(n, |i| format!("key{i} = \"a\n"))),
    front("unknown tables", 1_000, |n| each(n, |i| format!("[t{i}]\na = 1\n"))),
    front("one table many times", 2_000, |n| "[t]\na = 1\n".repeat(n)),
    front("entries of an unknown table", 2_000, |n| "[[t]]\na = 1\n".repeat(n)),
    front("dotted keys", 2_000, |n| each(n, |i| format!("a.b{i} = 1\n"))),
    front("a dotted key", 60, |n| format!("{}a = 1\n", "a.".repeat(n))),
    front("comments of TOML", 10_000, |n| "# a\n".repeat(n)),
    front("a long value", 50_000, |n| format!("topic = \"{}\"\n", "risk".repeat(n))),
    front("related pages that are missing", 1_000, |n| {
        format!("related = [{}]\n", each(n, |i| format!("\"none-{i}\", ")))
    }),
    front("the same page as related", 2_000, |n| format!("related = [{}]\n", "\"a\", ".repeat(n))),
    front("open brackets of TOML", 60, |n| format!("a = {}\n", "[".repeat(n))),
    // Both languages.
    bodies("numbers that differ between versions", 2_000, |n| {
        [each(n, |i| format!("{} minutes, ", i + 1)), each(n, |i| format!("{}분, ", i + 1_000_000))]
    }),
    bodies("numbers that are the same", 2_000, |n| {
        [each(n, |i| format!("{} minutes, ", i + 1)), each(n, |i| format!("{}분, ", i + 1))]
    }),
    bodies("numbers in another order", 2_000, |n| {
        [each(n, |i| format!("{} minutes, ", i + 1)), each(n, |i| format!("{}분, ", n - i))]
    }),
    bodies("pinned ids in reversed order", 1_000, |n| {
        let head = |i: usize| format!("## Head {{#h{i}}}\n\nText.\n\n");
        [each(n, head), each(n, |i| head(n - i))]
    }),
    bodies("tasks with ids in reversed order", 1_000, |n| {
        let task = |i: usize| format!("- [ ] Task {{#t{i}}}\n");
        [each(n, task), each(n, |i| task(n - i))]
    }),
    bodies("ids that only one version has", 1_000, |n| {
        [each(n, |i| format!("## Head {{#h{i}}}\n\n")), each(n, |i| format!("## 절 {{#k{i}}}\n\n"))]
    }),
    bodies("tasks that only one version has", 1_000, |n| {
        [
            each(n, |i| format!("- [ ] Task {{#h{i}}}\n")),
            each(n, |i| format!("- [ ] 일 {{#k{i}}}\n")),
        ]
    }),
    bodies("sections without ids", 1_000, |n| {
        [
            each(n, |i| format!("## Head {i}\n\nText.\n\n")),
            each(n + 1, |i| format!("## 절 {i}\n\n글.\n\n")),
        ]
    }),
    bodies("links that differ", 1_000, |n| {
        [
            each(n, |i| format!("<https://a{i}.example> ")),
            each(n, |i| format!("<https://b{i}.example> ")),
        ]
    }),
    bodies("code that differs", 1_000, |n| {
        [
            each(n, |i| format!("```bash\na{i}\n```\n\n")),
            each(n, |i| format!("```bash\nb{i}\n```\n\n")),
        ]
    }),
    bodies("lists that differ", 1_000, |n| {
        ["- a\n- b\n\nx\n\n".repeat(n), "- a\n\nx\n\n".repeat(n)]
    }),
    bodies("the same text in both", 5_000, |n| in_both_languages("Words of a line.\n\n".repeat(n))),
    bodies("diagrams in both", 50, |n| {
        in_both_languages(each(n, |i| {
            steps("A").replace("id = \"d\"", &format!("id = \"d{i}\"")) + "\n"
        }))
    }),
    // Catalogs, styles, scripts and templates of the theme.
    files("strings of a catalog", 2_000, |n| {
        theme("i18n/en.ftl", each(n, |i| format!("own{i} = Words {{ $a }}\n")))
    }),
    files("terms that name the next one", 1_000, |n| {
        theme("i18n/en.ftl", each(n, |i| format!("-t{i} = {{ -t{} }}\n", i + 1)))
    }),
    files("terms that name each other", 1_000, |n| {
        theme("i18n/en.ftl", each(n, |i| format!("-t{i} = {{ -t{} }}\n", (i + 1) % n)))
    }),
    files("broken strings of a catalog", 2_000, |n| theme("i18n/en.ftl", "a = {\n".repeat(n))),
    files("strings of one name", 20_000, |n| theme("i18n/en.ftl", "own = a\n".repeat(n))),
    files("rules of a style", 2_000, |n| {
        asset("own.css", each(n, |i| format!(".a{i} {{ color: red }}\n")))
    }),
    files("imports of a style", 1_000, |n| {
        asset("own.css", each(n, |i| format!("@import \"none{i}.css\";\n")))
    }),
    files("statements of a script", 2_000, |n| {
        asset("own.js", each(n, |i| format!("export const a{i} = {i};\n")))
    }),
    files("names of a script that name the one before", 1_000, |n| {
        asset(
            "own.js",
            ["let v0=0;".to_owned(), each(n, |i| format!("let v{}=v{i}+1;", i + 1))].concat(),
        )
    }),
    files("members of a script", 5_000, |n| {
        asset("own.js", ["export const a = b", &".c".repeat(n), ";\n"].concat())
    }),
    files("imports of a script", 1_000, |n| {
        asset("own.js", each(n, |i| format!("import \"./none{i}.js\";\n")))
    }),
    files("tags of a template", 700, |n| theme("guide.html", "{{ 1 }}".repeat(n))),
    files("tags that never end", 3_000, |n| theme("guide.html", "{{ ".repeat(n))),
    files("blocks that never end", 3_000, |n| theme("guide.html", "{% if ".repeat(n))),
    files("quotes that never end", 3_000, |n| theme("guide.html", "{{ \"".repeat(n))),
    files("branches of a template", 3_000, |n| {
        theme("guide.html", ["{% if a %}", &"{% elif b %}".repeat(n), "{% endif %}"].concat())
    }),
    files("filters in a row", 30, |n| {
        theme(
            "guide.html",
            ["{{ \"a\"", &" | replace(from=\"a\", to=\"aa\")".repeat(n), " }}"].concat(),
        )
    }),
    files("attributes of a drawing", 10_000, |n| {
        let attributes = each(n, |i| format!("data-a{i}=\"b\" "));
        vec![
            page("en", "", "![a](a.svg)\n"),
            ("content/guides/a.svg".into(), drawing(&attributes, "")),
        ]
    }),
    files("shapes of a drawing", 3_000, |n| {
        vec![
            page("en", "", "![a](a.svg)\n"),
            ("content/guides/a.svg".into(), drawing("", &"<path d=\"M0 0\"/>".repeat(n))),
        ]
    }),
    // Many files.
    files("words that the glossary avoids", 300, |n| {
        let term = |i| format!("[terms.t{i}]\nword = \"Word{i}\"\navoid = [\"avoided{i}\"]\n");
        let section = "words_section = \"list\"\n";
        let (_, glossary) =
            page("en", &[section.to_owned(), each(n, term)].concat(), "## List {#list}\n\nText.\n");
        let glossary = glossary.replace("published = 2026-01-02\n", "");
        let text = each(n, |i| format!("Here is avoided{} and Word{i}.\n\n", i + n));
        vec![("content/pages/glossary.en.md".into(), glossary), page("en", "", &text)]
    }),
    files("words to avoid that begin alike", 50, |n| {
        let term = |i| {
            format!("[terms.t{i}]\nword = \"Word{i}\"\navoid = [\"{}y\"]\n", "x ".repeat(i + 1))
        };
        let (_, glossary) = page("en", &each(n, term), "Text.\n");
        let glossary = glossary.replace("published = 2026-01-02\n", "");
        vec![
            ("content/pages/glossary.en.md".into(), glossary),
            page("en", "", &"x ".repeat(100 * n)),
        ]
    }),
    files("terms of a glossary in sections", 100, |n| {
        let term = |i| {
            format!(
                "[terms.t{i}]\nword = \"Word{i}\"\nsection = \"s{i}\"\ndefinition = \"It is.\"\n"
            )
        };
        let head = |i| format!("## Head {i} {{#s{i}}}\n\nText.\n\n");
        let (_, glossary) = page("en", &each(n, term), &each(n, head));
        let glossary = glossary.replace("published = 2026-01-02\n", "");
        vec![("content/pages/glossary.en.md".into(), glossary)]
    }),
    files("pages", 100, |n| {
        (0..n).map(|i| named_page(&format!("p{i}"), "en", "", "Text.\n")).collect()
    }),
    files("pages that link to each other", 100, |n| {
        let link = |i: usize| format!("[a](p{}.md) [b](none{i}.md)\n", (i + 1) % n);
        (0..n).map(|i| named_page(&format!("p{i}"), "en", "", &link(i))).collect()
    }),
    files("pages of one title", 100, |n| {
        let page = |i| named_page(&format!("p{i}"), "en", "", "Text.\n");
        (0..n)
            .map(page)
            .map(|(path, text)| (path, text.replace("guide named p", "guide ")))
            .collect()
    }),
    files("a ledger with many entries", 1_000, |n| {
        let entry = |i| format!("[h{i}]\nsource = {i:016x}\ntranslation = {i:016x}\n\n");
        let head = |i| format!("## Head {{#h{i}}}\n\nText.\n\n");
        let (english, korean) = (page("en", "", &each(n, head)), page("ko", "", &each(n, head)));
        vec![english, korean, ("content/guides/a.ko.ledger".into(), each(n, entry))]
    }),
    files("a ledger whose ids are gone", 1_000, |n| {
        let entry = |i| format!("[g{i}]\nsource = {i:016x}\ntranslation = {i:016x}\n\n");
        let head = |i| format!("## Head {i}\n\nText.\n\n");
        let (english, korean) = (page("en", "", &each(n, head)), page("ko", "", &each(n, head)));
        vec![english, korean, ("content/guides/a.ko.ledger".into(), each(n, entry))]
    }),
    files("a ledger with broken lines", 3_000, |n| {
        let (english, korean) = (page("en", "", "Text.\n"), page("ko", "", "글.\n"));
        vec![english, korean, ("content/guides/a.ko.ledger".into(), "x = y\n\n[a]\n".repeat(n))]
    }),
    files("conflicts in a page", 1_000, |n| {
        vec![page("en", "", &"<<<<<<< a\nb\n=======\nc\n>>>>>>> d\n".repeat(n))]
    }),
    files("items of a ranking", 50, |n| {
        let item =
            |i| format!("[items.i{i}]\nlabel = \"I{i}\"\nscores = {{ c = {} }}\n", i % 5 + 1);
        let toml = ["[criteria.c]\nlabel = \"C\"\n".into(), each(n.max(2), item)].concat();
        let (_, text) = page("en", &toml, "Text.\n");
        vec![("content/rankings/a.en.md".into(), text)]
    }),
];
