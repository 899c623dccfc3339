//! The templates of the preview's own pages.

use serde::Serialize;
use tera::{Context, Tera};

/// The templates of the translation board and of the side-by-side view.
pub struct PreviewTemplates(Tera);

impl PreviewTemplates {
    /// Reads the templates, which are part of the program; a test ensures that they parse.
    pub fn new() -> PreviewTemplates {
        let mut engine = Tera::new();
        let _ = engine.add_raw_templates([
            ("frame.html", include_str!("assets/frame.html")),
            ("board.html", include_str!("assets/board.html")),
            ("pair.html", include_str!("assets/pair.html")),
        ]);
        PreviewTemplates(engine)
    }

    /// Renders the template `name` with `view`.
    pub fn draw<T: Serialize>(&self, name: &str, view: &T) -> Option<String> {
        self.0.render(name, &Context::from_serialize(view).ok()?).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_template_parses() {
        let templates = PreviewTemplates::new();
        let mut names: Vec<&str> = templates.0.get_template_names().collect();
        names.sort_unstable();
        assert_eq!(names, ["board.html", "frame.html", "pair.html"]);
    }
}
