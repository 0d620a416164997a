export { greenhookPlugin, type FastifyScope, type GreenhookPluginOptions } from "./greenhook-plugin.ts";
