// Accounts: forgotten password, own password, address and sessions; people, roles and the audit trail of the gestore.
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

async function look(page, name, faults, { opinion = true } = {}) {
  seen.push({ name, html: await page.content() });
  await judge(page, name, faults, { opinion });
}

for (const width of WIDTHS) {
  test(`a forgotten password and links that are dead at ${width} px`, async () => {
    const { page, context, faults } = await openPage(browser, { width, scripts: "barred" });
    await page.goto(`${server.url}/entra`);
    await page.getByRole("link", { name: "Password dimenticata" }).first().click();
    await look(page, "recupero", faults);
    await page.fill('[name="chi"]', `nessuno-${width}`);
    await page.click('main form button[type="submit"]');
    await page.getByRole("heading", { name: "Controllate la posta" }).waitFor();
    await look(page, "recupero-inviata", faults);
    for (const [name, path] of [["link-password", "/entra/password/0123"], ["link-indirizzo", "/entra/indirizzo/0123"]]) {
      await page.goto(`${server.url}${path}`);
      await look(page, name, faults, { opinion: false });
    }
    await context.close();
    assert.deepEqual(faults, []);
  });

  test(`own password, address and sessions at ${width} px`, async () => {
    const { page, context, faults } = await openPage(browser, { width });
    await signIn(page, server.url, "luca.anagrafe", PASSWORD);
    await page.goto(`${server.url}/area/profilo`);
    assert.match(await page.content(), /questo dispositivo/);
    await page.getByRole("link", { name: "Cambiate la password" }).click();
    await page.fill('[name="attuale"]', PASSWORD);
    await page.fill('[name="nuova"]', "corta");
    await page.fill('[name="ripetuta"]', "corta");
    await page.click('main form button[type="submit"]');
    await look(page, "password-corta", faults);
    await page.goto(`${server.url}/area/profilo/indirizzo`);
    await page.fill('[name="indirizzo"]', `luca-${width}@unione.example`);
    await page.fill('[name="attuale"]', PASSWORD);
    await page.click('main form button[type="submit"]');
    await page.waitForURL(/esito=indirizzo/);
    await look(page, "profilo-indirizzo-in-attesa", faults);
    await page.goto(`${server.url}/area/profilo/indirizzo`);
    await look(page, "indirizzo", faults);
    await page.getByRole("button", { name: "Annulla il cambio" }).click();
    await page.waitForURL(/esito=indirizzo-fermo/);
    await context.close();
    assert.deepEqual(faults, []);
  });

  test(`people, roles and the audit trail at ${width} px`, async () => {
    const { page, context, faults } = await openPage(browser, { width });
    await signIn(page, server.url, "gestore", PASSWORD);
    await page.goto(`${server.url}/gestione/persone`);
    await look(page, "persone", faults);
    await page.getByRole("link", { name: "Elio Serra" }).click();
    await look(page, "persona", faults);
    await page.selectOption('[name="ruolo"]', "member");
    await page.fill('[name="ente"]', "Livo");
    await page.getByRole("button", { name: "Dai il ruolo" }).click();
    await look(page, "persona-quale-ente", faults);
    await page.fill('[name="motivo"]', "prova di pagina");
    await page.getByRole("button", { name: "Disabilita l’accesso" }).click();
    await page.waitForURL(/esito=disabilitato/);
    await look(page, "persona-disabilitata", faults);
    await page.fill('[name="motivo"]', "prova finita");
    await page.getByRole("button", { name: "Riabilita l’accesso" }).click();
    await page.waitForURL(/esito=riabilitato/);
    for (const path of ["registro", "registro?cerca=nessuno&dal=2020-01-01", "accessi"]) {
      await page.goto(`${server.url}/gestione/${path}`);
      await look(page, path.replace(/\W.*/, path.includes("?") ? "-vuoto" : ""), faults);
    }
    await context.close();
    assert.deepEqual(faults, []);
  });
}

test("the HTML of all these pages is valid", async () => {
  assert.deepEqual(await invalid(seen), []);
});
