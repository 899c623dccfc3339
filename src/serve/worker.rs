//! The thread that updates the site after every edit of its files.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use anyhow::Result;
use fluent_bundle::FluentArgs;
use tokio::sync::watch::Sender;

use super::{
    ServeOptions,
    live_site::{LiveSite, Problems, Snapshot},
    render_pool::{RenderFault, contain},
    screen::Screen,
    watch::{Watch, WatchEvent},
};
use crate::{
    diag::{Diagnostics, sentence},
    error,
    load::{Files, Touched},
    model::{Lang, SourcePath},
    pipeline::{self, SitePreparer},
    source::Sources,
};

/// Everything that is needed for the next edit.
pub struct Worker {
    files: Files,
    watch: Watch,
    maker: SiteMaker,
    lang: Lang,
    sender: Sender<Option<Arc<LiveSite>>>,
    live: Arc<LiveSite>,
    screen: Screen,
}

/// Makes the site from its files.
struct SiteMaker {
    preparer: SitePreparer,
    options: pipeline::PrepareOptions,
    /// The problems that were found while rendering with the present templates.
    templates: Diagnostics,
}

impl Worker {
    /// Reads and prepares the site for the first time.
    pub fn open(
        options: ServeOptions,
        sender: Sender<Option<Arc<LiveSite>>>,
        screen: Screen,
        started: Instant,
    ) -> Result<Worker> {
        let root = options.root.canonicalize().unwrap_or_else(|_| options.root.clone());
        let mut watch = Watch::new(&root, options.poll);
        let mut files = Files::open(&options.root)?;
        watch.follow(&files);
        if !files.targets().is_empty() {
            // They could not be watched before they were known.
            files.refresh(&Touched::Everything)?;
        }
        let pipeline = pipeline::PrepareOptions { drafts: options.drafts, ..Default::default() };
        let mut maker = SiteMaker {
            preparer: SitePreparer::default(),
            options: pipeline,
            templates: Diagnostics::default(),
        };
        let live = contain(|| maker.prepare(files.sources(), None)).map_err(|fault| {
            let mut args = FluentArgs::new();
            args.set("detail", fault.to_string());
            anyhow::Error::msg(sentence(options.lang, "cli-serve-start-fault", &args))
        })?;
        let live = Arc::new(live);
        sender.send_replace(Some(live.clone()));
        let mut worker = Worker { files, watch, maker, lang: options.lang, sender, live, screen };
        let notified = worker.watch.is_notified();
        worker.screen.ready(&worker.live, started.elapsed(), notified);
        Ok(worker)
    }

    /// Publishes every edit until the program ends.
    pub fn run(mut self) {
        loop {
            match self.watch.next(&self.files) {
                WatchEvent::Touched(touched) => self.edit(&touched, Instant::now()),
                WatchEvent::StillWritten(file) => {
                    self.screen.note("cli-serve-still-written", &file)
                }
                WatchEvent::StaleLock(lock) => self.screen.note("cli-serve-stale-lock", &lock),
            }
            self.watch.follow(&self.files);
        }
    }

    fn edit(&mut self, touched: &Touched, start: Instant) {
        match self.files.refresh(touched) {
            Ok(changed) => {
                let was_unreadable = self.live.problems.environment.is_some();
                if !changed.is_empty() || was_unreadable {
                    let edit = Some((&*self.live, changed.as_slice()));
                    let live = contain(|| self.maker.prepare(self.files.sources(), edit));
                    let live = live.unwrap_or_else(|fault| self.after_fault(&fault));
                    self.show(live, &changed, start.elapsed());
                }
            }
            Err(error) => {
                let message = error::describe_all(&error, self.lang);
                if self.live.problems.environment.as_ref() != Some(&message) {
                    let problems = self.live.problems.with_environment(message);
                    self.show(self.live.with_problems(problems), &[], start.elapsed());
                }
            }
        }
    }

    /// Returns the present site with the problem that no new one could be made.
    fn after_fault(&mut self, fault: &RenderFault) -> LiveSite {
        // The caches may be incomplete.
        self.maker.preparer = SitePreparer::default();
        let mut args = FluentArgs::new();
        args.set("detail", fault.to_string());
        let message = sentence(self.lang, "cli-serve-edit-fault", &args);
        self.live.with_problems(self.live.problems.with_environment(message))
    }

    fn show(&mut self, live: LiveSite, changed: &[SourcePath], took: Duration) {
        // The previous site is dropped only after the new one is published.
        let before = self.publish(live);
        self.screen.edited(changed, &self.live, took);
        drop(before);
    }

    /// Passes the site to the server and returns the one before.
    fn publish(&mut self, live: LiveSite) -> Arc<LiveSite> {
        let live = Arc::new(live);
        self.sender.send_replace(Some(live.clone()));
        std::mem::replace(&mut self.live, live)
    }
}

impl SiteMaker {
    /// Prepares the site after an edit, given the present site and the changed files.
    fn prepare(&mut self, sources: &Sources, edit: Option<(&LiveSite, &[SourcePath])>) -> LiveSite {
        let sources = sources.clone();
        let (prepared, mut diagnostics) = self.preparer.prepare(&sources, &self.options);
        let is_of_setup = |path: &SourcePath| !path.as_str().starts_with("content/");
        let same_setup = edit.is_some_and(|(_, changed)| !changed.iter().any(is_of_setup));
        if !same_setup || !self.templates.is_empty() {
            self.templates = prepared.try_templates(&sources);
        }
        diagnostics.append(self.templates.clone());
        diagnostics.sort(|span| sources.get(span.source).path.to_string());
        let problems = Problems { sources: sources.clone(), diagnostics, environment: None };
        LiveSite::new(edit.map(|(live, _)| live), Snapshot::new(sources, prepared), problems)
    }
}
