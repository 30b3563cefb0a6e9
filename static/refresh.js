// Looks again, every so many seconds, until what the page waits for has come. Without it a link does the same.
const waiting = document.querySelector("[data-refresh]");
if (waiting) {
  const again = async () => {
    try {
      const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
      const there = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-refresh]");
      if (!there) return location.reload();
    } catch {
      // The line is down: the next time.
    }
    setTimeout(again, Number(waiting.dataset.refresh) * 1000);
  };
  setTimeout(again, Number(waiting.dataset.refresh) * 1000);
}
