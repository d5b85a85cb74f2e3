/**
 * The last look before a notice is issued, as a list to tick off. What the machine cannot decide is for a person to
 * look at, and never passed.
 */
import { absolute, type Notice, type Range } from '../model/notice.ts';
import type { Registry } from '../registry/registry.ts';
import { draftMarks } from './draft-marks.ts';
import { RULE_GROUPS } from './index.ts';
import { unsent } from './recipients.ts';
import type { Finding, Severity, Words } from './rule.ts';
import { suppressionsOf } from './suppressions.ts';

/** Right; wrong; for a person to look at; nothing of the kind in this notice. */
export type Status = 'pass' | 'fail' | 'look' | 'none';

export interface Remark {
  readonly words: Words;
  readonly range?: Range;
  readonly rule?: string;
}

export interface GateItem {
  readonly id: string;
  readonly title: Words;
  readonly status: Status;
  /** Why it fails, or what to look at. */
  readonly remarks: readonly Remark[];
}

export interface GateOptions {
  readonly registry: Registry;
  /** A warning fails as an error does. */
  readonly strict?: boolean;
}

/** An item as it is made: what is wrong, what to look at, whether there is anything of the kind. */
interface Looked {
  readonly fails?: readonly Remark[];
  readonly looks?: readonly Remark[];
  readonly none?: boolean;
}

type Look = (notice: Notice, options: GateOptions) => Looked;

interface Check {
  readonly id: string;
  readonly title: Words;
  /** Rules whose findings count here, whatever their severity. */
  readonly rules?: readonly string[];
  /** Groups of rules; those that another item names do not count twice. */
  readonly groups?: readonly string[];
  /** A warning fails here: what it is about must be right before a notice goes out. */
  readonly firm?: boolean;
  readonly look?: Look;
}

const CHECKS: readonly Check[] = [
  {
    id: 'title',
    title: { zh: '标题：发文机关、事由、文种齐全', en: 'Title: issuer, subject and kind' },
    firm: true,
    rules: ['title-form', 'title-issuer-missing', 'title-mark-unclosed'],
    look: ({ head }) => absent(head.title, '没有找到标题', 'There is no title'),
  },
  {
    id: 'document-number',
    title: { zh: '发文字号', en: 'Document number' },
    firm: true,
    rules: ['document-number-form', 'document-number-year'],
    look: ({ head }) => absent(head.number, '没有发文字号', 'There is no document number'),
  },
  {
    id: 'recipients',
    title: { zh: '主送机关', en: 'Main recipients' },
    firm: true,
    rules: ['recipients-unclosed'],
    look: ({ head }) => absent(head.recipients[0], '没有主送机关', 'There are no recipients'),
  },
  {
    id: 'recipients-cover',
    title: { zh: '主送机关包括任务里的单位', en: 'The recipients cover the units named' },
    look: lookAtRecipients,
  },
  {
    id: 'signature',
    title: { zh: '落款：署名和成文日期', en: 'Signature and date' },
    firm: true,
    rules: ['signature-missing', 'signature-differs', 'date-missing', 'date-in-han', 'copies-unclosed'],
    look: ({ head }) => absent(head.date, '没有成文日期', 'There is no date'),
  },
  {
    id: 'numbering',
    title: { zh: '编号连续，层次正确', en: 'Numbers are whole, levels in order' },
    firm: true,
    groups: ['numbering'],
    look: ({ tasks }) => ({ none: !tasks.length }),
  },
  {
    id: 'duties',
    title: { zh: '每项任务写明由谁负责', en: 'Each task says who answers for it' },
    firm: true,
    rules: [
      'duty-missing',
      'lead-unit-missing',
      'lead-unit-open',
      'leader-missing',
      'support-unit-missing',
      'field-empty',
    ],
    look: ({ tasks }) => (tasks.length ? {} : failing('没有写明责任单位的任务', 'No task says who answers for it')),
  },
  {
    id: 'units',
    title: { zh: '单位和领导名称与名册一致', en: 'Units and leaders are as the registry has them' },
    groups: ['duties'],
    look: (_, { registry }) =>
      registry.records.length
        ? {}
        : looking(
            '没有单位名册，名称只与通知自身对照过',
            'There is no registry: names were held against the notice only',
          ),
  },
  {
    id: 'deadlines',
    title: { zh: '完成时限', en: 'Deadlines' },
    groups: ['deadlines'],
    look: ({ tasks }) => ({ none: !tasks.some(({ deadline, spoken }) => deadline || spoken.length) }),
  },
  {
    id: 'sums',
    title: { zh: '总数、表格与正文对得上', en: 'Totals, table and text agree' },
    firm: true,
    groups: ['sums'],
  },
  {
    id: 'annexes',
    title: { zh: '附件齐全，名称一致', en: 'The annexes are there, under their names' },
    firm: true,
    rules: ['annex-missing', 'annex-note-mismatch', 'annex-number-wrong', 'member-unknown'],
    look: lookAtAnnexes,
  },
  {
    id: 'writing',
    title: { zh: '文字和标点', en: 'Wording and marks' },
    groups: ['writing', 'form'],
  },
  {
    id: 'draft',
    title: { zh: '没有草稿的痕迹', en: 'No marks of a draft' },
    look: lookForDrafts,
  },
  {
    id: 'suppressions',
    title: { zh: '“免查”都写明了原因', en: 'Every suppression gives its reason' },
    firm: true,
    groups: ['aside'],
    look: lookAtSuppressions,
  },
];

