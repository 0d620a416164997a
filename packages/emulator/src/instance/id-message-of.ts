import type { TypeInstance } from "@greenhook/core";

/** The id of an instance's n-th message: hexadecimal on WhatsApp, a decimal number above 2^53 on Telegram and MAX. */
export function idMessageOf(typeInstance: TypeInstance, idInstance: number, n: number): string {
  if (typeInstance !== "whatsapp") return `17${idInstance.toString().slice(-8).padStart(8, "0")}${n.toString().padStart(8, "0")}`;
  return `3EB0${idInstance.toString(16).slice(-8).padStart(8, "0")}${n.toString(16).padStart(8, "0")}`.toUpperCase();
}
