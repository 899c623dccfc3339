//! `giljabi build`: loads, renders and writes a site, and says what it did.

use std::{
    io::{self, IsTerminal, stdout},
    path::{Component, Path, PathBuf},
    time::{Duration, Instant},
};

use anyhow::Result;
use fluent_bundle::FluentArgs;

use super::{
    BuildArguments, Outcome,
    outputs::{self, Outputs},
    problems::{ProblemStyle, print},
    say,
};
use crate::{
    diag::{Code, sentence},
    error::{AppError, ErrorKind, Explain},
    load,
    model::Lang,
    pipeline::{self, PrepareOptions, PreparedSite},
    write::{Publication, Summary},
};

/// Runs the command. Problems of the content are printed; others are returned.
pub fn run(arguments: &BuildArguments, lang: Lang) -> Result<Outcome> {
    let start = Instant::now();
    let out = arguments.out.clone().unwrap_or_else(|| default_out(&arguments.root));
    keep_apart(&arguments.root, &out)?;
    let (sources, linked) = load::load_linked(&arguments.root)?;
    keep_apart_from_linked(&linked, &out)?;
    let (base_url, drafts) = (arguments.base_url.clone(), arguments.drafts);
    let options = PrepareOptions { base_url, drafts, ..PrepareOptions::default() };
    let (prepared, mut diagnostics) = pipeline::prepare(&sources, &options);
    // Whether a site without pages is worse than odd is known once it is known what was there.
    let no_pages = diagnostics.take(Code::NoPages);
    let shown = ProblemStyle { lang, root: &arguments.root, strict: arguments.strict };
    if shown.refuses(&diagnostics) {
        diagnostics.append(prepared.try_templates(&sources));
        print(&mut diagnostics, &sources, &shown)?;
        return Ok(Outcome::ContentErrors);
    }
    let mut publication = Publication::open(&out, arguments.force)?;
    let mut gone = prepared.gone(&sources, &publication.earlier());
    publication.remember(gone.lost);
    let emptied = gone.diagnostics.take(Code::SiteEmptied);
    match (arguments.force, emptied.is_empty()) {
        (true, _) => {}
        (false, true) => diagnostics.append(no_pages),
        (false, false) => diagnostics.append(emptied),
    }
    diagnostics.append(gone.diagnostics);
    if shown.refuses(&diagnostics) {
        print(&mut diagnostics, &sources, &shown)?;
        return Ok(Outcome::ContentErrors);
    }
    let precompress = arguments.precompress || prepared.site.settings.precompress;
    let outputs = Outputs { prepared: &prepared, sources: &sources, publication, precompress };
    let outcome = match outputs::publish(outputs)? {
        Ok(summary) => {
            print(&mut diagnostics, &sources, &shown)?;
            tell_of_others(&summary, &out, lang)?;
            if !arguments.quiet {
                print_summary(&prepared, &summary, &out, start.elapsed(), lang)?;
            }
            Ok(Outcome::Clean)
        }
        Err(found) => {
            diagnostics.append(found);
            print(&mut diagnostics, &sources, &shown)?;
            Ok(Outcome::ContentErrors)
        }
    };
    super::leave((prepared, sources));
    outcome
}

/// `site` below the root, named as briefly as it can be.
fn default_out(root: &Path) -> PathBuf {
    if root == Path::new(".") { PathBuf::from("site") } else { root.join("site") }
}

/// Refuses to write among the sources, whichever way `out` leads there.
fn keep_apart(root: &Path, out: &Path) -> Result<()> {
    let place = real_place(out).or_fail(|| ErrorKind::NoFolder(out.into()))?;
    let mut among = real_place(root)?.starts_with(&place);
    for folder in ["content", "templates", "static"] {
        // Such a folder may itself be a link.
        among |= place.starts_with(real_place(&root.join(folder))?);
    }
    if among {
        return Err(AppError::of(ErrorKind::AmongSources(place)));
    }
    Ok(())
}

/// Refuses to write where a link among the sources leads: the next build would read
/// what this one wrote.
fn keep_apart_from_linked(linked: &[PathBuf], out: &Path) -> Result<()> {
    let place = real_place(out)?;
    match linked.iter().find(|target| place.starts_with(target) || target.starts_with(&place)) {
        Some(target) => {
            Err(AppError::of(ErrorKind::LinkedOut { out: place, target: target.clone() }))
        }
        None => Ok(()),
    }
}

/// The place that `path` names, or would name once its folders are made: links are
/// followed as far as there are any, and only then does `..` lead up.
fn real_place(path: &Path) -> io::Result<PathBuf> {
    let mut place = PathBuf::new();
    for part in std::path::absolute(path)?.components() {
        match part {
            Component::ParentDir => _ = place.pop(),
            part => place.push(part),
        }
        if let Ok(found) = place.canonicalize() {
            place = found;
        }
    }
    Ok(place)
}

/// Says which files were not as giljabi had left them, and what became of them.
fn tell_of_others(summary: &Summary, out: &Path, lang: Lang) -> Result<()> {
    let mut args = FluentArgs::new();
    for (key, paths) in [("cli-kept", &summary.kept), ("cli-replaced", &summary.replaced)] {
        for path in paths {
            args.set("path", out.join(path.as_str()).display().to_string());
            say::error_line(&sentence(lang, key, &args))?;
        }
    }
    for (from, to) in &summary.moved {
        args.set("path", from.display().to_string());
        args.set("to", to.display().to_string());
        say::error_line(&sentence(lang, "cli-moved", &args))?;
    }
    Ok(())
}

fn print_summary(
    prepared: &PreparedSite,
    summary: &Summary,
    out: &Path,
    time: Duration,
    lang: Lang,
) -> Result<()> {
    let pages = &prepared.site.pages;
    let of = |lang| pages.iter().filter(|page| page.lang() == lang).count();
    let mut args = FluentArgs::new();
    args.set("pages", pages.len());
    args.set("en", of(Lang::En));
    args.set("ko", of(Lang::Ko));
    args.set("out", out.display().to_string());
    args.set("time", format!("{:.2} s", time.as_secs_f64()));
    args.set("written", summary.written);
    args.set("unchanged", summary.unchanged);
    args.set("removed", summary.removed);
    if let Some(most) = prepared.too_many_to_draw() {
        args.set("most", most);
        say::error_line(&sentence(lang, "cli-site-previews", &args))?;
    }
    let tick = if stdout().is_terminal() { "\u{1b}[32m✓\u{1b}[0m" } else { "✓" };
    say::line(&format!("{tick} {}", sentence(lang, "cli-built", &args)))?;
    say::line(&format!("  {}", sentence(lang, "cli-files", &args)))
}
