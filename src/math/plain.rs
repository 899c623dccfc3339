//! A formula in one line of text: for search, feeds, names and screen readers.

use super::{
    FormulaPart,
    symbols::{has_limits, is_between},
};

/// Returns `nodes` as text.
pub(super) fn plain(nodes: &[FormulaPart]) -> String {
    PlainWriter { with_words: true }.row(nodes).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Returns everything of `nodes` but words and spaces.
pub(super) fn shared(nodes: &[FormulaPart]) -> String {
    PlainWriter { with_words: false }.row(nodes).split_whitespace().collect()
}

struct PlainWriter {
    with_words: bool,
}

impl PlainWriter {
    fn row(&self, nodes: &[FormulaPart]) -> String {
        let mut text = String::new();
        for (at, part) in nodes.iter().enumerate() {
            match part {
                // The sign of a number has no space after it.
                FormulaPart::Sign(sign) if is_sign_of(nodes, at) => text.push(*sign),
                FormulaPart::Sign(sign) if is_between(*sign) => {
                    text.extend([' ', *sign, ' ']);
                }
                FormulaPart::Sign(sign @ (',' | ';' | ':')) => text.extend([*sign, ' ']),
                FormulaPart::Name(name) => {
                    let follows = text.ends_with(char::is_alphanumeric);
                    text.push_str(if follows { " " } else { "" });
                    text.push_str(name);
                    text.push(' ');
                }
                part => {
                    text.push_str(&self.node(part));
                    if is_large(part) {
                        text.push(' ');
                    }
                }
            }
        }
        text
    }

    fn node(&self, part: &FormulaPart) -> String {
        match part {
            FormulaPart::Number(digits) => digits.clone(),
            FormulaPart::Letter(letter) | FormulaPart::Sign(letter) => letter.to_string(),
            FormulaPart::Name(name) => (*name).to_owned(),
            FormulaPart::Text(words) if self.with_words => words.clone(),
            FormulaPart::Text(_) => String::new(),
            FormulaPart::Space => " ".to_owned(),
            FormulaPart::Row(nodes) => self.row(nodes),
            FormulaPart::Fraction(above, below) => {
                [&self.grouped(above), "/", &self.grouped(below)].concat()
            }
            FormulaPart::Root { of, degree } => {
                let degree = degree.as_ref().map_or_else(String::new, |degree| self.node(degree));
                let raised: String = degree.chars().map(raised).collect();
                [&raised, "√", &self.grouped(of)].concat()
            }
            FormulaPart::Scripts { base, below, above } => {
                let mut text = self.node(base);
                for (mark, script) in [("_", below), ("^", above)] {
                    if let Some(script) = script {
                        text.push_str(mark);
                        text.push_str(&self.grouped(script));
                    }
                }
                text
            }
        }
    }

    /// Returns a part in parentheses, unless it is a single number, letter or word.
    fn grouped(&self, part: &FormulaPart) -> String {
        let text = self.node(part);
        let is_one = text.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | ','));
        let is_bracketed =
            text.starts_with('(') && text.ends_with(')') && text.matches(['(', ')']).count() == 2;
        if is_one || is_bracketed { text } else { ["(", text.trim(), ")"].concat() }
    }
}

/// Returns whether the part `at` is the sign of the number that follows.
fn is_sign_of(nodes: &[FormulaPart], at: usize) -> bool {
    let begins = match nodes[..at].iter().rfind(|node| **node != FormulaPart::Space) {
        None => true,
        Some(FormulaPart::Sign(sign)) => is_between(*sign) || matches!(sign, '(' | '[' | '/' | ','),
        Some(_) => false,
    };
    let is_sign = matches!(nodes[at], FormulaPart::Sign('−' | '+' | '±'));
    begins
        && is_sign
        && matches!(nodes.get(at + 1), Some(FormulaPart::Number(_) | FormulaPart::Letter(_)))
}

/// Returns whether a part is a sum or a product with limits.
fn is_large(part: &FormulaPart) -> bool {
    let FormulaPart::Scripts { base, .. } = part else { return false };
    matches!(&**base, FormulaPart::Sign(sign) if has_limits(*sign))
}

/// Returns a raised digit, as it stands before the sign of a root.
fn raised(c: char) -> char {
    const DIGITS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    c.to_digit(10).map_or(c, |digit| DIGITS[digit as usize])
}

#[cfg(test)]
mod tests {
    use crate::math::Formula;

    fn forms(text: &str) -> (String, String) {
        let Ok(formula) = Formula::read(text) else { panic!("{text}") };
        (formula.plain(), formula.shared())
    }

    #[test]
    fn formulas_are_text_in_one_line() {
        for (text, expected) in [
            (
                "1.96 \\times \\sqrt{\\frac{2 \\times 0.9 \\times 0.1}{200}} \\approx 0.059",
                "1.96 × √((2 × 0.9 × 0.1)/200) ≈ 0.059",
            ),
            ("1 - 0.05^{1/n}", "1 − 0.05^(1/n)"),
            ("\\frac{(5 + 4)}{-3}", "(5 + 4)/(−3)"),
            ("\\sqrt[3]{8}", "³√8"),
            ("\\sum_{i = 1}^n x_i", "∑_(i = 1)^n x_i"),
            ("2\\log x", "2 log x"),
            ("\\frac{\\text{monthly cost}}{\\text{results}}", "(monthly cost)/results"),
            ("50\\% \\le x", "50% ≤ x"),
        ] {
            assert_eq!(forms(text).0, expected, "{text}");
        }
    }

    #[test]
    fn both_languages_share_numbers_and_signs() {
        let english = forms("\\frac{1,870,000}{850} = 2,200\\text{ won}").1;
        assert_eq!(english, forms("\\frac{1,870,000원}{850건} = 2,200원").1);
        assert_ne!(english, forms("\\frac{1,870,000원}{805건} = 2,200원").1);
    }
}
