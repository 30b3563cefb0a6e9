// Asks every so many seconds what is new, and puts it where it belongs. Without it a link does the same.
const news = document.querySelector("[data-news]");
if (news) {
  const EVERY = 25_000;
  let tag = news.dataset.tag;
  // Nothing is moved away under somebody's hands: not while they write there, nor while something there is unfolded.
  const isBusy = (part) => part.contains(document.activeElement) || part.querySelector("details[open]") !== null;
  const parts = () => [...document.querySelectorAll("[data-part]")];
  const look = async () => {
    if (document.hidden || parts().some(isBusy)) return;
    const answer = await fetch(news.dataset.news, {
      cache: "no-store",
      headers: { Accept: "application/json", "If-None-Match": tag },
    });
    if (answer.status !== 200) return;
    const fresh = await answer.json();
    if (parts().some(isBusy)) return;
    tag = answer.headers.get("ETag");
    for (const part of parts()) if (part.dataset.part in fresh) part.innerHTML = fresh[part.dataset.part];
  };
  const again = async () => {
    try {
      await look();
    } catch {
      // The line is down: the next time.
    }
    setTimeout(again, EVERY);
  };
  setTimeout(again, EVERY);
  for (const told of document.querySelectorAll("[data-renews]")) told.hidden = false;
}
