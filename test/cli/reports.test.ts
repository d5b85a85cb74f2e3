/** What lint prints in each of its formats. Long, for each format has its own reader. */
import { describe, expect, it } from 'vitest';
import { located } from '../../server/cli/located.ts';
import { REPORT_FORMATS, reportIn } from '../../server/cli/reports/index.ts';
import type { Run } from '../../server/cli/reports/report.ts';
import { RULES } from '../../server/rules/index.ts';
import type { Finding } from '../../server/rules/rule.ts';
import { run } from '../support/cli.ts';
import { bytesAt, faultsByJsonSchema, faultsOfXml, readWorkflowCommands, readXml, textAt } from './report-readers.ts';

/** A character beyond the first plane stands before a finding: columns in UTF-16 units, characters and bytes differ. */
const TEXT = '一、产业发展\n1.建设𠮷田,园区。\n牵头单位：县发改委。\n牵头单位：县发改委。\n';

/** All that one format or the other must escape. */
const NASTY = '100%：<县> & "办" \'x\' ]]> ::end:: a,b\n第二行\u0001\ud800';

function finding(text: string, rule: string, more: Partial<Finding> = {}, from = 0): Finding {
  const start = TEXT.indexOf(text, from);
  return {
    rule,
    severity: 'warning',
    range: { start, end: start + text.length },
    message: { zh: `“${text}”有误`, en: `${text} is wrong` },
    fixes: [],
    ...more,
  };
}

const comma = TEXT.indexOf(',');
const FINDINGS: readonly Finding[] = [
  finding(',', 'punctuation-half-width', {
    fixes: [
      {
        title: { zh: '改为“，”', en: 'Change to ，' },
        safe: true,
        edits: [{ range: { start: comma, end: comma + 1 }, text: '，' }],
      },
    ],
  }),
  finding('田,园区。\n牵头', 'text-unclosed', { severity: 'info' }),
  finding('县发改委', 'unit-unknown', { severity: 'error', message: { zh: NASTY, en: NASTY } }),
  finding('县发改委', 'unit-unknown', { severity: 'error' }, TEXT.lastIndexOf('牵头')),
];

/** What the tests look at, as the schemas have it. */
interface SarifResult {
  readonly locations: readonly [
    {
      physicalLocation: { region: Record<'startLine' | 'startColumn' | 'endLine' | 'endColumn', number> };
    },
  ];
  readonly partialFingerprints: Readonly<Record<string, string>>;
}
interface RdRange {
  readonly start: Record<string, number>;
  readonly end: Record<string, number>;
}
interface RdDiagnostic {
  readonly location: { readonly range: RdRange };
  readonly severity: string;
}
interface Suggestion {
  readonly range: RdRange;
  readonly text: string;
}

const FILE = '通知/云溪县 100%<&"\'>,:.notice';
const RUN: Run = {
  files: [
    { file: FILE, findings: located(TEXT, FINDINGS) },
    { file: '通知/清白.notice', findings: [] },
  ],
  troubles: [],
  known: 0,
  version: '0.1.0',
  coloured: false,
};
const EMPTY: Run = { ...RUN, files: [] };
const TROUBLED: Run = { ...RUN, troubles: [{ zh: `“乙.notice”不是文本${NASTY}`, en: 'no text' }] };
const RUNS = [RUN, EMPTY, TROUBLED];

async function print(format: (typeof REPORT_FORMATS)[number], run = RUN): Promise<string> {
  return (await reportIn(format))(run);
}

describe('each format', () => {
  it.each(REPORT_FORMATS)('%s ends its last line, and is the same each time', async (format) => {
    for (const run of RUNS) {
      const text = await print(format, run);
      expect(text === '' || text.endsWith('\n')).toBe(true);
      expect(await print(format, run)).toBe(text);
      // No control character reaches a terminal.
      expect(text).not.toMatch(/[\u0000-\u0008\u000b-\u001f]/);
    }
  });
});

