// Filters the audit of the article by verdict. Without this script every claim shows.
(() => {
  "use strict";
  const text = (node) => (node?.textContent ?? "").trim();

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
