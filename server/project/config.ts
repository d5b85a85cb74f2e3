/** The configuration file, tasknotice.json: JSON with comments. Every key may be left out. */
import { type ParseError, parse, printParseErrorCode } from 'jsonc-parser';
import { RULES } from '../rules/index.ts';
import type { Severity } from '../rules/rule.ts';
import type { Vocabulary } from '../syntax/labels.ts';
import type { Role } from '../syntax/roles.ts';

export const CONFIG_FILE = 'tasknotice.json';

export interface Config {
  /** Registries, relative to the file. */
  readonly registry: readonly string[];
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
  /** Labels of the office's own. */
  readonly labels: Vocabulary;
}

export const DEFAULT_CONFIG: Config = { registry: [], rules: {}, labels: new Map() };

const SEVERITIES = ['off', 'info', 'warning', 'error'];
const ROLES: Readonly<Record<string, Role>> = {
  leader: 'leader',
  lead: 'lead',
  support: 'support',
  unit: 'unit',
  deadline: 'deadline',
  remark: 'remark',
  领导: 'leader',
  牵头单位: 'lead',
  协同单位: 'support',
  责任单位: 'unit',
  完成时限: 'deadline',
  备注: 'remark',
};

/**
 * Reads a configuration.
 *
 * @returns what it says, and a sentence for each thing that is wrong with it; a wrong key is left out
 */
export function parseConfig(text: string): { config: Config; problems: string[] } {
  const errors: ParseError[] = [];
  const problems: string[] = [];
  const value: unknown = parse(text, errors, { allowTrailingComma: true });
  for (const error of errors) {
    const line = text.slice(0, error.offset).split('\n').length;
    problems.push(
      `第${line}行写得不对，缺少或多出了标点 / line ${line} is not valid JSON: ${printParseErrorCode(error.error)}`,
    );
  }
  if (!isRecord(value)) {
    if (!errors.length) problems.push('应为一个对象 {…} / an object {…} is expected');
    return { config: DEFAULT_CONFIG, problems };
  }
  const registry = value.registry === undefined ? [] : [value.registry].flat();
  if (!registry.every((path) => typeof path === 'string'))
    problems.push('“registry”应为路径或路径的列表 / "registry" is a path or a list of paths');
  const known = new Set(['$schema', 'registry', 'rules', 'labels']);
  for (const key of Object.keys(value))
    if (!known.has(key)) problems.push(`没有“${key}”这一项 / there is no key "${key}"`);
  return {
    config: {
      registry: registry.filter((path): path is string => typeof path === 'string'),
      rules: readRules(value.rules, problems),
      labels: readLabels(value.labels, problems),
    },
    problems,
  };
}

function readRules(value: unknown, problems: string[]): Record<string, Severity | 'off'> {
  const rules: Record<string, Severity | 'off'> = {};
  if (value === undefined) return rules;
  if (!isRecord(value)) {
    problems.push('“rules”应为对象 / "rules" is an object');
    return rules;
  }
  for (const [id, severity] of Object.entries(value)) {
    if (!RULES.some((rule) => rule.id === id)) problems.push(`没有规则“${id}” / there is no rule "${id}"`);
    else if (typeof severity !== 'string' || !SEVERITIES.includes(severity)) {
      problems.push(`规则“${id}”应为 off、info、warning 或 error / rule "${id}" is off, info, warning or error`);
    } else rules[id] = severity as Severity | 'off';
  }
  return rules;
}

function readLabels(value: unknown, problems: string[]): Vocabulary {
  const labels = new Map<string, Role>();
  if (value === undefined) return labels;
  if (!isRecord(value)) {
    problems.push('“labels”应为对象 / "labels" is an object');
    return labels;
  }
  for (const [label, name] of Object.entries(value)) {
    const role = typeof name === 'string' ? ROLES[name] : undefined;
    if (role) labels.set(label.replace(/[\s：:]/g, ''), role);
    else
      problems.push(
        `标签“${label}”应为 ${Object.keys(ROLES).slice(6).join('、')} 之一 / label "${label}" is one of ${Object.keys(ROLES).slice(0, 6).join(', ')}`,
      );
  }
  return labels;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
