/** Slips as Word documents, each as the official table looks. */
import type { Write } from '../format.ts';
import { writeWord } from '../ooxml/word.ts';
import { styleSheet } from '../ooxml/word-text.ts';
import { DEFAULT_FONTS } from '../page/fonts.ts';
import { tableBody, tableSection, tableStories } from '../table/docx.ts';
import { tableStyles } from '../table/docx-styles.ts';
import { SIZES } from '../table/setting.ts';
import { slipsOf } from './slip.ts';

export const writeDocx: Write = async (notice, options) => {
  const { slips, ...said } = slipsOf(notice, options);
  const fonts = { ...DEFAULT_FONTS, ...options.fonts };
  const same = {
    author: options.author,
    styles: styleSheet({ font: fonts.body, size: SIZES.cell }, tableStyles(fonts)),
    stories: tableStories(),
    evenAndOdd: true,
    section: tableSection(),
  };
  const files = slips.map(({ name, table }) => ({
    name,
    content: writeWord({ ...same, title: table.title, body: tableBody(table) }),
  }));
  return { files, ...said };
};
