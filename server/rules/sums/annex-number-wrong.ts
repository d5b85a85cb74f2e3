import { numeralValue } from '../../syntax/numbers.ts';
import { type HeldAnnex, heldAnnexes, notedAnnexes } from '../annex-note.ts';
import { defineRule, type Fix, type Report } from '../rule.ts';

export default defineRule({
  id: 'annex-number-wrong',
  since: '0.1.0',
  severity: 'warning',
  presets: { published: 'info' },
  looksAt: 'notice',
  what: {
    zh: '附件的顺序号不对：重号、倒序、该编号没有编，或用了汉字。',
    en: 'The numbers of annexes are doubled, out of order, missing or in Han numerals.',
  },
  why: {
    zh: '正文说“见附件2”，要靠附件首页的顺序号去找；多个附件用阿拉伯数字依次编号。',
    en: 'The text refers to annexes by their numbers; several of them are numbered in Arabic numerals.',
  },
  source: 'GB/T 9704-2012 7.3.4、7.3.7',
  mend: { zh: '依次写作“附件1”“附件2”。', en: 'Write 附件1, 附件2 and so on.' },
  bad: [
    '1.推进甲园建设。\n责任单位：县发改委。\n\n附件1\n\n任务清单\n\n附件«1»\n\n考核办法\n',
    '1.推进甲园建设。\n责任单位：县发改委。\n\n附件1\n\n任务清单\n\n«附件»\n\n考核办法\n',
    '1.推进甲园建设。\n责任单位：县发改委。\n\n附件«一»\n\n任务清单\n',
  ],
  good: [
    '1.推进甲园建设。\n责任单位：县发改委。\n\n附件1\n\n任务清单\n\n附件2\n\n考核办法\n',
    '1.推进甲园建设。\n责任单位：县发改委。\n\n附件2\n\n任务清单\n\n附件4\n\n考核办法\n',
    '云溪县人民政府关于印发2026年重点任务分解的通知\n\n各乡镇人民政府：\n\n现将重点任务分解印发给你们。\n\n附件：任务分解表\n\n云溪县人民政府\n2026年2月10日\n\n附件一\n\n任务分解表\n\n1.推进甲园建设。\n责任单位：县发改委。\n',
  ],
  fix: 'ask',
  check({ notice, facts }, report) {
    const held = heldAnnexes(notice);
    // The only one bears no number at all: annex-note-mismatch says so.
    if (held.length === 1 && facts.annexNote && notedAnnexes(notice)?.length === 1) return;
    let before = 0;
    held.forEach((annex, index) => {
      const printed = annex.numberRange && notice.text.slice(annex.numberRange.start, annex.numberRange.end);
      const value = printed ? numeralValue(printed) : undefined;
      if (printed && value && !/\d/.test(printed)) report(inHan(annex, printed, value));
      // The first of several may stand without its number in an annex that holds others of its own.
      else if (!printed && held.length > 1 && (index > 0 || held[1]!.numberRange))
        report(unnumbered(annex, before + 1));
      else if (value && value <= before) report(wrong(annex, printed!, before + 1));
      before = Math.max(before + 1, value ?? 0);
    });
  },
});

function inHan({ numberRange }: HeldAnnex, printed: string, value: number): Report {
  return {
    range: numberRange!,
    message: {
      zh: `附件顺序号用阿拉伯数字：“附件${printed}”应为“附件${value}”。`,
      en: `Annexes are numbered in Arabic numerals: 附件${value}.`,
    },
    fixes: fixes(numberRange!, String(value)),
  };
}

function unnumbered({ range }: HeldAnnex, value: number): Report {
  return {
    range,
    message: {
      zh: `有多个附件，每个都要编顺序号，这里应为“附件${value}”。`,
      en: `Of several annexes each has a number: this one should be 附件${value}.`,
    },
    fixes: fixes({ start: range.end, end: range.end }, String(value)),
  };
}

function wrong({ numberRange }: HeldAnnex, printed: string, value: number): Report {
  return {
    range: numberRange!,
    message: {
      zh: `附件顺序号“${printed}”重复或倒序，这里应为“${value}”。`,
      en: `The number ${printed} of this annex is doubled or out of order: it should be ${value}.`,
    },
    fixes: fixes(numberRange!, String(value)),
  };
}

function fixes(range: { start: number; end: number }, text: string): readonly Fix[] {
  return [{ title: { zh: `改为“附件${text}”`, en: `Change to 附件${text}` }, safe: false, edits: [{ range, text }] }];
}
