// The search on a page: a box that offers what it finds, and the page of all results. The
// search itself, its words and its index come with the first use.
(() => {
  "use strict";
  const SHOWN = 10;
  const root = document.documentElement.dataset.content_root;
  const NEEDED = [
    "_static/minisearch-7.2.0.js",
    "_static/search-words.js",
    "_static/search-engine.js",
    "_static/search.js",
    "search-index.js",
  ];
  const { element, marked } = ncPage;
  let loading;

  const named = (text) => element("span", {}, ...marked(text));

  const fetched = (made) =>
    new Promise((resolve, reject) => {
      made.onload = resolve;
      made.onerror = reject;
      document.head.append(made);
    });
  const script = (path) => {
    const made = element("script", { src: root + path });
    made.async = false; // in this order
    return fetched(made);
  };
  const load = () =>
    (loading ??= Promise.all([
      fetched(element("link", { rel: "stylesheet", href: `${root}_static/search.css` })),
      ...NEEDED.map(script),
    ]));

  // What a result is: its kind, its date if the title says no years, its grade, and the spelling that fitted.
  const about = ({ kind, when, grade, title, spelling }) => {
    const small = element("small", {}, kind === "passage" ? `from “${when}”` : kind);
    const dated = when.match(/\d{4}/g)?.every((year) => title.includes(year));
    if (kind !== "passage" && when && !dated) small.append(` · ${when}`);
    if (grade) small.append(kind === "question" ? " · answer: " : " ", element("span", { class: `nc-badge nc-grade-${grade}` }, grade));
    if (spelling && kind !== "chapter" && !title.startsWith(spelling)) small.append(" · ", named(spelling));
    return small;
  };
  const told = (count) => (count === 1 ? "1 result" : `${count || "No"} results`);

  const offer = (form, number) => {
    const input = form.querySelector("input");
    const list = element("ul", { id: `nc-found-${number}`, role: "listbox", "aria-label": "Results" });
    const status = element("p", { role: "status" });
    const popup = element("div", { class: "nc-lookup-popup", hidden: true }, list, status);
    let active = -1;
    let asked = 0;
    form.append(popup);
    for (const [key, value] of Object.entries({
      role: "combobox",
      "aria-expanded": "false",
      "aria-controls": list.id,
      "aria-autocomplete": "list",
    })) {
      input.setAttribute(key, value);
    }

    const choose = (index) => {
      const options = list.children;
      options[active]?.setAttribute("aria-selected", "false");
      active = index;
      const chosen = options[active];
      if (!chosen) return input.removeAttribute("aria-activedescendant");
      chosen.setAttribute("aria-selected", "true");
      chosen.scrollIntoView({ block: "nearest" });
      input.setAttribute("aria-activedescendant", chosen.id);
    };
    const open = (shown) => {
      popup.hidden = !shown;
      input.setAttribute("aria-expanded", String(shown && list.children.length > 0));
      if (shown) return;
      choose(-1);
      asked += 1; // what is still being searched for does not open it again
    };
    const go = (option) => {
      open(false);
      form.closest("dialog")?.close();
      location.href = root + option.dataset.address;
    };
    const option = (result, index) => {
      const attributes = {
        id: `${list.id}-${index}`,
        role: "option",
        "aria-selected": "false",
        "data-address": result.address,
      };
      const made = element("li", attributes, named(result.title), " ", about(result));
      if (result.summary) made.append(element("span", { class: "nc-found-summary" }, result.summary));
      return made;
    };
    const update = () => {
      const found = ncSearch.find(input.value);
      choose(-1);
      list.replaceChildren(...found.slice(0, SHOWN).map(option));
      const many = found.length > SHOWN ? `First ${SHOWN} of ${found.length} results` : told(found.length);
      status.textContent = `${many}. Enter shows ${found.length ? "them on a page" : "the search page"}.`;
      open(input.value.trim() !== "");
    };

    input.addEventListener("focus", () => load().catch(() => {}));
    input.addEventListener("input", () => {
      // What is typed in one go is searched for once.
      const mine = (asked += 1);
      const latest = (then) => () => mine === asked && then();
      setTimeout(latest(() => load().then(latest(update), () => open(false))), 60);
    });
    input.addEventListener("keydown", (event) => {
      const count = list.children.length;
      if (event.isComposing) return;
      if (event.key === "Escape" && !popup.hidden) {
        open(false);
      } else if (event.key === "Enter" && active >= 0) {
        go(list.children[active]);
      } else if (event.key === "ArrowDown" && popup.hidden && count) {
        open(true);
      } else if (event.key === "ArrowDown" && count) {
        choose(active + 1 < count ? active + 1 : -1);
      } else if (event.key === "ArrowUp" && count && !popup.hidden) {
        choose(active < 0 ? count - 1 : active - 1);
      } else {
        return;
      }
      event.preventDefault();
    });
    // A press on an option must not take the focus away before the click is done.
    popup.addEventListener("mousedown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => {
      const chosen = event.target.closest("[role=option]");
      if (chosen) go(chosen);
    });
    input.addEventListener("blur", () => open(false));
  };

  // The page of all results: the query is in its address.
  const list = (form) => {
    const input = form.querySelector("input");
    const place = document.getElementById("search-results");
    const status = element("p", { role: "status", class: "search-summary" });
    const results = element("ol", { class: "nc-found" });
    const more = element("button", { type: "button", class: "btn nc-found-more", hidden: true }, "Show ten more");
    let found = [];
    let timer;
    place.append(status, results, more);

    const item = (result) => {
      const link = element("a", { href: root + result.address }, named(result.title));
      const made = element("li", {}, link, " ", about(result));
      if (result.summary) made.append(element("p", {}, named(result.summary)));
      return made;
    };
    const extend = () => {
      const shown = results.children.length;
      results.append(...found.slice(shown, shown + SHOWN).map(item));
      more.hidden = results.children.length >= found.length;
      return results.children[shown];
    };
    const update = () => {
      const query = input.value.trim();
      found = query ? ncSearch.find(query) : [];
      results.replaceChildren();
      extend();
      const order = found.length > 1 ? ", the likeliest first" : "";
      status.textContent = query ? `${told(found.length)} for “${query}”${order}.` : "";
      document.title = query ? `${query} – Search` : "Search";
    };
    const later = () => load().then(update, () => (status.textContent = "The search could not be loaded."));
    more.addEventListener("click", () => extend()?.querySelector("a").focus());
    input.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(later, 150);
    });
    input.addEventListener("focus", () => load().catch(() => {}));
    input.value = new URLSearchParams(location.search).get("q") ?? "";
    if (input.value) later();
  };

  document.querySelectorAll("form.nc-lookup").forEach((form, index) => {
    if (form.dataset.lists === "yes") list(form);
    else offer(form, index);
  });

  if (/Mac|iPhone|iPad/.test(navigator.platform)) {
    document.querySelectorAll(".nc-keys kbd:last-child").forEach((key) => (key.textContent = "⌘ K"));
  }

  // "/" anywhere but in a field opens the box over the page, as Ctrl K does.
  document.addEventListener("keydown", (event) => {
    const dialog = document.getElementById("pst-search-dialog");
    const field = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || field || !dialog) return;
    event.preventDefault();
    if (!dialog.open) dialog.showModal();
    dialog.querySelector("input").focus();
  });
})();
