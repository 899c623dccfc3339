//! What the elements of a drawing wear: classes, for a page whose stylesheet
//! dresses them, or presentation attributes, for a file that stands alone.
//!
//! Attributes are computed from the drawing's part of the stylesheet, in the
//! light palette, so that both are dressed by the same rules. Only what that part
//! uses is understood: lists of compound selectors below `.dg`, no at-rules.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::palette;
use crate::markup::Markup;

/// How elements are dressed.
pub enum Styling {
    /// By classes alone.
    Classes,
    /// By attributes, and by classes as well, for the styles within the file.
    Both(Wardrobe),
    /// By attributes alone.
    Attributes(Wardrobe),
}

/// The attributes of each element and its classes, once they have been computed.
#[derive(Default)]
pub struct Wardrobe(FxHashMap<(&'static str, [&'static str; 3]), Vec<Attribute>>);

type Attribute = (&'static str, &'static str);

impl Styling {
    /// Adds what `element`, just begun, wears; empty names among its classes do
    /// not count.
    pub fn put_on(&mut self, svg: &mut Markup, element: &'static str, classes: &[&'static str]) {
        match self {
            Styling::Classes => put_classes(svg, classes),
            Styling::Both(wardrobe) => {
                put_classes(svg, classes);
                wardrobe.put_on(svg, element, classes);
            }
            Styling::Attributes(wardrobe) => wardrobe.put_on(svg, element, classes),
        }
    }
}

fn put_classes(svg: &mut Markup, classes: &[&'static str]) {
    match classes {
        [one] | [one, "", ""] => svg.attr("class", *one),
        [one, two] | [one, two, ""] | [one, "", two] => {
            svg.attr("class", format_args!("{one} {two}"))
        }
        _ => svg.attr("class", &classes.join(" ")),
    };
}

impl Wardrobe {
    fn put_on(&mut self, svg: &mut Markup, element: &'static str, classes: &[&'static str]) {
        let class = |nth: usize| classes.get(nth).copied().unwrap_or_default();
        let key = (element, [class(0), class(1), class(2)]);
        for (name, value) in self.0.entry(key).or_insert_with(|| attributes(element, &key.1)) {
            svg.attr(name, *value);
        }
    }
}

/// A rule for one selector.
struct Rule {
    /// The element it asks for; any when empty.
    element: &'static str,
    classes: Vec<&'static str>,
    /// How many classes and elements the whole selector names.
    specificity: (usize, usize),
    declarations: Vec<(&'static str, String)>,
}

/// The rules, weakest first.
static RULES: LazyLock<Vec<Rule>> = LazyLock::new(|| {
    let mut rules: Vec<Rule> = palette::drawing_rules().split('}').flat_map(rules_of).collect();
    // Stable: of equals, the later one is the stronger.
    rules.sort_by_key(|rule| rule.specificity);
    rules
});

fn rules_of(text: &'static str) -> Vec<Rule> {
    let Some((selectors, body)) = text.split_once('{') else { return Vec::new() };
    selectors.split(',').map(|selector| rule(selector.trim(), body)).collect()
}

fn rule(selector: &'static str, body: &'static str) -> Rule {
    let own = selector.rsplit(' ').next().unwrap_or_default();
    let element = own.split('.').next().unwrap_or_default();
    let classes: Vec<&str> = own.split('.').skip(1).collect();
    let specificity = (selector.matches('.').count(), usize::from(!element.is_empty()));
    let declarations = body.split(';').filter_map(|declaration| {
        let (property, value) = declaration.split_once(':')?;
        is_presentation(property.trim())
            .then(|| (property.trim(), palette::light(value.trim()).replace("px", "")))
    });
    Rule { element, classes, specificity, declarations: declarations.collect() }
}

/// Whether a property can be written as an attribute, and says something there:
/// the font's family stands on the whole drawing.
fn is_presentation(property: &str) -> bool {
    property.starts_with("fill")
        || property.starts_with("stroke")
        || ["font-size", "font-weight", "text-anchor"].contains(&property)
}

/// What `element` with `classes` wears.
fn attributes(element: &str, classes: &[&str; 3]) -> Vec<Attribute> {
    let has = |class: &str| classes.iter().any(|names| names.split(' ').any(|c| c == class));
    let mut all: Vec<Attribute> = Vec::new();
    for rule in RULES.iter() {
        let fits = rule.element.is_empty() || rule.element == element;
        if !fits || !rule.classes.iter().all(|class| has(class)) {
            continue;
        }
        for (property, value) in &rule.declarations {
            match all.iter_mut().find(|(name, _)| name == property) {
                Some(earlier) => earlier.1 = value,
                None => all.push((property, value)),
            }
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stronger_rule_wins() {
        let of = |element, classes| {
            let mut all = attributes(element, &classes);
            all.sort_unstable();
            all
        };
        let ink = palette::light("var(--ink)");
        let text = of("text", ["dg-small", "dg-end", ""]);
        assert_eq!(
            text,
            [
                ("fill", ink.as_str()),
                ("font-size", "13"),
                ("font-weight", "400"),
                ("text-anchor", "end"),
            ]
        );
        let soft = palette::light("var(--muted)");
        assert!(of("text", ["dg-small", "", "dg-soft"]).contains(&("fill", &soft)));
        let back = of("path", ["dg-line", "dg-back", ""]);
        assert!(back.contains(&("stroke-dasharray", "5 5")), "{back:?}");
        let head = of("path", ["dg-head", "dg-back", ""]);
        assert!(!head.iter().any(|(name, _)| *name == "stroke-dasharray"), "{head:?}");
    }
}
