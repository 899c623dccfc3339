//! The terminal output of the preview: the address, then one line for each edit, and the
//! problems as long as they exist.

use std::{
    collections::VecDeque,
    io::{self, IsTerminal, Write},
    path::{Path, PathBuf},
    time::Duration,
};

use fluent_bundle::FluentArgs;

use super::{
    address::Addresses,
    live_site::{LiveSite, Problems},
};
use crate::{
    diag::sentence,
    model::{Lang, SourcePath},
    report,
};

/// The number of recent edits that are printed again after the screen is cleared.
const KEPT: usize = 6;

/// The output on the terminal.
pub struct Screen {
    lang: Lang,
    root: PathBuf,
    colour: bool,
    /// True if printed lines can be cleared.
    terminal: bool,
    head: Vec<String>,
    edits: VecDeque<String>,
    /// True if there are problems on the screen.
    problems: bool,
}

/// Prints that a connection could not be accepted.
pub fn refused_connection(lang: Lang, error: &io::Error) {
    let mut args = FluentArgs::new();
    args.set("detail", error.to_string());
    let text = sentence(lang, "cli-serve-no-connection", &args);
    let _ = writeln!(io::stderr().lock(), "{text}");
}

impl Screen {
    pub fn new(lang: Lang, root: PathBuf) -> Screen {
        let terminal = io::stdout().is_terminal() && io::stderr().is_terminal();
        let colour = report::colour::is_wanted(&io::stderr());
        Screen {
            lang,
            root,
            colour,
            terminal,
            head: Vec::new(),
            edits: VecDeque::new(),
            problems: false,
        }
    }

    /// Prints the address of the preview.
    pub fn listening(&mut self, addresses: &Addresses) {
        let mut args = FluentArgs::new();
        args.set("address", &*addresses.first);
        let listening = self.say("cli-serve-listening", &args);
        let mut head = vec![listening.replace(&addresses.first, &self.strong(&addresses.first))];
        if let Some(port) = addresses.taken {
            args.set("port", port.to_string());
            head.push(self.dim(&self.say("cli-serve-port-taken", &args)));
        }
        if addresses.open_to_others {
            let warning = self.say("cli-warning", &args);
            let open = self.say("cli-serve-open", &args);
            head.push([&self.yellow(&warning), ": ", &open].concat());
        }
        self.head = head;
        self.print(&self.head.join("\n"));
    }

    /// Prints that the first site is ready.
    pub fn ready(&mut self, live: &LiveSite, took: Duration, notified: bool) {
        let pages = &live.newest().prepared.site.pages;
        let page_count = |lang| pages.iter().filter(|page| page.lang() == lang).count();
        let mut args = FluentArgs::new();
        args.set("pages", pages.len());
        args.set("en", page_count(Lang::En));
        args.set("ko", page_count(Lang::Ko));
        args.set("time", format!("{:.2}", took.as_secs_f64()));
        let mut lines = vec![self.say("cli-serve-ready", &args)];
        if !notified {
            lines.push(self.say("cli-serve-polling", &args));
        }
        lines.push(self.dim(&self.say("cli-serve-stop", &args)));
        self.print(&lines.join("\n"));
        self.head.extend(lines);
        self.problems(&live.problems);
    }

    /// Prints one edit.
    pub fn edited(&mut self, changed: &[SourcePath], live: &LiveSite, took: Duration) {
        let problems = &live.problems;
        let line = self.edit(changed, problems.has_errors(), took);
        if self.edits.len() == KEPT {
            self.edits.pop_front();
        }
        self.edits.push_back(line.clone());
        if self.problems && self.terminal {
            self.clear();
        } else {
            self.print(&line);
        }
        self.problems(problems);
    }

    /// Prints a note that does not belong to an edit.
    pub fn note(&self, key: &str, path: &Path) {
        let mut args = FluentArgs::new();
        let below = path.strip_prefix(&self.root).unwrap_or(path);
        args.set("path", below.display().to_string());
        self.print(&self.dim(&self.say(key, &args)));
    }

    fn edit(&self, changed: &[SourcePath], broken: bool, took: Duration) -> String {
        let mut args = FluentArgs::new();
        args.set("file", changed.first().map(ToString::to_string).unwrap_or_default());
        args.set("more", changed.len().saturating_sub(1));
        let sign = if broken { self.red("✗") } else { self.green("✓") };
        let time = self.dim(&format!("{:>4} ms", took.as_millis()));
        match changed {
            [] => format!("{sign} {time}  {}", self.say("cli-serve-looked", &args)),
            _ => format!("{sign} {time}  {}", self.say("cli-serve-edited", &args)),
        }
    }

    /// Prints all problems in the form of `build`.
    fn problems(&mut self, problems: &Problems) {
        let style = report::Style { lang: self.lang, colour: self.colour, root: &self.root };
        let mut drawn = Vec::new();
        if let Some(message) = &problems.environment {
            let label = self.say("cli-error", &FluentArgs::new());
            drawn.push(format!("{}: {message}\n", self.red(&label)));
        }
        let all = problems.diagnostics.iter();
        drawn.extend(all.map(|diagnostic| report::render(diagnostic, &problems.sources, style)));
        self.problems = !drawn.is_empty();
        if self.problems {
            let (errors, warnings) = problems.diagnostics.counts();
            let mut args = FluentArgs::new();
            args.set("errors", errors + usize::from(problems.environment.is_some()));
            args.set("warnings", warnings);
            drawn.push(self.say("cli-problem-counts", &args));
            // The terminal may be closed; the preview goes on.
            let _ = writeln!(io::stderr().lock(), "\n{}", drawn.join("\n"));
        }
    }

    /// Clears the screen and prints again what is still valid.
    fn clear(&mut self) {
        let lines: Vec<&str> = self.head.iter().chain(&self.edits).map(String::as_str).collect();
        self.print(&["\u{1b}[2J\u{1b}[3J\u{1b}[H", &lines.join("\n")].concat());
    }

    fn print(&self, text: &str) {
        let mut out = io::stdout().lock();
        let _ = writeln!(out, "{text}").and_then(|()| out.flush());
    }

    fn say(&self, key: &str, args: &FluentArgs) -> String {
        sentence(self.lang, key, args)
    }

    fn styled(&self, code: &str, text: &str) -> String {
        if self.colour { format!("\u{1b}[{code}m{text}\u{1b}[0m") } else { text.to_owned() }
    }

    fn strong(&self, text: &str) -> String {
        self.styled("1;36", text)
    }

    fn dim(&self, text: &str) -> String {
        self.styled("2", text)
    }

    fn green(&self, text: &str) -> String {
        self.styled("32", text)
    }

    fn yellow(&self, text: &str) -> String {
        self.styled("33", text)
    }

    fn red(&self, text: &str) -> String {
        self.styled("31", text)
    }
}
