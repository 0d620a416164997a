/** Which messenger an instance serves; `v3` is MAX. */
export type TypeInstance = "whatsapp" | "telegram" | "v3";
