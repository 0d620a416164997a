export type { Notification } from "@greenhook/core/types";
