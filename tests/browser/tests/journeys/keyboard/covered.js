// What has the focus, if something else lies over the middle of it.
const it = document.activeElement;
if (!it || it === document.body) return null;
const target = it.labels?.[0] ?? it;
const { left, top, width, height } = target.getBoundingClientRect();
const [x, y] = [left + width / 2, top + height / 2];
const above = document.elementFromPoint(x, y);
if (above && (target.contains(above) || above.contains(target))) return null;
return `“${it.ariaLabel ?? target.innerText}” is at ${Math.round(x)}, ${Math.round(y)} below “${above?.innerText ?? "nothing"}”`;
