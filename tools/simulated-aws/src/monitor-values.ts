import * as aliasProto from "@pulumi/pulumi/proto/alias_pb";
import type * as resourceProto from "@pulumi/pulumi/proto/resource_pb";
import * as structProto from "google-protobuf/google/protobuf/struct_pb";
import type { ResourceState } from "@hipaa-aws/stack-state";
import type { Properties } from "./type-simulation";

/** Conversions between the wire and the state of a resource. */

export function properties(value: structProto.Struct | undefined): Properties {
  return value?.toJavaScript() ?? {};
}

export function struct(value: Properties): structProto.Struct {
  return structProto.Struct.fromJavaScript(value);
}

/** URNs as the engine makes them: the type holds the types of all parents but the stack's. */
export function urnOf(project: string, stack: string, parent: string, type: string, name: string): string {
  const parentType = parent.split("::")[2];
  const chain = parentType && parentType !== "pulumi:pulumi:Stack" ? `${parentType}$${type}` : type;
  return `urn:pulumi:${stack}::${project}::${chain}::${name}`;
}

/** The package of a type or function token: `aws` of `aws:s3/bucket:Bucket`. */
export function packageOf(token: string): string {
  return token.split(":")[0] ?? "";
}

export function propertyDependencies(request: resourceProto.RegisterResourceRequest): Record<string, string[]> {
  const result: Record<string, string[]> = {};
  request.getPropertydependenciesMap().forEach((urns, key) => (result[key] = urns.getUrnsList()));
  return result;
}

/** The former URNs that the aliases of a resource stand for. */
export function aliasUrns(request: resourceProto.RegisterResourceRequest, project: string, stack: string): string[] {
  const specs = request.getAliasesList().map((alias: aliasProto.Alias) => {
    if (alias.hasUrn()) return alias.getUrn();
    const spec = alias.getSpec() ?? new aliasProto.Alias.Spec();
    const parent = spec.getNoparent() ? "" : spec.getParenturn() || request.getParent();
    return urnOf(
      spec.getProject() || project,
      spec.getStack() || stack,
      parent,
      spec.getType() || request.getType(),
      spec.getName() || request.getName(),
    );
  });
  return [...new Set([...request.getAliasurnsList(), ...specs])];
}

/** Seconds from the texts `30s`, `20m`, `1h30m`. */
export function customTimeouts(request: resourceProto.RegisterResourceRequest): ResourceState["customTimeouts"] {
  const timeouts = request.getCustomtimeouts();
  const seconds = {
    create: inSeconds(timeouts?.getCreate()),
    update: inSeconds(timeouts?.getUpdate()),
    delete: inSeconds(timeouts?.getDelete()),
  };
  const given = Object.entries(seconds).filter(([, value]) => value !== undefined);
  return given.length ? Object.fromEntries(given) : undefined;
}

const units: Readonly<Record<string, number>> = { h: 3600, m: 60, s: 1, ms: 0.001 };

function inSeconds(text: string | undefined): number | undefined {
  if (!text) return undefined;
  if (!/^(\d+(?:\.\d+)?(?:ms|h|m|s))+$/.test(text)) {
    throw new Error(`unable to parse customTimeout Value ${text}`);
  }
  return [...text.matchAll(/(\d+(?:\.\d+)?)(ms|h|m|s)/g)].reduce(
    (sum, [, amount, unit]) => sum + Number(amount) * (units[unit ?? ""] ?? 0),
    0,
  );
}
