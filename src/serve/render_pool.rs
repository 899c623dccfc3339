//! The threads that render pages. All of them are started before the first request, so no
//! request has to wait for one. A page that takes long to render delays itself and a few other
//! slow ones, but nothing else. A panic in one page becomes an answer and does not end the
//! server.

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

/// The number of threads. It is greater than the number of cores, so that the system shares the
/// cores among slow pages.
const THREADS: usize = 16;
/// How many of the threads may render pages that are known to be slow.
const SLOW_THREADS: usize = 6;
/// How many threads may render the same page: several tabs may request its first version.
const AT_ONCE: usize = 2;
/// A page that takes longer than this is slow.
const SLOW: Duration = Duration::from_millis(250);
/// The stack size of each thread; deeply nested content needs as much as the main thread has.
const STACK: usize = 16 * 1024 * 1024;

/// The message of a panic while a page was rendered.
#[derive(Debug)]
pub struct RenderFault(String);

impl fmt::Display for RenderFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Runs `job`. A panic is returned as a fault.
pub fn contain<T>(job: impl FnOnce() -> T) -> Result<T, RenderFault> {
    // The data that the job may have left inconsistent is dropped together with it.
    panic::catch_unwind(AssertUnwindSafe(job)).map_err(|payload| RenderFault(words(&*payload)))
}

/// Returns the message of a panic.
fn words(payload: &(dyn Any + Send)) -> String {
    let text = payload.downcast_ref::<&str>().map(|text| (*text).to_owned());
    let text = text.or_else(|| payload.downcast_ref::<String>().cloned());
    text.unwrap_or_else(|| "panic".to_owned())
}

/// A rendering job that waits for a thread.
struct RenderJob {
    /// The name of the page.
    key: String,
    run: Box<dyn FnOnce() + Send>,
}

#[derive(Default)]
struct RenderQueue {
    waiting: VecDeque<RenderJob>,
    /// How many threads are rendering each page.
    running: FxHashMap<String, usize>,
    /// The pages that took long the last time.
    slow: FxHashSet<String>,
    slow_running: usize,
}

impl RenderQueue {
    /// Removes and returns the first job that may begin now.
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

    /// Records that a job has ended; `was_slow` says whether its page was known to be slow.
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

/// The threads and their queue.
#[derive(Clone, Default)]
pub struct RenderPool(Arc<(Mutex<RenderQueue>, Condvar)>);

impl RenderPool {
    /// Starts the threads.
    ///
    /// # Errors
    /// Fails if the system does not allow so many threads.
    pub fn start() -> Result<RenderPool> {
        let pool = RenderPool::default();
        for _ in 0..THREADS {
            let pool = pool.clone();
            let thread = thread::Builder::new().name("render".to_owned()).stack_size(STACK);
            thread.spawn(move || pool.work()).or_fail(|| ErrorKind::NoThread)?;
        }
        Ok(pool)
    }

    /// Runs `job`, which renders the page `key`, and returns its result.
    pub async fn run<T: Send + 'static>(
        &self,
        key: &str,
        job: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, RenderFault> {
        let (sender, receiver) = oneshot::channel();
        let run = move || {
            // If the client has disconnected, nobody receives the result.
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
            // Jobs that waited for this page, or for a slow page, may begin now.
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
    fn one_page_uses_few_threads() {
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
