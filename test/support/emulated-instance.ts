import { allFlagsOn, createEmulator, type Emulator, type EmulatorOptions, type InstanceOptions } from "@greenhook/emulator";
import { onTestFinished } from "vitest";

/** An instance of an emulated GREEN-API, and the environment in which the command line finds it. */
export async function emulatedInstance(
  options: InstanceOptions = {},
  times: EmulatorOptions["times"] = {},
): Promise<{ emulator: Emulator; idInstance: number; token: string; env: Record<string, string> }> {
  const emulator = await createEmulator({
    rateLimits: false,
    times: { restartMilliseconds: 50, settingsTakeEffectMilliseconds: 50, countRefreshMilliseconds: 1, ...times },
  });
  onTestFinished(() => emulator.close());
  const { apiUrl, idInstance, apiTokenInstance } = emulator.addInstance({ ...options, settings: { ...allFlagsOn, ...options.settings } });
  const env = { GREEN_API_URL: apiUrl, GREEN_API_ID_INSTANCE: String(idInstance), GREEN_API_TOKEN_INSTANCE: apiTokenInstance };
  return { emulator, idInstance, token: apiTokenInstance, env };
}
