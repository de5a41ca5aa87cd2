export { type ControlPlaneOptions, simulateControlPlane } from "./simulate-control-plane.ts";
export type { TrailRecord } from "./trail-event.ts";
export { trailLayout } from "./trail-layout.ts";
