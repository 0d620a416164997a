import { expect, test } from "vitest";
import { fitValue } from "../../../packages/core/dist/schema/fit-value.js";
import {
  array,
  boolean,
  detached,
  literal,
  nullable,
  number,
  object,
  optional,
  strictNumber,
  strictString,
  string,
  union,
  type SchemaNode,
} from "../../../packages/core/dist/schema/schema.js";

/** The value that fits and the issues, each as `path message`. */
function fit(node: SchemaNode, value: unknown): readonly [unknown, readonly string[]] {
  const { value: fitted, issues } = fitValue(node, value);
  return [fitted, issues.map(({ path, message }) => `${path} ${message}`)];
}

const converted: readonly (readonly [string, SchemaNode, unknown, unknown])[] = [
  ["a safe integer for a string", string, 2 ** 53 - 1, "9007199254740991"],
  ["a negative integer for a string", string, -70_000_001, "-70000001"],
  ["digits for a number", number, "12", 12],
  ["a decimal fraction for a number", number, "-0.5", -0.5],
  ["zero for a number", number, "0", 0],
];

test.each(converted)("fitValue() converts %s, and says so", (_, node, value, result) => {
  const [fitted, issues] = fit(object({ a: node }), { a: value });
  expect(fitted).toEqual({ a: result });
  expect(issues).toEqual([`a must be of type ${node.type}, not ${typeof value}: converted`]);
});

const notConverted: readonly (readonly [string, SchemaNode, unknown])[] = [
  ["an integer that may have lost digits", string, 2 ** 53],
  ["a fraction, which may have had more digits", string, 1.5],
  ["a boolean", string, true],
  ["an object", string, {}],
  ["digits for a strict number", strictNumber, "12"],
  ["an integer for a strict string", strictString, 12],
  ["a number for one of some words", literal("12"), 12],
  ["text for a boolean", boolean, "true"],
  ["a number for a boolean", boolean, 1],
  ["null", number, null],
  ...[
    "",
    " 1",
    "1 ",
    "01",
    "+1",
    "-0",
    "1.0",
    "1.",
    ".5",
    "1e3",
    "1e21",
    "0x1",
    "9007199254740992",
    "9007199254740993",
    "1e-7",
    "Infinity",
    "NaN",
    "12abc",
  ].map((text) => [`"${text}" for a number`, number, text] as const),
  ["a number too large to hold", number, Infinity],
];

test.each(notConverted)("fitValue() leaves out %s", (_, node, value) => {
  expect(fit(object({ a: optional(node), b: string }), { a: value, b: "" })[0]).toEqual({ b: "" });
  expect(fit(object({ a: node }), { a: value })[0]).toBeUndefined();
});

test("fitValue() takes away the smallest optional part or item around a misfit", () => {
  const inner = object({ id: string, name: optional(string) });
  const node = object({ one: optional(inner), many: optional(array(inner)), all: array(object({ inner })) });
  expect(fitValue(node, { one: null, all: [] }).value).toStrictEqual({ all: [] });
  expect(fit(node, { one: { id: true, name: "x", new: 1 }, all: [], new: 2 })).toEqual([
    { all: [], new: 2 },
    ["one.id must be of type string, not boolean"],
  ]);
  expect(fit(node, { one: { id: "a", name: true, new: 1 }, all: [] })[0]).toEqual({ one: { id: "a", new: 1 }, all: [] });
  expect(fit(node, { many: [{ id: "a" }, {}, 1, { id: "b", name: null }], all: [] })).toEqual([
    { many: [{ id: "a" }, { id: "b" }], all: [] },
    ["many[1].id is missing", "many[2] must be of type object, not number", "many[3].name must be of type string, not null"],
  ]);
  expect(fit(node, { many: {}, all: [{ inner: {} }, { inner: { id: "a" } }] })[0]).toEqual({ all: [{ inner: { id: "a" } }] });
  expect(fit(node, { all: null })).toEqual([undefined, ["all must be of type array, not null"]]);
});

test("fitValue() hands back the very value where everything fits, and shares what it doesn't change", () => {
  const node = object({ a: optional(object({ b: optional(string) })), c: optional(object({ d: optional(string) })) });
  const value = { a: { b: "x" }, c: { d: 1.5 } };
  expect(fitValue(node, value.a && { a: value.a }).value?.a).toBe(value.a);
  const fitted = fitValue(node, value).value;
  expect(fitted).toEqual({ a: { b: "x" }, c: {} });
  expect(fitted?.a).toBe(value.a);
  const list = object({ all: array(string), other: optional(string) });
  const all = ["x"];
  expect(fitValue(list, { all, other: true }).value?.all).toBe(all);
  expect(value).toEqual({ a: { b: "x" }, c: { d: 1.5 } });
  const exact = { a: {}, c: {}, later: null };
  expect(fitValue(node, exact)).toEqual({ value: exact, issues: [], issuesOmitted: false });
  expect(fitValue(node, exact).value).toBe(exact);
});

test("fitValue() takes a null that is documented, and no other", () => {
  const node = object({ a: optional(nullable(string)), b: optional(string) });
  const value = { a: null, b: null };
  expect(fit(node, value)).toEqual([{ a: null }, ["b must be of type string, not null"]]);
  expect(fit(node, { a: 5 })).toEqual([{ a: "5" }, ["a must be of type string, not number: converted"]]);
});

