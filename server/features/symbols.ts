/** The outline in the editor: headings and tasks, with the lead units as detail. */
import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver-types';
import { absolute, type Entry } from '../model/notice.ts';
import { leadsOf } from './outline.ts';
import { toLsp } from './positions.ts';
import type { OpenNotice, OpenRegistry } from './workspace.ts';

/** Longer texts make the outline wrap or vanish. */
const LONGEST = 40;

export function noticeSymbols({ notice, lines }: OpenNotice): DocumentSymbol[] {
  const symbol = (entry: Entry): DocumentSymbol => {
    const own = absolute(notice, entry.part, { start: 0, end: Math.max(entry.item.end, 1) });
    const children = entry.children.map(symbol);
    const end = children.at(-1)?.range.end;
    const range = toLsp(lines, own);
    return {
      name: shortened(`${entry.number?.text ?? ''}${entry.item.text}`) || '·',
      detail: (entry.task ? leadsOf(entry.task.duty) : []).map((name) => name.text).join('、'),
      kind: entry.task ? SymbolKind.Event : SymbolKind.Namespace,
      range: end ? { start: range.start, end } : range,
      selectionRange: entry.number
        ? toLsp(lines, absolute(notice, entry.part, entry.number.range))
        : { start: range.start, end: range.start },
      children,
    };
  };
  return notice.outline.filter((entry) => entry.zone === 'plan').map(symbol);
}

function shortened(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

const REGISTRY_KINDS = {
  place: SymbolKind.Namespace,
  unit: SymbolKind.Class,
  group: SymbolKind.Enum,
  leader: SymbolKind.Constant,
} as const;

export function registrySymbols({ registry, lines }: OpenRegistry): DocumentSymbol[] {
  return registry.records.map((record) => ({
    name: record.name || '·',
    detail:
      record.kind === 'leader'
        ? record.titles.join('、')
        : record.names
            .slice(1)
            .map((mention) => mention.text)
            .join('、'),
    kind: REGISTRY_KINDS[record.kind],
    range: toLsp(lines, record.range),
    selectionRange: toLsp(lines, record.names[0]?.range ?? { start: record.range.start, end: record.range.start }),
    children: [],
  }));
}
