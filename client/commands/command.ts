import type { Session } from '../session.ts';

/** A command of the palette. What it throws is told to the user after `failed`, in one sentence. */
export interface Command {
  readonly id: string;
  /** What did not come about, without a full stop: The table was not exported */
  failed(): string;
  run(session: Session, ...args: unknown[]): Promise<unknown>;
}
