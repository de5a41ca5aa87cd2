/** How many values a tree holds: it is for what comes again and again. */
const LIMIT = 10_000;
/** Texts that are longer hardly come again. */
const LONGEST = 200;

interface Node<V> {
  readonly below: Map<string, Node<V>>;
  value?: V;
}

/**
 * Values by keys of several texts, so that what is made of the texts is made once. When it is full it starts from
 * nothing: it saves work and decides nothing.
 */
export class KeyTree<V extends object> {
  #root: Node<V> = { below: new Map() };
  #size = 0;

  /**
   * The value of a scope and a key; made where there is none.
   *
   * @param make may throw when they are no texts
   */
  of(scope: unknown, key: unknown, make: () => V): V {
    let node = this.#below(this.#root, scope);
    if (!Array.isArray(key)) node = this.#below(node, key);
    else for (const part of key as readonly unknown[]) node = this.#below(node, part);
    if (node === undefined) return make();
    if (node.value !== undefined) return node.value;
    const made = make();
    node.value = made;
    if (++this.#size > LIMIT) this.#clear();
    return made;
  }

  #below(node: Node<V> | undefined, text: unknown): Node<V> | undefined {
    if (node === undefined || typeof text !== "string" || text.length > LONGEST) return undefined;
    let next = node.below.get(text);
    if (next === undefined) node.below.set(text, (next = { below: new Map() }));
    return next;
  }

  #clear(): void {
    this.#root = { below: new Map() };
    this.#size = 0;
  }
}
