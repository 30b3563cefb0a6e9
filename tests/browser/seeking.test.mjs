// Somebody seeks in a video that is long: the browser asks for what lies there and no more, on a folder and on a bucket.
import assert from "node:assert/strict";
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { mkdtemp, open, rm } from "node:fs/promises";
import { createServer, request } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { freePort, openBrowser, openBucket, openPage, signIn } from "./rig.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const SAMPLE = join(here, "..", "..", "src", "cli", "demo", "testimonial", "intervista.webm");
const MEBI = 1024 * 1024;
/** What lies unused between the clusters of the sample, of two seconds each. */
const GAP = 10 * MEBI;

/** The elements of EBML (RFC 8794) between two places: id, where it begins, where its content begins and ends. */
function* elements(bytes, from, to) {
  for (let at = from; at < to; ) {
    const [begin, idLength] = [at, Math.clz32(bytes[at]) - 23];
    const id = bytes.readUIntBE(at, idLength);
    at += idLength;
    const sizeLength = Math.clz32(bytes[at]) - 23;
    const size = Number(BigInt(`0x${bytes.subarray(at, at + sizeLength).toString("hex")}`) & ((1n << BigInt(7 * sizeLength)) - 1n));
    at += sizeLength;
    yield { id, begin, content: at, end: at + size };
    at += size;
  }
}

const [SEGMENT, CUES, CLUSTER] = [0x18538067, 0x1c53bb6b, 0x1f43b675];

/** Writes the sample with a gap before every cluster but the first: a real video, many times as long in bytes. Where clusters begin. */
async function lengthen(path) {
  const bytes = Buffer.from(readFileSync(SAMPLE));
  const segment = [...elements(bytes, 0, bytes.length)].find((one) => one.id === SEGMENT);
  const children = [...elements(bytes, segment.content, segment.end)];
  const clusters = children.filter((one) => one.id === CLUSTER);
  const begins = clusters.map((one, place) => one.begin + place * GAP);
  // Where players look for the cluster of a second.
  const cues = children.find((one) => one.id === CUES);
  const points = [...elements(bytes, cues.content, cues.end)].flatMap((point) => [...elements(bytes, point.content, point.end)]);
  const positions = points.filter((one) => one.id === 0xb7).flatMap((one) => [...elements(bytes, one.content, one.end)]);
  for (const place of positions.filter((one) => one.id === 0xf1)) {
    const old = Number(bytes.readBigUInt64BE(place.content)) + segment.content;
    bytes.writeBigUInt64BE(BigInt(begins[clusters.findIndex((one) => one.begin === old)] - segment.content), place.content);
  }
  const added = (clusters.length - 1) * GAP;
  bytes.writeBigUInt64BE((1n << 56n) | BigInt(segment.end - segment.content + added), segment.content - 8);
  const gap = Buffer.alloc(GAP, "quattro passi in piazza ");
  gap[0] = 0xec;
  gap.writeBigUInt64BE((1n << 56n) | BigInt(GAP - 9), 1);
  const file = await open(path, "w");
  await file.write(bytes.subarray(0, clusters[0].begin));
  for (const [place, one] of clusters.entries()) {
    if (place > 0) await file.write(gap);
    await file.write(bytes.subarray(one.begin, one.end));
  }
  await file.close();
  return { begins, length: bytes.length + added };
}

/** Stands before the server and writes down who asked for which part of a video, what was answered, and how much of it was read. */
class Front {
  asked = [];

  constructor(port) {
    this.server = createServer((from, to) => {
      const up = request({ port, host: "127.0.0.1", method: from.method, path: from.url, headers: from.headers }, (answer) => {
        const begin = Number(/^bytes=(\d+)-(?:\d+)?$/.exec(from.headers.range ?? "bytes=0-")?.[1]);
        const one = { range: from.headers.range, begin, status: answer.statusCode, part: answer.headers["content-range"], read: 0 };
        if (/\/video$/.test(from.url) && from.method === "GET") this.asked.push(one);
        to.writeHead(answer.statusCode, answer.rawHeaders);
        answer.on("data", (bytes) => (one.read += bytes.length));
        answer.pipe(to);
        to.on("close", () => answer.destroy());
      });
      up.on("error", () => to.destroy());
      from.pipe(up);
    });
  }
}

/** The server on filled data, asked through the front. */
async function serve(folder, settings) {
  const port = await freePort();
  const front = new Front(port);
  front.server.listen(0, "127.0.0.1");
  await once(front.server, "listening");
  const url = `http://127.0.0.1:${front.server.address().port}`;
  const env = { ...process.env, ...settings, AFFIANCA_LISTEN: `127.0.0.1:${port}`, AFFIANCA_PUBLIC_URL: url, AFFIANCA_LINK_CHECK: "false" };
  await promisify(execFile)(process.env.AFFIANCA_BIN, ["demo", "--fresh", "--fill-only"], { cwd: folder, env });
  const program = spawn(process.env.AFFIANCA_BIN, ["serve"], { cwd: folder, env: { ...env, AFFIANCA_DATABASE: "sqlite://data/demo.db" }, stdio: "ignore" });
  for (const until = Date.now() + 60_000; Date.now() < until; ) {
    if (await fetch(`${url}/salute/vivo`).then((answer) => answer.ok, () => false)) break;
    await new Promise((done) => setTimeout(done, 50));
  }
  const close = async () => {
    const gone = once(program, "exit");
    program.kill("SIGTERM");
    assert.equal((await gone)[0], 0);
    front.server.closeAllConnections();
    front.server.close();
  };
  return { url, front, close };
}

