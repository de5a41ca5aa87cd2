import { hash } from "node:crypto";
import type { Digest } from "../base/digest.ts";

/** The {@link Digest} of Node.js. */
export const sha256: Digest = (text) => hash("sha256", text, "hex").slice(0, 32);
