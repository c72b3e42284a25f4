// Keeps what the worker that draws the seconds was told to count last: for each second the digits, the time left and
// the line, each on a line of its own.
{
  const { postMessage } = Worker.prototype;
  Worker.prototype.postMessage = function (order, ...rest) {
    if (order[0] === "count") window.counted = order.at(-1).split("\n");
    return postMessage.call(this, order, ...rest);
  };
}
