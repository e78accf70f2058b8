/** Filters findings, rules and resources by text and level. The page reads the same without it. */
export const script = `
(() => {
  const root = document.documentElement;
  const text = document.getElementById("filter-text");
  const level = document.getElementById("filter-level");
  const items = [...document.querySelectorAll("[data-filter]")].map((element) => ({ element, words: element.textContent.toLowerCase() }));
  root.classList.add("scripted");
  const apply = () => {
    const wanted = text.value.trim().toLowerCase();
    for (const { element, words } of items) {
      const rightLevel = !level.value || !element.dataset.level || element.dataset.level === level.value;
      element.hidden = !rightLevel || (wanted !== "" && !words.includes(wanted));
    }
  };
  text.addEventListener("input", apply);
  level.addEventListener("change", apply);
  document.getElementById("filter").addEventListener("submit", (event) => event.preventDefault());
  const open = () => {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let element = target; element; element = element.parentElement) {
      element.hidden = false;
      if (element.tagName === "DETAILS") element.open = true;
    }
    if (target) target.scrollIntoView();
  };
  addEventListener("hashchange", open);
  open();
  let closed = [];
  addEventListener("beforeprint", () => {
    closed = [...document.querySelectorAll("details.finding:not([open])")];
    for (const element of closed) element.open = true;
  });
  addEventListener("afterprint", () => { for (const element of closed) element.open = false; });
})();
`;
