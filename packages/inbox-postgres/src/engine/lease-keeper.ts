import type { LoneSuspect } from "@greenhook/inbox";
import type { LeaseTimes } from "../store/leases.ts";
import type { Store } from "../store/store.ts";
import type { PostgresRun } from "./postgres-run.ts";

/** After a failed renewal the next one is tried sooner. */
const retryMilliseconds = 200;
const lookMilliseconds = 250;
/** How often what nobody needs is deleted, and how often chats without a job are looked for. */
const tidyMilliseconds = 10_000;
const repairMilliseconds = 300_000;

/** Renews the leases of this process's runs, looks after those of others, and keeps house, as long as there are runs. */
export class LeaseKeeper {
  /** Called after each beat. Its errors are ignored. */
  onBeat: () => Promise<void> = async () => undefined;
  readonly #store: Store;
  readonly #times: LeaseTimes;
  readonly #runs: ReadonlySet<PostgresRun>;
  readonly #alone: LoneSuspect;
  #renewedAt = 0;
  #beating: NodeJS.Timeout | undefined;
  #fencing: NodeJS.Timeout | undefined;
  #tidying: NodeJS.Timeout | undefined;
  #repairedAt = 0;
  #isOn = false;

  constructor(store: Store, times: LeaseTimes, runs: ReadonlySet<PostgresRun>, alone: LoneSuspect) {
    this.#store = store;
    this.#times = times;
    this.#runs = runs;
    this.#alone = alone;
  }

  /** Whether the leases can't have ended: others wait for longer than this. */
  get isFresh(): boolean {
    return performance.now() - this.#renewedAt < 0.8 * this.#times.leaseMilliseconds;
  }

  /** After a run was registered, which renews its lease, and chats were repaired. */
  start(): void {
    if (this.#isOn) return;
    this.#isOn = true;
    this.#renewedAt = performance.now();
    this.#repairedAt = this.#renewedAt;
    this.#beating = setTimeout(() => void this.#renew(), this.#times.beatMilliseconds);
    this.#tidying = setTimeout(() => void this.#tidy(), 0);
    this.#fencing = setInterval(() => {
      if (!this.isFresh) for (const run of this.#runs) run.abortAll("The worker couldn't renew its lease");
    }, lookMilliseconds);
  }

  stop(): void {
    this.#isOn = false;
    clearTimeout(this.#beating);
    clearTimeout(this.#tidying);
    clearInterval(this.#fencing);
  }

  async #renew(): Promise<void> {
    const now = performance.now();
    let delay = this.#times.beatMilliseconds;
    try {
      await this.#beat();
      this.#renewedAt = now;
    } catch {
      delay = Math.min(delay, retryMilliseconds);
    }
    await this.onBeat().catch(() => undefined);
    if (this.#isOn) this.#beating = setTimeout(() => void this.#renew(), delay);
  }

  async #beat(): Promise<void> {
    const { leases } = this.#store;
    const runs = [...this.#runs];
    const living = await leases.beat(runs.map(({ worker }) => worker));
    // What a worker that was taken for dead had belongs to others by now.
    for (const run of runs.filter(({ worker }) => !living.has(worker))) {
      if (!this.#runs.has(run)) continue;
      run.worker = await leases.register();
      const fences = [...run.open.keys()];
      run.open.clear();
      for (const fence of fences) this.#alone.end(fence);
      run.abort(fences, "The worker was taken for dead");
    }
    await leases.observe(new Set([...this.#runs].map(({ worker }) => worker)));
  }

  async #tidy(): Promise<void> {
    let isMore = false;
    try {
      if (performance.now() - this.#repairedAt > repairMilliseconds) {
        await this.#store.repair();
        this.#repairedAt = performance.now();
      }
      isMore = await this.#store.forget();
    } catch {
      // Postgres is away: the next time.
    }
    if (this.#isOn) this.#tidying = setTimeout(() => void this.#tidy(), isMore ? lookMilliseconds : tidyMilliseconds);
  }
}
