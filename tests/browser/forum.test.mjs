// A quesito asked, released, answered and followed with scripts barred; then the list of the day, which renews itself.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { WIDTHS, headings, invalid, judge, letterTo, openBrowser, openPage, order, signIn, startServer } from "./rig.mjs";

const PASSWORD = "quattro passi in piazza";
/** The day of the demonstration that is open. */
const DAY = "Servizi demografici: casi di ogni giorno";
const TITLE = "Cambio di indirizzo senza contratto";

const THEME = "Servizi demografici";
/** Another quesito of that day and theme, that nobody has released. */
const MERGED = "Una famiglia arrivata a marzo";

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

/** Judges the page as it stands now, at both widths. */
async function look(page, name, faults) {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    await judge(page, name, faults);
  }
  await page.setViewportSize({ width: WIDTHS[0], height: 900 });
  faults.push(...(await order(page)).map((fault) => `${name}: ${fault}`));
  seen.push({ name, html: await page.request.get(page.url()).then((answer) => answer.text()) });
}

async function come(username, scripts = "barred") {
  const { page, context, faults } = await openPage(browser, { scripts });
  await signIn(page, server.url, username, PASSWORD);
  return { page, context, faults };
}

const press = (page, name) => page.locator("main").getByRole("button", { name }).first().click();
const follow = (page, name) => page.locator("main").getByRole("link", { name }).first().click();
const reads = async (page, text) => {
  const told = await page.locator("main").innerText();
  assert.ok(told.includes(text), `${text}\n${told}`);
};

let question;

test("an officer asks, and sees the quesito among their own", async () => {
  const { page, context, faults } = await come("luca.anagrafe");
  await page.goto(`${server.url}/forum`);
  await look(page, "forum", faults);
  await follow(page, DAY);
  await reads(page, "tempo rimasto");
  await look(page, "forum-giornata", faults);
  // A quesito begins in a line: what is like it comes first.
  await page.getByLabel("Che cosa vi serve sapere?").fill("Iscrizione con il permesso in rinnovo");
  await press(page, "Poni un quesito");
  await reads(page, "Forse la risposta c’è già");
  await reads(page, "Iscrizione con il permesso in corso di rinnovo");
  await look(page, "quesito-nuovo", faults);
  await page.selectOption('[name="tema"]', { label: THEME });
  await page.fill('[name="titolo"]', TITLE);
  // The form comes back for the text that is missing, and the file with it.
  await page.setInputFiles('[name="file"]', { name: "prospetto.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7\n%%EOF\n") });
  await page.locator("form.aff-form").first().evaluate((form) => (form.noValidate = true));
  await press(page, "Invia il quesito");
  await reads(page, "Scrivete il quesito.");
  await reads(page, "prospetto.pdf, 1 kB");
  await look(page, "quesito-torna", faults);
  await page.fill('[name="testo"]', "Chi ospita non ha un contratto registrato: che cosa chiediamo?");
  await press(page, "Invia il quesito");
  await reads(page, "Quesito inviato.");
  await reads(page, "prospetto.pdf");
  await reads(page, "Gli altri enti non lo vedono ancora.");
  question = page.url().split("?")[0];
  await look(page, "quesito-proprio", faults);
  await context.close();
  assert.deepEqual(faults, []);
});

test("another ente finds nothing of it", async () => {
  const { page, context, faults } = await come("carla.segretaria");
  assert.equal((await page.goto(question)).status(), 404);
  await page.goto(`${server.url}/forum`);
  await follow(page, DAY);
  assert.ok(!(await page.locator("main").innerText()).includes(TITLE));
  await context.close();
  // The 404 is what the test asks for.
  assert.deepEqual(faults.filter((fault) => !fault.includes("404")), []);
});

test("the expert reads, releases, takes and answers", async () => {
  const { page, context, faults } = await come("esperta");
  await page.goto(`${server.url}/area/quesiti?vista=da-rilasciare`);
  await look(page, "quesiti-coda", faults);
  await page.goto(`${question}/rilascio`);
  await look(page, "quesito-rilascio", faults);
  await press(page, "Rilascia il quesito");
  await page.locator("#errori, [aria-invalid=true], [name=confermo]").first().waitFor();
  await page.check('[name="confermo"]');
  await press(page, "Rilascia il quesito");
  await reads(page, "ora lo vedono tutti i partecipanti");
  await look(page, "quesito-da-prendere", faults);
  await press(page, "Prendi in carico");
  await reads(page, "Il quesito è affidato a voi.");
  await look(page, "quesito-esperta", faults);
  // One who has taken two quesiti of a theme may answer both at once.
  await page.goto(`${server.url}/area/quesiti`);
  await follow(page, MERGED);
  await press(page, "Prendi in carico");
  await page.goto(question);
  await follow(page, "Scrivi la risposta");
  await look(page, "quesito-risposta", faults);
  await page.fill('[name="testo"]', "Basta la dichiarazione di chi ospita, con copia del documento.");
  await page.fill('[name="norma"]', "art. 5 DL 47/2014");
  // One answer closes another quesito as well, and each asker is told.
  await page.getByLabel(MERGED).check();
  await press(page, "Pubblica la risposta");
  await reads(page, "Risposta pubblicata");
  await reads(page, "La stessa risposta vale per");
  await reads(page, MERGED);
  await look(page, "quesito-risposto", faults);
  const told = (await headings(page, "main")).map(({ text }) => text);
  const [answer, comments] = [told.indexOf("Risposta dell’esperto"), told.indexOf("Interventi")];
  assert.ok(answer > 0 && answer < comments, told.join(" · "));
  await context.close();
  assert.deepEqual(faults, []);
});

