import { unzipSync } from "fflate";
import { CaracalError } from "../base/caracal-error.ts";
import { sha256 } from "./build-bundle.ts";
import { type Manifest, manifestSchema } from "./manifest.ts";

/** The most that a bundle may unpack to: 64 MiB. */
const MAX_BYTES = 64 * 2 ** 20;

/** A bundle whose every byte is what its manifest says. */
export interface OpenBundle {
  readonly manifest: Manifest;
  /** The ES module `rules.mjs`. */
  readonly code: string;
}

/**
 * Opens a bundle and checks it, without running anything of it.
 *
 * @param source the file's name, for messages
 * @throws CaracalError `BUNDLE_INVALID` for what is no bundle, has an unknown format, unpacks to too much, has an
 * entry that the manifest does not name, or a byte that it does not vouch for
 */
export function openBundle(bytes: Uint8Array, source: string): OpenBundle {
  const invalid = (message: string): CaracalError =>
    new CaracalError({ code: "BUNDLE_INVALID", source, message, fix: "build it again with caracal export" });
  const entries = unpack(bytes, invalid);
  const manifest = readManifest(entries["manifest.json"], invalid);
  const named = Object.keys(manifest.files);
  const outside = named.find((path) => /^[/\\]|(^|[/\\])\.\.([/\\]|$)|^[A-Za-z]:/.test(path));
  if (outside !== undefined) throw invalid(`${outside} leads out of the archive`);
  const extra = Object.keys(entries).find((path) => path !== "manifest.json" && !named.includes(path));
  if (extra !== undefined) throw invalid(`${extra} is not in the manifest`);
  for (const path of named) {
    const entry = entries[path];
    if (entry === undefined) throw invalid(`${path} is missing`);
    if (sha256(entry) !== manifest.files[path])
      throw invalid(`${path} was changed after the bundle was built`);
  }
  const code = entries["rules.mjs"];
  if (code === undefined || !named.includes("rules.mjs")) throw invalid("rules.mjs is missing");
  return { manifest, code: new TextDecoder().decode(code) };
}

function unpack(bytes: Uint8Array, invalid: (message: string) => CaracalError): Record<string, Uint8Array> {
  let size = 0;
  try {
    return unzipSync(bytes, {
      filter({ originalSize }) {
        size += originalSize;
        if (size > MAX_BYTES) throw invalid(`it unpacks to more than ${MAX_BYTES} bytes`);
        return true;
      },
    });
  } catch (error) {
    throw error instanceof CaracalError ? error : invalid("it is not a zip file, or a damaged one");
  }
}

function readManifest(bytes: Uint8Array | undefined, invalid: (message: string) => CaracalError): Manifest {
  if (bytes === undefined) throw invalid("manifest.json is missing");
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw invalid("manifest.json is not valid JSON");
  }
  const parsed = manifestSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const { path, message } = parsed.error.issues[0] ?? { path: [], message: "" };
  throw invalid(`manifest.json: ${[...path, message].join(": ")}`);
}
