// Numbers while they are being typed: the share of another number, and the figure that the system proposes.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { WIDTHS, axe, invalid, layout, openBrowser, openPage, picture, signIn, startServer } from "./rig.mjs";

let server, browser;
before(async () => {
  server = await startServer();
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

async function contesto(page) {
  await signIn(page, server.url, "carla.segretaria", "quattro passi in piazza");
  await page.goto(`${server.url}/area/autodiagnosi`);
  const begin = page.getByRole("button", { name: "Inizia la rilevazione" });
  if ((await begin.count()) > 0) await begin.click();
  else await page.getByRole("link", { name: "Riprendi la rilevazione" }).click();
  await page.goto(page.url().replace(/sezioni\/[^?#]*.*/, "sezioni/contesto"));
}

test("a share is told while one types, and the proposal is taken with one press", async () => {
  const { page, faults } = await openPage(browser);
  await contesto(page);
  const share = page.locator('[data-question="Q03"] [data-share-of]');
  const why = page.locator('[data-question="Q02"] [data-differs]');
  assert.equal(await share.textContent(), "");
  assert.equal(await why.isVisible(), false);
  const use = page.getByRole("button", { name: "Usa questo dato" });
  await use.click();
  const proposed = await page.locator("[data-proposed]").getAttribute("data-proposed");
  assert.equal(await page.locator("#a-Q02").inputValue(), proposed);
  assert.equal(await use.isVisible(), false);
  await page.locator("#a-Q02").fill("1.000");
  assert.equal(await why.isVisible(), true);
  await page.locator("#a-Q03").fill("5");
  assert.equal(await share.textContent(), "Pari al 0,5% del numero indicato in Q02 (1000).");
  await page.locator("#a-Q03").fill("55");
  assert.equal(await share.textContent(), "Pari al 5,5% del numero indicato in Q02 (1000).");
  await page.locator("#a-Q03").fill("2000");
  assert.equal(await share.textContent(), "");
  await page.locator("#a-Q03").fill("55");
  await page.locator('[data-question="Q02"] summary', { hasText: "Nota" }).click();
  await page.locator("#n-Q02").fill("dato dell'anagrafe");
  assert.equal(await why.isVisible(), false);
  await page.locator("[data-last-saved]").filter({ hasText: /Ultimo salvataggio: oggi/ }).waitFor({ timeout: 10_000 });
  // What the server says of the same numbers reads the same.
  await page.getByRole("button", { name: "Salva e continua" }).click();
  await page.waitForURL(/assetto|contesto\?/);
  await page.goto(page.url().replace(/sezioni\/[^?#]*.*/, "sezioni/contesto"));
  const source = await (await page.context().request.get(page.url())).text();
  assert.match(source, /Pari al 5,5% del numero indicato in Q02 \(1000\)\./);
  assert.equal(await share.textContent(), "Pari al 5,5% del numero indicato in Q02 (1000).");
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    await picture(page, `numeri-${width}`);
    assert.deepEqual(await axe(page), []);
    assert.deepEqual(await layout(page), []);
  }
  assert.deepEqual(await invalid([{ name: "numeri", html: source }]), []);
  assert.deepEqual(faults, []);
});
