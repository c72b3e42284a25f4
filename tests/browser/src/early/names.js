window.named = [];
new MutationObserver((changes) => {
  for (const { target } of changes) {
    if (target.matches(".digits canvas")) named.push({ name: target.ariaLabel, at: performance.now() });
  }
}).observe(document, { attributeFilter: ["aria-label"], subtree: true });
