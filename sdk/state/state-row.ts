import { deserialize, Serializer } from "node:v8";
import { crc32 } from "node:zlib";
import type { StateValue } from "./store.ts";

/** An entry as the file has it: the value begins with a checksum of itself and its key. */
export type StateRow = readonly [key: Uint8Array, value: Uint8Array];

const CHECKSUM = new Uint8Array(4);

/** A byte that no UTF-8 has: the key behind it is not well-formed, and written as UTF-16. */
const UTF16 = 0xff;

/** @throws an error when structured cloning cannot carry the value */
export function toRow(key: string, value: StateValue): StateRow {
  const name = keyBytes(key);
  const serializer = new Serializer();
  serializer.writeRawBytes(CHECKSUM);
  serializer.writeHeader();
  serializer.writeValue(value);
  const bytes = serializer.releaseBuffer();
  bytes.writeUInt32LE(checksum(name, bytes));
  return [name, bytes];
}

/** The entry of a row, or `undefined` if it is damaged. */
export function fromRow([name, value]: StateRow): readonly [string, StateValue] | undefined {
  const bytes = bufferOver(value);
  if (bytes.length < CHECKSUM.length || bytes.readUInt32LE() !== checksum(name, bytes)) return undefined;
  try {
    return [keyOf(bufferOver(name)), deserialize(bytes.subarray(CHECKSUM.length)) as StateValue];
  } catch {
    return undefined;
  }
}

/** A key in bytes: as text it would lose what no text of a database can hold, such as half a surrogate pair. */
export function keyBytes(key: string): Uint8Array {
  if (key.isWellFormed()) return Buffer.from(key);
  return Buffer.concat([Buffer.of(UTF16), Buffer.from(key, "utf16le")]);
}

function keyOf(name: Buffer): string {
  return name[0] === UTF16 ? name.toString("utf16le", 1) : name.toString();
}

function checksum(name: Uint8Array, value: Uint8Array): number {
  return crc32(value.subarray(CHECKSUM.length), crc32(name));
}

function bufferOver(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
