//! The threads that render: all started before the first request, so that none has to be had
//! while one waits. A page that takes long to draw holds up itself and few of its kind, never
//! the others; a fault of one page is an answer, and not the end.

use std::{
    any::Any,
    collections::VecDeque,
    fmt,
    panic::{self, AssertUnwindSafe},
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    thread,
    time::{Duration, Instant},
};

use anyhow::Result;
use rustc_hash::{FxHashMap, FxHashSet};
use tokio::sync::oneshot;

use crate::error::{ErrorKind, Explain};

/// How many threads there are: more than cores, so that what waits behind slow pages is the
/// system's to share out.
const THREADS: usize = 16;
/// How many of them may render pages that are known to be slow.
const SLOW_THREADS: usize = 6;
/// How often the same page is rendered at a time: for the first versions of many tabs.
const AT_ONCE: usize = 2;
/// From when on a page is slow.
const SLOW: Duration = Duration::from_millis(250);
/// Room for what is nested deeply, as the main thread of a program has it.
const STACK: usize = 16 * 1024 * 1024;

/// What a page's rendering panicked with.
#[derive(Debug)]
pub struct RenderFault(String);

impl fmt::Display for RenderFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Runs `job`; a panic is its fault, and nobody else's.
pub fn contain<T>(job: impl FnOnce() -> T) -> Result<T, RenderFault> {
    // What the job was changing is dropped with it.
    panic::catch_unwind(AssertUnwindSafe(job)).map_err(|payload| RenderFault(words(&*payload)))
}

/// The message of a panic.
fn words(payload: &(dyn Any + Send)) -> String {
    let text = payload.downcast_ref::<&str>().map(|text| (*text).to_owned());
    let text = text.or_else(|| payload.downcast_ref::<String>().cloned());
    text.unwrap_or_else(|| "panic".to_owned())
}

/// A rendering that waits for a thread.
struct RenderJob {
    /// The page.
    key: String,
    run: Box<dyn FnOnce() + Send>,
}

#[derive(Default)]
struct RenderQueue {
    waiting: VecDeque<RenderJob>,
    /// How often each page is being rendered.
    running: FxHashMap<String, usize>,
    /// Pages that took long the last time.
    slow: FxHashSet<String>,
    slow_running: usize,
}

impl RenderQueue {
    /// Takes the first job that may begin now.
    fn next(&mut self) -> Option<RenderJob> {
        let may_begin = |job: &RenderJob| {
            let running = self.running.get(&job.key).copied().unwrap_or(0);
            match self.slow.contains(&job.key) {
                true => running == 0 && self.slow_running < SLOW_THREADS,
                false => running < AT_ONCE,
            }
        };
        let at = self.waiting.iter().position(may_begin)?;
        let job = self.waiting.remove(at)?;
        *self.running.entry(job.key.clone()).or_default() += 1;
        self.slow_running += usize::from(self.slow.contains(&job.key));
        Some(job)
    }

    /// Notes that a job is done, which was known to be slow or not.
    fn done(&mut self, key: String, was_slow: bool, took: Duration) {
        self.slow_running -= usize::from(was_slow);
        if let Some(running) = self.running.get_mut(&key) {
            *running -= 1;
            if *running == 0 {
                self.running.remove(&key);
            }
        }
        match took >= SLOW {
            true => _ = self.slow.insert(key),
            false => _ = self.slow.remove(&key),
        }
    }
}

/// The threads and what waits for them.
#[derive(Clone, Default)]
pub struct RenderPool(Arc<(Mutex<RenderQueue>, Condvar)>);

impl RenderPool {
    /// Starts the threads.
    ///
    /// # Errors
    /// Fails if the system gives none.
    pub fn start() -> Result<RenderPool> {
        let pool = RenderPool::default();
        for _ in 0..THREADS {
            let pool = pool.clone();
            let thread = thread::Builder::new().name("render".to_owned()).stack_size(STACK);
            thread.spawn(move || pool.work()).or_fail(|| ErrorKind::NoThread)?;
        }
        Ok(pool)
    }

    /// Runs `job`, which renders the page `key`, and returns what it returns.
    pub async fn run<T: Send + 'static>(
        &self,
        key: &str,
        job: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, RenderFault> {
        let (sender, receiver) = oneshot::channel();
        let run = move || {
            // Who has gone away needs no answer.
            if !sender.is_closed() {
                let _ = sender.send(contain(job));
            }
        };
        self.queue().waiting.push_back(RenderJob { key: key.to_owned(), run: Box::new(run) });
        self.0.1.notify_one();
        receiver.await.unwrap_or_else(|_| Err(RenderFault("gone".to_owned())))
    }

    fn work(&self) {
        loop {
            let (job, was_slow) = self.wait();
            let start = Instant::now();
            (job.run)();
            self.queue().done(job.key, was_slow, start.elapsed());
            // Whatever waited for this page or for a slow one may begin.
            self.0.1.notify_all();
        }
    }

    fn wait(&self) -> (RenderJob, bool) {
        let mut queue = self.queue();
        loop {
            if let Some(job) = queue.next() {
                let was_slow = queue.slow.contains(&job.key);
                return (job, was_slow);
            }
            queue = self.0.1.wait(queue).unwrap_or_else(PoisonError::into_inner);
        }
    }

    fn queue(&self) -> MutexGuard<'_, RenderQueue> {
        self.0.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn job(key: &str) -> RenderJob {
        RenderJob { key: key.to_owned(), run: Box::new(|| ()) }
    }

    fn begin(queue: &mut RenderQueue) -> Vec<String> {
        std::iter::from_fn(|| queue.next()).map(|job| job.key).collect()
    }

    #[test]
    fn slow_pages_leave_threads_to_the_others() {
        let mut queue = RenderQueue::default();
        for at in 0..SLOW_THREADS + 2 {
            queue.slow.insert(format!("slow {at}"));
            queue.waiting.push_back(job(&format!("slow {at}")));
        }
        queue.waiting.push_back(job("slow 0"));
        queue.waiting.push_back(job("quick"));
        let mut begun = begin(&mut queue);
        assert_eq!((begun.len(), begun.pop().as_deref()), (SLOW_THREADS + 1, Some("quick")));
        queue.done("slow 0".to_owned(), true, SLOW);
        assert_eq!(begin(&mut queue).len(), 1, "another one");
        queue.done("slow 1".to_owned(), true, Duration::ZERO);
        assert!(!queue.slow.contains("slow 1"), "it was mended");
    }

    #[test]
    fn one_page_takes_few_threads() {
        let mut queue = RenderQueue::default();
        queue.waiting.extend((0..5).map(|_| job("a")));
        assert_eq!(begin(&mut queue).len(), AT_ONCE);
        queue.done("a".to_owned(), false, SLOW);
        assert_eq!(begin(&mut queue).len(), 0, "it is slow, and one of it is running");
        queue.done("a".to_owned(), false, SLOW);
        assert_eq!(begin(&mut queue).len(), 1);
    }

    #[test]
    fn a_fault_is_an_answer() {
        let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
        let pool = RenderPool::start().expect("threads");
        let run = |job: fn() -> u8| runtime.block_on(pool.run("a", job));
        for _ in 0..2 * THREADS {
            let fault = run(|| panic!("page {}", 7)).expect_err("a fault");
            assert_eq!(fault.to_string(), "page 7");
        }
        assert_eq!(run(|| 7).ok(), Some(7));
    }
}
