import type { Notification } from "@greenhook/core/types";
import * as choiceMessages from "./choice-messages.ts";
import { choiceVariants } from "./choice-variants.ts";
import * as contentMessages from "./content-messages.ts";
import * as fileMessages from "./file-messages.ts";
import * as notificationsWithoutMessage from "./notifications-without-message.ts";
import { quoteVariants } from "./quote-variants.ts";
import * as textMessages from "./text-messages.ts";
import { variants } from "./variants.ts";

export interface NamedNotification {
  /** The factory, and the variant if there is one: `textMessage`, `pollMessage of 2023`. */
  readonly name: string;
  readonly notification: Notification;
}

/** One notification of every type and variant. Each call gives the same ones. */
export function everyNotification(): readonly NamedNotification[] {
  const factories: Readonly<Record<string, () => Notification>> = {
    ...textMessages,
    ...fileMessages,
    ...contentMessages,
    ...choiceMessages,
    ...notificationsWithoutMessage,
  };
  return [
    ...Object.entries(factories).map(([name, make]) => ({ name, notification: make() })),
    ...[variants(), choiceVariants(), quoteVariants()].flatMap((table) =>
      Object.entries(table).map(([name, notification]) => ({ name, notification })),
    ),
  ];
}
