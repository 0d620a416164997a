import type { Logger } from "@greenhook/core";
import { Logger as NestLogger } from "@nestjs/common";

/** Nest's logger, whose `info` is called `log`. */
export function nestLogger(): Logger {
  const logger = new NestLogger("Greenhook");
  return {
    debug: (line, ...rest) => logger.debug(line, ...rest),
    info: (line, ...rest) => logger.log(line, ...rest),
    warn: (line, ...rest) => logger.warn(line, ...rest),
    error: (line, ...rest) => logger.error(line, ...rest),
  };
}
