/** Groups by name, whatever order they came in. */
export function inOrder<T>(groups: ReadonlyMap<string, T>): [string, T][] {
  return [...groups].toSorted(([one], [other]) => (one < other ? -1 : 1));
}
