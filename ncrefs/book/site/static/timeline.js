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
  const label = document.createElement("label");
  const select = document.createElement("select");
  const chooser = document.createElement("div");
  chooser.className = "nc-choose";
  select.append(new Option("all years", ""));
  for (const link of document.querySelectorAll(".nc-decades a")) select.append(new Option(link.textContent));
  label.append("Draw ", select);
  chooser.append(label);
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
      const script = document.createElement("script");
      script.src = `${root}timeline-decades.js`;
      document.head.append(script);
      return;
    }
    document.dispatchEvent(new Event("nc-drawn"));
  };
  const read = () => {
    const wanted = new URLSearchParams(location.search).get("decade") ?? "";
    if (select.value === wanted) return;
    select.value = [...select.options].some((option) => option.value === wanted) ? wanted : "";
    show();
  };
  select.addEventListener("change", () => {
    const address = new URL(location.href);
    if (select.value) address.searchParams.set("decade", select.value);
    else address.searchParams.delete("decade");
    history.pushState(null, "", address.href.replaceAll("%2C", ","));
    show();
  });
  addEventListener("popstate", read);
  read();
})();
