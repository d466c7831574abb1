// What the scripts of a page share: elements, Korean, sources, the address, what is told and copied.
"use strict";

const ncPage = (() => {
  // Names are those of properties or, as `aria-label`, of attributes.
  const element = (tag, named = {}, ...children) => {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(named)) {
      if (name in made) made[name] = value;
      else made.setAttribute(name, value);
    }
    made.append(...children);
    return made;
  };
  // Korean is marked as such, for fonts and voices; as in ncrefs.korean.
  const RUN = "[\\u3400-\\u4dbf\\u4e00-\\u9fff\\uac00-\\ud7a3\\uf900-\\ufaff]+";
  const KOREAN = new RegExp(`(${RUN}(?: ${RUN})*)`);
  const marked = (words) => words.split(KOREAN).map((part, at) => (at % 2 ? element("span", { lang: "ko" }, part) : part));

  // The entry of a source to which a number leads; its name; the names of all that a part cites.
  const entry = (cite) => document.getElementById(cite.hash.slice(1));
  const source = (cite) => entry(cite)?.querySelector("a")?.textContent ?? cite.textContent;
  const sources = (part) => [...new Set([...part.querySelectorAll("a.nc-cite")].map(source))];

  // Where the address leads on the page.
  const target = () => {
    try {
      return document.getElementById(decodeURIComponent(location.hash.slice(1)));
    } catch {
      return null; // no text at all
    }
  };
  // What is chosen stands in the address, where a comma needs no escape; says whether that is new.
  const remember = (values, how = "pushState") => {
    const address = new URL(location.href);
    for (const [name, value] of Object.entries(values)) {
      if (value) address.searchParams.set(name, value);
      else address.searchParams.delete(name);
    }
    const href = address.href.replaceAll("%2C", ",");
    const changed = href !== location.href;
    if (changed) history[how](null, "", href);
    return changed;
  };

  // For those who do not see what a button did.
  const live = element("p", { className: "visually-hidden", "aria-live": "polite" });
  document.body.append(live);
  const tell = (words) => (live.textContent = words);
  const labels = new Map();
  const copy = async (text, button) => {
    if (!labels.has(button)) labels.set(button, button.textContent);
    try {
      await navigator.clipboard.writeText(text);
      tell((button.textContent = "Copied"));
    } catch {
      // Where the clipboard is refused, the text can be marked and copied by hand.
      tell((button.textContent = "Not copied"));
    }
    setTimeout(() => {
      button.textContent = labels.get(button);
      tell("");
    }, 1500);
  };
  return { element, marked, entry, source, sources, target, remember, tell, copy };
})();
