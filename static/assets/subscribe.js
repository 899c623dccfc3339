// The subscription: copies the addresses of feeds, and shows the result of the e-mail form without
// leaving the page, if the service is on this site. A script may not read the answer of another site,
// and could only find that out after sending the address. So for services elsewhere, the form is sent
// as it would be without this script.

import { all, find, make } from "./kit.js";

/** Copies the address of a feed, and says so behind the button. */
async function copy(button) {
  const words = button.closest("ul").dataset;
  const url = button.dataset.copy;
  const told = find("[role=status]", button.parentElement);
  try {
    await navigator.clipboard.writeText(url);
    told.textContent = words.copied;
  } catch {
    told.textContent = `${words.copy} ${url}`;
  }
}

for (const button of all("button[data-copy]")) {
  const told = make("span", "feed-told");
  told.setAttribute("role", "status");
  button.after(told);
  button.addEventListener("click", () => copy(button));
}

const form = find(".subscribe-form");

/** Sends the form, and says in it what came of it. */
async function send(event) {
  event.preventDefault();
  const button = find("button", form);
  const said = find("[role=status]", form);
  const tell = (name, failed) => {
    said.textContent = form.dataset[name];
    said.classList.toggle("failed", failed);
  };
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

if (form && new URL(form.action).origin === location.origin) form.addEventListener("submit", send);
