export { maskText, maskValue, type Mask } from "./masking/mask.ts";
export type { InspectedInbox, InspectedInboxFilter, InspectedInboxItem, InspectedInboxStats } from "./inbox/inspected-inbox.ts";
export { adviceOn } from "./reading/advice.ts";
export { contentOf } from "./reading/content-of.ts";
export { DriftReport, type DriftEntry } from "./reading/drift-report.ts";
export type { DeliveryLogLimits } from "./recording/delivery-log.ts";
export type { InspectedDelivery } from "./recording/inspected-delivery.ts";
export { inspect, type InspectOptions, type Inspector } from "./server/inspect.ts";
export type { InspectorAddress, InspectorServer } from "./server/serve-inspector.ts";
