//! Project Fluent as this program uses it: one bundle for each language, with a function that
//! chooses the Korean particle after a word that is filled in.

mod particle;

use fluent_bundle::{FluentResource, FluentValue, concurrent::FluentBundle};
use unic_langid::LanguageIdentifier;

use crate::lang::Lang;
pub use particle::Particle;

pub type MessageBundle = FluentBundle<FluentResource>;

/// The only function of catalogs.
pub const PARTICLE: &str = "JOSA";

/// Returns a bundle for `lang` with `resource` and the particle function.
pub fn bundle(lang: Lang, resource: FluentResource) -> MessageBundle {
    let locale: LanguageIdentifier = lang.code().parse().unwrap_or_default();
    let mut bundle = MessageBundle::new_concurrent(vec![locale]);
    bundle.set_use_isolating(false);
    // This fails only if the name is taken, and the bundle is new.
    let _ = bundle.add_function(PARTICLE, |args, _| josa(args));
    bundle.add_resource_overriding(resource);
    bundle
}

/// Returns only the particle, so that quotation marks can stand before it: `JOSA($word,
/// "은/는")`.
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
