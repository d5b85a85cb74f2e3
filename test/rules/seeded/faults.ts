/** Every way to break a notice. */
import type { Fault } from './fault.ts';
import { DUE_FAULTS } from './faults-deadlines.ts';
import { DUTIES } from './faults-duties.ts';
import { FORM } from './faults-form.ts';
import { NUMBERING } from './faults-numbering.ts';
import { TABLES } from './faults-tables.ts';
import { UNIT_FAULTS } from './faults-units.ts';
import { WRITING } from './faults-writing.ts';

export const FAULTS: readonly Fault[] = [
  ...NUMBERING,
  ...DUTIES,
  ...UNIT_FAULTS,
  ...DUE_FAULTS,
  ...TABLES,
  ...FORM,
  ...WRITING,
];
