/** Reads the configuration file. Every key may be left out. */
import { type ParseError, parse, printParseErrorCode } from 'jsonc-parser';
import picomatch from 'picomatch/posix';
import { DEFAULT_FMT, FMT_VALUES, type FmtOptions } from '../edits/fmt-options.ts';
import { RULES } from '../rules/index.ts';
import type { OptionValue, Rule, Severity } from '../rules/rule.ts';
import { PRESETS, type RuleSetting } from '../rules/settings.ts';
import type { Vocabulary } from '../syntax/labels.ts';
import type { Role } from '../syntax/roles.ts';
import { ConfigFile, type Layer, type Override } from './config.ts';
import { readFonts } from './config-fonts.ts';
import { readTable } from './config-table.ts';

const SEVERITIES = ['off', 'info', 'warning', 'error'];
/** By what a label of the office's own is explained. */
export const ROLES: Readonly<Record<string, Role>> = {
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

export const KEYS = [
  '$schema',
  'preset',
  'registry',
  'baseline',
  'rules',
  'overrides',
  'labels',
  'fmt',
  'table',
  'fonts',
];
const OVERRIDE_KEYS = ['files', 'preset', 'rules'];

/**
 * Reads a configuration.
 *
 * @returns what it says, and a sentence for each thing that is wrong with it; a wrong key is left out
 */
export function parseConfig(text: string): { config: ConfigFile; problems: string[] } {
  const errors: ParseError[] = [];
  const problems: string[] = [];
  let value: unknown = parse(text, errors, { allowTrailingComma: true });
  for (const error of errors) {
    const line = text.slice(0, error.offset).split('\n').length;
    problems.push(
      `第${line}行写得不对，缺少或多出了标点 / line ${line} is not valid JSON: ${printParseErrorCode(error.error)}`,
    );
  }
  if (!isRecord(value)) {
    if (!errors.length) problems.push('应为一个对象 {…} / an object {…} is expected');
    value = {};
  }
  const keys = value as Record<string, unknown>;
  const { baseline } = keys;
  const registry = keys.registry === undefined ? [] : [keys.registry].flat();
  if (!registry.every((path) => typeof path === 'string'))
    problems.push('“registry”应为路径或路径的列表 / "registry" is a path or a list of paths');
  if (baseline !== undefined && typeof baseline !== 'string')
    problems.push('“baseline”应为一个路径 / "baseline" is a path');
  checkKeys(keys, KEYS, problems);
  const fonts = readFonts(keys.fonts, problems);
  const base = {
    registry: registry.filter((path): path is string => typeof path === 'string'),
    ...(typeof baseline === 'string' && { baseline }),
    labels: readLabels(keys.labels, problems),
    fmt: readFmt(keys.fmt, problems),
    table: readTable(keys.table, problems),
    ...(fonts && { fonts }),
  };
  return { config: new ConfigFile(base, readLayer(keys, problems), readOverrides(keys.overrides, problems)), problems };
}

function checkKeys(value: Readonly<Record<string, unknown>>, known: readonly string[], problems: string[]): void {
  for (const key of Object.keys(value))
    if (!known.includes(key)) problems.push(`没有“${key}”这一项 / there is no key "${key}"`);
}

function readLayer({ preset, rules }: Readonly<Record<string, unknown>>, problems: string[]): Layer {
  const known = PRESETS.find((name) => name === preset);
  if (preset !== undefined && !known)
    problems.push(`“preset”应为 ${PRESETS.join('、')} 之一 / "preset" is one of ${PRESETS.join(', ')}`);
  return { ...(known && { preset: known }), rules: readRules(rules, problems) };
}

function readOverrides(value: unknown, problems: string[]): Override[] {
  if (value === undefined) return [];
  return [value].flat().flatMap((override) => {
    const files: unknown[] = isRecord(override) ? [override.files].flat() : [];
    if (!isRecord(override) || !files.length || !files.every((glob) => typeof glob === 'string')) {
      problems.push('“overrides”的每一项应写明“files”（文件的通配符） / each of "overrides" names its "files" (globs)');
      return [];
    }
    checkKeys(override, OVERRIDE_KEYS, problems);
    const covers = picomatch(files as string[], { dot: true });
    // 已发/ and 已发 stand for what is in the folder, as people write it.
    const folders = (files as string[]).map((glob) => `${glob.replace(/\/+$/, '')}/**`);
    const inside = picomatch(folders, { dot: true });
    return [{ ...readLayer(override, problems), covers: (path: string) => covers(path) || inside(path) }];
  });
}

function readRules(value: unknown, problems: string[]): Record<string, RuleSetting> {
  const rules: Record<string, RuleSetting> = {};
  if (value === undefined) return rules;
  if (!isRecord(value)) {
    problems.push('“rules”应为对象 / "rules" is an object');
    return rules;
  }
  for (const [id, setting] of Object.entries(value)) {
    const rule = RULES.find((candidate) => candidate.id === id);
    const [severity, options] = Array.isArray(setting) ? setting : isRecord(setting) ? [undefined, setting] : [setting];
    if (!rule) problems.push(`没有规则“${id}” / there is no rule "${id}"`);
    else if (Array.isArray(setting) && (setting.length < 1 || setting.length > 2))
      problems.push(
        `规则“${id}”的列表应为 [级别] 或 [级别, {选项}] / the list of rule "${id}" is [level] or [level, {options}]`,
      );
    else if (severity !== undefined && (typeof severity !== 'string' || !SEVERITIES.includes(severity)))
      problems.push(`规则“${id}”应为 off、info、warning 或 error / rule "${id}" is off, info, warning or error`);
    else
      rules[id] = {
        ...(severity !== undefined && { severity: severity as Severity | 'off' }),
        ...(options !== undefined && { options: readOptions(rule, options, problems) }),
      };
  }
  return rules;
}

function readOptions(rule: Rule, value: unknown, problems: string[]): Record<string, OptionValue> {
  const options: Record<string, OptionValue> = {};
  if (!isRecord(value)) {
    problems.push(`规则“${rule.id}”的选项应为对象 / the options of rule "${rule.id}" are an object`);
    return options;
  }
  for (const [key, given] of Object.entries(value)) {
    const option = rule.options?.[key];
    if (!option) problems.push(`规则“${rule.id}”没有选项“${key}” / rule "${rule.id}" has no option "${key}"`);
    else if (!fits(given, option.default) || (typeof given === 'number' && given < (option.minimum ?? given)))
      problems.push(
        `规则“${rule.id}”的选项“${key}”应为${kindOf(option.default, 'zh')}${option.minimum === undefined ? '' : `，不小于${option.minimum}`} / option "${key}" of rule "${rule.id}" is ${kindOf(option.default, 'en')}${option.minimum === undefined ? '' : `, ${option.minimum} or more`}`,
      );
    else options[key] = given as OptionValue;
  }
  return options;
}

function fits(value: unknown, like: OptionValue): boolean {
  return Array.isArray(like)
    ? Array.isArray(value) && value.every((each) => typeof each === 'string')
    : typeof value === typeof like;
}

const KINDS = {
  number: { zh: '数字', en: 'a number' },
  boolean: { zh: 'true 或 false', en: 'true or false' },
  string: { zh: '文字', en: 'a text' },
  object: { zh: '文字的列表', en: 'a list of texts' },
} as const;

function kindOf(value: OptionValue, language: 'zh' | 'en'): string {
  return KINDS[typeof value as keyof typeof KINDS][language];
}

function readLabels(value: unknown, problems: string[]): Vocabulary {
  const labels = new Map<string, Role>();
  if (value === undefined) return labels;
  if (!isRecord(value)) {
    problems.push('“labels”应为对象 / "labels" is an object');
    return labels;
  }
  for (const [label, name] of Object.entries(value)) {
    const role = typeof name === 'string' && Object.hasOwn(ROLES, name) ? ROLES[name] : undefined;
    if (role) labels.set(label.replace(/[\s：:]/g, ''), role);
    else
      problems.push(
        `标签“${label}”应为 ${Object.keys(ROLES).slice(6).join('、')} 之一 / label "${label}" is one of ${Object.keys(ROLES).slice(0, 6).join(', ')}`,
      );
  }
  return labels;
}

function readFmt(value: unknown, problems: string[]): FmtOptions {
  const options: Record<string, string> = { ...DEFAULT_FMT };
  if (value === undefined) return DEFAULT_FMT;
  if (!isRecord(value)) {
    problems.push('“fmt”应为对象 / "fmt" is an object');
    return DEFAULT_FMT;
  }
  for (const [key, given] of Object.entries(value)) {
    const allowed: readonly unknown[] | undefined = FMT_VALUES[key as keyof FmtOptions];
    if (!allowed) problems.push(`“fmt”没有“${key}”这一项 / "fmt" has no key "${key}"`);
    else if (!allowed.includes(given))
      problems.push(
        `“fmt”的“${key}”应为 ${allowed.join('、')} 之一 / "${key}" of "fmt" is one of ${allowed.join(', ')}`,
      );
    else options[key] = given as string;
  }
  return options as unknown as FmtOptions;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
