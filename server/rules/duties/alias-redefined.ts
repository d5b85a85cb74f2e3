import { absolute } from '../../model/notice.ts';
import { nameKey } from '../../registry/names.ts';
import { defineRule, type Report, type Words } from '../rule.ts';
import { type Definition, definitionsIn, definitionsOf, mayBeOne, type PlacedDefinition } from './alias-definitions.ts';

export default defineRule({
  id: 'alias-redefined',
  since: '0.1.0',
  severity: 'warning',
  looksAt: 'notice',
  presets: { published: 'info' },
  what: {
    zh: '同一个简称定义了两次，或一个单位定了两个简称。',
    en: 'A short name is defined twice, or one name is given two.',
  },
  why: {
    zh: '一个简称指两家，任务不知派给谁；一家两个简称，读者以为是两家。',
    en: 'Where a short name stands for two units, nobody knows who is meant; one unit with two looks like two.',
  },
  mend: { zh: '只在第一次出现时定义一次，全文用一个简称。', en: 'Define it once, where the name first stands.' },
  bad: [
    '1.推进甲园建设。\n责任单位：云溪高新技术产业开发区管委会（以下简称高新区管委会）。\n2.推进乙园建设。\n责任单位：云溪高新技术产业开发区管委会（以下简称«高新区管委会»）。\n',
    '1.推进甲园建设。\n责任单位：云溪高新技术产业开发区管委会（以下简称管委会）。\n2.推进乙园建设。\n责任单位：云溪湖风景名胜区管委会（以下简称«管委会»）。\n',
    '1.推进甲园建设。\n责任单位：云溪高新技术产业开发区管委会（以下简称高新区管委会）。\n2.推进乙园建设。\n责任单位：云溪高新技术产业开发区管委会（以下简称«高新区»）。\n',
  ],
  good: [
    '1.推进甲园建设。\n责任单位：云溪高新技术产业开发区管委会（以下简称高新区管委会）。\n2.推进乙园建设。\n责任单位：高新区管委会。\n',
    '1.推进甲园建设。\n责任单位：云溪高新技术产业开发区管委会（以下简称高新区管委会）、云溪湖风景名胜区管委会（以下简称景区管委会）。\n',
  ],
  fix: 'ask',
  summarize: definitionsIn,
  check({ notice, summaryOf }, report) {
    const byAlias = new Map<string, PlacedDefinition>();
    const byName = new Map<string, PlacedDefinition>();
    for (const definition of definitionsOf(notice, summaryOf)) {
      const [alias, name] = [definition.alias, definition.name].map(
        (text) => `${definition.document} ${nameKey(text)}`,
      ) as [string, string];
      const before = byAlias.get(alias);
      const other = definition.together || definition.name.length < 4 ? undefined : byName.get(name);
      if (before) report(place(definition, before.name, again(before, definition)));
      else if (other && !other.together) report(place(definition, undefined, two(other, definition)));
      if (!before) byAlias.set(alias, definition);
      if (!other) byName.set(name, definition);
    }

    function place(definition: PlacedDefinition, same: string | undefined, message: Words): Report {
      const { part, range, bracket, alias } = definition;
      const fix = {
        title: { zh: `删去这里的“以下简称${alias}”`, en: 'Delete the second definition' },
        safe: false,
        edits: [{ range: absolute(notice, part, bracket), text: '' }],
      };
      const repeats = same !== undefined && mayBeOne(same, definition.name);
      return { range: absolute(notice, part, range), message, ...(repeats && { fixes: [fix] }) };
    }
  },
});

function again(before: Definition, { alias, name }: Definition): Words {
  return mayBeOne(before.name, name)
    ? {
        zh: `“${alias}”前面已经定义过，这里请删去括号，直接用简称。`,
        en: `${alias} is defined before. Delete the bracket and use the short name.`,
      }
    : {
        zh: `“${alias}”前面已用作“${before.name}”的简称，这里又指“${name}”。请换一个简称。`,
        en: `${alias} stands for ${before.name} already, and here for ${name}. Use another short name.`,
      };
}

function two(before: Definition, { alias, name }: Definition): Words {
  return {
    zh: `“${name}”前面已简称“${before.alias}”，这里又简称“${alias}”。请统一。`,
    en: `${name} was shortened to ${before.alias} before, and here to ${alias}. Use one short name.`,
  };
}
