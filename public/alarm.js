// Wakes the page after so many milliseconds. The timers of a hidden page are slowed down to one a minute;
// those of a worker are not.
let timer;
onmessage = ({ data }) => {
  clearTimeout(timer);
  timer = setTimeout(() => postMessage(0), data);
};
