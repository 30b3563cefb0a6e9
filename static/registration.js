// Finds enti while somebody types. Without it the button does.

const form = document.querySelector("form[data-suggest]");
const field = form?.querySelector('input[name="nome"]');
const found = document.getElementById(form?.dataset.found ?? "");

/** Milliseconds without a key after which the server is asked. */
const PAUSE = 250;
let waiting;
let asked = 0;

const element = (name, className, text) => {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
};

const line = ({ name, about, href }) => {
  const link = element("a", "btn btn-outline-primary", name);
  link.href = href;
  link.append(element("span", "aff-quiet", ` ${about}`));
  const item = element("li");
  item.append(link);
  return item;
};

const show = ({ told, enti }) => {
  // The same element each time: screen readers read out what changes in it.
  const status = found.querySelector('[role="status"]');
  status.textContent = told;
  const list = element("ul", "aff-choices aff-enti");
  list.append(...enti.map(line));
  found.replaceChildren(status, ...(enti.length ? [list] : []));
};

async function suggest() {
  const typed = field.value.trim();
  if (typed.length < 2) return;
  const own = ++asked;
  const answer = await fetch(`${form.dataset.suggest}?nome=${encodeURIComponent(typed)}`, { headers: { Accept: "application/json" } });
  // An answer that was overtaken by another is of no use; one that failed leaves what stands.
  if (answer.ok && own === asked) show(await answer.json());
}

if (field && found) {
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => suggest().catch(() => {}), PAUSE);
  });
}
