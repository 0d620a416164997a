import { element } from "./element.ts";
import type { DeliveryDetail, ReplayRequest } from "./inspector-messages.ts";
import { reasonOf, replay } from "./server-api.ts";

/** What was typed last: it outlives the form, which is made anew for each delivery. */
const typed = { target: "handler", url: "", authorization: "" };

/** The form that delivers a notification once more: as it was, or edited; to the handler, or to another address. */
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
    element("label", {}, "Address", url),
    element("label", {}, "Authorization (sent as typed; leave it empty for none)", authorization),
  );
  const toHandler = choice("handler", "to this receiver's handler");
  const toUrl = choice("url", "to another address");
  const showTarget = (): void => {
    elsewhere.hidden = typed.target === "handler";
    // A wrong address that isn't asked for would hold back the form without a word.
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
    editor === undefined ? "Replay as it was" : "Send the edited one",
  );
  const edit = element("button", { attributes: { type: "button", id: "edit" }, onClick: onEdit }, "Edit (shows numbers and secrets)");

  form.append(
    element("label", { class: "choice" }, toHandler, "to this receiver's handler"),
    element("label", { class: "choice" }, toUrl, "to another address"),
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
        ({ status, took, text }) => (result.textContent = `${status ?? "No answer"}  in ${took.toFixed(1)} ms\n${text}`),
        (error: unknown) => (result.textContent = reasonOf(error)),
      )
      .finally(() => {
        send.disabled = false;
        // Disabled, it lost the keyboard.
        if (document.activeElement === document.body) send.focus();
      });
  });
  return form;
}

function choice(value: string, label: string): HTMLInputElement {
  const made = element("input", { attributes: { type: "radio", name: "target", value, "aria-label": label } });
  made.checked = typed.target === value;
  return made;
}

function input(type: string, placeholder: string, value: string): HTMLInputElement {
  const made = element("input", { attributes: { type, placeholder, autocomplete: "off", spellcheck: "false" } });
  made.value = value;
  return made;
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
    return "This isn't JSON; it can be sent all the same";
  }
}
