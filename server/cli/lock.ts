/** tasknotice lock: the numbers of a notice on record, so that none is changed after it is issued. */
import { applyEdits } from '../edits/apply.ts';
import { lockNumbers } from '../edits/lock.ts';
import { type Command, oneFile, Trouble, text } from './command.ts';
import { REWRITE_OPTIONS, readNoticeFile, rewrite } from './rewrite.ts';

const command: Command = {
  options: REWRITE_OPTIONS,
  async run(positionals, values) {
    const file = oneFile(positionals);
    const read = await readNoticeFile(file, values);
    const { edits, numbers, before } = lockNumbers(read.notice);
    if (!numbers) throw new Trouble(`“${file}”里没有编号，不用锁定`, `"${file}" has no numbers to lock`);
    if (before === 'other' && values.force !== true) {
      throw new Trouble(
        `“${file}”的编号与锁定时不同；确要按现在的编号重新锁定，请加 --force`,
        `the numbers of "${file}" are not those that were locked; add --force to lock them as they are now`,
      );
    }
    if (before === 'same' && text(values, 'output') === undefined) {
      process.stderr.write('编号已经锁定，没有变化。 / The numbers are locked already.\n');
      return 0;
    }
    const written = await rewrite(read, applyEdits(read.notice.text, edits), values);
    process.stderr.write(
      `已锁定${numbers}个编号 / ${numbers} ${numbers === 1 ? 'number' : 'numbers'} locked: ${written}\n`,
    );
    return 0;
  },
};

export default command;
