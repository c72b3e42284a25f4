// Draws a figure that moves, away from the page's own thread.
onmessage = ({ data: sheet }) => {
  const pen = sheet.getContext("2d");

  onmessage = ({ data: [[width, height, ...place], styles, kinds, outlines] }) => {
    // A size that is set clears the sheet.
    sheet.width = width;
    sheet.height = height;
    pen.lineJoin = "round";
    pen.setTransform(...place);
    const lines = outlines.split("\n");
    kinds.split("\n").forEach((kind, i) => {
      const [fill, opacity, stroke, thickness] = styles[kind] ?? [];
      if (!fill) return;
      const path = new Path2D(lines[i]);
      if (stroke !== "none") {
        pen.strokeStyle = stroke;
        pen.lineWidth = parseFloat(thickness);
        pen.stroke(path);
      }
      pen.globalAlpha = opacity;
      pen.fillStyle = fill;
      pen.fill(path);
      pen.globalAlpha = 1;
    });
  };
  postMessage(0);
};
