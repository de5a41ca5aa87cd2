/** How many texts a tree holds: it is for what comes again and again. */
const LIMIT = 50_000;
/** Texts that are longer hardly come again. */
const LONGEST = 200;

/** Where a key leads in a tree. */
export interface Node<V> {
  below: Map<string, Node<V>> | undefined;
  /** The text that was asked for last, and where it leads: rules ask for the same ones, one after the other. */
  last: string | undefined;
  next: Node<V> | undefined;
  /** What was made of the key, once it was. */
  value: V | undefined;
}

/**
 * Values by keys of several texts, so that what is made of the texts is made once. When it is full it starts from
 * nothing: it saves work and decides nothing.
 */
export class KeyTree<V extends object> {
  #root: Node<V> = emptyNode();
  #size = 0;

  /** The place for the value of a scope and a key; none where they are no texts, or long ones. */
  at(scope: unknown, key: unknown): Node<V> | undefined {
    let node = this.#below(this.#root, scope);
    if (!Array.isArray(key)) return this.#below(node, key);
    for (const part of key as readonly unknown[]) node = this.#below(node, part);
    return node;
  }

  #below(node: Node<V> | undefined, text: unknown): Node<V> | undefined {
    if (node === undefined || typeof text !== "string") return undefined;
    if (text === node.last) return node.next;
    if (text.length > LONGEST) return undefined;
    const next = node.below?.get(text) ?? this.#grow(node, text);
    node.last = text;
    node.next = next;
    return next;
  }

  #grow(node: Node<V>, text: string): Node<V> {
    if (++this.#size > LIMIT) {
      this.#root = emptyNode();
      this.#size = 0;
    }
    const next = emptyNode<V>();
    (node.below ??= new Map()).set(text, next);
    return next;
  }
}

function emptyNode<V>(): Node<V> {
  return { below: undefined, last: undefined, next: undefined, value: undefined };
}
