// The main job as a person does it: a referente answers over several sittings, closes, reads the report. With scripts
// and without; every page on the way is judged.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { WIDTHS, axe, hooks, invalid, layout, openBrowser, openPage, picture, signIn, startServer } from "./rig.mjs";

/** The password of the demonstration's people. */
const PASSWORD = "quattro passi in piazza";

/** Answers by question; rows of matrices get "b". What is not named here gets its first option. */
const ANSWERS = {
  Q02: ["1.204"], Q03: ["61"], Q05: ["b", "d"], Q06: ["b", "c"], Q07: ["d"], Q09: ["3"], Q12: ["2"], Q17: ["3"], Q18: ["NA"],
  Q19: ["a", "b"], Q21: ["NS"], Q23: ["d"], Q24: ["2,5"], Q28: ["4"], Q31: ["2"], Q37: ["b"], Q41: ["b"], Q43: ["2"],
};

let server, browser;
before(async () => {
  server = await startServer();
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

const visible = (page) =>
  page.locator("[data-question]:not([hidden])").evaluateAll((boxes) => boxes.map((box) => box.dataset.question));

/** Answers one question as a person would: ticks, or types. */
async function answer(page, question) {
  const box = page.locator(`[data-question="${question}"]`);
  const rows = await box.locator(".aff-matrix-row").count();
  for (let n = 0; n < rows; n++) await box.locator(".aff-matrix-row").nth(n).locator('input[value="b"]').check();
  if (rows > 0) return;
  const field = box.locator(`input[name="a[${question}]"]`);
  const wanted = ANSWERS[question] ?? [await field.first().getAttribute("value")];
  for (const value of wanted) {
    const option = box.locator(`input[name="a[${question}]"][value="${value}"]:not([type="text"])`);
    if ((await option.count()) > 0) await option.check();
    else await box.locator(`input[type="text"][name="a[${question}]"]`).fill(value);
  }
}

/** Answers what the section asks; with scripts, also what appears while answering. */
async function answerSection(page) {
  const done = new Set();
  for (let more = true; more; ) {
    more = false;
    for (const question of await visible(page)) {
      if (done.has(question)) continue;
      await answer(page, question);
      done.add(question);
      more = true;
    }
  }
  return done;
}

/** Answers a section and goes on; questions that the answers brought up come first, on the same section. */
async function answerAndGoOn(page) {
  const section = new URL(page.url()).pathname;
  for (let n = 0; n < 3 && new URL(page.url()).pathname === section; n++) {
    await answerSection(page);
    await Promise.all([page.waitForNavigation(), page.getByRole("button", { name: "Salva e continua" }).click()]);
  }
  assert.notEqual(new URL(page.url()).pathname, section, await page.locator("main").textContent());
}

const saved = (page) => page.locator("[data-last-saved]").filter({ hasText: /Ultimo salvataggio: oggi/ }).waitFor({ timeout: 10_000 });

async function actFor(page, ente) {
  await page.goto(`${server.url}/area/profilo`);
  const form = page.locator('main form[action="/area/incarico"]').filter({ hasText: ente });
  if ((await form.count()) > 0) await form.first().locator("button").click();
  await page.goto(`${server.url}/area`);
  assert.match(await page.locator(".aff-acting").textContent(), new RegExp(ente.replace(/[()]/g, "\\$&")));
}

/** From the first question to the report, for an ente that has no rilevazione yet. */
async function walk(page, ente, look) {
  await signIn(page, server.url, "carla.segretaria", PASSWORD);
  await actFor(page, ente);
  await look("area");
  await page.goto(`${server.url}/area/autodiagnosi`);
  await look("prima");
  await page.getByRole("button", { name: "Inizia la rilevazione" }).click();
  await page.waitForURL(/sezioni\/contesto/);
  await look("contesto");
  await answerAndGoOn(page);
  assert.match(page.url(), /sezioni\/assetto/);
  await answerSection(page);
  await page.getByRole("button", { name: "Salva ed esci" }).click();
  await page.waitForURL(/area\/autodiagnosi\?esito=salvata/);
  await look("uscita");
  // Another day: resumed where it was left.
  await page.getByRole("link", { name: "Riprendi la rilevazione" }).click();
  const landed = new URL(page.url());
  assert.ok(/sezioni\/(assetto|regia)/.test(landed.pathname) && landed.hash.startsWith("#Q"), page.url());
  for (let n = 0; n < 15 && !page.url().endsWith("/riepilogo"); n++) {
    await look(new URL(page.url()).pathname.split("/").pop());
    await answerAndGoOn(page);
  }
  await look("riepilogo");
  await page.getByLabel("Ufficio").fill("Segreteria");
  await page.getByLabel("Autorizzato da").fill("il Sindaco");
  await page.getByRole("button", { name: "Chiudi la rilevazione" }).click();
  await page.waitForURL(/rapporto\/1/);
  await look("rapporto");
  assert.match(await page.locator("main").textContent(), /Convenzione con Comune capofila/);
  await page.goto(`${server.url}/area/autodiagnosi`);
  await look("chiusa");
}

/** Judges the page that stands in the browser at both widths, and keeps its source for the Nu checker. */
function judge(page, faults, sources, pictures) {
  return async (name) => {
    const path = new URL(page.url()).pathname;
    sources.push({ name, html: await (await page.context().request.get(page.url())).text() });
    for (const width of WIDTHS) {
      // As tall as the page: what the bar at the foot covers now, a person scrolls into view.
      await page.setViewportSize({ width, height: 900 });
      await page.setViewportSize({ width, height: Math.min(12_000, await page.evaluate(() => document.documentElement.scrollHeight)) });
      const found = [...(await axe(page)), ...(await layout(page)), ...(await hooks(page))];
      faults.push(...found.map((fault) => `${name} (${path}) at ${width}: ${fault}`));
      if (pictures) await picture(page, `percorso-${name}-${width}`);
    }
    await page.setViewportSize({ width: 1280, height: 900 });
  };
}

test("a referente answers, leaves, resumes, closes and reads the report", async () => {
  const { page, context, faults } = await openPage(browser, {});
  const sources = [];
  await walk(page, "Ala di Stura (TO)", judge(page, faults, sources, true));
  await context.close();
  assert.deepEqual(faults, []);
  assert.deepEqual(await invalid(sources), []);
});

test("the same walk with scripts off in the browser", async () => {
  const { page, context, faults } = await openPage(browser, { scripts: "off" });
  await walk(page, "Alpette (TO)", async (name) => {
    const found = [...(await layout(page)), ...(await hooks(page))];
    faults.push(...found.map((fault) => `${name}: ${fault}`));
  });
  await context.close();
  assert.deepEqual(faults, []);
});

test("a segretario of four comuni sees nothing of one while acting for another", async () => {
  const { page, context } = await openPage(browser, {});
  await signIn(page, server.url, "carla.segretaria", PASSWORD);
  await actFor(page, "Andrate (TO)");
  await page.goto(`${server.url}/area/autodiagnosi`);
  await page.getByRole("button", { name: "Inizia la rilevazione" }).click();
  await page.waitForURL(/sezioni\/contesto/);
  const ofAndrate = page.url().split("#")[0];
  const note = page.locator('[data-question="Q02"]');
  await note.locator(".aff-note summary").click();
  await note.locator('textarea[name="n[Q02]"]').fill("parola segreta di Andrate");
  await page.getByRole("button", { name: "Salva ed esci" }).click();
  await page.waitForURL(/esito=salvata/);
  for (const ente of ["Bairo (TO)", "Ala di Stura (TO)", "Alpette (TO)"]) {
    await actFor(page, ente);
    for (const path of ["/area", "/area/autodiagnosi", "/area/profilo"]) {
      await page.goto(server.url + path);
      assert.doesNotMatch(await page.content(), /parola segreta/);
    }
    assert.equal((await page.goto(ofAndrate)).status(), 404);
    assert.doesNotMatch(await page.content(), /parola segreta/);
  }
  await context.close();
});

test("with scripts a conditional question appears at once, and answers are saved by themselves", async () => {
  const { page, context, faults } = await openPage(browser, {});
  await signIn(page, server.url, "carla.segretaria", PASSWORD);
  await actFor(page, "Bairo (TO)");
  await page.goto(`${server.url}/area/autodiagnosi`);
  await page.getByRole("button", { name: "Inizia la rilevazione" }).click();
  await page.waitForURL(/sezioni\/contesto/);
  await page.goto(page.url().replace(/contesto.*/, "assetto"));
  assert.ok(!(await visible(page)).includes("Q09"));
  await page.locator('input[name="a[Q07]"][value="d"]').check();
  await page.locator('[data-question="Q09"]:not([hidden])').waitFor();
  await saved(page);
  await page.reload();
  assert.equal(await page.locator('input[name="a[Q07]"][value="d"]').isChecked(), true);
  await context.close();
  assert.deepEqual(faults, []);
});

test("what is typed while the network is down is kept, and sent when it is back", async () => {
  const { page, context } = await openPage(browser, {});
  await signIn(page, server.url, "carla.segretaria", PASSWORD);
  await actFor(page, "Bairo (TO)");
  await page.goto(`${server.url}/area/autodiagnosi`);
  await page.getByRole("link", { name: /Riprendi|Comincia/ }).click();
  await page.waitForURL(/sezioni/);
  const section = page.url().replace(/sezioni\/.*/, "sezioni/regia");
  await page.goto(section);
  await context.setOffline(true);
  await page.locator('input[name="a[Q13]"][value="c"]').check();
  await page.locator('[data-question="Q14"] .aff-note summary').click();
  await page.locator('textarea[name="n[Q14]"]').fill("riunione il primo lunedì");
  await page.locator("[data-last-saved]").filter({ hasText: "La rete non risponde" }).waitFor();
  // The tab is closed while the network is still down; the draft waits on this computer.
  await page.close();
  await context.setOffline(false);
  const again = await context.newPage();
  await again.goto(section);
  await saved(again);
  await again.reload();
  assert.equal(await again.locator('input[name="a[Q13]"][value="c"]').isChecked(), true);
  assert.equal(await again.locator('textarea[name="n[Q14]"]').inputValue(), "riunione il primo lunedì");
  // Sign-out leaves nothing behind.
  assert.equal(await again.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("affianca:")).length), 0);
  await context.close();
});

