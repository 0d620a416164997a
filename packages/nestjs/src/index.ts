export { GreenhookModule } from "./greenhook-module.ts";
export type {
  GreenhookHandlerOptions,
  GreenhookModuleAsyncOptions,
  GreenhookModuleOptions,
  GreenhookOptions,
  GreenhookRouteOptions,
} from "./greenhook-module-options.ts";
export {
  OnAny,
  OnChoice,
  OnCommand,
  OnMessage,
  OnNotification,
  OnOutgoingMessage,
  OnText,
  OnUnknown,
  type HandlerDecorator,
} from "./handler-decorators.ts";
export { GREENHOOK_CLIENT, GREENHOOK_DISPATCHER, InjectClient, InjectDispatcher } from "./injection-tokens.ts";
