// The board and the side-by-side view: copies commands, and shows or hides the bar.

for (const button of document.querySelectorAll("[data-copy]")) {
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(button.dataset.copy);
    const said = button.textContent;
    button.textContent = button.dataset.done;
    setTimeout(() => (button.textContent = said), 1500);
  });
}

// The side-by-side view scrolls to the first difference, unless the reader returns to it.
const [way] = performance.getEntriesByType("navigation");
if (!location.hash && way?.type === "navigate") {
  document.querySelector('.preview-row:not([data-state="current"])')?.scrollIntoView();
}

const KEY = "giljabi-preview:bar";
const bar = document.querySelector("[data-bar]");
if (bar) {
  try {
    bar.checked = localStorage.getItem(KEY) !== "hidden";
    bar.addEventListener("change", () => {
      if (bar.checked) localStorage.removeItem(KEY);
      else localStorage.setItem(KEY, "hidden");
    });
  } catch {
    bar.disabled = true;
  }
}
