/** The words of a field's name, in lower case: `lastSeenAt` and `last_seen-at` are `last`, `seen`, `at`. */
export function wordsOf(name: string): readonly string[] {
  return (name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? []).map((word) => word.toLowerCase());
}

/** Units that a name may end in behind what it says: `created_ms`. */
const UNITS = new Set("epoch micros millis ms ns nanos s sec seconds unix us utc".split(" "));

/** Last words of the name of a moment; those of a JSON Web Token are among them. */
const MOMENTS = new Set(
  "at created date end ended epoch exp expires expiration expiry iat modified nbf published seen start started ts updated".split(
    " ",
  ),
);

/** Whether a number under this name may be a moment. */
export function saysTime(name: string): boolean {
  const words = wordsOf(name);
  const last = words.findLast((word) => !UNITS.has(word)) ?? words.at(-1) ?? "";
  return MOMENTS.has(last) || words.includes("date") || /(time|date|stamp)$/.test(last);
}

const LABELS = new Set("code ids version zip zipcode".split(" "));

/** Whether digits under this name are a label, which nobody adds or compares: an id, a code, a version. */
export function saysLabel(name: string): boolean {
  return wordsOf(name).some((word) => LABELS.has(word)) || /id$|account|phone|postcode/i.test(name);
}

/** Whether a text of the form of a date is none under this name: a policy's `Version` is 2012-10-17. */
export function saysVersion(name: string): boolean {
  return wordsOf(name).at(-1) === "version";
}

const PRIVATE =
  /user|owner|person|people|login|actor|principal|employee|customer|patient|member|auth|contact|mail|phone|address|(first|last|full|given|family|display|nick)_?name|passw|secret|token|credential|cookie|key|ssn|birth|gender|session|signature|^name$/i;

/** Whether the values under this name may be about a person, or secret. */
export function saysPrivate(name: string): boolean {
  return PRIVATE.test(name);
}
