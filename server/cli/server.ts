/** tasknotice server --stdio: the language server, for editors other than VS Code. */
import type { Command } from './command.ts';

const command: Command = {
  options: { stdio: { type: 'boolean' } },
  async run() {
    await import('../node.ts');
    // Until the client says exit, or closes the pipe.
    return new Promise<number>(() => undefined);
  },
};

export default command;
