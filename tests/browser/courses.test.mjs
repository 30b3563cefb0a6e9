// Courses as a learner meets them: enrolled, half done, resumed, failed, passed; without scripts, at both widths.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { WIDTHS, invalid, judge, openBrowser, openPage, picture, signIn, startServer } from "./rig.mjs";

const PASSWORD = "quattro passi in piazza";
const COURSE = "/corsi/organizzare-accoglienza";
const TEST = `${COURSE}/prova/finale`;

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

/** Judges the page that stands in the browser now, and keeps its HTML for the checker. */
async function look(page, name, faults, { opinion = true } = {}) {
  await judge(page, `corsi-${name}`, faults, { opinion });
}

function keepPages(page) {
  page.on("response", async (response) => {
    const html = response.request().isNavigationRequest() && /text\/html/.test(response.headers()["content-type"] ?? "");
    if (!html || response.status() === 304) return;
    const body = await response.text().catch(() => "");
    if (body) seen.push({ name: `${response.request().method()} ${new URL(response.url()).pathname}`, html: body });
  });
}

const press = (page, name) => page.getByRole("button", { name }).click();

/** Reads lessons by their button until the page of the course, or so many. */
async function readOn(page, lessons) {
  for (let n = 0; n < lessons; n++) await press(page, "Ho letto la lezione");
}

/** Answers every question with its first or last choice; a matrix row by row. */
async function answer(page, which) {
  for (const set of await page.locator("form.aff-quiz fieldset:not(:has(fieldset))").all()) {
    const inputs = set.locator("input");
    await inputs.nth(which === "first" ? 0 : (await inputs.count()) - 1).check();
  }
  for (const number of await page.locator('form.aff-quiz input:not([type="hidden"]):not([type="radio"]):not([type="checkbox"])').all()) {
    await number.fill("0");
  }
}

for (const width of WIDTHS) {
  test(`a course from the list to the test, at ${width} px`, async () => {
    const { page, context, faults } = await openPage(browser, { width, scripts: "barred" });
    keepPages(page);
    await page.goto(`${server.url}/corsi`);
    await look(page, "elenco", faults);
    await page.goto(`${server.url}${COURSE}`);
    await look(page, "corso-visitatore", faults);
    assert.match(await page.textContent("main"), /Il corso è completato quando/);
    await signIn(page, server.url, width > 500 ? "carla.segretaria" : "unione.referente", PASSWORD);
    await page.goto(`${server.url}${COURSE}`);
    await press(page, "Iscrivetevi");
    await look(page, "corso-iscritta", faults);
    await page.getByRole("link", { name: "Cominciate dalla prima lezione" }).click();
    await look(page, "lezione", faults);
    await readOn(page, 3);

    // Away, and back where one was.
    await page.goto(`${server.url}/corsi`);
    assert.match(await page.textContent("main"), /Lezioni lette: 3 su 7/);
    await page.goto(`${server.url}${COURSE}`);
    await page.getByRole("link", { name: /^Riprendete da/ }).click();
    await page.waitForURL(/\/sportello$/);
    await page.getByRole("link", { name: "Ripasso: lo sportello" }).click();
    await press(page, "Cominciate il ripasso");
    await look(page, "ripasso", faults, { opinion: false });
    await press(page, "Consegnate le risposte");
    assert.match(await page.textContent("main"), /Date una risposta/);
    await look(page, "ripasso-vuoto", faults, { opinion: false });
    await answer(page, "first");
    await press(page, "Consegnate le risposte");
    await look(page, "ripasso-esito", faults, { opinion: false });
    await page.getByRole("link", { name: "Torna alla lezione" }).click();
    await readOn(page, 4);

    await page.getByRole("link", { name: "Andate alla prova finale" }).click();
    await look(page, "prova-prima", faults, { opinion: false });
    await press(page, "Cominciate la prova");
    await look(page, "prova", faults, { opinion: false });
    const asked = await page.textContent("main");
    await page.reload();
    assert.equal(await page.textContent("main"), asked, "the same questions after a reload");
    await answer(page, "last");
    await press(page, "Consegnate le risposte");
    assert.match(await page.textContent("main"), /Prova (non )?superata/);
    await look(page, "prova-esito", faults, { opinion: false });
    await page.goto(`${server.url}/mappa`);
    assert.match(await page.textContent("main"), /Corsi/);
    assert.deepEqual(faults, []);
    await context.close();
  });
}

test("the courses of the demonstration: one half done, one completed", async () => {
  const { page, context, faults } = await openPage(browser, { width: WIDTHS[0] });
  keepPages(page);
  await signIn(page, server.url, "anna.referente", PASSWORD);
  await page.goto(`${server.url}/corsi/iscrizione-anagrafica`);
  assert.match(await page.textContent("main"), /Lezioni lette: 3 su 7/);
  for (const lesson of ["dimora-abituale", "titolo-valido", "rinnovo-della-dichiarazione", "protezione"]) {
    await page.goto(`${server.url}/corsi/iscrizione-anagrafica/${lesson}`);
    await look(page, lesson, faults);
    for (const image of await page.locator("main img").all()) {
      await image.scrollIntoViewIfNeeded();
      await page.waitForFunction((img) => img.complete, await image.elementHandle());
      assert.ok(await image.evaluate((img) => img.naturalWidth > 0), `${lesson}: the picture is drawn`);
    }
  }
  await context.clearCookies();
  await signIn(page, server.url, "luca.anagrafe", PASSWORD);
  await page.goto(`${server.url}/corsi/iscrizione-anagrafica`);
  await look(page, "completato", faults);
  assert.match(await page.textContent("main"), /Completato il/);
  await page.goto(`${server.url}/corsi/iscrizione-anagrafica/prova/finale`);
  await page.getByRole("link", { name: /^Tentativo 1: 8 risposte giuste su 8/ }).click();
  await look(page, "superata", faults, { opinion: false });
  assert.match(await page.textContent("main"), /Prova superata/);
  await context.clearCookies();
  await signIn(page, server.url, "segreteria", PASSWORD);
  await page.goto(`${server.url}/segreteria/corsi`);
  await look(page, "segreteria", faults);
  assert.deepEqual(faults, []);
  await context.close();
});

test("every page of courses is valid HTML", async () => {
  assert.ok(seen.length > 20);
  assert.deepEqual(await invalid(seen), []);
});
