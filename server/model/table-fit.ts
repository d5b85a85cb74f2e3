/** What the cells of each column look like, as costs: 0 where a text is just what the column holds, 6 where it never is. */
import { splitOutside } from '../syntax/brackets.ts';
import { deadlineIn } from '../syntax/deadlines.ts';
import { parseNumber } from '../syntax/numbers.ts';
import { endsInUnit, isNames } from '../syntax/prose.ts';
import { isOpenGroup } from './groups.ts';
import type { ColumnRole } from './notice.ts';

/** What can be seen of a piece of text without knowing where it stands. */
export interface Looks {
  readonly length: number;
  readonly empty: boolean;
  /** Digits and nothing else. */
  readonly digits: boolean;
  readonly deadline: boolean;
  /** It says of several things when each is due. */
  readonly stages: boolean;
  readonly persons: boolean;
  readonly units: boolean;
  /** Marks of a sentence stand in it. */
  readonly sentence: boolean;
  /** It says of itself what it is: 督办单位：县督查室. */
  readonly labelled: boolean;
  /** It starts with what only stands inside a cell: （增材办）, 、县财政局. */
  readonly goesOn: boolean;
  /** The style of the number that it starts with; empty where it has none. */
  readonly style: string;
}

const NOTHING: Looks = {
  length: 0,
  empty: true,
  digits: false,
  deadline: false,
  stages: false,
  persons: false,
  units: false,
  sentence: false,
  labelled: false,
  goesOn: false,
  style: '',
};
/** When something is due, also where a page lost a mark of it: 202112月底前. */
const DUE =
  /^.{0,8}(?:\d{1,6}\s?[年月]|年[内底末]|季度|[上下]半年|[月年]底|长期|持续|常态|全年|每[月季年]|适时|即[行日]|立即|汛期|定期).{0,14}$/;
const PERSON = /^[\u4e00-\u9fff·]{2,4}(?:[（(][^（）()]{1,20}[）)])?$/;
const TITLED = /^[\u4e00-\u9fff、，]{0,30}(?:书记|[县市区镇乡省局]长|主任|常委|主席|部长|同志)[\u4e00-\u9fff·]{0,4}$/;
/** Ends as no person's name does. 令狐知行 is a person although banks end so. */
const OFFICE = /(?:[局委办部厅镇乡县]|街道|中心|公司|集团|政府|单位|部门)$/;
/** 县一中, 市档案馆. */
const OF_PLACE = /^[省市县区州盟旗各]/;
const SOMEONE = /(?:领导(?:班子)?(?:成员|同志)?|负责同志|负责人)$/;
const LONGEST_NAMES = 600;

/** @param text trimmed; lines of one piece parted by \n */
export function looksOf(text: string): Looks {
  if (!text) return NOTHING;
  const { length } = text;
  const run = text.replace(/\n/g, '、');
  const bare = text.replace(/[ \u3000\u00a0]/g, '');
  const words =
    length <= 80
      ? splitOutside(text, '\n、，,；;').flatMap((piece) =>
          piece.text.split(/[ \u3000\u00a0]{1,4}(?=[\u4e00-\u9fff]{2})/),
        )
      : [];
  const persons =
    words.length > 0 && (isPerson(bare) || words.every((word) => isPerson(word.replace(/[ \u3000\u00a0]/g, ''))));
  const labelled = /^[\u4e00-\u9fff]{2,10}[：:]/.test(bare);
  const digits = /^\d{1,5}[.．、]?$/.test(bare);
  return {
    length,
    empty: false,
    digits,
    deadline: !digits && length <= 30 && (deadlineIn(bare) || (DUE.test(bare) && !/[，；。]/.test(bare))),
    stages: length <= 80 && /[月季年日][内底末初]?[前内]?完成.*[月季年日][内底末初]?[前内]?完成/.test(text),
    persons,
    units:
      !digits &&
      !labelled &&
      length <= LONGEST_NAMES &&
      !/[。！？]./.test(run) &&
      (isNames(run) || isOpenGroup(bare) || (length <= 60 && endsInUnit(run))),
    sentence: /[。；！？]|[，,].*[，,]/.test(text),
    labelled,
    goesOn: /^(?:[、，,；;]|[（(](?![一二三四五六七八九十\d]{1,3}[）)]))/.test(text),
    style: digits ? '' : (parseNumber(text)?.style ?? ''),
  };
}

