// Writes syntaxes/tasknotice.schema.json, by which editors help with tasknotice.json, from the rules and what the
// configuration reads. `--check` compares instead and fails on a difference.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { load } from './load.mjs';

const root = new URL('..', import.meta.url);
const file = new URL('syntaxes/tasknotice.schema.json', root);

const SEVERITIES = { off: '不检查', info: '提示', warning: '警告', error: '错误' };
const PRESET_WORDS = {
  recommended: '起草、修改中的通知（不写就是这一种）',
  strict: '印发前从严核对',
  published: '已经印发，或从网页转来的通知：不能再改的不再提',
};

const FMT_WORDS = {
  duties: { what: '责任栏', keep: '照原来的写法', lines: '逐行写，一栏一行', brackets: '写在任务后面的括号里' },
  indent: { what: '行首缩进', keep: '照原来的写法', none: '不缩进', fullwidth: '空两个全角空格' },
  blankLines: { what: '空行', keep: '照原来的写法', single: '连续的空行并作一行', none: '不要空行' },
};

const FONT_WORDS = {
  official: '方正小标宋简体、黑体、楷体_GB2312、仿宋_GB2312、宋体',
  windows: 'Windows 自带的字体：宋体、黑体、楷体、仿宋',
  free: '可以自由使用的 Fandol 字体',
};

const TEMPLATE_WORDS = {
  full: '序号、重点工作、工作内容、主要任务、完成时限、牵头领导、牵头责任单位、协同责任单位、备注；通知没有写的栏不出现',
  brief: '序号、主要任务、责任单位、完成时限',
  progress:
    '督办用：序号、重点工作、主要任务、责任单位、完成时限，再加进展情况、存在问题、下一步措施三栏，空着由人填写',
};

function loadCore() {
  return load({
    stdin: {
      contents: `export { RULES } from './server/rules/index.ts';
        export { PRESETS } from './server/rules/settings.ts';
        export { ROLES } from './server/project/config-read.ts';
        export { DEFAULT_FMT, FMT_VALUES } from './server/edits/fmt-options.ts';
        export { FONT_SET_IDS } from './server/formats/page/fonts.ts';
        export { FONT_KEYS } from './server/project/config-fonts.ts';
        export * from './server/formats/table/templates.ts';`,
      resolveDir: fileURLToPath(root),
    },
  });
}

function schemaOf({ RULES, PRESETS, ROLES, DEFAULT_FMT, FMT_VALUES, FONT_SET_IDS, FONT_KEYS, ...templates }) {
  const rules = {
    type: 'object',
    description: '各条规则的级别和选项。没有写的按预设。',
    properties: Object.fromEntries(RULES.map((rule) => [rule.id, ruleSchema(rule, PRESETS)])),
    additionalProperties: false,
  };
  const preset = {
    description: '一套级别：这份通知处在哪一步。',
    enum: PRESETS,
    enumDescriptions: PRESETS.map((name) => PRESET_WORDS[name]),
    default: 'recommended',
  };
  return {
    $comment: '由 .scripts/config-schema.mjs 生成，请改 server/rules 里的规则或 server/project/config-read.ts。',
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: '任务分解通知的配置',
    description: '放在通知所在的文件夹，或它上面的任何一层。每一项都可以不写。',
    type: 'object',
    allowComments: true,
    allowTrailingCommas: true,
    properties: {
      $schema: { type: 'string', description: '这份配置的格式说明。' },
      preset: { $ref: '#/definitions/preset' },
      rules: { $ref: '#/definitions/rules' },
      overrides: {
        description: '对一部分文件另作规定；后面的盖过前面的。',
        anyOf: [{ $ref: '#/definitions/override' }, { type: 'array', items: { $ref: '#/definitions/override' } }],
      },
      registry: texts('单位名册的路径，或路径的列表，从本文件所在的文件夹算起。'),
      baseline: {
        type: 'string',
        description: '基线文件的路径，从本文件所在的文件夹算起：里面记下的老问题不再报告。',
      },
      labels: {
        type: 'object',
        description: '本单位自己的标签（不写冒号），以及它相当于哪一种身份。认不出的才需要写。',
        additionalProperties: { enum: Object.keys(ROLES) },
      },
      fmt: {
        type: 'object',
        description: 'tasknotice fmt 把通知写成什么样。',
        properties: Object.fromEntries(
          Object.entries(FMT_VALUES).map(([key, values]) => [key, fmtSchema(key, values, DEFAULT_FMT[key])]),
        ),
        additionalProperties: false,
      },
      table: tableSchema(templates),
      fonts: fontsSchema(FONT_SET_IDS, FONT_KEYS),
    },
    additionalProperties: false,
    definitions: {
      severity: {
        enum: Object.keys(SEVERITIES),
        enumDescriptions: Object.values(SEVERITIES),
      },
      level: {
        anyOf: [
          { $ref: '#/definitions/severity' },
          { type: 'array', items: [{ $ref: '#/definitions/severity' }], minItems: 1, maxItems: 1 },
        ],
      },
      preset,
      rules,
      override: {
        type: 'object',
        properties: {
          files: texts('文件的通配符，从本文件所在的文件夹算起；写文件夹的名称，就是其中所有的文件。', 1),
          preset: { $ref: '#/definitions/preset' },
          rules: { $ref: '#/definitions/rules' },
        },
        required: ['files'],
        additionalProperties: false,
      },
    },
  };
}

