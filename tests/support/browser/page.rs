//! The open page as a test uses it.

#![allow(clippy::result_large_err, reason = "the errors are those of the WebDriver client")]

use std::{
    fmt, fs,
    path::PathBuf,
    thread,
    time::{Duration, Instant},
};

use axum::http::Method;
use fantoccini::{
    Client, Locator,
    actions::{InputSource, KeyAction, KeyActions},
    elements::Element,
    error::CmdError,
    key::Key,
    wd::WebDriverCompatibleCommand,
};
use serde_json::{Value, json};
use url::{ParseError, Url};

use super::{Browser, PATIENCE};

/// Resolves when the page's scripts have run: on a busy machine the driver may return before.
const SCRIPTS: &str = "matchMedia('(scripting: none)').matches || Promise.race([ \
    Promise.allSettled([...document.querySelectorAll('script[type=module][src]')].map(({ src }) => import(src))), \
    new Promise((done) => setTimeout(done, 5000))]).then(() => true)";

impl Browser {
    /// Opens `url` and waits until it is loaded and its scripts have run.
    pub fn go(&self, url: &str) {
        self.run(self.client().goto(url)).unwrap_or_else(|e| panic!("{url}: {e}"));
        self.ask(SCRIPTS);
    }

    /// Opens another tab and switches to it.
    pub fn open_tab(&self) {
        let tab = self.run(self.client().new_window(true)).expect("a tab");
        let turned = self.run(self.client().switch_to_window(tab.handle));
        turned.expect("the tab is there");
    }

    /// Switches to a tab, counted from the first.
    pub fn show_tab(&self, number: usize) {
        let tabs = self.run(self.client().windows()).expect("tabs");
        let turned = self.run(self.client().switch_to_window(tabs[number].clone()));
        turned.expect("the tab is there");
    }

    pub fn reload(&self) {
        self.run(self.client().refresh()).expect("the page loads again");
    }

    pub fn back(&self) {
        self.run(self.client().back()).expect("the page before");
    }

    /// Returns the address of the page, with its fragment.
    pub fn url(&self) -> String {
        self.run(self.client().current_url()).expect("an address").into()
    }

    pub fn resize(&self, width: u32, height: u32) {
        let screen =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.devtools("Emulation.setDeviceMetricsOverride", screen);
    }

    /// Shows the page in the medium `print` or `screen`.
    pub fn media(&self, media: &str) {
        self.devtools("Emulation.setEmulatedMedia", json!({ "media": media }));
    }

    /// Sets a preference of the reader: `("prefers-reduced-motion", "reduce")`.
    pub fn prefers(&self, feature: &str, value: &str) {
        let features = json!([{ "name": feature, "value": value }]);
        self.devtools("Emulation.setEmulatedMedia", json!({ "features": features }));
    }

    /// Clicks the first element that `css` selects, as soon as it can be clicked, after
    /// scrolling it into the middle of the window.
    pub fn click(&self, css: &str) {
        let middle = "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })";
        self.try_for(PATIENCE, css, || {
            let element = self.element(css)?;
            let target = vec![serde_json::to_value(&element)?];
            self.run(self.client().execute(middle, target))?;
            self.run(element.click())
        });
    }

    /// Clicks where the middle of the element is now, whatever is there.
    pub fn click_without_scrolling(&self, css: &str) {
        let place = "[e.left + e.width / 2, e.top + e.height / 2]";
        let place = self.ask(&format!(
            "((e) => {place})(document.querySelector({}).getBoundingClientRect())",
            json!(css)
        ));
        for kind in ["mousePressed", "mouseReleased"] {
            let event = json!({
                "type": kind, "x": place[0], "y": place[1], "button": "left", "clickCount": 1,
            });
            self.devtools("Input.dispatchMouseEvent", event);
        }
    }

    /// Types into the first element that `css` selects, after its text.
    pub fn type_into(&self, css: &str, text: &str) {
        self.try_for(PATIENCE, css, || {
            let element = self.element(css)?;
            self.run(element.send_keys(text))
        });
    }

    /// Presses keys one after the other, at the element with the focus.
    pub fn press(&self, keys: &[Key]) {
        let keys: String = keys.iter().map(|key| char::from(*key)).collect();
        self.type_text(&keys);
    }

    /// Types `text` into the element with the focus.
    pub fn type_text(&self, text: &str) {
        let actions = text.chars().fold(KeyActions::new("keyboard".to_owned()), |actions, c| {
            actions.then(KeyAction::Down { value: c }).then(KeyAction::Up { value: c })
        });
        self.run(self.client().perform_actions(actions)).expect("keys are pressed");
    }

