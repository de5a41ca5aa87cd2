type Part = Record<string, string | boolean>;

export const filter = (type: string, inputStrength: string, outputStrength: string, differs: Part = {}) => ({
  type,
  inputStrength,
  outputStrength,
  ...differs,
});
export const content = (...filtersConfig: readonly Part[]) => ({ contentPolicyConfig: { filtersConfig } });
const topics = (differs: Part = {}) => ({
  topicPolicyConfig: { topicsConfig: [{ name: "Prices", type: "DENY", ...differs }] },
});
const entities = (action: string) => ({
  sensitiveInformationPolicyConfig: { piiEntitiesConfig: [{ type: "EMAIL", action }] },
});
export const attacks = filter("PROMPT_ATTACK", "HIGH", "NONE");

/** What an update of a guardrail asks for. */
export const update = (policies: object) => ({
  requestParameters: JSON.parse(JSON.stringify({ guardrailIdentifier: "gr7x2k", ...policies })),
});
export const strong = update({
  ...content(attacks, filter("HATE", "HIGH", "HIGH"), filter("INSULTS", "LOW", "MEDIUM")),
  ...topics(),
});

/** Updates that leave a guardrail which stops little. */
export const WEAK = {
  "no policies": update({ name: "claims" }),
  "one policy that is no filter of content": update(topics()),
  "attacks on prompts let in": update({
    ...content(filter("PROMPT_ATTACK", "LOW", "NONE"), filter("HATE", "HIGH", "HIGH")),
    ...topics(),
  }),
  "attacks on prompts not looked for": update({
    ...content(
      filter("PROMPT_ATTACK", "NONE", "NONE"),
      filter("HATE", "HIGH", "HIGH"),
      filter("SEXUAL", "HIGH", "HIGH"),
    ),
  }),
  "a filter that only tells": update(content(filter("HATE", "HIGH", "HIGH", { inputAction: "NONE" }))),
  "a filter that is turned off": update(content(filter("HATE", "HIGH", "HIGH", { inputEnabled: false }))),
  "a topic that only tells": update({
    ...content(filter("HATE", "HIGH", "HIGH")),
    ...topics({ inputAction: "NONE" }),
  }),
  "personal data that is only told": update({
    ...content(filter("HATE", "HIGH", "HIGH")),
    ...entities("NONE"),
  }),
};

/** Updates that leave a guardrail which stops much. */
export const STRONG = {
  "strong filters alone": update(content(attacks, filter("HATE", "HIGH", "MEDIUM"))),
  "two policies without a filter of content": update({ ...topics(), ...entities("BLOCK") }),
  "words and topics": update({ ...topics(), wordPolicyConfig: { wordsConfig: [{ text: "a" }] } }),
  "grounding and reasoning": update({
    contextualGroundingPolicyConfig: { filtersConfig: [] },
    automatedReasoningPolicyConfig: { policies: [] },
  }),
};
