// The slider through the term moves the day; printing and full screen.
const slide = document.querySelector(".slide");
if (slide) {
  const range = slide.querySelector("input"), day = document.querySelector("input[name=on]");
  const first = Date.parse(range.dataset.first), last = Date.parse(range.dataset.last), step = 86400000;
  range.max = Math.round((last - first) / step);
  range.value = Math.round((Date.parse(day.value) - first) / step);
  range.setAttribute("aria-valuetext", day.value);
  slide.hidden = false;
  range.addEventListener("input", () => {
    day.value = new Date(first + range.value * step).toISOString().slice(0, 10);
    range.setAttribute("aria-valuetext", day.value);
  });
  day.addEventListener("change", () => { range.value = Math.round((Date.parse(day.value) - first) / step); });
}
document.querySelector("[data-print]")?.addEventListener("click", () => window.print());
const full = document.querySelector("[data-full]");
if (full && document.fullscreenEnabled) {
  full.hidden = false;
  full.addEventListener("click", () => document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen());
}
