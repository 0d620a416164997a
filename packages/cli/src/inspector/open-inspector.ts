import { CommandFailure } from "../command-failure.ts";
import { listenReason } from "../terminal/listen-reason.ts";
import { startInspector, type Inspector, type InspectorOptions } from "./start-inspector.ts";

const defaultPort = 3001;

/**
 * Starts the inspector on a port; without one on 3001, or on any free port if that is in use.
 *
 * @throws {CommandFailure} the address can't be listened on
 */
export async function openInspector(options: Omit<InspectorOptions, "port">, port: number | undefined): Promise<Inspector> {
  try {
    return await startInspector({ ...options, port: port ?? defaultPort });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EADDRINUSE" && port === undefined) return startInspector({ ...options, port: 0 });
    const why = listenReason(error, { port: "--inspector", host: "--inspector-host" });
    throw new CommandFailure(`Cannot serve the inspector on ${options.host}:${port ?? defaultPort}: ${why}`);
  }
}
