//! The web app manifest of one language (W3C Web Application Manifest).

use serde::Serialize;

use crate::{
    model::{GeneratedFile, Lang, SiteIcon, UrlPath},
    render::context::Context,
};

#[derive(Serialize)]
struct WebAppManifest<'a> {
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'a str>,
    lang: Lang,
    id: String,
    start_url: String,
    scope: String,
    display: &'static str,
    background_color: &'static str,
    theme_color: &'static str,
    icons: Vec<Picture>,
}

#[derive(Serialize)]
struct Picture {
    src: String,
    sizes: String,
    r#type: &'static str,
    purpose: &'static str,
}

/// The background of pages, as in the stylesheet's light palette.
pub const PAPER: &str = "#fcfaf4";

/// Returns the text of the manifest.
pub fn json(context: &Context, lang: Lang) -> String {
    let settings = &context.site.settings;
    let home = settings.base_url.href(&UrlPath::home(lang));
    let manifest = WebAppManifest {
        name: settings.title(lang),
        description: settings.description(lang),
        lang,
        id: home.clone(),
        start_url: home,
        scope: settings.base_url.href(&UrlPath::new("/")),
        display: "browser",
        background_color: PAPER,
        theme_color: PAPER,
        icons: [SiteIcon::Small, SiteIcon::Large, SiteIcon::Maskable]
            .map(|icon| picture(context, icon))
            .into(),
    };
    serde_json::to_string(&manifest).unwrap_or_default()
}

fn picture(context: &Context, icon: SiteIcon) -> Picture {
    let size = icon.size();
    Picture {
        src: context.site.settings.base_url.href(&GeneratedFile::Icon(icon).url()),
        sizes: format!("{size}x{size}"),
        r#type: "image/png",
        purpose: if icon == SiteIcon::Maskable { "maskable" } else { "any" },
    }
}
