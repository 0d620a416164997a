import {
  createDispatcher,
  createWebhookHandler,
  type Choice,
  type Command,
  type DeliveryContext,
  type Dispatcher,
  type IncomingMessageReceived,
  type KnownNotification,
  type OutgoingMessage,
  type OutgoingMessageStatus,
  type RejectedDelivery,
  type UnknownNotification,
  type WebhookHandler,
} from "@greenhook/core";
import { createApiClient, requiredSettings, type ApiClient } from "@greenhook/core/api";
import {
  asOutgoing,
  imageMessage,
  interactiveButtonsResponse,
  outgoingMessageStatus,
  textMessage,
} from "@greenhook/emulator/notifications";
import {
  GREENHOOK_CLIENT,
  GREENHOOK_DISPATCHER,
  GreenhookModule,
  InjectClient,
  InjectDispatcher,
  OnAny,
  OnChoice,
  OnCommand,
  OnMessage,
  OnNotification,
  OnOutgoingMessage,
  OnText,
  OnUnknown,
  type GreenhookModuleOptions,
} from "@greenhook/nestjs";
import {
  Controller,
  Inject,
  Injectable,
  Module,
  Scope,
  type LoggerService,
  type ModuleMetadata,
  type OnModuleDestroy,
} from "@nestjs/common";
import { NestFactory, REQUEST, type AbstractHttpAdapter } from "@nestjs/core";
import { ExpressAdapter } from "@nestjs/platform-express";
import { FastifyAdapter } from "@nestjs/platform-fastify";
import { Test } from "@nestjs/testing";
import express from "express";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { expectContract } from "../contract/expect-contract.ts";
import type { Serving } from "../contract/set-up.ts";
import { nestSetUps, serveNest } from "./set-ups.ts";

const platforms: readonly [string, () => AbstractHttpAdapter][] = [
  ["Express", () => new ExpressAdapter()],
  ["Fastify", () => new FastifyAdapter()],
];
const client = createApiClient({ apiUrl: "https://1101.api.green-api.com", idInstance: 1101000001, apiTokenInstance: "token" });
const quiet: LoggerService = { log: () => undefined, warn: () => undefined, error: () => undefined };

@Injectable()
class Seen {
  readonly names: string[] = [];
}

class AnyHandler {
  @Inject(Seen) readonly seen!: Seen;

  @OnAny()
  any({ kind }: KnownNotification | UnknownNotification): void {
    this.seen.names.push(`any ${kind}`);
  }
}

@Injectable()
class Handlers extends AnyHandler {
  @InjectClient() readonly api!: ApiClient;
  readonly dispatcher: Dispatcher;

  constructor(@InjectDispatcher() dispatcher: Dispatcher) {
    super();
    this.dispatcher = dispatcher;
  }

  @OnText()
  text(_: IncomingMessageReceived, text: string): void {
    this.seen.names.push(`text ${text}`);
  }

  @OnText("menu")
  @OnText(["lunch", "dinner"], { otherwise: false })
  async menu(_: IncomingMessageReceived, text: string): Promise<void> {
    await Promise.resolve();
    this.seen.names.push(`menu ${text}`);
  }

  @OnText(/order (\d+)/)
  order(_: IncomingMessageReceived, match: RegExpExecArray): void {
    this.seen.names.push(`order ${match[1]}`);
  }

  @OnText({ otherwise: true })
  otherwise(): void {
    this.seen.names.push("otherwise");
  }

  @OnCommand("/weather")
  weather(_: IncomingMessageReceived, { words }: Command): void {
    this.seen.names.push(`weather ${words.join()}`);
  }

  @OnNotification("outgoingMessageStatus")
  status({ status }: OutgoingMessageStatus, { source }: DeliveryContext): void {
    this.seen.names.push(`status ${status} ${source}`);
  }

  @OnMessage("imageMessage")
  image(notification: IncomingMessageReceived): void {
    this.seen.names.push(`image ${notification.messageData.typeMessage}`);
  }
}

@Controller()
class ControllerHandlers {
  @Inject(Seen) readonly seen!: Seen;

  @OnOutgoingMessage("textMessage")
  sent({ typeWebhook }: OutgoingMessage): void {
    this.seen.names.push(`sent ${typeWebhook}`);
  }

  @OnChoice()
  choice(_: IncomingMessageReceived, { id }: Choice): void {
    this.seen.names.push(`choice ${id}`);
  }

