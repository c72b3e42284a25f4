// Draws a figure that moves, away from the page's own thread.
onmessage = ({ data: [sheet] }) => {
  const pen = sheet.getContext("2d");
  // Where the figure lies, how its parts are filled, and the pictures that may be seen again.
  let place, styles, film, timer;

  const draw = (parts) => {
    const [width, height, ...transform] = place;
    // A sheet that is given its size anew, even the same, has the page's thread make it a new surface.
    if (sheet.width !== width) sheet.width = width;
    if (sheet.height !== height) sheet.height = height;
    pen.resetTransform();
    pen.clearRect(0, 0, width, height);
    pen.lineJoin = "round";
    pen.setTransform(...transform);
    for (const [kind, path] of parts) {
      const [fill, opacity, stroke, thickness] = styles[kind] ?? [];
      if (!fill) continue;
      if (stroke !== "none") {
        pen.strokeStyle = stroke;
        pen.lineWidth = parseFloat(thickness);
        pen.stroke(path);
      }
      pen.globalAlpha = opacity;
      pen.fillStyle = fill;
      pen.fill(path);
      pen.globalAlpha = 1;
    }
  };

  // One picture after the other, by the time that has passed since `began`: so many of the way, and then the others
  // over and over.
  const play = (count, ...times) => {
    const [onTheWay, after, began] = times;
    const since = performance.now() - began;
    const rest = since - count * onTheWay;
    const [first, pictures, between, at] =
      rest < 0 ? [0, count, onTheWay, since] : [count, film.length - count, after, rest];
    draw(film[first + (Math.floor(at / between) % pictures)]);
    timer = setTimeout(play, Math.ceil(between - (at % between)), count, ...times);
  };

  const orders = {
    lay: (...laid) => ([place, styles] = laid),
    begin: () => (film = []),
    draw(number, kinds, outlines) {
      const paths = outlines.split("\n").map((it) => new Path2D(it));
      film[number] = kinds.split("\n").map((kind, i) => [kind, paths[i]]);
      draw(film[number]);
    },
    show: (number) => draw(film[number]),
    play: (count, onTheWay, after, since) => play(count, onTheWay, after, performance.now() - since),
    rest() {},
  };

  onmessage = ({ data: [order, ...details] }) => {
    clearTimeout(timer);
    orders[order](...details);
  };
  postMessage(0);
};
