/** Failures that a test asked for. */
export interface PlannedFailures {
  /** Makes the next calls of a method fail with that status. */
  plan(idInstance: number, method: string, status: number, times: number): void;
  /** The status to fail this call with, if it is to fail. */
  take(idInstance: number, method: string): number | undefined;
}

/** None at first. */
export function createPlannedFailures(): PlannedFailures {
  const planned = new Map<string, number[]>();
  const keyOf = (idInstance: number, method: string): string => `${idInstance}/${method.toLowerCase()}`;
  return {
    plan(idInstance, method, status, times) {
      const key = keyOf(idInstance, method);
      planned.set(key, [...(planned.get(key) ?? []), ...Array.from({ length: times }, () => status)]);
    },
    take: (idInstance, method) => planned.get(keyOf(idInstance, method))?.shift(),
  };
}
