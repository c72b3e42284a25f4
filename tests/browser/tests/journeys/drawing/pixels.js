// Reads a box of a picture of the page, in pixels of the page.
const pixels = async (picture) => {
  const bytes = Uint8Array.from(atob(picture), (it) => it.charCodeAt(0));
  const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
  const pen = new OffscreenCanvas(image.width, image.height).getContext("2d");
  pen.drawImage(image, 0, 0);
  return (box) => {
    const sides = [box.left, box.top, box.width, box.height];
    return pen.getImageData(...sides.map((it) => Math.round(it * devicePixelRatio))).data;
  };
};