  @OnUnknown()
  unknown({ typeWebhook }: UnknownNotification): void {
    this.seen.names.push(`unknown ${typeWebhook}`);
  }
}

/** An application of this module, on a free port. */
async function served(
  toAdapter: () => AbstractHttpAdapter,
  options: GreenhookModuleOptions,
  { imports = [], ...metadata }: ModuleMetadata = {},
): Promise<Serving> {
  @Module({ imports: [...imports, GreenhookModule.forRoot(options)], ...metadata })
  class AppModule {}
  const serving = await serveNest(await NestFactory.create(AppModule, toAdapter(), { logger: quiet, abortOnError: false }));
  onTestFinished(serving.close);
  return serving;
}

async function post(url: string, body: string, token = "secret"): Promise<string> {
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  const response = await fetch(url, { method: "POST", headers, body });
  return `${response.status} ${await response.text()}`;
}

describe("handlers", () => {
  test("are the decorated methods of providers and controllers, whatever they are injected with", async () => {
    const testing = await Test.createTestingModule({
      imports: [GreenhookModule.forRoot({ client })],
      providers: [Seen, Handlers, { provide: "the same", useExisting: Handlers }, { provide: "a value", useValue: Object.create(null) }],
      controllers: [ControllerHandlers],
    }).compile();
    await testing.init();
    onTestFinished(() => testing.close());
    const { deliver } = testing.get<Dispatcher>(GREENHOOK_DISPATCHER);
    const { names } = testing.get(Seen);
    const ran = async (notification: object): Promise<string[]> => {
      await deliver(notification);
      return names.splice(0).sort();
    };
    expect(await ran(textMessage({ text: "Menu" }))).toEqual(["any known", "menu Menu", "text Menu"]);
    expect(await ran(textMessage({ text: "dinner" }))).toEqual(["any known", "menu dinner", "text dinner"]);
    expect(await ran(textMessage({ text: "order 7" }))).toEqual(["any known", "order 7", "text order 7"]);
    expect(await ran(textMessage({ text: "/weather Rome" }))).toEqual(["any known", "text /weather Rome", "weather Rome"]);
    expect(await ran(textMessage({ text: "?" }))).toEqual(["any known", "otherwise", "text ?"]);
    expect(await ran(outgoingMessageStatus({ status: "read" }))).toEqual(["any known", "status read direct"]);
    expect(await ran(imageMessage())).toEqual(["any known", "image imageMessage"]);
    expect(await ran(asOutgoing(textMessage()))).toEqual(["any known", "sent outgoingMessageReceived"]);
    expect(await ran(interactiveButtonsResponse({ selectedId: "soup" }))).toContain("choice soup");
    expect(await ran({ typeWebhook: "somethingNew" })).toEqual(["any unknown", "unknown somethingNew"]);
    expect(testing.get(Handlers).api).toBe(client);
    expect(requiredSettings(testing.get(Handlers).dispatcher)).toMatchObject({ incomingWebhook: "yes" });
  });

  test("of another scope are made for each delivery, whose context they are injected with", async () => {
    const contexts: [unknown, DeliveryContext][] = [];
    @Injectable({ scope: Scope.REQUEST })
    class PerDelivery {
      @Inject(REQUEST) readonly request: unknown;

      @OnText()
      text(_: IncomingMessageReceived, __: string, context: DeliveryContext): void {
        contexts.push([this.request, context]);
      }
    }
    let made = 0;
    @Injectable({ scope: Scope.TRANSIENT })
    class Transient {
      readonly number = ++made;

      @OnText()
      text(): void {
        numbers.push(this.number);
      }
    }
    const numbers: number[] = [];
    const testing = await Test.createTestingModule({
      imports: [GreenhookModule.forRoot({})],
      providers: [PerDelivery, Transient],
    }).compile();
    await testing.init();
    const { deliver } = testing.get<Dispatcher>(GREENHOOK_DISPATCHER);
    for (const id of ["first", "second"]) await deliver(textMessage(), { id });
    await testing.close();
    expect(contexts.map(([request]) => (request as DeliveryContext).id)).toEqual(["first", "second"]);
    for (const [request, context] of contexts) expect(request).toBe(context);
    expect(new Set(numbers).size).toBe(2);
  });

  test("that are static, or take what they don't get, are refused", () => {
    expect(() => {
      class WithStatic {
        @OnText()
        static text(): void {}
      }
      return WithStatic;
    }).toThrow(new TypeError('Cannot register the handler "text": it is static'));
    class Wrong {
      // @ts-expect-error a text is no number
      @OnText()
      text(_: IncomingMessageReceived, text: number): number {
        return text;
      }

      // @ts-expect-error the notification is another one
      @OnNotification("stateInstanceChanged")
      state({ status }: OutgoingMessageStatus): string {
        return status;
      }

      // @ts-expect-error there is no such kind
      @OnNotification("incomingCalls")
      call(): void {}
    }
    expect(Wrong).toBeDefined();
  });
});

