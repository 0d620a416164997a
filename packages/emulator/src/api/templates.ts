import { ApiFailure } from "./api-failure.ts";
import { invalid, objectIn, optionalTextIn, textIn, textsIn } from "./input-fields.ts";
import { perInstance } from "./instance-state.ts";
import type { Call, Methods } from "./method.ts";
import { send } from "./sending.ts";

interface Template {
  readonly templateId: string;
  readonly elementName: string;
  readonly status: string;
  readonly [key: string]: unknown;
}

const templatesOf = perInstance(() => new Map<string, Template>());

/** Templates of WABA, the WhatsApp Business API product. @see https://green-api.com/waba/ */
export const templates: Methods = {
  sendTemplate: send("sendTemplate", (call) => {
    const template = templateIn(call);
    if (template === undefined) throw invalid("'templateId' is unknown");
    if (template.status !== "APPROVED") throw invalid("the template isn't approved");
    const params = call.input["params"] === undefined ? [] : textsIn(call.input, "params");
    return { typeMessage: "templateMessage", messageData: { templateId: template.templateId, params } };
  }),
  getTemplates: { verbs: ["GET"], rate: 1, run: ({ instance }) => ({ templates: [...templatesOf(instance).values()] }) },
  getTemplateById: {
    verbs: ["POST"],
    rate: 1,
    run: (call) => {
      const template = templateIn(call);
      if (template === undefined) throw new ApiFailure(400, "Template not found");
      return { template };
    },
  },
  createTemplate: { verbs: ["POST"], rate: 1, run: create },
  editTemplate: {
    verbs: ["POST"],
    rate: 1,
    run: (call) => {
      const changes = objectIn(call.input, "templateParams");
      const template = templateIn(call);
      if (template === undefined) return { status: "error", reason: "Template not found" };
      if (template.status === "PENDING") return { status: "error", reason: "A pending template can't be edited" };
      review(call, { ...template, ...changes, templateId: template.templateId });
      return { status: "success" };
    },
  },
  deleteTemplate: {
    verbs: ["POST"],
    rate: 1,
    run: (call) => {
      const elementName = textIn(call.input, "elementName");
      return remove(call, (template) => template.elementName === elementName);
    },
  },
  deleteTemplateById: {
    verbs: ["POST"],
    rate: 1,
    run: (call) => {
      const [elementName, templateId] = [textIn(call.input, "elementName"), textIn(call.input, "templateId")];
      return remove(call, (template) => template.elementName === elementName && template.templateId === templateId);
    },
  },
};

function templateIn({ instance, input }: Call): Template | undefined {
  return templatesOf(instance).get(textIn(input, "templateId"));
}

function create(call: Call): unknown {
  const { instance, input } = call;
  const [elementName, category] = [textIn(input, "elementName"), textIn(input, "category")];
  for (const key of ["languageCode", "templateType", "example"]) textIn(input, key);
  textIn(input, "vertical", 180);
  textIn(input, "content", 550);
  for (const key of ["header", "footer"]) optionalTextIn(input, key, 60);
  if (!["AUTHENTICATION", "MARKETING", "UTILITY"].includes(category)) {
    throw invalid("'category' must be one of [AUTHENTICATION, MARKETING, UTILITY]");
  }
  const number = (templatesOf(instance).size + 1).toString(16).padStart(12, "0");
  const { content: data, ...rest } = input;
  const templateId = `00000000-0000-4000-8000-${number}`;
  const createdOn = call.clock.now();
  return { template: review(call, { ...rest, templateId, elementName, data, createdOn, status: "PENDING" }) };
}

/** A template that was created or edited is pending for a while, then approved. */
function review(call: Call, changed: Template): Template {
  const { instance, timers, times, clock } = call;
  const template = { ...changed, status: "PENDING", modifiedOn: clock.now() };
  templatesOf(instance).set(template.templateId, template);
  timers.after(times.templateApprovalMilliseconds, () => {
    const current = templatesOf(instance).get(template.templateId);
    if (current === template) templatesOf(instance).set(template.templateId, { ...template, status: "APPROVED" });
  });
  return template;
}

/** No source has the values of `status` in these results. */
function remove({ instance }: Call, matches: (template: Template) => boolean): unknown {
  const found = [...templatesOf(instance).values()].filter(matches);
  for (const { templateId } of found) templatesOf(instance).delete(templateId);
  return { status: found.length > 0 ? "success" : "error" };
}
