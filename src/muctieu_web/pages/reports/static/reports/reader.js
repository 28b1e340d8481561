// The reader: from finding to finding by key or button, and the card that closes with Esc. The page works without it.
(() => {
  const findings = () => [...document.querySelectorAll("[data-finding]")];
  const panel = () => document.getElementById("panel");
  let at = -1;
  let opened = null;

  function step(by) {
    const all = findings();
    if (!all.length) return;
    at = at < 0 ? (by > 0 ? 0 : all.length - 1) : (at + by + all.length) % all.length;
    for (const one of document.querySelectorAll(".beside.chosen")) one.classList.remove("chosen");
    all[at].classList.add("chosen");
    all[at].scrollIntoView({ block: "center" });
    all[at].focus({ preventScroll: true });
  }
  function close() {
    panel().replaceChildren();
    for (const one of document.querySelectorAll("mark.chosen")) one.classList.remove("chosen");
    if (opened && opened.isConnected) opened.focus();
  }
  for (const button of document.querySelectorAll("[data-step]")) {
    button.hidden = false;
    button.addEventListener("click", () => step(Number(button.dataset.step)));
  }
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea")) {
      if (event.key !== "Escape") return;
    }
    if (event.key === "n" || event.key === "j") step(1);
    else if (event.key === "p" || event.key === "k") step(-1);
    else if (event.key === "Escape" && panel().childElementCount) close();
  });
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-close]")) close();
    const link = event.target.closest("#text a");
    if (!link || link.getAttribute("href").startsWith("#") || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    htmx.ajax("GET", link.href, { target: "#panel", swap: "innerHTML" });
    opened = link;
    for (const one of document.querySelectorAll("mark.chosen")) one.classList.remove("chosen");
    link.closest("mark")?.classList.add("chosen");
  });
  document.addEventListener("htmx:afterSwap", (event) => {
    for (const button of document.querySelectorAll("[data-close][hidden]")) button.hidden = false;
    if (event.detail.target.id === "panel") panel().focus({ preventScroll: true });
  });
})();
