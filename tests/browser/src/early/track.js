window.recordings = [];
window.remote = {};
{
  const make = URL.createObjectURL;
  URL.createObjectURL = (blob) => {
    if (blob.type === "audio/wav") window.recordings.push(blob);
    return make.call(URL, blob);
  };
  const { play } = HTMLMediaElement.prototype;
  HTMLMediaElement.prototype.play = function () {
    window.track = this;
    return play.call(this);
  };
  const follow = MediaSession.prototype.setActionHandler;
  MediaSession.prototype.setActionHandler = function (action, then) {
    window.remote[action] = then;
    return follow.call(this, action, then);
  };
}
