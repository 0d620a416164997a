export { toFetchHandler, type FetchHandlerOptions, type FetchRequest } from "./to-fetch-handler.ts";
