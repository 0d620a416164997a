export { toFetchHandler, type FetchHandlerOptions } from "./to-fetch-handler.ts";
