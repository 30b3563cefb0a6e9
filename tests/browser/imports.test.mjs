// An office's people come in from a file: seven rows are wrong, nothing is written, the corrected file is imported. Then a
// succession by hand. Every page is judged at both widths.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { WIDTHS, invalid, judge, openBrowser, openPage, signIn, startServer } from "./rig.mjs";

const PASSWORD = "quattro passi in piazza";
const IMPORTS = "/segreteria/importazioni";

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

/** Five hundred people; with `bad`, seven of them have each something else wrong. `mark` keeps two runs apart. */
function fiveHundred(mark, bad) {
  const rows = [["nome", "cognome", "e-mail", "ente", "ruolo", "qualifica", "dal", "al"]];
  for (let n = 1; n <= 500; n++) {
    const row = [`Anna ${n}`, `Prova ${mark}`, `p${n}.${mark}@comune.example`, n % 2 ? "Agliè (TO)" : "Bairo (TO)", "partecipante", "Istruttrice", "01/01/2026", ""];
    if (bad && n === 50) row[2] = "senza chiocciola";
    if (bad && n === 100) row[3] = "Comune che non c’è";
    if (bad && n === 150) row[4] = "sindaco";
    if (bad && n === 200) row[6] = "31/02/2026";
    if (bad && n === 250) row[7] = "01/12/2025";
    if (bad && n === 300) row[0] = "";
    if (bad && n === 350) rows[1].forEach((cell, column) => (row[column] = cell));
    rows.push(row);
  }
  return rows.map((row) => row.join(";")).join("\r\n");
}

async function upload(page, text) {
  await page.goto(server.url + IMPORTS);
  await page.getByLabel("Persone e incarichi").check();
  await page.setInputFiles("#file", { name: "persone.csv", mimeType: "text/csv", buffer: Buffer.from(`\ufeff${text}`) });
  await page.getByRole("button", { name: "Carica e controlla" }).click();
  await page.waitForURL(/importazioni\/[0-9a-f-]{36}/);
}

for (const width of WIDTHS) {
  test(`five hundred people with seven bad rows at ${width} px`, async () => {
    const { page, context, faults } = await openPage(browser, { width });
    await signIn(page, server.url, "segreteria", PASSWORD);
    await page.goto(server.url + IMPORTS);
    await look(page, "importazioni", faults);
    await page.getByRole("button", { name: "Carica e controlla" }).evaluate((button) => (button.form.noValidate = true));
    await page.getByRole("button", { name: "Carica e controlla" }).click();
    await page.getByText("Scegliete un file.").first().waitFor();
    await look(page, "importazioni-errori", faults);
    await page.goto(`${server.url}${IMPORTS}/formato`);
    await look(page, "importazioni-formato", faults);

    await upload(page, fiveHundred(width, true));
    await page.getByText("7 righe sono da correggere.").waitFor();
    const rows = await page.locator("table tbody th").allTextContents();
    assert.deepEqual(rows, ["51", "101", "151", "201", "251", "301", "351"]);
    assert.equal(await page.getByRole("button", { name: "Conferma l’importazione" }).count(), 0);
    await look(page, "importazione-da-correggere", faults);
    const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Scarica le righe" }).click()]);
    assert.equal(file.suggestedFilename(), "righe-da-correggere.csv");

    await upload(page, fiveHundred(width, false));
    await page.getByText("500 righe nuove", { exact: true }).waitFor();
    await page.getByText("UTF-8 con BOM").waitFor();
    await look(page, "importazione-prova", faults);
    await page.getByRole("button", { name: "Conferma l’importazione" }).click();
    await page.getByText("Importazione completata: 500 righe nuove").first().waitFor();
    await look(page, "importazione-fatta", faults);
    await page.goto(server.url + IMPORTS);
    await page.getByText("importato: 500 nuove").first().waitFor();
    await look(page, "importazioni-elenco", faults);
    await context.close();
    assert.deepEqual(faults, []);
  });

  test(`a succession by hand at ${width} px`, async () => {
    const { page, context, faults } = await openPage(browser, { width });
    await signIn(page, server.url, "segreteria", PASSWORD);
    await page.goto(`${server.url}/segreteria/enti?cerca=${width === 1280 ? "Alpette" : "Andrate"}`);
    await page.locator("table tbody a").first().click();
    await page.getByRole("link", { name: "Registra una successione" }).click();
    await look(page, "successione", faults);
    await page.getByLabel("incorporazione").check();
    await page.fill('[name="a"]', "Ivrea (MI)");
    await page.fill('[name="giorno"]', "2026-01-01");
    await page.fill('[name="atto"]', "l.r. 30/2025");
    await page.getByRole("button", { name: "Registra la successione" }).click();
    await page.getByText("forse Ivrea (TO)?").first().waitFor();
    await look(page, "successione-errore", faults);
    await page.fill('[name="a"]', "Ivrea (TO)");
    await page.getByRole("button", { name: "Registra la successione" }).click();
    await page.getByText("La successione è registrata.").waitFor();
    await look(page, "ente-cessato", faults);
    await page.getByRole("link", { name: "Ivrea (TO)" }).click();
    await page.getByText("vi è confluito").first().waitFor();
    await look(page, "ente-che-succede", faults);
    await context.close();
    assert.deepEqual(faults, []);
  });
}

test("all these pages are valid HTML", async () => {
  assert.ok(seen.length >= 20, `${seen.length} pages`);
  assert.deepEqual(await invalid(seen), []);
});
