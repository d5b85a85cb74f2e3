/** Real published notices with hand-checked truth, where they stand beside the checkout; a stranger's clone has none. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

const folder = path.join(root, '../shared/notices');

export const hasRealNotices = existsSync(path.join(folder, 'truth'));

/** What a test says that is skipped without them. */
export const WITHOUT = 'skipped: ../shared/notices is not there';

export function realNotice(id: string): { file: string; text: string } {
  const name = readdirSync(folder).find((entry) => entry.startsWith(`${id}_`) && entry.endsWith('.txt'));
  if (!name) throw new Error(`no notice ${id}`);
  const file = path.join(folder, name);
  return { file, text: readFileSync(file, 'utf8') };
}

export function truth(name: string): string {
  return readFileSync(path.join(folder, 'truth', name), 'utf8');
}
