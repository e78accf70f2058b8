import type * as pulumi from "@pulumi/pulumi";
import * as settings from "@pulumi/pulumi/runtime/settings";
import * as providerProto from "@pulumi/pulumi/proto/provider_pb";
import * as resourceProto from "@pulumi/pulumi/proto/resource_pb";
import * as structProto from "google-protobuf/google/protobuf/struct_pb";
import type { ResourceState, StateValue } from "@hipaa-aws/stack-state";
import { simulateCall, simulateResource } from "./simulation";

type Properties = Record<string, StateValue>;
type Callback<T> = (error: Error | null, response: T | undefined) => void;

/**
 * A resource monitor in this process. Like the SDK's own mock monitor it answers registrations without an engine; unlike
 * it, it keeps of each what the engine would keep: full URN, parent, dependencies, property dependencies, options and
 * provider. It answers with the simulated AWS.
 */
export class RecordingMonitor {
  /** The SDK wants mocks beside the monitor; this monitor answers by itself and never calls them. */
  static readonly unusedMocks: pulumi.runtime.Mocks = {
    newResource: (args) => ({ id: args.id, state: args.inputs as Properties }),
    call: (args) => args.inputs as Properties,
  };

  private readonly states = new Map<string, ResourceState>();

  constructor(private readonly preview: boolean) {}

  resourceStates(): ResourceState[] {
    return [...this.states.values()];
  }

  /** URNs as the engine makes them: the type holds the types of all parents but the stack's. */
  newUrn(parent: string, type: string, name: string): string {
    const parentType = parent.split("::")[2];
    const chain = parentType && parentType !== "pulumi:pulumi:Stack" ? `${parentType}$${type}` : type;
    return `urn:pulumi:${settings.getStack()}::${settings.getProject()}::${chain}::${name}`;
  }

  invoke(request: resourceProto.ResourceInvokeRequest, callback: Callback<providerProto.InvokeResponse>) {
    return answer(callback, () => {
      const inputs = properties(request.getArgs());
      const response = new providerProto.InvokeResponse();
      response.setReturn(struct(simulateCall(request.getTok(), inputs)));
      return response;
    });
  }

  registerResource(
    request: resourceProto.RegisterResourceRequest,
    callback: Callback<resourceProto.RegisterResourceResponse>,
  ) {
    return answer(callback, () => {
      const urn = this.newUrn(request.getParent(), request.getType(), request.getName());
      if (this.states.has(urn)) throw new Error(`Duplicate resource URN '${urn}'; try giving it a unique name`);
      const inputs = properties(request.getObject());
      const state = this.simulate(urn, request, inputs);
      this.states.set(urn, state);

      const response = new resourceProto.RegisterResourceResponse();
      response.setUrn(urn);
      response.setId(state.id ?? "");
      response.setObject(struct(request.getCustom() ? state.outputs : {}));
      return response;
    });
  }

  registerResourceOutputs(
    request: resourceProto.RegisterResourceOutputsRequest,
    callback: Callback<object>,
  ): void {
    const state = this.states.get(request.getUrn());
    if (!state) return callback(new Error(`unknown resource '${request.getUrn()}'`), undefined);
    state.outputs = properties(request.getOutputs());
    callback(null, {});
  }

  /**
   * Everything but output values: with those on, inputs would hold output envelopes instead of the plain unknowns that
   * a provider sees.
   */
  supportsFeature(
    request: resourceProto.SupportsFeatureRequest,
    callback: Callback<resourceProto.SupportsFeatureResponse>,
  ): void {
    const response = new resourceProto.SupportsFeatureResponse();
    response.setHassupport(!["outputValues", "transforms"].includes(request.getId()));
    callback(null, response);
  }

  /** The runtime closes its monitor at the end of a run; there is nothing to close here. */
  close(): void {}

  private simulate(urn: string, request: resourceProto.RegisterResourceRequest, inputs: Properties): ResourceState {
    const type = request.getType();
    const simulated = request.getCustom()
      ? simulateResource(type, request.getName(), inputs)
      : { inputs, outputs: {} as Properties, id: undefined };
    return {
      urn,
      custom: request.getCustom(),
      ...(this.preview || simulated.id === undefined ? {} : { id: simulated.id }),
      type,
      inputs: simulated.inputs,
      outputs: this.preview ? { ...simulated.inputs } : simulated.outputs,
      ...(request.getParent() ? { parent: request.getParent() } : {}),
      ...(request.getProtect() ? { protect: true } : {}),
      ...(request.getRetainondelete() ? { retainOnDelete: true } : {}),
      ...(request.getProvider() ? { provider: request.getProvider() } : {}),
      dependencies: request.getDependenciesList(),
      propertyDependencies: propertyDependencies(request),
      ...(request.getIgnorechangesList().length ? { ignoreChanges: request.getIgnorechangesList() } : {}),
      ...(request.getAdditionalsecretoutputsList().length
        ? { additionalSecretOutputs: request.getAdditionalsecretoutputsList() }
        : {}),
    };
  }
}

function propertyDependencies(request: resourceProto.RegisterResourceRequest): Record<string, string[]> {
  const result: Record<string, string[]> = {};
  request.getPropertydependenciesMap().forEach((urns, key) => (result[key] = urns.getUrnsList()));
  return result;
}

async function answer<T>(callback: Callback<T>, response: () => T): Promise<void> {
  // Answer in a later turn, as a real monitor does.
  await Promise.resolve();
  try {
    callback(null, response());
  } catch (error) {
    callback(error instanceof Error ? error : new Error(String(error)), undefined);
  }
}

function properties(value: structProto.Struct | undefined): Properties {
  return (value?.toJavaScript() ?? {}) as Properties;
}

function struct(value: Properties): structProto.Struct {
  return structProto.Struct.fromJavaScript(value as Record<string, structProto.JavaScriptValue>);
}
