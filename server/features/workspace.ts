/** The documents that are open, each read as a notice or a registry, and re-read as it is typed in. */

import type { Notice } from '../model/notice.ts';
import { noticeOf } from '../model/read.ts';
import { looksLikeNotice } from '../model/recognise.ts';
import { type BaselineEntry, keysOf, pathFrom, withoutKnown } from '../project/baseline.ts';
import { type Config, DEFAULT_CONFIG } from '../project/config.ts';
import { baselineOf, type Files, type Found, Project } from '../project/project.ts';
import { EMPTY_REGISTRY, parseRegistry, type Registry } from '../registry/registry.ts';
import { lint } from '../rules/lint.ts';
import type { Finding } from '../rules/rule.ts';
import { type Document, editDocument, readDocument } from '../syntax/document.ts';
import { Lines } from '../syntax/lines.ts';

/** A change as the protocol gives it: a range in lines and columns, or the whole text. */
export interface Change {
  readonly range?: { readonly start: Place; readonly end: Place };
  readonly text: string;
}

export interface Place {
  readonly line: number;
  readonly character: number;
}

const NOTHING_KNOWN: readonly BaselineEntry[] = [];
const NOTHING_FOUND: Found<Config> = { value: DEFAULT_CONFIG, uris: [], problems: [] };

/** An open notice. What is derived from its text is made when first asked for after a change. */
export class OpenNotice {
  readonly uri: string;
  version: number;
  /** A .txt is a notice only if it reads as one; a *.notice always is. */
  readonly #certain: boolean;
  #document: Document;
  #lines: Lines | undefined;
  #notice: Notice | undefined;
  #found: readonly Finding[] | undefined;
  #findings: readonly Finding[] | undefined;
  #known = NOTHING_KNOWN;
  config = NOTHING_FOUND;
  registry: Found<Registry> = { value: EMPTY_REGISTRY, uris: [], problems: [] };
  /** The search for both that was begun last. It may fail; a notice without them is one all the same. */
  located: Promise<unknown> = Promise.resolve();

  constructor(uri: string, version: number, text: string, certain: boolean) {
    this.uri = uri;
    this.version = version;
    this.#certain = certain;
    this.#document = readDocument(text, DEFAULT_CONFIG.labels);
  }

  get text(): string {
    return this.#document.text;
  }

  get lines(): Lines {
    this.#lines ??= new Lines(this.#document.text);
    return this.#lines;
  }

  get notice(): Notice {
    this.#notice ??= noticeOf(this.#document);
    return this.#notice;
  }

  get isNotice(): boolean {
    return this.#certain || looksLikeNotice(this.notice);
  }

  /** All that is found, also what a baseline knows. */
  get allFindings(): readonly Finding[] {
    this.#found ??= this.isNotice
      ? lint(this.notice, { registry: this.registry.value, settings: this.config.value.settings })
      : [];
    return this.#found;
  }

  get findings(): readonly Finding[] {
    if (!this.#known.length) return this.allFindings;
    const { allFindings: found, text, notice } = this;
    this.#findings ??= withoutKnown(found, keysOf(found, text, notice.starts), this.#known).left;
    return this.#findings;
  }

  edit(changes: readonly Change[], version: number): void {
    for (const { range, text } of changes) {
      if (!range) this.#document = readDocument(text, this.#document.vocabulary);
      else {
        const start = this.lines.offset(range.start.line, range.start.character);
        const end = Math.max(start, this.lines.offset(range.end.line, range.end.character));
        this.#document = editDocument(this.#document, { start, end, insert: text });
      }
      this.#lines = undefined;
    }
    this.version = version;
    this.#notice = undefined;
    this.#forgetFindings();
  }

  #forgetFindings(): void {
    this.#found = undefined;
    this.#findings = undefined;
  }

  /** Finds configuration, registry and baseline anew. @returns whether one of them changed */
  async locate(project: Project): Promise<boolean> {
    const config = await project.config(this.uri);
    const registry = await project.registry(this.uri, this.notice.settings, config);
    const known = await this.#knownIn(project, config);
    const changed =
      config.value !== this.config.value || registry.value !== this.registry.value || known !== this.#known;
    if (config.value.labels !== this.config.value.labels) {
      this.#document = readDocument(this.#document.text, config.value.labels);
      this.#notice = undefined;
    }
    this.config = config;
    this.registry = registry;
    this.#known = known;
    if (changed) this.#forgetFindings();
    return changed;
  }

  /** What the baseline that the configuration names knows of this file. */
  async #knownIn(project: Project, config: Found<Config>): Promise<readonly BaselineEntry[]> {
    const baseline = baselineOf(config);
    if (baseline === undefined) return NOTHING_KNOWN;
    return (await project.baseline(baseline)).value.get(pathFrom(baseline, this.uri)) ?? NOTHING_KNOWN;
  }
}

/** An open registry. */
export class OpenRegistry {
  readonly uri: string;
  version: number;
  text: string;
  #lines: Lines | undefined;
  #registry: Registry | undefined;

  constructor(uri: string, version: number, text: string) {
    this.uri = uri;
    this.version = version;
    this.text = text;
  }

  get lines(): Lines {
    this.#lines ??= new Lines(this.text);
    return this.#lines;
  }

  get registry(): Registry {
    this.#registry ??= parseRegistry(this.text, this.uri);
    return this.#registry;
  }

  edit(changes: readonly Change[], version: number): void {
    for (const { range, text } of changes) {
      if (!range) this.text = text;
      else {
        const start = this.lines.offset(range.start.line, range.start.character);
        const end = this.lines.offset(range.end.line, range.end.character);
        this.text = this.text.slice(0, start) + text + this.text.slice(end);
      }
      this.#lines = undefined;
    }
    this.version = version;
    this.#registry = undefined;
  }
}

export class Workspace {
  readonly notices = new Map<string, OpenNotice>();
  readonly registries = new Map<string, OpenRegistry>();
  readonly project: Project;
  readonly #files: Files;

  constructor(files: Files) {
    this.#files = files;
    // What is open counts before what is on disk.
    this.project = new Project({
      read: async (uri) => {
        const open = this.registries.get(normal(uri));
        return open ? new TextEncoder().encode(open.text) : files.read(uri);
      },
      list: (folder) => files.list(folder),
    });
  }

  /** The text of a file, open or not. */
  async read(uri: string): Promise<string | undefined> {
    const open = this.find(uri);
    if (open) return open.text;
    const bytes = await this.#files.read(uri);
    return bytes && new TextDecoder().decode(bytes);
  }

  open(uri: string, language: string, version: number, text: string): void {
    if (language === 'tasknotice-registry' || uri.endsWith('.registry')) {
      this.registries.set(normal(uri), new OpenRegistry(uri, version, text));
    } else
      this.notices.set(uri, new OpenNotice(uri, version, text, language === 'tasknotice' || uri.endsWith('.notice')));
  }

  find(uri: string): OpenNotice | OpenRegistry | undefined {
    return this.notices.get(uri) ?? this.registries.get(normal(uri));
  }

  registryOf(uri: string): OpenRegistry | undefined {
    return this.registries.get(normal(uri));
  }

  close(uri: string): void {
    this.notices.delete(uri);
    this.registries.delete(normal(uri));
  }
}

/** Clients escape URIs each in their own way (%3A, %E4…); URL has one. */
export function normal(uri: string): string {
  try {
    return new URL(decodeURIComponent(uri)).href;
  } catch {
    return uri;
  }
}
