/** The notice as a web page, read as a browser reads it. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { type DefaultTreeAdapterMap, parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { exportNotice } from '../../server/formats/index.ts';
import { officialPage } from '../../server/formats/notice/compose.ts';
import { type TextBlock, textOf } from '../../server/formats/notice/document.ts';
import { layOutNotice } from '../../server/formats/notice/layout.ts';
import { readNotice } from '../../server/model/read.ts';
import { root } from '../support/shared.ts';

type Element = DefaultTreeAdapterMap['element'];
type Node = DefaultTreeAdapterMap['node'];

const corpus = path.join(root, 'test/model/corpus');
const NAMES = readdirSync(corpus).filter((name) => name.endsWith('.notice'));

function all(node: Node, test: (element: Element) => boolean): Element[] {
  const own = 'tagName' in node && test(node) ? [node] : [];
  return 'childNodes' in node ? [...own, ...node.childNodes.flatMap((child) => all(child, test))] : own;
}

const named = (node: Node, ...names: string[]) => all(node, ({ tagName }) => names.includes(tagName));
const attribute = (element: Element, name: string) => element.attrs.find((one) => one.name === name)?.value;

function written(node: Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(written).join('') : '';
}

async function html(text: string): Promise<string> {
  return String((await exportNotice(readNotice(text), 'notice', 'html')).files[0]!.content);
}

/** What a reader copies: heads and paragraphs, without page numbers and tables. */
function paragraphs(page: Node): string[] {
  return named(page, 'p', 'h1', 'h2', 'h3', 'h4', 'h5')
    .filter((element) => !attribute(element, 'class')?.includes('number'))
    .map(written);
}

const bare = (text: string) => text.replace(/\s/g, '');

describe('the notice as a web page', () => {
  it('keeps the blank between two fields where a line breaks', async () => {
    for (let pad = 0; pad < 20; pad++) {
      const field = `牵头单位：${'县农业农村局、'.repeat(2)}县水利局${'、县林业局'.repeat(pad % 4)}${'甲'.repeat(pad)}　完成时限：6月底前`;
      const page = parse(await html(`云溪县人民政府关于春耕的通知\n\n一、备耕\n\n1.备足种子。\n${field}\n`));
      expect(paragraphs(page), field).toContain(field);
    }
  });

  it.each(NAMES)('says of %s all that prints, once and in order', async (name) => {
    const text = readFileSync(path.join(corpus, name), 'utf8');
    const notice = readNotice(text);
    const document = officialPage(notice);
    const page = parse(await html(text));
    const layout = layOutNotice(document);
    expect(named(page, 'section')).toHaveLength(layout.pages.length);
    const upright = named(page, 'section').filter((section) => !attribute(section, 'class')!.includes('turned'));
    const blocks = document.blocks.filter((block): block is TextBlock => block.kind === 'text').map(textOf);
    const { head, imprint } = document;
    const aroundText = head ? [head.copy, head.secrecy, head.urgency, head.mark, head.number] : [];
    const signer = head?.signer === undefined ? [] : [`签发人：${head.signer}`];
    const below = imprint ? [...imprint.copies, imprint.printer, imprint.printed] : [];
    const should = [...aroundText, ...signer, ...blocks, ...below].map((one) => bare(one ?? '')).join('');
    expect(bare(upright.flatMap(paragraphs).join(''))).toBe(should);
  });

  it('copies a paragraph of several lines as one, and a title of several lines as one', async () => {
    const sentence =
      '推进冷链物流园建设，完善仓储、分拣、配送设施，建成后年吞吐能力达到12万吨以上，带动周边乡镇农户增收。'.repeat(3);
    const page = parse(
      await html(
        `云溪县人民政府办公室关于印发2026年重点工作任务分解方案的通知\n\n一、做强产业\n1.${sentence}\n牵头单位：县发改委。\n`,
      ),
    );
    expect(paragraphs(page)).toContain(`1.${sentence}`);
    expect(named(page, 'h1').map(written)).toEqual(['云溪县人民政府办公室关于印发2026年重点工作任务分解方案的通知']);
    expect(named(page, 'h2').map(written)).toContain('一、做强产业');
  });

  it('asks for nothing from elsewhere, and names title and author', async () => {
    const text = readFileSync(path.join(root, 'examples/云溪县2026年重点工作任务分解.notice'), 'utf8');
    const source = await html(text);
    const page = parse(source);
    expect(attribute(named(page, 'html')[0]!, 'lang')).toBe('zh-CN');
    expect(written(named(page, 'title')[0]!)).toContain('云溪县');
    expect(named(page, 'script', 'link', 'img', 'iframe', 'object', 'base')).toEqual([]);
    expect(source).not.toMatch(/https?:|url\(|@import| on\w+=/);
  });

  it('shows any text as it stands', async () => {
    const said = fc.string({
      unit: fc.constantFrom(...'云溪县a9"“”（）、，。<>&;#\'/=!\\`𠀀'),
      minLength: 1,
      maxLength: 80,
    });
    await fc.assert(
      fc.asyncProperty(said, async (text) => {
        const page = parse(await html(`云溪县关于重点工作的通知\n\n一、产业\n1.开工${text}完\n牵头单位：县发改委。\n`));
        expect(bare(paragraphs(page).join(''))).toContain(bare(`1.开工${text}完`));
      }),
      { numRuns: 100 },
    );
  });
});
