export { PRODUCTION, RESEARCH } from "./company.ts";
export { type Incident, INCIDENTS } from "./incidents.ts";
export type {
  IncidentId,
  InvocationRecord,
  Operation,
  Sidecar,
  SimulatedRecord,
} from "./invocation-record.ts";
export { type S3LayoutOptions, type S3Object, s3Layout } from "./s3-layout.ts";
export { type SimulationOptions, simulateCompany } from "./simulate-company.ts";
