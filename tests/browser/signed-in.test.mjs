// Sign-in, personal area, the register of enti and what answers an opinion: every page that a form or a role leads to.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { WIDTHS, invalid, judge, openBrowser, openPage, signIn, startServer } from "./rig.mjs";

const PASSWORD = "quattro passi in piazza";

let server, browser;
/** Pages as they came, to be judged by the Nu checker in one run. */
const seen = [];
before(async () => {
  server = await startServer();
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

/** Judges the page that stands in the browser now. */
async function look(page, name, faults, { opinion = true } = {}) {
  await judge(page, name, faults, { opinion });
}

/** The HTML that answers a navigation, whatever its method. */
function keepPages(page) {
  page.on("response", async (response) => {
    const html = response.request().isNavigationRequest() && /text\/html/.test(response.headers()["content-type"] ?? "");
    if (!html || response.status() === 304) return;
    const body = await response.text().catch(() => "");
    if (body) seen.push({ name: `${response.request().method()} ${new URL(response.url()).pathname}`, html: body });
  });
}

/** By the form that stands in the page. */
async function enter(page, username) {
  await page.fill('[name="utente"]', username);
  await page.fill('[name="password"]', PASSWORD);
  await page.click('main form button[type="submit"]');
}

/** Anna writes a note, and her session ends before she saves it. Returns the address of the section. */
async function writeUntilTheSessionEnds(page, context) {
  await context.clearCookies();
  await signIn(page, server.url, "anna.referente", PASSWORD);
  await page.goto(`${server.url}/area/autodiagnosi`);
  await page.getByRole("link", { name: "Riprendi la rilevazione" }).click();
  await page.waitForURL(/sezioni/);
  const section = page.url().split("#")[0];
  const note = page.locator('textarea[name^="n["]').first();
  await note.evaluate((area) => area.closest("details").setAttribute("open", ""));
  await note.fill("Detto al telefono,\nda «riscontrare» & confermare.");
  await context.clearCookies();
  await page.locator(".aff-foot button[type=submit]").first().click();
  await page.getByRole("heading", { name: "La sessione è scaduta" }).waitFor();
  return section;
}

for (const width of WIDTHS) {
  test(`signing in and out, and a form carried along, at ${width} px`, async () => {
    const { page, context, faults } = await openPage(browser, { width, scripts: "barred" });
    keepPages(page);
    await page.goto(`${server.url}/entra`);
    await page.fill('[name="utente"]', "anna.referente");
    await page.fill('[name="password"]', "sbagliata di certo");
    await page.click('main form button[type="submit"]');
    await look(page, "entra-sbagliata", faults);
    assert.equal(await page.inputValue('[name="utente"]'), "anna.referente");
    assert.equal(await page.inputValue('[name="password"]'), "");

    await writeUntilTheSessionEnds(page, context);
    await look(page, "sessione-scaduta", faults);
    // Somebody else signs in: nothing of it is theirs.
    await enter(page, "luca.anagrafe");
    await look(page, "non-vostro", faults, { opinion: false });
    assert.ok(!(await page.content()).includes("riscontrare"));

    const section = await writeUntilTheSessionEnds(page, context);
    await enter(page, "anna.referente");
    await look(page, "di-nuovo-dentro", faults, { opinion: false });
    await page.getByRole("button", { name: "Salva quanto avevo scritto" }).click();
    await page.goto(section);
    assert.match(await page.content(), /da «riscontrare» &amp; confermare\./);

    await page.goto(`${server.url}/area`);
    await look(page, "area-referente", faults);
    await page.goto(`${server.url}/area/profilo`);
    await look(page, "profilo", faults);
    await page.goto(`${server.url}/esci`);
    await look(page, "esci", faults, { opinion: false });
    await page.locator("main form button").click();
    await page.waitForURL(/esito=uscita/);
    assert.match(await page.locator(".alert").first().textContent(), /Siete usciti/);
    await context.close();
    assert.deepEqual(faults, []);
  });

  test(`each role finds its personal area at ${width} px`, async () => {
    for (const who of ["luca.anagrafe", "carla.segretaria", "unione.referente", "segreteria", "docente", "osservatore", "gestore"]) {
      const { page, context, faults } = await openPage(browser, { width });
      keepPages(page);
      await signIn(page, server.url, who, PASSWORD);
      await look(page, `area-${who}`, faults);
      if (who === "carla.segretaria") {
        await page.goto(`${server.url}/area/profilo`);
        await look(page, "profilo-quattro", faults);
      }
      await page.goto(`${server.url}/mappa`);
      await look(page, `mappa-${who}`, faults);
      await context.close();
      assert.deepEqual(faults, [], who);
    }
  });

  test(`a page of another ente offers to act for it again at ${width} px`, async () => {
    const { page, context, faults } = await openPage(browser, { width, scripts: "barred" });
    keepPages(page);
    await signIn(page, server.url, "carla.segretaria", PASSWORD);
    const appointments = await page.locator('.aff-acting button[name="incarico"]').evaluateAll((all) => all.map((b) => [b.textContent, b.value]));
    // Two tabs: one keeps the section open, the other changes the ente.
    await page.goto(`${server.url}/area/autodiagnosi`);
    const begin = page.getByRole("button", { name: "Inizia la rilevazione" });
    if (await begin.count()) await begin.click();
    else await page.getByRole("link", { name: /Riprendi|Comincia/ }).first().click();
    await page.waitForURL(/sezioni/);
    const other = await context.newPage();
    await other.goto(`${server.url}/area`);
    // The address is the same before and after: the answer itself is waited for.
    const changed = other.waitForResponse((response) => response.request().method() === "POST");
    await other.evaluate((value) => {
      const button = document.querySelector(`.aff-acting button[value="${value}"]`);
      button.closest("details").open = true;
      button.click();
    }, appointments[0][1]);
    await changed;
    await page.locator(".aff-foot button[type=submit]").first().click();
    await look(page, "altro-ente", faults, { opinion: false });
    await page.getByRole("button", { name: /e salva$/ }).click();
    await look(page, "altro-ente-dentro", faults, { opinion: false });
    await context.close();
    assert.deepEqual(faults, []);
  });

  test(`the register of enti at ${width} px`, async () => {
    const { page, context, faults } = await openPage(browser, { width });
    keepPages(page);
    await signIn(page, server.url, "segreteria", PASSWORD);
    for (const [name, path] of [
      ["enti", "/segreteria/enti"],
      ["enti-castro", "/segreteria/enti?cerca=castro"],
      ["enti-vuoto", "/segreteria/enti?cerca=qqqq"],
      ["enti-senza-forme", "/segreteria/enti?tipo=consorzio"],
      ["enti-associazioni", "/segreteria/enti?tipo=associazione"],
      ["enti-nuova", "/segreteria/enti/nuova"],
    ]) {
      await page.goto(server.url + path);
      await look(page, name, faults);
    }
    await page.getByRole("button", { name: "Aggiungi la forma associata" }).evaluate((b) => (b.form.noValidate = true));
    await page.getByRole("button", { name: "Aggiungi la forma associata" }).click();
    await look(page, "enti-nuova-errori", faults);

    // The return key in any field searches, and never saves half a form.
    await page.getByLabel("Unione di Comuni").check();
    await page.fill('[name="nome"]', `Unione di prova ${width}`);
    await page.selectOption('[name="provincia"]', "TO");
    await page.fill('[name="cerca"]', "livo");
    await page.press('[name="nome"]', "Enter");
    await page.getByText("Comuni con «livo» nel nome").waitFor();
    await page.getByLabel("Livo (TN)").check();
    await page.getByLabel("Livo (CO)").check();
    await look(page, "enti-nuova-trovati", faults);
    assert.equal(await page.inputValue('[name="nome"]'), `Unione di prova ${width}`);
    await page.getByRole("button", { name: "Aggiungi la forma associata" }).click();
    await page.getByText("La forma associata è stata aggiunta.").waitFor();
    await look(page, "enti-scheda", faults);
    await page.getByRole("link", { name: "Modifica" }).click();
    await look(page, "enti-modifica", faults);
    await page.goto(`${server.url}/segreteria/enti?cerca=livo&tipo=comune`);
    await page.getByRole("link", { name: "Livo", exact: true }).first().click();
    await look(page, "enti-comune", faults);
    await context.close();
    assert.deepEqual(faults, []);
  });

  test(`an opinion of a page at ${width} px`, async () => {
    const { page, context, faults } = await openPage(browser, { width });
    keepPages(page);
    await page.goto(`${server.url}/assistenza`);
    await page.locator('label[for="valutazione-voto-2"]').click();
    await page.fill("#valutazione-dettagli", "Non trovo il telefono.");
    await page.getByRole("button", { name: "Invia la valutazione" }).click();
    await look(page, "valutazione", faults, { opinion: false });
    await page.getByRole("link", { name: "Torna alla pagina" }).click();
    await page.locator(".aff-feedback form").evaluate((form) => {
      form.noValidate = true;
      setTimeout(() => form.requestSubmit());
    });
    await page.getByRole("heading", { name: "La valutazione non è completa" }).waitFor();
    await look(page, "valutazione-senza-voto", faults, { opinion: false });
    await page.goto(`${server.url}/statistiche`);
    await look(page, "statistiche", faults);
    await context.close();
    assert.deepEqual(faults, []);
  });
}

test("all these pages are valid HTML", async () => {
  assert.ok(seen.length > 60, `${seen.length} pages`);
  assert.deepEqual(await invalid(seen), []);
});
