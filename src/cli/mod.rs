//! The command line: arguments in, an exit code out. Only this module decides about the exit
//! code: 0 for success, 1 for problems of the content, 2 for errors of the environment or the
//! usage.

mod accept;
mod build;
mod changed;
mod check;
mod completions;
mod help;
mod ids;
mod init;
mod locale;
mod man;
mod memory;
mod mv;
mod new;
mod nginx;
mod out_folder;
mod outputs;
mod pages;
mod paint;
mod problems;
mod published;
mod record;
pub mod reference;
mod refusal;
mod root;
mod say;
mod schema;
mod search;
mod serve;
mod status;
mod summary;
mod sync;
mod theme;
mod timings;
mod today;
mod translate;
mod usage;

use std::process::ExitCode;

use clap::{ColorChoice, CommandFactory, FromArgMatches, Parser, Subcommand};

use crate::{
    error::{self, ErrorKind, Explain},
    model::{Lang, SiteAddress},
};

pub use memory::out_of_memory;

/// The arguments of the program. Their help texts stand in the catalogs (see [`help`]).
#[derive(Debug, Parser)]
#[command(max_term_width = 100)]
struct Arguments {
    #[arg(long, global = true, value_name = "LANG", value_parser = locale::parse)]
    lang: Option<Lang>,
    #[arg(long, global = true, value_name = "WHEN", value_enum, default_value_t)]
    color: ColorChoice,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    #[command(
        after_help = "giljabi init my-guide --title-en \"Our guide\" --title-ko \"우리 가이드\""
    )]
    Init(init::InitArguments),
    #[command(after_help = "giljabi new guides/our-question")]
    New(new::NewArguments),
    #[command(after_help = "giljabi translate guides/our-question")]
    Translate(translate::TranslateArguments),
    #[command(after_help = "giljabi sync guides/our-question")]
    Sync(sync::SyncArguments),
    #[command(after_help = "giljabi mv guides/our-question guides/which-supplier --dry-run")]
    Mv(mv::MvArguments),
    #[command(after_help = "giljabi theme copy templates/components/footer.html")]
    Theme(theme::ThemeArguments),
    #[command(after_help = "giljabi build --strict --base-url https://guide.example")]
    Build(build::BuildArguments),
    #[command(after_help = "giljabi check --format github --strict")]
    Check(check::CheckArguments),
    #[command(after_help = "giljabi serve --open")]
    Serve(serve::ServeArguments),
    #[command(after_help = "giljabi status guides/suppliers --diff")]
    Status(status::StatusArguments),
    #[command(after_help = "giljabi accept guides/suppliers costs")]
    Accept(accept::AcceptArguments),
    #[command(after_help = "giljabi ids guides/suppliers")]
    Ids(ids::IdsArguments),
    #[command(after_help = "giljabi nginx > /etc/nginx/snippets/guide.conf")]
    Nginx(nginx::NginxArguments),
    #[command(after_help = "giljabi search 알레르기 --explain")]
    Search(search::SearchArguments),
    #[command(after_help = "giljabi schema settings > guide.schema.json")]
    Schema(schema::SchemaArguments),
    #[command(after_help = "giljabi reference --root docs")]
    Reference(reference::ReferenceArguments),
    #[command(
        after_help = "giljabi completions bash > ~/.local/share/bash-completion/completions/giljabi"
    )]
    Completions(completions::CompletionsArguments),
    #[command(after_help = "giljabi man build | man -l -")]
    Man(man::ManArguments),
}

/// Reads the argument of `--base-url`.
fn base_url(written: &str) -> Result<SiteAddress, String> {
    SiteAddress::parse(written)
        .ok_or_else(|| "write https:// and the host, and a path if there is one".to_owned())
}

/// The outcome of a run without an error of the environment.
pub enum Outcome {
    /// Exit code 0.
    Clean,
    /// Exit code 1: the content has problems, which were printed.
    ContentErrors,
}

/// Runs the command in the process's arguments.
pub fn run() -> ExitCode {
    if memory::is_too_little() {
        // The function has reported that.
        return ExitCode::from(2);
    }
    let matches = described_command().try_get_matches();
    let arguments = match matches.and_then(|matches| Arguments::from_arg_matches(&matches)) {
        Ok(arguments) => arguments,
        Err(error) => return usage::print(&error),
    };
    colour(arguments.color).write_global();
    let lang = arguments.lang.unwrap_or_else(locale::from_environment);
    match start_threads().and_then(|()| run_command(&arguments, lang)) {
        Ok(Outcome::Clean) => ExitCode::SUCCESS,
        Ok(Outcome::ContentErrors) => ExitCode::from(1),
        Err(error) => {
            let label = crate::diag::fixed_sentence(lang, "cli-error");
            for error in error::parts(&error) {
                // If standard error is closed, only the exit code reports the failure.
                let _ = say::error_line(&format!("{label}: {}", error::describe(error, lang)));
            }
            ExitCode::from(2)
        }
    }
}

/// Returns the command line with its help texts, in the language that the process's arguments
/// select.
fn described_command() -> clap::Command {
    help::translate(Arguments::command(), usage::lang()).color(usage::color())
}

/// Returns the choice in the type of `anstream`, through which all output goes.
const fn colour(choice: ColorChoice) -> anstream::ColorChoice {
    match choice {
        ColorChoice::Auto => anstream::ColorChoice::Auto,
        ColorChoice::Always => anstream::ColorChoice::Always,
        ColorChoice::Never => anstream::ColorChoice::Never,
    }
}

fn run_command(arguments: &Arguments, lang: Lang) -> anyhow::Result<Outcome> {
    match &arguments.command {
        Command::Init(init) => init::run(init, lang),
        Command::New(new) => new::run(new, arguments.lang, lang),
        Command::Translate(translate) => translate::run(translate, lang),
        Command::Sync(sync) => sync::run(sync, lang),
        Command::Mv(mv) => mv::run(mv, lang),
        Command::Theme(theme) => theme::run(theme, lang),
        Command::Build(build) => build::run(build, lang),
        Command::Check(check) => check::run(check, lang),
        Command::Serve(serve) => serve::run(serve, lang),
        Command::Status(status) => status::run(status, lang),
        Command::Accept(accept) => accept::run(accept, lang),
        Command::Ids(ids) => ids::run(ids, lang),
        Command::Nginx(nginx) => nginx::run(nginx, lang),
        Command::Search(search) => search::run(search, lang),
        Command::Schema(schema) => schema::run(schema, lang),
        Command::Reference(reference) => reference::run(reference, lang),
        Command::Completions(completions) => completions::run(completions, described_command()),
        Command::Man(man) => man::run(man, described_command(), lang),
    }
}

/// Starts the threads that all stages share. Parsers of styles, scripts and templates are
/// recursive, so each thread has a large stack.
fn start_threads() -> anyhow::Result<()> {
    const STACK: usize = 64 << 20;
    let threads = rayon::ThreadPoolBuilder::new().stack_size(STACK).build_global();
    // The message contains that of its cause.
    threads.map_err(|error| anyhow::Error::msg(error.to_string())).or_fail(|| ErrorKind::NoThread)
}

/// Leaks the data of a command, because the process ends next: freeing the memory of thousands
/// of pages would take as long as the command itself.
fn leak<T>(all: T) {
    std::mem::forget(all);
}
