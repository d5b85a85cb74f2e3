import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Name } from '../../server/model/notice.ts';
import { readNotice } from '../../server/model/read.ts';
import { type Counted, countNames, inferRegistry, similarUnits } from '../../server/registry/infer.ts';
import { parseRegistry } from '../../server/registry/registry.ts';
import { resolve } from '../../server/registry/resolve.ts';
import { hasRealNotices, realNotice } from '../support/shared.ts';
import { secondsOf } from './marks.ts';

const folder = new URL('inferred/', import.meta.url);
const read = (name: string) => readNotice(readFileSync(new URL(name, folder), 'utf8'));

function name(text: string, more: Partial<Name> = {}): Name {
  return { text, range: { start: 0, end: text.length }, base: text, second: [], annex: false, group: false, ...more };
}

/** A notice whose tasks have one list of responsible units each. */
function notice(lists: readonly (readonly Name[])[], issuer?: string): Counted {
  const duty = { leaders: [], leadUnits: [], supportUnits: [], inherited: [] };
  return {
    head: { recipients: [], ...(issuer && { issuer: { text: issuer, range: { start: 0, end: issuer.length } } }) },
    tasks: lists.map((units) => ({ duty: { ...duty, units } }) as unknown as Counted['tasks'][number]),
  };
}

describe('a registry proposed from notices', () => {
  it.each(readdirSync(folder).filter((file) => file.endsWith('.notice')))('%s', async (file) => {
    const { text, registry, doubtful } = inferRegistry([read(file)]);
    expect(registry.problems).toEqual([]);
    expect(parseRegistry(text).records.map(({ name }) => name)).toEqual(registry.records.map(({ name }) => name));
    expect(doubtful.every(({ like }) => registry.units.some((unit) => unit.name === like))).toBe(true);
    await expect(text).toMatchFileSnapshot(fileURLToPath(new URL(file.replace('.notice', '.registry'), folder)));
  });

  it('knows every name that the notices use for a unit, but the doubtful ones', () => {
    const notices = ['field-lines.notice', 'elided-lists.notice'].map(read);
    for (const one of notices) {
      const { registry, doubtful } = inferRegistry([one]);
      for (const { duty } of one.tasks) {
        for (const list of [duty.leadUnits, duty.supportUnits, duty.units]) {
          list.forEach((unit, index) => {
            const found = resolve(registry, unit, { previous: list.slice(0, index).map(({ text }) => text) });
            if (doubtful.some((doubt) => doubt.name.endsWith(unit.text))) return;
            expect(found.kind, unit.text).not.toMatch(/unknown|ambiguous/);
          });
        }
      }
    }
  });

  it('is of several places at once', () => {
    const { registry } = inferRegistry(['field-lines.notice', 'elided-lists.notice'].map(read));
    expect(registry.problems).toEqual([]);
    expect(registry.places.map(({ name }) => name)).toEqual(['云溪县', '白河县'].sort());
    const { unit } = resolve(registry, '县财政局', { place: '白河县' });
    expect([unit?.name, resolve(registry, '县财政局').kind]).toEqual(['白河县财政局', 'ambiguous']);
    const levels = inferRegistry([
      notice([[name('市财政局'), name('临澜市公安局')]], '临澜市人民政府'),
      notice([[name('县财政局'), name('公安局'), name('教育局'), name('县公安局')]], '云溪县人民政府'),
    ]).registry;
    expect(levels.places.map(({ name }) => name)).toEqual(['临澜市', '云溪县']);
    expect(levels.units.map(({ name }) => name).sort()).toEqual(
      ['县公安局', '县教育局', '县财政局', '市公安局', '市财政局'].sort(),
    );
  });

  it('of none is empty', () => {
    const { registry, doubtful } = inferRegistry([]);
    expect([registry.records, registry.problems, doubtful]).toEqual([[], [], []]);
  });

  it('says where the place is not known, or takes the one that is given', () => {
    const lists = [[name('县发改委'), name('县财政局')]];
    expect(inferRegistry([notice(lists)]).text).toContain('地区：本地（县）');
    expect(inferRegistry([notice(lists, '临澜市云溪县人民政府办公室')]).text).toContain('地区：云溪县（县）');
    expect(inferRegistry([notice(lists)], { place: { name: '白河县', prefix: '县' } }).text).toContain(
      '地区：白河县（县）',
    );
    expect(inferRegistry([notice([[name('教育部'), name('财政部')]], '国务院')]).registry.places).toEqual([]);
  });

  it('takes whatever a notice has for names', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1 }),
      fc.stringMatching(/^[县市云溪财政局公安（）()、，：:／/ \n以下简称各成员单位]{1,12}$/),
    );
    const list = fc.array(
      fc.record({ text, group: fc.boolean(), annex: fc.boolean() }).map((odd) => name(odd.text, odd)),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(fc.array(list, { maxLength: 6 }), fc.option(text, { nil: undefined }), (lists, issuer) => {
        const { text: written, registry } = inferRegistry([notice(lists, issuer)]);
        expect(registry.problems, written).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('of 10,000 names takes moments', () => {
    const lists = Array.from({ length: 5000 }, (_, i) => [name(`县第${i}产业发展局`), name(`县第${i}工作办公室`)]);
    let units = 0;
    expect(secondsOf(() => (units = inferRegistry([notice(lists)]).registry.units.length))).toBeLessThan(15);
    expect(units).toBeGreaterThan(9000);
  });
});

describe('counting', () => {
  it('completes names where the notice says a prefix once for a list', () => {
    const counts = countNames([read('elided-lists.notice')]);
    expect(Object.fromEntries(counts.units)).toMatchObject({
      县财政局: 2,
      县园林绿化服务中心: 1,
      柳湾镇: 1,
      供电公司: 1,
      县住建局: 1,
    });
    expect(counts.places).toEqual([{ name: '白河县', prefix: '县' }]);
    expect([...counts.groups]).toEqual([
      ['各镇街', 2],
      ['相关镇街', 1],
    ]);
    expect([...counts.completed].find(([printed]) => printed.text === '园林绿化服务中心')?.[1]).toBe(
      '县园林绿化服务中心',
    );
  });

  it('takes a missing prefix for a slip where the notice otherwise says each', () => {
    const counts = countNames([read('field-lines.notice')]);
    expect(counts.units.get('开发区管委会')).toBe(1);
    expect([...counts.aliases]).toEqual([['县开发区管委会', '云溪经济开发区管理委员会']]);
    expect([...counts.leaders].map(([leader, { count }]) => [leader, count])).toEqual([
      ['林知远', 3],
      ['沈若兰', 3],
    ]);
  });

  it('counts a list that a heading passes on once', () => {
    const units = [name('县发改委'), name('县财政局')];
    expect([...countNames([notice([units, units, [...units, name('县公安局')]])]).units.values()]).toEqual([1, 1, 1]);
  });
});

describe.runIf(hasRealNotices)('the real notices', () => {
  it.each([
    ['000', '青阳县', ['开发区管委会 → 县开发区管委会']],
    ['001', '繁昌区', ['区住房和城乡建设局 → 区住房城乡建设局']],
    ['003', '金乡县', []],
    ['004', '界首市', []],
  ])('%s: %s, variants %j', (id, place, variants) => {
    const read = readNotice(realNotice(id).text);
    const { registry, doubtful } = inferRegistry([read]);
    expect(registry.problems).toEqual([]);
    expect(registry.places.map(({ name }) => name)).toEqual([place]);
    expect(doubtful).toEqual([]);
    expect(similarUnits(countNames([read]).units).map(({ name, like }) => `${name} → ${like}`)).toEqual(variants);
  });
});
