import { CommandFailure } from "../command-failure.ts";
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
    const why = code === "EADDRINUSE" ? "the port is in use; choose another with --inspector" : (code ?? String(error));
    throw new CommandFailure(`Cannot serve the inspector on ${options.host}:${port ?? usualPort}: ${why}`);
  }
}