describe('sarif', () => {
  it('is valid by the schema of the standard', async () => {
    for (const run of RUNS) expect(faultsByJsonSchema(await print('sarif', run), 'sarif-2.1.0.json')).toEqual([]);
  });

  it('says that columns are UTF-16 units, and gives such', async () => {
    const [{ columnKind, results }] = JSON.parse(await print('sarif')).runs;
    expect(columnKind).toBe('utf16CodeUnits');
    const found = results.map(({ locations }: SarifResult) => {
      const { startLine, startColumn, endLine, endColumn } = locations[0].physicalLocation.region;
      return textAt(TEXT, startLine, startColumn, endLine, endColumn);
    });
    expect(found).toEqual([',', '田,园区。\n牵头', '县发改委', '县发改委']);
  });

  it('gives fixes that mend the text, rules with help, and paths as addresses', async () => {
    const [{ tool, results, artifacts }] = JSON.parse(await print('sarif')).runs;
    const [{ artifactChanges }] = results[0].fixes;
    const [{ deletedRegion, insertedContent }] = artifactChanges[0].replacements;
    const { startLine, startColumn, endLine, endColumn } = deletedRegion;
    expect(textAt(TEXT, startLine, startColumn, endLine, endColumn)).toBe(',');
    expect(insertedContent.text).toBe('，');
    expect(tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual(RULES.map(({ id }) => id));
    for (const result of results) expect(tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId);
    for (const rule of tool.driver.rules) expect(rule.help.text).toMatch(/[\u4e00-\u9fff][\s\S]*[a-z]/);
    for (const { location } of artifacts) expect(location.uri).toMatch(/^[\w%./()'~!*-]+$/);
    expect(decodeURIComponent(results[0].locations[0].physicalLocation.artifactLocation.uri)).toBe(FILE);
  });

  it('knows a finding again by its fingerprint when lines are put in, and no two by one', async () => {
    const before = JSON.parse(await print('sarif')).runs[0].results;
    const prints = before.map(({ partialFingerprints }: SarifResult) => partialFingerprints['tasknotice/v1']);
    expect(new Set(prints).size).toBe(prints.length);
    const moved = FINDINGS.map((one) => ({ ...one, range: { start: one.range.start + 3, end: one.range.end + 3 } }));
    const run = { ...RUN, files: [{ file: FILE, findings: located(`甲\n\n${TEXT}`, moved) }] };
    const after = JSON.parse(await print('sarif', run)).runs[0].results;
    expect(after.map(({ partialFingerprints }: SarifResult) => partialFingerprints['tasknotice/v1'])).toEqual(prints);
  });

  it('says what could not be checked', async () => {
    const [{ invocations }] = JSON.parse(await print('sarif', TROUBLED)).runs;
    expect(invocations[0].executionSuccessful).toBe(false);
    expect(invocations[0].toolExecutionNotifications[0].message.text).toContain('乙.notice');
  });
});

describe('rdjson', () => {
  it('is valid by reviewdog’s schema', async () => {
    for (const run of RUNS) expect(faultsByJsonSchema(await print('rdjson', run), 'rdjson.json')).toEqual([]);
  });

  it('counts columns in bytes of UTF-8, in suggestions too', async () => {
    const { diagnostics } = JSON.parse(await print('rdjson'));
    const at = ({ start, end }: { start: Record<string, number>; end: Record<string, number> }) =>
      bytesAt(TEXT, start.line!, start.column!, end.line!, end.column!);
    expect(diagnostics.map(({ location }: RdDiagnostic) => at(location.range))).toEqual([
      ',',
      '田,园区。\n牵头',
      '县发改委',
      '县发改委',
    ]);
    expect(diagnostics[0].suggestions.map(({ range, text }: Suggestion) => [at(range), text])).toEqual([[',', '，']]);
    expect(diagnostics[0].location.path).toBe(FILE);
    expect(diagnostics.map(({ severity }: RdDiagnostic) => severity)).toEqual(['WARNING', 'INFO', 'ERROR', 'ERROR']);
  });
});

describe('junit', () => {
  it('is valid by Jenkins’ schema', async () => {
    for (const run of RUNS) expect(await faultsOfXml(await print('junit', run), 'junit-10.xsd')).toEqual([]);
  });

  it('has a case a finding, one that passes for a clean file, and sums that are right', async () => {
    const { attributes, children } = readXml(await print('junit', TROUBLED));
    expect(attributes).toMatchObject({ tests: '6', failures: '3', errors: '1' });
    const [file, clean, trouble] = children;
    expect(file!.attributes).toMatchObject({ name: FILE, tests: '4', failures: '3', errors: '0' });
    expect(file!.children.map(({ children: [inside] }) => inside!.name)).toEqual([
      'failure',
      'system-out',
      'failure',
      'failure',
    ]);
    expect(clean!.children.map(({ children: inside }) => inside)).toEqual([[]]);
    expect(trouble!.children[0]!.children[0]!.name).toBe('error');
  });

  it('keeps every character that XML can hold', async () => {
    const { children } = readXml(await print('junit'));
    const failure = children[0]!.children[2]!.children[0]!;
    expect(failure.attributes.message).toBe(`${NASTY} / ${NASTY}`.replace(/[\u0001\ud800]/g, ''));
    expect(failure.text).toContain(NASTY.replace(/[\u0001\ud800]/g, ''));
  });
});

describe('checkstyle', () => {
  it('is well-formed, with the files, places, severities and rules', async () => {
    for (const run of RUNS) expect(await faultsOfXml(await print('checkstyle', run))).toEqual([]);
    const { name, children } = readXml(await print('checkstyle'));
    expect(name).toBe('checkstyle');
    expect(children.map(({ attributes }) => attributes.name)).toEqual([FILE, '通知/清白.notice']);
    expect(children[0]!.children.map(({ attributes }) => attributes)).toMatchObject([
      { line: '2', column: '8', severity: 'warning', source: 'tasknotice.punctuation-half-width' },
      { line: '2', column: '7', severity: 'info' },
      { line: '3', column: '6', severity: 'error', message: `${NASTY} / ${NASTY}`.replace(/[\u0001\ud800]/g, '') },
      { line: '4', column: '6', severity: 'error' },
    ]);
  });
});

describe('github', () => {
  it('has a command a finding that the runner reads', async () => {
    const commands = readWorkflowCommands(await print('github', TROUBLED));
    expect(commands.map(({ command }) => command)).toEqual(['warning', 'notice', 'error', 'error', 'error']);
    expect(commands[0]!.properties).toEqual({
      file: FILE,
      line: '2',
      col: '8',
      endLine: '2',
      endColumn: '9',
      title: 'punctuation-half-width',
    });
    expect(commands[1]!.properties).toEqual({ file: FILE, line: '2', endLine: '3', title: 'text-unclosed' });
    expect(commands[2]!.message).toContain('100%：<县> & "办"');
    expect(commands[2]!.message).toContain('::end:: a,b\n第二行');
  });
});

describe('codequality', () => {
  it('has what GitLab asks for, and no fingerprint twice', async () => {
    const issues = JSON.parse(await print('codequality'));
    expect(issues).toHaveLength(4);
    for (const issue of issues) {
      expect(issue.description).toMatch(/./);
      expect(issue.check_name).toMatch(/^[a-z-]+$/);
      expect(issue.fingerprint).toMatch(/^[0-9a-f]{32}$/);
      expect(['info', 'minor', 'major', 'critical', 'blocker']).toContain(issue.severity);
      expect(issue.location.path).toBe(FILE);
      expect(issue.location.lines.begin).toBeGreaterThan(0);
    }
    expect(new Set(issues.map(({ fingerprint }: { fingerprint: string }) => fingerprint)).size).toBe(4);
    expect(JSON.parse(await print('codequality', EMPTY))).toEqual([]);
  });
});

describe('compact', () => {
  it('is a line a finding', async () => {
    const lines = (await print('compact')).trimEnd().split('\n');
    expect(lines).toHaveLength(4);
    expect(lines[0]).toBe(`${FILE}:2:8: warning: “,”有误 / , is wrong [punctuation-half-width]`);
  });
});

describe('json', () => {
  it('has places and edits', async () => {
    const [{ findings }, clean] = JSON.parse(await print('json'));
    expect(clean).toEqual({ file: '通知/清白.notice', findings: [] });
    expect(findings[0]).toEqual({
      rule: 'punctuation-half-width',
      severity: 'warning',
      message: '“,”有误 / , is wrong',
      line: 2,
      column: 8,
      endLine: 2,
      endColumn: 9,
      fixes: [
        {
          title: '改为“，” / Change to ，',
          safe: true,
          edits: [{ line: 2, column: 8, endLine: 2, endColumn: 9, text: '，' }],
        },
      ],
    });
  });
});

describe('stylish', () => {
  it('counts by severity, what can be mended, and what a baseline knows', async () => {
    const text = await print('stylish', { ...RUN, known: 3 });
    expect(text).toContain('共 4 个问题：2 个错误，1 个警告，1 个提示；1 个有现成的改法，其中 1 个可用 --fix 直接改\n');
    expect(text).toContain('4 problems: 2 errors, 1 warning, 1 info; 1 with a fix, 1 of them by --fix\n');
    expect(text).toContain('另有 3 个问题在基线里');
    expect(text).not.toContain('清白');
  });

  it('is coloured where asked, and says the same without colours', async () => {
    const plain = await print('stylish');
    const coloured = await print('stylish', { ...RUN, coloured: true });
    expect(coloured).toContain('\u001b[31m错误\u001b[0m');
    expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(plain);
  });
});

describe('what the tool says of the examples', () => {
  const lint = async (format: string) =>
    (await run(['lint', 'examples', '--preset', 'strict', '--format', format])).stdout;

  it('is valid in each format that has a schema', async () => {
    expect(faultsByJsonSchema(await lint('sarif'), 'sarif-2.1.0.json')).toEqual([]);
    expect(faultsByJsonSchema(await lint('rdjson'), 'rdjson.json')).toEqual([]);
    expect(await faultsOfXml(await lint('junit'), 'junit-10.xsd')).toEqual([]);
    expect(await faultsOfXml(await lint('checkstyle'))).toEqual([]);
  });

  it('is as much in each format', async () => {
    const { length } = (JSON.parse(await lint('json')) as { findings: unknown[] }[]).flatMap(
      ({ findings }) => findings,
    );
    expect(length).toBeGreaterThan(4);
    expect(JSON.parse(await lint('sarif')).runs[0].results).toHaveLength(length);
    expect(JSON.parse(await lint('rdjson')).diagnostics).toHaveLength(length);
    expect(JSON.parse(await lint('codequality'))).toHaveLength(length);
    expect((await lint('compact')).trimEnd().split('\n')).toHaveLength(length);
    expect(readWorkflowCommands(await lint('github'))).toHaveLength(length);
    const files = readXml(await lint('checkstyle')).children;
    expect(files.flatMap(({ children }) => children)).toHaveLength(length);
  });
});
