// What the pages cannot do alone: the search, the keys, the theme switch and the copy buttons. Everything but the
// search can be read without this file. The words it shows stand in the page, in the site's language.
"use strict";

(() => {
  const parameters = new URLSearchParams(location.search);
  const finder = document.querySelector("[data-finder]");
  const help = document.querySelector("[data-help]");
  const keysOn = document.querySelector("[data-keys]"); // single keys can be switched off, as WCAG 2.1.4 asks

  const every = (selector) => [...document.querySelectorAll(selector)];

  const show = (name) => {
    for (const element of every(`[data-${name}]`)) element.hidden = false;
  };

  /** What a reader has chosen, kept in this browser; where nothing may be kept, it lasts as long as the page. */
  const recall = (name) => {
    try {
      return localStorage.getItem(name) ?? "";
    } catch {
      return "";
    }
  };
  const keep = (name, value) => {
    try {
      if (value) localStorage.setItem(name, value);
      else localStorage.removeItem(name);
    } catch {
      // It still holds for this page.
    }
  };

  // The theme

  const startThemeSwitch = (choice) => {
    choice.value = document.documentElement.dataset.theme ?? "";
    choice.addEventListener("change", () => {
      keep("theme", choice.value);
      if (choice.value) document.documentElement.dataset.theme = choice.value;
      else delete document.documentElement.dataset.theme;
    });
  };

  // The keys: "/" searches, "j" and "k" go from quotation to quotation, "?" helps

  const box = () => document.querySelector("main input[type=search], main .pf-input");

  const toSearch = () => {
    if (box()) box().focus();
    else if (help.dataset.search) location.href = `${help.dataset.search}#find`;
  };

  /** The quotation after (1) or before (-1) the one that has the focus, was linked to, or stands at the top. */
  const step = (by) => {
    const all = every(".quotation:has(.attribution)");
    const active = document.activeElement.closest(".quotation");
    const linked = document.querySelector(".quotation:has(:target)");
    let at = all.indexOf(active ?? linked);
    if (at < 0) {
      const below = all.findIndex((each) => each.getBoundingClientRect().top > 1);
      at = (below < 0 ? all.length : below) - (by > 0 ? 1 : 0);
    }
    const next = all[at + by];
    if (!next) return;
    next.tabIndex = -1;
    next.focus();
  };

  const KEYS = { "/": toSearch, j: () => step(1), k: () => step(-1), "?": () => help.showModal() };

  const onKey = (event) => {
    const action = Object.hasOwn(KEYS, event.key) && KEYS[event.key];
    const busy = event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey;
    if (!action || busy || help.open || !keysOn.checked) return;
    if (event.target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]")) return;
    event.preventDefault(); // or "/" would be typed into the box it leads to
    action();
  };

  const startKeys = () => {
    keysOn.checked = recall("keys") !== "off";
    keysOn.addEventListener("change", () => keep("keys", keysOn.checked ? "" : "off"));
    for (const button of every("[data-opens-help]")) button.addEventListener("click", () => help.showModal());
    help.querySelector("[data-closes-help]").addEventListener("click", () => help.close());
    document.addEventListener("keydown", onKey);
  };

  // Copying

  /** The words as the source has them; a gap on the page is the end of a paragraph. */
  const wordsOf = (element) => {
    const copy = element.cloneNode(true);
    for (const gap of copy.querySelectorAll(".break")) gap.replaceWith("\n\n");
    return copy.textContent.trim();
  };

  const addressOf = (link) => {
    const canonical = document.querySelector("link[rel=canonical]");
    return new URL(link, canonical?.href ?? location.href.split(/[?#]/)[0]).href;
  };

  const copy = async (button) => {
    const { copy: source, link } = button.dataset;
    const words = button.closest(".quotation, .cite")?.querySelector(".words p, .text");
    const lines = [words && wordsOf(words), source, link && addressOf(link)].filter(Boolean);
    const status = document.querySelector("[data-copied]");
    let outcome = status.dataset.copied;
    try {
      await navigator.clipboard.writeText(lines.join("\n"));
    } catch {
      outcome = status.dataset.failed;
    }
    button.dataset.done = status.textContent = outcome;
    setTimeout(() => {
      delete button.dataset.done;
      status.textContent = "";
    }, 4000);
  };

  const startCopying = () => {
    for (const button of every(".copy")) {
      button.hidden = false;
      button.addEventListener("click", () => copy(button));
    }
  };

  // Searching

  const called = finder?.dataset ?? {}; // the facets in the site's language

  /** Facet → its name in the address, as in search.html?q=bridge&speaker=Mara%20Velt */
  const NAMES = ["speaker", "phrase", "section", "publisher", "year"];
  const FACETS = Object.fromEntries(NAMES.map((name) => [called[name], name]));
  const ORDERS = { newest: "desc", oldest: "asc" };
  const MOST = 200; // as `max-results` in search.html

  /** Say why there is no search, and take away what would not answer. */
  const withoutSearch = (reason) => {
    show(reason);
    finder?.remove();
  };

  const chosenFacets = () => {
    const chosen = {};
    for (const [facet, name] of Object.entries(FACETS)) {
      const values = parameters.getAll(name);
      if (values.length) chosen[facet] = values;
    }
    return chosen;
  };

  /** Keep the address in step, so that a search can be shared, bookmarked and come back to. */
  const remember = (words, chosen, order) => {
    const now = new URLSearchParams();
    if (words) now.set("q", words);
    for (const [facet, name] of Object.entries(FACETS)) {
      for (const value of chosen?.[facet] ?? []) now.append(name, value);
    }
    if (order) now.set("sort", order);
    const query = now.toString();
    history.replaceState(null, "", query ? `?${query}` : location.pathname);
  };

  /**
   * Pagefind takes "these words" for a phrase, but not “these”, which telephones type; and it sorts what has a date
   * and leaves out the rest: here the rest goes last.
   */
  const sortable = (pagefind, orderOf) => ({
    ...pagefind,
    search: async (typed, options) => {
      const words = typed?.replace(/[“”„«»]/g, '"') ?? null;
      const found = await pagefind.search(words, options);
      const order = ORDERS[orderOf()];
      if (!order) return found;
      const dated = await pagefind.search(words, { ...options, sort: { date: order } });
      const placed = new Set(dated.results.map((result) => result.id));
      const undated = found.results.filter((result) => !placed.has(result.id));
      return { ...found, results: [...dated.results, ...undated] };
    },
  });

  const startSearch = async () => {
    if (!window.PagefindComponents) return withoutSearch("unindexed");
    const search = window.PagefindComponents.getInstanceManager().getInstance("default");
    const many = document.querySelector("[data-many]");
    const undated = document.querySelector("[data-undated]");
    const sort = document.querySelector("[data-sort]");
    search.on("error", () => withoutSearch("unindexed"));
    search.on("results", (found) => {
      many.hidden = found.results.length <= MOST;
      undated.hidden = !sort.value;
    });
    // On a narrow screen an open facet would push the results out of sight.
    if (matchMedia("(min-width: 64rem)").matches) {
      finder.querySelector("pagefind-filter-pane").setAttribute("open", [called.speaker, called.section, called.year].join());
    }
    if (location.hash === "#find") box()?.focus();
    await search.triggerLoad();
    search.__pagefind__ = sortable(search.__pagefind__, () => sort.value);
    const words = parameters.get("q") ?? "";
    const chosen = chosenFacets();
    if (Object.hasOwn(ORDERS, parameters.get("sort"))) sort.value = parameters.get("sort");
    if (words || Object.keys(chosen).length) search.triggerSearchWithFilters(words, chosen);
    search.on("search", (now, facets) => remember(now, facets, sort.value));
    sort.addEventListener("change", () => search.triggerSearchWithFilters(search.searchTerm, search.searchFilters));
  };

  /** Mark the words that led here from the search page. */
  const highlight = async () => {
    const { default: Highlight } = await import("../pagefind/pagefind-highlight.js");
    new Highlight({ highlightParam: "highlight", addStyles: false, markOptions: { className: "hit" } });
  };

  every("[data-theme-switch]").forEach(startThemeSwitch);
  if (help) startKeys();
  if (navigator.clipboard && document.querySelector("[data-copied]")) startCopying();
  show("scripted");
  if (location.protocol === "file:") withoutSearch("offline");
  else if (finder) startSearch();
  else if (parameters.has("highlight")) highlight().catch(() => {});
})();
