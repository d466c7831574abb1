// Copies: the address of a page, a citation, or a sentence that is marked, with its source.
(() => {
  "use strict";
  const { element, copy } = ncPage;
  const make = (textContent, className) => element("button", { type: "button", className, textContent });
  const here = () => document.querySelector('link[rel="canonical"]')?.href ?? location.href.split(/[?#]/)[0];

  const link = document.querySelector(".nc-copy-link");
  link?.addEventListener("click", () => copy(here() + location.search, link));
  for (const term of document.querySelectorAll(".nc-share dt")) {
    const button = make("Copy", "nc-copy");
    button.setAttribute("aria-label", `Copy as ${term.textContent}`);
    button.addEventListener("click", () => copy(term.nextElementSibling.textContent, button));
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
    const sources = ncPage.sources(fragment);
    for (const cite of fragment.querySelectorAll("sup.nc-cites")) cite.remove();
    const words = fragment.textContent.replace(/\u2060/g, "").replace(/\s+/g, " ").trim();
    const title = document.querySelector("h1")?.firstChild?.textContent ?? document.title;
    const said = sources.length ? ` (${sources.join("; ")})` : "";
    copy(`“${words}”${said} — ${title}, ${here()}`, quote);
  });
})();
