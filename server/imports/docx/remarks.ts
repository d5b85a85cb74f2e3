/** What reading a Word document left out, took over or can't be sure of. */
import type { Words } from '../../model/words.ts';
import type { ImportRemark, Place } from '../draft.ts';

type Kind = ImportRemark['kind'];

interface Matter {
  readonly kind: Kind;
  readonly words: Words;
  /** Each is a remark of its own; the others are one, with how often. */
  readonly each?: true;
}

const MATTERS = {
  inserted: {
    kind: 'changed',
    words: {
      zh: '文档带有修订痕迹：新增的文字已按“接受修订”读入。如应拒绝，请在 Word 中处理后再导入',
      en: 'The document holds tracked changes: what was inserted has been accepted. Where it should be rejected, do so in Word and import again',
    },
  },
  deleted: {
    kind: 'dropped',
    words: {
      zh: '文档带有修订痕迹：删除的文字已按“接受修订”略去。如应保留，请在 Word 中拒绝该处修订后再导入',
      en: 'The document holds tracked changes: what was deleted has been left out. Where it should stay, reject the change in Word and import again',
    },
  },
  hidden: {
    kind: 'dropped',
    words: {
      zh: '隐藏的文字不会打印，没有读入。如需要，请在 Word 中取消“隐藏”后再导入',
      en: 'Hidden text does not print and has been left out. Where it is needed, take “hidden” off in Word and import again',
    },
  },
  struck: {
    kind: 'doubtful',
    words: {
      zh: '带删除线的文字已照原样读入，请确认是否应删去',
      en: 'Text that is struck through has been kept; see whether it should go',
    },
  },
  comment: {
    kind: 'dropped',
    each: true,
    words: { zh: '批注没有读入正文', en: 'A comment has been left out of the text' },
  },
  note: {
    kind: 'dropped',
    each: true,
    words: {
      zh: '脚注或尾注没有读入正文。如需要，请写入正文',
      en: 'A footnote or endnote has been left out. Where it is needed, write it into the text',
    },
  },
  picture: {
    kind: 'dropped',
    words: {
      zh: '图片、图表等对象没有读入。如其中有文字，请另行录入',
      en: 'Pictures, charts and other objects have been left out. Where they hold text, type it in',
    },
  },
  formula: {
    kind: 'doubtful',
    words: { zh: '公式只读入了其中的文字，请核对', en: 'Of formulas the characters have been kept only; check them' },
  },
  box: {
    kind: 'doubtful',
    each: true,
    words: {
      zh: '文本框里的文字已放在它所在的段落前后，请核对位置',
      en: 'The text of a text box has been put before or after the paragraph that it hangs on; check its place',
    },
  },
  contents: {
    kind: 'dropped',
    words: { zh: '目录没有读入', en: 'The table of contents has been left out' },
  },
  symbol: {
    kind: 'doubtful',
    words: {
      zh: '有的符号无法识别，已略去，请对照原文补上',
      en: 'Signs that are not known have been left out; put them in from the original',
    },
  },
  field: {
    kind: 'doubtful',
    words: {
      zh: '用“域”排出的文字已尽量还原，请核对',
      en: 'Characters that a field composes have been put together as far as possible; check them',
    },
  },
  bare: {
    kind: 'doubtful',
    words: {
      zh: '有的段落只有自动编号、没有文字，已照打印的样子保留，请核对是否多余',
      en: 'Paragraphs that have an automatic number and no text have been kept as they print; see whether they are wanted',
    },
  },
  bullet: {
    kind: 'dropped',
    words: { zh: '项目符号没有读入', en: 'Bullets have been left out' },
  },
  nested: {
    kind: 'changed',
    words: {
      zh: '表格里套的表格已改为单元格里的文字，每行一段',
      en: 'A table within a table has become text of its cell, a line for each row',
    },
  },
  covered: {
    kind: 'dropped',
    words: {
      zh: '合并单元格下面盖住的文字没有读入',
      en: 'Text that merged cells cover has been left out',
    },
  },
  header: {
    kind: 'dropped',
    words: { zh: '页眉、页脚没有读入', en: 'Headers and footers have been left out' },
  },
  boxes: {
    kind: 'dropped',
    each: true,
    words: {
      zh: '文本框里的文字没有读入。如需要，请写入正文，或另存为 docx 后再导入',
      en: 'The text of a text box has been left out. Where it is needed, write it into the text, or save as docx and import that',
    },
  },
  older: {
    kind: 'doubtful',
    words: {
      zh: '旧版 Word 文件的自动编号和表格已尽量还原，请核对。最好用 Word 或 WPS 另存为 docx 后再导入',
      en: 'In a Word document of the older kind automatic numbers and tables have been restored as far as possible; check them. Better save it as docx in Word or WPS and import that',
    },
  },
  letterhead: {
    kind: 'doubtful',
    each: true,
    words: {
      zh: '页眉或文本框里的文字像发文机关标志或发文字号，已放在文首，请核对',
      en: 'A page header or text box looks like the issuer’s mark or the document number; it has been put at the beginning. Check it',
    },
  },
  foreign: {
    kind: 'dropped',
    words: {
      zh: '文档里嵌入的另一份文档没有读入。请打开后把内容粘贴进来，再导入',
      en: 'Another document embedded in this one has been left out. Open it, paste what it holds and import again',
    },
  },
  joined: {
    kind: 'joined',
    words: {
      zh: '段落标记已删除或隐藏，前后两段已连成一段',
      en: 'A paragraph mark is deleted or hidden, so the two paragraphs have been joined',
    },
  },
} as const satisfies Record<string, Matter>;

export type MatterId = keyof typeof MATTERS;

/** How much of what was left out is quoted, and how many such remarks there are at most of one kind. */
const LONGEST_QUOTE = 60;
const MOST_QUOTES = 3;
const MOST_OF_A_KIND = 50;

interface Tally {
  count: number;
  readonly quotes: string[];
  readonly place: Place;
}

export class Remarks {
  readonly #tallies = new Map<MatterId, Tally>();
  readonly #single: ImportRemark[] = [];

  add(id: MatterId, quote: string, place: Place): void {
    const matter: Matter = MATTERS[id];
    const text = quote.replace(/\s+/g, ' ').trim();
    const tally = this.#tallies.get(id);
    if (matter.each && (tally?.count ?? 0) < MOST_OF_A_KIND) {
      this.#single.push({ kind: matter.kind, words: matter.words, place, ...(text && { quote: text }) });
      if (tally) tally.count++;
      else this.#tallies.set(id, { count: 1, quotes: [], place });
      return;
    }
    if (!tally) {
      this.#tallies.set(id, { count: 1, quotes: text ? [text] : [], place });
      return;
    }
    tally.count++;
    if (text && tally.quotes.length < MOST_QUOTES && !tally.quotes.includes(text)) tally.quotes.push(text);
  }

  /** Those of a kind together, in the order in which they first came up. */
  all(): ImportRemark[] {
    const together = [...this.#tallies].flatMap(([id, { count, quotes, place }]): ImportRemark[] => {
      const { kind, words, each }: Matter = MATTERS[id];
      const rest = each ? count - MOST_OF_A_KIND : count;
      if (rest <= 0) return [];
      const quote = quotes.map((text) => (text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text));
      return [{ kind, words, place, count: rest, ...(quote.length > 0 && { quote: quote.join('；') }) }];
    });
    return [...together, ...this.#single];
  }
}
