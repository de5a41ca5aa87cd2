export { PRODUCTION, RESEARCH } from "./company.ts";
export { INCIDENTS } from "./incidents.ts";
export type { InvocationRecord, SimulatedRecord } from "./invocation-record.ts";
export { type S3Object, s3Layout } from "./s3-layout.ts";
export { type SimulationOptions, simulateCompany } from "./simulate-company.ts";
