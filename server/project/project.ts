/**
 * What belongs to a notice: its configuration and its registry, found beside it and up the folders. Files are named by
 * URI and read through the door's own hands, so editor, command line and browser find the same.
 */
import type { Setting } from '../model/notice.ts';
import { EMPTY_REGISTRY, mergeRegistries, parseRegistry, type Registry } from '../registry/registry.ts';
import { decode } from '../syntax/encoding.ts';
import { type Baseline, EMPTY_BASELINE, parseBaseline } from './baseline.ts';
import { type Asked, CONFIG_FILE, type Config, ConfigFile, DEFAULT_CONFIG } from './config.ts';

/** The files that a door can reach. Neither call throws. */
export interface Files {
  /** The bytes of a file; undefined where there is none or it cannot be read. */
  read(uri: string): Promise<Uint8Array | undefined>;
  /** Names of the files in a folder, sorted. */
  list(folder: string): Promise<readonly string[]>;
}

export interface Found<T> {
  readonly value: T;
  /** Where it was found; empty where nothing was. */
  readonly uris: readonly string[];
  /** What was named but cannot be read, or reads wrongly: a sentence each. */
  readonly problems: readonly string[];
}

const REGISTRY_KEYS = ['名册', '单位名册', 'registry'];

export class Project {
  readonly #files: Files;
  readonly #asked: Asked;
  /** What holds where there is no configuration. */
  readonly #none: Config;
  readonly #baselines = new Map<string, Promise<Found<Baseline>>>();
  readonly #registries = new Map<string, Promise<Registry | undefined>>();
  readonly #configs = new Map<string, Promise<Found<ConfigFile> | undefined>>();
  readonly #folders = new Map<string, Promise<readonly string[]>>();
  readonly #merged = new Map<string, Registry>();

  constructor(files: Files, asked: Asked = {}) {
    this.#files = files;
    this.#asked = asked;
    const none = (): Config => new ConfigFile(DEFAULT_CONFIG, { rules: {} }, []).for('', asked);
    this.#none = Object.keys(asked).length ? none() : DEFAULT_CONFIG;
  }

  /** Forgets what was read: a file has changed. */
  forget(): void {
    this.#baselines.clear();
    this.#registries.clear();
    this.#configs.clear();
    this.#folders.clear();
    this.#merged.clear();
  }

