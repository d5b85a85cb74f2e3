/**
 * What the TextMate grammars colour. Each case is a document whose last line is looked at: «scope:piece» marks a piece
 * and a scope that it bears, «-:piece» one that stays plain.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, test } from 'vitest';
import oniguruma from 'vscode-oniguruma';
import textmate from 'vscode-textmate';

type Grammar = textmate.IGrammar;

const root = new URL('../../', import.meta.url);
const files: Record<string, string> = {
  'text.tasknotice': 'syntaxes/tasknotice.tmLanguage.json',
  'text.tasknotice-registry': 'syntaxes/tasknotice-registry.tmLanguage.json',
};
let registry: textmate.Registry;

beforeAll(async () => {
  const wasm = createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm');
  await oniguruma.loadWASM(readFileSync(wasm));
  registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (sources) => new oniguruma.OnigScanner(sources),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async (scope) => {
      const file = files[scope];
      return file ? textmate.parseRawGrammar(readFileSync(new URL(file, root), 'utf8'), file) : null;
    },
  });
});

/** The scopes at each character of the document's last line; those before it set the scene. */
function scopesOfLastLine(grammar: Grammar, document: string): string[] {
  let state = textmate.INITIAL;
  let at: string[] = [];
  for (const line of document.split('\n')) {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    at = tokens.flatMap(({ startIndex, endIndex, scopes }) => Array(endIndex - startIndex).fill(scopes.join(' ')));
  }
  return at;
}

async function check(scope: string, marked: string): Promise<void> {
  const grammar = await registry.loadGrammar(scope);
  const scopes = scopesOfLastLine(grammar!, marked.replace(/«[^:]+:([^»]*)»/g, '$1'));
  let offset = 0;
  for (const [whole, expected, piece] of marked
    .split('\n')
    .at(-1)!
    .matchAll(/«([^:]+):([^»]*)»|[^«]+/g)) {
    const text = piece ?? whole;
    for (let i = 0; expected && i < text.length; i++) {
      const found = scopes[offset + i];
      if (expected === '-') expect(found, `${text[i]} of ${text}`).toBe(scope);
      else expect(found, `${text[i]} of ${text}`).toContain(expected);
    }
    offset += text.length;
  }
}

const NOTICE = [
  '«punctuation.definition.front-matter:---»',
  '---\n«entity.name.tag:名册»：«string.unquoted:云溪县.registry»',
  '---\n名册：云溪县.registry\n---\n«entity.name.section.number.1:一、»«markup.heading.1:总体要求»',
  '«comment.line:// 请办公室核一下»',
  '云溪县人民政府«markup.heading.title:关于印发»重点任务分解方案的通知',
  '«constant.numeric.document-number:云政发〔2024〕6号»',
  '«constant.numeric.date:2024年2月26日»',
  '«-:各乡镇人民政府，县直各单位：»',
  '«entity.name.section.number.1:一、»«markup.heading.1:做强特色产业»',
  '«entity.name.section.number.1:第一部分»　«markup.heading.1:总体要求»',
  '«entity.name.section.number.2:（一）»«markup.heading.2:推进升级»',
  '«entity.name.section.number.2:(十二)»推进升级',
  '«constant.numeric.number.2:（八）»«-:压缩办结时限。年内实现。»',
  '　　«constant.numeric.number.3:1.»«-:新建茶园6000亩。»',
  '«constant.numeric.number.3:12．»新建茶园。',
  '«-:1.5万亩茶园。»',
  '«constant.numeric.number.4:（1）»«-:新增众创空间6家。»',
  '«constant.numeric.number.5:1)»净增企业15户。',
  '«constant.numeric.number.5:③»推进。',
  '«label.leader:牵头领导»：«variable.other.leader:岑  柏»«punctuation.separator:、»«variable.other.leader:戚如蓝»«-:。»',
  '«label.lead:牵头责任单位»:«entity.name.type.unit:县农业农村局»«second-name:(县乡村振兴局)»、«unit:县财政局».',
  '«label.lead:牵头科室（单位）»：«entity.name.type.unit:办公室»',
  '«label.support:配合单位»：县科技局、«entity.name.type.unit:县人社局»«keyword.operator.rest:等相关单位»。',
  '«label.unit:责任单位»：«entity.name.type.unit:高等教育处»«keyword.operator.rest:等»',
  '«label.deadline:完成时限»：«constant.numeric.deadline:2024年11月底前»。',
  '«label.remark:备注»：列入专班调度',
  '«-:发布时间:2024-03-29 09:41»',
  '1.建成泊河大道«-:（含引桥）»。（«label.lead:牵头单位»：«meta.responsibility:市交通局»；«label.unit:责任单位»：«entity.name.type.unit:泊东区人民政府»，市公安局«punctuation.section.responsibility.end:）»',
  '（二）发展水上夜游。（«entity.name.type.unit:省文化和旅游厅»«verb.lead:牵头»，«unit:省水利厅»«keyword.operator.rest:等部门»«verb.unit:按职责分工负责»）',
  '推广电子保函。〔«unit:区财政局»«second-name:（国资办）»、区建设局«verb.unit:负责»；«constant.numeric.date:2024年6月底前»〕',
  '让出行更顺畅。(«label.leader:责任领导»:«variable.other.leader:端木谦»)',
  '«string.quoted:《云溪县重点任务》»«-:业经审定»',
  '编制规划46个«-:（不含城镇开发边界内村庄）。»',
  '报县政府督查室«-:（联系电话：0000123）。»',
  '«tag.annex:附件»«constant.numeric.annex:2»：成员单位名单',
];

const REGISTRY = [
  '«keyword.other.record:单位»：«entity.name.type.defined:县自然资源局»«string.other.note:（林业局）»',
  '«keyword.other.record:单位组»：«entity.name.type.defined:县直各单位»',
  '«entity.name.tag:简称»：«variable.other.unit:县发改委»«punctuation.separator:、»«variable.other.unit:发改委»',
  '«entity.name.tag:启用»：«constant.numeric.date:2019年3月1日»',
  '«invalid.deprecated:待核»：县发改局«string.other.note:（出现1次）»',
  '«entity.name.tag:职务»：«string.unquoted:副县长»',
  '«comment.line:// 机构改革后的名册»',
  '«-:领导班子：岑柏»',
];

describe('the notice', () => {
  test.each(NOTICE)('%s', (marked) => check('text.tasknotice', marked));

  test('takes no time that grows with the square of a line', async () => {
    const grammar = (await registry.loadGrammar('text.tasknotice'))!;
    const start = performance.now();
    for (const unit of ['（', '牵头', '一', '县财政局、', '（县财政局（国资委）', '责任单位：', '1.']) {
      grammar.tokenizeLine(unit.repeat(5000), textmate.INITIAL, 0);
    }
    expect(performance.now() - start).toBeLessThan(3000);
  });
});

describe('the registry', () => {
  test.each(REGISTRY)('%s', (marked) => check('text.tasknotice-registry', marked));
});
