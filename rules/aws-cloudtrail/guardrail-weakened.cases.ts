import { defineCases } from "caracal/testing";
import { attacks, content, filter, STRONG, strong, update, WEAK } from "./guardrail-updates.cases.ts";
import { guardrailWeakened } from "./guardrail-weakened.ts";
import { DENIED, MAKERS, toBedrock, toIam } from "./made-requests.cases.ts";

const byKey = (updates: Readonly<Record<string, object>>, severity: "HIGH" | "MEDIUM", isWeak: boolean) =>
  Object.fromEntries(
    Object.entries(updates).map(([name, asked]) => [
      name,
      { records: toBedrock("UpdateGuardrail", MAKERS.key, asked), alert: { severity, context: { isWeak } } },
    ]),
  );

export const guardrailWeakenedCases = defineCases(guardrailWeakened, {
  raises: {
    "a user with a key turns half of the filters down": {
      records: toBedrock(
        "UpdateGuardrail",
        MAKERS.key,
        update({ ...content(attacks, filter("HATE", "LOW", "LOW"), filter("INSULTS", "HIGH", "HIGH")) }),
      ),
      alert: {
        severity: "MEDIUM",
        title: "111122223333:user/dana changed guardrail gr7x2k",
        dedup: "111122223333 111122223333:user/dana",
        context: {
          guardrail: "gr7x2k",
          isWeak: false,
          policies: 1,
          filters: 5,
          silenced: 0,
          letsAttacksIn: false,
          principal: "111122223333:user/dana",
        },
        summary: { awsRegion: { "eu-central-1": 1 }, sourceIPAddress: { "192.0.2.10": 1 } },
      },
    },
    "exactly half of the filters off": {
      records: toBedrock(
        "UpdateGuardrail",
        MAKERS.key,
        update(content(filter("HATE", "NONE", "NONE"), filter("INSULTS", "HIGH", "HIGH"))),
      ),
      alert: { severity: "HIGH", title: "111122223333:user/dana weakened guardrail gr7x2k" },
    },
    ...byKey(WEAK, "HIGH", true),
    ...byKey(STRONG, "MEDIUM", false),
    "a person weakens it": {
      records: toBedrock("UpdateGuardrail", MAKERS.person, update({})),
      alert: { severity: "MEDIUM" },
    },
    "a deployment weakens it, which is LOW": {
      records: toBedrock("UpdateGuardrail", MAKERS.machine, update({})),
      alert: { severity: "LOW" },
    },
    "a person changes it, which is INFO": {
      records: toBedrock("UpdateGuardrail", MAKERS.person, strong),
      alert: { severity: "INFO", context: { isWeak: false, policies: 2, filters: 5 } },
    },
    "a deployment changes it, which is INFO": {
      records: toBedrock("UpdateGuardrail", MAKERS.machine, strong),
      alert: { severity: "INFO" },
    },
    "a user who may not, of whose request nothing is told": {
      records: toBedrock("UpdateGuardrail", MAKERS.key, DENIED),
      alert: {
        severity: "LOW",
        title: "111122223333:user/dana tried in vain: changed guardrail ",
        context: { isWeak: false },
        summary: { errorCode: { AccessDeniedException: 1 } },
      },
    },
    "filters of a form that nobody expects": {
      records: toBedrock(
        "UpdateGuardrail",
        MAKERS.key,
        update({
          contentPolicyConfig: {
            filtersConfig: [null, "HATE", { type: {}, inputStrength: { toString: 1 } }],
          },
        }),
      ),
      alert: { context: { isWeak: false } },
    },
    "a long name, cut": {
      records: toBedrock("UpdateGuardrail", MAKERS.key, {
        requestParameters: { guardrailIdentifier: "g".repeat(300) },
      }),
      alert: {
        title: `111122223333:user/dana weakened guardrail ${"g".repeat(100)}`,
        context: { guardrail: "g".repeat(100) },
      },
    },
  },
  ignores: {
    "a guardrail that is created": toBedrock("CreateGuardrail", MAKERS.key, update({})),
    "another service's action of that name": toIam("UpdateGuardrail", MAKERS.key, update({})),
  },
});
