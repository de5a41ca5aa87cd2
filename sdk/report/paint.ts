/** The styles that reports use. */
export type Style = "bold" | "dim" | "red" | "yellow" | "cyan" | "green";

/** Puts a style on a text, or leaves it plain. */
export type Paint = (style: Style, text: string) => string;

/** For pipes and files. */
export const plain: Paint = (_, text) => text;
