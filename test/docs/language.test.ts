/** Each example of docs/language.md means what the page says it means. Adding a test is adding an example. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readNotice } from '../../server/model/read.ts';
import { parseConfig } from '../../server/project/config-read.ts';
import { tableAs } from '../support/exported.ts';

interface Meaning {
  readonly notice?: Record<string, unknown>;
  readonly tasks: readonly Record<string, unknown>[];
}

interface Example {
  readonly name: string;
  readonly text: string;
  /** The tasknotice.json that stands before the example. */
  readonly config?: string;
  readonly meaning: Meaning;
}

const page = readFileSync(new URL('../../docs/language.md', import.meta.url), 'utf8');

/** ```notice blocks, each with the ```json block of its meaning after it, under the heading that they stand under. */
function readExamples(markdown: string): Example[] {
  const examples: Example[] = [];
  let heading = '';
  let config: string | undefined;
  let text: string | undefined;
  for (const [, title, kind, content] of markdown.matchAll(/^#+ (.+)$|^```(\w+)\n([\s\S]*?)^```$/gm)) {
    if (title) heading = title;
    else if (kind === 'jsonc') config = content;
    else if (kind === 'notice') {
      if (text !== undefined) throw new Error(`${heading}: an example has no meaning`);
      text = content!;
    } else if (kind === 'json') {
      if (text === undefined) throw new Error(`${heading}: a meaning has no example`);
      const parsed: Meaning | Meaning['tasks'] = JSON.parse(content!);
      const meaning = 'tasks' in parsed ? parsed : { tasks: parsed };
      examples.push({ name: `${heading} (${examples.length + 1})`, text, ...(config && { config }), meaning });
      text = config = undefined;
    }
  }
  return examples;
}

describe('the examples of the reference', () => {
  const examples = readExamples(page);

  it('are there', () => expect(examples.length).toBeGreaterThan(40));

  it.each(examples)('$name', async ({ text, config, meaning }) => {
    const { config: read, problems } = parseConfig(config ?? '{}');
    expect(problems).toEqual([]);
    const exported = JSON.parse(String(await tableAs(readNotice(text, { vocabulary: read.for('').labels }), 'json')));
    expect(exported.tasks).toHaveLength(meaning.tasks.length);
    expect(exported).toMatchObject(meaning);
  });
});
