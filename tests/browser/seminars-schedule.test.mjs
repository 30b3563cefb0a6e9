// The calendar that everybody reads and the desk that plans it, at both widths: a seminar is written, a day is refused, corrected,
// published, found in list and month, copied and cancelled. Without scripts as well.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { WIDTHS, invalid, judge, openBrowser, openPage, signIn, startServer } from "./rig.mjs";

const PASSWORD = "quattro passi in piazza";

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

/** Judges the page that stands in the browser now. */
async function look(page, name, faults) {
  const width = page.viewportSize().width;
  seen.push({ name: `${name}-${width}`, html: `<!DOCTYPE html>${await page.evaluate(() => document.documentElement.outerHTML)}` });
  await judge(page, name, faults);
}

/** So many days from today, as a field for days wants it. */
function inDays(days) {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

for (const width of WIDTHS) {
  test(`the calendar as everybody reads it at ${width} px`, async () => {
    const { page, context, faults } = await openPage(browser, { width });
    await page.goto(`${server.url}/seminari`);
    assert.ok((await page.locator(".aff-days .aff-card").count()) >= 7);
    await look(page, "seminari", faults);
    await page.getByRole("navigation", { name: "Regione" }).getByRole("link", { name: "Sicilia" }).click();
    await page.waitForURL(/regione=Sicilia/);
    assert.deepEqual(await page.locator(".aff-days strong").allTextContents(), ["Palermo", "Enna"]);
    await page.goto(`${server.url}/seminari?tema=Nessuno`);
    await page.getByText("Nessuna giornata corrisponde ai filtri scelti.").waitFor();
    await look(page, "seminari-nessuno", faults);
    await page.goto(`${server.url}/seminari?passate=si`);
    // The giornata of today is among them once its hours are over.
    assert.ok((await page.locator(".aff-days .aff-card").count()) >= 2);
    await look(page, "seminari-passati", faults);

    await page.goto(`${server.url}/seminari?vista=mese&mese=${inDays(28).slice(0, 7)}`);
    assert.equal(await page.getByRole("columnheader").count(), 7);
    await look(page, "seminari-mese", faults);
    await page.getByRole("link", { name: "Mese successivo" }).click();
    await page.waitForURL(/mese=/);

    await page.goto(`${server.url}/seminari`);
    await page.locator(".aff-days h3 a").first().click();
    await page.getByRole("heading", { name: "Quando e dove" }).waitFor();
    await look(page, "giornata", faults);
    await page.goto(`${server.url}/seminari`);
    await page.locator(".aff-days .aff-card", { hasText: "annullata" }).filter({ hasNotText: "Prova " }).getByRole("link").click();
    await page.getByText("La sala non è disponibile per lavori.").waitFor();
    await look(page, "giornata-annullata", faults);
    assert.deepEqual(faults, []);
    await context.close();
  });

  for (const scripts of ["on", "off"]) {
    test(`a seminar is planned at ${width} px with scripts ${scripts}`, async () => {
      const { page, context, faults } = await openPage(browser, { width, scripts });
      const judge = (name) => (scripts === "on" ? look(page, name, faults) : Promise.resolve());
      await signIn(page, server.url, "segreteria", PASSWORD);
      await page.goto(`${server.url}/segreteria/seminari`);
      await judge("pianificazione");
      await page.getByRole("link", { name: "Nuovo seminario" }).click();
      await judge("seminario-nuovo");
      const title = `Prova ${width} ${scripts}`;
      await page.getByRole("group", { name: "Tema" }).getByRole("radio").first().check();
      await page.getByLabel("Titolo").fill(title);
      await page.getByLabel("Di che cosa si parla").fill("Testo di prova.");
      await page.getByLabel("A chi si rivolge").fill("Chi prova.");
      await page.getByRole("button", { name: "Salva il seminario" }).click();
      await page.getByText("Il seminario è stato aggiunto.").waitFor();
      await judge("seminario");

      await page.getByRole("link", { name: "Nuova giornata" }).click();
      await page.locator("#giorno").fill(inDays(60));
      await page.locator("#s1-dal").fill("13:00");
      await page.locator("#s1-al").fill("09:00");
      await page.locator("#s1-tema").fill("Argomento");
      await page.locator("#indirizzo").fill("Via Roma 1");
      await page.locator("#citta").fill("Asti");
      await page.locator("#provincia").selectOption("AT");
      await page.locator("#accessibilita").fill("Ingresso in piano.");
      await page.locator("#posti").fill("20");
      await page.locator("#termine").fill(inDays(58));
      await page.getByLabel("Paolo Riva").check();
      await page.getByRole("button", { name: "Salva come bozza" }).click();
      await page.getByRole("link", { name: "La sessione 1 finisce prima di cominciare" }).waitFor();
      assert.equal(await page.locator("#citta").inputValue(), "Asti");
      await judge("giornata-errori");
      await page.locator("#s1-dal").fill("09:00");
      await page.locator("#s1-al").fill("13:00");
      await page.getByRole("button", { name: "Salva come bozza" }).click();
      await page.getByText("Non manca nulla: si può pubblicare.").waitFor();
      await judge("giornata-bozza");
      await page.getByRole("button", { name: "Pubblica" }).click();
      await page.getByText("La giornata è pubblicata.").waitFor();
      await judge("giornata-segreteria");

      const day = page.url().split("?")[0];
      await page.getByRole("link", { name: "Copia in un altro giorno" }).click();
      await judge("copia");
      await page.locator("#giorno").fill(inDays(67));
      await page.getByRole("button", { name: "Continua" }).click();
      assert.equal(await page.locator("#termine").inputValue(), inDays(65));
      await judge("copia-modulo");
      await page.goto(`${day}/annullamento`);
      await judge("annullamento");
      await page.getByLabel("Motivo").fill("Sciopero dei treni");
      await page.getByLabel("So che una giornata annullata non torna indietro").check();
      await page.getByRole("button", { name: "Annulla la giornata" }).click();
      await page.getByText("La giornata è annullata.").waitFor();
      assert.deepEqual(faults, []);
      await context.close();
    });
  }
}

test("all of it is valid HTML", async () => {
  assert.deepEqual(await invalid(seen), []);
});