test("fitValue() takes the option of a union with the fewest misfits, of equals the first", () => {
  const first = object({ a: optional(string), b: optional(string) });
  const second = object({ a: optional(boolean), c: number });
  expect(fit(union([first, second]), { a: true, b: true, c: 1 })[0]).toEqual({ a: true, b: true, c: 1 });
  expect(fit(union([first, second]), { a: [], b: [], c: 1 })).toEqual([{ b: [], c: 1 }, ["a must be of type boolean, not array"]]);
  expect(fit(union([second, first]), { a: [], b: "", c: 1 })[0]).toEqual({ b: "", c: 1 });
  // One that can be made to fit goes before one that can't, whatever they count.
  expect(fit(union([second, first]), { a: [], b: [] })).toEqual([
    {},
    ["a must be of type string, not array", "b must be of type string, not array"],
  ]);
  // Of equals, the first one's issues alone are those of the result.
  expect(fit(union([object({ a: optional(string) }), object({ b: optional(string) })]), { a: true, b: true })).toEqual([
    { b: true },
    ["a must be of type string, not boolean"],
  ]);
  expect(fit(union([number, string]), true)).toEqual([undefined, [" must be of type number or string, not boolean"]]);
  expect(fit(union([string, object({})]), 5)[0]).toBe("5");
});

test.each([
  ["an array", union([boolean, array(string)]), [true, "x"], ["x"]],
  ["what may be null", union([boolean, nullable(object({ a: optional(string) }))]), { a: true }, {}],
  ["null itself", object({ a: array(union([object({ a: number }), nullable(string)])) }), { a: [null, true, "x"] }, { a: [null, "x"] }],
  ["another union", union([boolean, union([number, object({ a: optional(string) })])]), { a: true }, {}],
])("fitValue() takes an option of a union that is %s", (_, node, value, result) => {
  expect(fit(node, value)[0]).toEqual(result);
});

test("fitValue() names the issues of all the closest options where none fits", () => {
  const node = union([object({ a: string }), object({ b: string }), object({ c: string, d: string })]);
  expect(fit(node, {})).toEqual([undefined, ["a is missing", "b is missing"]]);
  const common = union([object({ x: string, a: string }), object({ x: string, b: string })]);
  expect(fit(common, {})).toEqual([undefined, ["x is missing", "a is missing", "b is missing"]]);
});

test("fitValue() ends its search after 100 misfits, but for a detached part", () => {
  const items = (count: number) => Array.from({ length: count }, () => true);
  const node = object({ a: optional(array(string)), b: detached(object({ c: array(string) })), d: optional(string) });
  expect(fitValue(node, { a: items(100) })).toMatchObject({ value: { a: [] }, issuesOmitted: true });
  expect(fitValue(node, { a: items(101) })).not.toHaveProperty("value");
  expect(fitValue(node, { a: items(100), d: true })).not.toHaveProperty("value");
  expect(fitValue(node, { a: items(100), b: { c: items(100) } }).value).toEqual({ a: [], b: { c: [] } });
  expect(fitValue(node, { a: items(3), b: { c: items(101) }, d: "x" }).value).toEqual({ a: [], d: "x" });
  const { issues, issuesOmitted } = fitValue(node, { a: items(3), b: { c: items(101) } });
  expect(issues.map(({ path }) => path)).toEqual([0, 1, 2].map((n) => `a[${n}]`).concat([0, 1, 2, 3, 4, 5, 6].map((n) => `b.c[${n}]`)));
  expect(issuesOmitted).toBe(true);
});

test("fitValue() counts the misfits of unions, and says where issues of theirs were omitted", () => {
  const fields = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`f${index}`, optional(string)]));
  const wrong = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`f${index}`, true]));
  const node = object({ a: array(union([boolean, object(fields)])) });
  expect(fitValue(node, { a: [wrong(10)] })).toMatchObject({ value: { a: [{}] }, issuesOmitted: false });
  expect(fitValue(node, { a: [wrong(11)] })).toMatchObject({ value: { a: [{}] }, issuesOmitted: true });
  expect(fitValue(node, { a: [wrong(9), wrong(2)] })).toMatchObject({ value: { a: [{}, {}] }, issuesOmitted: true });
  expect(fitValue(node, { a: Array.from({ length: 100 }, () => wrong(1)) })).toHaveProperty("value");
  expect(fitValue(node, { a: Array.from({ length: 101 }, () => wrong(1)) })).not.toHaveProperty("value");
});

test("fitValue() says what is wanted instead, without any content", () => {
  expect(fit(literal("a", "b"), "secret")).toEqual([undefined, [' must be "a" or "b"']]);
  expect(fit(array(nullable(union([string, boolean]))), ["x", [], null])).toEqual([
    ["x", null],
    ["[1] must be of type string or boolean, not array"],
  ]);
  expect(fit(union([nullable(string), number]), true)[1]).toEqual([" must be of type string or number, not boolean"]);
  expect(fit(object({ a: number }), { a: Infinity })[1]).toEqual(["a must be of type number, not a number too large"]);
});
