/** Chevrotain's token types, by way of Langium's own declarations: Chevrotain is Langium's dependency, not ours. */
import type { Lexer, LexerResult } from 'langium';

export type IToken = LexerResult['tokens'][number];
export type TokenType = IToken['tokenType'];
export type TokenTypeDictionary = Extract<Lexer['definition'], Record<string, TokenType>>;
