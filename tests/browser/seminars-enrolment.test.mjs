// Enrolling with scripts barred: a seat, the waiting list, a colleague sent instead, promotion; and the pages of the desk.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { WIDTHS, invalid, judge, letterTo, openBrowser, openPage, signIn, startServer } from "./rig.mjs";

const PASSWORD = "quattro passi in piazza";
/** The day of the demonstration with three seats is the one in this city. */
const CITY = "Cuneo";

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
    await judge(page, name, faults, { opinion: !name.includes("link") });
  }
  await page.setViewportSize({ width: WIDTHS[0], height: 900 });
  seen.push({ name, html: await page.request.get(page.url()).then((answer) => answer.text()) });
}

/** Somebody at a browser of their own, without scripts. */
async function come(username) {
  const { page, context, faults } = await openPage(browser, { scripts: "barred" });
  await signIn(page, server.url, username, PASSWORD);
  return { page, context, faults };
}

async function openDay(page) {
  await page.goto(`${server.url}/seminari`);
  await page.locator("main .aff-days li").filter({ hasText: CITY }).first().getByRole("link").first().click();
  await page.locator("#iscrizione").waitFor();
}

const press = (page, name) => page.locator("main").getByRole("button", { name }).first().click();
const follow = (page, name) => page.locator("main").getByRole("link", { name }).first().click();
const reads = async (page, text) => assert.ok((await page.locator("main").innerText()).includes(text), `${text}\n${await page.locator("main").innerText()}`);

test("somebody enrolled by hand after a search, at the desk", async () => {
  const { page, context, faults } = await come("segreteria");
  await openDay(page);
  const day = page.url().split("/").pop();
  await page.goto(`${server.url}/segreteria/giornate/${day}/iscritti`);
  await look(page, "iscritti-nessuno", faults);
  await follow(page, "Iscrivi qualcuno");
  await page.fill('[name="cerca"]', "riva");
  await press(page, "Cerca");
  await look(page, "iscritti-nuovo", faults);
  await page.locator("#nota").fill("Partecipa per preparare la seconda giornata.");
  await press(page, /^Iscrivi/);
  await page.waitForURL(/esito=iscritto/);
  await reads(page, "1 su 3 posti");
  assert.deepEqual(faults, []);
  await context.close();
});

test("enrolled, waiting, a colleague instead, promoted: scripts barred", async () => {
  const { page: visitor, context: nobody, faults: none } = await openPage(browser, { scripts: "barred" });
  await openDay(visitor);
  await reads(visitor, "Ultimi 2 posti.");
  await look(visitor, "giornata-visitatore", none);
  await visitor.locator("#iscrizione").getByRole("link", { name: "Entra" }).click();
  assert.match(visitor.url(), /ritorno=/);

  const [luca, carla, anna] = [await come("luca.anagrafe"), await come("carla.segretaria"), await come("anna.referente")];
  await openDay(luca.page);
  await look(luca.page, "giornata-da-iscriversi", luca.faults);
  await press(luca.page, "Iscrivimi");
  await luca.page.waitForURL(/esito=iscritto/);
  await look(luca.page, "miei-seminari", luca.faults);
  await openDay(carla.page);
  await press(carla.page, "Iscrivimi");
  await carla.page.waitForURL(/esito=iscritto/);

  // The seats are gone: the next one waits, and sees the colleague who has one.
  await openDay(anna.page);
  await reads(anna.page, "In lista d’attesa sareste il 1º.");
  await reads(anna.page, "Luca Ferrero");
  await look(anna.page, "giornata-referente", anna.faults);
  await follow(anna.page, /Iscrivi colleghe/);
  await look(anna.page, "colleghi", anna.faults);
  await openDay(anna.page);
  await press(anna.page, "Mettimi in lista d’attesa");
  await anna.page.waitForURL(/esito=in-attesa/);
  await reads(anna.page, "siete il 1º");
  await openDay(anna.page);
  await look(anna.page, "giornata-in-attesa", anna.faults);

  // A colleague instead, who leaves the list; whoever sent her goes to its end.
  await openDay(luca.page);
  await follow(luca.page, "Manda un collega");
  await look(luca.page, "manda-un-collega", luca.faults);
  await press(luca.page, "Manda questa persona");
  await reads(luca.page, "Scegliete chi.");
  await luca.page.locator("main label").filter({ hasText: "Anna Bruno" }).click();
  await press(luca.page, "Manda questa persona");
  await luca.page.waitForURL(/esito=collega/);
  await openDay(luca.page);
  await press(luca.page, "Mettimi in lista d’attesa");
  await luca.page.waitForURL(/esito=in-attesa/);

  // A seat given up is the next one's.
  await openDay(anna.page);
  await reads(anna.page, "il posto è vostro");
  await follow(anna.page, "Non posso venire");
  await look(anna.page, "rinuncia", anna.faults);
  await press(anna.page, "Sì, rinuncio");
  await anna.page.waitForURL(/esito=rinuncia/);
  await luca.page.goto(`${server.url}/area/seminari`);
  await reads(luca.page, "Siete iscritti: il posto è vostro.");
  await luca.page.goto(`${server.url}/area`);
  assert.match(await luca.page.innerText("main"), /In calendario[\s\S]*Giornata d’aula «L’anagrafe e i cittadini stranieri»\s+Siete iscritti\./);
  await look(luca.page, "area-con-giornata", luca.faults);
  const letter = await letterTo(server, "luca.anagrafe@example.org");
  assert.match(letter, /liberato un posto/);
  for (const one of [luca, carla, anna, { context: nobody, faults: none }]) {
    assert.deepEqual(one.faults, []);
    await one.context.close();
  }
});

test("the list, the history, a message and the check, at the desk", async () => {
  const { page, context, faults } = await come("segreteria");
  await openDay(page);
  const roll = `${server.url}/segreteria/giornate/${page.url().split("/").pop()}/iscritti`;
  await page.goto(roll);
  await reads(page, "3 su 3 posti");
  await look(page, "iscritti", faults);
  await follow(page, "Luca Ferrero");
  await look(page, "iscritti-storia", faults);
  await page.goto(roll.replace("iscritti", "messaggio"));
  await look(page, "messaggio", faults);
  await page.fill('[name="oggetto"]', "Che cosa portare");
  await page.fill('[name="testo"]', "Portate un documento.\n\nA presto.");
  await press(page, "Continua");
  await reads(page, "Il messaggio parte per 3 persone.");
  await press(page, "Invia");
  await page.waitForURL(/esito=inviato/);
  await page.goto(`${server.url}/segreteria/seminari/controllo`);
  await reads(page, "Tutto in ordine.");
  await look(page, "controllo-posti", faults);
  assert.deepEqual(faults, []);
  await context.close();
});

test("the HTML of all of them is valid", async () => {
  assert.deepEqual(await invalid(seen), []);
});
