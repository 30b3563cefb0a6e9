// Saves a section while it is being filled in, and keeps on this computer what the network would not take.
// Without this file the same form saves with its own buttons.
//
// The server alone knows the rules: which questions are asked now, what is wrong, who changed an answer first. This
// file sends what changed to the form's own address, asking for JSON, and shows what it is told.
(() => {
  "use strict";

  const form = document.querySelector("form[data-autosave]");
  if (!form || !window.fetch || !window.URLSearchParams) return;

  const key = "affianca:" + form.dataset.autosave;
  const line = form.querySelector("[data-last-saved]");
  const progress = document.querySelector("[data-progress]");
  const dirty = new Map(); // question → how many times it was touched since it was last saved
  let timer = 0;
  let sending = false;
  let leaving = false;

  const box = (question) => form.querySelector('[data-question="' + question + '"]');
  const belongs = (name, question) => {
    const from = name.indexOf("[");
    return from > 0 && name.slice(from + 1).split("]")[0] === question;
  };
  const fieldsOf = (questions) => [...new FormData(form)].filter(([name]) => questions.some((q) => belongs(name, q)));

  const answersOf = (fields) => JSON.stringify(fields.filter(([name]) => /^[ant]\[/.test(name)));

  // Drafts: only what was touched and not yet saved, with the revision it was written on.
  const keep = () => {
    try {
      if (dirty.size === 0) localStorage.removeItem(key);
      else localStorage.setItem(key, JSON.stringify({ questions: [...dirty.keys()], fields: fieldsOf([...dirty.keys()]) }));
    } catch { /* full or forbidden: the buttons still save */ }
  };

  const restore = () => {
    let draft = null;
    try { draft = JSON.parse(localStorage.getItem(key)); } catch { /* not ours */ }
    if (!draft || !Array.isArray(draft.questions) || draft.questions.length === 0) return;
    for (const question of draft.questions) {
      const own = box(question);
      if (!own) continue;
      const values = draft.fields.filter(([name]) => belongs(name, question));
      // Saved meanwhile by a button of the form: nothing to restore.
      if (answersOf(values) === answersOf(fieldsOf([question]))) continue;
      for (const field of own.querySelectorAll("input, textarea")) {
        const given = values.filter(([name]) => name === field.name).map(([, value]) => value);
        if (field.type === "radio" || field.type === "checkbox") field.checked = given.includes(field.value);
        else if (given.length > 0) field.value = given[0];
      }
      dirty.set(question, 1);
    }
    keep();
    if (dirty.size === 0) return;
    say(form.dataset.restored);
    plan(200);
  };

  const say = (text) => { if (line) line.textContent = text; };

  const touched = (event) => {
    const own = event.target.closest("[data-question]");
    if (!own) return;
    const question = own.dataset.question;
    dirty.set(question, (dirty.get(question) || 0) + 1);
    keep();
    plan(event.target.matches("input[type=radio], input[type=checkbox]") ? 250 : 1500);
  };

  const plan = (milliseconds) => {
    clearTimeout(timer);
    timer = setTimeout(send, milliseconds);
  };

  const send = async () => {
    if (sending || leaving || dirty.size === 0) return;
    sending = true;
    const sent = new Map(dirty);
    const body = new URLSearchParams();
    for (const name of ["chi", "ente"]) body.append(name, form.elements[name].value);
    for (const [name, value] of fieldsOf([...sent.keys()])) body.append(name, value);
    say(form.dataset.saving);
    try {
      const answer = await fetch(form.action, { method: "POST", body, headers: { Accept: "application/json" }, credentials: "same-origin" });
      await told(answer, sent);
    } catch {
      say(form.dataset.offline);
      plan(15000);
    } finally {
      sending = false;
    }
    if (dirty.size > 0 && [...dirty].some(([q, n]) => sent.get(q) !== n)) plan(250);
  };

  const told = async (answer, sent) => {
    if (answer.status === 401) return expired();
    const reply = await answer.json().catch(() => ({}));
    if (!reply.questions) return say(reply.message || reply.detail || form.dataset.offline);
    const unsaved = new Set([...Object.keys(reply.problems), ...reply.conflicts.map((c) => c.question)]);
    for (const [question, times] of sent) {
      if (unsaved.has(question)) continue;
      update(question, reply.questions[question]);
      if (dirty.get(question) === times) dirty.delete(question);
    }
    keep();
    for (const own of form.querySelectorAll("[data-question]")) {
      const question = own.dataset.question;
      const asked = reply.visible.includes(question);
      own.hidden = !asked;
      const when = form.querySelector('[data-unless="' + question + '"]');
      if (when) when.hidden = asked;
      if (sent.has(question)) complain(own, reply.problems[question]);
    }
    for (const conflict of reply.conflicts) complain(box(conflict.question), conflict.message);
    if (progress) progress.textContent = reply.progress;
    say(reply.saved_at);
  };

  // The next save is compared with what stands now.
  const update = (question, standing) => {
    if (!standing) return;
    form.elements["rev[" + question + "]"].value = standing.revision;
    form.elements["b[" + question + "]"].value = standing.fingerprint;
  };

  const complain = (own, text) => {
    if (!own) return;
    own.classList.toggle("aff-wrong", Boolean(text));
    let note = own.querySelector(".aff-error[data-script]");
    if (!text) return note && note.remove();
    if (!note) {
      note = document.createElement("p");
      note.className = "aff-error";
      note.dataset.script = "";
      note.setAttribute("role", "alert");
      own.querySelector("legend").after(note);
    }
    note.textContent = text;
  };

  const expired = () => {
    say(form.dataset.expired + " ");
    const link = document.createElement("a");
    link.href = "/entra?ritorno=" + encodeURIComponent(location.pathname);
    link.textContent = form.dataset.signIn;
    if (line) line.append(link);
  };

  // Numbers: what can be said while one types, without asking the server. Italians write 2.558 and 2,5.
  const numberIn = (field) => {
    const bare = field.value.replace(/\s/g, "");
    const text = field.inputMode === "numeric" ? bare.replace(/\./g, "") : bare;
    return text === "" ? NaN : Number(text.replace(",", "."));
  };
  const written = (value) => new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 1, useGrouping: "min2" }).format(value);

  const shares = () => {
    for (const own of form.querySelectorAll("[data-share-of]")) {
      const whole = document.getElementById(own.dataset.shareOf);
      const total = whole ? numberIn(whole) : Number(own.dataset.total);
      const part = numberIn(own.closest("[data-question]").querySelector(".aff-number input"));
      const known = total > 0 && part >= 0 && part <= total;
      own.textContent = known ? own.dataset.text.replace("{p}", written((part / total) * 100)).replace("{n}", written(total)) : "";
    }
  };

  const proposals = () => {
    for (const own of form.querySelectorAll("[data-proposed]")) {
      const question = own.closest("[data-question]");
      const value = numberIn(question.querySelector(".aff-number input"));
      const differs = !Number.isNaN(value) && value !== Number(own.dataset.proposed);
      const why = form.elements["n[" + question.dataset.question + "]"];
      own.querySelector("[data-use]").hidden = value === Number(own.dataset.proposed);
      own.querySelector("[data-differs]").hidden = !differs || why.value.trim() !== "";
    }
  };

  const use = (event) => {
    if (!event.target.matches("[data-use]")) return;
    const field = event.target.closest("[data-question]").querySelector(".aff-number input");
    field.value = event.target.closest("[data-proposed]").dataset.proposed;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.focus();
  };

  const numbers = () => { shares(); proposals(); };

  form.addEventListener("input", numbers);
  form.addEventListener("click", use);
  form.addEventListener("input", touched);
  form.addEventListener("change", touched);
  form.addEventListener("submit", () => {
    // The page goes with the whole form; the draft stays until a page says that it is saved.
    leaving = true;
    clearTimeout(timer);
  });
  window.addEventListener("pageshow", () => { leaving = false; });
  window.addEventListener("online", () => plan(100));
  restore();
  numbers();
})();