function fontsSchema(ids, keys) {
  const roles = { title: '标题', heading: '一级标题', second: '二级标题', body: '正文', number: '页码' };
  return {
    description: '导出的公文和表格用哪一套字体，或者写明各种字体在本单位电脑上的名称。不写是 official。',
    anyOf: [
      { enum: ids, enumDescriptions: ids.map((id) => FONT_WORDS[id]) },
      {
        type: 'object',
        properties: Object.fromEntries(
          Object.entries(keys).map(([key, role]) => [
            key,
            { type: 'string', minLength: 1, maxLength: 60, description: `${roles[role]}用的字体。` },
          ]),
        ),
        additionalProperties: false,
      },
    ],
  };
}

function tableSchema({ TEMPLATE_IDS, DEFAULT_FORM, COLUMN_NAMES, LIMITS }) {
  const name = { enum: [...COLUMN_NAMES.keys()] };
  const column = {
    type: 'object',
    properties: {
      column: { ...name, description: '哪一栏。不写，就是空着由人填写的一栏。' },
      title: { type: 'string', pattern: '\\S', maxLength: LIMITS.title, description: '表头上印什么。' },
      width: {
        type: 'number',
        minimum: LIMITS.width.least,
        maximum: LIMITS.width.most,
        description: '宽多少毫米。整张表宽225毫米，没有写宽度的栏分其余的。',
      },
      group: {
        type: 'string',
        pattern: '^$|\\S',
        maxLength: LIMITS.title,
        description: '表头第一行上，与相邻同名的栏合印什么；写空的，就不合印。',
      },
    },
    anyOf: [{ required: ['column'] }, { required: ['title'] }],
    additionalProperties: false,
  };
  return {
    type: 'object',
    description: '导出的任务分解表有哪些栏。',
    properties: {
      template: {
        description: '现成的一种表。',
        enum: TEMPLATE_IDS,
        enumDescriptions: TEMPLATE_IDS.map((id) => TEMPLATE_WORDS[id] ?? id),
        default: DEFAULT_FORM.template,
      },
      columns: {
        description: '各栏，从左到右。写了它，就不按 template。',
        type: 'array',
        items: { anyOf: [name, column] },
        minItems: 1,
        maxItems: LIMITS.columns,
        uniqueItems: true,
      },
    },
    additionalProperties: false,
  };
}

/** A key or value without words of its own still has those of its name. */
function fmtSchema(key, values, usual) {
  const { what = key, ...words } = FMT_WORDS[key] ?? {};
  return { description: `${what}。`, enum: values, enumDescriptions: values.map((v) => words[v] ?? v), default: usual };
}

function texts(description, minItems) {
  return {
    description,
    anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' }, ...(minItems && { minItems }) }],
  };
}

function ruleSchema(rule, presets) {
  const description = `${rule.what.zh}\n级别：${levels(rule, presets)}。`;
  if (!rule.options) return { description, allOf: [{ $ref: '#/definitions/level' }] };
  const options = {
    type: 'object',
    properties: Object.fromEntries(Object.entries(rule.options).map(([key, option]) => [key, optionSchema(option)])),
    additionalProperties: false,
  };
  const list = { type: 'array', items: [{ $ref: '#/definitions/severity' }, options], minItems: 1, maxItems: 2 };
  return { description, anyOf: [{ $ref: '#/definitions/severity' }, list, options] };
}

/** 警告（strict 错误，published 不检查） */
function levels({ severity, presets: own = {} }, presets) {
  const usual = own.recommended ?? severity;
  const others = presets
    .filter((preset) => preset !== 'recommended' && (own[preset] ?? severity) !== usual)
    .map((preset) => `${preset} ${SEVERITIES[own[preset] ?? severity]}`);
  return others.length ? `${SEVERITIES[usual]}（${others.join('，')}）` : SEVERITIES[usual];
}

function optionSchema({ default: value, what, minimum }) {
  const type = Array.isArray(value) ? { type: 'array', items: { type: 'string' } } : { type: typeof value };
  return { ...type, ...(minimum !== undefined && { minimum }), description: what.zh, default: value };
}

const text = `${JSON.stringify(schemaOf(await loadCore()), null, 2)}\n`;
if (!process.argv.includes('--check')) writeFileSync(file, text);
else if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
  console.error('syntaxes/tasknotice.schema.json is out of date. Run: node .scripts/config-schema.mjs');
  process.exit(1);
}
