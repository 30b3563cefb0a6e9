// How people are written to: their own choice, the post of the segreteria, invitations to many enti.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { WIDTHS, invalid, judge, openBrowser, openPage, signIn, startServer } from "./rig.mjs";

const PASSWORD = "quattro passi in piazza";
/** A comune for each width, so that none was invited a moment ago. */
const COMUNI = { 1280: "Azeglio", 390: "Bollengo" };

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

/** Loads the page again until it shows this: jobs work beside it. */
async function until(page, shows) {
  for (let n = 0; n < 60; n++) {
    if (await shows.count()) return;
    await new Promise((done) => setTimeout(done, 500));
    await page.reload();
  }
  assert.fail(`after half a minute the page does not show ${shows}`);
}

/**
 * Somebody whose account was made at the shell with a mistyped address, which no server would take: the segreteria writes to them, and
 * then corrects it. Forms let no such address in.
 */
async function writeToABadAddress(page, width) {
  const account = [`piero.${width}`, "--name", `Piero Punti ${width}`, "--email", `piero..${width}@comune.example`];
  const made = server.command("user", "create", ...account, "--role", "member", "--ente", "Agliè (TO)");
  made.child.stdin.end(`${PASSWORD}\n`);
  await made;
  await page.goto(`${server.url}/segreteria/persone?cerca=Piero+Punti+${width}`);
  await page.getByRole("link", { name: `Piero Punti ${width}`, exact: true }).click();
  const person = page.url().split("?")[0];
  await page.goto(`${person}/indirizzo`);
  await page.fill('[name="indirizzo"]', `punti..${width}@comune.example`);
  await page.fill('[name="motivo"]', "Scritto male.");
  await page.click('main form button[type="submit"]');
  await page.locator("#errori, [aria-invalid=true]").first().waitFor();
  await page.goto(person);
  await page.getByRole("button", { name: "Spedisci il messaggio per scegliere la password" }).click();
  await page.goto(`${server.url}/segreteria/posta?cerca=piero+${width}&stato=non-consegnati`);
  await until(page, page.getByText("Un messaggio.", { exact: true }));
  await page.goto(`${person}/indirizzo`);
  await page.fill('[name="indirizzo"]', `piero.${width}@comune.example`);
  await page.fill('[name="motivo"]', "Scritto male.");
  await page.click('main form button[type="submit"]');
  await page.waitForURL(/esito=indirizzo/);
}

for (const width of WIDTHS) {
  test(`one's own choice of messages at ${width} px`, async () => {
    const { page, context, faults } = await openPage(browser, { width, scripts: "barred" });
    await signIn(page, server.url, "luca.anagrafe", PASSWORD);
    await page.goto(`${server.url}/area/profilo`);
    await page.getByRole("link", { name: "Cambia come ricevere i messaggi" }).click();
    await look(page, "messaggi", faults);
    await page.getByLabel("raccolti una volta al giorno, alle 7").check();
    await page.getByLabel("English", { exact: true }).check();
    await page.getByRole("button", { name: "Salva" }).click();
    await page.getByText("d’ora in poi vi scriviamo così").waitFor();
    assert.match(await page.locator(".aff-facts").innerText(), /raccolti una volta al giorno, alle 7, English/);
    await look(page, "profilo-messaggi", faults);
    await context.close();
    assert.deepEqual(faults, []);
  });

  test(`the post at ${width} px`, async () => {
    const { page, context, faults } = await openPage(browser, { width, scripts: "barred" });
    await signIn(page, server.url, "segreteria", PASSWORD);
    await writeToABadAddress(page, width);
    const query = `cerca=piero+${width}&stato=non-consegnati`;
    await page.goto(`${server.url}/segreteria/posta?${query}`);
    await until(page, page.getByText("2 messaggi.", { exact: true }));
    await page.locator("td").getByText("l’indirizzo è scritto male").first().waitFor();
    await look(page, "posta", faults);
    await page.goto(`${server.url}/segreteria/posta?cerca=nessuno+mai&stato=spediti`);
    await look(page, "posta-nulla", faults);
    await page.goto(`${server.url}/segreteria/posta?${query}`);
    await page.getByRole("link", { name: "Invia di nuovo quelli non consegnati" }).click();
    await look(page, "posta-non-consegnati", faults);
    await page.goto(`${server.url}/segreteria/posta?${query}`);
    const links = page.locator("th[scope=row] a");
    const addresses = await links.evaluateAll((all) => all.map((link) => link.href));
    let [secrets, told] = [0, ""];
    for (const address of addresses) {
      await page.goto(address);
      const secret = (await page.getByText("lo legge soltanto chi lo riceve").count()) > 0;
      if (secret) secrets += 1;
      else told = address;
      assert.equal(await page.locator("pre.aff-message").count(), secret ? 0 : 1);
      await look(page, secret ? "posta-riservato" : "posta-messaggio", faults);
    }
    assert.equal(secrets, 1);
    await page.goto(told);
    await page.getByRole("button", { name: /^Invia di nuovo/ }).click();
    await page.getByText("Il messaggio è di nuovo in partenza.").waitFor();
    await context.close();
    assert.deepEqual(faults, []);
  });

  test(`invitations to many enti at ${width} px`, async () => {
    const { page, context, faults } = await openPage(browser, { width, scripts: "barred" });
    const comune = COMUNI[width];
    await signIn(page, server.url, "segreteria", PASSWORD);
    await page.goto(`${server.url}/segreteria/enti?cerca=${comune}&tipo=comune`);
    await page.getByRole("link", { name: comune, exact: true }).first().click();
    await page.getByRole("link", { name: "PEC e recapiti" }).click();
    await page.fill('[name="pec"]', `${comune.toLowerCase()}@cert.comune.example`);
    await page.click('main form button[type="submit"]');
    await page.waitForURL(/esito=modificata/);
    await page.goto(`${server.url}/segreteria/enti?cerca=${comune}&provincia=TO`);
    await page.getByRole("link", { name: "Invita gli enti di questo elenco" }).click();
    await page.getByText("Un ente riceve l’invito.").waitFor();
    await look(page, "inviti-nuovo", faults);
    await page.fill('[name="testo"]', "Vi aspettiamo.\n\nPerché insieme è più facile.");
    await page.getByRole("button", { name: "Spedisci l’invito" }).click();
    await page.getByText("rileggete il messaggio").waitFor();
    assert.match(await page.locator("pre.aff-message").innerText(), /Vi aspettiamo\.\n\nPerché insieme è più facile\./);
    await look(page, "inviti-riletto", faults);
    await page.getByRole("button", { name: "Spedisci l’invito" }).click();
    await page.getByText("Gli inviti sono in partenza.").waitFor();
    await look(page, "inviti-in-corso", faults);
    await until(page, page.getByRole("link", { name: /^spedito il/ }));
    await look(page, "inviti-uno", faults);
    await page.goto(`${server.url}/segreteria/inviti`);
    await look(page, "inviti", faults);
    await context.close();
    assert.deepEqual(faults, []);
  });
}

test("the HTML of these pages is valid", async () => {
  assert.deepEqual(await invalid(seen), []);
});
