/** Readers of the report formats, made from their documentation and not from our writers. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { SaxesParser } from 'saxes';
import { validateXML } from 'xmllint-wasm';
import { root } from '../support/shared.ts';

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

function schema(name: string): string {
  return readFileSync(path.join(root, 'test/cli/schemas', name), 'utf8');
}

/** What is wrong with a JSON text by a schema. */
export function faultsByJsonSchema(text: string, name: string): readonly unknown[] {
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats(ajv, { mode: 'full' });
  const validate = ajv.compile(JSON.parse(schema(name)));
  return validate(JSON.parse(text)) ? [] : (validate.errors ?? []);
}

/** What is wrong with an XML text, by a schema where one is named. */
export async function faultsOfXml(text: string, name?: string): Promise<readonly string[]> {
  const xml = { fileName: 'report.xml', contents: text };
  const { errors } = await (name
    ? validateXML({ xml, schema: schema(name) })
    : validateXML({ xml, normalization: 'format' }));
  return errors.map(({ message }) => message);
}

/** The root element of an XML text. */
export function readXml(text: string): Element {
  const parser = new SaxesParser();
  const stack: Element[] = [{ name: '', attributes: {}, children: [], text: '' }];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { name, attributes: attributes as Record<string, string>, children: [], text: '' };
    stack.at(-1)!.children.push(element);
    stack.push(element);
  });
  parser.on('text', (piece) => {
    stack.at(-1)!.text += piece;
  });
  parser.on('closetag', () => void stack.pop());
  parser.write(text).close();
  return stack[0]!.children[0]!;
}

export interface WorkflowCommand {
  readonly command: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/** As the runner reads them: a command a line, properties between commas, escapes undone. */
export function readWorkflowCommands(text: string): WorkflowCommand[] {
  const undo = (escaped: string): string =>
    escaped
      .replaceAll('%3A', ':')
      .replaceAll('%2C', ',')
      .replaceAll('%0D', '\r')
      .replaceAll('%0A', '\n')
      .replaceAll('%25', '%');
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const [, command, properties, message] = /^::(\w+) ([^:]*)::(.*)$/.exec(line)!;
      const pairs = properties!.split(',').map((pair) => {
        const at = pair.indexOf('=');
        return [pair.slice(0, at), undo(pair.slice(at + 1))];
      });
      return { command: command!, properties: Object.fromEntries(pairs), message: undo(message!) };
    });
}

/** The text between two places whose columns count UTF-16 units from 1. */
export function textAt(text: string, line: number, column: number, endLine: number, endColumn: number): string {
  const lines = text.split('\n');
  const offset = (at: number, col: number): number =>
    lines.slice(0, at - 1).reduce((sum, each) => sum + each.length + 1, 0) + col - 1;
  return text.slice(offset(line, column), offset(endLine, endColumn));
}

/** The text between two places whose columns count bytes of UTF-8 from 1. */
export function bytesAt(text: string, line: number, column: number, endLine: number, endColumn: number): string {
  const bytes = Buffer.from(text);
  const lines = text.split('\n').map((each) => Buffer.byteLength(each) + 1);
  const offset = (at: number, col: number): number =>
    lines.slice(0, at - 1).reduce((sum, each) => sum + each, 0) + col - 1;
  return bytes.subarray(offset(line, column), offset(endLine, endColumn)).toString();
}
