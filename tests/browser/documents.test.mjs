// Documents without scripts: published with a file and a press, read by a visitor with filters, in versions, withdrawn; and the
// summary for the funder. At both widths.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { WIDTHS, invalid, judge, openBrowser, openPage, signIn, startServer } from "./rig.mjs";

const PASSWORD = "quattro passi in piazza";
const pdf = (text) => ({ name: "Guida_per lo sportello.pdf", mimeType: "application/pdf", buffer: Buffer.from(`%PDF-1.7\n${text}\n%%EOF\n`) });

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
  await judge(page, `documenti-${name}`, faults, options);
}

const press = (page, name) => page.getByRole("button", { name, exact: true }).click();

for (const width of WIDTHS) {
  test(`a document from the desk to its readers and back, at ${width} px`, async () => {
    const { page, context, faults } = await openPage(browser, { width, scripts: "barred" });
    await signIn(page, server.url, width === WIDTHS[0] ? "docente" : "esperta", PASSWORD);
    await page.goto(`${server.url}/area/documenti`);
    await look(page, "gestione", faults);
    await page.getByRole("link", { name: "Pubblica un documento" }).click();
    await press(page, "Pubblica");
    await page.locator("#errori").waitFor();
    await look(page, "errore", faults);
    await page.goto(`${server.url}/area/documenti/nuovo`);
    await look(page, "nuovo", faults);
    await page.setInputFiles('input[type="file"]', pdf(`prima ${width}`));
    await press(page, "Pubblica");
    await page.waitForURL(/esito=pubblicato/);
    await look(page, "modifica", faults);
    const id = new URL(page.url()).pathname.split("/").pop();
    await page.setInputFiles('input[type="file"]', pdf(`seconda ${width}`));
    await page.fill('[name="nota"]', "Corretto un orario.");
    await press(page, "Pubblica la nuova versione");
    await page.waitForURL(/esito=versione/);

    const visitor = await openPage(browser, { width, scripts: "barred" });
    await visitor.page.goto(`${server.url}/documenti`);
    await look(visitor.page, "elenco", visitor.faults);
    assert.match(await visitor.page.innerText("main"), /scaduto/);
    await visitor.page.goto(`${server.url}/documenti?lingua=en&stato=validi`);
    await look(visitor.page, "filtrato", visitor.faults);
    await visitor.page.goto(`${server.url}/documenti?cerca=nessuno-cosi`);
    await look(visitor.page, "niente", visitor.faults);
    await visitor.page.goto(`${server.url}/documenti/${id}`);
    await look(visitor.page, "documento", visitor.faults);
    assert.match(await visitor.page.innerText("main"), /Versione 2[\s\S]*Versione 1[\s\S]*sostituita/);
    const file = await visitor.page.request.get(`${server.url}/documenti/${id}/file`);
    assert.match((await file.body()).toString(), new RegExp(`seconda ${width}`));
    const first = await visitor.page.request.get(`${server.url}/documenti/${id}/versioni/1`);
    assert.match((await first.body()).toString(), new RegExp(`prima ${width}`));
    await visitor.page.goto(`${server.url}/documenti`);
    await visitor.page.getByRole("link", { name: "Testo unico sull’immigrazione" }).click();
    await look(visitor.page, "altrove", visitor.faults);
    await visitor.page.goto(`${server.url}/cerca?q=convenzione`);
    assert.match(await visitor.page.innerText("main"), /Documento/);
    await visitor.page.goto(`${server.url}/documenti?lang=en`);
    await look(visitor.page, "inglese", visitor.faults);

    await page.goto(`${server.url}/area/documenti/${id}`);
    await page.fill('[name="motivo"]', "Orari superati");
    await press(page, "Ritira il documento");
    await page.waitForURL(/esito=ritirato/);
    await look(page, "ritirato", faults);
    assert.equal((await visitor.page.request.get(`${server.url}/documenti/${id}`)).status(), 404);
    assert.deepEqual(visitor.faults, []);
    assert.deepEqual(faults, []);
    await visitor.context.close();
    await context.close();
  });

  test(`the summary for the funder, at ${width} px`, async () => {
    const { page, context, faults } = await openPage(browser, { width, scripts: "barred" });
    await signIn(page, server.url, "segreteria", PASSWORD);
    await page.goto(`${server.url}/segreteria/presenze/riepilogo`);
    assert.match(await page.innerText("main"), /Per: classe dell’ente/);
    await look(page, "riepilogo", faults);
    for (const ending of ["csv", "xlsx"]) {
      const href = await page.getByRole("link", { name: `Scarica in ${ending.toUpperCase()}` }).getAttribute("href");
      assert.equal((await page.request.get(`${server.url}${href}`)).status(), 200);
    }
    assert.deepEqual(faults, []);
    await context.close();
  });
}

/** Bytes that are taken for a PDF. */
const large = (megabytes, text) => Buffer.concat([Buffer.from(`%PDF-1.7\n${text}\n`), Buffer.alloc(megabytes * 1024 * 1024, " "), Buffer.from("\n%%EOF\n")]);

for (const width of WIDTHS) {
  test(`a large document in two clicks, and another version of it, at ${width} px`, async () => {
    const { page, context, faults } = await openPage(browser, { width });
    await signIn(page, server.url, "docente", PASSWORD);
    await page.goto(`${server.url}/area/documenti/nuovo`);
    const [first, second] = [large(30, `prima ${width}`), large(24, `seconda ${width}`)];
    const file = (buffer) => ({ name: "Atti_del convegno.pdf", mimeType: "application/pdf", buffer });
    // Pressed while the file is on its way: the form goes by itself when it has come.
    await page.setInputFiles('input[type="file"]', file(first));
    await press(page, "Pubblica");
    await page.waitForURL(/esito=pubblicato/, { timeout: 60_000 });
    const id = new URL(page.url()).pathname.split("/").pop();
    const asked = [];
    page.on("request", (request) => asked.push(`${request.method()} ${new URL(request.url()).pathname}`));
    await page.setInputFiles('input[type="file"]', file(second));
    await page.locator('[data-upload-state="arrived"]').waitFor({ timeout: 60_000 });
    await look(page, "caricato", faults);
    await press(page, "Pubblica la nuova versione");
    await page.waitForURL(/esito=versione/);
    assert.ok(asked.includes("POST /caricamenti") && asked.some((one) => one.startsWith("PATCH /caricamenti/")), asked.join("\n"));
    for (const [address, content] of [["file", second], ["versioni/1", first]]) {
      const answer = await page.request.get(`${server.url}/documenti/${id}/${address}`);
      assert.equal(Buffer.compare(await answer.body(), content), 0, address);
    }
    assert.deepEqual(faults, []);
    await context.close();
  });
}

test("every page of documents is valid HTML", async () => {
  assert.ok(seen.length > 20);
  assert.deepEqual(await invalid(seen), []);
});
