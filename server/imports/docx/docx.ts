/** Word documents (ECMA-376 WordprocessingML, transitional and strict), without running, resolving or fetching anything. */
import { DOCUMENT_NUMBER } from '../../model/head.ts';
import { isArchive, namesIn, unpack } from '../archive.ts';
import type { Block, Draft, Paragraph, Place } from '../draft.ts';
import type { Refused, Source } from '../import.ts';
import { isCompound, refuseCompound } from '../ole.ts';
import { damaged, isRefused } from '../refusals.ts';
import { child, readXml, valOf, type XmlElement } from '../xml.ts';
import type { Notes } from './inline.ts';
import { Numbering, readLists } from './numbering.ts';
import { Remarks } from './remarks.ts';
import { type Piece, type Sources, StoryReader } from './story.ts';
import { Styles } from './styles.ts';
import { textWithin } from './within.ts';

const PART =
  /^(.*\/)?(_rels\/[^/]+\.rels|(document|styles|numbering|footnotes|endnotes|comments|header|footer)\d*\.xml)$/;

export const docx: Source = {
  extensions: ['docx', 'docm', 'dotx', 'dotm'],

  recognises: (bytes) => isArchive(bytes) && [...namesIn(bytes)].some((name) => /^word\/document\d*\.xml$/.test(name)),

  async read(bytes) {
    if (isCompound(bytes)) return refuseCompound(bytes);
    const parts = await unpack(bytes, (name) => PART.test(name));
    if (isRefused(parts)) return parts;
    const document = await readParts(parts);
    return isRefused(document) ? document : draftOf(document);
  },
};

interface WordDocument {
  readonly body: XmlElement;
  /** By what they are, and the headers and footers in the order of their sections. */
  readonly styles: XmlElement | undefined;
  readonly numbering: XmlElement | undefined;
  readonly footnotes: XmlElement | undefined;
  readonly endnotes: XmlElement | undefined;
  readonly comments: XmlElement | undefined;
  readonly margins: readonly XmlElement[];
}

/** What one part says of where another is. */
interface Relation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

async function readParts(parts: ReadonlyMap<string, Uint8Array>): Promise<WordDocument | Refused> {
  const NO_BODY = damaged({ zh: '找不到正文', en: 'its text is missing' });
  const top = await relationsOf(parts, '');
  if (isRefused(top)) return top;
  const named = top.find(({ type }) => type === 'officeDocument')?.target;
  const main = named !== undefined && parts.has(named) ? named : 'word/document.xml';
  const relations = await relationsOf(parts, main);
  if (isRefused(relations)) return relations;
  const bytes = parts.get(main);
  const document = bytes && (await readXml(bytes, main));
  if (isRefused(document)) return document;
  const bodies = document?.children.filter(({ name }) => name === 'w:body') ?? [];
  if (bodies.length === 0) return NO_BODY;
  // A file that was put together carelessly has several; Word shows them all.
  const body = { ...bodies[0]!, children: bodies.flatMap(({ children }) => children) };
  const roots = new Map<string, XmlElement>();
  for (const type of ['styles', 'numbering', 'footnotes', 'endnotes', 'comments']) {
    const target = relations.find((relation) => relation.type === type)?.target;
    const part = target === undefined ? undefined : parts.get(target);
    const root = part && (await readXml(part, target!));
    if (isRefused(root)) return root;
    if (root) roots.set(type, root);
  }
  const margins: XmlElement[] = [];
  for (const id of marginsOf(body)) {
    const target = relations.find((relation) => relation.id === id)?.target;
    const part = target === undefined ? undefined : parts.get(target);
    const root = part && (await readXml(part, target!));
    // A footer that can't be read is no reason not to read the text.
    if (root && !isRefused(root)) margins.push(root);
  }
  return {
    body,
    styles: roots.get('styles'),
    numbering: roots.get('numbering'),
    footnotes: roots.get('footnotes'),
    endnotes: roots.get('endnotes'),
    comments: roots.get('comments'),
    margins,
  };
}

