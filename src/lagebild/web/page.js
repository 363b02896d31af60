"use strict";
// The text and its findings light each other up; without this script the links between them do the same work.
(() => {
  const over = attribute => {
    const spans = new Map();
    for (const span of document.querySelectorAll(`[data-${attribute}]`)) {
      for (const id of span.dataset[attribute].split(" ")) spans.set(id, [...(spans.get(id) ?? []), span]);
    }
    return spans;
  };
  const stands = over("f");
  const reaches = over("r");
  let lit = [];
  let pinned = false;

  const mark = (nodes, name) => {
    for (const node of nodes ?? []) {
      node.classList.add(name);
      lit.push(node);
    }
  };
  const clear = () => {
    for (const node of lit) node.classList.remove("lit", "near");
    lit = [];
  };
  // `ids` run from the narrowest finding to the widest: the text shows the narrowest, the list shows all.
  const light = ids => {
    clear();
    mark(ids.map(id => document.getElementById(id)).filter(Boolean), "lit");
    mark(reaches.get(ids[0]), "near");
    mark(stands.get(ids[0]), "lit");
  };
  const ids = node => {
    const span = node.closest("[data-f], [data-r]");
    if (span) return (span.dataset.f ?? span.dataset.r).split(" ");
    const finding = node.closest(".finding");
    return finding ? [finding.id] : [];
  };

  document.addEventListener("pointerover", event => {
    if (!pinned) light(ids(event.target));
  });
  document.addEventListener("focusin", event => {
    pinned = false;
    light(ids(event.target));
  });
  document.addEventListener("click", event => {
    const found = ids(event.target);
    pinned = found.length > 0;
    light(found);
    if (event.target.closest("a")) return;
    if (event.target.closest(".text")) document.getElementById(found[0])?.scrollIntoView({ block: "center" });
    else stands.get(found[0])?.[0].scrollIntoView({ block: "nearest" });
  });
  document.addEventListener("keydown", event => {
    if (event.key !== "Escape") return;
    pinned = false;
    clear();
    document.activeElement?.blur();
    // No element is called "-": nothing stays marked as the address's target, and unlike "#" it does not jump to the top.
    if (location.hash) location.hash = "#-";
  });
})();
