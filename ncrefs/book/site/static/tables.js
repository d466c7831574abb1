// Sorts the tables of chapters by the column whose head is pressed, and filters the audit of the
// article by verdict. Without this script everything is there, in the book's order.
(() => {
  "use strict";
  const text = (node) => (node?.textContent ?? "").trim();

  // What a cell is sorted by: what the book says it is, a number or a date, or else its words.
  const collator = new Intl.Collator("en", { sensitivity: "base" });
  const keys = (cells) => {
    const found = cells.map((cell) => cell?.dataset.sort ?? text(cell));
    const numbers = found.every((key) => key === "" || !Number.isNaN(Number(key)));
    return found.map((key) => (key === "" ? null : numbers ? Number(key) : key));
  };
  const compare = (a, b) => (typeof a === "number" ? a - b : collator.compare(a, b));

  const sort = (table, heads, column, descending) => {
    const body = table.tBodies[0];
    // Rows that tie stay in the book's order, which for events is that of their dates.
    const rows = [...table.ncRows];
    const by = keys(rows.map((row) => row.cells[column]));
    const order = rows.map((_, i) => i).filter((i) => by[i] !== null);
    order.sort((i, j) => compare(by[i], by[j]));
    if (descending) order.reverse();
    const empty = rows.filter((_, i) => by[i] === null);
    body.append(...order.map((i) => rows[i]), ...empty);
    heads.forEach((head, i) => {
      if (i !== column) head.removeAttribute("aria-sort");
      else head.setAttribute("aria-sort", descending ? "descending" : "ascending");
    });
  };

  document.querySelectorAll("table.nc-chapter").forEach((table) => {
    const heads = [...table.tHead.rows[0].cells];
    table.ncRows = [...table.tBodies[0].rows];
    heads.forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "nc-sort";
      button.textContent = text(head);
      button.title = "Sort";
      button.addEventListener("click", () => {
        sort(table, heads, column, head.getAttribute("aria-sort") === "ascending");
      });
      head.replaceChildren(button);
    });
  });

  // The filter: a checkbox for each verdict; what is left out stands in the address.
  const filter = document.querySelector(".nc-filter");
  if (!filter) return;
  const entries = [...document.querySelectorAll("dl.nc-audit > dt")].map((term) => ({
    verdict: text(term.querySelector(".nc-badge")),
    parts: [term, term.nextElementSibling],
  }));
  const verdicts = [...document.querySelectorAll(".nc-totals .nc-badge")].map(text);
  const wanted = new URLSearchParams(location.search).get("verdict")?.split(",") ?? verdicts;
  const boxes = verdicts.map((verdict) => {
    const box = document.createElement("input");
    box.type = "checkbox";
    box.value = verdict;
    box.checked = wanted.includes(verdict);
    return box;
  });
  const status = document.createElement("p");
  status.setAttribute("role", "status");

  const apply = () => {
    const shown = boxes.filter((box) => box.checked).map((box) => box.value);
    let count = 0;
    for (const { verdict, parts } of entries) {
      const hidden = !shown.includes(verdict);
      count += !hidden;
      for (const part of parts) part.hidden = hidden;
    }
    for (const list of document.querySelectorAll("dl.nc-audit")) {
      list.closest("section").hidden = !list.querySelector("dt:not([hidden])");
    }
    status.textContent = `${count} of ${entries.length} claims`;
    return shown;
  };
  const remember = (shown) => {
    const address = new URL(location.href);
    if (shown.length === verdicts.length) address.searchParams.delete("verdict");
    else address.searchParams.set("verdict", shown.join(","));
    // A comma needs no escape in a query.
    history.replaceState(null, "", address.href.replaceAll("%2C", ","));
  };
  // A link to a claim shows it, whatever was filtered.
  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const entry = entries.find(({ parts }) => parts[0] === target);
    const box = boxes.find((one) => one.value === entry?.verdict);
    if (!box || box.checked) return;
    box.checked = true;
    remember(apply());
    target.scrollIntoView();
  };

  const fieldset = document.createElement("fieldset");
  const legend = document.createElement("legend");
  legend.textContent = "Show verdicts";
  fieldset.append(legend);
  for (const box of boxes) {
    const label = document.createElement("label");
    label.append(box, ` ${box.value}`);
    fieldset.append(label);
    box.addEventListener("change", () => remember(apply()));
  }
  filter.replaceChildren(fieldset, status);
  apply();
  window.addEventListener("hashchange", reveal);
  reveal();
})();
