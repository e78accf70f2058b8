import { existsSync, readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join, relative } from "node:path";
import { compileFunction } from "node:vm";
import ts from "typescript";
import { argsOf } from "./args";
import { Given } from "./given";

/** A TypeScript example of a README. */
export interface ReadmeExample {
  /** README and line, for example `packages/keys/README.md:6`. */
  readonly id: string;
  /** Whether it is a program of a stack; those of tools are what runs such programs. */
  readonly isProgram: boolean;
  /** The example as a module: what it takes as given, then the example as it stands. */
  readonly text: string;
}

const root = join(__dirname, "..", "..", "..");
const load = createRequire(__filename);
const getters = Object.entries(Object.getOwnPropertyDescriptors(Given.prototype)).filter(([, own]) => "get" in own);
const givenNames = new Set([...Object.keys(new Given()), ...getters.map(([name]) => name)]);

/** Folders of the repository that may have a README. */
function folders(): string[] {
  const inside = (parent: string) => readdirSync(join(root, parent)).map((name) => `${parent}/${name}`);
  return ["", ...inside("packages"), "policy-pack", ...inside("stacks"), ...inside("tools")];
}

/** Every TypeScript example of every README, of the repository and of its packages, stacks and tools. */
export function readmeExamples(): ReadmeExample[] {
  return folders().flatMap((folder) => {
    const file = join(root, folder, "README.md");
    if (!existsSync(file)) return [];
    const text = readFileSync(file, "utf8");
    return [...text.matchAll(/^ *```(?:ts|typescript)\b.*\n([^]*?)^ *```$/gm)].map((match) => {
      const line = text.slice(0, match.index).split("\n").length;
      const id = `${relative(root, file)}:${String(line)}`;
      return { id, isProgram: !folder.startsWith("tools/"), text: inSurroundings(folder, match[1] ?? "") };
    });
  });
}

/** Puts what an example takes as given before it. What nobody gives stays unknown, and does not compile. */
function inSurroundings(folder: string, example: string): string {
  const free = freeNames(example);
  const names = [...free].filter((name) => givenNames.has(name));
  const lines = ['import { Given } from "./given";', 'import { argsOf } from "./args";', "const given = new Given();"];
  if (names.length > 0) lines.push(`const { ${names.join(", ")} } = given;`);
  if (free.has("args") && folder in argsOf) lines.push(`const args = argsOf[${JSON.stringify(folder)}](given);`);
  return `${lines.join("\n")}\n${example.replace('"@pulumi/awsx"', '"./awsx"')}`;
}

/** Names that an example reads and nowhere declares. */
function freeNames(example: string): Set<string> {
  const read = new Set<string>();
  const declared = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) {
      const { parent } = node;
      const isName = "name" in parent && parent.name === node && !ts.isShorthandPropertyAssignment(parent);
      if (!isName) read.add(node.text);
      else if (!ts.isPropertyAccessExpression(parent) && !ts.isPropertyAssignment(parent)) declared.add(node.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile("example.ts", example, ts.ScriptTarget.ES2022, true));
  return new Set([...read].filter((name) => !declared.has(name)));
}

/** As strict as the programs of users are; the types of what they import are not checked again. */
const options: ts.CompilerOptions = {
  strict: true,
  noUncheckedIndexedAccess: true,
  noEmit: true,
  skipLibCheck: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  esModuleInterop: true,
  types: ["node"],
};

/** What the compiler says of each example, by id; all together, since the types of AWS take seconds to read. */
export function typeFaults(examples: readonly ReadmeExample[]): Map<string, string[]> {
  const paths = new Map(examples.map(({ id }, index) => [id, join(__dirname, `example-${String(index)}.ts`)]));
  const texts = new Map(examples.map(({ id, text }) => [paths.get(id) ?? "", text]));
  const disk = ts.createCompilerHost(options);
  const program = ts.createProgram([...texts.keys()], options, {
    ...disk,
    fileExists: (file) => texts.has(file) || disk.fileExists(file),
    readFile: (file) => texts.get(file) ?? disk.readFile(file),
    getSourceFile: (file, ...rest) => {
      const text = texts.get(file);
      return text === undefined ? disk.getSourceFile(file, ...rest) : ts.createSourceFile(file, text, rest[0]);
    },
  });
  return new Map(
    [...paths].map(([id, path]) => {
      const source = program.getSourceFile(path);
      const found = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
      return [id, found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"))];
    }),
  );
}

/** How the escape hatch of an example is taken. */
export type EscapeHatch = "open" | "closed";

/**
 * An example as a program that can run as often as one likes.
 *
 * Simulated AWS has no service to call transforms of the engine back by, so that those of an example run in the SDK, as
 * `transformations`, or not at all: they have the same form.
 */
export function programOf({ text }: ReadmeExample, escapeHatch: EscapeHatch = "open"): () => unknown {
  const hatch = escapeHatch === "open" ? "transformations" : "none";
  const source = text.replaceAll(/\btransforms:/g, `${hatch}:`);
  const compilerOptions = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS, esModuleInterop: true };
  const { outputText } = ts.transpileModule(source, { compilerOptions });
  const run = compileFunction(outputText, ["exports", "require"]);
  return () => {
    const exports: Record<string, unknown> = {};
    Reflect.apply(run, undefined, [exports, load]);
    return { ...exports };
  };
}
