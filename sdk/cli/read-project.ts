import { BUILT_IN_LOG_TYPES } from "../event/built-in-log-types.ts";
import type { Detection } from "../rule/step.ts";
import { type Organization, setOrganization } from "../rule/organization.ts";
import { loadConfig } from "./load-config.ts";
import { type LoadedRules, loadRules } from "./load-rules.ts";
import type { RulesOptions } from "./rules-options.ts";
import { isPack } from "./shipped-rules.ts";

/** What a project works with, by its configuration and the command line. */
export interface Project {
  /** Folders, rule files and packs. */
  readonly rules: readonly string[];
  /** Whether the command line names them. What the configuration says of other rules does not matter then. */
  readonly areNamed: boolean;
  readonly organization: Partial<Organization>;
  /** What takes the places of rules with the same ids. */
  readonly overrides: readonly Detection[];
  /** The configuration's file as the user names it; absent where there is none. */
  readonly configFile?: string;
}

/** Where rules are when nothing else is said. */
const FOLDER = "rules";

/**
 * Reads what a project works with.
 *
 * @throws CaracalError for a configuration that does not load or says what cannot be
 */
export async function readProject({ rules, config: asked }: RulesOptions): Promise<Project> {
  const { config, file } = await loadConfig(asked);
  return {
    rules: rules ?? [config.rules ?? FOLDER].flat(),
    areNamed: rules !== undefined,
    organization: config.organization ?? {},
    overrides: config.overrides ?? [],
    ...(file !== undefined && { configFile: file }),
  };
}

/**
 * The rules of a project, with its overrides in their places. From then on rules know of the company what the
 * configuration says.
 *
 * @throws CaracalError as {@link readProject}
 */
export async function loadProject(options: RulesOptions): Promise<LoadedRules> {
  const project = await readProject(options);
  setOrganization(project.organization);
  return await loadRules(project.rules, BUILT_IN_LOG_TYPES, project);
}

/**
 * Where the rules are that are the project's own to test: what the command line names, else what the configuration names
 * but for the packs that come with Caracal, whose tests lie with them. `undefined` where neither says anything.
 *
 * @throws CaracalError as {@link readProject}
 */
export async function ownPlaces({
  rules,
  config: asked,
}: RulesOptions): Promise<readonly string[] | undefined> {
  if (rules !== undefined) return rules;
  const { config } = await loadConfig(asked);
  return config.rules === undefined ? undefined : [config.rules].flat().filter((place) => !isPack(place));
}
