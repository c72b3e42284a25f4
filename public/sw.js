// Keeps one build of Limber on the device, whole, so that it opens without a network. The build writes
// two lines before this one: BUILD, a name for all that is in it, and FILES, the address of each file
// from here with its hash.

// Other apps can share this origin, and another copy of this one: what is ours begins with this.
const OURS = `limber ${registration.scope} `;
const CACHE = OURS + BUILD;
const HOME = registration.scope;

const kept = new Map(FILES.map(([path]) => [new URL(path, HOME).href, path]));
// Some servers open a folder under this name too.
kept.set(new URL("index.html", HOME).href, "./");

addEventListener("install", (event) => {
  // Without routes it works as well.
  event.waitUntil(Promise.all([fill(), openAtOnce(event).catch(() => {})]));
});

addEventListener("activate", (event) => event.waitUntil(Promise.all([tidy(), clients.claim()])));

addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  const path = kept.get(url.split(/[?#]/)[0]);
  if (method === "GET" && path) event.respondWith(find(path, event.request));
});

// The page says the one once the person agrees to the new build, and the other where it came past this worker.
addEventListener("message", (event) => {
  if (event.data === "take over") skipWaiting();
  if (event.data === "lead me") event.waitUntil(clients.claim());
});

// Everything comes, and is what was built, or nothing is kept and the build before stays.
async function fill() {
  const cache = await caches.open(CACHE);
  const request = ([path, integrity]) => new Request(path, { cache: "no-cache", integrity });
  try {
    await cache.addAll(FILES.map(request));
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
}

// Where the browser knows routes, it takes the files from the cache without starting this worker first: the
// page is there sooner. What the cache has lost comes from the network then, too.
async function openAtOnce(event) {
  if (!event.addRoutes) return;
  const pathname = (path) => new URL(path, HOME).pathname.replace(/[^\w/%.-]/g, "\\$&");
  const or = FILES.map(([path]) => ({ urlPattern: new URLPattern({ pathname: pathname(path), search: "" }) }));
  await event.addRoutes({ condition: { or }, source: { cacheName: CACHE } });
}

async function tidy() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(OURS) && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
}

// A browser that is short of room may have thrown the cache away.
async function find(path, request) {
  const cache = await caches.open(CACHE);
  return (await cache.match(path)) ?? fetch(request);
}

// A note of a break was pressed: the page knows what to do, if there is one.
addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(hand(event.action));
});

async function hand(action) {
  const [page] = await clients.matchAll({ type: "window" });
  if (!page) return clients.openWindow("./#/breaks");
  page.postMessage(`pressed ${action}`);
  // Some browsers let nobody take the focus.
  return page.focus().catch(() => {});
}
