import type { Inspector, InspectorServer } from "@greenhook/inspector";
import { CommandFailure } from "../command-failure.ts";
import { listenReason } from "../terminal/listen-reason.ts";

const defaultPort = 3001;

/**
 * Serves the inspector on a port; without one on 3001, or on any free port if that is in use.
 *
 * @throws {CommandFailure} the address can't be listened on
 */
export async function openInspector(inspector: Inspector, host: string, port: number | undefined): Promise<InspectorServer> {
  try {
    return await inspector.listen({ host, port: port ?? defaultPort });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EADDRINUSE" && port === undefined) return inspector.listen({ host, port: 0 });
    const why = listenReason(error, { port: "--inspector", host: "--inspector-host" });
    throw new CommandFailure(`Cannot serve the inspector on ${host}:${port ?? defaultPort}: ${why}`);
  }
}
