//! What happens without memory: the program refuses to run if the system allows too little, and
//! ends with a message when none is left.

use std::{
    fs::File,
    io::{self, Read, Write},
    process,
    sync::atomic::{AtomicBool, Ordering},
    thread,
    time::Duration,
};

/// The least address space that a small guide needs, in bytes. Most of it is reserved for the
/// stacks of threads, and never used.
const LEAST: u64 = 384 << 20;

/// In both languages, because finding out the user's language takes memory.
const TOO_LITTLE: &str = "\
error: the system allows this process less than 384 MB of memory (`ulimit -v`)
오류: 시스템이 이 프로세스에 허용한 메모리가 384MB보다 적습니다(`ulimit -v`)
";

const NOTHING_LEFT: &str = "\
error: no memory is left: nothing more was written
오류: 메모리가 더 없습니다. 더 쓰지 않고 끝냅니다
";

/// Says that no memory is left, and ends the process with the exit code of what stands in a
/// command's way. A site that was half published is put back by the next build, as after a kill.
pub fn out_of_memory() -> ! {
    static ENDS: AtomicBool = AtomicBool::new(false);
    if ENDS.swap(true, Ordering::Relaxed) {
        // Another thread ends the process, or ending took memory.
        thread::sleep(Duration::from_secs(5));
        process::abort();
    }
    let _ = io::stderr().write_all(NOTHING_LEFT.as_bytes());
    process::exit(2)
}

/// Returns whether the process has less memory than it needs. If so, reports that on standard
/// error.
pub fn is_too_little() -> bool {
    let is_too_little = limit().is_some_and(|limit| limit < LEAST);
    if is_too_little {
        // If standard error is closed, only the exit code reports it.
        let _ = io::stderr().write_all(TOO_LITTLE.as_bytes());
    }
    is_too_little
}

/// Returns the limit of the process's address space, if the system provides it. Allocates
/// memory on the stack only.
fn limit() -> Option<u64> {
    let mut text = [0; 4096];
    let length = File::open("/proc/self/limits").ok()?.read(&mut text).ok()?;
    address_space(&text[..length])
}

fn address_space(limits: &[u8]) -> Option<u64> {
    let line = std::str::from_utf8(limits).ok()?.lines();
    let row = line.into_iter().find_map(|line| line.strip_prefix("Max address space"))?;
    row.split_ascii_whitespace().next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_limit_is_read_as_the_system_writes_it() {
        let limits = |space: &str| {
            let rest =
                "Max file locks            unlimited            unlimited            locks\n";
            ["Max open files 1024 1024 files\nMax address space ", space, " bytes\n", rest].concat()
        };
        assert_eq!(address_space(limits("204800000 unlimited").as_bytes()), Some(204_800_000));
        assert_eq!(address_space(limits("unlimited unlimited").as_bytes()), None);
        assert_eq!(address_space(b""), None);
        assert!(!is_too_little(), "tests have memory");
    }
}
