// The entry table by keyboard and by paste; without it the table is a plain form.
const rows = [...document.querySelectorAll("table.entry tbody tr")];
const cell = (row, column) => rows[row]?.querySelector(`[data-column="${column}"]`);
const place = (input) => [rows.indexOf(input.closest("tr")), Number(input.dataset.column)];

document.addEventListener("keydown", (event) => {
  const input = event.target;
  if (!input.dataset || input.dataset.column === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
  const step = { Enter: event.shiftKey ? -1 : 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  const [row, column] = place(input);
  const next = cell(row + step, column);
  event.preventDefault();  // Enter in a cell never sends the form half filled
  if (next) { next.focus(); next.select(); }
});

// A block copied from a spreadsheet spreads from the cell it is pasted into: down the rows, then value and note.
document.addEventListener("paste", (event) => {
  const input = event.target;
  if (!input.dataset || input.dataset.column === undefined) return;
  const text = event.clipboardData.getData("text/plain").replace(/\r\n?/g, "\n").replace(/\n$/, "");
  if (!/[\n\t]/.test(text)) return;
  event.preventDefault();
  const [row, column] = place(input);
  let filled = 0, beyond = 0;
  text.split("\n").forEach((line, down) => line.split("\t").forEach((words, right) => {
    const target = cell(row + down, column + right);
    if (!target) { beyond += words.trim() ? 1 : 0; return; }
    target.value = words.trim();
    filled += 1;
  }));
  const english = document.documentElement.lang === "en";
  const said = english ? `${filled} cells were pasted.` : `Đã dán ${filled} ô.`;
  const lost = english ? ` ${beyond} did not fit the table.` : ` ${beyond} ô thừa ra ngoài bảng.`;
  document.getElementById("pasted").textContent = said + (beyond ? lost : "");
});
