import { absolute, type Name } from '../../model/notice.ts';
import { nameKey } from '../../registry/names.ts';
import { resolve } from '../../registry/resolve.ts';
import { defineRule } from '../rule.ts';
import { isUnitField } from '../tally.ts';
import { definitionsIn, definitionsOf, type PlacedDefinition } from './alias-definitions.ts';

export default defineRule({
  id: 'alias-undefined',
  since: '0.1.0',
  severity: 'warning',
  looksAt: 'notice',
  presets: { published: 'info' },
  what: { zh: '简称在后面才定义，这里已经用了。', en: 'A short name is used before it is defined.' },
  why: {
    zh: '读者从前往后看，看到简称时还不知道指谁。',
    en: 'A reader meets the short name before being told whose it is.',
  },
  mend: {
    zh: '把全称和“以下简称”移到第一次出现的地方。',
    en: 'Write the full name with its short name where it first stands.',
  },
  bad: [
    '1.推进甲园建设。\n责任单位：«高新区管委会»。\n2.推进乙园建设。\n责任单位：云溪高新技术产业开发区管委会（以下简称高新区管委会）。\n3.推进丙园建设。\n责任单位：高新区管委会。\n',
  ],
  good: [
    '1.推进甲园建设。\n责任单位：云溪高新技术产业开发区管委会（以下简称高新区管委会）。\n2.推进乙园建设。\n责任单位：高新区管委会。\n',
    {
      text: '1.推进甲园建设。\n责任单位：高新区管委会。\n2.推进乙园建设。\n责任单位：云溪高新技术产业开发区管委会（以下简称高新区管委会）。\n',
      registry: '地区：云溪县（县）\n\n单位：云溪高新技术产业开发区管委会\n简称：高新区管委会\n',
    },
  ],
  fix: 'none',
  summarize: definitionsIn,
  check({ notice, registry, facts, summaryOf }, report) {
    const first = new Map<string, PlacedDefinition>();
    let last = -1;
    for (const definition of definitionsOf(notice, summaryOf)) {
      const key = nameKey(definition.alias);
      if (first.has(key) || isKnown(definition.alias)) continue;
      first.set(key, definition);
      last = definition.part;
    }
    for (const { part, item } of notice.tasks) {
      if (!first.size || part > last) break;
      for (const field of item.fields) {
        if (!isUnitField(field)) continue;
        for (const name of field.names) {
          const key = nameKey(name.base);
          const definition = first.get(key);
          if (!definition) continue;
          // One finding for a short name; after its definition it may stand anywhere.
          first.delete(key);
          if (isBefore(part, name, definition))
            report({
              range: absolute(notice, part, name.range),
              message: {
                zh: `“${name.base}”到后面才定义（${definition.name}）。请在这里写全称并注明“以下简称${name.base}”。`,
                en: `${name.base} is only defined further down (${definition.name}). Write the full name and define it here.`,
              },
            });
        }
      }
    }

    /** The registry knows it by this name: nothing needs to be defined. */
    function isKnown(alias: string): boolean {
      if (!registry.names.size) return false;
      const { kind } = resolve(registry, alias, { date: facts.date, place: facts.place });
      return kind === 'exact' || kind === 'second-name' || kind === 'group';
    }
  },
});

function isBefore(part: number, { range }: Name, definition: PlacedDefinition): boolean {
  return part < definition.part || (part === definition.part && range.end <= definition.bracket.start);
}
