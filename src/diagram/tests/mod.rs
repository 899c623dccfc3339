//! Properties of every drawing: words stay in their boxes, no two boxes touch, no edge crosses
//! a box, and nothing leaves the drawing.

mod faults;
mod forms;
pub(in crate::diagram) mod random;

use proptest::prelude::*;

use super::{Arrangement, Diagram, DiagramData, structure::SharedStructure};
use crate::{
    diag::Diagnostics,
    i18n::{Catalogs, SourceText},
    lang::{Lang, PerLang},
    span::{At, SourceId, Span},
};
use faults::faults;

pub(in crate::diagram) fn catalogs() -> Catalogs {
    let text = |id, text| vec![SourceText { id: SourceId(id), text }];
    let files = PerLang {
        en: text(0, include_str!("../../../templates/i18n/en.ftl")),
        ko: text(1, include_str!("../../../templates/i18n/ko.ftl")),
    };
    Catalogs::read(&files, &[], &mut Diagnostics::default())
}

fn id() -> At<String> {
    At { value: "id".to_owned(), span: Span::new(SourceId(0), 0..0) }
}

fn diagram(data: DiagramData) -> Diagram {
    let (title, caption) = ("Title".to_owned(), "Caption".to_owned());
    Diagram {
        id: id(),
        span: id().span,
        title,
        caption,
        alt: None,
        data,
        links: Vec::new(),
        text: String::new(),
        structure: SharedStructure::default(),
        rare: Vec::new(),
    }
}

fn check(kind: DiagramData, catalogs: &Catalogs) -> Result<(), TestCaseError> {
    let diagram = diagram(kind);
    for lang in Lang::ALL {
        for arrangement in Arrangement::ALL {
            let scene = diagram.data.draw(arrangement, catalogs.get(lang));
            let faults = faults(&scene);
            prop_assert!(faults.is_empty(), "{arrangement:?} {lang:?}\n{}", faults.join("\n"));
        }
    }
    Ok(())
}

#[test]
fn the_stylesheet_sets_what_was_measured() {
    let css = include_str!("../../../static/assets/diagram.css");
    for style in super::layout::TextStyle::ALL {
        let weight = if style.bold() { 700 } else { 400 };
        let (class, size) = (style.class(), style.size());
        let rule = format!(".{class} {{ font-size: {size}px; font-weight: {weight}; }}");
        assert!(css.contains(&rule), "{rule}");
    }
}
