//! The durations of the parts of a build, for `--timings`: stages, the slowest outputs, and
//! what came from caches.

use std::{
    sync::Mutex,
    time::{Duration, Instant},
};

use anyhow::Result;
use fluent_bundle::FluentArgs;
use serde::Serialize;

use super::say;
use crate::{
    diag::{Code, Diagnostics, fixed_sentence, sentence},
    model::{Lang, OutPath},
    write::Summary,
};

/// The format in which timings are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum TimingsFormat {
    Table,
    Json,
}

/// A part of a build, in the order of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Stage {
    Load,
    Prepare,
    Render,
    Write,
}

impl Stage {
    /// Returns the key of the stage's name in the catalogs.
    const fn key(self) -> &'static str {
        match self {
            Stage::Load => "cli-stage-load",
            Stage::Prepare => "cli-stage-prepare",
            Stage::Render => "cli-stage-render",
            Stage::Write => "cli-stage-write",
        }
    }
}

/// The number of outputs that are listed.
const SLOWEST: usize = 10;

/// Measures the durations of one build. Nothing else reads a clock.
pub struct Timings {
    started: Instant,
    stages: Mutex<Vec<StageTime>>,
    outputs: Mutex<Vec<OutputTime>>,
}

#[derive(Clone, Debug, Serialize)]
struct StageTime {
    name: Stage,
    seconds: f64,
}

#[derive(Clone, Debug, Serialize)]
struct OutputTime {
    path: String,
    seconds: f64,
    /// True if it was taken from the last build.
    kept: bool,
}

/// The timings of a build in the form in which they are printed.
#[derive(Debug, Serialize)]
struct TimingsReport {
    seconds: f64,
    stages: Vec<StageTime>,
    outputs: usize,
    slowest: Vec<OutputTime>,
    /// The number of images that were taken from the last build.
    kept_images: usize,
    unchanged_files: usize,
    written_files: usize,
    /// The number of code blocks that are too long to be highlighted.
    plain_code_blocks: usize,
}

impl Timings {
    /// Begins the first stage.
    pub fn start() -> Timings {
        Timings { started: Instant::now(), stages: Mutex::default(), outputs: Mutex::default() }
    }

    pub fn elapsed(&self) -> Duration {
        self.started.elapsed()
    }

    /// Ends a stage and begins the next one.
    pub fn end(&self, name: Stage) {
        let Ok(mut stages) = self.stages.lock() else { return };
        let before: f64 = stages.iter().map(|stage| stage.seconds).sum();
        stages.push(StageTime { name, seconds: self.elapsed().as_secs_f64() - before });
    }

    /// Records the duration of an output. `is_kept` is true if it was taken from the last build.
    pub fn add_output(&self, path: &OutPath, duration: Duration, is_kept: bool) {
        let Ok(mut outputs) = self.outputs.lock() else { return };
        let seconds = duration.as_secs_f64();
        outputs.push(OutputTime { path: path.as_str().to_owned(), seconds, kept: is_kept });
    }

    fn report(&self, summary: &Summary, problems: &Diagnostics) -> TimingsReport {
        let stages = self.stages.lock().map(|stages| stages.clone()).unwrap_or_default();
        let mut slowest = self.outputs.lock().map(|all| all.clone()).unwrap_or_default();
        let (outputs, kept) = (slowest.len(), slowest.iter().filter(|output| output.kept).count());
        slowest.sort_by(|a, b| b.seconds.total_cmp(&a.seconds).then_with(|| a.path.cmp(&b.path)));
        slowest.truncate(SLOWEST);
        TimingsReport {
            seconds: stages.iter().map(|stage| stage.seconds).sum(),
            stages,
            outputs,
            slowest,
            kept_images: kept,
            unchanged_files: summary.unchanged,
            written_files: summary.written,
            plain_code_blocks: problems.iter().filter(|p| p.code == Code::CodeTooLong).count(),
        }
    }

    /// Prints the timings of a build with the result `summary` and the problems `problems`.
    pub fn print(
        &self,
        format: TimingsFormat,
        (summary, problems): (&Summary, &Diagnostics),
        lang: Lang,
    ) -> Result<()> {
        let report = self.report(summary, problems);
        match format {
            TimingsFormat::Json => say::line(&serde_json::to_string_pretty(&report)?),
            TimingsFormat::Table => report.print_table(lang),
        }
    }
}

impl TimingsReport {
    fn print_table(&self, lang: Lang) -> Result<()> {
        let words = |key| fixed_sentence(lang, key);
        let row = |seconds: f64, name: &str| say::line(&format!("{seconds:>9.3} s  {name}"));
        for stage in &self.stages {
            row(stage.seconds, &words(stage.name.key()))?;
        }
        row(self.seconds, &words("cli-stage-all"))?;
        say::line(&words("cli-slowest"))?;
        for output in &self.slowest {
            row(output.seconds, &output.path)?;
        }
        let mut args = FluentArgs::new();
        args.set("outputs", self.outputs);
        args.set("kept", self.kept_images);
        args.set("unchanged", self.unchanged_files);
        args.set("written", self.written_files);
        args.set("plain", self.plain_code_blocks);
        say::line(&sentence(lang, "cli-not-made-again", &args))?;
        match self.plain_code_blocks {
            0 => Ok(()),
            _ => say::line(&sentence(lang, "cli-plain-code", &args)),
        }
    }
}
