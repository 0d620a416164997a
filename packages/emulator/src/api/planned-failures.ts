/** The failures that a test has planned. */
export interface PlannedFailures {
  /** Plans that status for the next calls of a method. */
  plan(idInstance: number, method: string, status: number, times: number): void;
  /** The planned status of this call. `undefined` if none is planned. */
  take(idInstance: number, method: string): number | undefined;
}

/** Creates an empty plan. */
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
