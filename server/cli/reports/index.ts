/** The formats of lint, each loaded when it is asked for. */
import type { Report } from './report.ts';

const load = {
  stylish: () => import('./stylish.ts'),
  compact: () => import('./compact.ts'),
  json: () => import('./json.ts'),
  sarif: () => import('./sarif.ts'),
  junit: () => import('./junit.ts'),
  github: () => import('./github.ts'),
  codequality: () => import('./codequality.ts'),
  rdjson: () => import('./rdjson.ts'),
  checkstyle: () => import('./checkstyle.ts'),
} satisfies Readonly<Record<string, () => Promise<{ default: Report }>>>;

export type ReportFormat = keyof typeof load;

export const REPORT_FORMATS = Object.keys(load) as readonly ReportFormat[];

export async function reportIn(format: ReportFormat): Promise<Report> {
  return (await load[format]()).default;
}
