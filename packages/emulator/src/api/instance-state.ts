import type { Instance } from "../instance/instance.ts";

/** The part of an instance's state that one group of methods keeps: made on the first use. */
export function perInstance<State>(create: (instance: Instance) => State): (instance: Instance) => State {
  const states = new WeakMap<Instance, State>();
  return (instance) => {
    const state = states.get(instance) ?? create(instance);
    states.set(instance, state);
    return state;
  };
}
