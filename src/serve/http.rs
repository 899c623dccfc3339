//! Accepts connections, with limits on the time and size of each request.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use axum::{
    Router,
    extract::{Request, State},
    response::Response,
};
use hyper::server::conn::http1;
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    service::TowerToHyperService,
};
use tokio::net::TcpListener;
use tower_http::catch_panic::CatchPanicLayer;

use super::{app::App, respond, screen};

/// The time within which a client must send the headers of its request.
const HEADERS: Duration = Duration::from_secs(15);
/// The most bytes of a request without its body (which is never read).
const LONGEST: usize = 64 * 1024;

/// The time after a message about refused connections in which no other is printed.
const TELL_AGAIN: Duration = Duration::from_secs(10);

/// Accepts connections until the program ends.
pub async fn accept(listener: TcpListener, app: Arc<App>) {
    let router = Router::new().fallback(handle).layer(CatchPanicLayer::new());
    let router = router.with_state(app.clone());
    let mut last_told: Option<Instant> = None;
    loop {
        let stream = match listener.accept().await {
            Ok((stream, _)) => stream,
            Err(error) => {
                if last_told.is_none_or(|told| told.elapsed() > TELL_AGAIN) {
                    last_told = Some(Instant::now());
                    screen::refused_connection(app.lang, &error);
                }
                // Probably there are no more file handles; other connections will free some.
                tokio::time::sleep(Duration::from_millis(50)).await;
                continue;
            }
        };
        let _ = stream.set_nodelay(true);
        let service = TowerToHyperService::new(router.clone());
        tokio::spawn(async move {
            let mut connection = http1::Builder::new();
            connection.timer(TokioTimer::new()).header_read_timeout(HEADERS).max_buf_size(LONGEST);
            // An error of a client affects only its own connection.
            let served = connection.serve_connection(TokioIo::new(stream), service);
            let _ = served.with_upgrades().await;
        });
    }
}

async fn handle(State(app): State<Arc<App>>, request: Request) -> Response {
    respond::respond(app, request).await
}
