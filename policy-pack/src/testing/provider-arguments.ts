import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import * as ts from "typescript";

/** One argument of a resource as the installed `@pulumi/aws` declares it. */
export interface ProviderArgument {
  /** The type as it is written, for example `pulumi.Input<boolean | undefined>`. */
  readonly type: string;
  /** The documentation of the argument. */
  readonly text: string;
  /** Names of the arguments that have to stand beside it in the same block. */
  readonly requiredBeside: readonly string[];
}

type Members = ReadonlyMap<string, ts.PropertySignature>;

const packageFolder = dirname(require.resolve("@pulumi/aws/package.json"));

/**
 * The argument at a path such as `blockDeviceMappings[*].ebs.encrypted`, or nothing where the type has no such argument.
 * Blocks that may stand only once are objects there, not lists: a path that gets this wrong finds nothing.
 */
export function providerArgument(token: string, path: string): ProviderArgument | undefined {
  let members = argumentsOf(token);
  let found: ProviderArgument | undefined;
  for (const step of path.split(".")) {
    const name = step.replace("[*]", "");
    const member = members?.get(name);
    if (!members || !member) return undefined;
    const type = member.type?.getText() ?? "";
    const isList = /\[\]/.test(type);
    if (isList !== step.endsWith("[*]") && step !== path.split(".").at(-1)) return undefined;
    found = { type, text: documentationOf(member), requiredBeside: requiredNames(members, name) };
    members = nestedMembers(type);
  }
  return found;
}

function requiredNames(members: Members, except: string): string[] {
  return [...members].filter(([name, member]) => name !== except && !member.questionToken).map(([name]) => name);
}

function documentationOf(member: ts.PropertySignature): string {
  return ts
    .getJSDocCommentsAndTags(member)
    .map((doc) => doc.getText())
    .join("\n");
}

const argumentCache = new Map<string, Members | undefined>();

function argumentsOf(token: string): Members | undefined {
  if (!argumentCache.has(token)) argumentCache.set(token, readArguments(token));
  return argumentCache.get(token);
}

function readArguments(token: string): Members | undefined {
  const [, module = "", name = ""] = token.split(":");
  const file = join(packageFolder, `${module}.d.ts`);
  return existsSync(file) ? interfacesOf(parse(file)).get(`${name}Args`) : undefined;
}

let inputs: ReadonlyMap<string, Members> | undefined;

/** The members of the block that a type such as `pulumi.Input<inputs.ec2.InstanceMetadataOptions>` names. */
function nestedMembers(type: string): Members | undefined {
  const name = /inputs\.([\w.]+)/.exec(type)?.[1];
  inputs ??= interfacesOf(parse(join(packageFolder, "types", "input.d.ts")));
  return name === undefined ? undefined : inputs.get(name);
}

function parse(file: string): ts.SourceFile {
  return ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
}

/** All interfaces of a file by qualified name. */
function interfacesOf(file: ts.SourceFile): Map<string, Members> {
  const found = new Map<string, Members>();
  const visit = (node: ts.Node, prefix: string): void => {
    if (ts.isInterfaceDeclaration(node)) {
      const members = node.members
        .filter(ts.isPropertySignature)
        .map((member) => [member.name.getText(), member] as const);
      found.set(`${prefix}${node.name.text}`, new Map(members));
    } else if (ts.isModuleDeclaration(node) && node.body && ts.isModuleBlock(node.body)) {
      for (const inner of node.body.statements) visit(inner, `${prefix}${node.name.text}.`);
    }
  };
  for (const statement of file.statements) visit(statement, "");
  return found;
}
