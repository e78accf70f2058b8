import * as providerProto from "@pulumi/pulumi/proto/provider_pb";
import * as resourceProto from "@pulumi/pulumi/proto/resource_pb";
import { isSecret, secretSignature, signatureKey, unknownSentinel, type ResourceState } from "@hipaa-aws/stack-state";
import { simulatedEnvironmentOf, type SimulatedEnvironment } from "./environment";
import {
  aliasUrns,
  customTimeouts,
  packageOf,
  properties,
  propertyDependencies,
  struct,
  urnOf,
} from "./monitor-values";
import {
  defaultProviderInputs,
  defaultProviderName,
  isProviderType,
  providerContext,
  type ProviderContext,
} from "./providers";
import { call, check, create } from "./simulation";
import { uuid } from "./identifiers";
import type { Properties } from "./type-simulation";

type Callback<T> = (error: Error | null, response: T | undefined) => void;

/** What a monitor needs to know of the run. */
export interface MonitorOptions {
  readonly project: string;
  readonly stack: string;
  readonly preview: boolean;
  /** Stack configuration by full key. */
  readonly config: Readonly<Record<string, string>>;
  readonly environment?: Partial<SimulatedEnvironment>;
}

const unsupported: ReadonlySet<string> = new Set([
  "outputValues",
  "transforms",
  "invokeTransforms",
  "resourceHooks",
  "errorHooks",
]);

/**
 * A resource monitor in this process. Like the SDK's own mock monitor it answers registrations without an engine; unlike
 * it, it keeps of each what the engine would keep: full URN, parent, dependencies, property dependencies, options and
 * provider. It answers with the simulated AWS.
 */
export class RecordingMonitor {
  private readonly states = new Map<string, ResourceState>();
  private readonly contexts = new Map<string, ProviderContext>();
  private readonly packages = new Map<string, string>();
  private readonly environment: SimulatedEnvironment;

  constructor(private readonly options: MonitorOptions) {
    const region = options.config["aws:region"] ?? options.config["aws:config:region"];
    this.environment = simulatedEnvironmentOf({ ...(region ? { region } : {}), ...options.environment });
  }

  /** In the order of registration. */
  resourceStates(): ResourceState[] {
    return [...this.states.values()];
  }

  invoke(request: resourceProto.ResourceInvokeRequest, callback: Callback<providerProto.InvokeResponse>) {
    return answer(callback, () => this.called(request));
  }

  call(request: resourceProto.ResourceCallRequest, callback: Callback<providerProto.CallResponse>) {
    return answer<providerProto.CallResponse>(callback, () => {
      throw new Error(`the simulated AWS has no answer for the method ${request.getTok()}`);
    });
  }

  registerResource(
    request: resourceProto.RegisterResourceRequest,
    callback: Callback<resourceProto.RegisterResourceResponse>,
  ) {
    return answer(callback, () => {
      const urn = this.urn(request);
      this.inheritOptions(request);
      const provider = this.providerOf(request, request.getCustom());
      const state = this.registered(urn, request, provider);
      this.add(state);

      const response = new resourceProto.RegisterResourceResponse();
      response.setUrn(urn);
      response.setId(state.id === unknownSentinel ? "" : (state.id ?? ""));
      response.setObject(struct(request.getCustom() ? state.outputs : {}));
      return response;
    });
  }

  readResource(request: resourceProto.ReadResourceRequest, callback: Callback<resourceProto.ReadResourceResponse>) {
    return answer(callback, () => {
      const urn = this.urn(request);
      const provider = this.providerOf(request, true);
      const given = properties(request.getProperties());
      const { environment } = this.contextOf(provider);
      // What is read is there already, so that its outputs are known in a preview too.
      const id = request.getId();
      const created = create(request.getType(), urn, given, environment, id);
      const outputs = withSecrets(created.outputs, request.getAdditionalsecretoutputsList());
      const state: ResourceState = {
        urn,
        custom: true,
        id,
        type: request.getType(),
        inputs: {},
        outputs,
        ...(request.getParent() ? { parent: request.getParent() } : {}),
        external: true,
        ...(provider ? { provider } : {}),
        dependencies: request.getDependenciesList(),
        propertyDependencies: {},
      };
      this.add(state);

      const response = new resourceProto.ReadResourceResponse();
      response.setUrn(urn);
      response.setProperties(struct(state.outputs));
      return response;
    });
  }

