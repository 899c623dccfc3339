//! The state that every request needs.

use std::{path::PathBuf, sync::Arc};

use tokio::sync::watch::Receiver;

use super::{
    editor::Editor, host_check::HostCheck, live_site::LiveSite,
    preview_templates::PreviewTemplates, render_pool::RenderPool,
};
use crate::model::Lang;

/// The shared state of the server. It gets the site when the first one is ready, and again
/// after every edit.
pub struct App {
    pub live: Receiver<Option<Arc<LiveSite>>>,
    pub host_check: HostCheck,
    /// The language of messages.
    pub lang: Lang,
    pub editor: Editor,
    pub templates: PreviewTemplates,
    pub pool: RenderPool,
    /// The absolute path of the root.
    pub root: PathBuf,
}

impl App {
    /// Returns the live site; waits until there is one.
    pub async fn now(&self) -> Option<Arc<LiveSite>> {
        let mut live = self.live.clone();
        let ready = live.wait_for(Option::is_some).await.ok()?;
        ready.clone()
    }
}
