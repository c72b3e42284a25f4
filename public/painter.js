// Draws the player's digits, time left and line, second by second, away from the page's own thread.
onmessage = ({ data: sheets }) => {
  const pens = sheets.map((sheet) => sheet.getContext("2d"));
  let timer;

  const draw = (pen, what, ratio, [letters, color, weight, family, ...lengths]) => {
    const [width, height, gap] = lengths.map((it) => parseFloat(it) || 0);
    const [across, down] = [Math.round(width * ratio), Math.round(height * ratio)];
    const sheet = pen.canvas;
    // A sheet that is given its size anew, even the same, has the page's thread make it a new surface.
    if (sheet.width !== across) sheet.width = across;
    if (sheet.height !== down) sheet.height = down;
    pen.resetTransform();
    pen.clearRect(0, 0, across, down);
    pen.scale(ratio, ratio);
    pen.fillStyle = color;
    if (pen === pens[2]) return pen.fillRect(0, 0, (width * what) / 1000, height);
    pen.font = `${weight} ${letters} ${family}`;
    const zero = pen.measureText(0);
    // Numerals stand in cells of one width, so that none moves when another changes.
    const cells = what.match(/\d|\D+/g).map((part) => {
      const own = pen.measureText(part).width;
      return [part, own, /\d/.test(part) ? zero.width : own];
    });
    let x = cells.reduce((x, [, , cell]) => x - (cell + gap) / 2, width / 2);
    const y = (height + zero.fontBoundingBoxAscent - zero.fontBoundingBoxDescent) / 2;
    for (const [part, own, cell] of cells) {
      pen.fillText(part, x + (cell - own) / 2, y);
      x += cell + gap;
    }
  };

  onmessage = ({ data: [wait, frames, [ratio, ...styles]] }) => {
    clearTimeout(timer);
    const lines = frames.split("\n");
    let due = performance.now() + wait;
    const next = () => {
      const frame = lines.splice(0, 3);
      if (!frame[2]) return;
      pens.forEach((pen, i) => draw(pen, frame[i], ratio, styles.slice(i * 7, i * 7 + 7)));
      timer = setTimeout(next, due - performance.now());
      due += 1000;
    };
    next();
  };
  postMessage(0);
};
