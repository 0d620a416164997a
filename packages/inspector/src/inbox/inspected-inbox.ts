/** An inbox as the page needs it: any `SearchableInbox` of `@greenhook/inbox` is one. */
export interface InspectedInbox {
  stats(): Promise<InspectedInboxStats>;
  readonly items: {
    list(filter: InspectedInboxFilter): Promise<readonly InspectedInboxItem[]>;
    textOf(id: string): Promise<string | undefined>;
    retry(filter: InspectedInboxFilter): Promise<number>;
    erase(filter: InspectedInboxFilter): Promise<number>;
  };
}

export interface InspectedInboxStats {
  readonly waiting: number;
  readonly running: number;
  readonly done: number;
  readonly dead: number;
  readonly oldestWaitingSeconds: number;
  readonly blockedLanes: number;
}

export interface InspectedInboxFilter {
  readonly state?: InspectedInboxItem["state"];
  readonly lane?: string;
  readonly ids?: readonly string[];
  readonly limit?: number;
}

export interface InspectedInboxItem {
  readonly id: string;
  readonly lane: string;
  readonly state: "waiting" | "running" | "done" | "dead";
  readonly typeWebhook: string;
  readonly origin: string;
  readonly storedAt: Date;
  readonly attempt: number;
  readonly dueAt?: Date;
  readonly lastError?: string;
}
