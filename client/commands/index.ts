/** The commands, in the order of the palette. */
import type { Command } from './command.ts';
import { exportTable } from './export-table.ts';
import { renumber } from './renumber.ts';
import { restartServer } from './restart-server.ts';
import { setLanguage } from './set-language.ts';
import { showOutline } from './show-outline.ts';

export const commands: readonly Command[] = [showOutline, exportTable, renumber, setLanguage, restartServer];
