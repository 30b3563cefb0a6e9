// What comes after a giornata, without scripts: materials attached in two clicks and read by who is enrolled, the survey answered
// on one page, the figures that may be shown; and every page of it.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { WIDTHS, invalid, judge, openBrowser, openPage, signIn, startServer } from "./rig.mjs";

const PASSWORD = "quattro passi in piazza";
const SLIDES = { name: "slide.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7\nslide\n%%EOF\n") };

let server, browser;
const seen = [];
before(async () => {
  server = await startServer();
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

async function look(page, name, faults, options) {
  const width = page.viewportSize().width;
  seen.push({ name: `${name} at ${width}`, html: await page.content() });
  await judge(page, name, faults, options);
}

/** The two giornate of the demonstration that are of these days: yesterday's first. */
async function days(page) {
  await page.goto(`${server.url}/area/docenza`);
  const rows = page.locator("main table tr", { hasText: "L’accoglienza in pratica" });
  const links = await rows.locator("th a").evaluateAll((all) => all.map((a) => a.href));
  assert.equal(links.length, 2);
  return { over: links[0], running: links[1] };
}

test("slides in two clicks, seen by who is enrolled, replaced and withdrawn, scripts barred", async () => {
  const width = WIDTHS[1];
  const { page, context, faults } = await openPage(browser, { width, scripts: "barred" });
  await signIn(page, server.url, "docente", PASSWORD);
  const { over } = await days(page);
  await page.locator("main table tr", { hasText: "L’accoglienza in pratica" }).first().getByRole("link", { name: /Carica slide/ }).click();
  await look(page, "materiali", faults);
  await page.setInputFiles('input[type="file"]', { ...SLIDES, name: "slide.exe", buffer: Buffer.from("MZ") });
  await page.getByRole("button", { name: "Carica", exact: true }).click();
  await page.locator("#errori").waitFor();
  await look(page, "materiali-errore", faults);
  await page.setInputFiles('input[type="file"]', SLIDES);
  await page.fill('[name="titolo"]', "Slide del mattino");
  await page.getByRole("button", { name: "Carica", exact: true }).click();
  await page.waitForURL(/esito=caricato/);
  await look(page, "materiali-caricati", faults);

  const second = await openPage(browser, { width, scripts: "barred" });
  await signIn(second.page, server.url, "anna.referente", PASSWORD);
  await second.page.goto(`${server.url}/area/seminari`);
  await look(second.page, "seminari-con-materiali", second.faults);
  const file = await second.page.getByRole("link", { name: "Slide del mattino" }).getAttribute("href");
  const got = await second.page.request.get(`${server.url}${file}`);
  assert.equal(got.status(), 200);
  assert.match(got.headers()["content-disposition"], /slide-del-mattino\.pdf/);
  const day = over.split("/").pop();
  await second.page.goto(`${server.url}/seminari/${day}`);
  assert.match(await second.page.locator("main").innerText(), /Slide del mattino/);
  await look(second.page, "giornata-con-materiali", second.faults);

  await page.getByRole("link", { name: /nuova versione/ }).first().click();
  await look(page, "materiali-versione", faults);
  await page.setInputFiles('input[type="file"]', { ...SLIDES, buffer: Buffer.from("%PDF-1.7\naltre\n%%EOF\n") });
  await page.getByRole("button", { name: "Sostituisci" }).click();
  await page.waitForURL(/esito=sostituito/);
  await page.getByRole("button", { name: /Ritira/ }).first().click();
  await page.waitForURL(/esito=ritirato/);
  await look(page, "materiali-ritirati", faults);
  assert.equal((await second.page.request.get(`${server.url}${file}`)).status(), 404);
  assert.deepEqual(second.faults, []);
  assert.deepEqual(faults, []);
  await second.context.close();
  await context.close();
});

test("the survey is answered on one page, once, scripts barred", async () => {
  // The job that opens it runs when the server has started.
  for (const width of WIDTHS) {
    const { page, context, faults } = await openPage(browser, { width, scripts: "barred" });
    await signIn(page, server.url, width === WIDTHS[0] ? "luca.anagrafe" : "anna.referente", PASSWORD);
    await page.goto(`${server.url}/area/questionari`);
    for (let tries = 0; tries < 40 && (await page.getByRole("link", { name: /Rispondi al questionario/ }).count()) === 0; tries++) {
      await new Promise((done) => setTimeout(done, 500));
      await page.reload();
    }
    await look(page, "questionari", faults);
    await page.goto(`${server.url}/area`);
    await look(page, "area-con-questionario", faults);
    await page.getByRole("link", { name: "Rispondi", exact: true }).click();
    await page.getByRole("link", { name: /Rispondi al questionario/ }).first().click();
    await look(page, "questionario", faults);
    const address = page.url();
    await page.fill('[name="a[G02]"]', "tredici");
    await page.getByLabel("Del tutto d'accordo").first().check();
    await page.fill('[name="a[G12]"]', "Più tempo per le domande.");
    await page.getByRole("button", { name: "Invia le risposte" }).click();
    await page.locator("#errori").waitFor();
    assert.equal(await page.inputValue('[name="a[G12]"]'), "Più tempo per le domande.");
    await look(page, "questionario-errore", faults);
    await page.fill('[name="a[G02]"]', "2,5");
    await page.getByRole("button", { name: "Invia le risposte" }).click();
    await page.waitForURL(/esito=inviato/);
    await page.goto(address);
    assert.match(await page.locator("main").innerText(), /Avete già risposto/);
    await look(page, "questionario-risposto", faults);
    assert.deepEqual(faults, []);
    await context.close();
  }
});

test("figures are shown where enough people answered, at both widths", async () => {
  for (const width of WIDTHS) {
    const { page, context, faults } = await openPage(browser, { width, scripts: "barred" });
    await signIn(page, server.url, "segreteria", PASSWORD);
    await page.goto(`${server.url}/segreteria/gradimento`);
    assert.match(await page.locator("main").innerText(), /La giornata è utile per il mio lavoro/);
    await look(page, "gradimento", faults);
    const shown = page.locator("main table tr", { hasText: /7 risposte su 8/ }).locator("th a");
    await shown.click();
    assert.match(await page.locator("main").innerText(), /Domanda G04: 7 hanno risposto/);
    await look(page, "gradimento-giornata", faults);
    const csv = await page.request.get(`${page.url()}.csv`);
    assert.equal(csv.status(), 200);
    assert.match(await csv.text(), /G04/);
    const { over } = await days(page);
    await page.goto(`${over}/gradimento`);
    assert.match(await page.locator("main").innerText(), /I risultati si vedono dopo|si apre da solo/);
    await look(page, "gradimento-aperto", faults);
    assert.deepEqual(faults, []);
    await context.close();
  }
});

test("every page is valid", async () => {
  const faults = await invalid(seen);
  assert.deepEqual(faults, []);
});
