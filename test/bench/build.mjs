/** Bundles parts of the core for a benchmark, with names left as they are written so that a profile can be read. */
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';

export const root = fileURLToPath(new URL('../..', import.meta.url));

const CORE = `
export { EMPTY_REGISTRY, parseRegistry } from './server/registry/registry.ts';
export { DEFAULT_VOCABULARY } from './server/syntax/labels.ts';
export { editDocument, readDocument } from './server/syntax/document.ts';
export { noticeOf, readNotice } from './server/model/read.ts';
export { lint } from './server/rules/lint.ts';
`;

const common = {
  absWorkingDir: root,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  define: { 'process.env.NODE_ENV': '"production"' },
  mainFields: ['module', 'main'],
  banner: {
    js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
  },
  legalComments: 'none',
  logLevel: 'warning',
};

/** @returns the file of a module with what parses, edits and checks */
export async function bundleCore(folder) {
  const outfile = path.join(folder, 'core.mjs');
  await esbuild.build({ ...common, stdin: { contents: CORE, resolveDir: root, loader: 'ts' }, outfile });
  return outfile;
}

const WRITERS = `
import { tableBody, tableSection, tableStories } from './server/formats/table/docx.ts';
import { tableStyles } from './server/formats/table/docx-styles.ts';
import { SIZES } from './server/formats/table/setting.ts';
import { writeWord } from './server/formats/ooxml/word.ts';
import { styleSheet } from './server/formats/ooxml/word-text.ts';
import { DEFAULT_FONTS } from './server/formats/page/fonts.ts';
export { writeTable } from './server/formats/table/xlsx.ts';
export const tableDocument = (table) => writeWord({
  title: table.title,
  styles: styleSheet({ font: DEFAULT_FONTS.body, size: SIZES.cell }, tableStyles(DEFAULT_FONTS)),
  stories: tableStories(),
  evenAndOdd: true,
  body: tableBody(table),
  section: tableSection(),
});
`;

/** @returns the file of a module with what writes the official table */
export async function bundleWriters(folder) {
  const outfile = path.join(folder, 'writers.mjs');
  await esbuild.build({ ...common, stdin: { contents: WRITERS, resolveDir: root, loader: 'ts' }, outfile });
  return outfile;
}

/** @returns the table of a notice, as plain values */
export async function tableOf(folder, text) {
  const contents = `
export { officialTable } from './server/formats/table/table.ts';
export { readNotice } from './server/model/read.ts';`;
  const outfile = path.join(folder, 'table.mjs');
  await esbuild.build({ ...common, stdin: { contents, resolveDir: root, loader: 'ts' }, outfile });
  const { officialTable, readNotice } = await import(pathToFileURL(outfile).href);
  return officialTable(readNotice(text));
}

/** @returns the file of the command line as dist has it, but not minified */
export async function bundleCli(folder) {
  await esbuild.build({
    ...common,
    entryPoints: { cli: 'server/cli.ts' },
    outdir: folder,
    splitting: true,
    outExtension: { '.js': '.mjs' },
    chunkNames: 'chunks/[name]-[hash]',
  });
  return path.join(folder, 'cli.mjs');
}
