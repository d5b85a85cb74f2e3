// Writes docs/rules from the rules: a page each, and their list. `--check` compares instead and fails on a difference.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { load } from './load.mjs';

const root = new URL('..', import.meta.url);
const folder = new URL('docs/rules/', root);
const SEVERITY = { error: '错误', warning: '警告', info: '提示' };
const PRESETS = { recommended: '（默认）', strict: '（定稿前）', published: '（已印发，或由网页转来）' };
const FIX = {
  safe: '编辑器的快速修复可以直接改好，`tasknotice lint --fix` 也会改。',
  ask: '编辑器的快速修复给出改法，由你核对后选用。',
  none: '怎样改要由人判断，没有快速修复。',
};

async function loadRules() {
  const loaded = await load({
    entryPoints: [fileURLToPath(new URL('server/rules/index.ts', root))],
  });
  return loaded.RULE_GROUPS;
}

/** @param example a text, or a text with the registry that it is checked against */
function exampleLines(example, bad) {
  const { text, registry, options } = typeof example === 'string' ? { text: example } : example;
  const lines = [];
  if (options) lines.push(`选项设为 \`${JSON.stringify(options)}\` 时：`, '');
  if (registry) lines.push('名册：', '', fenced(registry), '', '通知：', '');
  lines.push(fenced(text.replace(/[«»]/g, '')), '');
  if (!bad) return lines;
  const at = text.indexOf('«');
  const found = text.slice(at + 1, text.indexOf('»'));
  const line = text.slice(0, at).split('\n').length;
  const place = found.includes('\n') ? '末尾的换行。' : found.trim() ? `：\`${found}\`` : '里的空格。';
  lines.push(`问题在第${line}行${place}`, '');
  return lines;
}

function fenced(text) {
  return `\`\`\`\n${text.trimEnd()}\n\`\`\``;
}

function page(rule) {
  return [
    '<!-- 由 .scripts/rule-docs.mjs 生成，请改 server/rules 里的规则。 -->',
    '',
    `# ${rule.id}`,
    '',
    `${rule.what.zh}`,
    '',
    `默认级别：${severityIn(rule, 'recommended')}。自 ${rule.since} 版起。`,
    '',
    '## 为什么',
    '',
    rule.why.zh,
    ...(rule.source ? ['', `依据：${rule.source}。`] : []),
    '',
    '## 反例',
    '',
    ...rule.bad.flatMap((example) => exampleLines(example, true)),
    '## 正例',
    '',
    ...rule.good.flatMap((example) => exampleLines(example, false)),
    '## 怎样修改',
    '',
    `${rule.mend.zh}${FIX[rule.fix]}`,
    '',
    '## 怎样设置',
    '',
    '| 方案 | 级别 |',
    '| --- | --- |',
    ...Object.entries(PRESETS).map(([preset, what]) => `| \`${preset}\` ${what} | ${severityIn(rule, preset)} |`),
    '',
    `改级别，写在 \`tasknotice.json\` 里（${rule.options ? '级别后面是选项，' : ''}\`off\` 为不检查，另有 \`info\`、\`warning\`、\`error\`）：`,
    '',
    '```json',
    `{ "rules": { "${rule.id}": ${rule.options ? `["${rule.severity}", ${optionsOf(rule)}]` : '"off"'} } }`,
    '```',
    '',
    ...(rule.options ? optionTable(rule.options) : []),
    ...(rule.looksAt === 'findings'
      ? ['这条规则查的就是“免查”，所以不能用“免查”免去。', '']
      : [
          '只免去一处，在它上面写一行注释，说明原因（不会印出来，也不会导出）：',
          '',
          '```',
          `// 免查 ${rule.id}：原因`,
          '```',
          '',
        ]),
  ].join('\n');
}

function severityIn(rule, preset) {
  const severity = rule.presets?.[preset] ?? rule.severity;
  return severity === 'off' ? '不检查' : SEVERITY[severity];
}

function optionsOf({ options }) {
  const [[key, { default: value }]] = Object.entries(options);
  return `{ "${key}": ${JSON.stringify(value)} }`;
}

function optionTable(options) {
  return [
    '| 选项 | 作用 | 默认 |',
    '| --- | --- | --- |',
    ...Object.entries(options).map(
      ([key, { what, default: value }]) => `| \`${key}\` | ${what.zh} | \`${JSON.stringify(value)}\` |`,
    ),
    '',
  ];
}

function list(groups) {
  return [
    '<!-- 由 .scripts/rule-docs.mjs 生成，请改 server/rules 里的规则。 -->',
    '',
    '# 规则',
    '',
    `共${groups.flatMap(({ rules }) => rules).length}条。级别是默认方案（\`recommended\`）里的；定稿前可用 \`strict\`，已印发的用 \`published\`，见[配置](../config.md)。`,
    '',
    ...groups.flatMap(({ title, rules }) => [
      `## ${title.zh}`,
      '',
      '| 规则 | 查什么 | 级别 | 改法 |',
      '| --- | --- | --- | --- |',
      ...rules.map(
        (rule) =>
          `| [${rule.id}](${rule.id}.md) | ${rule.what.zh} | ${severityIn(rule, 'recommended')} | ${{ safe: '直接改', ask: '核对后改', none: '由人改' }[rule.fix]} |`,
      ),
      '',
    ]),
  ].join('\n');
}

const groups = await loadRules();
const rules = groups.flatMap((group) => group.rules);
const pages = new Map([['README.md', list(groups)], ...rules.map((rule) => [`${rule.id}.md`, page(rule)])]);
mkdirSync(folder, { recursive: true });
const present = readdirSync(folder);
if (process.argv.includes('--check')) {
  const stale = [
    ...present.filter((file) => !pages.has(file)),
    ...[...pages]
      .filter(([file, text]) => !present.includes(file) || readFileSync(new URL(file, folder), 'utf8') !== text)
      .map(([file]) => file),
  ];
  if (stale.length) {
    console.error(`docs/rules is out of date: ${stale.join(', ')}. Run: node .scripts/rule-docs.mjs`);
    process.exit(1);
  }
} else {
  for (const file of present) if (!pages.has(file)) rmSync(new URL(file, folder));
  for (const [file, text] of pages) writeFileSync(new URL(file, folder), text);
}
