//! The language of the messages on the terminal.

use crate::model::Lang;

/// Reads `--lang`.
pub fn parse(code: &str) -> Result<Lang, String> {
    Lang::from_code(code).ok_or_else(|| "en or ko".to_owned())
}

/// Returns the language of the environment: that of the first POSIX locale variable that is
/// set (`LC_ALL`, `LC_MESSAGES`, `LANG`), otherwise that of the system's settings. English
/// where it is not Korean.
pub fn from_environment() -> Lang {
    let value = |name| std::env::var(name).ok().filter(|value| !value.is_empty());
    let first = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(value);
    let locale = first.or_else(of_system).unwrap_or_default();
    if locale.starts_with("ko") { Lang::Ko } else { Lang::En }
}

/// Windows and macOS keep the language in their settings; elsewhere the variables are all
/// that there is.
fn of_system() -> Option<String> {
    #[cfg(any(windows, target_os = "macos"))]
    return sys_locale::get_locale();
    #[cfg(not(any(windows, target_os = "macos")))]
    None
}
