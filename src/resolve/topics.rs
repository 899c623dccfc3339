//! Checks that the topics of guides are declared in the settings.

use crate::{
    diag::{Code, Diagnostic, Diagnostics},
    model::{Page, Settings},
};

/// Reports guides whose topic is not declared.
pub fn check(settings: &Settings, pages: &[Page], diagnostics: &mut Diagnostics) {
    for page in pages.iter().filter(|page| page.document.is_original()) {
        let unknown = page.topic().filter(|id| settings.topics.named(&id.value).is_none());
        if let Some(topic) = unknown {
            let declared: Vec<&str> =
                settings.topics.iter().map(|topic| topic.id.value.as_str()).collect();
            diagnostics.push(
                Diagnostic::new(Code::UnknownTopic, topic.span)
                    .arg("found", &*topic.value)
                    .arg("known", super::references::listed(declared.iter().copied()))
                    .suggest(&topic.value, declared.iter().copied()),
            );
        }
    }
}
