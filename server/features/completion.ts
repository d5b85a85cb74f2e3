/** Completion where a drafter types responsibility: units and leaders after a label, labels at the start of a line. */
import { type CompletionItem, CompletionItemKind, type TextEdit } from 'vscode-languageserver-types';
import type { Notice, Role } from '../model/notice.ts';
import { preferredName } from '../registry/registry.ts';
import { factsOf } from '../rules/facts.ts';
import { recordsOf } from '../rules/records.ts';
import { labelAt } from '../syntax/labels.ts';
import type { Say } from './diagnostics.ts';
import { namesOf, ROLE_WORDS } from './names.ts';
import { toLsp } from './positions.ts';
import type { OpenNotice } from './workspace.ts';

const DEFAULT_LABELS: readonly (readonly [Role, string])[] = [
  ['leader', '牵头领导'],
  ['lead', '牵头责任单位'],
  ['support', '协同责任单位'],
  ['deadline', '完成时限'],
];

export const COMPLETION_TRIGGERS = ['：', ':', '、', '，', '；', '（'];

export function completion(open: OpenNotice, offset: number, say: Say): CompletionItem[] {
  const before = open.text.slice(open.text.lastIndexOf('\n', offset - 1) + 1, offset);
  const field = fieldBefore(before, open);
  if (!field)
    return /^[\s\u3000]*[\u4e00-\u9fff]{0,6}$/.test(before) || /[（(；;][\u4e00-\u9fff]{0,6}$/.test(before)
      ? labels(open, before, offset, say)
      : [];
  const typed = /[^、，,；;：:（(\s]*$/.exec(before)![0];
  const range = toLsp(open.lines, { start: offset - typed.length, end: offset });
  const candidates =
    field.role === 'leader'
      ? leaders(open)
      : field.role === 'deadline' || field.role === 'remark'
        ? []
        : units(open, field.role);
  const present = new Set(field.value.split(/[、，,；;]/));
  return candidates
    .filter(({ label }) => !present.has(label))
    .map((item, index) => ({
      ...item,
      sortText: String(index).padStart(5, '0'),
      textEdit: { range, newText: item.label } satisfies TextEdit,
    }));
}

/** The label that the text before the cursor stands behind, and what it says so far. */
function fieldBefore(before: string, open: OpenNotice): { role: Role; value: string } | undefined {
  const { labels: vocabulary } = open.config.value;
  for (let at = before.length - 1; at >= 0; at--) {
    if (at > 0 && !/[\s\u3000；;。（(〔[【）)]/.test(before[at - 1]!)) continue;
    const label = labelAt(before, at, vocabulary);
    if (!label || at + label.length > before.length) continue;
    const value = before.slice(at + label.length);
    return /[。）)]/.test(value.slice(0, -1)) ? undefined : { role: label.role, value };
  }
  return undefined;
}

function labels(open: OpenNotice, before: string, offset: number, say: Say): CompletionItem[] {
  const { roles, tasks } = factsOf(open.notice, recordsOf(open.notice));
  const typed = /[\u4e00-\u9fff]*$/.exec(before)![0];
  const range = toLsp(open.lines, { start: offset - typed.length, end: offset });
  const colon = /[\u4e00-\u9fff]:/.test(open.text) && !/[\u4e00-\u9fff]：/.test(open.text) ? ':' : '：';
  return DEFAULT_LABELS.flatMap(([role, label], index) => {
    // In a notice that has tasks, its own labels only.
    const own = roles[role].label;
    if (tasks >= 3 && !own) return [];
    const text = `${own ?? label}${colon}`;
    return {
      label: text,
      kind: CompletionItemKind.Keyword,
      detail: say(ROLE_WORDS[role]).split('\n')[0]!,
      sortText: String(index),
      textEdit: { range, newText: text },
      command: { title: '', command: 'editor.action.triggerSuggest' },
    };
  });
}

/** Units that the notice names already, those it names often in this role first; then the rest of the registry. */
function units(open: OpenNotice, role: Role): CompletionItem[] {
  const counts = count(open.notice, (other) => other !== 'leader' && other !== 'deadline' && other !== 'remark', role);
  const { registry } = open;
  const items: CompletionItem[] = [...counts].map(([label]) => ({ label, kind: CompletionItemKind.Class }));
  for (const record of [...registry.value.units, ...registry.value.groups]) {
    const label = preferredName(record);
    const names = record.names.map((mention) => mention.text);
    const known = items.find((item) => item.label === label || names.includes(item.label));
    const detail = record.name === label ? undefined : record.name;
    if (known) known.detail ??= detail ?? '';
    else if (!record.until || !open.notice.head.date || record.until >= open.notice.head.date) {
      items.push({
        label,
        kind: record.kind === 'group' ? CompletionItemKind.Enum : CompletionItemKind.Class,
        ...(detail && { detail }),
        filterText: names.join(' '),
      });
    }
  }
  return items;
}

function leaders(open: OpenNotice): CompletionItem[] {
  const counts = count(open.notice, (role) => role === 'leader', 'leader');
  const items: CompletionItem[] = [...counts].map(([label]) => ({ label, kind: CompletionItemKind.Constant }));
  for (const leader of open.registry.value.leaders) {
    const detail = leader.titles.join('、');
    const known = items.find((item) => item.label === leader.name);
    if (known) known.detail = detail;
    else items.push({ label: leader.name, kind: CompletionItemKind.Constant, detail });
  }
  return items;
}

function count(notice: Notice, wants: (role: Role) => boolean, first: Role): [string, number][] {
  const counts = new Map<string, number>();
  for (const { name, field } of namesOf(notice)) {
    if (wants(field.role)) counts.set(name.text, (counts.get(name.text) ?? 0) + (field.role === first ? 1000 : 1));
  }
  return [...counts].sort((a, b) => b[1] - a[1]);
}
