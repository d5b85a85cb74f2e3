import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  type BaselineEntry,
  keysOf,
  parseBaseline,
  pathFrom,
  printBaseline,
  withAdded,
  withoutKnown,
  withoutStale,
} from '../../server/project/baseline.ts';
import { run, temporary } from '../support/cli.ts';
import { GAP } from '../support/gap.ts';

const TEXT = `一、产业发展
1.开工冷链物流园，
牵头单位：县发改局。
2.建成标准厂房，
牵头单位：县发改局。
`;
const STARTS = [0, TEXT.indexOf('1.'), TEXT.indexOf('2.')];

/** Findings at each place of a text. */
function at(text: string, found: string, rule = 'unit-variant') {
  return [...text.matchAll(new RegExp(found, 'g'))].map(({ index }) => ({
    rule,
    range: { start: index, end: index + found.length },
  }));
}

function entries(text = TEXT, starts = STARTS): BaselineEntry[] {
  return withAdded([], keysOf(at(text, '县发改局'), text, starts));
}

describe('what a finding is known by', () => {
  it('is its rule, its text, its line and its task, without numbers and blanks', () => {
    expect(keysOf([...at(TEXT, '县发改局'), ...at(TEXT, '2.', 'numbering-gap')], TEXT, STARTS)).toEqual([
      { rule: 'unit-variant', task: '开工冷链物流园，', line: '牵头单位：县发改局。', text: '县发改局' },
      { rule: 'unit-variant', task: '建成标准厂房，', line: '牵头单位：县发改局。', text: '县发改局' },
      { rule: 'numbering-gap', line: '建成标准厂房，', text: '' },
    ]);
  });

  it('does not change when lines are put in, numbers or blanks change, or line ends do', () => {
    const keys = keysOf(at(TEXT, '县发改局'), TEXT, STARTS);
    const before = `新的一段。\n\n${TEXT}`;
    const starts = [0, ...STARTS.map((start) => start + 7)];
    expect(keysOf(at(before, '县发改局'), before, starts)).toEqual(keys);
    const renumbered = TEXT.replace('1.', '（十一）').replace('2.', '　　⑫');
    const marks = [0, renumbered.indexOf('（'), renumbered.indexOf('　')];
    expect(keysOf(at(renumbered, '县发改局'), renumbered, marks)).toEqual(keys);
    const crlf = TEXT.replaceAll('\n', '\r\n');
    const places = [0, crlf.indexOf('1.'), crlf.indexOf('2.')];
    expect(keysOf(at(crlf, '县发改局'), crlf, places)).toEqual(keys);
  });

  it('stays short however long the line is', () => {
    const long = `${'推进'.repeat(500)}县发改局${'建设'.repeat(500)}`;
    const [key] = keysOf(at(long, '县发改局'), long, [0]);
    expect(key!.line.length).toBeLessThan(40);
    expect(key!.line).toMatch(/^推进.*….*建设$/);
  });
});

describe('a baseline', () => {
  it('puts aside what it knows, so many times, and tells what is stale', () => {
    const keys = keysOf(at(TEXT, '县发改局'), TEXT, STARTS);
    expect(withoutKnown(['a', 'b'], keys, entries())).toEqual({ left: [], known: 2, stale: [] });
    const twice = [keys[0]!, keys[0]!];
    const { left, known, stale } = withoutKnown(['a', 'b'], twice, entries());
    expect([left, known, stale.map(({ task }) => task)]).toEqual([['b'], 1, ['建成标准厂房，']]);
  });

  it('does not call stale what was not looked for', () => {
    expect(withoutKnown([], [], entries(), () => false).stale).toEqual([]);
  });

  it('grows by what is new and shrinks by what is stale, each on its own', () => {
    const keys = keysOf(at(TEXT, '县发改局'), TEXT, STARTS);
    const grown = withAdded(entries(), [keys[0]!, keys[0]!]);
    expect(grown.map(({ count }) => count).sort()).toEqual([1, 2]);
    const { stale } = withoutKnown(['b'], [keys[1]!], grown);
    expect(withoutStale(grown, stale)).toEqual([{ ...keys[1]!, count: 1 }]);
  });

  it('is read as it was written, sorted, an entry a line', () => {
    const baseline = new Map([
      ['乙.notice', entries()],
      ['甲/"甲".notice', entries().toReversed()],
      ['空.notice', []],
    ]);
    const text = printBaseline(baseline);
    const read = parseBaseline(text);
    expect(read.problems).toEqual([]);
    expect([...read.baseline.keys()]).toEqual(['乙.notice', '甲/"甲".notice']);
    expect(read.baseline.get('乙.notice')).toEqual(read.baseline.get('甲/"甲".notice'));
    expect(printBaseline(read.baseline)).toBe(text);
    expect(text.split('\n').filter((line) => line.includes('县发改局'))).toHaveLength(4);
    expect(printBaseline(new Map())).toBe('{\n  "version": 1,\n  "files": {}\n}\n');
  });

  it.each([
    ['no JSON', '{'],
    ['no object', '[]'],
    ['another version', '{ "version": 2, "files": {} }'],
    ['an entry without a rule', '{ "version": 1, "files": { "a": [{ "line": "", "text": "", "count": 1 }] } }'],
    ['no list', '{ "version": 1, "files": { "a": 1 } }'],
    ['a count of nothing', '{ "version": 1, "files": { "a": [{ "rule": "x", "line": "", "text": "", "count": 0 }] } }'],
  ])('with %s is a problem, and never throws', (_, text) => {
    expect(parseBaseline(text).problems).toHaveLength(1);
  });

  it('names a file from where it stands', () => {
    const base = 'file:///office/%E5%BA%95/baseline.json';
    expect(pathFrom(base, 'file:///office/%E5%BA%95/a.notice')).toBe('a.notice');
    expect(pathFrom(base, 'file:///office/%E5%BA%95/%E7%94%B2/a.notice')).toBe('甲/a.notice');
    expect(pathFrom(base, 'file:///office/%E6%96%B0/a%zz.notice')).toBe('../新/a%zz.notice');
  });
});

