import { type Finding, wrong } from "./finding.ts";
import { MAX_REF_DEPTH } from "./log-schema.ts";
import { mapping, type Raw, type RawValue, targetOf } from "./raw-schema.ts";

/** The most fields that a schema may come to with its refs written out. A log has a few hundred. */
const MAX_FIELDS = 10_000;

/** What a definition comes to once the refs in it are written out. */
interface Extent {
  readonly fields: number;
  /** How many refs lie within each other, the one to the definition included. */
  readonly depth: number;
}

const NONE: Extent = { fields: 0, depth: 0 };

/** That refs end: none leads back to itself, none lies too deep, and all together are not too much. */
export function checkSize(schema: Raw, values: readonly RawValue[]): Finding[] {
  const findings: Finding[] = [];
  const parts = Map.groupBy(values, ({ path }) => (path[0] === "definitions" ? path[1] : undefined));
  const known = new Map<string, Extent>();
  const trail: string[] = [];
  const cycles = new Set<string>();
  let isTooDeep = false;

  function definition(name: string): Extent {
    const present = known.get(name);
    if (present !== undefined) return present;
    if (trail.includes(name)) return cycle(name);
    if (trail.length >= MAX_REF_DEPTH) return tooDeep(trail[0] ?? name);
    trail.push(name);
    const inside = extent(parts.get(name) ?? []);
    trail.pop();
    const found = { ...inside, depth: inside.depth + 1 };
    known.set(name, found);
    return found.depth > MAX_REF_DEPTH ? tooDeep(name) : found;
  }

  function extent(inside: readonly RawValue[]): Extent {
    let [fields, depth] = [0, 0];
    for (const { raw, path } of inside) {
      const target = targetOf(raw);
      const within = target !== undefined && parts.has(target) ? definition(target) : NONE;
      fields = Math.min(fields + within.fields + (path.at(-2) === "fields" ? 1 : 0), MAX_FIELDS + 1);
      depth = Math.max(depth, within.depth);
    }
    return { fields, depth };
  }

  function cycle(name: string): Extent {
    const names = [...trail.slice(trail.indexOf(name)), name].join(" -> ");
    if (!cycles.has(names)) findings.push(about(name, `refers to itself: ${names}`, "make one of them json"));
    cycles.add(names);
    return NONE;
  }

  function tooDeep(name: string): Extent {
    const message = `more than ${MAX_REF_DEPTH} refs lie within each other`;
    if (!isTooDeep) findings.push(about(name, message, "write some of them out, or make one json"));
    isTooDeep = true;
    return NONE;
  }

  for (const name of Object.keys(mapping(schema.definitions))) definition(name);
  if (extent(parts.get(undefined) ?? []).fields > MAX_FIELDS) {
    const message = `more than ${MAX_FIELDS.toLocaleString("en")} fields, with refs written out`;
    findings.push(wrong(["fields"], message, "make some objects json"));
  }
  return findings;
}

function about(name: string, message: string, fix: string): Finding {
  return { ...wrong(["definitions"], `${name}: ${message}`, fix), key: name };
}
