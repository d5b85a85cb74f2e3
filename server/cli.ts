/** The command line: lint, export, import, outline, fmt, renumber, lock, registry infer, server. */
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { type Command, Trouble } from './cli/command.ts';

// Most commands are over before code that V8 makes fast has paid for the making: it waits twice as long for that. An
// eighth of the time of a hundred tasks, for a twentieth more of ten thousand.
setFlagsFromString('--interrupt-budget=300000');

const COMMANDS: Readonly<Record<string, () => Promise<{ default: Command }>>> = {
  lint: () => import('./cli/lint.ts'),
  gate: () => import('./cli/gate.ts'),
  export: () => import('./cli/export.ts'),
  import: () => import('./cli/import.ts'),
  outline: () => import('./cli/outline.ts'),
  diff: () => import('./cli/diff.ts'),
  fmt: () => import('./cli/fmt.ts'),
  renumber: () => import('./cli/renumber.ts'),
  lock: () => import('./cli/lock.ts'),
  registry: () => import('./cli/registry.ts'),
  ledger: () => import('./cli/ledger.ts'),
  server: () => import('./cli/server.ts'),
};

const HELP = `tasknotice — 重点工作任务分解通知：检查、修改、成文成表、导入、比较
             Task notices: check, mend, write, import, compare

  tasknotice lint [文件|文件夹|通配符…]   检查通知；选项见 tasknotice lint --help
                                          check notices; its options: tasknotice lint --help
  tasknotice gate FILE [--strict] [--format stylish|json] [--preset NAME] [--config FILE]
      [--registry FILE]
                                          定稿检查，逐项打勾 the list before issuing
  tasknotice export FILE [--what table|notice|slips|load|calendar|ledger] [--to docx|xlsx|pdf|html|…]
      [-o FILE|DIR] [--force]             导出任务分解表、公文、分办单、台账等；选项见 tasknotice export --help
                                          write the table, the notice, slips, ledgers; its options: --help
  tasknotice import FILE [-o FILE.notice|-] [--full-width] [--report FILE] [--format text|json]
      [--config FILE] [--force]
                                          把 Word、表格、网页、PDF、文本导入为通知
                                          make a notice of a published document
  tasknotice diff 原文 新文 [--unit U|--leader L] [--format text|html|docx|json] [-o FILE] [--force]
                                          比较两份通知，逐项列出变化；选项见 tasknotice diff --help
                                          what changed, task by task; its options: --help
  tasknotice outline FILE [--format text|json] [--config FILE]
                                          列出提纲 print the outline
  tasknotice fmt FILE… [--write|--check|--dry-run|-o FILE] [--duties keep|lines|brackets]
      [--indent keep|none|fullwidth] [--blank-lines keep|single|none]
                                          统一写法：标点、空格、编号、责任栏 bring to one form
  tasknotice renumber FILE [--level N|编号] [--section 编号|行号] [--dry-run] [-o FILE] [--force]
                                          重新编号，文中引用随之改动 put numbers in order
  tasknotice lock FILE [-o FILE] [--force]
                                          锁定编号，印发后不再改动 keep the numbers as issued
  tasknotice registry infer FILE… [-o FILE] [--force]
                                          从已有通知推出单位名册 propose a unit registry
  tasknotice ledger read 台账.xlsx… --notice FILE [-o FILE.progress.json] [--dry-run] [--force]
                                          读回各单位填好的台账 read the ledgers that came back
  tasknotice ledger show FILE [--unit NAME] [--today YYYY-MM-DD] [--format text|json]
                                          各项任务进展；选项见 tasknotice ledger --help
                                          how far the tasks are; the options of both: --help
  tasknotice server --stdio               语言服务器 the language server
  tasknotice --version | --help

  退出码 exit code: 0 没有问题 nothing to report, 1 有错误或警告 errors or warnings, 2 未能完成 could not do its work
`;

async function main(argv: readonly string[]): Promise<number> {
  const [name, ...rest] = argv;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(HELP);
    return name === undefined ? 2 : 0;
  }
  if (name === '--version' || name === '-v') {
    process.stdout.write(`${(await import('../package.json', { with: { type: 'json' } })).default.version}\n`);
    return 0;
  }
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!load)
    throw new Trouble(
      `没有命令“${name}”；可用 tasknotice --help 查看`,
      `there is no command "${name}"; see tasknotice --help`,
    );
  const { default: command } = await load();
  const { values, positionals } = parse(name, rest, command);
  if (values.help) {
    process.stdout.write(command.help ?? HELP);
    return 0;
  }
  return command.run(positionals, values);
}

function parse(name: string, argv: readonly string[], command: Command) {
  try {
    return parseArgs({
      args: [...argv],
      options: { ...command.options, help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
    });
  } catch (error) {
    const option = /'(--?[^'\s]*)/.exec((error as Error).message)?.[1] ?? argv.join(' ');
    throw new Trouble(
      `参数“${option}”有误；用法见 tasknotice ${name} --help`,
      `"${option}" is no right option; see tasknotice ${name} --help`,
    );
  }
}

/** A fault of the tool: said in a sentence, and where, for whoever mends it. */
function unforeseen(error: unknown): string {
  const { message, stack = '' } = error instanceof Error ? error : new Error(String(error));
  const places = stack.split('\n').filter((line) => /^\s+at /.test(line));
  return [
    `程序出错，请把这几行告诉维护人员 / a fault of the tool; please report these lines: ${message}`,
    ...places,
  ].join('\n');
}

// A reader that stops early (head, a pager) is no trouble.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`tasknotice: ${error instanceof Trouble ? error.message : unforeseen(error)}\n`);
    process.exitCode = 2;
  },
);