test("options may come from other providers, and the client be replaced in tests", async () => {
  @Module({ providers: [{ provide: "CONFIG", useValue: { path: "hooks/green-api/" } }], exports: ["CONFIG"] })
  class ConfigModule {}
  const toOptions = async ({ path }: { path: string }): Promise<GreenhookModuleOptions> => ({
    path,
    token: "secret",
    client,
    logger: false,
  });
  const greenhook = GreenhookModule.forRootAsync({ imports: [ConfigModule], inject: ["CONFIG"], useFactory: toOptions });
  const fake = { sendMessage: () => Promise.resolve({ idMessage: "1" }) };
  const testing = await Test.createTestingModule({ imports: [greenhook], providers: [Seen, Handlers] })
    .overrideProvider(GREENHOOK_CLIENT)
    .useValue(fake)
    .compile();
  const app = testing.createNestApplication({ logger: quiet });
  const { url, close } = await serveNest(app);
  const { origin } = new URL(url);
  expect(await post(`${origin}/hooks/green-api`, JSON.stringify(textMessage({ text: "menu" })))).toBe(
    '200 {"ok":true,"outcome":"handled"}',
  );
  expect(await post(`${origin}/hooks/green-api/`, "{}", "wrong")).toMatch(/^401 .*AUTH_INVALID/);
  expect(await post(url, "{}")).toMatch(/^404/);
  expect(app.get(Handlers).api).toBe(fake);
  expect(app.get(Seen).names).toContain("menu menu");
  await close();
});

describe.each(platforms)("on %s", (_, toAdapter) => {
  test("a delivery arrives as its bytes, whatever Nest's body parser would make of it", async () => {
    const rawTexts: (string | undefined)[] = [];
    const kept: RejectedDelivery[] = [];
    @Injectable()
    class Raw {
      @OnAny()
      any(_parsed: unknown, { rawText }: DeliveryContext): void {
        rawTexts.push(rawText);
      }
    }
    const { url } = await served(
      toAdapter,
      { token: "secret", quarantine: (rejected) => void kept.push(rejected), logger: false },
      { providers: [Raw] },
    );
    const large = ` ${JSON.stringify(textMessage({ text: "x".repeat(200_000) }))}`;
    expect(await post(url, large)).toMatch(/^200 /);
    expect(rawTexts).toEqual([large]);
    expect(await post(url, "{")).toMatch(/^200 .*"quarantined":"JSON"/);
    expect(kept).toHaveLength(1);
    const response = await fetch(url);
    expect(response.status).toBe(405);
    expect(response.headers.has("x-powered-by")).toBe(false);
  });

  test("a shutdown lets what is in flight finish, with what it needs still there, and refuses what is new", async () => {
    const { promise: started, resolve: start } = deferred();
    const { promise: released, resolve: release } = deferred();
    let isConnected = true;
    @Injectable()
    class Database implements OnModuleDestroy {
      onModuleDestroy(): void {
        isConnected = false;
      }
    }
    @Module({ providers: [Database] })
    class DatabaseModule {}
    const seen: boolean[] = [];
    @Injectable()
    class Slow {
      @OnText()
      async text(): Promise<void> {
        start();
        await released;
        seen.push(isConnected);
      }
    }
    const serving = await served(toAdapter, { token: "secret", logger: false }, { imports: [DatabaseModule], providers: [Slow] });
    const inFlight = post(serving.url, JSON.stringify(textMessage({ text: "slow" })));
    await started;
    const closed = serving.close();
    await vi.waitFor(async () => expect(await post(serving.url, "{}")).toBe(stoppingResponse), { timeout: 20_000 });
    release();
    expect(await inFlight).toBe('200 {"ok":true,"outcome":"handled"}');
    await closed;
    expect(seen).toEqual([true]);
    expect(isConnected).toBe(false);
  });

  test("a shutdown answers what takes longer than its grace", async () => {
    const { promise: started, resolve: start } = deferred();
    @Injectable()
    class Hanging {
      @OnText()
      text(): Promise<void> {
        start();
        return new Promise(() => undefined);
      }
    }
    const { url, close } = await served(toAdapter, { token: "secret", graceMilliseconds: 1, logger: false }, { providers: [Hanging] });
    const inFlight = post(url, JSON.stringify(textMessage()));
    await started;
    await close();
    expect(await inFlight).toBe(stoppingResponse);
  });
});

