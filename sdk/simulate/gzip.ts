import { gzipSync } from "fflate";

export type GzipLevel = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;

const encoder = new TextEncoder();

/** The same bytes everywhere: no time stamp, and a set `mem`, which fflate would otherwise take from Math.log. */
export function gzip(text: string, level: GzipLevel): Uint8Array {
  return gzipSync(encoder.encode(text), { level, mtime: 0, mem: 4 });
}
