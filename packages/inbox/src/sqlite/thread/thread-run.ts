/** A run, as the thread sees it. */
export class ThreadRun {
  readonly number: number;
  readonly concurrency: number;
  /** Its id in the file; another one after it was taken for dead. */
  worker: number;
  isPaused = false;
  /** What was taken and whose handler hasn't returned. */
  busy = 0;
  /** What isn't settled: the items' ids, by the fence of the attempt. */
  readonly open: Map<string, number> = new Map();

  constructor(number: number, concurrency: number, worker: number) {
    this.number = number;
    this.concurrency = concurrency;
    this.worker = worker;
  }

  get slots(): number {
    return this.isPaused ? 0 : this.concurrency - this.busy;
  }
}
