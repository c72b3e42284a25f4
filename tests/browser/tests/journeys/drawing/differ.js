// How two pictures of the page differ where the player's seconds are. `shift`: how far the edges of what
// stands there have moved, in pixels of the page. `share`: how many of its pixels are another colour.
const [one, other] = await Promise.all([...arguments].map(pixels));
const differs = (x, i, y, j) => [0, 1, 2].some((n) => Math.abs(x[i + n] - y[j + n]) > 64);
return [".digits", ".line", ".time-left"].map((name) => {
  const box = document.querySelector(name).getBoundingClientRect();
  const [a, b] = [one(box), other(box)];
  const width = Math.round(box.width * devicePixelRatio);
  const every = Array.from({ length: a.length / 4 }, (_, i) => i * 4);
  const ink = (x) => every.filter((i) => differs(x, i, x, 0));
  const range = (numbers) => numbers.reduce(([from, to], it) => [Math.min(from, it), Math.max(to, it)], [1e9, -1]);
  const edges = (x) => [(i) => (i / 4) % width, (i) => Math.floor(i / 4 / width)].flatMap((at) => range(ink(x).map(at)));
  const [before, after] = [edges(a), edges(b)];
  return {
    shift: Math.max(...before.map((it, i) => Math.abs(it - after[i]))) / devicePixelRatio,
    share: every.filter((i) => differs(a, i, b, i)).length / ink(a).length,
  };
});
