let slept = 0;
const now = Date.now;
Date.now = () => now() + slept;
window.sleepFor = (millis) => {
  slept += millis;
};
