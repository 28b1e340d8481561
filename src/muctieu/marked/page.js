"use strict";
addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || !"jkJK".includes(event.key) && event.key !== "Escape") return;
  const marks = [...document.querySelectorAll("mark")];
  const here = document.activeElement;
  if (event.key === "Escape") return here && here.blur();
  const step = event.key.toLowerCase() === "j" ? 1 : -1;
  let at = marks.indexOf(here);
  if (at < 0) {
    const seen = marks.findIndex((mark) => mark.getBoundingClientRect().top > 0);
    at = step > 0 ? seen - 1 : seen;
  }
  const next = marks[at + step];
  if (!next) return;
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: "center" });
});
