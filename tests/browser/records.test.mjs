// What a person attended, and the attestato that certifies it: a course on the way to it, enrolled, half done, resumed, failed and
// passed; the paper downloaded, checked by a stranger, altered, revoked, checked again. Without scripts, at both widths.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { WIDTHS, invalid, judge, openBrowser, openPage, signIn, startServer } from "./rig.mjs";

const PASSWORD = "quattro passi in piazza";
// Signs of a code: none that looks like another.
const SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
const COURSE = "/corsi/organizzare-accoglienza";
const QUIZ = new URL("../../courses/organizzare-accoglienza/quiz/finale.toml", import.meta.url);

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
  await judge(page, `attestati-${name}`, faults, options);
}

const press = (page, name) => page.getByRole("button", { name }).click();

/** What the file of the test says is right: of each question its text, and the right options or values by row. */
async function key() {
  const blocks = (await readFile(QUIZ, "utf8")).split("[[question]]").slice(1);
  return blocks.map((block) => ({
    id: block.match(/^id = "(.+)"$/m)[1],
    kind: block.match(/^kind = "(.+)"$/m)[1],
    options: [...block.matchAll(/\{ id = "(\w+)", text = "(?:[^"\\]|\\.)*"(.*?) \}/g)].map((found) => ({
      id: found[1],
      right: /right = true/.test(found[2]),
      column: found[2].match(/right = "(\w+)"/)?.[1],
    })),
    right: block.match(/^right = "?([\w.]+)"?$/m)?.[1],
  }));
}

/** Answers the questions asked: all as the key says, or each with one that is wrong. */
async function answer(page, questions, right) {
  const asked = await page.locator("form.aff-quiz [name]").evaluateAll((all) => [...new Set(all.map((one) => one.name))]);
  for (const question of questions) {
    const own = asked.filter((name) => name.startsWith(`a[${question.id}]`));
    if (own.length === 0) continue;
    const set = (name, value) => page.locator(`form.aff-quiz [name="${name}"][value="${value}"]`).check();
    const wrong = (value) => page.locator(`form.aff-quiz [name="${own[0]}"]:not([value="${value}"])`).first().check();
    if (question.kind === "matrix") {
      for (const row of question.options.filter((option) => option.column)) {
        const name = own.find((name) => name.includes(row.id));
        const others = page.locator(`form.aff-quiz [name="${name}"]:not([value="${row.column}"])`);
        await (right ? set(name, row.column) : others.first().check());
      }
    } else if (question.kind === "yes-no") {
      await (right ? set(own[0], question.right) : wrong(question.right));
    } else {
      const good = question.options.filter((option) => option.right).map((option) => option.id);
      const bad = question.options.filter((option) => !option.right).map((option) => option.id);
      for (const id of right ? good : bad.slice(0, 1)) await set(own[0], id);
    }
  }
}

async function read(page, lessons) {
  for (let n = 0; n < lessons; n++) await press(page, "Ho letto la lezione");
}

