// Filters the audit of the article by verdict. Without this script every claim shows.
(() => {
  "use strict";
  const { element } = ncPage;
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
    return element("input", { type: "checkbox", value: verdict, checked: wanted.includes(verdict) });
  });
  const status = element("p", { role: "status" });

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
  // None stands as an empty word.
  const remember = (shown) =>
    ncPage.remember({ verdict: shown.length < verdicts.length && (shown.join(",") || "none") }, "replaceState");
  // A link to a claim shows it, whatever was filtered.
  const reveal = () => {
    const target = ncPage.target();
    const entry = entries.find(({ parts }) => parts[0] === target);
    const box = boxes.find((one) => one.value === entry?.verdict);
    if (!box || box.checked) return;
    box.checked = true;
    remember(apply());
    target.scrollIntoView();
  };

  const labels = boxes.map((box) => element("label", {}, box, ` ${box.value}`));
  const fieldset = element("fieldset", {}, element("legend", {}, "Show verdicts"), ...labels);
  fieldset.addEventListener("change", () => remember(apply()));
  filter.replaceChildren(fieldset, status);
  apply();
  window.addEventListener("hashchange", reveal);
  reveal();
})();
