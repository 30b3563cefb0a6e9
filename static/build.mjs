// Fills static/vendor from node_modules: official files unmodified, fonts with their licences, and compressed twins of every text file.
import { createHash } from "node:crypto";
import { cp, mkdir, readFile, readdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const here = dirname(fileURLToPath(import.meta.url));
const kit = join(here, "..", "node_modules", "bootstrap-italia");
const tus = join(here, "..", "node_modules", "tus-js-client");
const vendor = join(here, "vendor");
// Built beside and put in place at the end: a build that stops half-way leaves the former one whole.
const fresh = join(here, "vendor.new");

/** Family, folder and file stem in the kit, licence file, and the cuts that the pages use: [file suffix, weight, style]. */
const FONTS = [
  {
    family: "Titillium Web",
    folder: "Titillium_Web",
    stem: "titillium-web-v10-latin-ext_latin",
    licence: "OFL.txt",
    cuts: [
      ["300", 300, "normal"],
      ["regular", 400, "normal"],
      ["italic", 400, "italic"],
      ["600", 600, "normal"],
      ["600italic", 600, "italic"],
      ["700", 700, "normal"],
    ],
  },
  {
    family: "Lora",
    folder: "Lora",
    stem: "lora-v20-latin-ext_latin",
    licence: "OFL.txt",
    cuts: [
      ["regular", 400, "normal"],
      ["italic", 400, "italic"],
      ["700", 700, "normal"],
    ],
  },
  {
    family: "Roboto Mono",
    folder: "Roboto_Mono",
    stem: "roboto-mono-v13-latin-ext_latin",
    licence: "LICENSE.txt",
    cuts: [
      ["regular", 400, "normal"],
      ["700", 700, "normal"],
    ],
  },
];

/** Files that gain from compression; fonts are compressed already. */
const TEXT = new Set([".css", ".js", ".svg", ".txt"]);

/** As in the address: the first twelve digits of the content's SHA-256. */
const hash = (bytes) => createHash("sha256").update(bytes).digest("hex").slice(0, 12);

async function copyKit() {
  await mkdir(join(fresh, "fonts"), { recursive: true });
  await cp(join(kit, "dist/css/bootstrap-italia.min.css"), join(fresh, "bootstrap-italia.min.css"));
  await cp(join(kit, "dist/svg/sprites.svg"), join(fresh, "sprites.svg"));
  await cp(join(kit, "LICENSE"), join(fresh, "bootstrap-italia.LICENSE.txt"));
  // Resumable uploads: only on pages with the field of a file.
  await cp(join(tus, "dist/tus.min.js"), join(fresh, "tus.min.js"));
  await cp(join(tus, "LICENSE"), join(fresh, "tus.LICENSE.txt"));
}

async function writeFonts() {
  const rules = [];
  for (const font of FONTS) {
    const source = join(kit, "dist/fonts", font.folder);
    await cp(join(source, font.licence), join(fresh, "fonts", `${font.folder}.LICENSE.txt`));
    for (const [suffix, weight, style] of font.cuts) {
      const bytes = await readFile(join(source, `${font.stem}-${suffix}.woff2`));
      const name = `${font.folder.toLowerCase().replace("_", "-")}-${suffix}.woff2`;
      await writeFile(join(fresh, "fonts", name), bytes);
      rules.push(
        `@font-face{font-family:"${font.family}";font-style:${style};font-weight:${weight};font-display:swap;` +
          `src:url(fonts/${name}?v=${hash(bytes)}) format("woff2")}`,
      );
    }
  }
  await writeFile(join(fresh, "fonts.css"), rules.join("\n") + "\n");
}

/** Twins are named by the content they stand for, so that a stale one can never be served. */
async function compress(folder) {
  const twins = join(fresh, "compressed");
  await mkdir(twins, { recursive: true });
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    const file = join(entry.parentPath ?? entry.path, entry.name);
    const skipped = file.startsWith(twins) || (folder === here && (file.startsWith(vendor) || file.startsWith(fresh)));
    if (!entry.isFile() || skipped || !TEXT.has(extname(entry.name))) continue;
    const bytes = await readFile(file);
    const brotli = brotliCompressSync(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    });
    await writeFile(join(twins, `${hash(bytes)}.br`), brotli);
    await writeFile(join(twins, `${hash(bytes)}.gz`), gzipSync(bytes, { level: 9 }));
    console.log(`${file.slice(here.length + 1)}: ${bytes.length} bytes, ${brotli.length} with brotli`);
  }
}

await rm(fresh, { recursive: true, force: true });
await copyKit();
await writeFonts();
await compress(fresh);
await compress(here);
await rm(vendor, { recursive: true, force: true });
await rename(fresh, vendor);
