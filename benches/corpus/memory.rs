//! The memory of a process, as Linux counts it.

/// Returns a value of `/proc/PID/status` in KiB: `VmRSS:` is what the process uses now, `VmHWM:`
/// the most that it used. Returns 0 if it cannot be read.
pub fn of_process(id: u32, name: &str) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{id}/status")).unwrap_or_default();
    let value = status.lines().find_map(|line| line.strip_prefix(name));
    value.and_then(|value| value.split_whitespace().next()?.parse().ok()).unwrap_or(0)
}
