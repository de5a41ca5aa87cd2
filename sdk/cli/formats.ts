export const FORMATS = ["pretty", "json", "ndjson"] as const;

/** How alerts are written: a table for people, one JSON array, or one JSON object a line. */
export type Format = (typeof FORMATS)[number];
