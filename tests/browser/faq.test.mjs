// Domande frequenti and the search: read by anybody, written by an expert, found by their words.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { WIDTHS, axe, invalid, judge, layout, openBrowser, openPage, picture, signIn, startServer } from "./rig.mjs";

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
  await judge(page, name, faults);
  seen.push({ name, html: await (await page.request.get(page.url())).text() });
}

for (const width of WIDTHS) {
  for (const scripts of ["on", "barred"]) {
    test(`anybody reads and finds at ${width} px, scripts ${scripts}`, async () => {
      const { page, context, faults } = await openPage(browser, { width, scripts });
      for (const lang of ["en", "it"]) {
        await page.goto(`${server.url}/domande-frequenti?lang=${lang}`);
        await look(page, `faq-${lang}`, faults);
      }
      await page.fill('main input[name="q"]', "GIURAMENTI");
      await page.click("main .aff-lookup button");
      await page.waitForURL(/cerca/);
      assert.match(await page.locator("main [role=status]").textContent(), /risultat/);
      assert.equal(await page.locator("main mark").first().textContent(), "giuramento");
      await look(page, "search", faults);
      await page.locator("main .aff-hits a").first().click();
      await page.waitForURL(/domande-frequenti\//);
      assert.match(await page.locator("h1").textContent(), /giuramento/);
      await look(page, "faq-one", faults);
      await page.goto(`${server.url}/cerca?q=zanzibar&lang=en`);
      await look(page, "search-none", faults);
      // Its day has passed: readers are told.
      await page.goto(`${server.url}/cerca?q=ospitalità&lang=it`);
      await page.locator("main .aff-hits a").first().click();
      await page.getByText("andava riletta entro").waitFor();
      await look(page, "faq-expired", faults);
      await context.close();
      assert.deepEqual(faults, []);
    });
  }

  test(`an expert writes, is warned, publishes and withdraws at ${width} px`, async () => {
    const { page, context, faults } = await openPage(browser, { width });
    await signIn(page, server.url, "esperta", PASSWORD);
    await page.goto(`${server.url}/area/domande-frequenti`);
    await look(page, "desk", faults);
    await page.getByRole("link", { name: "Nuova domanda frequente" }).click();
    await look(page, "new", faults);
    const question = `Che cosa fiorisce a ${width} metri?`;
    await page.fill('[name="domanda"]', question);
    await page.fill('[name="risposta"]', "Le **ortensie**:\n\n- rosa\n- azzurre\n\nChiamare il 320 1234567.");
    await page.fill('[name="tema"]', "Prova");
    await page.getByRole("button", { name: "Salva e pubblica" }).click();
    await page.getByText("sembra esserci un numero di telefono").first().waitFor();
    const found = [...(await axe(page)), ...(await layout(page))];
    faults.push(...found.map((fault) => `warned at ${width}: ${fault}`));
    await picture(page, `warned-${width}`);
    await page.fill('[name="risposta"]', "Le **ortensie**:\n\n- rosa\n- azzurre");
    await page.getByRole("button", { name: "Salva e pubblica" }).click();
    await page.getByText("Domanda frequente pubblicata.").waitFor();
    await page.getByRole("link", { name: question }).click();
    await look(page, "written", faults);
    await page.getByRole("link", { name: "Leggi la pagina pubblica" }).click();
    assert.equal(await page.locator("main strong").first().textContent(), "ortensie");
    assert.equal(await page.locator(".aff-prose li").count(), 2);
    await page.goBack();
    await page.fill('[name="motivo"]', "Era una prova");
    await page.getByRole("button", { name: "Ritira" }).click();
    await page.getByText("Domanda frequente ritirata").waitFor();
    await page.goto(`${server.url}/cerca?q=ortensie`);
    await page.getByText("Nessun risultato").waitFor();
    await context.close();
    // The form that came back is answered with 422, which the browser writes into its console.
    assert.deepEqual(faults.filter((fault) => !/422/.test(fault)), []);
  });
}

test("the Nu checker has nothing to object to", async () => {
  assert.ok(seen.length > 10);
  assert.deepEqual(await invalid(seen), []);
});
