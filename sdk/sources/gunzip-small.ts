import { gunzipSync } from "node:zlib";

/** What a small file may unpack to here; one that unpacks to more is read in steps. */
const MOST = 16 * 2 ** 20;

/**
 * A small gzip file unpacked at once: waiting for another thread would take longer than the work. Anything but one
 * whole gzip file, such as a damaged one or several appended to one another, comes back as it is, to be read in steps.
 */
export function gunzipSmall(bytes: Buffer): Buffer {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b || bytes.length < 18) return bytes;
  try {
    const unpacked = gunzipSync(bytes, { maxOutputLength: MOST });
    // A gzip file ends with the length of what it unpacks to.
    return unpacked.length === bytes.readUInt32LE(bytes.length - 4) ? unpacked : bytes;
  } catch {
    return bytes;
  }
}
