//! `giljabi new`: creates a page from the skeleton of its kind.

use anyhow::{Result, bail};
use fluent_bundle::FluentArgs;

use super::{Outcome, reference, root::RootArguments, say, today::today};
use crate::{
    diag::{Diagnostics, closest, fixed_sentence, sentence},
    load,
    model::{Kind, Lang, PageKey, Settings, Translation, is_slug, nfc},
    parse,
    pipeline::{self, PrepareOptions},
    scaffold::{self, NewPage},
    source::{NewFile, Sources},
    write,
};

/// The arguments of `new`.
#[derive(Debug, clap::Args)]
pub struct NewArguments {
    #[arg(value_name = "KIND/SLUG")]
    page: String,
    #[arg(long, value_name = "TITLE")]
    title: Option<String>,
    #[command(flatten)]
    root: RootArguments,
}

/// Runs the command. If a language was given on the command line (`only`), one file is created
/// instead of two.
pub fn run(arguments: &NewArguments, only: Option<Lang>, lang: Lang) -> Result<Outcome> {
    let root = arguments.root.find()?;
    let sources = load::load(&root)?;
    let settings =
        pipeline::settings(&sources, &PrepareOptions::default(), &mut Diagnostics::default());
    let (kind, slug) = named_page(&arguments.page, &settings, lang)?;
    let langs: Vec<Lang> = only.map_or(Lang::ALL.to_vec(), |lang| vec![lang]);
    let source_language = only.unwrap_or(settings.source_language);
    if let Some(only) = only {
        let there = PageKey { kind, slug: slug.as_str().into(), lang: only.other() };
        if sources.find(&there.file()).is_some() {
            bail!(with_argument("cli-new-other-language", "page", &there.name(), lang));
        }
    }
    let address = format!("{}/{slug}", kind.folder());
    if let Some(page) = with_alias(&address, &sources) {
        let mut args = FluentArgs::new();
        args.set("address", address);
        args.set("page", page);
        bail!(sentence(lang, "cli-new-alias", &args));
    }
    let today = today()?;
    let page = |lang: &Lang| {
        let place = PageKey { kind, slug: slug.as_str().into(), lang: *lang };
        scaffold::page(&NewPage {
            place,
            source_language,
            declares_language: source_language != settings.source_language,
            title: arguments.title.as_deref().filter(|title| !title.trim().is_empty()),
            today,
            declaration: parse::front_matter(kind),
            example: reference::example(kind, *lang).map_or("+++\n+++\n", |(_, text)| text),
        })
    };
    let files: Vec<NewFile> = langs.iter().map(page).collect();
    write::create_sources(&root, &files)?;
    for file in &files {
        say::line(file.path.as_str())?;
    }
    let to_do = fixed_sentence(lang, "cli-new-done");
    say::line(&to_do)?;
    Ok(Outcome::Clean)
}

/// Returns the name of the page to which `address` leads, because it had that address before.
fn with_alias(address: &str, sources: &Sources) -> Option<String> {
    let (pages, _) = pipeline::translations_with_drafts(sources);
    let has_alias = |page: &&Translation| {
        let aliases = page.source.iter().flat_map(|source| &source.front.aliases);
        aliases.into_iter().any(|alias| *alias.value == *address)
    };
    pages.iter().find(has_alias).map(|page| page.place.name())
}

/// Returns the kind and the slug of the page that `written` names.
pub fn named_page(written: &str, settings: &Settings, lang: Lang) -> Result<(Kind, String)> {
    let written = written.trim_start_matches("./").trim_start_matches("content/");
    let written = nfc(written.trim_matches('/'));
    if written == "home" {
        return Ok((Kind::Home, String::new()));
    }
    let (folder, slug) = written.split_once('/').unwrap_or(("", &written));
    let kind = settings.kinds().find(|kind| kind.folder() == folder);
    if folder.is_empty() {
        let is_folder = settings.kinds().any(|kind| kind.folder() == slug);
        let [folder, slug] = if is_folder { [slug, "our-question"] } else { ["guides", slug] };
        let example = [folder, "/", slug].concat();
        bail!(with_argument("cli-new-no-folder", "example", &example, lang));
    }
    let Some(kind) = kind else {
        bail!(unknown_folder(folder, settings, lang));
    };
    let endings = [".en.md", ".ko.md", ".md"];
    let slug = endings.iter().find_map(|ending| slug.strip_suffix(ending)).unwrap_or(slug);
    if !is_slug(slug) {
        bail!(with_argument("cli-new-slug", "slug", slug, lang));
    }
    Ok((kind, slug.to_owned()))
}

fn unknown_folder(folder: &str, settings: &Settings, lang: Lang) -> String {
    let folders: Vec<&str> =
        settings.kinds().map(Kind::folder).filter(|it| !it.is_empty()).collect();
    let near = closest(folder, folders.iter().copied());
    let mut args = FluentArgs::new();
    args.set("found", folder);
    args.set("known", folders.join(", "));
    let key = if near.is_some() { "cli-new-folder-near" } else { "cli-new-folder" };
    args.set("near", near.unwrap_or_default());
    sentence(lang, key, &args)
}

fn with_argument(key: &str, name: &'static str, value: &str, lang: Lang) -> String {
    let mut args = FluentArgs::new();
    args.set(name, value.to_owned());
    sentence(lang, key, &args)
}
