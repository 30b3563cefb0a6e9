// Starts the server, opens Chromium, and judges pages: content policy, axe, validity of HTML, hooks of public sites.
import { execFile, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { AxeBuilder } from "@axe-core/playwright";
import { chromium } from "playwright-core";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "..", "..");
const VNU = join(root, "node_modules", "vnu-jar", "build", "dist", "vnu.jar");

/** WCAG 2.0 to 2.2, levels A and AA, and what axe holds to be good practice. */
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];

/** A desk and a telephone. */
export const WIDTHS = [1280, 390];

/** Chromium as Debian ships it; the rest keeps it from calling home. */
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export async function freePort() {
  const server = createServer();
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

/**
 * The server under test: one that already runs at AFFIANCA_URL, or the program AFFIANCA_BIN started in a folder of its own.
 * `stop()` ends it by its process id and fails unless it left with status 0; `command()` runs another command on its data.
 */
export async function startServer(args = ["demo", "--fresh"], { port, settings = {} } = {}) {
  if (process.env.AFFIANCA_URL) return { url: process.env.AFFIANCA_URL.replace(/\/$/, ""), stop: async () => {} };
  const program = process.env.AFFIANCA_BIN;
  if (!program) throw new Error("set AFFIANCA_BIN to the program to test, or AFFIANCA_URL to a server that runs");
  const folder = await mkdtemp(join(tmpdir(), "affianca-browser-"));
  const listen = `127.0.0.1:${port ?? (await freePort())}`;
  const env = { ...process.env, ...settings, AFFIANCA_LISTEN: listen };
  const child = spawn(program, args, { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  child.stdout.on("data", (text) => (said += text));
  child.stderr.on("data", (text) => (said += text));
  const gone = new Promise((done) => child.once("exit", (code, signal) => done(code ?? signal)));
  const server = {
    url: `http://${listen}`,
    said: () => said,
    mail: join(folder, "data", "demo-mail"),
    command: (...words) => promisify(execFile)(program, words, { cwd: folder, env: { ...env, AFFIANCA_DATABASE: "sqlite://data/demo.db" } }),
    stop: async () => {
      child.kill("SIGTERM");
      const status = await gone;
      await rm(folder, { recursive: true, force: true });
      if (status !== 0) throw new Error(`the server left with ${status}\n${said}`);
    },
  };
  await alive(server, gone);
  return server;
}

async function alive(server, gone) {
  let status;
  gone.then((code) => (status = code));
  for (const until = Date.now() + 120_000; Date.now() < until; ) {
    if (status !== undefined) throw new Error(`the server left at once with ${status}\n${server.said()}`);
    const answer = await fetch(`${server.url}/salute/vivo`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  await server.stop().catch(() => {});
  throw new Error(`no answer from /salute/vivo in two minutes\n${server.said()}`);
}

export const openBrowser = () => chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: FLAGS });

/**
 * A page in a context of its own. `faults` gathers what a visitor would never see: violations of the content policy,
 * errors on the console, exceptions, files that did not come. `scripts` is "on", "off" in the browser, or "barred":
 * the page is as without scripts, and axe can still look at it.
 */
export async function openPage(browser, { width = 1280, scripts = "on", storageState } = {}) {
  const context = await browser.newContext({
    viewport: { width, height: width < 768 ? 844 : 900 },
    javaScriptEnabled: scripts !== "off",
    reducedMotion: "reduce",
    locale: "it-IT",
    storageState,
  });
  const page = await context.newPage();
  if (scripts === "barred") await page.route(/\.js(\?|$)/, (route) => route.fulfill({ contentType: "text/javascript", body: "" }));
  const faults = [];
  // A page that answers 404 by intention says so on the console too: only files of pages count.
  page.on("console", (message) => {
    if (message.type() === "error" && !/Failed to load resource/.test(message.text())) faults.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`exception: ${error.message}`));
  page.on("response", (response) => {
    if (response.status() >= 400 && response.request().resourceType() !== "document") faults.push(`${response.status()}: ${response.url()}`);
  });
  await context.exposeBinding("reportViolation", (_, text) => faults.push(`content policy: ${text}`));
  await context.addInitScript(() =>
    document.addEventListener("securitypolicyviolation", (e) => globalThis.reportViolation(`${e.effectiveDirective} ${e.blockedURI} ${e.sample}`)),
  );
  return { page, context, faults };
}

/** A store that speaks S3, with the settings that lead to it; none where Python is left out, which CI=true does not allow. */
export async function openBucket() {
  const python = join(here, "..", ".venv", "bin", "python");
  if (!existsSync(python)) {
    if (process.env.CI === "true") throw new Error("CI=true, and tests/.venv is missing: tests/tools/install makes it");
    return undefined;
  }
  const store = spawn(python, [join(here, "..", "tools", "s3-server"), "affianca-prova"], { stdio: ["pipe", "pipe", "ignore"] });
  const said = await new Promise((done) => store.stdout.once("data", done));
  const settings = {
    AFFIANCA_MEDIA: "s3://affianca-prova/ente/media",
    AWS_ENDPOINT: `http://127.0.0.1:${Number(String(said))}`,
    AWS_REGION: "eu-south-1",
    AWS_ACCESS_KEY_ID: "prova",
    AWS_SECRET_ACCESS_KEY: "prova",
  };
  return { settings, close: () => store.stdin.end() };
}

/** The last letter to an address, once it has left: its text, with lines as they were written. */
export async function letterTo(server, address) {
  for (const until = Date.now() + 30_000; Date.now() < until; ) {
    const names = (await readdir(server.mail).catch(() => [])).filter((name) => name.endsWith(".eml")).sort();
    const letters = await Promise.all(names.map((name) => readFile(join(server.mail, name), "utf8")));
    const last = letters.filter((letter) => letter.includes(`<${address}>`)).pop();
    if (last) return last.replace(/=\r?\n/g, "");
    await new Promise((done) => setTimeout(done, 200));
  }
  throw new Error(`no letter to ${address}`);
}

/** Signs in by the form of /entra. */
export async function signIn(page, url, username, password) {
  await page.goto(`${url}/entra`);
  await page.fill('[name="utente"]', username);
  await page.fill('[name="password"]', password);
  await page.click('main form button[type="submit"]');
  await page.waitForURL((address) => address.pathname !== "/entra");
}

/** What axe finds, one line for each rule and place. Axe is a script itself: it hangs where scripts are off. */
export async function axe(page) {
  // The legacy mode stays in the page; there are no frames to look into.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).withTags(RULES).analyze();
  return violations.flatMap((v) => v.nodes.map((node) => `axe ${v.id}: ${v.help}: ${node.target.join(" ")} ${node.html.slice(0, 160)}`));
}

/** What the Nu checker holds to be errors, and what is inline, for many pages as served, in one run: [{ name, html }]. */
export async function invalid(pages) {
  const folder = await mkdtemp(join(tmpdir(), "affianca-vnu-"));
  const names = new Map();
  for (const [n, { name, html }] of pages.entries()) {
    const file = join(folder, `${n}.html`);
    names.set(`${n}.html`, name);
    await writeFile(file, html);
  }
  const files = pages.map((_, n) => join(folder, `${n}.html`));
  const run = promisify(execFile)("java", ["-jar", VNU, "--errors-only", "--format", "json", ...files], { maxBuffer: 1 << 26 });
  const { stderr } = await run.catch((failed) => failed);
  await rm(folder, { recursive: true, force: true });
  const { messages } = JSON.parse(stderr);
  const inline = pages.filter(({ html }) => /<style|\sstyle=|<script(?![^>]*\ssrc=)|\son\w+=|javascript:/i.test(html));
  const errors = messages.map((m) => `vnu ${names.get(m.url.split("/").pop())}:${m.lastLine}: ${m.message} ${m.extract ?? ""}`);
  return [...errors, ...inline.map(({ name }) => `inline: ${name}`)];
}

/** The whole page as a picture, with bars that stick put where they belong. */
export async function picture(page, name) {
  const size = page.viewportSize();
  await mkdir(join(here, "shots"), { recursive: true });
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width: size.width, height: Math.min(Math.max(height, size.height), 12_000) });
  await page.screenshot({ path: join(here, "shots", `${name.replace(/[^a-z0-9]+/gi, "-").replace(/^-|-$/g, "") || "home"}.png`), fullPage: true });
  await page.setViewportSize(size);
}

/** What must hold on every page at this width: nothing runs over the side, nothing to tap is too small. */
export async function layout(page) {
  return page.evaluate(() => {
    const faults = [];
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth) faults.push(`runs over the side: ${root.scrollWidth} in ${root.clientWidth} px`);
    const wanted = ".aff-row > label, .aff-buttons .btn, .aff-steps a, .aff-fold > summary, details[data-menu] > summary, .aff-rates label";
    for (const target of document.querySelectorAll(wanted)) {
      const { width, height } = target.getBoundingClientRect();
      if (height > 0 && (height < 43.5 || width < 43.5)) faults.push(`target of ${width}×${height} px: ${target.textContent.trim().slice(0, 60)}`);
    }
    return faults;
  });
}

