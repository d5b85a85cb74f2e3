/** Loads modules of the core, which are TypeScript, into a script. */
import { build } from 'esbuild';

/** @param input esbuild's entry: `entryPoints`, or `stdin` */
export async function load(input) {
  const result = await build({
    ...input,
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    logLevel: 'error',
  });
  const module = { exports: {} };
  new Function('module', 'exports', 'require', result.outputFiles[0].text)(module, module.exports, () => ({}));
  return module.exports;
}