  /**
   * The configuration of a file: the nearest tasknotice.json up the folders.
   *
   * @param given the one to take instead; false for none
   */
  async config(uri: string, given?: string | false): Promise<Found<Config>> {
    const none = { value: this.#none, uris: [] };
    if (given) {
      const found = await this.#readConfig(given);
      if (found) return configFor(uri, found, this.#asked);
      return { ...none, problems: [unreadable(given)] };
    }
    for (const folder of given === false ? [] : foldersUp(uri)) {
      const found = await this.#readConfig(new URL(CONFIG_FILE, folder).href);
      if (found) return configFor(uri, found, this.#asked);
    }
    return { ...none, problems: [] };
  }

  /** What is known of old notices and put aside. */
  baseline(uri: string): Promise<Found<Baseline>> {
    let reading = this.#baselines.get(uri);
    if (!reading) {
      reading = this.#files.read(uri).then((bytes) => {
        const decoded = bytes && decode(bytes);
        if (!decoded) return { value: EMPTY_BASELINE, uris: bytes ? [uri] : [], problems: [unreadable(uri)] };
        const { baseline, problems } = parseBaseline(decoded.text);
        return { value: baseline, uris: [uri], problems: problems.map((problem) => `${nameOf(uri)}：${problem}`) };
      });
      this.#baselines.set(uri, reading);
    }
    return reading;
  }

  /** The registry of a notice: named in its front matter, else in the configuration, else the nearest *.registry. */
  async registry(
    uri: string,
    settings: readonly Setting[],
    config: Found<Config>,
    given: readonly string[] = [],
  ): Promise<Found<Registry>> {
    if (given.length) return this.#readRegistries(given);
    const setting = settings.find(({ key }) => REGISTRY_KEYS.includes(key));
    if (setting?.value)
      return this.#readRegistries(setting.value.split(/[、，,]/).map((path) => relative(path.trim(), uri)));
    if (config.value.registry.length) {
      return this.#readRegistries(config.value.registry.map((path) => relative(path, config.uris[0] ?? uri)));
    }
    for (const folder of foldersUp(uri)) {
      const names = (await this.#list(folder)).filter((name) => name.endsWith('.registry'));
      if (names.length)
        return this.#readRegistries(names.map((name) => new URL(encodeURIComponent(name), folder).href));
    }
    return { value: EMPTY_REGISTRY, uris: [], problems: [] };
  }

  async #readRegistries(uris: readonly string[]): Promise<Found<Registry>> {
    const found: string[] = [];
    const problems: string[] = [];
    const registries: Registry[] = [];
    for (const uri of uris) {
      const registry = await this.#readRegistry(uri);
      if (registry) {
        found.push(uri);
        registries.push(registry);
      } else problems.push(unreadable(uri));
    }
    const key = found.join('\n');
    // One object for one set of files: findings are kept for as long as their registry is the same.
    const value = this.#merged.get(key) ?? (registries.length ? mergeRegistries(registries) : EMPTY_REGISTRY);
    this.#merged.set(key, value);
    return { value, uris: found, problems };
  }

  #readRegistry(uri: string): Promise<Registry | undefined> {
    let reading = this.#registries.get(uri);
    if (!reading) {
      reading = this.#files.read(uri).then((bytes) => {
        const decoded = bytes && decode(bytes);
        return decoded && parseRegistry(decoded.text, uri);
      });
      this.#registries.set(uri, reading);
    }
    return reading;
  }

  #readConfig(uri: string): Promise<Found<ConfigFile> | undefined> {
    let reading = this.#configs.get(uri);
    if (!reading) {
      reading = this.#files.read(uri).then(async (bytes) => {
        if (!bytes) return undefined;
        // Brings all rules along, to know what may be set: not for a notice without a configuration.
        const { parseConfig } = await import('./config-read.ts');
        const decoded = decode(bytes);
        if (!decoded) return { value: parseConfig('{}').config, uris: [uri], problems: [unreadable(uri)] };
        const { config, problems } = parseConfig(decoded.text);
        return { value: config, uris: [uri], problems: problems.map((problem) => `${nameOf(uri)}：${problem}`) };
      });
      this.#configs.set(uri, reading);
    }
    return reading;
  }

  #list(folder: string): Promise<readonly string[]> {
    let listing = this.#folders.get(folder);
    if (!listing) {
      listing = this.#files.list(folder);
      this.#folders.set(folder, listing);
    }
    return listing;
  }
}

function relative(path: string, base: string): string {
  if (!URL.canParse('.', base)) return path;
  return new URL(path.split(/[\\/]/).map(encodeURIComponent).join('/'), base).href;
}

/** The folders of a file, nearest first. */
function foldersUp(uri: string): string[] {
  const folders: string[] = [];
  // A notice that no file holds yet stands in no folder.
  if (!URL.canParse('.', uri)) return folders;
  let folder = new URL('.', uri).href;
  for (let i = 0; i < 64; i++) {
    folders.push(folder);
    const parent = new URL('..', folder).href;
    if (parent === folder) break;
    folder = parent;
  }
  return folders;
}

/** Globs of a configuration are relative to its own folder. */
function configFor(uri: string, { value, uris, problems }: Found<ConfigFile>, asked: Asked): Found<Config> {
  const folder = new URL('.', uris[0]!).href;
  const path = uri.startsWith(folder) ? uri.slice(folder.length) : uri;
  return { value: value.for(decodeURIComponent(path), asked), uris, problems };
}

/** Where the baseline is that a configuration names. */
export function baselineOf({ value, uris }: Found<Config>): string | undefined {
  return value.baseline === undefined || !uris[0] ? undefined : relative(value.baseline, uris[0]);
}

export function nameOf(uri: string): string {
  return decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1));
}

function unreadable(uri: string): string {
  return `读不到“${nameOf(uri)}” / cannot read "${nameOf(uri)}"`;
}
