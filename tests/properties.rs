//! Properties that hold for any input.

use giljabi::{
    diag::Diagnostics,
    load,
    markdown::{DIALECT, MarkdownText},
    model::{Kind, Lang, SourceId, SourcePath},
    parse,
    pipeline::{self, PrepareOptions},
    source::Source,
};
use proptest::prelude::*;
use pulldown_cmark::{Event, Parser, TextMergeWithOffset};

/// Pieces that often make difficult Markdown when they are combined.
const PIECES: &[&str] = &[
    "**",
    "*",
    "~~",
    "~",
    "_",
    "`",
    "```",
    "[",
    "]",
    "(",
    ")",
    "![",
    "<",
    ">",
    "\"",
    "'",
    "|",
    "-",
    "#",
    "##",
    "+++",
    "---",
    "\n",
    "\n\n",
    " ",
    "    ",
    "\t",
    "\\",
    "{#a}",
    "[^1]",
    "[^1]: ",
    "> ",
    "> [!NOTE]\n",
    "- [ ] ",
    "1. ",
    ": ",
    "a",
    "b c",
    "Word",
    "x.md",
    "#a",
    "https://a.example",
    "<b id=\"x\">",
    "</b>",
    "<!--",
    "&amp;",
    "\r\n",
    "\0",
    "|---|",
    "```diagram\n",
    "é",
    "…",
    "“",
];
const CJK: &[&str] =
    &["한글", "을", "는", "마크다운", "「", "」", "、", "漢字", "\u{1112}\u{1161}", "，", "😀"];

fn markdown(pieces: Vec<&'static str>) -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(pieces), 0..60).prop_map(|parts| parts.concat())
}

fn any_markdown() -> impl Strategy<Value = String> {
    markdown([PIECES, CJK].concat())
}

fn file(text: &[u8], lang: Lang) -> Source {
    let path = SourcePath::new(&format!("content/guides/a.{}.md", lang.code()));
    Source { path, bytes: text.to_vec().into(), built_in: false }
}

/// Returns every output of a site of one pair with these bodies, and its problems.
fn outputs(english: &str, korean: &str) -> (Vec<Vec<u8>>, String) {
    let mut sources = load::built_in();
    let settings = "base_url = \"https://a.example\"\n[title]\nen = \"A\"\nko = \"가\"\n";
    sources.add_file("guide.toml", settings);
    let front = "+++\ntitle = \"T\"\ndescription = \"D\"\n";
    sources.add_file(
        "content/guides/a.en.md",
        format!("{front}published = 2026-11-22\n+++\n{english}"),
    );
    sources.add_file("content/guides/a.ko.md", format!("{front}+++\n{korean}"));
    let (prepared, diagnostics) = pipeline::prepare(&sources, &PrepareOptions::default());
    let render = |(_, route): &(_, _)| match prepared.render(&sources, *route) {
        Ok(bytes) => bytes.to_vec(),
        // A page with refused HTML is not rendered.
        Err(problem) => {
            let told = format!("{problem:?}");
            assert!(told.contains("Html"), "templates work: {told}");
            told.into_bytes()
        }
    };
    (prepared.site.routes.iter().map(render).collect(), format!("{diagnostics:?}"))
}

type Placed<'a> = (Event<'a>, std::ops::Range<usize>);

/// Returns the events with the lines of each block of HTML joined.
fn whole_blocks<'a>(events: impl Iterator<Item = Placed<'a>>) -> Vec<Placed<'a>> {
    let mut whole: Vec<Placed> = Vec::new();
    for (event, range) in events {
        match (whole.last_mut(), event) {
            (Some((Event::Html(block), place)), Event::Html(line)) => {
                *block = [&**block, &*line].concat().into();
                place.end = range.end;
            }
            (_, event) => whole.push((event, range)),
        }
    }
    whole
}

/// Returns the pieces that form no bare address, no line with a colon, no range and no product:
/// those are not read as the parser alone would.
fn without_other_repairs() -> Vec<&'static str> {
    let repaired = |piece: &str| [": ", "~", "1. "].contains(&piece) || piece.contains("://");
    PIECES.iter().copied().filter(|piece| !repaired(piece)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..Default::default() })]

    /// If nothing needs a repair, the events are those of the parser, except that the lines of
    /// HTML are joined.
    #[test]
    fn the_emphasis_repair_leaves_other_scripts_alone(body in markdown(without_other_repairs())) {
        // Four stars hide a part of a name.
        prop_assume!(!body.contains("****"));
        let prepared = MarkdownText::new(&body);
        let plain = TextMergeWithOffset::new(Parser::new_ext(&body, DIALECT).into_offset_iter());
        prop_assert_eq!(prepared.events().collect::<Vec<_>>(), whole_blocks(plain));
    }

    /// With and without repairs, places are inside the body and no text is invented.
    #[test]
    fn the_emphasis_repair_keeps_text_and_places(body in any_markdown()) {
        let prepared = MarkdownText::new(&body);
        for (event, range) in prepared.events() {
            prop_assert!(body.is_char_boundary(range.start) && body.is_char_boundary(range.end));
            if let Event::Text(text) = event {
                prop_assert!(!text.contains('⸎'));
            }
        }
    }

    #[test]
    fn parsing_never_panics(bytes in prop::collection::vec(any::<u8>(), 0..200), body in any_markdown()) {
        let fenced = ["+++\n", &body, "\n+++\n", &body].concat();
        for lang in Lang::ALL {
            for bytes in [&bytes[..], body.as_bytes(), fenced.as_bytes()] {
                let file = file(bytes, lang);
                let _ = parse::content_file(SourceId(0), &file, Lang::En, &Kind::BUILT_IN);
            }
        }
        let mut diagnostics = Diagnostics::default();
        let _ = parse::settings(SourceId(0), &body, &mut diagnostics);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..Default::default() })]

    #[test]
    fn an_address_beside_a_reference_to_a_character_has_places(
        before in any_markdown(),
        after in any_markdown(),
    ) {
        outputs(&format!("{before}http://a.p_한&mp;_{after}"), "http://a.p_한&mp;_");
    }

    #[test]
    fn rendering_is_a_function_of_the_input(english in any_markdown(), korean in any_markdown()) {
        let (one, problems) = outputs(&english, &korean);
        let (two, again) = outputs(&english, &korean);
        prop_assert_eq!(problems, again);
        prop_assert!(one == two);
    }
}
