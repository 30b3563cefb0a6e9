// Sign-in through a real OpenID Connect provider, in a browser from end to end; and each refusal with its page.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { startProvider } from "./provider.mjs";
import { WIDTHS, axe, freePort, hooks, invalid, layout, openBrowser, openPage, picture, signIn, startServer } from "./rig.mjs";

const PASSWORD = "quattro passi in piazza";
const left_out = process.env.AFFIANCA_URL ? "needs a server of its own" : false;

let provider, server, browser;
const settings = (issuer) => ({
  AFFIANCA_OIDC_ISSUER: issuer,
  AFFIANCA_OIDC_CLIENT_ID: "affianca",
  AFFIANCA_OIDC_CLIENT_SECRET: "segretissima-e-lunga-quanto-basta",
  AFFIANCA_OIDC_SCOPES: '["openid", "profile", "email", "fiscal"]',
});

before(async () => {
  if (left_out) return;
  const [port, own] = [await freePort(), await freePort()];
  provider = await startProvider(port, [`http://127.0.0.1:${own}/entra/esterno/ritorno`]);
  server = await startServer(["demo", "--fresh"], { port: own, settings: settings(provider.url) });
  await server.command("user", "fiscal-number", "anna.referente", "RSSMRA85T10A562S");
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await server?.stop();
  await provider?.stop();
});

/** A page in a context of its own, and what it was sent back with. */
async function visitor(options) {
  const { page, context, faults } = await openPage(browser, options);
  const returns = [];
  page.on("request", (request) => {
    if (request.url().includes("/entra/esterno/ritorno")) returns.push(request.url());
  });
  return { page, context, faults, returns };
}

/** Through the button of the sign-in page and the forms of the provider. */
async function identify(page, login, from = `${server.url}/entra`) {
  await page.goto(from);
  await page.getByRole("link", { name: "Entra con SPID o CIE" }).click();
  await page.waitForURL((address) => address.origin === provider.url);
  await page.fill('[name="login"]', login);
  await page.fill('[name="password"]', "qualsiasi");
  await page.click('button[type="submit"]');
  // Consent, as the provider asks the first time.
  await page.waitForURL((address) => address.origin !== provider.url || address.pathname.startsWith("/interaction/"));
  if (page.url().startsWith(provider.url)) await page.click('button[type="submit"]');
  await page.waitForURL((address) => address.origin === server.url);
}

const title = (page) => page.locator("h1").innerText();

async function judge(page, name) {
  const faults = [...(await axe(page)), ...(await layout(page)), ...(await hooks(page, { opinion: false }))];
  await picture(page, `${name}-${page.viewportSize().width}`);
  return faults.map((fault) => `${name}: ${fault}`);
}

test("a fiscal number noted by an office opens the account, with PKCE", { skip: left_out }, async () => {
  const { page, context, faults } = await visitor();
  await identify(page, "anna", `${server.url}/entra?ritorno=/area/profilo`);
  assert.equal(new URL(page.url()).pathname, "/area/profilo");
  assert.match(await page.locator("main").innerText(), /anna\.referente/);
  const asked = provider.asked.at(-1);
  assert.equal(asked.code_challenge_method, "S256");
  assert.ok(asked.code_challenge && asked.state && asked.nonce && asked.response_type === "code");
  const cookies = await context.cookies(server.url);
  assert.ok(cookies.find((cookie) => cookie.name === "affianca").httpOnly);
  // Linked from now on, and its owner can undo it.
  await page.goto(`${server.url}/area/profilo/identita`);
  assert.match(await page.locator("main").innerText(), /codice fiscale/);
  faults.push(...(await judge(page, "identita")));
  await page.getByRole("button", { name: /^Scollega/ }).click();
  assert.match(await page.locator("main").innerText(), /non apre più questo account/);
  assert.deepEqual(faults, []);
  await context.close();
});

test("who is not known signs in once with the password, links, and then comes straight in", { skip: left_out }, async () => {
  const first = await visitor();
  await identify(first.page, "luca");
  assert.match(await title(first.page), /non c’è ancora un account collegato/);
  first.faults.push(...(await judge(first.page, "nessun-account")));
  await first.page.getByRole("link", { name: "Entra con la password e collega" }).click();
  await first.page.fill('[name="utente"]', "luca.anagrafe");
  await first.page.fill('[name="password"]', PASSWORD);
  await first.page.click('main form button[type="submit"]');
  await first.page.waitForURL("**/entra/esterno/collegamento");
  first.faults.push(...(await judge(first.page, "collegamento")));
  await first.page.getByRole("button", { name: "Collega a questo account" }).click();
  assert.match(await first.page.locator("main").innerText(), /L’identità è collegata/);
  assert.deepEqual(first.faults, []);
  await first.context.close();
  const second = await visitor();
  await identify(second.page, "luca");
  assert.equal(new URL(second.page.url()).pathname, "/area");
  await second.context.close();
});

test("who has no account finds in the form of registration what the provider has verified, and nothing else", { skip: left_out }, async () => {
  for (const [login, name, address] of [
    ["nora", "Nora Nuovi", "nora@identita.example"],
    ["piero", "Piero Pieri", ""],
  ]) {
    const { page, context, faults } = await visitor();
    await identify(page, login);
    await page.getByRole("link", { name: "Registrati", exact: true }).last().click();
    await page.waitForURL("**/registrazione");
    await page.fill('[name="nome"]', "Bairo");
    await page.getByRole("button", { name: "Cerca" }).click();
    await page.getByRole("link", { name: /Bairo/ }).first().click();
    assert.equal(await page.inputValue('[name="nome"]'), name);
    assert.equal(await page.inputValue('[name="email"]'), address);
    faults.push(...(await judge(page, `registrazione-${login}`)));
    assert.deepEqual(faults, []);
    // The next one at this address finds an empty form.
    const other = await visitor();
    await other.page.goto(page.url());
    assert.equal(await other.page.inputValue('[name="nome"]'), "");
    for (const one of [context, other.context]) await one.close();
  }
});

