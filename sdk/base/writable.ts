/** An object type whose own members can be written, for the code that builds it. */
export type Writable<T> = { -readonly [K in keyof T]: T[K] };
