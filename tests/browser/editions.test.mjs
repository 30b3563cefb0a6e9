// Editions, adhesions and codes, as the segreteria sees them; and the letters that it downloads.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
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

async function look(page, name, faults) {
  const width = page.viewportSize().width;
  seen.push({ name: `${name} at ${width}`, html: await (await page.request.get(page.url())).text() });
  await judge(page, name, faults);
}

/** The file that a button gives. */
async function download(page, button) {
  const [file] = await Promise.all([page.waitForEvent("download", { timeout: 120_000 }), page.getByRole("button", { name: button }).click()]);
  return { name: file.suggestedFilename(), body: await readFile(await file.path()) };
}

for (const width of WIDTHS) {
  test(`editions, adhesions and letters at ${width} px`, async () => {
    const { page, context, faults } = await openPage(browser, { width });
    await signIn(page, server.url, "segreteria", PASSWORD);
    await page.goto(`${server.url}/segreteria/edizioni`);
    await look(page, "edizioni", faults);
    await page.goto(`${server.url}/segreteria/edizioni/nuova`);
    await look(page, "edizioni-nuova", faults);
    const create = page.getByRole("button", { name: "Crea l’edizione" });
    await create.evaluate((button) => (button.form.noValidate = true));
    await create.click();
    await page.locator("#errori").waitFor();
    await look(page, "edizioni-nuova-errori", faults);
    await page.goto(`${server.url}/segreteria/edizioni`);
    await page.getByRole("link", { name: /Edizione dimostrativa/ }).first().click();
    await look(page, "edizioni-modifica", faults);

    await page.goto(`${server.url}/segreteria/enti?cerca=azeglio&tipo=comune`);
    await page.getByRole("link", { name: "Azeglio", exact: true }).first().click();
    await page.getByRole("link", { name: "PEC e recapiti" }).click();
    await look(page, "ente-recapiti", faults);
    await page.goto(`${server.url}/segreteria/enti?cerca=ivrea&tipo=comune`);
    await page.getByRole("link", { name: "Ivrea", exact: true }).first().click();
    await page.getByRole("link", { name: "Adesione, atti e codice" }).click();
    await page.getByText("Ammesso in deroga:").waitFor();
    await look(page, "adesione", faults);
    // Once without a code, then in the place of one that waits: at the second width there is one from the first.
    for (let round = 0; round < 2; round++) {
      const replace = page.getByLabel("Sostituisci il codice che aspetta");
      if (await replace.count()) await replace.check();
      const letter = await download(page, "Genera il codice e scarica la lettera");
      assert.equal(letter.name, "attivazione-ivrea-to.pdf");
      assert.equal(letter.body.subarray(0, 5).toString(), "%PDF-");
      await page.reload();
      await page.getByText("aspetta di essere usato").first().waitFor();
    }

    await page.goto(`${server.url}/segreteria/edizioni`);
    await page.getByRole("link", { name: /Codici e lettere/ }).first().click();
    await look(page, "codici", faults);
    await page.getByLabel(/Sostituisci anche/).check();
    const archive = await download(page, "Genera i codici e scarica le lettere");
    assert.match(archive.name, /^lettere-.*\.zip$/);
    assert.ok(archive.body.includes("invio-pec.csv"), "the table is in the archive");
    await context.close();
    assert.deepEqual(faults, []);
  });
}

test("the HTML of these pages is valid", async () => {
  assert.deepEqual(await invalid(seen), []);
});
