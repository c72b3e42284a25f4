// Makes the sheet within the app's own page, so that its styles hold. `arguments[0]` are the movements' ids;
// it answers where each picture is.
const pause = (time) => new Promise((done) => setTimeout(done, time));
const until = async (what) => {
  for (let tries = 0; tries < 300; tries += 1) {
    const found = what();
    if (found) return found;
    await pause(10);
  }
  throw new Error(`it never comes: ${what}`);
};
const large = () => document.querySelector(".figure.is-large svg");
const button = (name) => [...document.querySelectorAll("button")].find((it) => it.textContent === name && !it.hidden);

const collect = async (id) => {
  const before = large();
  location.hash = `#/movements/${id}`;
  await until(() => large() && large() !== before);
  const take = () => [large().outerHTML, large().parentElement.hasAttribute("data-mirrored")];
  const hold = take();
  const name = document.querySelector("h1").textContent;
  const slider = document.querySelector("input[type=range]");
  slider.value = 0;
  slider.dispatchEvent(new Event("input"));
  await pause(0);
  const start = take();
  slider.value = 100;
  slider.dispatchEvent(new Event("input"));
  await pause(0);
  const pictures = [["start", start], ["hold", hold]];
  const other = button("Left side");
  if (other && getComputedStyle(other).display !== "none") {
    other.click();
    await pause(0);
    pictures.push(["other side", take()]);
  }
  return { id, name, pictures, hold };
};

const sheet = (movements) => {
  const grid = document.createElement("div");
  Object.assign(grid.style, { display: "grid", gridTemplateColumns: "1fr 1fr", gap: "0 16px", padding: "8px", width: "1160px" });
  const cells = [];
  const cell = (row, name, [svg, isMirrored], width, height) => {
    const place = document.createElement("div");
    place.className = "figure";
    place.toggleAttribute("data-mirrored", isMirrored);
    Object.assign(place.style, { width: `${width}px`, height: `${height}px`, flex: "none" });
    place.innerHTML = svg;
    row.append(place);
    cells.push([name, place]);
  };
  for (const { id, name, pictures, hold } of movements) {
    const row = document.createElement("div");
    Object.assign(row.style, { display: "flex", alignItems: "center", gap: "4px", height: "92px", overflow: "hidden" });
    const title = document.createElement("span");
    title.textContent = name;
    Object.assign(title.style, { width: "84px", fontSize: "11px", lineHeight: "1.2", flex: "none" });
    row.append(title);
    cell(row, `${id}, small`, hold, 80, 60);
    for (const [moment, picture] of pictures) cell(row, `${id}, ${moment}`, picture, 118, 90);
    grid.append(row);
  }
  // What muscles are filled with stays.
  document.body.replaceChildren(grid, document.querySelector(".patterns"));
  scrollTo(0, 0);
  return cells.map(([name, place]) => {
    const { left, top, width, height } = place.getBoundingClientRect();
    const [x, y, w, h] = [left, top, width, height].map(Math.round);
    return { name, left: x, top: y, width: w, height: h };
  });
};

return (async () => {
  const movements = [];
  for (const id of arguments[0]) movements.push(await collect(id));
  return sheet(movements);
})();
