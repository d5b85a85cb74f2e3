/** Checks one file: finds what belongs to it, runs the rules, puts aside what a baseline knows. */
import { disk } from '../disk.ts';
import { fixAll } from '../edits/fix.ts';
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
import { type Clean, hashOf, settingsKey } from './cache.ts';
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
  /** The safe fixes are made first; of these rules only, where they are named. */
  readonly fix?: { readonly rules?: readonly string[]; readonly unconfirmed: boolean };
  /** What is known to be clean; where it is given, keys are made for what is found to be. */
  readonly clean?: Clean;
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
  /** What the fixes made of the text, where they were asked for. */
  readonly fixed?: { readonly before: string; readonly text: string; readonly made: number };
  /** The key under which it may be kept that nothing is to be said of this text. */
  readonly cleanKey?: string;
}

/** Of this build: the name that the bundler gave this file says what is in it and in all that it imports. */
export const BUILD = import.meta.url.slice(import.meta.url.lastIndexOf('/') + 1);

/** One file is one call; what several files have in common is read once. */
export class Checker {
  readonly #options: CheckOptions;
  readonly #project: Project;
  readonly #hashes = new Map<string, Promise<string>>();

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
    const key = await this.#cleanKey(file, source, asked, config);
    const known = key === undefined ? undefined : this.#options.clean?.get(key);
    if (key !== undefined && known !== undefined)
      return { file, findings: [], known, stale: [], off: offIn(config.value.settings), cleanKey: key };
    const read = await this.read(file, source);
    if (!asked && file.endsWith('.txt') && !looksLikeNotice(read.notice)) return undefined;
    const { registry } = read;
    const { settings, labels } = config.value;
    if (this.#options.fix) {
      const fixed = fixAll(source, { registry, settings, vocabulary: labels, ...this.#options.fix });
      const checked = await this.#checked(file, fixed.text, fixed.starts, fixed.findings, config);
      const made = [...fixed.made.values()].reduce((sum, count) => sum + count, 0);
      return { ...checked, fixed: { before: source, text: fixed.text, made } };
    }
    const findings = lint(read.notice, { registry, settings });
    const checked = await this.#checked(file, source, read.notice.starts, findings, config);
    return key && !checked.findings.length && !checked.stale.length ? { ...checked, cleanKey: key } : checked;
  }

  /** The notice, its configuration and its registry. */
  async read(file: string, source: string): Promise<Read> {
    const config = await this.#config(file);
    const notice = readNotice(source, { vocabulary: config.value.labels });
    const names = await this.#project.registry(uriOf(file), notice.settings, config, this.#options.registry);
    if (names.problems[0]) throw troubleOf(`${file}：${names.problems[0]}`);
    return { notice, config, registry: names.value };
  }

  /** All that decides whether there is something to say, in one key; the text itself is not in it. */
  async #cleanKey(file: string, source: string, asked: boolean, config: Found<Config>): Promise<string | undefined> {
    if (!this.#options.clean || this.#options.writesBaseline) return undefined;
    const { settings, labels } = config.value;
    // The front matter may name the registry; where it does not end early there is none.
    const front = /^-{3,}\r?\n(?:.*\r?\n){0,60}?-{3,}\r?\n/.exec(source)?.[0];
    const named = front ? readNotice(front).settings : [];
    const names = await this.#project.registry(uriOf(file), named, config, this.#options.registry);
    if (names.problems[0]) return undefined;
    const registries = await Promise.all(names.uris.map((uri) => this.#hashOf(uri)));
    const baseline = this.#options.baseline ?? baselineOf(config);
    const entries = baseline && (await this.#project.baseline(baseline)).value.get(pathFrom(baseline, uriOf(file)));
    const reads = asked || !file.endsWith('.txt') ? 'asked' : 'found';
    const about = JSON.stringify([reads, settingsKey(settings), [...labels], entries ?? []]);
    return hashOf(about, ...registries, source);
  }

  #hashOf(uri: string): Promise<string> {
    let hash = this.#hashes.get(uri);
    if (!hash) {
      hash = disk.read(uri).then((bytes) => hashOf(bytes));
      this.#hashes.set(uri, hash);
    }
    return hash;
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
