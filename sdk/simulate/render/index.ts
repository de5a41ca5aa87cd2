export { guardrailOf } from "./guardrail-trace.ts";
export { renderBodies } from "./render-bodies.ts";
