window.startPlaces = [];
const look = () => {
  const start = document.querySelector(".start .main-button");
  const place = start && Math.round(start.getBoundingClientRect().top);
  if (start && startPlaces.at(-1) !== place) startPlaces.push(place);
  requestAnimationFrame(look);
};
look();