/**
 * The list for a notice.
 *
 * @param findings all that `lint` found in it under the settings that are in use; what a baseline knows counts too
 */
export function gate(notice: Notice, findings: readonly Finding[], options: GateOptions): GateItem[] {
  const own = new Set(CHECKS.flatMap(({ rules = [] }) => rules));
  return CHECKS.map(({ id, title, rules = [], groups = [], firm = false, look }) => {
    const ofGroups = RULE_GROUPS.filter((group) => groups.includes(group.id)).flatMap((group) => group.rules);
    const counted = new Set([...rules, ...ofGroups.map((rule) => rule.id).filter((rule) => !own.has(rule))]);
    const found = findings.filter(({ rule }) => counted.has(rule));
    const strict = firm || options.strict === true;
    const isFailing = (severity: Severity): boolean => severity === 'error' || (severity === 'warning' && strict);
    const { fails = [], looks = [], none } = look?.(notice, options) ?? {};
    const failing = [...fails, ...found.filter(({ severity }) => isFailing(severity)).map(remarkOf)];
    const looking = [...looks, ...found.filter(({ severity }) => !isFailing(severity)).map(remarkOf)];
    const status = failing.length ? 'fail' : looking.length ? 'look' : none ? 'none' : 'pass';
    return { id, title, status, remarks: [...failing, ...looking] };
  });
}

/** Ids of the rules that items name; a test holds that they exist. */
export const GATE_RULES: readonly string[] = CHECKS.flatMap(({ rules = [] }) => rules);

function remarkOf({ rule, range, message }: Finding): Remark {
  return { words: message, range, rule };
}

function failing(zh: string, en: string): Looked {
  return { fails: [{ words: { zh: `${zh}。`, en: `${en}.` } }] };
}

function looking(zh: string, en: string): Looked {
  return { looks: [{ words: { zh: `${zh}。`, en: `${en}.` } }] };
}

function absent(value: unknown, zh: string, en: string): Looked {
  return value === undefined ? failing(zh, en) : {};
}

function lookAtRecipients(notice: Notice, { registry }: GateOptions): Looked {
  if (!notice.head.recipients.length || !notice.tasks.length) return { none: true };
  const { missing, doubtful } = unsent(notice, registry);
  const list = (names: readonly { text: string }[]): string =>
    `${names
      .slice(0, 8)
      .map(({ text }) => text)
      .join('、')}${names.length > 8 ? `等${names.length}个` : ''}`;
  return {
    ...(missing.length && {
      fails: [
        { words: { zh: `主送机关里没有：${list(missing)}。`, en: `Not among the recipients: ${list(missing)}.` } },
      ],
    }),
    ...(doubtful.length && {
      looks: [
        {
          words: {
            zh: `请核对主送机关是否包括：${list(doubtful)}。`,
            en: `Do the recipients include these? ${list(doubtful)}.`,
          },
        },
      ],
    }),
  };
}

function lookAtAnnexes({ annexes, items, zones }: Notice): Looked {
  const noted = items.some(
    (item, part) => zones[part] !== 'table' && item && /^附\s*件\s*\d{0,2}\s*[：:]/.test(item.text),
  );
  if (!noted && !annexes.length) return { none: true };
  if (noted && !annexes.length)
    return looking(
      '附件说明里的附件不在这份文件里，请核对是否另附',
      'The annexes are not in this file: are they with it?',
    );
  return {};
}

function lookForDrafts(notice: Notice): Looked {
  const fails = draftMarks(notice).map(({ text, range }) => ({
    words: { zh: `“${text}”还没有定。`, en: `“${text}” is still to be settled.` },
    range,
  }));
  const looks = notice.comments
    .filter(({ text }) => !/^(?:全文)?免查/.test(text))
    .map((comment) => ({
      words: { zh: `还有注释“${comment.text}”。`, en: `There is a comment: ${comment.text}` },
      range: absolute(notice, comment.part, comment.range),
    }));
  return { fails, looks };
}

function lookAtSuppressions(notice: Notice): Looked {
  const suppressions = suppressionsOf(notice);
  const unexplained = suppressions.filter(({ reason }) => !reason);
  return {
    fails: unexplained.map(({ range }) => ({
      words: { zh: '这一行“免查”没有写原因。', en: 'This suppression gives no reason.' },
      range,
    })),
    none: !suppressions.length,
  };
}
