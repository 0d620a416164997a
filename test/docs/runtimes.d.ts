// What the examples use of runtimes whose own types aren't installed here.
declare module "cloudflare:workers" {
  interface SqlStorage {
    exec<Row extends Record<string, string | number>>(query: string, ...bindings: (string | number)[]): { toArray(): Row[] };
  }
  interface Storage {
    readonly sql: SqlStorage;
    setAlarm(time: number): Promise<void>;
    deleteAll(): Promise<void>;
  }
  export class DurableObject {
    protected readonly ctx: { readonly storage: Storage };
    alarm?(): Promise<void>;
  }
  export const env: {
    readonly WEBHOOK_TOKEN: string;
    readonly CHATS: { getByName(name: string): { store(id: string, text: string): Promise<void> } };
  };
}

declare module "bullmq" {
  interface Connection {
    readonly host: string;
    readonly port: number;
    readonly enableOfflineQueue?: boolean;
  }
  interface JobOptions {
    readonly jobId?: string;
    readonly attempts?: number;
    readonly backoff?: { readonly type: "exponential"; readonly delay: number };
    readonly removeOnComplete?: { readonly age: number };
    readonly removeOnFail?: { readonly age: number };
  }
  export class Queue<Data> {
    constructor(name: string, options: { readonly connection: Connection });
    add(name: string, data: Data, options: JobOptions): Promise<unknown>;
  }
  export class Worker<Data> {
    constructor(
      name: string,
      process: (job: { readonly data: Data }) => Promise<unknown>,
      options: { readonly connection: Connection; readonly concurrency?: number },
    );
    close(): Promise<void>;
  }
}

declare module "@aws-sdk/client-sqs" {
  export class SQSClient {
    constructor(options: object);
    send(command: SendMessageCommand, options?: { readonly abortSignal?: AbortSignal }): Promise<unknown>;
  }
  export class SendMessageCommand {
    constructor(input: {
      readonly QueueUrl: string | undefined;
      readonly MessageBody: string | undefined;
      readonly MessageGroupId?: string;
      readonly MessageDeduplicationId?: string;
    });
    readonly input: object;
  }
}

declare module "amqplib" {
  interface Arguments {
    readonly durable: boolean;
    readonly arguments?: Readonly<Record<string, unknown>>;
  }
  interface Message {
    readonly content: Buffer;
    readonly properties: { readonly messageId: string };
  }
  interface ConfirmChannel {
    assertExchange(name: string, type: string, options: Arguments): Promise<unknown>;
    assertQueue(name: string, options: Arguments): Promise<unknown>;
    bindQueue(queue: string, exchange: string, pattern: string): Promise<unknown>;
    prefetch(count: number): Promise<unknown>;
    consume(queue: string, take: (message: Message | null) => void): Promise<unknown>;
    ack(message: Message): void;
    publish(
      exchange: string,
      key: string,
      content: Buffer,
      options: { readonly persistent: boolean; readonly messageId: string },
      confirmed: (error: unknown) => void,
    ): boolean;
  }
  export function connect(url: string): Promise<{ createConfirmChannel(): Promise<ConfirmChannel> }>;
}

declare const Bun: { serve(options: { port: number; fetch: (request: Request, server: object) => Response | Promise<Response> }): unknown };

declare const Deno: {
  serve(options: { port: number }, handler: (request: Request, info: object) => Response | Promise<Response>): unknown;
};

declare module "h3" {
  import type { IncomingMessage, ServerResponse } from "node:http";
  export function fromNodeMiddleware(listener: (request: IncomingMessage, response: ServerResponse) => unknown): unknown;
}

declare module "@hapi/hapi" {
  import type { IncomingMessage, ServerResponse } from "node:http";
  interface Server {
    ext(event: "onRequest", run: (request: HapiRequest, h: { continue: symbol; abandon: symbol }) => Promise<symbol>): void;
    start(): Promise<void>;
  }
  interface HapiRequest {
    readonly path: string;
    readonly raw: { readonly req: IncomingMessage; readonly res: ServerResponse };
  }
  const hapi: { server(options: { port: number }): Server };
  export default hapi;
}

// Of Node 22: the types at hand are those of Node 20.
declare module "node:sqlite" {
  export class DatabaseSync {
    constructor(path: string);
    exec(sql: string): void;
    prepare(sql: string): {
      run(...values: (string | number | null)[]): { changes: number | bigint };
      get(...values: (string | number | null)[]): Record<string, string | number | null> | undefined;
    };
    close(): void;
  }
}
