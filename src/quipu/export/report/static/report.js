// Niceties only: every page is whole without this file.
"use strict";

// A filter box over lists that carry data-filter; what is typed must occur in the item's text.
for (const list of document.querySelectorAll("[data-filter]")) {
  const items = [...list.querySelectorAll(list.dataset.items)];
  if (items.length < 8) continue;
  const box = document.createElement("p");
  box.className = "filter";
  const label = document.createElement("label");
  const input = document.createElement("input");
  const count = document.createElement("output");
  input.type = "search";
  label.append("Filter " + list.dataset.filter + " ", input);
  box.append(label, " ", count);
  list.before(box);
  const texts = items.map((item) => fold(item.textContent));
  input.addEventListener("input", () => {
    const words = fold(input.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    items.forEach((item, at) => {
      item.hidden = !words.every((word) => texts[at].includes(word));
      shown += !item.hidden;
    });
    for (const group of list.dataset.groups ? list.querySelectorAll(list.dataset.groups) : []) {
      group.hidden = !group.querySelector(list.dataset.items + ":not([hidden])");
    }
    count.value = words.length ? shown + " of " + items.length : "";
  });
}

function fold(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

// A claim's words and its card light up together.
const groups = new Map();
for (const piece of document.querySelectorAll("[data-c], [data-card]")) {
  const name = piece.dataset.c ?? piece.dataset.card;
  groups.set(name, [...(groups.get(name) ?? []), piece]);
}
for (const pieces of groups.values()) {
  const light = (on) => pieces.forEach((piece) => piece.classList.toggle("lit", on));
  for (const piece of pieces) {
    piece.addEventListener("mouseenter", () => light(true));
    piece.addEventListener("mouseleave", () => light(false));
  }
}
