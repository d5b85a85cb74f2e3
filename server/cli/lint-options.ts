/** What lint is asked to do, from the words of its command line. */
import type { Asked } from '../project/config.ts';
import { RULES } from '../rules/index.ts';
import type { Severity } from '../rules/rule.ts';
import { PRESETS, type RuleSetting } from '../rules/settings.ts';
import { CACHE_FILE } from './cache.ts';
import type { CheckOptions } from './check.ts';
import { type Command, count, notBoth, oneOf, Trouble, text, texts, type Values } from './command.ts';
import { uriOf } from './files.ts';
import { REPORT_FORMATS, type ReportFormat } from './reports/index.ts';

export const OPTIONS: Command['options'] = {
  format: { type: 'string' },
  output: { type: 'string', short: 'o' },
  force: { type: 'boolean' },
  quiet: { type: 'boolean' },
  'max-warnings': { type: 'string' },
  config: { type: 'string' },
  'no-config': { type: 'boolean' },
  preset: { type: 'string' },
  rule: { type: 'string', multiple: true },
  registry: { type: 'string', multiple: true },
  baseline: { type: 'string' },
  'update-baseline': { type: 'boolean' },
  'prune-baseline': { type: 'boolean' },
  stdin: { type: 'boolean' },
  'stdin-filename': { type: 'string' },
  'files-from': { type: 'string' },
  fix: { type: 'boolean' },
  'fix-rule': { type: 'string', multiple: true },
  unconfirmed: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  cache: { type: 'boolean' },
  'cache-location': { type: 'string' },
  jobs: { type: 'string', short: 'j' },
};

export const HELP = `tasknotice lint [文件|文件夹|通配符…] — 检查通知 check notices

  查什么 What is checked
      --stdin [--stdin-filename NAME]     从标准输入读一份通知 one notice from standard input
      --files-from FILE|-                 文件名单，一行一个，或以零字节隔开 a list of files
  查哪些规则 Which rules
      --rule ID                           只查这条规则，可写几次，可用 * this rule only; repeat; * for several
      --rule ID=off|info|warning|error    这条规则的级别 how loud this rule is
      --preset ${PRESETS.join('|')}
      --config FILE | --no-config         配置文件；不用配置文件 configuration; none
      --registry FILE                     单位名册，可写几次 unit registry; repeat
  老问题 Old findings
      --baseline FILE                     基线：记下的老问题不再报告 what is known is put aside
      --update-baseline                   把现有的问题记入基线 add what is found to the baseline
      --prune-baseline                    从基线里去掉已不再出现的 take out what no longer occurs
  修改 Mending
      --fix                               改好有把握的，写回文件 make the safe fixes
      --fix-rule ID                       只改这条规则的，可写几次 those of this rule; repeat
      --unconfirmed                       与 --fix-rule 同用：要核对的也改 those to be confirmed, too
      --dry-run                           只列出改动，不写文件 show a diff, write nothing
  结果 Report
      --format ${REPORT_FORMATS.slice(0, 4).join('|')}
               |${REPORT_FORMATS.slice(4).join('|')}
  -o, --output FILE [--force]             写到文件 into a file
      --quiet                             只看错误 errors only
      --max-warnings N                    警告不超过 N 个就算通过 so many warnings pass
  快慢 Speed
      --cache [--cache-location FILE]     没有问题的文件，没有改动就不再查 skip what was clean and is unchanged
  -j, --jobs N|auto                       几个线程 threads

  退出码 exit code: 0 没有问题 nothing to report, 1 有错误或警告 errors or warnings, 2 未能完成 could not do its work
`;

export interface LintOptions {
  readonly format: ReportFormat;
  readonly output?: string;
  readonly force: boolean;
  /** Errors only. */
  readonly quiet: boolean;
  readonly maxWarnings?: number;
  /** What to check: a text from standard input under a name, a list of files, or what is named. */
  readonly input:
    | { readonly kind: 'stdin'; readonly file: string }
    | { readonly kind: 'list'; readonly list: string }
    | { readonly kind: 'named'; readonly names: readonly string[] };
  readonly check: CheckOptions;
  /** Fixes are shown and not written. */
  readonly dryRun: boolean;
  /** What is to be done with the baseline. */
  readonly updates: boolean;
  readonly prunes: boolean;
  /** The file that the cache is in. */
  readonly cache?: string;
  /** How many threads; as many as are worth it where it is left out. */
  readonly jobs?: number;
}

