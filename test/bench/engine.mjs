/**
 * Measures the core in a process of its own, and prints the measurements as JSON.
 *
 *   node engine.mjs speed CORE ROUNDS REGISTRY FILE…    FILEs of one size, three or more
 *   node engine.mjs keys CORE EDITS REGISTRY FILE
 *   node engine.mjs typing CORE EDITS REGISTRY FILE                 for a profile: keys in the text of tasks alone
 *   node engine.mjs parse|lint CORE ROUNDS REGISTRY FILE…           for a profile: the same again and again
 *   node --expose-gc engine.mjs heap CORE text|notice|open REGISTRY FILE…
 */
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { keystrokes, TYPED } from './edits.mjs';

/** One scan is over too soon to take its time. */
const SCANS = 20;

const [what, coreFile, how, registryFile, ...files] = process.argv.slice(2);
const core = await import(pathToFileURL(coreFile).href);
const read = (file) => readFileSync(file, 'utf8');
const registry = core.parseRegistry(read(registryFile));
const parse = (text) => core.noticeOf(core.readDocument(text, core.DEFAULT_VOCABULARY));

/** @returns milliseconds. A collection forced before would throw compiled code away, too, and make all look slower. */
function timed(work) {
  const start = performance.now();
  const result = work();
  return [performance.now() - start, result];
}

/**
 * Several texts in turn, because look-ups are kept from one check to the next; and each check has a notice freshly
 * read, because its findings are kept with it.
 */
function speed() {
  const texts = files.map((file) => ({ text: read(file), bytes: readFileSync(file).length }));
  const samples = { floor: [], parse: [], lint: [], lintAlone: [] };
  let turn = 0;
  const next = () => texts[turn++ % texts.length];
  const perMB = (ms, { bytes }) => (ms * 1e6) / bytes;
  for (let round = -2; round < Number(how); round++) {
    const source = next();
    const [floorTime] = timed(() => {
      for (let i = 0; i < SCANS; i++) scan(source.text);
    });
    const [parseTime, notice] = timed(() => parse(source.text));
    const [lintTime] = timed(() => core.lint(notice, { registry }));
    const other = next();
    const another = parse(other.text);
    const [aloneTime] = timed(() => core.lint(another, { registry: core.EMPTY_REGISTRY }));
    if (round < 0) continue;
    samples.floor.push(perMB(floorTime / SCANS, source));
    samples.parse.push(perMB(parseTime, source));
    samples.lint.push(perMB(lintTime, source));
    samples.lintAlone.push(perMB(aloneTime, other));
  }
  return samples;
}

/** What any reader does at least: the lines, and whether each is a heading, a task or a field. */
function scan(text) {
  let kinds = 0;
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf('\n', start);
    if (LINE.test(text.slice(start, end < 0 ? text.length : end))) kinds++;
    start = end < 0 ? text.length : end + 1;
  }
  return kinds;
}

const LINE = /^\s*(?:[一二三四五六七八九十百千]+、|（[一二三四五六七八九十]+）|\d+[.．]|[^：:]{2,8}[：:])/;

function typing() {
  return keys((inField) => !inField);
}

function parseOnly() {
  const texts = files.map(read);
  for (let round = 0; round < Number(how); round++) parse(texts[round % texts.length]);
  return {};
}

function parseAndLint() {
  const texts = files.map(read);
  for (let round = 0; round < Number(how); round++) core.lint(parse(texts[round % texts.length]), { registry });
  return {};
}

/** One keystroke without an editor: what it touches is read again, the notice put together, its findings found. */
function keys(where = () => true) {
  const [text] = files.map(read);
  let document = core.readDocument(text, core.DEFAULT_VOCABULARY);
  core.lint(core.noticeOf(document), { registry });
  const samples = { edit: [], notice: [], lint: [], whole: [], inText: [], inField: [] };
  const warmUp = 20;
  let count = -warmUp;
  for (const { offset, inserts, inField } of keystrokes(text)) {
    if (!where(inField)) continue;
    const edit = inserts
      ? { start: offset, end: offset, insert: TYPED }
      : { start: offset, end: offset + TYPED.length, insert: '' };
    const start = performance.now();
    document = core.editDocument(document, edit);
    const edited = performance.now();
    const notice = core.noticeOf(document);
    const placed = performance.now();
    core.lint(notice, { registry });
    const end = performance.now();
    if (count++ >= 0) {
      samples.edit.push(edited - start);
      samples.notice.push(placed - edited);
      samples.lint.push(end - placed);
      samples.whole.push(end - start);
      samples[inField ? 'inField' : 'inText'].push(end - start);
    }
    if (count >= Number(how)) return samples;
  }
  return samples;
}

/** @returns bytes of heap for a byte of source, of what is kept alive: the texts, the notices, what an editor keeps */
function heap() {
  const warm = parse(read(files[0]));
  core.lint(warm, { registry });
  const keep = {
    text: (text) => text,
    notice: parse,
    open: (text) => {
      const document = core.readDocument(text, core.DEFAULT_VOCABULARY);
      const notice = core.noticeOf(document);
      return { document, notice, findings: core.lint(notice, { registry }) };
    },
  }[how];
  const used = () => {
    for (let i = 0; i < 3; i++) globalThis.gc();
    return process.memoryUsage().heapUsed;
  };
  const kept = [];
  let bytes = 0;
  const before = used();
  for (const file of files) {
    bytes += readFileSync(file).length;
    kept.push(keep(read(file)));
  }
  const after = used();
  return { ratio: (after - before) / bytes, kept: kept.length };
}

process.stdout.write(JSON.stringify({ speed, keys, typing, heap, parse: parseOnly, lint: parseAndLint }[what]()));
