import { JsonText, Ref, unknown, type CaseProperties, type CaseResource } from "../cases";

/** A case that no TypeScript program can say: a value known only on update, a resource of another provider. */
export class NotPrintable extends Error {}

/** A text that stands for a secret of the stack's configuration. */
export const fromConfiguration = "from-the-configuration";

/**
 * The TypeScript program that declares these resources, in an order in which each is declared before it is used. It is
 * what a user would write: a reference is an output of another resource, a policy document is an object.
 *
 * @param outputs inputs of resources that are not printed, because AWS gives them
 * @throws NotPrintable when no program can say it.
 */
export function exampleProgram(given: readonly CaseResource[], outputs: readonly string[] = []): string {
  const resources = given.map((resource) => ({ ...resource, properties: without(resource.properties, outputs) }));
  const program = new Program(resources);
  const statements = inOrder(resources)
    .map((resource) => program.statement(resource))
    .filter((statement) => statement !== undefined);
  if (statements.length === 0) return "// A program that declares none of this.\nexport {};\n";
  const config = program.usesConfig ? ["const config = new pulumi.Config();"] : [];
  return `${[[...program.imports].sort(byText).join("\n"), ...config, ...statements].join("\n\n")}\n`;
}

function without(properties: CaseProperties, names: readonly string[]): CaseProperties {
  return Object.fromEntries(Object.entries(properties).filter(([name]) => !names.includes(name)));
}

class Program {
  readonly imports = new Set<string>();
  usesConfig = false;
  private readonly names = new Map<string, string>();
  private readonly used: ReadonlySet<string>;

  constructor(resources: readonly CaseResource[]) {
    const modules = new Set([
      "pulumi",
      "provider",
      "config",
      "aws",
      ...resources.map(({ type }) => moduleOf(type)?.module ?? ""),
    ]);
    for (const { name } of resources) {
      const identifier = identifierOf(name);
      this.names.set(name, modules.has(identifier) || reserved.has(identifier) ? `${identifier}Resource` : identifier);
    }
    if (new Set(this.names.values()).size !== resources.length) throw new NotPrintable("two resources of one name");
    const parents = resources.map(({ parent }) => parent).filter((name) => name !== undefined);
    this.used = new Set([...resources.flatMap(({ properties }) => refsIn(properties)), ...parents]);
  }

  statement(resource: CaseResource): string | undefined {
    const { type, name, properties } = resource;
    // The stack is the program itself.
    if (type === "pulumi:pulumi:Stack") return undefined;
    const options = this.options(resource);
    const lines = resource.provider === undefined ? [] : [this.provider(resource.provider)];
    const tail = options === "" ? "" : `, ${options}`;
    const start = this.used.has(name) ? `const ${this.identifier(name)} = ` : "";
    const aws = moduleOf(type);
    if (aws) {
      if (aws.module === "provider") this.imports.add(`import * as aws from "@pulumi/aws/provider";`);
      else this.imports.add(`import * as ${importName(aws.module)} from "@pulumi/aws/${aws.module}";`);
      const made = `${aws.module === "provider" ? "aws" : importName(aws.module)}.${aws.name}`;
      const text = this.value(aws.module === "provider" ? ofProvider(properties) : properties);
      const args = text === "{}" && tail === "" ? "" : `, ${text}${tail}`;
      lines.push(`${start}new ${made}(${JSON.stringify(name)}${args});`);
    } else if (/^[\w-]+:index:\w+$/.test(type) && Object.keys(properties).length === 0) {
      this.imports.add(pulumiImport);
      const args = tail === "" ? "" : `, {}${tail}`;
      lines.push(`${start}new pulumi.ComponentResource(${JSON.stringify(type)}, ${JSON.stringify(name)}${args});`);
    } else {
      throw new NotPrintable(`${type} is a type of another provider`);
    }
    return lines.join("\n\n");
  }

  private provider(properties: Record<string, unknown>): string {
    this.imports.add(`import * as aws from "@pulumi/aws/provider";`);
    return `const provider = new aws.Provider("provider", ${this.value(ofProvider(properties))});`;
  }

  private options({ options = {}, parent, provider }: CaseResource): string {
    const parts = [
      ...(parent === undefined ? [] : [`parent: ${this.identifier(parent)}`]),
      ...(provider === undefined ? [] : ["provider"]),
      ...Object.entries(options)
        .filter(([, value]) => value !== undefined)
        .map(([key, value]) => `${key}: ${JSON.stringify(value)}`),
    ];
    return parts.length === 0 ? "" : `{ ${parts.join(", ")} }`;
  }

