// The screen is kept on by locks of which nothing comes: they are in `window.locks`.
window.locks = [];
{
  class Lock extends EventTarget {
    async release() {}
  }
  const request = async () => {
    window.locks.push(new Lock());
    return window.locks.at(-1);
  };
  Object.defineProperty(navigator, "wakeLock", { value: { request } });
}
