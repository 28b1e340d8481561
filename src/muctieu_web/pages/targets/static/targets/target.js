// Reads out the figure under the pointer: the drawing carries each point's words in its own label.
const chart = document.querySelector(".chart");
if (chart) {
  const said = document.createElement("output");
  said.hidden = true;
  chart.append(said);
  for (const point of chart.querySelectorAll("svg [aria-label]")) {
    const words = /^year: ([\d.,]+); (.*): ([^;]+)$/.exec(point.getAttribute("aria-label"));
    if (!words) continue;
    const unit = words[2] === "value" ? "" : ` ${words[2]}`;
    point.addEventListener("pointerenter", () => { said.textContent = `${words[1]}: ${words[3]}${unit}`; said.hidden = false; });
    point.addEventListener("pointerleave", () => { said.hidden = true; });
  }
}