test("two colleagues on the same answer: the later one is told and chooses", async () => {
  const anna = await openPage(browser, {});
  const luca = await openPage(browser, {});
  await signIn(anna.page, server.url, "anna.referente", PASSWORD);
  await signIn(luca.page, server.url, "luca.anagrafe", PASSWORD);
  await anna.page.goto(`${server.url}/area/autodiagnosi`);
  await anna.page.getByRole("link", { name: "Riprendi la rilevazione" }).click();
  await anna.page.waitForURL(/sezioni/);
  const section = anna.page.url().replace(/sezioni\/.*/, "sezioni/demografici");
  await anna.page.goto(section);
  await luca.page.goto(section);
  await luca.page.locator('input[name="a[Q20]"][value="c"]').check();
  await saved(luca.page);
  await anna.page.locator('input[name="a[Q20]"][value="a"]').check();
  await anna.page.locator('[data-question="Q20"] .aff-error').filter({ hasText: "Luca Ferrero ha cambiato questa risposta" }).waitFor();
  await anna.page.getByRole("button", { name: "Salva e continua" }).click();
  await anna.page.getByLabel("Sostituisci con la vostra").check();
  assert.deepEqual(await axe(anna.page), []);
  await anna.page.getByRole("button", { name: "Salva e continua" }).click();
  await anna.page.waitForURL(/sezioni\/accesso/);
  await luca.page.reload();
  assert.equal(await luca.page.locator('input[name="a[Q20]"][value="a"]').isChecked(), true);
  await anna.context.close();
  await luca.context.close();
});
