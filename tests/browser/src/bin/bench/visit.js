// Presses Start as early as a person could, which is when it has been painted, and notes when that was
// answered, when what it starts was running, and when all of the app was there: Limber counts getting
// ready from the press on, before it is there. Times count from the start of the navigation.
window.visit = new Promise((done) => {
  const seen = { paint: 0, answered: null, works: null, there: null };
  const painted = (then) => requestAnimationFrame(() => setTimeout(then));
  const startButton = () => [...document.querySelectorAll("button")].find((it) => it.textContent.trim() === "Start");
  let pressed = null;
  let hasStarted = false;
  const look = () => {
    if (!seen.paint) return;
    const button = pressed ? null : startButton();
    if (button) {
      pressed = button;
      button.click();
    }
    if (!pressed) return;
    if (seen.answered === null && pressed.textContent.trim() !== "Start") {
      seen.answered = 0;
      painted(() => (seen.answered = performance.now()));
    }
    if (!hasStarted && (isCounting() || isThere())) {
      hasStarted = true;
      painted(() => {
        seen.works = performance.now();
        seen.answered ||= seen.works;
      });
    }
    if (seen.there === null && isThere()) {
      seen.there = 0;
      painted(() => {
        seen.there = performance.now();
        done(seen);
      });
    }
  };
  const isCounting = () => /\d/.test(pressed.textContent);
  const isThere = () =>
    document.querySelector("main.player h1") || document.querySelector("button")?.textContent === "Started";
  new PerformanceObserver((list) => {
    const paint = list.getEntriesByName("first-contentful-paint")[0];
    if (!paint) return;
    seen.paint = paint.startTime;
    look();
    // A page without a button is only looked at.
    if (document.title === "Nothing") done(seen);
  }).observe({ type: "paint", buffered: true });
  new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true });
});
