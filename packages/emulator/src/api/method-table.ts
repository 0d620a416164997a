import { account } from "./account.ts";
import { authorization } from "./authorization.ts";
import { changingMessages } from "./changing-messages.ts";
import { contacts } from "./contacts.ts";
import { emulation } from "./emulation.ts";
import { groups } from "./groups.ts";
import { journals } from "./journals.ts";
import type { Method, Methods } from "./method.ts";
import { queues } from "./queues.ts";
import { receiving } from "./receiving.ts";
import { sending } from "./sending.ts";
import { service } from "./service.ts";
import { statuses } from "./statuses.ts";
import { templates } from "./templates.ts";

const all: Methods = {
  ...account,
  ...authorization,
  ...sending,
  ...receiving,
  ...journals,
  ...queues,
  ...changingMessages,
  ...groups,
  ...statuses,
  ...service,
  ...contacts,
  ...templates,
  ...emulation,
};
const byLowerCase = new Map(Object.entries(all).map(([name, method]) => [name.toLowerCase(), { name, method }]));

/** Finds a method. Case is ignored: GREEN-API's own packages differ in it. */
export function methodNamed(name: string): { readonly name: string; readonly method: Method } | undefined {
  return byLowerCase.get(name.toLowerCase());
}
