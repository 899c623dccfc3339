//! Draws what others have drawn on a thread of its own, and waits for it only so long. The limits on what
//! is written refuse what is known to take long, for a reason that can be told; this is for all else, so
//! that no drawing stops a build or the preview.

use std::{
    collections::BTreeSet,
    panic::{self, AssertUnwindSafe, catch_unwind},
    sync::{
        Mutex, Once,
        atomic::{AtomicUsize, Ordering},
        mpsc::{self, RecvTimeoutError},
    },
    thread,
    time::Duration,
};

use crate::diag::Arg;

/// Far more than the limits on what is written allow, on any machine.
const LONGEST: Duration = Duration::from_secs(5);
/// Drawings may be nested deeply.
const STACK: usize = 64 << 20;
/// The name of the threads that draw.
const DRAWING_THREAD: &str = "drawing";
/// The most threads that go on drawing although nobody waits for them. In the preview each edit of a
/// costly drawing may leave some.
const MOST_LEFT: usize = 4;

/// The threads that nobody waits for.
static LEFT: AtomicUsize = AtomicUsize::new(0);
/// The drawings that took too long.
static COSTLY: Mutex<BTreeSet<[u8; 32]>> = Mutex::new(BTreeSet::new());

/// Returns what `work` returns, which draws `svg`; or that it takes too long.
pub fn timed<T: Send + 'static>(
    svg: &[u8],
    work: impl FnOnce() -> Result<T, Arg> + Send + 'static,
) -> Result<T, Arg> {
    let key = *blake3::hash(svg).as_bytes();
    let is_costly = || COSTLY.lock().is_ok_and(|known| known.contains(&key));
    if is_costly() {
        return Err(Arg::Phrase("drawing-time"));
    }
    if LEFT.load(Ordering::Relaxed) >= MOST_LEFT {
        return Err(Arg::Phrase("drawing-busy"));
    }
    within(LONGEST, work).unwrap_or_else(|failure| {
        if failure == Unfinished::Time
            && let Ok(mut known) = COSTLY.lock()
        {
            known.insert(key);
        }
        Err(match failure {
            Unfinished::Time => Arg::Phrase("drawing-time"),
            Unfinished::Broken => Arg::Phrase("drawing-broken"),
            Unfinished::Thread => Arg::Text("no thread could draw it".to_owned()),
        })
    })
}

/// Why nothing was returned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unfinished {
    /// It takes too long.
    Time,
    /// The library that draws gave up: at numbers that are far too large, for example.
    Broken,
    /// There was no thread to be had.
    Thread,
}

/// Returns what `work` returns, unless it takes longer than `longest`.
fn within<T: Send + 'static>(
    longest: Duration,
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, Unfinished> {
    static HIDDEN: Once = Once::new();
    HIDDEN.call_once(hide_panics);
    // A result is handed over or not: none is left where nobody receives it.
    let (sender, receiver) = mpsc::sync_channel(0);
    let draw = move || {
        let drawn = catch_unwind(AssertUnwindSafe(work)).map_err(|_| Unfinished::Broken);
        if sender.send(drawn).is_err() {
            LEFT.fetch_sub(1, Ordering::Relaxed);
        }
    };
    let thread = thread::Builder::new().name(DRAWING_THREAD.to_owned()).stack_size(STACK);
    thread.spawn(draw).map_err(|_| Unfinished::Thread)?;
    receiver.recv_timeout(longest).unwrap_or_else(|failure| {
        Err(match failure {
            RecvTimeoutError::Disconnected => Unfinished::Broken,
            RecvTimeoutError::Timeout => {
                LEFT.fetch_add(1, Ordering::Relaxed);
                Unfinished::Time
            }
        })
    })
}

/// Hides what the library says when it gives up at a drawing: the drawing is told instead.
fn hide_panics() {
    let tell = panic::take_hook();
    panic::set_hook(Box::new(move |panic| {
        if thread::current().name() != Some(DRAWING_THREAD) {
            tell(panic);
        }
    }));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_waits_for_ever() {
        let (goes_on, waits) = mpsc::channel::<()>();
        assert_eq!(
            within(Duration::from_millis(1), move || waits.recv().is_err()),
            Err(Unfinished::Time)
        );
        assert_eq!(LEFT.load(Ordering::Relaxed), 1);
        drop(goes_on);
        assert_eq!(within(Duration::from_secs(60), || 7), Ok(7));
    }

    #[test]
    fn a_library_that_gives_up_is_told() {
        let gives_up = || -> u8 { panic!("the test wants it") };
        assert_eq!(within(Duration::from_secs(60), gives_up), Err(Unfinished::Broken));
    }
}
