/** Which rules say what, how loudly: a preset, and what an office changes of it. */
import type { Options, OptionValue, Preset, Report, Rule, Severity, ValuesOf } from './rule.ts';

export const PRESETS: readonly Preset[] = ['recommended', 'strict', 'published'];

/** What is set of one rule. What is left out is the preset's, or the rule's own. */
export interface RuleSetting {
  readonly severity?: Severity | 'off';
  readonly options?: Readonly<Record<string, OptionValue>>;
}

/** One object for one configuration: findings are kept for as long as their settings are the same object. */
export interface Settings {
  readonly preset: Preset;
  /** `own` is what the rule says of this one finding, where that differs from what it says of all. */
  severityOf(rule: Rule, own?: Report['severity']): Severity | 'off';
  optionsOf(rule: Rule): ValuesOf<Options>;
}

/**
 * Settings of a preset with changes by rule. They know rules only as they are asked about them, so that whoever does not
 * lint loads none.
 *
 * @param only ids of the rules to run, were they off or not; all others are off
 */
export function settingsOf(
  preset: Preset,
  changes: Readonly<Record<string, RuleSetting>> = {},
  only?: ReadonlySet<string>,
): Settings {
  const options = new Map<Rule, ValuesOf<Options>>();
  const severityOf: Settings['severityOf'] = (rule, own) => {
    const usual = rule.presets?.[preset] ?? rule.severity;
    return changes[rule.id]?.severity ?? (own && rule.presets?.[preset] ? quieter(own, usual) : (own ?? usual));
  };
  return {
    preset,
    severityOf: (rule, own) => {
      if (only && !only.has(rule.id)) return 'off';
      // A rule that is asked for by name runs, as loudly as it would if it were on.
      return only && severityOf(rule) === 'off' ? rule.severity : severityOf(rule, own);
    },
    optionsOf: (rule) => {
      let values = options.get(rule);
      if (!values) {
        const own = Object.entries(rule.options ?? {}).map(([key, option]) => [key, option.default]);
        values = { ...Object.fromEntries(own), ...changes[rule.id]?.options };
        options.set(rule, values!);
      }
      return values!;
    },
  };
}

const LOUDNESS: readonly (Severity | 'off')[] = ['off', 'info', 'warning', 'error'];

/** What a rule says of one finding does not make it louder than a preset wants it. */
function quieter(own: Severity, usual: Severity | 'off'): Severity | 'off' {
  return LOUDNESS.indexOf(own) < LOUDNESS.indexOf(usual) ? own : usual;
}

export const RECOMMENDED = settingsOf('recommended');
