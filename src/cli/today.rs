//! The date of a run: from `--today`, `SOURCE_DATE_EPOCH`, or the clock. Only messages depend
//! on it, never the site.

use std::env;

use anyhow::Result;
use jiff::{Timestamp, Zoned, civil::Date, tz::TimeZone};

use crate::error::{AppError, ErrorKind};

/// The variable for the date of reproducible builds, in seconds since 1970
/// (reproducible-builds.org).
const EPOCH: &str = "SOURCE_DATE_EPOCH";

/// The argument of commands that report what is due.
#[derive(Debug, clap::Args)]
pub struct TodayArguments {
    #[arg(long, value_name = "DATE", value_parser = day)]
    today: Option<Date>,
}

impl TodayArguments {
    /// Returns the date of the run.
    ///
    /// # Errors
    /// Fails if `SOURCE_DATE_EPOCH` is set but is no time.
    pub fn find(&self) -> Result<Date> {
        self.today.map_or_else(today, Ok)
    }
}

fn day(written: &str) -> Result<Date, String> {
    written.parse().map_err(|_| "write a date like 2026-11-29".to_owned())
}

/// Returns the date of the run if no argument gives it: that of `SOURCE_DATE_EPOCH` in UTC, or
/// the date in the user's time zone.
pub fn today() -> Result<Date> {
    let Some(written) = env::var_os(EPOCH).filter(|written| !written.is_empty()) else {
        return Ok(Zoned::now().date());
    };
    let moment = written.to_str().and_then(moment);
    moment.ok_or_else(|| {
        AppError::without_cause(ErrorKind::BadEpoch(written.to_string_lossy().into_owned()))
    })
}

fn moment(written: &str) -> Option<Date> {
    let moment = Timestamp::from_second(written.parse().ok()?).ok()?;
    Some(moment.to_zoned(TimeZone::UTC).date())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seconds_since_1970_are_a_day_in_utc() {
        let written = |text| moment(text).map(|day| day.to_string());
        assert_eq!(written("0").as_deref(), Some("1970-01-01"));
        assert_eq!(written("1796083199").as_deref(), Some("2026-11-30"));
        assert_eq!(written("tomorrow"), None);
        assert_eq!(written("99999999999999999"), None);
    }
}
