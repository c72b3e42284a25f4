// Whether the edge of the screen is lit in a picture of the page: halfway down, what is at the very left is of another
// colour than what is beside it.
const read = await pixels(arguments[0]);
const [edge, inside] = [4, 14].map((left) => read({ left, top: innerHeight / 2, width: 1, height: 1 }));
return [0, 1, 2].some((n) => Math.abs(edge[n] - inside[n]) > 64);
