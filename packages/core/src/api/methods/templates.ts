import type { OpenUnion } from "../../schema/open-union.ts";
import type { CallOptions } from "./call-options.ts";
import { change, query, readMany, send, type MethodSpecs } from "./method-spec.ts";
import { check } from "./value-check.ts";

/**
 * Methods of message templates. WABA only. No rate is documented: 1 a second each, `sendTemplate` 50 like all that sends. Only those that read
 * are retried.
 */
export interface TemplateMethods {
  /** Sends a message made from a template. @see https://green-api.com/en/waba/api/sending/SendTemplate/ */
  sendTemplate(input: SendTemplateInput, options?: CallOptions): Promise<{ readonly idMessage: string }>;
  /** All templates. @see https://green-api.com/en/waba/api/templates/GetTemplates/ */
  getTemplates(options?: CallOptions): Promise<{ readonly templates: readonly Template[] }>;
  /** One template. @see https://green-api.com/en/waba/api/templates/GetTemplateById/ */
  getTemplateById(input: { readonly templateId: string }, options?: CallOptions): Promise<{ readonly template: Template }>;
  /** Creates a template, which WhatsApp then reviews. @see https://green-api.com/en/waba/api/templates/CreateTemplate/ */
  createTemplate(input: CreateTemplateInput, options?: CallOptions): Promise<{ readonly template: Template }>;
  /** Changes a template whose status is `REJECTED`, `APPROVED` or `PAUSED`. @see https://green-api.com/en/waba/api/templates/EditTemplate/ */
  editTemplate(input: EditTemplateInput, options?: CallOptions): Promise<TemplateResult>;
  /** Deletes a template in all its languages. @see https://green-api.com/en/waba/api/templates/DeleteTemplate/ */
  deleteTemplate(input: { readonly elementName: string }, options?: CallOptions): Promise<TemplateResult>;
  /** Deletes a template in one language. @see https://green-api.com/en/waba/api/templates/DeleteTemplateById/ */
  deleteTemplateById(input: { readonly elementName: string; readonly templateId: string }, options?: CallOptions): Promise<TemplateResult>;
}

export interface SendTemplateInput {
  readonly chatId: string;
  readonly templateId: string;
  /** The values of the placeholders, in order. */
  readonly params?: readonly string[];
  /** The header's file or location. */
  readonly message?: TemplateMessage;
  /** What a notification says when a button is pressed. */
  readonly postbackTexts?: readonly { readonly index: number; readonly text: string }[];
}

/** The header's file or location, under the key that `type` names. */
export interface TemplateMessage {
  readonly type: OpenUnion<"image" | "video" | "document" | "location">;
  /** At most 5 MB. */
  readonly image?: { readonly link: string };
  /** At most 16 MB. */
  readonly video?: { readonly link: string };
  /** At most 100 MB. */
  readonly document?: { readonly link: string; readonly filename?: string };
  /** The degrees are text here. */
  readonly location?: { readonly latitude: string; readonly longitude: string; readonly name?: string; readonly address?: string };
  readonly cardHeaderType?: string;
  readonly cards?: readonly { readonly link: string; readonly postbackTexts?: readonly object[] }[];
}

/** The content of a template, as it can be changed. */
export interface TemplateContent {
  readonly category: OpenUnion<"AUTHENTICATION" | "MARKETING" | "UTILITY">;
  readonly templateType: OpenUnion<"TEXT" | "IMAGE" | "VIDEO" | "DOCUMENT" | "CAROUSEL" | "LOCATION">;
  /** What it is for, at most 180 characters. */
  readonly vertical: string;
  /** The text, with placeholders such as `{{1}}`; at most 550 characters. */
  readonly content: string;
  /** The text with example values in the place of the placeholders. */
  readonly example: string;
  /** At most 60 characters. */
  readonly header?: string;
  readonly exampleHeader?: string;
  /** At most 60 characters. */
  readonly footer?: string;
  /** `[{ type, text, value }]`, as JSON text in one client of GREEN-API's own and as an array in another: sent as given. */
  readonly buttons?: string | readonly object[];
  /** As `buttons`. */
  readonly cards?: string | readonly object[];
  readonly mediaUrl?: string;
  readonly enableSample?: boolean;
  readonly allowTemplateCategoryChange?: boolean;
  readonly addSecurityRecommendation?: boolean;
  /** 1 to 90. */
  readonly codeExpirationMinutes?: number;
}

export interface CreateTemplateInput extends TemplateContent {
  /** Lower case letters, digits and underscores. */
  readonly elementName: string;
  /**
   * @example
   * "en_US"
   */
  readonly languageCode: string;
}

export interface EditTemplateInput {
  readonly templateId: string;
  readonly templateParams: Partial<CreateTemplateInput>;
}

export interface TemplateResult {
  readonly status?: string | boolean;
  /** Why it failed. */
  readonly reason?: string | null;
  /** Other keys. */
  readonly [key: string]: unknown;
}

export interface Template {
  readonly templateId?: string;
  readonly elementName?: string;
  readonly languageCode?: string;
  readonly category?: OpenUnion<"AUTHENTICATION" | "MARKETING" | "UTILITY">;
  readonly templateType?: OpenUnion<"TEXT" | "IMAGE" | "VIDEO" | "DOCUMENT" | "CAROUSEL" | "LOCATION">;
  readonly status?: OpenUnion<"PENDING" | "APPROVED" | "REJECTED" | "FAILED" | "PAUSED">;
  /** Why it was rejected. */
  readonly reason?: string | null;
  readonly vertical?: string;
  /** The text with its buttons. */
  readonly data?: string;
  /** JSON text. */
  readonly meta?: string;
  /** JSON text. */
  readonly containerMeta?: string;
  readonly stage?: string;
  /** UNIX milliseconds. */
  readonly createdOn?: number;
  /** UNIX milliseconds, also as text. */
  readonly modifiedOn?: number | string;
  /** Other keys. */
  readonly [key: string]: unknown;
}

export const templateSpecs: MethodSpecs<TemplateMethods> = {
  sendTemplate: {
    ...send,
    input: {
      required: { chatId: check.nonBlank, templateId: check.nonBlank },
      optional: { params: check.texts, message: check.templateMessage, postbackTexts: check.postbackTexts },
    },
    response: { idMessage: check.text },
  },
  getTemplates: { ...readMany, response: { templates: check.objects } },
  getTemplateById: { ...query, input: { required: { templateId: check.nonBlank } }, response: { template: check.object } },
  createTemplate: {
    ...change,
    input: {
      required: {
        elementName: check.nonBlank,
        languageCode: check.nonBlank,
        category: check.nonBlank,
        templateType: check.nonBlank,
        vertical: check.text,
        content: check.text,
        example: check.text,
      },
      optional: {
        header: check.text,
        exampleHeader: check.text,
        footer: check.text,
        buttons: check.textOrObjects,
        cards: check.textOrObjects,
        mediaUrl: check.text,
        enableSample: check.flag,
        allowTemplateCategoryChange: check.flag,
        addSecurityRecommendation: check.flag,
        codeExpirationMinutes: check.positiveInteger,
      },
    },
    response: { template: check.object },
  },
  editTemplate: {
    ...change,
    input: { required: { templateId: check.nonBlank, templateParams: check.object } },
    response: {},
  },
  deleteTemplate: { ...change, input: { required: { elementName: check.nonBlank } }, response: {} },
  deleteTemplateById: { ...change, input: { required: { elementName: check.nonBlank, templateId: check.nonBlank } }, response: {} },
};
