// A real OpenID Connect provider on this machine, which can be told to misbehave.
import { Provider } from "oidc-provider";

/** Whom the provider knows: by the name typed in its form. Nothing else is asked of them. */
const PEOPLE = {
  anna: { fiscal_number: "TINIT-RSSMRA85T10A562S", email: "anna@identita.example", email_verified: true },
  luca: { email: "luca@identita.example", email_verified: true },
  nora: { name: "Nora  Nuovi", email: "Nora@identita.example", email_verified: true },
  piero: { given_name: "Piero", family_name: "Pieri", email: "piero@identita.example", email_verified: false },
};

/** What it can be told to do wrong: each is put right again by `misbehave()`. */
const FAULTS = { late: "late", tampered: "tampered", issuer: "issuer", returned: "returned" };

/** Starts it at this port for these addresses of return. `misbehave("late")` has the tokens come when they have expired. */
export async function startProvider(port, redirects) {
  let fault;
  const provider = new Provider(`http://127.0.0.1:${port}`, {
    clients: [{ client_id: "affianca", client_secret: "segretissima-e-lunga-quanto-basta", redirect_uris: redirects, grant_types: ["authorization_code"], response_types: ["code"] }],
    claims: { openid: ["sub"], profile: ["name", "given_name", "family_name"], email: ["email", "email_verified"], fiscal: ["fiscal_number"] },
    scopes: ["openid", "profile", "email", "fiscal"],
    pkce: { required: () => true },
    ttl: { IdToken: () => (fault === FAULTS.late ? 1 : 3600), AccessToken: 600, Grant: 600, Interaction: 600, Session: 600 },
    cookies: { keys: ["una chiave di prova"] },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, ...PEOPLE[id] }) }),
  });
  const asked = [];
  provider.use(async (context, next) => {
    await next();
    if (context.path === "/auth") asked.push(Object.fromEntries(new URLSearchParams(context.querystring)));
    if (context.path === "/token" && context.body?.id_token) await spoil(context);
    const to = context.response.get("location");
    if (fault === FAULTS.returned && to?.includes("iss=")) context.set("location", to.replace(/iss=[^&]*/, "iss=https%3A%2F%2Faltro.example"));
  });
  const spoil = async (context) => {
    const [head, claims, signature] = context.body.id_token.split(".");
    const put = (claims, signature) => (context.body = { ...context.body, id_token: [head, claims, signature].join(".") });
    if (fault === FAULTS.late) await new Promise((done) => setTimeout(done, 2500));
    if (fault === FAULTS.tampered) put(claims, signature.replace(/^./, (first) => (first === "A" ? "B" : "A")));
    if (fault === FAULTS.issuer) {
      const said = { ...JSON.parse(Buffer.from(claims, "base64url")), iss: "https://altro.example" };
      put(Buffer.from(JSON.stringify(said)).toString("base64url"), signature);
    }
  };
  const server = provider.listen(port, "127.0.0.1");
  await new Promise((done) => server.once("listening", done));
  return {
    url: `http://127.0.0.1:${port}`,
    misbehave: (how) => (fault = how && FAULTS[how]),
    /** What came to its door, newest last. */
    asked,
    stop: () => {
      server.closeAllConnections();
      return new Promise((done) => server.close(done));
    },
  };
}
