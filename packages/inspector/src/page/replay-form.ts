import { element } from "./element.ts";
import type { DeliveryDetail, ReplayRequest } from "./inspector-messages.ts";
import { reasonOf, replay } from "./server-api.ts";

/** The last input, which the form of the next delivery starts with. */
const typed = { target: "handler", url: "", authorization: "" };

/** The form that delivers a notification again: as it was or edited, to the handler or to a URL. */
export function replayForm(detail: DeliveryDetail, editing: boolean, onEdit: () => void): HTMLElement {
  const { row, body } = detail;
  const form = element("form", { class: "replay", attributes: { "aria-label": "Replay" } });
  const url = input("url", "https://example.com/green-api/webhook/", typed.url);
  const authorization = input("password", "Bearer …", typed.authorization);
  url.addEventListener("input", () => (typed.url = url.value));
  authorization.addEventListener("input", () => (typed.authorization = authorization.value));
  const elsewhere = element(
    "div",
    { class: "replay" },
    element("label", {}, "URL", url),
    element("label", {}, "Authorization header (optional)", authorization),
  );
  const toHandler = choice("handler", "To this receiver");
  const toUrl = choice("url", "To another URL");
  const showTarget = (): void => {
    elsewhere.hidden = typed.target === "handler";
    // An invalid URL in a hidden field would block the form silently.
    url.disabled = elsewhere.hidden;
  };
  for (const radio of [toHandler, toUrl]) {
    radio.addEventListener("change", () => {
      typed.target = radio.value;
      showTarget();
    });
  }
  const editor =
    editing && body !== undefined
      ? element("textarea", { attributes: { "aria-label": "Body", spellcheck: "false", id: "editor" } })
      : undefined;
  if (editor !== undefined) {
    editor.value = pretty(body!);
    editor.setSelectionRange(0, 0);
  }
  const hint = element("span", {});
  editor?.addEventListener("input", () => (hint.textContent = jsonError(editor.value)));
  const result = element("output", {});
  const send = element(
    "button",
    { class: "main", attributes: { type: "submit", id: "send" } },
    editor === undefined ? "Replay unchanged" : "Send edited",
  );
  const edit = element("button", { attributes: { type: "button", id: "edit" }, onClick: onEdit }, "Edit (shows numbers and secrets)");

  form.append(
    element("label", { class: "choice" }, toHandler, "To this receiver"),
    element("label", { class: "choice" }, toUrl, "To another URL"),
    elsewhere,
    ...(editor === undefined ? [] : [editor]),
    element("div", { class: "actions" }, send, editor === undefined ? edit : hint),
    result,
  );
  showTarget();
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const request: ReplayRequest = {
      target: typed.target === "handler" ? "handler" : url.value,
      ...(typed.target === "handler" || authorization.value === "" ? {} : { authorization: authorization.value }),
      ...(editor === undefined ? {} : { body: editor.value }),
    };
    send.disabled = true;
    result.textContent = "Sending …";
    void replay(row.id, request)
      .then(
        ({ status, durationMilliseconds, text }) =>
          (result.textContent = `${status ?? "No response"}  in ${durationMilliseconds.toFixed(1)} ms\n${text}`),
        (error: unknown) => (result.textContent = reasonOf(error)),
      )
      .finally(() => {
        send.disabled = false;
        // A disabled button loses the keyboard focus.
        if (document.activeElement === document.body) send.focus();
      });
  });
  return form;
}

function choice(value: string, label: string): HTMLInputElement {
  const created = element("input", { attributes: { type: "radio", name: "target", value, "aria-label": label } });
  created.checked = typed.target === value;
  return created;
}

function input(type: string, placeholder: string, value: string): HTMLInputElement {
  const created = element("input", { attributes: { type, placeholder, autocomplete: "off", spellcheck: "false" } });
  created.value = value;
  return created;
}

/** Indented, unless that would change a number. */
function pretty(body: string): string {
  try {
    const value: unknown = JSON.parse(body);
    const compact = JSON.stringify(value);
    return compact === body || compact === body.replace(/\s+/g, "") ? JSON.stringify(value, null, 2) : body;
  } catch {
    return body;
  }
}

function jsonError(text: string): string {
  try {
    JSON.parse(text);
    return "";
  } catch {
    return "This isn't JSON, but can be sent";
  }
}
