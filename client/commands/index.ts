/** The commands, in the order of the palette; the last ones are those that quick fixes name. */
import { checkBeforeIssuing } from './check-before-issuing.ts';
import type { Command } from './command.ts';
import { compareNotices } from './compare.ts';
import { explainRule } from './explain-rule.ts';
import { exportDocument } from './export.ts';
import { importDocument } from './import.ts';
import { lockNumbers } from './lock-numbers.ts';
import { renumber, renumberLevel, renumberSection } from './renumber.ts';
import { restartServer } from './restart-server.ts';
import { saveConfig } from './save-config.ts';
import { setLanguage } from './set-language.ts';
import { showOutline } from './show-outline.ts';
import { writeReason } from './write-reason.ts';

export const commands: readonly Command[] = [
  showOutline,
  exportDocument,
  importDocument,
  compareNotices,
  renumber,
  renumberSection,
  renumberLevel,
  checkBeforeIssuing,
  lockNumbers,
  setLanguage,
  restartServer,
  explainRule,
  writeReason,
  saveConfig,
];