/** What a part refers to within the file (ISO/IEC 29500-2, 9.3); '' for the package itself. */
async function relationsOf(parts: ReadonlyMap<string, Uint8Array>, of: string): Promise<readonly Relation[] | Refused> {
  const slash = of.lastIndexOf('/') + 1;
  const bytes = parts.get(`${of.slice(0, slash)}_rels/${of.slice(slash)}.rels`);
  if (!bytes) return [];
  const root = await readXml(bytes, '_rels');
  if (isRefused(root)) return root;
  return root.children
    .filter(({ attributes }) => attributes.TargetMode !== 'External')
    .map(({ attributes: { Id = '', Type = '', Target = '' } }) => ({
      id: Id,
      type: Type.slice(Type.lastIndexOf('/') + 1),
      target: pathOf(of.slice(0, slash), Target),
    }));
}

function pathOf(folder: string, target: string): string {
  const path: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/').toLowerCase();
}

function sectionsOf(body: XmlElement): XmlElement[] {
  return body.children.flatMap((element) => {
    const section = element.name === 'w:sectPr' ? element : child(child(element, 'w:pPr'), 'w:sectPr');
    return section ? [section] : [];
  });
}

/** The ids of the headers and footers, as the sections name them; each once. */
function marginsOf(body: XmlElement): ReadonlySet<string> {
  return new Set(
    sectionsOf(body).flatMap(({ children }) =>
      children
        .filter(({ name }) => name === 'w:headerReference' || name === 'w:footerReference')
        .map(({ attributes }) => attributes['r:id'] ?? ''),
    ),
  );
}

function draftOf(document: WordDocument): Draft {
  const styles = new Styles(document.styles);
  const remarks = new Remarks();
  const notes = {
    footnote: notesOf(document.footnotes),
    endnote: notesOf(document.endnotes),
    comment: notesOf(document.comments),
  };
  const sources: Sources = { styles, remarks, notes, numbering: new Numbering(readLists(document.numbering), styles) };
  const blocks: Block[] = [];
  let paragraphs = 0;
  let tables = 0;
  const paragraphPlace = (n: number): Place => ({ zh: `第${n}段`, en: `paragraph ${n}` });
  const tablePlace = (n: number): Place => ({ zh: `表${n}`, en: `table ${n}` });
  const emit = (piece: Piece): void => {
    if (piece.kind === 'table') blocks.push({ ...piece, place: tablePlace(++tables) });
    else blocks.push(paragraphOf(piece, paragraphPlace(++paragraphs)));
  };
  readMargins(document.margins, sources, emit);
  const place = (kind: Piece['kind']): Place =>
    kind === 'table' ? tablePlace(tables + 1) : paragraphPlace(paragraphs + 1);
  const sections = sectionsOf(document.body).map((section) => valOf(section, 'w:type'));
  const story = new StoryReader(sources, place, emit, sections);
  story.read(document.body.children);
  story.end();
  return { blocks, remarks: remarks.all() };
}

function paragraphOf(piece: Exclude<Piece, { kind: 'table' }>, place: Place): Paragraph {
  const { text, number, heading, align, opensPage } = piece;
  return {
    kind: 'paragraph',
    text,
    ...(number && { number }),
    ...(heading !== undefined && { heading }),
    ...(align !== undefined && { align }),
    whole: true,
    ...(opensPage && { opensPage }),
    place,
  };
}

/** Headers repeat on each page and are no text, but some offices put their letterhead there. */
function readMargins(margins: readonly XmlElement[], sources: Sources, emit: (piece: Piece) => void): void {
  const place: Place = { zh: '页眉页脚', en: 'header or footer' };
  const seen = new Set<string>();
  for (const margin of margins) {
    const pieces: Piece[] = [];
    const story = new StoryReader(
      sources,
      () => place,
      (piece) => pieces.push(piece),
    );
    story.read(margin.children);
    story.end();
    for (const piece of pieces) {
      if (piece.kind === 'table') continue;
      const text = piece.text.trim();
      // A page number and its dashes say nothing.
      if (!/\p{L}/u.test(text) || seen.has(text)) continue;
      seen.add(text);
      if (margin.name === 'w:hdr' && (/\p{L}文\s*件$/u.test(text) || DOCUMENT_NUMBER.test(text))) {
        sources.remarks.add('letterhead', text, place);
        emit(piece);
      } else sources.remarks.add('header', text, place);
    }
  }
}

function notesOf(root: XmlElement | undefined): Notes {
  return new Map(
    (root?.children ?? []).map((note) => [
      note.attributes['w:id'] ?? '',
      note.children.map((paragraph) => textWithin(paragraph, 'w:t')).join(' '),
    ]),
  );
}
