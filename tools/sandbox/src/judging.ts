import * as grpc from "@grpc/grpc-js";
import {
  remediatedInputs,
  toVerdicts,
  type JudgedStack,
  type Pass,
  type PolicyDiagnostic,
  type PolicyInfo,
  type Remediated,
} from "@hipaa-aws/evidence";
import type { ResourceState, StackState } from "@hipaa-aws/stack-state";
import type * as proto from "@pulumi/pulumi/proto/analyzer_pb";
import { levelOf, severityOf, type Analyzer } from "./analyzer-client";
import { AnalyzerRequests } from "./analyzer-requests";
import { packError } from "./pack-error";
import type { PackProcess } from "./pack-process";
import { wireProperties } from "./wire-values";

export interface JudgeOptions {
  /**
   * `deployment`: as `pulumi preview` and `up` ask: nothing about resources that are only read, and remediations are
   * applied before the policies judge. `snapshot`: as `pulumi policy analyze` asks about a stack as it is: about every
   * resource, and remediations change nothing. Default: `deployment`.
   */
  readonly as?: "deployment" | "snapshot";
  /** Tags of the stack, which policies may read. Default: none. */
  readonly stackTags?: Readonly<Record<string, string>>;
}

/** Requests under way at a time: enough to keep the pack busy, few enough to keep memory low. */
const concurrency = 64;

/** One stack before one pack. */
export class Judging {
  private readonly requests: AnalyzerRequests;
  private readonly diagnostics: PolicyDiagnostic[] = [];
  private readonly passed: Pass[] = [];
  private readonly remediations: Remediated[] = [];
  private notApplicable = 0;
  private readonly stackUrn: string;

  constructor(
    private readonly running: PackProcess,
    private readonly analyzer: Analyzer,
    private readonly pack: { readonly name: string; readonly version: string },
    private readonly policies: readonly PolicyInfo[],
    private readonly state: StackState,
    private readonly options: JudgeOptions,
  ) {
    this.requests = new AnalyzerRequests(state);
    const { project, stack } = state;
    this.stackUrn = `urn:pulumi:${stack}::${project}::pulumi:pulumi:Stack::${project}-${stack}`;
  }

  async judged(): Promise<Pick<JudgedStack, "state" | "verdicts">> {
    const { project, stack, resources } = this.state;
    await this.analyzer.configureStack(project, stack, this.options.stackTags ?? {});
    const isSnapshot = this.options.as === "snapshot";
    const asked = resources.filter((resource) => isSnapshot || !resource.external);
    // The engine asks about the stack's root before the program registers anything else, and a pack may begin there.
    const [root, ...others] = asked;
    const first = root ? [await this.resource(root)] : [];
    const judged = [...first, ...(await inParallel(others, (resource) => this.resource(resource)))];
    await this.stack(judged);
    const verdicts = toVerdicts(this.diagnostics, {
      pack: this.pack,
      policies: this.policies,
      stackUrn: this.stackUrn,
      urns: new Set(asked.map(({ urn }) => urn)),
      passed: this.passed,
      remediated: this.remediations,
      notApplicable: this.notApplicable,
    });
    const byUrn = new Map(judged.map((resource) => [resource.urn, resource]));
    return { state: { ...this.state, resources: resources.map((one) => byUrn.get(one.urn) ?? one) }, verdicts };
  }

  private async resource(resource: ResourceState): Promise<ResourceState> {
    try {
      const current = await this.remediated(resource);
      const response = await this.analyzer.analyze(this.requests.analyze(current));
      this.take(response, "resource", resource.urn);
      return current;
    } catch (error) {
      await endOf(this.running, error);
      throw packError(error, this.running, `a policy failed on ${resource.urn}`, [resource]);
    }
  }

  private async stack(resources: readonly ResourceState[]): Promise<void> {
    if (!this.policies.some(({ kind, level }) => kind === "stack" && level !== "disabled")) return;
    try {
      this.take(await this.analyzer.analyzeStack(this.requests.analyzeStack(resources)), "stack", undefined);
    } catch (error) {
      await endOf(this.running, error);
      throw packError(error, this.running, "a policy failed on the whole stack", resources);
    }
  }

  /** The resource with what policies at the level `remediate` make of its inputs. */
  private async remediated(resource: ResourceState): Promise<ResourceState> {
    if (!this.policies.some(({ kind, level }) => kind === "resource" && level === "remediate")) return resource;
    const response = await this.analyzer.remediate(this.requests.remediate(resource));
    let current = resource;
    let before = wireProperties(resource.inputs, "with internal keys").toJavaScript() as ResourceState["inputs"];
    for (const remediation of response.getRemediationsList()) {
      const properties = remediation.getProperties();
      if (remediation.getDiagnostic()) {
        this.diagnostics.push({
          policyName: remediation.getPolicyname(),
          urn: resource.urn,
          message: remediation.getDiagnostic(),
          enforcementLevel: "advisory",
        });
      } else if (properties) {
        const inputs = properties.toJavaScript() as ResourceState["inputs"];
        const applied = this.options.as !== "snapshot";
        const changes = remediatedInputs(before, inputs);
        this.remediations.push({ rule: remediation.getPolicyname(), urn: resource.urn, applied, inputs: changes });
        // Each remediation builds on those before it, also where none is applied.
        before = inputs;
        if (applied) current = { ...current, inputs, outputs: { ...current.outputs, ...inputs } };
      }
    }
    return current;
  }

  private take(response: proto.AnalyzeResponse, kind: PolicyInfo["kind"], urn: string | undefined): void {
    const silent = new Set(response.getNotApplicableList().map((one) => one.getPolicyName()));
    const failed = new Set<string>();
    for (const diagnostic of response.getDiagnosticsList()) {
      const severity = severityOf(diagnostic.getSeverity());
      failed.add(diagnostic.getPolicyname());
      this.diagnostics.push({
        policyName: diagnostic.getPolicyname(),
        urn: urn ?? diagnostic.getUrn(),
        message: diagnostic.getMessage(),
        enforcementLevel: levelOf(diagnostic.getEnforcementlevel()),
        ...(severity ? { severity } : {}),
      });
    }
    for (const { name, level, kind: of } of this.policies) {
      if (of !== kind || level === "disabled" || failed.has(name)) continue;
      if (silent.has(name)) this.notApplicable += 1;
      else this.passed.push({ rule: name, urn: urn ?? this.stackUrn });
    }
  }
}

/** Does the work for all items, in order of their places in the result, a limited number at a time. */
async function inParallel<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results = new Array<R>(items.length);
  let next = 0;
  const worker = async () => {
    for (let index = next++; index < items.length; index = next++) {
      results[index] = await work(items[index] as T);
    }
  };
  await Promise.all(Array.from({ length: Math.min(concurrency, items.length) }, worker));
  return results;
}

/** A call that fails because the pack has ended is told by how it ended, which is known a moment later. */
async function endOf(running: PackProcess, error: unknown): Promise<void> {
  if ((error as { code?: unknown }).code !== grpc.status.UNAVAILABLE) return;
  await Promise.race([running.ended, new Promise((resolve) => setTimeout(resolve, 5000).unref())]);
}
