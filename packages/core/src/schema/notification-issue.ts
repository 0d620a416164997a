/** One difference between a notification and its documented type. */
export interface NotificationIssue {
  /** Where: `messageData.options[2].optionName`; `""` for the whole value. */
  readonly path: string;
  /** What, in a sentence without any of the value's content. */
  readonly message: string;
}
