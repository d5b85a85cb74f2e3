/** The list before issuing, for an editor to show. */
import type { GateAnswer } from '../protocol.ts';
import { gate } from '../rules/gate.ts';
import type { Say } from './diagnostics.ts';
import { toLsp } from './positions.ts';
import type { OpenNotice } from './workspace.ts';

export function gateOf(open: OpenNotice, say: Say): GateAnswer {
  const { notice, registry, lines, allFindings } = open;
  return gate(notice, allFindings, { registry: registry.value }).map(({ title, status, remarks }) => ({
    title: say(title),
    status,
    remarks: remarks.map(({ words, range }) => ({ message: say(words), ...(range && { range: toLsp(lines, range) }) })),
  }));
}
