//! The styling of a drawing's elements: classes for a page with its stylesheet, presentation
//! attributes for a standalone file.
//!
//! Attributes are computed from the part of the stylesheet for drawings, in the light palette,
//! so one set of rules is enough. Only the syntax of that part is supported: lists of compound
//! selectors below `.dg`, no at-rules.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::palette;
use crate::{markup::Markup, palette::Palette};

/// The styling of elements, as classes or as attributes.
pub struct Styling {
    classes: bool,
    /// Attributes that have been computed, by element and classes; `None` if no attributes are
    /// written.
    attributes: Option<ComputedAttributes>,
}

/// Attributes in the light colours of a palette.
struct ComputedAttributes {
    palette: Palette,
    computed: FxHashMap<(&'static str, [&'static str; 3]), Vec<Attribute>>,
}

type Attribute = (&'static str, String);

impl Styling {
    /// Styles by classes alone.
    pub const fn classes() -> Styling {
        Styling { classes: true, attributes: None }
    }

    /// Styles by attributes, and also by `classes` if there is a stylesheet.
    pub fn attributes(classes: bool, palette: Palette) -> Styling {
        let computed = FxHashMap::default();
        Styling { classes, attributes: Some(ComputedAttributes { palette, computed }) }
    }

    /// Returns whether the element stands in a page.
    pub const fn is_for_pages(&self) -> bool {
        self.attributes.is_none()
    }

    /// Writes the styling of `element`, which was just begun. Empty classes are ignored.
    pub fn write(&mut self, svg: &mut Markup, element: &'static str, classes: &[&'static str]) {
        if self.classes {
            write_classes(svg, classes);
        }
        let Some(computed) = &mut self.attributes else { return };
        let class = |nth: usize| classes.get(nth).copied().unwrap_or_default();
        let key = (element, [class(0), class(1), class(2)]);
        let ComputedAttributes { palette, computed } = computed;
        let of_element =
            computed.entry(key).or_insert_with(|| attributes(element, &key.1, palette));
        for (name, value) in of_element {
            svg.attr(name, value.as_str());
        }
    }
}

fn write_classes(svg: &mut Markup, classes: &[&'static str]) {
    match classes {
        [one] | [one, "", ""] => svg.attr("class", *one),
        [one, two] | [one, two, ""] | [one, "", two] => {
            svg.attr("class", format_args!("{one} {two}"))
        }
        _ => svg.attr("class", &classes.join(" ")),
    };
}

/// A rule for one selector.
struct StyleRule {
    /// The element that it requires; empty for any.
    element: &'static str,
    classes: Vec<&'static str>,
    /// The numbers of classes and elements in the whole selector.
    specificity: (usize, usize),
    declarations: Vec<(&'static str, String)>,
}

/// The rules in ascending order of strength.
static RULES: LazyLock<Vec<StyleRule>> = LazyLock::new(|| {
    let mut rules: Vec<StyleRule> =
        palette::drawing_rules().split('}').flat_map(rules_of).collect();
    // A stable sort: of equal rules, the later one is stronger.
    rules.sort_by_key(|rule| rule.specificity);
    rules
});

fn rules_of(text: &'static str) -> Vec<StyleRule> {
    let Some((selectors, body)) = text.split_once('{') else { return Vec::new() };
    selectors.split(',').map(|selector| rule(selector.trim(), body)).collect()
}

fn rule(selector: &'static str, body: &'static str) -> StyleRule {
    let own = selector.rsplit(' ').next().unwrap_or_default();
    let element = own.split('.').next().unwrap_or_default();
    let classes: Vec<&str> = own.split('.').skip(1).collect();
    let specificity = (selector.matches('.').count(), usize::from(!element.is_empty()));
    let declarations = body.split(';').filter_map(|declaration| {
        let (property, value) = declaration.split_once(':')?;
        is_presentation(property.trim()).then(|| (property.trim(), value.trim().replace("px", "")))
    });
    StyleRule { element, classes, specificity, declarations: declarations.collect() }
}

/// Returns whether a property can be written as an attribute and has an effect there. The font
/// family is set on the whole drawing.
fn is_presentation(property: &str) -> bool {
    property.starts_with("fill")
        || property.starts_with("stroke")
        || ["font-size", "font-weight", "text-anchor"].contains(&property)
}

/// Computes the attributes of `element` with `classes`.
fn attributes(element: &str, classes: &[&str; 3], palette: &Palette) -> Vec<Attribute> {
    let has = |class: &str| classes.iter().any(|names| names.split(' ').any(|c| c == class));
    let mut all: Vec<Attribute> = Vec::new();
    for rule in RULES.iter() {
        let fits = rule.element.is_empty() || rule.element == element;
        if !fits || !rule.classes.iter().all(|class| has(class)) {
            continue;
        }
        for (property, value) in &rule.declarations {
            match all.iter_mut().find(|(name, _)| name == property) {
                Some(earlier) => earlier.1.clone_from(value),
                None => all.push((property, value.clone())),
            }
        }
    }
    all.iter_mut().for_each(|(_, value)| *value = palette::light(value, palette));
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stronger_rule_wins() {
        let computed = |element, classes| {
            let mut all = attributes(element, &classes, &Palette::default());
            all.sort_unstable();
            all
        };
        let light = |name| palette::light(name, &Palette::default());
        let text = computed("text", ["dg-small", "dg-end", ""]);
        let expected = [
            ("fill", light("var(--ink)")),
            ("font-size", "13".to_owned()),
            ("font-weight", "400".to_owned()),
            ("text-anchor", "end".to_owned()),
        ];
        assert_eq!(text, expected);
        let soft = computed("text", ["dg-small", "", "dg-soft"]);
        assert!(soft.contains(&("fill", light("var(--muted)"))));
        let back = computed("path", ["dg-line", "dg-back", ""]);
        assert!(back.contains(&("stroke-dasharray", "5 5".to_owned())), "{back:?}");
        let head = computed("path", ["dg-head", "dg-back", ""]);
        assert!(!head.iter().any(|(name, _)| *name == "stroke-dasharray"), "{head:?}");
    }
}
