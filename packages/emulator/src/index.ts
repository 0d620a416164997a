export { realClock, type Clock } from "./clock/clock.ts";
export type { EmulatorTimes } from "./clock/emulator-times.ts";
export { VirtualClock, type VirtualClockOptions } from "./clock/virtual-clock.ts";
export type { Attempt } from "./delivery/attempt.ts";
export { createEmulator } from "./emulator/create-emulator.ts";
export type { EmulatorOptions } from "./emulator/emulator-options.ts";
export type { Emulator, InstanceAccess, ServedFile } from "./emulator/emulator.ts";
export type { ChoiceInput } from "./factories/choice-messages.ts";
export type { MessageInput, NotificationInput } from "./factories/factory.ts";
export type { UndecryptableMessageInput } from "./factories/text-messages.ts";
export { allFlagsOn } from "./instance/all-flags-on.ts";
export type { InstanceOptions } from "./instance/instance-options.ts";
export type { NotifyOptions } from "./instance/instance.ts";
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
export type { TypeInstance } from "@greenhook/core";
