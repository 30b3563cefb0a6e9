// The ways in: an activation code, a registration that is approved, an ente that the edition does not address.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { WIDTHS, invalid, judge, letterTo, openBrowser, openPage, signIn, startServer } from "./rig.mjs";

const PASSWORD = "quattro passi in piazza";
const OWN = "cinque oche in cortile";

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

/** Judges a page as it stands now, also one that answered a form: its HTML is that of the answer. */
async function look(page, name, faults, options) {
  const width = page.viewportSize().width;
  seen.push({ name: `${name} at ${width}`, html: await page.request.get(page.url()).then((answer) => answer.text()) });
  await judge(page, name, faults, options);
}

const go = (page) => page.locator("main form button[type=submit]").first().click();

async function findEnte(page, typed, name) {
  await page.goto(`${server.url}/registrazione`);
  await page.fill('main [name="nome"]', typed);
  await page.locator("main form").getByRole("button", { name: "Cerca" }).click();
  await page.waitForURL(/nome=/);
  await page.locator("main").getByRole("link", { name }).click();
}

/** What the edition of the demonstration asks of everybody. */
async function tellFacts(page) {
  await page.check('[value="Donna"]');
  await page.check('[value="Da 30 a 44 anni"]');
  await page.fill('[name="d[settore]"]', "Servizi demografici");
  await page.check('[name="informativa"]');
}

for (const [width, scripts, who] of [
  [WIDTHS[0], "on", { name: "Zoe Zanni", email: "zoe@example.org", username: "zoe.zanni" }],
  [WIDTHS[1], "barred", { name: "Ugo Urso", email: "ugo@example.org", username: "ugo.urso" }],
]) {
  test(`registration, letter, approval and first page at ${width} px, scripts ${scripts}`, async () => {
    const { page, context, faults } = await openPage(browser, { width, scripts });
    await page.goto(`${server.url}/entra`);
    await page.locator("main").getByRole("link", { name: /[Rr]egistra/ }).first().click();
    await look(page, "registrazione", faults);
    // Accents and case do not count.
    await findEnte(page, "AIRASCA", /Comune di Airasca \(TO\)/);
    await look(page, "registrazione-dati", faults);
    const send = page.locator("main form button[type=submit]").first();
    await send.evaluate((button) => (button.form.noValidate = true));
    await page.fill('[name="nome"]', who.name);
    await send.click();
    await page.locator("#errori").waitFor();
    assert.equal(await page.inputValue('[name="nome"]'), who.name, "what was typed is still there");
    await look(page, "registrazione-errori", faults);
    await page.fill('[name="email"]', who.email);
    await page.fill('[name="qualifica"]', "Ufficiale d'anagrafe");
    await tellFacts(page);
    await go(page);
    await page.waitForURL(/registrazione\/inviata/);
    await look(page, "registrazione-inviata", faults);

    const link = (await letterTo(server, who.email)).match(/http:\/\/[^\s"<]*\/registrazione\/conferma\/[0-9a-f]+/)[0];
    await page.goto(link);
    await look(page, "registrazione-conferma", faults, { opinion: false });
    assert.equal(await page.inputValue('[name="utente"]'), who.username);
    await page.fill('[name="password"]', OWN);
    await go(page);
    await page.waitForURL(/area\/incarichi\?esito=attesa/);
    await look(page, "incarichi-in-attesa", faults);
    await page.goto(link);
    assert.equal(await page.locator('[name="password"]').count(), 0, "the link opens once");

    const { page: referente, context: other, faults: theirs } = await openPage(browser, { width, scripts });
    await signIn(referente, server.url, "referente.1", PASSWORD);
    await referente.goto(`${server.url}/area/persone`);
    await look(referente, "persone-dell-ente", theirs);
    await referente.locator('button[name="azione"][value="approva"]').first().click();
    await referente.waitForURL(/esito=/);
    await other.close();

    await page.goto(`${server.url}/area`);
    await page.getByText("Comune di Airasca (TO)").first().waitFor();
    await look(page, "area-appena-approvata", faults);
    await context.close();
    assert.deepEqual([...faults, ...theirs], []);
  });

  test(`a comune of eighty thousand residents is told why not, at ${width} px`, async () => {
    const { page, context, faults } = await openPage(browser, { width, scripts });
    await findEnte(page, "pisa", /Comune di Pisa \(PI\)/);
    await page.getByText(/fino a 5000 residenti, e questo ne ha 88\.737/).waitFor();
    assert.equal(await page.locator("main form").count(), 0);
    assert.ok(await page.locator('main a[href^="mailto:"], main a[href^="tel:"]').count(), "whom to ask");
    await look(page, "registrazione-fuori", faults);
    await context.close();
    assert.deepEqual(faults, []);
  });
}

test("an activation code makes a referente at once", async () => {
  const { page, context, faults } = await openPage(browser, { width: WIDTHS[1] });
  const code = server.said().match(/Azeglio \(TO\)[^:]*: ([A-Z0-9-]{19})/)[1];
  await page.goto(`${server.url}/attivazione`);
  await look(page, "attivazione", faults);
  // One sign misread is told at once; case and dashes do not count.
  await page.fill('[name="codice"]', code.slice(0, -1) + (code.endsWith("2") ? "3" : "2"));
  await go(page);
  await page.locator("#errori").waitFor();
  await look(page, "attivazione-errori", faults);
  await page.fill('[name="codice"]', code.toLowerCase().replaceAll("-", " "));
  await go(page);
  await page.getByText("Comune di Azeglio (TO)").first().waitFor();
  await look(page, "attivazione-dati", faults, { opinion: false });
  await page.fill('[name="nome"]', "Ida Iori");
  await page.fill('[name="email"]', "ida@example.org");
  await tellFacts(page);
  await page.fill('[name="utente"]', "ida.iori");
  await page.fill('[name="password"]', OWN);
  await go(page);
  await page.waitForURL(/\/area$/);
  await page.getByText("Comune di Azeglio (TO)").first().waitFor();
  await page.locator(".aff-next .btn").first().waitFor();
  await look(page, "area-della-referente", faults);
  await context.clearCookies();
  await signIn(page, server.url, "ida.iori", OWN);
  await page.goto(`${server.url}/attivazione`);
  await page.fill('[name="codice"]', code);
  await go(page);
  await page.locator("#errori").waitFor();
  await context.close();
  assert.deepEqual(faults, []);
});

test("all these pages are valid HTML", async () => assert.deepEqual(await invalid(seen), []));
