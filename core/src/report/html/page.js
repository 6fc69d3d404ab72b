"use strict";
// The page is complete without this script. It adds a slider to comparisons, and opens what is
// folded when the page is printed.
for (const pair of document.querySelectorAll(".compare")) {
  const [before, after] = pair.querySelectorAll("img");
  const stack = document.createElement("div");
  stack.className = "stack";
  for (const image of [before, after]) {
    const copy = image.cloneNode();
    copy.alt = "";
    stack.append(copy);
  }
  const range = document.createElement("input");
  range.type = "range";
  range.value = 50;
  range.setAttribute("aria-label", pair.dataset.label);
  range.addEventListener("input", () => stack.style.setProperty("--at", range.value + "%"));
  const slider = document.createElement("div");
  slider.className = "slider";
  slider.dir = "ltr";
  slider.append(stack, range);
  pair.after(slider);
}
addEventListener("beforeprint", () => {
  for (const folded of document.querySelectorAll("details:not([open])")) {
    folded.open = true;
    folded.dataset.folded = "";
  }
});
addEventListener("afterprint", () => {
  for (const opened of document.querySelectorAll("details[data-folded]")) {
    opened.open = false;
    delete opened.dataset.folded;
  }
});
