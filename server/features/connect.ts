/** The language server over any connection: a process or a web worker only differ in how they get one. */
import type { Connection, MessageType, TextDocumentSyncKind } from 'vscode-languageserver';
import type { FindFaces } from '../formats/pdf/faces.ts';
import type { Files } from '../project/project.ts';
import {
  type ClientOptions,
  DIFF_REQUEST,
  type DiffAnswer,
  type DiffParams,
  EXPORT_REQUEST,
  type ExportParams,
  type ExportResult,
  GATE_REQUEST,
  type GateAnswer,
  IMPORT_REQUEST,
  type ImportAnswer,
  type ImportParams,
  LOCK_REQUEST,
  type LockResult,
  OFFERS_REQUEST,
  OUTLINE_REQUEST,
  RENUMBER_REQUEST,
  type RenumberParams,
  type RenumberResult,
} from '../protocol.ts';
import { CODE_ACTION_KINDS, codeActions } from './code-actions.ts';
import { COMPLETION_TRIGGERS, completion } from './completion.ts';
import { diagnosticsOf, registryDiagnostics, type Say, sayIn } from './diagnostics.ts';
import { noticeFolds, registryFolds } from './folding.ts';
import { hover } from './hover.ts';
import { definition, references } from './navigation.ts';
import { outlineOf } from './outline.ts';
import { prepareRename, rename } from './rename.ts';
import { noticeSymbols, registrySymbols } from './symbols.ts';
import { OpenNotice, type Place, Workspace } from './workspace.ts';

/** The values alone: the package they come from is for Node. */
const INCREMENTAL: typeof TextDocumentSyncKind.Incremental = 2;

const WARNING: typeof MessageType.Warning = 2;

export interface Surroundings {
  readonly files: Files;
  /** Runs a task once the messages that wait have been taken: a burst of keystrokes is checked once. */
  readonly soon: (task: () => void) => void;
  /** The folder of the pages that explain the rules, where there is one. */
  readonly pages?: string | undefined;
  /** The faces that a PDF carries; a browser has none to give. */
  readonly faces?: FindFaces | undefined;
}

