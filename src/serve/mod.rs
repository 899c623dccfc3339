//! `giljabi serve`: shows the site in a browser, and every edit at once.
//!
//! One thread watches the files and prepares the site again after each edit (`worker`). It
//! passes the result to the server as a value that never changes (`live_site::LiveSite`). Each
//! request renders only the output that it asks for (`respond`), and each open tab is notified
//! when its page changes (`events`).
//!
//! The bytes are those of `build`. The preview's script is added to pages when they are sent.
//! Everything else that belongs to the preview is below [`PREVIEW`].

mod address;
mod app;
mod changes;
mod editor;
mod events;
mod facts;
mod host_check;
mod http;
mod inject;
mod live_site;
mod lookup;
mod message;
mod page_request;
mod pages;
mod preview_templates;
mod render_pool;
mod respond;
mod screen;
mod watch;
mod worker;

pub use editor::Editor;

use std::{net::TcpListener, path::PathBuf, pin::Pin, sync::Arc, thread};

use anyhow::Result;
use tokio::runtime::Runtime;
use tokio::sync::{oneshot, watch as channel};

use crate::{
    error::{ErrorKind, Explain},
    model::Lang,
};
use app::App;
use host_check::HostCheck;
use preview_templates::PreviewTemplates;
use render_pool::RenderPool;
use screen::Screen;
use worker::Worker;

/// The path of the preview's own pages and scripts.
pub const PREVIEW: &str = "/_preview/";
/// The script that pages load.
const SCRIPT: &str = "/_preview/client.js";

/// The options of the command line.
#[derive(Clone, Debug)]
pub struct ServeOptions {
    pub root: PathBuf,
    /// The address to listen at; by default only this machine can connect.
    pub host: Option<String>,
    /// The port to listen at; by default the usual one, or the first free one after it.
    pub port: Option<u16>,
    /// Opens a browser.
    pub open: bool,
    pub drafts: bool,
    /// Scans the files repeatedly instead of being notified of changes.
    pub poll: bool,
    pub editor: Editor,
    /// Language of messages, on the terminal and in the browser.
    pub lang: Lang,
}

/// Serves until it is interrupted.
///
/// # Errors
/// Fails if there is no free port, or if the root cannot be read at the beginning. Later errors
/// do not end the server.
pub fn run(options: ServeOptions) -> Result<()> {
    crate::load::has_settings(&options.root)?;
    let (listener, addresses) = address::listen(options.host.as_deref(), options.port)?;
    let mut screen = Screen::new(options.lang, options.root.clone());
    screen.listening(&addresses);
    let (sender, live) = channel::channel(None);
    let app = App {
        live,
        host_check: HostCheck::new(options.host.as_deref()),
        lang: options.lang,
        editor: options.editor.clone(),
        templates: PreviewTemplates::new(),
        pool: RenderPool::start()?,
        root: std::path::absolute(&options.root).unwrap_or(options.root.clone()),
    };
    if options.open {
        // If no browser can be opened, the address is still on the terminal.
        let _ = open::that_detached(&addresses.first);
    }
    let server = Server::start(listener)?;
    let (fail, failed) = oneshot::channel();
    let started = std::time::Instant::now();
    let watching = move || match Worker::open(options, sender, screen, started) {
        Ok(worker) => worker.run(),
        Err(error) => _ = fail.send(error),
    };
    thread::Builder::new()
        .name("watch".to_owned())
        .spawn(watching)
        .or_fail(|| ErrorKind::NoThread)?;
    server.run(app, failed)
}

/// A listener, and the runtime that answers.
struct Server {
    runtime: Runtime,
    listener: tokio::net::TcpListener,
    interruption: Pin<Box<dyn Future<Output = ()>>>,
}

impl Server {
    /// Acquires everything that it needs from the system before other threads do.
    fn start(listener: TcpListener) -> Result<Server> {
        /// More files than the runtime opens for itself and for signals; without them it would
        /// panic.
        const NEEDED: usize = 12;
        let needed: Result<Vec<_>, _> = (0..NEEDED).map(|_| listener.try_clone()).collect();
        drop(needed.or_fail(|| ErrorKind::NoServer)?);
        // Connections need no threads of their own: rendering has its own.
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        let runtime = runtime.or_fail(|| ErrorKind::NoServer)?;
        let entered = runtime.enter();
        let listener = tokio::net::TcpListener::from_std(listener);
        let listener = listener.or_fail(|| ErrorKind::NoServer)?;
        let interruption = interruption();
        drop(entered);
        Ok(Server { runtime, listener, interruption })
    }

    /// Answers requests until the process is interrupted or the first site cannot be read.
    fn run(self, app: App, failed: oneshot::Receiver<anyhow::Error>) -> Result<()> {
        let Server { runtime, listener, interruption } = self;
        let ended = runtime.block_on(async {
            tokio::select! {
                () = http::accept(listener, Arc::new(app)) => Ok(()),
                Ok(error) = failed => Err(error),
                () = interruption => Ok(()),
            }
        });
        // Open responses and connections are not waited for.
        runtime.shutdown_background();
        ended
    }
}

/// Returns a future that ends at Ctrl-C or when the system asks the process to terminate.
/// Signals count from this call on.
#[cfg(unix)]
fn interruption() -> Pin<Box<dyn Future<Output = ()>>> {
    use tokio::signal::unix::{SignalKind, signal};
    let kinds = [SignalKind::terminate(), SignalKind::interrupt()];
    let [terminate, interrupt] = kinds.map(|kind| signal(kind).ok());
    let received = |signal: Option<tokio::signal::unix::Signal>| async {
        match signal {
            Some(mut signal) => _ = signal.recv().await,
            None => std::future::pending().await,
        }
    };
    Box::pin(async move {
        tokio::select! {
            () = received(terminate) => {}
            () = received(interrupt) => {}
        }
    })
}

#[cfg(not(unix))]
fn interruption() -> Pin<Box<dyn Future<Output = ()>>> {
    Box::pin(async { _ = tokio::signal::ctrl_c().await })
}
