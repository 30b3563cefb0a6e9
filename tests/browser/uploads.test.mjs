// A large file that goes through all that can happen on the way: the line drops, the server is killed, the tab is closed. It ends whole.
//
// `AFFIANCA_UPLOAD_MB=2048 node --test tests/browser/uploads.test.mjs` does it with two gigabytes, and tells the memory that it took.
import assert from "node:assert/strict";
import { execFile, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { closeSync, createReadStream, openSync, readFileSync, writeSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { request } from "node:http";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { test } from "node:test";
import { promisify } from "node:util";
import { freePort, openBrowser, openBucket, signIn } from "./rig.mjs";

const MEGABYTES = Number(process.env.AFFIANCA_UPLOAD_MB ?? 64);
const MEBI = 1024 * 1024;
/** What the server may take above what it takes when idle, while a file goes through it. */
const MOST = 60 * MEBI;

/** A file that begins as videos do, or as something else; no two mebibytes are alike. Gives its SHA-256. */
function write(path, { megabytes = MEGABYTES, begins = "\0\0\0\x20ftypisom\0\0\x02\0isomiso2avc1mp41", ends = "" } = {}) {
  const [file, sum] = [openSync(path, "w"), createHash("sha256")];
  let block = createHash("sha512").update("quattro passi").digest();
  while (block.length < MEBI) block = Buffer.concat([block, createHash("sha512").update(block).digest(), block]).subarray(0, MEBI);
  for (let n = 0; n < megabytes; n++) {
    block.writeUInt32LE(n, 64);
    if (n === 0) block.write(begins, 0, "latin1");
    if (n === megabytes - 1) block.write(ends, MEBI - ends.length, "latin1");
    sum.update(block);
    writeSync(file, block);
  }
  closeSync(file);
  return sum.digest("hex");
}

/** The server on its own data, of which every process has its own memory. */
class Program {
  above = 0;
  idle = 0;
  peak = 0;

  constructor(folder, port, url, settings = {}) {
    this.folder = folder;
    this.port = port;
    this.env = { ...process.env, ...settings, AFFIANCA_LISTEN: `127.0.0.1:${port}`, AFFIANCA_PUBLIC_URL: url };
  }

  /** The demonstration, on files of its own. */
  start(...words) {
    return this.run(["demo", ...words]);
  }

  /** The server on the data of a demonstration, with files where the settings say. */
  async serve() {
    await promisify(execFile)(process.env.AFFIANCA_BIN, ["demo", "--fresh", "--fill-only"], { cwd: this.folder, env: this.env });
    Object.assign(this.env, { AFFIANCA_DATABASE: "sqlite://data/demo.db", AFFIANCA_LINK_CHECK: "false" });
    await this.run(["serve"]);
  }

  async run(words) {
    this.child = spawn(process.env.AFFIANCA_BIN, words, { cwd: this.folder, env: this.env, stdio: "ignore" });
    for (const until = Date.now() + 120_000; Date.now() < until; ) {
      if (await fetch(`http://127.0.0.1:${this.port}/salute/pronto`).then((answer) => answer.ok, () => false)) return;
      await new Promise((done) => setTimeout(done, 50));
    }
    throw new Error("the server does not answer");
  }

  /** Bytes of memory that are its own or mapped now. */
  resident() {
    const status = readFileSync(`/proc/${this.child.pid}/status`, "utf8");
    return Number(/VmRSS:\s+(\d+)/.exec(status)[1]) * 1024;
  }

  /** From now on its memory is watched. */
  watch() {
    const idle = this.resident();
    clearInterval(this.timer);
    this.timer = setInterval(() => {
      const now = this.resident();
      if (now - idle > this.above) [this.above, this.idle, this.peak] = [now - idle, idle, now];
    }, 20);
  }

  async kill(signal) {
    clearInterval(this.timer);
    const gone = once(this.child, "exit");
    this.child.kill(signal);
    return (await gone)[0];
  }
}

/** A line that stops, or breaks, when so many bytes have gone up. */
class Line {
  sent = 0;
  stopAt = Infinity;
  sockets = new Set();

  constructor(port) {
    this.server = createServer((client) => {
      const up = connect(port, "127.0.0.1");
      for (const socket of [client, up]) {
        this.sockets.add(socket);
        socket.on("error", () => this.drop([client, up]));
        socket.on("close", () => this.drop([client, up]));
      }
      up.on("data", (bytes) => client.write(bytes));
      client.on("data", (bytes) => {
        this.sent += bytes.length;
        if (!up.write(bytes)) {
          client.pause();
          up.once("drain", () => client.resume());
        }
        if (this.sent >= this.stopAt) {
          this.stopAt = Infinity;
          client.pause();
          this.reached();
        }
      });
    });
  }

  drop(sockets = this.sockets) {
    for (const socket of sockets) {
      this.sockets.delete(socket);
      socket.destroy();
    }
  }

  async open(port) {
    this.server.listen(port, "127.0.0.1");
    await once(this.server, "listening");
  }

  /** When so many bytes have gone up; what is on the line then waits. */
  until(bytes) {
    return new Promise((done) => {
      this.reached = done;
      this.stopAt = bytes;
    });
  }
}

/** The field as pages have it, on any page of who is signed in. */
async function field(page, url) {
  await page.goto(`${url}/area/profilo`);
  await page.evaluate(() => {
    document.querySelector("main").insertAdjacentHTML(
      "afterbegin",
      `<form method="post" enctype="multipart/form-data" action="/"><div data-upload="/caricamenti" data-upload-purpose="video">
         <label for="video">Video</label><input type="hidden" name="video.caricamento" value="">
         <input type="file" id="video" name="video" required>
         <div data-upload-progress hidden data-sending="In corso" data-paused="In pausa" data-checking="Controllo" data-arrived="Caricato"
           data-waiting="Caduta" data-failed="Fermo" data-resumed="Si riprende" data-of="di"><progress max="100" value="0"></progress>
           <p role="status"></p><button type="button" data-upload-pause>Pausa</button><button type="button" data-upload-resume>Riprendi</button>
           <button type="button" data-upload-cancel>Annulla</button></div></div></form>`,
    );
  });
  await page.addScriptTag({ url: `${url}/static/vendor/tus.min.js` });
  await page.addScriptTag({ url: `${url}/static/upload.js` });
}

test("a file whose line drops, whose server is killed and whose tab is closed ends whole", { timeout: 900_000 }, async (t) => {
  const folder = await mkdtemp(join(tmpdir(), "affianca-upload-"));
  const [port, front] = [await freePort(), await freePort()];
  const url = `http://127.0.0.1:${front}`;
  const [program, line, browser] = [new Program(folder, port, url), new Line(port), await openBrowser()];
  t.after(async () => {
    await browser.close();
    line.drop();
    line.server.close();
    if (program.child.exitCode === null && program.child.signalCode === null) await program.kill("SIGTERM");
    await rm(folder, { recursive: true, force: true });
  });
  const path = join(folder, "intervista.mp4");
  const sum = write(path);
  const whole = MEGABYTES * MEBI;
  await Promise.all([program.start("--fresh"), line.open(front)]);

  const context = await browser.newContext({ locale: "it-IT" });
  let page = await context.newPage();
  await signIn(page, url, "docente", "quattro passi in piazza");
  await field(page, url);
  program.watch();
  const begin = line.sent;

  // First: the connection drops.
  let reached = line.until(begin + 0.2 * whole);
  await page.setInputFiles("#video", path);
  await reached;
  line.drop();

  // Second: the server is killed.
  reached = line.until(begin + 0.45 * whole);
  await reached;
  await program.kill("SIGKILL");
  line.drop();
  await program.start();
  program.watch();

  // Third: the tab is closed, and the same file chosen in another one.
  await line.until(begin + 0.7 * whole);
  await page.close();
  line.drop();
  page = await context.newPage();
  await field(page, url);
  await page.setInputFiles("#video", path);
  await page.waitForSelector('[data-upload-state="arrived"]', { timeout: 300_000 });
  assert.equal(await page.textContent("[role=status] >> nth=0").then((text) => text.trim()), "Caricato");

  const id = await page.inputValue('[name="video.caricamento"]');
  assert.match(id, /^[0-9a-f-]{36}$/);
  assert.equal(await page.getAttribute("#video", "name"), null, "the form would send the file once more");
  const extra = line.sent - begin - whole;
  assert.ok(extra < 0.2 * whole + 8 * MEBI, `sent ${extra} bytes twice`);

  // What is kept is what was sent: by its tag, which is the fingerprint, and byte by byte.
  const cookies = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  const answer = await fetch(`${url}/caricamenti/${id}/file`, { headers: { cookie: cookies } });
  assert.equal(answer.headers.get("etag"), `"${sum}"`);
  const found = createHash("sha256");
  for await (const piece of answer.body) found.update(piece);
  assert.equal(found.digest("hex"), sum);

  const mebi = (bytes) => `${(bytes / MEBI).toFixed(1)} MiB`;
  t.diagnostic(`${MEGABYTES} MiB: idle ${mebi(program.idle)}, peak ${mebi(program.peak)}, above idle ${mebi(program.above)}; sent twice ${mebi(extra)}`);
  assert.ok(program.above < MOST, `${mebi(program.above)} above idle`);
  assert.equal(await program.kill("SIGTERM"), 0);
});

/** Sends a body as it is read, and gives the answer without its own. */
async function sent(url, method, headers, body) {
  const up = request(url, { method, headers });
  const answered = once(up, "response");
  await pipeline(body, up);
  const [answer] = await answered;
  answer.resume();
  return answer;
}

/** SHA-256 of what an address gives. */
async function sumOf(url, cookie) {
  const [answer, sum] = [await fetch(url, { headers: { cookie } }), createHash("sha256")];
  assert.equal(answer.status, 200, url);
  for await (const piece of answer.body) sum.update(piece);
  return sum.digest("hex");
}

test("what goes to a bucket and comes from it takes little memory, in pieces and with its form", { timeout: 900_000 }, async (t) => {
  const bucket = await openBucket();
  if (!bucket) return t.skip("the bucket is left out: run tests/tools/install");
  const folder = await mkdtemp(join(tmpdir(), "affianca-bucket-"));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const program = new Program(folder, port, url, bucket.settings);
  const browser = await openBrowser();
  t.after(async () => {
    await browser.close();
    bucket.close();
    if (program.child?.exitCode === null && program.child.signalCode === null) await program.kill("SIGTERM");
    await rm(folder, { recursive: true, force: true });
  });
  await program.serve();
  const page = await browser.newPage();
  await signIn(page, url, "docente", "quattro passi in piazza");
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  await page.close();
  const ours = { cookie, origin: url, "tus-resumable": "1.0.0" };
  const mebi = (bytes) => `${(bytes / MEBI).toFixed(1)} MiB`;
  const told = (what) => {
    t.diagnostic(`${what}: idle ${mebi(program.idle)}, peak ${mebi(program.peak)}, above idle ${mebi(program.above)}`);
    assert.ok(program.above < MOST, `${what}: ${mebi(program.above)} above idle`);
  };

  const video = join(folder, "intervista.mp4");
  const sum = write(video);
  program.watch();
  const purpose = `filename ${btoa("intervista.mp4")},purpose ${btoa("video")}`;
  const begun = await fetch(`${url}/caricamenti`, { method: "POST", headers: { ...ours, "upload-length": String(MEGABYTES * MEBI), "upload-metadata": purpose } });
  assert.equal(begun.status, 201);
  const to = url + begun.headers.get("location");
  const piece = { ...ours, "upload-offset": "0", "content-type": "application/offset+octet-stream", "content-length": MEGABYTES * MEBI };
  assert.equal((await sent(to, "PATCH", piece, createReadStream(video))).statusCode, 204);
  assert.equal(await sumOf(`${to}/file`, cookie), sum);
  told(`${MEGABYTES} MiB up in pieces and down again`);

  // A document with its form, as without script; then from the bucket to its reader.
  const megabytes = Math.min(MEGABYTES, 190);
  const paper = join(folder, "atti.pdf");
  const other = write(paper, { megabytes, begins: "%PDF-1.7\n", ends: "\n%%EOF\n" });
  const field = (name, value) => `--limite\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  const fields = { titolo: "Atti", tema: "Prove", descrizione: "", editore: "Paolo Riva", data: "2026-03-02", fino: "", lingua: "it", licenza: "reading", indirizzo: "" };
  const head = Object.entries({ ...fields, "file.scopo": "document", "file.caricamento": "" }).map(([name, value]) => field(name, value));
  const opening = `${head.join("")}--limite\r\nContent-Disposition: form-data; name="file"; filename="atti.pdf"\r\nContent-Type: application/pdf\r\n\r\n`;
  async function* form() {
    yield opening;
    yield* createReadStream(paper);
    yield "\r\n--limite--\r\n";
  }
  const answer = await sent(`${url}/area/documenti/nuovo`, "POST", { cookie, origin: url, "content-type": "multipart/form-data; boundary=limite" }, Readable.from(form()));
  assert.equal(answer.statusCode, 303);
  const [, id] = /^\/area\/documenti\/([0-9a-f-]{36})\?esito=pubblicato$/.exec(answer.headers.location);
  assert.equal(await sumOf(`${url}/documenti/${id}/file`, ""), other);
  told(`${megabytes} MiB up with a form and down again`);
  assert.equal(await program.kill("SIGTERM"), 0);
});
