import { z } from "zod";

/** A time in RFC 3339, taken as milliseconds since 1970. */
export const moment = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text));

const texts = z.array(z.string());

const silence = z.object({
  account: z.string(),
  /** Default: every region. */
  region: z.string().optional(),
  from: moment,
  to: moment,
  missing: z.enum(["records", "bodies"]),
});

const incident = z.object({
  /** `scenario/variant`. */
  id: z.string().min(1),
  scenario: z.string().min(1),
  variant: z.string().min(1),
  title: z.string(),
  from: moment,
  to: moment,
  rows: texts,
  silences: z.array(silence),
});

const decoy = z.object({ id: z.string().min(1), title: z.string(), rows: texts });

/** The form of `labels.json`, as far as scoring reads it: what `caracal simulate` says of the logs that it made. */
export const labelsForm = z.object({
  version: z.literal(1),
  seed: z.number(),
  heldOut: z.boolean(),
  days: z.number().positive(),
  scale: z.number().positive(),
  records: z.number().nonnegative(),
  incidents: z.array(incident),
  decoys: z.array(decoy),
});

/** What is true of simulated logs. */
export type Labels = z.infer<typeof labelsForm>;

/** An attack that should be found: its events, and what it keeps out of the log. */
export type LabelledIncident = Labels["incidents"][number];

/** Ordinary life that looks like an attack. */
export type Decoy = Labels["decoys"][number];
