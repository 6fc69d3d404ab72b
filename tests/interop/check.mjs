// Validates files with @trustnxt/c2pa-ts: `node check.mjs MODULES FILE...`. One line a file: "valid",
// or what failed. It checks structure, content and signature, and no chain of trust.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const [modules, ...files] = process.argv.slice(2);
const load = part =>
    import(pathToFileURL(path.resolve(modules, '@trustnxt/c2pa-ts/dist', part, 'index.js')).href);
const { BMFF, JPEG, PNG } = await load('asset');
const { SuperBox } = await load('jumbf');
const { ManifestStore } = await load('manifest');

async function verdict(file) {
    const bytes = await readFile(file);
    const Format = [JPEG, PNG, BMFF].find(format => format.canRead(bytes));
    if (!Format) return 'not a format it reads';
    const asset = new Format(bytes);
    const jumbf = asset.getManifestJUMBF();
    if (!jumbf) return 'no manifest found';
    const result = await ManifestStore.read(SuperBox.fromBuffer(jumbf)).validate(asset);
    if (result.isValid) return 'valid';
    const failed = result.statusEntries.filter(entry => !entry.success);
    return failed.map(entry => entry.code).join(' ') || 'invalid';
}

for (const file of files) {
    console.log(await verdict(file).catch(error => `${error.name}: ${error.message}`));
}
