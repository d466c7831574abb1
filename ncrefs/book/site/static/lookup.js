// The jump box: type any spelling of a name, in any script, and go to its record.
// Without a choice, Enter searches the text. The index comes with the first use.
(() => {
  "use strict";
  const SHOWN = 10;
  const root = document.documentElement.dataset.content_root;
  let records;
  let loading;

  // The same as ncrefs.korean.fold: what all variants of a spelling share.
  const letters = (text) => text.normalize("NFKD").replace(/[^\p{L}\p{N}]|[\u02b0-\u02ff]/gu, "");
  const fold = (text) =>
    letters(letters(text).toUpperCase().toLowerCase().replace(/ς/g, "σ")).normalize("NFC");

  const words = (text) => text.split(/[\s\p{P}]+/u).map(fold).filter(Boolean);

  // What the index calls: a record's kind, its address, its title, its other spellings.
  window.ncLookup = (entries) => {
    records = entries.map(([kind, address, ...spellings]) => ({
      kind,
      address,
      title: spellings[0],
      spellings: spellings.map((text) => ({ text, folded: fold(text), words: words(text) })),
    }));
  };

  const load = () =>
    (loading ??= new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = `${root}lookup-index.js`;
      script.onload = resolve;
      script.onerror = reject;
      document.head.append(script);
    }));

  // How well a spelling fits, 0 best: the whole, its start, the start of a later word, any
  // part, all words in any order. Short parts fit too much to help.
  const rank = (spelling, wanted, parts) => {
    if (spelling.folded === wanted) return 0;
    if (spelling.folded.startsWith(wanted)) return 1;
    const later = spelling.words.some((_, i) => spelling.words.slice(i).join("").startsWith(wanted));
    if (later) return 2;
    const long = wanted.length > 2 || /[\u3400-\ud7a3]/.test(wanted);
    if (long && spelling.folded.includes(wanted)) return 3;
    const all = parts.length > 1 && parts.every((part) => spelling.folded.includes(part));
    return all ? 4 : Infinity;
  };

  const find = (query) => {
    const wanted = fold(query);
    const parts = words(query);
    if (!wanted) return [];
    return records
      .map((record) => {
        const ranks = record.spellings.map((spelling) => rank(spelling, wanted, parts));
        const best = Math.min(...ranks);
        return { record, best, spelling: record.spellings[ranks.indexOf(best)].text };
      })
      .filter(({ best }) => best < Infinity)
      .sort((a, b) => a.best - b.best);
  };

  const element = (name, attributes, ...children) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  };
  const named = (text) =>
    element("span", /[\u3400-\ud7a3]/.test(text) ? { lang: "ko" } : {}, text);

  const enhance = (form, number) => {
    const input = form.querySelector("input");
    const list = element("ul", { id: `nc-lookup-${number}`, role: "listbox", "aria-label": "Records" });
    const status = element("p", { role: "status" });
    const popup = element("div", { class: "nc-lookup-popup", hidden: "" }, list, status);
    let active = -1;
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
      if (!shown) choose(-1);
    };
    const go = (option) => {
      open(false);
      form.closest("dialog")?.close();
      location.href = root + option.dataset.address;
    };
    const option = ({ record, spelling }, index) => {
      const about = element("small", {}, record.kind);
      if (!record.title.startsWith(spelling)) about.append(" · ", named(spelling));
      return element(
        "li",
        {
          id: `${list.id}-${index}`,
          role: "option",
          "aria-selected": "false",
          "data-address": record.address,
        },
        named(record.title),
        " ",
        about,
      );
    };
    const update = () => {
      const found = find(input.value);
      choose(-1);
      list.replaceChildren(...found.slice(0, SHOWN).map(option));
      const many = found.length > SHOWN ? `First ${SHOWN} of ${found.length} records` : "";
      const few = found.length === 1 ? "1 record" : `${found.length || "No"} records`;
      status.textContent = `${many || few}. Enter searches the text.`;
      open(fold(input.value) !== "");
    };

    input.addEventListener("focus", () => load().catch(() => {}));
    input.addEventListener("input", () => load().then(update, () => open(false)));
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
      const option = event.target.closest("[role=option]");
      if (option) go(option);
    });
    input.addEventListener("blur", () => open(false));
  };

  document
    .querySelectorAll("form.nc-lookup:not([data-jumps=no])")
    .forEach((form, index) => enhance(form, index));
})();
