// Voices of the device, as a Mac lists them, that take their time and make no sound. What they were told to say is in
// `window.said`, each with who said it and whether it was cut short.
window.said = [];
{
  const voice = (name, lang, localService = true) =>
    ({ name, lang, localService, voiceURI: name, default: false });
  const voices = [
    voice("Albert", "en-US"),
    voice("Anna", "de-DE"),
    voice("Daniel", "en-GB"),
    voice("Samantha", "en-US"),
    voice("Google UK English Female", "en-GB", false),
  ];
  const PER_CHARACTER = 150;
  let entry, timer;
  window.SpeechSynthesisUtterance = class extends EventTarget {
    constructor(text) {
      super();
      this.text = text;
    }
  };
  const synthesis = {
    getVoices: () => voices,
    get speaking() {
      return Boolean(entry);
    },
    speak({ text, voice }) {
      if (!text) return;
      entry = { text, by: voice.name, isCut: false };
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
