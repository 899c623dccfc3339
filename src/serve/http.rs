//! Accepts connections, with limits on the time and size of each request.

use std::{sync::Arc, time::Duration};

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

use super::{app::App, respond};

/// The time in which a client must send its request's headers.
const HEADERS: Duration = Duration::from_secs(15);
/// The most bytes of a request without its body (which is never read).
const LONGEST: usize = 64 * 1024;

/// Accepts connections without end.
pub async fn accept(listener: TcpListener, app: Arc<App>) {
    let router = Router::new().fallback(handle).layer(CatchPanicLayer::new()).with_state(app);
    loop {
        let Ok((stream, _)) = listener.accept().await else {
            // Most likely no file handles are left; others will be closed.
            tokio::time::sleep(Duration::from_millis(50)).await;
            continue;
        };
        let _ = stream.set_nodelay(true);
        let service = TowerToHyperService::new(router.clone());
        tokio::spawn(async move {
            let mut connection = http1::Builder::new();
            connection.timer(TokioTimer::new()).header_read_timeout(HEADERS).max_buf_size(LONGEST);
            // An error of a client ends its own connection only.
            let served = connection.serve_connection(TokioIo::new(stream), service);
            let _ = served.with_upgrades().await;
        });
    }
}

async fn handle(State(app): State<Arc<App>>, request: Request) -> Response {
    respond::respond(app, request).await
}
