// Files that go piece by piece (tus 1.0): progress, pause, and going on after a line that dropped or a tab that was closed.
// Without it the same field sends the file with its form.
(() => {
  const { tus } = globalThis;
  if (!tus?.isSupported) return;
  // The last pauses are long: a check by the antivirus may take minutes.
  const PAUSES = [0, 1000, 3000, 5000, 10000, 20000, 30000, 60000, 60000, 60000];

  const size = (bytes) => {
    const units = ["B", "kB", "MB", "GB"];
    let unit = 0;
    while (bytes >= 1024 && unit < 3) (bytes /= 1024), unit++;
    return `${bytes.toLocaleString(document.documentElement.lang, { maximumFractionDigits: unit > 1 ? 1 : 0 })} ${units[unit]}`;
  };

  /** One file is one upload for one purpose: chosen again, it goes on. Of somebody else at this browser the server knows nothing: it begins anew. */
  const fingerprint = (place, purpose) => async (file) =>
    ["affianca", place, purpose, file.name, file.size, file.lastModified].join("-");

  function begin(field) {
    const input = field.querySelector('input[type="file"]');
    const id = field.querySelector(`input[type="hidden"][name="${input.name}.caricamento"]`);
    const shown = field.querySelector("[data-upload-progress]");
    const [bar, told] = [shown.querySelector("progress"), shown.querySelector("[role=status]")];
    const [pause, resume, cancel] = ["pause", "resume", "cancel"].map((what) => shown.querySelector(`[data-upload-${what}]`));
    const form = input.form;
    const { upload: place, uploadPurpose: purpose } = field.dataset;
    const { name, required } = input;
    let upload;
    /** What was pressed to send the form while its file was on the way. */
    let pressed;
    let state = "idle";

    const tell = (text) => {
      if (told.textContent !== text) told.textContent = text;
    };
    const show = (now, text) => {
      state = now;
      field.dataset.uploadState = now;
      shown.hidden = now === "idle";
      bar.hidden = now === "arrived";
      pause.hidden = now !== "sending";
      resume.hidden = !["paused", "failed"].includes(now);
      tell(text);
    };
    const keep = () => {
      id.value = upload.url.split("/").pop();
      // The form carries the id; the file itself is on the server.
      input.removeAttribute("name");
      input.required = false;
      bar.value = 100;
      show("arrived", shown.dataset.arrived);
      const button = pressed;
      pressed = undefined;
      if (button !== undefined) form.requestSubmit(button);
    };
    const forget = () => {
      id.value = "";
      input.name = name;
      input.required = required;
      bar.value = 0;
    };

    const refused = (error) => {
      const answer = error.originalResponse;
      const status = answer?.getStatus() ?? 0;
      // A sentence of the server, meant to be read; anything else is not.
      const said = [404, 413, 422].includes(status) && answer.getHeader("Content-Type")?.startsWith("text/plain") ? answer.getBody() : "";
      if (said) forget();
      show(said ? "refused" : "failed", said || shown.dataset.failed);
    };

    async function start(file) {
      forget();
      upload = new tus.Upload(file, {
        endpoint: place,
        fingerprint: fingerprint(place, purpose),
        metadata: { filename: file.name, purpose },
        retryDelays: PAUSES,
        removeFingerprintOnSuccess: true,
        onShouldRetry: (error) => {
          const status = error.originalResponse?.getStatus() ?? 0;
          if (status === 0 || status >= 500 || status === 409 || status === 423) {
            if (state === "sending") tell(shown.dataset.waiting);
            return true;
          }
          return false;
        },
        onProgress: (sent, whole) => {
          bar.value = whole ? (100 * sent) / whole : 100;
          tell(sent === whole ? shown.dataset.checking : `${shown.dataset.sending}: ${size(sent)} ${shown.dataset.of} ${size(whole)}`);
        },
        onError: refused,
        onSuccess: keep,
      });
      const before = await upload.findPreviousUploads();
      if (before.length > 0) upload.resumeFromPreviousUpload(before[before.length - 1]);
      show("sending", before.length > 0 ? shown.dataset.resumed : shown.dataset.sending);
      upload.start();
    }

    input.addEventListener("change", () => {
      upload?.abort();
      pressed = undefined;
      const [file] = input.files;
      if (file) start(file);
      else forget(), show("idle", "");
    });
    pause.addEventListener("click", async () => {
      await upload.abort();
      pressed = undefined;
      show("paused", shown.dataset.paused);
      resume.focus();
    });
    resume.addEventListener("click", () => {
      show("sending", shown.dataset.resumed);
      upload.start();
      pause.focus();
    });
    cancel.addEventListener("click", async () => {
      const ending = upload;
      upload = pressed = undefined;
      input.value = "";
      forget();
      show("idle", "");
      input.focus();
      await ending?.abort(true).catch(() => {});
    });
    // A form sent while its file is on the way would send it a second time: it waits for the end, then goes.
    form.addEventListener("submit", (event) => {
      if (!["sending", "paused"].includes(state)) return;
      event.preventDefault();
      pressed = state === "sending" ? event.submitter : undefined;
      shown.scrollIntoView({ block: "center" });
      if (state === "paused") resume.focus();
    });
  }

  for (const field of document.querySelectorAll("[data-upload]")) begin(field);
})();
