/** SARIF 2.1.0, which code hosts and editors read. Columns are UTF-16 units, which the file says. */
import { RULES } from '../../rules/index.ts';
import type { Example, Rule, Severity } from '../../rules/rule.ts';
import { fingerprintsOf } from './fingerprints.ts';
import { both, type FileFindings, type Located, type LocatedFix, type Place, type Run, uriPath } from './report.ts';

const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

export default function sarif({ files, troubles, version }: Run): string {
  const ids = [...new Set(files.flatMap(({ findings }) => findings.map(({ rule }) => rule)))];
  // Problems of a registry are of no rule.
  const strangers = ids.filter((id) => !RULES.some((rule) => rule.id === id)).sort();
  const rules = [...RULES.map(described), ...strangers.map((id) => ({ id }))];
  const indexes = new Map(rules.map(({ id }, index) => [id, index]));
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'tasknotice', version, semanticVersion: version, language: 'zh-CN', rules } },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: troubles.length === 0,
            toolExecutionNotifications: troubles.map((trouble) => ({
              level: 'error',
              message: { text: both(trouble) },
            })),
          },
        ],
        artifacts: files.map(({ file }) => ({ location: { uri: uriPath(file) }, sourceLanguage: 'tasknotice' })),
        results: files.flatMap((file, artifact) => resultsOf(file, artifact, indexes)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function resultsOf(file: FileFindings, artifact: number, indexes: ReadonlyMap<string, number>): object[] {
  const fingerprints = fingerprintsOf(file);
  const artifactLocation = { uri: uriPath(file.file), index: artifact };
  return file.findings.map((finding, index) => ({
    ruleId: finding.rule,
    ruleIndex: indexes.get(finding.rule),
    level: LEVELS[finding.severity],
    message: { text: both(finding.message) },
    locations: [{ physicalLocation: { artifactLocation, region: regionOf(finding) } }],
    partialFingerprints: { 'tasknotice/v1': fingerprints[index] },
    ...fixesOf(finding, artifactLocation),
  }));
}

function fixesOf({ fixes }: Located, artifactLocation: object): object {
  if (!fixes.length) return {};
  const fixOf = ({ title, safe, edits }: LocatedFix) => ({
    description: { text: both(title) },
    artifactChanges: [
      {
        artifactLocation,
        replacements: edits.map((edit) => ({ deletedRegion: regionOf(edit), insertedContent: { text: edit.text } })),
      },
    ],
    properties: { safe },
  });
  return { fixes: fixes.map(fixOf) };
}

function regionOf({ line, column, endLine, endColumn }: Place): object {
  return { startLine: line, startColumn: column, endLine, endColumn };
}

/** The rule's page, for those who read the report where the page is not. */
function described(rule: Rule) {
  const { id, what, why, mend, source, bad, good, severity, fix } = rule;
  const because = source ? `${why.zh}依据：${source}。` : why.zh;
  const markdown = [
    `# ${id}\n\n${what.zh}`,
    `## 为什么\n\n${because}`,
    ...(bad[0] ? [`## 反例\n\n${fenced(bad[0])}`] : []),
    ...(good[0] ? [`## 正例\n\n${fenced(good[0])}`] : []),
    `## 怎样修改\n\n${mend.zh}`,
  ];
  return {
    id,
    shortDescription: { text: both(what) },
    fullDescription: { text: both(why) },
    help: {
      text: `${what.zh}\n${because}\n${mend.zh}\n\n${what.en}\n${why.en}\n${mend.en}`,
      markdown: markdown.join('\n\n'),
    },
    defaultConfiguration: { level: LEVELS[severity] },
    properties: { page: `docs/rules/${id}.md`, fix },
  };
}

function fenced(example: string | Example): string {
  const text = typeof example === 'string' ? example : example.text;
  return `\`\`\`\n${text.replace(/[«»]/g, '').trimEnd()}\n\`\`\``;
}
