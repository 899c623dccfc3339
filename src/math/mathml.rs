//! A formula as MathML Core, which browsers draw without scripts.

use super::{Formula, FormulaPart, FormulaPlace, symbols::has_limits};
use crate::markup::Markup;

/// Writes `formula`. In a block, sums have their limits below and above.
pub(super) fn write(formula: &Formula, place: FormulaPlace, out: &mut Markup) {
    out.start("math").attr("alttext", &formula.plain());
    if place != FormulaPlace::InText {
        out.attr("display", "block");
    }
    match (&formula.0[..], place) {
        ([FormulaPart::Sign(sign), rest @ ..], FormulaPlace::Continued) => {
            out.attr("class", "goes-on").start("mrow");
            // Without it, the sign at the beginning of a row would touch the part after it.
            start_sign(*sign, out);
            out.attr("form", "infix").text(sign.encode_utf8(&mut [0; 4])).end();
            parts(rest, out);
            out.end();
        }
        (nodes, _) => row(nodes, out),
    }
    out.end();
}

fn row(nodes: &[FormulaPart], out: &mut Markup) {
    match nodes {
        [FormulaPart::Row(inner)] => row(inner, out),
        [only] => node(only, out),
        nodes => {
            out.start("mrow");
            parts(nodes, out);
            out.end();
        }
    }
}

fn parts(nodes: &[FormulaPart], out: &mut Markup) {
    let is_flat = |part: &FormulaPart| {
        !matches!(
            part,
            FormulaPart::Fraction(..) | FormulaPart::Root { .. } | FormulaPart::Scripts { .. }
        )
    };
    let is_line = nodes.iter().all(is_flat);
    for part in nodes {
        match part {
            // Around a line of words, browsers would draw the brackets twice as high.
            FormulaPart::Sign(bracket @ ('(' | ')' | '[' | ']')) if is_line => {
                out.start("mo").attr("stretchy", "false");
                out.text(bracket.encode_utf8(&mut [0; 4])).end();
            }
            part => node(part, out),
        }
    }
}

fn node(part: &FormulaPart, out: &mut Markup) {
    match part {
        FormulaPart::Number(digits) => {
            out.element("mn", digits);
        }
        FormulaPart::Letter(letter) => {
            out.element("mi", letter.encode_utf8(&mut [0; 4]));
        }
        // The names of functions are upright because they have several letters.
        FormulaPart::Name(name) => {
            out.element("mi", name);
        }
        FormulaPart::Sign(sign) => write_sign(*sign, out),
        FormulaPart::Text(words) => write_words(words, out),
        FormulaPart::Space => {
            out.start("mspace").attr("width", "0.25em").end();
        }
        FormulaPart::Row(nodes) => row(nodes, out),
        FormulaPart::Fraction(above, below) => with_children("mfrac", [&**above, below], out),
        FormulaPart::Root { of, degree: None } => with_children("msqrt", [&**of], out),
        FormulaPart::Root { of, degree: Some(degree) } => {
            with_children("mroot", [&**of, degree], out);
        }
        FormulaPart::Scripts { base, below, above } => {
            let scripts = [below, above].into_iter().flatten().map(|script| &**script);
            let name = scripts_name(base, (below.is_some(), above.is_some()));
            with_children(name, std::iter::once(&**base).chain(scripts), out);
        }
    }
}

fn with_children<'f>(
    name: &'static str,
    children: impl IntoIterator<Item = &'f FormulaPart>,
    out: &mut Markup,
) {
    out.start(name);
    children.into_iter().for_each(|child| node(child, out));
    out.end();
}

/// Returns the element for scripts below and above `base`, which has one of them or both.
fn scripts_name(base: &FormulaPart, below_and_above: (bool, bool)) -> &'static str {
    let has_limits = matches!(base, FormulaPart::Sign(sign) if has_limits(*sign));
    match (below_and_above, has_limits) {
        ((true, true), false) => "msubsup",
        ((true, false), false) => "msub",
        ((false, _), false) => "msup",
        ((true, true), true) => "munderover",
        ((true, false), true) => "munder",
        ((false, _), true) => "mover",
    }
}

fn write_sign(sign: char, out: &mut Markup) {
    start_sign(sign, out);
    out.text(sign.encode_utf8(&mut [0; 4])).end();
}

fn start_sign(sign: char, out: &mut Markup) {
    out.start("mo");
    // A bar between two parts does not grow with them.
    if matches!(sign, '|' | '∣') {
        out.attr("stretchy", "false");
    }
}

/// Writes words, with spaces at their ends that browsers keep. An element `mtext` counts as a
/// space, so the signs beside it would have no space of their own (MathML Core, 3.2.4.2).
fn write_words(words: &str, out: &mut Markup) {
    let name = if words.chars().nth(1).is_some() { "mi" } else { "mtext" };
    out.start(name).attr("class", "words").text(&words.replace(' ', "\u{a0}")).end();
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str) -> String {
        let mut out = Markup::default();
        let Ok(formula) = Formula::read(text) else { panic!("{text}") };
        write(&formula, FormulaPlace::InText, &mut out);
        let written = out.finish();
        written.split_once('>').map_or("", |(_, rest)| rest).replace("</math>", "")
    }

    #[test]
    fn formulas_are_mathml() {
        for (text, expected) in [
            ("\\frac{1}{n}", "<mfrac><mn>1</mn><mi>n</mi></mfrac>"),
            ("0.05^{1/n}", "<msup><mn>0.05</mn><mrow><mn>1</mn><mo>/</mo><mi>n</mi></mrow></msup>"),
            ("\\sqrt2", "<msqrt><mn>2</mn></msqrt>"),
            ("\\sqrt[3]{x}", "<mroot><mi>x</mi><mn>3</mn></mroot>"),
            (
                "\\sum_{i}^{n} x_i",
                "<mrow><munderover><mo>∑</mo><mi>i</mi><mi>n</mi></munderover><msub><mi>x</mi><mi>i</mi></msub></mrow>",
            ),
            (
                "850건 \\times 3,000\\text{ 원}",
                "<mrow><mn>850</mn><mtext class=\"words\">건</mtext><mo>×</mo><mn>3,000</mn><mi class=\"words\">\u{a0}원</mi></mrow>",
            ),
            ("1 - \\max x", "<mrow><mn>1</mn><mo>−</mo><mi>max</mi><mi>x</mi></mrow>"),
            ("\\text{a < b}", "<mi class=\"words\">a\u{a0}&lt;\u{a0}b</mi>"),
        ] {
            assert_eq!(written(text), expected, "{text}");
        }
    }
}
