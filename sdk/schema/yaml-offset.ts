import { type Document, isMap, isNode, type Node } from "yaml";
import type { Finding } from "./finding.ts";
import type { Path } from "./raw-schema.ts";

/** Where in a YAML file begins what a finding is about: its key, or the innermost node of its path that there is. */
export function offsetOf({ path, key }: Finding, document: Document): number {
  return (key === undefined ? undefined : keyOffset(document, path, key)) ?? valueOffset(document, path);
}

function keyOffset(document: Document, path: Path, key: string): number | undefined {
  const map = nodeAt(document, path);
  const pair = isMap(map)
    ? map.items.find((item) => isNode(item.key) && String(item.key) === key)
    : undefined;
  return isNode(pair?.key) ? pair.key.range?.[0] : undefined;
}

function valueOffset(document: Document, path: Path): number {
  for (let length = path.length; length > 0; length--) {
    const node = nodeAt(document, path.slice(0, length));
    if (node?.range) return node.range[0];
  }
  return document.contents?.range?.[0] ?? 0;
}

function nodeAt(document: Document, path: Path): Node | undefined {
  const node = path.length === 0 ? document.contents : document.getIn(path, true);
  return isNode(node) ? node : undefined;
}