const stoppingResponse = '503 {"code":"STOPPING","message":"The application is stopping: send it again"}';

test("a handler of one's own gets the dispatcher once everything is registered", async () => {
  const registered: unknown[] = [];
  const toHandler = (dispatcher: Dispatcher): WebhookHandler => {
    registered.push(...dispatcher.registered);
    return createWebhookHandler({ token: "secret", deliver: () => "stored" });
  };
  @Injectable()
  class One {
    @OnText()
    text(): void {}
  }
  const { url } = await served(() => new ExpressAdapter(), { handler: toHandler }, { providers: [One] });
  expect(registered).toEqual([{ typeWebhook: "incomingMessageReceived" }]);
  expect(await post(url, JSON.stringify(textMessage()))).toBe('200 {"ok":true,"outcome":"stored"}');
});

test("Nest's logger gets what isn't accepted, and one line where a parser stands in front", async () => {
  const lines: unknown[][] = [];
  const note = (...line: unknown[]): void => void lines.push(line);
  @Module({ imports: [GreenhookModule.forRoot({ token: "secret" })] })
  class AppModule {}
  const adapter = new ExpressAdapter(express().use(express.json()));
  const logger = { log: () => undefined, warn: note, error: note };
  const { url, close } = await serveNest(await NestFactory.create(AppModule, adapter, { logger }));
  for (const token of ["secret", "wrong"]) await post(url, JSON.stringify(textMessage()), token);
  await close();
  expect(lines).toEqual([
    [
      "greenhook: a body parser stands in front of the webhook: rawText is absent, bodies over the parser's limit (100 kB by default) get its 413, broken JSON gets its 400 and never the quarantine",
      "Greenhook",
    ],
    [expect.stringMatching(/^greenhook: delivery refused status=401 code=AUTH_INVALID/), "Greenhook"],
  ]);
});

test("a logger that throws costs no delivery its response", async () => {
  const fails = (): never => {
    throw new Error("the log is full");
  };
  @Module({ imports: [GreenhookModule.forRoot({ token: "secret", logger: { debug: fails, info: fails, warn: fails, error: fails } })] })
  class AppModule {}
  const adapter = new ExpressAdapter(express().use(express.json()));
  const { url, close } = await serveNest(await NestFactory.create(AppModule, adapter, { logger: false }));
  expect(await post(url, JSON.stringify(textMessage()))).toBe('200 {"ok":true,"outcome":"ignored"}');
  await close();
});

test("an application without a server needs no token", async () => {
  @Module({ imports: [GreenhookModule.forRoot({})], providers: [Seen, AnyHandler] })
  class WorkerModule {}
  const app = await NestFactory.createApplicationContext(WorkerModule, { logger: false });
  await app.get<Dispatcher>(GREENHOOK_DISPATCHER).deliver(textMessage());
  expect(app.get(Seen).names).toEqual(["any known"]);
  await app.close();
});

test.each<[string, GreenhookModuleOptions | { misspelt: true }, RegExp]>([
  ["a blank token", { token: "" }, /"token" is missing or blank/],
  ["a path that is a pattern", { token: "secret", path: "/:tenant" }, /"path" must be a path/],
  ["an option that isn't known", { token: "secret", misspelt: true }, /there is no option "misspelt"/],
  ["a handler that is none", { handler: createDispatcher as never }, /"handler" must be what createWebhookHandler returns: a dispatcher/],
])("an application doesn't start with %s", async (_, options, message) => {
  await expect(served(() => new ExpressAdapter(), options as GreenhookModuleOptions)).rejects.toThrow(message);
});

// Here, since loading Nest takes longer than any of these tests.
expectContract("GreenhookModule", nestSetUps);

function deferred(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((settle) => (resolve = settle));
  return { promise, resolve };
}
