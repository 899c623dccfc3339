//! Process in, exit code out; everything else is in the library.

use std::{
    alloc::{GlobalAlloc, Layout},
    process::ExitCode,
};

use mimalloc::MiMalloc;

#[global_allocator]
static ALLOCATOR: Allocator = Allocator;

/// Rendering allocates many small strings on every core at once, which mimalloc does about a tenth
/// faster than the system's allocator. When no memory is left the program says so and ends with an
/// exit code; Rust by itself would abort.
struct Allocator;

// SAFETY: every call is handed on to mimalloc as it came. Only a null pointer is not: then the
// process ends.
unsafe impl GlobalAlloc for Allocator {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        or_end(unsafe { MiMalloc.alloc(layout) })
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        or_end(unsafe { MiMalloc.alloc_zeroed(layout) })
    }

    unsafe fn realloc(&self, memory: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        or_end(unsafe { MiMalloc.realloc(memory, layout, size) })
    }

    unsafe fn dealloc(&self, memory: *mut u8, layout: Layout) {
        unsafe { MiMalloc.dealloc(memory, layout) }
    }
}

fn or_end(memory: *mut u8) -> *mut u8 {
    if memory.is_null() {
        giljabi::cli::out_of_memory();
    }
    memory
}

fn main() -> ExitCode {
    giljabi::cli::run()
}
