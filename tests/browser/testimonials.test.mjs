// A testimonial from nothing to its readers and back: sheet, video, captions, questions, corrections, approval, withdrawal.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { WIDTHS, invalid, judge, openBrowser, openPage, signIn, startServer } from "./rig.mjs";

const PASSWORD = "quattro passi in piazza";
const here = dirname(fileURLToPath(import.meta.url));
const samples = join(here, "..", "..", "src", "cli", "demo", "testimonial");
const VIDEO = join(samples, "intervista.webm");
const CAPTIONS = join(samples, "intervista.vtt");

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

/** Judges the page that stands in the browser now, at both widths. */
async function look(page, name, faults, { opinion = true } = {}) {
  const size = page.viewportSize();
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: size.height });
    await judge(page, `testimonianze-${name}`, faults, { opinion });
  }
  await page.setViewportSize(size);
}

function keepPages(page) {
  page.on("response", async (response) => {
    const html = response.request().isNavigationRequest() && /text\/html/.test(response.headers()["content-type"] ?? "");
    if (!html || response.status() === 304) return;
    const body = await response.text().catch(() => "");
    if (body) seen.push({ name: `${response.request().method()} ${new URL(response.url()).pathname}`, html: body });
  });
}

const press = (page, name) => page.getByRole("button", { name, exact: true }).click();