export function connect(connection: Connection, { files, soon, pages, faces }: Surroundings): void {
  const workspace = new Workspace(files);
  let say: Say = sayIn('zh');
  let hasCommands = false;
  const waiting = new Set<string>();

  const publish = (uri: string): void => {
    const open = workspace.find(uri);
    if (!open) return;
    const diagnostics = open instanceof OpenNotice ? diagnosticsOf(open, say, pages) : registryDiagnostics(open, say);
    void connection.sendDiagnostics({ uri: open.uri, version: open.version, diagnostics });
  };
  const check = (uri: string): void => {
    if (waiting.has(uri)) return;
    waiting.add(uri);
    soon(() => {
      waiting.delete(uri);
      publish(uri);
    });
  };
  const told = new Set<string>();
  const locate = async (open: OpenNotice): Promise<void> => {
    try {
      open.located = open.locate(workspace.project);
      if (await open.located) check(open.uri);
    } catch (error) {
      // Without its configuration a notice is checked all the same.
      connection.console.error(`${open.uri}: ${String(error)}`);
    }
    for (const problem of [...open.config.problems, ...open.registry.problems]) {
      if (told.has(problem)) continue;
      told.add(problem);
      // A notification: nobody waits for an answer.
      void connection.sendNotification('window/showMessage', { type: WARNING, message: problem.split(' / ')[0]! });
    }
  };
  /** An open notice once its configuration and registry are known: a request may follow on the heels of the opening. */
  const located = async (uri: string): Promise<OpenNotice | undefined> => {
    const open = workspace.notices.get(uri);
    await open?.located.catch(() => undefined);
    return open;
  };
  const locateAll = (): void => {
    workspace.project.forget();
    told.clear();
    for (const open of workspace.notices.values()) void locate(open);
  };

  connection.onInitialize(({ initializationOptions, locale }) => {
    const client = initializationOptions as ClientOptions | undefined;
    say = sayIn(client?.locale ?? locale);
    hasCommands = client?.commands === true;
    return {
      serverInfo: { name: 'tasknotice' },
      capabilities: {
        textDocumentSync: { openClose: true, change: INCREMENTAL },
        documentSymbolProvider: true,
        foldingRangeProvider: true,
        hoverProvider: true,
        definitionProvider: true,
        referencesProvider: true,
        renameProvider: { prepareProvider: true },
        completionProvider: { triggerCharacters: COMPLETION_TRIGGERS },
        documentFormattingProvider: true,
        documentRangeFormattingProvider: true,
        codeActionProvider: { codeActionKinds: CODE_ACTION_KINDS },
      },
    };
  });

  connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) => {
    workspace.open(uri, languageId, version, text);
    const open = workspace.notices.get(uri);
    // The findings wait for the registry: without it they would flash up and go.
    if (open) void locate(open).then(() => check(uri));
    else {
      check(uri);
      locateAll();
    }
  });
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    const open = workspace.find(uri);
    if (!open) return;
    const settings = open instanceof OpenNotice ? JSON.stringify(open.notice.settings) : '';
    open.edit(contentChanges, version);
    check(uri);
    if (!(open instanceof OpenNotice)) locateAll();
    else if (JSON.stringify(open.notice.settings) !== settings) void locate(open);
  });
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    const wasRegistry = workspace.registryOf(uri) !== undefined;
    workspace.close(uri);
    void connection.sendDiagnostics({ uri, diagnostics: [] });
    if (wasRegistry) locateAll();
  });
  connection.onDidChangeWatchedFiles(locateAll);

  const noticeAt = (uri: string): OpenNotice | undefined => {
    const open = workspace.notices.get(uri);
    return open?.isNotice ? open : undefined;
  };
  const offsetIn = (uri: string, { line, character }: Place): number | undefined =>
    workspace.find(uri)?.lines.offset(line, character);

  connection.onDocumentSymbol(({ textDocument: { uri } }) => {
    const notice = noticeAt(uri);
    if (notice) return noticeSymbols(notice);
    const registry = workspace.registryOf(uri);
    return registry && registrySymbols(registry);
  });
  connection.onFoldingRanges(({ textDocument: { uri } }) => {
    const notice = noticeAt(uri);
    if (notice) return noticeFolds(notice);
    const registry = workspace.registryOf(uri);
    return registry && registryFolds(registry);
  });
  connection.onHover(({ textDocument: { uri }, position }) => {
    const notice = noticeAt(uri);
    return notice && hover(notice, notice.lines.offset(position.line, position.character), say);
  });
  connection.onCompletion(({ textDocument: { uri }, position }) => {
    const notice = noticeAt(uri);
    return notice ? completion(notice, notice.lines.offset(position.line, position.character), say) : [];
  });
  connection.onDefinition(({ textDocument: { uri }, position }) => {
    const offset = offsetIn(uri, position);
    return offset === undefined ? undefined : definition(workspace, uri, offset);
  });
  connection.onReferences(({ textDocument: { uri }, position, context }) => {
    const offset = offsetIn(uri, position);
    return offset === undefined ? [] : references(workspace, uri, offset, context.includeDeclaration);
  });
  connection.onPrepareRename(({ textDocument: { uri }, position }) => {
    const offset = offsetIn(uri, position);
    return offset === undefined ? undefined : prepareRename(workspace, uri, offset);
  });
  connection.onRenameRequest(({ textDocument: { uri }, position, newName }) => {
    const offset = offsetIn(uri, position);
    return offset === undefined ? undefined : rename(workspace, uri, offset, newName);
  });
  connection.onCodeAction(({ textDocument: { uri }, range, context }) => {
    const notice = noticeAt(uri);
    const editor = { say, hasCommands, read: (other: string) => workspace.read(other) };
    return notice ? codeActions(notice, { range, only: context.only }, editor) : [];
  });

  // Loaded when asked for: most sessions never format.
  connection.onDocumentFormatting(async ({ textDocument: { uri } }) => {
    const notice = await located(uri);
    return notice?.isNotice ? (await import('./formatting.ts')).formatting(notice) : [];
  });
  connection.onDocumentRangeFormatting(async ({ textDocument: { uri }, range }) => {
    const notice = await located(uri);
    return notice?.isNotice ? (await import('./formatting.ts')).formatting(notice, range) : [];
  });

  connection.onRequest(GATE_REQUEST, async ({ uri }: { uri: string }): Promise<GateAnswer> => {
    const open = await located(uri);
    if (!open) return [];
    const { gateOf } = await import('./gate.ts');
    return gateOf(open, say);
  });
  connection.onRequest(OUTLINE_REQUEST, async ({ uri }: { uri: string }) => {
    const open = await located(uri);
    return open ? outlineOf(open.notice, open.lines) : [];
  });
  connection.onRequest(RENUMBER_REQUEST, async (params: RenumberParams): Promise<RenumberResult | null> => {
    const open = await located(params.uri);
    return open ? (await import('./renumber.ts')).renumberOpen(open, params, say) : null;
  });
  connection.onRequest(LOCK_REQUEST, async ({ uri }: { uri: string }): Promise<LockResult | null> => {
    const open = await located(uri);
    return open ? (await import('./renumber.ts')).lockOpen(open) : null;
  });
  // The documents are loaded when one exports.
  connection.onRequest(OFFERS_REQUEST, async () => (await import('./export.ts')).offersOf(say));
  connection.onRequest(DIFF_REQUEST, async (params: DiffParams): Promise<DiffAnswer | null> => {
    const open = await located(params.uri);
    return open ? (await import('./diff.ts')).diffOf(open, params, say) : null;
  });
  connection.onRequest(IMPORT_REQUEST, async (params: ImportParams): Promise<ImportAnswer> => {
    return (await import('./import.ts')).importFor(params, say);
  });
  connection.onRequest(EXPORT_REQUEST, async (params: ExportParams): Promise<ExportResult> => {
    const open = await located(params.uri);
    if (!open) return { files: [], tasks: 0, suggestedName: '', remarks: [] };
    return (await import('./export.ts')).exportOpen(open, params, { say, faces, read: (uri) => workspace.read(uri) });
  });

  connection.listen();
}
