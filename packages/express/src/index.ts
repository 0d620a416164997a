export { toExpressErrorHandler } from "./to-express-error-handler.ts";
export { toExpressHandler, type ExpressRequest, type ExpressResponse } from "./to-express-handler.ts";
