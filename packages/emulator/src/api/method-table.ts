import { account } from "./account.ts";
import { emulation } from "./emulation.ts";
import { journals } from "./journals.ts";
import type { Method, Methods } from "./method.ts";
import { queues } from "./queues.ts";
import { receiving } from "./receiving.ts";
import { sending } from "./sending.ts";

const all: Methods = { ...account, ...receiving, ...queues, ...journals, ...sending, ...emulation };
const byLowerCase = new Map(Object.entries(all).map(([name, method]) => [name.toLowerCase(), { name, method }]));

/** Finds a method. Case is ignored: GREEN-API's own packages differ in it. */
export function methodNamed(name: string): { readonly name: string; readonly method: Method } | undefined {
  return byLowerCase.get(name.toLowerCase());
}
