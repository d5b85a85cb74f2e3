/** Tokens to tree: Langium's parser for the registry grammar, without its language server. */
import {
  createDefaultCoreModule,
  createDefaultSharedCoreModule,
  EmptyFileSystem,
  inject,
  type LangiumCoreServices,
  type LangiumParser,
} from 'langium';
import type { Registry } from '../../../grammar/generated/ast.ts';
import { TasknoticeGeneratedSharedModule, UnitRegistryGeneratedModule } from '../../../grammar/generated/module.ts';
import type { TokenType, TokenTypeDictionary } from '../../syntax/tokens.ts';
import { RegistryLexer } from './lexer.ts';

let parser: LangiumParser | undefined;

/** Built on first use: a command that reads no registry does not pay for it. */
function registryParser(): LangiumParser {
  if (parser) return parser;
  const shared = inject(createDefaultSharedCoreModule(EmptyFileSystem), TasknoticeGeneratedSharedModule);
  const services = inject(createDefaultCoreModule({ shared }), UnitRegistryGeneratedModule, {
    parser: {
      Lexer: (s: LangiumCoreServices) => new RegistryLexer(tokenTypes(s.parser.TokenBuilder.buildTokens(s.Grammar))),
    },
  });
  parser = services.parser.LangiumParser;
  withoutSearch(parser);
  return parser;
}

/**
 * At each token Langium 4.2 looks for a place for the comments before it among the siblings of all its parents, also
 * where there is no comment: quadratic in the length of a list. The lexer keeps comments to itself, so there never is.
 */
function withoutSearch(langium: LangiumParser): void {
  const { nodeBuilder } = langium as unknown as { nodeBuilder: { addHiddenNodes(tokens: readonly unknown[]): void } };
  nodeBuilder.addHiddenNodes = () => {};
}

/** The token types that Langium made of the grammar's terminals, by name. */
function tokenTypes(built: unknown): TokenTypeDictionary {
  return Object.fromEntries((built as TokenType[]).map((type) => [type.name, type]));
}

/**
 * The tree of a registry's text. Never fails, for any text: the lexer emits only what the grammar accepts.
 *
 * @returns the tree, whose offsets are UTF-16, and what the parser had to say, which is nothing; tests hold it to that
 */
export function parseTree(text: string): { tree: Registry; errors: readonly string[] } {
  const result = registryParser().parse<Registry>(text);
  return { tree: result.value, errors: result.parserErrors.map((error) => error.message) };
}
