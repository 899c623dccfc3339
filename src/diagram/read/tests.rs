//! Every problem that a block can have, in the words an editor reads.

use super::*;
use crate::{diag::text, lang::Lang};

fn problems_of(toml: &str) -> (Option<Diagram>, Vec<String>) {
    let mut diagnostics = Diagnostics::default();
    let padding = 100;
    let diagram = read(SourceId(0), toml, padding, &mut diagnostics);
    let messages = diagnostics.iter().map(|d| {
        let text = text(d, Lang::En);
        let range = d.span.range();
        let at = toml.get(range.start - padding..range.end - padding).unwrap_or("outside");
        let at = at.lines().next().unwrap_or_default();
        format!("{at}: {} | {}", text.message, text.hint.unwrap_or_default())
    });
    (diagram, messages.collect())
}

/// Returns the problems of `base` with `from` replaced by `to`.
fn problems(base: &str, from: &str, to: &str) -> Vec<String> {
    assert!(base.contains(from), "{from}");
    let (diagram, messages) = problems_of(&base.replacen(from, to, 1));
    assert_eq!(diagram.is_some(), messages.is_empty(), "a block is either right or reported");
    messages
}

const HEAD: &str = "id = \"one\"\ntitle = \"t\"\ncaption = \"c\"\n";

fn workflow() -> String {
    format!(
        "kind = \"workflow\"\n{HEAD}\
         [[steps]]\nid = \"draft\"\nlabel = \"Draft\"\nactor = \"system\"\n\
         [[steps]]\nid = \"review\"\nlabel = \"Review\"\ntype = \"gate\"\n\
         [[steps]]\nid = \"launch\"\nlabel = \"Launch\"\nnext = []\n\
         [[links]]\nfrom = \"review\"\nto = \"draft\"\nlabel = \"fails\"\n"
    )
}

fn decision() -> String {
    format!(
        "kind = \"decision\"\n{HEAD}\
         [[questions]]\nid = \"safe\"\nlabel = \"Safe?\"\n\
         answers = [ {{ label = \"Yes\", to = \"known\" }}, {{ label = \"No\", to = \"stop\" }} ]\n\
         [[questions]]\nid = \"known\"\nlabel = \"Known?\"\n\
         answers = [ {{ label = \"Ja\", to = \"go\" }}, {{ label = \"Nein\", to = \"stop\" }} ]\n\
         [[verdicts]]\nid = \"go\"\nlabel = \"Go\"\ntone = \"go\"\n\
         [[verdicts]]\nid = \"stop\"\nlabel = \"Stop\"\ntone = \"stop\"\n"
    )
}

fn compare() -> String {
    format!(
        "kind = \"compare\"\n{HEAD}style = \"bars\"\nmax = 5\n\
         [[signals]]\nid = \"quality\"\nlabel = \"Quality\"\n\
         [[signals]]\nid = \"risk\"\nsignal = \"risk\"\nlabel = \"Risk\"\n\
         [[items]]\nid = \"a\"\nlabel = \"A\"\nscores = {{ quality = 4, risk = 5 }}\n\
         [[items]]\nid = \"b\"\nlabel = \"B\"\nscores = {{ quality = 1, risk = 0 }}\n"
    )
}

#[test]
fn sound_blocks_are_read() {
    for block in [workflow(), decision(), compare()] {
        let (diagram, messages) = problems_of(&block);
        assert_eq!(messages, [""; 0]);
        assert_eq!(diagram.map(|d| d.title).as_deref(), Some("t"));
    }
}

#[test]
fn unknown_names_are_reported() {
    let block = workflow();
    assert_eq!(
        problems(&block, "\"workflow\"", "\"workflw\""),
        ["\"workflw\": “workflw” is not a value that “kind” can have | did you mean “workflow”?"]
    );
    assert_eq!(
        problems(&block, "kind = \"workflow\"\n", ""),
        ["id = \"one\": “kind” is missing | add kind = \"signals\""]
    );
    assert_eq!(
        problems(&block, "actor = \"system\"", "acter = \"agent\""),
        ["acter: unknown key “acter” ([[steps]] 1) | did you mean “actor”?"]
    );
    assert_eq!(
        problems(&block, "\"gate\"", "\"door\""),
        ["\"door\": “door” is not a value that “type” can have | \
          use one of: step, gate, fallback, end"]
    );
}

#[test]
fn missing_and_blank_words_are_reported() {
    let block = workflow();
    assert_eq!(
        problems(&block, "label = \"Review\"\n", ""),
        ["[[steps]]: “label” is missing ([[steps]] 2) | add label = \"…\""]
    );
    assert_eq!(
        problems(&block, "\"Review\"", "\"  \""),
        [
            "\"  \": “label” is empty | write its text; only a key that can be left out may be removed instead"
        ]
    );
    assert_eq!(
        problems(&block, "caption = \"c\"\n", ""),
        ["kind = \"workflow\": “caption” is missing | add caption = \"…\""]
    );
}

