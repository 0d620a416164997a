export { toExpressHandler, type ExpressRequest, type ExpressResponse } from "./to-express-handler.ts";
