/** The core bundled for a browser, and called in a realm that has what a browser has. */
import vm from 'node:vm';
import * as esbuild from 'esbuild';
import { root } from '../support/shared.ts';

/** What a browser and a web worker have beside the language itself; nothing is here that nobody asks for. */
export const WEB = {
  /** vscode-jsonrpc, which Langium brings along, makes one as it loads; hucre encodes the parts of a workbook. */
  TextEncoder,
  /** hucre makes one as it loads, to read workbooks; configurations and registries are bytes until they are decoded. */
  TextDecoder,
  /** hucre compresses with the browser's own deflate, where it finds all three. Without, see the test. */
  CompressionStream,
  ReadableStream,
  Response,
  /** pdfkit hands out what it has written when the script has run. */
  queueMicrotask,
  /** pdfkit holds the bytes of a colour profile as text. */
  atob,
  /** Files are named by URI: a configuration is looked for up the folders. */
  URL,
};

export type Bundle = esbuild.BuildResult<{ write: false; metafile: true }>;

export function bundleCore(): Promise<Bundle> {
  return esbuild.build({
    absWorkingDir: root,
    entryPoints: ['test/browser/core.ts'],
    bundle: true,
    write: false,
    metafile: true,
    platform: 'browser',
    format: 'iife',
    globalName: 'core',
    target: 'es2022',
    // pdfkit asks for its own place as it loads, which a script that is no module doesn't know; it reads nothing there.
    define: { 'import.meta.url': '"file:///"' },
    logLevel: 'silent',
  });
}

/** A realm of its own: the language's globals and those given, no process, Buffer, require, setImmediate or timers. */
export function inRealm({ outputFiles }: Bundle, globals: object): typeof import('./core.ts') {
  const realm = vm.createContext({ ...globals });
  vm.runInContext(outputFiles[0]!.text, realm);
  return vm.runInContext('core', realm);
}