/** Brings the video to a new testimonial; gives the address of its preview. */
async function bring(page, url, path) {
  await signIn(page, url, "docente", "quattro passi in piazza");
  await page.goto(`${url}/area/preparazione`);
  await page.getByRole("link", { name: "Nuova testimonianza" }).click();
  await page.fill('[name="cerca"]', "unione dimostrativa");
  await page.getByRole("button", { name: "Cerca", exact: true }).click();
  await page.fill('[name="titolo"]', "Un’intervista lunga");
  await page.getByRole("button", { name: "Comincia", exact: true }).click();
  await page.waitForURL(/\/area\/preparazione\/[0-9a-f-]{36}\?esito=cominciata$/);
  const draft = page.url().split("?")[0];
  await page.goto(`${draft}/video`);
  await page.setInputFiles('[name="video"]', path);
  await page.locator('[data-upload-state="arrived"]').waitFor({ timeout: 120_000 });
  await page.fill('[name="durata"]', "0:24");
  await page.getByRole("button", { name: "Carica il video", exact: true }).click();
  await page.waitForURL(/\/video\?esito=salvata$/);
  return `${draft}/anteprima`;
}

/** Moves the video to a second; gives when the picture that is then shown is from. */
const seek = (page, second) =>
  page.evaluate(
    (second) =>
      new Promise((done, failed) => {
        const video = document.querySelector("video");
        video.muted = true;
        const shown = new Promise((frame) => video.requestVideoFrameCallback((_, { mediaTime }) => frame(mediaTime)));
        video.addEventListener("error", () => failed(new Error(video.error?.message)), { once: true });
        video.addEventListener("seeked", async () => done({ stands: video.currentTime, shown: await shown }), { once: true });
        video.currentTime = second;
      }),
    second,
  );

for (const place of ["a folder", "a bucket"]) {
  test(`a browser seeks in a long video on ${place}`, { timeout: 300_000 }, async (t) => {
    const store = place === "a bucket" ? await openBucket() : { settings: {}, close: () => {} };
    if (!store) return t.skip("the bucket is left out: run tests/tools/install");
    const folder = await mkdtemp(join(tmpdir(), "affianca-seek-"));
    const browser = await openBrowser();
    const { url, front, close } = await serve(folder, store.settings);
    t.after(async () => {
      await browser.close();
      await close();
      store.close();
      await rm(folder, { recursive: true, force: true });
    });
    const path = join(folder, "lunga.webm");
    const { begins, length } = await lengthen(path);
    const { page, faults } = await openPage(browser);
    await page.goto(await bring(page, url, path));
    await page.waitForFunction(() => document.querySelector("video").readyState > 0);
    assert.equal(await page.evaluate(() => Math.round(document.querySelector("video").duration)), 24);
    for (const second of [20.5, 8.25, 15]) {
      const cluster = begins[Math.floor(second / 2)];
      const before = front.asked.length;
      const was_read = front.asked.some(({ begin, read }) => begin <= cluster && cluster < begin + read);
      const { stands, shown } = await seek(page, second);
      assert.equal(stands, second);
      assert.ok(Math.abs(shown - second) < 0.3, `the picture of second ${shown} instead of ${second}`);
      // What came already is not asked for again; the first of these places never has.
      assert.ok(!was_read || second !== 20.5, "nothing to ask for");
      if (was_read) continue;
      // Browsers ask from the beginning of a block of 32 or 64 KiB.
      const there = front.asked.slice(before).find(({ begin, status }) => begin <= cluster && begin > cluster - 256 * 1024 && status === 206);
      assert.ok(there, `second ${second} lies at ${cluster}; asked for ${JSON.stringify(front.asked.slice(before))}`);
      assert.match(there.range, /^bytes=\d+-/);
      assert.ok(there.part.startsWith(`bytes ${there.begin}-`) && there.part.endsWith(`/${length}`), there.part);
    }
    // It plays from there.
    const played = await page.evaluate(async () => {
      const video = document.querySelector("video");
      await video.play();
      await new Promise((done) => setTimeout(done, 1500));
      video.pause();
      return video.currentTime;
    });
    assert.ok(played > 15.5 && played < 18.5, `stands at ${played}`);
    const read = front.asked.reduce((sum, one) => sum + one.read, 0);
    t.diagnostic(`${front.asked.length} requests, ${(read / MEBI).toFixed(1)} of ${(length / MEBI).toFixed(1)} MiB read`);
    assert.ok(read < 0.8 * length, `${read} of ${length} bytes were read`);
    assert.deepEqual(faults, []);
  });
}
