// Links to other sites without scripts: what is to mend, asked for again, called fine; and what readers of a broken one are told.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { WIDTHS, invalid, judge, openBrowser, openPage, signIn, startServer } from "./rig.mjs";

const PASSWORD = "quattro passi in piazza";
const LIST = "/area/documenti/collegamenti";

let server, browser;
const seen = [];
before(async () => {
  server = await startServer(undefined, { settings: { AFFIANCA_LINK_SECONDS: "2" } });
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

async function look(page, name, faults, options) {
  const width = page.viewportSize().width;
  seen.push({ name: `${name} at ${width}`, html: await page.content() });
  await judge(page, `collegamenti-${name}`, faults, options);
}

for (const width of WIDTHS) {
  test(`links that want somebody, at ${width} px`, async () => {
    const { page, context, faults } = await openPage(browser, { width, scripts: "barred" });
    await signIn(page, server.url, "docente", PASSWORD);
    await page.goto(`${server.url}/area/documenti`);
    await look(page, "gestione", faults);
    await page.getByRole("link", { name: "2 collegamenti da sistemare" }).click();
    assert.match(await page.innerText("main"), /(ma la pagina no\. \(404\)|Il sito non si trova)[\s\S]*[23] volte di seguito[\s\S]*ha cambiato indirizzo/);
    await look(page, "da-sistemare", faults);
    // In another order, then asked for again: nobody is there, and the list is as it was.
    await page.getByRole("link", { name: "Porta a" }).click();
    await page.waitForURL(/ordine=indirizzo/);
    await page.getByRole("button", { name: /^Verifica adesso\s*: sportello/ }).click();
    await page.waitForURL(/ordine=indirizzo&esito=non-risponde$/);
    assert.match(await page.innerText("main"), /Il sito non si trova, o è spento\.[\s\S]*3 volte di seguito/);
    await look(page, "non-risponde", faults);
    await page.goto(`${server.url}${LIST}?stato=dubbi`);
    await look(page, "niente", faults);
    await page.goto(`${server.url}${LIST}?lang=en&stato=tutti`);
    await look(page, "inglese", faults);
    await page.goto(`${server.url}${LIST}?lang=it`);

    const visitor = await openPage(browser, { width, scripts: "barred" });
    await visitor.page.goto(`${server.url}/documenti`);
    await visitor.page.getByRole("link", { name: "Orari dello sportello provinciale (dimostrazione)" }).click();
    assert.match(await visitor.page.innerText("body"), /questo indirizzo non ci risponde/);
    await look(visitor.page, "lettore", visitor.faults);
    assert.deepEqual(visitor.faults, []);
    await visitor.context.close();

    // From its place to its form.
    await page.getByRole("link", { name: "Orari dello sportello provinciale (dimostrazione)" }).click();
    await page.waitForURL(/\/area\/documenti\/[0-9a-f-]{36}$/);
    if (width === WIDTHS.at(-1)) {
      await page.goto(`${server.url}${LIST}?stato=rotti`);
      await page.getByRole("button", { name: /^L’ho aperto: funziona\s*: sportello/ }).click();
      await page.waitForURL(/stato=rotti&esito=visto$/);
      await page.goto(`${server.url}${LIST}?stato=visti`);
      assert.match(await page.innerText("main"), /Qualcuno l’ha aperto e funziona/);
      await look(page, "visto", faults);
    }
    assert.deepEqual(faults, []);
    await context.close();
  });
}

test("nothing to mend, and nothing looked at yet", async () => {
  const { page, context, faults } = await openPage(browser, { width: 390, scripts: "barred" });
  await signIn(page, server.url, "esperta", PASSWORD);
  await page.goto(`${server.url}${LIST}`);
  assert.match(await page.innerText("main"), /Non c’è ancora nessun collegamento controllato/);
  await look(page, "vuoto", faults);
  assert.deepEqual(faults, []);
  await context.close();
});

test("every page of links is valid HTML", async () => {
  assert.ok(seen.length > 12);
  assert.deepEqual(await invalid(seen), []);
});