export function readOptions(positionals: readonly string[], values: Values): LintOptions {
  notBoth(values, 'config', 'no-config');
  notBoth(values, 'stdin', 'files-from');
  notBoth(values, 'stdin-filename', 'files-from');
  const output = text(values, 'output');
  const maxWarnings = count(values, 'max-warnings', 0);
  const config = values['no-config'] ? false : text(values, 'config');
  const baseline = text(values, 'baseline');
  const updates = values['update-baseline'] === true;
  const prunes = values['prune-baseline'] === true;
  const fix = fixOf(values);
  for (const way of ['fix', 'fix-rule'])
    for (const other of ['update-baseline', 'prune-baseline', 'cache', 'cache-location']) notBoth(values, way, other);
  const cache = text(values, 'cache-location') ?? (values.cache ? CACHE_FILE : undefined);
  const jobs = text(values, 'jobs') === 'auto' ? undefined : count(values, 'jobs', 1);
  return {
    format: oneOf(values, 'format', REPORT_FORMATS, 'stylish'),
    ...(output !== undefined && { output }),
    force: values.force === true,
    quiet: values.quiet === true,
    ...(maxWarnings !== undefined && { maxWarnings }),
    input: inputOf(positionals, values),
    check: {
      asked: askedOf(values),
      ...(config !== undefined && { config: config && uriOf(config) }),
      registry: texts(values, 'registry').map(uriOf),
      ...(baseline !== undefined && { baseline: uriOf(baseline) }),
      writesBaseline: updates || prunes,
      ...(fix && { fix }),
    },
    dryRun: values['dry-run'] === true,
    updates,
    prunes,
    ...(cache !== undefined && { cache }),
    ...(jobs !== undefined && { jobs }),
  };
}

function inputOf(positionals: readonly string[], values: Values): LintOptions['input'] {
  const list = text(values, 'files-from');
  const named = text(values, 'stdin-filename');
  const names = positionals.filter((name) => name !== '-');
  const stdin = values.stdin === true || named !== undefined || names.length < positionals.length;
  if (names[0] !== undefined && (stdin || list !== undefined))
    throw new Trouble(
      `已从${stdin ? '标准输入读通知' : '名单读文件名'}，不能再写文件“${names[0]}”`,
      `${stdin ? 'the notice comes from standard input' : 'the files come from a list'}; "${names[0]}" is one too many`,
    );
  if (list !== undefined) return { kind: 'list', list };
  if (stdin) return { kind: 'stdin', file: named ?? 'stdin.notice' };
  return { kind: 'named', names: names.length ? names : ['.'] };
}

const LEVELS: readonly (Severity | 'off')[] = ['off', 'info', 'warning', 'error'];

/** --preset and --rule: ID alone runs these rules only, ID=LEVEL says how loud one is. */
function askedOf(values: Values): Asked {
  const preset = values.preset === undefined ? undefined : oneOf(values, 'preset', PRESETS);
  const rules: Record<string, RuleSetting> = {};
  const named: string[] = [];
  let only = false;
  for (const word of texts(values, 'rule')) {
    const [id = '', level] = word.split('=', 2);
    const ids = idsOf(id);
    if (level === undefined) only = true;
    else if (!LEVELS.includes(level as Severity))
      throw new Trouble(
        `--rule ${word}：“${level}”应为 ${LEVELS.join('、')} 之一`,
        `--rule ${word}: "${level}" is none of ${LEVELS.join(', ')}`,
      );
    else for (const each of ids) rules[each] = { severity: level as Severity };
    if (level !== 'off') named.push(...ids);
  }
  return {
    ...(preset && { preset }),
    ...(Object.keys(rules).length && { rules }),
    ...(only && { only: new Set(named) }),
  };
}

/** --fix makes the safe fixes, --fix-rule those of a rule, with --unconfirmed also those that ask for a look. */
function fixOf(values: Values): CheckOptions['fix'] {
  const rules = texts(values, 'fix-rule').flatMap((pattern) => idsOf(pattern, '--fix-rule'));
  const unconfirmed = values.unconfirmed === true;
  if (unconfirmed && !rules.length)
    throw new Trouble(
      '--unconfirmed 要与 --fix-rule 同用：写明要改哪一条规则的问题',
      '--unconfirmed goes with --fix-rule: name the rule whose fixes are to be made unseen',
    );
  if (values.fix || rules.length) return { ...(rules.length && { rules }), unconfirmed };
  if (values['dry-run'])
    throw new Trouble('--dry-run 要与 --fix 或 --fix-rule 同用', '--dry-run goes with --fix or --fix-rule');
  return undefined;
}

/** unit-* stands for all rules of units. */
function idsOf(pattern: string, option = '--rule'): readonly string[] {
  const [head = '', ...rest] = pattern.split('*');
  const tail = rest.at(-1) ?? '';
  const ids = RULES.map((rule) => rule.id);
  const found =
    rest.length === 0
      ? ids.filter((id) => id === pattern)
      : ids.filter((id) => id.startsWith(head) && id.endsWith(tail) && id.length >= head.length + tail.length);
  if (!found.length || rest.length > 1)
    throw new Trouble(`${option}：没有规则“${pattern}”`, `${option}: there is no rule "${pattern}"`);
  return found;
}
