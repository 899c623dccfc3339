//! The language of the messages on the terminal.

use crate::model::Lang;

/// Reads `--lang`.
pub fn parse(code: &str) -> Result<Lang, String> {
    Lang::from_code(code).ok_or_else(|| "en or ko".to_owned())
}

/// Returns the language of the environment: that of the first POSIX locale variable that is
/// set (`LC_ALL`, `LC_MESSAGES`, `LANG`), English where it is not Korean.
pub fn from_environment() -> Lang {
    let set = |name: &&str| std::env::var(name).is_ok_and(|value| !value.is_empty());
    let first = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find(set);
    let locale = first.and_then(|name| std::env::var(name).ok()).unwrap_or_default();
    if locale.starts_with("ko") { Lang::Ko } else { Lang::En }
}