  private identifier(name: string): string {
    const found = this.names.get(name);
    if (found === undefined) throw new NotPrintable(`there is no resource ${name}`);
    return found;
  }

  private value(value: unknown, key = "value"): string {
    if (value === unknown) throw new NotPrintable("a value is known only on update");
    if (value instanceof Ref) return this.reference(value);
    if (value instanceof JsonText) return this.jsonText(value.document);
    if (value === fromConfiguration) return this.secret(key);
    if (typeof value === "string") return this.text(value);
    if (typeof value === "number" || typeof value === "boolean") return JSON.stringify(value);
    if (Array.isArray(value)) return `[${value.map((item) => this.value(item)).join(", ")}]`;
    if (typeof value === "object" && value !== null) {
      const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
      return entries.length === 0
        ? "{}"
        : `{ ${entries.map(([key, inner]) => `${keyOf(key)}: ${this.value(inner, key)}`).join(", ")} }`;
    }
    throw new NotPrintable("a value is null");
  }

  private secret(key: string): string {
    this.imports.add(pulumiImport);
    this.usesConfig = true;
    return `config.requireSecret(${JSON.stringify(key)})`;
  }

  private reference({ target, output }: Ref): string {
    return /^[A-Za-z_]\w*$/.test(output)
      ? `${this.identifier(target)}.${output}`
      : `${this.identifier(target)}[${JSON.stringify(output)}]`;
  }

  private jsonText(document: unknown): string {
    if (refsIn(document).length === 0) return `JSON.stringify(${this.value(document)})`;
    this.imports.add(pulumiImport);
    return `pulumi.jsonStringify(${this.value(document)})`;
  }

  /** A text that is a document reads better as the object that it says; it has to be the same text. */
  private text(text: string): string {
    if (/^\s*[[{]/.test(text)) {
      try {
        const document = JSON.parse(text) as unknown;
        if (JSON.stringify(document) === text) return `JSON.stringify(${this.value(document)})`;
      } catch {
        // A text as any other.
      }
    }
    return JSON.stringify(text);
  }
}

const pulumiImport = `import * as pulumi from "@pulumi/pulumi";`;

/** Where the class of a type of the AWS provider is. */
function moduleOf(type: string): { module: string; name: string } | undefined {
  if (type === "pulumi:providers:aws") return { module: "provider", name: "Provider" };
  const match = /^aws:(\w+)\/\w+:(\w+)$/.exec(type);
  return match ? { module: match[1] ?? "", name: match[2] ?? "" } : undefined;
}

/** A provider receives what is no text as text of JSON; a program gives it as it is. */
function ofProvider(properties: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(properties).map(([key, value]) => {
      if (value instanceof JsonText) return [key, value.document];
      return [key, value === "true" || value === "false" ? value === "true" : value];
    }),
  );
}

const reserved = new Set(
  "break case catch class const continue debugger default delete do else enum export extends false finally for function if implements import in instanceof interface let new null package private protected public return static super switch this throw true try typeof var void while with yield await".split(
    " ",
  ),
);

function importName(module: string): string {
  return reserved.has(module) ? `${module}s` : module;
}

function identifierOf(name: string): string {
  const words = name.split(/[^A-Za-z0-9]+/).filter((word) => word !== "");
  const joined = words.map((word, index) => (index === 0 ? lowerFirst(word) : upperFirst(word))).join("");
  if (!/^[A-Za-z]\w*$/.test(joined)) throw new NotPrintable(`${name} gives no identifier`);
  return joined;
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function keyOf(key: string): string {
  return /^[A-Za-z_]\w*$/.test(key) ? key : JSON.stringify(key);
}

/** Names of the resources whose outputs a value names. */
function refsIn(value: unknown): string[] {
  if (value instanceof Ref) return [value.target];
  if (value instanceof JsonText) return refsIn(value.document);
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(refsIn);
}

/** Each resource after those that it refers to; otherwise in the order of the case. */
function inOrder(resources: readonly CaseResource[]): CaseResource[] {
  const byName = new Map(resources.map((resource) => [resource.name, resource]));
  const ordered = new Set<CaseResource>();
  const open = new Set<CaseResource>();
  const visit = (resource: CaseResource): void => {
    if (ordered.has(resource)) return;
    if (open.has(resource)) throw new NotPrintable("resources refer to one another");
    open.add(resource);
    const needs = [...refsIn(resource.properties), ...(resource.parent === undefined ? [] : [resource.parent])];
    for (const name of needs) {
      const needed = byName.get(name);
      if (needed && needed !== resource) visit(needed);
    }
    ordered.add(resource);
  };
  for (const resource of resources) visit(resource);
  return [...ordered];
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
