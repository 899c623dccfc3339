//! `giljabi serve` as a process, and a client that sends exactly the given bytes.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    path::Path,
    process::{Child, Stdio},
    sync::{Arc, Mutex},
    thread,
    time::{Duration, Instant},
};

use crate::support::program;

/// The longest that a test waits.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// A running preview, ended when dropped.
pub struct Preview {
    child: Child,
    /// `127.0.0.1:4400`.
    pub address: String,
    /// The output so far.
    printed: Arc<Mutex<String>>,
}

/// The response to a request.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    /// Names in lower case.
    headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Preview {
    /// Serves `root` at any free port.
    pub fn start(root: &Path, arguments: &[&str]) -> Preview {
        Preview::run(root, &[&["--port", "0"], arguments].concat())
    }

    /// Runs `giljabi serve` with exactly `arguments`.
    pub fn run(root: &Path, arguments: &[&str]) -> Preview {
        let mut command = program();
        command.arg("serve").arg("--root").arg(root).args(arguments);
        Preview::spawn(command)
    }

    /// Serves `root` at any free port, under the shell's `limit`.
    #[cfg(unix)]
    pub fn limited(root: &Path, limit: &str) -> Preview {
        let own = program();
        let mut command = std::process::Command::new("sh");
        command
            .arg("-c")
            .arg(format!("{limit}; exec \"$0\" serve --port 0 --lang en --root \"$1\""));
        command.arg(own.get_program()).arg(root);
        Preview::spawn(command)
    }

    fn spawn(mut command: std::process::Command) -> Preview {
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("the program runs");
        let mut out = BufReader::new(child.stdout.take().expect("standard output"));
        let mut first = String::new();
        out.read_line(&mut first).expect("a line");
        let address = first.split("http://").nth(1).unwrap_or_else(|| panic!("{first}"));
        let address = address.trim().trim_end_matches('/').to_owned();
        let printed = Arc::new(Mutex::new(first));
        gather(out, printed.clone());
        gather(child.stderr.take().expect("standard error"), printed.clone());
        Preview { child, address, printed }
    }

    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    pub fn printed(&self) -> String {
        self.printed.lock().expect("printed text").clone()
    }

    /// Waits until `part` has been printed.
    pub fn wait_for_line(&self, part: &str) {
        wait(&format!("“{part}” on the terminal"), || self.printed().contains(part));
    }

    pub fn get(&self, path: &str) -> Answer {
        self.request("GET", path, &[])
    }

    pub fn text(&self, path: &str) -> String {
        String::from_utf8_lossy(&self.get(path).body).into_owned()
    }

    /// Waits until the page at `path` contains `part`.
    pub fn wait_for(&self, path: &str, part: &str) {
        wait(&format!("“{part}” in {path}"), || self.text(path).contains(part));
    }

    /// Sends one request with additional headers.
    pub fn request(&self, method: &str, path: &str, headers: &[(&str, &str)]) -> Answer {
        let mut request = format!("{method} {path} HTTP/1.1\r\nConnection: close\r\n");
        if !headers.iter().any(|(name, _)| *name == "Host") {
            request += &format!("Host: {}\r\n", self.address);
        }
        for (name, value) in headers {
            request += &format!("{name}: {value}\r\n");
        }
        self.send(format!("{request}\r\n").as_bytes())
    }

    /// Sends bytes as they are and reads the answer.
    pub fn send(&self, request: &[u8]) -> Answer {
        let mut stream = self.connect();
        stream.write_all(request).expect("the request is sent");
        let mut bytes = Vec::new();
        // A server that has refused the request may close the connection at once.
        let _ = stream.read_to_end(&mut bytes);
        Answer::read(&bytes)
    }

    pub fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(&self.address).expect("the server listens");
        stream.set_read_timeout(Some(PATIENCE)).expect("a time limit");
        stream
    }

    /// Returns the bytes of memory that the process takes.
    #[cfg(target_os = "linux")]
    pub fn memory(&self) -> u64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id()));
        let status = status.expect("the process is there");
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).expect("a size");
        let kilobytes: u64 = line.trim().trim_end_matches(" kB").parse().expect("a number");
        kilobytes * 1024
    }

    /// Interrupts the process and returns the time it took to end, and its exit code.
    pub fn interrupt(mut self, signal: &str) -> (Duration, Option<i32>) {
        let started = Instant::now();
        let id = self.child.id().to_string();
        let sent = std::process::Command::new("kill").args([signal, &id]).status();
        assert!(sent.expect("kill runs").success());
        let code = self.child.wait().expect("the process ends").code();
        (started.elapsed(), code)
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn gather(from: impl Read + Send + 'static, into: Arc<Mutex<String>>) {
    thread::spawn(move || {
        for line in BufReader::new(from).lines().map_while(Result::ok) {
            let mut into = into.lock().expect("printed text");
            into.push_str(&line);
            into.push('\n');
        }
    });
}

impl Answer {
    fn read(bytes: &[u8]) -> Answer {
        let end = bytes.windows(4).position(|four| four == b"\r\n\r\n");
        let (head, body) = match end {
            Some(end) => (&bytes[..end], &bytes[end + 4..]),
            None => (bytes, &[][..]),
        };
        let head = String::from_utf8_lossy(head);
        let mut lines = head.lines();
        let status = lines.next().and_then(|line| line.split(' ').nth(1)?.parse().ok());
        let headers = lines.filter_map(|line| line.split_once(": "));
        let headers = headers.map(|(name, value)| (name.to_lowercase(), value.to_owned()));
        Answer { status: status.unwrap_or(0), headers: headers.collect(), body: body.to_vec() }
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        let found = self.headers.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str())
    }

    /// Returns the body without the element that the preview adds to pages.
    pub fn without_script(&self) -> Vec<u8> {
        let text = String::from_utf8(self.body.clone()).expect("a page is text");
        let start = text.find("<script type=\"module\" src=\"/_preview/").expect("the script");
        let end = start + text[start..].find("</script>").expect("its end") + "</script>".len();
        [&text[..start], &text[end..]].concat().into_bytes()
    }
}

/// Waits until `done`.
pub fn wait(what: &str, done: impl Fn() -> bool) {
    let started = Instant::now();
    while !done() {
        assert!(started.elapsed() < PATIENCE, "waited for {what}");
        thread::sleep(Duration::from_millis(10));
    }
}