  registerResourceOutputs(request: resourceProto.RegisterResourceOutputsRequest, callback: Callback<object>): void {
    const state = this.states.get(request.getUrn());
    if (!state) return callback(new Error(`unknown resource '${request.getUrn()}'`), undefined);
    state.outputs = properties(request.getOutputs());
    callback(null, {});
  }

  registerPackage(
    request: resourceProto.RegisterPackageRequest,
    callback: Callback<resourceProto.RegisterPackageResponse>,
  ) {
    return answer(callback, () => {
      const reference = uuid(`${request.getName()}@${request.getVersion()}`);
      this.packages.set(reference, request.getVersion());
      const response = new resourceProto.RegisterPackageResponse();
      response.setRef(reference);
      return response;
    });
  }

  /**
   * Everything but output values, transforms and hooks. With output values on, inputs would hold output envelopes instead
   * of the plain unknowns that a provider sees. Transforms and hooks are called back by the engine; a program that uses
   * them is told that this host does not support them.
   */
  supportsFeature(
    request: resourceProto.SupportsFeatureRequest,
    callback: Callback<resourceProto.SupportsFeatureResponse>,
  ): void {
    const response = new resourceProto.SupportsFeatureResponse();
    response.setHassupport(!unsupported.has(request.getId()));
    callback(null, response);
  }

  /** The runtime closes its monitor at the end of a run; there is nothing to close here. */
  close(): void {}

  private urn(request: { getParent(): string; getType(): string; getName(): string }): string {
    const { project, stack } = this.options;
    return urnOf(project, stack, request.getParent(), request.getType(), request.getName());
  }

  private add(state: ResourceState): void {
    if (this.states.has(state.urn)) {
      throw new Error(`Duplicate resource URN '${state.urn}'; try giving it a unique name`);
    }
    this.states.set(state.urn, state);
  }

  private called(request: resourceProto.ResourceInvokeRequest): providerProto.InvokeResponse {
    const token = request.getTok();
    const { environment } = this.contextOf(request.getProvider() || this.defaultProvider(token, request));
    const response = new providerProto.InvokeResponse();
    response.setReturn(struct(call(token, properties(request.getArgs()), environment)));
    return response;
  }

  /** Source: pulumi `pkg/resource/deploy/source_eval.go`, `inheritFromParent`. */
  private inheritOptions(request: resourceProto.RegisterResourceRequest): void {
    const parent = this.states.get(request.getParent());
    if (!parent) return;
    if (!request.hasProtect() && parent.protect !== undefined) request.setProtect(parent.protect);
    if (!request.hasRetainondelete() && parent.retainOnDelete !== undefined) {
      request.setRetainondelete(parent.retainOnDelete);
    }
    const isOfPackage = parent.provider?.split("::")[2]?.endsWith(`:${packageOf(request.getType())}`);
    if (!request.getProvider() && request.getCustom() && parent.provider && isOfPackage) {
      request.setProvider(parent.provider);
    }
  }

  private providerOf(
    request: { getType(): string; getProvider(): string; getVersion(): string; getPackageref(): string },
    isCustom: boolean,
  ): string | undefined {
    if (!isCustom || isProviderType(request.getType())) return undefined;
    return request.getProvider() || this.defaultProvider(request.getType(), request);
  }

  /** Registers the default provider of a package and version when it is first needed, as the engine does. */
  private defaultProvider(token: string, request: { getVersion(): string; getPackageref(): string }): string {
    const packageName = packageOf(token);
    const version = request.getVersion() || (this.packages.get(request.getPackageref()) ?? "");
    const type = `pulumi:providers:${packageName}`;
    const urn = urnOf(this.options.project, this.options.stack, "", type, defaultProviderName(version));
    let state = this.states.get(urn);
    if (!state) {
      const inputs = defaultProviderInputs(packageName, version, this.options.config);
      state = this.providerState(urn, type, inputs);
      this.add(state);
    }
    return reference(state);
  }

