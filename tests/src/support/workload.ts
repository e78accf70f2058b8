import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type * as pulumi from "@pulumi/pulumi";
import workload = require("@hipaa-aws/workload");
import { parse } from "yaml";

/** The environments of the workload stack. */
export const environments = ["dev", "staging", "prod"] as const;

export type Environment = (typeof environments)[number];

const folder = join(dirname(require.resolve("@hipaa-aws/workload/package.json")));

/** Folder of the policy pack, as it is given to the Pulumi CLI. */
export const packDirectory = dirname(require.resolve("@hipaa-aws/policy-pack/package.json"));

/** The configuration of an environment, as it stands in its file. */
export function configOf(environment: Environment): Record<string, string> {
  const file = parse(readFileSync(join(folder, `Pulumi.${environment}.yaml`), "utf8")) as {
    config: Record<string, string>;
  };
  return file.config;
}

/** How an environment's program is run, in the words that every host takes. */
export function runOf(environment: Environment, more: Record<string, string> = {}) {
  return { project: "workload", stack: environment, config: { ...configOf(environment), ...more } };
}

/** Changes the inputs of one resource before it is registered. */
export interface Mutation {
  readonly type: string;
  /** Logical name; every resource of the type when absent. */
  readonly name?: string;
  readonly change: (inputs: Record<string, unknown>) => Record<string, unknown>;
}

/** The workload with some resources changed behind its components' backs. Fails when a mutation meets no resource. */
export function mutatedWorkload(...mutations: readonly Mutation[]): () => unknown {
  return () => {
    const met = new Set<Mutation>();
    const transformation: pulumi.ResourceTransformation = ({ type, name, props, opts }) => {
      let inputs = props as Record<string, unknown>;
      for (const mutation of mutations) {
        if (mutation.type !== type || (mutation.name !== undefined && mutation.name !== name)) continue;
        met.add(mutation);
        inputs = mutation.change(inputs);
      }
      return { props: inputs, opts };
    };
    const outputs = workload({ transformations: [transformation] });
    const missed = mutations.filter((mutation) => !met.has(mutation)).map(({ type, name }) => `${type} ${name ?? ""}`);
    if (missed.length > 0) throw new Error(`no resource to change: ${missed.join(", ")}`);
    return outputs;
  };
}
