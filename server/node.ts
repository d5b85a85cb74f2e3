/** The language server in a process: over stdio for any editor, over IPC for VS Code. */
import { existsSync } from 'node:fs';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { disk } from './disk.ts';
import { connect } from './features/connect.ts';

// Without --node-ipc, --socket or --pipe the server speaks stdio, told so or not.
const told = process.argv.some((argument) => /^--(?:node-ipc|socket|pipe)/.test(argument));
const connection = told
  ? createConnection(ProposedFeatures.all)
  : createConnection(ProposedFeatures.all, process.stdin, process.stdout);

/** Beside the bundle, or beside the folder of its chunks. */
const pages = ['../docs/rules/', '../../docs/rules/']
  .map((folder) => new URL(folder, import.meta.url))
  .find((folder) => existsSync(folder));

/** Loaded when a PDF is written. */
const faces = async () => (await import('./font-files.ts')).facesIn()();

connect(connection, { pages: pages?.href, files: disk, faces, soon: (task) => setImmediate(task) });