for (const [width, username, scripts] of [
  [WIDTHS[0], "referente.5", "barred"],
  [WIDTHS[1], "referente.7", "on"],
]) {
  test(`from the course to the attestato and its end, at ${width} px`, async () => {
    const { page, context, faults } = await openPage(browser, { width, scripts });
    await signIn(page, server.url, username, PASSWORD);
    await page.goto(`${server.url}/area/percorso`);
    assert.match(await page.innerText("main"), /Per l’attestato mancano ancora:\s+il corso/);
    await look(page, "percorso-manca-il-corso", faults);
    await page.locator(`main a[href="${COURSE}"]`).first().click();
    await press(page, "Iscrivetevi");
    await page.getByRole("link", { name: "Cominciate dalla prima lezione" }).click();
    await read(page, 3);

    // Half done, and resumed where it was left.
    await page.goto(`${server.url}${COURSE}`);
    assert.match(await page.innerText("main"), /Lezioni lette: 3 su 7/);
    await page.getByRole("link", { name: /^Riprendete da/ }).click();
    await page.waitForURL(/\/sportello$/);
    await read(page, 4);

    const questions = await key();
    await page.getByRole("link", { name: "Andate alla prova finale" }).click();
    await press(page, "Cominciate la prova");
    await answer(page, questions, false);
    await press(page, "Consegnate le risposte");
    assert.match(await page.innerText("main"), /Prova non superata/);
    await page.goto(`${server.url}/area/percorso`);
    assert.match(await page.innerText("main"), /mancano ancora/);
    await page.goto(`${server.url}${COURSE}/prova/finale`);
    await press(page, "Cominciate la prova");
    await answer(page, questions, true);
    await press(page, "Consegnate le risposte");
    assert.match(await page.innerText("main"), /Prova superata/);
    await page.goto(`${server.url}/area/percorso`);
    assert.match(await page.innerText("main"), /Avete i requisiti per l’attestato/);
    assert.match(await page.innerText("main"), /superata: 8 risposte giuste su 8/);
    await look(page, "percorso-requisiti", faults);

    const desk = await openPage(browser, { width, scripts });
    await signIn(desk.page, server.url, "segreteria", PASSWORD);
    await desk.page.goto(`${server.url}/segreteria/attestati`);
    await look(desk.page, "segreteria-da-emettere", desk.faults);
    await press(desk.page, /^Emetti/);
    await desk.page.waitForURL(/esito=emessi/);
    await look(desk.page, "segreteria-emessi", desk.faults);

    await page.reload();
    await look(page, "percorso-con-attestato", faults);
    const file = await page.getByRole("link", { name: /^Scarica l’attestato/ }).getAttribute("href");
    const got = await page.request.get(`${server.url}${file}`);
    assert.equal(got.headers()["content-type"], "application/pdf");
    const paper = await got.body();
    const check = await page.getByRole("link", { name: /^Pagina di verifica/ }).getAttribute("href");
    const code = check.split("/").pop();

    // A stranger, with the paper in hand.
    const stranger = await openPage(browser, { width, scripts: "barred" });
    await stranger.page.goto(`${server.url}/attestati`);
    await look(stranger.page, "verifica", stranger.faults);
    await stranger.page.fill('[name="codice"]', code.toLowerCase().replaceAll("-", " "));
    await press(stranger.page, "Verifica");
    await stranger.page.waitForURL(`**${check}`);
    assert.match(await stranger.page.innerText("body"), /L’attestato è autentico e valido/);
    assert.match(await stranger.page.innerText("main"), /Corsi completati[\s\S]*superata: 8 risposte giuste su 8/);
    await look(stranger.page, "valido", stranger.faults, { opinion: false });
    const compare = async (bytes) => {
      await stranger.page.goto(`${server.url}${check}`);
      await stranger.page.setInputFiles('input[type="file"]', { name: "attestato.pdf", mimeType: "application/pdf", buffer: bytes });
      await press(stranger.page, "Controlla il file");
    };
    await compare(paper);
    assert.match(await stranger.page.innerText("body"), /Il file è proprio quello emesso/);
    const altered = Buffer.from(paper);
    altered[Math.floor(altered.length / 2)] ^= 1;
    await compare(altered);
    assert.match(await stranger.page.innerText("body"), /Il file non è quello emesso/);
    await look(stranger.page, "file-alterato", stranger.faults, { opinion: false });
    // Two signs that differ changed places: the last no longer checks them. And a code that nobody was given.
    const bare = code.replaceAll("-", "");
    const at = [...bare].findIndex((sign, n) => n < 14 && sign !== bare[n + 1]);
    const misread = bare.slice(0, at) + bare[at + 1] + bare[at] + bare.slice(at + 2);
    await stranger.page.goto(`${server.url}/attestati/${misread}`);
    assert.match(await stranger.page.innerText("main"), /una lettera è sbagliata, o due sono scambiate/);
    await look(stranger.page, "codice-sbagliato", stranger.faults);

    // A guess: other signs in front. Of all last signs just one fits, and then it is told that no attestato has this code.
    const guess = [...bare.slice(0, 15)].reverse().join("");
    const told = { wrong: 0, nobody: 0 };
    for (const sign of SIGNS) {
      const answer = await stranger.page.request.get(`${server.url}/attestati/${guess}${sign}`);
      assert.equal(answer.status(), 404);
      const text = await answer.text();
      if (/Nessun attestato ha questo codice/.test(text)) {
        told.nobody += 1;
        await stranger.page.goto(`${server.url}/attestati/${guess}${sign}`);
        await look(stranger.page, "codice-indovinato", stranger.faults);
      } else if (/una lettera è sbagliata/.test(text)) told.wrong += 1;
    }
    assert.deepEqual(told, { wrong: SIGNS.length - 1, nobody: 1 });

    // Issued again: the old one is revoked and leads to the new, whose file is another.
    const rowOf = (address) => desk.page.locator("main table tr").filter({ has: desk.page.locator(`a[href="${address}"]`) });
    await rowOf(check).getByRole("link", { name: /Emetti di nuovo/ }).click();
    await look(desk.page, "nuova-emissione", desk.faults, { opinion: false });
    await desk.page.fill('[name="motivo"]', "Cognome scritto male");
    await press(desk.page, "Emetti di nuovo");
    await desk.page.waitForURL(/esito=riemesso/);
    await stranger.page.goto(`${server.url}${check}`);
    assert.match(await stranger.page.innerText("body"), /è stato revocato[\s\S]*Al suo posto c’è l’attestato n\. /);
    assert.doesNotMatch(await stranger.page.innerText("body"), /Cognome scritto male/);
    await look(stranger.page, "riemesso", stranger.faults, { opinion: false });
    await stranger.page.getByRole("link", { name: /attestato n\. / }).click();
    await stranger.page.waitForURL((url) => url.pathname.startsWith("/attestati/") && url.pathname !== check);
    const renewed = new URL(stranger.page.url()).pathname;
    assert.match(await stranger.page.innerText("body"), /L’attestato è autentico e valido/);
    await stranger.page.setInputFiles('input[type="file"]', { name: "attestato.pdf", mimeType: "application/pdf", buffer: paper });
    await press(stranger.page, "Controlla il file");
    assert.match(await stranger.page.innerText("body"), /Il file non è quello emesso/);
    assert.equal((await page.request.get(`${server.url}${file}`)).status(), 404);
    await page.goto(`${server.url}/area/percorso`);
    const anew = await page.getByRole("link", { name: /^Scarica l’attestato/ }).getAttribute("href");
    const second = await (await page.request.get(`${server.url}${anew}`)).body();
    await stranger.page.setInputFiles('input[type="file"]', { name: "attestato.pdf", mimeType: "application/pdf", buffer: second });
    await press(stranger.page, "Controlla il file");
    assert.match(await stranger.page.innerText("body"), /Il file è proprio quello emesso/);

    // Revoked, and checked again.
    await rowOf(renewed).getByRole("link", { name: /Revoca/ }).click();
    await look(desk.page, "revoca", desk.faults, { opinion: false });
    await desk.page.fill('[name="motivo"]', "Registro corretto");
    await press(desk.page, "Revoca l’attestato");
    await desk.page.waitForURL(/esito=revocato/);
    await stranger.page.goto(`${server.url}${renewed}`);
    assert.match(await stranger.page.innerText("body"), /è stato revocato il .* non è più valido/);
    assert.doesNotMatch(await stranger.page.innerText("body"), /Registro corretto/);
    await look(stranger.page, "revocato", stranger.faults, { opinion: false });
    assert.equal((await page.request.get(`${server.url}${anew}`)).status(), 404);
    for (const one of [stranger, desk]) {
      assert.deepEqual(one.faults, []);
      await one.context.close();
    }
    assert.deepEqual(faults, []);
    await context.close();
  });
}

