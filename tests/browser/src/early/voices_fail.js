// The device has voices, and its synthesis fails.
speechSynthesis.speak = (words) =>
  setTimeout(() => words.dispatchEvent(Object.assign(new Event("error"), { error: "synthesis-failed" })));
