// A succession announced on the page of an ente and undone again; the emblems of an edition, seen and put in order. No scripts.
import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { WIDTHS, invalid, judge, openBrowser, openPage, signIn, startServer } from "./rig.mjs";

const PASSWORD = "quattro passi in piazza";
const left_out = process.env.AFFIANCA_URL ? "needs settings of its own" : false;

let server, browser, folder;
const seen = [];
before(async () => {
  if (left_out) return;
  folder = await mkdtemp(join(tmpdir(), "affianca-emblemi-"));
  const emblem = async (name, text, fill) => {
    const file = join(folder, name);
    await writeFile(file, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 64"><rect width="96" height="64" fill="${fill}"/></svg>`);
    return `{file = "${file}", text = "${text}"}`;
  };
  const emblems = [await emblem("ue.svg", "Unione europea", "#039"), await emblem("regione.svg", "Regione di prova", "#063")];
  server = await startServer(["demo", "--fresh"], { settings: { AFFIANCA_EMBLEMS: `[${emblems.join(", ")}]` } });
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await server?.stop();
  if (folder) await rm(folder, { recursive: true });
});

async function look(page, name, faults) {
  const width = page.viewportSize().width;
  seen.push({ name: `${name} at ${width}`, html: await page.content() });
  await judge(page, name, faults);
}

const main = (page) => page.locator("main").innerText();

for (const width of WIDTHS) {
  test(`a succession is announced and undone at ${width} px`, { skip: left_out }, async () => {
    const { page, context, faults } = await openPage(browser, { width });
    await signIn(page, server.url, "segreteria", PASSWORD);
    await page.goto(`${server.url}/segreteria/enti?cerca=ozegna&tipo=comune`);
    await page.getByRole("link", { name: "Ozegna", exact: true }).first().click();
    await page.getByRole("link", { name: "Registra una successione" }).click();
    await look(page, "successione", faults);
    await page.getByLabel("fusione", { exact: true }).check();
    await page.fill('[name="a"]', "Bairo (TO)");
    await page.fill('[name="giorno"]', `${new Date().getFullYear() + 1}-01-01`);
    await page.getByRole("button", { name: "Registra la successione" }).click();
    await page.waitForURL(/esito=annunciata/);
    assert.match(await main(page), /Comune di Ozegna \(TO\) non ci sarà più dal 1º gennaio/);
    await look(page, "successione-annunciata", faults);
    await page.getByRole("link", { name: "Annulla la successione" }).click();
    assert.match(await main(page), /si ritira l’annuncio/);
    const undo = page.getByRole("button", { name: "Annulla la successione" });
    await undo.evaluate((button) => (button.form.noValidate = true));
    await undo.click();
    await page.locator("#errori").waitFor();
    await look(page, "successione-annullamento", faults);
    await page.fill('[name="motivo"]', "la legge è stata rinviata");
    await page.getByRole("button", { name: "Annulla la successione" }).click();
    await page.waitForURL(/esito=annullata/);
    assert.doesNotMatch(await main(page), /annunciata/);
    assert.deepEqual(faults, []);
    await context.close();
  });

  test(`the emblems of an edition are seen and ordered at ${width} px`, { skip: left_out }, async () => {
    const { page, context, faults } = await openPage(browser, { width });
    await signIn(page, server.url, "segreteria", PASSWORD);
    await page.goto(`${server.url}/segreteria/edizioni`);
    await page.getByRole("link", { name: /Edizione dimostrativa/ }).first().click();
    await page.getByLabel("Posto: Regione di prova").selectOption("1");
    await page.getByLabel("Posto: Unione europea").selectOption("2");
    await page.getByLabel("Posto: Regione di prova").scrollIntoViewIfNeeded();
    await look(page, "emblemi", faults);
    await page.getByRole("button", { name: "Salva le modifiche" }).click();
    await page.waitForURL(/esito=modificata/);
    const alts = () => page.locator("footer .aff-funding img").evaluateAll((all) => all.map((one) => one.alt));
    assert.deepEqual(await alts(), ["Regione di prova", "Unione europea"]);
    const drawn = await page.locator("footer .aff-funding img").evaluateAll((all) => all.map((one) => one.naturalWidth > 0));
    assert.deepEqual(drawn, [true, true]);
    assert.deepEqual(faults, []);
    await context.close();
  });
}

test("the pages are valid HTML", { skip: left_out }, async () => {
  assert.deepEqual(await invalid(seen), []);
});
