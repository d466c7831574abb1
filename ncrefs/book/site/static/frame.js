// Tells assistive technology what the theme's buttons only show: which colours are chosen, and
// whether the sidebar is open.
(() => {
  "use strict";
  const root = document.documentElement;
  const buttons = document.querySelectorAll(".theme-change-button");
  const press = () =>
    buttons.forEach((button) => {
      button.setAttribute("aria-pressed", String(button.dataset.mode === root.dataset.mode));
    });
  new MutationObserver(press).observe(root, { attributeFilter: ["data-mode"] });
  press();

  const toggle = document.querySelector(".primary-toggle");
  const sidebar = document.getElementById("pst-primary-sidebar");
  const wide = matchMedia("(min-width: 992px)");
  // On a narrow screen the sidebar opens over the page, and the button is out of reach meanwhile.
  const expand = () => {
    const hidden = !wide.matches || sidebar.classList.contains("pst-sidebar-hidden");
    toggle.setAttribute("aria-expanded", String(!hidden));
  };
  if (toggle && sidebar) {
    new MutationObserver(expand).observe(sidebar, { attributeFilter: ["class"] });
    wide.addEventListener("change", expand);
    expand();
  }

  // What is folded is open on paper.
  addEventListener("beforeprint", () => {
    document.querySelectorAll("details.nc-fold:not([open])").forEach((fold) => {
      fold.open = true;
      fold.dataset.printed = "";
    });
  });
  addEventListener("afterprint", () => {
    document.querySelectorAll("details[data-printed]").forEach((fold) => {
      fold.open = false;
      delete fold.dataset.printed;
    });
  });
})();
