import uniqBy from "lodash/uniqBy.js";
import type { CoveredTactic, CoveredTechnique, Matrix } from "../rule/frameworks/coverage.ts";
import type { LayerForm } from "../rule/frameworks/frameworks.ts";
import { formatCount } from "./format-count.ts";

/** A layer of MITRE's Navigator, as far as it is used here. */
export interface NavigatorLayer extends LayerForm {
  readonly name: string;
  readonly description: string;
  readonly techniques: readonly LayerTechnique[];
  readonly gradient: {
    readonly colors: readonly string[];
    readonly minValue: number;
    readonly maxValue: number;
  };
}

/** A technique in a layer. Without a tactic it stands for all tactics of the technique. */
export interface LayerTechnique {
  readonly techniqueID: string;
  /** Its name, in the form `initial-access`. */
  readonly tactic?: string;
  /** How many rules report it. */
  readonly score?: number;
  readonly comment?: string;
  readonly showSubtechniques?: boolean;
}

/** White to green. */
const COLORS = ["#ffffff", "#31a354"];

/**
 * What rules report of a framework, as a layer that MITRE's Navigator opens: the more rules, the greener. Where rules
 * report a technique for one of its tactics, that comes later than what is said of all, and so replaces it there.
 */
export function navigatorLayer({ framework, covered, tactics }: Matrix): NavigatorLayer {
  const everywhere = tactics.flatMap(({ techniques }) =>
    techniques.flatMap((technique) => (technique.isForTactic ? [] : layerTechnique(technique))),
  );
  const techniques = [...uniqBy(everywhere, "techniqueID"), ...tactics.flatMap(forTactic)];
  return {
    name: `${framework.name} coverage`,
    ...framework.layer,
    description: `${formatCount(covered)} techniques that detection rules report; the score is how many rules do`,
    techniques: withParents(techniques),
    gradient: {
      colors: COLORS,
      minValue: 0,
      maxValue: Math.max(1, ...techniques.map(({ score = 0 }) => score)),
    },
  };
}

function forTactic({ name, techniques }: CoveredTactic): LayerTechnique[] {
  const tactic = name.toLowerCase().replaceAll(" ", "-");
  return techniques
    .filter(({ isForTactic }) => isForTactic)
    .map((technique) => ({ ...layerTechnique(technique), tactic }));
}

function layerTechnique({ id, rules }: CoveredTechnique): LayerTechnique {
  return { techniqueID: id, score: rules.length, comment: rules.join("\n") };
}

/** Sub-techniques are folded unless their technique says otherwise. */
function withParents(techniques: readonly LayerTechnique[]): LayerTechnique[] {
  const parents = new Set(
    techniques.flatMap(({ techniqueID }) => /^(.+)\.\d{3}$/.exec(techniqueID)?.[1] ?? []),
  );
  const present = new Set(techniques.map(({ techniqueID }) => techniqueID));
  const missing = [...parents].filter((parent) => !present.has(parent));
  const shown = techniques.map((one) =>
    parents.has(one.techniqueID) ? { ...one, showSubtechniques: true } : one,
  );
  return [...missing.map((techniqueID) => ({ techniqueID, showSubtechniques: true })), ...shown];
}
