import { type HeldAnnex, heldAnnexes, keyOf, type NotedAnnex, notedAnnexes } from '../annex-note.ts';
import { defineRule, type Report } from '../rule.ts';

const LETTER =
  '云溪县人民政府关于印发2026年重点任务分解的通知\n\n各乡镇人民政府，县直有关单位：\n\n现将重点任务分解印发给你们，请认真抓好落实。\n\n';
const SIGNED = '\n\n云溪县人民政府\n2026年2月10日\n\n';
const PLAN = '\n\n1.推进甲园建设。\n责任单位：县发改委。\n';

export default defineRule({
  id: 'annex-note-mismatch',
  since: '0.1.0',
  severity: 'warning',
  presets: { published: 'info' },
  looksAt: 'notice',
  what: {
    zh: '附件说明与后面的附件不一致：名称、个数、次序不同，或附件名称后面带了标点。',
    en: 'The annex note differs from the annexes: in names, number or order; or a mark closes a name in it.',
  },
  why: {
    zh: '附件的顺序号和标题应当与附件说明一致，否则收文单位不知道附件齐不齐、是不是这一份。',
    en: 'The receiver tells by the note whether all annexes are there, and the right ones.',
  },
  source: 'GB/T 9704-2012 7.3.4、7.3.7',
  mend: { zh: '以附件的标题为准改附件说明，或补上附件。', en: 'Make the note say what the annexes are called.' },
  bad: [
    `${LETTER}附件：«2026年任务清单»${SIGNED}附件\n\n2026年重点任务分解表${PLAN}`,
    `${LETTER}附件：«2026年重点任务分解计划表»${SIGNED}附件\n\n云溪县2026年\n重点任务分解表${PLAN}`,
    `${LETTER}附件：2026年重点任务分解表«。»${SIGNED}附件\n\n2026年重点任务分解表${PLAN}`,
    `${LETTER}附件：1.2026年重点任务分解表\n2.«考核办法»${SIGNED}附件1\n\n2026年重点任务分解表${PLAN}`,
    `${LETTER}附件：«1.»2026年重点任务分解表${SIGNED}附件\n\n2026年重点任务分解表${PLAN}`,
  ],
  good: [
    `${LETTER}附件：2026年重点任务分解表${SIGNED}附件\n\n2026年\n重点任务分解表${PLAN}`,
    `${LETTER}附件：县水利局关于城南片区汛前检查情况的报告${SIGNED}附件\n\n关于城南片区\n汛前检查情况的报告${PLAN}`,
    `${LETTER}附件：1.2026年重点任务分解表\n2.考核办法（另发）${SIGNED}附件1\n\n2026年重点任务分解表${PLAN}`,
    `${LETTER}附件：1.2026年重点任务分解表\n2.考核办法${SIGNED}${PLAN}`,
  ],
  fix: 'safe',
  check({ notice, facts }, report) {
    if (!facts.annexNote) return;
    const noted = notedAnnexes(notice);
    if (!noted?.length) return;
    for (const { end, name } of noted) if (end) report(closed(end, name, notice.text.slice(end.start, end.end)));
    const [only] = noted as [NotedAnnex];
    const held = heldAnnexes(notice);
    if (noted.length === 1 && held.length < 2) {
      for (const { numberRange } of [only, ...held])
        if (numberRange) report(numbered(numberRange, notice.text.slice(numberRange.start, numberRange.end)));
    }
    const inside = noted.filter(({ apart }) => !apart);
    // Annexes may all be files of their own.
    if (!held.length || !inside.length) return;
    if (inside.length > held.length) {
      const missing = inside.filter((one) => !held.some((annex) => isOf(annex, one)));
      // Where names differ as well, nobody can tell which of them is missing.
      if (missing.length === inside.length - held.length) for (const one of missing) report(absent(one));
      return;
    }
    if (inside.length < held.length) {
      const extra = held.filter((annex) => !inside.some((one) => isOf(annex, one)));
      if (extra.length === held.length - inside.length && noted.length === inside.length)
        for (const annex of extra) report(unnoted(annex));
      return;
    }
    inside.forEach((one, index) => {
      const annex = held[index]!;
      if (!annex.title || isOf(annex, one)) return;
      const place = held.findIndex((candidate) => isOf(candidate, one));
      report(place >= 0 ? swapped(one, place) : renamed(one, annex));
    });
  },
});

/** 县水利局关于防汛的报告 is titled 关于防汛的报告 where the office signs it. */
function isOf({ readings }: HeldAnnex, { name }: NotedAnnex): boolean {
  const key = keyOf(name);
  if (readings.includes(key)) return true;
  const about = key.indexOf('关于');
  if (about < 0) return false;
  return readings.some((reading) => {
    const at = reading.indexOf('关于');
    return at >= 0 && (at === 0) !== (about === 0) && reading.slice(at) === key.slice(about);
  });
}

/** The title of an annex may stand in several lines: the reading that is about as long as the name in the note. */
function titleFor({ titles, title }: HeldAnnex, name: string): string {
  const off = (reading: string): number => Math.abs(reading.length - name.length);
  return titles.reduce((best, reading) => (off(reading) < off(best) ? reading : best), title);
}

function closed(range: NotedAnnex['range'], name: string, mark: string): Report {
  return {
    range,
    message: {
      zh: `附件名称“${name}”后面不加标点，请删去“${mark}”。`,
      en: `No mark closes the name of an annex: delete “${mark}”.`,
    },
    fixes: [{ title: { zh: `删去“${mark}”`, en: `Delete ${mark}` }, safe: true, edits: [{ range, text: '' }] }],
  };
}

function numbered(range: NotedAnnex['range'], number: string): Report {
  return {
    range,
    message: {
      zh: `只有一个附件，不编顺序号，请删去“${number}”。`,
      en: `There is one annex only: it has no number. Delete “${number}”.`,
    },
    fixes: [{ title: { zh: '删去顺序号', en: 'Delete the number' }, safe: false, edits: [{ range, text: '' }] }],
  };
}

function absent({ name, range }: NotedAnnex): Report {
  return {
    range,
    message: {
      zh: `附件说明列了“${name}”，后面没有这个附件。请附上；另行印发的，注明“（另发）”。`,
      en: `The note lists “${name}”, and the notice has no such annex. Add it, or say that it is issued apart.`,
    },
  };
}

function unnoted({ title, range }: HeldAnnex): Report {
  return {
    range,
    message: {
      zh: `附件说明没有列这个附件${title ? `“${title}”` : ''}，请补上。`,
      en: `The note of annexes does not list this one: add it.`,
    },
  };
}

function swapped({ name, range }: NotedAnnex, place: number): Report {
  return {
    range,
    message: {
      zh: `“${name}”在后面是第${place + 1}个附件，与附件说明的次序不一致。`,
      en: `“${name}” is annex ${place + 1}: the order differs from the note.`,
    },
  };
}

function renamed({ name, range }: NotedAnnex, annex: HeldAnnex): Report {
  const title = titleFor(annex, name);
  return {
    range,
    message: {
      zh: `附件说明写“${name}”，附件的标题是“${title}”。请改为一致。`,
      en: `The note says “${name}”, and the annex is titled “${title}”. Make them agree.`,
    },
    fixes: [
      {
        title: { zh: `改为“${title}”`, en: `Change to ${title}` },
        safe: false,
        edits: [{ range, text: title }],
      },
    ],
  };
}
