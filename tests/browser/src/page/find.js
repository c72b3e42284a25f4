// Finds what can be pressed by its name, the first one that shows, and scrolls to it. In an open dialog only,
// if one is open.
const [name] = arguments;
const plain = (text) => (text ?? "").replace(/\s+/g, " ").trim();
const pressable = "button, a[href], summary, [role=button], input[type=radio], input[type=checkbox]";
// What is out of view in a long list is not laid out, and has no innerText before one scrolls there.
const said = (it) => plain(it.innerText) || plain(it.textContent);
const nameOf = (it) =>
  plain(it.getAttribute("aria-label")) || plain(it.labels?.[0]?.innerText) || said(it);
const isCalled = (it) =>
  nameOf(it) === name || [...it.querySelectorAll("span, small")].some((part) => said(part) === name);
// A switch is as large as its label, and often the label is all one sees of it.
const target = (it) => it.labels?.[0] ?? it;
const shows = (it) => it.checkVisibility({ visibilityProperty: true }) && it.getClientRects().length > 0;
const within = [...document.querySelectorAll("dialog[open]")].pop() ?? document;
const found = [...within.querySelectorAll(pressable)].filter(isCalled).map(target).find(shows) ?? null;
// As one would: away from the bars at the edges, which would take the press.
found?.scrollIntoView({ block: "center", behavior: "instant" });
return found;
