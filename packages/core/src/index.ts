export { parseNotification } from "./webhook/parse-notification.ts";
