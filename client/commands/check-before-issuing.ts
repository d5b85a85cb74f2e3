import * as vscode from 'vscode';
import { GATE_REQUEST, type GateAnswer } from '../../server/protocol.ts';
import type { Command } from './command.ts';
import { noticeOf } from './notice-of.ts';

type Status = GateAnswer[number]['status'];

interface Pick extends vscode.QuickPickItem {
  readonly range?: vscode.Range;
}

/** The list before issuing, to tick off; choosing a line goes to its place. */
export const checkBeforeIssuing: Command = {
  id: 'tasknotice.checkBeforeIssuing',
  failed: () => vscode.l10n.t('The notice was not checked'),
  async run(session, uri) {
    const document = await noticeOf(uri instanceof vscode.Uri ? uri : undefined);
    const client = await session.client();
    const items = await client.sendRequest<GateAnswer>(GATE_REQUEST, {
      uri: client.code2ProtocolConverter.asUri(document.uri),
    });
    const signs: Readonly<Record<Status, string>> = {
      pass: '$(pass)',
      fail: '$(error)',
      look: '$(question)',
      none: '$(dash)',
    };
    const words: Readonly<Record<Status, string>> = {
      pass: vscode.l10n.t('passed'),
      fail: vscode.l10n.t('failed'),
      look: vscode.l10n.t('please look'),
      none: vscode.l10n.t('not in this notice'),
    };
    const picks = items.flatMap(({ title, status, remarks }): Pick[] => [
      { label: `${signs[status]} ${title.split('\n')[0]}`, description: words[status] },
      ...remarks.map(({ message, range }): Pick => {
        const place = range && client.protocol2CodeConverter.asRange(range);
        const line = place ? vscode.l10n.t('line {0}', place.start.line + 1) : '';
        return {
          label: `      ${message.split('\n')[0]}`,
          ...(line && { description: line }),
          ...(place && { range: place }),
        };
      }),
    ]);
    const failed = items.filter(({ status }) => status === 'fail').length;
    const looks = items.filter(({ status }) => status === 'look').length;
    const chosen = await vscode.window.showQuickPick(picks, {
      title: failed
        ? vscode.l10n.t('Not to be issued: {0} failed', failed)
        : looks
          ? vscode.l10n.t('All that a machine can tell has passed; {0} to look at', looks)
          : vscode.l10n.t('All passed'),
      placeHolder: vscode.l10n.t('Choose a line to go to its place'),
      matchOnDescription: true,
    });
    if (chosen?.range) await vscode.window.showTextDocument(document, { selection: chosen.range });
    return failed;
  },
};
