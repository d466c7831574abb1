// Puts two to four records side by side. What each says is a script that is loaded when it is
// chosen: a page from the disk may fetch nothing else. The choice stands in the address.
"use strict";

// Called by the script of a record.
let ncCompare;

(() => {
  const MOST = 4;
  const { element, marked } = ncPage;
  const place = document.querySelector(".nc-compare");
  const choices = place.querySelector("template").content;
  const root = document.documentElement.dataset.content_root;
  const known = new Set([...choices.querySelectorAll("option")].map((option) => option.value));
  const kinds = [...choices.querySelectorAll("optgroup")].map(({ label }) => label.toLowerCase());
  const title = document.title;

  const link = (words, address) => element("a", { href: root + address }, ...marked(words));

  const selects = Array.from({ length: MOST }, (_, at) => {
    const none = new Option(at < 2 ? "Choose …" : "None", "");
    return element("select", { "aria-label": `Record ${at + 1}` }, none, choices.cloneNode(true));
  });
  const status = element("p", { role: "status" });
  const table = element("div", {
    className: "pst-scrollable-table-container",
    tabIndex: 0,
    hidden: true,
    role: "region",
    "aria-label": "Comparison",
  });
  place.append(element("form", { className: "nc-choose" }, ...selects, status), table);

  const loaded = new Map();
  const fetched = new Set();
  // What of the address cannot be shown, in words.
  let trouble = "";
  const listed = (ids) => `${ids.map((id) => `“${id}”`).join(", ")} ${ids.length > 1 ? "are" : "is"}`;
  const chosen = () => [...new Set(selects.map((select) => select.value).filter(Boolean))];

  // A statement: its words, its grade, and who says it.
  const statement = ([words, more, address, grade, sources], record) => {
    const said = element("p", {}, ...(address ? [link(words, address)] : marked(words)), ...marked(more));
    if (grade) {
      const badge = link(grade, record.grades + grade);
      badge.className = `nc-badge nc-grade-${grade}`;
      said.append(" ", badge);
    }
    if (sources.length) {
      const names = sources.map((key) => link(...record.sources[key]));
      said.append(" ", element("small", {}, "(", ...names.flatMap((name, at) => (at ? ["; ", name] : [name])), ")"));
    }
    return said;
  };
  const show = () => {
    const records = chosen().map((id) => loaded.get(id));
    table.hidden = records.length === 0;
    if (records.includes(undefined)) {
      status.textContent = "Loading …";
      for (const id of chosen()) {
        if (loaded.has(id) || fetched.has(id)) continue;
        fetched.add(id);
        const onerror = () => {
          fetched.delete(id); // another choice tries again
          status.textContent = `“${id}” could not be loaded.`;
        };
        document.head.append(element("script", { src: `${root}compare/${id}.js`, onerror }));
      }
      return;
    }
    const labels = new Set(records.flatMap(({ rows }) => rows.map(([label]) => label)));
    const head = (record) => element("th", { scope: "col" }, link(record.name, record.page));
    const row = (label) => {
      const name = element("th", { textContent: label, scope: "row" });
      const cells = records.map((record) => {
        const said = record.rows.find(([own]) => own === label)?.[1] ?? [];
        return element("td", {}, ...said.map((one) => statement(one, record)));
      });
      return element("tr", {}, name, ...cells);
    };
    const made = element(
      "table",
      { className: "nc-table nc-compared" },
      element("thead", {}, element("tr", {}, element("td", {}), ...records.map(head))),
      element("tbody", {}, ...[...labels].map(row)),
    );
    made.style.setProperty("--nc-columns", records.length);
    table.replaceChildren(made);
    const count = records.length > 1 ? `${records.length} records, ${labels.size} rows.` : "Choose two to four records.";
    status.textContent = [trouble, count].filter(Boolean).join(" ");
    document.title = [records.map(({ name }) => name).join(" – "), title].filter(Boolean).join(" | ");
  };
  ncCompare = (record) => {
    loaded.set(record.id, record);
    show();
  };
  const read = () => {
    const query = new URLSearchParams(location.search);
    const asked = query.get("records") ?? query.get("ids") ?? "";
    const wanted = [...new Set(asked.split(",").map((id) => id.trim()))].filter(Boolean);
    const found = wanted.filter((id) => known.has(id));
    const unknown = wanted.filter((id) => !known.has(id));
    const over = found.slice(MOST);
    trouble = [
      unknown.length && `${listed(unknown)} not among the ${kinds.join(", ").replace(/, (?=[^,]*$)/, " and ")} of this book.`,
      over.length && `No more than four fit side by side: ${listed(over)} left out.`,
    ]
      .filter(Boolean)
      .join(" ");
    selects.forEach((select, at) => (select.value = found[at] ?? ""));
    show();
  };
  place.addEventListener("change", () => {
    trouble = "";
    ncPage.remember({ ids: "", records: chosen().join(",") });
    show();
  });
  addEventListener("popstate", read);
  read();
})();
