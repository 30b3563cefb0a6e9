// The docente's register without scripts: ticks, the code from a second browser, the scan, the day closed; and every page of it.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { WIDTHS, invalid, judge, openBrowser, openPage, signIn, startServer } from "./rig.mjs";

const PASSWORD = "quattro passi in piazza";
const SCAN = { name: "registro.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7\nfirme\n%%EOF\n") };

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
  seen.push({ name: `${name} at ${width}`, html: await page.request.get(page.url()).then((answer) => answer.text()) });
  await judge(page, name, faults, options);
}

/** The two giornate of the demonstration that are of these days: yesterday's first. */
async function days(page) {
  await page.goto(`${server.url}/area/docenza`);
  const rows = page.locator("main table tr", { hasText: "L’accoglienza in pratica" });
  const links = await rows.locator("th a").evaluateAll((all) => all.map((a) => a.href));
  assert.equal(links.length, 2);
  return { over: links[0], running: links[1] };
}

test("register, code from a second browser, scan and closing, scripts barred", async () => {
  const width = WIDTHS[1];
  const { page, context, faults } = await openPage(browser, { width, scripts: "barred" });
  await signIn(page, server.url, "docente", PASSWORD);
  const { over, running } = await days(page);
  await look(page, "docenza", faults);

  await page.goto(running);
  await look(page, "presenze", faults);
  const luca = page.locator(".aff-roll > li", { hasText: "Luca" });
  await luca.getByRole("button", { name: "Presente" }).click();
  await page.waitForURL(/#p-/);
  assert.equal(await luca.getByRole("button", { name: "Presente" }).getAttribute("aria-pressed"), "true");
  await luca.locator("summary").click();
  await luca.getByLabel("Minuti di ritardo").fill("cinque");
  await luca.getByRole("button", { name: "Salva i minuti" }).click();
  await page.locator("#errori").waitFor();
  await look(page, "presenze-errore", faults);
  await luca.getByLabel("Minuti di ritardo").fill("5");
  await luca.getByRole("button", { name: "Salva i minuti" }).click();
  await page.waitForURL(/#p-/);
  assert.match(await luca.innerText(), /5 minuti di ritardo/);

  await page.goto(`${running}/codice`);
  await look(page, "codice-da-mostrare", faults, { opinion: false });
  await page.getByRole("button", { name: "Mostra il codice" }).click();
  await page.locator(".aff-projected").waitFor();
  await look(page, "codice", faults, { opinion: false });
  const code = (await page.locator(".aff-projected").innerText()).replace(/\s/g, "");

  const second = await openPage(browser, { width, scripts: "barred" });
  await signIn(second.page, server.url, "anna.referente", PASSWORD);
  await second.page.goto(`${server.url}/presenza`);
  await second.page.fill('[name="codice"]', code === "000000" ? "000001" : "000000");
  await second.page.getByRole("button", { name: "Sono presente" }).click();
  await second.page.locator("#errori").waitFor();
  await look(second.page, "presenza-errore", second.faults);
  await second.page.goto(`${server.url}/presenza?codice=${code}`);
  await look(second.page, "presenza", second.faults);
  await second.page.getByRole("button", { name: "Sono presente" }).click();
  await second.page.waitForURL(/esito=presente/);
  await look(second.page, "presenza-fatta", second.faults);
  assert.deepEqual(second.faults, []);
  await second.context.close();
  await page.goto(running);
  assert.match(await page.locator(".aff-roll > li", { hasText: "Anna" }).innerText(), /Ha inserito il codice/);

  await page.goto(`${running}/arrivi?cerca=aglie`);
  await look(page, "arrivi", faults);

  await page.goto(over);
  for (const name of ["Anna", "Luca"]) {
    await page.locator(".aff-roll > li", { hasText: name }).getByRole("button", { name: name === "Anna" ? "Presente" : "Assente" }).click();
    await page.waitForURL(/#p-/);
  }
  await page.goto(`${over}/firme`);
  await look(page, "firme", faults);
  assert.match(await page.locator(".aff-lacking").innerText(), /Manca la scansione[^]*Mancano 2 firme/);
  await page.setInputFiles('[name="file"]', { name: "foto.pdf", mimeType: "application/pdf", buffer: Buffer.from("non un pdf") });
  await page.getByRole("button", { name: "Allega" }).click();
  await page.locator("#errori").waitFor();
  await page.setInputFiles('[name="file"]', SCAN);
  await page.getByRole("button", { name: "Allega" }).click();
  await page.waitForURL(/esito=allegato/);
  for (const name of ["Anna", "Luca"]) {
    await page.locator(".aff-roll > li", { hasText: name }).getByLabel("Firme presenti").check();
  }
  await page.getByRole("button", { name: "Salva le firme" }).click();
  await page.waitForURL(/esito=salvato/);
  await look(page, "firme-lette", faults);
  assert.match(await page.locator("main").innerText(), /Prevale il foglio firmato/);
  await page.getByRole("link", { name: "Sostituisci" }).click();
  await look(page, "sostituzione", faults);
  await page.goBack();
  await page.getByRole("button", { name: "Chiudi la giornata" }).click();
  await page.waitForURL(/esito=chiusa/);
  await look(page, "chiusa", faults);
  await page.goto(over);
  await look(page, "presenze-chiuse", faults);
  assert.equal(await page.getByRole("button", { name: "Presente" }).count(), 0);

  await page.goto(`${server.url}/area/docenza/ore`);
  await look(page, "ore", faults);
  await page.getByRole("button", { name: "Conferma" }).first().click();
  await page.waitForURL(/esito=confermata/);
  await context.close();
  assert.deepEqual(faults, []);
});

test("the same pages on a wide screen, and those of the desk", async () => {
  for (const [username, paths] of [
    ["docente", (d) => ["/area/docenza", d.running, `${d.running}/codice`, `${d.running}/firme`, `${d.running}/arrivi?cerca=aglie`, `${d.running}/collegamenti`, d.over, `${d.over}/firme`, "/area/docenza/ore"]],
    ["segreteria", (d) => ["/segreteria/presenze", "/segreteria/ore-docenza", d.over]],
  ]) {
    const { page, context, faults } = await openPage(browser, { width: WIDTHS[0] });
    await signIn(page, server.url, username, PASSWORD);
    for (const path of paths(await days(page))) {
      const address = new URL(path, server.url);
      await page.goto(address.href);
      const code = address.pathname.endsWith("/codice");
      await look(page, `${username}${address.pathname.replace(/[0-9a-f-]{36}/, "giornata").replaceAll("/", "-")}`, faults, { opinion: !code });
    }
    if (username === "segreteria") {
      await page.getByRole("link", { name: /Storia e correzione/ }).first().click();
      await look(page, "correzione", faults);
      await page.getByLabel("Assente").check();
      await page.fill('[name="motivo"]', "la firma era di un'altra riga");
      await page.locator("main form").getByRole("button", { name: "Correggi" }).click();
      await page.waitForURL(/esito=corretta/);
      await look(page, "corretta", faults);
      await page.setViewportSize({ width: WIDTHS[1], height: 844 });
      for (const path of ["/segreteria/presenze", "/segreteria/ore-docenza"]) {
        await page.goto(server.url + path);
        await look(page, `segreteria${path.replaceAll("/", "-")}`, faults);
      }
    }
    await context.close();
    assert.deepEqual(faults, [], username);
  }
});

test("the HTML of all these pages is valid", async () => {
  assert.deepEqual(await invalid(seen), []);
});
