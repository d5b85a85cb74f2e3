/**
 * The deadlines as a calendar (iCalendar, RFC 5545): an all-day event each, which a revised notice moves and does not
 * double. What recurs is one event with its rule.
 */
import { identitiesOf } from '../../compare/identity.ts';
import { portfolioNamed, portfoliosOf } from '../../compare/portfolio.ts';
import { type Deadline, sayDay } from '../../model/deadlines.ts';
import type { Name, Notice, Task } from '../../model/notice.ts';
import { numberPath } from '../../model/progress.ts';
import type { ExportOptions, Remark, Write } from '../format.ts';
import { nobodyNamed } from '../slips/doubts.ts';
import { serials, sourceOf, titleOf } from '../slips/words.ts';
import { lines, runOn } from '../table/duties.ts';
import { heading } from '../table/table.ts';
import { phrase } from '../table/target.ts';
import { asFile, textValue } from './content-lines.ts';
import { type Event, type Events, eventsOf } from './events.ts';
import { dayAfter, ruleValue } from './recurrence.ts';

const ZONE_LESS_TIME = 'T000000Z';
/** The day of the Unix epoch: a notice without a date has no time of its own. */
const NO_DATE = '1970-01-01';

export const writeIcs: Write = async (notice, options) => {
  const { only, registry } = options;
  const portfolio =
    only === undefined ? undefined : portfolioNamed(portfoliosOf(notice, registry), only, notice, registry);
  if (only !== undefined && !portfolio) return { files: [], remarks: [nobodyNamed(only)] };
  const tasks = portfolio ? portfolio.shares.map(({ task }) => task) : notice.tasks;
  const found = eventsOf(notice, tasks);
  const remarks = remarksOn(notice, found);
  // A calendar without a single event is none (RFC 5545, 3.4).
  if (!found.events.length) return { files: [], remarks };
  const whose = portfolio ? `（${portfolio.bearer.name}）` : '';
  return {
    files: [{ name: '', content: calendar(notice, found.events, whose, options) }],
    remarks,
    tasks: new Set(found.events.map(({ task }) => task)).size,
  };
};

function calendar(notice: Notice, events: readonly Event[], whose: string, options: ExportOptions): string {
  const title = textValue(titleOf(notice, '完成时限', options) + whose);
  const stamp = basic(notice.head.date ?? notice.plan?.from ?? NO_DATE) + ZONE_LESS_TIME;
  const identities = identitiesOf(notice);
  const issue = issueOf(notice);
  // Neither its number nor its day: a task that is renumbered or put off stays the same event.
  const idOf = ({ task, stage }: Event): string =>
    `${identities[task.n - 1]}${stage ? `-s${stage.number}` : ''}-${issue}@tasknotice`;
  const out = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//tasknotice//tasknotice//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    // The one by RFC 7986, the other for the programs that are older.
    `NAME:${title}`,
    `X-WR-CALNAME:${title}`,
  ];
  for (const event of events) out.push(...eventLines(event, notice, stamp, idOf(event)));
  out.push('END:VCALENDAR');
  return asFile(out);
}

function eventLines(event: Event, notice: Notice, stamp: string, id: string): string[] {
  const { task, day, again, deadline } = event;
  const summary = summaryOf(event);
  const topic = task.sections[0]?.item.text;
  const reminder = reminderOf(deadline);
  return [
    'BEGIN:VEVENT',
    `UID:${id}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${basic(day)}`,
    `DTEND;VALUE=DATE:${basic(dayAfter(day))}`,
    ...(again ? [`RRULE:${ruleValue(again.rule, again.until)}`] : []),
    `SUMMARY:${textValue(summary)}`,
    `DESCRIPTION:${textValue(descriptionOf(event, notice))}`,
    ...(topic ? [`CATEGORIES:${textValue(phrase(topic))}`] : []),
    // A day on which something is due is not a day on which one is away.
    'TRANSP:TRANSPARENT',
    ...(reminder
      ? ['BEGIN:VALARM', 'ACTION:DISPLAY', `TRIGGER:${reminder}`, `DESCRIPTION:${textValue(summary)}`, 'END:VALARM']
      : []),
    'END:VEVENT',
  ];
}

/** At nine in the morning, a week ahead; of what comes each month three days, and none of what comes more often. */
function reminderOf({ every }: Deadline): string | undefined {
  if (!every || ['quarter', 'half-year', 'year'].includes(every.unit)) return '-P6DT15H';
  return every.unit === 'month' ? '-P2DT15H' : undefined;
}

const LONGEST_GIST = 28;