/** What leads to each refusal, and the title of its page. */
const REFUSALS = [
  ["late", /conferma di identità è scaduta/, 400],
  ["tampered", /Non possiamo fidarci/, 400],
  ["issuer", /viene da un altro servizio/, 400],
  ["returned", /viene da un altro servizio/, 400],
];
for (const [fault, expected, status] of REFUSALS) {
  test(`refused with a page of its own: ${fault}`, { skip: left_out }, async () => {
    const { page, context, faults } = await visitor();
    const answers = [];
    page.on("response", (response) => response.url().includes("/esterno/ritorno") && answers.push(response.status()));
    provider.misbehave(fault);
    try {
      await identify(page, "anna");
    } finally {
      provider.misbehave();
    }
    assert.match(await title(page), expected);
    assert.deepEqual(answers, [status]);
    assert.equal((await context.cookies(server.url)).find((cookie) => cookie.name === "affianca"), undefined, "no session");
    assert.deepEqual([...faults, ...(await judge(page, `rifiuto-${fault}`))], []);
    // Both ways on: to begin again, and the password.
    await page.getByRole("link", { name: "Entra con la password" }).first().click();
    await page.waitForURL("**/entra");
    await context.close();
  });
}

test("a state is good once, and in the browser it began in", { skip: left_out }, async () => {
  const one = await visitor();
  await identify(one.page, "anna");
  const [used] = one.returns;
  await one.context.clearCookies({ name: "affianca" });
  await one.page.goto(used);
  assert.match(await title(one.page), /già stato usato o è scaduto/);
  assert.equal((await one.context.cookies(server.url)).find((cookie) => cookie.name === "affianca"), undefined);
  // Somebody else's return, not used yet: kept from its owner and sent to another browser.
  const victim = await visitor();
  await victim.page.route("**/entra/esterno/ritorno**", (route) => route.abort());
  await identify(victim.page, "anna").catch(() => {});
  const [stolen] = victim.returns;
  assert.ok(stolen);
  await one.page.goto(stolen);
  assert.match(await title(one.page), /già stato usato o è scaduto/);
  for (const { context } of [one, victim]) await context.close();
});

test("a nonce of another sign-in is refused", { skip: left_out }, async () => {
  const { page, context } = await visitor();
  const leaving = await context.request.get(`${server.url}/entra/esterno`, { maxRedirects: 0 });
  const there = new URL(leaving.headers().location);
  there.searchParams.set("nonce", "di-un-altro");
  await page.goto(there.href);
  await page.fill('[name="login"]', "anna");
  await page.fill('[name="password"]', "qualsiasi");
  await page.click('button[type="submit"]');
  await page.waitForURL((address) => address.origin !== provider.url || address.pathname.startsWith("/interaction/"));
  if (page.url().startsWith(provider.url)) await page.click('button[type="submit"]');
  await page.waitForURL((address) => address.origin === server.url);
  assert.match(await title(page), /Non possiamo fidarci/);
  await context.close();
});

test("who turns back at the provider is told that nothing has changed", { skip: left_out }, async () => {
  const { page, context, faults } = await visitor();
  await page.goto(`${server.url}/entra`);
  await page.getByRole("link", { name: "Entra con SPID o CIE" }).click();
  await page.getByText("Cancel").click();
  await page.waitForURL((address) => address.origin === server.url);
  assert.match(await title(page), /Avete interrotto l’accesso/);
  assert.deepEqual([...faults, ...(await judge(page, "interrotto"))], []);
  await context.close();
});

test("a provider that calls itself otherwise, and one that is down, are told apart, and the sign-in page waits for neither", { skip: left_out }, async () => {
  const pages = [];
  const cases = [
    [provider.url.replace("127.0.0.1", "localhost"), /viene da un altro servizio/],
    [`http://127.0.0.1:${await freePort()}`, /non risponde/],
  ];
  for (const [issuer, expected] of cases) {
    const other = await startServer(["demo", "--fresh"], { settings: settings(issuer) });
    for (const width of WIDTHS) {
      const { page, context, faults } = await visitor({ width });
      const began = Date.now();
      await page.goto(`${other.url}/entra`);
      assert.ok(Date.now() - began < 4000, "the sign-in page does not wait");
      faults.push(...(await layout(page)), ...(await axe(page)));
      await picture(page, `entra-con-provider-${width}`);
      await page.getByRole("link", { name: "Entra con SPID o CIE" }).click();
      assert.match(await title(page), expected);
      pages.push({ name: `${issuer} at ${width}`, html: await page.content() });
      assert.deepEqual([...faults, ...(await judge(page, "provider"))], []);
      await context.close();
    }
    const { page, context } = await visitor();
    await signIn(page, other.url, "anna.referente", PASSWORD);
    await assert.rejects(other.command("check"), (failed) => /servizio di identità:|identity provider:/.test(failed.stderr));
    await context.close();
    await other.stop();
  }
  assert.deepEqual(await invalid(pages), []);
});