#[test]
fn words_that_cannot_be_seen_are_reported() {
    let block = workflow();
    for blank in ["\\u200B", "\\u3164", "\\u00AD \\uFEFF", "\u{2800}", "\u{200b}\u{2060}"] {
        assert_eq!(
            problems(&block, "\"Review\"", &format!("\"{blank}\"")),
            [format!(
                "\"{blank}\": “label” is empty | write its text; only a key that can be left out may be removed instead"
            )]
        );
    }
    for (written, expected) in [
        ("\\u202E", "U+202E"),
        ("\u{2066}", "U+2066"),
        ("\\u0007", "U+0007"),
        ("\u{200b}", "U+200B"),
        ("\\u00AD", "U+00AD"),
        ("\u{3164}", "U+3164"),
    ] {
        let label = format!("\"Re{written}view\"");
        // A character that is written as a reference has no place of its own.
        let place = if written.starts_with('\\') { &label } else { written };
        assert_eq!(
            problems(&block, "\"Review\"", &label),
            [format!(
                "{place}: “label” holds a character that cannot be seen: {expected} | \
                 remove it: it probably came along when the text was copied"
            )]
        );
    }
    let link = problems(&block, "label = \"fails\"", "label = \"\\u200B\"");
    assert_eq!(
        link,
        [
            "\"\\u200B\": “label” is empty | write its text; only a key that can be left out may be removed instead"
        ]
    );
    assert_eq!(problems(&block, "\"Review\"", "\"👩\u{200d}💻 검토\""), [""; 0]);
}

#[test]
fn one_mistake_is_one_problem() {
    let block = workflow();
    let mistyped = problems(&block, "label = \"Review\"", "lable = \"Review\"");
    assert_eq!(mistyped.len(), 1, "{mistyped:?}");
    assert!(mistyped[0].contains("did you mean “label”"), "{mistyped:?}");
    let block = compare();
    let number = problems(&block, "quality = 4", "quality = 1.5");
    assert_eq!(number.len(), 1, "{number:?}");
    assert!(number[0].contains("write quality = 1"), "{number:?}");
    let most = problems(&block, "max = 5", "max = 0");
    assert_eq!(most.len(), 1, "{most:?}");
}

#[test]
fn ids_are_checked() {
    let block = workflow();
    assert_eq!(
        problems(&block, "\"one\"", "\"One Step\""),
        ["\"One Step\": “One Step” cannot be an id | use lower-case letters, digits and “-”, \
          and begin with a letter: one-step"]
    );
    assert_eq!(
        problems(&block, "id = \"launch\"", "id = \"draft\""),
        ["\"draft\": a second “draft” in this diagram | give one of them another id"]
    );
}

#[test]
fn links_lead_somewhere() {
    let block = workflow();
    assert_eq!(
        problems(&block, "to = \"draft\"", "to = \"draught\""),
        ["\"draught\": this diagram has no “draught” that “to” could name | did you mean “draft”?"]
    );
    assert_eq!(
        problems(&block, "next = []", "next = [\"launch\"]"),
        ["\"launch\": “launch” leads to itself | a link leads to another step; \
          to repeat a step, lead back to an earlier one"]
    );
    assert_eq!(
        problems(&block, "type = \"gate\"", "next = []"),
        ["\"launch\": nothing leads to “launch” | lead to it from another node, or remove it"]
    );
    let twice = "[[links]]\nfrom = \"review\"\nto = \"draft\"\nlabel = \"again\"\n[[links]]";
    assert_eq!(
        problems(&block, "[[links]]", twice),
        ["[[links]]: a second link from “review” to “draft” | keep one of them"]
    );
}

#[test]
fn lists_have_limits() {
    let block = workflow();
    let steps: String =
        (0..12).map(|n| format!("[[steps]]\nid = \"s{n}\"\nlabel = \"S\"\n")).collect();
    assert_eq!(
        problems(&block, "[[links]]", &format!("{steps}[[links]]"))[0],
        "[[steps]]: “steps” has 15 entries here | it takes 1 to 12; show more as a second diagram"
    );
    let block = compare();
    assert_eq!(
        problems(&block, "\"bars\"", "\"radar\""),
        ["[[signals]]: “signals” has 2 entries here | it takes 3 to 6: add what is missing"]
    );
}

#[test]
fn questions_end() {
    let block = decision();
    assert_eq!(
        problems(&block, "label = \"Ja\", to = \"go\"", "label = \"Ja\", to = \"safe\""),
        [
            "\"safe\": this answer leads back to “safe”, so the questions never end | \
             lead on to another question or to a verdict",
            "\"go\": nothing leads to “go” | lead to it from another node, or remove it",
        ]
    );
    assert_eq!(
        problems(&block, "to = \"known\"", "to = \"stop\""),
        [
            "\"known\": nothing leads to “known” | lead to it from another node, or remove it",
            "\"go\": nothing leads to “go” | lead to it from another node, or remove it",
        ]
    );
}

#[test]
fn numbers_have_ranges() {
    let block = compare();
    assert_eq!(
        problems(&block, "risk = 5", "risk = 6"),
        ["6: “risk” must lie between 0 and 5 | 6 is outside"]
    );
    assert_eq!(
        problems(&block, ", risk = 5", ""),
        ["{ quality = 4 }: “a” has no score for “risk” | add risk = … to its scores"]
    );
    assert_eq!(
        problems(&block, ", risk = 5", ", risk = 5, rsk = 5"),
        ["rsk: this diagram has no “rsk” that “scores” could name | did you mean “risk”?"]
    );
}

#[test]
fn damaged_toml_is_located_and_gives_no_diagram() {
    let messages = problems(&workflow(), "label = \"Draft\"", "label = Draft");
    assert_eq!(messages.len(), 1, "{messages:?}");
    assert!(messages[0].ends_with("put the text in quotes: label = \"Draft\""), "{messages:?}");
}
