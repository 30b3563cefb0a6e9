// The times of a transcript move the video on the page; without this script they are links to the second of the file.
const video = document.getElementById("video");

/** Moves the video to a second and lets it run, if somebody asked for it. */
function go(second, plays) {
  const seek = () => {
    video.currentTime = second;
    if (plays) video.play().catch(() => {});
  };
  if (video.readyState > 0) return seek();
  video.addEventListener("loadedmetadata", seek, { once: true });
  video.load();
}

/** The second of an address that ends in `#t=125`. */
function second(hash) {
  const found = /^#t=(\d+)$/.exec(hash);
  return found ? Number(found[1]) : null;
}

if (video) {
  for (const link of document.querySelectorAll("[data-second]")) {
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.button > 0) return;
      event.preventDefault();
      history.replaceState(null, "", `#t=${link.dataset.second}`);
      go(Number(link.dataset.second), true);
      video.scrollIntoView({ block: "nearest" });
    });
  }
  // A result of the search, or a link somebody passed on: ready at that second, and silent until it is started.
  const here = () => {
    const at = second(location.hash);
    if (at !== null) go(at, false);
  };
  window.addEventListener("hashchange", here);
  here();
}
