/**
 * The id of an item's job, made of the item's: pg-boss tells equal times within a lane apart by the ids of the jobs, which are in the order of the
 * items then.
 */
export function jobOf(id: unknown): string {
  return `00000000-0000-8000-8000-${BigInt(String(id)).toString(16).padStart(12, "0")}`;
}

/** The id of a job's item. */
export function itemOfJob(job: string): string {
  return BigInt(`0x${job.slice(24)}`).toString();
}

/** `jobOf` as SQL. */
export function jobOfColumn(id: string): string {
  return `('00000000-0000-8000-8000-' || lpad(to_hex(${id}), 12, '0'))::uuid`;
}
