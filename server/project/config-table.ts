/** What a configuration says of the table: a built-in form, or columns of the office's own. */
import {
  COLUMN_NAMES,
  type ColumnChoice,
  DEFAULT_FORM,
  LIMITS,
  type TableForm,
  TEMPLATE_IDS,
} from '../formats/table/templates.ts';

const KEYS = ['template', 'columns'];
const COLUMN_KEYS = ['column', 'title', 'width', 'group'];
const CHINESE = [...COLUMN_NAMES.keys()].filter((name) => !/^\w/.test(name));
const IDS = [...COLUMN_NAMES.keys()].filter((name) => /^\w/.test(name));

/** @param problems takes a sentence for each thing that is wrong; what is wrong is left out */
export function readTable(value: unknown, problems: string[]): TableForm {
  if (value === undefined) return DEFAULT_FORM;
  if (!isRecord(value)) {
    problems.push('“table”应为对象 / "table" is an object');
    return DEFAULT_FORM;
  }
  for (const key of Object.keys(value))
    if (!KEYS.includes(key)) problems.push(`“table”没有“${key}”这一项 / "table" has no key "${key}"`);
  const template = TEMPLATE_IDS.find((id) => id === value.template);
  if (value.template !== undefined && !template)
    problems.push(
      `“table”的“template”应为 ${TEMPLATE_IDS.join('、')} 之一 / "template" of "table" is one of ${TEMPLATE_IDS.join(', ')}`,
    );
  const columns = readColumns(value.columns, problems);
  return { template: template ?? DEFAULT_FORM.template, ...(columns.length > 0 && { columns }) };
}

function readColumns(value: unknown, problems: string[]): ColumnChoice[] {
  if (value === undefined) return [];
  if (!Array.isArray(value) || !value.length) {
    problems.push('“columns”应为各栏的列表 / "columns" is a list of columns');
    return [];
  }
  const columns: ColumnChoice[] = [];
  const given = new Set<string>();
  for (const [index, each] of value.slice(0, LIMITS.columns).entries()) {
    const column = typeof each === 'string' ? named(each, problems) : readColumn(each, index, problems);
    if (!column) continue;
    if (column.id !== 'blank' && given.has(column.id)) {
      const name = CHINESE.find((one) => COLUMN_NAMES.get(one)?.id === column.id);
      problems.push(`“columns”里“${name}”写了两次 / "columns" has "${name}" twice`);
      continue;
    }
    given.add(column.id);
    columns.push(column);
  }
  if (value.length > LIMITS.columns)
    problems.push(`“columns”最多${LIMITS.columns}栏 / "columns" are ${LIMITS.columns} at most`);
  const wide = columns.reduce((sum, { width = 0 }) => sum + width, 0);
  const { together } = LIMITS.width;
  if (wide > together)
    problems.push(
      `“columns”的宽度共${wide}毫米，超过整张表的${together}毫米 / the widths of "columns" are ${wide} mm together, the table has ${together}`,
    );
  return columns;
}

function named(name: string, problems: string[]): ColumnChoice | undefined {
  const column = COLUMN_NAMES.get(name);
  if (!column)
    problems.push(
      `没有“${name}”这一栏，可写 ${CHINESE.join('、')}；要空着由人填写的一栏，写成 {"title": "${name}"} / there is no column "${name}": it is one of ${IDS.join(', ')}; one to fill in by hand is {"title": "${name}"}`,
    );
  return column;
}

function readColumn(value: unknown, index: number, problems: string[]): ColumnChoice | undefined {
  const nth = index + 1;
  if (!isRecord(value)) {
    problems.push(
      `“columns”的第${nth}项应为栏名，或写明“column”或“title”的对象 / item ${nth} of "columns" is a name, or an object with "column" or "title"`,
    );
    return undefined;
  }
  const { column, title, width, group } = value;
  const before = problems.length;
  for (const key of Object.keys(value))
    if (!COLUMN_KEYS.includes(key))
      problems.push(`“columns”的第${nth}项没有“${key}”这一项 / item ${nth} of "columns" has no key "${key}"`);
  if (column === undefined && title === undefined)
    problems.push(
      `“columns”的第${nth}项应写明“column”或“title” / item ${nth} of "columns" has a "column" or a "title"`,
    );
  if (title !== undefined && !isTitle(title))
    problems.push(wrong(nth, 'title', `1到${LIMITS.title}个字`, `1 to ${LIMITS.title} characters`));
  if (group !== undefined && group !== '' && !isTitle(group))
    problems.push(wrong(nth, 'group', `不超过${LIMITS.title}个字`, `${LIMITS.title} characters at most`));
  const { least, most } = LIMITS.width;
  if (width !== undefined && !(typeof width === 'number' && width >= least && width <= most))
    problems.push(wrong(nth, 'width', `${least}到${most}的数字（毫米）`, `a number of ${least} to ${most} (mm)`));
  if (column !== undefined && typeof column !== 'string') problems.push(wrong(nth, 'column', '栏名', 'a name'));
  const choice = typeof column === 'string' ? named(column, problems) : ({ id: 'blank' } as const);
  if (!choice || problems.length > before) return undefined;
  return {
    ...choice,
    ...(typeof title === 'string' && { title }),
    ...(typeof width === 'number' && { width }),
    ...(typeof group === 'string' && { group }),
  };
}

function wrong(nth: number, key: string, zh: string, en: string): string {
  return `“columns”第${nth}项的“${key}”应为${zh} / "${key}" of item ${nth} of "columns" is ${en}`;
}

function isTitle(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== '' && value.length <= LIMITS.title;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
