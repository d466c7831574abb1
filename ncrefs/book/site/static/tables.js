// The desk of tables: filters their rows by words, years, grades and other values, sorts them by
// the column whose head is pressed, and gives what is shown as text or as a CSV file. The view
// stands in the address, so that it can be shared and gone back to.
// Without this script everything is there, in the book's order.
(() => {
  "use strict";
  const GRADES = document.currentScript.dataset.grades.split(" ");
  const SPAN = /^(\d{4})-\d\d-\d\d\/(\d{4})-\d\d-\d\d$/;
  // An end that is not known, as the first or last day of the calendar.
  const UNKNOWN = ["0001-01-01", "9999-12-31"];
  const FEW = 8; // rows that need no filter
  // What of a cell is a column of its own in a file.
  const APART = [["Hangul", "p:first-child > :lang(ko)"], ["Summary", ".nc-summary"]];

  const { element } = ncPage;
  const text = (node) => (node?.textContent ?? "").replace(/\s+/g, " ").trim();
  // Capitals and diacritics do not count, nor how apostrophes and dashes are typed.
  const fold = (words) =>
    words.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("’", "'").replaceAll("–", "-").toLowerCase();
  const slug = (words) => fold(words).replace(/[^\p{L}\p{N}]+/gu, "-");
  // What few readers ask for is worked out when the first one does.
  const lazy = (make) => {
    let made;
    return () => (made ??= make());
  };
  const button = (label, act) => {
    const made = element("button", { type: "button", textContent: label });
    made.addEventListener("click", () => act(made));
    return made;
  };

  // What a cell is sorted by: what the book says it is, a number or a date, or else its words.
  const collator = new Intl.Collator("en", { sensitivity: "base", numeric: true });
  const keys = (cells) => {
    const found = cells.map((cell) => cell.dataset.sort ?? text(cell));
    const numbers = found.every((key) => !Number.isNaN(Number(key)));
    return found.map((key) => (key === "" ? null : numbers ? Number(key) : key));
  };
  const compare = (a, b) => (typeof a === "number" ? a - b : collator.compare(a, b));

  // The words of a cell for a file: marks as what they stand for, grades beside others in brackets,
  // a number without commas.
  const words = (cell) => {
    const copy = cell.cloneNode(true);
    for (const part of copy.querySelectorAll(`${APART.map(([, of]) => of)}, .nc-cites, .nc-permalink`)) part.remove();
    copy.querySelectorAll(".nc-mark").forEach((mark, at) => {
      mark.textContent = (at ? ", " : "") + mark.title.split(":")[0];
    });
    const alone = text(copy.querySelector(".nc-badge")) === text(copy);
    for (const badge of alone ? [] : copy.querySelectorAll(".nc-badge")) badge.textContent = `(${text(badge)})`;
    const said = [...copy.querySelectorAll("p")].map(text).filter(Boolean).join("; ");
    return /^[\d,.–]+$/.test(said) ? said.replaceAll(",", "") : said;
  };
  const comma = (cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

  const desk = (place, number, places) => {
    const after = (a, b) => a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING;
    const next = places[number + 1];
    const tables = [...document.querySelectorAll("table.nc-desk")].filter(
      (table) => after(place, table) && (!next || after(table, next)),
    );
    if (!tables.length) return;
    // A column with a number for its head has its name in the list above.
    const legend = place.previousElementSibling?.matches("ol") ? [...place.previousElementSibling.children] : [];
    const named = (head) => text(legend[Number(text(head)) - 1] ?? head);
    const heads = [...tables[0].tHead.rows[0].cells];
    const names = heads.map(named);
    const choices = heads.flatMap((head, column) => (head.querySelector(".nc-choice") ? [column] : []));

    const rows = tables.flatMap((table) =>
      [...table.tBodies[0].rows].map((row) => {
        const cells = [...row.cells];
        const span = cells.map((cell) => SPAN.exec(cell.dataset.sort)).find(Boolean);
        return {
          table,
          row,
          cells,
          words: lazy(() => fold(text(row))),
          years: span && [Number(span[1]), Number(span[2])],
          link: row.querySelector("a[href]:not(.nc-badge, .nc-cite)"),
          values: [
            text(row.querySelector(".nc-graded .nc-badge") ?? row.querySelector(".nc-badge")),
            ...choices.map((column) => text(cells[column])),
          ],
        };
      }),
    );
    const by = heads.map((_, column) => lazy(() => keys(rows.map(({ cells }) => cells[column]))));

    // The form.
    const ends = rows.flatMap(({ years }) => years ?? []).filter((year) => year > 1 && year < 9999);
    const field = element("input", { type: "search", autocomplete: "off" });
    const [first, last] = [Math.min(...ends), Math.max(...ends)];
    const year = (label, placeholder) => {
      return element("input", { type: "number", min: first, max: last, placeholder, "aria-label": label });
    };
    const few = rows.length < FEW;
    const years = ends.length && !few ? [year("From the year", first), year("To the year", last)] : [];
    const groups = ["grade", ...choices.map((column) => names[column])].map((title, at) => {
      const found = new Set(rows.map(({ values }) => values[at]).filter(Boolean));
      const order = title === "grade" ? GRADES.filter((grade) => found.has(grade)) : [...found].sort();
      return {
        at,
        title: title[0].toUpperCase() + title.slice(1),
        boxes: order.map((value) => element("input", { type: "checkbox", value, checked: true })),
      };
    });
    const told = few ? [] : groups.filter(({ boxes }) => boxes.length > 1);
    const status = element("p", { role: "status" });
    const form = element(
      "form",
      { className: "nc-filter", role: "search", "aria-label": "Rows of the table" },
      ...(few ? [] : [element("label", { className: "nc-words" }, "Words ", field)]),
      ...(years.length ? [element("span", { className: "nc-years" }, "Years ", years[0], " to ", years[1])] : []),
      ...told.map(({ title, boxes }) =>
        element(
          "fieldset",
          {},
          element("legend", { textContent: title }),
          ...boxes.map((box) => element("label", {}, box, ` ${box.value}`)),
        ),
      ),
    );

    // The column that sorts, none for the book's order.
    let sorted = { column: -1, descending: false };
    const marks = () => document.querySelectorAll(".nc-drawing a:not([data-body], [data-from])");

    const sort = () => {
      const { column, descending } = sorted;
      if (column < 0 && !tables[0].tHead.querySelector("[aria-sort]")) return;
      const order = rows.map((_, i) => i);
      if (column >= 0) {
        const sign = descending ? -1 : 1;
        const values = by[column]();
        const rank = (i) => Number(values[i] === null);
        // Rows that tie stay in the book's order; what has no value comes last.
        order.sort((i, j) => rank(i) - rank(j) || (rank(i) ? 0 : sign * compare(values[i], values[j])) || sign * (i - j));
      }
      for (const table of tables) {
        table.tBodies[0].append(...order.filter((i) => rows[i].table === table).map((i) => rows[i].row));
        [...table.tHead.rows[0].cells].forEach((head, i) => {
          if (i !== column) head.removeAttribute("aria-sort");
          else head.setAttribute("aria-sort", descending ? "descending" : "ascending");
        });
      }
    };
    // Whether all rows are shown, as the page shows them from the first.
    let whole = true;
    const filter = () => {
      const wanted = fold(field.value).split(/\s+/).filter(Boolean);
      const [from, to] = years.map(({ value }) => Number(value));
      const chosen = told.map(({ at, boxes }) => ({
        at,
        all: boxes.every((box) => box.checked),
        values: boxes.filter((box) => box.checked).map((box) => box.value),
      }));
      let count = 0;
      for (const one of rows) {
        // What has no date is in no range of years.
        const [start, end] = one.years ?? [Infinity, -Infinity];
        const fits =
          wanted.every((word) => one.words().includes(word)) &&
          (!from || end >= from) &&
          (!to || start <= to) &&
          chosen.every(({ at, all, values }) => all || values.includes(one.values[at]));
        one.row.hidden = !fits;
        count += fits;
      }
      const { column, descending } = sorted;
      const order = column < 0 ? "" : `, sorted by ${names[column]}${descending ? ", descending" : ""}`;
      status.textContent = `${count} of ${rows.length} entries${order}`;
      const before = whole;
      whole = count === rows.length;
      reset.hidden = whole && sorted.column < 0;
      if (whole && before) return;
      // A part of the page without rows, the way to it, and what a drawing has of a row.
      for (const part of new Set(tables.map((table) => table.closest("section")))) {
        part.hidden = !part.contains(place) && !part.querySelector("table.nc-desk tbody tr:not([hidden])");
      }
      for (const link of document.querySelectorAll(".nc-decades a")) {
        link.hidden = document.getElementById(link.hash.slice(1)).hidden;
      }
      const addresses = new Map();
      for (const { link, row } of rows) {
        if (link) addresses.set(link.href, !row.hidden || addresses.get(link.href) === true);
      }
      for (const mark of marks()) {
        const address = new URL(mark.getAttribute("href"), document.baseURI).href;
        mark.classList.toggle("d-off", addresses.get(address) === false);
      }
    };
    const apply = () => {
      sort();
      filter();
    };

    // The address. Each kind of change is a step back; going on with the same is not.
    // Of several desks on a page, each but the first has its number there.
    let latest = null;
    const key = (name) => (number ? `${name}${number + 1}` : name);
    const remember = (what) => {
      const view = {};
      const put = (name, value) => (view[key(name)] = value);
      put("q", field.value.trim());
      years.forEach((input, end) => put(["from", "to"][end], input.value));
      for (const { title, boxes } of told) {
        const values = boxes.filter((box) => box.checked).map((box) => box.value);
        // None stands as an empty word.
        put(slug(title), values.length < boxes.length && (values.join(",") || "none"));
      }
      const { column, descending } = sorted;
      put("sort", column >= 0 && (descending ? "-" : "") + slug(names[column]));
      if (ncPage.remember(view, what === latest ? "replaceState" : "pushState")) latest = what;
    };
    const read = () => {
      const query = new URLSearchParams(location.search);
      const get = (name) => query.get(key(name));
      field.value = get("q") ?? "";
      years.forEach((input, end) => (input.value = get(["from", "to"][end]) ?? ""));
      for (const { title, boxes } of told) {
        const values = get(slug(title))?.split(",");
        for (const box of boxes) box.checked = !values || values.includes(box.value);
      }
      const [, minus, name] = /^(-?)(.*)$/.exec(get("sort") ?? "");
      sorted = { column: name ? names.map(slug).indexOf(name) : -1, descending: minus === "-" };
      latest = null;
      apply();
    };
    const clear = () => {
      field.value = "";
      for (const input of years) input.value = "";
      for (const box of told.flatMap(({ boxes }) => boxes)) box.checked = true;
      sorted = { column: -1, descending: false };
      apply();
      remember(reset);
    };

    // What is shown, with a column each for the part of the page, the days of dates, the
    // sentence below a name, and the address.
    const taken = () => {
      const shown = tables.flatMap((table) =>
        [...table.tBodies[0].rows].map((row) => rows.find((one) => one.row === row)).filter(({ row }) => !row.hidden),
      );
      const base = document.querySelector('link[rel="canonical"]')?.href ?? document.baseURI;
      const days = ({ cells }, column) => SPAN.exec(cells[column].dataset.sort)?.[0].split("/") ?? ["", ""];
      const said = ({ cells }, column, of) => [...cells[column].querySelectorAll(of)].map(text).join("; ");
      const part = ({ table }) => text(table.closest("section").querySelector("h1, h2, h3")?.firstChild);
      const sources = ({ row }) => ncPage.sources(row).join("; ");
      const columns = [
        ...(tables.length > 1 ? [["Part", part]] : []),
        ...names.flatMap((name, i) => [
          [name, ({ cells }) => words(cells[i])],
          ...(rows.some(({ cells }) => SPAN.test(cells[i].dataset.sort))
            ? [0, 1].map((end) => [
                `${name}: ${["first", "last"][end]} day`,
                (one) => days(one, i)[end].replace(UNKNOWN[end], ""),
              ])
            : []),
          ...APART.filter(([, of]) => rows.some((one) => said(one, i, of))).map(([title, of]) => [
            title,
            (one) => said(one, i, of),
          ]),
        ]),
        ...(rows.some(sources) ? [["Sources", sources]] : []),
        ...(rows.some(({ link }) => link)
          ? [["Address", ({ link }) => (link ? new URL(link.getAttribute("href"), base).href : "")]]
          : []),
      ];
      return [columns.map(([name]) => name), ...shown.map((one) => columns.map(([, value]) => value(one)))];
    };
    const reset = button("Show all", () => {
      clear();
      (few ? copy : field).focus(); // the button itself goes
    });
    const copy = button("Copy", (pressed) => ncPage.copy(taken().map((line) => line.join("\t")).join("\n"), pressed));
    copy.title = "The rows shown, as text for a spreadsheet";
    const save = button("CSV", () => {
      const lines = taken().map((line) => `${line.map(comma).join(",")}\r\n`);
      // With a mark of the encoding, without which spreadsheets take Hangul for Latin.
      const file = new Blob(["\ufeff", ...lines], { type: "text/csv" });
      const link = element("a", { href: URL.createObjectURL(file), download: `${slug(text(document.querySelector("h1").firstChild))}.csv` });
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    });
    save.title = "The rows shown, as a file";

    for (const table of tables) {
      [...table.tHead.rows[0].cells].forEach((head, column) => {
        const press = button(text(head), () => {
          const again = sorted.column === column;
          // Up, down, and back to the book's order.
          sorted = again && sorted.descending ? { column: -1, descending: false } : { column, descending: again };
          apply();
          remember(press);
        });
        press.className = "nc-sort";
        press.title = `Sort by ${names[column]}`;
        head.replaceChildren(press);
      });
    }
    form.append(element("div", {}, status, reset, copy, save));
    form.addEventListener("input", (event) => {
      filter();
      remember(event.target);
    });
    form.addEventListener("submit", (event) => event.preventDefault());
    place.replaceChildren(form);
    read();
    addEventListener("popstate", read);
    document.addEventListener("nc-drawn", filter);

    // A link to an entry shows it, whatever was filtered.
    const reveal = () => {
      const target = ncPage.target();
      if (!rows.some(({ row }) => row === target && row.hidden)) return;
      clear();
      target.scrollIntoView();
    };
    addEventListener("hashchange", reveal);
    reveal();
  };

  [...document.querySelectorAll(".nc-tools")].forEach(desk);
})();
