//! The process that controls Chromium.

use std::{
    io::{BufRead, BufReader},
    path::Path,
    process::{Child, Command, Stdio},
};

/// A running `chromedriver`; stopped when dropped.
pub struct Driver {
    child: Child,
    /// The address of the driver: `http://127.0.0.1:…`.
    pub address: String,
}

/// The text before the port in its first message.
const READY: &str = "started successfully on port ";

impl Driver {
    /// Starts the driver. Occasionally another program takes the port that it has chosen: then
    /// it ends, and is started again.
    pub fn start(chromedriver: &Path) -> Driver {
        const TRIALS: usize = 5;
        let started = (0..TRIALS).find_map(|_| Driver::try_start(chromedriver));
        started.expect("chromedriver says its port")
    }

    fn try_start(chromedriver: &Path) -> Option<Driver> {
        let mut command = Command::new(chromedriver);
        command.arg("--port=0").stdout(Stdio::piped()).stderr(Stdio::null());
        let child = command.spawn();
        let mut child = child.unwrap_or_else(|e| panic!("{}: {e}", chromedriver.display()));
        let said = BufReader::new(child.stdout.take().expect("its output")).lines();
        let port = said
            .map_while(Result::ok)
            .find_map(|line| Some(line.split_once(READY)?.1.trim_end_matches('.').to_owned()));
        let Some(port) = port else {
            let _ = child.wait();
            return None;
        };
        Some(Driver { child, address: format!("http://127.0.0.1:{port}") })
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // It may have ended in the meantime.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
