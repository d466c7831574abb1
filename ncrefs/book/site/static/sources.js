// The sources of a page: pointing at a number, tabbing to it or tapping it opens a card with what
// the foot of the page says of the source; a switch shows names instead of numbers, and is
// remembered. Without this script a number leads to the foot of the page.
(() => {
  "use strict";
  const cites = [...document.querySelectorAll("article a.nc-cite")];
  const listed = document.querySelector("ul.nc-sources");
  if (!listed || !cites.length) return;
  const { element, entry } = ncPage;

  // The card.
  const card = element("div", { className: "nc-source-card", id: "nc-source-card", hidden: true });
  document.body.append(card);
  let shown = null;
  let timer = 0;
  const hide = () => {
    clearTimeout(timer);
    card.hidden = true;
    shown?.removeAttribute("aria-describedby");
    shown = null;
  };
  const show = (cite) => {
    clearTimeout(timer);
    if (shown === cite) return;
    hide();
    const line = entry(cite)?.querySelector("p");
    if (!line) return;
    card.replaceChildren(...line.cloneNode(true).childNodes);
    shown = cite;
    cite.setAttribute("aria-describedby", card.id);
    card.hidden = false;
    const at = cite.getBoundingClientRect();
    const wide = document.documentElement.clientWidth;
    const left = Math.min(Math.max(8, at.left - 24), wide - card.offsetWidth - 8);
    // Below the number, or above it where the window ends.
    const above = at.bottom + card.offsetHeight + 12 > innerHeight && at.top > card.offsetHeight;
    card.style.left = `${left + scrollX}px`;
    card.style.top = `${(above ? at.top - card.offsetHeight - 6 : at.bottom + 6) + scrollY}px`;
  };
  const later = (act, wait) => {
    clearTimeout(timer);
    timer = setTimeout(act, wait);
  };
  card.addEventListener("pointerenter", () => clearTimeout(timer));
  card.addEventListener("pointerleave", () => later(hide, 200));
  addEventListener("keydown", (event) => event.key === "Escape" && hide());
  addEventListener("pointerdown", (event) => {
    if (!card.contains(event.target) && !event.target.closest?.("a.nc-cite")) hide();
  });
  const article = document.querySelector("article");
  const over = (event) => event.target.closest?.("a.nc-cite");
  article.addEventListener("pointerover", (event) => {
    const cite = over(event);
    if (cite && event.pointerType === "mouse") later(() => show(cite), 120);
  });
  article.addEventListener("pointerout", (event) => over(event) && later(hide, 250));
  article.addEventListener("focusin", (event) => over(event)?.matches(":focus-visible") && show(over(event)));
  article.addEventListener("focusout", (event) => over(event) && later(hide, 150));
  // A tap opens the card; what was tapped before it was open leads on.
  let touched = false;
  article.addEventListener("pointerdown", (event) => (touched = event.pointerType !== "mouse"));
  article.addEventListener("click", (event) => {
    const cite = over(event);
    if (!cite || !touched || shown === cite) return hide();
    event.preventDefault();
    show(cite);
  });

  // A number leads into what is folded.
  const reveal = () => {
    const target = ncPage.target();
    for (let fold = target?.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    target?.scrollIntoView();
  };
  addEventListener("hashchange", reveal);
  if (location.hash.startsWith("#s-")) reveal();

  // Names or numbers.
  const KEY = "nc-citations";
  const kept = () => {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null;
    }
  };
  const numbers = new Map(cites.map((cite) => [cite, cite.textContent]));
  const names = new Map(cites.map((cite) => [cite, ncPage.source(cite)]));
  let stops;
  const named = { type: "button", className: "nc-switch", textContent: "Names in the text", "aria-pressed": "false" };
  const button = element("button", named);
  const set = (on) => {
    for (const cite of cites) cite.textContent = (on ? names : numbers).get(cite);
    // A name stands before the stop, a number behind it.
    stops ??= [...document.querySelectorAll("sup.nc-cites")].flatMap((mark) => {
      const before = mark.previousSibling;
      const at = before?.data?.search(/[.,;:?!]+\u2060$/);
      return at >= 0 ? [[mark, before.splitText(at)]] : [];
    });
    for (const [mark, stop] of stops) stop[on ? "before" : "after"](mark);
    document.documentElement.toggleAttribute("data-nc-names", on);
    button.setAttribute("aria-pressed", on);
  };
  button.addEventListener("click", () => {
    const on = button.getAttribute("aria-pressed") !== "true";
    set(on);
    try {
      localStorage.setItem(KEY, on ? "names" : "numbers");
    } catch {
      // From the disk, some browsers keep nothing.
    }
  });
  if (kept() === "names") set(true);
  document.getElementById("sources")?.querySelector("h2")?.after(button);
  for (const cite of cites) cite.setAttribute("aria-label", `Source ${numbers.get(cite)}: ${names.get(cite)}`);
})();
