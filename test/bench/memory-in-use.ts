/** Bytes that the process has in use on and beside the heap, after all garbage is gone. It needs `--expose-gc`. */
export function memoryInUse(): number {
  // What the first time around only lets go of, the second time frees.
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
