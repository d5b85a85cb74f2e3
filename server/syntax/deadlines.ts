/** Whether a phrase says when a task is due and nothing else: 2026年6月底前完成, 年内, 三季度末, 持续推进. */
import { spanAt } from './calendar.ts';

const YEAR = '(?:(?:20\\d{2}|[二〇零一二三四五六七八九]{4})\\s?年(?:度)?|今年|明年|本年|当年|年)?';
const MONTH = '(?:\\d{1,2}\\s?月(?:份)?|[一二三四]季度|第[一二三四]季度|上半年|下半年|[一二三四五六七八九十]{1,3}月)?';
const DAY = '(?:\\d{1,2}\\s?[日号]|[上中下]旬|月?底|月?末|年?底|年?末|内|初|中)?';
const DATE = new RegExp(
  `^(?:力争|确保|争取|计划|要求|于|在|到|至|截至)*(?:每[年月周季](?:度)?)?${YEAR}\\s?${MONTH}\\s?${DAY}\\s?(?:之?前|以前|内)?(?:基本|全部|全面)?(?:完成|办结|建成|落实|实施|到位|取得.{0,8}|见效|启动|开工|竣工|报送|完工|并长期坚持|并持续推进|并?长期坚持)*$`,
);
const EVENT =
  /^(?:汛期|开学|春节|国庆|元旦|中秋|两会|入冬|入汛|供暖期?|采暖期?|高考|中考|主汛期|节|汛)(?:之?前|以前|期间|后)(?:完成)?$/;
const ONGOING =
  /^(?:(?:全年|长期|常年|持续|常态化|始终|一直|按月|按季度?|随时|即时|立即|定期|及时)(?:性)?(?:坚持|推进|落实|开展|实施|抓好|整改|完成|办理|推动|任务|工作)?|长期任务|按(?:时序)?进度(?:推进|完成|要求)?|按上级要求.{0,6})$/;

export function deadlineIn(phrase: string): boolean {
  if (phrase.length < 2 || phrase.length > 30) return false;
  if (ONGOING.test(phrase) || EVENT.test(phrase)) return true;
  return (/[年月日季底末旬]/.test(phrase) && DATE.test(phrase)) || isPoint(phrase);
}

const BEFORE = /^(?:力争|确保|争取|要求|于|在|到|自|从|本)*/;
const AFTER = /^(?:基本|全部|全面)?(?:完成|办结|建成|落实|到位|报送|上报|并长期坚持|并持续推进)*$/;

/**
 * 印发之日起30日内, 每季度首月10日前, “十五五”末: a point in time. A span of years is none: 三年行动（2026—2028年） is a name.
 */
function isPoint(phrase: string): boolean {
  if (!/[前内底末日号]/.test(phrase)) return false;
  const span = spanAt(phrase, BEFORE.exec(phrase)![0].length) ?? spanAt(phrase, 0);
  if (!span || span.from || (span.every && span.every.day === undefined)) return false;
  return AFTER.test(phrase.slice(span.end));
}
