import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv, { type ErrorObject } from "ajv";
import ts from "typescript";

/**
 * What is wrong with a log of SARIF, by the names, types, required properties and enumerations of `@types/sarif`, whose
 * declarations are made from the OASIS schema of SARIF 2.1.0. The schema itself is in no package that is installed;
 * what it says beside the types (patterns, minimums, uniqueness) is asserted where it matters here.
 */
export function sarifFaults(log: unknown): string[] {
  validate ??= compiled();
  if (validate(log)) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }: ErrorObject) => `${instancePath}: ${message ?? ""} ${JSON.stringify(params)}`,
  );
}

let validate: ReturnType<Ajv["compile"]> | undefined;

type Schema = Record<string, unknown>;

function compiled(): ReturnType<Ajv["compile"]> {
  const file = join(require.resolve("@types/sarif/package.json"), "..", "index.d.ts");
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.ES2022, true);
  const $defs: Record<string, Schema> = {};
  for (const statement of source.statements) {
    if (ts.isInterfaceDeclaration(statement)) $defs[statement.name.text] = ofInterface(statement);
    if (ts.isModuleDeclaration(statement) && statement.body && ts.isModuleBlock(statement.body)) {
      for (const inner of statement.body.statements) {
        if (ts.isTypeAliasDeclaration(inner)) $defs[`${statement.name.text}.${inner.name.text}`] = ofType(inner.type);
      }
    }
  }
  if (!("Log" in $defs) || !("Result.kind" in $defs)) throw new Error("the declarations of SARIF are not as expected");
  return new Ajv({ allErrors: true, strict: false }).compile({ $ref: "#/$defs/Log", $defs });
}

function ofInterface(declaration: ts.InterfaceDeclaration): Schema {
  const members = declaration.members.filter(ts.isPropertySignature);
  const index = declaration.members.find(ts.isIndexSignatureDeclaration);
  return {
    type: "object",
    properties: Object.fromEntries(members.map((member) => [nameOf(member), ofType(member.type)])),
    required: members.filter(({ questionToken }) => !questionToken).map(nameOf),
    additionalProperties: index ? ofType(index.type) : false,
  };
}

function nameOf({ name }: ts.PropertySignature): string {
  return ts.isIdentifier(name) || ts.isStringLiteral(name) ? name.text : name.getText();
}

function ofType(node: ts.TypeNode | undefined): Schema {
  if (!node) return {};
  if (ts.isUnionTypeNode(node)) {
    const parts = node.types.filter((type) => type.kind !== ts.SyntaxKind.UndefinedKeyword);
    return parts.length === 1 ? ofType(parts[0]) : { anyOf: parts.map(ofType) };
  }
  if (ts.isArrayTypeNode(node)) return { type: "array", items: ofType(node.elementType) };
  if (ts.isParenthesizedTypeNode(node)) return ofType(node.type);
  if (ts.isTypeReferenceNode(node)) return { $ref: `#/$defs/${node.typeName.getText()}` };
  if (ts.isLiteralTypeNode(node) && ts.isStringLiteral(node.literal)) return { const: node.literal.text };
  if (ts.isLiteralTypeNode(node) && ts.isPrefixUnaryExpression(node.literal))
    return { const: Number(node.literal.getText()) };
  if (ts.isLiteralTypeNode(node) && ts.isNumericLiteral(node.literal)) return { const: Number(node.literal.text) };
  if (ts.isTypeLiteralNode(node)) {
    const index = node.members.find(ts.isIndexSignatureDeclaration);
    return { type: "object", additionalProperties: index ? ofType(index.type) : false };
  }
  const plain = plainTypes.get(node.kind);
  if (!plain) throw new Error(`the declarations of SARIF have a type that is not known here: ${node.getText()}`);
  return plain;
}

const plainTypes: ReadonlyMap<ts.SyntaxKind, Schema> = new Map<ts.SyntaxKind, Schema>([
  [ts.SyntaxKind.StringKeyword, { type: "string" }],
  [ts.SyntaxKind.NumberKeyword, { type: "number" }],
  [ts.SyntaxKind.BooleanKeyword, { type: "boolean" }],
  [ts.SyntaxKind.AnyKeyword, {}],
  [ts.SyntaxKind.UnknownKeyword, {}],
]);
