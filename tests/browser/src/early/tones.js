// One entry for each tone: its pitch, when it is to sound on the audio clock, when that was asked for
// by the page's clock, and whether it was taken back. Those that are too low to hear are in `window.wakings`.
window.tones = [];
window.wakings = [];
const LOWEST_HERTZ = 50;
const entries = new WeakMap();
const { start } = AudioScheduledSourceNode.prototype;
AudioScheduledSourceNode.prototype.start = function (when = 0) {
  const entry = { hertz: this.frequency.value, when, asked: performance.now(), isTakenBack: false };
  entries.set(this, entry);
  (entry.hertz < LOWEST_HERTZ ? window.wakings : window.tones).push(entry);
  window.audio = this.context;
  return start.call(this, when);
};
const { disconnect } = AudioNode.prototype;
AudioNode.prototype.disconnect = function (...to) {
  const entry = entries.get(this);
  if (entry) entry.isTakenBack = true;
  return disconnect.apply(this, to);
};
