/** What was done on the way in, as lines to read: grouped, with what is in doubt first. */
import type { Words } from '../model/words.ts';
import type { ImportRemark } from './draft.ts';

const GROUPS: readonly (Words & { readonly kind: ImportRemark['kind'] })[] = [
  { kind: 'doubtful', zh: '存疑，请核对', en: 'Doubtful, please check' },
  { kind: 'joined', zh: '接起', en: 'Joined' },
  { kind: 'dropped', zh: '删去', en: 'Dropped' },
  { kind: 'changed', zh: '改动', en: 'Changed' },
];

/** @param say in which of the languages, or both */
export function reportLines(remarks: readonly ImportRemark[], say: (words: Words) => string): string[] {
  return GROUPS.flatMap((group) => {
    const own = remarks.filter(({ kind }) => kind === group.kind);
    return own.length ? [say(group), ...own.map((remark) => `  ${say(sentenceOf(remark))}`)] : [];
  });
}

function sentenceOf({ words, quote, place, count = 1 }: ImportRemark): Words {
  const quoted = quote ? `“${quote}” ` : '';
  return {
    zh: `${place ? `${place.zh}：` : ''}${quoted}${words.zh}${count > 1 ? `（共 ${count} 处）` : ''}`,
    en: `${place ? `${place.en}: ` : ''}${words.en}${count > 1 ? ` (${count} times)` : ''}`,
  };
}
