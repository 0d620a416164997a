import * as z from "zod";
import { messageTable } from "../messages/message-data.ts";
import { quotedMessageSchema } from "../messages/quoted-message.ts";
import { contactAvatarSchema } from "../notifications/contact-avatar.ts";
import { deviceInfoSchema } from "../notifications/device-info.ts";
import { instanceDataSchema } from "../notifications/instance-data.ts";
import { notificationTable, type NotificationByTypeWebhook } from "../notifications/notification.ts";
import { senderDataSchema } from "../notifications/sender-data.ts";
import type { SchemaNode } from "../schema/schema.ts";
import { toZod } from "../schema/to-zod.ts";
import { schemaOf } from "./schema-of.ts";

/** An OpenAPI 3.1 document, as far as it is described here. */
export interface OpenApiDocument {
  readonly openapi: "3.1.0";
  readonly info: Readonly<Record<string, unknown>>;
  readonly jsonSchemaDialect: string;
  readonly webhooks: Readonly<Record<string, unknown>>;
  readonly components: { readonly schemas: Readonly<Record<string, unknown>>; readonly securitySchemes: unknown };
}

/** Every kind of notification as an OpenAPI 3.1 document with `webhooks`, for other languages and tools. The build writes it to `dist/openapi.json`. */
export function openApiDocument(version: string): OpenApiDocument {
  // Object.keys() gives strings, whatever the table is.
  const kinds = Object.keys(notificationTable) as (keyof NotificationByTypeWebhook)[];
  return {
    openapi: "3.1.0",
    info: {
      title: "Notifications of GREEN-API",
      version,
      description:
        "What GREEN-API sends to a webhook: one JSON notification in each POST. Fields and values that are not described here may be added at any time, and so may kinds.",
      license: { name: "MIT", identifier: "MIT" },
    },
    jsonSchemaDialect: "https://json-schema.org/draft/2020-12/schema",
    webhooks: Object.fromEntries(kinds.map((kind) => [kind, { post: operation(kind) }])),
    components: { schemas: componentSchemas(kinds), securitySchemes: { webhookUrlToken: { type: "http", scheme: "bearer" } } },
  };
}

function operation(kind: string): Readonly<Record<string, unknown>> {
  return {
    operationId: kind,
    // The token is sent only where the instance's setting webhookUrlToken has one.
    security: [{ webhookUrlToken: [] }, {}],
    requestBody: { required: true, content: { "application/json": { schema: { $ref: `#/components/schemas/${capitalised(kind)}` } } } },
    responses: {
      "200": { description: "Accepted: not delivered again." },
      default: { description: "Not accepted: delivered again every minute, for up to 24 hours." },
    },
  };
}

function componentSchemas(kinds: readonly (keyof NotificationByTypeWebhook)[]): Readonly<Record<string, unknown>> {
  const registry = z.registry<{ id: string }>();
  const add = (node: SchemaNode, id: string): void => {
    const schema = toZod(node);
    // Two spellings of a type share one schema, which takes the first one's name.
    if (!registry.has(schema)) registry.add(schema, { id });
  };
  add(instanceDataSchema, "InstanceData");
  add(senderDataSchema, "SenderData");
  add(quotedMessageSchema, "QuotedMessage");
  add(deviceInfoSchema, "DevicePhone");
  add(contactAvatarSchema, "ContactAvatar");
  for (const [typeMessage, node] of Object.entries(messageTable)) {
    add(node, typeMessage === "quotedMessage" ? "QuotedReply" : capitalised(typeMessage));
  }
  for (const kind of kinds) registry.add(schemaOf(kind), { id: capitalised(kind) });
  const { schemas } = z.toJSONSchema(registry, {
    target: "draft-2020-12",
    io: "input",
    uri: (id) => `#/components/schemas/${id}`,
  });
  return Object.fromEntries(Object.entries(schemas).map(([id, schema]) => [id, bare(schema)]));
}

/** A component says neither its dialect nor its id: the document does. */
function bare(schema: z.core.JSONSchema.JSONSchema): unknown {
  const { $id: _, $schema: __, ...rest } = schema;
  return rest;
}

function capitalised(name: string): string {
  return `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
}
