import {
  assertWebhookHandler,
  createWebhookHandler,
  lineWriter,
  type Dispatcher,
  type Logger,
  type WebhookHandler,
  type WebhookResponse,
  type WriteLine,
} from "@greenhook/core";
import { sendResponse, toWebhookRequest, type NodeRequest, type NodeResponse, type ParsedBody } from "@greenhook/core/node-http";
import type { OnApplicationBootstrap, OnModuleDestroy } from "@nestjs/common";
import type { DiscoveryService, HttpAdapterHost, ModuleRef } from "@nestjs/core";
import type { GreenhookModuleOptions } from "./greenhook-module-options.ts";
import { nestLogger } from "./nest-logger.ts";
import { registerHandlers } from "./register-handlers.ts";

type Request = NodeRequest & ParsedBody;

/** The members of Node's response that are used. */
interface Response extends NodeResponse {
  removeHeader(name: string): unknown;
}

const starting = closing("STARTING", "The application is starting: send it again");
const stopping = closing("STOPPING", "The application is stopping: send it again");

/** The webhook's route, from the start of the application to its shutdown. */
export class WebhookRoute implements OnApplicationBootstrap, OnModuleDestroy {
  readonly #options: GreenhookModuleOptions;
  readonly #logger: Logger | false;
  readonly #write: WriteLine | undefined;
  readonly #start: () => void;
  readonly #inFlight = new Map<object, { request: Request; response: Response; done: Promise<void> }>();
  #handler: WebhookHandler | undefined;
  #isMounted = false;
  #isStopping = false;
  #saidWhatIsLost = false;

  constructor(
    options: GreenhookModuleOptions,
    dispatcher: Dispatcher,
    host: HttpAdapterHost,
    discovery: DiscoveryService,
    modules: ModuleRef,
  ) {
    this.#options = options;
    this.#logger = ("logger" in options ? options.logger : undefined) ?? nestLogger();
    this.#write = lineWriter("mount the webhook", this.#logger);
    const path = pathOf(options.path ?? "/green-api/webhook");
    // In front of Nest's body parser, which it registers when it initialises the application, since the bytes are better than what a parser makes of them.
    host.init$.subscribe(() => {
      // Absent in an application context: a worker has no server.
      this.#isMounted = host.httpAdapter !== null && host.httpAdapter !== undefined;
      if (this.#isMounted) host.httpAdapter.use(path, (request: Request, response: Response) => this.#receive(request, response));
    });
    this.#start = () => {
      registerHandlers(dispatcher, discovery, modules);
      if (this.#isMounted) this.#handler = this.#handlerFor(dispatcher);
    };
  }

  onApplicationBootstrap(): void {
    this.#start();
  }

  /** Nest's first step of a shutdown, so that what handlers need is still there. */
  async onModuleDestroy(): Promise<void> {
    this.#isStopping = true;
    let grace: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<void>((resolve) => {
      grace = setTimeout(resolve, this.#options.graceMilliseconds ?? 10_000);
    });
    await Promise.race([Promise.all([...this.#inFlight.values()].map(({ done }) => done)), late]);
    clearTimeout(grace);
    await Promise.all([...this.#inFlight.values()].map(({ request, response }) => sendResponse(request, response, stopping)));
  }

  async #receive(request: Request, response: Response): Promise<void> {
    const delivery = {};
    const done = this.#respond(request, response).finally(() => this.#inFlight.delete(delivery));
    this.#inFlight.set(delivery, { request, response, done });
    await done;
  }

  async #respond(request: Request, response: Response): Promise<void> {
    // Express advertises itself; no response of ours does.
    if (!response.headersSent) response.removeHeader("x-powered-by");
    this.#sayWhatIsLost(request);
    const found = this.#isStopping ? stopping : ((await this.#handler?.(toWebhookRequest(request, request))) ?? starting);
    await sendResponse(request, response, this.#isStopping ? { ...found, closeConnection: true } : found);
  }

  #handlerFor(dispatcher: Dispatcher): WebhookHandler {
    if (this.#options.handler !== undefined) {
      const handler = this.#options.handler(dispatcher);
      assertWebhookHandler("start the webhook's route", handler);
      return handler;
    }
    const { path: _path, client: _client, graceMilliseconds: _grace, handler: _handler, ...options } = this.#options;
    return createWebhookHandler({ ...options, logger: this.#logger, deliver: dispatcher });
  }

  /** An Express application that was handed to Nest may have a parser before Nest gets to it. */
  #sayWhatIsLost({ readableDidRead, rawBody }: Request): void {
    if (readableDidRead !== true || this.#saidWhatIsLost) return;
    this.#saidWhatIsLost = true;
    const lost = [
      ...(rawBody === undefined ? ["rawText is absent"] : []),
      "bodies over the parser's limit (100 kB by default) get its 413",
      "broken JSON gets its 400 and never the quarantine",
    ];
    this.#write?.({ level: "warn", event: "a body parser stands in front of the webhook", fields: {}, advice: lost.join(", ") });
  }
}

function closing(code: string, message: string): WebhookResponse {
  return {
    status: 503,
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ code, message }),
    closeConnection: true,
  };
}

/** @throws TypeError for a path that frameworks would take for a pattern, or that matches everything. */
function pathOf(path: string): string {
  const found = /^\/?([\w.~/-]*[\w.~-])\/?$/.exec(path)?.[1];
  if (found === undefined) throw new TypeError(`Cannot mount the webhook: "path" must be a path, such as "/green-api/webhook"`);
  return `/${found}`;
}