for (const width of WIDTHS) {
  test(`what is published, at ${width} px`, async () => {
    const { page, context, faults } = await openPage(browser, { width });
    keepPages(page);
    await page.goto(`${server.url}/testimonial`);
    await look(page, "elenco", faults);
    await page.getByRole("link", { name: /^Quattro comuni, uno sportello/ }).click();
    await page.waitForURL(/\/testimonial\/[0-9a-f-]{36}$/);
    await look(page, "pagina", faults);
    // The video has captions, and a time of the transcript moves it.
    const video = page.locator("video");
    await page.waitForFunction(() => document.querySelector("video").readyState > 0);
    assert.equal(await video.evaluate((v) => Math.round(v.duration)), 24);
    assert.equal(await video.evaluate((v) => v.textTracks.length), 1);
    assert.equal(await video.evaluate((v) => v.paused && !v.autoplay), true);
    await page.locator('[data-second="12"]').first().click();
    await page.waitForFunction(() => Math.abs(document.querySelector("video").currentTime - 12) < 2);
    // On paper there is no player, and what is folded is read.
    const folded = page.getByText("Metà in parti uguali");
    assert.deepEqual([await video.isVisible(), await folded.isVisible()], [true, false]);
    await page.emulateMedia({ media: "print" });
    assert.deepEqual([await video.isVisible(), await folded.isVisible()], [false, true]);
    await page.emulateMedia({ media: "screen" });
    // An address with a second is ready there.
    const address = page.url().split("#")[0];
    await page.goto("about:blank");
    await page.goto(`${address}#t=18`);
    await page.waitForFunction(() => Math.abs(document.querySelector("video").currentTime - 18) < 0.5);
    assert.equal(await video.evaluate((v) => v.paused), true);
    // The search leads to the second.
    await page.goto(`${server.url}/cerca?q=procedura+sola`);
    const hit = page.locator('a[href*="#t="]').first();
    assert.match(await hit.getAttribute("href"), /^\/testimonial\/[0-9a-f-]{36}#t=20$/);
    assert.deepEqual(faults, []);
    await context.close();
  });
}

test("without scripts a time leads to the second of the file", async () => {
  const { page, context } = await openPage(browser, { scripts: "off" });
  await page.goto(`${server.url}/testimonial`);
  await page.getByRole("link", { name: /^Quattro comuni, uno sportello/ }).click();
  const href = await page.locator('[data-second="12"]').first().getAttribute("href");
  assert.match(href, /^\/testimonial\/[0-9a-f-]{36}\/video#t=12$/);
  const part = await fetch(server.url + href.split("#")[0], { headers: { Range: "bytes=0-3" } });
  assert.equal(part.status, 206);
  assert.deepEqual([...new Uint8Array(await part.arrayBuffer())], [0x1a, 0x45, 0xdf, 0xa3]);
  await context.close();
});

test("from nothing to readers, and gone again", async () => {
  const [desk, own, stranger] = [await openPage(browser), await openPage(browser, { width: 390 }), await openPage(browser)];
  for (const { page } of [desk, own, stranger]) keepPages(page);
  const faults = desk.faults;
  const page = desk.page;
  await signIn(page, server.url, "docente", PASSWORD);
  await page.goto(`${server.url}/area/preparazione`);
  await look(page, "preparazione", faults);
  await page.getByRole("link", { name: "Nuova testimonianza" }).click();
  await page.fill('[name="cerca"]', "unione dimostrativa");
  await press(page, "Cerca");
  await look(page, "nuova", faults);
  await page.fill('[name="titolo"]', "Prova di racconto");
  await press(page, "Comincia");
  await page.waitForURL(/\/area\/preparazione\/[0-9a-f-]{36}\?esito=cominciata$/);
  const draft = page.url().split("?")[0];
  await look(page, "scheda-vuota", faults);

  // The sheet, step by step.
  await page.getByRole("link", { name: "La scheda", exact: true }).click();
  await look(page, "passo-scheda", faults);
  const facts = { sintesi: "Una prova.", tema: "Prove", territorio: "Colline", forma: "Unione", anni: "dal 2020", cifre: "Sedi: 4" };
  for (const [name, value] of Object.entries(facts)) await page.fill(`[name="${name}"]`, value);
  await press(page, "Salva e continua");
  await look(page, "passo-racconto", faults);
  for (const name of ["approccio", "come", "forza", "difficolta"]) await page.fill(`[name="${name}"]`, "Un **fatto**.");
  await press(page, "Salva e continua");
  await look(page, "passo-persone", faults);
  await page.fill('[name="nome[0]"]', "Teresa Valli");
  await page.fill('[name="ruolo[0]"]', "Presidente");
  await page.fill('[name="al[0]"]', "2026-01-15");
  await press(page, "Salva e continua");

  // The video; captions with a fault are told by line.
  await look(page, "passo-video", faults);
  await page.setInputFiles('[name="video"]', VIDEO);
  await page.locator('[data-upload-state="arrived"]').waitFor();
  await page.fill('[name="durata"]', "0:24");
  await press(page, "Carica il video");
  await page.waitForURL(/\/video\?esito=salvata$/);
  await page.goto(draft);
  await press(page, "Invia all’ente");
  assert.match(await page.textContent("main"), /Prima di inviarla compilate: i sottotitoli/);
  await page.goto(`${draft}/video`);
  const wrong = Buffer.from((await readFile(CAPTIONS, "utf8")).replace("00:03.000 --> 00:05.800", "00:03,000 --> 00:05,800"));
  await page.setInputFiles('[name="sottotitoli"]', { name: "a.vtt", mimeType: "text/vtt", buffer: wrong });
  await press(page, "Carica i sottotitoli");
  assert.match(await page.textContent("main"), /Riga 9: i millisecondi vanno dopo un punto/);
  await look(page, "sottotitoli-sbagliati", faults);
  await page.setInputFiles('[name="sottotitoli"]', CAPTIONS);
  await press(page, "Carica i sottotitoli");
  assert.match(await page.textContent("main"), /Sottotitoli controllati: 8/);
  await page.fill('[name="capitoli"]', "0:06 Come avete cominciato?\n0:30 Troppo tardi");
  await press(page, "Salva");
  assert.match(await page.textContent("main"), /«Troppo tardi» viene dopo la fine del video/);
  await page.fill('[name="capitoli"]', "0:06 Come avete cominciato?\n0:12 Che cosa è stato difficile?");
  await press(page, "Salva");
  await page.goto(`${draft}/approfondimento`);
  await look(page, "passo-approfondimento", faults);
  await page.goto(`${draft}/collegamenti`);
  await look(page, "passo-collegamenti", faults);
  await page.goto(`${draft}/anteprima`);
  await page.waitForFunction(() => document.querySelector("video").readyState > 0);
  await look(page, "anteprima", faults);

  // To the ente, which asks for a correction, and then approves.
  await page.goto(draft);
  await press(page, "Invia all’ente");
  await signIn(own.page, server.url, "unione.referente", PASSWORD);
  await own.page.goto(`${server.url}/area/testimonial`);
  await look(own.page, "ente-elenco", own.faults);
  await own.page.getByRole("link", { name: "Prova di racconto" }).click();
  await own.page.waitForFunction(() => document.querySelector("video").readyState > 0);
  await look(own.page, "ente-risposta", own.faults);
  await own.page.fill('[name="testo"]', "Le sedi sono cinque.");
  await press(own.page, "Invia le correzioni");
  await page.goto(draft);
  assert.match(await page.textContent("main"), /Le sedi sono cinque/);
  await page.goto(`${draft}/scheda`);
  await page.fill('[name="cifre"]', "Sedi: 5");
  await press(page, "Salva");
  await press(page, "Invia di nuovo all’ente");
  await own.page.reload();
  assert.match(await own.page.textContent("main"), /sono cambiati: le cifre/);
  await press(own.page, "Visto, si pubblichi");

  // Nobody is shown without a release.
  await page.goto(draft);
  assert.match(await page.textContent("main"), /la liberatoria di Teresa Valli/);
  await page.fill('[name="nome"]', "Teresa Valli");
  await page.fill('[name="riferimento"]', "prot. 7");
  await page.fill('[name="firmata"]', "2026-01-15");
  await press(page, "Annota la liberatoria");
  await look(page, "da-pubblicare", faults);
  await press(page, "Pubblica");
  const id = draft.split("/").pop();
  await stranger.page.goto(`${server.url}/testimonial/${id}`);
  assert.match(await stranger.page.textContent("main"), /Sedi/);
  assert.equal(await stranger.page.locator("h1").textContent(), "Prova di racconto");
  const files = [`/testimonial/${id}/video`, `/testimonial/${id}/sottotitoli.vtt`];
  for (const file of files) assert.equal((await fetch(server.url + file)).status, 200, file);

  // Withdrawn, it is gone everywhere.
  await own.page.reload();
  await own.page.fill('[name="motivo"]', "Non ci riconosciamo più.");
  await press(own.page, "Ritirate la vostra approvazione");
  for (const file of [`/testimonial/${id}`, ...files]) assert.equal((await fetch(server.url + file)).status, 404, file);
  // Also for whoever has just read it: nothing was kept.
  assert.equal((await stranger.page.goto(`${server.url}/testimonial/${id}`)).status(), 404);
  await stranger.page.goto(`${server.url}/testimonial`);
  assert.doesNotMatch(await stranger.page.textContent("main"), /Prova di racconto/);
  await page.goto(draft);
  assert.match(await page.textContent("main"), /Non ci riconosciamo più/);
  await look(page, "ritirata", faults);
  const all = [...faults, ...own.faults, ...stranger.faults];
  for (const { context } of [desk, own, stranger]) await context.close();
  assert.deepEqual(all, []);
});

test("the segreteria enters an electoral period, and a neutral notice stands in the place of the page", async () => {
  const { page, context, faults } = await openPage(browser, { width: 390 });
  keepPages(page);
  await page.goto(`${server.url}/testimonial`);
  const address = await page.getByRole("link", { name: /^Quattro comuni, uno sportello/ }).getAttribute("href");
  await signIn(page, server.url, "segreteria", PASSWORD);
  await page.goto(`${server.url}/segreteria/sospensioni`);
  await page.selectOption('[name="riguarda"]', "tutti");
  await page.fill('[name="dal"]', "2020-01-01");
  await page.fill('[name="al"]', "2099-12-31");
  await page.fill('[name="consultazione"]', "Prova");
  await press(page, "Inserisci il periodo");
  await look(page, "sospensioni", faults);
  const stranger = await openPage(browser);
  await stranger.page.goto(server.url + address);
  await look(stranger.page, "sospesa", stranger.faults);
  assert.match(await stranger.page.textContent("main"), /31 dicembre 2099/);
  assert.doesNotMatch(await stranger.page.textContent("body"), /Quattro comuni/);
  assert.equal((await fetch(`${server.url}${address}/video`)).status, 404);
  await page.getByRole("button", { name: /^Togli/ }).click();
  await page.waitForURL(/esito=tolta/);
  await stranger.page.goto(server.url + address);
  assert.match(await stranger.page.innerHTML("body"), /<h1>Quattro comuni/);
  assert.deepEqual([...faults, ...stranger.faults], []);
  await stranger.context.close();
  await context.close();
});

test("every page that was seen is valid", async () => {
  assert.deepEqual(await invalid(seen), []);
});
