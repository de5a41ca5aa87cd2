import { z } from "zod";

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** The format that this version writes, and the only one it reads. */
export const BUNDLE_FORMAT = 1;

/** What a bundle's `manifest.json` says of the bundle. */
export const manifestSchema = z.strictObject({
  format: z.literal(BUNDLE_FORMAT),
  name: z.string(),
  version: z.string(),
  /** The versions of Caracal that can run it, as a semver range. */
  sdk: z.string(),
  rules: z.array(
    z.strictObject({
      id: z.string(),
      displayName: z.string(),
      enabled: z.boolean(),
      logTypes: z.array(z.string()),
      severity: z.string(),
      tags: z.array(z.string()),
      reports: z.record(z.string(), z.array(z.string())),
      dedupPeriod: z.string(),
      createAlert: z.boolean(),
      /** SHA-256 of the rule's metadata and the source of its functions. */
      hash: sha256,
    }),
  ),
  /** SHA-256 of every other entry of the bundle, by its path. */
  files: z.record(z.string(), sha256),
});

export type Manifest = z.infer<typeof manifestSchema>;
