// Whatever makes the page, the part of it that scrolls, or an open dialog scroll sideways. What lies in a part that scrolls by itself on
// purpose does not count.
const scrollers = [document.scrollingElement, ...document.querySelectorAll("main, dialog[open]")];
const isTooWide = (it) => it.scrollWidth > it.clientWidth + 1;
const right = (it) => it.getBoundingClientRect().right;
const tell = (it) => `${it.localName}.${it.getAttribute("class") ?? ""} “${(it.innerText ?? "").slice(0, 40)}”`;
return scrollers.filter(isTooWide).map((scroller) => {
  const edge = scroller.getBoundingClientRect().left + scroller.clientWidth;
  const sticksOut = (it) => right(it) > edge + 1;
  const isDeepest = (it) => sticksOut(it) && ![...it.children].some(sticksOut);
  // What is fixed to the page becomes as wide as it, so the widest is to blame.
  const culprits = [...scroller.querySelectorAll("*")].filter(isDeepest).sort((a, b) => right(b) - right(a));
  return `${scroller.scrollWidth} px of ${scroller.clientWidth} px, by ${culprits.slice(0, 4).map(tell).join(", ")}`;
});
