// Who watches whom: pointing at a body, reaching it with the keyboard or choosing it from the
// list shows its ties and dims the rest. Without this script all threads are there alike.
(() => {
  "use strict";
  const drawing = [...document.querySelectorAll("svg.nc-drawing")].find((svg) => svg.querySelector("[data-body]"));
  if (!drawing) return;
  const names = [...drawing.querySelectorAll("a[data-body]")];
  const threads = [...drawing.querySelectorAll("a[data-from]")];
  // The first line of what a link says when pointed at: a body's name.
  const said = (link) => link.querySelector("title").textContent.split("\n")[0];
  const bodies = new Map(names.map((name) => [name.dataset.body, said(name)]));

  const select = document.createElement("select");
  const label = document.createElement("label");
  const status = document.createElement("p");
  const chooser = document.createElement("div");
  chooser.className = "nc-choose";
  status.setAttribute("role", "status");
  select.append(new Option("all bodies", ""));
  for (const [id, name] of [...bodies].sort((a, b) => a[1].localeCompare(b[1], "en"))) {
    select.append(new Option(name, id));
  }
  label.append("Show the ties of ", select);
  chooser.append(label, status);
  drawing.closest("figure").before(chooser);

  const show = (lit, here) => {
    drawing.classList.toggle("d-chosen", lit !== null);
    for (const link of [...names, ...threads]) {
      link.classList.toggle("d-lit", lit?.has(link) ?? false);
      link.classList.toggle("d-here", here !== "" && link.dataset.body === here);
    }
  };
  // A body with its threads and those at their other ends; a name stands in every panel.
  const around = (id) => {
    const ties = threads.filter((thread) => [thread.dataset.from, thread.dataset.to].includes(id));
    const ends = new Set([id, ...ties.flatMap((thread) => [thread.dataset.from, thread.dataset.to])]);
    return new Set([...ties, ...names.filter((name) => ends.has(name.dataset.body))]);
  };
  const chosen = () => show(select.value ? around(select.value) : null, select.value);
  const tell = () => {
    const to = threads.filter((thread) => thread.dataset.to === select.value).length;
    const from = threads.filter((thread) => thread.dataset.from === select.value).length;
    status.textContent = select.value ? `Watched or led in ${to} ties, watches or leads in ${from}.` : "";
  };
  select.addEventListener("change", () => {
    chosen();
    tell();
  });

  const point = (event) => {
    const link = event.target.closest("a[data-body], a[data-from]");
    if (!link) return chosen();
    if (link.dataset.body) return show(around(link.dataset.body), link.dataset.body);
    const ends = [link.dataset.from, link.dataset.to];
    show(new Set([link, ...names.filter((name) => ends.includes(name.dataset.body))]), "");
  };
  drawing.addEventListener("pointerover", point);
  drawing.addEventListener("pointerleave", chosen);
  drawing.addEventListener("focusin", point);
  drawing.addEventListener("focusout", chosen);

  // One stop for the tab key; up and down go on from name to name.
  names[0].setAttribute("tabindex", "0");
  drawing.addEventListener("keydown", (event) => {
    const at = names.indexOf(event.target.closest("a[data-body]"));
    const next = names[at + { ArrowDown: 1, ArrowUp: -1 }[event.key]];
    if (at < 0 || !next) return;
    event.preventDefault();
    names[at].setAttribute("tabindex", "-1");
    next.setAttribute("tabindex", "0");
    next.focus();
  });
})();
