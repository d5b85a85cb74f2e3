/**
 * The nodes that lead back to themselves, each with the number of its cycle: two nodes of one number reach each other.
 * Tarjan's strongly connected components without recursion, so that no chain is too long; linear.
 */
export function membersOfCycles<T>(nodes: readonly T[], next: (node: T) => readonly T[]): Map<T, number> {
  const order = new Map<T, number>();
  const low = new Map<T, number>();
  const stack: T[] = [];
  const onStack = new Set<T>();
  const cycles = new Map<T, number>();
  let found = 0;
  for (const root of nodes) {
    if (order.has(root)) continue;
    const work: { node: T; edges: readonly T[]; at: number }[] = [];
    const enter = (node: T): void => {
      order.set(node, order.size);
      low.set(node, order.get(node)!);
      stack.push(node);
      onStack.add(node);
      work.push({ node, edges: next(node), at: 0 });
    };
    enter(root);
    while (work.length) {
      const frame = work.at(-1)!;
      const edge = frame.edges[frame.at++];
      if (edge !== undefined) {
        if (!order.has(edge)) enter(edge);
        else if (onStack.has(edge)) low.set(frame.node, Math.min(low.get(frame.node)!, order.get(edge)!));
        continue;
      }
      work.pop();
      const above = work.at(-1);
      if (above) low.set(above.node, Math.min(low.get(above.node)!, low.get(frame.node)!));
      if (low.get(frame.node) !== order.get(frame.node)) continue;
      const component = stack.splice(stack.lastIndexOf(frame.node));
      for (const node of component) onStack.delete(node);
      if (component.length > 1 || frame.edges.includes(frame.node)) {
        found++;
        for (const node of component) cycles.set(node, found);
      }
    }
  }
  return cycles;
}