test("the asker is told, and another ente follows and is interested", async () => {
  const told = await letterTo(server, "luca.anagrafe@example.org");
  assert.ok(told, "a letter to the asker");
  const { page, context, faults } = await come("carla.segretaria");
  await page.goto(question);
  await reads(page, "Basta la dichiarazione di chi ospita");
  await press(page, "Interessa anche a noi");
  await reads(page, "Annotato.");
  await press(page, "Segui il quesito");
  await reads(page, "Ora lo seguite");
  await page.goto(`${server.url}/forum/seguiti`);
  await reads(page, TITLE);
  await look(page, "forum-seguiti", faults);
  await page.goto(question);
  await page.fill("#testo", "Noi chiediamo anche il consenso del proprietario.");
  await press(page, "Pubblica l’intervento");
  await reads(page, "Intervento pubblicato.");
  await look(page, "quesito-altri", faults);
  await context.close();
  assert.deepEqual(faults, []);
});

test("the answer becomes a frequent question, read once more before it is public", async () => {
  const { page, context, faults } = await come("esperta");
  await page.goto(question);
  await press(page, "Fanne una domanda frequente");
  assert.equal(await page.inputValue('[name="domanda"]'), TITLE);
  await look(page, "domanda-da-risposta", faults);
  await press(page, "Pubblica");
  await context.close();
  const visitor = await openPage(browser, { scripts: "barred" });
  await visitor.page.goto(`${server.url}/cerca?q=contratto`);
  await follow(visitor.page, TITLE);
  await reads(visitor.page, "Basta la dichiarazione di chi ospita");
  await visitor.context.close();
  assert.deepEqual([...faults, ...visitor.faults], []);
});

test("with scripts what may answer a quesito comes while it is typed", async () => {
  const { page, context, faults } = await come("luca.anagrafe", "on");
  await page.goto(`${server.url}/quesiti/nuovo`);
  await page.locator('[name="titolo"]').pressSequentially("Permesso da rinnovare e iscrizione");
  await page.getByText("Forse la risposta c’è già").waitFor();
  await reads(page, "Iscrizione con il permesso in corso di rinnovo");
  assert.equal(await page.inputValue('[name="titolo"]'), "Permesso da rinnovare e iscrizione");
  await look(page, "quesito-simili", faults);
  await context.close();
  assert.deepEqual(faults, []);
});

test("the desk plans days, and anybody reads proceedings", async () => {
  const { page, context, faults } = await come("segreteria");
  await page.goto(`${server.url}/segreteria/forum`);
  await look(page, "segreteria-forum", faults);
  await follow(page, DAY);
  await look(page, "segreteria-forum-giornata", faults);
  await page.goto(`${server.url}/segreteria/forum/ore-esperti`);
  await look(page, "segreteria-forum-ore", faults);
  await page.goto(`${server.url}/segreteria/forum/nuova`);
  await look(page, "segreteria-forum-nuova", faults);
  await context.close();
  const visitor = await openPage(browser, { scripts: "barred" });
  await visitor.page.goto(`${server.url}/forum`);
  await follow(visitor.page, "Leggi gli atti della giornata");
  await reads(visitor.page, "La giornata in cifre");
  await look(visitor.page, "forum-atti", visitor.faults);
  await visitor.context.close();
  assert.deepEqual([...faults, ...visitor.faults], []);
});

test("with scripts the day renews itself without losing its place", async () => {
  const { page, context, faults } = await come("luca.anagrafe", "on");
  await page.clock.install();
  await page.goto(`${server.url}/forum`);
  await follow(page, DAY);
  await page.locator('[data-part="elenco"]').waitFor();
  const asked = page.waitForResponse((answer) => answer.url().includes("/novita"));
  await page.clock.fastForward(26_000);
  assert.ok([200, 304].includes((await asked).status()));
  await reads(page, TITLE);
  await context.close();
  assert.deepEqual(faults, []);
});

test("all pages are valid HTML", async () => {
  assert.deepEqual(await invalid(seen), []);
});
