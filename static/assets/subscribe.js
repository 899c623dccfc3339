// The e-mail form: shows the result without leaving the page, if the service is on this site.
// A script may not read the answer of another site, and could only find that out after sending
// the address. So for services elsewhere, the form is sent as it would be without this script.

import { find } from "./kit.js";

const form = find(".subscribe-form");
const said = find("[role=status]", form);
const button = find("button", form);

function tell(name, failed) {
  said.textContent = form.dataset[name];
  said.classList.toggle("failed", failed);
}

async function send(event) {
  event.preventDefault();
  button.disabled = true;
  tell("sending", false);
  try {
    const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)) });
    tell(answer.ok ? "done" : "failed", !answer.ok);
    if (answer.ok) form.reset();
  } catch {
    tell(navigator.onLine ? "failed" : "offline", true);
  } finally {
    button.disabled = false;
  }
}

if (new URL(form.action).origin === location.origin) form.addEventListener("submit", send);
