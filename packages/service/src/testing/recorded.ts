import assert from "node:assert/strict";
import { recordProgram, type RecordOptions } from "@hipaa-aws/simulated-aws";

/** One resource that a program registered. */
export interface RecordedResource {
  readonly urn: string;
  readonly type: string;
  readonly name: string;
  readonly parent: string | undefined;
  readonly inputs: Record<string, unknown>;
  readonly outputs: Record<string, unknown>;
  readonly dependencies: readonly string[];
  readonly ignoreChanges: readonly string[];
}

/** The value that stands for what a preview does not know. */
export const unknownValue = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** What a program registered, found by name: the component's children all have names of their own. */
export class Recording {
  constructor(readonly resources: readonly RecordedResource[]) {}

  /** The one resource of this name that is no component. */
  named(name: string): RecordedResource {
    const found = this.resources.filter((one) => one.name === name && one.type.startsWith("aws:"));
    assert.equal(found.length, 1, `resources named ${name}`);
    return found[0] as RecordedResource;
  }

  component(type: string): RecordedResource {
    const found = this.resources.filter((one) => one.type === type);
    assert.equal(found.length, 1, `components of type ${type}`);
    return found[0] as RecordedResource;
  }

  ofType(type: string): RecordedResource[] {
    return this.resources.filter((one) => one.type === type);
  }

  /** Type and name of every resource below components, sorted. */
  identities(): string[] {
    return this.resources
      .filter((one) => !one.type.startsWith("pulumi:"))
      .map((one) => one.urn.split("::").slice(2).join("::"))
      .sort();
  }
}

/** Runs a program and finds its resources. */
export async function record(program: () => unknown, options: RecordOptions = {}): Promise<Recording> {
  const state = await recordProgram(() => {
    program();
  }, options);
  return new Recording(
    state.resources.map((resource) => ({
      urn: resource.urn,
      type: resource.type,
      name: resource.urn.split("::").slice(3).join("::"),
      parent: resource.parent,
      inputs: resource.inputs ?? {},
      outputs: resource.outputs ?? {},
      dependencies: resource.dependencies ?? [],
      ignoreChanges: resource.ignoreChanges ?? [],
    })),
  );
}

/** Whether an input is in the envelope of a secret. Source: `sdk/go/common/resource/sig` of Pulumi. */
export function isSecret(value: unknown): boolean {
  const envelope = value as Record<string, unknown> | undefined;
  return envelope?.["4dabf18193072939515e22adb298388d"] === "1b47061264138c4ac30d75fd1eb44270";
}

/** One statement of a policy document. */
export interface Statement {
  readonly Sid: string;
  readonly Effect: string;
  readonly Principal?: unknown;
  readonly Action: string | string[];
  readonly Resource?: string | string[];
  readonly Condition?: Record<string, Record<string, string | string[]>>;
}

/** The statements of a policy text by their names. */
export function statements(policy: unknown): Record<string, Statement> {
  const document = JSON.parse(String(policy)) as { Statement: Statement[] };
  return Object.fromEntries(document.Statement.map((statement) => [statement.Sid, statement]));
}

/** A value as a list, however AWS writes it. */
export function listed(value: string | string[] | undefined): string[] {
  return value === undefined ? [] : [value].flat();
}

/** One container of a task definition. */
export interface Container {
  readonly name: string;
  readonly image: string;
  readonly user: string;
  readonly privileged: boolean;
  readonly readonlyRootFilesystem: boolean;
  readonly linuxParameters: {
    readonly capabilities: { readonly add: string[]; readonly drop: string[] };
    readonly initProcessEnabled: boolean;
    readonly tmpfs?: { readonly containerPath: string; readonly size: number; readonly mountOptions: string[] }[];
  };
  readonly mountPoints: { readonly sourceVolume: string; readonly containerPath: string; readonly readOnly: boolean }[];
  readonly portMappings: { readonly containerPort: number; readonly name?: string }[];
  readonly environment: { readonly name: string; readonly value: string }[];
  readonly secrets: { readonly name: string; readonly valueFrom: string }[];
  readonly entryPoint?: string[];
  readonly command?: string[];
  readonly dependsOn?: { readonly containerName: string; readonly condition: string }[];
  readonly healthCheck?: { readonly command: string[] };
  readonly stopTimeout: number;
  readonly logConfiguration: { readonly logDriver: string; readonly options: Record<string, string> };
}

/** The containers of a task definition by their names. */
export function containers(taskDefinition: RecordedResource): Record<string, Container> {
  const text = taskDefinition.inputs["containerDefinitions"] as string;
  return Object.fromEntries((JSON.parse(text) as Container[]).map((container) => [container.name, container]));
}