/** The hooks and marks that the validator of public sites looks for, and one title, one h1, one language. */
export async function hooks(page, { opinion = true, trail = true } = {}) {
  return page.evaluate(
    ({ opinion, trail }) => {
      const faults = [];
      const hook = (name) => document.querySelector(`[data-element="${name}"]`);
      const wanted = ["accessibility-link", "privacy-policy-link", "legal-notes", "faq", "report-inefficiency", "main-navigation"];
      if (trail) wanted.push("breadcrumb");
      if (opinion) {
        const rates = [1, 2, 3, 4, 5].map((n) => `feedback-rate-${n}`);
        wanted.push("feedback", "feedback-title", ...rates, "feedback-rating-positive", "feedback-rating-negative", "feedback-input-text");
      }
      for (const name of wanted) if (!hook(name)) faults.push(`no data-element ${name}`);
      const version = getComputedStyle(document.documentElement).getPropertyValue("--bootstrap-italia-version").replace(/["' ]/g, "");
      if (!(Number.parseInt(version, 10) >= 2)) faults.push(`kit version «${version}»`);
      for (const text of document.querySelectorAll("h1, h2, h3, h4, p")) {
        const family = getComputedStyle(text).fontFamily.split(",")[0].replace(/["']/g, "");
        if (!["Titillium Web", "Lora", "Roboto Mono"].includes(family)) faults.push(`font ${family}: ${text.textContent.trim().slice(0, 40)}`);
      }
      if (document.querySelectorAll("h1").length !== 1) faults.push(`${document.querySelectorAll("h1").length} h1`);
      if (!document.documentElement.lang) faults.push("no language");
      const days = document.querySelectorAll(".aff-updated time[datetime]");
      if (days.length !== 1) faults.push("no day of last update");
      return faults;
    },
    { opinion, trail },
  );
}

/** Judges the page as it stands, at its present width: axe, layout, hooks of public sites. Adds what is wrong to `faults`, and keeps a picture. */
export async function judge(page, name, faults, options) {
  const { width } = page.viewportSize();
  const found = [...(await axe(page)), ...(await layout(page)), ...(await hooks(page, options))];
  faults.push(...found.map((fault) => `${name} at ${width}: ${fault}`));
  await picture(page, `${name}-${width}`);
}

/** Headings as the accessibility tree has them, in the order of a screen reader: [{ level, text }]. */
export async function headings(page, within = "body") {
  const tree = await page.locator(within).ariaSnapshot();
  return [...tree.matchAll(/heading "((?:[^"\\]|\\.)*)" \[level=(\d)\]/g)].map(([, text, level]) => ({ level: Number(level), text }));
}

/** What is wrong with their order: the page begins with its one h1, and no level is passed over on the way down. */
export async function order(page) {
  const [all, main] = [await headings(page), await headings(page, "main")];
  const faults = main[0]?.level === 1 ? [] : [`main begins with «${main[0]?.text}», level ${main[0]?.level}`];
  if (all.filter(({ level }) => level === 1).length !== 1) faults.push(`${all.filter(({ level }) => level === 1).length} headings of level 1`);
  for (const [n, { level, text }] of main.entries()) {
    if (n > 0 && level > main[n - 1].level + 1) faults.push(`«${text}» of level ${level} follows «${main[n - 1].text}» of level ${main[n - 1].level}`);
  }
  return faults;
}

/** Tabs through the page: whatever has the focus must be seen, not lie under a bar (WCAG 2.2, 2.4.11). */
export async function focusIsSeen(page, most = 200) {
  const faults = [];
  await page.evaluate(() => window.scrollTo(0, 0));
  for (let n = 0; n < most; n++) {
    await page.keyboard.press("Tab");
    const found = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return { end: true };
      // A control drawn by its label is seen where the label is.
      const shown = element.matches(".visually-hidden") ? (element.labels?.[0] ?? element) : element;
      const box = shown.getBoundingClientRect();
      // The middle of the first strip that lies within the window: of something taller than it, a part is enough.
      const [above, below] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
      const [x, y] = [box.left + box.width / 2, above + Math.min((below - above) / 2, 20)];
      const top = document.elementFromPoint(x, y);
      const seen = top && (shown.contains(top) || top.contains(shown) || element.labels?.[0]?.contains(top));
      return { end: false, seen, what: `${element.tagName} ${element.id || element.textContent.trim().slice(0, 40)}` };
    });
    if (found.end) break;
    if (!found.seen) faults.push(`focus hidden: ${found.what}`);
  }
  return faults;
}
