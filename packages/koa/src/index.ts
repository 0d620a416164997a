export { toKoaMiddleware, type KoaContext } from "./to-koa-middleware.ts";
