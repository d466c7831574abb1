// Copies: the address of a page, a citation, or a sentence that is marked, with its source.
"use strict";

// Both of the page, for tables.js.
const ncCopy = async (text, button, done) => {
  const label = button.textContent;
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = done;
  } catch {
    // Where the clipboard is refused, the text can be marked and copied by hand.
    button.textContent = "Not copied";
  }
  setTimeout(() => (button.textContent = label), 1500);
};
// The names of the sources that a part of the page cites by numbers.
const ncSources = (part) =>
  [...part.querySelectorAll("a.nc-cite")].map((cite) => {
    const entry = document.getElementById(cite.getAttribute("href").slice(1));
    return entry?.querySelector("a")?.textContent ?? cite.textContent;
  });

(() => {
  const make = (label, name) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = name;
    button.textContent = label;
    return button;
  };
  const here = () => document.querySelector('link[rel="canonical"]')?.href ?? location.href.split(/[?#]/)[0];

  const link = document.querySelector(".nc-copy-link");
  link?.addEventListener("click", () => ncCopy(here() + location.search, link, "Copied"));
  for (const term of document.querySelectorAll(".nc-share dt")) {
    const button = make("Copy", "nc-copy");
    button.setAttribute("aria-label", `Copy as ${term.textContent}`);
    button.addEventListener("click", () => ncCopy(term.nextElementSibling.textContent, button, "Copied"));
    term.append(" ", button);
  }

  // A marked sentence: its words, the names of its sources, the page.
  const quote = make("Copy with source", "nc-quote");
  quote.hidden = true;
  document.body.append(quote);
  const article = document.querySelector("article");
  const marked = () => {
    const selection = getSelection();
    if (!selection.rangeCount || selection.isCollapsed || selection.toString().trim().length < 12) return null;
    const range = selection.getRangeAt(0).cloneRange();
    return article?.contains(range.commonAncestorContainer) ? range : null;
  };
  document.addEventListener("selectionchange", () => {
    const range = marked();
    quote.hidden = !range;
    if (!range) return;
    const at = range.getBoundingClientRect();
    quote.style.left = `${Math.max(8, Math.min(at.left, innerWidth - 170)) + scrollX}px`;
    quote.style.top = `${at.bottom + 8 + scrollY}px`;
  });
  // A number that follows what is marked belongs to it, one that it begins with does not.
  const whole = (range) => {
    const { startContainer: start, endContainer: end } = range;
    const numbered = (node, offset) =>
      /^[.,;:?!”’\u2060]*$/.test(node.data?.slice(offset) ?? "-") && node.nextSibling?.className === "nc-cites";
    if (numbered(start, range.startOffset)) range.setStartAfter(start.nextSibling);
    if (numbered(end, range.endOffset)) range.setEndAfter(end.nextSibling);
    return range.cloneContents();
  };
  quote.addEventListener("pointerdown", (event) => event.preventDefault());
  quote.addEventListener("click", () => {
    const range = marked();
    if (!range) return;
    const fragment = whole(range);
    const sources = [...new Set(ncSources(fragment))];
    for (const cite of fragment.querySelectorAll("sup.nc-cites")) cite.remove();
    const words = fragment.textContent.replace(/\u2060/g, "").replace(/\s+/g, " ").trim();
    const title = document.querySelector("h1")?.firstChild?.textContent ?? document.title;
    const said = sources.length ? ` (${sources.join("; ")})` : "";
    ncCopy(`“${words}”${said} — ${title}, ${here()}`, quote, "Copied");
  });
})();
