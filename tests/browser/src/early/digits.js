window.digits = [];
let last;
new MutationObserver(() => {
  const text = document.querySelector(".digits")?.textContent;
  if (text === last) return;
  last = text;
  window.digits.push({ text, at: performance.now() });
}).observe(document, { childList: true, subtree: true, characterData: true });
