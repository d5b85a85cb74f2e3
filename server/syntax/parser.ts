/** Tokens to tree: Langium's parser for the notice grammar, without its language server. */
import {
  createDefaultCoreModule,
  createDefaultSharedCoreModule,
  EmptyFileSystem,
  inject,
  type LangiumCoreServices,
  type LangiumSharedCoreServices,
} from 'langium';
import type { Notice, Part as PartNode } from '../../grammar/generated/ast.ts';
import { TaskNoticeGeneratedModule, TasknoticeGeneratedSharedModule } from '../../grammar/generated/module.ts';
import type { Vocabulary } from './labels.ts';
import { NoticeLexer } from './lexer.ts';
import type { Part } from './parts.ts';
import type { TokenType, TokenTypeDictionary } from './tokens.ts';

interface Parser {
  readonly services: LangiumCoreServices;
  readonly lexer: NoticeLexer;
}

let parser: Parser | undefined;

/** Built on first use: a command that parses nothing does not pay for it. */
function noticeParser(): Parser {
  if (parser) return parser;
  const shared: LangiumSharedCoreServices = inject(
    createDefaultSharedCoreModule(EmptyFileSystem),
    TasknoticeGeneratedSharedModule,
  );
  const services = inject(createDefaultCoreModule({ shared }), TaskNoticeGeneratedModule, {
    parser: {
      Lexer: (s: LangiumCoreServices) => new NoticeLexer(tokenTypes(s.parser.TokenBuilder.buildTokens(s.Grammar))),
    },
  });
  parser = { services, lexer: services.parser.Lexer as NoticeLexer };
  return parser;
}

/** The token types that Langium made of the grammar's terminals, by name. */
function tokenTypes(
  built: ReturnType<LangiumCoreServices['parser']['TokenBuilder']['buildTokens']>,
): TokenTypeDictionary {
  return Array.isArray(built)
    ? Object.fromEntries((built as TokenType[]).map((type) => [type.name, type]))
    : (built as TokenTypeDictionary);
}

/** The tree of one part. Never fails: the lexer emits only what the grammar accepts. */
export function parsePart(part: Part, vocabulary: Vocabulary): PartNode {
  const { services, lexer } = noticeParser();
  lexer.vocabulary = vocabulary;
  lexer.part = part;
  return services.parser.LangiumParser.parse<PartNode>(part.text, { rule: 'Part' }).value;
}

/** The tree of a whole text, with what the parser had to say; for tests: the product parses part by part. */
export function parseNotice(text: string, vocabulary: Vocabulary): { tree: Notice; errors: readonly string[] } {
  const { services, lexer } = noticeParser();
  lexer.vocabulary = vocabulary;
  lexer.part = undefined;
  const result = services.parser.LangiumParser.parse<Notice>(text);
  return { tree: result.value, errors: result.parserErrors.map((error) => error.message) };
}
