import { absolute } from '../../model/notice.ts';
import { ReferenceTargets, referencesOf } from '../../model/reference-targets.ts';
import { textOf } from '../marks.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'reference-unresolved',
  since: '0.1.0',
  severity: 'warning',
  presets: { published: 'info' },
  looksAt: 'notice',
  what: {
    zh: '写着“见第几条、第几项”，通知里没有这一条、这一项。',
    en: 'The text refers to an item that is not there.',
  },
  why: {
    zh: '条目增删、调整以后，引用没有跟着改，看的人就找不到所指的任务，或者找错。',
    en: 'Items were moved or deleted and the reference stayed: whoever follows it finds nothing, or the wrong task.',
  },
  mend: {
    zh: '核对所指的是哪一项，改正编号；所指的是别的文件的，写明文件名称。',
    en: 'See which item is meant and correct the number; where another document is meant, name it.',
  },
  bad: [
    '1.推进甲园建设。\n牵头单位：县发改委。\n2.推进乙园建设，用地保障见«第7项»。\n牵头单位：县自然资源局。\n',
    '一、产业\n（一）推进甲园建设。\n（二）推进乙园建设。\n二、民生\n（一）改造老旧小区，资金按照«第一部分第（三）项»执行。\n（二）新建停车场。\n',
    '第一条　推进甲园建设。\n第二条　推进乙园建设。\n第三条　除«第五条»外，各项任务年底前完成。\n',
  ],
  good: [
    '1.推进甲园建设。\n2.推进乙园建设，用地保障见第1项。\n3.推进丙园建设（详见第1、2项）。\n',
    '1.推进甲园建设。\n2.推进乙园建设，按照《云溪县园区管理办法》第十九条办理。\n3.落实园区管理条例第八条，建成第5条生产线。\n',
    '一、产业\n（一）推进甲园建设。\n（二）推进乙园建设，资金按照第（一）项执行。\n二、民生\n（一）改造老旧小区，用地参照第一部分第（二）项办理。\n',
    '1.推进甲园建设，任务见附件2第9项。\n2.办好第三届云溪茶会，打通第4条环线。\n',
  ],
  fix: 'none',
  check({ notice }, report) {
    let targets: ReferenceTargets | undefined;
    const comments = new Set(notice.comments.map(({ part }) => part));
    const all = referencesOf(notice);
    // Where nothing is numbered, a number is of something else.
    if (!all.length || !notice.entries.some(({ number }) => number)) return;
    for (const placed of all) {
      const { reference, part } = placed;
      if (!reference.said || reference.annex !== undefined || !notice.items[part]) continue;
      // What is said in a comment is between colleagues.
      if (comments.has(part) && isBlankedOut(reference.range.start, textOf(notice, part))) continue;
      targets ??= new ReferenceTargets(notice);
      const found = targets.find(placed);
      if (!found || found.length) continue;
      const { text, range } = reference;
      report({
        range: absolute(notice, part, range),
        message: {
          zh: `“${text}”：通知里没有这个编号。请核对所指的条目；指别的文件的，请写明文件名称。`,
          en: `“${text}”: nothing in the notice bears this number. Check what is meant, or name the document.`,
        },
      });
    }
  },
});

function isBlankedOut(at: number, text: string): boolean {
  return text[at] === ' ';
}
