import { logicalName, type ResourceState, type StackState } from "@hipaa-aws/stack-state";
import * as proto from "@pulumi/pulumi/proto/analyzer_pb";
import type { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { wireProperties } from "./wire-values";

/** Builds what the engine asks a pack. Source: pulumi `pkg/resource/deploy/step_generator.go`, `analyze_snapshot.go`. */
export class AnalyzerRequests {
  private readonly providers = new Map<string, proto.AnalyzerProviderResource>();

  constructor(state: StackState) {
    for (const resource of state.resources) {
      if (!resource.type.startsWith("pulumi:providers:")) continue;
      const provider = new proto.AnalyzerProviderResource();
      provider.setUrn(resource.urn);
      provider.setType(resource.type);
      provider.setName(logicalName(resource.urn));
      provider.setProperties(wireProperties(resource.inputs));
      this.providers.set(resource.urn, provider);
    }
  }

  /** One resource with its inputs. */
  analyze(resource: ResourceState): proto.AnalyzeRequest {
    const request = new proto.AnalyzeRequest();
    this.fill(request, resource, wireProperties(resource.inputs));
    return request;
  }

  /** One resource with its inputs as they are: a remediation gives all of them back, the engine's own keys too. */
  remediate(resource: ResourceState): proto.AnalyzeRequest {
    const request = new proto.AnalyzeRequest();
    this.fill(request, resource, wireProperties(resource.inputs, "with internal keys"));
    return request;
  }

  /** All resources with their outputs. */
  analyzeStack(resources: readonly ResourceState[]): proto.AnalyzeStackRequest {
    const request = new proto.AnalyzeStackRequest();
    request.setResourcesList(resources.map((resource) => this.stackResource(resource)));
    return request;
  }

  private stackResource(resource: ResourceState): proto.AnalyzerResource {
    const message = new proto.AnalyzerResource();
    this.fill(message, resource, wireProperties(resource.outputs));
    message.setParent(resource.parent ?? "");
    message.setDependenciesList([...resource.dependencies]);
    const map = message.getPropertydependenciesMap();
    for (const [key, urns] of Object.entries(resource.propertyDependencies)) {
      if (urns.length === 0) continue;
      const dependencies = new proto.AnalyzerPropertyDependencies();
      dependencies.setUrnsList([...urns]);
      map.set(key, dependencies);
    }
    return message;
  }

  private fill(
    message: proto.AnalyzeRequest | proto.AnalyzerResource,
    resource: ResourceState,
    properties: Struct,
  ): void {
    message.setUrn(resource.urn);
    message.setType(resource.type);
    message.setName(logicalName(resource.urn));
    message.setProperties(properties);
    message.setOptions(options(resource));
    const { provider } = resource;
    const known = provider && this.providers.get(provider.slice(0, provider.lastIndexOf("::")));
    if (known) message.setProvider(known);
  }
}

function options(resource: ResourceState): proto.AnalyzerResourceOptions {
  const message = new proto.AnalyzerResourceOptions();
  message.setProtect(resource.protect === true);
  message.setIgnorechangesList([...(resource.ignoreChanges ?? [])]);
  message.setAdditionalsecretoutputsList([...(resource.additionalSecretOutputs ?? [])]);
  message.setAliasesList([...(resource.aliases ?? [])]);
  message.setParent(resource.parent ?? "");
  const timeouts = new proto.AnalyzerResourceOptions.CustomTimeouts();
  timeouts.setCreate(resource.customTimeouts?.create ?? 0);
  timeouts.setUpdate(resource.customTimeouts?.update ?? 0);
  timeouts.setDelete(resource.customTimeouts?.delete ?? 0);
  message.setCustomtimeouts(timeouts);
  return message;
}
