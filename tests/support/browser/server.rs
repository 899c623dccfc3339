//! Serves a folder on 127.0.0.1 like a plain static host, as long as the value exists.

use std::{path::Path, thread};

use axum::{
    Router,
    http::{HeaderValue, header::CONTENT_SECURITY_POLICY},
};
use tokio::{net::TcpListener, sync::oneshot};
use tower_http::{services::ServeDir, set_header::SetResponseHeaderLayer};

/// The Content-Security-Policy under which the published site must work.
const POLICY: HeaderValue = HeaderValue::from_static(
    "default-src 'self'; style-src 'self'; script-src 'self'; object-src 'none'; base-uri 'none'",
);

/// A server of files; stopped when dropped.
pub struct Server {
    /// `http://127.0.0.1:…`, without a slash at its end.
    pub address: String,
    end: Option<oneshot::Sender<()>>,
    thread: Option<thread::JoinHandle<()>>,
}

impl Server {
    /// Serves `folder` under a strict content security policy.
    pub fn start(folder: &Path) -> Server {
        Server::with(
            files(folder)
                .layer(SetResponseHeaderLayer::overriding(CONTENT_SECURITY_POLICY, POLICY)),
        )
    }

    /// Serves `folder` and nothing else.
    pub fn plain(folder: &Path) -> Server {
        Server::with(files(folder))
    }

    /// Starts a server that sends the answers of `router`.
    pub fn with(router: Router) -> Server {
        let (end, ended) = oneshot::channel::<()>();
        let (say, heard) = std::sync::mpsc::channel();
        let thread = thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
            runtime.expect("a runtime").block_on(async move {
                let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
                say.send(listener.local_addr().expect("its address")).expect("a listener");
                tokio::select! {
                    served = axum::serve(listener, router).into_future() => served.expect("serving"),
                    _ = ended => {}
                }
            });
        });
        let address = format!("http://{}", heard.recv().expect("the server starts"));
        Server { address, end: Some(end), thread: Some(thread) }
    }
}

/// Returns a router for the files below `folder`.
pub fn files(folder: &Path) -> Router {
    Router::new().fallback_service(ServeDir::new(folder))
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.end.take());
        if let Some(thread) = self.thread.take() {
            // An error here becomes visible in the browser.
            let _ = thread.join();
        }
    }
}
