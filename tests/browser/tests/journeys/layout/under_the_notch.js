// Texts, pictures and what can be pressed in sight, nearer to the ends of the screen than so many pixels. The flash at
// the edges is to be there, and the link past the navigation shows by the keyboard alone.
const [notch] = arguments;
const isIn = ({ left, right, width, top, bottom }) =>
  width > 0 && bottom > 0 && top < innerHeight && (left < notch - 1 || right > innerWidth - notch + 1);
const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
const found = [];
while (texts.nextNode()) {
  const text = texts.currentNode;
  const range = new Range();
  range.selectNodeContents(text);
  const isShown = text.data.trim() && text.parentElement.checkVisibility() && !text.parentElement.closest(".skip");
  // What only a screen reader is told has no size.
  const isSeen = text.parentElement.getBoundingClientRect().width > 1;
  if (isShown && isSeen && [...range.getClientRects()].some(isIn)) found.push(`“${text.data.slice(0, 40)}”`);
}
for (const it of document.querySelectorAll("svg, canvas:not(.edge), button:not(.skip), input, select")) {
  if (it.checkVisibility() && isIn(it.getBoundingClientRect())) found.push(`${it.localName}.${it.getAttribute("class")}`);
}
return found;
