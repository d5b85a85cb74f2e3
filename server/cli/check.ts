/** Checks one file: finds what belongs to it, runs the rules, puts aside what a baseline knows. */
import { disk } from '../disk.ts';
import type { Notice } from '../model/notice.ts';
import { readNotice } from '../model/read.ts';
import { looksLikeNotice } from '../model/recognise.ts';
import { type BaselineEntry, pathFrom, withoutKnown } from '../project/baseline.ts';
import type { Asked, Config } from '../project/config.ts';
import { baselineOf, type Found, Project } from '../project/project.ts';
import { parseRegistry, type Registry } from '../registry/registry.ts';
import { RULES } from '../rules/index.ts';
import { lint } from '../rules/lint.ts';
import type { Finding } from '../rules/rule.ts';
import type { Settings } from '../rules/settings.ts';
import { Trouble } from './command.ts';
import { readText, uriOf } from './files.ts';
import { located } from './located.ts';
import type { FileFindings } from './reports/report.ts';

/** What is asked of all files alike. Plain data: it goes to other threads. */
export interface CheckOptions {
  readonly asked: Asked;
  /** URI; false for no configuration at all. */
  readonly config?: string | false;
  /** URIs. */
  readonly registry: readonly string[];
  /** URI; what the configuration names where it is left out. */
  readonly baseline?: string;
  /** The baseline is being written: findings are all kept, and one that is missing is no trouble. */
  readonly writesBaseline?: boolean;
}

/** What is known of a file before its rules run. */
export interface Read {
  readonly notice: Notice;
  readonly config: Found<Config>;
  readonly registry: Registry;
}

export interface Checked extends FileFindings {
  /** How many findings a baseline put aside. */
  readonly known: number;
  /** Entries of the baseline that no finding answers to. */
  readonly stale: readonly BaselineEntry[];
  /** Ids of the rules that were not run. */
  readonly off: readonly string[];
  /** Where the baseline is, and under what name the file stands there. */
  readonly baseline?: { readonly uri: string; readonly path: string };
}

/** One file is one call; what several files have in common is read once. */
export class Checker {
  readonly #options: CheckOptions;
  readonly #project: Project;

  constructor(options: CheckOptions) {
    this.#options = options;
    this.#project = new Project(disk, options.asked);
  }

  /** @returns undefined for a file that nobody named and that is no notice */
  async file(file: string, asked: boolean): Promise<Checked | undefined> {
    const source = await readText(file, asked);
    return source === undefined ? undefined : this.source(file, source, asked);
  }

  /** Of the text only the findings are kept. */
  async source(file: string, source: string, asked: boolean): Promise<Checked | undefined> {
    const config = await this.#config(file);
    if (file.endsWith('.registry')) {
      const findings = this.#options.asked.only ? [] : registryFindings(source);
      return this.#checked(file, source, [], findings, config);
    }
    const read = await this.read(file, source);
    if (!asked && file.endsWith('.txt') && !looksLikeNotice(read.notice)) return undefined;
    const findings = lint(read.notice, { registry: read.registry, settings: config.value.settings });
    return this.#checked(file, source, read.notice.starts, findings, config);
  }

  /** The notice, its configuration and its registry. */
  async read(file: string, source: string): Promise<Read> {
    const config = await this.#config(file);
    const notice = readNotice(source, { vocabulary: config.value.labels });
    const names = await this.#project.registry(uriOf(file), notice.settings, config, this.#options.registry);
    if (names.problems[0]) throw troubleOf(`${file}：${names.problems[0]}`);
    return { notice, config, registry: names.value };
  }

  async #config(file: string): Promise<Found<Config>> {
    const config = await this.#project.config(uriOf(file), this.#options.config);
    if (config.problems[0]) throw troubleOf(config.problems[0]);
    return config;
  }

  async #checked(
    file: string,
    source: string,
    starts: ArrayLike<number>,
    found: readonly Finding[],
    config: Found<Config>,
  ): Promise<Checked> {
    const findings = located(source, found, starts);
    const baseline = this.#options.baseline ?? baselineOf(config);
    const off = offIn(config.value.settings);
    const all = { file, findings, known: 0, stale: [], off };
    if (baseline === undefined) return all;
    const path = pathFrom(baseline, uriOf(file));
    if (this.#options.writesBaseline) return { ...all, baseline: { uri: baseline, path } };
    const { value, problems } = await this.#project.baseline(baseline);
    if (problems[0]) throw troubleOf(problems[0]);
    const keys = findings.map(({ key }) => key);
    const { left, ...rest } = withoutKnown(findings, keys, value.get(path) ?? [], (rule) => !off.includes(rule));
    return { ...all, findings: left, ...rest, baseline: { uri: baseline, path } };
  }
}

/** A rule that is no longer there counts as run: what a baseline knows of it is stale. */
function offIn(settings: Settings): readonly string[] {
  return RULES.filter((rule) => settings.severityOf(rule) === 'off').map((rule) => rule.id);
}

function troubleOf(problem: string): Trouble {
  const [zh = problem, en = ''] = problem.split(' / ');
  return new Trouble(zh, en);
}

/** What is wrong in a registry, as findings. */
function registryFindings(source: string): Finding[] {
  return parseRegistry(source).problems.map(({ code, severity, message, range }) => {
    const [zh = message, en = ''] = message.split(' / ');
    return { rule: code, severity, range, message: { zh, en }, fixes: [] };
  });
}
