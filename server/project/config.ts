/** What the configuration file, tasknotice.json, says of a notice. It is read by config-read.ts. */
import { DEFAULT_FMT, type FmtOptions } from '../edits/fmt-options.ts';
import type { FontSet } from '../formats/page/fonts.ts';
import { DEFAULT_FORM, type TableForm } from '../formats/table/templates.ts';
import type { Preset } from '../rules/rule.ts';
import { RECOMMENDED, type RuleSetting, type Settings, settingsOf } from '../rules/settings.ts';
import { DEFAULT_VOCABULARY, type Vocabulary } from '../syntax/labels.ts';

export const CONFIG_FILE = 'tasknotice.json';

/** What the configuration says of one file. */
export interface Config {
  /** Registries, relative to the configuration. */
  readonly registry: readonly string[];
  /** What is known of old notices and put aside, relative to the configuration. */
  readonly baseline?: string;
  readonly settings: Settings;
  /** Labels of the office's own. */
  readonly labels: Vocabulary;
  /** The form that fmt brings notices to. */
  readonly fmt: FmtOptions;
  /** The form of the tables that are exported. */
  readonly table: TableForm;
  /** The faces of documents, where the office names its own. */
  readonly fonts?: FontSet;
}

export const DEFAULT_CONFIG: Config = {
  registry: [],
  settings: RECOMMENDED,
  labels: DEFAULT_VOCABULARY,
  fmt: DEFAULT_FMT,
  table: DEFAULT_FORM,
};

export interface Layer {
  readonly preset?: Preset;
  readonly rules: Readonly<Record<string, RuleSetting>>;
}

/** What is asked for this once, over what the configuration says. */
export interface Asked {
  readonly preset?: Preset;
  readonly rules?: Readonly<Record<string, RuleSetting>>;
  /** Ids of the rules to run, were they off or not; all others are off. */
  readonly only?: ReadonlySet<string>;
}

export interface Override extends Layer {
  /** @param path relative to the configuration */
  readonly covers: (path: string) => boolean;
}

/** A configuration as read: what it says depends on the file that is asked about. */
export class ConfigFile {
  readonly #base: Omit<Config, 'settings'>;
  readonly #layer: Layer;
  readonly #overrides: readonly Override[];
  /** By the overrides that hold. */
  readonly #configs = new Map<string, Config>();

  constructor(base: Omit<Config, 'settings'>, layer: Layer, overrides: readonly Override[]) {
    this.#base = base;
    this.#layer = layer;
    this.#overrides = overrides;
  }

  /**
   * @param path of the file, relative to the configuration, with / between folders
   * @param asked the same object at each call
   */
  for(path: string, asked: Asked = {}): Config {
    const held = this.#overrides.map(({ covers }) => covers(path));
    const layers = [this.#layer, ...this.#overrides.filter((_, index) => held[index])];
    const key = held.join();
    let config = this.#configs.get(key);
    if (!config) {
      const preset = asked.preset ?? layers.findLast((layer) => layer.preset)?.preset ?? 'recommended';
      const rules: Record<string, RuleSetting> = {};
      for (const layer of [...layers, { rules: asked.rules ?? {} }])
        for (const [id, setting] of Object.entries(layer.rules)) rules[id] = { ...rules[id], ...setting };
      config = { ...this.#base, settings: settingsOf(preset, rules, asked.only) };
      this.#configs.set(key, config);
    }
    return config;
  }
}
