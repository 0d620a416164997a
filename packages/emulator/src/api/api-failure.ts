import type { Answer } from "./answer.ts";

/** Thrown by an emulated method: the status and text of its answer, or the whole answer. */
export class ApiFailure extends Error {
  override readonly name = "ApiFailure";
  readonly status: number;
  /** The answer, where it has a form of its own. */
  readonly answer: Answer | undefined;

  constructor(status: number, message: string, answer?: Answer) {
    super(message);
    this.status = status;
    this.answer = answer;
  }
}
