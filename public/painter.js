// Draws the player's digits, time left and line, second by second, and lights the edge of the screen, away from the
// page's own thread.
onmessage = ({ data: sheets }) => {
  const pens = sheets.map((sheet) => sheet.getContext("2d"));
  const edge = pens[3];
  // How many pixels there are to one of the page, how large that is, and how each is drawn.
  let ratio, screen, styles;
  let isLit, timer, dark;

  const clear = (pen, width, height, ratio) => {
    const [across, down] = [Math.round(width * ratio), Math.round(height * ratio)];
    const sheet = pen.canvas;
    // A sheet that is given its size anew, even the same, has the page's thread make it a new surface.
    if (sheet.width !== across) sheet.width = across;
    if (sheet.height !== down) sheet.height = down;
    pen.resetTransform();
    pen.clearRect(0, 0, across, down);
    pen.scale(ratio, ratio);
  };

  const draw = (pen, what, [letters, color, weight, family, ...lengths]) => {
    const [width, height, gap] = lengths.map((it) => parseFloat(it) || 0);
    clear(pen, width, height, ratio);
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

  // What is as plain as that needs few pixels.
  const wipe = () => clear(edge, ...screen, 0.25);

  // In the colour of the bar, and as wide as where the page does it.
  const light = () => {
    wipe();
    edge.strokeStyle = styles[2][1];
    // Half of it is beyond the edge.
    edge.lineWidth = 24;
    edge.strokeRect(0, 0, ...screen);
  };

  const darken = () => {
    wipe();
    isLit = false;
  };

  const orders = {
    count(left, frames) {
      clearTimeout(timer);
      if (isLit) light();
      const lines = frames.split("\n");
      // Each frame but the first has a whole second; each has three lines, and one comes after the last.
      let due = performance.now() + left - ((lines.length - 4) / 3) * 1000;
      const next = () => {
        const frame = lines.splice(0, 3);
        if (!frame[2]) return;
        frame.forEach((what, i) => draw(pens[i], what, styles[i]));
        timer = setTimeout(next, due - performance.now());
        due += 1000;
      };
      next();
    },
    flash(millis) {
      clearTimeout(dark);
      dark = setTimeout(darken, millis);
      isLit = true;
      light();
    },
  };

  onmessage = ({ data: [order, [pixels, width, height, ...looks], ...details] }) => {
    [ratio, screen, styles] = [pixels, [width, height], looks];
    orders[order](...details);
  };
  postMessage(0);
};
