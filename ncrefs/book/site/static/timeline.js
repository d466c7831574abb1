// Draws one decade of the timeline at full width, where the whole has all years, and lets each
// mark say what the list says of it. The drawings of decades are a script that is loaded on first
// use: a page from the disk may fetch nothing else. Without this script the whole shows.
"use strict";

// Called by timeline-decades.js.
let ncDecades;

(() => {
  const whole = document.querySelector('svg[aria-labelledby="timeline-title"]');
  if (!whole) return;
  const frame = whole.parentElement;
  const root = document.documentElement.dataset.content_root;
  const { element } = ncPage;
  const decades = [...document.querySelectorAll(".nc-decades a")].map((link) => new Option(link.textContent));
  const select = element("select", {}, new Option("all years", ""), ...decades);
  const chooser = element("div", { className: "nc-choose" }, element("label", {}, "Draw ", select));
  frame.closest("figure").before(chooser);

  const rows = [...document.querySelectorAll("table.nc-timeline tbody tr")];
  const summaries = new Map(
    rows.map((row) => [row.querySelector("a").href, row.querySelector(".nc-summary").textContent]),
  );
  const say = () => {
    for (const link of frame.querySelectorAll("a")) {
      const summary = summaries.get(new URL(link.getAttribute("href"), document.baseURI).href);
      if (summary) link.querySelector("title").append(`\n${summary}`);
    }
  };
  say();

  const drawings = new Map();
  ncDecades = (made) => {
    for (const [decade, svg] of Object.entries(made)) drawings.set(decade, svg);
    show();
  };
  const show = () => {
    if (!select.value) frame.replaceChildren(whole);
    else if (drawings.has(select.value)) {
      frame.innerHTML = drawings.get(select.value);
      for (const link of frame.querySelectorAll("a")) link.setAttribute("href", root + link.getAttribute("href"));
      say();
    } else {
      const failed = element("p", { role: "alert" }, "The decades could not be loaded.");
      const onerror = () => chooser.append(failed);
      document.head.append(element("script", { src: `${root}timeline-decades.js`, onerror }));
      return;
    }
    ncPage.tell(select.value ? `The ${select.value} are drawn.` : "All years are drawn.");
    document.dispatchEvent(new Event("nc-drawn"));
  };
  const read = () => {
    const wanted = new URLSearchParams(location.search).get("decade") ?? "";
    if (select.value === wanted) return;
    select.value = [...select.options].some((option) => option.value === wanted) ? wanted : "";
    show();
  };
  select.addEventListener("change", () => {
    ncPage.remember({ decade: select.value });
    show();
  });
  addEventListener("popstate", read);
  read();
})();
