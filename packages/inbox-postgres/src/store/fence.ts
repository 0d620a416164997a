/** What a fence names: one run of one item by one worker. */
export interface FencedAttempt {
  readonly worker: string;
  readonly id: string;
  /** How often the item had been taken by then. */
  readonly run: number;
}

export function fenceOf({ worker, id, run }: FencedAttempt): string {
  return `${worker}.${id}.${run}`;
}

export function attemptOf(fence: string): FencedAttempt {
  const [worker = "0", id = "0", run = "0"] = fence.split(".");
  return { worker, id, run: Number(run) };
}
