// One-time codes with a telephone that computes them: beginning, the second step, recovery codes, and taking them away.
import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { after, before, test } from "node:test";
import { WIDTHS, axe, hooks, invalid, layout, openBrowser, openPage, picture, signIn, startServer } from "./rig.mjs";

const PASSWORD = "quattro passi in piazza";
const WHO = { 1280: "anna.referente", 390: "luca.anagrafe" };
const left_out = process.env.AFFIANCA_URL ? "needs a server of its own" : false;

let server, browser;
const seen = [];
before(async () => {
  if (left_out) return;
  server = await startServer();
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

const step = () => Math.floor(Date.now() / 30_000);

/** RFC 6238, written a second time: the product is not judged by its own arithmetic. */
function code(key, at = step()) {
  const bits = [...key].map((letter) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2).padStart(5, "0")).join("");
  const secret = Buffer.from(bits.match(/.{8}/g).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(at));
  const hash = createHmac("sha1", secret).update(counter).digest();
  const offset = hash.at(-1) & 15;
  return String((hash.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

/** At the second step, with nobody signed in. */
async function knock(page, username) {
  await page.goto(`${server.url}/entra`);
  await page.fill('[name="utente"]', username);
  await page.fill('[name="password"]', PASSWORD);
  await page.click('main form button[type="submit"]');
}

async function leave(page) {
  await page.goto(`${server.url}/esci`);
  await page.click("main form button");
  await page.waitForURL((address) => address.pathname === "/");
}

for (const width of WIDTHS) {
  test(`codes are switched on, asked for, and taken away, at ${width}`, { skip: left_out }, async () => {
    const { page, context, faults } = await openPage(browser, { width });
    const look = async (name) => {
      const found = [...(await axe(page)), ...(await layout(page)), ...(await hooks(page, { opinion: await page.locator(".aff-rates").count() > 0 }))];
      faults.push(...found.map((fault) => `${name} at ${width}: ${fault}`));
      seen.push({ name: `${name} at ${width}`, html: await page.content() });
      await picture(page, `codici-${name}-${width}`);
    };
    const send = async (typed) => {
      await page.fill('[name="codice"]', typed);
      await page.click('main form:has([name="codice"]) button[type="submit"]');
    };
    await signIn(page, server.url, WHO[width], PASSWORD);
    await page.goto(`${server.url}/area/profilo/codici`);
    await look("attivazione");
    const key = await page.inputValue('[name="chiave"]');
    assert.equal((await page.locator(".aff-secret").innerText()).replaceAll(" ", ""), key);
    await send(code(key));
    await look("recupero");
    const recovery = await page.locator(".aff-codes li").allInnerTexts();
    assert.equal(new Set(recovery).size, 10);
    await page.goto(`${server.url}/area/profilo/codici`);
    await look("attivi");
    await leave(page);
    await knock(page, WHO[width]);
    assert.equal(new URL(page.url()).pathname, "/entra/codice");
    await look("secondo-passo");
    await send("000000");
    await look("sbagliato");
    await send(code(key, step() + 1));
    await page.waitForURL("**/area");
    await leave(page);
    await knock(page, WHO[width]);
    await send(recovery[0]);
    await page.waitForURL("**/area");
    await leave(page);
    // Telephone and codes are lost: whoever holds the machine helps.
    const { stdout } = await server.command("user", "factor", "reset", WHO[width]);
    assert.match(stdout, new RegExp(WHO[width]));
    await assert.rejects(server.command("user", "factor", "reset", WHO[width]), (failed) => failed.code === 1);
    await signIn(page, server.url, WHO[width], PASSWORD);
    assert.equal(new URL(page.url()).pathname, "/area");
    assert.deepEqual(faults, []);
    await context.close();
  });
}

test("the pages of the codes are valid, and nothing in them is inline", { skip: left_out }, async () => {
  assert.deepEqual(await invalid(seen), []);
});
