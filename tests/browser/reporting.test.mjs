// What lacks for the report to the funder, and what the desk does with a person's data who asks on the telephone; the same pages
// for the person. Without scripts, at both widths.
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

/** Judges the page that stands in the browser now, and keeps its HTML for the checker. */
async function look(page, name, faults, options) {
  const width = page.viewportSize().width;
  seen.push({ name: `${name} at ${width}`, html: await page.content() });
  await judge(page, `rendicontazione-${name}`, faults, options);
}

/** A question before something is done: nobody is asked how clear it was. */
const opinion = (name) => ({ opinion: !/(lettere|cancellazione|copia|richiesti)$/.test(name) });

for (const width of WIDTHS) {
  test(`the desk sees who lacks what, and what it does for who asks, at ${width} px`, async () => {
    const { page, context, faults } = await openPage(browser, { width, scripts: "barred" });
    await signIn(page, server.url, "segreteria", PASSWORD);
    await page.goto(`${server.url}/segreteria/rendicontazione`);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await look(page, "manca", faults);
    assert.equal((await page.goto(`${server.url}/segreteria/rendicontazione/lettere`)).status(), 200);
    await look(page, "lettere", faults, opinion("lettere"));
    await page.goto(`${server.url}/segreteria/persone?cerca=luca`);
    const person = await page.locator('main a[href^="/segreteria/persone/"]').evaluateAll((all) =>
      all.map((one) => one.getAttribute("href")).find((href) => /^\/segreteria\/persone\/[0-9a-f-]{36}$/.test(href)),
    );
    assert.ok(person, "a person whose name was looked for");
    for (const name of ["dati-richiesti", "copia", "cancellazione"]) {
      assert.equal((await page.goto(`${server.url}${person}/${name}`)).status(), 200, name);
      await look(page, name, faults, opinion(name));
    }
    await context.close();
    assert.deepEqual(faults, []);
  });

  test(`a person sees and changes what the funder asks, at ${width} px`, async () => {
    const { page, context, faults } = await openPage(browser, { width, scripts: "barred" });
    await signIn(page, server.url, "luca.anagrafe", PASSWORD);
    for (const path of ["/area/dati-richiesti", "/area/dati", "/area/dati/cancellazione"]) {
      assert.equal((await page.goto(`${server.url}${path}`)).status(), 200, path);
      await look(page, path.slice(1).replaceAll("/", "-"), faults, opinion(path));
    }
    await context.close();
    assert.deepEqual(faults, []);
  });
}

test("all these pages are valid HTML", async () => {
  assert.deepEqual(await invalid(seen), []);
});
