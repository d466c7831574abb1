// Tells assistive technology what the theme's buttons only show: which colours are chosen, and
// whether the sidebar is open.
(() => {
  "use strict";
  // The search fetches the text of what it finds, which a page opened from the disk may not.
  if (location.protocol === "file:") DOCUMENTATION_OPTIONS.SHOW_SEARCH_SUMMARY = false;

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
  const expand = () => toggle.setAttribute("aria-expanded", String(sidebar.checkVisibility()));
  if (toggle && sidebar) {
    new MutationObserver(expand).observe(sidebar, { attributeFilter: ["class"] });
    matchMedia("(min-width: 992px)").addEventListener("change", expand);
    expand();
  }
})();
