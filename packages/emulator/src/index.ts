export { allFlagsOn } from "./all-flags-on.ts";
export type { Attempt } from "./attempt.ts";
export type { Clock } from "./clock.ts";
export { createEmulator } from "./create-emulator.ts";
export type { EmulatorOptions } from "./emulator-options.ts";
export type { EmulatorTimes } from "./emulator-times.ts";
export type { Emulator, InstanceAccess, NotifyOptions } from "./emulator.ts";
export type { InstanceOptions } from "./instance-options.ts";
export { realClock } from "./real-clock.ts";
export type { TypeInstance } from "@greenhook/core";
export { VirtualClock, type VirtualClockOptions } from "./virtual-clock.ts";
export type { ChoiceInput } from "./factories/choice-messages.ts";
export type { MessageInput, NotificationInput } from "./factories/factory.ts";
export type { UndecryptableMessageInput } from "./factories/text-messages.ts";
export {
  burst,
  duplicate,
  markerThenMessage,
  staleBacklog,
  statusBeforeMessage,
  tapOnDevices,
  type Scenario,
  type ScenarioStep,
} from "./scenarios/scenarios.ts";
