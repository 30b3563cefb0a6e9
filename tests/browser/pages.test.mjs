// Every page, at a desk and on a telephone, with scripts and without: nothing to object to.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { WIDTHS, axe, focusIsSeen, hooks, invalid, layout, openBrowser, openPage, picture, startServer } from "./rig.mjs";

/** Addresses that need no sign-in; AFFIANCA_PAGES (separated by spaces) looks at others instead. */
const PUBLIC = process.env.AFFIANCA_PAGES?.split(" ") ?? ["/", "/autodiagnosi", "/autodiagnosi/questionario", "/autodiagnosi/questionario/assetto", "/entra", "/assistenza", "/accessibilita", "/privacy", "/note-legali", "/statistiche", "/mappa"];

let server, browser;
before(async () => {
  server = await startServer();
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

// The language is asked for by name each time: the cookie would keep the one before.
const inBoth = PUBLIC.flatMap((path) => ["it", "en"].map((lang) => `${path}${path.includes("?") ? "&" : "?"}lang=${lang}`));

for (const width of WIDTHS) {
  for (const scripts of ["on", "barred"]) {
    test(`public pages at ${width} px, scripts ${scripts}`, async () => {
      const { page, context, faults } = await openPage(browser, { width, scripts });
      for (const path of inBoth) {
        const answer = await page.goto(server.url + path);
        const found = [...(await axe(page)), ...(await layout(page)), ...(await hooks(page, { trail: path.split("?")[0] !== "/" }))];
        if (answer.status() !== 200) found.push(`status ${answer.status()}`);
        faults.push(...found.map((fault) => `${path}: ${fault}`));
        if (scripts === "on") await picture(page, `${path}-${width}`);
      }
      await context.close();
      assert.deepEqual(faults, []);
    });
  }
}

test("public pages stand where scripts are off in the browser", async () => {
  const { page, context, faults } = await openPage(browser, { width: 390, scripts: "off" });
  for (const path of inBoth) {
    await page.goto(server.url + path);
    const found = [...(await layout(page)), ...(await hooks(page, { trail: path.split("?")[0] !== "/" }))];
    faults.push(...found.map((fault) => `${path}: ${fault}`));
  }
  await context.close();
  assert.deepEqual(faults, []);
});

test("public pages do not run over the side at 320 px", async () => {
  const { page, context, faults } = await openPage(browser, { width: 320 });
  for (const path of inBoth) {
    await page.goto(server.url + path);
    faults.push(...(await layout(page)).map((fault) => `${path}: ${fault}`));
  }
  await context.close();
  assert.deepEqual(faults, []);
});

test("public pages show what has the focus", async () => {
  const { page, context, faults } = await openPage(browser, { width: 390 });
  // Low enough for the bar at the foot to be in the way, had it no room of its own.
  await page.setViewportSize({ width: 390, height: 600 });
  for (const path of PUBLIC) {
    await page.goto(server.url + path);
    faults.push(...(await focusIsSeen(page)).map((fault) => `${path}: ${fault}`));
  }
  await context.close();
  assert.deepEqual(faults, []);
});

test("public pages and pages of failure are valid HTML", async () => {
  const pages = [];
  for (const path of [...inBoth, "/non-esiste"]) {
    const answer = await fetch(server.url + path, { headers: { accept: "text/html" } });
    pages.push({ name: path, html: await answer.text() });
  }
  assert.deepEqual(await invalid(pages), []);
});

test("the blank questionnaire has room to write, on the screen and on paper", async () => {
  const { page, context } = await openPage(browser);
  await page.goto(`${server.url}/autodiagnosi/questionario`);
  for (const media of ["screen", "print"]) {
    await page.emulateMedia({ media });
    // A label, then a rule up to the end of the line: other pages must not style it away.
    const short = await page.locator(".aff-writing").evaluateAll((lines) =>
      lines.map((line) => Number.parseFloat(getComputedStyle(line, "::after").width)).filter((width) => !(width > 60)),
    );
    assert.deepEqual(short, [], media);
    assert.ok((await page.locator(".aff-writing").count()) > 90);
  }
  await context.close();
});

test("a page that does not exist says so, in both languages and without scripts", async () => {
  const { page, context, faults } = await openPage(browser, { scripts: "barred" });
  for (const [path, title] of [["/non-esiste", "Pagina non trovata"], ["/non-esiste?lang=en", "Page not found"]]) {
    const answer = await page.goto(server.url + path);
    assert.equal(answer.status(), 404);
    assert.equal(await page.locator("h1").textContent(), title);
    assert.match(await page.locator(".aff-code strong").textContent(), /^\d{4}-\d{4}$/);
    faults.push(...(await axe(page)), ...(await hooks(page, { opinion: false })));
  }
  await context.close();
  assert.deepEqual(faults, []);
});

test("the menu on a telephone opens without scripts and closes with Esc with them", async () => {
  for (const scripts of ["off", "on"]) {
    const { page, context } = await openPage(browser, { width: 390, scripts });
    await page.goto(server.url);
    const entry = page.locator(".aff-nav a").first();
    assert.equal(await entry.isVisible(), false);
    await page.locator(".aff-nav summary").click();
    assert.equal(await entry.isVisible(), true);
    if (scripts === "on") {
      await page.keyboard.press("Escape");
      assert.equal(await entry.isVisible(), false);
    }
    await context.close();
  }
});

test("files come compressed, for a year under their hash, and not again when known", async () => {
  const page = await (await fetch(server.url)).text();
  const addresses = [...page.matchAll(/(?:href|src)="(\/static\/[^"#]+)/g)].map((match) => match[1]);
  assert.ok(addresses.some((a) => a.includes("bootstrap-italia.min.css")), "the kit is linked");
  for (const address of new Set(addresses)) {
    const answer = await fetch(server.url + address, { headers: { "accept-encoding": "br" } });
    assert.equal(answer.status, 200, address);
    assert.equal(answer.headers.get("cache-control"), "public, max-age=31536000, immutable", address);
    assert.equal(answer.headers.get("content-encoding"), "br", `${address}: npm run build makes the compressed twins`);
    const again = await fetch(server.url + address, { headers: { "accept-encoding": "br", "if-none-match": answer.headers.get("etag") } });
    assert.equal(again.status, 304, address);
  }
  const stale = await fetch(`${server.url}/static/affianca.css?v=000000000000`);
  assert.equal(stale.headers.get("cache-control"), "public, no-cache");
  assert.equal((await fetch(`${server.url}/static/build.mjs`)).status, 404);
});

test("a public page may be kept, and is not sent twice", async () => {
  const first = await fetch(server.url);
  assert.match(first.headers.get("cache-control"), /^public/);
  const tag = first.headers.get("etag");
  assert.equal((await fetch(server.url, { headers: { "if-none-match": tag } })).status, 304);
  const english = await fetch(server.url, { headers: { cookie: "lingua=en", "if-none-match": tag } });
  assert.equal(english.status, 200, "another language is another page");
});
