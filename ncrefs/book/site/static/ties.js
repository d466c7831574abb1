// Who watches whom: pointing at a body, reaching it with the keyboard or choosing it from the
// list shows its ties and dims the rest; so does a year. What is chosen stands in the address.
// Without this script all threads are there alike.
(() => {
  "use strict";
  // The same ties twice, for a narrow screen and for a wide one.
  const drawings = [...document.querySelectorAll("svg.nc-drawing")].filter((svg) => svg.querySelector("[data-body]"));
  if (!drawings.length) return;
  const { element } = ncPage;
  const links = (of) => drawings.flatMap((drawing) => [...drawing.querySelectorAll(of)]);
  const [names, threads] = [links("a[data-body]"), links("a[data-from]")];
  const once = (links) => links.filter((link) => drawings[0].contains(link));
  // The first line of what a link says when pointed at: a body's name.
  const said = (link) => link.querySelector("title").textContent.split("\n")[0];
  const bodies = new Map(names.map((name) => [name.dataset.body, said(name)]));
  // The years of each thread, a pair for each of its ties; without any date it stands for all.
  const spans = new Map(
    threads.map((thread) => {
      const pairs = thread.dataset.years.split(" ").map((years) => years.split("-").map(Number));
      return [thread, pairs.map(([start, end]) => [start, end || Infinity])];
    }),
  );
  const known = [...spans.values()].flat(2).filter((year) => year && year !== Infinity);

  const sorted = [...bodies].sort((a, b) => a[1].localeCompare(b[1], "en"));
  const select = element("select", {}, new Option("all bodies", ""), ...sorted.map(([id, name]) => new Option(name, id)));
  const slider = element("input", { type: "range", min: Math.min(...known), max: Math.max(...known) });
  const all = element("button", { type: "button" }, "All years");
  const shown = element("output");
  const status = element("p", { role: "status" });
  const chooser = element(
    "div",
    { className: "nc-choose" },
    element("label", {}, "Show the ties of ", select),
    ...(known.length ? [element("label", {}, "in the year ", slider), shown, all] : []),
    status,
  );
  drawings[0].closest("figure").before(chooser);

  let year = 0; // none is chosen
  const dated = (thread) => spans.get(thread).some(([start, end]) => start || end !== Infinity);
  const holds = (thread) => !year || spans.get(thread).some(([start, end]) => start <= year && year <= end);
  const show = (lit, here = "") => {
    for (const drawing of drawings) drawing.classList.toggle("d-chosen", lit !== null);
    for (const link of [...names, ...threads]) {
      link.classList.toggle("d-lit", lit?.has(link) ?? false);
      link.classList.toggle("d-here", here !== "" && link.dataset.body === here);
    }
  };
  // The threads of a body, or all, that hold in the year, with those at their ends; a name
  // stands in every panel.
  const ties = (id) =>
    threads.filter((thread) => holds(thread) && (!id || [thread.dataset.from, thread.dataset.to].includes(id)));
  const around = (id) => {
    const held = ties(id);
    const ends = new Set([id, ...held.flatMap((thread) => [thread.dataset.from, thread.dataset.to])]);
    return new Set([...held, ...names.filter((name) => ends.has(name.dataset.body))]);
  };
  const chosen = () => show(select.value || year ? around(select.value) : null, select.value);
  const tell = () => {
    const held = once(ties(select.value));
    const to = held.filter((thread) => thread.dataset.to === select.value).length;
    const from = held.length - to;
    const undated = held.filter((thread) => !dated(thread)).length;
    const when = year ? ` in ${year}` : "";
    const besides = year && undated ? `, ${undated} of them without a date` : "";
    if (select.value) status.textContent = `Watched or led in ${to} ties, watches or leads in ${from}${when}${besides}.`;
    else status.textContent = year ? `${held.length} of ${once(threads).length} ties${when}${besides}.` : "";
    shown.textContent = year || "all years";
    all.hidden = !year;
    slider.setAttribute("aria-valuetext", year || "all years");
    chosen();
  };
  const remember = () => ncPage.remember({ body: select.value, year });
  const read = () => {
    const query = new URLSearchParams(location.search);
    const [body, wanted] = [query.get("body") ?? "", Number(query.get("year"))];
    select.value = bodies.has(body) ? body : "";
    year = wanted >= slider.min && wanted <= slider.max ? wanted : 0;
    slider.value = year || slider.max;
    tell();
  };
  const set = (value) => {
    year = value;
    tell();
  };
  select.addEventListener("change", () => {
    tell();
    remember();
  });
  slider.addEventListener("input", () => set(Number(slider.value)));
  slider.addEventListener("change", remember);
  all.addEventListener("click", () => {
    set(0);
    remember();
    slider.focus();
  });
  addEventListener("popstate", read);
  read();

  const point = (event) => {
    const link = event.target.closest("a[data-body], a[data-from]");
    if (!link) return chosen();
    if (link.dataset.body) return show(around(link.dataset.body), link.dataset.body);
    const ends = [link.dataset.from, link.dataset.to];
    show(new Set([link, ...names.filter((name) => ends.includes(name.dataset.body))]));
  };
  for (const drawing of drawings) {
    drawing.addEventListener("pointerover", point);
    drawing.addEventListener("pointerleave", chosen);
    drawing.addEventListener("focusin", point);
    drawing.addEventListener("focusout", chosen);

    // One stop for the tab key; up and down go on from name to name.
    const own = [...drawing.querySelectorAll("a[data-body]")];
    own[0].setAttribute("tabindex", "0");
    drawing.addEventListener("keydown", (event) => {
      const at = own.indexOf(event.target.closest("a[data-body]"));
      const next = own[at + { ArrowDown: 1, ArrowUp: -1 }[event.key]];
      if (at < 0 || !next) return;
      event.preventDefault();
      own[at].setAttribute("tabindex", "-1");
      next.setAttribute("tabindex", "0");
      next.focus();
    });
  }
})();
