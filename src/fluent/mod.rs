//! Project Fluent as this program uses it: one bundle for each language, with a function
//! for the particle that a Korean sentence needs after a word it does not know.

mod particle;

use fluent_bundle::{FluentResource, FluentValue, concurrent::FluentBundle};
use unic_langid::LanguageIdentifier;

use crate::lang::Lang;
pub use particle::Particle;

pub type MessageBundle = FluentBundle<FluentResource>;

/// The only function that catalogs have.
pub const PARTICLE: &str = "JOSA";

/// Returns a bundle for `lang` with `resource` and the particle function.
pub fn bundle(lang: Lang, resource: FluentResource) -> MessageBundle {
    let locale: LanguageIdentifier = lang.code().parse().unwrap_or_default();
    let mut bundle = MessageBundle::new_concurrent(vec![locale]);
    bundle.set_use_isolating(false);
    // Can only fail when the name is taken, and the bundle is new.
    let _ = bundle.add_function(PARTICLE, |args, _| josa(args));
    bundle.add_resource_overriding(resource);
    bundle
}

/// Returns the particle alone, so that quotes can stand between: `JOSA($word, "은/는")`.
fn josa(args: &[FluentValue]) -> FluentValue<'static> {
    let [word, FluentValue::String(pair)] = args else { return FluentValue::Error };
    let word = match word {
        FluentValue::String(word) => word.to_string(),
        FluentValue::Number(number) => number.as_string().into_owned(),
        _ => return FluentValue::Error,
    };
    match Particle::from_pair(pair) {
        Some(particle) => particle.after(&word).into(),
        None => FluentValue::Error,
    }
}
