/**
 * What is copied from Word, WPS or a web page and pasted into a notice comes in as the import reads it: automatic numbers
 * kept, lists and tables as a notice has them, padding gone. The plain paste stays one choice away.
 */
import * as vscode from 'vscode';
import { importBytes } from './commands/import.ts';
import { NOTICE } from './languages.ts';
import type { Session } from './session.ts';

const KIND = vscode.DocumentDropOrPasteEditKind.Text.append('tasknotice');
const HTML = 'text/html';
const CLIPBOARD = 'clipboard.html';
/** VS Code's own mark on what is copied in one of its editors, which has to come out as it was. */
const OWN = 'vscode-editor-data';
/** More than one paragraph, a list or a table; a word or a sentence is pasted as it is. */
const STRUCTURE = /<(?:table|li)\b|<(?:p|div|h[1-6])\b[\s\S]*<(?:p|div|h[1-6])\b/i;

export function pasteAsNotice(session: Session): vscode.Disposable {
  const selector = { language: NOTICE };
  const about = { providedPasteEditKinds: [KIND], pasteMimeTypes: [HTML] };
  return vscode.languages.registerDocumentPasteEditProvider(selector, pasteProvider(session), about);
}

export function pasteProvider(session: Session): vscode.DocumentPasteEditProvider {
  return {
    async provideDocumentPasteEdits(_document, _ranges, data, _context, token) {
      if (data.get(OWN)) return undefined;
      const html = await data.get(HTML)?.asString();
      if (!html || !STRUCTURE.test(html) || token.isCancellationRequested) return undefined;
      try {
        const base64 = Buffer.from(html, 'utf8').toString('base64');
        const { text } = await importBytes(session, { name: CLIPBOARD, base64 });
        const title = vscode.l10n.t('Paste as notice text');
        return text ? [new vscode.DocumentPasteEdit(text.replace(/\n$/, ''), title, KIND)] : undefined;
      } catch {
        // The plain paste is still there.
        return undefined;
      }
    },
  };
}
