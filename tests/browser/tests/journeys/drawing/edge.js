// Whether the edge of the screen is lit in a picture of the page: halfway down, what is at the very left is of another
// colour than what is beside it.
const bytes = Uint8Array.from(atob(arguments[0]), (it) => it.charCodeAt(0));
const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
const pen = new OffscreenCanvas(image.width, image.height).getContext("2d");
pen.drawImage(image, 0, 0);
const [edge, inside] = [4, 14].map((x) => pen.getImageData(x * devicePixelRatio, image.height / 2, 1, 1).data);
return [0, 1, 2].some((n) => Math.abs(edge[n] - inside[n]) > 64);