/** 5. 建成生态茶园8000亩（县农业农村局） */
function summaryOf({ task, stage }: Event): string {
  const { leadUnits, units } = task.duty;
  const [first, ...more] = leadUnits.length ? leadUnits : units;
  const who = first ? `（${first.text}${more.length ? '等' : ''}）` : '';
  const which = stage ? `（第${stage.number}阶段，共${stage.of}个）` : '';
  return `${task.n}. ${gist(phrase(task.text))}${which}${who}`;
}

/** The clauses with which a task begins, as many as a line of a calendar holds. */
function gist(text: string): string {
  if (text.length <= LONGEST_GIST) return text;
  const start = text.slice(0, LONGEST_GIST + 1);
  const end = Math.max(...['，', '；', '。'].map((mark) => start.lastIndexOf(mark)));
  const cut = end >= LONGEST_GIST / 3 ? end : LONGEST_GIST;
  // Half of a surrogate pair is no character.
  return `${text.slice(0, cut).replace(/\p{Surrogate}$/u, '')}……`;
}

function descriptionOf({ task, deadline, again, day }: Event, notice: Notice): string {
  const { duty, sections } = task;
  const names = (list: readonly Name[]) => lines(list).replaceAll('\n', '、');
  const headings = sections.map(heading);
  const facts: [string, string][] = [
    ['重点工作', headings.join(' / ')],
    ['主要任务', phrase(task.text)],
    ['完成时限', deadline.text],
    [again ? '首次到期' : '截止日期', sayDay(day)],
    ['牵头领导', names(duty.leaders)],
    ['牵头责任单位', names(duty.leadUnits)],
    ['责任单位', runOn(duty.units, task)],
    ['协同责任单位', runOn(duty.supportUnits, task)],
    ['备注', phrase(duty.remark ?? '')],
    ['依据', sourceOf(notice) + numberPath(task).replace(/[.．、]$/, '')],
  ];
  return facts
    .filter(([, value]) => value)
    .map(([label, value]) => `${label}：${value}`)
    .join('\n');
}

/** The issuer and the year: two offices may be given the same task, and one office in two years. */
function issueOf({ head, plan }: Notice): string {
  const year = (plan?.from ?? head.date ?? '').slice(0, 4);
  return hash(`${(head.issuer?.text ?? '').replace(/\s/g, '')} ${year}`);
}

/** FNV-1a, in eight digits. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return (value >>> 0).toString(16).padStart(8, '0');
}

function basic(iso: string): string {
  return iso.replaceAll('-', '');
}

function remarksOn(notice: Notice, { events, undated, spoken, endless }: Events): Remark[] {
  const remarks: Remark[] = [];
  const tell = (tasks: readonly Task[], zh: (of: string) => string, en: (of: string) => string): void => {
    if (!tasks.length) return;
    const of = serials([...new Set(tasks.map(({ n }) => n))]);
    const start = notice.starts[tasks[0]!.part] ?? 0;
    remarks.push({ words: { zh: zh(of), en: en(of) }, range: { start, end: start + tasks[0]!.item.end } });
  };
  tell(
    undated.filter(({ deadline }) => !deadline),
    (of) => `序号${of}没有写完成时限，未列入日历。`,
    (of) => `No deadline, so not in the calendar: ${of}.`,
  );
  for (const [text, tasks] of byText(undated))
    tell(
      tasks,
      (of) => `序号${of}的完成时限“${text}”没有具体日期，未列入日历。`,
      (of) => `"${text}" tells no day, so not in the calendar: ${of}.`,
    );
  tell(
    events.filter(({ deadline }) => deadline.ambiguous).map(({ task }) => task),
    (of) => `序号${of}的完成时限可以有两种理解（如“9月前”），日历按较晚的一天列出，请核对。`,
    (of) => `May be read in two ways (before September: with August or with it); the later day is taken: ${of}.`,
  );
  tell(
    spoken,
    (of) => `序号${of}没有单列完成时限，日历按任务正文里的时间列出，请核对。`,
    (of) => `No deadline of their own; the days are those that the text says: ${of}.`,
  );
  tell(
    endless,
    (of) => `序号${of}定期办理，通知没有写到何时为止，日历列到当年年底。`,
    (of) => `Recurs without an end; the calendar holds it to the end of the year: ${of}.`,
  );
  return remarks;
}

function byText(tasks: readonly Task[]): Map<string, Task[]> {
  const texts = new Map<string, Task[]>();
  for (const task of tasks) {
    const text = task.deadline?.text;
    if (text === undefined) continue;
    const known = texts.get(text);
    if (known) known.push(task);
    else texts.set(text, [task]);
  }
  return texts;
}