function isPerson(name: string): boolean {
  return (
    (PERSON.test(name) && !(name.length > 2 && (OFFICE.test(name) || OF_PLACE.test(name)))) ||
    TITLED.test(name) ||
    SOMEONE.test(name)
  );
}

/** What it costs that a text stands in a column. */
export function fitCost(role: ColumnRole, looks: Looks): number {
  return textCost(role, looks) + (looks.goesOn ? GOES_ON : 0);
}

/** It goes on with the cell of the text before it, or costs so much. */
const GOES_ON = 1.5;

function textCost(role: ColumnRole, looks: Looks): number {
  const { empty, digits, length, sentence } = looks;
  switch (role) {
    case 'serial':
      return digits ? 0 : empty ? 1.5 : length <= 8 && looks.style ? 2 : 7;
    case 'section':
    case 'content':
      if (empty) return 0.4;
      return asText(looks) + (length > 80 ? 2.5 : length > 40 ? 1 : 0) + (sentence ? 0.7 : 0);
    case 'task':
      if (empty) return 4;
      return asText(looks) + (length < 4 ? 1 : 0);
    case 'target':
      return empty ? 0.4 : (digits ? 0.6 : asText(looks)) + (length > 80 ? 1 : 0);
    case 'deadline':
      if (empty) return 0.2;
      return looks.deadline
        ? 0
        : looks.stages
          ? 0.8
          : length > 30 || digits
            ? 5
            : looks.units || looks.persons
              ? 3.5
              : 2.6;
    case 'leader':
      if (empty) return 0.2;
      return looks.persons ? 0 : length > 40 || digits || looks.deadline ? 5 : looks.units ? 2.8 : 2.6;
    case 'lead':
    case 'support':
    case 'unit':
      if (empty) return role === 'support' ? 0.2 : 0.5;
      if (looks.units) return looks.persons ? 0.6 : 0;
      return digits || looks.deadline ? 5 : looks.persons ? 3 : sentence || length > 60 ? 4.5 : 2;
    case 'remark':
      if (empty) return 0;
      return looks.labelled ? 0.4 : digits ? 4 : looks.deadline || looks.persons ? 2 : looks.units ? 1.8 : 1.2;
    case 'other':
      return empty ? 0.3 : digits ? 1.5 : 0.8;
  }
}

function asText({ digits, persons, units, deadline, style, length, sentence }: Looks): number {
  if (digits) return 6;
  if (style) return 0;
  if (persons && !sentence) return length <= 4 ? 2.2 : 1.6;
  if (units && !sentence) return length > 40 ? 3 : 1.6;
  return deadline && !sentence ? 2 : 0;
}

/** What it costs that a row has nothing for a column. */
export function absentCost(role: ColumnRole, blanks: boolean): number {
  switch (role) {
    case 'task':
      return 6;
    case 'serial':
      return 3;
    case 'section':
      return 0.1;
    case 'content':
      return 0.2;
    case 'remark':
      return blanks ? 0.6 : 0.1;
    case 'support':
    case 'leader':
    case 'target':
    case 'other':
      return blanks ? 1.2 : 0.6;
    default:
      return blanks ? 1.4 : 1;
  }
}

/** What it costs, beside how it fits, that a text goes on with the cell of the text before it. */
export function repeatCost(role: ColumnRole, { empty, units, persons, goesOn }: Looks): number {
  if (empty) return 1.5;
  if (goesOn) return -GOES_ON;
  if (role === 'lead' || role === 'support' || role === 'unit') return units ? 0.6 : 1;
  if (role === 'leader') return persons ? 0.5 : 3;
  if (role === 'serial' || role === 'deadline') return 5;
  return 1.2;
}
