import atlas from "./mitre-atlas.json" with { type: "json" };
import attack from "./mitre-attack.json" with { type: "json" };

/** A technique, or a sub-technique, whose id is that of its technique, a point, and three digits. */
export interface Technique {
  readonly name: string;
  /** The ids of its tactics, at least one. */
  readonly tactics: readonly string[];
}

/** A framework that rules report to: the ids that there are, and what they are called. */
export interface Framework {
  /** As it is called in a rule's `reports`. */
  readonly name: string;
  /** The version, or the month, that the tables are of. */
  readonly version: string;
  /** Whether the tables hold every id: where not, an id that they lack may exist all the same. */
  readonly isWhole: boolean;
  /** What ids begin with, such as `AML.`; may be empty. */
  readonly prefix: string;
  /** The page of a technique, by its id. */
  readonly pageOf: (technique: string) => string;
  /** What a layer of its Navigator begins with. */
  readonly layer: LayerForm;
  /** Names of tactics by id, in the order of the matrix. */
  readonly tactics: ReadonlyMap<string, string>;
  /** Techniques and sub-techniques by id, in the order of their ids. */
  readonly techniques: ReadonlyMap<string, Technique>;
}

/** Which matrix a Navigator's layer is over, and the oldest Navigator and form of layers that will do. */
export interface LayerForm {
  readonly domain: string;
  readonly versions: { readonly navigator: string; readonly layer: string };
}

/** All ids, names and tactics of MITRE's atlas-data: Copyright 2021-2025 MITRE, under the Apache License 2.0. */
const MITRE_ATLAS = framework(atlas, {
  name: "MITRE ATLAS",
  isWhole: true,
  prefix: "AML.",
  pageOf: (technique) => `https://atlas.mitre.org/techniques/${technique}`,
  // As in the layers that ATLAS publishes for https://mitre-atlas.github.io/atlas-navigator/.
  layer: { domain: "atlas-atlas", versions: { navigator: "4.6.4", layer: "4.3" } },
});

/**
 * Ids, names and tactics of the techniques of MITRE ATT&CK® for Enterprise that a large public rule set uses; a
 * sub-technique is of all tactics of its technique. © The MITRE Corporation. This work is reproduced and distributed with
 * the permission of The MITRE Corporation: https://attack.mitre.org/resources/terms-of-use/.
 */
const MITRE_ATTACK = framework(attack, {
  name: "MITRE ATT&CK",
  isWhole: false,
  prefix: "",
  pageOf: (technique) => `https://attack.mitre.org/techniques/${technique.replace(".", "/")}/`,
  // https://github.com/mitre-attack/attack-navigator/blob/master/layers/spec/v4.5/layerformat.md
  layer: { domain: "enterprise-attack", versions: { navigator: "4.9.0", layer: "4.5" } },
});

/**
 * The frameworks whose ids are known, by the names that rules use in `reports`.
 *
 * @example
 * FRAMEWORKS.get("MITRE ATLAS")?.techniques.get("AML.T0034")?.name // "Cost Harvesting"
 */
export const FRAMEWORKS: ReadonlyMap<string, Framework> = new Map(
  [MITRE_ATLAS, MITRE_ATTACK].map((one) => [one.name, one]),
);

interface Tables {
  readonly version: string;
  readonly tactics: Readonly<Record<string, string>>;
  readonly techniques: Readonly<Record<string, Technique>>;
}

function framework(
  { version, tactics, techniques }: Tables,
  facts: Omit<Framework, keyof Tables>,
): Framework {
  const tables = {
    tactics: new Map(Object.entries(tactics)),
    techniques: new Map(Object.entries(techniques)),
  };
  return { ...facts, version, ...tables };
}