    /// Presses Tab until an element that `css` selects has the focus.
    pub fn tab_to(&self, css: &str) {
        for _ in 0..400 {
            self.press(&[Key::Tab]);
            if self.ask(&format!("document.activeElement.matches({})", json!(css))) == json!(true) {
                return;
            }
        }
        panic!("Tab does not reach {css}");
    }

    /// Returns the value of a JavaScript expression, even if the page's own scripts are off.
    pub fn ask(&self, expression: &str) -> Value {
        let script = format!("return {expression}");
        let answer = self.run(self.client().execute(&script, Vec::new()));
        answer.unwrap_or_else(|e| panic!("{expression}: {e}"))
    }

    /// Waits until the expression is true.
    pub fn wait_until(&self, expression: &str) {
        self.wait_for_string(&format!("({expression}) ? 'yes' : ''"), PATIENCE);
    }

    /// Waits until the expression is a text that is not empty, and returns it.
    pub fn wait_for_string(&self, expression: &str, patience: Duration) -> String {
        self.try_for(patience, expression, || match self.ask(expression) {
            Value::String(text) if !text.is_empty() => Ok(text),
            other => Err(other),
        })
    }

    /// Returns the visible text of the first element that `css` selects.
    pub fn text(&self, css: &str) -> String {
        self.try_for(PATIENCE, css, || {
            let element = self.element(css)?;
            self.run(element.text())
        })
    }

    /// Waits until the text of the first element that `css` selects contains `part`.
    pub fn wait_for_text(&self, css: &str, part: &str) {
        let (css, part) = (json!(css), json!(part));
        self.wait_until(&format!("document.querySelector({css})?.innerText.includes({part})"));
    }

    /// Returns the number of elements that `css` selects.
    pub fn count(&self, css: &str) -> u64 {
        let number = self.ask(&format!("document.querySelectorAll({}).length", json!(css)));
        number.as_u64().expect("a number")
    }

    /// Returns whether the first element that `css` selects is visible.
    pub fn is_shown(&self, css: &str) -> bool {
        let css = json!(css);
        self.ask(&format!("document.querySelector({css})?.checkVisibility() ?? false"))
            == json!(true)
    }

    /// Returns how far the page can be scrolled sideways, in CSS pixels.
    pub fn overflow(&self) -> i64 {
        let width = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
        self.ask(width).as_i64().expect("a number")
    }

    /// Returns the file `name` that was downloaded from the page, and removes it, so that the next
    /// one of this name is not taken for it.
    pub fn downloaded(&self, name: &str) -> Vec<u8> {
        let file = self.downloads().join(name);
        // Chromium writes to a file with another name until the download is complete, while the
        // file itself is empty.
        let bytes = self.try_for(PATIENCE, name, || match fs::read(&file) {
            Ok(bytes) if bytes.is_empty() => Err("it is empty".to_owned()),
            read => read.map_err(|e| e.to_string()),
        });
        fs::remove_file(&file).expect("a file of our own");
        bytes
    }

    pub fn downloads(&self) -> PathBuf {
        self.folder.path().join("downloads")
    }

    /// Sends a command of the DevTools protocol.
    pub fn devtools(&self, command: &str, parameters: Value) -> Value {
        let command = DevTools(json!({ "cmd": command, "params": parameters }));
        self.run(self.client().issue_cmd(command)).expect("Chromium obeys")
    }

    fn client(&self) -> &Client {
        self.client.as_ref().expect("the browser is open")
    }

    fn element(&self, css: &str) -> Result<Element, CmdError> {
        self.run(self.client().find(Locator::Css(css)))
    }

    /// Tries again while `act` fails, as where an element is missing or covered by another.
    fn try_for<T, E: fmt::Display>(
        &self,
        patience: Duration,
        what: &str,
        mut act: impl FnMut() -> Result<T, E>,
    ) -> T {
        let started = Instant::now();
        loop {
            match act() {
                Ok(value) => return value,
                Err(e) => assert!(started.elapsed() < patience, "{what}: {e}\n{}", self.body()),
            }
            thread::sleep(Duration::from_millis(20));
        }
    }

    fn run<T>(&self, command: impl Future<Output = T>) -> T {
        self.runtime.block_on(command)
    }

    fn body(&self) -> String {
        let text = self.ask("document.querySelector('main')?.innerText ?? ''").to_string();
        text.chars().take(1000).collect()
    }
}

/// A DevTools command, sent through the driver.
#[derive(Debug)]
struct DevTools(Value);

impl WebDriverCompatibleCommand for DevTools {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!("session/{}/goog/cdp/execute", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(self.0.to_string()))
    }
}
