import { styleText } from "node:util";
import type { Paint } from "../report/paint.ts";

/** Colours for a stream, if it is a terminal that shows them and NO_COLOR does not forbid it. */
export function paintFor(stream: NodeJS.WriteStream): Paint {
  return (style, text) => styleText(style, text, { stream, validateStream: true });
}

/** Characters to a line, of a terminal. */
export function widthOf(stream: NodeJS.WriteStream): { width?: number } {
  return stream.isTTY ? { width: stream.columns } : {};
}
