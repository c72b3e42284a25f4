// A voice of the device that takes its time and makes no sound. What it was told to say is in `window.said`, each with
// whether it was cut short.
window.said = [];
{
  const voice = { lang: "en-GB", localService: true };
  const PER_CHARACTER = 150;
  let entry, timer;
  window.SpeechSynthesisUtterance = class {
    constructor(text) {
      this.text = text;
    }
  };
  const synthesis = {
    getVoices: () => [voice],
    get speaking() {
      return Boolean(entry);
    },
    speak({ text }) {
      if (!text) return;
      entry = { text, isCut: false };
      window.said.push(entry);
      timer = setTimeout(() => (entry = undefined), text.length * PER_CHARACTER);
    },
    cancel() {
      clearTimeout(timer);
      if (entry) entry.isCut = true;
      entry = undefined;
    },
  };
  Object.defineProperty(window, "speechSynthesis", { value: synthesis });
}
