//! The language of the messages on the terminal.

use crate::model::Lang;

/// Reads `--lang`.
pub fn parse(code: &str) -> Result<Lang, String> {
    Lang::from_code(code).ok_or_else(|| "en or ko".to_owned())
}

/// Returns the language of the environment: that of the first POSIX locale variable that is set
/// (`LC_ALL`, `LC_MESSAGES`, `LANG`), otherwise that of the system's settings. Anything but
/// Korean counts as English.
pub fn from_environment() -> Lang {
    let value = |name| std::env::var(name).ok().filter(|value| !value.is_empty());
    let first = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(value);
    lang_of(&first.or_else(of_system).unwrap_or_default())
}

/// Returns the language of a locale: `ko_KR.UTF-8` in variables, `ko-KR` in the settings of
/// Windows and macOS.
fn lang_of(locale: &str) -> Lang {
    let language = locale.split(['_', '-', '.', '@']).next().unwrap_or_default();
    if language.eq_ignore_ascii_case("ko") { Lang::Ko } else { Lang::En }
}

/// Returns the locale in the settings of Windows or macOS; other systems only have the
/// variables.
fn of_system() -> Option<String> {
    #[cfg(any(windows, target_os = "macos"))]
    return sys_locale::get_locale();
    #[cfg(not(any(windows, target_os = "macos")))]
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn locales_of_every_system_are_understood() {
        for korean in ["ko_KR.UTF-8", "ko-KR", "ko", "ko-Kore-KR", "KO_KR", "ko.eucKR"] {
            assert_eq!(lang_of(korean), Lang::Ko, "{korean}");
        }
        // `kok` is Konkani, another language.
        for other in ["en-US", "kok-IN", "C", "C.UTF-8", "POSIX", "", "de_AT"] {
            assert_eq!(lang_of(other), Lang::En, "{other}");
        }
    }
}
