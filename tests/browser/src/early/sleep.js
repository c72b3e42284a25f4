let slept = 0;
window.sleepFor = (millis) => {
  slept += millis;
};
window.Date = class extends Date {
  constructor(...at) {
    if (at.length) super(...at);
    else super(window.Date.now());
  }
};
{
  const now = Object.getPrototypeOf(Date).now;
  Date.now = () => now() + slept;
}
