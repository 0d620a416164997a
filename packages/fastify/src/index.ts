export { greenhookPlugin, type FastifyReply, type FastifyScope, type GreenhookPluginOptions } from "./greenhook-plugin.ts";
