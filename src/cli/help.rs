//! Help texts of the command line in both languages. They are in the catalogs under `cli-help-`
//! and the name of a command or an option. The example of a command is its `after_help`.

use clap::{Arg, ArgAction, Command};

use crate::{diag::fixed_sentence, model::Lang};

/// Returns `command` and its subcommands with help texts in `lang`.
pub fn translate(command: Command, lang: Lang) -> Command {
    let text = |key: &str| fixed_sentence(lang, key);
    let command = command.version(env!("CARGO_PKG_VERSION")).disable_version_flag(true).arg(
        Arg::new("version")
            .short('V')
            .long("version")
            .action(ArgAction::Version)
            .display_order(901),
    );
    let mut command = level(command, "about", &text);
    // The `help` subcommand exists only from here on.
    command.build();
    if let Some(help) = command.find_subcommand_mut("help") {
        *help = std::mem::take(help)
            .about(text("cli-help-help"))
            .help_template(template(&text))
            .subcommand_help_heading(text("cli-help-commands"))
            .mut_subcommand("help", |help| help.about(text("cli-help-help")));
    }
    command
}

fn level(command: Command, name: &str, text: &dyn Fn(&str) -> String) -> Command {
    let help = Arg::new("help").short('h').long("help").action(ArgAction::Help).display_order(900);
    let example =
        command.get_after_help().map(|call| format!("{}:\n  {call}", text("cli-help-example")));
    let command = match example {
        Some(example) => command.after_help(example),
        None => command,
    };
    let mut nth = 0;
    command
        .about(text(&["cli-help-", name].concat()))
        .help_template(template(text))
        .subcommand_help_heading(text("cli-help-commands"))
        .disable_help_flag(true)
        .arg(help)
        .mut_args(|argument| {
            nth += 1;
            // Otherwise they would be sorted by their names.
            let argument = match argument.is_positional() {
                true => argument.display_order(nth),
                false => argument,
            };
            described(argument, name, text)
        })
        .mut_subcommands(|below| {
            let name = below.get_name().to_owned();
            level(below.disable_help_subcommand(true), &name, text)
        })
}

fn template(text: &dyn Fn(&str) -> String) -> String {
    ["{about}\n\n", &text("cli-help-usage"), " {usage}\n\n{all-args}{after-help}"].concat()
}

fn described(argument: Arg, command: &str, text: &dyn Fn(&str) -> String) -> Arg {
    let id = argument.get_id().as_str().replace('_', "-");
    // The page argument has a different meaning in each command.
    let key = match argument.is_positional() {
        true => ["cli-help-", command, "-", &id].concat(),
        false => ["cli-help-", &id].concat(),
    };
    let heading = if argument.is_positional() { "cli-help-arguments" } else { "cli-help-options" };
    let takes_value = argument.get_action().takes_values();
    let argument = argument.help(text(&key)).help_heading(text(heading));
    // The messages contain the names of the values.
    argument.hide_default_value(takes_value).hide_possible_values(takes_value)
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;
    use crate::cli::Arguments;

    #[test]
    fn every_command_has_a_valid_example() {
        let all = Arguments::command();
        let commands = all.get_subcommands().flat_map(|command| {
            command.get_subcommands().chain([command]).map(move |of| (command, of))
        });
        for (command, of) in commands {
            let example = of.get_after_help().expect("an example").to_string();
            let alone = example.split(['>', '|']).next().unwrap_or_default();
            let quoted = alone.split('"').enumerate();
            let words = quoted.flat_map(|(at, part)| match at % 2 {
                0 => part.split_whitespace().collect(),
                _ => vec![part],
            });
            let parsed = Arguments::command().try_get_matches_from(words);
            assert_eq!(parsed.expect(&example).subcommand_name(), Some(command.get_name()));
        }
    }

    #[test]
    fn every_command_and_option_has_words_in_both_languages() {
        for lang in Lang::ALL {
            let command = translate(Arguments::command(), lang);
            let below = command.get_subcommands().filter(|below| below.get_name() != "help");
            for command in std::iter::once(&command).chain(below) {
                let arguments = command.get_arguments().map(|argument| argument.get_help());
                for words in arguments.chain([command.get_about()]) {
                    let words = words.map(ToString::to_string).unwrap_or_default();
                    let has_words = !words.is_empty() && !words.contains("cli-help-");
                    assert!(has_words, "{}: {words}", command.get_name());
                    let hangul = words.chars().any(|c| ('가'..='힣').contains(&c));
                    assert_eq!(hangul, lang == Lang::Ko, "{words}");
                }
            }
        }
    }
}
