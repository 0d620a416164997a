import type { NotificationIssue } from "./notification-issue.ts";

/** Checks a value against a schema: it fits if there are no issues. */
export type Validator = (value: unknown) => readonly NotificationIssue[];
