/** What is known of a name: who it is, since when, who is in charge, and how often the notice names it. */
import type { Hover } from 'vscode-languageserver-types';
import type { Role } from '../model/notice.ts';
import { membersOf, preferredName, type RegistryRecord, namesOf as registryNames } from '../registry/registry.ts';
import type { Say } from './diagnostics.ts';
import { nameAt, namesOf, ROLE_WORDS, recordOf } from './names.ts';
import { toLsp } from './positions.ts';
import type { OpenNotice } from './workspace.ts';

export function hover(open: OpenNotice, offset: number, say: Say): Hover | undefined {
  const { notice, lines, registry } = open;
  const at = nameAt(notice, offset);
  if (!at) return undefined;
  const record = recordOf(at, notice, registry.value);
  const text: string[] = [`**${plain(record?.name ?? at.name.text)}**`];
  if (record) text.push(...about(record, open, say));
  else if (registry.uris.length && !at.name.group) {
    text.push(say({ zh: '名册中没有这个名称。', en: 'Not in the registry.' }));
  }
  const counts = new Map<Role, number>();
  for (const other of namesOf(notice)) {
    if (other.name.text === at.name.text) counts.set(other.field.role, (counts.get(other.field.role) ?? 0) + 1);
  }
  const zh = [...counts].map(([role, count]) => `${ROLE_WORDS[role].zh} ${count} 项`).join('，');
  const en = [...counts].map(([role, count]) => `${ROLE_WORDS[role].en} ${count}`).join(', ');
  text.push(say({ zh: `本通知：${zh}`, en: `In this notice: ${en}` }));
  return { contents: { kind: 'markdown', value: text.join('\n\n') }, range: toLsp(lines, at.range) };
}

function about(record: RegistryRecord, open: OpenNotice, say: Say): string[] {
  const registry = open.registry.value;
  const lines: string[] = [];
  const list = (zh: string, en: string, values: readonly string[]): void => {
    if (values.length)
      lines.push(say({ zh: `${zh}：${values.map(plain).join('、')}`, en: `${en}: ${values.map(plain).join(', ')}` }));
  };
  if (record.kind === 'leader') {
    list('职务', 'Title', record.titles);
    list(
      '分管',
      'In charge of',
      record.references.filter((mention) => mention.role === 'charge').map((mention) => mention.text),
    );
    return lines;
  }
  list('简称', 'Short', registryNames(record, 'short'));
  list('别名', 'Also', registryNames(record, 'alias'));
  list('挂牌', 'Second name', registryNames(record, 'second'));
  if (record.since || record.until) {
    lines.push(
      say({
        zh: `有效：${record.since ?? ''} 至 ${record.until ?? '今'}`,
        en: `Valid: ${record.since ?? ''} to ${record.until ?? 'now'}`,
      }),
    );
  }
  if (record.kind === 'group') list('成员', 'Members', membersOf(registry, record).map(preferredName));
  if (record.kind === 'unit') {
    list('后继', 'Successor', (registry.successors.get(record) ?? []).map(preferredName));
    const leaders = registry.leaders.filter((leader) =>
      leader.references.some((mention) => registry.targets.get(mention) === record),
    );
    list(
      '分管领导',
      'Leader in charge',
      leaders.map((leader) => leader.name),
    );
  }
  return lines;
}

function plain(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|]/g, '\\$&');
}
