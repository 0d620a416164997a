import { type Compilation, compileConsumer, consumerFolder } from "../../core/types/compile-consumer.ts";

const options = ["--module", "NodeNext", "--lib", "ES2022,DOM"];

type TypeCost = Pick<Compilation, "instantiations" | "files">;
const measured = new Map<string, TypeCost>();

/** What a consumer costs the compiler above an empty one, our declarations checked too. */
export function typeCost(file: string): TypeCost {
  const cost = measured.get(file) ?? measure(file);
  measured.set(file, cost);
  return cost;
}

function measure(file: string): TypeCost {
  const folder = consumerFolder();
  const [empty, full] = ["empty.ts", file].map((name) => compileConsumer(folder.path, name, "typescript", options));
  folder.remove();
  if (empty === undefined || full === undefined || full.errors !== "") throw new Error(`Cannot compile ${file}: ${full?.errors}`);
  return { instantiations: full.instantiations - empty.instantiations, files: full.files - empty.files };
}
