export { toKoaErrorMiddleware } from "./to-koa-error-middleware.ts";
export { toKoaMiddleware, type KoaContext } from "./to-koa-middleware.ts";
