/**
 * `npm run package`: packs the extension into out/tasknotice-VERSION.vsix. Only what .vscodeignore allows goes in;
 * the script fails where something else is there, something is missing, or the package grows past its bound.
 */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createVSIX, listFiles } from '@vscode/vsce';
import { bundle, root } from './bundle.mjs';

/** What reads and writes PDF is more than half of it. A package that grows past this has a cause to look for. */
const MOST_BYTES = 1_900_000;
const STAGE = path.join(root, 'out/vsix');

const COPIED = [
  'package.nls.json',
  'package.nls.zh-cn.json',
  'language-configuration.json',
  'syntaxes',
  'client/l10n',
  'client/icon.png',
  'docs/rules',
  'LICENSE',
  'README.md',
  'CHANGELOG.md',
  '.vscodeignore',
];
/** Pages that a work in progress may lack. */
const OPTIONAL = ['README.md', 'CHANGELOG.md'];

const MUST_HOLD = [
  'package.json',
  'dist/client.cjs',
  'dist/server.mjs',
  'syntaxes/tasknotice.schema.json',
  'THIRD-PARTY-NOTICES.txt',
  'LICENSE',
  'client/icon.png',
];

/** What may stand in the package; a file of any other kind fails it. */
const MAY_HOLD = [
  /^package(?:\.nls(?:\.[\w-]+)?)?\.json$/,
  /^(?:README|CHANGELOG)\.md$/,
  /^(?:LICENSE|THIRD-PARTY-NOTICES\.txt|language-configuration\.json)$/,
  /^dist\/(?:client\.cjs|server\.mjs|chunks\/[\w-]+\.mjs)$/,
  /^syntaxes\/[\w-]+\.(?:tmLanguage|schema)\.json$/,
  /^docs\/rules\/[\w-]+\.md$/,
  /^client\/(?:icon\.png|l10n\/bundle\.l10n\.[\w-]+\.json)$/,
];

function stage(packages) {
  for (const name of COPIED) {
    const source = path.join(root, name);
    if (!existsSync(source) && OPTIONAL.includes(name)) console.warn(`package: ${name} does not exist yet.`);
    else cpSync(source, path.join(STAGE, name), { recursive: true });
  }
  // The pages and pictures that the README leads to stay with the project.
  const readme = path.join(STAGE, 'README.md');
  if (existsSync(readme)) {
    const text = readFileSync(readme, 'utf8')
      .replace(/^!\[[^\]]*\]\((?!https?:)[^)]*\)\n*/gm, '')
      .replace(/\[([^\]]*)\]\((?!https?:|#)[^)]*\)/g, '$1');
    writeFileSync(readme, text);
  }
  // What installs and builds the project is nothing to the extension, which holds its libraries already.
  const {
    private: _,
    scripts,
    dependencies,
    devDependencies,
    bin,
    files,
    ...manifest
  } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  writeFileSync(path.join(STAGE, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  writeFileSync(path.join(STAGE, 'THIRD-PARTY-NOTICES.txt'), notices(packages));
  return manifest;
}

/** The licences of the libraries in the bundles ask to be passed on with them. */
function notices(folders) {
  const parts = folders.map((folder) => {
    const absolute = path.resolve(root, folder);
    const { name, version, license } = JSON.parse(readFileSync(path.join(absolute, 'package.json'), 'utf8'));
    const file = readdirSync(absolute).find((entry) => /^(?:licen[cs]e|copying)/i.test(entry));
    const text = file ? readFileSync(path.join(absolute, file), 'utf8').trim() : `Licence: ${license}`;
    return `${name} ${version} (${license})\n\n${text}\n`;
  });
  return `This extension holds the following libraries.\n\n${parts.join(`\n${'-'.repeat(80)}\n\n`)}`;
}

function check(files, vsix) {
  const missing = MUST_HOLD.filter((file) => !files.includes(file));
  const strangers = files.filter((file) => !MAY_HOLD.some((kind) => kind.test(file)));
  const size = statSync(vsix).size;
  const faults = [
    ...missing.map((file) => `${file} is missing`),
    ...strangers.map((file) => `${file} does not belong there`),
    ...(size > MOST_BYTES ? [`it has ${size} bytes, more than ${MOST_BYTES}`] : []),
  ];
  for (const fault of faults) console.error(`package: ${fault}.`);
  return faults.length === 0;
}

rmSync(STAGE, { recursive: true, force: true });
mkdirSync(STAGE, { recursive: true });
const packages = await bundle({ outdir: path.join(STAGE, 'dist'), doors: ['client', 'server'] });
const { name, version } = stage(packages);
const vsix = path.join(root, `out/${name}-${version}.vsix`);
const files = await listFiles({ cwd: STAGE, dependencies: false });
await createVSIX({
  cwd: STAGE,
  packagePath: vsix,
  dependencies: false,
  allowMissingRepository: true,
  rewriteRelativeLinks: false,
});
for (const file of files.sort()) console.log(`  ${file}`);
if (!check(files, vsix)) process.exitCode = 1;
else console.log(`${path.relative(root, vsix)}: ${files.length} files, ${Math.round(statSync(vsix).size / 1024)} KB`);
