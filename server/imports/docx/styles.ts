/** Styles of a Word document, with what they take over from those that they are based on. */
import { child, toggle, valOf, type XmlElement } from '../xml.ts';

/** What a style says of a paragraph, as far as it bears on the text. */
export interface Style {
  readonly id: string;
  readonly numId?: string | undefined;
  readonly numLevel?: string | undefined;
  /** The style in which the number is said: the level may be bound to it. */
  readonly numStyle?: string | undefined;
  readonly outline?: number | undefined;
  readonly align?: string | undefined;
  readonly hidden?: boolean | undefined;
  readonly opensPage?: boolean | undefined;
}

export class Styles {
  readonly #elements = new Map<string, XmlElement>();
  readonly #read = new Map<string, Style>();
  /** The style of paragraphs that name none. */
  readonly #usual: string | undefined;

  constructor(root: XmlElement | undefined) {
    for (const element of root?.children ?? []) {
      const id = element.attributes['w:styleId'];
      if (element.name !== 'w:style' || id === undefined) continue;
      this.#elements.set(id, element);
      if (element.attributes['w:type'] === 'paragraph' && /^(1|true|on)$/.test(element.attributes['w:default'] ?? ''))
        this.#usual ??= id;
    }
  }

  /** @param id of a paragraph's style; of none, the usual one */
  paragraph(id: string | undefined): Style {
    return this.of(id !== undefined && this.#elements.has(id) ? id : this.#usual);
  }

  of(id: string | undefined): Style {
    if (id === undefined) return { id: '' };
    const known = this.#read.get(id);
    if (known) return known;
    // Styles that are based on each other in a circle end here.
    this.#read.set(id, { id });
    const element = this.#elements.get(id);
    const base = element && valOf(element, 'w:basedOn');
    const style = readStyle(id, element, base === undefined ? { id: '' } : this.of(base));
    this.#read.set(id, style);
    return style;
  }
}

function readStyle(id: string, element: XmlElement | undefined, base: Style): Style {
  const properties = child(element, 'w:pPr');
  const numbering = child(properties, 'w:numPr');
  const numId = valOf(numbering, 'w:numId');
  return {
    id,
    numId: numId ?? base.numId,
    numLevel: valOf(numbering, 'w:ilvl') ?? (numId === undefined ? base.numLevel : undefined),
    numStyle: numbering ? id : base.numStyle,
    outline: outlineOf(properties) ?? base.outline,
    align: valOf(properties, 'w:jc') ?? base.align,
    hidden: toggle(child(element, 'w:rPr'), 'w:vanish') ?? base.hidden,
    opensPage: toggle(properties, 'w:pageBreakBefore') ?? base.opensPage,
  };
}

/** 0 for the outermost, 9 for body text. */
export function outlineOf(properties: XmlElement | undefined): number | undefined {
  const level = Number(valOf(properties, 'w:outlineLvl') ?? Number.NaN);
  return Number.isInteger(level) && level >= 0 && level <= 9 ? level : undefined;
}
