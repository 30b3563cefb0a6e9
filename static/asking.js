// While somebody writes a quesito, shows what may answer it already. Without it the same is shown after sending, once.
const form = document.querySelector("[data-similar-from]");
if (form) {
  /** Milliseconds without a key after which the server is asked, and the least that tells anything. */
  const PAUSE = 600;
  const LEAST = 8;
  const place = form.querySelector("[data-similar]");
  const [title, body] = [form.elements.titolo, form.elements.testo];
  let timer;
  let last = "";
  let own = 0;
  const look = async () => {
    const text = `${title.value}\n${body.value}`.trim();
    if (text.length < LEAST || text === last) return;
    last = text;
    const turn = ++own;
    try {
      const answer = await fetch(`${form.dataset.similarFrom}?testo=${encodeURIComponent(text.slice(0, 1000))}`, {
        headers: { Accept: "application/json" },
      });
      if (!answer.ok || turn !== own) return;
      const { simili } = await answer.json();
      // Nothing is moved away under somebody's hands.
      if (place.contains(document.activeElement) || place.innerHTML === simili) return;
      place.innerHTML = simili;
      if (simili && !form.elements.simili) {
        const seen = Object.assign(document.createElement("input"), { type: "hidden", name: "simili", value: "1" });
        form.append(seen);
      }
    } catch {
      // The line is down: it is shown after sending.
    }
  };
  for (const field of [title, body]) {
    field.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(look, PAUSE);
    });
  }
}