test("the records of an ente, of an edition and of who asked in the forum", async () => {
  for (const width of WIDTHS) {
    const { page, context, faults } = await openPage(browser, { width });
    await signIn(page, server.url, "anna.referente", PASSWORD);
    await page.goto(`${server.url}/area/percorso`);
    assert.match(await page.innerText("main"), /Forum telematico/);
    await look(page, "percorso-forum", faults);
    await page.goto(`${server.url}/area/percorsi`);
    assert.match(await page.innerText("main"), /Giornate di forum/);
    await look(page, "percorsi-ente", faults);
    await context.close();
    const desk = await openPage(browser, { width });
    await signIn(desk.page, server.url, "segreteria", PASSWORD);
    await desk.page.goto(`${server.url}/segreteria/percorsi`);
    await look(desk.page, "percorsi-segreteria", desk.faults);
    await desk.page.locator("details.aff-more summary").click();
    await desk.page.selectOption('[name="parte"]', "forum");
    await desk.page.locator("form.aff-search button[type=submit]").click();
    await desk.page.waitForURL(/parte=forum/);
    await look(desk.page, "percorsi-filtrati", desk.faults);
    await desk.page.goto(`${server.url}/segreteria/percorsi?cerca=nessuno%20si%20chiama`);
    await look(desk.page, "percorsi-nessuno", desk.faults);
    assert.deepEqual([...faults, ...desk.faults], []);
    await desk.context.close();
  }
});

test("the form of an edition asks for courses, by theme", async () => {
  for (const width of WIDTHS) {
    const { page, context, faults } = await openPage(browser, { width });
    await signIn(page, server.url, "segreteria", PASSWORD);
    await page.goto(`${server.url}/segreteria/edizioni`);
    await page.locator('main a[href$="/modifica"]').first().click();
    const chosen = page.locator('[name="corso-organizzare-accoglienza"]');
    assert.match(await chosen.inputValue(), /^Modelli organizzativi/);
    await look(page, "edizione", faults);
    assert.deepEqual(faults, []);
    await context.close();
  }
});

test("every page of records is valid HTML", async () => {
  assert.ok(seen.length > 20);
  assert.deepEqual(await invalid(seen), []);
});