  private providerState(urn: string, type: string, inputs: Properties): ResourceState {
    return {
      urn,
      custom: true,
      // In a preview the engine knows a provider by the sentinel.
      id: this.options.preview ? unknownSentinel : uuid(urn),
      type,
      inputs,
      outputs: inputs,
      dependencies: [],
      propertyDependencies: {},
    };
  }

  private contextOf(provider: string | undefined): ProviderContext {
    const urn = provider?.slice(0, provider.lastIndexOf("::")) ?? "";
    let context = this.contexts.get(urn);
    if (!context) {
      const state = this.states.get(urn);
      context = state ? providerContext(state, this.environment) : { environment: this.environment, settings: {} };
      this.contexts.set(urn, context);
    }
    return context;
  }

  private registered(
    urn: string,
    request: resourceProto.RegisterResourceRequest,
    provider: string | undefined,
  ): ResourceState {
    const type = request.getType();
    const aliases = aliasUrns(request, this.options.project, this.options.stack);
    const timeouts = customTimeouts(request);
    return {
      ...this.simulated(urn, request, provider),
      urn,
      custom: request.getCustom(),
      type,
      ...(request.getParent() ? { parent: request.getParent() } : {}),
      ...(request.getProtect() ? { protect: true } : {}),
      ...(request.getRetainondelete() ? { retainOnDelete: true } : {}),
      ...(provider ? { provider } : {}),
      dependencies: request.getDependenciesList(),
      propertyDependencies: propertyDependencies(request),
      ...(request.getIgnorechangesList().length ? { ignoreChanges: request.getIgnorechangesList() } : {}),
      ...(aliases.length ? { aliases } : {}),
      ...(timeouts ? { customTimeouts: timeouts } : {}),
      ...(request.getAdditionalsecretoutputsList().length
        ? { additionalSecretOutputs: request.getAdditionalsecretoutputsList() }
        : {}),
    };
  }

  private simulated(
    urn: string,
    request: resourceProto.RegisterResourceRequest,
    provider: string | undefined,
  ): Pick<ResourceState, "id" | "inputs" | "outputs"> {
    const type = request.getType();
    const inputs = properties(request.getObject());
    if (request.getRemote() && !this.options.preview) {
      throw new Error(`${type} is a remote component: only the real engine can build what is inside it`);
    }
    if (!request.getCustom()) return { inputs, outputs: {} };
    if (isProviderType(type)) {
      if (request.getVersion()) inputs.version = request.getVersion();
      return this.providerState(urn, type, inputs);
    }
    const { environment, settings } = this.contextOf(provider);
    const checked = check(type, urn, inputs, environment, settings);
    // An import exists already; anything else has no id and no computed outputs before the update.
    const id = request.getImportid();
    if (this.options.preview) return { ...(id ? { id } : {}), inputs: checked, outputs: { ...checked } };
    const created = create(type, urn, checked, environment, id || undefined);
    const outputs = withSecrets(created.outputs, request.getAdditionalsecretoutputsList());
    return { id: created.id, inputs: checked, outputs };
  }
}

/** Outputs that the type or the program declares secret get the envelope, as the engine gives it. */
function withSecrets(outputs: Properties, names: readonly string[]): Properties {
  const result = { ...outputs };
  for (const name of names) {
    const value = result[name];
    if (value !== undefined && !isSecret(value)) result[name] = { [signatureKey]: secretSignature, value };
  }
  return result;
}

function reference(provider: ResourceState): string {
  return `${provider.urn}::${provider.id ?? unknownSentinel}`;
}

async function answer<T>(callback: Callback<T>, response: () => T): Promise<void> {
  // Answer in a later turn, as a real monitor does.
  await Promise.resolve();
  let result: T;
  try {
    result = response();
  } catch (error) {
    return callback(rpcError(error), undefined);
  }
  callback(null, result);
}

/** Invokes read `details`, registrations `message`. */
function rpcError(error: unknown): Error {
  const known = error instanceof Error ? error : new Error(String(error));
  return Object.assign(known, { details: known.message });
}
