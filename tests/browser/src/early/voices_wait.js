// WebKit's RequireUserGestureForSpeechStart: nothing is said before the page has asked for something within a press.
// How often that was refused is in `window.refused`.
window.refused = 0;
{
  let isPressed = false;
  let isOpen = false;
  for (const press of ["pointerup", "keydown", "click"]) {
    addEventListener(
      press,
      () => {
        isPressed = true;
        setTimeout(() => (isPressed = false));
      },
      true,
    );
  }
  const speak = speechSynthesis.speak.bind(speechSynthesis);
  speechSynthesis.speak = (words) => {
    isOpen ||= isPressed;
    if (isOpen) speak(words);
    else window.refused += 1;
  };
}
