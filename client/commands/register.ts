import * as vscode from 'vscode';
import type { Session } from '../session.ts';
import type { Command } from './command.ts';

export function register(command: Command, session: Session): vscode.Disposable {
  return vscode.commands.registerCommand(command.id, async (...args: unknown[]) => {
    try {
      return await command.run(session, ...args);
    } catch (error) {
      session.say(command.failed(), error);
      return undefined;
    }
  });
}
