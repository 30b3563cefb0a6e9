// Everything works without this file; it only spares steps.

const menus = () => document.querySelectorAll("details[data-menu][open]");

// A menu closes with Esc, with a click elsewhere, and when the focus leaves it.
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of menus()) {
    const inside = menu.contains(document.activeElement);
    menu.open = false;
    if (inside) menu.querySelector("summary").focus();
  }
});

for (const kind of ["click", "focusin"]) {
  document.addEventListener(kind, (event) => {
    for (const menu of menus()) {
      if (!menu.contains(event.target)) menu.open = false;
    }
  });
}

// A form that came back with faults is read from its list of faults.
document.getElementById("errori")?.focus();

// Whoever leaves takes the drafts of a section along: the next person at this computer finds none.
for (const form of document.querySelectorAll('form[action="/esci"]')) {
  form.addEventListener("submit", () => {
    try {
      for (const key of Object.keys(localStorage)) if (key.startsWith("affianca:")) localStorage.removeItem(key);
    } catch { /* storage forbidden: nothing was kept */ }
  });
}
