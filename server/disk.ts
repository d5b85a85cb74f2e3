/** The files of this machine, by file: URI: for the doors that run in a process. */
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Files } from './project/project.ts';

export const disk: Files = {
  async read(uri) {
    try {
      return await readFile(fileURLToPath(uri));
    } catch {
      return undefined;
    }
  },
  async list(folder) {
    try {
      return (await readdir(fileURLToPath(folder))).sort();
    } catch {
      return [];
    }
  },
};