const NOTICE = GAP;

describe('lint with a baseline', () => {
  const lint = (folder: string, ...args: string[]) => run(['lint', '--rule', 'numbering-*', ...args], { cwd: folder });

  it('says nothing of what is known, and all of what is new', async () => {
    const folder = temporary();
    const file = path.join(folder, '旧/a.notice');
    mkdirSync(path.dirname(file));
    writeFileSync(file, NOTICE);
    const written = await lint(folder, '--baseline', '基线.json', '--update-baseline');
    expect([written.code, written.stderr]).toEqual([0, expect.stringContaining('记入 1 个')]);
    expect(written.stdout).toContain('另有 1 个问题在基线里');
    const baseline = readFileSync(path.join(folder, '基线.json'), 'utf8');
    expect(Object.keys(JSON.parse(baseline).files)).toEqual(['旧/a.notice']);
    // A chapter is put in before it, and the list is numbered anew.
    const moved = NOTICE.replace('一、产', '一、总则\n认真落实。\n\n二、产').replace('4.', '5.');
    writeFileSync(file, moved);
    expect((await lint(folder, '--baseline', '基线.json')).code).toBe(0);
    writeFileSync(file, `${moved}9.办好展会。\n牵头单位：县商务局。\n`);
    const more = await lint(folder, '--baseline', '基线.json', '--format', 'compact');
    expect(more.code).toBe(1);
    expect(more.stdout.trim().split('\n')).toHaveLength(1);
    expect(more.stdout).toContain('“9.”');
    expect(readFileSync(path.join(folder, '基线.json'), 'utf8')).toBe(baseline);
  });

  it('is named by the configuration, told of what is stale, and pruned on request only', async () => {
    const folder = temporary();
    writeFileSync(path.join(folder, 'a.notice'), NOTICE);
    writeFileSync(path.join(folder, 'b.notice'), NOTICE);
    writeFileSync(path.join(folder, 'tasknotice.json'), '{ "baseline": "基线.json" }');
    const missing = await lint(folder, 'a.notice');
    expect([missing.code, missing.stderr]).toEqual([2, expect.stringContaining('基线.json')]);
    await lint(folder, '--update-baseline');
    const grown = readFileSync(path.join(folder, '基线.json'), 'utf8');
    writeFileSync(path.join(folder, 'a.notice'), NOTICE.replace('4.', '3.'));
    rmSync(path.join(folder, 'b.notice'));
    const stale = await lint(folder);
    expect([stale.code, stale.stderr]).toEqual([0, expect.stringContaining('1 个问题已不再出现')]);
    await lint(folder, '--update-baseline');
    expect(readFileSync(path.join(folder, '基线.json'), 'utf8')).toBe(grown);
    const other = await run(['lint', '--rule', 'unit-*', '--prune-baseline', 'a.notice'], { cwd: folder });
    expect(other.stderr).toContain('清理 1 个');
    const pruned = await lint(folder, '--prune-baseline');
    expect(pruned.stderr).toContain('清理 1 个');
    expect(JSON.parse(readFileSync(path.join(folder, '基线.json'), 'utf8')).files).toEqual({});
  });

  it('is not written over where it cannot be read', async () => {
    const folder = temporary();
    writeFileSync(path.join(folder, 'a.notice'), NOTICE);
    writeFileSync(path.join(folder, '基线.json'), '{ "version": 1, "files": {');
    const { code, stderr } = await lint(folder, '--baseline', '基线.json', '--update-baseline');
    expect([code, stderr]).toEqual([2, expect.stringContaining('基线.json')]);
    expect(readFileSync(path.join(folder, '基线.json'), 'utf8')).toBe('{ "version": 1, "files": {');
  });
});
