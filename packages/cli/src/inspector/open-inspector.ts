import { CommandFailure } from "../command-failure.ts";
import { listenReason } from "../terminal/listen-reason.ts";
import { startInspector, type Inspector, type InspectorOptions } from "./start-inspector.ts";

const usualPort = 3001;

/**
 * Starts the inspector on the port that was asked for; without one on 3001, or any free one if that is taken.
 *
 * @throws {CommandFailure} it can't listen there
 */
export async function openInspector(options: Omit<InspectorOptions, "port">, port: number | undefined): Promise<Inspector> {
  try {
    return await startInspector({ ...options, port: port ?? usualPort });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EADDRINUSE" && port === undefined) return startInspector({ ...options, port: 0 });
    const why = listenReason(error, { port: "--inspector", host: "--inspector-host" });
    throw new CommandFailure(`Cannot serve the inspector on ${options.host}:${port ?? usualPort}: ${why}`);
  }
}
