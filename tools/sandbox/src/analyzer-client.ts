import * as grpc from "@grpc/grpc-js";
import { AnalyzerClient } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import * as proto from "@pulumi/pulumi/proto/analyzer_pb";
import type { Severity } from "@hipaa-aws/controls";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { Struct, type JavaScriptValue } from "google-protobuf/google/protobuf/struct_pb";
import type { JsonSchema } from "./json-schema";
import type { DeclaredPolicy, PolicyPackConfig, ResolvedConfig } from "./pack-config";
import type { PolicyInfo, PolicyLevel } from "@hipaa-aws/evidence";

/** As in the SDK: 400 MB. */
const maximumMessage = 400 * 1024 * 1024;

/** What a pack says of itself. */
export interface DeclaredPack {
  readonly name: string;
  readonly version: string;
  readonly policies: readonly (DeclaredPolicy & PolicyInfo)[];
  readonly ownConfig: PolicyPackConfig;
}

/** The calls of the policy protocol as promises. */
export class Analyzer {
  private readonly client: AnalyzerClient;

  constructor(port: number) {
    this.client = new AnalyzerClient(`127.0.0.1:${port}`, grpc.credentials.createInsecure(), {
      "grpc.max_receive_message_length": maximumMessage,
      "grpc.max_send_message_length": maximumMessage,
    });
  }

  async info(): Promise<DeclaredPack> {
    const info = await unary<proto.AnalyzerInfo>((done) => this.client.getAnalyzerInfo(new Empty(), done));
    return {
      name: info.getName(),
      version: info.getVersion(),
      policies: info.getPoliciesList().map(declaredPolicy),
      ownConfig: Object.fromEntries(
        info
          .getInitialconfigMap()
          .toArray()
          .map(([name, config]) => [
            name,
            { ...config.getProperties()?.toJavaScript(), enforcementLevel: levelOf(config.getEnforcementlevel()) },
          ]),
      ),
    };
  }

  async configure(config: ReadonlyMap<string, ResolvedConfig>): Promise<void> {
    const request = new proto.ConfigureAnalyzerRequest();
    const map = request.getPolicyconfigMap();
    for (const [name, { level, properties }] of config) {
      const message = new proto.PolicyConfig();
      message.setEnforcementlevel(wireLevels[level]);
      message.setProperties(Struct.fromJavaScript(properties as Record<string, JavaScriptValue>));
      map.set(name, message);
    }
    await unary<Empty>((done) => this.client.configure(request, done));
  }

  async configureStack(project: string, stack: string, tags: Readonly<Record<string, string>>): Promise<void> {
    const request = new proto.AnalyzerStackConfigureRequest();
    request.setProject(project);
    request.setStack(stack);
    request.setDryRun(true);
    const map = request.getTagsMap();
    for (const [name, value] of Object.entries(tags)) map.set(name, value);
    await unary<proto.AnalyzerStackConfigureResponse>((done) => this.client.configureStack(request, done));
  }

  analyze(request: proto.AnalyzeRequest): Promise<proto.AnalyzeResponse> {
    return unary((done) => this.client.analyze(request, done));
  }

  remediate(request: proto.AnalyzeRequest): Promise<proto.RemediateResponse> {
    return unary((done) => this.client.remediate(request, done));
  }

  analyzeStack(request: proto.AnalyzeStackRequest): Promise<proto.AnalyzeResponse> {
    return unary((done) => this.client.analyzeStack(request, done));
  }

  close(): void {
    this.client.close();
  }
}

function unary<T>(call: (done: (error: grpc.ServiceError | null, response: T) => void) => unknown): Promise<T> {
  return new Promise((resolve, reject) => {
    call((error, response) => (error ? reject(error) : resolve(response)));
  });
}

function declaredPolicy(info: proto.PolicyInfo): DeclaredPolicy & PolicyInfo {
  const schema = info.getConfigschema();
  const severity = severityOf(info.getSeverity());
  const reference = info.getFramework()?.getReference();
  return {
    name: info.getName(),
    description: info.getDescription(),
    level: levelOf(info.getEnforcementlevel()),
    kind: info.getPolicyType() === proto.PolicyType.POLICY_TYPE_STACK ? "stack" : "resource",
    ...(severity ? { severity } : {}),
    ...(reference ? { reference } : {}),
    ...(info.getRemediationSteps() ? { mend: info.getRemediationSteps() } : {}),
    ...(info.getUrl() ? { url: info.getUrl() } : {}),
    ...(schema
      ? {
          configSchema: {
            properties: (schema.getProperties()?.toJavaScript() ?? {}) as Record<string, JsonSchema>,
            required: schema.getRequiredList(),
          },
        }
      : {}),
  };
}

const wireLevels = {
  advisory: proto.EnforcementLevel.ADVISORY,
  mandatory: proto.EnforcementLevel.MANDATORY,
  disabled: proto.EnforcementLevel.DISABLED,
  remediate: proto.EnforcementLevel.REMEDIATE,
} as const;

export function levelOf(level: proto.EnforcementLevel): PolicyLevel {
  const found = Object.entries(wireLevels).find(([, value]) => value === level)?.[0];
  return (found ?? "advisory") as PolicyLevel;
}

const severities: ReadonlyMap<proto.PolicySeverity, Severity> = new Map([
  [proto.PolicySeverity.POLICY_SEVERITY_LOW, "low"],
  [proto.PolicySeverity.POLICY_SEVERITY_MEDIUM, "medium"],
  [proto.PolicySeverity.POLICY_SEVERITY_HIGH, "high"],
  [proto.PolicySeverity.POLICY_SEVERITY_CRITICAL, "critical"],
]);

export function severityOf(severity: proto.PolicySeverity): Severity | undefined {
  return severities.get(severity);
}
