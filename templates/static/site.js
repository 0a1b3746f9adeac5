// What the pages cannot do alone: start the search, and show the words that were searched for. Everything else
// works without this file.
"use strict";

(() => {
  const MOST = 200; // as `max-results` in search.html

  const parameters = new URLSearchParams(location.search);
  const finder = document.querySelector("[data-finder]");
  const called = finder?.dataset ?? {}; // the facets in the site's language

  /** Facet → its name in the address, as in search.html?q=bridge&speaker=Mara%20Velt */
  const FACETS = Object.fromEntries(["speaker", "phrase", "section", "year"].map((name) => [called[name], name]));

  const show = (name) => {
    for (const element of document.querySelectorAll(`[data-${name}]`)) element.hidden = false;
  };

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
  const remember = (words, chosen) => {
    const now = new URLSearchParams();
    if (words) now.set("q", words);
    for (const [facet, name] of Object.entries(FACETS)) {
      for (const value of chosen?.[facet] ?? []) now.append(name, value);
    }
    const query = now.toString();
    history.replaceState(null, "", query ? `?${query}` : location.pathname);
  };

  const startSearch = async () => {
    if (!window.PagefindComponents) return withoutSearch("unindexed");
    const search = window.PagefindComponents.getInstanceManager().getInstance("default");
    const many = document.querySelector("[data-many]");
    search.on("error", () => withoutSearch("unindexed"));
    search.on("results", (found) => {
      many.hidden = found.results.length <= MOST;
    });
    // On a narrow screen an open facet would push the results out of sight.
    if (matchMedia("(min-width: 60rem)").matches) {
      finder.querySelector("pagefind-filter-pane").setAttribute("open", [called.speaker, called.section, called.year].join(","));
    }
    await search.triggerLoad();
    const words = parameters.get("q") ?? "";
    const chosen = chosenFacets();
    if (words || Object.keys(chosen).length) search.triggerSearchWithFilters(words, chosen);
    search.on("search", remember);
  };

  /** Mark the words that led here from the search page. */
  const highlight = async () => {
    const { default: Highlight } = await import("../pagefind/pagefind-highlight.js");
    new Highlight({ highlightParam: "highlight", addStyles: false, markOptions: { className: "hit" } });
  };

  if (location.protocol === "file:") withoutSearch("offline");
  else if (finder) startSearch();
  else if (parameters.has("highlight")) highlight().catch(() => {});
})();
