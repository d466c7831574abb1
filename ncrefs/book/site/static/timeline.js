// Filters the timeline by kind, grade and words: the rows of the list, and their marks in the
// drawing. What is chosen stands in the address, so that a filtered view can be shared.
// Without this script the whole list shows.
(() => {
  "use strict";
  const text = (node) => (node?.textContent ?? "").trim();
  // Capitals and diacritics do not count.
  const fold = (words) => words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  const marks = new Map();
  for (const mark of document.querySelectorAll(".nc-drawing a")) {
    const address = mark.getAttribute("href");
    marks.set(address, [...(marks.get(address) ?? []), mark]);
  }
  const tables = [...document.querySelectorAll("table.nc-timeline")];
  const rows = tables.flatMap((table) =>
    [...table.tBodies[0].rows].map((row) => ({
      row,
      kind: text(row.cells[2]),
      grade: text(row.cells[3]),
      words: fold(text(row)),
      marks: marks.get(row.cells[1].querySelector("a").getAttribute("href")) ?? [],
    })),
  );
  if (!rows.length) return;

  const element = (tag, properties, ...children) => {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...children);
    return made;
  };
  const query = new URLSearchParams(location.search);

  // A group of checkboxes for the values of a field, in the given order.
  const group = (name, title, order) => {
    const values = order.filter((value) => rows.some((entry) => entry[name] === value));
    const wanted = query.get(name)?.split(",") ?? values;
    const boxes = values.map((value) =>
      element("input", { type: "checkbox", value, checked: wanted.includes(value) }),
    );
    const labels = boxes.map((box) => element("label", {}, box, ` ${box.value}`));
    const part = element("fieldset", {}, element("legend", { textContent: title }), ...labels);
    return { name, boxes, part };
  };
  const groups = [
    group("kind", "Kind", ["plot", "purge", "succession", "event"]),
    group("grade", "Grade", ["documented", "reported", "alleged", "disputed", "refuted"]),
  ];
  const field = element("input", {
    type: "search",
    className: "form-control",
    value: query.get("q") ?? "",
    autocomplete: "off",
  });
  const status = element("p", {});
  status.setAttribute("role", "status");
  const reset = element("button", { type: "button", textContent: "Show all" });
  const form = element(
    "form",
    { className: "nc-filter nc-timeline-filter" },
    ...groups.map(({ part }) => part),
    element("fieldset", { className: "nc-words" }, element("label", {}, "Words ", field)),
    element("div", {}, status, reset),
  );

  const chosen = ({ boxes }) => boxes.filter((box) => box.checked).map((box) => box.value);
  const apply = () => {
    const shown = Object.fromEntries(groups.map((one) => [one.name, chosen(one)]));
    const words = fold(field.value).split(/\s+/).filter(Boolean);
    let count = 0;
    for (const entry of rows) {
      const fits =
        groups.every(({ name }) => shown[name].includes(entry[name])) &&
        words.every((word) => entry.words.includes(word));
      entry.row.hidden = !fits;
      for (const mark of entry.marks) mark.classList.toggle("d-off", !fits);
      count += fits;
    }
    for (const table of tables) {
      table.closest("section").hidden = !table.querySelector("tbody tr:not([hidden])");
    }
    for (const link of document.querySelectorAll(".nc-decades a")) {
      link.hidden = document.getElementById(link.hash.slice(1)).hidden;
    }
    status.textContent = `${count} of ${rows.length} entries`;
    reset.hidden = count === rows.length;
  };
  const remember = () => {
    const address = new URL(location.href);
    for (const one of groups) {
      const values = chosen(one);
      if (values.length === one.boxes.length) address.searchParams.delete(one.name);
      else address.searchParams.set(one.name, values.join(","));
    }
    if (field.value.trim()) address.searchParams.set("q", field.value.trim());
    else address.searchParams.delete("q");
    // A comma needs no escape in a query.
    history.replaceState(null, "", address.href.replaceAll("%2C", ","));
  };
  const change = () => {
    apply();
    remember();
  };
  const clear = () => {
    for (const box of groups.flatMap(({ boxes }) => boxes)) box.checked = true;
    field.value = "";
    change();
  };
  // A link to an entry shows it, whatever was filtered.
  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target?.hidden) return;
    clear();
    target.scrollIntoView();
  };

  form.addEventListener("input", change);
  form.addEventListener("submit", (event) => event.preventDefault());
  reset.addEventListener("click", clear);
  (document.querySelector(".nc-decades") ?? tables[0].closest("section")).before(form);
  apply();
  window.addEventListener("hashchange", reveal);
  reveal();
})();
